//! A folder of answers, each in a file of its own whose path is printed. What is there already, and
//! what would be written twice, is known before the first is written.

use std::collections::HashSet;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::answer_file::AnswerFile;
use super::halted::halted;
use crate::failure::Failure;
use crate::render::{Body, OverwriteFiles, RenderError, RenderView};
use crate::settings::Format;
use crate::wording::asked;

/// Where several answers go.
pub(super) trait FolderSink {
    /// They will be called so.
    ///
    /// # Errors
    /// That cannot be.
    fn begin(&mut self, names: &[String], overwrite: OverwriteFiles) -> Result<(), Failure>;

    /// One of them.
    ///
    /// # Errors
    /// It cannot be worked out or written, or does not hold by then.
    fn take(
        &mut self,
        name: &str,
        body: Body,
        view: &RenderView<'_>,
        still: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure>;
}

/// A folder of this host.
pub(super) struct AnswerFolder<'d> {
    folder: &'d Path,
    desk: &'d Path,
}

impl<'d> AnswerFolder<'d> {
    /// The folder; no answer replaces the desk's own file.
    pub(super) fn of(folder: &'d Path, desk: &'d Path) -> AnswerFolder<'d> {
        AnswerFolder { folder, desk }
    }

    /// One of the answers, as it comes from elsewhere.
    ///
    /// # Errors
    /// It cannot be written, or breaks off.
    pub(super) fn copy(
        &self,
        name: &str,
        answer: &mut impl Read,
        length: u64,
    ) -> Result<(), Failure> {
        AnswerFile::at(&self.folder.join(name), self.desk)?.copy(answer, length)
    }

    /// Prints the path of an answer.
    ///
    /// # Errors
    /// stdout cannot be written to. A reader that has gone away is no error.
    pub(super) fn print(&self, name: &str) -> Result<(), Failure> {
        let line = writeln!(io::stdout(), "{}", self.folder.join(name).display());
        halted(line.map_err(RenderError::Write), Path::new("stdout"))
    }
}

impl FolderSink for AnswerFolder<'_> {
    fn begin(&mut self, names: &[String], overwrite: OverwriteFiles) -> Result<(), Failure> {
        let path = |name: &String| self.folder.join(name);
        if let Some(twice) = first_of_equal(names.iter().map(path)) {
            let twice = twice.display();
            return Err(Failure::not_possible(asked::file_of_two(&twice))
                .kind("file-exists")
                .hint(asked::ONE_BY_ONE));
        }
        if overwrite == OverwriteFiles::Refused
            && let Some(there) = names.iter().map(path).find(|path| path.exists())
        {
            let there = there.display();
            return Err(Failure::not_possible(asked::file_is_there(&there))
                .kind("file-exists")
                .hint(asked::OVERWRITE));
        }
        Ok(())
    }

    fn take(
        &mut self,
        name: &str,
        body: Body,
        view: &RenderView<'_>,
        still: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let answer = AnswerFile::at(&self.folder.join(name), self.desk)?;
        answer.take(body, view, still)
    }
}

/// `report sla` in csv is `report-sla.csv`.
pub(super) fn file_name(command: &str, format: Option<Format>) -> String {
    let extension = match format {
        None | Some(Format::Text | Format::Table | Format::Ids) => "txt",
        Some(Format::Markdown) => "md",
        Some(format) => format.word(),
    };
    format!("{}.{extension}", command.replace(' ', "-"))
}

/// The first path that another was before it, on a disk that tells no capitals from small letters.
fn first_of_equal(mut paths: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    let mut seen = HashSet::new();
    paths.find(|path| !seen.insert(path.to_string_lossy().to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::first_of_equal;
    use std::path::PathBuf;

    #[test]
    fn a_file_that_two_answers_would_share_is_known() {
        let found = |names: &[&str]| first_of_equal(names.iter().map(PathBuf::from));
        assert_eq!(found(&["out/a.html", "out/b.html", "out/a-.html"]), None);
        for again in ["out/a.html", "out/A.html"] {
            let names = ["out/a.html", "out/b.html", again];
            assert_eq!(found(&names), Some(PathBuf::from(again)));
        }
    }
}
