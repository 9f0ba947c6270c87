//! Tables of what was there at an event and has changed since, as it was then: temporary, of the
//! same columns and indexes as those of the file, filled by whoever folds.

use std::cell::RefCell;
use std::collections::HashMap;

use super::Store;
use super::account::{AccountRows, LedgerRow, StaffRow, StoredStaff, staff};
use super::as_of::AsOf;
use super::engine::{Access, Arg, args};
use super::error::StoreError;
use super::past_text::{SEARCH, TABLES, prefix, text};
use super::schema;
use super::tables::{PastTables, Tables};
use super::ticket::{Cached, search};
use crate::core::model::{CustomerId, EventId, TicketNo};

statements! {
    /// In no order: asked for in the order of numbers, it would walk through all tickets.
    CHANGED_TICKETS: "SELECT number FROM ticket WHERE known > $1 AND number < $2"
        => "SEARCH ticket USING COVERING INDEX ticket_known (known>?)";
    CHANGED_CUSTOMERS: "SELECT id FROM customer WHERE known > $1 ORDER BY id" => "SCAN customer";
    NEWEST: "SELECT max(number) FROM ticket" => "SEARCH ticket";
    FIRST_EVENT: "SELECT id FROM event WHERE ticket = $1 ORDER BY id LIMIT 1"
        => "SEARCH event USING COVERING INDEX event_ticket (ticket=?)";
}

impl Store {
    /// The tickets that were there at an event and have changed since, by number. Those opened
    /// since are none of them.
    pub(crate) fn changed_tickets(&self, known: EventId) -> Result<Vec<TicketNo>, StoreError> {
        let first = self.first_opened_after(known)?;
        let found = self
            .engine
            .rows(CHANGED_TICKETS, args![known, first], |c| c.take());
        let mut found: Vec<TicketNo> = found?;
        found.sort_unstable();
        Ok(found)
    }

    /// The customers that something was written of after that event.
    pub(crate) fn changed_customers(&self, known: EventId) -> Result<Vec<CustomerId>, StoreError> {
        self.engine
            .rows(CHANGED_CUSTOMERS, args![known], |c| c.take())
    }

    /// The newest number that a view knows; none on a desk without tickets.
    pub(crate) fn newest_ticket(&self, known: AsOf) -> Result<Option<TicketNo>, StoreError> {
        let newest = match known {
            AsOf::All => self.engine.one(NEWEST, args![], |c| c.take())?,
            AsOf::Through(event) => Some(TicketNo(self.first_opened_after(event)?.0 - 1)),
        };
        Ok(newest.filter(|newest: &TicketNo| newest.0 > 0))
    }

    /// The number of the first ticket that was opened after an event: numbers are given in the
    /// order of opening, so it is found by halves.
    fn first_opened_after(&self, known: EventId) -> Result<TicketNo, StoreError> {
        let newest = self.newest_ticket(AsOf::All)?.unwrap_or(TicketNo(0));
        let (mut from, mut to) = (1, newest.0 + 1);
        while from < to {
            let middle = from + (to - from) / 2;
            let first: Option<EventId> =
                self.engine
                    .first(FIRST_EVENT, args![TicketNo(middle)], |c| c.take())?;
            match first.is_some_and(|first| first > known) {
                true => to = middle,
                false => from = middle + 1,
            }
        }
        Ok(TicketNo(from))
    }

    /// Begins past tables for what was known at an event. Part of the caller's snapshot: they go
    /// with it.
    pub(crate) fn past(&self, known: EventId) -> Result<PastFiller<'_>, StoreError> {
        let set = self.past_sets.get();
        self.past_sets.set(set + 1);
        let past = PastFiller::of(self, PastTables { known, set })?;
        self.engine.script(&creation(set))?;
        Ok(past)
    }
}

impl<'s> Tables<'s> {
    /// Lets more be put into the past tables.
    pub(crate) fn fill(&self) -> Result<PastFiller<'s>, StoreError> {
        let tables = self
            .past_tables()
            .ok_or_else(|| StoreError::bug("the present has no past tables"))?;
        PastFiller::of(self.store(), tables)
    }
}

/// Past tables being filled. A reader may write nothing else, and only while this lives.
pub(crate) struct PastFiller<'s> {
    store: &'s Store,
    tables: PastTables,
    /// What may be written apart from them.
    before: Access,
    /// The statements so far, as they write past tables.
    texts: RefCell<HashMap<String, String>>,
}

impl<'s> PastFiller<'s> {
    fn of(store: &'s Store, tables: PastTables) -> Result<PastFiller<'s>, StoreError> {
        let before = store.engine.access()?;
        store.engine.set_access(Access::Write)?;
        Ok(PastFiller {
            store,
            tables,
            before,
            texts: RefCell::default(),
        })
    }

    /// The people of the desk as they were.
    pub(crate) fn put_staff(&self, people: &[StoredStaff]) -> Result<(), StoreError> {
        people.iter().try_for_each(|person| {
            self.put(StaffRow::upsert(), &person.row.values())?;
            person.lines.iter().try_for_each(|line| {
                self.put(
                    staff::JOIN_LINE,
                    args![person.row.key, line.as_str(), person.row.known],
                )
            })
        })
    }

    /// A customer with what is its, as it was.
    pub(crate) fn put_account(&self, rows: &AccountRows) -> Result<(), StoreError> {
        rows.each_statement(|text, values| self.put(text, values))
    }

    /// A ticket as it was.
    pub(crate) fn put_ticket(&self, rows: &Cached) -> Result<(), StoreError> {
        rows.each_statement(|text, values| self.put(text, values))
    }

    /// What a ticket had used of allowances then.
    pub(crate) fn put_ledger(&self, lines: &[LedgerRow]) -> Result<(), StoreError> {
        lines
            .iter()
            .try_for_each(|line| self.put(LedgerRow::upsert(), &line.values()))
    }

    /// What was written about a ticket then.
    pub(crate) fn put_texts(&self, ticket: TicketNo, texts: &[String]) -> Result<(), StoreError> {
        let tokens = search::indexed(texts).tokens;
        let index = self.store.engine.text_index();
        search::insert(index, ticket, &tokens, |text, values| {
            self.put(text, values)
        })
    }

    /// The tables as they were, now that what has changed stands in these.
    pub(crate) fn done(self) -> Tables<'s> {
        Tables::past(self.store, self.tables)
    }

    fn put(&self, written: &str, values: &[Arg<'_>]) -> Result<(), StoreError> {
        let mut texts = self.texts.borrow_mut();
        if !texts.contains_key(written) {
            texts.insert(written.to_owned(), text(written, self.tables.set));
        }
        self.store.engine.run(&texts[written], values).map(|_| ())
    }
}

impl Drop for PastFiller<'_> {
    fn drop(&mut self) {
        // a reader that could write after all would still write nothing: nobody asks it to
        let _ = self.store.engine.set_access(self.before);
    }
}

/// The statements that make a set of past tables, as the schema has those of the file: without
/// their references, which a temporary table cannot keep.
fn creation(set: u32) -> String {
    let prefix = prefix(set);
    let mut all = String::new();
    for statement in schema::statements() {
        let Some(made) = schema::CreatedObject::of(statement) else {
            continue;
        };
        if TABLES.contains(&made.table) || made.table == SEARCH {
            // an index goes with its table
            let head = match made.kind {
                "CREATE TABLE" => "CREATE TEMP TABLE ",
                "CREATE VIRTUAL TABLE" => "CREATE VIRTUAL TABLE temp.",
                "CREATE UNIQUE INDEX" => "CREATE UNIQUE INDEX ",
                _ => "CREATE INDEX ",
            };
            let on = match made.name == made.table {
                true => String::new(),
                false => format!(" ON {prefix}{}", made.table),
            };
            let rest = without_references(made.rest);
            all += &format!("{head}{prefix}{}{on}{rest};\n", made.name);
        }
    }
    all
}

fn without_references(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some(start) = rest.find(" REFERENCES ") {
        kept.push_str(&rest[..start]);
        let end = rest[start..]
            .find(')')
            .map_or(rest.len(), |end| start + end + 1);
        rest = &rest[end..];
    }
    kept + rest
}
