//! What is paid, how long it lasts, and countable rights.

use super::keys::{key, sum};
use crate::plans::shape::KeyScope::Inside;
use crate::plans::shape::LineText::{Always, Unusual};
use crate::plans::shape::ValueShape::{
    Agreed, Effort, Either, Flag, List, Name, Notice, Period, Table, Text, Whole, Word,
};
use crate::plans::shape::{TableShape, Vocabulary};

pub(in crate::plans) const PRICE: TableShape = TableShape {
    title: "A price",
    side: Inside,
    keys: &[
        sum("amount", "a sum"),
        sum("at-least", "not less than a sum"),
        sum("percent", "a share of something"),
        key("of", Text, "of what, with `percent`"),
        key("currency", Text, "`EUR`, `RUB`"),
        key(
            "per",
            Word(&["month", "quarter", "year", "hour", "case", "priority"]),
            "for what it is paid",
        )
        .says(Always(" per {}", "")),
        key(
            "taxes",
            Word(&["included", "excluded"]),
            "whether taxes are in it",
        )
        .says(Always(", taxes {}", "")),
        key("paid", Word(&["ahead", "after"]), "when").says(Always(", paid {}", "")),
    ],
    one_of: &["amount", "at-least", "percent"],
    needs: &[],
    word: "",
    between: ", ",
};

pub(in crate::plans) const TERM: TableShape = TableShape {
    title: "A term",
    side: Inside,
    keys: &[
        key("length", Agreed(&Period), "so long")
            .says(Always("{}", ""))
            .asks(
                "how long the contract lasts",
                "\"12 months\"",
                "the contract's end settles it",
            )
            .unasked(),
        key("at-least", Period, "not less").says(Always("at least {}", "")),
        key("renews", Period, "a renewal by itself adds so much")
            .says(Always("renews by {}", ""))
            .default("it does not renew by itself"),
        key(
            "notice",
            Either(&[Notice, Word(&["none"])]),
            "how long before the end it must be cancelled; `\"none\"`: at any time",
        )
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
    title: "An allowance",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id").seldom(),
        key("cases", Agreed(&Whole(0, 1_000_000)), "how many tickets").says(Always("{case}", "")).asks("how many cases of {}", "5", "it is used up by tickets and work"),
        key("hours", Agreed(&Effort), "how much work: `40h`").says(Always("{hour}", "")).asks("how many hours of {}", "40h", "it is used up by tickets and work"),
        key("per", Word(&["contract-year", "calendar-year", "quarter", "month", "term"]), "in which period").says(Always(" a {}", "")).worded(&[("contract-year", " a contract year"), ("calendar-year", " a calendar year")]).default("`\"contract-year\"`"),
        key("topics", List(&Name(Vocabulary::Topics)), "the topics it covers").says(Unusual(" on {}")).default("all"),
        key("when-used-up", Either(&[Word(&["refuse", "warn", "overage"]), Table(&USED_UP)]), "refuse; say so; go on and count it as overage; or let the duties lapse that `lapses` names").says(Always("{}", "")).worded(&[("refuse", "then refused"), ("warn", "then a warning"), ("overage", "then overage")]).default("`\"refuse\"`"),
        key("rounded-up-to", Effort, "each entry of work is rounded up to whole multiples of it").says(Unusual("rounded up to {}")).default("not rounded").seldom(),
        key("entry-at-least", Effort, "an entry of work counts for at least that").says(Unusual("an entry at least {}")).default("nothing").seldom(),
        key("rolls-over", Either(&[Flag, Whole(1, 1_000_000), Effort]), "what is left goes over into the next period: `true` for all of it, or at most so much").says(Unusual("at most {case} roll over")).worded(&[("true", "the rest rolls over")]).default("`false`").seldom(),
    ],
    one_of: &["cases", "hours"],
    needs: &[],
    word: "",
    between: "; ",
};

pub(in crate::plans) const USED_UP: TableShape = TableShape {
    title: "`when-used-up` of an allowance",
    side: Inside,
    keys: &[key(
        "lapses",
        List(&Name(Vocabulary::Milestones)),
        "the milestones that stand still until more is bought",
    )
    .says(Always("then {} lapses", ""))
    .required()],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};
