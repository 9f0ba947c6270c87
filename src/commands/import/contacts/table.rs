//! A table of people: a header, then a line each, parted by commas, semicolons or tabs.

use std::collections::BTreeMap;
use std::path::Path;

use crate::commands::Input;
use crate::commands::import::encoding::{self, FileKind};
use crate::commands::import::source::Source;
use crate::core::text::nearest;
use crate::failure::Failure;
use crate::settings::limits;
use crate::store::fold_email;

/// The columns that a table may have; the words are those of `contact add`.
const COLUMNS: [&str; 7] = [
    "email",
    "name",
    "phone",
    "language",
    "start",
    "end",
    "qualifications",
];

/// A line of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
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

/// Reads the whole table.
///
/// # Errors
/// It cannot be read, its header has no e-mail address or an unknown column, or somebody stands
/// in it twice.
pub(super) fn read(source: &Source, input: &dyn Input) -> Result<Vec<Person>, Failure> {
    let name = Path::new("the table");
    let bytes = limits::bytes(source.open(input)?, name, limits::TABLE, Failure::bad_file)?;
    let text = encoding::text(bytes, source, FileKind::Contacts)?;
    people(text.trim_start_matches('\u{feff}'))
}

fn people(text: &str) -> Result<Vec<Person>, Failure> {
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let header: Vec<&'static str> = csv
        .headers()
        .map_err(|error| unreadable(&error))?
        .iter()
        .map(column)
        .collect::<Result<_, _>>()?;
    if !header.contains(&"email") {
        return Err(
            Failure::bad_file("the table has no column `email`").hint(format!(
                "its first line names the columns: {}",
                COLUMNS.join(", ")
            )),
        );
    }
    let mut people = Vec::new();
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    for record in csv.records() {
        let record = record.map_err(|error| unreadable(&error))?;
        let person = person(&header, &record)?;
        if let Some(first) = lines.insert(fold_email(&person.email), person.line) {
            return Err(Failure::bad_file(format!(
                "{} stands on line {first} and on line {}",
                person.email, person.line
            )));
        }
        people.push(person);
    }
    Ok(people)
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

fn column(name: &str) -> Result<&'static str, Failure> {
    let word = name.to_lowercase().replace(['-', '_'], "");
    let found = COLUMNS.into_iter().find(|known| *known == word);
    found.ok_or_else(|| {
        Failure::bad_file(format!(
            "the table has a column `{name}`, which says nothing here"
        ))
        .meant(nearest(&word, COLUMNS))
        .hint(format!("columns are {}", COLUMNS.join(", ")))
    })
}

fn person(header: &[&str], record: &csv::StringRecord) -> Result<Person, Failure> {
    let line = record.position().map_or(0, csv::Position::line);
    if record.len() > header.len() {
        return Err(Failure::bad_file(format!(
            "line {line} has {} columns, the first line {}",
            record.len(),
            header.len()
        )));
    }
    let said = |name: &str| {
        let place = header.iter().position(|known| *known == name)?;
        let value = record.get(place).filter(|value| !value.is_empty())?;
        Some(value.to_owned())
    };
    let words = said("qualifications").unwrap_or_default();
    Ok(Person {
        line,
        email: said("email")
            .ok_or_else(|| Failure::bad_file(format!("line {line} has no e-mail address")))?,
        name: said("name"),
        phone: said("phone"),
        language: said("language"),
        start: said("start"),
        end: said("end"),
        qualifications: words
            .split([' ', ';', ','])
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect(),
    })
}

fn unreadable(error: &csv::Error) -> Failure {
    let line = error.position().map_or(0, csv::Position::line);
    Failure::bad_file(format!("line {line} of the table cannot be read: {error}"))
}
