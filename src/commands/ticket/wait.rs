//! Waiting, and the end of it.
use super::super::options::{Tickets, Write};
use super::act::{Verb, act, book_work, prose};
use crate::context::Context;
use crate::core::model::{Fact, Resumed, Waiting, WaitingOn};
use crate::core::text::nearest;
use crate::core::time::{Direction, when};
use crate::failure::Failure;
use crate::render::Outcome;

/// `wait`: for the customer, the vendor or a third party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wait {
    pub tickets: Tickets,
    /// `customer`, `vendor` or `third-party`.
    pub on: Option<String>,
    /// When to look again.
    pub until: Option<String>,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `resume`: waiting is over without a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resume {
    pub tickets: Tickets,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// It waits for somebody.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn wait(context: &mut Context, options: &Wait) -> Result<Outcome, Failure> {
    let on = match options.on.as_deref() {
        None | Some("customer") => WaitingOn::Customer,
        Some("vendor") => WaitingOn::Vendor,
        Some("third-party") => WaitingOn::ThirdParty,
        Some(other) => {
            let words = ["customer", "vendor", "third-party"];
            return Err(
                Failure::usage(format!("a ticket does not wait for `{other}`"))
                    .meant(nearest(other, words))
                    .hint(format!("it can be {}", words.join(", "))),
            );
        }
    };
    let until = options.until.as_deref();
    let until = until
        .map(|word| when(word, &context.here()?, Direction::Future).map_err(Failure::from))
        .transpose()?;
    let verb = Verb {
        name: "wait",
        done: "waiting",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let fact = Fact::from(Waiting { on, until });
            session.record(number, fact, prose(options.text.as_deref()))?;
            book_work(session, number, options.worked.as_deref())
        },
    )
}

/// Waiting is over without a message.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn resume(context: &mut Context, options: &Resume) -> Result<Outcome, Failure> {
    let verb = Verb {
        name: "resume",
        done: "resumed",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let prose = prose(options.text.as_deref());
            session
                .record(number, Fact::from(Resumed {}), prose)
                .map(|_| ())
        },
    )
}
