//! How long what is read may be, and reading that ends there: whatever is given, memory is bounded.

use std::io::Read;
use std::path::Path;

use crate::failure::Failure;

/// A text of a note, a reply, a reason: 1 MiB.
pub(crate) const TEXT: u64 = 1 << 20;

/// A mapping: 1 MiB.
pub(crate) const MAPPING: u64 = 1 << 20;

/// A table of contacts, a calendar file: 8 MiB.
pub(crate) const TABLE: u64 = 8 << 20;

/// One row of a log: 1 MiB.
pub(crate) const ROW: u64 = 1 << 20;

/// Columns of a log.
pub(crate) const COLUMNS: usize = 10_000;

/// A log as a whole: 1 GiB.
pub(crate) const LOG: u64 = 1 << 30;

/// One line of a record: 64 MiB. Terms, days and zones are one line each.
pub(crate) const RECORD_LINE: u64 = 64 << 20;

/// Rows of a log.
pub(crate) const ROWS: u64 = 10_000_000;

/// Rows of a log that cannot be read. With more of them it is the mapping that does not fit.
pub(crate) const BAD_ROWS: usize = 10_000;

/// Rows of one ticket of a log.
pub(crate) const ROWS_OF_A_TICKET: usize = 10_000;

/// What the rows of one ticket of a log may say together: 16 MiB. They are held in memory, those of
/// one ticket at a time.
pub(crate) const TICKET_OF_A_LOG: u64 = 16 << 20;

/// All that a reader gives, if it is not more than `most`.
///
/// # Errors
/// It cannot be read, or it is longer; what it is is said by `too_long`.
pub(crate) fn bytes(
    reader: impl Read,
    name: &Path,
    most: u64,
    too_long: impl FnOnce(String) -> Failure,
) -> Result<Vec<u8>, Failure> {
    // Room that is not written to costs nothing; a vector that grows costs what it was before, too.
    let mut bytes = Vec::with_capacity(usize::try_from(most + 1).unwrap_or(usize::MAX));
    reader
        .take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::io("read", name, &error))?;
    if bytes.len() as u64 > most {
        let message = format!("{} is longer than {}", name.display(), size(most));
        return Err(too_long(message).kind("too-long"));
    }
    Ok(bytes)
}

/// The same of what has to be text.
///
/// # Errors
/// As [`bytes`]; or it is no UTF-8.
pub(crate) fn text(
    reader: impl Read,
    name: &Path,
    most: u64,
    too_long: impl FnOnce(String) -> Failure,
) -> Result<String, Failure> {
    let bytes = bytes(reader, name, most, too_long)?;
    String::from_utf8(bytes)
        .map_err(|_| Failure::bad_file(format!("{} is no text in UTF-8", name.display())))
}

/// `1 MiB`.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        n if n >= 1 << 30 => format!("{} GiB", n >> 30),
        n => format!("{} MiB", n >> 20),
    }
}
