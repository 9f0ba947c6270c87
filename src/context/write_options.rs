//! What every write may carry besides what it is about.

use crate::core::model::EntryId;
use crate::core::time::Instant;

/// Whether a write is carried out or only worked out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum WriteMode {
    #[default]
    ForReal,
    /// Everything is checked and worked out, then taken back.
    DryRun,
}

/// The flags that all writes share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WriteOptions {
    /// When it happened; none: now.
    pub at: Option<Instant>,
    pub mode: WriteMode,
    /// A key by which the same command is known again.
    pub once: Option<String>,
    /// The entry that it takes back, where the command names it.
    pub undoes: Option<EntryId>,
    /// Why this may take a breach off the record.
    pub corrects: Option<String>,
}
