//! What helps at the shell: help, completions, manual pages, and serving another host. None of it
//! has a desk in hand; all of it is about the whole tree.

mod completions;
mod help;
mod man;
mod serve;

use clap::Subcommand;

use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::Outcome;
pub(super) use serve::Serve;

/// Where and when a verb of the shell runs.
pub(crate) struct ShellView {
    /// How many columns a page may have.
    pub room: usize,
    /// What stands as the date of a manual page.
    pub at: Instant,
}

/// What helps at the shell.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub(crate) enum Shell {
    Completions(completions::Completions),
    Help(help::Help),
    #[command(hide = true)]
    Man(man::Man),
    Serve(Serve),
}

impl Shell {
    /// What help is asked on.
    pub(crate) fn helps(&self) -> &[String] {
        match self {
            Shell::Help(arguments) => arguments.words(),
            _ => &[],
        }
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// What the verb fails with.
    pub(crate) fn run(self, tree: clap::Command, view: &ShellView) -> Result<Outcome, Failure> {
        match self {
            Shell::Completions(arguments) => Ok(arguments.run()),
            Shell::Help(arguments) => arguments.run(tree, view.room),
            Shell::Man(arguments) => arguments.run(tree, view.at),
            Shell::Serve(arguments) => arguments.run(),
        }
    }
}
