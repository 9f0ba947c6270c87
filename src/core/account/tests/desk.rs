//! The people of the desk.

use super::*;
use crate::core::account::staff;
use crate::core::model::{StaffAdded, StaffEdited};

#[test]
fn staff_are_there_until_their_last_day_and_can_come_back() {
    let added = |lines: &[&str]| StaffAdded {
        key: "minh".to_owned(),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
    };
    let mut history = History::default();
    history.with(
        "2026-01-01",
        added(&["first"]),
        person("minh@desk.example", "Minh Tran"),
    );
    history.on(
        "2026-02-01",
        StaffEdited {
            key: "minh".to_owned(),
            lines: None,
            until: Some(day("2026-03-01")),
        },
    );
    let there = |history: &History, date: &str| staff(&history.0)[0].is_there(day(date));
    assert!(there(&history, "2026-02-28"));
    assert!(!there(&history, "2026-03-01"));
    history.on("2026-05-01", added(&["second"]));
    let people = staff(&history.0);
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].name.as_deref(), Some("Minh Tran"));
    assert_eq!(people[0].lines, ["second"]);
    assert!(there(&history, "2026-06-01"));
}
