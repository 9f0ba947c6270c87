//! The tables inside a plan file, key by key.

use crate::plans::shape::Says::{Always, Included, NotIncluded, Unusual};
use crate::plans::shape::Shape::{
    self, Agreed, Dates, DayHours, DaySet, Duration, Effort, Either, Figure, Flag, Hours, List,
    Name, Notice, Of, Period, Table, Text, Week, Whole, Word, Zone,
};
use crate::plans::shape::Where::{Document, Inside};
use crate::plans::shape::{KeySpec, TableShape, Vocabulary};

const fn key(name: &'static str, shape: Shape, meaning: &'static str) -> KeySpec {
    KeySpec::new(name, shape, meaning)
}

/// A figure of a price.
const fn sum(name: &'static str, meaning: &'static str) -> KeySpec {
    let why = "an open price stops no signing";
    key(name, Agreed(&Figure), meaning)
        .asks("the price", "1000", why)
        .unasked()
}

/// The zone of hours.
pub(super) const fn zone(meaning: &'static str) -> KeySpec {
    let why = "hours are read in it";
    key("zone", Agreed(&Zone), meaning).asks("the zone of the hours", "Europe/Madrid", why)
}

/// The days on which hours are closed.
pub(super) const fn holidays(meaning: &'static str) -> KeySpec {
    let why = "targets count in hours that they close";
    key("holidays", Agreed(&List(&DaySet)), meaning).asks("which holidays are closed", "none", why)
}

/// Whether a plan includes a word: a plan lists the words of its file, a document says it at each.
const INCLUDED: KeySpec =
    KeySpec::new("included", Agreed(&Flag), "whether the plan includes it").stands(Document);

pub(super) const TARGET_VALUE: Shape = Either(&[Duration, Word(&["none"]), Table(&TARGET)]);

pub(in crate::plans) const TARGET: TableShape = TableShape {
    title: "A target",
    side: Inside,
    keys: &[
        key("within", Agreed(&Either(&[Duration, Word(&["none"])])), "how long it may take").worded(&[("none", "not promised")]).asks("how long {} may take at {}", "4h", "a ticket can have this priority"),
        key("hours", Hours, "counted in these instead of the plan's").default("the plan's"),
        key("negotiable", Flag, "the two sides may agree another for one ticket").default("`false`"),
        key("conflicts-with", Either(&[Text, Table(&CONFLICT)]), "the source contradicts itself: in words, or the other figure, which must not be stricter").seldom(),
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};

pub(super) const CONFLICT: TableShape = TableShape {
    title: "`conflicts-with` of a target",
    side: Inside,
    keys: &[key("within", Duration, "the other figure").required()],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};

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

pub(super) const TERM: TableShape = TableShape {
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

pub(super) const ALLOWANCE: TableShape = TableShape {
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

pub(super) const USED_UP: TableShape = TableShape {
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

const ACTS: &[&str] = &[
    "opened",
    "acknowledged",
    "replied",
    "assigned",
    "priority-confirmed",
    "eta",
    "resolved",
    "closed",
];
const STARTS: &[&str] = &[
    "opened",
    "acknowledged",
    "replied",
    "customer-replied",
    "assigned",
    "priority-confirmed",
    "eta",
    "resolved",
    "reopened",
];
const PAUSES: &[&str] = &[
    "waiting-customer",
    "waiting-vendor",
    "waiting-third-party",
    "resolved",
];

pub(super) const MILESTONE: TableShape = TableShape {
    title: "A milestone",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it")
            .default("the id")
            .seldom(),
        key(
            "starts",
            Either(&[Word(STARTS), List(&Word(STARTS))]),
            "the events that start its clock",
        )
        .says(Unusual("starts: {}"))
        .default("`\"opened\"`"),
        key(
            "met-by",
            Either(&[List(&Word(ACTS)), Table(&ALL_OF)]),
            "the first of these ends it, or all of them: `{ all-of = [...] }`",
        )
        .says(Always("met by {or}", ""))
        .default("required"),
        key(
            "paused-by",
            List(&Word(PAUSES)),
            "its clock stands still while the ticket is in one of these states",
        )
        .says(Always("paused by {}", "never paused"))
        .default("`[]`"),
        key(
            "on-raise",
            Word(&["strictest", "from-change", "from-opened"]),
            "from when the new priority's target counts when a priority is raised",
        )
        .says(Unusual("raised: {}"))
        .default("`\"strictest\"`"),
        key(
            "on-lower",
            Word(&["from-opened", "from-change"]),
            "the same when it is lowered",
        )
        .says(Unusual("lowered: {}"))
        .default("`\"from-opened\"`"),
        key(
            "on-reopen",
            Word(&["continue", "new-cycle", "keep"]),
            "what a reopening does to it once it was reached",
        )
        .says(Unusual("reopened: {}"))
        .default("`\"continue\"` where a resolution meets it, else `\"keep\"`"),
        key(
            "commitment",
            Word(&["promise", "guarantee", "objective", "reasonable-effort"]),
            "how binding it is, in the source's words",
        )
        .says(Unusual("{}"))
        .default("`\"promise\"`")
        .seldom(),
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: "; ",
};

pub(super) const ALL_OF: TableShape = TableShape {
    title: "`met-by` with `all-of`",
    side: Inside,
    keys: &[
        key("all-of", List(&Word(ACTS)), "the last of these ends it")
            .says(Always("met by {and}", ""))
            .required(),
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};

/// What may stand at one calendar.
pub(in crate::plans) const CALENDAR_VALUE: Shape = Either(&[Week, Table(&CALENDAR)]);

pub(in crate::plans) const CALENDAR: TableShape = TableShape {
    title: "A calendar",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it")
            .default("the id")
            .seldom(),
        key(
            "week",
            Agreed(&Week),
            "its hours, in words, or a list for days that differ",
        )
        .asks(
            "which hours `{}` are",
            "mon-fri 09:00-18:00",
            "targets count in them",
        ),
        key(
            "one-of",
            List(&Name(Vocabulary::Calendars)),
            "instead of `week`: one of these calendars, chosen at signing",
        ),
        zone("where its hours are read").default("the plan's"),
        holidays("its closed days").default("the plan's"),
        key(
            "days",
            Dates(&DayHours),
            "days with hours of their own: `2026-12-24 = \"09:00-12:00\"`, or `\"closed\"`",
        )
        .default("none"),
    ],
    one_of: &["week", "one-of"],
    needs: &["week", "one-of"],
    word: "",
    between: ", ",
};

pub(super) const PRIORITY: TableShape = TableShape {
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

pub(super) const CHANNEL: TableShape = TableShape {
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

pub(super) const TOPIC: TableShape = TableShape {
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

pub(super) const SERVICE: TableShape = TableShape {
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

pub(super) const EXCLUSION: TableShape = TableShape {
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

pub(super) const WORD: TableShape = TableShape {
    title: "An environment, a component, an impact, an urgency",
    side: Inside,
    keys: &[key("title", Text, "as people read it").default("the id")],
    one_of: &[],
    needs: &[],
    word: "known",
    between: ", ",
};

pub(super) const CHANGE: TableShape = TableShape {
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

pub(super) const FACT: TableShape = TableShape {
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

pub(super) const QUALIFICATION: TableShape = TableShape {
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

const STATES: &[&str] = &[
    "running",
    "paused",
    "met",
    "breached",
    "superseded",
    "cancelled",
    "corrected",
];

pub(super) const CASE: TableShape = TableShape {
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

pub(super) const OPENING: TableShape = TableShape {
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
