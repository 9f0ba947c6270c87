//! `explain`: the ledger behind each deadline.

use std::collections::BTreeSet;

use clap::Args;

use super::super::ticket::record::{EVENT, EventRecord, NotPromised, TicketRecord, whole_tickets};
use super::clock_causes::unclocked;
use super::explained::{Explained, columns, explained, not_promised};
use super::ledger::{FoldedLines, facts, folded, said_of};
use crate::commands::Input;
use crate::commands::args::{PrintArgs, Read, TicketsArg};
use crate::commands::list_fields::ListFields;
use crate::context::{Context, Reading};
use crate::core::model::EventId;
use crate::core::terms::Terms;
use crate::core::text::Language;
use crate::core::time::{LocalNow, written_moment};
use crate::failure::Failure;
use crate::render::{Cell, Doc, Listing, Outcome, PagePreference, Said, record};
use crate::wording::{Names, event, said};

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
    print: PrintArgs,
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
            let own = reading.tables()?.customer(ticket.row.customer)?;
            let own = own.and_then(|row| row.language);
            let language = self.print.or_of(own.as_deref());
            let names = names(&mut reading, &ticket, &clocks, language)?;
            let page = page(context, &reading, &ticket, &clocks, &not_promised, language)?
                .naming(names)
                .on(self.print.paper())
                .dated(reading.at());
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

/// What the plans of a ticket and the desk's people are called.
fn names(
    reading: &mut Reading<'_>,
    ticket: &TicketRecord,
    clocks: &[Explained],
    language: Language,
) -> Result<Names, Failure> {
    let limits = clocks.iter().flat_map(|one| &one.record.clock.limits);
    let ids: BTreeSet<EventId> = limits
        .map(|limit| limit.terms)
        .chain(ticket.row.terms)
        .collect();
    let mut terms: Vec<Terms> = Vec::new();
    for id in ids {
        let document = reading.rules_cache.document(reading.store, id)?;
        terms.extend(document.map(|document| document.terms_in(language)));
    }
    let staff = reading.tables()?.staff()?.into_iter();
    let people = staff.map(|one| (one.row.key, one.row.name));
    Ok(Names::of_plans(&terms).and_people(people))
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
    language: Language,
) -> Result<Doc, Failure> {
    let row = &ticket.row;
    let (number, subject) = (Cell::from(row.number), Cell::text(&row.subject));
    let mut page = Doc::new(said::explain_title(subject, number)).in_language(language);
    if clocks.is_empty() && not_promised.is_empty() {
        page = page.text(no_promise(ticket));
        if let Some(told) = unclocked(ticket) {
            page = page.text(said::explain_told(told.said()));
        }
    }
    let here = LocalNow::new(reading.at(), context.here()?.zone);
    for explained in clocks {
        page = page.heading(title(explained)).facts(facts(explained, here));
        let rows = folded(explained).into_iter().map(FoldedLines::row);
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            page = page.table(["from", "till", "counted", "sum", "why"], rows);
        }
        let moves = explained.moves.iter();
        page = moves.fold(page, |page, moves| page.text(said_of(moves, here)));
    }
    for not_promised in not_promised {
        let milestone = Cell::milestone(not_promised.milestone.clone());
        let priority = Cell::priority(not_promised.priority.clone());
        let why = not_promised.why();
        let because: Said = match &not_promised.clause {
            Some(clause) => said::explain_why_clause(Cell::code(clause.clone()), why),
            None => said::explain_why(why),
        };
        page = page
            .heading(said::explain_not_promised(milestone, priority))
            .text(because);
    }
    Ok(beside(page, ticket, here))
}

/// `response at p1: met`.
fn title(explained: &Explained) -> Said {
    let clock = &explained.record.clock;
    let milestone = Cell::milestone(clock.milestone.clone());
    let priority = Cell::priority(clock.priority.clone());
    let state = Cell::from(explained.record.state);
    match clock.cycle {
        1 => said::explain_clock(milestone, priority, state),
        cycle => said::explain_clock_again(Cell::from(cycle), milestone, priority, state),
    }
}

/// Why there is no clock on a ticket at all, as its page says it.
fn no_promise(ticket: &TicketRecord) -> Said {
    let row = &ticket.row;
    if row.refused {
        said::explain_none_refused()
    } else if row.courtesy {
        said::explain_none_courtesy()
    } else if row.exempt.is_some() {
        said::explain_none_exempt()
    } else {
        said::explain_none()
    }
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
fn beside(page: Doc, ticket: &TicketRecord, here: LocalNow<'_>) -> Doc {
    let events = without_effect_of(ticket);
    let page = match events.is_empty() {
        true => page,
        false => page.heading(said::explain_without_effect()),
    };
    events.iter().fold(page, |page, event| {
        let told = &event.told.event;
        let actor = Cell::person(told.actor.clone());
        let what = event::phrase(told, &event.told.prose, |at| written_moment(at, here));
        let what = Cell::Phrase(what);
        let marks: Vec<Cell> = event
            .marks
            .phrases()
            .into_iter()
            .map(Cell::Phrase)
            .collect();
        let at = Cell::Dated(told.at);
        let line: Said = match marks.is_empty() {
            true => said::explain_event(actor, at, what),
            false => said::explain_event_marked(actor, at, Cell::List(marks), what),
        };
        match event.marks.undone {
            Some(_) => page.struck(line),
            None => page.text(line),
        }
    })
}

/// The fields of the clocks that are explained.
pub(super) fn fields() -> ListFields {
    ListFields::of("explain", columns())
}
