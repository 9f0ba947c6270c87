//! The desk's file, what goes in and out of it, and what helps at the shell.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use clap_complete::engine::ArgValueCandidates;

use super::groups::{Text, Write};
use crate::cli::complete;

/// What is brought in.
#[derive(Subcommand, Debug)]
pub(crate) enum Import {
    Events(ImportEvents),
    Contacts(ImportContacts),
    Holidays(ImportHolidays),
    Desk(ImportDesk),
}

/// What is done with the desk's file.
#[derive(Subcommand, Debug)]
pub(crate) enum Db {
    Init(Init),
    Path(Path),
    Stats(Stats),
    Check(CheckDesk),
    Seal(Seal),
    Redact(Redact),
    Backup(Backup),
    Restore(Restore),
    Upgrade(Upgrade),
}

/// What is asked of the configuration.
#[derive(Subcommand, Debug)]
pub(crate) enum Config {
    Show(ShowConfig),
    Check(CheckConfig),
}

/// Import the history of tickets, by a mapping
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk import events incidents.csv --mapping servicenow --customer acme\n  zcat log.csv.gz | sladesk import events - --mapping ours.toml --contract 3 --strict"
)]
pub(crate) struct ImportEvents {
    /// The file; `-` for stdin
    #[arg(value_name = "FILE")]
    pub source: PathBuf,
    /// A built-in mapping, or a file
    #[arg(long, value_name = "M")]
    pub mapping: String,
    /// Whose tickets they are
    #[arg(long, value_name = "C", conflicts_with = "contract")]
    pub customer: Option<String>,
    /// Under which contract
    #[arg(long, value_name = "C")]
    pub contract: Option<String>,
    /// A bad row keeps everything out
    #[arg(long)]
    pub strict: bool,
    #[command(flatten)]
    pub write: Write,
}

/// Import the people whom a customer names
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk import contacts people.csv --customer acme -n")]
pub(crate) struct ImportContacts {
    /// The file; `-` for stdin
    #[arg(value_name = "FILE")]
    pub source: PathBuf,
    /// Whose they are
    #[arg(long, value_name = "C")]
    pub customer: String,
    /// Who is not in it may ask no more
    #[arg(long)]
    pub revoke_missing: bool,
    #[command(flatten)]
    pub write: Write,
}

/// Import a holiday set from a calendar file
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk import holidays company.ics --name company")]
pub(crate) struct ImportHolidays {
    /// An .ics file; `-` for stdin
    #[arg(value_name = "FILE")]
    pub source: PathBuf,
    /// The name of the set
    #[arg(long, value_name = "SET")]
    pub name: String,
    #[command(flatten)]
    pub write: Write,
}

/// Import what `export` wrote
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk import desk desk.jsonl")]
pub(crate) struct ImportDesk {
    /// The file; `-` for stdin
    #[arg(value_name = "FILE")]
    pub source: PathBuf,
    #[command(flatten)]
    pub write: Write,
}

/// Export everything, or these customers
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk export -o desk.jsonl\n  sladesk export customer:acme -o acme.jsonl"
)]
pub(crate) struct Export {
    /// Which customers
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
}

/// Make a new desk
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db init --zone Europe/Madrid")]
pub(crate) struct Init {
    /// The desk's own zone; UTC when nothing is said
    #[arg(long, value_name = "ZONE", add = ArgValueCandidates::new(complete::zones))]
    pub zone: Option<String>,
}

/// Say where the file lies
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db path")]
pub(crate) struct Path;

/// Say how much it holds, and by which zone rules
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db stats")]
pub(crate) struct Stats;

/// Check the record and all that follows from it
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db check\n  sladesk db check --against e51877-9f3a")]
pub(crate) struct CheckDesk {
    /// A seal that must still hold
    #[arg(long, value_name = "SEAL")]
    pub against: Option<String>,
}

/// Seal: what stands in the record now, in one line
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db seal")]
pub(crate) struct Seal;

/// Redact: take out what people wrote, and keep that it was there
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk db redact 88231 -m \"a password\"\n  sladesk db redact bob@acme.example -m \"asked for by letter\""
)]
pub(crate) struct Redact {
    /// Events, or a contact
    #[arg(value_name = "EVENT|CONTACT", required = true)]
    pub what: Vec<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Back up: a copy that is whole
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db backup\n  sladesk db backup /mnt/backup/")]
pub(crate) struct Backup {
    /// A file, or a folder with `/` at its end
    #[arg(value_name = "FILE|DIR/")]
    pub to: Option<String>,
}

/// Restore: a copy becomes the desk
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db restore desk-2026-10-01.db")]
pub(crate) struct Restore {
    /// The copy
    #[arg(value_name = "FILE")]
    pub from: String,
    /// Over a desk that is there
    #[arg(long)]
    pub force: bool,
    /// Answer every question with yes
    #[arg(short, long)]
    pub yes: bool,
}

/// Upgrade the file to this version
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db upgrade")]
pub(crate) struct Upgrade {
    /// Answer every question with yes
    #[arg(short, long)]
    pub yes: bool,
}

/// Show every value and where it comes from
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk config show")]
pub(crate) struct ShowConfig;

/// Check whether the file can be understood
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk config check")]
pub(crate) struct CheckConfig;

/// Make a desk to play with, in a folder of its own
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk demo\n  sladesk demo /tmp/desk --tickets 5000 --seed 7"
)]
pub(crate) struct Demo {
    /// Where; a new folder when nothing is said
    #[arg(value_name = "DIR")]
    pub folder: Option<String>,
    /// How many tickets
    #[arg(long, value_name = "N")]
    pub tickets: Option<u32>,
    /// The same seed makes the same desk
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
}

/// Print what a shell needs to complete sladesk
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk completions bash >> ~/.bashrc\n  sladesk completions fish > ~/.config/fish/completions/sladesk.fish"
)]
pub(crate) struct Completions {
    /// bash, zsh or fish
    #[arg(value_name = "SHELL", add = ArgValueCandidates::new(complete::shells))]
    pub shell: String,
}

/// Help on a command or a topic
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk help reply\n  sladesk help contract sign\n  sladesk help filters"
)]
pub(crate) struct Help {
    /// A command, or one of: filters times fields formats exit-codes plans
    #[arg(value_name = "COMMAND|TOPIC", add = ArgValueCandidates::new(complete::subjects))]
    pub words: Vec<String>,
}

/// Write the manual pages
#[derive(Args, Debug)]
#[command(hide = true, after_help = "Examples:\n  sladesk man --dir man")]
pub(crate) struct Man {
    /// Where
    #[arg(long, value_name = "DIR")]
    pub dir: PathBuf,
}
