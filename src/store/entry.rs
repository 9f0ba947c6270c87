//! Entries: what one command wrote, by whom and when. The unit of undo, of as-of and of a seal.

use std::collections::BTreeSet;

use super::Store;
use super::engine::{Arg, Argument, ColumnType, Engine, args};
use super::error::StoreError;
use crate::core::model::{EntryId, EventId, Stream, TicketNo};
use crate::core::time::Instant;

/// What said when an entry was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ClockSource {
    /// The machine's clock.
    #[default]
    Machine,
    /// `--now`.
    Given,
    /// `demo`, which makes up the past of a new desk. Nothing else writes so, and nothing into a
    /// desk that is there.
    MadeUp,
}

impl ClockSource {
    /// The number in the database and in the chain.
    pub(super) fn number(self) -> i64 {
        match self {
            ClockSource::Machine => 0,
            ClockSource::Given => 1,
            ClockSource::MadeUp => 2,
        }
    }
}

impl ClockSource {
    /// The source of that number.
    pub(super) fn of_number(number: i64) -> Option<ClockSource> {
        let all = [
            ClockSource::Machine,
            ClockSource::Given,
            ClockSource::MadeUp,
        ];
        all.into_iter().find(|source| source.number() == number)
    }
}

impl Argument for ClockSource {
    fn arg(&self) -> Arg<'_> {
        Arg::Whole(self.number())
    }
}

impl ColumnType for ClockSource {
    fn read(cell: Arg<'_>) -> Option<ClockSource> {
        ClockSource::of_number(i64::read(cell)?)
    }
}

row! {
    /// What one command wrote.
    pub(crate) struct EntryRow in "entry" {
        id: EntryId,
        /// The clock as it stood.
        recorded: Instant,
        /// What said so.
        given: ClockSource,
        actor: String,
        /// Who the machine says it was.
        login: Option<String>,
        /// The key by which the same command is known again.
        once: Option<String>,
        /// Its first event.
        first: EventId,
    }
}

impl EntryRow {
    /// Writes it, as a new one.
    pub(super) fn write(&self, engine: &dyn Engine) -> Result<(), StoreError> {
        let row = args![
            self.id,
            self.recorded,
            self.given,
            self.actor,
            self.login,
            self.once,
            self.first
        ];
        engine.run(ENTER, row).map(|_| ())
    }
}

statements! {
    ENTER: "INSERT INTO entry (id, recorded, given, actor, login, once, first) VALUES ($1, $2, $3, $4, $5, $6, $7)"
        => "";
    ENTRY: "SELECT * FROM entry WHERE id = $1"
        => "SEARCH entry USING INTEGER PRIMARY KEY (rowid=?)";
    ENTRIES: "SELECT * FROM entry WHERE id >= $1 AND id <= $2 ORDER BY id"
        => "SEARCH entry USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)";
    NEXT: "SELECT first FROM entry WHERE id > $1 ORDER BY id LIMIT 1"
        => "SEARCH entry USING INTEGER PRIMARY KEY (rowid>?)";
    LAST_EVENT: "SELECT COALESCE(max(id), 0) FROM event" => "SEARCH event";
    /// Clocks differ: the first entry that stands and was recorded a little later. Without the sign
    /// the least number would be looked for along the numbers.
    RECORDED_SOON: "SELECT min(+id) FROM entry WHERE recorded > $1 AND recorded <= $2
                     AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.entry = entry.id AND u.stands = 1)"
        => "SEARCH entry USING COVERING INDEX entry_recorded (recorded>? AND recorded<?); CORRELATED SCALAR SUBQUERY 1; SEARCH u USING INDEX sqlite_autoindex_undone_1 (entry=?)";
    /// The latest by its clock, of those that stand.
    STANDS_AFTER: "SELECT * FROM entry WHERE recorded > $1
                     AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.entry = entry.id AND u.stands = 1)
                   ORDER BY recorded DESC LIMIT 1"
        => "SEARCH entry USING INDEX entry_recorded (recorded>?); CORRELATED SCALAR SUBQUERY 1; SEARCH u USING INDEX sqlite_autoindex_undone_1 (entry=?)";
    RECORDED_BY: "SELECT * FROM entry WHERE id < $1 AND recorded <= $2 ORDER BY id DESC LIMIT 1"
        => "SEARCH entry USING INTEGER PRIMARY KEY (rowid<?)";
    OF_ACTOR: "SELECT * FROM entry WHERE actor = $1 AND id < $2
               AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.entry = entry.id AND u.stands = 1)
               AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.by_entry = entry.id)
               ORDER BY id DESC LIMIT 1"
        => "SEARCH entry USING INDEX entry_actor (actor=? AND id<?); CORRELATED SCALAR SUBQUERY 1; SEARCH u USING INDEX sqlite_autoindex_undone_1 (entry=?); CORRELATED SCALAR SUBQUERY 2; SEARCH u USING COVERING INDEX undone_by (by_entry=?)";
    STREAMS: "SELECT DISTINCT ticket, customer FROM event WHERE id >= $1 AND id <= $2"
        => "SEARCH event USING INTEGER PRIMARY KEY (rowid>? AND rowid<?); USE TEMP B-TREE FOR DISTINCT";
    SINCE_TICKET: "SELECT DISTINCT entry FROM event WHERE ticket = $1 AND id > $2"
        => "SEARCH event USING INDEX event_ticket (ticket=? AND rowid>?); USE TEMP B-TREE FOR DISTINCT";
    SINCE_CUSTOMER: "SELECT DISTINCT entry FROM event WHERE customer = $1 AND id > $2"
        => "SEARCH event USING INDEX event_customer (customer=? AND rowid>?); USE TEMP B-TREE FOR DISTINCT";
    ONCE: "SELECT entry FROM once WHERE key = $1"
        => "SEARCH once USING INDEX sqlite_autoindex_once_1 (key=?)";
    /// Asked for in order, or without those that are no ticket's, it would walk through all.
    TICKETS_AFTER: "SELECT ticket FROM event WHERE id > $1"
        => "SEARCH event USING INTEGER PRIMARY KEY (rowid>?)";
    /// Few were ever moved. Without the sign it would walk along the numbers.
    MOVED_AFTER: "SELECT ticket FROM event WHERE +id > $1 AND kind = 'moved'"
        => "SCAN event USING COVERING INDEX event_moved";
}

/// Two clocks may differ by as much: the later of the two is the present. In seconds.
pub(crate) const CLOCKS_DIFFER: i64 = 10 * 60;

impl Store {
    /// An entry.
    pub(crate) fn entry(&self, id: EntryId) -> Result<Option<EntryRow>, StoreError> {
        self.engine.first(ENTRY, args![id], EntryRow::read)
    }

    /// The entries from one to another, in their order.
    pub(super) fn entries_between(
        &self,
        from: EntryId,
        to: EntryId,
    ) -> Result<Vec<EntryRow>, StoreError> {
        self.engine.rows(ENTRIES, args![from, to], EntryRow::read)
    }

    /// The last event of an entry that is there, so that all up to it can be read.
    pub(crate) fn last_event_of(&self, entry: EntryId) -> Result<EventId, StoreError> {
        let next: Option<EventId> = self.engine.first(NEXT, args![entry], |c| c.take())?;
        match next {
            Some(EventId(first)) => Ok(EventId(first - 1)),
            None => self.last_event(),
        }
    }

    /// The newest event; 0 in an empty record.
    pub(crate) fn last_event(&self) -> Result<EventId, StoreError> {
        self.engine.one(LAST_EVENT, args![], |c| c.take())
    }

    /// The newest entry that was recorded at that instant or before: what was known then. What a
    /// slow clock wrote after an entry of up to ten minutes later was not known before that. An
    /// entry that was taken back hides nothing. None when the desk was not founded yet.
    pub(crate) fn known_at(&self, at: Instant) -> Result<Option<EntryRow>, StoreError> {
        let soon = at.plus(CLOCKS_DIFFER);
        let later: Option<EntryId> = self
            .engine
            .one(RECORDED_SOON, args![at, soon], |c| c.take())?;
        let before = later.unwrap_or(EntryId(i64::MAX));
        self.engine
            .first(RECORDED_BY, args![before, at], EntryRow::read)
    }

    /// The entry that the latest clock recorded, of those that stand and were recorded after `at`.
    pub(crate) fn last_recorded_after(&self, at: Instant) -> Result<Option<EntryRow>, StoreError> {
        self.engine.first(STANDS_AFTER, args![at], EntryRow::read)
    }

    /// The newest entry of an actor before `before` that stands and is no undo itself: what a bare
    /// undo takes back.
    pub(crate) fn latest_of(
        &self,
        actor: &str,
        before: Option<EntryId>,
    ) -> Result<Option<EntryRow>, StoreError> {
        let before = before.unwrap_or(EntryId(i64::MAX));
        self.engine
            .first(OF_ACTOR, args![actor, before], EntryRow::read)
    }

    /// The streams that an entry wrote to.
    pub(crate) fn streams_of(&self, entry: &EntryRow) -> Result<Vec<Stream>, StoreError> {
        let last = self.last_event_of(entry.id)?;
        self.engine
            .rows(STREAMS, args![entry.first, last], super::event::stream)
    }

    /// The entries that wrote to a stream after that event.
    pub(crate) fn entries_since(
        &self,
        stream: Stream,
        event: EventId,
    ) -> Result<Vec<EntryId>, StoreError> {
        match stream {
            Stream::Ticket(number) => self
                .engine
                .rows(SINCE_TICKET, args![number, event], |c| c.take()),
            Stream::Customer(id) => self
                .engine
                .rows(SINCE_CUSTOMER, args![id, event], |c| c.take()),
        }
    }

    /// The tickets that something was written to after that event: their rows do not say what was
    /// known then.
    pub(crate) fn tickets_after(&self, event: EventId) -> Result<Vec<TicketNo>, StoreError> {
        let found: Vec<Option<TicketNo>> = self
            .engine
            .rows(TICKETS_AFTER, args![event], |c| c.take())?;
        let distinct: BTreeSet<TicketNo> = found.into_iter().flatten().collect();
        Ok(distinct.into_iter().collect())
    }

    /// The tickets that were moved to another customer or contract after that event.
    pub(crate) fn moved_after(&self, event: EventId) -> Result<BTreeSet<TicketNo>, StoreError> {
        let found: Vec<Option<TicketNo>> =
            self.engine.rows(MOVED_AFTER, args![event], |c| c.take())?;
        Ok(found.into_iter().flatten().collect())
    }

    /// The entry that used this key already.
    pub(crate) fn once(&self, key: &str) -> Result<Option<EntryId>, StoreError> {
        self.engine.first(ONCE, args![key], |c| c.take())
    }
}
