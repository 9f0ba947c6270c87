//! Which events a filter means. What the store can answer from its tables goes into the query;
//! negations, ranges of entries and a key said twice are judged event by event.

use super::account_events;
use crate::context::{Context, Reading};
use crate::core::filter::{
    Filter, FilterTerm, FilterTest, FilterValue, LOG_KEYS, TICKET_KEYS, filter,
};
use crate::core::model::{EntryId, EventId, Stream};
use crate::core::time::{LocalNow, Period};
use crate::failure::Failure;
use crate::store::{Condition, EventScope, LimitFrom, LogLine, LogQuery, TicketTest};

/// A filter of the log, read.
pub(in crate::commands) struct LogFilter {
    query: LogQuery,
    /// What the query does not say.
    rest: Vec<EventCondition>,
}

/// A condition that is judged event by event.
struct EventCondition {
    key: &'static str,
    any: Vec<FilterValue>,
    negated: bool,
}

impl LogFilter {
    /// Reads the words.
    ///
    /// # Errors
    /// A word that is none of the filter language, or names what the desk has not.
    pub(super) fn of(
        context: &Context,
        words: &[String],
        reading: &mut Reading<'_>,
    ) -> Result<LogFilter, Failure> {
        let here = LocalNow::new(reading.at(), context.here()?.zone);
        let all = filter(words, LOG_KEYS, &here)?;
        let (of_tickets, of_events): (Vec<FilterTerm>, Vec<FilterTerm>) =
            all.terms.into_iter().partition(is_of_tickets);
        let mut asked = LogFilter {
            query: LogQuery {
                about: about(context, of_tickets, reading)?,
                ..LogQuery::default()
            },
            rest: Vec::new(),
        };
        for term in of_events {
            if let FilterTest::Key { key, any } = term.test {
                let any = context.meant_of_events(key, any, reading)?;
                asked.take(key, any, term.negated);
            }
        }
        Ok(asked)
    }

    /// All that a condition means which can be told of events beside tickets too.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(in crate::commands) fn of_people(
        condition: Condition,
        reading: &mut Reading<'_>,
    ) -> Result<LogFilter, Failure> {
        let streams = account_events::streams(&condition, reading.people()?)?;
        Ok(LogFilter {
            query: LogQuery {
                about: EventScope::TicketsAndBeside(condition, streams),
                ..LogQuery::default()
            },
            rest: Vec::new(),
        })
    }

    /// All beside whose words an address stands.
    pub(in crate::commands) fn naming(address: &str) -> LogFilter {
        LogFilter {
            query: LogQuery {
                naming: Some(address.to_owned()),
                ..LogQuery::default()
            },
            rest: Vec::new(),
        }
    }

    /// Only what comes after that event.
    pub(crate) fn after(&mut self, event: Option<EventId>) {
        if let Some(event) = event {
            self.query.after = event;
        }
    }

    fn take(&mut self, key: &'static str, any: Vec<FilterValue>, negated: bool) {
        if negated || !self.query_takes(key, &any) {
            self.rest.push(EventCondition { key, any, negated });
        }
    }

    /// Puts a condition into the query, when it can say it and does not say one of that key yet.
    fn query_takes(&mut self, key: &str, any: &[FilterValue]) -> bool {
        let query = &mut self.query;
        let words = || any.iter().map(word).collect::<Option<Vec<String>>>();
        let list = match key {
            "type" => &mut query.kinds,
            "actor" => &mut query.actors,
            "once" => &mut query.once,
            "entry" => {
                let each = any.iter().map(entry).collect::<Option<Vec<EntryId>>>();
                let Some(each) = each.filter(|_| query.entries.is_empty()) else {
                    return false;
                };
                query.entries = each;
                return true;
            }
            _ => {
                let range = match key {
                    "at" => &mut query.at,
                    _ => &mut query.recorded,
                };
                let [FilterValue::Within(period)] = any else {
                    return false;
                };
                if *range != (None, None) {
                    return false;
                }
                *range = (Some(period.from), Some(period.to));
                return true;
            }
        };
        match words() {
            Some(words) if list.is_empty() => *list = words,
            _ => return false,
        }
        true
    }

    /// The events that fit. A limit counts from the end, or from the event after which they are
    /// asked for.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(in crate::commands) fn find(
        mut self,
        reading: &mut Reading<'_>,
        limit: Option<usize>,
    ) -> Result<Vec<LogLine>, Failure> {
        let from_the_end = self.query.after == EventId(0);
        self.query.known = reading.view.known;
        let beside = match &self.query.about {
            EventScope::TicketsAndBeside(condition, _)
                if !account_events::is_of_streams(condition) =>
            {
                Some(condition.clone())
            }
            _ => None,
        };
        if self.rest.is_empty() && beside.is_none() {
            self.query.limit = limit.and_then(|limit| u32::try_from(limit).ok());
        }
        if from_the_end {
            self.query.end = LimitFrom::Newest;
        }
        let tables = match &self.query.about {
            EventScope::Everything | EventScope::Tickets(Condition::Is(TicketTest::Numbers(_))) => {
                reading.people()?
            }
            EventScope::Tickets(filter) | EventScope::TicketsAndBeside(filter, _) => {
                reading.tables_for(filter)?
            }
        };
        let mut found = tables.log(&self.query)?;
        found.retain(|line| self.rest.iter().all(|rest| rest.fits(line)));
        if let Some(condition) = beside {
            found.retain(|line| match line.told.event.stream {
                Stream::Ticket(_) => true,
                Stream::Customer(_) => account_events::fits(&condition, &line.told.event),
            });
        }
        match limit {
            Some(limit) if from_the_end => {
                found.drain(..found.len().saturating_sub(limit));
            }
            Some(limit) => found.truncate(limit),
            None => {}
        }
        Ok(found)
    }
}

impl EventCondition {
    fn fits(&self, line: &LogLine) -> bool {
        self.any.iter().any(|value| self.is(line, value)) != self.negated
    }

    fn is(&self, line: &LogLine, value: &FilterValue) -> bool {
        let event = &line.told.event;
        let within = |period: &Period, at| period.from <= at && at < period.to;
        match (self.key, value) {
            ("type", FilterValue::Word(kind)) => event.fact.kind() == kind,
            ("actor", FilterValue::Word(who)) => event.actor == *who,
            ("once", FilterValue::Word(key)) => line.once.as_ref() == Some(key),
            ("once", FilterValue::Absent) => line.once.is_none(),
            ("entry", FilterValue::Number { from, to }) => (*from..=*to).contains(&event.entry.0),
            ("at", FilterValue::Within(period)) => within(period, event.at),
            ("recorded", FilterValue::Within(period)) => within(period, event.recorded),
            _ => false,
        }
    }
}

/// Saved filters and words without a key are of tickets too.
fn is_of_tickets(term: &FilterTerm) -> bool {
    match &term.test {
        FilterTest::Key { key, .. } => TICKET_KEYS.iter().any(|known| known.name == *key),
        FilterTest::Saved(_) | FilterTest::Text(_) => true,
    }
}

/// A customer, contact or contract is meant with what is written of it beside tickets.
fn about(
    context: &Context,
    terms: Vec<FilterTerm>,
    reading: &mut Reading<'_>,
) -> Result<EventScope, Failure> {
    if terms.is_empty() {
        return Ok(EventScope::Everything);
    }
    let condition = context.where_of(&Filter { terms }, reading)?;
    if !account_events::covers_account_events(&condition) {
        return Ok(EventScope::Tickets(sole_condition(condition)));
    }
    let streams = account_events::streams(&condition, reading.people()?)?;
    Ok(EventScope::TicketsAndBeside(condition, streams))
}

/// One condition needs no conjunction: the store knows tickets named by number when it sees them.
fn sole_condition(condition: Condition) -> Condition {
    match condition {
        Condition::All(mut all) if all.len() == 1 => all.remove(0),
        other => other,
    }
}

fn word(value: &FilterValue) -> Option<String> {
    match value {
        FilterValue::Word(word) => Some(word.clone()),
        _ => None,
    }
}

fn entry(value: &FilterValue) -> Option<EntryId> {
    match value {
        FilterValue::Number { from, to } if from == to => Some(EntryId(*from)),
        _ => None,
    }
}
