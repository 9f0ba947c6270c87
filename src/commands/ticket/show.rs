//! One page a ticket.

use clap::Args;

use super::record::{
    ClockRecord, NotPromised, TicketRecord, asked, held_in_words, opening, rulings, shown_columns,
    whole_tickets,
};
use crate::commands::Input;
use crate::commands::args::{Read, TicketsArg};
use crate::context::{Context, TicketWithHistory};
use crate::core::text::ERASED;
use crate::core::time::LocalNow;
use crate::failure::Failure;
use crate::render::{Cell, Doc, Listing, Outcome, PagePreference};
use crate::wording::{finding, of_breach};

/// Show one page a ticket: who, what, clocks, timeline
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk show 4711\n  sladesk 4711\n  sladesk show 4711 -f json --as-of yesterday"
)]
pub(crate) struct Show {
    #[command(flatten)]
    tickets: TicketsArg,
    #[command(flatten)]
    read: Read,
}

impl Show {
    /// One page a ticket.
    ///
    /// # Errors
    /// There is no such ticket.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let mut reading = self.read.reading(context)?;
        let numbers = self.tickets.numbers_in(context, input, &mut reading)?;
        let tickets = whole_tickets(&mut reading, &numbers)?;
        let here = LocalNow::new(reading.at(), context.here()?.zone);
        let pages = tickets
            .iter()
            .fold(Doc::default(), |doc, ticket| doc.then(page(ticket, here)));
        let single = tickets.len() == 1;
        let listing = Listing::of("show", shown_columns(), tickets).if_empty("no ticket fits");
        let listing = if single { listing.single() } else { listing };
        Ok(Outcome::listing(listing.page(PagePreference::Page, pages)))
    }
}

const CLOCK_COLUMNS: [&str; 7] = [
    "milestone",
    "priority",
    "state",
    "target",
    "due",
    "ended",
    "left",
];

/// The page of a ticket.
pub(in crate::commands) fn page(ticket: &TicketRecord, here: LocalNow<'_>) -> Doc {
    let row = &ticket.row;
    let page = Doc::new(format!("{} {}", row.number, row.subject)).facts(facts(ticket));
    let Some(whole) = &ticket.whole else {
        return page;
    };
    let page = match whole.clocks.is_empty() && whole.not_promised.is_empty() {
        true => page,
        false => page.heading("Clocks").table(
            CLOCK_COLUMNS,
            whole
                .clocks
                .iter()
                .map(clock)
                .chain(whole.not_promised.iter().map(not_promised)),
        ),
    };
    let page = with_holders(page, &whole.clocks, row.assignee.as_deref());
    let page = caused(page, &whole.clocks);
    let page = ruled(page, &whole.page);
    let mut page = page.heading("Timeline");
    for event in &whole.events {
        page = event.line(page, here);
        if let Some(reason) = &event.told.prose.corrects {
            page = page.text(format!("Correction: {reason}"));
        }
        if let Some(text) = &event.told.prose.text {
            page = page.quote(text);
        }
    }
    page
}

fn facts(ticket: &TicketRecord) -> Vec<(&'static str, Cell)> {
    let row = &ticket.row;
    let told = ticket
        .promise()
        .map(|told| (&told.prose.told, told.event.at));
    let contact = ticket.contact.as_ref();
    let contact = contact.map(|c| match c.row.email == ERASED {
        true => ERASED.to_owned(),
        false => format!("{} <{}>", c.row.name, c.row.email),
    });
    let contact = contact.or_else(|| ticket.stranger.clone());
    let plan = row.plan.as_ref().zip(row.contract);
    let promises = match (plan, row.courtesy) {
        (_, true) => Some("courtesy: nothing is promised".to_owned()),
        (Some((plan, contract)), _) => Some(match row.terms {
            Some(terms) => format!("{plan}, contract {contract}, terms of event {terms}"),
            None => format!("{plan}, contract {contract}"),
        }),
        (None, _) => None,
    };
    let whole = ticket.whole.as_ref();
    let tags = whole
        .map(|whole| whole.cached.tags.clone())
        .filter(|tags| !tags.is_empty());
    let asks = whole.map(|whole| &whole.page.ticket);
    let asks = asks.filter(|ticket| ticket.asked.iter().next().is_some());
    let mut facts = vec![
        ("customer", Cell::code(ticket.customer.key.clone())),
        ("contact", Cell::text_if(contact)),
        ("plan", Cell::code_if(promises)),
        ("state", Cell::from(row.state)),
        ("priority", Cell::code_if(row.priority.clone())),
        (
            "matrix gives",
            Cell::code_if(whole.and_then(|whole| whole.matrix_priority.clone())),
        ),
        ("channel", Cell::code_if(row.channel.clone())),
    ];
    let words = row.words.iter();
    facts.extend(words.map(|(word, value)| (word.key(), Cell::code(value.to_owned()))));
    facts.extend([
        ("language", Cell::code_if(row.language.clone())),
        ("asks", asks.map_or(Cell::Absent, asked)),
        ("assignee", Cell::code_if(row.assignee.clone())),
        ("line", Cell::text_if(row.line.clone())),
        ("tags", tags.map_or(Cell::Absent, Cell::codes)),
        ("opened", Cell::from(row.opened)),
        ("follow up", Cell::from(row.follow_up)),
        ("estimate", Cell::from(row.eta)),
        (
            "told",
            Cell::text_if(told.and_then(|(whom, _)| whom.clone())),
        ),
        ("told at", Cell::from(told.map(|(_, at)| at))),
        (
            "worked",
            Cell::seconds_if(Some(row.worked_seconds).filter(|worked| *worked != 0)),
        ),
        ("exempt", Cell::code_if(row.exempt.clone())),
        ("merged into", Cell::from(row.merged_into)),
        ("source", Cell::text_if(row.source.clone())),
    ]);
    facts
}

/// Why what was breached was.
fn caused(page: Doc, clocks: &[ClockRecord]) -> Doc {
    let mut told: Vec<&str> = Vec::new();
    clocks
        .iter()
        .filter(|record| record.clock.breach.is_some())
        .fold(page, |page, record| match &record.cause {
            Some(cause) if !told.contains(&record.clock.milestone.as_str()) => {
                told.push(&record.clock.milestone);
                page.text(of_breach(&record.clock.milestone, &cause.says()))
            }
            _ => page,
        })
}

/// What was said against the request when it was opened, and why it was forgiven.
fn ruled(page: Doc, of: &TicketWithHistory) -> Doc {
    let Some(told) = opening(&of.history) else {
        return page;
    };
    let rulings = rulings(told);
    if rulings.is_empty() {
        return page;
    }
    let rows = rulings.iter().map(|ruling| {
        vec![
            Cell::code(ruling.rule.clone()),
            Cell::state(ruling.ruled.word()),
            Cell::text(finding::ruling(ruling, &told.prose.people).in_english()),
            Cell::code_if(ruling.clause.clone()),
        ]
    });
    let page = page
        .heading("Said when it was opened")
        .table(["rule", "verdict", "says", "clause"], rows);
    match &told.prose.why {
        Some(why) => page
            .text(format!("Forgiven by {}:", told.event.actor))
            .quote(why),
        None => page,
    }
}

/// Whose each clock is, where that is not plain: it was in several hands or on several lines, or
/// is not of who has the ticket now.
fn with_holders(page: Doc, clocks: &[ClockRecord], assignee: Option<&str>) -> Doc {
    let plain = |record: &ClockRecord| {
        let mut named = record.held.iter().filter(|share| share.by.is_some());
        let first = named.next();
        let one = named.all(|share| Some(&share.by) == first.map(|first| &first.by));
        let mut lines = record.held.iter().map(|share| &share.line);
        let line = lines.next();
        let one_line = lines.all(|other| Some(other) == line);
        one && one_line && record.held_by() == assignee
    };
    let told: Vec<&ClockRecord> = clocks.iter().filter(|record| !plain(record)).collect();
    if told.is_empty() {
        return page;
    }
    let rows = told.into_iter().map(|record| {
        vec![
            Cell::code(record.clock.milestone.clone()),
            Cell::code(record.clock.priority.clone()),
            Cell::code(record.held_by().unwrap_or("nobody").to_owned()),
            Cell::text_if(held_in_words(&record.held)),
        ]
    });
    page.heading("Held")
        .table(["milestone", "priority", "held by", "of its time"], rows)
}

/// A row for what is not promised, so that it is not taken for kept.
fn not_promised(not_promised: &NotPromised) -> Vec<Cell> {
    let mut row = vec![
        Cell::code(not_promised.milestone.clone()),
        Cell::code(not_promised.priority.clone()),
        Cell::state("not promised"),
        not_promised.why(),
    ];
    row.resize(CLOCK_COLUMNS.len(), Cell::Absent);
    row
}

fn clock(record: &ClockRecord) -> Vec<Cell> {
    let left = record.measure.and_then(|m| match (m.remaining, m.late) {
        (Some(left), _) => Some(left),
        (None, late) => late.map(|late| -late),
    });
    vec![
        Cell::code(record.clock.milestone.clone()),
        Cell::code(record.clock.priority.clone()),
        Cell::from(record.state),
        Cell::code_if(record.target()),
        Cell::from(record.clock.due),
        Cell::from(record.clock.ended),
        Cell::seconds_if(left),
    ]
}
