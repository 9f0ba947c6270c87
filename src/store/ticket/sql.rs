//! Conditions as SQL. The text is made of fixed pieces only; what people typed goes into
//! placeholders.

use std::borrow::Cow;

use super::search::{MatchText, fts5, tsvector};
use super::test::{ClockTest, Condition, Flag, TicketTest};
use crate::core::model::{State, TicketField};
use crate::core::sla::ClockState;
use crate::core::time::Instant;
use crate::store::engine::Arg;
use crate::store::tables::Pass;

/// A statement in the making. Placeholders are numbered as they are written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sql {
    text: String,
    values: Vec<SqlValue>,
}

#[derive(Clone, Debug)]
enum SqlValue {
    Whole(i64),
    Text(String),
}

impl Sql {
    pub(crate) fn new(text: &str) -> Sql {
        Sql {
            text: text.to_owned(),
            values: Vec::new(),
        }
    }

    pub(crate) fn args(&self) -> Vec<Arg<'_>> {
        self.values
            .iter()
            .map(|value| match value {
                SqlValue::Whole(n) => Arg::Whole(*n),
                SqlValue::Text(text) => Arg::Text(text),
            })
            .collect()
    }

    pub(crate) fn push(&mut self, text: &str) -> &mut Sql {
        self.text.push_str(text);
        self
    }

    pub(crate) fn whole(&mut self, n: i64) -> &mut Sql {
        self.value(SqlValue::Whole(n))
    }

    pub(crate) fn word(&mut self, word: &str) -> &mut Sql {
        self.value(SqlValue::Text(word.to_owned()))
    }

    fn value(&mut self, value: SqlValue) -> &mut Sql {
        self.values.push(value);
        let place = format!("${}", self.values.len());
        self.push(&place)
    }

    /// `each` for every item, with `between` them; `none` when there is no item.
    pub(crate) fn list<T>(
        &mut self,
        items: &[T],
        (between, none): (&str, &str),
        mut each: impl FnMut(&mut Sql, &T),
    ) -> &mut Sql {
        for (i, item) in items.iter().enumerate() {
            self.push(if i == 0 { "(" } else { between });
            each(self, item);
        }
        self.push(if items.is_empty() { none } else { ")" })
    }

    /// ` AND condition`, unless it asks nothing.
    pub(crate) fn and(&mut self, condition: &Condition) -> &mut Sql {
        if condition.is_everything() {
            return self;
        }
        match condition {
            // Each on its own, so that the engine sees them apart.
            Condition::All(all) => {
                for each in all {
                    self.and(each);
                }
                self
            }
            other => self.push(" AND ").condition(other),
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// A part of the statement as a pass asks it.
    pub(crate) fn within(&mut self, pass: Pass, build: impl FnOnce(&mut Sql)) -> &mut Sql {
        let start = self.text.len();
        build(self);
        let part = pass.text(&self.text[start..]).into_owned();
        self.text.truncate(start);
        self.push(&part)
    }

    /// ` AND` the rows of that table rest on no later event than this pass is to find.
    pub(crate) fn known(&mut self, table: &str, pass: Pass) -> &mut Sql {
        match pass.known() {
            // behind the sign no index is thought of: few rows are left out
            Some(known) => self
                .push(" AND +")
                .push(table)
                .push(".known <= ")
                .whole(known.0),
            None => self,
        }
    }

    /// The text as a pass asks it.
    pub(crate) fn text_of(&self, pass: Pass) -> Cow<'_, str> {
        pass.text(&self.text)
    }

    /// A condition on the ticket called `t`.
    pub(crate) fn condition(&mut self, condition: &Condition) -> &mut Sql {
        match condition {
            Condition::All(all) => self.list(all, (" AND ", "1 = 1"), |sql, each| {
                sql.condition(each);
            }),
            Condition::Any(any) => self.list(any, (" OR ", "1 = 0"), |sql, each| {
                sql.condition(each);
            }),
            // What is unknown is not so: `NOT` alone would leave it unknown.
            Condition::Not(inner) => self
                .push("CASE WHEN ")
                .condition(inner)
                .push(" THEN 0 ELSE 1 END = 1"),
            Condition::Is(test) => self.test(test),
        }
    }

    fn test(&mut self, test: &TicketTest) -> &mut Sql {
        match test {
            TicketTest::Numbers(ranges) => {
                self.list(ranges, (" OR ", "1 = 0"), |sql, (from, to)| {
                    if from == to {
                        sql.push("t.number = ").whole(from.0);
                    } else {
                        sql.push("t.number >= ").whole(from.0);
                        sql.push(" AND t.number <= ").whole(to.0);
                    }
                })
            }
            TicketTest::Customer(ids) => self.ids("t.customer", ids.iter().map(|id| id.0)),
            TicketTest::Contact(ids) => self.ids("t.contact", ids.iter().map(|id| id.0)),
            TicketTest::Contract(ids) => self.ids("t.contract", ids.iter().map(|id| id.0)),
            TicketTest::Rank(ranks) => {
                self.ids("t.priority_rank", ranks.iter().map(|n| i64::from(*n)))
            }
            TicketTest::Line(lines) => {
                self.ids("t.line_number", lines.iter().map(|n| i64::from(*n)))
            }
            TicketTest::Text(field, words)
                if is_key(field) && words.iter().all(Option::is_some) =>
            {
                self.push("t.number IN (SELECT t.number FROM ticket t WHERE ");
                self.words(&column(field), words).push(")")
            }
            TicketTest::Text(field, words) => self.words(&column(field), words),
            TicketTest::State(states) => self.states(states),
            TicketTest::Moment(field, from, to) if is_apart(field) && from.is_some() => {
                self.push("t.number IN (SELECT t.number FROM ticket t WHERE ");
                self.moment(&column(field), *from, *to).push(")")
            }
            TicketTest::Moment(field, from, to) => self.moment(&column(field), *from, *to),
            TicketTest::Tag(tags) => {
                self.push("t.number IN (SELECT ticket FROM tag WHERE tag IN ");
                self.list(tags, (", ", "(NULL)"), |sql, tag| {
                    sql.word(tag);
                });
                self.push(")")
            }
            TicketTest::Untagged => {
                self.push("NOT EXISTS (SELECT 1 FROM tag g WHERE g.ticket = t.number)")
            }
            TicketTest::CameFrom(tools) => self.list(tools, (" OR ", "1 = 0"), |sql, tool| {
                // a key stands behind the name and a colon, and `;` is the next letter
                sql.push("t.source >= ").word(&format!("{tool}:"));
                sql.push(" AND t.source < ").word(&format!("{tool};"));
            }),
            TicketTest::Clock(clock) => self.clock(clock),
            TicketTest::Words(wanted) => match wanted.text() {
                None => self.push("1 = 0"),
                Some(MatchText::Fts5(text)) => {
                    self.push("t.number IN (").push(fts5::MATCHING);
                    self.word(text).push(")")
                }
                Some(MatchText::TsVector(all)) => {
                    self.list(all, (" AND ", "1 = 1"), |sql, wanted| {
                        sql.push("t.number IN (").push(tsvector::MATCHING);
                        sql.word(wanted).push(tsvector::AS_QUERY).push(")");
                    })
                }
            },
            TicketTest::Flag(flag) => self.flag(*flag),
            TicketTest::Unclocked => self.push(
                "NOT EXISTS (SELECT 1 FROM clock c WHERE c.ticket = t.number AND c.ended IS NULL)",
            ),
        }
    }

    fn ids(&mut self, column: &str, ids: impl Iterator<Item = i64>) -> &mut Sql {
        let ids: Vec<i64> = ids.collect();
        if let [id] = ids[..] {
            return self.push(column).push(" = ").whole(id);
        }
        self.push(column).push(" IN ");
        self.list(&ids, (", ", "(NULL)"), |sql, id| {
            sql.whole(*id);
        })
    }

    fn words(&mut self, column: &str, words: &[Option<String>]) -> &mut Sql {
        self.list(words, (" OR ", "1 = 0"), |sql, word| {
            sql.push(column);
            match word {
                Some(word) => sql.push(" = ").word(word),
                None => sql.push(" IS NULL"),
            };
        })
    }

    /// What is not done has an index of its own, and so has what has not ended; they have to be
    /// asked for by their conditions.
    fn states(&mut self, states: &[State]) -> &mut Sql {
        if !states.is_empty() && states.iter().all(|state| state.is_active()) {
            self.push("t.done IS NULL");
            let mut active = State::ALL.iter().filter(|state| state.is_active());
            if active.all(|state| states.contains(state)) {
                return self;
            }
            self.push(" AND ");
        } else if !states.is_empty() && states.iter().all(|state| !state.is_final()) {
            self.push("t.ended IS NULL AND ");
        }
        self.push("t.state IN ");
        self.list(states, (", ", "(NULL)"), |sql, state| {
            sql.word(state.word());
        })
    }

    pub(crate) fn moment(
        &mut self,
        column: &str,
        from: Option<Instant>,
        to: Option<Instant>,
    ) -> &mut Sql {
        self.push(column).push(" IS NOT NULL");
        if let Some(from) = from {
            self.push(" AND ").push(column).push(" >= ").whole(from.0);
        }
        if let Some(to) = to {
            self.push(" AND ").push(column).push(" < ").whole(to.0);
        }
        self
    }

    fn flag(&mut self, flag: Flag) -> &mut Sql {
        match flag {
            Flag::Overdue(now) => {
                self.push(
                    "t.number IN (SELECT c.ticket FROM clock c WHERE c.ended IS NULL AND c.breach <= ",
                );
                self.whole(now.0).push(" AND c.due < ");
                self.whole(now.0).push(")")
            }
            Flag::AtRisk(now) => {
                self.push("t.number IN (SELECT c.ticket FROM clock c WHERE ");
                self.clock_state(ClockState::Running, now);
                self.push(" AND c.at_risk <= ").whole(now.0).push(")")
            }
            Flag::Unanswered => self.push("t.done IS NULL AND t.spoke_last = 'customer'"),
            Flag::Courtesy => self.push("t.courtesy = 1"),
            Flag::Refused => self.push("t.refused = 1"),
            Flag::Exempt => self.push("t.exempt IS NOT NULL"),
        }
    }

    fn clock(&mut self, test: &ClockTest) -> &mut Sql {
        let lives = test.due.is_some()
            || !test.states.is_empty()
                && test
                    .states
                    .iter()
                    .all(|state| matches!(state, ClockState::Running | ClockState::Paused));
        // Live clocks are few and have an index; of the others the ticket's own are looked at.
        self.push(if lives {
            "t.number IN (SELECT c.ticket FROM clock c WHERE c.ended IS NULL"
        } else {
            "EXISTS (SELECT 1 FROM clock c WHERE c.ticket = t.number"
        });
        if !test.milestones.is_empty() {
            self.push(" AND c.milestone IN ");
            self.list(&test.milestones, (", ", "(NULL)"), |sql, milestone| {
                sql.word(milestone);
            });
        }
        if !test.states.is_empty() {
            self.push(" AND ");
            self.list(&test.states, (" OR ", ""), |sql, state| {
                sql.clock_state(*state, test.now);
            });
        }
        if let Some((from, to)) = test.due {
            self.push(" AND ").moment("c.due", from, to);
        }
        self.push(")")
    }

    /// Ended so, and not late.
    fn unbroken(&mut self, fate: &str, now: Instant) -> &mut Sql {
        self.push("c.fate = ").word(fate);
        self.push(" AND (c.due IS NULL OR c.due >= c.ended OR c.breach IS NULL OR c.breach > ");
        self.whole(now.0).push(")")
    }

    /// What [`ClockState::at`] says of a row, at the present: what has ended did so in the past.
    fn clock_state(&mut self, state: ClockState, now: Instant) -> &mut Sql {
        match state {
            ClockState::Running | ClockState::Paused => {
                self.push("c.ended IS NULL AND ");
                self.push(match state {
                    ClockState::Paused => {
                        "c.paused IS NOT NULL AND (c.resumes IS NULL OR c.resumes > "
                    }
                    _ => "(c.paused IS NULL OR c.resumes <= ",
                });
                self.whole(now.0).push(")");
                self.push(" AND (c.breach IS NULL OR c.breach > ")
                    .whole(now.0);
                self.push(" OR c.due >= ").whole(now.0);
                self.push(")")
            }
            ClockState::Breached => {
                self.push("c.due < COALESCE(c.ended, ").whole(now.0);
                self.push(") AND c.breach <= ").whole(now.0);
                self.push(" AND COALESCE(c.fate, '') <> 'corrected'")
            }
            ClockState::Met => self.unbroken("reached", now),
            ClockState::Superseded => self.unbroken("replaced", now),
            ClockState::Cancelled => self.unbroken("cancelled", now),
            ClockState::Corrected => self.push("c.fate = 'corrected'"),
        }
    }
}

/// A field's column in the table of tickets: its key.
fn column(field: &TicketField) -> String {
    format!("t.{}", field.key)
}

/// It says which ticket is meant: asked for by its index, whatever the order of the list.
fn is_key(field: &TicketField) -> bool {
    field.key == "source"
}

/// It has an index, but not in the order of any list: the engine would rather walk through all
/// tickets in order than sort the few that fit.
fn is_apart(field: &TicketField) -> bool {
    matches!(field.key, "resolved" | "closed" | "updated")
}
