//! The tree of commands: the flags of all, the verbs of the desk, and those of the shell.

mod global;

#[cfg(test)]
mod tests;

use clap::{CommandFactory, Parser, Subcommand};

use super::shell::Shell;
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
pub(crate) struct Cli {
    #[command(flatten)]
    pub global: Global,
    /// Print the version
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub verb: Option<Verb>,
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
