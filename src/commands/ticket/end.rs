//! The end of a ticket, and its beginning again.
use super::super::options::{Tickets, Write};
use super::act::{Verb, act, book_work, prose};
use crate::context::{Context, Session};
use crate::core::model::{Closed, ClosedAs, Fact, Reopened, Resolved, TicketNo};
use crate::core::sla::uses;
use crate::core::text::nearest;
use crate::failure::Failure;
use crate::render::Outcome;

/// `resolve`: the desk considers it done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resolve {
    pub tickets: Tickets,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `reopen`: it was not done after all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reopen {
    pub tickets: Tickets,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `close`: it is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Close {
    pub tickets: Tickets,
    /// `done`, `withdrawn`, `duplicate` or `spam`.
    pub closed_as: Option<String>,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// The desk considers it done.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn resolve(context: &mut Context, options: &Resolve) -> Result<Outcome, Failure> {
    let verb = Verb {
        name: "resolve",
        done: "resolved",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let prose = prose(options.text.as_deref());
            session.record(number, Fact::from(Resolved {}), prose)?;
            book_work(session, number, options.worked.as_deref())
        },
    )
}

/// It was not done after all.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn reopen(context: &mut Context, options: &Reopen) -> Result<Outcome, Failure> {
    let verb = Verb {
        name: "reopen",
        done: "reopened",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            case_again(session, number)?;
            let prose = prose(options.text.as_deref());
            session.record(number, Fact::from(Reopened {}), prose)?;
            book_work(session, number, options.worked.as_deref())
        },
    )
}

/// A ticket that was withdrawn unanswered gave its case back: reopened, it takes it again.
fn case_again(session: &mut Session<'_>, number: TicketNo) -> Result<(), Failure> {
    let touched = session.ticket(number)?;
    let ticket = touched.now.clone();
    let held = uses(&touched.events(), &ticket).len();
    let events = session.supposing(number, session.at(), Reopened {}.into())?;
    let again = uses(&events, &ticket).into_iter().nth(held);
    match (again, ticket.terms) {
        (Some(again), Some(terms)) => {
            let contract = (ticket.customer, again.contract);
            session.case_left(contract, terms, &again.allowance, ticket.opened)
        }
        _ => Ok(()),
    }
}

/// It is over.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn close(context: &mut Context, options: &Close) -> Result<Outcome, Failure> {
    let closed_as = match options.closed_as.as_deref() {
        None => ClosedAs::Done,
        Some(named) => WORDS
            .into_iter()
            .find(|closed| word(*closed) == named)
            .ok_or_else(|| {
                Failure::usage(format!("a ticket is not closed as `{named}`"))
                    .meant(nearest(named, WORDS.map(word)))
                    .hint(format!("it can be {}", WORDS.map(word).join(", ")))
            })?,
    };
    let verb = Verb {
        name: "close",
        done: "closed",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let fact = Fact::from(Closed { r#as: closed_as });
            session.record(number, fact, prose(options.text.as_deref()))?;
            book_work(session, number, options.worked.as_deref())
        },
    )
}

/// How a ticket may be closed.
const WORDS: [ClosedAs; 4] = [
    ClosedAs::Done,
    ClosedAs::Withdrawn,
    ClosedAs::Duplicate,
    ClosedAs::Spam,
];

/// The word that people type.
pub(crate) fn word(closed: ClosedAs) -> &'static str {
    match closed {
        ClosedAs::Done => "done",
        ClosedAs::Withdrawn => "withdrawn",
        ClosedAs::Duplicate => "duplicate",
        ClosedAs::Spam => "spam",
    }
}
