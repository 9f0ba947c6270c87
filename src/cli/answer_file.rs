//! The file that an answer goes to: written beside its place and whole or not there at all; never
//! the desk's own file, and its owner's alone unless it was there with other rights.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::render::{Body, RenderError, RenderView, show};
use crate::store::{NewFile, Replaces, Synced, is_of_desk};
use crate::wording::ssh::cut_off;

/// Where an answer is written to.
pub(super) struct AnswerFile {
    place: PathBuf,
    /// None for a device or a pipe, which is written to as it stands.
    new: Option<NewFile>,
    file: File,
}

impl AnswerFile {
    /// Ready to be written. A link is followed, as the shell would.
    ///
    /// # Errors
    /// The file cannot be written, or it is the desk's.
    pub(super) fn at(place: &Path, desk: &Path) -> Result<AnswerFile, Failure> {
        let failed = |error| Failure::io("write", place, &error);
        if is_of_desk(place, desk) {
            return Err(
                Failure::usage(format!("{} is the desk's own file", place.display()))
                    .kind("own-file")
                    .hint("`-o` names another; `sladesk db backup FILE` copies the desk"),
            );
        }
        let real = place.canonicalize().unwrap_or_else(|_| place.to_owned());
        let about = fs::metadata(&real);
        let (new, file) = match &about {
            Ok(about) if about.is_file() => {
                let mode = about.permissions().mode() & 0o777;
                let (new, file) = NewFile::beside(&real).map_err(failed)?;
                (Some(new.with_mode(mode)), file)
            }
            Ok(_) => {
                let mut options = OpenOptions::new();
                (None, options.write(true).open(&real).map_err(failed)?)
            }
            Err(_) => {
                let (new, file) = NewFile::beside(&real).map_err(failed)?;
                (Some(new), file)
            }
        };
        Ok(AnswerFile {
            place: place.to_owned(),
            new,
            file,
        })
    }

    /// Writes the answer; it is there when it is whole and `still` holds.
    pub(super) fn take(
        mut self,
        body: Body,
        view: &RenderView<'_>,
        still: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let failed = |error| Failure::io("write", &self.place, &error);
        filled(&mut self.file, body, view).map_err(|error| match error {
            RenderError::Failure(failure) => failure,
            RenderError::Write(error) => failed(error),
        })?;
        still()?;
        self.placed()
    }

    /// Writes an answer that comes from elsewhere; it is there when all of it came.
    ///
    /// # Errors
    /// It cannot be written, or breaks off.
    pub(super) fn copy(mut self, answer: &mut impl Read, length: u64) -> Result<(), Failure> {
        let failed = |error| Failure::io("write", &self.place, &error);
        let copied = std::io::copy(answer, &mut self.file).map_err(failed)?;
        if copied != length {
            return Err(Failure::unexpected(cut_off(
                &self.place.display().to_string(),
            )));
        }
        self.placed()
    }

    fn placed(self) -> Result<(), Failure> {
        let failed = |error| Failure::io("write", &self.place, &error);
        match self.new {
            None => Ok(()),
            Some(new) => match new.take_place(Replaces::WhatIsThere).map_err(failed)? {
                // It is there and whole; a power cut is nothing an answer has to survive.
                Synced::Yes | Synced::No(_) => Ok(()),
            },
        }
    }
}

fn filled(file: &mut File, body: Body, view: &RenderView<'_>) -> Result<(), RenderError> {
    let mut out = BufWriter::with_capacity(64 * 1024, file);
    show(body, view, &mut out)?;
    Ok(out.flush()?)
}
