//! What to say of a word that cannot be read.

/// Why a word cannot be read. The message is complete (lower case, values in backticks); the hint
/// says what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Misread {
    /// What is wrong: lower case, values in backticks, no full stop.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
    /// It can be read and names what there is not.
    pub unknown: bool,
}

impl Misread {
    /// A message with nothing to advise.
    pub fn new(message: impl Into<String>) -> Misread {
        Misread {
            message: message.into(),
            hint: None,
            unknown: false,
        }
    }

    /// A word that can be read and names what there is not.
    pub fn unknown(message: impl Into<String>) -> Misread {
        Misread {
            unknown: true,
            ..Misread::new(message)
        }
    }

    /// The same with advice.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Misread {
        Misread {
            hint: Some(hint.into()),
            ..self
        }
    }
}
