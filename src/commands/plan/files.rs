//! Plan files that are looked at, and their mistakes.

use std::path::PathBuf;

use crate::commands::Input;
use crate::context::Context;
use crate::failure::Failure;
use crate::plans::{Diagnostic, bytes_of};
use crate::wording;

/// The files named, else the built-in ones and those of `--plans`: name and text of each.
///
/// # Errors
/// One that cannot be read.
pub(super) fn files(
    context: &Context,
    input: &dyn Input,
    named: &[PathBuf],
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    if named.is_empty() {
        return Ok(context.catalogue()?.texts());
    }
    let read = |path: &PathBuf| match path.to_str() {
        Some("-") => Ok(("standard input".to_owned(), input.stdin()?.into_bytes())),
        _ => Ok(bytes_of(path)?),
    };
    named.iter().map(read).collect()
}

/// All mistakes as one failure; each is shown.
pub(super) fn mistakes(wrong: &[&Diagnostic]) -> Option<Failure> {
    let failures = wrong.iter().map(|diagnostic| mistake(diagnostic));
    failures.reduce(Failure::and)
}

fn mistake(diagnostic: &Diagnostic) -> Failure {
    let failure = Failure::bad_file(diagnostic.message.clone()).kind("plan");
    let failure = match diagnostic.marked_line() {
        Some(line) => failure.marked(line),
        None => failure,
    };
    failure.hint_if(diagnostic.hint.as_ref().and_then(wording::plan::hint))
}
