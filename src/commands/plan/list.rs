//! `plan list`: all plans that can be signed.

use super::ListPlans;
use crate::core::terms::{Agreed, Seats, Terms};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::plans::{Section, lines, open_terms};
use crate::render::{Cell, Column, Listing, Outcome};

struct Listed {
    terms: Terms,
    /// As people read them.
    hours: Option<String>,
    price: Option<String>,
}

type C = Column<Listed>;

const PLANS: &[C] = &[
    C::shown("plan", |p| Cell::code(p.terms.name())).names(),
    C::shown("contacts", |p| contacts(&p.terms)),
    C::shown("hours", |p| Cell::text_if(p.hours.clone())),
    C::shown("open_terms", |p| {
        Cell::codes(open_terms(&p.terms).into_iter().map(|open| open.path))
    }),
    C::shown("source", |p| Cell::text_if(p.terms.published.clone())),
    C::more("title", |p| Cell::text(p.terms.title.clone())),
    C::more("vendor", |p| Cell::code(p.terms.vendor.clone())),
    C::more("price", |p| Cell::text_if(p.price.clone())),
    C::more("priorities", |p| {
        Cell::codes(
            p.terms
                .priorities
                .iter()
                .map(|priority| priority.id.clone()),
        )
    }),
    C::more("hash", |p| Cell::code_if(p.terms.hash().ok())),
];

fn contacts(terms: &Terms) -> Cell {
    match &terms.contacts {
        Agreed::Is(Seats::AtMost(most)) => Cell::from(*most),
        Agreed::Is(Seats::Unlimited) => Cell::code("unlimited"),
        Agreed::Open | Agreed::OneOf(_) => Cell::code("open"),
    }
}

/// All plans, vendor by vendor; a word of the filter must stand in the plan's name or title.
///
/// # Errors
/// A plan file that cannot be read is told as a warning, not a failure.
pub fn list(desk: &mut Desk, options: &ListPlans) -> Result<Outcome, Failure> {
    let desk = &*desk;
    let catalogue = desk.catalogue()?;
    let fits = |terms: &Terms| {
        let hay = format!("{} {}", terms.name(), terms.title).to_lowercase();
        options
            .list
            .filter
            .iter()
            .all(|word| hay.contains(&word.to_lowercase()))
    };
    let plans = catalogue
        .all()
        .into_iter()
        .filter_map(|found| found.terms())
        .filter(fits);
    let listed: Vec<Listed> = plans
        .map(|terms| Listed {
            hours: words(&terms, Section::Hours),
            price: words(&terms, Section::Price),
            terms,
        })
        .collect();
    let listing = Listing::of("plan list", PLANS, listed)
        .if_empty("no plan fits")
        .sorted(options.list.sort.as_deref())?
        .limited(options.list.limit)?;
    let bad = catalogue.bad();
    let warned = bad.iter().map(ToString::to_string);
    Ok(warned.fold(Outcome::listing(listing), Outcome::warn))
}

/// The first line of a section, as people read it.
fn words(terms: &Terms, section: Section) -> Option<String> {
    lines(terms)
        .into_iter()
        .find(|line| line.section == section)
        .map(|line| line.words)
}
