//! The words of a plan: priorities, channels, topics and the rest.

use super::keys::{INCLUDED, key};
use crate::plans::shape::KeyScope::Inside;
use crate::plans::shape::LineText::{Always, Included, NotIncluded, Unusual};
use crate::plans::shape::ValueShape::{Either, Flag, List, Name, Text, Whole, Word};
use crate::plans::shape::{TableShape, Vocabulary};

pub(in crate::plans) const PRIORITY: TableShape = TableShape {
    title: "A priority",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key("means", Text, "what is of this priority").says(Unusual("{}")),
        key(
            "aliases",
            List(&Text),
            "other words for it, for files and people",
        )
        .says(Unusual("also called {}"))
        .default("`[]`"),
        key(
            "recommended",
            List(&Name(Vocabulary::Channels)),
            "channels that the source advises; advice, not a rule",
        )
        .says(Unusual("best by {}"))
        .default("`[]`"),
        key(
            "never-for",
            List(&Name(Vocabulary::Surroundings)),
            "environments and components that can never have it",
        )
        .says(Unusual("never for {}"))
        .default("`[]`"),
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: "; ",
};

pub(in crate::plans) const CHANNEL: TableShape = TableShape {
    title: "A channel",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key("self-service", Flag, "not a way to open a ticket")
            .says(Included("self-service"))
            .default("`false`"),
        INCLUDED,
    ],
    one_of: &[],
    needs: &[],
    word: "included",
    between: ", ",
};

pub(in crate::plans) const TOPIC: TableShape = TableShape {
    title: "A topic",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key(
            "only-for",
            Name(Vocabulary::Qualifications),
            "only for contacts who hold this qualification",
        )
        .says(Unusual("only for {}"))
        .default("all"),
        key("excluded", Flag, "in no plan unless the contract adds it")
            .says(NotIncluded("excluded unless the contract lists it"))
            .default("`false`"),
        INCLUDED,
    ],
    one_of: &[],
    needs: &[],
    word: "included",
    between: ", ",
};

pub(in crate::plans) const SERVICE: TableShape = TableShape {
    title: "A service",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key(
            "named-by",
            Word(&["desk", "customer"]),
            "a person whom the contract names, and by whom",
        )
        .says(Unusual("named by the {}")),
        INCLUDED,
    ],
    one_of: &[],
    needs: &[],
    word: "included",
    between: ", ",
};

pub(in crate::plans) const EXCLUSION: TableShape = TableShape {
    title: "An exclusion",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        INCLUDED,
    ],
    one_of: &[],
    needs: &[],
    word: "clocks cancelled",
    between: ", ",
};

pub(in crate::plans) const WORD: TableShape = TableShape {
    title: "An environment, a component, an impact, an urgency",
    side: Inside,
    keys: &[key("title", Text, "as people read it").default("the id")],
    one_of: &[],
    needs: &[],
    word: "known",
    between: ", ",
};

pub(in crate::plans) const CHANGE: TableShape = TableShape {
    title: "A priority change",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key("by", Word(&["desk", "customer"]), "who may ask for it")
            .says(Always("asked by the {}", ""))
            .default("`\"desk\"`"),
        key(
            "from",
            List(&Name(Vocabulary::Priorities)),
            "from which priorities",
        )
        .says(Always("from {}", "from any"))
        .default("any"),
        key(
            "to",
            Either(&[
                Word(&["lower", "higher", "any"]),
                List(&Name(Vocabulary::Priorities)),
            ]),
            "to which",
        )
        .says(Always(" to {}", " to any"))
        .worded(&[("lower", " to a lower one"), ("higher", " to a higher one")])
        .default("`\"any\"`"),
        key(
            "meets",
            List(&Name(Vocabulary::Milestones)),
            "milestones that this change ends",
        )
        .says(Unusual("meets {}"))
        .default("`[]`"),
        key(
            "corrects",
            Flag,
            "the priority replaced never was; a breach it takes back is shown as corrected",
        )
        .says(Unusual(""))
        .worded(&[("true", "a correction")])
        .default("`false`"),
        INCLUDED,
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};

pub(in crate::plans) const FACT: TableShape = TableShape {
    title: "A fact",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key(
            "text",
            Text,
            "what the source says; `\"none\"` in a plan takes a fact of the file away",
        )
        .required()
        .says(Unusual("{}")),
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: "; ",
};

pub(in crate::plans) const QUALIFICATION: TableShape = TableShape {
    title: "A qualification",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key(
            "at-most",
            Whole(1, 1_000_000),
            "how many contacts of a contract may hold it",
        )
        .says(Always("at most {}", "any number"))
        .default("any number"),
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};
