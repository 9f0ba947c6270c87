//! `report quarterly`: what a customer, or the desk, is told of a period. How far each promise
//! was kept and what was never promised, what came and went, what broke and why, what was used,
//! which terms held, and what has changed in the period since it was over.

mod acts;
mod answer;
mod backlog;
mod broken;
mod falls_due;
mod gather;
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
use super::grouping::{Grouping, WithTickets};
use super::scope::{DefaultPeriod, Scope};
use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::calendar::ZoneRules;
use crate::core::filter::TICKET_KEYS;
use crate::core::text::WordList;
use crate::failure::Failure;
use crate::render::{
    Cell, Field, Listing, NamedAnswer, Outcome, OverwriteFiles, PagePreference, Progress,
};
use crate::settings::Output;
use crate::wording::asked;

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
    /// With `-o DIR/`: write files anew that are there
    #[arg(short, long)]
    yes: bool,
    #[command(flatten)]
    about: ReportArgs,
}

impl ReportQuarterly {
    /// The page, and its sections as an object; for a folder, those of each customer.
    ///
    /// # Errors
    /// What was asked for cannot be read, or the desk's file cannot.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        if let Output::Folder(_) = context.settings.output {
            let overwrite = match self.yes {
                true => OverwriteFiles::Agreed,
                false => OverwriteFiles::Refused,
            };
            return Ok(Outcome::files(self.each(context)?, overwrite));
        }
        let scope = Scope::of(context, &self.about, DefaultPeriod::LastQuarter)?;
        let answer = self.answer(context, scope)?;
        Ok(Outcome::listing(answer.listing).in_zone(answer.zone))
    }

    /// One answer for each customer that the filter leaves and that had to do with the desk in
    /// the period.
    fn each(&self, context: &Context) -> Result<Vec<NamedAnswer>, Failure> {
        let all = Scope::of(context, &self.about, DefaultPeriod::LastQuarter)?;
        let customers = all.all_customers()?;
        drop(all);
        let progress = Progress::new(&context.settings);
        progress.steps("reporting", customers.len());
        let mut answers = Vec::new();
        for customer in customers {
            let unsaid = DefaultPeriod::LastQuarter;
            let scope = Scope::of_one(context, &self.about, unsaid, customer.id)?;
            let answer = self.answer(context, scope)?;
            if answer.counts {
                answers.push(NamedAnswer {
                    name: answer.name,
                    listing: answer.listing,
                    zone: answer.zone,
                });
            }
            progress.step();
        }
        progress.done();
        match answers.is_empty() {
            true => Err(Failure::not_found(asked::NOBODY_TO_REPORT)),
            false => Ok(answers),
        }
    }

    fn answer(&self, context: &Context, mut scope: Scope<'_>) -> Result<Answered, Failure> {
        scope.asks_no_holder(NAME)?;
        let quarter = gather::gather(context, &mut scope, self.grouping.fields())?;
        let page = page::page(&scope, &quarter, self.with_tickets.tickets)?;
        let (keys, row): (Vec<Field>, Vec<Cell>) =
            sections::sections(&scope, &quarter, self.with_tickets.tickets)?
                .into_iter()
                .map(|(key, cell)| (Field::named(key), cell))
                .unzip();
        let listing = Listing::ready(NAME, keys, vec![row]).single();
        Ok(Answered {
            name: file_name(&scope),
            counts: !quarter.held.is_empty() || quarter.has_tickets(),
            listing: listing.page(PagePreference::Page, page),
            zone: scope.zone,
        })
    }
}

/// A report that was made.
struct Answered {
    /// Of a file in a folder.
    name: String,
    /// Whether the period has anything to tell.
    counts: bool,
    listing: Listing,
    zone: ZoneRules,
}

/// `acme-2026Q3-en`: nothing in it leaves the folder or hides in it.
fn file_name(scope: &Scope<'_>) -> String {
    let whose = scope.customer.as_ref().map(|(row, _)| row.key.as_str());
    let kept = |text: &str, signs: &[char]| -> String {
        let plain = |c: char| match c.is_alphanumeric() || signs.contains(&c) {
            true => c,
            false => '-',
        };
        text.chars().map(plain).collect()
    };
    let whose = kept(whose.unwrap_or("desk"), &['.', '_']);
    let whose = match whose.strip_prefix('.') {
        Some(rest) => format!("-{rest}"),
        None => whose,
    };
    let period = kept(&scope.period.title, &[]);
    [&whose, &period, scope.language.word()].join("-")
}

/// What its object has.
pub(super) fn fields() -> ListFields {
    ListFields::known(NAME, Vec::new()).asked(TICKET_KEYS)
}
