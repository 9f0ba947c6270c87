//! The desk's file.
use super::options::Write;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `db init`: a new desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Init {
    /// The desk's own zone.
    pub zone: Option<String>,
}

/// `db path`: where it lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path;

/// `db stats`: how much it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats;

/// `db check`: the chain, the caches, the seal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckDesk {
    /// A seal that must still hold.
    pub against: Option<String>,
}

/// `db seal`: what stands in the record now, in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seal;

/// `db redact`: takes out what people wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redact {
    /// Events, or a contact.
    pub what: Vec<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `db backup`: a copy that is whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// A file, or a folder with `/` at its end.
    pub to: Option<String>,
}

/// `db restore`: a copy becomes the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restore {
    pub from: String,
    /// Over a desk that is there.
    pub force: bool,
    pub yes: bool,
}

/// `db upgrade`: brings the file to this version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Upgrade {
    pub yes: bool,
}

/// Makes a new desk; its own zone is UTC unless said.
///
/// # Errors
/// An unknown zone, a file that is there already, a folder that cannot be written.
pub fn init(desk: &mut Desk, options: &Init) -> Result<Outcome, Failure> {
    let zone = options.zone.as_deref().unwrap_or("UTC");
    desk.found(zone)?;
    let path = desk.settings.db.value.display();
    Ok(Outcome::only_said(format!(
        "a new desk at {path}, in {zone}"
    )))
}

/// `db path`.
///
/// # Errors
/// Not built yet.
pub fn path(_desk: &mut Desk, _options: &Path) -> Result<Outcome, Failure> {
    Err(Failure::not_built("db path"))
}

/// `db stats`.
///
/// # Errors
/// Not built yet.
pub fn stats(_desk: &mut Desk, _options: &Stats) -> Result<Outcome, Failure> {
    Err(Failure::not_built("db stats"))
}

/// `db check`.
///
/// # Errors
/// Not built yet.
pub fn check(_desk: &mut Desk, _options: &CheckDesk) -> Result<Outcome, Failure> {
    Err(Failure::not_built("db check"))
}

/// `db seal`.
///
/// # Errors
/// Not built yet.
pub fn seal(_desk: &mut Desk, _options: &Seal) -> Result<Outcome, Failure> {
    Err(Failure::not_built("db seal"))
}

/// `db redact`.
///
/// # Errors
/// Not built yet.
pub fn redact(_desk: &mut Desk, _options: &Redact) -> Result<Outcome, Failure> {
    Err(Failure::not_built("db redact"))
}

/// `db backup`.
///
/// # Errors
/// Not built yet.
pub fn backup(_desk: &mut Desk, _options: &Backup) -> Result<Outcome, Failure> {
    Err(Failure::not_built("db backup"))
}

/// `db restore`.
///
/// # Errors
/// Not built yet.
pub fn restore(_desk: &mut Desk, _options: &Restore) -> Result<Outcome, Failure> {
    Err(Failure::not_built("db restore"))
}

/// `db upgrade`.
///
/// # Errors
/// Not built yet.
pub fn upgrade(_desk: &mut Desk, _options: &Upgrade) -> Result<Outcome, Failure> {
    Err(Failure::not_built("db upgrade"))
}
