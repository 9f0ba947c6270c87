//! Where an import reads from.

use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek};
use std::path::PathBuf;

use crate::commands::Input;
use crate::failure::Failure;
use crate::settings::limits;
use crate::wording::import::rows as words;

/// Where an import reads from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ImportSource {
    /// `-`
    Stdin,
    File(PathBuf),
}

impl From<OsString> for ImportSource {
    fn from(word: OsString) -> ImportSource {
        match word == "-" {
            true => ImportSource::Stdin,
            false => ImportSource::File(PathBuf::from(word)),
        }
    }
}

impl ImportSource {
    /// As it was typed.
    pub(super) fn name(&self) -> String {
        match self {
            ImportSource::Stdin => "-".to_owned(),
            ImportSource::File(path) => path.display().to_string(),
        }
    }

    /// The same as a path; `-` for stdin.
    pub(super) fn path(&self) -> PathBuf {
        PathBuf::from(self.name())
    }

    /// Ready to be read.
    ///
    /// # Errors
    /// The file cannot be opened, or is packed.
    pub(super) fn open(&self, input: &dyn Input) -> Result<Box<dyn BufRead>, Failure> {
        match self {
            ImportSource::Stdin => input.stream(),
            ImportSource::File(path) => {
                let unread = |error| Failure::io("read", path, &error);
                let mut file = BufReader::new(std::fs::File::open(path).map_err(unread)?);
                let beginning = file.fill_buf().map_err(unread)?;
                match unpacker(beginning) {
                    Some(_) if is_workbook(beginning) => {
                        Err(Failure::bad_file(words::is_workbook(&self.name()))
                            .hint(words::SAVE_AS_CSV))
                    }
                    Some(tool) => Err(packed(path, tool)),
                    None => Ok(Box::new(file)),
                }
            }
        }
    }
}

/// A source that can be read from its beginning again. What comes from stdin lies meanwhile in a file
/// without a name, which is gone with the process.
pub(super) struct RereadableSource<'s> {
    source: &'s ImportSource,
    kept: Option<File>,
}

impl<'s> RereadableSource<'s> {
    /// Reads stdin to its end, as far as a log may go.
    ///
    /// # Errors
    /// It cannot be read, or there is no room for it.
    pub(super) fn of(
        source: &'s ImportSource,
        input: &dyn Input,
    ) -> Result<RereadableSource<'s>, Failure> {
        let kept = match source {
            ImportSource::File(_) => None,
            ImportSource::Stdin => {
                let unkept = |error| Failure::io("write", &std::env::temp_dir(), &error);
                let mut file = tempfile::tempfile().map_err(unkept)?;
                // one byte too many is told by whoever reads it again
                let mut stream = source.open(input)?.take(limits::LOG + 1);
                std::io::copy(&mut stream, &mut file).map_err(unkept)?;
                Some(file)
            }
        };
        Ok(RereadableSource { source, kept })
    }

    /// Ready to be read from its beginning.
    ///
    /// # Errors
    /// As [`ImportSource::open`].
    pub(super) fn open(&self, input: &dyn Input) -> Result<Box<dyn BufRead>, Failure> {
        let Some(kept) = &self.kept else {
            return self.source.open(input);
        };
        let unread = |error| Failure::io("read", &self.source.path(), &error);
        let mut file = kept.try_clone().map_err(unread)?;
        file.rewind().map_err(unread)?;
        Ok(Box::new(BufReader::new(file)))
    }
}

/// What unpacks a file that begins like this, when it is packed.
fn unpacker(beginning: &[u8]) -> Option<&'static str> {
    const BEGINNINGS: [(&[u8], &str); 5] = [
        (b"\xfd7zXZ\0", "xz -dc"),
        (b"\x1f\x8b", "gzip -dc"),
        (b"BZh9", "bzip2 -dc"),
        (b"\x28\xb5\x2f\xfd", "zstd -dc"),
        (b"PK\x03\x04", "unzip -p"),
    ];
    let found = BEGINNINGS
        .into_iter()
        .find(|(magic, _)| beginning.starts_with(magic));
    found.map(|(_, tool)| tool)
}

/// Whether what is packed is a spreadsheet's workbook, by the name or the kind of its first part:
/// there is no csv in it.
fn is_workbook(beginning: &[u8]) -> bool {
    const NAMES: [&[u8]; 3] = [
        b"[Content_Types].xml",
        b"xl/",
        b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    ];
    let first = &beginning[..beginning.len().min(4096)];
    let stands = |name: &[u8]| first.windows(name.len()).any(|part| part == name);
    NAMES.into_iter().any(stands)
}

fn packed(path: &std::path::Path, tool: &str) -> Failure {
    let path = path.display();
    Failure::bad_file(format!("{path} is packed")).hint(format!(
        "unpack it on the way: `{tool} {path} | sladesk import ... -`"
    ))
}
