//! The next step for whoever wrote what a plan file cannot have.

/// What would be right, or what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A step in full.
    Says(String),
    /// The nearest name that is valid.
    Meant(String),
    /// A name that its file could define.
    Define {
        /// The table that would define it.
        table: &'static str,
        /// The name.
        name: String,
    },
    /// So many more findings are left unsaid.
    MoreFindings(usize),
    /// So many more findings of the same kind are left unsaid.
    MoreOfThisKind(usize),
    /// A word that stands where it cannot be read: people who write it have another language for
    /// plans, and what they usually mean by it weighs more than the nearest name.
    Written {
        /// In place of what it stands.
        at: WordContext,
        /// The word as it was written.
        word: String,
        /// The step where nobody knows what it means.
        instead: Option<Box<Hint>>,
    },
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordContext {
    /// In place of a key.
    Key,
    /// In place of a duration.
    Duration,
    /// In place of hours or of a week.
    Hours,
    /// In place of a zone.
    Zone,
    /// In place of one of the words that a key takes.
    Word,
}

impl From<String> for Hint {
    fn from(text: String) -> Hint {
        Hint::Says(text)
    }
}

impl From<&str> for Hint {
    fn from(text: &str) -> Hint {
        Hint::Says(text.to_owned())
    }
}
