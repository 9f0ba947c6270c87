//! Whole files and whole signings.

mod amending;
mod files;
mod reading;
mod signing;

use super::*;
use crate::core::terms::{Agreed, Promise, Seats, Target, Terms};

/// A small file with every shape that the tests need.
pub(super) const ACME: &str = r#"
schema = 1
vendor = "acme"
zone = { one-of = ["UTC+1", "UTC+8"] }
contacts = "open"
[clause]
contacts = "A-1"
targets = { response = "A-2" }
[priorities]
p1 = { title = "Down", aliases = ["1"] }
p2 = "The rest"
[milestones.response]
met-by = ["replied"]
[milestones.resolution]
met-by = ["resolved"]
[calendars]
business-hours = { one-of = ["worldwide", "north-america"] }
worldwide = "mon-fri 09:00-17:00"
north-america = { week = "mon-fri 08:00-17:00", clause = "A-3" }
[channels]
email = "E-mail"
phone = "Phone"
[topics]
faults = "Faults"
networks = { title = "Networks", excluded = true }
[plans.small]
hours = "business-hours"
channels = ["email"]
targets.response = { p1 = "4h", p2 = "open" }
targets.resolution = "none"
[plans.large]
hours = "around-the-clock"
clause = "A-9"
targets.response = { p1 = { within = "1h", hours = "business-hours", negotiable = true }, p2 = { one-of = ["4h", "8h"] } }
targets.resolution = "open"
allowances.visits = { cases = "open", per = "quarter" }
"#;

pub(super) fn file(text: &str) -> PlanFile {
    let reading = PlanFile::read("plans/acme.toml", text.as_bytes(), &SystemNames::default());
    let drawn: String = reading.found.iter().map(Diagnostic::draw).collect();
    reading.file.unwrap_or_else(|| panic!("{drawn}"))
}

fn agreed(set: &[&str]) -> Vec<PathValue> {
    let read = |text: &&str| text.parse().expect("it sets a value");
    set.iter().map(read).collect()
}

fn agreement(set: &[&str]) -> Agreement {
    Agreement {
        set: agreed(set),
        ..Agreement::default()
    }
}

fn signed(plan: &str, set: &[&str]) -> Signed {
    let signed = file(ACME).sign(plan, &agreement(set), &SystemNames::default());
    signed.unwrap_or_else(|error| panic!("{set:?}: {error}"))
}

fn refused(plan: &str, set: &[&str]) -> (String, Vec<String>) {
    let error = file(ACME)
        .sign(plan, &agreement(set), &SystemNames::default())
        .unwrap_err();
    (error.to_string(), error.hints())
}

fn target<'t>(terms: &'t Terms, milestone: &str, priority: usize) -> &'t Target {
    &terms
        .milestone(milestone)
        .expect("the milestone is there")
        .targets[priority]
}

fn within(text: &str) -> Promise {
    Promise::Within(text.parse().expect("a duration"))
}
