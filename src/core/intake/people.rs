//! A mapping of a table of people: the small TOML of [`Mapping`](super::Mapping), with the columns of
//! people.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::columns::OneOrSeveral;
use super::fault::{ColumnFault, MappingFault};
use super::file_header::FileHeader;
use super::mapping::{MappingError, at_form, no_toml, one_of, only_keys, place_of};
use super::person_columns::PersonColumn;
use super::times::{TimeFormats, TimeReader};
use super::words::WordTable;

/// A mapping of people as its file says it.
///
/// ```
/// use sladesk::core::intake::{PeopleMapping, PersonColumn};
/// let mapping = PeopleMapping::read(
///     "name = \"crm\"\n[columns]\nemail = [\"Mail\", \"Private\"]\nname = \"Person\"",
/// )
/// .expect("a mapping");
/// let places = mapping.places(&["Person", "Mail", "Age"]).expect("its columns");
/// assert_eq!(places[&PersonColumn::Email], [1]);
/// assert_eq!(places.get(&PersonColumn::Phone), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PeopleMapping {
    /// What it is called.
    pub name: String,
    /// What the file is, for people.
    pub title: Option<String>,
    /// The version of the program whose files it reads.
    pub version: Option<String>,
    /// What it was checked against.
    pub checked: Option<String>,
    /// A file that has one of these columns is of the program.
    #[serde(default, rename = "recognised-by")]
    pub recognised_by: Vec<String>,
    /// Which column says what, by the keys of [`PersonColumn`].
    columns: BTreeMap<String, OneOrSeveral>,
    /// How days are written; `2026-03-27` unless said.
    pub times: Option<TimeFormats>,
    /// Cells that say nothing, besides the empty one.
    #[serde(default)]
    pub unknown: Vec<String>,
    /// Their word for a language to ours.
    #[serde(default)]
    pub language: WordTable,
    /// Their word for a qualification to the plan's.
    #[serde(default)]
    pub qualifications: WordTable,
    /// Their name of a customer to our key.
    #[serde(default)]
    pub organisation: WordTable,
    /// Their word for who somebody is → skip.
    #[serde(default)]
    pub status: WordTable,
    /// What parts cells; by the header unless said.
    pub delimiter: Option<char>,
    /// UTF-8 unless said, or unless the file begins with a mark.
    pub encoding: Option<String>,
    /// Keys of `columns` of which the table may have no column.
    #[serde(default)]
    pub optional: Vec<String>,
}

/// A cell that is no day of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayFault {
    /// The form.
    pub form: String,
}

const KEYS: [&str; 15] = [
    "name",
    "title",
    "version",
    "checked",
    "recognised-by",
    "columns",
    "times",
    "unknown",
    "language",
    "qualifications",
    "organisation",
    "status",
    "delimiter",
    "encoding",
    "optional",
];

impl PeopleMapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// What is no TOML, an unknown or missing key, a form of days that there is not.
    pub fn read(text: &str) -> Result<PeopleMapping, MappingError> {
        let columns = PersonColumn::ALL.map(PersonColumn::key);
        let table: toml::Table = toml::from_str(text).map_err(no_toml)?;
        only_keys(text, &table, &KEYS, &[("columns", columns.to_vec())])?;
        let mapping: PeopleMapping = toml::from_str(text).map_err(no_toml)?;
        for key in &mapping.optional {
            one_of(text, key, "columns", &columns)?;
            if key == PersonColumn::Email.key() {
                return Err(MappingError {
                    fault: MappingFault::Needed(key.clone()),
                    span: place_of(text, key, text.find("optional").unwrap_or(0)),
                });
            }
        }
        if mapping.names(PersonColumn::Email).is_empty() {
            return Err(MappingError {
                fault: MappingFault::NoAddress,
                span: text.find("[columns]").map(|at| at..at + "[columns]".len()),
            });
        }
        for (word, means) in mapping.status.iter() {
            if means != "skip" {
                return Err(MappingError {
                    fault: MappingFault::OnlySkip(word.to_owned(), means.to_owned()),
                    span: place_of(text, word, text.find("[status]").unwrap_or(0)),
                });
            }
        }
        if let Some(times) = &mapping.times {
            let checked = times.check_letters();
            checked.map_err(|fault| at_form(text, times, fault))?;
        }
        Ok(mapping)
    }

    fn names(&self, column: PersonColumn) -> &[String] {
        let named = self.columns.get(column.key());
        named.map_or(&[], OneOrSeveral::texts)
    }

    /// Whether a cell says nothing.
    pub fn is_unknown(&self, cell: &str) -> bool {
        self.unknown.iter().any(|unknown| unknown == cell)
    }

    /// Whether a header is that of the program whose files the mapping reads.
    pub fn recognises(&self, header: &[&str]) -> bool {
        let mut known = self.recognised_by.iter();
        known.any(|name| header.contains(&name.as_str()))
    }

    /// Where the columns stand in a header, each in the order of the mapping. Of several names of a
    /// column one must be there.
    ///
    /// # Errors
    /// A column that the mapping names and the header has not, or has twice.
    pub fn places(
        &self,
        header: &[&str],
    ) -> Result<BTreeMap<PersonColumn, Vec<usize>>, ColumnFault> {
        let header = FileHeader::new(header);
        let mut places = BTreeMap::new();
        for column in PersonColumn::ALL {
            let names = self.names(column);
            let mut found: Vec<usize> = Vec::new();
            for name in names {
                match header.all(name)[..] {
                    [first, again, ..] => {
                        return Err(ColumnFault::Twice(name.clone(), first + 1, again + 1));
                    }
                    [place] if !found.contains(&place) => found.push(place),
                    _ => {}
                }
            }
            let optional = self.optional.iter().any(|key| key == column.key());
            match (names, found.is_empty()) {
                ([name, ..], true) if !optional => return Err(ColumnFault::Missing(name.clone())),
                (_, true) => {}
                (_, false) => {
                    places.insert(column, found);
                }
            }
        }
        Ok(places)
    }

    /// The day that a cell says.
    ///
    /// # Errors
    /// It says none in the form of the mapping. None: the mapping says no form.
    pub fn day(&self, cell: &str) -> Option<Result<NaiveDate, DayFault>> {
        let times = self.times.as_ref()?;
        let day = TimeReader::of(times).day(cell);
        Some(day.ok_or_else(|| DayFault {
            form: times.format.clone(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> MappingFault {
        PeopleMapping::read(text).expect_err(text).fault
    }

    #[test]
    fn what_a_mapping_of_people_cannot_say_is_refused() {
        let key = fault("name = \"x\"\n[columns]\nemail = \"a\"\nphoen = \"b\"");
        assert!(matches!(key, MappingFault::Key { nearest: Some(near), .. } if near == "phone"));
        let none = fault("name = \"x\"\n[columns]\nname = \"a\"");
        assert_eq!(none, MappingFault::NoAddress);
        let needed = fault("name = \"x\"\noptional = [\"email\"]\n[columns]\nemail = \"a\"");
        assert_eq!(needed, MappingFault::Needed("email".to_owned()));
        let form = "name = \"x\"\n[columns]\nemail = \"a\"\n[times]\nformat = \"%Q\"";
        assert_eq!(fault(form), MappingFault::Format("%Q".to_owned()));
    }

    #[test]
    fn a_day_is_read_as_it_is_written_in_whatever_zone() {
        for (format, cell, day) in [
            ("%d.%m.%Y", "01.02.2026", "2026-02-01"),
            ("%Y-%m-%d %H:%M", "2026-02-01 23:30", "2026-02-01"),
            ("rfc3339", "2026-02-01T00:30:00+09:00", "2026-02-01"),
            ("excel", "46054", "2026-02-01"),
        ] {
            let text =
                format!("name = \"x\"\n[columns]\nemail = \"a\"\n[times]\nformat = \"{format}\"");
            let mapping = PeopleMapping::read(&text).expect(format);
            let read = mapping.day(cell).map(|day| day.map(|day| day.to_string()));
            assert_eq!(read, Some(Ok(day.to_owned())), "{format}");
            assert!(matches!(mapping.day("soon"), Some(Err(_))), "{format}");
        }
    }
}
