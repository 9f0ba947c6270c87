//! What a ticket names, and the tickets it is linked to.
use super::super::options::{Tickets, Write};
use super::act::{Verb, act, contact_of};
use super::rejudge::{Renamed, rejudge};
use crate::context::{Context, Session};
use crate::core::filter::tickets;
use crate::core::model::{Edited, EventText, Fact, Linked, Tagged, TicketNo, Unlinked};
use crate::failure::Failure;
use crate::render::Outcome;

/// `edit`: changes what the ticket names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub tickets: Tickets,
    pub subject: Option<String>,
    pub topic: Option<String>,
    pub environment: Option<String>,
    pub component: Option<String>,
    pub version: Option<String>,
    pub contact: Option<String>,
    /// Tags to add.
    pub tags: Vec<String>,
    /// Tags to take off.
    pub untags: Vec<String>,
    pub write: Write,
}

/// `link`: to another ticket; touches no clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub tickets: Tickets,
    pub other: String,
    pub kind: Option<String>,
    pub remove: bool,
    pub write: Write,
}

/// Changes what a ticket names, its subject and tags.
///
/// # Errors
/// The ticket does not take it as it stands, its contract says no, or an option cannot be read.
pub(crate) fn edit(context: &mut Context, options: &Edit) -> Result<Outcome, Failure> {
    let verb = Verb {
        name: "edit",
        done: "edited",
    };
    let context = &*context;
    let mut remarks = Vec::new();
    let outcome = act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            remarks.extend(edit_one(context, session, number, options)?);
            Ok(())
        },
    )?;
    Ok(remarks.into_iter().fold(outcome, Outcome::warn))
}

/// Links a ticket to another, or takes the link off; touches no clock.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn link(context: &mut Context, options: &Link) -> Result<Outcome, Failure> {
    let other = match tickets(&options.other)? {
        Tickets::Numbers(numbers) if numbers.len() == 1 => numbers[0],
        _ => {
            return Err(
                Failure::usage(format!("`{}` is not one ticket", options.other))
                    .hint("a link leads to one ticket, by its number"),
            );
        }
    };
    let kind = options.kind.clone().unwrap_or_else(|| "related".to_owned());
    let verb = Verb {
        name: "link",
        done: match options.remove {
            true => "unlinked",
            false => "linked",
        },
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            session.ticket(other)?;
            if number == other {
                return Err(Failure::usage(format!(
                    "{number} cannot be linked to itself"
                )));
            }
            let there = session
                .ticket(number)?
                .now
                .links
                .contains(&(other, kind.clone()));
            let fact = match (options.remove, there) {
                (false, false) => Fact::from(Linked {
                    to: other,
                    kind: kind.clone(),
                }),
                (true, true) => Fact::from(Unlinked {
                    to: other,
                    kind: kind.clone(),
                }),
                (false, true) => {
                    return Err(Failure::not_possible(format!(
                        "{number} is linked to {other} already ({kind})"
                    )));
                }
                (true, false) => {
                    return Err(Failure::not_possible(format!(
                        "{number} has no link to {other} ({kind})"
                    )));
                }
            };
            session
                .record(number, fact, EventText::default())
                .map(|_| ())
        },
    )
}

fn edit_one(
    context: &Context,
    session: &mut Session<'_>,
    number: TicketNo,
    options: &Edit,
) -> Result<Vec<String>, Failure> {
    let ticket = session.ticket(number)?.now.clone();
    let contact = match options.contact.as_deref() {
        Some(word) => Some(contact_of(session, number, word)?),
        None => None,
    };
    let renamed = Renamed {
        topic: new(&options.topic, &ticket.topic),
        environment: new(&options.environment, &ticket.environment),
        component: new(&options.component, &ticket.component),
        contact,
    };
    let remarks = match renamed.changes_nothing() {
        true => Vec::new(),
        false => rejudge(context, session, number, renamed)?,
    };
    let allowance = match options.topic.as_deref() {
        Some(topic) => session.case_allowance(number, topic)?,
        None => None,
    };
    let names = [
        &options.topic,
        &options.environment,
        &options.component,
        &options.version,
    ];
    if names.iter().any(|name| name.is_some()) || contact.is_some() || options.subject.is_some() {
        let fact = Fact::from(Edited {
            topic: options.topic.clone(),
            environment: options.environment.clone(),
            component: options.component.clone(),
            version: options.version.clone(),
            contact,
            allowance,
        });
        let prose = EventText {
            subject: options.subject.clone(),
            ..EventText::default()
        };
        session.record(number, fact, prose)?;
    }
    retag(session, number, options, &ticket.tags)?;
    Ok(remarks)
}

/// A word that the ticket does not name already.
fn new<'o>(typed: &'o Option<String>, named: &Option<String>) -> Option<&'o str> {
    typed
        .as_deref()
        .filter(|word| Some(*word) != named.as_deref())
}

/// Only tags that change something are written.
fn retag(
    session: &mut Session<'_>,
    number: TicketNo,
    options: &Edit,
    has: &[String],
) -> Result<(), Failure> {
    let add: Vec<String> = options
        .tags
        .iter()
        .filter(|tag| !has.contains(tag))
        .cloned()
        .collect();
    let drop: Vec<String> = options
        .untags
        .iter()
        .filter(|tag| has.contains(tag))
        .cloned()
        .collect();
    if add.is_empty() && drop.is_empty() {
        return Ok(());
    }
    let fact = Fact::from(Tagged { add, drop });
    session
        .record(number, fact, EventText::default())
        .map(|_| ())
}
