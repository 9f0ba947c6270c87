//! `plan compare`: plans side by side.

use clap::Args;

use super::named::named;
use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::failure::Failure;
use crate::plans::{ComparedTerm, Document};
use crate::render::{Cell, Doc, Field, Listing, Outcome, PagePreference};

const NAME: &str = "plan compare";

/// Compare plans side by side
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk plan compare creatio\n  sladesk plan compare creatio/business suitecrm/dedicated -f markdown"
)]
pub(crate) struct PlanCompare {
    /// Two plans or more, or a vendor
    #[arg(value_name = "PLAN", required = true)]
    compared: Vec<String>,
}

impl PlanCompare {
    /// A vendor's plans side by side, or those named.
    ///
    /// # Errors
    /// Nothing is called so, or a plan is named twice.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let mut names: Vec<String> = Vec::new();
        let mut plans: Vec<Document> = Vec::new();
        for word in &self.compared {
            for (name, document) in named(context, word)? {
                if names.contains(&name) {
                    return Err(Failure::usage(format!("`{name}` is named twice")));
                }
                names.push(name);
                plans.push(document);
            }
        }
        let rows = crate::plans::compare(&plans);
        let columns: Vec<String> = columns(names.iter().map(String::as_str)).collect();
        let cells: Vec<Vec<Cell>> = rows.iter().map(cells).collect();
        let page = page(&names, &columns, &rows);
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
    let values = row.values.iter().map(|value| Cell::text_if(value.clone()));
    std::iter::once(Cell::text(row.item.clone()))
        .chain(values)
        .chain([Cell::code_if(row.clause.clone()), Cell::from(row.differs)])
        .collect()
}

fn page(names: &[String], columns: &[String], rows: &[ComparedTerm]) -> Doc {
    let mut page = Doc::new(names.join(", "));
    for section in rows.chunk_by(|a, b| a.section == b.section) {
        let cells = section.iter().map(|row| {
            let mut cells = cells(row);
            cells.pop();
            cells
        });
        page = page
            .heading(section[0].section.title())
            .table(columns.iter().cloned(), cells);
    }
    page
}
