//! What its priority is, was and may become.

use clap::Args;

use super::act::act;
use crate::commands::args::{Text, TicketWrite, TicketsArg};
use crate::commands::list_fields::ListFields;
use crate::commands::plan_words::{known, priorities, reason_of, spelt_as};
use crate::commands::{Input, matrix};
use crate::context::{Context, Session, TicketWithHistory};
use crate::core::entitlement::{
    Finding, PossibleChange, Request, RequestedChange, Verdict, may_change, possible_changes,
};
use crate::core::model::{
    EventText, Fact, Prioritised, PriorityConfirmed, Side, TicketNo, TicketWord,
};
use crate::core::sla::{Priorities, Rulebook, Ticket};
use crate::core::terms::Terms;
use crate::core::text::Language;
use crate::failure::Failure;
use crate::render::{Cell, Column, Doc, Listing, Outcome, PagePreference, record};
use crate::wording::{finding, remedy};

/// Show what the priority is, was and may become; or change it
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk priority 4711\n  sladesk priority 4711 high\n  sladesk priority 4711 low --reason misjudged -m \"Dana asked\""
)]
pub(crate) struct SetPriority {
    #[command(flatten)]
    tickets: TicketsArg,
    /// The new priority; the same one confirms it
    #[arg(id = "priority", value_name = "P")]
    to: Option<String>,
    /// The reason, in the words of the plan
    #[arg(long, value_name = "CODE", requires = "priority")]
    reason: Option<String>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl SetPriority {
    /// Shows what each is and may become; or changes it by the rules of the plan; the same one
    /// confirms it.
    ///
    /// # Errors
    /// The plan does not let it change so, or the ticket does not take it as it stands.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let Some(to) = self.to.as_deref() else {
            return look(context, &self.tickets.numbers(context, input)?);
        };
        let prose = EventText::saying(self.text.given(input)?);
        act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| {
                let reason = self.reason.as_deref();
                set(context, session, number, to, reason, prose.clone())
            },
        )
    }
}

/// Changes a ticket's priority by the rules of its plan; the one it has is confirmed.
///
/// # Errors
/// The plan does not have the priority or the reason, or does not let it change so.
pub(super) fn set(
    context: &Context,
    session: &mut Session<'_>,
    number: TicketNo,
    to: &str,
    reason: Option<&str>,
    prose: EventText,
) -> Result<(), Failure> {
    let ticket = session.ticket(number)?.now.clone();
    let Some(terms) = ticket.terms.and_then(|id| session.rules_cache.terms(id)) else {
        let fact = Fact::from(Prioritised {
            to: to.to_owned(),
            reason: reason.map(str::to_owned),
            by: Side::Desk,
            replaces: None,
        });
        return session.record(number, fact, prose).map(|_| ());
    };
    let to = spelt_as(to, &priorities(terms));
    let to = to.as_str();
    known(
        terms,
        &Request {
            priority: Some(to),
            ..Request::default()
        },
    )?;
    let reason = reason.map(|code| reason_of(terms, code)).transpose()?;
    let reason = reason.as_deref();
    let to = id_of(terms, to);
    if ticket.priority.as_deref() == Some(to.as_str()) && reason.is_none() {
        return session
            .record(number, Fact::from(PriorityConfirmed {}), prose)
            .map(|_| ());
    }
    let change = wanted(&ticket, terms, &to, reason);
    let others = context.plans_of(&terms.vendor, Language::English);
    let others: Vec<&Terms> = others.iter().collect();
    let finding = may_change(terms, &others, &change);
    if finding.verdict == Verdict::Refused {
        return Err(stays(number, &ticket, &finding));
    }
    let by = change.by;
    let replaces = terms.corrects(reason).then(|| setter(&ticket)).flatten();
    let fact = Fact::from(Prioritised {
        to,
        reason: reason.map(str::to_owned),
        by,
        replaces,
    });
    session.record(number, fact, prose).map(|_| ())
}

/// The id of a priority that was named by its id, an alias, or as the highest.
fn id_of(terms: &Terms, word: &str) -> String {
    let named = terms
        .priority(word)
        .and_then(|place| terms.priorities.get(place));
    named.map_or_else(|| word.to_owned(), |priority| priority.id.clone())
}

/// The event that set the priority it has: what a correction replaces, also one of a correction.
fn setter(ticket: &Ticket) -> Option<crate::core::model::EventId> {
    let last = ticket.priorities.last()?;
    Some(last.replaces.unwrap_or(last.event))
}

fn wanted<'a>(
    ticket: &'a Ticket,
    terms: &Terms,
    to: &'a str,
    reason: Option<&'a str>,
) -> RequestedChange<'a> {
    let known = reason.and_then(|code| terms.change(code));
    RequestedChange {
        from: ticket.priority.as_deref(),
        to,
        reason,
        by: known.map_or(Side::Desk, |known| known.by),
        environment: ticket.words.get(TicketWord::Environment),
        component: ticket.words.get(TicketWord::Component),
    }
}

fn stays(number: TicketNo, ticket: &Ticket, found: &Finding) -> Failure {
    let current = ticket.priority.as_deref().unwrap_or("without a priority");
    let failure = Failure::refused(format!(
        "{number} stays {current}: {}",
        finding::says(found)
    ));
    let failure = match &found.clause {
        Some(clause) => failure.clause(clause.clone()),
        None => failure,
    };
    let listed = format!("`sladesk priority {number}` lists what is possible now");
    match found.remedies.first().map(remedy) {
        Some(remedy) => failure.hint(format!("{}; {listed}", remedy.in_english())),
        None => failure.hint(listed),
    }
}

type C = Column<PossibleChange>;

/// What a priority may become.
const POSSIBLE: &[C] = &[
    C::shown("to", |p| Cell::code(p.to.clone())),
    C::shown("reason", |p| Cell::code_if(p.reason.clone())),
    C::shown("who", |p| match p.by {
        Side::Desk => Cell::code("desk"),
        Side::Customer => Cell::code("customer"),
    }),
    C::shown("verdict", |p| Cell::state(p.finding.verdict.word())),
    C::shown("says", |p| Cell::text(finding::says(&p.finding))).last(),
    C::shown("clause", |p| Cell::code_if(p.finding.clause.clone())),
];

/// A priority that it had.
struct EarlierPriority {
    set: Priorities,
    clause: Option<String>,
}

type W = Column<EarlierPriority>;

const WAS: &[W] = &[
    W::shown("at", |w| Cell::from(w.set.at)),
    W::shown("from", |w| Cell::code_if(w.set.from.clone())),
    W::shown("to", |w| Cell::code(w.set.to.clone())),
    W::shown("reason", |w| Cell::code_if(w.set.reason.clone())),
    W::shown("actor", |w| Cell::code(w.set.actor.clone())),
    W::shown("clause", |w| Cell::code_if(w.clause.clone())),
];

fn look(context: &Context, numbers: &[TicketNo]) -> Result<Outcome, Failure> {
    let mut reading = context.reading(None)?;
    let mut all = Vec::new();
    for number in numbers {
        let page = reading.ticket(*number)?;
        let terms = page
            .ticket
            .terms
            .and_then(|id| reading.rules_cache.terms(id));
        all.push(possible(context, &page, terms));
    }
    Ok(match all.len() {
        1 => Outcome::listing(all.remove(0)),
        _ => Outcome::listings(all),
    })
}

fn possible(context: &Context, page: &TicketWithHistory, terms: Option<&Terms>) -> Listing {
    let ticket = &page.ticket;
    let number = page.number;
    let others = terms.map_or_else(Vec::new, |terms| {
        context.plans_of(&terms.vendor, Language::English)
    });
    let others: Vec<&Terms> = others.iter().collect();
    let possible = terms.map_or_else(Vec::new, |terms| {
        possible_changes(
            terms,
            &others,
            ticket.priority.as_deref(),
            ticket.words.get(TicketWord::Environment),
            ticket.words.get(TicketWord::Component),
        )
    });
    let was: Vec<EarlierPriority> = ticket
        .priorities
        .iter()
        .map(|set| EarlierPriority {
            set: set.clone(),
            clause: terms
                .and_then(|terms| terms.change(set.reason.as_deref()?))
                .and_then(|reason| reason.source.clause.clone()),
        })
        .collect();
    let history: Vec<Cell> = was.iter().map(|was| record(WAS, was)).collect();
    let current = ticket.priority.clone();
    let given = terms.and_then(|terms| matrix::cell(terms, &ticket.words));
    let given = given.map(|cell| cell.priority.clone());
    let since = ticket.priorities.last().map(|set| set.at);
    let page = Doc::new(format!("Priority of ticket {}", page.number))
        .facts([
            ("priority", Cell::code_if(current.clone())),
            ("since", Cell::from(since)),
            ("plan", Cell::code_if(terms.map(Terms::name))),
            ("matrix gives", Cell::code_if(given.clone())),
        ])
        .heading("It was")
        .table(
            ["at", "from", "to", "reason", "actor", "clause"],
            was.iter()
                .map(|was| WAS.iter().map(|column| column.cell(was)).collect()),
        )
        .heading("It may become")
        .table(
            ["to", "reason", "who", "verdict", "says", "clause"],
            possible
                .iter()
                .map(|p| POSSIBLE.iter().map(|column| column.cell(p)).collect()),
        );
    let before = vec![
        ("ticket".into(), Cell::from(number)),
        ("priority".into(), Cell::code_if(current)),
        ("since".into(), Cell::from(since)),
        ("history".into(), Cell::List(history)),
        ("matrix_priority".into(), Cell::code_if(given)),
    ];
    Listing::of("priority", POSSIBLE, possible)
        .around(before, "possible", Vec::new())
        .page(PagePreference::PageAtTerminal, page)
}

/// The fields of the changes that are possible.
pub(in crate::commands) fn fields() -> ListFields {
    ListFields::of("priority", POSSIBLE)
}
