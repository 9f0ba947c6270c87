//! The message of a failure that is a code still, and what is to be done about it.

use super::{event, remark};
use crate::core::model::{Event, EventText};
use crate::core::sla::BreachLoss;
use crate::failure::{Failure, FailureCode as C};

/// The failure with its message.
pub(crate) fn worded(failure: Failure) -> Failure {
    let Some((message, hint)) = failure.code().map(|code| (message(code), hint(code))) else {
        return failure;
    };
    let failure = failure.worded(message);
    match hint {
        Some(hint) => failure.hint(hint),
        None => failure,
    }
}

fn message(code: &C) -> String {
    match code {
        C::MixedNegation { word } => format!(
            "`{word}` asks for tickets and for who held a clock at once: write `not:` in front of each of its words"
        ),
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
        C::SeveralBegin(word) => format!("`{word}` can be several"),
        C::NoShare(word) => format!("`{word}` is no part of a target"),
        C::NoWallClock(word) => format!("`{word}` is no time on the wall"),
        C::NoTerminal => {
            "a text is written in the editor at a terminal, and there is none here".to_owned()
        }
        C::TooManyRows { most } => format!("the log has more than {most} rows"),
        C::TooManyBadRows { most } => format!("more than {most} rows cannot be read"),
        C::TooManyRowsOfTicket { line, ticket, most } => {
            format!("line {line}: ticket `{ticket}` has more than {most} rows")
        }
        C::ClockBehind {
            entry,
            actor,
            login,
            recorded,
            clock,
        } => {
            let login = login.as_ref().filter(|login| *login != actor);
            let login = login.map_or_else(String::new, |login| format!(", login {login}"));
            format!(
                "the clock says {clock}, and e{entry} by {actor}{login} was recorded {recorded}: \
                 the record runs forward"
            )
        }
        C::ClockOutside { clock } => {
            format!("the clock says {clock}, outside the years 1970 to 2200")
        }
        C::MergedIntoExempt { ticket, into } => {
            format!(
                "{into} is exempt: what {ticket} is owed would be lost; merge it the other way round"
            )
        }
        C::MergedIntoUnclocked { ticket, into } => {
            format!(
                "{into} has no clocks: what {ticket} is owed would be lost; merge it the other way round"
            )
        }
        C::BreachLost {
            ticket,
            milestone,
            breach,
            at,
            holder,
            loss,
        } => {
            let lost = format!("the breach of {ticket} {milestone} ({breach})");
            match loss {
                BreachLoss::Gone => format!("at {at} this takes {lost} off the record"),
                BreachLoss::LessLate => {
                    format!("at {at} this makes {lost} less late than the record says")
                }
                BreachLoss::OtherHolder => format!(
                    "at {at} this takes {lost} from {}",
                    holder.as_deref().unwrap_or("nobody")
                ),
            }
        }
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

fn hint(code: &C) -> Option<&'static str> {
    match code {
        C::NoShare(_) => Some("write a whole number from 1 to 100: `80%`"),
        C::NoWallClock(_) => {
            Some("write `30m`, `4h` or `2 calendar days`; `80%` is a part of the target")
        }
        C::NoTerminal => Some("give the text with `-m`, or its file with `-F`"),
        C::TooManyRows { .. } => {
            Some("part it; rows of a ticket that was brought in before are added to it")
        }
        C::TooManyBadRows { .. } => Some("does the mapping fit this log?"),
        _ => None,
    }
}

/// `dana replied`.
fn did(event: &Event, text: &EventText) -> String {
    format!("{} {}", event.actor, what(event, text))
}

fn what(event: &Event, text: &EventText) -> String {
    event::what(event, text, |at| at.to_string())
}
