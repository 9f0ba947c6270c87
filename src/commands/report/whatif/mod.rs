//! `report whatif`: the tickets of a period under another plan, other terms or other hours. The
//! same acts at the same times, replayed; what the report would have said beside what it says.

mod absorbed;
mod answer;
mod cases;
mod contract_sides;
mod events_then;
mod other_terms;
mod page;
mod replay;
mod sides;

use clap::Args;

use super::about::ReportArgs;
use super::counted::count;
use super::folder::{Answered, AskedReport, FolderArgs, report};
use super::head;
use super::scope::{DefaultPeriod, Scope};
use super::sla::share;
use crate::commands::Input;
use crate::commands::args::OrderArgs;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::filter::TICKET_KEYS;
use crate::core::report::ComparedLine;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome, PagePreference, record};
use crate::wording::Phrase;
use answer::WhatifAnswer;
use cases::EVALUATED;
use other_terms::{OtherTerms, OtherTermsArgs, OtherTermsName};
use page::targets;
use sides::{GAINED, LOST, MOVED};

const NAME: &str = "report whatif";

type C = Column<ComparedLine>;

const COLUMNS: &[C] = &[
    C::shown("milestone", |c| Cell::code_if(c.milestone.clone())),
    C::shown("priority", |c| Cell::code_if(c.priority.clone())),
    C::shown("decided", |c| count(c.now.decided())),
    C::shown("met", |c| count(c.now.met.len())),
    C::shown("met_then", |c| count(c.then.met.len())),
    C::shown("breached", |c| count(c.now.breached.len())),
    C::shown("breached_then", |c| count(c.then.breached.len())),
    C::more("attainment", |c| share(c.now.attainment())),
    C::more("attainment_then", |c| share(c.then.attainment())),
    C::more("decided_then", |c| count(c.then.decided())),
    C::more("target", |c| targets(&c.targets)),
    C::more("target_then", |c| targets(&c.targets_then)),
];

/// Report what another plan would have given
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report whatif customer:acme --plan creatio/premium --period 2026Q3\n  sladesk report whatif --week \"mon-sat 08:00-20:00\" --period last-quarter"
)]
pub(crate) struct ReportWhatif {
    #[command(flatten)]
    other: OtherTermsArgs,
    #[command(flatten)]
    folder: FolderArgs,
    #[command(flatten)]
    about: ReportArgs,
    #[command(flatten)]
    order: OrderArgs,
}

impl ReportWhatif {
    /// The comparison as records and as a page.
    ///
    /// # Errors
    /// What was asked for cannot be read, the plan does not exist, or the desk's file cannot be
    /// read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let other = OtherTerms::of(context, &self.other)?;
        let asked = AskedReport {
            about: &self.about,
            folder: &self.folder,
            unsaid: DefaultPeriod::LastQuarter,
            called: Some("whatif"),
        };
        report(context, &asked, |scope| {
            self.answer(context, input, &other, scope)
        })
    }

    fn answer(
        &self,
        context: &Context,
        input: &dyn Input,
        other: &OtherTerms,
        mut scope: Scope<'_>,
    ) -> Result<Answered, Failure> {
        scope.asks_no_clock(NAME)?;
        let answer = WhatifAnswer::of(context, &mut scope, other)?;
        let (mut before, mut after) = head::around(&scope)?;
        before.extend([
            ("plan".into(), words(&answer.plan)),
            ("plan_then".into(), {
                let names = answer.plan_then.iter().map(OtherTermsName::cell);
                one_or_several(names.collect())
            }),
        ]);
        let mut around = vec![
            ("gained".into(), objects(GAINED, &answer.gained())),
            ("lost".into(), objects(LOST, &answer.lost())),
            ("refused".into(), objects(EVALUATED, &answer.refused)),
            ("allowed".into(), objects(EVALUATED, &answer.allowed)),
            ("price".into(), prices(&answer.price)),
            ("price_then".into(), prices(&answer.price_then)),
        ];
        around.append(&mut after);
        let totals = answer
            .comparison
            .totals
            .iter()
            .map(|line| record(COLUMNS, line));
        around.extend([
            ("totals".into(), Cell::List(totals.collect())),
            ("not_promised_then".into(), Cell::codes(answer.open.clone())),
            ("moved".into(), objects(MOVED, &answer.comparison.moved)),
            ("left_out".into(), {
                let tickets = answer.left_out.iter().map(|ticket| Cell::Id(ticket.0));
                Cell::List(tickets.collect())
            }),
            ("hash".into(), words(&answer.hash)),
            ("hash_then".into(), words(&answer.hash_then)),
        ]);
        let page = scope.page_if_wanted(|| page::page(&scope, &answer))?;
        let listing = Listing::of(NAME, COLUMNS, answer.comparison.lines)
            .around(before, "rows", around)
            .if_empty("no clock was decided or open in that period, under either terms")
            .page_if_any(PagePreference::PageAtTerminal, page);
        let listing = self.order.arranged(listing, input)?;
        Ok(Answered {
            listing,
            zone: scope.zone,
        })
    }
}

/// One word alone, several as a list.
fn words(words: &[String]) -> Cell {
    one_or_several(words.iter().cloned().map(Cell::code).collect())
}

/// One alone, several as a list.
fn one_or_several(mut all: Vec<Cell>) -> Cell {
    match all.len() {
        0 => Cell::Absent,
        1 => all.remove(0),
        _ => Cell::List(all),
    }
}

fn prices(all: &[Phrase]) -> Cell {
    match all {
        [] => Cell::Absent,
        [one] => Cell::Phrase(one.clone()),
        several => Cell::List(several.iter().cloned().map(Cell::Phrase).collect()),
    }
}

fn objects<T>(columns: &[Column<T>], all: &[T]) -> Cell {
    Cell::List(all.iter().map(|one| record(columns, one)).collect())
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, COLUMNS).asked(TICKET_KEYS)
}
