//! What a command is handed besides its arguments.

use std::io::BufRead;
use std::path::Path;

use crate::failure::Failure;

/// Where the texts that arguments point at come from, and who is there. A command reads nothing
/// from the world itself and asks nothing: where a question must be answered it fails with it.
pub(crate) trait Input {
    /// The verb, as one types it: `contract sign`.
    fn verb(&self) -> &str;

    /// The standard input, whole.
    ///
    /// # Errors
    /// It cannot be read, is no text, or was read already.
    fn stdin(&self) -> Result<String, Failure>;

    /// The standard input, as it comes.
    ///
    /// # Errors
    /// It was read already.
    fn stream(&self) -> Result<Box<dyn BufRead>, Failure>;

    /// A text in a file; `-` is the standard input.
    ///
    /// # Errors
    /// It cannot be read, or is no text.
    fn text(&self, file: &Path) -> Result<String, Failure>;

    /// A text that the person writes in the editor now.
    ///
    /// # Errors
    /// The editor fails, or nothing was written.
    fn edited(&self) -> Result<String, Failure>;

    /// Whether somebody is there to answer.
    fn asks(&self) -> bool;

    /// How many records a list has when nobody says; none: all.
    fn rows(&self) -> Option<usize>;

    /// Whether the answer is read by eye, at a terminal.
    fn shows(&self) -> bool;
}
