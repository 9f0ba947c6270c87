//! Words on a page: a sentence of ours, which each language says in its own way, or what a person
//! or a plan wrote, which stays as it is.

use super::Said;
use crate::wording::Key;

/// What stands on a page in words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Words {
    /// As it was written.
    Plain(String),
    Said(Said),
}

impl From<&str> for Words {
    fn from(text: &str) -> Words {
        Words::Plain(text.to_owned())
    }
}

impl From<String> for Words {
    fn from(text: String) -> Words {
        Words::Plain(text)
    }
}

impl From<&String> for Words {
    fn from(text: &String) -> Words {
        Words::Plain(text.clone())
    }
}

impl From<Said> for Words {
    fn from(said: Said) -> Words {
        Words::Said(said)
    }
}

/// A message that takes no values.
impl From<Key> for Words {
    fn from(key: Key) -> Words {
        Words::Said(Said {
            key,
            values: Vec::new(),
        })
    }
}
