//! A database that is given its name, whole. What lies under the names of its logs is another's,
//! and would be read into it: it is moved away first, and kept.

use std::path::{Path, PathBuf};

use super::error::{Fault, StoreError};
use super::file::{NewFile, Replaces, Synced, is_left_empty, put_back, set_logs_aside};

/// What is to be said of a file that is in its place.
#[derive(Debug, Default)]
pub(crate) struct FilePlaced {
    /// Where the logs are now that lay there, of another file of that name.
    pub aside: Vec<PathBuf>,
    /// Why it is not sure that a power cut would leave it there.
    pub unsure: Option<Fault>,
}

/// Gives a whole database a name that nothing has, or a file without a byte.
pub(super) fn place_new(new: NewFile, path: &Path) -> Result<FilePlaced, StoreError> {
    let replaces = match is_left_empty(path) {
        true => Replaces::WhatIsThere,
        false => Replaces::Nothing,
    };
    place(new, path, replaces)
}

/// Gives a whole database its name.
pub(super) fn place(
    new: NewFile,
    path: &Path,
    replaces: Replaces,
) -> Result<FilePlaced, StoreError> {
    let failed = |error| StoreError::of_io(path, "writing to", error);
    let aside = set_logs_aside(path).map_err(failed)?;
    match new.take_place(replaces) {
        Ok(synced) => Ok(FilePlaced {
            aside,
            unsure: match synced {
                Synced::Yes => None,
                Synced::No(error) => Some(Fault::new(error)),
            },
        }),
        Err(error) => {
            put_back(path, &aside);
            Err(failed(error))
        }
    }
}
