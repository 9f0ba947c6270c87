//! What an import of people says of their table.

use super::encoding::could_be;

/// The encoding that a table seems to be in.
pub(crate) fn taken_as(encoding: &str, others: &[String]) -> String {
    let likeliest = format!(
        "the table is no text in UTF-8: it is taken to be in {encoding}, as its letters are likeliest"
    );
    match others {
        [] => likeliest,
        others => format!("{likeliest} ({})", could_be(others)),
    }
}

/// Columns that say nothing here.
pub(crate) fn passed_over(columns: &[String]) -> String {
    match columns {
        [one] => format!("the column `{one}` says nothing here and is passed over"),
        all => format!(
            "columns that say nothing here are passed over: {}",
            all.join(", ")
        ),
    }
}

/// A line that is not taken.
pub(crate) fn left_out(lines: &str, why: &str) -> String {
    format!("{lines}: {why}")
}

/// Somebody else's.
pub(crate) fn of_another(customer: &str) -> String {
    format!("left out, of the customer `{customer}`")
}

/// Somebody who was erased.
pub(crate) const ERASED: &str = "left out, who it was is erased";

/// Nobody can be told by the name alone.
pub(crate) const NO_ADDRESS: &str = "left out, there is no e-mail address";

/// Somebody who is none of a customer's there.
pub(crate) fn skipped(status: &str) -> String {
    format!("left out, as `{status}`")
}

/// Nothing says whose it is, in a table that names organisations.
pub(crate) const NO_ORGANISATION: &str = "left out, no organisation is named";

/// No customer is called so.
pub(crate) fn unknown_organisation(name: &str) -> String {
    format!("left out, no customer has the name `{name}`")
}

/// How those of one come in.
pub(crate) const SAY_ORGANISATION: &str =
    "`--organisation NAME` takes the people of an organisation for this customer's";

/// A name for the customer that nobody in the table has.
pub(crate) fn no_such_organisation(name: &str) -> String {
    format!("nobody in the table is of `{name}`")
}

/// Reasons that are not told one by one.
pub(crate) fn more_left_out(lines: usize) -> String {
    format!("{lines} lines more are left out, which `-f json` lists")
}

/// A cell that is no day.
pub(crate) fn no_day(cell: &str, column: &str, form: &str) -> String {
    format!(
        "`{cell}` is no day of the form `{form}` ({})",
        in_column(column)
    )
}

/// Where a cell stands.
pub(crate) fn in_column(column: &str) -> String {
    format!("in column `{column}`")
}

/// Which mapping was taken, of a table whose header told.
pub(crate) fn read_as(mapping: &str, title: Option<&str>) -> String {
    format!("read as {} (mapping `{mapping}`)", title.unwrap_or(mapping))
}

/// Whom the contract has no room for; so many of the table had a seat, and have none either.
pub(crate) fn no_room(people: &[String], seated: usize) -> String {
    let nobody = match seated {
        0 => "nobody was imported",
        _ => "nobody was imported, those above whom the table names neither",
    };
    let number = people.len();
    format!("{nobody}; {number} did not fit: {}", people.join(", "))
}

/// How they come in.
pub(crate) const FEWER: &str = "take whom the contract does not cover out of the table; `--revoke-missing` frees the seats of who is not in it";

/// A seat that is over, of somebody who is not known.
pub(crate) const OVER: &str = "left out, the last day is over";

/// One of several addresses.
pub(crate) fn first_address(address: &str) -> String {
    format!("of several addresses the first is taken, {address}")
}

/// The header has a column of a name that is ours, misspelt.
pub(crate) fn odd_column(name: &str) -> String {
    format!("the table has a column `{name}`, which says nothing here")
}

/// Which there are.
pub(crate) fn columns_are(names: &[&str]) -> String {
    format!("columns are {}", names.join(", "))
}

/// Cards of people.
pub(crate) const CARDS: &str = "the file is cards of people (.vcf), no table";

/// How their table is had.
pub(crate) const AS_CSV: &str = "export the contacts as csv: of Google's formats `Google CSV`, of Outlook's `Comma Separated Values`";

/// No column of addresses.
pub(crate) const NO_EMAIL_COLUMN: &str = "the table has no column `email`";

/// What the header should be.
pub(crate) fn header_names(names: &[&str]) -> String {
    format!("its first line names the columns: {}", names.join(", "))
}

/// A column that the mapping names.
pub(crate) fn no_column(name: &str) -> String {
    format!("the table has no column `{name}`, which the mapping names")
}

/// Two columns of one name.
pub(crate) fn column_twice(name: &str) -> String {
    format!("the table has two columns `{name}`: which is meant?")
}

/// A row longer than the header.
pub(crate) fn too_many_columns(line: u64, has: usize, header: usize) -> String {
    format!("line {line} has {has} columns, the first line {header}")
}

/// A row without an address.
pub(crate) fn no_address(line: u64) -> String {
    format!("line {line} has no e-mail address")
}

/// Somebody stands in the table twice.
pub(crate) fn stands_twice(email: &str, first: u64, again: u64) -> String {
    format!("{email} stands on line {first} and on line {again}")
}

/// Somebody new.
pub(crate) fn no_name(email: &str) -> String {
    format!("{email} is new and has no name")
}

/// The csv cannot be read on.
pub(crate) fn unreadable(line: u64, error: &str) -> String {
    format!("line {line} of the table cannot be read: {error}")
}

/// Where a mistake stands.
pub(crate) fn on(lines: &str) -> String {
    format!("on {lines}")
}

/// Mistakes that are counted.
pub(crate) fn more_mistakes(more: usize) -> String {
    format!("and {more} mistakes more")
}

/// How the rest comes in.
pub(crate) fn skip_bad(good: usize) -> String {
    format!("`--skip-bad` brings in the good lines ({good}) and leaves these out")
}

/// What would be revoked.
pub(crate) fn would_revoke(people: &[String], listed: usize) -> String {
    let who = people.join(", ");
    match listed {
        0 => format!("the table is empty, and the import would revoke {who}"),
        _ => format!("the import would revoke {who}"),
    }
}

/// What an import did, or would do.
pub(crate) fn imported(
    verb: &str,
    rows: usize,
    (added, changed, unchanged, revoked): (usize, usize, usize, usize),
) -> String {
    format!(
        "{verb} {rows} people: {added} authorised, {changed} changed, {unchanged} unchanged, {revoked} revoked"
    )
}
