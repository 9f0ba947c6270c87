//! The message of a failure that is a code still.

use super::{event, remark};
use crate::core::model::{Event, EventText};
use crate::failure::{Failure, FailureCode as C};

/// The failure with its message.
pub(crate) fn worded(failure: Failure) -> Failure {
    match failure.code().map(message) {
        Some(message) => failure.worded(message),
        None => failure,
    }
}

fn message(code: &C) -> String {
    match code {
        C::MovedOn {
            ticket,
            seen,
            last,
            text,
            at,
        } => format!(
            "{ticket} has moved on to event {} ({}, {at}); you gave {seen}",
            last.id,
            did(last, text),
        ),
        C::MeansNothing { ticket, remark } => format!("{ticket}: {}", remark::of_ticket(remark)),
        C::LeavesNothing {
            ticket,
            remark,
            after,
            text,
            at,
        } => format!(
            "that leaves nothing to what {} did on {ticket}, {at} ({}, e{}): {}",
            after.actor,
            what(after, text),
            after.entry,
            remark::of_ticket(remark),
        ),
    }
}

/// `dana replied`.
fn did(event: &Event, text: &EventText) -> String {
    format!("{} {}", event.actor, what(event, text))
}

fn what(event: &Event, text: &EventText) -> String {
    event::what(event, text, |at| at.to_string())
}
