//! What helps at the shell: help, completions, manual pages. None of it needs a desk; all of it is
//! about the whole tree.

mod completions;
mod help;
mod man;

use clap::Subcommand;

use crate::failure::Failure;
use crate::render::Outcome;

/// What helps at the shell.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub(crate) enum Shell {
    Completions(completions::Completions),
    Help(help::Help),
    #[command(hide = true)]
    Man(man::Man),
}

impl Shell {
    /// Does what was typed.
    ///
    /// # Errors
    /// What the verb fails with.
    pub(crate) fn run(self, tree: clap::Command) -> Result<Outcome, Failure> {
        match self {
            Shell::Completions(arguments) => Ok(arguments.run()),
            Shell::Help(arguments) => arguments.run(tree),
            Shell::Man(arguments) => arguments.run(tree),
        }
    }
}
