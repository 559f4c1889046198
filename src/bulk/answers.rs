//! The answer to a line of any shape: read as JSON, fitted into its type, asked, written.

use super::sheet::Sheet;
use super::{Kind, Question};
use crate::change::{CheckOptions, WindowKind, findings_json};
use crate::error::Error;
use crate::finding::Finding;
use crate::json::{self, FromJson, Json, ToJson as _, Writer};
use crate::policy::Policy;
use crate::schedule::{Instant, Stamp};
use crate::sla::{self, DeadlineQuery, Phase, Ticket, Tracked, Tracking};

/// The answers so far.
pub(super) struct Answers<'a> {
    policy: &'a Policy,
    question: Question,
    pub(super) sheet: Sheet,
    /// Of each tracked ticket the earliest deadline of a clock that is not stopped, and where its answer ends.
    pub(super) dues: Vec<(Option<Instant>, usize)>,
    pub(super) bad: u64,
    pub(super) refused: u64,
}

impl<'a> Answers<'a> {
    pub(super) fn new(policy: &'a Policy, question: Question, input: usize) -> Self {
        Self {
            policy,
            question,
            sheet: Sheet::new(input),
            dues: Vec::new(),
            bad: 0,
            refused: 0,
        }
    }

    /// Answers a line.
    pub(super) fn answer(&mut self, number: u64, line: &[u8]) {
        let mut out = Writer::default();
        let answer = match self.question.kind {
            Kind::Due => self.due(number, line, &mut out),
            Kind::Track => self.track(number, line, &mut out),
            Kind::Patch => self.check(number, line, &mut out, WindowKind::Patch),
            Kind::Change => self.check(number, line, &mut out, WindowKind::Change),
        };
        let due = answer.unwrap_or_else(|error| {
            self.bad += 1;
            out = Writer::default();
            out.begin('{');
            out.field("line", &number);
            out.key("error");
            error.to_json(&mut out);
            None
        });
        out.end('}');
        self.sheet.write(out.finish().as_bytes());
        self.sheet.write(b"\n");
        if self.question.kind == Kind::Track {
            self.dues.push((due, self.sheet.written()));
        }
    }

    fn due(&self, number: u64, line: &[u8], out: &mut Writer) -> Result<Option<Instant>, Error> {
        let ticket: Ticket = fit(line)?;
        let query = DeadlineQuery {
            impact: ticket.impact,
            urgency: ticket.urgency,
            priority: ticket.priority,
            reported_at: ticket.reported_at,
            channel: ticket.channel,
            component: ticket.component,
        };
        let answer = sla::deadlines(self.policy, &query)?;
        begin(number, &ticket.id, out);
        out.field("priority", &answer.priority);
        out.field("response", &answer.response);
        out.field("resolution", &answer.resolution);
        if !answer.findings.is_empty() {
            out.field("findings", &answer.findings);
        }
        Ok(None)
    }

    fn track(&self, number: u64, line: &[u8], out: &mut Writer) -> Result<Option<Instant>, Error> {
        let answer = sla::tracking(self.policy, &fit(line)?, self.question.now, false)?;
        begin(number, &answer.id, out);
        out.field("priority", &answer.priority);
        out.field("response", &answer.response);
        out.field("resolution", &answer.resolution);
        out.field("targets", &answer.targets);
        out.field("supportLine", &answer.line);
        out.field("nextLine", &answer.next_line);
        out.field("findings", &answer.findings);
        out.field("nextChange", &answer.next_change);
        Ok(next_due(&answer))
    }

    fn check(&mut self, number: u64, line: &[u8], out: &mut Writer, kind: WindowKind) -> Result<Option<Instant>, Error> {
        let mut json = read(line)?;
        let id = match &mut json {
            Json::Object(request) => request.remove("id").unwrap_or_default(),
            _ => Json::Null,
        };
        if !matches!(id, Json::Null | Json::Text(_) | Json::Number(_)) {
            return Err(Error::new("wrong-type", "id", "expected text or a number"));
        }
        let findings = findings_json(self.policy, kind, json, &CheckOptions::at(self.question.now))?;
        let accepted = !findings.iter().any(Finding::is_error);
        self.refused += u64::from(!accepted);
        begin(number, &id, out);
        out.field("accepted", &accepted);
        out.field("findings", &findings);
        Ok(None)
    }
}

fn begin(number: u64, id: &Json, out: &mut Writer) {
    out.begin('{');
    out.field("id", id);
    out.field("line", &number);
}

fn read(line: &[u8]) -> Result<Json, Error> {
    let text = str::from_utf8(line).map_err(|_| Error::new("not-utf8", "", "this line is not UTF-8"))?;
    Ok(json::parse(text)?)
}

fn fit<T: FromJson>(line: &[u8]) -> Result<T, Error> {
    Ok(json::fit(read(line)?)?)
}

/// The earliest deadline of a clock that is not stopped.
fn next_due(answer: &Tracking) -> Option<Instant> {
    let mut next = None;
    let mut look = |clock: &Tracked| {
        if clock.phase != Phase::Stopped {
            next = sla::earliest(next, clock.due.map(Stamp::instant));
        }
    };
    answer.response.iter().for_each(&mut look);
    answer.resolution.iter().for_each(&mut look);
    answer.targets.values().for_each(&mut look);
    next
}
