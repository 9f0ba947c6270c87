//! Which tickets a filter means: its words, resolved against the desk, become conditions that the
//! tables can answer.

use super::Context;
use super::held::{AnyHeld, HeldTerm, HeldTest};
use super::known_values;
use super::names::{contacts, customer_of_key};
use super::reading::Reading;
use crate::core::filter::{
    CLOCK_KEYS, Filter, FilterTerm, Is, TICKET_KEYS, Test as Asked, Value, filter,
};
use crate::core::model::{Asked as FieldAsked, ContractId, TicketField, TicketNo};
use crate::core::time::Instant;
use crate::core::time::{Here, Period};
use crate::failure::Failure;
use crate::store::{ClockTest, Flag, Tables, Test, TicketQuery, Where};

/// A saved filter that names another, and that one another, and so on.
const DEEPEST: u32 = 8;

/// From when a filter looks, in which tables names are looked up, and how deep its saved filters
/// may still lead.
#[derive(Clone, Copy)]
struct Looking<'s> {
    at: Instant,
    tables: Tables<'s>,
    depth: u32,
}

impl Context {
    /// The condition that the words of a filter come to.
    ///
    /// # Errors
    /// A word that is none of the filter language, or names what the desk has not.
    pub(crate) fn select<S: AsRef<str>>(&self, words: &[S]) -> Result<Where, Failure> {
        self.select_within(words, self.looking()?)
    }

    /// The same as a view of the record knows things, with `today` and what clocks show at its
    /// instant.
    ///
    /// # Errors
    /// As [`Context::select`].
    pub(crate) fn select_in<S: AsRef<str>>(
        &self,
        words: &[S],
        reading: &mut Reading<'_>,
    ) -> Result<Where, Failure> {
        let looking = Looking {
            at: reading.at(),
            tables: reading.people()?,
            depth: DEEPEST,
        };
        self.select_within(words, looking)
    }

    /// The same for a list of clocks: what is asked of their tickets, and of who held each.
    ///
    /// # Errors
    /// As [`Context::select`].
    pub(crate) fn select_clocks_in<S: AsRef<str>>(
        &self,
        words: &[S],
        reading: &mut Reading<'_>,
    ) -> Result<(Where, HeldTest), Failure> {
        let looking = Looking {
            at: reading.at(),
            tables: reading.people()?,
            depth: DEEPEST,
        };
        let here = Here::new(looking.at, self.here()?.zone);
        let mut asked = filter(words, CLOCK_KEYS, &here)?;
        let mut held = Vec::new();
        let mut of_tickets = Vec::new();
        for term in asked.terms {
            match self.held_term(&term, looking)? {
                Some(one) => held.push(one),
                None => of_tickets.push(term),
            }
        }
        asked.terms = of_tickets;
        Ok((self.condition(&asked, looking)?, HeldTest::of(held)))
    }

    fn held_term(
        &self,
        term: &FilterTerm,
        looking: Looking<'_>,
    ) -> Result<Option<HeldTerm>, Failure> {
        let Asked::Key { key, any } = &term.test else {
            return Ok(None);
        };
        let any = match *key {
            "held-by" => {
                let field = TicketField {
                    typed: "held-by",
                    ..*TicketField::row("assignee")
                };
                AnyHeld::By(self.people_meant(&field, any, looking)?)
            }
            "held-line" => {
                let field = TicketField {
                    key: "line_number",
                    typed: "held-line",
                    ..*TicketField::row("line")
                };
                let words = any.iter().map(word);
                let lines = known_values::all_meant(looking.tables, &field, words)?;
                let number = |line: Option<String>| line.and_then(|line| line.parse().ok());
                AnyHeld::Line(lines.into_iter().map(number).collect())
            }
            _ => return Ok(None),
        };
        Ok(Some(HeldTerm {
            negated: term.negated,
            any,
        }))
    }

    fn looking(&self) -> Result<Looking<'_>, Failure> {
        Ok(Looking {
            at: self.now(),
            tables: self.store()?.present(),
            depth: DEEPEST,
        })
    }

    fn select_within<S: AsRef<str>>(
        &self,
        words: &[S],
        looking: Looking<'_>,
    ) -> Result<Where, Failure> {
        let here = Here::new(looking.at, self.here()?.zone);
        self.condition(&filter(words, TICKET_KEYS, &here)?, looking)
    }

    /// The condition of a filter that was read already, as a view of the record knows things.
    ///
    /// # Errors
    /// It names what the desk has not.
    pub(crate) fn where_of(
        &self,
        filter: &Filter,
        reading: &mut Reading<'_>,
    ) -> Result<Where, Failure> {
        let looking = Looking {
            at: reading.at(),
            tables: reading.people()?,
            depth: DEEPEST,
        };
        self.condition(filter, looking)
    }

    fn condition(&self, filter: &Filter, looking: Looking<'_>) -> Result<Where, Failure> {
        let mut all = Vec::new();
        let mut clock = ClockWords::new(looking.at);
        for term in &filter.terms {
            if clock.takes(term) {
                continue;
            }
            if let Some(apart) = ClockWords::alone(term, looking.at) {
                all.push(apart.condition(looking.tables)?.negated());
                continue;
            }
            let condition = self.term(term, looking)?;
            all.push(match term.negated {
                true => condition.negated(),
                false => condition,
            });
        }
        if clock.asks() {
            all.push(clock.condition(looking.tables)?);
        }
        Ok(Where::All(all))
    }

    fn term(&self, term: &FilterTerm, looking: Looking<'_>) -> Result<Where, Failure> {
        match &term.test {
            Asked::Saved(name) => self.saved(name, looking),
            Asked::Text(any) => Ok(Where::Any(
                any.iter()
                    .map(|words| Where::Is(Test::Words(words.clone())))
                    .collect(),
            )),
            Asked::Key { key, any } => self.key(key, any, looking),
        }
    }

    fn saved(&self, name: &str, looking: Looking<'_>) -> Result<Where, Failure> {
        let assignee = |who: Option<String>| Test::text("assignee", vec![who]);
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

    fn key(&self, key: &str, any: &[Value], looking: Looking<'_>) -> Result<Where, Failure> {
        let words = || any.iter().map(word);
        match key {
            "customer" => {
                let ids = words()
                    .flatten()
                    .map(|key| Ok(customer_of_key(looking.tables, &key)?.id));
                Ok(Test::Customer(ids.collect::<Result<_, Failure>>()?).into())
            }
            "contact" => {
                let mut ids = Vec::new();
                for email in words().flatten() {
                    ids.extend(contacts(looking.tables, &email)?.iter().map(|c| c.row.id));
                }
                Ok(or_none("contact", Test::Contact(ids), any))
            }
            "contract" => {
                let ids = contracts(any, looking.tables)?;
                Ok(or_none("contract", Test::Contract(ids), any))
            }
            "account-manager" => {
                let field = TicketField::row(key);
                let managers =
                    known_values::all_meant(looking.tables, field, self.people(any).into_iter())?;
                managed(&managers, looking.tables)
            }
            "priority" => known_values::priority(looking.tables, words()),
            "line" => known_values::line(looking.tables, words()),
            "tag" => {
                let tagged = Test::Tag(words().flatten().collect());
                Ok(match any.contains(&Value::Absent) {
                    true => Where::Any(vec![tagged.into(), Test::Untagged.into()]),
                    false => tagged.into(),
                })
            }
            "ticket" => Ok(Test::Numbers(numbers(any)).into()),
            "state" => Ok(Test::State(any.iter().flat_map(states).collect()).into()),
            "is" => Ok(Where::Any(
                any.iter().filter_map(|v| flag(v, looking.at)).collect(),
            )),
            "assignee" => {
                let field = TicketField::row(key);
                Ok(Test::Text(field, self.people_meant(field, any, looking)?).into())
            }
            _ => of_row(TicketField::row(key), any, looking.tables),
        }
    }

    /// The people that the words of a field mean; who acts is known to be somebody.
    fn people_meant(
        &self,
        field: &TicketField,
        any: &[Value],
        looking: Looking<'_>,
    ) -> Result<Vec<Option<String>>, Failure> {
        let (own, others): (Vec<_>, Vec<_>) = self
            .people(any)
            .into_iter()
            .partition(|who| who.as_deref() == Some(self.actor()));
        let mut all = known_values::all_meant(looking.tables, field, others.into_iter())?;
        all.extend(own);
        Ok(all)
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
        let condition = self.select(&[filter])?;
        Ok(self.store()?.present().numbers(&by_number(condition))?)
    }

    /// The same in a view of the record.
    ///
    /// # Errors
    /// As [`Context::tickets_of`].
    pub(crate) fn tickets_in(
        &self,
        filter: &str,
        reading: &mut Reading<'_>,
    ) -> Result<Vec<TicketNo>, Failure> {
        let condition = self.select_in(&[filter], reading)?;
        let tables = reading.tables_for(&condition)?;
        Ok(tables.numbers(&by_number(condition))?)
    }
}

fn by_number(condition: Where) -> TicketQuery {
    TicketQuery {
        order: crate::store::Order::Number,
        ..TicketQuery::of(condition)
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

    /// A word that says what no clock may be like.
    fn alone(term: &FilterTerm, now: Instant) -> Option<ClockWords> {
        let mut words = ClockWords::new(now);
        let term = FilterTerm {
            negated: false,
            ..term.clone()
        };
        words.takes(&term).then_some(words)
    }

    fn asks(&self) -> bool {
        !self.tests.is_empty() || !self.milestones.is_empty() || self.due.is_some()
    }

    /// # Errors
    /// A milestone that no terms have.
    fn condition(mut self, tables: Tables<'_>) -> Result<Where, Failure> {
        if self.tests.is_empty() {
            self.tests.push(ClockTest {
                milestones: Vec::new(),
                states: Vec::new(),
                due: None,
                now: self.now,
            });
        }
        let field = TicketField::row("milestone");
        let known = |words: &[String]| -> Result<Vec<String>, Failure> {
            let mut all = Vec::new();
            for word in words {
                all.extend(known_values::meant(tables, field, word)?);
            }
            Ok(all)
        };
        let mut any = Vec::new();
        for mut test in self.tests {
            test.milestones = known(match test.milestones.is_empty() {
                true => &self.milestones,
                false => &test.milestones,
            })?;
            test.due = self.due;
            any.push(Where::Is(Test::Clock(test)));
        }
        Ok(Where::Any(any))
    }
}

/// What is asked of a field that stands in a ticket's row as it was said.
fn of_row(
    field: &'static TicketField,
    any: &[Value],
    tables: Tables<'_>,
) -> Result<Where, Failure> {
    let words = any.iter().map(word);
    match field.asked {
        Some(FieldAsked::Known) => {
            let known = known_values::all_meant(tables, field, words)?;
            Ok(Test::Text(field, known).into())
        }
        Some(FieldAsked::Anyones) => Ok(Test::Text(field, words.collect()).into()),
        Some(FieldAsked::Time) => Ok(moments(field, any)),
        _ => Err(Failure::usage(format!(
            "tickets cannot be asked for their `{}`",
            field.typed
        ))
        .hint("`sladesk help filters` lists what can be asked")),
    }
}

/// The same, or nothing where `none` is among the values.
fn or_none(key: &str, test: Test, any: &[Value]) -> Where {
    match any.contains(&Value::Absent) {
        true => Where::Any(vec![test.into(), Test::text(key, vec![None]).into()]),
        false => test.into(),
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

fn contracts(any: &[Value], tables: Tables<'_>) -> Result<Vec<ContractId>, Failure> {
    let mut ids = Vec::new();
    for word in any.iter().filter_map(word) {
        let Ok(number) = word.parse() else {
            return Err(Failure::usage(format!("`{word}` is no contract's number"))
                .hint(format!("write `contract:7`, or `customer:{word}`")));
        };
        let row = tables.contract(ContractId(number))?.filter(|row| !row.void);
        ids.push(match row {
            Some(row) => row.id,
            None => {
                return Err(Failure::not_found(format!("no contract {number}"))
                    .hint("`sladesk contract list` shows them all"));
            }
        });
    }
    Ok(ids)
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

fn moments(field: &'static TicketField, any: &[Value]) -> Where {
    let conditions = any.iter().map(|value| match value {
        Value::Within(period) => {
            let (from, to) = ends(period);
            Where::Is(Test::Moment(field, from, to))
        }
        _ => Where::Is(Test::Moment(field, None, None)).negated(),
    });
    Where::Any(conditions.collect())
}

/// The customers whose account manager is one of these.
fn managed(any: &[Option<String>], tables: Tables<'_>) -> Result<Where, Failure> {
    let all = tables.customers()?.into_iter();
    let theirs = all.filter(|row| any.contains(&row.account_manager));
    let theirs = Test::Customer(theirs.map(|row| row.id).collect());
    // one of these, so that a report is not taken for one on a customer
    Ok(Where::Any(vec![theirs.into()]))
}
