//! What help can be asked on.

use clap::{Command, CommandFactory};

use super::line::TypedLine;
use super::offer::Offer;
use crate::cli::help;
use crate::cli::tree::Cli;

/// Commands and topics, each with what it is; behind a noun its verbs.
pub(super) fn help_words(line: &TypedLine) -> Vec<Offer> {
    let mut tree = Cli::command();
    let (mut at, mut topics) = (&mut tree, help::topics());
    for word in line.words("words") {
        topics.clear();
        match at.find_subcommand_mut(word) {
            Some(below) => at = below,
            None => return Vec::new(),
        }
    }
    let commands = at.get_subcommands().filter(|below| !below.is_hide_set());
    let commands = commands.map(|below: &Command| {
        let about = below.get_about().map(ToString::to_string);
        Offer::new(below.get_name(), about.unwrap_or_default())
    });
    commands
        .chain(topics.into_iter().map(Offer::bare))
        .collect()
}
