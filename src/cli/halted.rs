//! What became of writing an answer.

use std::io::ErrorKind;
use std::path::Path;

use crate::failure::Failure;
use crate::render::RenderError;

/// What became of it; a reader that has gone away is no error.
pub(super) fn halted(result: Result<(), RenderError>, path: &Path) -> Result<(), Failure> {
    match result {
        Ok(()) => Ok(()),
        Err(RenderError::Failure(failure)) => Err(failure),
        Err(RenderError::Write(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(RenderError::Write(error)) => Err(Failure::io("write", path, &error)),
    }
}
