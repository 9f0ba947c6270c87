//! What the columns of a table of people mean: of our own, and as Outlook, Google Contacts and
//! Zendesk name them when they export people.

use crate::core::text::{nearest, shortened};
use crate::failure::Failure;
use crate::wording::import::{contacts as words, exported};

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnMeaning {
    Email,
    /// The whole name.
    Name,
    /// A part of it; the parts stand in order.
    NamePart,
    /// Where to call; the first of several that says something.
    Phone,
    Language,
    Start,
    End,
    Qualifications,
    /// Whose contact it is.
    Customer,
}

/// Who wrote a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableFormat {
    /// Somebody who knows what we take, or our own list.
    Ours,
    /// A program that knows nothing of us; not everybody in it has an address.
    Exported,
}

/// The columns of our own tables: the words of `contact add`.
const OURS: [(&str, ColumnMeaning); 7] = [
    ("email", ColumnMeaning::Email),
    ("name", ColumnMeaning::Name),
    ("phone", ColumnMeaning::Phone),
    ("language", ColumnMeaning::Language),
    ("start", ColumnMeaning::Start),
    ("end", ColumnMeaning::End),
    ("qualifications", ColumnMeaning::Qualifications),
];

/// What else they may be called, and what our own list has besides.
const ALSO: [(&str, ColumnMeaning); 7] = [
    ("contact", ColumnMeaning::Email),
    ("mail", ColumnMeaning::Email),
    ("emailaddress", ColumnMeaning::Email),
    ("fullname", ColumnMeaning::Name),
    ("telephone", ColumnMeaning::Phone),
    ("phonenumber", ColumnMeaning::Phone),
    ("customer", ColumnMeaning::Customer),
];

/// Columns of our own list that say nothing of who may ask.
const LISTED: [&str; 3] = ["seat", "opentickets", "contract"];

/// The columns of programs that export people.
const PROGRAMS: [ProgramColumns; 3] = [
    ProgramColumns {
        mark: None,
        taken: &[
            (ColumnMeaning::NamePart, exported::OUTLOOK_NAME_PARTS),
            (ColumnMeaning::Email, exported::OUTLOOK_ADDRESSES),
            (ColumnMeaning::Phone, exported::OUTLOOK_PHONES),
        ],
    },
    ProgramColumns {
        mark: None,
        taken: &[
            (ColumnMeaning::Name, exported::GOOGLE_NAMES),
            (ColumnMeaning::NamePart, exported::GOOGLE_NAME_PARTS),
            (ColumnMeaning::Email, exported::GOOGLE_ADDRESSES),
            (ColumnMeaning::Phone, exported::GOOGLE_PHONES),
        ],
    },
    ProgramColumns {
        mark: Some("restriction"),
        taken: &[
            (ColumnMeaning::Name, &["name"]),
            (ColumnMeaning::Email, &["email"]),
            (ColumnMeaning::Phone, &["phone"]),
        ],
    },
];

/// What a program calls the columns that are taken.
struct ProgramColumns {
    /// A column by which one knows it; none: by its columns of addresses.
    mark: Option<&'static str>,
    taken: &'static [(ColumnMeaning, &'static [&'static str])],
}

impl ProgramColumns {
    fn meaning(&self, name: &str) -> Option<ColumnMeaning> {
        let mut taken = self.taken.iter();
        let found = taken.find(|(_, names)| names.contains(&name));
        found.map(|(meaning, _)| *meaning)
    }

    fn wrote(&self, header: &[&str]) -> bool {
        let is_address = |name: &&str| self.meaning(name) == Some(ColumnMeaning::Email);
        match self.mark {
            Some(mark) => header.contains(&mark),
            None => header.iter().any(is_address),
        }
    }
}

/// What the columns of a table mean, in their order, and which are passed over.
pub(super) struct TableColumns {
    pub shape: TableFormat,
    pub meanings: Vec<Option<ColumnMeaning>>,
    pub passed_over: Vec<String>,
}

/// Reads a header.
///
/// # Errors
/// It has no e-mail address, a column twice, or one that is likely misspelt: each of them.
pub(super) fn columns(header: &[&str]) -> Result<TableColumns, Failure> {
    let program = PROGRAMS.iter().find(|program| program.wrote(header));
    let mut mistakes = Vec::new();
    let mut columns = TableColumns {
        shape: match program {
            Some(_) => TableFormat::Exported,
            None => TableFormat::Ours,
        },
        meanings: Vec::new(),
        passed_over: Vec::new(),
    };
    for (place, name) in header.iter().enumerate() {
        let meaning = match program {
            Some(program) => program.meaning(name),
            None => ours(name).unwrap_or_else(|mistake| {
                mistakes.push(mistake);
                None
            }),
        };
        if meaning.is_some() && header[..place].contains(name) {
            mistakes.push(Failure::bad_file(words::column_twice(name)));
        }
        if meaning.is_none() && !name.is_empty() && !columns.passed_over.iter().any(|n| n == name) {
            columns.passed_over.push(shortened(name).into_owned());
        }
        columns.meanings.push(meaning);
    }
    if !columns.meanings.contains(&Some(ColumnMeaning::Email)) {
        let names = OURS.map(|(name, _)| name);
        let failure = Failure::bad_file(words::NO_EMAIL_COLUMN).hint(words::header_names(&names));
        mistakes.push(failure);
    }
    match mistakes.into_iter().reduce(Failure::and) {
        None => Ok(columns),
        Some(mistakes) => Err(mistakes),
    }
}

/// What a column of a table of ours means. One that nobody knows is passed over, unless it is
/// likely one of ours, misspelt.
fn ours(name: &str) -> Result<Option<ColumnMeaning>, Failure> {
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
