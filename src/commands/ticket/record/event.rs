//! An event as a record: the timeline of a ticket, and the desk's log.

use std::rc::Rc;

use super::TicketRecord;
use super::marks::{EventMarks, REMARK_KEYS, remarks, undone_by};
use super::ruling::{RULING_KEYS, asked_by, rulings_cell};
use crate::context::{Reading, TicketWithHistory};
use crate::core::model::{Fact, Worked};
use crate::core::time::{LocalNow, written_moment};
use crate::failure::Failure;
use crate::render::{Cell, Column, Doc, Marked, Validity};
use crate::store::{ClockSource, CustomerRow, StoredContact, StoredEvent};
use crate::wording::event;

/// One event with the names of who is involved.
#[derive(Clone, Debug)]
pub(crate) struct EventRecord {
    pub told: StoredEvent,
    /// What happened, in a few words.
    pub what: String,
    /// The same as people read it, where somebody does.
    pub shown: Option<String>,
    pub login: Option<String>,
    pub once: Option<String>,
    pub marks: EventMarks,
    pub hash: Option<String>,
    pub customer: Option<Rc<CustomerRow>>,
    pub contact: Option<Rc<StoredContact>>,
    pub assignee: Option<String>,
    pub line: Option<String>,
    pub priority: Option<String>,
    /// Of that priority; 1 is the highest.
    pub priority_rank: Option<u32>,
    pub subject: Option<String>,
}

impl EventRecord {
    /// The events of a ticket, in the order of happening.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn all(
        reading: &Reading<'_>,
        page: &TicketWithHistory,
        ticket: &TicketRecord,
    ) -> Result<Vec<EventRecord>, Failure> {
        let undone = undone_by(page.history.iter().map(|told| &told.event));
        let mut remarks = remarks(&page.ticket);
        // outside of one each entry would be a transaction of its own
        let _still = reading.store.snapshot()?;
        page.history
            .iter()
            .map(|told| {
                let entry = reading.store.entry(told.event.entry)?;
                let mut marks = EventMarks {
                    undone: undone.get(&told.event.entry).cloned(),
                    given: entry.as_ref().map(|entry| entry.given).unwrap_or_default(),
                    ..EventMarks::default()
                };
                remarks.put(told.event.id, &mut marks);
                Ok(EventRecord {
                    what: EventRecord::what(told),
                    shown: None,
                    marks,
                    login: entry.as_ref().and_then(|entry| entry.login.clone()),
                    once: entry.and_then(|entry| entry.once),
                    hash: None,
                    customer: Some(ticket.customer.clone()),
                    contact: ticket.contact.clone(),
                    assignee: ticket.row.assignee.clone(),
                    line: ticket.row.line.clone(),
                    priority: ticket.row.priority.clone(),
                    priority_rank: ticket.row.priority_rank,
                    subject: Some(page.subject().to_owned()),
                    told: told.clone(),
                })
            })
            .collect()
    }

    /// What happened, instants as scripts read them.
    pub(crate) fn what(told: &StoredEvent) -> String {
        event::what(&told.event, &told.prose, |at| at.to_string())
    }

    /// The same as people read it at `here`, with its marks.
    fn said(&self, here: LocalNow<'_>) -> Marked {
        let told = &self.told;
        let words = event::what(&told.event, &told.prose, |at| written_moment(at, here));
        self.marks.marked(words)
    }

    /// A page with its line, as on a timeline.
    pub(crate) fn line(&self, page: Doc, here: LocalNow<'_>) -> Doc {
        let at = written_moment(self.told.event.at, here);
        let said = self.said(here);
        let line = format!("{at}  {}  {}", self.told.event.actor, said.in_words());
        match said.stands {
            Validity::Yes => page.text(line),
            Validity::Undone => page.struck(line),
        }
    }

    /// The time that it books.
    fn worked(&self) -> Option<&Worked> {
        match &self.told.event.fact {
            Fact::Worked(worked) => Some(worked),
            _ => None,
        }
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
            Fact::ActMarked(_) if self.marks.answers => "customer",
            _ => "desk",
        }
    }
}

type C = Column<EventRecord>;

/// The keys of an event, the default ones first.
pub(crate) const EVENT: &[C] = &[
    C::shown("event", |e| Cell::from(e.told.event.id))
        .names()
        .gives_way(2),
    C::shown("at", |e| Cell::from(e.told.event.at)),
    C::shown("ticket", |e| match e.told.event.stream {
        crate::core::model::Stream::Ticket(number) => Cell::from(number),
        crate::core::model::Stream::Customer(_) => Cell::Absent,
    }),
    C::shown("type", |e| Cell::code(e.told.event.fact.kind())).not_at_a_terminal(),
    C::shown("actor", |e| Cell::code(e.told.event.actor.clone())).gives_way(3),
    C::shown("what", |e| {
        let mut what = e.marks.marked(e.what.clone());
        what.shown.clone_from(&e.shown);
        Cell::Marked(what.quoting(e.told.prose.text.as_deref()))
    })
    .last()
    .keeps(30),
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
    C::more("undone_by", |e| {
        Cell::from(e.marks.undone.as_ref().map(|by| by.entry))
    }),
    C::more("hash", |e| Cell::code_if(e.hash.clone())),
    C::more("rulings", |e| rulings_cell(&e.told)).holds(RULING_KEYS),
    C::more("override_reason", |e| {
        Cell::text_if(e.told.prose.why.clone())
    }),
    C::more("correction_reason", |e| {
        Cell::text_if(e.told.prose.corrects.clone())
    }),
    C::more("undone_by_actor", |e| {
        Cell::code_if(e.marks.undone.as_ref().map(|by| by.actor.clone()))
    }),
    C::more("given", |e| Cell::Flag(e.marks.given == ClockSource::Given)),
    C::more("made_up", |e| {
        Cell::Flag(e.marks.given == ClockSource::MadeUp)
    }),
    C::more("remark", |e| e.marks.remark_cell()).holds(REMARK_KEYS),
    C::more("spent_seconds", |e| {
        Cell::seconds_if(e.worked().map(|worked| worked.spent))
    }),
    C::more("charged_seconds", |e| {
        Cell::seconds_if(e.worked().map(|worked| worked.charged))
    }),
    C::more("priority_rank", |e| Cell::from(e.priority_rank)),
    C::more("act", |e| match &e.told.event.fact {
        Fact::ActMarked(marked) => Cell::code(marked.act.clone()),
        _ => Cell::Absent,
    }),
];
