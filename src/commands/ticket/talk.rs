//! What is said on a ticket, by the desk and by the customer.
use super::super::options::{Tickets, Write};
use super::act::{Verb, act, book_work, contact_of, prose};
use super::priority::set;
use crate::context::Context;
use crate::core::model::{
    Acknowledged, CustomerReplied, EventText, Fact, Noted, PriorityConfirmed, Replied,
};
use crate::failure::Failure;
use crate::render::Outcome;

/// `ack`: acknowledged, and its priority confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ack {
    pub tickets: Tickets,
    /// The priority that is confirmed, when it is another.
    pub priority: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `reply`: the desk speaks to the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    pub tickets: Tickets,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said.
    pub text: String,
    pub write: Write,
}

/// `receive`: the customer spoke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Receive {
    pub tickets: Tickets,
    pub contact: Option<String>,
    pub channel: Option<String>,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said.
    pub text: String,
    pub write: Write,
}

/// `note`: for the desk only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    pub tickets: Tickets,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said.
    pub text: String,
    pub write: Write,
}

/// Acknowledged, and its severity confirmed: the one it has, or another.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn ack(context: &mut Context, options: &Ack) -> Result<Outcome, Failure> {
    let context = &*context;
    let verb = Verb {
        name: "ack",
        done: "acknowledged",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let prose = prose(options.text.as_deref());
            session.record(number, Fact::from(Acknowledged {}), prose)?;
            match options.priority.as_deref() {
                Some(to) => set(context, session, number, to, None, EventText::default()),
                None => session
                    .record(
                        number,
                        Fact::from(PriorityConfirmed {}),
                        EventText::default(),
                    )
                    .map(|_| ()),
            }
        },
    )
}

/// The desk answers the customer.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn reply(context: &mut Context, options: &Reply) -> Result<Outcome, Failure> {
    let verb = Verb {
        name: "reply",
        done: "replied",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let fact = Fact::from(Replied { channel: None });
            session.record(number, fact, prose(Some(&options.text)))?;
            book_work(session, number, options.worked.as_deref())
        },
    )
}

/// The customer's word; it ends waiting for him or her.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn receive(context: &mut Context, options: &Receive) -> Result<Outcome, Failure> {
    let verb = Verb {
        name: "receive",
        done: "received",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let contact = match options.contact.as_deref() {
                Some(word) => Some(contact_of(session, number, word)?),
                None => None,
            };
            let fact = Fact::from(CustomerReplied {
                channel: options.channel.clone(),
                contact,
            });
            session.record(number, fact, prose(Some(&options.text)))?;
            book_work(session, number, options.worked.as_deref())
        },
    )
}

/// For the desk only.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn note(context: &mut Context, options: &Note) -> Result<Outcome, Failure> {
    let verb = Verb {
        name: "note",
        done: "noted",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            session.record(number, Fact::from(Noted {}), prose(Some(&options.text)))?;
            book_work(session, number, options.worked.as_deref())
        },
    )
}
