//! Which column of a file that nobody has described yet is likely which, by the names that tools and
//! people give them.

use crate::core::intake::{ColumnKey, FileSurvey, SurveyedColumn};
use crate::core::text::{folded, word_sections};

/// The deadline as the old tool had it, which stands beside the columns of a mapping.
pub(super) const DUE: &str = "due";

/// Names of columns by the key of a mapping.
const NAMES: &str = include_str!("words/columns.txt");

/// Whether a column of that key holds times.
pub(super) fn says_when(key: &str) -> bool {
    key == DUE || ColumnKey::of_key(key).is_some_and(ColumnKey::is_time)
}

/// Whether only a file of one row a ticket has it.
pub(super) fn is_of_exports(key: &str) -> bool {
    key == DUE || ColumnKey::of_key(key).is_some_and(ColumnKey::is_of_exports)
}

/// The column that likely holds what a key of a mapping means, by its place: each column once, a key
/// of times only where all it says is a time.
pub(crate) fn likely_columns(survey: &FileSurvey) -> Vec<(&'static str, usize)> {
    let mut found: Vec<(&'static str, usize)> = Vec::new();
    for (key, names) in word_sections(NAMES) {
        let fits = |column: &SurveyedColumn| {
            !says_when(key) || !column.forms.is_empty() || column.says == 0
        };
        let place = names.iter().find_map(|name| {
            let all = survey.columns.iter().enumerate();
            let mut named = all.filter(|(_, column)| folded(column.name.trim()) == *name);
            named
                .find(|(place, column)| {
                    fits(column) && !found.iter().any(|(_, taken)| taken == place)
                })
                .map(|(place, _)| place)
        });
        found.extend(place.map(|place| (key, place)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_one_of_a_mapping_and_has_its_names() {
        let sections = word_sections(NAMES);
        let has = |wanted: &str| {
            let mut found = sections.iter().filter(|(key, _)| *key == wanted);
            found.next().is_some_and(|(_, names)| !names.is_empty()) && found.next().is_none()
        };
        for column in ColumnKey::all() {
            assert!(has(column.key()), "{column:?}");
        }
        for (key, _) in &sections {
            assert!(*key == DUE || ColumnKey::of_key(key).is_some(), "{key}");
        }
    }

    #[test]
    fn names_are_written_as_they_are_compared_and_stand_under_one_key() {
        let mut known = std::collections::BTreeMap::new();
        for (key, names) in word_sections(NAMES) {
            for name in names {
                assert_eq!(folded(name), *name);
                let before = known.insert(name, key);
                assert_eq!(before, None, "`{name}` under {key}");
            }
        }
    }
}
