//! `plan show`: what a plan, or the terms of a contract, says; a page a plan.

use clap::Args;

use super::lines::LINES;
use super::list::{TERMS, record};
use super::named::named;
use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::terms::Terms;
use crate::failure::Failure;
use crate::plans::{Document, OpenTerm, TermLine, lines, open_terms};
use crate::render::{Block, Cell, Doc, DocFact, Listing, Outcome, PagePreference};
use crate::wording::plan::{section, term_in_english};

const NAME: &str = "plan show";

/// Show one page a plan, or the terms agreed
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk plan show creatio/business\n  sladesk plan show acme\n  sladesk plan show plans/ours.toml:gold"
)]
pub(crate) struct PlanShow {
    /// `vendor/plan`, a vendor, `FILE:plan`, or a customer or contract
    #[arg(value_name = "PLAN")]
    plan: String,
}

impl PlanShow {
    /// All that a plan says, with its clauses; of a vendor, each of its plans; of a customer or a
    /// contract, the terms agreed.
    ///
    /// # Errors
    /// Nothing is called so.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let plans = named(context, &self.plan)?;
        let mut listings: Vec<Listing> = plans
            .iter()
            .map(|(_, document)| listing(document))
            .collect();
        Ok(match listings.len() {
            1 => Outcome::listing(listings.remove(0)),
            _ => Outcome::listings(listings),
        })
    }
}

fn listing(document: &Document) -> Listing {
    let terms = &document.terms();
    let said = lines(document);
    let open = open_terms(document);
    let page = page(terms, &said, &open);
    Listing::of(NAME, LINES, said)
        .around(record(document), TERMS, Vec::new())
        .page(PagePreference::PageAtTerminal, page)
}

fn page(terms: &Terms, said: &[TermLine], open: &[OpenTerm]) -> Doc {
    let mut page = Doc::new(format!(
        "{} {} ({})",
        terms.vendor_title,
        terms.title,
        terms.name()
    ));
    if let Some(conflict) = &terms.source.conflict {
        page = page.text(format!("The source contradicts itself: {conflict}."));
    }
    for lines in said.chunk_by(|a, b| a.section == b.section) {
        let facts = lines.iter().map(|line| DocFact {
            label: term_in_english(&line.item).into(),
            value: Cell::text(noted(line)),
            clause: line.source.clause.clone(),
            place: None,
        });
        page = page
            .heading(section(lines[0].section).in_english())
            .block(Block::Facts(facts.collect()));
    }
    for open in open {
        let needed = match open.needed {
            true => "asked for at signing",
            false => "not promised",
        };
        let what = open.what.written();
        page = page.text(format!("Open: {what} (`{}`), {needed}.", open.path));
    }
    page
}

fn noted(line: &TermLine) -> String {
    let mut words = term_in_english(&line.said);
    if let Some(note) = &line.source.note {
        words.push_str(&format!(" [{note}]"));
    }
    if let Some(conflict) = &line.source.conflict {
        words.push_str(&format!(" [contradicted: {conflict}]"));
    }
    words
}

/// The fields of what a plan says.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, LINES)
}
