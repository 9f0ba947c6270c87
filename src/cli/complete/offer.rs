//! What is offered: words, each with what it means beside it.

use clap_complete::engine::CompletionCandidate;

/// More than these are no help any more.
pub(super) const MOST: u32 = 50;

/// A word, and what shells that can show it say beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    pub word: String,
    pub says: Option<String>,
}

impl Offer {
    /// A word that says enough itself.
    pub(crate) fn bare(word: impl Into<String>) -> Offer {
        Offer {
            word: word.into(),
            says: None,
        }
    }

    /// A word with what it means.
    pub(crate) fn new(word: impl Into<String>, says: impl Into<String>) -> Offer {
        let says: String = says.into();
        Offer {
            word: word.into(),
            says: Some(says).filter(|says| !says.is_empty()),
        }
    }

    /// As the shell's script takes it.
    pub(super) fn candidate(self) -> CompletionCandidate {
        let says = self.says.map(Into::into);
        CompletionCandidate::new(self.word).help(says)
    }
}

/// What a candidate means, in one line.
pub(super) fn told(candidate: &CompletionCandidate) -> Option<String> {
    let help = candidate.get_help()?.to_string();
    let line = help.lines().next()?.trim();
    (!line.is_empty()).then(|| line.to_owned())
}
