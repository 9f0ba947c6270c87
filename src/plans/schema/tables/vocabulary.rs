//! The words of a plan: priorities, channels, topics and the rest.

use super::keys::{INCLUDED, key, title};
use crate::plans::shape::KeyScope::Inside;
use crate::plans::shape::LineText::{Always, Included, NotIncluded, Unusual};
use crate::plans::shape::ValueShape::{Day, Either, Flag, List, Name, Text, Title, Whole, Word};
use crate::plans::shape::{LineText, TableShape, Vocabulary};

/// For what alone something is, and for what it never is.
const ONLY_FOR: LineText = Unusual("only for {}");
const NEVER_FOR: LineText = Unusual("never for {}");
/// Its other names.
const ALSO_CALLED: LineText = Unusual("also called {}");

pub(in crate::plans) const PRIORITY: TableShape = TableShape {
    id: "priority",
    side: Inside,
    keys: &[
        title(),
        key("means", Title).says(Unusual("{}")),
        key("aliases", List(&Text))
            .says(ALSO_CALLED)
            .default("`[]`"),
        key("recommended", List(&Name(Vocabulary::Channels)))
            .says(Unusual("best by {}"))
            .default("`[]`"),
        key("never-for", List(&Name(Vocabulary::Surroundings)))
            .says(NEVER_FOR)
            .default("`[]`"),
        INCLUDED,
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: "; ",
};

pub(in crate::plans) const CHANNEL: TableShape = TableShape {
    id: "channel",
    side: Inside,
    keys: &[
        title(),
        key("self-service", Flag)
            .says(Included("self-service"))
            .default("`false`"),
        key("only-for", List(&Name(Vocabulary::Requests)))
            .says(ONLY_FOR)
            .default("anything")
            .seldom(),
        key("never-for", List(&Name(Vocabulary::Requests)))
            .says(NEVER_FOR)
            .default("none")
            .seldom(),
        INCLUDED,
    ],
    one_of: &[],
    needs: &[],
    word: "included",
    between: ", ",
};

pub(in crate::plans) const TOPIC: TableShape = TableShape {
    id: "topic",
    side: Inside,
    keys: &[
        title(),
        key("only-for", Name(Vocabulary::Qualifications))
            .says(ONLY_FOR)
            .default("all"),
        key("excluded", Flag)
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
    id: "service",
    side: Inside,
    keys: &[
        title(),
        key("named-by", Word(&["desk", "customer"])).says(Unusual("named by the {}")),
        INCLUDED,
    ],
    one_of: &[],
    needs: &[],
    word: "included",
    between: ", ",
};

pub(in crate::plans) const EXCLUSION: TableShape = TableShape {
    id: "exclusion",
    side: Inside,
    keys: &[title(), INCLUDED],
    one_of: &[],
    needs: &[],
    word: "clocks cancelled",
    between: ", ",
};

pub(in crate::plans) const WORD: TableShape = TableShape {
    id: "word",
    side: Inside,
    keys: &[title(), INCLUDED],
    one_of: &[],
    needs: &[],
    word: "known",
    between: ", ",
};

pub(in crate::plans) const VERSION: TableShape = TableShape {
    id: "version",
    side: Inside,
    keys: &[
        title(),
        key("aliases", List(&Text))
            .says(ALSO_CALLED)
            .default("`[]`"),
        key("supported-until", Day)
            .says(Unusual("until {}"))
            .default("none"),
    ],
    one_of: &[],
    needs: &[],
    word: "supported",
    between: ", ",
};

pub(in crate::plans) const CHANGE: TableShape = TableShape {
    id: "priority-change",
    side: Inside,
    keys: &[
        title(),
        key("by", Word(&["desk", "customer"]))
            .says(Always("asked by the {}", ""))
            .default("`\"desk\"`"),
        key("from", List(&Name(Vocabulary::Priorities)))
            .says(Always("from {}", "from any"))
            .default("any"),
        key(
            "to",
            Either(&[
                Word(&["lower", "higher", "any"]),
                List(&Name(Vocabulary::Priorities)),
            ]),
        )
        .says(Always(" to {}", " to any"))
        .worded(&[("lower", " to a lower one"), ("higher", " to a higher one")])
        .default("`\"any\"`"),
        key("meets", List(&Name(Vocabulary::Milestones)))
            .says(Unusual("meets {}"))
            .default("`[]`"),
        key("corrects", Flag)
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
    id: "fact",
    side: Inside,
    keys: &[title(), key("text", Title).required().says(Unusual("{}"))],
    one_of: &[],
    needs: &[],
    word: "",
    between: "; ",
};

pub(in crate::plans) const QUALIFICATION: TableShape = TableShape {
    id: "qualification",
    side: Inside,
    keys: &[
        title(),
        key("at-most", Whole(1, 1_000_000))
            .says(Always("at most {}", "any number"))
            .default("any number"),
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};
