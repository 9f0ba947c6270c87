//! `help`: on a command or a topic.

use clap::{Args, Command};

use crate::cli::help::{self, HelpLength, topics};
use crate::failure::Failure;
use crate::render::Outcome;

/// Help on a command or a topic
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk help reply\n  sladesk help contract sign\n  sladesk help filters"
)]
pub(crate) struct Help {
    #[arg(value_name = "COMMAND|TOPIC", help = about())]
    words: Vec<String>,
}

impl Help {
    /// What it is asked on.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// The page.
    ///
    /// # Errors
    /// Neither a command nor a topic is called so.
    pub(crate) fn run(self, mut tree: Command, room: usize) -> Result<Outcome, Failure> {
        let page = help::on(&mut tree, &self.words, (HelpLength::Long, room))?;
        Ok(Outcome::verbatim(page))
    }
}

fn about() -> String {
    format!("A command, or one of: {}", topics().join(" "))
}
