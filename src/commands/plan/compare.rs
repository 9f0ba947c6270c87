//! Plans side by side, and what differs between two in words.

use super::show::named;
use super::{Compare, Diff};
use crate::context::Context;
use crate::core::terms::Terms;
use crate::failure::{Exit, Failure};
use crate::plans::{Difference, Row};
use crate::render::{Cell, Column, Doc, Field, Listing, Outcome, Prefer};

/// A vendor's plans side by side, or those named.
///
/// # Errors
/// Nothing is called so, or a plan is named twice.
pub(crate) fn compare(context: &mut Context, options: &Compare) -> Result<Outcome, Failure> {
    let context = &*context;
    let mut names: Vec<String> = Vec::new();
    let mut plans: Vec<Terms> = Vec::new();
    for word in &options.plans {
        for (name, terms) in named(context, word)? {
            if names.contains(&name) {
                return Err(Failure::usage(format!("`{name}` is named twice")));
            }
            names.push(name);
            plans.push(terms);
        }
    }
    let rows = crate::plans::compare(&plans);
    let columns: Vec<String> = std::iter::once("item".to_owned())
        .chain(names.iter().cloned())
        .chain(["clause".to_owned()])
        .collect();
    let mut fields: Vec<Field> = columns.iter().cloned().map(Field::named).collect();
    fields.push(Field {
        shown: crate::render::Shown::OnRequest,
        ..Field::named("differs")
    });
    let cells: Vec<Vec<Cell>> = rows.iter().map(cells).collect();
    let page = page(&names, &columns, &rows);
    let listing = Listing::ready("plan compare", fields, cells);
    Ok(Outcome::listing(listing.page(Prefer::PageAtTerminal, page)))
}

fn cells(row: &Row) -> Vec<Cell> {
    let values = row.values.iter().map(|value| Cell::text_if(value.clone()));
    std::iter::once(Cell::text(row.item.clone()))
        .chain(values)
        .chain([Cell::code_if(row.clause.clone()), Cell::from(row.differs)])
        .collect()
}

fn page(names: &[String], columns: &[String], rows: &[Row]) -> Doc {
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

type C = Column<Difference>;

const DIFF: &[C] = &[
    C::shown("path", |d| Cell::code(d.path.clone())).names(),
    C::shown("old", |d| Cell::text_if(d.old.clone())),
    C::shown("new", |d| Cell::text_if(d.new.clone())),
    C::more("says", |d| Cell::text(d.says.clone())),
    C::more("clause", |d| Cell::code_if(d.clause.clone())),
];

/// What changes from one plan to another, in words.
///
/// # Errors
/// Nothing is called so, or a word means several plans.
pub(crate) fn diff(context: &mut Context, options: &Diff) -> Result<Outcome, Failure> {
    let context = &*context;
    let ((before, old), (after, new)) = (one(context, &options.old)?, one(context, &options.new)?);
    let found = crate::plans::diff_to_the_letter(&old, &new);
    let exit = match options.exit_code && !found.is_empty() {
        true => Exit::Asked,
        false => Exit::Done,
    };
    let page = found.iter().fold(
        Doc::new(format!("{before} -> {after}")),
        |page, difference| page.text(difference.says.clone()),
    );
    let listing = Listing::of("plan diff", DIFF, found)
        .if_empty("nothing differs")
        .page(Prefer::PageAtTerminal, page);
    Ok(Outcome::listing(listing).exit(exit))
}

fn one(context: &Context, word: &str) -> Result<(String, Terms), Failure> {
    let mut plans = named(context, word)?;
    match plans.len() {
        1 => Ok(plans.remove(0)),
        _ => {
            let names: Vec<String> = plans.into_iter().map(|(name, _)| name).collect();
            Err(Failure::usage(format!(
                "`{word}` can be {}",
                names.join(", ")
            )))
        }
    }
}
