//! Milestones, their targets, and the calendars that these count in.

use super::keys::{holidays, key, zone};
use crate::plans::shape::KeyScope::Inside;
use crate::plans::shape::LineText::{Always, Unusual};
use crate::plans::shape::ValueShape::{
    self, Agreed, Dates, DayHours, Duration, Either, Flag, Hours, List, Name, Table, Text, Week,
    Word,
};
use crate::plans::shape::{TableShape, Vocabulary};

pub(in crate::plans) const TARGET_VALUE: ValueShape =
    Either(&[Duration, Word(&["none"]), Table(&TARGET)]);

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

pub(in crate::plans) const CONFLICT: TableShape = TableShape {
    title: "`conflicts-with` of a target",
    side: Inside,
    keys: &[key("within", Duration, "the other figure").required()],
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

pub(in crate::plans) const MILESTONE: TableShape = TableShape {
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

pub(in crate::plans) const ALL_OF: TableShape = TableShape {
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
pub(in crate::plans) const CALENDAR_VALUE: ValueShape = Either(&[Week, Table(&CALENDAR)]);

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
