//! The value parser of all that knows how to be read from a word.

use std::str::FromStr;

use crate::failure::Failure;

/// Reads a word as what it is: a span, tickets, a point in time.
///
/// # Errors
/// What is wrong with the word, in the words of its kind.
pub(crate) fn parse<T>(word: &str) -> Result<T, Failure>
where
    T: FromStr,
    Failure: From<T::Err>,
{
    word.parse().map_err(Failure::from)
}
