//! Prints by when an incident is answered and solved: `cargo run --example deadline`.

use deskrules::error::Error;
use deskrules::json;
use deskrules::policy::Policy;
use deskrules::sla;

fn main() -> Result<(), Error> {
    let goud = Policy::managed_server_goud()?;
    let incident = json::parse(r#"{ "impact": "high", "urgency": "medium", "reportedAt": "2026-11-24T09:00:00+01:00" }"#)?;
    let deadlines = sla::deadlines(&goud, &json::fit(incident)?)?;
    println!("{}", json::text(&deadlines));
    Ok(())
}
