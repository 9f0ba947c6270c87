//! Every key of a plan file, in one table.

mod tables;

pub(super) use tables::CALENDAR_VALUE;

use super::shape::Shape::{
    Agreed, ByPriority, DaySet, Defines, Either, Hours, Id, Included, List, Name, Of, Plans, Table,
    Text, Whole, Word, Zone,
};
use super::shape::Where::{Both, File, Plan};
use super::shape::{KeySpec, Plain, TableShape, Vocabulary};
use tables::{
    ALLOWANCE, CALENDAR, CASE, CHANGE, CHANNEL, EXCLUSION, MILESTONE, PRICE, PRIORITY,
    QUALIFICATION, SERVICE, TARGET_VALUE, TERM, TOPIC, WORD,
};

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

/// Keys that say what a file is: a contract agrees none of them.
pub(super) const OF_THE_FILE: &[&str] = &["schema", "vendor", "source", "plans", "cases", "title"];

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
    key("exclusions", Defines(&EXCLUSION, Plain::Title), "what `exempt` may name; it cancels the clocks").stands(File).default("none").seldom(),
    key("priority-changes", Defines(&CHANGE, Plain::Title), "the reasons for which a priority may be lowered, or changed by the customer").stands(File).default("none").seldom(),
    key("qualifications", Defines(&QUALIFICATION, Plain::Title), "what a contact may hold").stands(File).default("none").seldom(),
    key("environments", Defines(&WORD, Plain::Title), "what a ticket may name").stands(File).default("none").seldom(),
    key("components", Defines(&WORD, Plain::Title), "what a ticket may name").stands(File).default("none").seldom(),
    key("impacts", Defines(&WORD, Plain::Title), "how much a ticket can be about, the worst first").stands(File).default("none").seldom(),
    key("urgencies", Defines(&WORD, Plain::Title), "how soon a ticket can be wanted, the worst first").stands(File).default("none").seldom(),
    key("priority-matrix", Of(Vocabulary::Impacts, &Of(Vocabulary::Urgencies, &Name(Vocabulary::Priorities))), "which priority impact and urgency give: `widespread = { now = \"p1\", soon = \"p2\" }`")
        .stands(Both)
        .default("none")
        .seldom(),
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
