//! The fast path of `due`, for tickets as most are written: known keys, plain text, nothing twice. It makes no tree and allocates nothing
//! for a record. Whatever else there is takes the long way, which has the same answers.

use super::lines::Lines;
use super::scan::{Scan, Text};
use super::sheet::{Pen, Piece, ROOM, Sheet};
use super::stamps::Stamps;
use crate::json;
use crate::policy::{Incidents, Policy, PriorityTargets, Target};
use crate::priority::{Impact, Urgency};
use crate::schedule::{self, Clock, Instant, Schedule, View};

/// The longest id that is written here.
const LONGEST_ID: usize = 200;

/// What the fast path knows of a policy.
pub(super) struct Express<'a> {
    names: Names<'a>,
    stamps: Stamps<'a>,
    classes: Vec<Option<Class<'a>>>,
    /// `{"id":` and `,"line":`.
    head: Piece,
    line: Piece,
}

/// A priority, as far as its answers need it.
struct Class<'a> {
    schedule: &'a Schedule,
    /// Response and resolution.
    times: (i64, i64),
    /// Which of them is an instant; the others stand in the pieces.
    timed: (bool, bool),
    /// What stands before, between and after the two instants.
    pieces: [Piece; 3],
}

/// A ticket as it is written.
struct Record<'a> {
    id: &'a [u8],
    /// Whether the id is text, to be written in quotes again.
    quoted: bool,
    reported_at: i64,
    /// The index of its priority.
    priority: usize,
}

impl<'a> Express<'a> {
    /// Prepares for a policy; none when each of its answers has more to say.
    pub(super) fn new(policy: &'a Policy) -> Option<Self> {
        let incidents = policy.incidents.as_ref()?;
        let mut classes = Vec::new();
        for priority in &incidents.priorities {
            classes.push(Class::new(priority));
        }
        policy.includes("incidents").then_some(Self {
            names: Names::new(incidents),
            stamps: Stamps::new(&policy.zone)?,
            classes,
            head: Piece::new("{\"id\":"),
            line: Piece::new(",\"line\":"),
        })
    }

    /// Answers the next lines, up to the first that takes the long way; windows of years that are not built yet begin near an instant.
    pub(super) fn answer(&mut self, near: Instant, lines: &mut Lines, sheet: &mut Sheet) {
        let mut clocks: Vec<Option<Clock>> = Vec::new();
        for class in &self.classes {
            clocks.push(class.as_ref().and_then(|class| class.schedule.clock(near.epoch_millis())));
        }
        let mut ready: Vec<Option<(&Class, View)>> = Vec::new();
        for (class, clock) in self.classes.iter().zip(&clocks) {
            ready.push(class.as_ref().zip(clock.as_ref().map(Clock::view)));
        }
        loop {
            let (bytes, at, number) = lines.rest();
            let mut scan = Scan::new(bytes, at);
            let Some(record) = Record::read(&mut scan, &self.names) else {
                return;
            };
            let Some(Some((class, view))) = ready.get(record.priority) else {
                return;
            };
            let Some((response, resolution)) = view.two_instants(record.reported_at, class.times) else {
                return;
            };
            let Some(place) = sheet.place() else { return };
            let mut pen = Pen::new(place);
            pen.piece(&self.head);
            pen.copy(record.id, record.quoted);
            pen.piece(&self.line);
            pen.number(number);
            pen.piece(&class.pieces[0]);
            if class.timed.0 {
                self.stamps.write(response, &mut pen);
            }
            pen.piece(&class.pieces[1]);
            if class.timed.1 {
                self.stamps.write(resolution, &mut pen);
            }
            pen.piece(&class.pieces[2]);
            let written = pen.written();
            sheet.keep(written);
            lines.pass(scan.at);
        }
    }
}

impl<'a> Class<'a> {
    /// Prepares a priority; none without a schedule, or when its name alone fills an answer.
    fn new(priority: &'a PriorityTargets) -> Option<Self> {
        let target = |target| match target {
            Target::Within(time) => (schedule::millis(time), true, "{\"due\":\"", "\"}"),
            Target::Unset => (0, false, "", "null"),
            Target::Agreed => (0, false, "", "{\"agreed\":true}"),
        };
        let (response, response_timed, response_begins, response_ends) = target(priority.response);
        let (resolution, resolution_timed, resolution_begins, resolution_ends) = target(priority.resolution);
        let id = json::text(&priority.id);
        let pieces = [
            Piece::new(&format!(",\"priority\":{id},\"response\":{response_begins}")),
            Piece::new(&format!("{response_ends},\"resolution\":{resolution_begins}")),
            Piece::new(&format!("{resolution_ends}}}\n")),
        ];
        let [first, second, third] = &pieces;
        let fits = first.len() + second.len() + third.len() + LONGEST_ID + 128 <= ROOM;
        Some(Self {
            schedule: priority.schedule.as_deref().filter(|_| fits)?,
            times: (response, resolution),
            timed: (response_timed, resolution_timed),
            pieces,
        })
    }
}

impl<'a> Record<'a> {
    /// Reads the record that begins there, up to the next line; none when there is anything unusual about it.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    fn read(scan: &mut Scan<'a>, names: &Names) -> Option<Self> {
        let (mut id, mut reported_at) = (None, None);
        let (mut impact, mut urgency, mut priority) = (None, None, None);
        if scan.token()? != b'{' {
            return None;
        }
        loop {
            if scan.token()? != b'"' {
                return None;
            }
            let key = scan.text()?;
            if scan.token()? != b':' {
                return None;
            }
            let value = scan.token()?;
            if value != b'"' {
                // The one value that may be a number here.
                if !(key.is(*b"id\0\0\0\0\0\0", 2) && value.is_ascii_digit() && id.is_none()) {
                    return None;
                }
                id = Some((scan.whole()?, false));
            } else if key.is(*b"reported", 10) && key.bytes.get(8..) == Some(b"At") {
                if reported_at.replace(scan.instant()?).is_some() {
                    return None;
                }
            } else {
                let text = scan.text()?;
                let before = if key.is(*b"impact\0\0", 6) {
                    impact.replace(text).is_some()
                } else if key.is(*b"urgency\0", 7) {
                    urgency.replace(text).is_some()
                } else if key.is(*b"priority", 8) {
                    priority.replace(text).is_some()
                } else if key.is(*b"id\0\0\0\0\0\0", 2) {
                    id.replace((text.bytes, true)).is_some()
                } else {
                    return None;
                };
                if before {
                    return None;
                }
            }
            match scan.token()? {
                b',' => {}
                b'}' => break,
                _ => return None,
            }
        }
        if !scan.ends() {
            return None;
        }
        let priority = match (priority, impact, urgency) {
            (Some(id), None, None) => position(&names.priorities, id)?,
            (None, Some(impact), Some(urgency)) => {
                let (impact, urgency) = (position(&names.impacts, impact)?, position(&names.urgencies, urgency)?);
                names.incidents.matrix.priority(Impact(impact), Urgency(urgency))?.0
            }
            _ => return None,
        };
        let (id, quoted) = id.unwrap_or((b"null", false));
        if id.len() > LONGEST_ID {
            return None;
        }
        Some(Self {
            id,
            quoted,
            reported_at: reported_at?,
            priority,
        })
    }
}

/// The ids of a policy's levels and priorities.
struct Names<'a> {
    incidents: &'a Incidents,
    impacts: Vec<Text<'a>>,
    urgencies: Vec<Text<'a>>,
    priorities: Vec<Text<'a>>,
}

impl<'a> Names<'a> {
    fn new(incidents: &'a Incidents) -> Self {
        let mut priorities = Vec::new();
        for priority in &incidents.priorities {
            priorities.push(Text::new(&priority.id));
        }
        Self {
            incidents,
            impacts: texts(&incidents.impacts),
            urgencies: texts(&incidents.urgencies),
            priorities,
        }
    }
}

fn texts(ids: &[String]) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    for id in ids {
        texts.push(Text::new(id));
    }
    texts
}

/// The index of a name.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
fn position(names: &[Text], name: Text) -> Option<usize> {
    for (index, known) in names.iter().enumerate() {
        if known.equals(name) {
            return Some(index);
        }
    }
    None
}
