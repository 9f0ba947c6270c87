//! The one thing that a word begins.

use crate::failure::{Exit, Failure, FailureCode};
use crate::settings::Abbreviations;

/// A name that begins as typed, and what says whose it is.
pub(super) struct Begun<T> {
    pub name: String,
    pub says: String,
    pub meant: T,
}

impl Abbreviations {
    /// The one thing that a word begins; where it begins several, they are listed.
    ///
    /// # Errors
    /// `unknown`, where nothing is looked for or found; several things begin so.
    pub(super) fn only<T>(
        self,
        word: &str,
        unknown: Failure,
        begun: impl FnOnce() -> Result<Vec<Begun<T>>, Failure>,
    ) -> Result<T, Failure> {
        let names_nothing = matches!(unknown.exit(), Exit::NotFound | Exit::Usage);
        if self == Abbreviations::Refused || !names_nothing || word.is_empty() {
            return Err(unknown);
        }
        let mut found = begun()?;
        match found.len() {
            0 => Err(unknown),
            1 => Ok(found.remove(0).meant),
            _ => {
                let code = FailureCode::SeveralBegin(word.to_owned());
                let failure = Failure::coded(Exit::Usage, code).kind("ambiguous");
                let each = found
                    .iter()
                    .map(|one| format!("{} ({})", one.name, one.says));
                Err(each.fold(failure, Failure::fact))
            }
        }
    }
}
