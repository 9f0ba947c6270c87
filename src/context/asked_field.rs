//! What is asked of one field of tickets: a key with its values, as a condition that the tables can
//! answer.

use super::Context;
use super::filter_context::FilterContext;
use super::known_values::{self, word};
use super::named::spellings;
use super::reading::Reading;
use super::refusal::no_ticket;
use crate::core::filter::{FilterValue, Is};
use crate::core::model::{EntryId, FilterKind, TicketField, TicketNo};
use crate::core::time::{Instant, Period};
use crate::failure::{Failure, Noun};
use crate::store::{Condition, Flag, Tables, TicketTest};

impl Context {
    /// What the values of a key of events mean: people and entries are known.
    ///
    /// # Errors
    /// A value that the view does not know.
    pub(crate) fn meant_of_events(
        &self,
        key: &'static str,
        any: Vec<FilterValue>,
        reading: &mut Reading<'_>,
    ) -> Result<Vec<FilterValue>, Failure> {
        let directory = reading.directory()?;
        match key {
            "actor" => {
                let words = any.iter().map(word);
                let people = known_values::people(directory, key, words, &[], self.actor())?;
                let value =
                    |who: Option<String>| who.map_or(FilterValue::Absent, FilterValue::Word);
                Ok(people.into_iter().map(value).collect())
            }
            "entry" => {
                let tables = reading.people()?;
                for value in &any {
                    if let FilterValue::Number { from, to } = value
                        && from == to
                    {
                        let entry = tables.store().entry(EntryId(*from))?;
                        let last = tables.known().last();
                        entry
                            .filter(|entry| entry.first <= last)
                            .ok_or_else(|| Failure::no_such(Noun::Entry, from.to_string()))?;
                    }
                }
                Ok(any)
            }
            _ => Ok(any),
        }
    }

    /// The condition that a key with these values comes to.
    ///
    /// # Errors
    /// A value that the view does not know.
    pub(super) fn key(
        &self,
        key: &str,
        any: &[FilterValue],
        looking: FilterContext<'_>,
    ) -> Result<Condition, Failure> {
        let words = || any.iter().map(word);
        match key {
            "customer" => {
                let ids = words()
                    .flatten()
                    .map(|key| Ok(looking.directory().customer(&key)?.id));
                Ok(TicketTest::Customer(ids.collect::<Result<_, Failure>>()?).into())
            }
            "contact" => {
                let mut ids = Vec::new();
                for email in words().flatten() {
                    let meant = looking.directory().contacts(&email)?;
                    ids.extend(meant.iter().map(|contact| contact.row.id));
                }
                Ok(or_none("contact", TicketTest::Contact(ids), any))
            }
            "contract" => {
                let ids = known_values::contracts(looking.directory(), any)?;
                Ok(or_none("contract", TicketTest::Contract(ids), any))
            }
            "account-manager" => {
                let managers = self.people_meant("account-manager", any, looking)?;
                managed(&managers, looking.tables)
            }
            "priority" => known_values::priority(looking.tables, words()),
            "line" => known_values::line(looking.tables, words()),
            "version" => {
                let meant = known_values::version(looking.tables, words())?;
                Ok(TicketTest::text(key, meant).into())
            }
            "tag" => {
                let used = known_values::written_like(looking.tables, key, words())?;
                let tagged = TicketTest::Tag(used.into_iter().flatten().collect());
                Ok(match any.contains(&FilterValue::Absent) {
                    true => Condition::Any(vec![tagged.into(), TicketTest::Untagged.into()]),
                    false => tagged.into(),
                })
            }
            "source" => self.came_from(any),
            "ticket" => {
                let numbers = numbers(any);
                all_given(&numbers, looking.tables)?;
                Ok(TicketTest::Numbers(numbers).into())
            }
            "state" => Ok(TicketTest::State(any.iter().flat_map(states).collect()).into()),
            "is" => Ok(Condition::Any(
                any.iter().filter_map(|v| flag(v, looking.at)).collect(),
            )),
            "assignee" => {
                Ok(TicketTest::text(key, self.people_meant("assignee", any, looking)?).into())
            }
            "plan" => {
                let plans = known_values::plans(looking.directory(), words())?;
                Ok(TicketTest::text(key, plans).into())
            }
            _ => of_row(TicketField::row(key), any, looking.tables),
        }
    }

    /// The tool that tickets came from, a key in it with its name in front, or a key in any tool.
    fn came_from(&self, any: &[FilterValue]) -> Result<Condition, Failure> {
        let tools = self.sources()?;
        let (mut of_tools, mut of_keys) = (Vec::new(), Vec::new());
        for value in any.iter().map(word) {
            match value {
                Some(word) if tools.contains(&word) => of_tools.push(word),
                Some(word) => of_keys.extend(spellings(&tools, &word).flatten().map(Some)),
                None => of_keys.push(None),
            }
        }
        let mut came_from = Vec::new();
        if !of_tools.is_empty() {
            came_from.push(TicketTest::CameFrom(of_tools).into());
        }
        if !of_keys.is_empty() {
            came_from.push(TicketTest::text("source", of_keys).into());
        }
        Ok(Condition::Any(came_from))
    }

    /// The people that the words of a key mean.
    pub(super) fn people_meant(
        &self,
        key: &'static str,
        any: &[FilterValue],
        looking: FilterContext<'_>,
    ) -> Result<Vec<Option<String>>, Failure> {
        let words = any.iter().map(word);
        known_values::people(looking.directory(), key, words, &[], self.actor())
    }
}

/// What is asked of a field that stands in a ticket's row as it was said.
fn of_row(
    field: &'static TicketField,
    any: &[FilterValue],
    tables: Tables<'_>,
) -> Result<Condition, Failure> {
    let words = any.iter().map(word);
    match field.asked {
        Some(FilterKind::Known) => {
            let known = known_values::all_meant(tables, field, words)?;
            Ok(TicketTest::Text(field, known).into())
        }
        Some(FilterKind::Anyones) => {
            let used = known_values::written_like(tables, field.key, words)?;
            Ok(TicketTest::Text(field, used).into())
        }
        Some(FilterKind::Time) => Ok(moments(field, any)),
        _ => Err(Failure::usage(format!(
            "tickets cannot be asked for their `{}`",
            field.typed
        ))
        .hint("`sladesk help filters` lists what can be asked")),
    }
}

/// The same, or nothing where `none` is among the values.
fn or_none(key: &str, test: TicketTest, any: &[FilterValue]) -> Condition {
    match any.contains(&FilterValue::Absent) {
        true => Condition::Any(vec![test.into(), TicketTest::text(key, vec![None]).into()]),
        false => test.into(),
    }
}

fn flag(value: &FilterValue, at: Instant) -> Option<Condition> {
    let FilterValue::Is(is) = value else {
        return None;
    };
    let flag = match is {
        Is::Overdue => Flag::Overdue(at),
        Is::AtRisk => Flag::AtRisk(at),
        Is::Unanswered => Flag::Unanswered,
        Is::Courtesy => Flag::Courtesy,
        Is::Refused => Flag::Refused,
        Is::Exempt => Flag::Exempt,
    };
    Some(TicketTest::Flag(flag).into())
}

fn states(value: &FilterValue) -> Vec<crate::core::model::State> {
    match value {
        FilterValue::State(states) => states.clone(),
        _ => Vec::new(),
    }
}

fn numbers(any: &[FilterValue]) -> Vec<(TicketNo, TicketNo)> {
    any.iter()
        .filter_map(|value| match value {
            FilterValue::Number { from, to } => Some((TicketNo(*from), TicketNo(*to))),
            _ => None,
        })
        .collect()
}

/// A number that is named alone, and not as the end of a range, is that of a ticket.
fn all_given(numbers: &[(TicketNo, TicketNo)], tables: Tables<'_>) -> Result<(), Failure> {
    let (store, known) = (tables.store(), tables.known());
    let newest = store.newest_ticket(known)?.unwrap_or(TicketNo(0));
    let mut alone = numbers.iter().filter(|(from, to)| from == to);
    match alone.find(|(number, _)| number.0 < 1 || *number > newest) {
        Some((number, _)) => Err(no_ticket(*number, store, known)?),
        None => Ok(()),
    }
}

/// The period that a value is, either end open.
pub(super) fn period_of(value: &FilterValue) -> Option<(Option<Instant>, Option<Instant>)> {
    match value {
        FilterValue::Within(period) => Some(ends(period)),
        _ => None,
    }
}

fn ends(period: &Period) -> (Option<Instant>, Option<Instant>) {
    let from = (period.from > Instant::MIN).then_some(period.from);
    let to = (period.to < Instant::MAX).then_some(period.to);
    (from, to)
}

fn moments(field: &'static TicketField, any: &[FilterValue]) -> Condition {
    let conditions = any.iter().map(|value| match value {
        FilterValue::Within(period) => {
            let (from, to) = ends(period);
            Condition::Is(TicketTest::Moment(field, from, to))
        }
        _ => Condition::Is(TicketTest::Moment(field, None, None)).negated(),
    });
    Condition::Any(conditions.collect())
}

/// The customers whose account manager is one of these.
fn managed(any: &[Option<String>], tables: Tables<'_>) -> Result<Condition, Failure> {
    let all = tables.customers()?.into_iter();
    let theirs = all.filter(|row| any.contains(&row.account_manager));
    let theirs = TicketTest::Customer(theirs.map(|row| row.id).collect());
    // one of these, so that a report is not taken for one on a customer
    Ok(Condition::Any(vec![theirs.into()]))
}
