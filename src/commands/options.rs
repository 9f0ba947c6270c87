//! What many commands take: the tickets they are about and the flags they share, as typed.

use crate::context::{Context, WriteMode, WriteOptions};
use crate::core::time::{Direction, when};
use crate::failure::Failure;

/// LIST: every list takes these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct List {
    /// The words of the filter.
    pub filter: Vec<String>,
    /// A field; with a hyphen in front, the other way round.
    pub sort: Option<String>,
    /// How many at most; none: all.
    pub limit: Option<usize>,
    pub read: Read,
}

/// READ: every look at the desk takes this.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Read {
    /// An instant or a seal: what was known then.
    pub as_of: Option<String>,
}

/// WRITE: every write takes these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Write {
    /// When it happened.
    pub at: Option<String>,
    /// Say what would be done, and do nothing.
    pub dry_run: bool,
    /// Every question is answered with yes.
    pub yes: bool,
    /// A key by which the same command is known again.
    pub once: Option<String>,
    /// The last event that the caller has seen on the ticket.
    pub if_event: Option<i64>,
    /// Why this may take a breach off the record.
    pub corrects: Option<String>,
}

impl Write {
    /// What the desk is told of a write: words read, times resolved.
    ///
    /// # Errors
    /// `--at` cannot be read.
    pub(crate) fn intent(&self, context: &Context) -> Result<WriteOptions, Failure> {
        let at = self.at.as_deref();
        let at =
            at.map(|word| when(word, &context.here()?, Direction::Past).map_err(Failure::from));
        Ok(WriteOptions {
            at: at.transpose()?,
            earnest: match self.dry_run {
                true => WriteMode::DryRun,
                false => WriteMode::ForReal,
            },
            once: self.once.clone(),
            if_event: self.if_event,
            corrects: self.corrects.clone(),
        })
    }
}

/// What stands on standard input, for the word `-`.
///
/// # Errors
/// It cannot be read, or is no text.
pub(crate) fn stdin() -> Result<String, Failure> {
    std::io::read_to_string(std::io::stdin())
        .map_err(|error| Failure::io("read", std::path::Path::new("standard input"), &error))
}
