//! Every key of a plan file, in one table.

use super::shape::Shape::{
    Agreed, ByPriority, Dates, DayHours, DaySet, Defines, Duration, Effort, Either, Figure, Flag,
    Hours, Id, Included, List, Name, Notice, Of, Period, Plans, Table, Text, Week, Whole, Word,
    Zone,
};
use super::shape::Where::{Both, File, Inside, Plan};
use super::shape::{KeySpec, Plain, TableShape, Vocabulary};

/// What stands at the top of a file, and in a plan.
pub(super) static TOP: TableShape = TableShape {
    title: "At the top of the file, and in a plan",
    side: File,
    keys: TOP_KEYS,
    one_of: &[],
    needs: &[],
};

const fn key(name: &'static str, shape: super::shape::Shape, meaning: &'static str) -> KeySpec {
    KeySpec::new(name, shape, meaning)
}

pub(super) const TOP_KEYS: &[KeySpec] = &[
    key("schema", Whole(1, 1), "version of this schema").stands(File).required(),
    key("vendor", Id, "names the file; a file of your own replaces the built-in one of the same vendor, whole")
        .stands(File)
        .required(),
    key("title", Text, "as people read it").stands(Both).default("the id"),
    key("source", Text, "where the facts come from").stands(File).default("not stated").seldom(),
    key("hours", Agreed(&Hours), "the hours of support; targets count in them")
        .stands(Both)
        .default("required where a target counts hours"),
    key("zone", Agreed(&Zone), "of every calendar that names none of its own")
        .stands(Both)
        .default("the contract's"),
    key("holidays", Agreed(&List(&DaySet)), "holiday sets: the closed days of every calendar that names none of its own; never of around-the-clock")
        .stands(Both)
        .default("`[]`"),
    key("business-days", Agreed(&Hours), "what `3 business days` is counted on; required if the hours are around the clock and a target is in business days")
        .stands(Both)
        .default("`hours`")
        .seldom(),
    key("contacts", Agreed(&Either(&[Whole(0, 1_000_000), Word(&["unlimited"])])), "how many people the contract may authorise")
        .stands(Both)
        .default("`\"unlimited\"`"),
    key("tickets-must-name", List(&Word(&["version", "environment", "component", "topic"])), "a ticket is refused at its opening without them")
        .stands(Both)
        .default("`[]`")
        .seldom(),
    key("lines", List(&Text), "support lines, in the order in which a ticket climbs")
        .stands(Both)
        .default("`[]`")
        .seldom(),
    key("price", Either(&[Word(&["free", "open"]), Table(&PRICE)]), "what is paid; never asked for at signing")
        .stands(Both)
        .default("not stated"),
    key("term", Either(&[Word(&["open"]), Table(&TERM)]), "how long a contract lasts; never asked for at signing")
        .stands(Both)
        .default("not stated"),
    key("targets", Of(Vocabulary::Milestones, &ByPriority(&TARGET_VALUE)), "how long each milestone may take: one target for all priorities, or a table by priority")
        .stands(Both)
        .default("a priority without one is a finding"),
    key("allowances", Defines(&ALLOWANCE, Plain::Never), "countable rights: cases or hours a year").stands(Both).default("none").seldom(),
    key("milestones", Defines(&MILESTONE, Plain::Never), "what targets are set for").stands(Both).default("required where targets name one"),
    key("calendars", Defines(&CALENDAR, Plain::Week), "hours that need a name").stands(File).default("none"),
    key("priorities", Defines(&PRIORITY, Plain::Title), "the most urgent first").stands(File).required(),
    key("channels", Defines(&CHANNEL, Plain::Title), "ways to reach the desk").stands(File).default("none: not checked"),
    key("topics", Defines(&TOPIC, Plain::Title), "what a ticket may be about").stands(File).default("none: not checked"),
    key("services", Defines(&SERVICE, Plain::Title), "what a plan gives besides tickets: shown and compared, never checked").stands(File).default("none").seldom(),
    key("exclusions", Defines(&WORD, Plain::Title), "what `exempt` may name; it cancels the clocks").stands(File).default("none").seldom(),
    key("priority-changes", Defines(&CHANGE, Plain::Title), "the reasons for which a priority may be lowered, or changed by the customer").stands(File).default("none").seldom(),
    key("qualifications", Defines(&QUALIFICATION, Plain::Title), "what a contact may hold").stands(File).default("none").seldom(),
    key("environments", Defines(&WORD, Plain::Title), "what a ticket may name").stands(File).default("none").seldom(),
    key("components", Defines(&WORD, Plain::Title), "what a ticket may name").stands(File).default("none").seldom(),
    key("channels", Agreed(&Included(Vocabulary::Channels)), "those that this plan includes").stands(Plan).default("all of the file"),
    key("topics", Agreed(&Included(Vocabulary::Topics)), "those that this plan includes").stands(Plan).default("all of the file, save those marked `excluded`"),
    key("services", Included(Vocabulary::Services), "those that this plan includes").stands(Plan).default("all of the file").seldom(),
    key("exclusions", Included(Vocabulary::Exclusions), "those that hold in this plan").stands(Plan).default("all of the file").seldom(),
    key("priority-changes", Included(Vocabulary::Changes), "those that this plan includes").stands(Plan).default("all of the file").seldom(),
    key("plans", Plans, "what a customer can sign; a plan says only what differs from the file").stands(File).required(),
    key(
        "cases",
        List(&Table(&CASE)),
        "`[[cases]]`: what `plan test` holds the file to",
    )
    .stands(File)
    .default("none")
    .seldom(),
];

/// A plan: the keys of [`TOP`] that stand in a plan.
pub(super) static PLAN: TableShape = TableShape {
    title: "A plan",
    side: Plan,
    keys: TOP_KEYS,
    one_of: &[],
    needs: &[],
};

const TARGET_VALUE: super::shape::Shape = Either(&[Duration, Word(&["none"]), Table(&TARGET)]);

const TARGET: TableShape = TableShape {
    title: "A target",
    side: Inside,
    keys: &[
        key("within", Agreed(&Either(&[Duration, Word(&["none"])])), "how long it may take"),
        key("hours", Hours, "counted in these instead of the plan's").default("the plan's"),
        key("negotiable", Flag, "the two sides may agree another for one ticket").default("`false`"),
        key("conflicts-with", Either(&[Text, Table(&CONFLICT)]), "the source contradicts itself: in words, or the other figure, which must not be stricter").seldom(),
    ],
    one_of: &[],
    needs: &[],
};

const CONFLICT: TableShape = TableShape {
    title: "`conflicts-with` of a target",
    side: Inside,
    keys: &[key("within", Duration, "the other figure").required()],
    one_of: &[],
    needs: &[],
};

const PRICE: TableShape = TableShape {
    title: "A price",
    side: Inside,
    keys: &[
        key("amount", Agreed(&Figure), "a sum"),
        key("at-least", Agreed(&Figure), "not less than a sum"),
        key("percent", Agreed(&Figure), "a share of something"),
        key("of", Text, "of what, with `percent`"),
        key("currency", Text, "`EUR`, `RUB`"),
        key(
            "per",
            Word(&["month", "quarter", "year", "hour", "case", "priority"]),
            "for what it is paid",
        ),
        key(
            "taxes",
            Word(&["included", "excluded"]),
            "whether taxes are in it",
        ),
        key("paid", Word(&["ahead", "after"]), "when"),
    ],
    one_of: &["amount", "at-least", "percent"],
    needs: &[],
};

const TERM: TableShape = TableShape {
    title: "A term",
    side: Inside,
    keys: &[
        key("length", Agreed(&Period), "so long"),
        key("at-least", Period, "not less"),
        key("renews", Period, "a renewal by itself adds so much")
            .default("it does not renew by itself"),
        key(
            "notice",
            Either(&[Notice, Word(&["none"])]),
            "how long before the end it must be cancelled; `\"none\"`: at any time",
        )
        .default("not stated"),
    ],
    one_of: &["length", "at-least"],
    needs: &[],
};

const ALLOWANCE: TableShape = TableShape {
    title: "An allowance",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id").seldom(),
        key("cases", Agreed(&Whole(0, 1_000_000)), "how many tickets"),
        key("hours", Agreed(&Effort), "how much work: `40h`"),
        key("per", Word(&["contract-year", "calendar-year", "quarter", "month", "term"]), "in which period").default("`\"contract-year\"`"),
        key("topics", List(&Name(Vocabulary::Topics)), "the topics it covers").default("all"),
        key("when-used-up", Either(&[Word(&["refuse", "warn", "overage"]), Table(&USED_UP)]), "refuse; say so; go on and count it as overage; or let the duties lapse that `lapses` names").default("`\"refuse\"`"),
        key("rounded-up-to", Effort, "each entry of work is rounded up to whole multiples of it").default("not rounded").seldom(),
        key("entry-at-least", Effort, "an entry of work counts for at least that").default("nothing").seldom(),
        key("rolls-over", Either(&[Flag, Whole(1, 1_000_000), Effort]), "what is left goes over into the next period: `true` for all of it, or at most so much").default("`false`").seldom(),
    ],
    one_of: &["cases", "hours"],
    needs: &[],
};

const USED_UP: TableShape = TableShape {
    title: "`when-used-up` of an allowance",
    side: Inside,
    keys: &[key(
        "lapses",
        List(&Name(Vocabulary::Milestones)),
        "the milestones that stand still until more is bought",
    )
    .required()],
    one_of: &[],
    needs: &[],
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

const MILESTONE: TableShape = TableShape {
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
        .default("`\"opened\"`"),
        key(
            "met-by",
            Either(&[List(&Word(ACTS)), Table(&ALL_OF)]),
            "the first of these ends it, or all of them: `{ all-of = [...] }`",
        )
        .default("required"),
        key(
            "paused-by",
            List(&Word(PAUSES)),
            "its clock stands still while the ticket is in one of these states",
        )
        .default("`[]`"),
        key(
            "on-raise",
            Word(&["strictest", "from-change", "from-opened"]),
            "from when the new priority's target counts when a priority is raised",
        )
        .default("`\"strictest\"`"),
        key(
            "on-lower",
            Word(&["from-opened", "from-change"]),
            "the same when it is lowered",
        )
        .default("`\"from-opened\"`"),
        key(
            "on-reopen",
            Word(&["continue", "new-cycle", "keep"]),
            "what a reopening does to it once it was reached",
        )
        .default("`\"continue\"` where a resolution meets it, else `\"keep\"`"),
        key(
            "commitment",
            Word(&["promise", "guarantee", "objective", "reasonable-effort"]),
            "how binding it is, in the source's words",
        )
        .default("`\"promise\"`")
        .seldom(),
    ],
    one_of: &[],
    needs: &[],
};

const ALL_OF: TableShape = TableShape {
    title: "`met-by` with `all-of`",
    side: Inside,
    keys: &[key("all-of", List(&Word(ACTS)), "the last of these ends it").required()],
    one_of: &[],
    needs: &[],
};

/// What may stand at one calendar.
pub(super) const CALENDAR_VALUE: super::shape::Shape = Either(&[Week, Table(&CALENDAR)]);

const CALENDAR: TableShape = TableShape {
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
        ),
        key(
            "one-of",
            List(&Name(Vocabulary::Calendars)),
            "instead of `week`: one of these calendars, chosen at signing",
        ),
        key("zone", Agreed(&Zone), "where its hours are read").default("the plan's"),
        key("holidays", Agreed(&List(&DaySet)), "its closed days").default("the plan's"),
        key(
            "days",
            Dates(&DayHours),
            "days with hours of their own: `2026-12-24 = \"09:00-12:00\"`, or `\"closed\"`",
        )
        .default("none"),
    ],
    one_of: &["week", "one-of"],
    needs: &["week", "one-of"],
};

const PRIORITY: TableShape = TableShape {
    title: "A priority",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key("means", Text, "what is of this priority"),
        key(
            "aliases",
            List(&Text),
            "other words for it, for files and people",
        )
        .default("`[]`"),
        key(
            "recommended",
            List(&Name(Vocabulary::Channels)),
            "channels that the source advises; advice, not a rule",
        )
        .default("`[]`"),
        key(
            "never-for",
            List(&Name(Vocabulary::Surroundings)),
            "environments and components that can never have it",
        )
        .default("`[]`"),
    ],
    one_of: &[],
    needs: &[],
};

const CHANNEL: TableShape = TableShape {
    title: "A channel",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key("self-service", Flag, "not a way to open a ticket").default("`false`"),
    ],
    one_of: &[],
    needs: &[],
};

const TOPIC: TableShape = TableShape {
    title: "A topic",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key(
            "only-for",
            Name(Vocabulary::Qualifications),
            "only for contacts who hold this qualification",
        )
        .default("all"),
        key("excluded", Flag, "in no plan unless the contract adds it").default("`false`"),
    ],
    one_of: &[],
    needs: &[],
};

const SERVICE: TableShape = TableShape {
    title: "A service",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key(
            "named-by",
            Word(&["desk", "customer"]),
            "a person whom the contract names, and by whom",
        ),
    ],
    one_of: &[],
    needs: &[],
};

const WORD: TableShape = TableShape {
    title: "An exclusion, an environment, a component",
    side: Inside,
    keys: &[key("title", Text, "as people read it").default("the id")],
    one_of: &[],
    needs: &[],
};

const CHANGE: TableShape = TableShape {
    title: "A priority change",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key("by", Word(&["desk", "customer"]), "who may ask for it").default("`\"desk\"`"),
        key(
            "from",
            List(&Name(Vocabulary::Priorities)),
            "from which priorities",
        )
        .default("any"),
        key(
            "to",
            Either(&[
                Word(&["lower", "higher", "any"]),
                List(&Name(Vocabulary::Priorities)),
            ]),
            "to which",
        )
        .default("any"),
        key(
            "meets",
            List(&Name(Vocabulary::Milestones)),
            "milestones that this change ends",
        )
        .default("`[]`"),
        key(
            "corrects",
            Flag,
            "the priority replaced never was; a breach it takes back is shown as corrected",
        )
        .default("`false`"),
    ],
    one_of: &[],
    needs: &[],
};

const QUALIFICATION: TableShape = TableShape {
    title: "A qualification",
    side: Inside,
    keys: &[
        key("title", Text, "as people read it").default("the id"),
        key(
            "at-most",
            Whole(1, 1_000_000),
            "how many contacts of a contract may hold it",
        )
        .default("any number"),
    ],
    one_of: &[],
    needs: &[],
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

const CASE: TableShape = TableShape {
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
};

const OPENING: TableShape = TableShape {
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
};
