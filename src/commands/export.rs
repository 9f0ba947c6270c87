//! `export`: the whole record as lines, which `import desk` takes.

use clap::Args;

use super::Input;
use crate::context::Context;
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::{Access, RecordLines, Store};

/// Export the whole record, as jsonl that `import desk` takes
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk export > desk.jsonl\n  sladesk export -o desk.jsonl")]
pub(crate) struct Export {}

impl Export {
    /// The record as it stands now, line by line.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let path = context.store()?.path().to_path_buf();
        let lines = RecordLines::of(Store::open(&path, Access::Read)?)?;
        Ok(Outcome::stream(lines.map(|line| {
            let text = serde_json::to_string(&line?);
            let text = text.map_err(|error| Failure::unexpected(error.to_string()))?;
            Ok(text + "\n")
        })))
    }
}
