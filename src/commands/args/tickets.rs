//! The tickets that a verb is about.

use clap::Args;

use super::parse;
use crate::commands::Input;
use crate::context::{Context, Reading};
use crate::core::filter::{TicketName, Tickets, ticket_lines};
use crate::core::model::TicketNo;
use crate::failure::Failure;

/// The tickets that a verb is about.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
#[group(skip)]
pub(crate) struct TicketsArg {
    /// `42`, `42,50-53`, a key of the tool it came from (`PAY-3`), `-` (one a line from stdin) or a filter in one word
    #[arg(value_name = "TICKETS", value_parser = parse::<Tickets>)]
    tickets: Tickets,
}

impl TicketsArg {
    /// Their numbers, in the order typed or by number.
    ///
    /// # Errors
    /// A filter or a line that cannot be read. Numbers are not looked up here.
    pub(crate) fn numbers(
        &self,
        context: &Context,
        input: &dyn Input,
    ) -> Result<Vec<TicketNo>, Failure> {
        self.meant(context, input, |filter| context.tickets_of(filter))
    }

    /// The same, of a filter those that fit in a view of the record.
    ///
    /// # Errors
    /// As [`TicketsArg::numbers`].
    pub(crate) fn numbers_in(
        &self,
        context: &Context,
        input: &dyn Input,
        reading: &mut Reading<'_>,
    ) -> Result<Vec<TicketNo>, Failure> {
        self.meant(context, input, |filter| context.tickets_in(filter, reading))
    }

    fn meant(
        &self,
        context: &Context,
        input: &dyn Input,
        that_fit: impl FnOnce(&str) -> Result<Vec<TicketNo>, Failure>,
    ) -> Result<Vec<TicketNo>, Failure> {
        match &self.tickets {
            Tickets::Numbers(numbers) => Ok(numbers.clone()),
            Tickets::Named(names) => context.named(names),
            Tickets::Stdin => {
                context.named(&ticket_lines(&input.stdin()?, context.settings.line_end)?)
            }
            Tickets::Filter(words) => that_fit(words),
        }
    }
}

/// The value parser of another ticket, where only one can be meant.
///
/// # Errors
/// It is no ticket, or means several.
pub(crate) fn one_ticket(word: &str) -> Result<TicketName, Failure> {
    let not_one = || {
        Failure::usage(format!("`{word}` is not one ticket"))
            .hint("name the other ticket by its number")
    };
    match parse::<Tickets>(word)? {
        Tickets::Numbers(numbers) if numbers.len() == 1 => Ok(TicketName::Number(numbers[0])),
        Tickets::Named(mut names) if names.len() == 1 => Ok(names.remove(0)),
        Tickets::Filter(word) => TicketName::of(&word).ok_or_else(not_one),
        _ => Err(not_one()),
    }
}
