//! `export`: the whole record as lines, which `import desk` takes, or that of some customers; or all
//! that it has of somebody.

mod about;
mod customers;
mod subject;

use std::io::IsTerminal;

use clap::Args;

use super::Input;
use crate::context::Context;
use crate::failure::Failure;
use crate::render::{Outcome, Progress};
use crate::settings::{Format, Output};
use crate::store::{Access, RecordLines, Store};
use crate::wording::export as words;

pub(in crate::commands) use about::words_of;

/// Export the whole record or some customers', as jsonl that `import desk` takes; or all of somebody
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk export > desk.jsonl\n  sladesk export -o desk.jsonl\n  sladesk export customer:acme -o acme.jsonl\n  sladesk export --about dana@acme.example -o dana.html"
)]
pub(crate) struct Export {
    /// Those customers alone, as a record of its own: `key:value` pairs as `customer list` has them, or
    /// one whole key, name or domain
    #[arg(value_name = "FILTER", conflicts_with = "about")]
    filter: Vec<String>,
    /// All that the record has of a contact or a customer, as a page, and what a redaction takes out
    #[arg(long, value_name = "CONTACT|CUSTOMER")]
    about: Option<String>,
}

impl Export {
    /// The record as it stands now, or that of some customers, line by line; or a page about
    /// somebody.
    ///
    /// # Errors
    /// No customer fits, or the desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        if let Some(who) = &self.about {
            return about::about(context, who);
        }
        if !self.filter.is_empty() {
            return customers::customers(context, &self.filter);
        }
        only_lines(context)?;
        let store = context.store()?;
        let record = RecordLines::of(Store::open(store.path(), Access::Read)?)?;
        let progress = Progress::new(&context.settings);
        let is_shown = matches!(context.settings.output, Output::Stdout);
        if !(is_shown && std::io::stdout().is_terminal()) {
            let events = usize::try_from(store.stats()?.events);
            progress.steps("writing", events.unwrap_or(0));
        }
        Ok(lines(record, progress))
    }
}

/// A record has one form.
fn only_lines(context: &Context) -> Result<(), Failure> {
    let settings = &context.settings;
    let other = settings.format.filter(|format| *format != Format::Jsonl);
    if other.is_none() && settings.fields.is_none() {
        return Ok(());
    }
    let (says, hint) = words::ONLY_LINES;
    Err(Failure::usage(says).hint(hint))
}

/// The lines of a record, as they come.
fn lines(record: RecordLines, progress: Progress) -> Outcome {
    Outcome::stream(record.map(move |line| {
        progress.step();
        let text = serde_json::to_string(&line?);
        let text = text.map_err(|error| Failure::unexpected(error.to_string()))?;
        Ok(text + "\n")
    }))
}
