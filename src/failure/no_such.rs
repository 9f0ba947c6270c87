//! Nothing of a kind is called so: one failure for one mistake, whatever it is that was named and
//! wherever (an argument, a flag, a filter).

use super::{Exit, Failure, FailureCode, Noun};

impl Failure {
    /// Nothing is called so (exit 4).
    pub(crate) fn no_such(noun: Noun, word: impl Into<String>) -> Failure {
        Failure::of_none(noun, word.into(), None)
    }

    /// Nothing of that customer, ticket or plan is called so (exit 4).
    pub(crate) fn no_such_of(
        of: impl Into<String>,
        noun: Noun,
        word: impl Into<String>,
    ) -> Failure {
        Failure::of_none(noun, word.into(), Some(of.into()))
    }

    fn of_none(noun: Noun, word: String, of: Option<String>) -> Failure {
        Failure::coded(Exit::NotFound, FailureCode::NoSuch { noun, word, of }).kind(noun.kind())
    }
}
