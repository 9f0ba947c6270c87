//! `plan compare`: plans side by side.

use clap::Args;

use super::named::{language_of, named};
use crate::commands::Input;
use crate::commands::args::PrintArgs;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::text::Language;
use crate::failure::Failure;
use crate::plans::{ComparedTerm, Document};
use crate::render::{Cell, Doc, Field, Listing, Outcome, PagePreference, Said};
use crate::wording::plan::{section, term};
use crate::wording::said;

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
        let page = page(&names, &columns, &rows, language).on(self.print.paper());
        let listing = Listing::ready(NAME, keys(&columns), cells);
        Ok(Outcome::listing(
            listing.page(PagePreference::PageAtTerminal, page),
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

fn page(names: &[String], columns: &[String], rows: &[ComparedTerm], language: Language) -> Doc {
    let mut page = Doc::new(names.join(", ")).in_language(language);
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
