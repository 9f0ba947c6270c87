//! Reading tickets by what names them.

use super::rows::{Cached, TicketLink, TicketRow};
use crate::core::model::{ContractId, EventId, TicketNo};
use crate::store::engine::{RowCells, args};
use crate::store::tables::{Tables, Versioned};
use crate::store::{Store, StoreError};

statements! {
    BY_NUMBER: "SELECT * FROM ticket WHERE number = $1"
        => "SEARCH ticket USING INTEGER PRIMARY KEY (rowid=?)";
    SUBJECT: "SELECT t.subject, t.known FROM ticket t WHERE t.number = $1"
        => "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)";
    BY_SOURCE: "SELECT number FROM ticket WHERE source = $1"
        => "SEARCH ticket USING COVERING INDEX ticket_source (source=?)";
    AFTER: "SELECT number FROM ticket WHERE number > $1 ORDER BY number LIMIT $2"
        => "SEARCH ticket USING INTEGER PRIMARY KEY (rowid>?)";
    /// What can be offered for the beginning of a number: a range of them, from its end.
    NEWEST_WITHIN: "SELECT t.number, t.subject FROM ticket t WHERE t.number >= $1 AND t.number <= $2 ORDER BY t.number DESC LIMIT $3"
        => "SEARCH t USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)";
    OPEN_UNDER: "SELECT number FROM ticket WHERE contract = $1 AND ended IS NULL ORDER BY number"
        => "SEARCH ticket USING INDEX ticket_open (contract=?)";
    TAGS: "SELECT tag FROM tag WHERE ticket = $1 ORDER BY tag"
        => "SEARCH tag USING INDEX tag_ticket (ticket=?); USE TEMP B-TREE FOR ORDER BY";
    LINKS: "SELECT b, kind FROM link WHERE a = $1 ORDER BY b, kind"
        => "SEARCH link USING COVERING INDEX sqlite_autoindex_link_1 (a=?)";
}

/// A ticket's subject, and the event that its row rests on.
struct TicketSubject {
    subject: String,
    known: EventId,
}

impl Versioned for TicketSubject {
    fn known(&self) -> EventId {
        self.known
    }
}

impl Tables<'_> {
    /// A ticket.
    pub(crate) fn ticket(&self, number: TicketNo) -> Result<Option<TicketRow>, StoreError> {
        Ok(self.rows(BY_NUMBER, args![number], TicketRow::read)?.pop())
    }

    /// What a ticket is about, where nothing else of it is wanted.
    pub(crate) fn subject(&self, number: TicketNo) -> Result<Option<String>, StoreError> {
        let read = |c: &mut RowCells<'_>| {
            Ok(TicketSubject {
                subject: c.take()?,
                known: c.take()?,
            })
        };
        let found = self.rows(SUBJECT, args![number], read)?.pop();
        Ok(found.map(|found| found.subject))
    }
}

impl Store {
    /// A ticket as it is.
    pub(crate) fn ticket(&self, number: TicketNo) -> Result<Option<TicketRow>, StoreError> {
        self.present().ticket(number)
    }

    /// The ticket that an import made of that source.
    pub(crate) fn ticket_of_source(&self, source: &str) -> Result<Option<TicketNo>, StoreError> {
        self.engine.first(BY_SOURCE, args![source], |c| c.take())
    }

    /// The next numbers after one, for whoever walks through all of them.
    pub(crate) fn tickets_from(
        &self,
        after: TicketNo,
        limit: u32,
    ) -> Result<Vec<TicketNo>, StoreError> {
        self.engine.rows(AFTER, args![after, limit], |c| c.take())
    }

    /// The newest tickets from one number to another, both in, with their subjects.
    pub(crate) fn newest_within(
        &self,
        (from, to): (TicketNo, TicketNo),
        limit: u32,
    ) -> Result<Vec<(TicketNo, String)>, StoreError> {
        self.engine
            .rows(NEWEST_WITHIN, args![from, to, limit], |cells| {
                Ok((cells.take()?, cells.take()?))
            })
    }

    /// The tickets of a contract that have not ended: whom to tell when hours are used up.
    pub(crate) fn open_under(&self, contract: ContractId) -> Result<Vec<TicketNo>, StoreError> {
        self.engine.rows(OPEN_UNDER, args![contract], |c| c.take())
    }

    /// A ticket's tags, sorted.
    pub(crate) fn tags(&self, number: TicketNo) -> Result<Vec<String>, StoreError> {
        self.engine.rows(TAGS, args![number], |c| c.take())
    }

    /// The links that a ticket made.
    pub(crate) fn links(&self, number: TicketNo) -> Result<Vec<TicketLink>, StoreError> {
        self.engine.rows(LINKS, args![number], |c| {
            Ok(TicketLink {
                to: c.take()?,
                kind: c.take()?,
            })
        })
    }

    /// All that the tables keep of a ticket: what `db check` compares with a fresh fold.
    pub(crate) fn cached(&self, number: TicketNo) -> Result<Option<Cached>, StoreError> {
        let Some(ticket) = self.ticket(number)? else {
            return Ok(None);
        };
        Ok(Some(Cached {
            ticket,
            clocks: self.clocks(number)?,
            tags: self.tags(number)?,
            links: self.links(number)?,
        }))
    }
}
