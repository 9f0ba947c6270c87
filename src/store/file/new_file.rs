//! A file that is written beside its place first: a reader sees the old one or the new one, and a
//! command that is cut off leaves the place as it was.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::logs::logs_of;
use super::unique::random;
use super::{folder_of, mode_in};

/// Whether a file may take the place of one that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Replaces {
    Nothing,
    WhatIsThere,
}

/// Whether a file that has its name is sure to have it after a power cut.
#[derive(Debug)]
#[must_use]
pub(crate) enum Synced {
    Yes,
    No(io::Error),
}

/// A file on the way to its place. Dropped, it is gone.
#[derive(Debug)]
pub(crate) struct NewFile {
    place: PathBuf,
    beside: PathBuf,
    mode: u32,
    placed: bool,
}

impl NewFile {
    /// An empty file beside `place`, with the descriptor that writes to it. Until it has its name
    /// it is its owner's alone; its own name is one that nobody else has.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub(crate) fn beside(place: &Path) -> io::Result<(NewFile, File)> {
        let folder = folder_of(place);
        loop {
            let beside = folder.join(hidden(place, random()?));
            let mut options = OpenOptions::new();
            match options
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&beside)
            {
                Ok(file) => {
                    let new = NewFile {
                        place: place.to_owned(),
                        beside,
                        mode: mode_in(&folder),
                        placed: false,
                    };
                    return Ok((new, file));
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Where it is until it has its name.
    pub(crate) fn path(&self) -> &Path {
        &self.beside
    }

    /// The mode it gets with its name, in place of what its folder says.
    pub(crate) fn with_mode(mut self, mode: u32) -> NewFile {
        self.mode = mode;
        self
    }

    /// Gives it its name, for good. What it replaces is there until then.
    ///
    /// # Errors
    /// The name is taken, or it could not be given; then nothing is left of the file.
    pub(crate) fn take_place(mut self, replaces: Replaces) -> io::Result<Synced> {
        fs::set_permissions(&self.beside, fs::Permissions::from_mode(self.mode))?;
        File::open(&self.beside)?.sync_all()?;
        match replaces {
            Replaces::Nothing => rename_to_free(&self.beside, &self.place)?,
            Replaces::WhatIsThere => fs::rename(&self.beside, &self.place)?,
        }
        self.placed = true;
        let folder = File::open(folder_of(&self.place));
        Ok(match folder.and_then(|folder| folder.sync_all()) {
            Ok(()) => Synced::Yes,
            Err(error) => Synced::No(error),
        })
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.placed {
            let _ = fs::remove_file(&self.beside);
            for log in logs_of(&self.beside) {
                let _ = fs::remove_file(log);
            }
        }
    }
}

/// A name that says whose it is; a file system ends names at 255 bytes.
fn hidden(place: &Path, random: u64) -> String {
    const LONGEST: usize = 200;
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let cut: String = name
        .char_indices()
        .take_while(|(at, c)| at + c.len_utf8() <= LONGEST)
        .map(|(_, c)| c)
        .collect();
    format!(".{cut}.{random:016x}")
}

/// Renames without taking anything away. A file system without such a call can give a second name
/// only where none is.
fn rename_to_free(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Ok(()) => Ok(()),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {
            fs::hard_link(from, to)?;
            fs::remove_file(from)
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::os::unix::fs::MetadataExt;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    #[test]
    fn a_new_file_is_private_from_the_first_byte_and_appears_whole() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.db");
        let (new, mut file) = NewFile::beside(&place).unwrap();
        assert_eq!(mode(new.path()), 0o600);
        file.write_all(b"whole").unwrap();
        assert!(!place.exists());
        assert!(matches!(new.take_place(Replaces::Nothing), Ok(Synced::Yes)));
        assert_eq!(fs::read(&place).unwrap(), b"whole");
        assert_eq!(mode(&place), 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_name_that_is_taken_is_not_taken_away_not_even_from_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("link");
        std::os::unix::fs::symlink("nowhere", &place).unwrap();
        let (new, _) = NewFile::beside(&place).unwrap();
        let error = new.take_place(Replaces::Nothing).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AlreadyExists);
        assert!(fs::symlink_metadata(&place).unwrap().is_symlink());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_given_up_leaves_nothing_and_a_long_name_is_cut() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("é".repeat(127));
        let (new, _) = NewFile::beside(&place).unwrap();
        drop(new.with_mode(0o640));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
