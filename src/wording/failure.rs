//! The message of a failure that is a code still, and what is to be done about it.

use super::account::lists_contacts;
use super::{event, plan, remark, saved_filter};
use crate::core::entitlement::AllowanceUnit;
use crate::core::filter::as_typed;
use crate::core::model::{Event, EventText, State};
use crate::core::sla::{BreachLoss, NotAccepted};
use crate::core::time::Span;
use crate::failure::{Failure, FailureCode as C, Noun, SoughtAs};

/// What a failure says, whether it is a code still or not.
pub(crate) fn says(failure: &Failure) -> String {
    failure
        .code()
        .map_or_else(|| failure.message().to_owned(), message)
}

/// The failure with its message, and those that are told with it.
pub(crate) fn worded(failure: Failure) -> Failure {
    one(failure).each_also(worded)
}

fn one(failure: Failure) -> Failure {
    let Some((message, hints)) = failure.code().map(|code| (message(code), hints(code))) else {
        return failure;
    };
    // what was most likely meant is told with the failure, and comes before where all can be seen
    let all = match failure.code() {
        Some(C::NoSuch { noun, of: None, .. }) => all_of(*noun),
        _ => None,
    };
    failure.worded(message).first_hints(hints).hint_if(all)
}

fn message(code: &C) -> String {
    match code {
        C::Plan(error) => plan::message(error),
        C::NoSuch { noun, word, of } => no_such(*noun, word, of.as_deref()),
        C::SavedFilter(fault) => saved_filter::message(fault),
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
        C::SeveralBegin { word, more: None } => format!("`{word}` can be several"),
        C::SeveralBegin {
            word,
            more: Some(more),
        } => format!("`{word}` can be these and {more} more"),
        C::NoShare(word) => format!("`{word}` is no part of a target"),
        C::NoWallClock(word) => format!("`{word}` is no time on the wall"),
        C::NoTerminal => {
            "a text is written in the editor at a terminal, and there is none here".to_owned()
        }
        C::ReadOnly => super::ssh::READ_ONLY.to_owned(),
        C::TooManyRows { most } => format!("the log has more than {most} rows"),
        C::TooManyColumns { most } => format!("the log has more than {most} columns"),
        C::TooManyBadRows { most } => format!("more than {most} rows cannot be read"),
        C::TooManyRowsOfTicket { line, ticket, most } => {
            format!("line {line}: ticket `{ticket}` has more than {most} rows")
        }
        C::NoTicket { ticket, newest } => match newest {
            Some(newest) => format!("no ticket {ticket}; the newest is {newest}"),
            None => format!("no ticket {ticket}; this desk has none yet"),
        },
        C::BeforeOpening { ticket, at, opened } => {
            format!("{at} is before {ticket} was opened ({opened})")
        }
        C::NotAccepted {
            ticket, why, since, ..
        } => {
            let since = since.as_ref().map_or_else(String::new, |since| {
                format!(": by {}, {} (e{})", since.actor, since.at, since.entry)
            });
            match why {
                NotAccepted::Already(state) => format!("{ticket} is {state} already{since}"),
                NotAccepted::From(state) => format!("{ticket} is {state}{since}"),
                NotAccepted::NotWaiting => format!("{ticket} is not waiting"),
                NotAccepted::OnThatLine => {
                    format!("{ticket} is with that support line already")
                }
            }
        }
        C::Future { at } => format!("{at} has not come yet"),
        C::MoreThanWorked {
            ticket,
            booked: ..=0,
            ..
        } => format!("no time is booked on {ticket}"),
        C::MoreThanWorked {
            ticket,
            booked,
            back,
        } => {
            let shown = |seconds: &i64| AllowanceUnit::Hours.shown(*seconds);
            let (has, back) = (shown(booked), shown(back));
            format!("{ticket} has {has} of work: {back} cannot be taken back")
        }
        C::MoreThanCharged {
            ticket,
            charged,
            back,
        } => {
            let shown = |seconds: &i64| AllowanceUnit::Hours.shown(*seconds);
            let (has, back) = (shown(charged), shown(back));
            format!("{ticket} has {has} charged: {back} cannot be given back")
        }
        C::NothingToCharge { ticket } => {
            format!("{ticket} has no allowance of hours that `--charge` could charge")
        }
        C::UsedBefore { key, entry } => {
            format!("`--once {key}` was used before, by e{entry}; nothing was written")
        }
        C::NoneInForce { customer } => format!("{customer} has no contract in force then"),
        C::SeveralInForce {
            customer,
            contracts,
        } => {
            let ids: Vec<String> = contracts.iter().map(ToString::to_string).collect();
            let count = ids.len();
            format!(
                "{customer} has {count} contracts in force: {}",
                ids.join(", ")
            )
        }
        C::RecordLine(fault) => super::record::fault(fault),
        C::Server { path, what } => super::server::says(path, what),
        C::NotEmpty { path } => super::record::not_empty(path),
        C::NoTicketOfKey { word } => format!("no ticket came as `{word}` from another tool"),
        C::SeveralOfKey { word, sources } => {
            format!("`{word}` came from several tools: {}", sources.join(", "))
        }
        C::SourceTaken {
            ticket,
            source,
            other,
        } => format!("{ticket} was imported as `{source}`, and {other} is that by now"),
        C::NoContactOfDomain { address, shared } => {
            let why = match shared {
                false => "nobody of that domain is known",
                true => "people of several customers have that domain",
            };
            format!("no contact `{address}`, and {why}")
        }
        C::NoContact { word, .. } => format!("no contact `{word}`"),
        C::SeveralCustomers { word, keys, .. } => format!("{word} stands for {}", keys.join(", ")),
        C::MissingInRecord { what, id } => {
            format!("the record names {what} {id} and does not hold it")
        }
        C::ClockBehind {
            entry,
            actor,
            login,
            recorded,
            clock,
            ..
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
        C::MeansNothing { ticket, remark } => {
            format!("{ticket}: {}", remark::of_ticket(remark).in_english())
        }
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
            remark::of_ticket(remark).in_english(),
        ),
    }
}

fn hints(code: &C) -> Vec<String> {
    match code {
        C::Plan(error) => plan::hints(error),
        C::Server { path, what } => super::server::hints(path, what),
        C::SavedFilter(fault) => saved_filter::hints(fault),
        C::NotEmpty { .. } => vec![super::record::ANOTHER_FILE.to_owned()],
        C::ClockBehind {
            entry, by_itself, ..
        } => vec![
            format!("if that clock was wrong: `sladesk undo e{entry}`"),
            format!(
                "if this one is right: writing is possible again in {}",
                Span::Time(*by_itself)
            ),
        ],
        C::NotAccepted {
            ticket,
            state,
            merged_into,
            ..
        } => match (state, merged_into) {
            (State::Resolved | State::Closed, _) => vec![format!(
                "`sladesk note {ticket} -m TEXT` adds to it, `sladesk reopen {ticket}` if it is not"
            )],
            (State::Merged, Some(into)) => {
                vec![format!("it goes on as {into}: `sladesk show {into}`")]
            }
            _ => Vec::new(),
        },
        C::LeavesNothing { after, .. } => vec![format!(
            "`sladesk undo e{}` first, if it is to stand in its place",
            after.entry
        )],
        C::MoreThanWorked { ticket, booked, .. } if *booked > 0 => vec![format!(
            "`sladesk work {ticket} -{}` takes all of it back",
            Span::Time(*booked)
        )],
        C::NoneInForce { customer } => vec![format!(
            "`sladesk contract list customer:{customer}` shows past and coming ones"
        )],
        C::SeveralInForce { customer, .. } => vec![format!(
            "name one by its number: `sladesk contract list customer:{customer}` shows them"
        )],
        C::NoTicketOfKey { word } => {
            let words = as_typed("text", word);
            vec![format!("`sladesk list {words}` looks for the words")]
        }
        C::NoContactOfDomain { address, .. } => vec![format!(
            "name the customer: `sladesk open CUSTOMER SUBJECT --contact {address}`"
        )],
        C::NoContact {
            word,
            sought,
            near: Some(near),
        } => {
            let key = &near.customer;
            let other = match sought {
                SoughtAs::Requester => {
                    format!("for somebody else there: `sladesk may {key} --contact {word}`")
                }
                SoughtAs::Contact => lists_contacts(key),
            };
            vec![format!("{key} has `{}` ({})", near.email, near.name), other]
        }
        C::SeveralCustomers { word, sought, keys } => {
            let first = keys.first().cloned().unwrap_or_default();
            vec![match sought {
                SoughtAs::Requester => format!("name the customer: `{first} --contact {word}`"),
                SoughtAs::Contact => format!("name the customer: `{word} --customer {first}`"),
            }]
        }
        code => hint(code).map(str::to_owned).into_iter().collect(),
    }
}

fn hint(code: &C) -> Option<&'static str> {
    match code {
        C::NoShare(_) => Some("write a whole number from 1 to 100: `80%`"),
        C::NoWallClock(_) => {
            Some("write `30m`, `4h` or `2 calendar days`; `80%` is a part of the target")
        }
        C::BeforeOpening { .. } => Some("`--at` takes any instant from the opening to now"),
        C::Future { .. } => Some("`--at` says when it happened: any instant up to now"),
        C::BreachLost { .. } => Some(
            "if it is true, `--corrects REASON`: reports then show it as corrected, by whom and why",
        ),
        C::NoContact { near: None, .. } => Some("`sladesk contact list` shows them all"),
        C::MissingInRecord { .. } => Some("`sladesk db check` tells what else is wrong with it"),
        C::NothingToCharge { .. } => Some(
            "leave it out: `report billing` counts all that was spent where nothing is included",
        ),
        C::NoTerminal => Some("give the text with `-m`, or its file with `-F`"),
        C::TooManyRows { .. } => {
            Some("part it; rows of a ticket that was brought in before are added to it")
        }
        C::TooManyBadRows { .. } => Some("does the mapping fit this log?"),
        _ => None,
    }
}

fn no_such(noun: Noun, word: &str, of: Option<&str>) -> String {
    let is_number = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let word = match noun {
        Noun::Contract if is_number => word.to_owned(),
        Noun::Entry => format!("e{word}"),
        _ => format!("`{word}`"),
    };
    let noun = match noun {
        Noun::Person => return format!("nobody of the desk is called {word}"),
        Noun::Customer => "customer".to_owned(),
        Noun::Contact => "contact".to_owned(),
        Noun::Contract => "contract".to_owned(),
        Noun::Entry => "entry".to_owned(),
        Noun::SupportLine => "support line".to_owned(),
        Noun::Called(name) => name.replace('-', " "),
    };
    match of {
        Some(of) => format!("{of} has no {noun} {word}"),
        None => format!("no {noun} {word}"),
    }
}

/// Where all of them can be seen.
fn all_of(noun: Noun) -> Option<&'static str> {
    match noun {
        Noun::Customer => Some("`sladesk customer list` shows them all"),
        Noun::Contact => Some("`sladesk contact list` shows them all"),
        Noun::Contract => Some("`sladesk contract list` shows them all"),
        Noun::Person => Some("`sladesk staff list` shows them all"),
        Noun::Entry => Some("`sladesk log --fields entry,what` shows them"),
        Noun::SupportLine | Noun::Called(_) => None,
    }
}

/// `dana replied`.
fn did(event: &Event, text: &EventText) -> String {
    format!("{} {}", event.actor, what(event, text))
}

fn what(event: &Event, text: &EventText) -> String {
    event::what(event, text, |at| at.to_string())
}
