//! The desk's feed: events of all streams in the order of knowing.

use std::collections::HashMap;

use super::account::names;
use super::as_of::AsOf;
use super::chain::Hash;
use super::engine::RowError;
use super::entry::ClockSource;
use super::error::StoreError;
use super::event::StoredEvent;
use super::tables::{Pass, Tables};
use super::ticket::sql::Sql;
use super::ticket::{Condition, TicketTest};
use crate::core::model::{CustomerId, EntryId, EventId};
use crate::core::time::Instant;

/// From an instant on, and before another; either end open.
pub(crate) type Range = (Option<Instant>, Option<Instant>);

/// Which events. Lists are answered by any of their values; an empty one asks nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LogQuery {
    /// Only events after this one.
    pub after: EventId,
    pub known: AsOf,
    pub kinds: Vec<String>,
    pub actors: Vec<String>,
    pub entries: Vec<EntryId>,
    pub once: Vec<String>,
    /// When it happened.
    pub at: Range,
    /// When it was written.
    pub recorded: Range,
    pub about: EventScope,
    /// Beside whose words this address stands. No index knows it: each event is looked at and let go.
    pub naming: Option<String>,
    pub end: LimitFrom,
    /// None: all.
    pub limit: Option<u32>,
}

/// What the events are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum EventScope {
    #[default]
    Everything,
    /// Tickets that fit.
    Tickets(Condition),
    /// Tickets that fit, and the streams beside tickets: of these customers, or all there are.
    TicketsAndBeside(Condition, Option<Vec<CustomerId>>),
}

/// From which end a limit counts. The order is that of knowing in either case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LimitFrom {
    #[default]
    Oldest,
    Newest,
}

impl Default for LogQuery {
    fn default() -> LogQuery {
        LogQuery {
            after: EventId(0),
            known: AsOf::All,
            kinds: Vec::new(),
            actors: Vec::new(),
            entries: Vec::new(),
            once: Vec::new(),
            at: (None, None),
            recorded: (None, None),
            about: EventScope::Everything,
            naming: None,
            end: LimitFrom::Oldest,
            limit: None,
        }
    }
}

/// An event with all that is known of its writing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LogLine {
    pub told: StoredEvent,
    pub login: Option<String>,
    pub once: Option<String>,
    /// Whether `--now` stood in for the clock.
    pub given: ClockSource,
    pub hash: Hash,
    /// The entry that took its entry back.
    pub undone_by: Option<EntryId>,
}

/// The events are walked first, by id: CROSS keeps the engine from beginning elsewhere.
const LINES: &str = "\
    SELECT e.ticket, e.customer, e.id, e.entry, e.at, n.recorded, n.actor, e.kind, e.body, \
    p.event, p.body, n.login, n.once, n.given, e.hash \
    FROM event e CROSS JOIN entry n \
    LEFT JOIN prose p ON p.event = e.id \
    WHERE n.id = e.entry";

impl LogQuery {
    /// `spans`: the events of the entries that were asked for.
    pub(super) fn sql(&self, spans: &[(EventId, EventId)], passes: &[Pass]) -> Sql {
        let mut sql = Sql::new(LINES);
        sql.push(" AND e.id > ").whole(self.after.0);
        sql.push(" AND e.id <= ").whole(self.known.last().0);
        if !self.entries.is_empty() {
            sql.push(" AND ");
            sql.list(spans, (" OR ", "1 = 0"), |sql, (from, to)| {
                sql.push("e.id >= ").whole(from.0);
                sql.push(" AND e.id <= ").whole(to.0);
            });
        }
        for (column, words) in [
            ("e.kind", &self.kinds),
            ("n.actor", &self.actors),
            ("n.once", &self.once),
        ] {
            if !words.is_empty() {
                sql.push(" AND ").push(column).push(" IN ");
                sql.list(words, (", ", ""), |sql, word| {
                    sql.word(word);
                });
            }
        }
        for (column, (from, to)) in [("e.at", self.at), ("n.recorded", self.recorded)] {
            if from.is_some() || to.is_some() {
                sql.push(" AND ").moment(column, from, to);
            }
        }
        self.about(&mut sql, passes);
        sql.push(match self.end {
            LimitFrom::Oldest => " ORDER BY e.id",
            LimitFrom::Newest => " ORDER BY e.id DESC",
        });
        if let Some(limit) = self.limit {
            sql.push(" LIMIT ").whole(i64::from(limit));
        }
        sql
    }

    fn about(&self, sql: &mut Sql, passes: &[Pass]) {
        match &self.about {
            EventScope::Everything => {}
            // Tickets named by number have an index of their events.
            EventScope::Tickets(Condition::Is(TicketTest::Numbers(ranges))) => {
                sql.push(" AND ");
                sql.list(ranges, (" OR ", "1 = 0"), |sql, (from, to)| {
                    if from == to {
                        sql.push("e.ticket = ").whole(from.0);
                    } else {
                        sql.push("e.ticket >= ").whole(from.0);
                        sql.push(" AND e.ticket <= ").whole(to.0);
                    }
                });
            }
            EventScope::Tickets(filter) => {
                sql.push(" AND ");
                of_tickets(sql, filter, passes);
            }
            EventScope::TicketsAndBeside(filter, customers) => {
                sql.push(" AND (");
                of_tickets(sql, filter, passes);
                match customers {
                    None => sql.push(" OR e.ticket IS NULL"),
                    Some(customers) => {
                        sql.push(" OR e.customer IN ");
                        sql.list(customers, (", ", "(NULL)"), |sql, id| {
                            sql.whole(id.0);
                        })
                    }
                };
                sql.push(")");
            }
        }
    }
}

fn of_tickets(sql: &mut Sql, filter: &Condition, passes: &[Pass]) {
    sql.list(passes, (" OR ", "1 = 0"), |sql, pass| {
        sql.within(*pass, |sql| {
            sql.push("EXISTS (SELECT 1 FROM ticket t WHERE t.number = e.ticket");
            sql.and(filter).known("t", *pass).push(")");
        });
    });
}

impl Tables<'_> {
    /// The events that fit, in the order of knowing.
    pub(crate) fn log(&self, query: &LogQuery) -> Result<Vec<LogLine>, StoreError> {
        let store = self.store();
        let mut spans = Vec::new();
        for entry in &query.entries {
            if let Some(row) = store.entry(*entry)? {
                spans.push((row.first, store.last_event_of(*entry)?));
            }
        }
        let passes: Vec<Pass> = self.passes().collect();
        let sql = query.sql(&spans, &passes);
        let mut lines = Vec::new();
        self.engine().each(sql.text(), &sql.args(), |c| {
            let told = store.read_stored(c)?;
            let names = |address| names(&told.prose, address);
            if !query.naming.as_deref().is_none_or(names) {
                return Ok(());
            }
            lines.push(LogLine {
                told,
                login: c.take()?,
                once: c.take()?,
                given: c.take()?,
                hash: c.take()?,
                undone_by: None,
            });
            Ok::<(), RowError>(())
        })?;
        let mut undone: HashMap<EntryId, Option<EntryId>> = HashMap::new();
        for line in &mut lines {
            let entry = line.told.event.entry;
            line.undone_by = match undone.get(&entry) {
                Some(by) => *by,
                None => *undone
                    .entry(entry)
                    .or_insert(store.undone_by(entry, query.known)?),
            };
        }
        if query.end == LimitFrom::Newest {
            lines.reverse();
        }
        Ok(lines)
    }
}
