//! `man`: a manual page for every command.

use std::path::PathBuf;

use clap::{Args, Command};

use crate::cli::help::own_flags_first;
use crate::failure::Failure;
use crate::render::Outcome;

/// Write the manual pages
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk man --dir man")]
pub(crate) struct Man {
    /// Where
    #[arg(long, value_name = "DIR")]
    dir: PathBuf,
}

impl Man {
    /// Writes them.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub(crate) fn run(self, tree: Command) -> Result<Outcome, Failure> {
        let Man { dir } = self;
        let written = std::fs::create_dir_all(&dir)
            .and_then(|()| clap_mangen::generate_to(told(own_flags_first(&tree)), &dir));
        written.map_err(|error| Failure::io("write", &dir, &error))?;
        Ok(Outcome::only_said(format!(
            "wrote the manual pages to {}",
            dir.display()
        )))
    }
}

/// Every flag with what it says: what a short help leaves out belongs into a manual.
fn told(command: Command) -> Command {
    let command = command.mut_args(|arg| arg.hide_short_help(false));
    let below: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    let tell = |command: Command, name: String| command.mut_subcommand(name, told);
    below.into_iter().fold(command, tell)
}
