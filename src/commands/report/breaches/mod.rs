//! `report breaches`: every breach of a period, how late it was, and why. Those that were taken
//! back stand among them, marked.

mod of_ticket;
mod page;
mod record;

use clap::Args;

pub(super) use of_ticket::{BreachNames, of_ticket, prose, sort};
pub(super) use page::taken_back;
pub(super) use record::{Breach, COLUMNS, objects, table};

use super::about::ReportArgs;
use super::clocks;
use super::folder::{Answered, AskedReport, FolderArgs, report};
use super::moved::MovedSince;
use super::scope::{DefaultPeriod, Scope};
use crate::commands::Input;
use crate::commands::args::OrderArgs;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::filter::CLOCK_KEYS;
use crate::failure::Failure;
use crate::render::{Listing, Outcome, PagePreference, sorted_by};

const NAME: &str = "report breaches";

/// List the breaches, with their causes
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report breaches --period last-month\n  sladesk report breaches customer:acme --period 2026Q3 -f csv"
)]
pub(crate) struct ReportBreaches {
    #[command(flatten)]
    folder: FolderArgs,
    #[command(flatten)]
    about: ReportArgs,
    #[command(flatten)]
    order: OrderArgs,
}

impl ReportBreaches {
    /// The report as records and as a page.
    ///
    /// # Errors
    /// What was asked for cannot be read, or the desk's file cannot.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let asked = AskedReport {
            about: &self.about,
            folder: &self.folder,
            unsaid: DefaultPeriod::ThisQuarter,
            called: Some("breaches"),
        };
        report(context, &asked, |scope| self.answer(context, input, scope))
    }

    fn answer(
        &self,
        context: &Context,
        input: &dyn Input,
        mut scope: Scope<'_>,
    ) -> Result<Answered, Failure> {
        let moved = MovedSince::read(context, &mut scope)?;
        let found = all(&mut scope, &moved)?;
        let found = sorted_by(NAME, COLUMNS, found, self.order.sort.as_ref())?;
        let asked = self.order.limit_typed().unwrap_or(found.len());
        let page = scope.page_if_wanted(|| page::page(&scope, &found, asked, &moved))?;
        let listing = Listing::of(NAME, COLUMNS, found)
            .if_empty("no breach in that period")
            .page_if_any(PagePreference::PageAtTerminal, page);
        let listing = self.order.arranged(listing, input)?;
        Ok(Answered {
            listing,
            zone: scope.zone,
        })
    }
}

/// The breaches of the period in the order in which they came, those taken back among them.
///
/// # Errors
/// The desk's file cannot be read.
fn all(scope: &mut Scope<'_>, moved: &MovedSince) -> Result<Vec<Breach>, Failure> {
    let mut names = BreachNames::default();
    let mut found = Vec::new();
    let tickets = clocks::tickets_with_breaches(scope, moved)?;
    scope.reads(tickets.len());
    for ticket in tickets {
        scope.read_one();
        if let Some(in_period) = moved.in_period(scope, ticket)? {
            found.extend(of_ticket(scope, &in_period, &mut names)?);
        }
    }
    sort(&mut found);
    Ok(found)
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, COLUMNS).asked(CLOCK_KEYS)
}
