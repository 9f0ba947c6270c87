//! Why a calendar file is refused: the line, and what stands there.

/// The last year to which a yearly event without an end is written out.
pub(super) const LAST_YEAR: i32 = 2200;

/// Why a calendar file cannot be taken for a list of holidays.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {says}")]
pub struct IcsError {
    /// From 1.
    pub line: usize,
    /// What is wrong there, and what would be right.
    pub says: String,
}

pub(super) fn refuse<T>(line: usize, says: impl Into<String>) -> Result<T, IcsError> {
    let says = says.into();
    Err(IcsError { line, says })
}
