//! `export`: handing out what the desk knows.

use clap::Args;

use crate::commands::Input;
use crate::context::Context;
use crate::failure::Failure;
use crate::render::Outcome;

/// Export everything, or these customers
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk export -o desk.jsonl\n  sladesk export customer:acme -o acme.jsonl"
)]
pub(crate) struct Export {
    /// Which customers
    #[arg(id = "filter", value_name = "FILTER")]
    _filter: Vec<String>,
}

impl Export {
    /// Not built yet.
    ///
    /// # Errors
    /// Always.
    pub(crate) fn run(self, _: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        Err(Failure::not_built(input.verb()))
    }
}
