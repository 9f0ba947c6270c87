//! `report quarterly`: what a customer, or the desk, is told of a period. How far each promise
//! was kept and what was never promised, what came and went, what broke and why, what was used,
//! which terms held, and what has changed in the period since it was over.

mod acts;
mod agreed;
mod answer;
mod backlog;
mod broken;
mod falls_due;
mod gather;
mod hours;
mod lists;
mod next_move;
mod page;
mod sections;
mod since;
mod summary;
mod terms;
mod terms_changes;
mod trend;
mod volumes;

use clap::Args;

use super::about::ReportArgs;
use super::folder::{Answered, AskedReport, FolderArgs, report};
use super::grouping::{Grouping, WithTickets};
use super::scope::{DefaultPeriod, Scope};
use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::filter::TICKET_KEYS;
use crate::failure::Failure;
use crate::render::{Cell, Field, Listing, Outcome, PagePreference};

const NAME: &str = "report quarterly";

/// Report a quarter: one customer, or the desk
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report quarterly customer:acme --period 2026Q3\n  sladesk report quarterly --period last-quarter -f markdown -o q3.md\n  sladesk report quarterly --period last-quarter -f html -o reports/"
)]
pub(crate) struct ReportQuarterly {
    #[command(flatten)]
    grouping: Grouping,
    #[command(flatten)]
    with_tickets: WithTickets,
    #[command(flatten)]
    folder: FolderArgs,
    #[command(flatten)]
    about: ReportArgs,
}

impl ReportQuarterly {
    /// The page, and its sections as an object; for a folder, those of each customer.
    ///
    /// # Errors
    /// What was asked for cannot be read, or the desk's file cannot.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let asked = AskedReport {
            about: &self.about,
            folder: &self.folder,
            unsaid: DefaultPeriod::LastQuarter,
            called: None,
        };
        report(context, &asked, |scope| self.answer(context, scope))
    }

    fn answer(&self, context: &Context, mut scope: Scope<'_>) -> Result<Answered, Failure> {
        scope.asks_no_clock(NAME)?;
        let quarter = gather::gather(
            context,
            &mut scope,
            self.grouping.fields(),
            self.with_tickets.lists(),
        )?;
        let tickets = self.with_tickets.tickets;
        let page = scope.page_if_wanted(|| page::page(&scope, &quarter, tickets))?;
        let (keys, row): (Vec<Field>, Vec<Cell>) =
            sections::sections(&scope, &quarter, self.with_tickets.tickets)?
                .into_iter()
                .map(|(key, cell)| (Field::named(key), cell))
                .unzip();
        let listing = Listing::ready(NAME, keys, vec![row]).of_tables();
        Ok(Answered {
            listing: listing.page_if_any(PagePreference::Page, page),
            zone: scope.zone,
        })
    }
}

/// What its object has.
pub(super) fn fields() -> ListFields {
    ListFields::known(NAME, Vec::new()).asked(TICKET_KEYS)
}
