//! What a shell offers at the tab key.
//!
//! The shell's script asks the program itself, so that the two always match. An offer is a
//! kindness: whatever goes wrong, nothing is offered and nothing is said.

use clap::CommandFactory;
use clap_complete::CompleteEnv;
use clap_complete::engine::CompletionCandidate;

use super::help::TOPICS;
use super::run::LOADERS;
use super::tree::Cli;
use crate::almanac;
use crate::settings::Format;

/// Answers the shell and ends the process, if it was the shell that started it.
pub(crate) fn complete() {
    CompleteEnv::with_factory(Cli::command)
        .var("SLADESK_COMPLETE")
        .completer("sladesk")
        .complete();
}

fn candidates<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<CompletionCandidate> {
    words.into_iter().map(CompletionCandidate::new).collect()
}

/// For `--format`.
pub(crate) fn formats() -> Vec<CompletionCandidate> {
    candidates(Format::ALL.map(Format::word))
}

/// For `--color`.
pub(crate) fn colours() -> Vec<CompletionCandidate> {
    candidates(["auto", "always", "never"])
}

/// For flags that take a zone.
pub(crate) fn zones() -> Vec<CompletionCandidate> {
    candidates(almanac::zone_names())
}

/// For flags that take a holiday set.
pub(crate) fn holidays() -> Vec<CompletionCandidate> {
    candidates(almanac::day_set_names())
}

/// For `amend --open-tickets`.
pub(crate) fn open_tickets() -> Vec<CompletionCandidate> {
    candidates(["keep", "repin"])
}

/// For `--paper`.
pub(crate) fn papers() -> Vec<CompletionCandidate> {
    candidates(["a4", "letter"])
}

/// For `completions`.
pub(crate) fn shells() -> Vec<CompletionCandidate> {
    candidates(LOADERS.map(|(shell, _)| shell))
}

/// For `help`: commands and topics.
pub(crate) fn subjects() -> Vec<CompletionCandidate> {
    let mut tree = Cli::command();
    tree.build();
    let commands = tree
        .get_subcommands()
        .filter(|command| !command.is_hide_set());
    let commands = commands.map(|command| command.get_name().to_owned());
    let topics = TOPICS.iter().map(|(topic, _)| (*topic).to_owned());
    commands
        .chain(topics)
        .map(CompletionCandidate::new)
        .collect()
}
