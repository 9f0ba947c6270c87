//! What is said of somebody of the desk.

use clap::Args;

use crate::commands::args::{not_blank, proper_email};

/// What is said of somebody.
#[derive(Args, Debug, Default)]
#[group(skip)]
pub(super) struct StaffFacts {
    /// As people read it
    #[arg(long, value_name = "N", value_parser = not_blank("the name"))]
    pub(super) name: Option<String>,
    /// Where to write
    #[arg(long, value_name = "E", value_parser = proper_email)]
    pub(super) email: Option<String>,
    /// A support line; may be given again
    #[arg(long, value_name = "L", value_parser = not_blank("a line"))]
    pub(super) line: Vec<String>,
}
