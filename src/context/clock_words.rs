//! Words of a filter that ask for one and the same clock.

use super::asked_field::period_of;
use super::known_values::{self, word};
use crate::core::filter::{FilterTerm, FilterTest, FilterValue};
use crate::core::model::TicketField;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::store::{ClockTest, Condition, Tables, TicketTest};

/// Words that ask for one and the same clock: `milestone:`, `clock:` and `due:` together.
pub(super) struct ClockWords {
    now: Instant,
    tests: Vec<ClockTest>,
    milestones: Vec<String>,
    due: Option<(Option<Instant>, Option<Instant>)>,
}

impl ClockWords {
    pub(super) fn new(now: Instant) -> ClockWords {
        ClockWords {
            now,
            tests: Vec::new(),
            milestones: Vec::new(),
            due: None,
        }
    }

    /// Takes a word in, unless it is negated or about something else.
    pub(super) fn takes(&mut self, term: &FilterTerm) -> bool {
        let FilterTest::Key { key, any } = &term.test else {
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

    fn test(&self, value: &FilterValue) -> Option<ClockTest> {
        let FilterValue::Clock(asked) = value else {
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
    pub(super) fn of_negated(term: &FilterTerm, now: Instant) -> Option<ClockWords> {
        let mut words = ClockWords::new(now);
        let term = FilterTerm {
            negated: false,
            ..term.clone()
        };
        words.takes(&term).then_some(words)
    }

    pub(super) fn asks(&self) -> bool {
        !self.tests.is_empty() || !self.milestones.is_empty() || self.due.is_some()
    }

    /// # Errors
    /// A milestone that no terms have.
    pub(super) fn condition(mut self, tables: Tables<'_>) -> Result<Condition, Failure> {
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
            any.push(Condition::Is(TicketTest::Clock(test)));
        }
        Ok(Condition::Any(any))
    }
}
