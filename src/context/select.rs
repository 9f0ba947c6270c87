//! Which tickets a filter means: its words, resolved against the desk, become conditions that the
//! tables can answer.

use super::Context;
use crate::core::filter::{Filter, FilterTerm, Is, TICKET_KEYS, Test as Asked, Value, filter};
use crate::core::model::{ContractId, TicketNo};
use crate::core::time::Instant;
use crate::core::time::{Here, Period};
use crate::failure::Failure;
use crate::store::{ClockTest, Flag, MomentColumn, Test, TextColumn, TicketQuery, Where};

/// A saved filter that names another, and that one another, and so on.
const DEEPEST: u32 = 8;

/// From when a filter looks, and how deep its saved filters may still lead.
#[derive(Clone, Copy, Debug)]
struct Looking {
    at: Instant,
    depth: u32,
}

impl Context {
    /// The condition that the words of a filter come to.
    ///
    /// # Errors
    /// A word that is none of the filter language, or names what the desk has not.
    pub(crate) fn select<S: AsRef<str>>(&self, words: &[S]) -> Result<Where, Failure> {
        self.select_at(words, self.now())
    }

    /// The same with `today` and what clocks show as of an instant.
    ///
    /// # Errors
    /// As [`Context::select`].
    pub(crate) fn select_at<S: AsRef<str>>(
        &self,
        words: &[S],
        at: Instant,
    ) -> Result<Where, Failure> {
        let looking = Looking { at, depth: DEEPEST };
        self.select_within(words, looking)
    }

    fn select_within<S: AsRef<str>>(
        &self,
        words: &[S],
        looking: Looking,
    ) -> Result<Where, Failure> {
        let here = Here::new(looking.at, self.here()?.zone);
        self.condition(&filter(words, TICKET_KEYS, &here)?, looking)
    }

    /// The condition of a filter that was read already.
    ///
    /// # Errors
    /// It names what the desk has not.
    pub(crate) fn where_of(&self, filter: &Filter) -> Result<Where, Failure> {
        let looking = Looking {
            at: self.now(),
            depth: DEEPEST,
        };
        self.condition(filter, looking)
    }

    fn condition(&self, filter: &Filter, looking: Looking) -> Result<Where, Failure> {
        let mut all = Vec::new();
        let mut clock = ClockWords::new(looking.at);
        for term in &filter.terms {
            if clock.takes(term) {
                continue;
            }
            let condition = self.term(term, looking)?;
            all.push(match term.negated {
                true => condition.negated(),
                false => condition,
            });
        }
        all.extend(clock.condition());
        Ok(Where::All(all))
    }

    fn term(&self, term: &FilterTerm, looking: Looking) -> Result<Where, Failure> {
        match &term.test {
            Asked::Saved(name) => self.saved(name, looking),
            Asked::Text(any) => Ok(Where::Any(
                any.iter()
                    .map(|words| Where::Is(Test::Words(words.clone())))
                    .collect(),
            )),
            Asked::Key { key, any } => self.key(key, any, looking.at),
        }
    }

    fn saved(&self, name: &str, looking: Looking) -> Result<Where, Failure> {
        let assignee = |who: Option<String>| Test::Text(TextColumn::Assignee, vec![who]);
        match name {
            "mine" => return Ok(assignee(Some(self.actor().to_owned())).into()),
            "free" => return Ok(assignee(None).into()),
            _ => {}
        }
        let filters = &self.settings.file.filters;
        let Some((words, _)) = filters.get(name) else {
            let known = filters.keys().map(String::as_str).chain(["mine", "free"]);
            return Err(Failure::usage(format!("no saved filter `@{name}`"))
                .meant(
                    crate::core::text::nearest(name, known)
                        .map(|near| format!("@{near}"))
                        .as_deref(),
                )
                .hint("`@mine` and `@free` are built in; others stand in the configuration file"));
        };
        match looking.depth.checked_sub(1) {
            Some(depth) => self.select_within(&[words], Looking { depth, ..looking }),
            None => Err(Failure::usage(format!(
                "the saved filter `@{name}` leads back to itself"
            ))),
        }
    }

    fn key(&self, key: &str, any: &[Value], at: Instant) -> Result<Where, Failure> {
        let words = || any.iter().map(word);
        let text = |column| Ok(Test::Text(column, words().collect()).into());
        match key {
            "customer" => {
                let ids = words().flatten().map(|key| Ok(self.customer(&key)?.id));
                Ok(Test::Customer(ids.collect::<Result<_, Failure>>()?).into())
            }
            "contact" => {
                let store = self.store()?;
                let mut ids = Vec::new();
                for email in words().flatten() {
                    let found = store.contacts_of_email(&email)?;
                    if found.is_empty() {
                        self.contact(&email)?;
                    }
                    ids.extend(found.iter().map(|contact| contact.row.id));
                }
                Ok(Test::Contact(ids).into())
            }
            "contract" => Ok(Test::Contract(contracts(any)?).into()),
            "priority" => Ok(priority(words().flatten())),
            "tag" => Ok(Test::Tag(words().flatten().collect()).into()),
            "account-manager" => Ok(Test::AccountManager(words().collect()).into()),
            "ticket" => Ok(Test::Numbers(numbers(any)).into()),
            "state" => Ok(Test::State(any.iter().flat_map(states).collect()).into()),
            "is" => Ok(Where::Any(any.iter().filter_map(|v| flag(v, at)).collect())),
            "plan" => text(TextColumn::Plan),
            "line" => text(TextColumn::Line),
            "assignee" => Ok(Test::Text(TextColumn::Assignee, self.people(any)).into()),
            "channel" => text(TextColumn::Channel),
            "topic" => text(TextColumn::Topic),
            "environment" => text(TextColumn::Environment),
            "component" => text(TextColumn::Component),
            "version" => text(TextColumn::Version),
            "opened" => Ok(moments(MomentColumn::Opened, any)),
            "responded" => Ok(moments(MomentColumn::Responded, any)),
            "resolved" => Ok(moments(MomentColumn::Resolved, any)),
            "closed" => Ok(moments(MomentColumn::Closed, any)),
            "updated" => Ok(moments(MomentColumn::Updated, any)),
            "follow-up" => Ok(moments(MomentColumn::FollowUp, any)),
            other => Err(
                Failure::usage(format!("tickets cannot be asked for their `{other}`"))
                    .hint("`sladesk help filters` lists what can be asked"),
            ),
        }
    }

    /// `assignee:me` is who acts.
    fn people(&self, any: &[Value]) -> Vec<Option<String>> {
        let person = |value| match word(value) {
            Some(me) if me == "me" => Some(self.actor().to_owned()),
            other => other,
        };
        any.iter().map(person).collect()
    }

    /// The numbers of the tickets that fit a filter in one word, by number.
    ///
    /// # Errors
    /// A filter that cannot be read, or names what the desk has not.
    pub(crate) fn tickets_of(&self, filter: &str) -> Result<Vec<TicketNo>, Failure> {
        let query = TicketQuery {
            order: crate::store::Order::Number,
            ..TicketQuery::of(self.select(&[filter])?)
        };
        Ok(self.store()?.numbers(&query)?)
    }
}

/// Words that ask for one and the same clock: `milestone:`, `clock:` and `due:` together.
struct ClockWords {
    now: Instant,
    tests: Vec<ClockTest>,
    milestones: Vec<String>,
    due: Option<(Option<Instant>, Option<Instant>)>,
}

impl ClockWords {
    fn new(now: Instant) -> ClockWords {
        ClockWords {
            now,
            tests: Vec::new(),
            milestones: Vec::new(),
            due: None,
        }
    }

    /// Takes a word in, unless it is negated or about something else.
    fn takes(&mut self, term: &FilterTerm) -> bool {
        let Asked::Key { key, any } = &term.test else {
            return false;
        };
        match (*key, term.negated) {
            ("milestone", false) => self.milestones.extend(any.iter().filter_map(word)),
            ("due", false) => self.due = any.iter().find_map(period_of),
            ("clock", false) => {
                let tests: Vec<ClockTest> = any.iter().filter_map(|v| self.test(v)).collect();
                self.tests.extend(tests);
            }
            _ => return false,
        }
        true
    }

    fn test(&self, value: &Value) -> Option<ClockTest> {
        let Value::Clock(asked) = value else {
            return None;
        };
        Some(ClockTest {
            milestones: asked.milestone.iter().cloned().collect(),
            states: vec![asked.state],
            due: None,
            now: self.now,
        })
    }

    fn condition(mut self) -> Option<Where> {
        if self.tests.is_empty() {
            if self.milestones.is_empty() && self.due.is_none() {
                return None;
            }
            self.tests.push(ClockTest {
                milestones: Vec::new(),
                states: Vec::new(),
                due: None,
                now: self.now,
            });
        }
        let any = self.tests.into_iter().map(|mut test| {
            if test.milestones.is_empty() {
                test.milestones.clone_from(&self.milestones);
            }
            test.due = self.due;
            Where::Is(Test::Clock(test))
        });
        Some(Where::Any(any.collect()))
    }
}

fn flag(value: &Value, at: Instant) -> Option<Where> {
    let Value::Is(is) = value else { return None };
    let flag = match is {
        Is::Overdue => Flag::Overdue(at),
        Is::Unanswered => Flag::Unanswered,
        Is::Courtesy => Flag::Courtesy,
        Is::Refused => Flag::Refused,
        Is::Exempt => Flag::Exempt,
    };
    Some(Test::Flag(flag).into())
}

fn word(value: &Value) -> Option<String> {
    match value {
        Value::Word(word) => Some(word.clone()),
        _ => None,
    }
}

fn states(value: &Value) -> Vec<crate::core::model::State> {
    match value {
        Value::State(states) => states.clone(),
        _ => Vec::new(),
    }
}

fn numbers(any: &[Value]) -> Vec<(TicketNo, TicketNo)> {
    any.iter()
        .filter_map(|value| match value {
            Value::Number { from, to } => Some((TicketNo(*from), TicketNo(*to))),
            _ => None,
        })
        .collect()
}

fn contracts(any: &[Value]) -> Result<Vec<ContractId>, Failure> {
    any.iter()
        .filter_map(word)
        .map(|word| match word.parse() {
            Ok(number) => Ok(ContractId(number)),
            Err(_) => Err(Failure::usage(format!("`{word}` is no contract's number"))
                .hint(format!("write `contract:7`, or `customer:{word}`"))),
        })
        .collect()
}

/// By what a plan calls it, or by its rank: `high` and 1 are both the highest.
fn priority(words: impl Iterator<Item = String>) -> Where {
    let any = words.map(|word| {
        let rank = match word.as_str() {
            "high" | "highest" => Some(1),
            other => other.parse().ok(),
        };
        let named = Where::Is(Test::Text(TextColumn::Priority, vec![Some(word)]));
        match rank {
            Some(rank) => Where::Any(vec![named, Where::Is(Test::Rank(vec![rank]))]),
            None => named,
        }
    });
    Where::Any(any.collect())
}

fn period_of(value: &Value) -> Option<(Option<Instant>, Option<Instant>)> {
    match value {
        Value::Within(period) => Some(ends(period)),
        _ => None,
    }
}

fn ends(period: &Period) -> (Option<Instant>, Option<Instant>) {
    let from = (period.from > Instant::MIN).then_some(period.from);
    let to = (period.to < Instant::MAX).then_some(period.to);
    (from, to)
}

fn moments(column: MomentColumn, any: &[Value]) -> Where {
    let conditions = any.iter().map(|value| match value {
        Value::Within(period) => {
            let (from, to) = ends(period);
            Where::Is(Test::Moment(column, from, to))
        }
        _ => Where::Is(Test::Moment(column, None, None)).negated(),
    });
    Where::Any(conditions.collect())
}
