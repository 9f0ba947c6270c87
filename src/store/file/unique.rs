//! What makes a name one that nobody else has.

use std::io;

/// A number out of so many that no two are the same.
///
/// # Errors
/// The system has none.
pub(super) fn random() -> io::Result<u64> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(u64::from_ne_bytes(bytes))
}
