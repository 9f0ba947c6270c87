//! Terms that promise nothing, to be filled by hand.

use std::sync::OnceLock;

use sladesk::core::terms::{Priority, Source, Terms};
use sladesk::plans::{PlanFile, SystemNames};

/// Terms without milestones, with these priorities, the most urgent first.
pub fn bare(priorities: &[&str]) -> Terms {
    static EMPTY: OnceLock<Terms> = OnceLock::new();
    let mut terms = EMPTY.get_or_init(empty).clone();
    terms.priorities = priorities.iter().map(|id| priority(id)).collect();
    terms
}

fn empty() -> Terms {
    let text = r#"
        schema = 1
        vendor = "test"
        zone = "UTC"
        hours = "around-the-clock"
        priorities.p1 = "The only one"
        channels.email = "E-mail"
        plans.test.title = "Test"
    "#;
    of_text(text)
}

/// The plan `test` of a plan file.
pub fn of_text(text: &str) -> Terms {
    let read = PlanFile::read("test.toml", text.as_bytes(), &SystemNames::default());
    let file = read.file.unwrap_or_else(|| panic!("{:?}", read.found));
    file.terms("test").expect("the plan is there")
}

fn priority(id: &str) -> Priority {
    Priority {
        id: id.to_owned(),
        title: id.to_owned(),
        aliases: Vec::new(),
        means: None,
        recommended: Vec::new(),
        never_for: Vec::new(),
        included: true,
        source: Source::default(),
    }
}
