//! The cases that a file holds itself to.

use super::keys::key;
use crate::plans::shape::KeyScope::Inside;
use crate::plans::shape::ValueShape::{List, Name, Of, Table, Text, Word, Zone};
use crate::plans::shape::{TableShape, Vocabulary};

const STATES: &[&str] = &[
    "running",
    "paused",
    "met",
    "breached",
    "superseded",
    "cancelled",
    "corrected",
];

pub(in crate::plans) const CASE: TableShape = TableShape {
    title: "A case",
    side: Inside,
    keys: &[
        key("name", Text, "what it proves, as a sentence").required(),
        key("plan", Name(Vocabulary::Plans), "the plan that is signed").required(),
        key("set", List(&Text), "what is agreed: `[\"contacts=5\"]`, as with `--set`").default("`[]`"),
        key("zone", Zone, "the contract's zone; the times of the case are read in it")
            .default("the plan's, else UTC"),
        key("region", Text, "the contract's region").default("none"),
        key("open", Table(&OPENING), "the ticket").required(),
        key(
            "then",
            List(&Text),
            "what happens: `\"2026-03-09 10:00 wait customer\"`, with the verbs ack, confirm, reply, receive, wait, resume, assign, priority, agree, eta, exempt, resolve, reopen, close",
        )
        .default("`[]`"),
        key(
            "due",
            Of(Vocabulary::Milestones, &Text),
            "when each milestone is due then, or `\"none\"`",
        ),
        key(
            "state",
            Of(Vocabulary::Milestones, &Word(STATES)),
            "the state of each milestone's clock then",
        ),
        key("at", Text, "when the states are looked at").default("at the last thing that happens"),
    ],
    one_of: &[],
    needs: &["due", "state"],
    word: "",
    between: ", ",
};

pub(in crate::plans) const OPENING: TableShape = TableShape {
    title: "The opening of a case",
    side: Inside,
    keys: &[
        key("at", Text, "when: `2026-03-06 17:00`").required(),
        key("priority", Name(Vocabulary::Priorities), "the ticket's").required(),
        key(
            "environment",
            Name(Vocabulary::Environments),
            "what it names",
        ),
        key("component", Name(Vocabulary::Components), "what it names"),
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};
