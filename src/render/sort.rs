//! The order in which records are asked for.

use std::str::FromStr;

use crate::failure::Failure;
use crate::settings::FieldName;

/// A field to sort by, and which way: `due`, `-due`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SortKey {
    pub field: FieldName,
    /// What is greatest comes first.
    pub descending: bool,
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
