//! A table of people: a header, then a line each, parted by commas, semicolons or tabs.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use super::columns::{TableColumns, columns};
use super::mistakes::Mistakes;
use crate::commands::Input;
use crate::commands::import::csv_file::delimiter_byte;
use crate::commands::import::encoding::{self, FileKind};
use crate::commands::import::likely_encoding::LikelyEncoding;
use crate::commands::import::preamble::preamble;
use crate::commands::import::quotes::{OddQuote, QuoteWatch, Quotes};
use crate::commands::import::source::ImportSource;
use crate::core::intake::{PeopleMapping, PersonColumn, WordTable};
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
    /// What somebody new is called whose line has no name: in the list of a program not everybody
    /// has one. It renames nobody.
    pub stand_in: Option<String>,
    /// Whose it is by the name there.
    pub organisation: Option<String>,
}

/// A table, read whole.
#[derive(Default)]
pub(super) struct PeopleTable {
    pub people: Vec<PersonRow>,
    /// Columns that say nothing here.
    pub passed_over: Vec<String>,
    /// Lines that are nobody's, and why.
    pub left_out: Vec<(u64, String)>,
    /// Whether some of these are of an organisation that no customer is called.
    pub has_strangers: bool,
    pub mistakes: Mistakes,
    /// How a table that is not ours was read, and whether its header alone told so.
    pub mapping: Option<PeopleMapping>,
    pub recognised: bool,
    /// The encoding that it seems to be in, where nothing says so.
    pub taken_as: Option<LikelyEncoding>,
}

/// Reads the whole table of a customer's people.
///
/// # Errors
/// It cannot be read, or its header has no e-mail address, a column twice or a misspelt one.
pub(super) fn read(
    source: &ImportSource,
    input: &dyn Input,
    customer: &str,
    mapping: Option<PeopleMapping>,
) -> Result<PeopleTable, Failure> {
    let encoding = mapping
        .as_ref()
        .and_then(|mapping| mapping.encoding.as_deref());
    let encoding = encoding.map(encoding::of_name).transpose()?;
    let name = Path::new("the table");
    let bytes = limits::bytes(source.open(input)?, name, limits::TABLE, Failure::bad_file)?;
    let text = encoding::text(bytes, source, FileKind::Contacts, encoding)?;
    if is_card(&text.text) {
        return Err(Failure::bad_file(words::CARDS).hint(words::AS_CSV));
    }
    Ok(PeopleTable {
        taken_as: text.taken_as,
        ..table(&text.text, customer, mapping)?
    })
}

fn table(
    text: &str,
    customer: &str,
    mapping: Option<PeopleMapping>,
) -> Result<PeopleTable, Failure> {
    let unread = |error: std::io::Error| unreadable(0, &error.to_string());
    let (before, mut rest) = preamble(text.as_bytes()).map_err(unread)?;
    let mut text = String::with_capacity(text.len());
    rest.read_to_string(&mut text).map_err(unread)?;
    let said = mapping.as_ref().and_then(|mapping| mapping.delimiter);
    let said = said.map(delimiter_byte).transpose()?;
    let delimiter = before
        .delimiter
        .or(said)
        .unwrap_or_else(|| likely_delimiter(&text));
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(QuoteWatch::new(text.as_bytes(), delimiter, Quotes::Open));
    let line_of =
        |position: Option<&csv::Position>| before.lines + position.map_or(0, csv::Position::line);
    let header = csv.headers();
    let header =
        header.map_err(|error| unreadable(line_of(error.position()), &error.to_string()))?;
    let header: Vec<&str> = header.iter().collect();
    let columns = columns(&header, mapping)?;
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
    table.mapping = reading.columns.mapping;
    table.recognised = reading.columns.recognised;
    Ok(table)
}

/// Whether a text is cards of people, one behind the other (a .vcf), and no table.
fn is_card(text: &str) -> bool {
    const BEGINS: &str = "BEGIN:VCARD";
    let begins = text.trim_start().get(..BEGINS.len());
    begins.is_some_and(|begins| begins.eq_ignore_ascii_case(BEGINS))
}

/// What parts the columns of the first line most often.
fn likely_delimiter(text: &str) -> u8 {
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
        let (columns, table) = (&self.columns, &mut self.table);
        if record.len() > columns.width {
            let says = words::too_many_columns(line, record.len(), columns.width);
            return table.mistakes.add(line, Failure::bad_file(says));
        }
        let mapping = columns.mapping.as_ref();
        let unknown = |cell: &str| mapping.is_some_and(|mapping| mapping.is_unknown(cell));
        let said = |wanted: PersonColumn| -> Vec<&str> {
            let places = columns.places.get(&wanted);
            let cells = places
                .into_iter()
                .flatten()
                .filter_map(|at| record.get(*at));
            let cells = cells.map(|cell| restored(cell).trim());
            cells
                .filter(|cell| !cell.is_empty() && !unknown(cell))
                .collect()
        };
        let first = |wanted: PersonColumn| said(wanted).first().map(|cell| (*cell).to_owned());
        if let Some(other) = first(PersonColumn::Customer).filter(|other| other != self.customer) {
            return table
                .left_out
                .push((line, words::of_another(&shortened(&other))));
        }
        let status = first(PersonColumn::Status);
        let skips =
            |word: &String| mapping.is_some_and(|mapping| mapping.status.of(word).is_some());
        if let Some(word) = status.filter(skips) {
            return table
                .left_out
                .push((line, words::skipped(&shortened(&word))));
        }
        let address = first(PersonColumn::Email);
        let Some(cell) = address.filter(|cell| mapping.is_none() || !is_of_exchange(cell)) else {
            return match mapping {
                Some(_) => table.left_out.push((line, words::NO_ADDRESS.to_owned())),
                None => {
                    let failure = Failure::bad_file(words::no_address(line));
                    table.mistakes.add(line, failure);
                }
            };
        };
        let first_of_cell = one_of_several(&cell);
        if first_of_cell != cell {
            table
                .left_out
                .push((line, words::first_address(&shortened(first_of_cell))));
        }
        let (called, email) = name_and_address(first_of_cell);
        let organisation =
            first(PersonColumn::Organisation).map(|cell| one_of_several(&cell).to_owned());
        let stand_in = mapping.map(|_| organisation.clone().unwrap_or_else(|| email.to_owned()));
        let parts = said(PersonColumn::NameParts);
        let language = first(PersonColumn::Language);
        let qualifications =
            qualifications(&first(PersonColumn::Qualifications).unwrap_or_default());
        let mut person = PersonRow {
            line,
            email: email.to_owned(),
            name: first(PersonColumn::Name)
                .or((!parts.is_empty()).then(|| parts.join(" ")))
                .or(called.map(str::to_owned)),
            phone: first(PersonColumn::Phone).map(|cell| one_of_several(&cell).to_owned()),
            language,
            start: first(PersonColumn::Start),
            end: first(PersonColumn::End),
            qualifications,
            stand_in,
            organisation,
        };
        if let Some(mapping) = mapping {
            let days = [
                (PersonColumn::Start, &mut person.start),
                (PersonColumn::End, &mut person.end),
            ];
            for (column, day) in days {
                match day.as_deref().and_then(|cell| mapping.day(cell)) {
                    None => {}
                    Some(Ok(read)) => *day = Some(read.to_string()),
                    Some(Err(fault)) => {
                        let cell = day.take().unwrap_or_default();
                        let says = words::no_day(&shortened(&cell), column.key(), &fault.form);
                        table.mistakes.of_line(line, None, Failure::bad_file(says));
                    }
                }
            }
            let ours = |words: &WordTable, word: &str| words.of(word).unwrap_or(word).to_owned();
            person.language = person.language.map(|word| ours(&mapping.language, &word));
            for word in &mut person.qualifications {
                *word = ours(&mapping.qualifications, word);
            }
        }
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

/// Outlook has the name of a directory in place of the address of a colleague: `/o=Corp/ou=...`.
fn is_of_exchange(address: &str) -> bool {
    let begin = address.get(..3);
    begin.is_some_and(|begin| begin.eq_ignore_ascii_case("/o="))
}

/// An address as programs write it in a link (`mailto:dana@acme.example`), or with a name before it
/// (`Dana Ruiz <dana@acme.example>`).
fn name_and_address(cell: &str) -> (Option<&str>, &str) {
    let scheme = cell.get(..7);
    if scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:")) {
        return (None, cell[7..].trim());
    }
    let parted = cell
        .strip_suffix('>')
        .and_then(|cell| cell.rsplit_once('<'));
    match parted {
        Some((name, address)) => {
            let name = name.trim().trim_matches('"').trim();
            (Some(name).filter(|name| !name.is_empty()), address.trim())
        }
        None => (None, cell),
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
