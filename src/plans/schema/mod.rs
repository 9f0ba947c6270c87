//! Every key of a plan file, in one table.

mod tables;

pub(super) use tables::{BUILT_IN_ACTS, CALENDAR, CALENDAR_VALUE, KIND, PRICE, TARGET, WHEN};

use super::section::Section;
use super::shape::KeyScope::{Both, File, Plan};
use super::shape::ValueShape::{
    Agreed, ByKind, CalendarDays, Defines, Either, Hours, Id, Included, LanguageTag, List, Name,
    Of, Plans, Table, Text, Title, Whole, Word,
};
use super::shape::{KeySpec, ShortForm, TableShape, Vocabulary};
use tables::{
    ACT, ALLOWANCE, CASE, CHANGE, CHANNEL, EXCLUSION, FACT, MILESTONE, PRIORITY, QUALIFICATION,
    SERVICE, TARGET_VALUE, TERM, TOPIC, VERSION, WORD, holidays, zone,
};

/// What stands at the top of a file, and in a plan.
pub(super) static TOP: TableShape = TableShape {
    id: "file",
    side: File,
    keys: TOP_KEYS,
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};

const fn key(name: &'static str, shape: super::shape::ValueShape) -> KeySpec {
    KeySpec::new(name, shape)
}

/// What a plan includes that does not say it.
const ALL_OF_THE_FILE: &str = "all of the file";
/// What holds of that which no source states.
const NOT_STATED: &str = "not stated";
/// What holds of words that a file does not define.
const NOT_CHECKED: &str = "none: not checked";
/// Why a signing asks for what a plan includes.
const CHECKED: &str = "it is checked at every opening";

/// Keys that say what a file is: a contract agrees none of them.
pub(super) const OF_THE_FILE: &[&str] = &[
    "schema", "vendor", "source", "plans", "cases", "title", "language",
];

pub(super) const TOP_KEYS: &[KeySpec] = &[
    key("schema", Whole(1, 1)).scope(File).required(),
    key("vendor", Id).scope(File).required(),
    key("title", Title).scope(Both).default("the id"),
    key("language", LanguageTag)
        .scope(File)
        .default("`\"en\"`")
        .seldom(),
    key("source", Text).scope(File).default(NOT_STATED).seldom(),
    key("hours", Agreed(&Hours))
        .page(Section::Hours, "Hours of support")
        .asks(
            "the hours of support",
            "mon-fri 09:00-18:00",
            "targets count in them",
        )
        .scope(Both)
        .default("required where a target counts hours"),
    zone()
        .page(Section::Hours, "Zone")
        .scope(Both)
        .default("the contract's"),
    holidays()
        .page(Section::Hours, "Holidays closed")
        .scope(Both)
        .default("`[]`"),
    key("business-days", Agreed(&Hours))
        .page(Section::Hours, "Business days")
        .asks(
            "which days are business days",
            "mon-fri 09:00-18:00",
            "targets count in them",
        )
        .scope(Both)
        .default("`hours`")
        .seldom(),
    key(
        "contacts",
        Agreed(&Either(&[Whole(0, 1_000_000), Word(&["unlimited"])])),
    )
    .page(Section::Contacts, "Authorised contacts")
    .asks(
        "how many people may ask",
        "5",
        "who may ask is checked at every opening",
    )
    .scope(Both)
    .default("`\"unlimited\"`"),
    key(
        "tickets-must-name",
        List(&Word(&["version", "environment", "component", "topic"])),
    )
    .page(Section::Exclusions, "A ticket must name")
    .scope(Both)
    .default("`[]`")
    .seldom(),
    key(
        "reopen-within",
        Either(&[CalendarDays, Word(&["none", "always"])]),
    )
    .page(Section::Targets, "Reopened within")
    .scope(Both)
    .default("`\"14 calendar days\"`")
    .seldom(),
    key("lines", List(&Text))
        .page(Section::Services, "Support lines")
        .scope(Both)
        .default("`[]`")
        .seldom(),
    key("rank", Whole(1, 1_000))
        .page(Section::Services, "Rank")
        .scope(Both)
        .default("`1`")
        .seldom(),
    key("price", Either(&[Word(&["free", "open"]), Table(&PRICE)]))
        .page(Section::Price, "Price")
        .asks("the price", "1000", "an open price stops no signing")
        .unasked()
        .scope(Both)
        .default(NOT_STATED),
    key("term", Either(&[Word(&["open"]), Table(&TERM)]))
        .page(Section::Price, "Term")
        .asks(
            "how long the contract lasts",
            "\"12 months\"",
            "the contract's end settles it",
        )
        .unasked()
        .scope(Both)
        .default(NOT_STATED),
    key(
        "targets",
        Of(Vocabulary::Milestones, &ByKind(&TARGET_VALUE)),
    )
    .page(Section::Targets, "{is}")
    .scope(Both)
    .default("a priority without one is a finding"),
    key("kinds", Defines(&KIND, ShortForm::Never))
        .page(Section::Targets, "Kind {is}")
        .scope(File)
        .default("none")
        .seldom(),
    key("allowances", Defines(&ALLOWANCE, ShortForm::Never))
        .page(Section::Allowances, "{is}")
        .scope(Both)
        .default("none")
        .seldom(),
    key("milestones", Defines(&MILESTONE, ShortForm::Never))
        .page(Section::Targets, "{is}: rules")
        .scope(Both)
        .default("required where targets name one"),
    key("acts", Defines(&ACT, ShortForm::Title))
        .page(Section::Targets, "Act: {is}")
        .scope(File)
        .default("none")
        .seldom(),
    key("calendars", Defines(&CALENDAR, ShortForm::Week))
        .page(Section::Hours, "Calendar {is}")
        .scope(File)
        .default("none"),
    key("priorities", Defines(&PRIORITY, ShortForm::Title))
        .page(Section::Priorities, "{is}")
        .scope(File)
        .required(),
    key("channels", Defines(&CHANNEL, ShortForm::Title))
        .page(Section::Channels, "{is}")
        .scope(File)
        .default(NOT_CHECKED),
    key("reachable", Of(Vocabulary::Channels, &Hours))
        .page(Section::Channels, "{is}: served")
        .scope(Both)
        .default(NOT_STATED)
        .seldom(),
    key("languages", Agreed(&List(&LanguageTag)))
        .page(Section::Channels, "Languages")
        .asks(
            "the languages of support",
            "en,de",
            "others are a remark at every opening",
        )
        .scope(Both)
        .default("not checked")
        .seldom(),
    key("topics", Defines(&TOPIC, ShortForm::Title))
        .page(Section::Topics, "{is}")
        .scope(File)
        .default(NOT_CHECKED),
    key("services", Defines(&SERVICE, ShortForm::Title))
        .page(Section::Services, "{is}")
        .scope(File)
        .default("none")
        .seldom(),
    key("exclusions", Defines(&EXCLUSION, ShortForm::Title))
        .page(Section::Exclusions, "No target: {is}")
        .scope(File)
        .default("none")
        .seldom(),
    key("priority-changes", Defines(&CHANGE, ShortForm::Title))
        .page(Section::Changes, "{is}")
        .scope(File)
        .default("none")
        .seldom(),
    key("qualifications", Defines(&QUALIFICATION, ShortForm::Title))
        .page(Section::Contacts, "{is}")
        .scope(File)
        .default("none")
        .seldom(),
    key("environments", Defines(&WORD, ShortForm::Title))
        .page(Section::Exclusions, "Environment: {is}")
        .scope(File)
        .default("none")
        .seldom(),
    key("components", Defines(&WORD, ShortForm::Title))
        .page(Section::Exclusions, "Component: {is}")
        .scope(File)
        .default("none")
        .seldom(),
    key("versions", Defines(&VERSION, ShortForm::Title))
        .page(Section::Exclusions, "Version: {is}")
        .scope(File)
        .default(NOT_CHECKED)
        .seldom(),
    key("impacts", Defines(&WORD, ShortForm::Title))
        .page(Section::Exclusions, "Impact: {is}")
        .scope(File)
        .default("none")
        .seldom(),
    key("urgencies", Defines(&WORD, ShortForm::Title))
        .page(Section::Exclusions, "Urgency: {is}")
        .scope(File)
        .default("none")
        .seldom(),
    key(
        "priority-matrix",
        Of(
            Vocabulary::Impacts,
            &Of(Vocabulary::Urgencies, &Name(Vocabulary::Priorities)),
        ),
    )
    .page(Section::Priorities, "Impact {is}")
    .scope(Both)
    .default("none")
    .seldom(),
    key("facts", Defines(&FACT, ShortForm::Text))
        .page(Section::Facts, "{is}")
        .scope(Both)
        .default("none")
        .seldom(),
    key("channels", Agreed(&Included(Vocabulary::Channels)))
        .asks("how the desk is reached", "", CHECKED)
        .scope(Plan)
        .default(ALL_OF_THE_FILE),
    key("topics", Agreed(&Included(Vocabulary::Topics)))
        .asks("what tickets may be about", "", CHECKED)
        .scope(Plan)
        .default("all of the file, save those marked `excluded`"),
    key("priorities", Included(Vocabulary::Priorities))
        .scope(Plan)
        .default(ALL_OF_THE_FILE)
        .seldom(),
    key("components", Agreed(&Included(Vocabulary::Components)))
        .asks("which components are covered", "", CHECKED)
        .scope(Plan)
        .default(ALL_OF_THE_FILE)
        .seldom(),
    key("services", Included(Vocabulary::Services))
        .scope(Plan)
        .default(ALL_OF_THE_FILE)
        .seldom(),
    key("exclusions", Included(Vocabulary::Exclusions))
        .scope(Plan)
        .default(ALL_OF_THE_FILE)
        .seldom(),
    key("priority-changes", Included(Vocabulary::Changes))
        .scope(Plan)
        .default(ALL_OF_THE_FILE)
        .seldom(),
    key("plans", Plans).scope(File).required(),
    key("cases", List(&Table(&CASE)))
        .scope(File)
        .default("none")
        .seldom(),
];

/// A plan: the keys of [`TOP`] that stand in a plan.
pub(super) static PLAN: TableShape = TableShape {
    id: "plan",
    side: Plan,
    keys: TOP_KEYS,
    one_of: &[],
    needs: &[],
    word: "",
    between: ", ",
};
