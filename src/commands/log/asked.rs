//! Which events a filter means. What the store can answer from its tables goes into the query;
//! negations, ranges of entries and a key said twice are judged event by event.

use super::beside;
use crate::context::{Context, Reading};
use crate::core::filter::{Filter, FilterTerm, LOG_KEYS, TICKET_KEYS, Test, Value, filter};
use crate::core::model::{EntryId, EventId, Stream};
use crate::core::time::{Here, Period};
use crate::failure::Failure;
use crate::store::{About, End, LogLine, LogQuery, Test as Asks, Where};

/// A filter of the log, read.
pub(super) struct LogFilter {
    query: LogQuery,
    /// What the query does not say.
    rest: Vec<Rest>,
}

/// A condition that is judged event by event.
struct Rest {
    key: &'static str,
    any: Vec<Value>,
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
        let here = Here::new(reading.at(), context.here()?.zone);
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
            if let Test::Key { key, any } = term.test {
                asked.take(key, meant(context, key, any), term.negated);
            }
        }
        Ok(asked)
    }

    /// Only what comes after that event.
    pub(crate) fn after(&mut self, event: Option<EventId>) {
        if let Some(event) = event {
            self.query.after = event;
        }
    }

    fn take(&mut self, key: &'static str, any: Vec<Value>, negated: bool) {
        if negated || !self.query_takes(key, &any) {
            self.rest.push(Rest { key, any, negated });
        }
    }

    /// Puts a condition into the query, when it can say it and does not say one of that key yet.
    fn query_takes(&mut self, key: &str, any: &[Value]) -> bool {
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
                let [Value::Within(period)] = any else {
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
    pub(super) fn find(
        mut self,
        reading: &mut Reading<'_>,
        limit: Option<usize>,
    ) -> Result<Vec<LogLine>, Failure> {
        let from_the_end = self.query.after == EventId(0);
        self.query.known = reading.view.known;
        let beside = match &self.query.about {
            About::TicketsAndBeside(condition, _) if !beside::is_of_streams(condition) => {
                Some(condition.clone())
            }
            _ => None,
        };
        if self.rest.is_empty() && beside.is_none() {
            self.query.limit = limit.and_then(|limit| u32::try_from(limit).ok());
        }
        if from_the_end {
            self.query.end = End::Newest;
        }
        let tables = match &self.query.about {
            About::Everything | About::Tickets(Where::Is(Asks::Numbers(_))) => reading.people()?,
            About::Tickets(filter) | About::TicketsAndBeside(filter, _) => {
                reading.tables_for(filter)?
            }
        };
        let mut found = tables.log(&self.query)?;
        found.retain(|line| self.rest.iter().all(|rest| rest.fits(line)));
        if let Some(condition) = beside {
            found.retain(|line| match line.told.event.stream {
                Stream::Ticket(_) => true,
                Stream::Customer(_) => beside::fits(&condition, &line.told.event),
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

impl Rest {
    fn fits(&self, line: &LogLine) -> bool {
        self.any.iter().any(|value| self.is(line, value)) != self.negated
    }

    fn is(&self, line: &LogLine, value: &Value) -> bool {
        let event = &line.told.event;
        let within = |period: &Period, at| period.from <= at && at < period.to;
        match (self.key, value) {
            ("type", Value::Word(kind)) => event.fact.kind() == kind,
            ("actor", Value::Word(who)) => event.actor == *who,
            ("once", Value::Word(key)) => line.once.as_ref() == Some(key),
            ("once", Value::Absent) => line.once.is_none(),
            ("entry", Value::Number { from, to }) => (*from..=*to).contains(&event.entry.0),
            ("at", Value::Within(period)) => within(period, event.at),
            ("recorded", Value::Within(period)) => within(period, event.recorded),
            _ => false,
        }
    }
}

/// Saved filters and words without a key are of tickets too.
fn is_of_tickets(term: &FilterTerm) -> bool {
    match &term.test {
        Test::Key { key, .. } => TICKET_KEYS.iter().any(|known| known.name == *key),
        Test::Saved(_) | Test::Text(_) => true,
    }
}

/// A customer, contact or contract is meant with what is written of it beside tickets.
fn about(
    context: &Context,
    terms: Vec<FilterTerm>,
    reading: &mut Reading<'_>,
) -> Result<About, Failure> {
    if terms.is_empty() {
        return Ok(About::Everything);
    }
    let condition = context.where_of(&Filter { terms }, reading)?;
    if !beside::is_told_of_them(&condition) {
        return Ok(About::Tickets(alone(condition)));
    }
    let streams = beside::streams(&condition, reading.people()?)?;
    Ok(About::TicketsAndBeside(condition, streams))
}

/// One condition needs no conjunction: the store knows tickets named by number when it sees them.
fn alone(condition: Where) -> Where {
    match condition {
        Where::All(mut all) if all.len() == 1 => all.remove(0),
        other => other,
    }
}

/// `actor:me` is who asks.
fn meant(context: &Context, key: &str, mut any: Vec<Value>) -> Vec<Value> {
    for value in &mut any {
        if key == "actor" && *value == Value::Word("me".to_owned()) {
            *value = Value::Word(context.actor().to_owned());
        }
    }
    any
}

fn word(value: &Value) -> Option<String> {
    match value {
        Value::Word(word) => Some(word.clone()),
        _ => None,
    }
}

fn entry(value: &Value) -> Option<EntryId> {
    match value {
        Value::Number { from, to } if from == to => Some(EntryId(*from)),
        _ => None,
    }
}
