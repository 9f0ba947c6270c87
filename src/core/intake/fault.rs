//! What is wrong with a mapping or a row of a log, and what must be told of a row that is taken:
//! codes, which are put into words elsewhere.

use serde::{Deserialize, Serialize};

use crate::core::text::shortened;
use crate::core::time::Instant;

/// Why a row is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// It has more or fewer cells than the header.
    Columns {
        /// How many it has.
        has: usize,
        /// How many the header has.
        header: usize,
    },
    /// A cell is no text in UTF-8.
    NotUtf8 {
        /// What it likely is, and how the cell reads then.
        likely: Option<(&'static str, String)>,
    },
    /// A cell has bytes that mean nothing in the encoding of the file.
    NotEncoded(&'static str),
    /// No key of a ticket stands in this column.
    NoTicket(String),
    /// No time stands in this column.
    NoTime(String),
    /// A time in this column that is not written in this form.
    Time(String, String, String),
    /// A time in this column that the clocks of this zone skipped.
    NeverWas(String, String, String),
    /// A time in this column that is still to come.
    Future(String, String),
    /// A status that the mapping does not name.
    Status(String),
    /// A priority that the plan has not.
    Priority {
        /// As the log has it.
        word: String,
        /// The plan.
        plan: String,
        /// The priorities that it has.
        known: Vec<String>,
    },
    /// Nothing says the priority, and the plan has these.
    NoPriority {
        /// The plan.
        plan: String,
        /// The priorities that it has.
        known: Vec<String>,
    },
    /// The row that opens the ticket names no customer.
    NoCustomer,
    /// No customer is called so.
    UnknownCustomer(String),
    /// No row of the ticket has a subject, and the mapping gives none.
    NoSubject,
    /// A cell of this column is no amount of time of this unit.
    Amount(String, String, &'static str),
    /// An amount of time in this column that is less than nothing.
    Negative(String, String),
    /// Where the ticket stands is said, and nothing says since when.
    NoTimeOf(String),
    /// No customer has this name.
    UnknownOrganisation(String),
    /// Several customers have this name.
    SeveralOrganisations(String),
    /// Nobody of any customer has this address.
    UnknownAddress(String),
    /// Contacts of several customers have this address, and nothing else says whose the ticket is.
    SeveralCustomers(String),
    /// The ticket stands on this line already, in a file of one row a ticket.
    Again(u64),
}

impl RowFault {
    /// The same, with the beginning of what was given, however long that is.
    pub fn shortened(self) -> RowFault {
        let short = |text: String| shortened(&text).into_owned();
        match self {
            RowFault::Time(column, text, form) => RowFault::Time(column, short(text), form),
            RowFault::NeverWas(column, text, zone) => RowFault::NeverWas(column, short(text), zone),
            RowFault::Future(column, text) => RowFault::Future(column, short(text)),
            RowFault::Status(word) => RowFault::Status(short(word)),
            RowFault::Priority { word, plan, known } => RowFault::Priority {
                word: short(word),
                plan,
                known,
            },
            RowFault::UnknownCustomer(key) => RowFault::UnknownCustomer(short(key)),
            RowFault::UnknownOrganisation(name) => RowFault::UnknownOrganisation(short(name)),
            RowFault::SeveralOrganisations(name) => RowFault::SeveralOrganisations(short(name)),
            RowFault::UnknownAddress(address) => RowFault::UnknownAddress(short(address)),
            RowFault::SeveralCustomers(address) => RowFault::SeveralCustomers(short(address)),
            RowFault::Amount(column, text, unit) => RowFault::Amount(column, short(text), unit),
            RowFault::Negative(column, text) => RowFault::Negative(column, short(text)),
            RowFault::NoTimeOf(word) => RowFault::NoTimeOf(short(word)),
            other => other,
        }
    }
}

/// A row that is not taken, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// The line of the file, from 1.
    pub line: u64,
    /// Why.
    pub fault: RowFault,
}

/// What must be told of a row that is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowRemark {
    /// Its time comes twice in this zone; this, the first, was taken.
    Twice(String, Instant),
    /// It is dated before the opening of its ticket, and counts at the opening.
    BeforeOpening,
    /// Where the ticket stands is said and not since when: since the row was written last.
    SinceUpdate,
    /// It was resolved or closed again, and nothing says when it was reopened: in that second.
    ReopenedUnsaid,
    /// Whoever asks is no contact of the customer's: the ticket names nobody.
    UnknownContact(String),
    /// Several contacts of the customer have this name: the ticket names nobody.
    SeveralContacts(String),
    /// Who asks or has it is several in the cell: the ticket names the first who is known, not these.
    NamedBeside(String),
    /// Nobody of the desk is called so, and the ticket is assigned to that name.
    UnknownAssignee(String),
    /// The plan has no such word; the ticket has it all the same.
    UnknownWord {
        /// The field of the ticket.
        field: String,
        /// As the ticket has it.
        word: String,
        /// The plan.
        plan: String,
    },
    /// The row names another customer than the one whose tickets all are said to be.
    OtherCustomer(String),
    /// It is closed, and was resolved after that: the closing counts then.
    ClosedBefore,
    /// Several contracts were in force at the opening; that one was taken.
    SeveralContracts(i64),
    /// No contract was in force any more at the opening; that one was taken.
    ContractOver(i64),
    /// Where the ticket stands by the row is older than where it stands by the record, which stays.
    Older,
    /// No row of the ticket has a subject: it has this one, which the mapping gives.
    SubjectOfMapping(String),
    /// The subject is otherwise than the record has it, and stays as it was.
    OtherSubject(String),
    /// Another customer is named than the one whose the ticket is, which it stays.
    OtherHome(String),
    /// Another asks than whom the ticket names, which stays.
    OtherContact(String),
    /// What this column says of the ticket is another thing than in its rows before, and no act tells
    /// it: it stays as it was.
    NowOtherwise(String),
}

impl RowRemark {
    /// The same, with the beginning of what was given, however long that is.
    pub fn shortened(self) -> RowRemark {
        let short = |text: String| shortened(&text).into_owned();
        match self {
            RowRemark::UnknownContact(who) => RowRemark::UnknownContact(short(who)),
            RowRemark::SeveralContacts(name) => RowRemark::SeveralContacts(short(name)),
            RowRemark::NamedBeside(others) => RowRemark::NamedBeside(short(others)),
            RowRemark::UnknownAssignee(name) => RowRemark::UnknownAssignee(short(name)),
            RowRemark::UnknownWord { field, word, plan } => RowRemark::UnknownWord {
                field,
                word: short(word),
                plan,
            },
            RowRemark::OtherCustomer(name) => RowRemark::OtherCustomer(short(name)),
            RowRemark::OtherSubject(text) => RowRemark::OtherSubject(short(text)),
            RowRemark::OtherHome(name) => RowRemark::OtherHome(short(name)),
            RowRemark::OtherContact(who) => RowRemark::OtherContact(short(who)),
            other => other,
        }
    }
}

/// Why the columns that a mapping names are not found in a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnFault {
    /// The header has no column of that name.
    Missing(String),
    /// Two have it: these, from 1.
    Twice(String, usize, usize),
}

/// Why a text is no mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingFault {
    /// It is no TOML, or a key is missing or unknown; as the reader of TOML says it.
    Toml(String),
    /// A key that is none, of the plan's words either.
    Key {
        /// As it was written.
        key: String,
        /// In which table; empty: outside all.
        table: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
        /// All that can stand there.
        known: Vec<String>,
    },
    /// A column without which there is no row, said to be optional.
    Needed(String),
    /// A status of the log, and what it is to mean, which is nothing.
    Status(String, String),
    /// A form of times that cannot be read.
    Format(String),
    /// A form of times that says no day.
    NoDay(String),
    /// A form of times with the name of a zone, which says no instant.
    ZoneName(String),
    /// The form has no time of day, and none is said.
    NoTimeOfDay(String),
    /// The form has a time of day, and one is said.
    TwoTimesOfDay(String),
    /// A time of day that is none.
    TimeOfDay(String),
    /// A name of the tool that cannot stand in front of a key: it is that of a filter, or more than
    /// one word.
    Name(String),
    /// A language whose names of months are not known.
    Language(String),
    /// There is neither a column of when a change was made, nor one of when tickets were opened.
    NoTime,
    /// What the old tool's clock of this milestone says is in no column, or says nothing: a column of
    /// its state without what it says of one that was kept or broken.
    TheirClock(String),
    /// A column that only a file of one row a ticket has.
    OfTickets(&'static str),
    /// A mapping of people that names no column of addresses.
    NoAddress,
    /// A status of people, and what it is to mean: it can only keep them out.
    OnlySkip(String, String),
}
