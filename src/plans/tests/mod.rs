//! Whole files and whole signings.

mod amending;
mod files;
mod merging;
mod reading;
mod signing;

use super::*;
use crate::core::terms::{
    Agreed, Commitment, NotPromisedReason, Promise, Seats, Target, TargetsOf, Terms,
};

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
    let drawn: String = reading
        .found
        .iter()
        .map(|finding| finding.draw(None))
        .collect();
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
    (error.to_string(), steps(&error))
}

/// The steps, a word that another trade has for what a plan says left to whoever words it.
fn steps(error: &PlanError) -> Vec<String> {
    fn text(hint: &Hint) -> Option<String> {
        match hint {
            Hint::Says(text) => Some(text.clone()),
            Hint::Meant(name) => Some(format!("did you mean `{name}`?")),
            Hint::Written { instead, .. } => instead.as_deref().and_then(text),
            Hint::Define { .. } | Hint::MoreFindings(_) | Hint::MoreOfThisKind(_) => None,
        }
    }
    error.hints().iter().filter_map(text).collect()
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

/// The paths at which one document says something else than another, or the other nothing: by the
/// rows that the record keeps.
fn differences(one: &Document, other: &Document) -> Vec<String> {
    let rows = |document: &Document| -> Vec<(String, serde_json::Value)> {
        let kept: serde_json::Value = serde_json::from_str(&document.text()).unwrap();
        let rows = kept["terms"].as_array().unwrap().iter();
        rows.map(|row| (row[0].as_str().unwrap().to_owned(), row[1].clone()))
            .filter(|(path, _)| !path.ends_with(".note"))
            .collect()
    };
    let theirs = rows(other);
    let differs = rows(one).into_iter().filter(|row| !theirs.contains(row));
    differs.map(|(path, _)| path).collect()
}
