//! `plan diff`: what differs between two plans, in words.

use clap::Args;

use super::named::named;
use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::{Context, several};
use crate::failure::{Exit, Failure};
use crate::plans::{Difference, Document, TermWords};
use crate::render::{Cell, Column, Doc, Listing, Outcome, PagePreference};
use crate::wording::plan::difference;

const NAME: &str = "plan diff";

type C = Column<Difference>;

const DIFF: &[C] = &[
    C::shown("path", |d| Cell::code(d.path.clone())).names(),
    C::shown("old", |d| {
        Cell::text_if(d.old.as_ref().map(TermWords::written))
    }),
    C::shown("new", |d| {
        Cell::text_if(d.new.as_ref().map(TermWords::written))
    }),
    C::more("says", |d| Cell::text(difference(d))),
    C::more("clause", |d| Cell::code_if(d.clause.clone())),
];

/// Say what differs, in words
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk plan diff creatio/basic creatio/business\n  sladesk plan diff acme plans/creatio.toml:business --exit-code"
)]
pub(crate) struct PlanDiff {
    /// A plan
    #[arg(value_name = "OLD")]
    old: String,
    /// A plan
    #[arg(value_name = "NEW")]
    new: String,
    /// Exit with 10 when they differ
    #[arg(long)]
    exit_code: bool,
}

impl PlanDiff {
    /// What changes from one plan to another.
    ///
    /// # Errors
    /// Nothing is called so, or a word means several plans.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let ((before, old), (after, new)) = (one(context, &self.old)?, one(context, &self.new)?);
        let found = crate::plans::diff_to_the_letter(&old, &new);
        let exit = match self.exit_code && !found.is_empty() {
            true => Exit::Asked,
            false => Exit::Done,
        };
        let page = found
            .iter()
            .fold(Doc::new(format!("{before} -> {after}")), |page, differs| {
                page.text(difference(differs))
            });
        let listing = Listing::of(NAME, DIFF, found)
            .if_empty("nothing differs")
            .page(PagePreference::PageAtTerminal, page);
        Ok(Outcome::listing(listing).exit(exit))
    }
}

fn one(context: &Context, word: &str) -> Result<(String, Document), Failure> {
    let mut plans = named(context, word)?;
    match plans.len() {
        1 => Ok(plans.remove(0)),
        _ => {
            let titled = plans.into_iter();
            let titled = titled.map(|(name, document)| (name, document.terms().title));
            Err(several(word, titled))
        }
    }
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, DIFF)
}
