//! What the desk knows, as words to offer. An offer is a kindness: whatever goes wrong, nothing is
//! offered and nothing is said. What is read does not grow with the history.

use super::line::TypedLine;
use super::offer::Offer;
use super::people::{contacts, contracts, customers, named, plans, staff, with_terms};
use super::terms::{of_terms, paths, said_by_terms};
use super::tickets::{mine, saved, tickets};
use crate::context::Context;
use crate::failure::Failure;

/// What can be offered on the desk that a line means.
#[derive(Clone, Debug)]
pub(crate) struct DeskWords {
    line: TypedLine,
}

impl DeskWords {
    /// Of the desk that is meant by a line.
    pub(super) fn of(line: TypedLine) -> DeskWords {
        DeskWords { line }
    }

    /// The line.
    pub(super) fn line(&self) -> &TypedLine {
        &self.line
    }

    /// The words of one kind (a field of tickets, a noun) that begin so.
    pub(super) fn beginning(&self, kind: &str, with: &str) -> Vec<Offer> {
        let Some(settings) = self.line.settings() else {
            return Vec::new();
        };
        let found = self.found(&Context::new(settings), kind, with);
        let found = found.unwrap_or_default();
        let fits = |offer: &Offer| offer.word.starts_with(with);
        found.into_iter().filter(fits).collect()
    }

    /// Whether what was answered names something of a kind.
    ///
    /// # Errors
    /// The desk knows nothing that is called so.
    pub(super) fn named(&self, kind: &str, word: &str) -> Result<(), Failure> {
        match self.line.settings() {
            Some(settings) => named(&Context::new(settings), kind, word),
            None => Ok(()),
        }
    }

    /// Whether the terms that the line is about have no word of that kind.
    pub(super) fn terms_lack(&self, kind: &str) -> bool {
        let Some(settings) = self.line.settings().filter(|_| !is_free(kind)) else {
            return false;
        };
        let found = of_terms(&Context::new(settings), &self.line, kind);
        matches!(found, Ok(Some(offers)) if offers.is_empty())
    }

    fn found(&self, context: &Context, kind: &str, with: &str) -> Result<Vec<Offer>, Failure> {
        let line = &self.line;
        Ok(match kind {
            "tickets" => tickets(context, with)?,
            "mine" => mine(context)?,
            "customer" => customers(context, with)?,
            "contact" => contacts(context, line, with)?,
            "who" => [
                contacts(context, &TypedLine::default(), with)?,
                customers(context, with)?,
            ]
            .concat(),
            "contract" => contracts(context, line, with)?,
            "plan" => plans(context)?,
            "with_terms" => with_terms(context, with)?,
            "assignee" | "account_manager" | "held_by" | "actor" | "staff" => staff(context)?,
            "filters" => saved(context),
            "lines" => self.found(context, "line", with)?,
            "held_line" => self.found(context, "line_number", with)?,
            "signed_plan" => of_record(context, "plan")?,
            "set" => paths(context, line, with)?,
            kind if said_by_terms(kind) => match of_terms(context, line, kind)? {
                Some(offers) if !is_free(kind) || !offers.is_empty() => offers,
                _ => of_record(context, kind)?,
            },
            kind => of_record(context, kind)?,
        })
    }
}

/// A desk has lines, and a ticket a version, that no plan names.
fn is_free(kind: &str) -> bool {
    matches!(kind, "line" | "version")
}

/// The words of a field that the record knows.
fn of_record(context: &Context, field: &str) -> Result<Vec<Offer>, Failure> {
    let words = context.store()?.present().known_words(field)?;
    Ok(words.into_iter().map(Offer::bare).collect())
}
