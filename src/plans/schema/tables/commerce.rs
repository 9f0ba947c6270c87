//! What is paid, how long it lasts, and countable rights.

use super::keys::{key, sum};
use crate::plans::shape::KeyScope::Inside;
use crate::plans::shape::LineText::{Always, Unusual};
use crate::plans::shape::ValueShape::{
    Agreed, Effort, Either, Flag, List, Name, Notice, Period, Table, Text, Title, Whole, Word,
};
use crate::plans::shape::{TableShape, Vocabulary};

pub(in crate::plans) const PRICE: TableShape = TableShape {
    id: "price",
    side: Inside,
    keys: &[
        sum("amount"),
        sum("at-least"),
        sum("percent"),
        key("of", Title),
        key("currency", Text),
        key(
            "per",
            Word(&["month", "quarter", "year", "hour", "case", "priority"]),
        )
        .says(Always(" per {}", "")),
        key("taxes", Word(&["included", "excluded"])).says(Always(", taxes {}", "")),
        key("paid", Word(&["ahead", "after"])).says(Always(", paid {}", "")),
    ],
    one_of: &["amount", "at-least", "percent"],
    needs: &[],
    word: "",
    between: ", ",
};

pub(in crate::plans) const TERM: TableShape = TableShape {
    id: "term",
    side: Inside,
    keys: &[
        key("length", Agreed(&Period))
            .says(Always("{}", ""))
            .asks(
                "how long the contract lasts",
                "\"12 months\"",
                "the contract's end settles it",
            )
            .unasked(),
        key("at-least", Period).says(Always("at least {}", "")),
        key("renews", Period)
            .says(Always("renews by {}", ""))
            .default("it does not renew by itself"),
        key("notice", Either(&[Notice, Word(&["none"])]))
            .says(Always("{} notice", ""))
            .worded(&[("none", "cancelled at any time")])
            .default("not stated"),
    ],
    one_of: &["length", "at-least"],
    needs: &[],
    word: "",
    between: "; ",
};

pub(in crate::plans) const ALLOWANCE: TableShape = TableShape {
    id: "allowance",
    side: Inside,
    keys: &[
        key("title", Title).default("the id").seldom(),
        key("cases", Agreed(&Whole(0, 1_000_000)))
            .says(Always("{case}", ""))
            .asks(
                "how many cases of {is}",
                "5",
                "it is used up by tickets and work",
            ),
        key("hours", Agreed(&Effort))
            .says(Always("{hour}", ""))
            .asks(
                "how many hours of {is}",
                "40h",
                "it is used up by tickets and work",
            ),
        key(
            "per",
            Word(&["contract-year", "calendar-year", "quarter", "month", "term"]),
        )
        .says(Always(" a {}", ""))
        .worded(&[
            ("contract-year", " a contract year"),
            ("calendar-year", " a calendar year"),
        ])
        .default("`\"contract-year\"`"),
        key("topics", List(&Name(Vocabulary::Topics)))
            .says(Unusual(" on {}"))
            .default("all"),
        key(
            "when-used-up",
            Either(&[Word(&["refuse", "warn", "overage"]), Table(&USED_UP)]),
        )
        .says(Always("{}", ""))
        .worded(&[
            ("refuse", "then refused"),
            ("warn", "then a warning"),
            ("overage", "then overage"),
        ])
        .default("`\"refuse\"`"),
        key("rounded-up-to", Effort)
            .says(Unusual("rounded up to {}"))
            .default("not rounded")
            .seldom(),
        key("entry-at-least", Effort)
            .says(Unusual("an entry at least {}"))
            .default("nothing")
            .seldom(),
        key("rolls-over", Either(&[Flag, Whole(1, 1_000_000), Effort]))
            .says(Unusual("at most {case} roll over"))
            .worded(&[("true", "the rest rolls over")])
            .default("`false`")
            .seldom(),
    ],
    one_of: &["cases", "hours"],
    needs: &[],
    word: "",
    between: "; ",
};

pub(in crate::plans) const USED_UP: TableShape = TableShape {
    id: "when-used-up",
    side: Inside,
    keys: &[key("lapses", List(&Name(Vocabulary::Milestones)))
        .says(Always("then {} lapses", ""))
        .required()],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};
