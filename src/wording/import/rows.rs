//! What is wrong with rows of a log, with its columns and with the file as a whole.

use crate::core::intake::{
    ClockDifference, ColumnFault, Mapping, RowFault, RowRemark, TheirState, of_common_era,
};
use crate::core::model::TicketNo;
use crate::core::time::{Instant, LocalNow};

use super::on_lines;

/// `line 4: 2 columns, where the header has 12`.
pub(crate) fn with_lines(lines: &[u64], says: &str) -> String {
    format!("{}: {says}", on_lines(lines))
}

/// Why a row is not taken.
pub(crate) fn fault(fault: &RowFault) -> String {
    match fault {
        RowFault::Columns { has, header } => {
            format!("{has} columns, where the header has {header}")
        }
        RowFault::NotUtf8 {
            likely: Some((encoding, reads)),
        } => format!(
            "it is no text in UTF-8; as {encoding} it reads `{reads}` (`encoding = \"{encoding}\"` in the mapping)"
        ),
        RowFault::NotUtf8 { likely: None } => "a cell is no UTF-8 text".to_owned(),
        RowFault::NotEncoded(encoding) => format!("a cell is no text in {encoding}"),
        RowFault::NoTicket(column) => format!("no ticket in column `{column}`"),
        RowFault::NoTime(column) => format!("no time in column `{column}`"),
        RowFault::Time(column, text, form) => match form.as_str() {
            "rfc3339" => format!("`{text}` is no time as RFC 3339 writes it (column `{column}`)"),
            form if of_common_era(text).is_some() => format!(
                "`{text}` is no time of the form `{form}` (column `{column}`; `language = \"th\"` in [times] reads years of \
                 the Buddhist era)"
            ),
            form => format!("`{text}` is no time of the form `{form}` (column `{column}`)"),
        },
        RowFault::NeverWas(column, text, zone) => format!(
            "`{text}` never was in {zone}: clocks were turned forward over it (column `{column}`)"
        ),
        RowFault::Future(column, text) => format!(
            "`{text}` is still to come (column `{column}`; are day and month as the mapping says?)"
        ),
        RowFault::Status(word) => format!("the mapping does not say what status `{word}` means"),
        RowFault::Priority { word, plan, known } => {
            format!(
                "{plan} has no priority `{word}`; it has {}",
                known.join(", ")
            )
        }
        RowFault::NoPriority { plan, known } => format!(
            "nothing says its priority (`priority` in [columns] or [defaults]), and {plan} has {}",
            known.join(", ")
        ),
        RowFault::NoCustomer => "no customer in the row that opens the ticket".to_owned(),
        RowFault::UnknownCustomer(key) => format!("no customer `{key}`"),
        RowFault::UnknownOrganisation(name) => format!(
            "no customer is called `{name}` (`[organisation]` in the mapping says which is meant)"
        ),
        RowFault::SeveralOrganisations(name) => format!(
            "several customers are called `{name}` (`[organisation]` in the mapping says which is meant)"
        ),
        RowFault::UnknownAddress(address) => format!("no customer has a contact `{address}`"),
        RowFault::SeveralCustomers(address) => format!(
            "several customers have a contact `{address}` (`customer` or `organisation` in [columns] says whose it is)"
        ),
        RowFault::Amount(column, text, unit) => {
            format!("`{text}` is no amount of time in {unit} (column `{column}`, [units])")
        }
        RowFault::Negative(column, text) => {
            format!("`{text}` in column `{column}` is less than nothing")
        }
        RowFault::NoTimeOf(status) => {
            format!("it is `{status}`, and nothing says since when (`updated` in [columns])")
        }
        RowFault::Again(first) => {
            format!("its ticket stands on line {first} already, and the file has one row a ticket")
        }
        RowFault::NoSubject => {
            "its ticket has no subject (`subject` in [defaults] of the mapping gives one)"
                .to_owned()
        }
    }
}

/// A spreadsheet where a table of text is read.
pub(crate) fn is_workbook(path: &str) -> String {
    format!("{path} is a workbook of a spreadsheet")
}

/// How it is read.
pub(crate) const SAVE_AS_CSV: &str = "save the sheet as CSV (UTF-8), and import that";

/// A file without a first line, or with an empty one.
pub(crate) const NO_HEADER: &str = "the file is empty: its first line names no columns";

/// What must be told of a row that was taken.
pub(crate) fn remark(remark: &RowRemark) -> String {
    match remark {
        RowRemark::Twice(zone, _) => format!(
            "the time comes twice in {zone}, where clocks were turned back; the first is taken"
        ),
        RowRemark::BeforeOpening => {
            "dated before the opening of its ticket; it counts at the opening".to_owned()
        }
        RowRemark::SinceUpdate => {
            "since when it stands so is not said; since its last update is taken".to_owned()
        }
        RowRemark::ReopenedUnsaid => {
            "it was done before and is done again; when it was reopened is not said".to_owned()
        }
        RowRemark::UnknownContact(who) => {
            format!("`{who}` is no contact of its customer; the ticket names nobody")
        }
        RowRemark::SeveralContacts(name) => {
            format!("several contacts of its customer are called `{name}`; the ticket names nobody")
        }
        RowRemark::NamedBeside(others) => {
            format!("it names `{others}` too; the ticket has the first who is known")
        }
        RowRemark::UnknownAssignee(name) => format!(
            "nobody of the desk is called `{name}`; the ticket is assigned to that name (`[assignee]` in the mapping \
             says who is meant)"
        ),
        RowRemark::UnknownWord { field, word, plan } => {
            format!("{plan} has no {field} `{word}`; the ticket has it all the same")
        }
        RowRemark::OtherCustomer(name) => {
            format!("the row names `{name}`; its ticket is of the customer that was said for all")
        }
        RowRemark::ClosedBefore => {
            "it was resolved after it was closed, as the file says; the closing counts then"
                .to_owned()
        }
        RowRemark::SeveralContracts(taken) => format!(
            "several contracts of its customer were in force then; contract {taken} is taken (`--contract` says which)"
        ),
        RowRemark::ContractOver(taken) => {
            format!("no contract of its customer was in force any more; contract {taken} is taken")
        }
        RowRemark::Older => {
            "it is older than what the record has of its ticket, which stays as it is".to_owned()
        }
        RowRemark::SubjectOfMapping(subject) => {
            format!("its ticket has no subject; it is called `{subject}`, as the mapping says")
        }
        RowRemark::OtherSubject(subject) => {
            format!("its subject is `{subject}` now; the ticket keeps the one that it has")
        }
        RowRemark::NowOtherwise(column) => {
            format!("its {column} is another than in the rows before; the ticket keeps the first")
        }
        RowRemark::OtherHome(name) => format!(
            "it is of `{name}` now; the ticket stays where it is (`sladesk move` takes it there)"
        ),
        RowRemark::OtherContact(who) => format!(
            "`{who}` asks now; the ticket keeps whom it names (`sladesk edit --contact` says another)"
        ),
    }
}

/// What more there is than is told.
pub(crate) fn more_bad(rows: u64) -> String {
    match rows {
        1 => "1 more row cannot be read".to_owned(),
        n => format!("{n} more rows cannot be read; `-f json` lists them"),
    }
}

/// The same of rows that were taken.
pub(crate) fn more_remarks(rows: u64) -> String {
    match rows {
        1 => "the same holds of 1 more row".to_owned(),
        n => format!("the like holds of {n} more rows; `-f json` lists them"),
    }
}

/// Nothing was imported, for bad rows.
pub(crate) fn nothing_imported(bad: u64) -> String {
    let rows = match bad {
        1 => "a row".to_owned(),
        n => format!("{n} rows"),
    };
    format!("{rows} of the log cannot be read; nothing was imported")
}

/// How the rest comes in all the same.
pub(crate) const WITHOUT_STRICT: &str = "without `--strict` the other rows go in";

/// Where a mapping comes from that reads the times of a file.
pub(crate) const FORM_OF_TIMES: &str = "`sladesk import events FILE --new-mapping` prints a mapping with the form of times that all rows have";

/// What an import did, or would do.
pub(crate) fn imported(
    verb: &str,
    (rows, tickets): (u64, u64),
    (added, events, unchanged): (u64, u64, u64),
) -> String {
    format!(
        "{verb} {rows} rows of {tickets} tickets: {added} opened, {events} events written, {unchanged} unchanged"
    )
}

/// Columns that the mapping names and the file lacks.
pub(crate) fn lacking(columns: &[String]) -> String {
    let names = quoted(columns);
    match columns {
        [_] => format!("the file has no column {names}: what it would say is not known"),
        _ => format!("the file has no columns {names}: what they would say is not known"),
    }
}

/// Columns of the file that nobody reads.
pub(crate) fn unread(columns: &[String]) -> String {
    let names = quoted(columns);
    match columns {
        [_] => format!("column {names} is passed over"),
        _ => format!("columns {names} are passed over"),
    }
}

fn quoted(names: &[String]) -> String {
    /// More are counted.
    const MOST: usize = 30;
    let first: Vec<String> = names
        .iter()
        .take(MOST)
        .map(|name| format!("`{name}`"))
        .collect();
    match names.len().checked_sub(MOST).filter(|more| *more > 0) {
        Some(more) => format!("{} and {more} more", first.join(", ")),
        None => first.join(", "),
    }
}

/// By what the file was read: for which version, checked against what, and in which zone its times
/// are where they do not say it themselves.
pub(crate) fn read_by(mapping: &Mapping) -> String {
    let of = |what: &str, said: &Option<String>| {
        said.as_ref()
            .map_or_else(String::new, |said| format!("; {what}: {said}"))
    };
    let title = mapping.title.as_ref();
    let title = title.map_or_else(String::new, |title| format!(": {title}"));
    let zone = match mapping.needs_zone() {
        true => format!(
            "; times are taken as of {} (`zone` in [times])",
            mapping.times.zone
        ),
        false => String::new(),
    };
    format!(
        "read by `{}`{title}{}{}{zone}",
        mapping.name,
        of("for", &mapping.version),
        of("checked against", &mapping.checked)
    )
}

/// A status that says nothing.
pub(crate) fn skipped(word: &str, rows: u64) -> String {
    format!("status `{word}` is skipped by the mapping, in {rows} of the rows")
}

/// Breaches that are taken back.
pub(crate) fn lost(breaches: u64) -> String {
    format!("{breaches} breaches of earlier imports are gone or moved")
}

/// Tickets that nothing is promised for.
pub(crate) fn without_contract(customer: &str, tickets: u64) -> String {
    let tickets = match tickets {
        1 => "1 ticket has".to_owned(),
        n => format!("{n} tickets have"),
    };
    format!(
        "{customer} has no contract, so that {tickets} no clocks; `contract sign {customer} PLAN --start DAY` before the import gives them some"
    )
}

/// Why the columns of a log are not those of the mapping.
pub(crate) fn column(fault: &ColumnFault) -> String {
    match fault {
        ColumnFault::Missing(name) => {
            format!("the log has no column `{name}`, which the mapping names")
        }
        ColumnFault::Twice(name, first, again) => format!(
            "the log has two columns `{name}`, {first} and {again}: which does the mapping mean?"
        ),
    }
}

/// Which columns there are.
pub(crate) fn columns(header: &[&str]) -> String {
    format!("it has {}", header.join(", "))
}

/// What is done about two columns of one name.
pub(crate) const RENAME: &str = "rename one of them in the first line of the log";

/// A quote that the file ends within.
pub(crate) fn unclosed(line: u64) -> String {
    format!("the quote that opens on line {line} is never closed; nothing was imported")
}

/// A quote that closes too early.
pub(crate) fn within_cell(line: u64) -> String {
    format!("the quote that opens on line {line} closes within a cell; nothing was imported")
}

/// How a quote is written within a cell.
pub(crate) const DOUBLED: &str =
    "a quote within a quoted cell is written twice: `\"say \"\"yes\"\"\"`";

/// The csv cannot be read on.
pub(crate) fn unreadable(error: &str) -> String {
    format!("the log cannot be read: {error}")
}

/// A file that is too long.
pub(crate) fn long_file(most: &str) -> String {
    format!("it is longer than {most}")
}

/// A row that is too long.
pub(crate) fn long_row(most: &str) -> String {
    format!("a row is longer than {most}")
}

/// The rows of one ticket say too much.
pub(crate) fn long_ticket(line: u64, ticket: &str, most: &str) -> String {
    format!("line {line}: the rows of ticket {ticket} are longer than {most}")
}

/// What parts no cells.
pub(crate) fn no_delimiter(c: char) -> String {
    format!("`{c}` is no delimiter")
}

/// A name of no encoding.
pub(crate) fn no_encoding(name: &str) -> String {
    format!("the mapping names the encoding `{name}`, which is none")
}

/// Names that are known.
pub(crate) const ENCODINGS: &str =
    "such as `utf-8`, `utf-16le`, `windows-1252`, `iso-8859-15`, `windows-1251`";

/// How a mapping says so.
pub(crate) fn say_encoding(encoding: &str) -> String {
    format!(
        "`encoding = \"{}\"` in the mapping says so",
        encoding.to_lowercase()
    )
}

/// Nothing says whose tickets a file has.
pub(crate) const WHOSE: &str = "an import needs to know whose tickets these are";

/// What else says so.
pub(crate) const OR_A_COLUMN: &str =
    "or `--customer`, or `customer` among the columns of the mapping";

/// What the old tool's clock shows.
pub(crate) fn their_state(state: TheirState) -> &'static str {
    match state {
        TheirState::Running => "running",
        TheirState::Met => "met",
        TheirState::Breached => "breached",
    }
}

/// Milestones that were compared.
pub(crate) fn compared(milestones: u64, differing: u64) -> String {
    format!(
        "{milestones} milestones have a clock of the old tool in the file; ours differs in {differing}"
    )
}

/// `ticket 4 (zendesk:17) response: theirs met, due 2026-01-02 10:00; ours breached, due ...`.
pub(crate) fn differs(
    ticket: TicketNo,
    source: &str,
    difference: &ClockDifference,
    here: LocalNow<'_>,
) -> String {
    let due = |due: Option<Instant>| {
        due.map(|due| format!("due {}", here.zone.wall(due).format("%Y-%m-%d %H:%M")))
    };
    let theirs = &difference.theirs;
    let said = theirs.state.map(|state| their_state(state).to_owned());
    let said: Vec<String> = said.into_iter().chain(due(theirs.due)).collect();
    let ours = match difference.ours {
        None => "not promised".to_owned(),
        Some(ours) => {
            let state = ours.state.word().to_owned();
            let shown: Vec<String> = std::iter::once(state).chain(due(ours.due)).collect();
            shown.join(", ")
        }
    };
    let milestone = &theirs.milestone;
    format!(
        "ticket {ticket} ({source}) {milestone}: theirs {}; ours {ours}",
        said.join(", ")
    )
}

/// What more there is than is told.
pub(crate) fn more_differences(more: u64) -> String {
    match more {
        1 => "1 more milestone differs".to_owned(),
        n => format!("{n} more milestones differ; `-f json` lists them"),
    }
}
