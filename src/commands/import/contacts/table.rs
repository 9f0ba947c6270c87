//! A table of people: a header, then a line each, parted by commas, semicolons or tabs.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use super::columns::{ColumnMeaning, TableColumns, TableFormat, columns};
use super::mistakes::Mistakes;
use crate::commands::Input;
use crate::commands::import::encoding::{self, FileKind};
use crate::commands::import::preamble::preamble;
use crate::commands::import::quotes::{OddQuote, QuoteWatch};
use crate::commands::import::source::ImportSource;
use crate::core::text::{ERASED, shortened};
use crate::failure::Failure;
use crate::render::restored;
use crate::settings::limits;
use crate::store::fold_email;
use crate::wording::import::contacts as words;
use crate::wording::import::rows;

/// A line of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PersonRow {
    pub line: u64,
    pub email: String,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub language: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    /// `WHAT` or `WHAT=DAY`.
    pub qualifications: Vec<String>,
}

/// A table, read whole.
#[derive(Default)]
pub(super) struct PeopleTable {
    pub people: Vec<PersonRow>,
    /// Columns that say nothing here.
    pub passed_over: Vec<String>,
    /// Lines that are nobody's, and why.
    pub left_out: Vec<(u64, String)>,
    pub mistakes: Mistakes,
}

/// Reads the whole table of a customer's people.
///
/// # Errors
/// It cannot be read, or its header has no e-mail address, a column twice or a misspelt one.
pub(super) fn read(
    source: &ImportSource,
    input: &dyn Input,
    customer: &str,
) -> Result<PeopleTable, Failure> {
    let name = Path::new("the table");
    let bytes = limits::bytes(source.open(input)?, name, limits::TABLE, Failure::bad_file)?;
    let text = encoding::text(bytes, source, FileKind::Contacts)?;
    table(&text, customer)
}

fn table(text: &str, customer: &str) -> Result<PeopleTable, Failure> {
    let unread = |error: std::io::Error| unreadable(0, &error.to_string());
    let (before, mut rest) = preamble(text.as_bytes()).map_err(unread)?;
    let mut text = String::with_capacity(text.len());
    rest.read_to_string(&mut text).map_err(unread)?;
    let delimiter = before.delimiter.unwrap_or_else(|| delimiter(&text));
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(QuoteWatch::new(text.as_bytes(), delimiter));
    let line_of =
        |position: Option<&csv::Position>| before.lines + position.map_or(0, csv::Position::line);
    let header = csv.headers();
    let header =
        header.map_err(|error| unreadable(line_of(error.position()), &error.to_string()))?;
    let header: Vec<&str> = header.iter().collect();
    let columns = columns(&header)?;
    let mut reading = TableReader {
        customer,
        columns,
        lines: BTreeMap::new(),
        table: PeopleTable::default(),
    };
    let mut record = csv::StringRecord::new();
    while csv
        .read_record(&mut record)
        .map_err(|error| unreadable(line_of(error.position()), &error.to_string()))?
    {
        let line = before.lines + csv.get_ref().line_of(record.position());
        reading.row(line, &record);
    }
    let mut table = reading.table;
    if let Some(odd) = csv.get_ref().odd() {
        let says = match odd {
            OddQuote::Unclosed(line) => rows::unclosed(before.lines + line),
            OddQuote::WithinCell(line) => rows::within_cell(before.lines + line),
        };
        return Err(Failure::bad_file(says).hint(rows::DOUBLED));
    }
    table.passed_over = reading.columns.passed_over;
    Ok(table)
}

/// What parts the columns of the first line most often.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let often = |c: &u8| header.bytes().filter(|byte| byte == c).count();
    // The last of equals is taken: the comma.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(often)
        .unwrap_or(b',')
}

/// A table being read.
struct TableReader<'c> {
    /// Whose people are taken.
    customer: &'c str,
    columns: TableColumns,
    /// The line of each address.
    lines: BTreeMap<String, u64>,
    table: PeopleTable,
}

impl TableReader<'_> {
    fn row(&mut self, line: u64, record: &csv::StringRecord) {
        let (meanings, table) = (&self.columns.meanings, &mut self.table);
        if record.len() > meanings.len() {
            let says = words::too_many_columns(line, record.len(), meanings.len());
            return table.mistakes.add(line, Failure::bad_file(says));
        }
        let said = |wanted: ColumnMeaning| -> Vec<&str> {
            let cells = meanings.iter().zip(record);
            let cells = cells.filter(|(meaning, _)| **meaning == Some(wanted));
            let cells = cells.map(|(_, cell)| restored(cell).trim());
            cells.filter(|cell| !cell.is_empty()).collect()
        };
        let first = |wanted: ColumnMeaning| said(wanted).first().map(|cell| (*cell).to_owned());
        if let Some(other) = first(ColumnMeaning::Customer).filter(|other| other != self.customer) {
            return table
                .left_out
                .push((line, words::of_another(&shortened(&other))));
        }
        let Some(cell) = first(ColumnMeaning::Email) else {
            return match self.columns.shape {
                TableFormat::Exported => table.left_out.push((line, words::NO_ADDRESS.to_owned())),
                TableFormat::Ours => {
                    let failure = Failure::bad_file(words::no_address(line));
                    table.mistakes.add(line, failure);
                }
            };
        };
        let email = one_of_several(&cell);
        if email != cell {
            table
                .left_out
                .push((line, words::first_address(&shortened(email))));
        }
        let parts = said(ColumnMeaning::NamePart);
        let person = PersonRow {
            line,
            email: email.to_owned(),
            name: first(ColumnMeaning::Name).or((!parts.is_empty()).then(|| parts.join(" "))),
            phone: first(ColumnMeaning::Phone).map(|cell| one_of_several(&cell).to_owned()),
            language: first(ColumnMeaning::Language),
            start: first(ColumnMeaning::Start),
            end: first(ColumnMeaning::End),
            qualifications: qualifications(
                &first(ColumnMeaning::Qualifications).unwrap_or_default(),
            ),
        };
        self.add(person);
    }

    fn add(&mut self, person: PersonRow) {
        // as our own list shows who was erased
        if person.email == ERASED {
            return self
                .table
                .left_out
                .push((person.line, words::ERASED.to_owned()));
        }
        let line = person.line;
        match self.lines.insert(fold_email(&person.email), line) {
            Some(first) => {
                let says = words::stands_twice(&person.email, first, line);
                self.table.mistakes.add(line, Failure::bad_file(says));
            }
            None => self.table.people.push(person),
        }
    }
}

/// Google writes several values of a kind with ` ::: ` between them.
fn one_of_several(cell: &str) -> &str {
    cell.split(" ::: ").next().unwrap_or(cell).trim()
}

/// `a b=2027-06-30`, or objects as our own list has them.
fn qualifications(cell: &str) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct HeldQualification {
        what: String,
        until: Option<String>,
    }
    if cell.starts_with('{')
        && let Ok(held) = serde_json::from_str::<Vec<HeldQualification>>(&format!("[{cell}]"))
    {
        let word = |held: HeldQualification| match held.until {
            Some(until) => format!("{}={until}", held.what),
            None => held.what,
        };
        return held.into_iter().map(word).collect();
    }
    let words = cell.split([' ', ';', ',']);
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn unreadable(line: u64, error: &str) -> Failure {
    Failure::bad_file(words::unreadable(line, error))
}
