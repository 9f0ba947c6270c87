//! What the columns of a table of people mean: of our own, of a mapping, or of a program whose header
//! is known.

use std::collections::BTreeMap;

use crate::commands::import::mapping::people_of_header;
use crate::core::intake::{ColumnFault, PeopleMapping, PersonColumn};
use crate::core::text::{nearest, shortened};
use crate::failure::Failure;
use crate::wording::import::{contacts as words, rows};

/// The columns of our own tables: the words of `contact add`.
const OURS: [(&str, PersonColumn); 7] = [
    ("email", PersonColumn::Email),
    ("name", PersonColumn::Name),
    ("phone", PersonColumn::Phone),
    ("language", PersonColumn::Language),
    ("start", PersonColumn::Start),
    ("end", PersonColumn::End),
    ("qualifications", PersonColumn::Qualifications),
];

/// What else they may be called, and what our own list has besides.
const ALSO: [(&str, PersonColumn); 7] = [
    ("contact", PersonColumn::Email),
    ("mail", PersonColumn::Email),
    ("emailaddress", PersonColumn::Email),
    ("fullname", PersonColumn::Name),
    ("telephone", PersonColumn::Phone),
    ("phonenumber", PersonColumn::Phone),
    ("customer", PersonColumn::Customer),
];

/// Columns of our own list that say nothing of who may ask.
const LISTED: [&str; 3] = ["seat", "opentickets", "contract"];

/// Where the columns of a table stand, and which are passed over.
pub(super) struct TableColumns {
    pub width: usize,
    /// Those of a key in their order.
    pub places: BTreeMap<PersonColumn, Vec<usize>>,
    pub passed_over: Vec<String>,
    /// How a table that is not ours is read. Not everybody in it has an address.
    pub mapping: Option<PeopleMapping>,
    /// Whether the header alone told whose it is.
    pub recognised: bool,
}

/// Reads a header.
///
/// # Errors
/// It has no e-mail address, a column twice, or one that is likely misspelt: each of them.
pub(super) fn columns(
    header: &[&str],
    mapping: Option<PeopleMapping>,
) -> Result<TableColumns, Failure> {
    let typed = mapping.is_some();
    let Some(mapping) = mapping.or_else(|| people_of_header(header)) else {
        return our_columns(header);
    };
    let places = mapping.places(header);
    let places = places.map_err(|fault| no_column(&fault, header))?;
    let taken = |place: &usize| places.values().flatten().any(|taken| taken == place);
    let rest = (0..header.len()).filter(|place| !taken(place));
    let passed_over = passed_over(rest.map(|place| header[place]));
    Ok(TableColumns {
        width: header.len(),
        places,
        passed_over,
        mapping: Some(mapping),
        recognised: !typed,
    })
}

fn no_column(fault: &ColumnFault, header: &[&str]) -> Failure {
    match fault {
        ColumnFault::Missing(column) => Failure::bad_file(words::no_column(column))
            .meant(nearest(column, header.iter().copied()))
            .hint(rows::columns(header)),
        ColumnFault::Twice(column, ..) => Failure::bad_file(words::column_twice(column)),
    }
}

fn our_columns(header: &[&str]) -> Result<TableColumns, Failure> {
    let mut mistakes = Vec::new();
    let mut places: BTreeMap<PersonColumn, Vec<usize>> = BTreeMap::new();
    let mut rest = Vec::new();
    for (place, name) in header.iter().enumerate() {
        let meaning = ours(name).unwrap_or_else(|mistake| {
            mistakes.push(mistake);
            None
        });
        let Some(meaning) = meaning else {
            rest.push(*name);
            continue;
        };
        if header[..place].contains(name) {
            mistakes.push(Failure::bad_file(words::column_twice(name)));
        }
        places.entry(meaning).or_default().push(place);
    }
    if !places.contains_key(&PersonColumn::Email) {
        let names = OURS.map(|(name, _)| name);
        let failure = Failure::bad_file(words::NO_EMAIL_COLUMN).hint(words::header_names(&names));
        mistakes.push(failure);
    }
    match mistakes.into_iter().reduce(Failure::and) {
        None => Ok(TableColumns {
            width: header.len(),
            places,
            passed_over: passed_over(rest.into_iter()),
            mapping: None,
            recognised: false,
        }),
        Some(mistakes) => Err(mistakes),
    }
}

/// Names of columns that say nothing here, each once.
fn passed_over<'h>(names: impl Iterator<Item = &'h str>) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for name in names.filter(|name| !name.is_empty()) {
        let name = shortened(name).into_owned();
        if !told.contains(&name) {
            told.push(name);
        }
    }
    told
}

/// What a column of a table of ours means. One that nobody knows is passed over, unless it is
/// likely one of ours, misspelt.
fn ours(name: &str) -> Result<Option<PersonColumn>, Failure> {
    let word = name.to_lowercase().replace(['-', '_', ' '], "");
    let mut known = OURS.iter().chain(&ALSO);
    if let Some((_, meaning)) = known.find(|(known, _)| *known == word) {
        return Ok(Some(*meaning));
    }
    if LISTED.contains(&word.as_str()) {
        return Ok(None);
    }
    let names = OURS.map(|(name, _)| name);
    match nearest(&word, names) {
        None => Ok(None),
        near => Err(Failure::bad_file(words::odd_column(name))
            .meant(near)
            .hint(words::columns_are(&names))),
    }
}
