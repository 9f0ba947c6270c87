//! `plan compare`: plans side by side.

use std::collections::BTreeSet;

use clap::Args;

use super::named::{language_of, named};
use crate::commands::Input;
use crate::commands::args::PrintArgs;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::terms::Terms;
use crate::failure::Failure;
use crate::plans::{ComparedTerm, Document, Together};
use crate::render::{Cell, Doc, Field, Listing, Outcome, PagePreference, Said};
use crate::wording::plan::{section, term};
use crate::wording::{Names, Phrase, Spoken, said};

const NAME: &str = "plan compare";

/// Compare plans side by side
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk plan compare creatio\n  sladesk plan compare creatio/business suitecrm/dedicated -f markdown\n  sladesk plan compare creatio --lang vi -f html -o creatio.html"
)]
pub(crate) struct PlanCompare {
    /// Two plans or more, or a vendor
    #[arg(value_name = "PLAN", required = true)]
    compared: Vec<String>,
    #[command(flatten)]
    print: PrintArgs,
}

impl PlanCompare {
    /// A vendor's plans side by side, or those named. Whoever compares the terms of a customer reads
    /// them in the customer's language.
    ///
    /// # Errors
    /// Nothing is called so, or a plan is named twice.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let mut names: Vec<String> = Vec::new();
        let mut plans: Vec<Document> = Vec::new();
        let mut own: Option<String> = None;
        for word in &self.compared {
            for (name, document) in named(context, word)? {
                if names.contains(&name) {
                    return Err(Failure::usage(format!("`{name}` is named twice")));
                }
                names.push(name);
                plans.push(document);
            }
            own = own.or(language_of(context, word)?);
        }
        let language = self.print.or_of(own.as_deref());
        let rows = crate::plans::compare(&plans, language);
        let columns: Vec<String> = columns(names.iter().map(String::as_str)).collect();
        let cells: Vec<Vec<Cell>> = rows.iter().map(cells).collect();
        let page = context.settings.may_want_page().then(|| {
            let terms: Vec<Terms> = plans.iter().map(|plan| plan.terms_in(language)).collect();
            let page = page(&heads(&names, &terms), &rows).in_language(language);
            page.naming(Names::of_plans(&terms)).on(self.print.paper())
        });
        let listing = Listing::ready(NAME, keys(&columns), cells);
        Ok(Outcome::listing(
            listing.page_if_any(PagePreference::PageAtTerminal, page),
        ))
    }
}

/// What stands in a line: a column for each plan.
fn columns<'n>(names: impl Iterator<Item = &'n str>) -> impl Iterator<Item = String> {
    let columns = std::iter::once("item").chain(names).chain(["clause"]);
    columns.map(str::to_owned)
}

fn keys(columns: &[String]) -> Vec<Field> {
    let mut fields: Vec<Field> = columns.iter().cloned().map(Field::named).collect();
    fields.push(Field {
        shown: crate::render::ColumnShown::OnRequest,
        ..Field::named("differs")
    });
    fields
}

/// The fields of the list; each plan has a column.
pub(super) fn fields() -> ListFields {
    let columns: Vec<String> = columns(["PLAN"].into_iter()).collect();
    ListFields::known(NAME, keys(&columns))
}

fn cells(row: &ComparedTerm) -> Vec<Cell> {
    let said = |value| Cell::Phrase(term(value));
    let values = row.values.iter().map(|value| value.as_ref().map(said));
    std::iter::once(said(&row.item))
        .chain(values.map(Cell::from))
        .chain([Cell::code_if(row.clause.clone()), Cell::from(row.differs)])
        .collect()
}

/// What a page calls the plans, and over all their vendor where it is one: a plan by its title, what
/// a contract or another file says by its name.
fn heads(names: &[String], terms: &[Terms]) -> (Option<String>, Vec<String>) {
    let vendor = terms.first().map(|terms| &terms.vendor);
    let is_of_one = terms.iter().all(|terms| Some(&terms.vendor) == vendor);
    let head = |(name, terms): (&String, &Terms)| match (*name == terms.name(), is_of_one) {
        (true, true) => terms.title.clone(),
        (true, false) => terms.whole_title(),
        (false, _) => name.clone(),
    };
    let heads: Vec<String> = names.iter().zip(terms).map(head).collect();
    let is_told_apart = heads.iter().collect::<BTreeSet<_>>().len() == heads.len();
    match is_told_apart {
        true => {
            let title = terms.first().map(|terms| terms.vendor_title.clone());
            (title.filter(|_| is_of_one), heads)
        }
        false => (None, names.to_vec()),
    }
}

fn page((vendor, heads): &(Option<String>, Vec<String>), rows: &[ComparedTerm]) -> Doc {
    let heads_as_words = heads.iter().map(Spoken::from).collect();
    let all: Phrase = match vendor {
        Some(_) => said::as_it_is(Spoken::List(heads_as_words)),
        // each may have commas of its own
        None => said::as_it_is(Spoken::Together(Together::Apart, heads_as_words)),
    };
    let title: Said = match vendor {
        Some(vendor) => said::agreed_term(Cell::Phrase(all), Cell::text(vendor)),
        None => said::as_it_is(Cell::Phrase(all)),
    };
    let columns: Vec<String> = columns(heads.iter().map(String::as_str)).collect();
    let mut page = Doc::new(title);
    for section_rows in rows.chunk_by(|a, b| a.section == b.section) {
        let cells = section_rows.iter().map(|row| {
            let mut cells = cells(row);
            cells.pop();
            cells
        });
        let heading: Said = said::as_it_is(Cell::Phrase(section(section_rows[0].section)));
        page = page.heading(heading).table(columns.iter().cloned(), cells);
    }
    page
}
