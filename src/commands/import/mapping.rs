//! Mappings: built in by name, or a file of one's own.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use crate::core::intake::{ColumnKey, Mapping, MappingError, PeopleMapping, RowReader};
use crate::core::text::nearest;
use crate::core::time::{Instant, WallTime};
use crate::failure::{Failure, FilePlace, Noun};
use crate::plans::MarkedLine;
use crate::settings::limits;
use crate::wording::import::mapping as words;

/// A log of changes and a list of incidents of ServiceNow are of one tool: their tickets have one
/// name in front of their keys.
const BUILT_IN: [(&str, &str); 8] = [
    ("freshdesk", include_str!("mappings/freshdesk.toml")),
    ("glpi", include_str!("mappings/glpi.toml")),
    ("jira", include_str!("mappings/jira.toml")),
    ("osticket", include_str!("mappings/osticket.toml")),
    ("rt", include_str!("mappings/rt.toml")),
    ("servicenow", include_str!("mappings/servicenow.toml")),
    (
        "servicenow-incidents",
        include_str!("mappings/servicenow-incidents.toml"),
    ),
    ("zendesk", include_str!("mappings/zendesk.toml")),
];

/// Programs that export people, in the order in which a header is held against them.
const PEOPLE: [(&str, &str); 3] = [
    ("outlook", include_str!("mappings/people/outlook.toml")),
    ("google", include_str!("mappings/people/google.toml")),
    ("zendesk", include_str!("mappings/people/zendesk.toml")),
];

/// The names of the mappings of tickets that are built in.
pub(super) fn names() -> Vec<&'static str> {
    BUILT_IN.iter().map(|(name, _)| *name).collect()
}

/// The names of the mappings of people that are built in.
pub(super) fn people_names() -> Vec<&'static str> {
    PEOPLE.iter().map(|(name, _)| *name).collect()
}

/// The mapping of that name, or in that file.
///
/// # Errors
/// There is neither, or it says what a mapping cannot.
pub(super) fn mapping(word: &str) -> Result<Mapping, Failure> {
    named(word, &BUILT_IN, Mapping::read)
}

/// The text of the built-in mapping of that name.
///
/// # Errors
/// There is none.
pub(super) fn built_in(word: &str) -> Result<&'static str, Failure> {
    let found = BUILT_IN.iter().find(|(name, _)| *name == word);
    found
        .map(|(_, text)| *text)
        .ok_or_else(|| unknown(word, &names()))
}

/// The built-in mapping of the tool that writes such a header, by its name.
pub(super) fn of_header(header: &[&str]) -> Option<&'static str> {
    let utc = |wall: NaiveDateTime| WallTime::Once(Instant(wall.and_utc().timestamp()));
    let fits = |text: &str| {
        let mapping = Mapping::read(text).ok()?;
        let lacking = RowReader::new(&mapping, header, utc, Instant::MAX).ok()?;
        let lacking = lacking.lacking().len();
        // of several names one is enough, save those that a subject is joined of
        let named = ColumnKey::all().map(|column| match column {
            ColumnKey::Subject => mapping.columns.names(column).len(),
            _ => mapping.columns.names(column).len().min(1),
        });
        // a few columns of common names are no sign of a tool
        (lacking * 3 <= named.sum::<usize>()).then_some(lacking)
    };
    let fitting = BUILT_IN
        .iter()
        .filter_map(|(name, text)| Some((fits(text)?, *name)));
    fitting.min().map(|(_, name)| name)
}

/// The mapping of people of that name, or in that file.
///
/// # Errors
/// There is neither, or it says what a mapping of people cannot.
pub(super) fn people(word: &str) -> Result<PeopleMapping, Failure> {
    named(word, &PEOPLE, PeopleMapping::read)
}

/// The built-in mapping of the program that writes such a header.
pub(super) fn people_of_header(header: &[&str]) -> Option<PeopleMapping> {
    let built_in = PEOPLE.iter();
    let mut read = built_in.filter_map(|(_, text)| PeopleMapping::read(text).ok());
    read.find(|mapping| mapping.recognises(header))
}

type ReadMapping<M> = fn(&str) -> Result<M, MappingError>;

fn named<M>(word: &str, built_in: &[(&str, &str)], read: ReadMapping<M>) -> Result<M, Failure> {
    if let Some((_, text)) = built_in.iter().find(|(name, _)| *name == word) {
        return read(text).map_err(|error| bad(word, text, &error));
    }
    let path = Path::new(word);
    match std::fs::File::open(path) {
        Ok(file) => {
            let text = limits::text(file, path, limits::MAPPING, Failure::bad_file)?;
            read(&text).map_err(|error| bad(word, &text, &error))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let names: Vec<&str> = built_in.iter().map(|(name, _)| *name).collect();
            Err(unknown(word, &names))
        }
        Err(error) => Err(Failure::io("read", path, &error)),
    }
}

fn unknown(word: &str, names: &[&str]) -> Failure {
    Failure::no_such(Noun::Called("mapping"), word)
        .meant(nearest(word, names.iter().copied()))
        .hint(format!("built in: {}; or name a file", names.join(", ")))
}

fn bad(word: &str, text: &str, error: &MappingError) -> Failure {
    let failure = Failure::bad_file(words::fault(&error.fault)).place(FilePlace {
        file: PathBuf::from(word),
        line: None,
        column: None,
    });
    let failure = match &error.span {
        Some(span) => failure.marked(MarkedLine::of(word, text, span)),
        None => failure,
    };
    failure.hint_if(words::hint(&error.fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_ones_are_read_and_say_what_they_were_checked_against() {
        for (name, text) in BUILT_IN {
            let mapping = Mapping::read(text).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            let told = [&mapping.title, &mapping.version, &mapping.checked];
            assert!(told.into_iter().all(Option::is_some), "{name}");
            let row = format!(
                "| `{name}` | {} | {} |",
                mapping.version.unwrap_or_default(),
                mapping.checked.unwrap_or_default()
            );
            assert!(
                include_str!("../../../docs/import.md").contains(&row),
                "docs/import.md says {row}"
            );
        }
        for (name, text) in PEOPLE {
            let mapping =
                PeopleMapping::read(text).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            let told = [&mapping.title, &mapping.version, &mapping.checked];
            assert!(told.into_iter().all(Option::is_some), "{name}");
            assert_eq!(mapping.name, name);
        }
    }
}
