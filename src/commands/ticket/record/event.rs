//! An event as a record: the timeline of a ticket, and the desk's log.

use std::rc::Rc;

use super::TicketRecord;
use super::ruling::{RULING_KEYS, asked_by, rulings_cell};
use crate::context::Page;
use crate::core::model::{Event, Fact, Opened, Side};
use crate::core::text::WordList;
use crate::failure::Failure;
use crate::render::{Cell, Column};
use crate::store::{Contact, CustomerRow, Store, StoredEvent};

/// One event with the names of who is involved.
#[derive(Clone, Debug)]
pub(crate) struct EventRecord {
    pub told: StoredEvent,
    /// What happened, in a few words.
    pub what: String,
    pub login: Option<String>,
    pub once: Option<String>,
    pub undone_by: Option<crate::core::model::EntryId>,
    pub hash: Option<String>,
    pub customer: Option<Rc<CustomerRow>>,
    pub contact: Option<Rc<Contact>>,
    pub assignee: Option<String>,
    pub line: Option<String>,
    pub priority: Option<String>,
    pub subject: Option<String>,
}

impl EventRecord {
    /// The events of a ticket, in the order of happening.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn all(
        store: &Store,
        page: &Page,
        ticket: &TicketRecord,
    ) -> Result<Vec<EventRecord>, Failure> {
        page.history
            .iter()
            .map(|told| {
                let entry = store.entry(told.event.entry)?;
                Ok(EventRecord {
                    what: what(&told.event),
                    login: entry.as_ref().and_then(|entry| entry.login.clone()),
                    once: entry.and_then(|entry| entry.once),
                    undone_by: store.undone_by(told.event.entry)?,
                    hash: None,
                    customer: Some(ticket.customer.clone()),
                    contact: ticket.contact.clone(),
                    assignee: ticket.row.assignee.clone(),
                    line: ticket.row.line.clone(),
                    priority: ticket.row.priority.clone(),
                    subject: Some(page.subject().to_owned()),
                    told: told.clone(),
                })
            })
            .collect()
    }

    /// Whether the customer sees it.
    fn visible(&self) -> &'static str {
        match self.told.event.fact {
            Fact::Opened(_)
            | Fact::Acknowledged(_)
            | Fact::Replied(_)
            | Fact::CustomerReplied(_)
            | Fact::Waiting(_)
            | Fact::Promised(_)
            | Fact::Resolved(_)
            | Fact::Reopened(_)
            | Fact::Closed(_) => "customer",
            _ => "desk",
        }
    }
}

fn opened_as(opened: &Opened) -> String {
    let priority = opened.priority.as_ref();
    let priority = priority.map_or_else(String::new, |priority| format!(" as {priority}"));
    if !opened.refused.is_empty() {
        format!(
            "asked for{priority}, refused: {}",
            opened.refused.join(", ")
        )
    } else if !opened.overridden.is_empty() {
        let forgiven = opened.overridden.join(", ");
        format!("opened{priority}, forgiven: {forgiven}")
    } else {
        format!("opened{priority}")
    }
}

/// What an event says, in a few words.
pub(crate) fn what(event: &Event) -> String {
    match &event.fact {
        Fact::Opened(opened) => opened_as(opened),
        Fact::Acknowledged(_) => "acknowledged".to_owned(),
        Fact::PriorityConfirmed(_) => "confirmed the priority".to_owned(),
        Fact::Agreed(agreed) => format!("agreed {} within {}", agreed.milestone, agreed.within),
        Fact::Replied(_) => "replied".to_owned(),
        Fact::CustomerReplied(_) => "the customer wrote".to_owned(),
        Fact::Noted(_) => "noted".to_owned(),
        Fact::Waiting(waiting) => format!(
            "waits for the {}",
            crate::core::model::State::from(waiting.on)
                .word()
                .trim_start_matches("waiting-")
        ),
        Fact::Resumed(_) => "waiting is over".to_owned(),
        Fact::Assigned(assigned) => match &assigned.to {
            Some(to) => format!("assigned to {to}"),
            None => "assigned to nobody".to_owned(),
        },
        Fact::Escalated(escalated) => format!("escalated to {}", escalated.line),
        Fact::Promised(promised) => format!("estimated for {}", promised.eta),
        Fact::Worked(worked) => {
            format!("worked {}", crate::core::time::open_time(worked.spent))
        }
        Fact::Prioritised(change) => {
            let by = match change.by {
                Side::Desk => "",
                Side::Customer => ", asked for by the customer",
            };
            match &change.reason {
                Some(reason) => format!("priority {} ({reason}{by})", change.to),
                None => format!("priority {}{by}", change.to),
            }
        }
        Fact::Exempted(exempted) => format!("exempt: {}", exempted.ground),
        Fact::Lapsed(lapsed) => format!("{} used up", lapsed.allowance),
        Fact::Restored(restored) => format!("{} there again", restored.allowance),
        Fact::Recalculated(_) => {
            "clocks worked out anew under other holidays or zone rules".to_owned()
        }
        Fact::Caused(caused) => format!("cause of the {} breach", caused.milestone),
        Fact::Resolved(_) => "resolved".to_owned(),
        Fact::Reopened(_) => "reopened".to_owned(),
        Fact::Closed(closed) => match closed.r#as {
            crate::core::model::ClosedAs::Done => "closed".to_owned(),
            other => format!("closed as {}", other.word()),
        },
        Fact::Edited(_) => "edited".to_owned(),
        Fact::Moved(moved) => match (moved.contract, moved.terms) {
            (Some(contract), Some(terms)) => {
                format!("under contract {contract} from now on, terms of event {terms}")
            }
            (Some(contract), None) => format!("moved to contract {contract}"),
            (None, _) => "moved".to_owned(),
        },
        Fact::Entitled(entitled) => format!("entitled under contract {}", entitled.contract),
        Fact::Tagged(tagged) => {
            let added = tagged.add.iter().map(|tag| format!("+{tag}"));
            let dropped = tagged.drop.iter().map(|tag| format!("-{tag}"));
            added.chain(dropped).collect::<Vec<_>>().join(" ")
        }
        Fact::Linked(link) => format!("linked to {} ({})", link.to, link.kind),
        Fact::Unlinked(link) => format!("no longer linked to {} ({})", link.to, link.kind),
        Fact::Merged(merged) => format!("merged into {}", merged.into),
        Fact::Absorbed(absorbed) => format!("took in {}", absorbed.from),
        Fact::Undone(undone) => format!("undid e{}", undone.entry),
        other => super::account::what(other),
    }
}

type C = Column<EventRecord>;

/// The keys of an event, the default ones first.
pub(crate) const EVENT: &[C] = &[
    C::shown("event", |e| Cell::from(e.told.event.id)).names(),
    C::shown("at", |e| Cell::from(e.told.event.at)),
    C::shown("ticket", |e| match e.told.event.stream {
        crate::core::model::Stream::Ticket(number) => Cell::from(number),
        crate::core::model::Stream::Customer(_) => Cell::Absent,
    }),
    C::shown("type", |e| Cell::code(e.told.event.fact.kind())),
    C::shown("actor", |e| Cell::code(e.told.event.actor.clone())),
    C::shown("what", |e| Cell::text(e.what.clone())).last(),
    C::more("entry", |e| Cell::from(e.told.event.entry)),
    C::more("recorded", |e| Cell::from(e.told.event.recorded)),
    C::more("customer", |e| {
        Cell::code_if(e.customer.as_ref().map(|customer| customer.key.clone()))
    }),
    C::more("contact", |e| {
        let known = e.contact.as_ref().map(|contact| contact.row.email.clone());
        Cell::text_if(known.or_else(|| asked_by(&e.told)))
    }),
    C::more("assignee", |e| Cell::code_if(e.assignee.clone())),
    C::more("line", |e| Cell::text_if(e.line.clone())),
    C::more("priority", |e| Cell::code_if(e.priority.clone())),
    C::more("subject", |e| Cell::text_if(e.subject.clone())),
    C::more("text", |e| Cell::text_if(e.told.prose.text.clone())),
    C::more("visible", |e| Cell::code(e.visible())),
    C::more("login", |e| Cell::text_if(e.login.clone())),
    C::more("once", |e| Cell::text_if(e.once.clone())),
    C::more("undone_by", |e| Cell::from(e.undone_by)),
    C::more("hash", |e| Cell::code_if(e.hash.clone())),
    C::more("rulings", |e| rulings_cell(&e.told)).holds(RULING_KEYS),
    C::more("override_reason", |e| {
        Cell::text_if(e.told.prose.why.clone())
    }),
    C::more("correction_reason", |e| {
        Cell::text_if(e.told.prose.corrects.clone())
    }),
];
