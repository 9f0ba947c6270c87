//! The order in which records are asked for.

use std::cmp::Ordering;
use std::str::FromStr;

use super::outcome::Cell;

use crate::failure::Failure;
use crate::settings::FieldName;

/// A field to sort by, and which way: `due`, `-due`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SortKey {
    pub field: FieldName,
    /// What is greatest comes first.
    pub descending: bool,
}

impl SortKey {
    /// The order of two values: what is absent stands last in either direction.
    pub(crate) fn order(&self, a: &Cell, b: &Cell) -> Ordering {
        match (a, b) {
            (Cell::Absent, _) | (_, Cell::Absent) => a.order(b),
            (a, b) if self.descending => b.order(a),
            (a, b) => a.order(b),
        }
    }
}

impl FromStr for SortKey {
    type Err = Failure;

    fn from_str(word: &str) -> Result<SortKey, Failure> {
        let bare = word.strip_prefix('-');
        Ok(SortKey {
            field: bare.unwrap_or(word).parse()?,
            descending: bare.is_some(),
        })
    }
}
