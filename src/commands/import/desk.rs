//! `import desk`: what `export` wrote.

use clap::Args;

use super::source::Source;
use crate::commands::Input;
use crate::commands::args::Write;
use crate::context::Context;
use crate::failure::Failure;
use crate::render::Outcome;

/// Import what `export` wrote
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk import desk desk.jsonl")]
pub(crate) struct Desk {
    /// The file; `-` for stdin
    #[arg(value_name = "FILE")]
    _source: Source,
    #[command(flatten)]
    _write: Write,
}

impl Desk {
    /// Not built yet.
    ///
    /// # Errors
    /// Always.
    pub(crate) fn run(self, _: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        Err(Failure::not_built(input.verb()))
    }
}
