//! `export`: the whole record as lines, which `import desk` takes; or all that it has of somebody.

mod about;

use std::io::IsTerminal;

use clap::Args;

use super::Input;
use crate::context::Context;
use crate::failure::Failure;
use crate::render::{Outcome, Progress};
use crate::settings::Format;
use crate::store::{Access, RecordLines, Store};
use crate::wording::export as words;

/// Export the whole record, as jsonl that `import desk` takes; or all that it has of somebody
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk export > desk.jsonl\n  sladesk export -o desk.jsonl\n  sladesk export --about dana@acme.example -o dana.html"
)]
pub(crate) struct Export {
    /// All that the record has of a contact or a customer, as a page, and what a redaction takes out
    #[arg(long, value_name = "CONTACT|CUSTOMER")]
    about: Option<String>,
}

impl Export {
    /// The record as it stands now, line by line; or a page about somebody.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        if let Some(who) = &self.about {
            return about::about(context, who);
        }
        let settings = &context.settings;
        let other = settings.format.filter(|format| *format != Format::Jsonl);
        if other.is_some() || settings.fields.is_some() {
            let (says, hint) = words::ONLY_LINES;
            return Err(Failure::usage(says).hint(hint));
        }
        let store = context.store()?;
        let lines = RecordLines::of(Store::open(store.path(), Access::Read)?)?;
        let progress = Progress::new(settings);
        if !std::io::stdout().is_terminal() {
            progress.steps(
                "writing",
                usize::try_from(store.stats()?.events).unwrap_or(0),
            );
        }
        Ok(Outcome::stream(lines.map(move |line| {
            progress.step();
            let text = serde_json::to_string(&line?);
            let text = text.map_err(|error| Failure::unexpected(error.to_string()))?;
            Ok(text + "\n")
        })))
    }
}
