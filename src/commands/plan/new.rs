//! `plan new`: a commented plan file to start from.

use clap::Args;

use crate::commands::Input;
use crate::context::Context;
use crate::failure::Failure;
use crate::plans::{is_vendor, starting_file};
use crate::render::Outcome;
use crate::settings::Output;

/// Write a commented plan file to start from
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk plan new ours -o plans/ours.toml")]
pub(crate) struct PlanNew {
    /// The vendor
    #[arg(value_name = "ID", value_parser = vendor)]
    id: String,
}

impl PlanNew {
    /// The file's text.
    ///
    /// # Errors
    /// A file that is there already: somebody may have written in it.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        if let Output::File(path) = &context.settings.output
            && path.exists()
        {
            let path = path.display();
            return Err(Failure::not_possible(format!("{path} is there already"))
                .hint("write to another file, or without `-o` to see what it would be"));
        }
        let outcome = Outcome::verbatim(starting_file(&self.id));
        let replaced = context
            .catalogue()?
            .vendors()
            .any(|vendor| vendor == self.id);
        Ok(match replaced {
            true => outcome.warn(format!(
                "there is a vendor {}: in the folder of `--plans` this file replaces all of its plans",
                self.id
            )),
            false => outcome,
        })
    }
}

/// The value parser of a word that can name a vendor.
fn vendor(word: &str) -> Result<String, Failure> {
    match is_vendor(word) {
        true => Ok(word.to_owned()),
        false => Err(Failure::usage(format!("`{word}` cannot name a vendor"))
            .hint("write small letters, digits and hyphens: `acme-support`")),
    }
}
