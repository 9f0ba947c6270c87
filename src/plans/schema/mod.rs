//! Every key of a plan file, in one table.

mod tables;

pub(super) use tables::{CALENDAR, CALENDAR_VALUE, PRICE, TARGET};

use super::section::Section;
use super::shape::KeyScope::{Both, File, Plan};
use super::shape::ValueShape::{
    Agreed, ByPriority, CalendarDays, Defines, Either, Hours, Id, Included, List, Name, Of, Plans,
    Table, Text, Whole, Word,
};
use super::shape::{KeySpec, ShortForm, TableShape, Vocabulary};
use tables::{
    ALLOWANCE, CASE, CHANGE, CHANNEL, EXCLUSION, FACT, MILESTONE, PRIORITY, QUALIFICATION, SERVICE,
    TARGET_VALUE, TERM, TOPIC, WORD, holidays, zone,
};

/// What stands at the top of a file, and in a plan.
pub(super) static TOP: TableShape = TableShape {
    title: "At the top of the file, and in a plan",
    side: File,
    keys: TOP_KEYS,
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};

const fn key(
    name: &'static str,
    shape: super::shape::ValueShape,
    meaning: &'static str,
) -> KeySpec {
    KeySpec::new(name, shape, meaning)
}

/// Keys that say what a file is: a contract agrees none of them.
pub(super) const OF_THE_FILE: &[&str] = &["schema", "vendor", "source", "plans", "cases", "title"];

pub(super) const TOP_KEYS: &[KeySpec] = &[
    key("schema", Whole(1, 1), "version of this schema").scope(File).required(),
    key("vendor", Id, "names the file; a file of your own replaces the built-in one of the same vendor, whole")
        .scope(File)
        .required(),
    key("title", Text, "as people read it").scope(Both).default("the id"),
    key("source", Text, "where the facts come from").scope(File).default("not stated").seldom(),
    key("hours", Agreed(&Hours), "the hours of support; targets count in them").page(Section::Hours, "Hours of support").asks("the hours of support", "mon-fri 09:00-18:00", "targets count in them")
        .scope(Both)
        .default("required where a target counts hours"),
    zone("of every calendar that names none of its own").page(Section::Hours, "Zone")
        .scope(Both)
        .default("the contract's"),
    holidays("holiday sets: the closed days of every calendar that names none of its own; never of around-the-clock").page(Section::Hours, "Holidays closed")
        .scope(Both)
        .default("`[]`"),
    key("business-days", Agreed(&Hours), "what `3 business days` is counted on; required if the hours are around the clock and a target is in business days").page(Section::Hours, "Business days").asks("which days are business days", "mon-fri 09:00-18:00", "targets count in them")
        .scope(Both)
        .default("`hours`")
        .seldom(),
    key("contacts", Agreed(&Either(&[Whole(0, 1_000_000), Word(&["unlimited"])])), "how many people the contract may authorise").page(Section::Contacts, "Authorised contacts").asks("how many people may ask", "5", "who may ask is checked at every opening")
        .scope(Both)
        .default("`\"unlimited\"`"),
    key("tickets-must-name", List(&Word(&["version", "environment", "component", "topic"])), "a ticket is refused at its opening without them").page(Section::Exclusions, "A ticket must name")
        .scope(Both)
        .default("`[]`")
        .seldom(),
    key("reopen-within", Either(&[CalendarDays, Word(&["none", "always"])]), "how long an end may have stood and still be withdrawn by a reopening; `none`: each reopening is a new cycle").page(Section::Targets, "Reopened within")
        .scope(Both)
        .default("`\"14 calendar days\"`")
        .seldom(),
    key("lines", List(&Text), "support lines, in the order in which a ticket climbs").page(Section::Services, "Support lines")
        .scope(Both)
        .default("`[]`")
        .seldom(),
    key("price", Either(&[Word(&["free", "open"]), Table(&PRICE)]), "what is paid; never asked for at signing").page(Section::Price, "Price").asks("the price", "1000", "an open price stops no signing").unasked()
        .scope(Both)
        .default("not stated"),
    key("term", Either(&[Word(&["open"]), Table(&TERM)]), "how long a contract lasts; never asked for at signing").page(Section::Price, "Term").asks("how long the contract lasts", "\"12 months\"", "the contract's end settles it").unasked()
        .scope(Both)
        .default("not stated"),
    key("targets", Of(Vocabulary::Milestones, &ByPriority(&TARGET_VALUE)), "how long each milestone may take: one target for all priorities, or a table by priority").page(Section::Targets, "{}, {}")
        .scope(Both)
        .default("a priority without one is a finding"),
    key("allowances", Defines(&ALLOWANCE, ShortForm::Never), "countable rights: cases or hours a year").page(Section::Allowances, "{}").scope(Both).default("none").seldom(),
    key("milestones", Defines(&MILESTONE, ShortForm::Never), "what targets are set for").page(Section::Targets, "{}: rules").scope(Both).default("required where targets name one"),
    key("calendars", Defines(&CALENDAR, ShortForm::Week), "hours that need a name").page(Section::Hours, "Calendar {}").scope(File).default("none"),
    key("priorities", Defines(&PRIORITY, ShortForm::Title), "the most urgent first").page(Section::Priorities, "{}").scope(File).required(),
    key("channels", Defines(&CHANNEL, ShortForm::Title), "ways to reach the desk").page(Section::Channels, "{}").scope(File).default("none: not checked"),
    key("topics", Defines(&TOPIC, ShortForm::Title), "what a ticket may be about").page(Section::Topics, "{}").scope(File).default("none: not checked"),
    key("services", Defines(&SERVICE, ShortForm::Title), "what a plan gives besides tickets: shown and compared, never checked").page(Section::Services, "{}").scope(File).default("none").seldom(),
    key("exclusions", Defines(&EXCLUSION, ShortForm::Title), "what `exempt` may name; it cancels the clocks").page(Section::Exclusions, "No target: {}").scope(File).default("none").seldom(),
    key("priority-changes", Defines(&CHANGE, ShortForm::Title), "the reasons for which a priority may be lowered, or changed by the customer").page(Section::Changes, "{}").scope(File).default("none").seldom(),
    key("qualifications", Defines(&QUALIFICATION, ShortForm::Title), "what a contact may hold").page(Section::Contacts, "{}").scope(File).default("none").seldom(),
    key("environments", Defines(&WORD, ShortForm::Title), "what a ticket may name").page(Section::Exclusions, "Environment: {}").scope(File).default("none").seldom(),
    key("components", Defines(&WORD, ShortForm::Title), "what a ticket may name").page(Section::Exclusions, "Component: {}").scope(File).default("none").seldom(),
    key("impacts", Defines(&WORD, ShortForm::Title), "how much a ticket can be about, the worst first").page(Section::Exclusions, "Impact: {}").scope(File).default("none").seldom(),
    key("urgencies", Defines(&WORD, ShortForm::Title), "how soon a ticket can be wanted, the worst first").page(Section::Exclusions, "Urgency: {}").scope(File).default("none").seldom(),
    key("priority-matrix", Of(Vocabulary::Impacts, &Of(Vocabulary::Urgencies, &Name(Vocabulary::Priorities))), "which priority impact and urgency give: `widespread = { now = \"p1\", soon = \"p2\" }`").page(Section::Priorities, "Impact {}")
        .scope(Both)
        .default("none")
        .seldom(),
    key("facts", Defines(&FACT, ShortForm::Text), "what the source says and no key holds: shown, and decides nothing").page(Section::Facts, "{}").scope(Both).default("none").seldom(),
    key("channels", Agreed(&Included(Vocabulary::Channels)), "those that this plan includes").asks("how the desk is reached", "", "it is checked at every opening").scope(Plan).default("all of the file"),
    key("topics", Agreed(&Included(Vocabulary::Topics)), "those that this plan includes").asks("what tickets may be about", "", "it is checked at every opening").scope(Plan).default("all of the file, save those marked `excluded`"),
    key("services", Included(Vocabulary::Services), "those that this plan includes").scope(Plan).default("all of the file").seldom(),
    key("exclusions", Included(Vocabulary::Exclusions), "those that hold in this plan").scope(Plan).default("all of the file").seldom(),
    key("priority-changes", Included(Vocabulary::Changes), "those that this plan includes").scope(Plan).default("all of the file").seldom(),
    key("plans", Plans, "what a customer can sign; a plan says only what differs from the file").scope(File).required(),
    key(
        "cases",
        List(&Table(&CASE)),
        "`[[cases]]`: what `plan test` holds the file to",
    )
    .scope(File)
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
    word: "",
    between: ", ",
};
