//! A desk on another host: its sladesk does what is typed here, through `ssh`.
//!
//! The words go there as they are, with what an answer must know of this side (zone, actor, width);
//! files that are read lie here and are handed over, answers that go to files come back and are
//! written here; stdin, stdout, stderr and the exit code are the other command's. Nothing of the
//! desk is known on this side.

mod address;
mod client;
mod completion;
mod paths;
mod request;
mod sent;
mod server;
mod taken;

use std::ffi::OsString;

use clap::ArgMatches;

use super::terminal::Terminal;
use crate::failure::{Exit, Failure};
use crate::settings::Settings;
use address::Address;
pub(super) use completion::complete;
pub(crate) use request::RequestTerminal;
pub(super) use sent::SentAnswers;
pub(super) use server::{Served, ServedCommand, asked};

/// Commands that have no desk, or make one of their own: nouns, and verbs of one.
const STAY: [&[&str]; 7] = [
    &["completions"],
    &["config"],
    &["demo"],
    &["help"],
    &["man"],
    &["plan", "new"],
    &["serve"],
];

/// Whether the settings name a desk of another host.
pub(super) fn names_a_host(settings: &Settings) -> bool {
    Address::is_one(&settings.db.value)
}

/// Does what was typed on the desk's host, where it is another one and the command has a desk.
///
/// # Errors
/// What cannot be handed on, and a host that does not answer.
pub(super) fn elsewhere(
    words: &[OsString],
    matches: &ArgMatches,
    command: &str,
    settings: &Settings,
    terminal: Terminal,
) -> Result<Option<Exit>, Failure> {
    let typed: Vec<&str> = command.split(' ').collect();
    let stays = STAY.iter().any(|stays| typed.starts_with(stays));
    if !names_a_host(settings) || stays {
        return Ok(None);
    }
    let address = Address::read(&settings.db.value)?;
    client::hand_over(&address, words, matches, settings, terminal).map(Some)
}
