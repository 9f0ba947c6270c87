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

/// The whole tree, for whatever reads more of it than what was typed.
pub(crate) fn whole() -> clap::Command {
    let mut tree = Cli::command();
    tree.build();
    tree
}
