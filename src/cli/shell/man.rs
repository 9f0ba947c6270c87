//! `man`: a manual page for every command.

use std::path::{Path, PathBuf};

use clap::{Args, Command};

use crate::cli::help::own_flags_first;
use crate::core::time::Instant;
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
    pub(crate) fn run(self, tree: Command, at: Instant) -> Result<Outcome, Failure> {
        let Man { dir } = self;
        let date = at.utc().date().to_string();
        let written =
            std::fs::create_dir_all(&dir).and_then(|()| pages(&pages_tree(&tree), &date, &dir));
        written.map_err(|error| Failure::io("write", &dir, &error))?;
        Ok(Outcome::only_said(format!(
            "wrote the manual pages to {}",
            dir.display()
        )))
    }
}

/// The tree as the pages tell it.
fn pages_tree(tree: &Command) -> Command {
    let tree = told(own_flags_first(tree));
    let mut tree = tree.bin_name("sladesk").disable_help_subcommand(true);
    tree.build();
    tree
}

/// The page of a command and of those below it.
fn pages(command: &Command, date: &str, dir: &Path) -> std::io::Result<()> {
    for below in command
        .get_subcommands()
        .filter(|below| !below.is_hide_set())
    {
        pages(below, date, dir)?;
    }
    clap_mangen::Man::new(command.clone())
        .source(concat!("sladesk ", env!("CARGO_PKG_VERSION")))
        .manual("sladesk")
        .date(date)
        .generate_to(dir)?;
    Ok(())
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
