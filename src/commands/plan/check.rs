//! `plan check`: all mistakes at once, and what is legal but odd.

use std::path::PathBuf;

use clap::Args;

use super::files::{files, mistakes};
use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::failure::{Exit, Failure};
use crate::plans::{Diagnostic, MarkedLine, Severity};
use crate::render::{Block, Cell, Column, Doc, Excerpt, Listing, Outcome, PagePreference};
use crate::wording;

const NAME: &str = "plan check";

type C = Column<Diagnostic>;

const FOUND: &[C] = &[
    C::shown("file", |d| {
        Cell::code_if(d.place.as_ref().map(|p| p.file().to_owned()))
    }),
    C::shown("line", |d| Cell::from(d.place.as_ref().map(|p| p.line()))),
    C::shown("column", |d| {
        Cell::from(d.place.as_ref().map(|p| p.column()))
    }),
    C::shown("severity", |d| Cell::state(d.severity.word())),
    C::shown("code", |d| Cell::code(d.code)),
    C::shown("says", |d| Cell::text(wording::plan::finding(d))),
    C::more("plan", |d| Cell::code_if(d.plan.clone())),
    C::more("hint", |d| {
        Cell::text_if(d.hint.as_ref().and_then(wording::plan::hint))
    }),
    C::more("clause", |d| Cell::code_if(d.clause.clone())),
];

/// Check plan files: all mistakes at once
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk plan check\n  sladesk plan check plans/ours.toml -f json"
)]
pub(crate) struct PlanCheck {
    /// Plan files; none: the built-in ones and those of --plans
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl PlanCheck {
    /// All mistakes at once, and what is legal but odd.
    ///
    /// # Errors
    /// A file with mistakes, or one that cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let machine = context.catalogue()?.system_names();
        let mut found = Vec::new();
        for (name, bytes) in files(context, input, &self.files)? {
            found.extend(crate::plans::check(&name, &bytes, machine));
        }
        let wrong: Vec<&Diagnostic> = found
            .iter()
            .filter(|d| d.severity == Severity::Error)
            .collect();
        let asked = context.settings.format.is_some();
        if let (Some(failure), false) = (mistakes(&wrong), asked) {
            return Err(failure);
        }
        let exit = match wrong.is_empty() {
            true => Exit::Done,
            false => Exit::BadFile,
        };
        let page = found
            .iter()
            .fold(Doc::default(), |page, d| page.block(excerpt(d)));
        let listing = Listing::of(NAME, FOUND, found)
            .if_empty("nothing to find fault with")
            .page(PagePreference::PageAtTerminal, page);
        Ok(Outcome::listing(listing).exit(exit))
    }
}

fn excerpt(diagnostic: &Diagnostic) -> Block {
    let label = wording::plan::finding_label(diagnostic);
    Block::Excerpt(Excerpt {
        severity: diagnostic.severity.word(),
        says: wording::plan::finding(diagnostic),
        line: diagnostic.marked_line().map(|line| match label {
            Some(label) => MarkedLine {
                label: label.to_owned(),
                ..line
            },
            None => line,
        }),
        hint: diagnostic.hint.as_ref().and_then(wording::plan::hint),
    })
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, FOUND)
}
