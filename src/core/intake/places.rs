//! Where the columns that a mapping names stand in the header of a file.

use std::collections::BTreeMap;

use super::columns::ColumnKey;
use super::fault::ColumnFault;
use super::file_header::FileHeader;
use super::mapping::Mapping;

/// The columns of what the old tool's clock of a milestone says.
pub(super) struct TheirPlaces<'m> {
    pub(super) milestone: &'m str,
    pub(super) due: Option<usize>,
    pub(super) state: Option<usize>,
    pub(super) left: Option<usize>,
}

/// Where the columns of a mapping stand in a header.
pub(super) struct Places<'m> {
    /// Each with its name in the mapping.
    columns: BTreeMap<ColumnKey, Vec<(&'m str, usize)>>,
    /// Columns that the mapping names and the header may lack, and lacks.
    pub(super) lacking: Vec<&'m str>,
    pub(super) theirs: Vec<TheirPlaces<'m>>,
}

impl<'m> Places<'m> {
    /// Finds them.
    ///
    /// # Errors
    /// A column that the mapping names and the header has not, or has twice.
    pub(super) fn find(mapping: &'m Mapping, header: &[&str]) -> Result<Places<'m>, ColumnFault> {
        let header = FileHeader::new(header);
        let found = |key: &str, name: &str| match header.all(name) {
            none if none.is_empty() && !mapping.is_optional(key) => {
                Err(ColumnFault::Missing(name.to_owned()))
            }
            all => Ok(all),
        };
        let one = |key: &str, name: &str| match found(key, name)?[..] {
            [first, again, ..] => Err(ColumnFault::Twice(name.to_owned(), first + 1, again + 1)),
            ref at_most_one => Ok(at_most_one.first().copied()),
        };
        let mut columns = BTreeMap::new();
        let mut lacking = Vec::new();
        for column in ColumnKey::all() {
            let names = mapping.columns.names(column);
            let there = names.iter().filter(|name| !header.all(name).is_empty());
            let there: Vec<&String> = there.collect();
            // a subject is joined of all; elsewhere one is enough
            let meant = match column {
                ColumnKey::Subject => names.iter().collect(),
                _ if there.is_empty() => names.iter().take(1).collect(),
                _ => there,
            };
            let mut places = Vec::new();
            for name in meant {
                if header.all(name).is_empty() {
                    lacking.push(name.as_str());
                }
                let found = match column {
                    ColumnKey::Tags => found(column.key(), name)?,
                    _ => one(column.key(), name)?.into_iter().collect(),
                };
                places.extend(found.into_iter().map(|place| (name.as_str(), place)));
            }
            columns.insert(column, places);
        }
        let maybe = |name: &Option<String>| match name {
            Some(name) => one("theirs", name),
            None => Ok(None),
        };
        let theirs = mapping.theirs.iter().map(|(milestone, columns)| {
            Ok(TheirPlaces {
                milestone,
                due: maybe(&columns.due)?,
                state: maybe(&columns.state)?,
                left: maybe(&columns.left)?,
            })
        });
        Ok(Places {
            columns,
            lacking,
            theirs: theirs.collect::<Result<_, _>>()?,
        })
    }

    /// Whether a column of the file says something.
    pub(super) fn read(&self, place: usize) -> bool {
        let of_theirs = |theirs: &TheirPlaces<'_>| {
            [theirs.due, theirs.state, theirs.left].contains(&Some(place))
        };
        self.columns
            .values()
            .flatten()
            .any(|(_, read)| *read == place)
            || self.theirs.iter().any(of_theirs)
    }

    /// The places of a column, in the order of the mapping; none where the file has none.
    pub(super) fn of(&self, column: ColumnKey) -> &[(&'m str, usize)] {
        self.columns.get(&column).map_or(&[], Vec::as_slice)
    }
}
