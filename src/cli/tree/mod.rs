//! The tree of commands: the flags of all, the verbs of the desk, and those of the shell.

mod global;

#[cfg(test)]
mod tests;

use std::ffi::OsString;

use clap::{ArgMatches, Command, CommandFactory, FromArgMatches, Parser, Subcommand};

use super::shell::Shell;
use super::words::next_word;
use crate::commands;
pub(crate) use global::Global;

/// sladesk holds a support desk to what its contracts promise.
#[derive(Parser, Debug)]
#[command(
    name = "sladesk",
    version,
    disable_help_subcommand = true,
    disable_version_flag = true,
    subcommand_required = false
)]
struct Root {
    #[command(flatten)]
    global: Global,
    /// Print the version
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// What was typed: what stands before the verb, and the verb.
#[derive(Debug)]
pub(crate) struct Cli {
    pub global: Global,
    pub verb: Option<Verb>,
}

impl CommandFactory for Cli {
    fn command() -> Command {
        Verb::augment_subcommands(Root::command())
    }

    fn command_for_update() -> Command {
        Cli::command()
    }
}

impl FromArgMatches for Cli {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Cli, clap::Error> {
        Ok(Cli {
            global: Root::from_arg_matches(matches)?.global,
            verb: match matches.subcommand_name() {
                Some(_) => Some(Verb::from_arg_matches(matches)?),
                None => None,
            },
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Cli::from_arg_matches(matches)?;
        Ok(())
    }
}

/// As much of the tree as the words need when nothing in them is wrong: to put all commands
/// together is a third of what a short command costs. None where they name none of the desk's; what
/// goes wrong is told by the whole tree, which knows all names.
pub(crate) fn named(words: &[OsString]) -> Option<Command> {
    match next_word(words, 1) {
        None => Some(Root::command()),
        Some(verb) => commands::alone(Root::command, words[verb].to_str()?),
    }
}

/// A verb of the desk, or one of the shell.
#[derive(Subcommand, Debug)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one of them, and it is taken apart at once"
)]
pub(crate) enum Verb {
    #[command(flatten)]
    Desk(commands::Command),
    #[command(flatten)]
    Shell(Shell),
}

/// The command that parsed words name, by noun and verb: empty where they name none.
pub(crate) fn command_of(matches: &clap::ArgMatches) -> String {
    let names = levels(matches).filter_map(clap::ArgMatches::subcommand_name);
    names.collect::<Vec<_>>().join(" ")
}

/// What was parsed at each level: of all commands, of the noun, of its verb.
pub(crate) fn levels(matches: &clap::ArgMatches) -> impl Iterator<Item = &clap::ArgMatches> {
    std::iter::successors(Some(matches), |matches| Some(matches.subcommand()?.1))
}

/// The whole tree, for whatever reads more of it than what was typed.
pub(crate) fn whole() -> clap::Command {
    let mut tree = Cli::command();
    tree.build();
    tree
}
