//! Bringing in what others wrote.

mod bring;
mod contacts;
mod events;
mod holidays;
mod mapping;
mod reading;

pub use contacts::contacts;
pub use events::events;
pub use holidays::holidays;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;

use super::options::Write;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// Where an import reads from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Input {
    /// `-`
    #[default]
    Stdin,
    File(PathBuf),
}

impl Input {
    /// Ready to be read.
    ///
    /// # Errors
    /// The file cannot be opened.
    pub fn open(&self) -> Result<Box<dyn BufRead>, Failure> {
        match self {
            Input::Stdin => Ok(Box::new(std::io::stdin().lock())),
            Input::File(path) => match std::fs::File::open(path) {
                Ok(file) => Ok(Box::new(BufReader::new(file))),
                Err(error) => Err(Failure::io("read", path, &error)),
            },
        }
    }
}

/// `import events`: the history of tickets, by a mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Events {
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
pub struct Contacts {
    pub source: Input,
    pub customer: String,
    /// Who is not in it may ask no more.
    pub revoke_missing: bool,
    pub write: Write,
}

/// `import holidays`: a holiday set from a calendar file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportHolidays {
    pub source: Input,
    pub name: String,
    pub write: Write,
}

/// `import desk`: what `export` wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportDesk {
    pub source: Input,
    pub write: Write,
}

/// `import desk`.
///
/// # Errors
/// Not built yet.
pub fn desk(_desk: &mut Desk, _options: &ImportDesk) -> Result<Outcome, Failure> {
    Err(Failure::not_built("import desk"))
}
