//! Milestones, their targets, and the calendars that these count in.

use super::keys::{holidays, key, title, zone};
use crate::plans::shape::KeyScope::Inside;
use crate::plans::shape::LineText::{Always, Unusual};
use crate::plans::shape::ValueShape::{
    self, Agreed, Dates, DayHours, Duration, Either, Flag, Hours, List, Name, Table, Text,
    TimeOfDay, Title, Week, Word,
};
use crate::plans::shape::{TableShape, Vocabulary};

pub(in crate::plans) const TARGET_VALUE: ValueShape =
    Either(&[Duration, Word(TIMELESS), Table(&TARGET)]);

/// What may stand in place of a time: no clock runs then.
const TIMELESS: &[&str] = &["best-effort", "none"];

/// How binding a promise can be.
const COMMITMENTS: &[&str] = &["promise", "guarantee", "objective", "reasonable-effort"];

pub(in crate::plans) const TARGET: TableShape = TableShape {
    id: "target",
    side: Inside,
    keys: &[
        key("within", Agreed(&Either(&[Duration, Word(TIMELESS)])))
            .worded(&[
                ("best-effort", "best effort, without a time"),
                ("none", "not promised"),
            ])
            .asks(
                "how long {is} may take at {at}",
                "4h",
                "a ticket can have this priority",
            ),
        key("hours", Hours).default("the plan's"),
        key("negotiable", Flag).default("`false`"),
        key("cut-off", TimeOfDay).default("none").seldom(),
        key("says", Text).default("none").seldom(),
        key("commitment", Word(COMMITMENTS))
            .default("the milestone's")
            .seldom(),
        key("conflicts-with", Either(&[Text, Table(&CONFLICT)])).seldom(),
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};

pub(in crate::plans) const CONFLICT: TableShape = TableShape {
    id: "other-figure",
    side: Inside,
    keys: &[key("within", Duration).required()],
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
    "escalated",
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
    "escalated",
    "resolved",
    "reopened",
];

/// After which of the acts that every plan has nothing more may be owed.
const UNTIL: &[&str] = ACTS.split_at(1).1;

/// The names that an act of a plan's own cannot have.
pub(in crate::plans) const BUILT_IN_ACTS: [&[&str]; 2] = [ACTS, STARTS];

const OF_PLAN: ValueShape = Name(Vocabulary::Acts);
const MEETS: ValueShape = Either(&[Word(ACTS), OF_PLAN]);
const BEGINS: ValueShape = Either(&[Word(STARTS), OF_PLAN]);
const ENDS: ValueShape = Either(&[Word(UNTIL), OF_PLAN]);

pub(in crate::plans) const ACT: TableShape = TableShape {
    id: "act",
    side: Inside,
    keys: &[
        title(),
        key("answers", Flag)
            .says(Unusual(""))
            .worded(&[("true", "answers")])
            .default("`false`"),
    ],
    one_of: &[],
    needs: &[],
    word: "marked",
    between: ", ",
};

const PAUSES: &[&str] = &[
    "waiting-customer",
    "waiting-vendor",
    "waiting-third-party",
    "resolved",
];

pub(in crate::plans) const MILESTONE: TableShape = TableShape {
    id: "milestone",
    side: Inside,
    keys: &[
        key("title", Title).default("the id").seldom(),
        key("starts", Either(&[BEGINS, List(&BEGINS)]))
            .says(Unusual("starts: {}"))
            .default("`\"opened\"`"),
        key("met-by", Either(&[List(&MEETS), Table(&ALL_OF)]))
            .says(Always("met by {or}", ""))
            .default("required"),
        key("until", List(&ENDS))
            .says(Unusual("until {or}"))
            .default("none")
            .seldom(),
        key("paused-by", List(&Word(PAUSES)))
            .says(Always("paused by {}", "never paused"))
            .default("`[]`"),
        key(
            "on-raise",
            Word(&["strictest", "from-change", "from-opened"]),
        )
        .says(Unusual("raised: {}"))
        .default("`\"strictest\"`"),
        key("on-lower", Word(&["from-opened", "from-change"]))
            .says(Unusual("lowered: {}"))
            .default("`\"from-opened\"`"),
        key("on-reopen", Word(&["continue", "new-cycle", "keep"]))
            .says(Unusual("reopened: {}"))
            .default("`\"continue\"` where a resolution meets it, else `\"keep\"`"),
        key("commitment", Word(COMMITMENTS))
            .says(Unusual("{}"))
            .default("`\"promise\"`")
            .seldom(),
    ],
    one_of: &[],
    needs: &[],
    word: "",
    between: "; ",
};

pub(in crate::plans) const ALL_OF: TableShape = TableShape {
    id: "all-of",
    side: Inside,
    keys: &[key("all-of", List(&MEETS))
        .says(Always("met by {and}", ""))
        .required()],
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};

/// What may stand at one calendar.
pub(in crate::plans) const CALENDAR_VALUE: ValueShape = Either(&[Week, Table(&CALENDAR)]);

pub(in crate::plans) const CALENDAR: TableShape = TableShape {
    id: "calendar",
    side: Inside,
    keys: &[
        key("title", Title).default("the id").seldom(),
        key("week", Agreed(&Week)).asks(
            "which hours `{is}` are",
            "mon-fri 09:00-18:00",
            "targets count in them",
        ),
        key("one-of", List(&Name(Vocabulary::Calendars))),
        zone().default("the plan's"),
        holidays().default("the plan's"),
        key("days", Dates(&DayHours)).default("none"),
    ],
    one_of: &["week", "one-of"],
    needs: &["week", "one-of"],
    word: "",
    between: ", ",
};
