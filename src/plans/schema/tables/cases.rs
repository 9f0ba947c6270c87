//! The cases that a file holds itself to.

use super::keys::key;
use crate::plans::shape::KeyScope::Inside;
use crate::plans::shape::ValueShape::{LanguageTag, List, Name, Of, Table, Text, Word, Zone};
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
    id: "case",
    side: Inside,
    keys: &[
        key("name", Text).required(),
        key("plan", Name(Vocabulary::Plans)).required(),
        key("set", List(&Text)).default("`[]`"),
        key("zone", Zone).default("the plan's, else UTC"),
        key("region", Text).default("none"),
        key("open", Table(&OPENING)).required(),
        key("then", List(&Text)).default("`[]`"),
        key("due", Of(Vocabulary::Milestones, &Text)),
        key("state", Of(Vocabulary::Milestones, &Word(STATES))),
        key("at", Text).default("at the last thing that happens"),
    ],
    one_of: &[],
    needs: &["due", "state"],
    word: "",
    between: ", ",
};

pub(in crate::plans) const OPENING: TableShape = TableShape {
    id: "opening",
    side: Inside,
    keys: &[
        key("at", Text).required(),
        key("priority", Name(Vocabulary::Priorities)).required(),
        key("channel", Name(Vocabulary::Channels)),
        key("topic", Name(Vocabulary::Topics)),
        key("language", LanguageTag),
        key("environment", Name(Vocabulary::Environments)),
        key("component", Name(Vocabulary::Components)),
        key("version", Text),
        key("asks", Name(Vocabulary::Kinds)),
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};
