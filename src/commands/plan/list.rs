//! `plan list`: all plans that can be signed.

use std::borrow::Cow;

use clap::Args;

use super::lines::LINES;
use crate::commands::list_fields::ListFields;
use crate::commands::{Input, args};
use crate::context::Context;
use crate::core::filter::{FilterKey, KeyKind};
use crate::core::terms::{Agreed, Seats, Terms};
use crate::failure::Failure;
use crate::plans::{Document, OpenTerm, Section, TermLine, lines, open_terms};
use crate::render::{Cell, Column, Listing, Outcome, record as of_columns};
use crate::wording::plan::term_in_english;

const NAME: &str = "plan list";

struct ListedPlan {
    terms: Terms,
    hash: String,
    /// As people read them.
    hours: Option<String>,
    price: Option<String>,
    said: Vec<TermLine>,
    /// What it leaves to the contract.
    open: Vec<OpenTerm>,
}

impl ListedPlan {
    fn of(document: &Document) -> ListedPlan {
        let said = lines(document);
        ListedPlan {
            hash: document.hash(),
            hours: words(&said, Section::Hours),
            price: words(&said, Section::Price),
            open: open_terms(document),
            terms: document.terms(),
            said,
        }
    }
}

/// What the list has of a plan beside its terms, key by key.
pub(super) fn record(document: &Document) -> Vec<(Cow<'static, str>, Cell)> {
    let listed = ListedPlan::of(document);
    let columns = PLANS.iter().filter(|column| column.field.key != TERMS);
    columns
        .map(|column| (column.field.key.clone(), column.cell(&listed)))
        .collect()
}

/// What a plan says, line by line.
pub(super) const TERMS: &str = "terms";

type C = Column<ListedPlan>;

const PLANS: &[C] = &[
    C::shown("plan", |p| Cell::code(p.terms.name())).names(),
    C::shown("contacts", |p| contacts(&p.terms)),
    C::shown("hours", |p| Cell::text_if(p.hours.clone())),
    C::shown("open_terms", |p| {
        Cell::codes(p.open.iter().map(|open| open.path.clone()))
    })
    .gives_way(2),
    C::shown("source", |p| Cell::text_if(p.terms.published.clone())).gives_way(1),
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
    C::more("hash", |p| Cell::code(p.hash.clone())),
    C::more("vendor_title", |p| Cell::text(p.terms.vendor_title.clone())),
    C::more("not_promised", |p| {
        Cell::List(
            p.open
                .iter()
                .map(|open| of_columns(NOT_PROMISED, open))
                .collect(),
        )
    }),
    C::more(TERMS, |p| {
        Cell::List(p.said.iter().map(|line| of_columns(LINES, line)).collect())
    }),
];

const NOT_PROMISED: &[Column<OpenTerm>] = &[
    Column::shown("path", |open| Cell::code(open.path.clone())),
    Column::shown("what", |open| Cell::text(open.what.written())),
    Column::shown("needed", |open| Cell::from(open.needed)),
    Column::shown("why", |open| Cell::text(open.why.clone())),
];

/// What can be asked of plans.
pub(super) const KEYS: &[FilterKey] = &[
    FilterKey::new("plan", KeyKind::Known),
    FilterKey::new("vendor", KeyKind::Known),
    FilterKey::new("title", KeyKind::Word),
    FilterKey::new("contacts", KeyKind::Word),
    FilterKey::new("hours", KeyKind::Word),
    FilterKey::new("price", KeyKind::Word),
    FilterKey::new("priorities", KeyKind::Known),
    FilterKey::new("open-terms", KeyKind::Known),
    FilterKey::new("source", KeyKind::Word),
    FilterKey::new("hash", KeyKind::Word),
    FilterKey::new("text", KeyKind::Text),
];

fn contacts(terms: &Terms) -> Cell {
    match &terms.contacts {
        Agreed::Is(Seats::AtMost(most)) => Cell::from(*most),
        Agreed::Is(Seats::Unlimited) => Cell::code("unlimited"),
        Agreed::Open | Agreed::OneOf(_) => Cell::code("open"),
    }
}

/// List plans
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk plan list\n  sladesk plan list vendor:creatio")]
pub(crate) struct PlanList {
    #[command(flatten)]
    list: args::ListArgs,
}

impl PlanList {
    /// All plans that can be signed, vendor by vendor. A plan file that cannot be read is told as
    /// a warning.
    ///
    /// # Errors
    /// A filter or a field to sort by that cannot be understood.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let catalogue = context.catalogue()?;
        let plans = catalogue.all().into_iter();
        let listed: Vec<ListedPlan> = plans
            .map(|found| ListedPlan::of(&found.document()))
            .collect();
        let listing = Listing::of(NAME, PLANS, listed)
            .matching(&self.list.filter, KEYS, context, None)?
            .if_empty("no plan fits");
        let listing = self.list.arranged(listing, input)?;
        let bad = catalogue.bad();
        let warned = bad.iter().map(ToString::to_string);
        Ok(warned.fold(Outcome::listing(listing), Outcome::warn))
    }
}

/// The first line of a section, as people read it.
fn words(said: &[TermLine], section: Section) -> Option<String> {
    said.iter()
        .find(|line| line.section == section)
        .map(|line| term_in_english(&line.said))
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, PLANS).asked(KEYS)
}
