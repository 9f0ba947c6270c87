//! Time booked on a ticket.
use super::super::options::{Tickets, Write};
use super::act::{Verb, act, book, prose, seconds};
use crate::context::Context;
use crate::failure::Failure;
use crate::render::Outcome;

/// `work`: books time; a negative duration takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Work {
    pub tickets: Tickets,
    /// A duration, with a hyphen in front to take it back.
    pub spent: String,
    /// What is charged to the allowance, when it is not what was spent.
    pub charge: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// Books time, or takes it back.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn work(context: &mut Context, options: &Work) -> Result<Outcome, Failure> {
    let spent = match options.spent.strip_prefix('-') {
        Some(back) => -seconds(back)?,
        None => seconds(&options.spent)?,
    };
    let charge = options.charge.as_deref().map(seconds).transpose()?;
    let verb = Verb {
        name: "work",
        done: "booked",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let booking = session.booking(number, spent, charge)?;
            book(session, number, booking, prose(options.text.as_deref()))
        },
    )
}
