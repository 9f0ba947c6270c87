//! Bringing in what others wrote.

mod bring;
mod contacts;
mod events;
mod holidays;
mod mapping;
mod reading;

pub(crate) use contacts::contacts;
pub(crate) use events::events;
pub(crate) use holidays::holidays;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;

use super::options::Write;
use crate::context::Context;
use crate::failure::Failure;
use crate::render::Outcome;

/// Where an import reads from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Input {
    /// `-`
    #[default]
    Stdin,
    File(PathBuf),
}

impl Input {
    /// Ready to be read.
    ///
    /// # Errors
    /// The file cannot be opened, or is packed.
    pub(crate) fn open(&self) -> Result<Box<dyn BufRead>, Failure> {
        match self {
            Input::Stdin => Ok(Box::new(std::io::stdin().lock())),
            Input::File(path) => {
                let unread = |error| Failure::io("read", path, &error);
                let mut file = BufReader::new(std::fs::File::open(path).map_err(unread)?);
                match unpacker(file.fill_buf().map_err(unread)?) {
                    Some(tool) => Err(packed(path, tool)),
                    None => Ok(Box::new(file)),
                }
            }
        }
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

fn packed(path: &std::path::Path, tool: &str) -> Failure {
    let path = path.display();
    Failure::bad_file(format!("{path} is packed")).hint(format!(
        "unpack it on the way: `{tool} {path} | sladesk import ... -`"
    ))
}

/// `import events`: the history of tickets, by a mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Events {
    /// Where it comes from.
    pub source: Input,
    pub mapping: String,
    pub customer: Option<String>,
    pub contract: Option<String>,
    /// A bad row keeps everything out.
    pub strict: bool,
    pub write: Write,
}

/// `import contacts`: the people whom a customer names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Contacts {
    pub source: Input,
    pub customer: String,
    /// Who is not in it may ask no more.
    pub revoke_missing: bool,
    pub write: Write,
}

/// `import holidays`: a holiday set from a calendar file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ImportHolidays {
    pub source: Input,
    pub name: String,
    pub write: Write,
}

/// `import context`: what `export` wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ImportDesk {
    pub source: Input,
    pub write: Write,
}

/// `import context`.
///
/// # Errors
/// Not built yet.
pub(crate) fn desk(_desk: &mut Context, _options: &ImportDesk) -> Result<Outcome, Failure> {
    Err(Failure::not_built("import desk"))
}
