//! `explain`: the ledger behind each deadline.

use clap::Args;

use super::super::ticket::record::{EVENT, EventRecord, NotPromised, TicketRecord, whole_tickets};
use super::clock_causes::unclocked;
use super::explained::{Explained, columns, explained, not_promised};
use super::ledger::{facts, folded, said};
use crate::commands::Input;
use crate::commands::args::{Read, TicketsArg};
use crate::commands::list_fields::ListFields;
use crate::context::{Context, Reading};
use crate::core::time::LocalNow;
use crate::failure::Failure;
use crate::render::{Cell, Doc, Listing, Outcome, PagePreference, record};
use crate::wording::event::mark;

/// Explain each deadline: the ledger behind it
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk explain 4711\n  sladesk explain 4711 response\n  sladesk explain 4711 -f json"
)]
pub(crate) struct Explain {
    #[command(flatten)]
    tickets: TicketsArg,
    /// Only this one
    #[arg(value_name = "MILESTONE")]
    milestone: Option<String>,
    #[command(flatten)]
    read: Read,
}

impl Explain {
    /// Explains each clock of a ticket, or those of one milestone.
    ///
    /// # Errors
    /// There is no such ticket or milestone.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let mut reading = self.read.reading(context)?;
        let numbers = self.tickets.numbers_in(context, input, &mut reading)?;
        let mut all = Vec::new();
        for ticket in whole_tickets(&mut reading, &numbers)? {
            let milestone = self.milestone.as_deref();
            let not_promised = not_promised(&ticket, milestone);
            let clocks = explained(context, &mut reading, &ticket, milestone)?;
            let page = page(context, &reading, &ticket, &clocks, &not_promised)?;
            let before = vec![("ticket".into(), Cell::from(ticket.row.number))];
            let not_promised = not_promised
                .iter()
                .map(|not_promised| not_promised.object())
                .collect();
            let after = vec![
                ("not_promised".into(), Cell::List(not_promised)),
                ("without_effect".into(), without_effect(&ticket)),
            ];
            let listing = Listing::of("explain", columns(), clocks)
                .around(before, "clocks", after)
                .page(PagePreference::Page, page)
                .if_empty(not_promised_at_all(&ticket));
            all.push(listing);
        }
        Ok(match all.len() {
            1 => Outcome::listing(all.remove(0)),
            _ => Outcome::listings(all),
        })
    }
}

/// Why there is no clock on a ticket at all.
fn not_promised_at_all(ticket: &TicketRecord) -> &'static str {
    let row = &ticket.row;
    if row.refused {
        "not promised: it was refused"
    } else if row.courtesy {
        "not promised: it is a courtesy"
    } else if row.exempt.is_some() {
        "not promised: it is exempt"
    } else {
        "not promised: there is no clock on it"
    }
}

/// The page: a section a clock, long spans folded.
fn page(
    context: &Context,
    reading: &Reading<'_>,
    ticket: &TicketRecord,
    clocks: &[Explained],
    not_promised: &[&NotPromised],
) -> Result<Doc, Failure> {
    let row = &ticket.row;
    let mut page = Doc::new(format!("Ticket {}: {}", row.number, row.subject));
    if clocks.is_empty() && not_promised.is_empty() {
        page = page.text(sentence(not_promised_at_all(ticket)));
        if let Some(told) = unclocked(ticket) {
            page = page.text(sentence(&told.words()));
        }
    }
    let here = LocalNow::new(reading.at(), context.here()?.zone);
    for explained in clocks {
        let clock = &explained.record.clock;
        let state = explained.record.state.word();
        let cycle = match clock.cycle {
            1 => String::new(),
            cycle => format!(", cycle {cycle}"),
        };
        page = page
            .heading(format!(
                "{} at {}{cycle}: {state}",
                clock.milestone, clock.priority
            ))
            .facts(facts(explained, here));
        let rows = folded(explained).into_iter().map(|fold| fold.row(here));
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            page = page.table(["from", "to", "counted", "sum", "why"], rows);
        }
        page = explained
            .moves
            .iter()
            .fold(page, |page, moves| page.text(said(moves, here)));
    }
    for not_promised in not_promised {
        let clause = not_promised.clause.as_ref();
        let clause = clause.map_or_else(String::new, |clause| format!(" ({clause})"));
        page = page
            .heading(format!(
                "{} at {}: not promised",
                not_promised.milestone, not_promised.priority
            ))
            .text(sentence(&format!("{}{clause}", not_promised.why.word())));
    }
    Ok(with_notes(page, ticket, here))
}

/// The events that change nothing where they stand: taken back, or remarked by the fold.
fn without_effect_of(ticket: &TicketRecord) -> Vec<&EventRecord> {
    let events = ticket.whole.as_deref();
    let events = events.map_or(&[][..], |whole| &whole.events).iter();
    let without_effect_of =
        |event: &&EventRecord| event.marks.undone.is_some() || event.marks.remark.is_some();
    events.filter(without_effect_of).collect()
}

fn without_effect(ticket: &TicketRecord) -> Cell {
    let events = without_effect_of(ticket).into_iter();
    Cell::List(events.map(|event| record(EVENT, event)).collect())
}

/// What a reader of the clocks must know besides.
fn with_notes(page: Doc, ticket: &TicketRecord, here: LocalNow<'_>) -> Doc {
    let without_effect_of = without_effect_of(ticket);
    let page = match without_effect_of.is_empty() {
        true => page,
        false => page.heading(mark::WITHOUT_EFFECT),
    };
    without_effect_of
        .iter()
        .fold(page, |page, event| event.line(page, here))
}

/// A clause as a sentence of its own.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

/// The fields of the clocks that are explained.
pub(super) fn fields() -> ListFields {
    ListFields::of("explain", columns())
}
