//! Kinds of tickets, by which targets differ.

use super::keys::{key, title};
use super::promises::TARGET_VALUE;
use crate::plans::shape::KeyScope::Inside;
use crate::plans::shape::LineText::Unusual;
use crate::plans::shape::ValueShape::{
    self, ByPriority, Either, Flag, Hours, Included, LanguageTag, List, Name, Of, Table, Text,
};
use crate::plans::shape::{KeySpec, TableShape, Vocabulary};

/// The targets of tickets of a kind.
pub(in crate::plans) const WHEN: ValueShape = Of(Vocabulary::KindWords, &ByPriority(&TARGET_VALUE));

const PRIORITIES: ValueShape = words(&[
    Name(Vocabulary::Priorities),
    Included(Vocabulary::Priorities),
]);
const CHANNELS: ValueShape = words(&[Name(Vocabulary::Channels), Included(Vocabulary::Channels)]);
const TOPICS: ValueShape = words(&[Name(Vocabulary::Topics), Included(Vocabulary::Topics)]);
const COMPONENTS: ValueShape = words(&[
    Name(Vocabulary::Components),
    Included(Vocabulary::Components),
]);
const ENVIRONMENTS: ValueShape = words(&[
    Name(Vocabulary::Environments),
    Included(Vocabulary::Environments),
]);
/// Words that no table of the file defines.
const TEXTS: ValueShape = words(&[Text, List(&Text), Table(&ALL_BUT)]);

/// Languages, by their tags.
const LANGUAGES: ValueShape = words(&[LanguageTag, List(&LanguageTag), Table(&ALL_BUT_LANGUAGES)]);

const fn words(shapes: &'static [ValueShape]) -> ValueShape {
    Either(shapes)
}

/// What a ticket must name.
const fn named(name: &'static str, shape: ValueShape, says: &'static str) -> KeySpec {
    key(name, shape).says(Unusual(says))
}

pub(in crate::plans) const KIND: TableShape = TableShape {
    id: "kind",
    side: Inside,
    keys: &[
        title(),
        named("priority", PRIORITIES, "priority {}"),
        named("channel", CHANNELS, "channel {}"),
        named("topic", TOPICS, "topic {}"),
        named("component", COMPONENTS, "component {}"),
        named("environment", ENVIRONMENTS, "environment {}"),
        named("version", TEXTS, "version {}"),
        named("language", LANGUAGES, "language {}"),
        named("line", TEXTS, "line {}"),
        named("during", Hours, "during {}"),
        named("outside", Hours, "outside {}"),
        named("on-request", Flag, "{}")
            .worded(&[("true", "on-request")])
            .default("`false`"),
    ],
    one_of: &[],
    needs: &[
        "priority",
        "channel",
        "topic",
        "component",
        "environment",
        "version",
        "language",
        "line",
        "during",
        "outside",
        "on-request",
    ],
    word: "",
    between: "; ",
};

const ALL_BUT_LANGUAGES: TableShape = TableShape {
    keys: &[key("all-but", List(&LanguageTag)).required()],
    ..ALL_BUT
};

const ALL_BUT: TableShape = TableShape {
    id: "all-but",
    side: Inside,
    keys: &[key("all-but", List(&Text)).required()],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};
