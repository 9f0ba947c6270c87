//! Which tickets a filter means: its words, resolved against the desk, become conditions that the
//! tables can answer.

use super::Context;
use super::clock_traits::TraitTest;
use super::clock_words::ClockWords;
use super::filter_context::FilterContext;
use super::reading::Reading;
use super::saved_filters::SavedDepth;
use crate::core::filter::{
    CLOCK_KEYS, Filter, FilterKey, FilterTerm, FilterTest, TICKET_KEYS, filter,
};
use crate::core::model::TicketNo;
use crate::core::time::LocalNow;
use crate::failure::{Exit, Failure, FailureCode};
use crate::settings::Abbreviations;
use crate::store::{Condition, TicketQuery, TicketTest};

/// The saved filters that need no configuration: what is assigned to whoever asks, and to nobody.
pub(crate) const BUILT_IN_FILTERS: [&str; 2] = ["mine", "free"];

impl Context {
    /// The condition that the words of a filter come to.
    ///
    /// # Errors
    /// A word that is none of the filter language, or names what the desk has not.
    pub(crate) fn select<S: AsRef<str>>(&self, words: &[S]) -> Result<Condition, Failure> {
        let looking = FilterContext {
            at: self.now(),
            tables: self.store()?.present(),
            keys: TICKET_KEYS,
            depth: SavedDepth::TYPED,
            abbreviations: self.settings.abbreviations,
        };
        Ok(self.select_within(words, looking)?.0)
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
    ) -> Result<Condition, Failure> {
        Ok(self.select_within(words, looking(reading, TICKET_KEYS)?)?.0)
    }

    /// The same for a list of clocks: what is asked of their tickets, and of each clock.
    ///
    /// # Errors
    /// As [`Context::select`].
    pub(crate) fn select_clocks_in<S: AsRef<str>>(
        &self,
        words: &[S],
        reading: &mut Reading<'_>,
    ) -> Result<(Condition, TraitTest), Failure> {
        self.select_within(words, looking(reading, CLOCK_KEYS)?)
    }

    /// The condition of a filter that was read already, as a view of the record knows things.
    ///
    /// # Errors
    /// It names what the desk has not.
    pub(crate) fn where_of(
        &self,
        filter: &Filter,
        reading: &mut Reading<'_>,
    ) -> Result<Condition, Failure> {
        Ok(self.asked(filter, looking(reading, TICKET_KEYS)?)?.0)
    }

    fn select_within<S: AsRef<str>>(
        &self,
        words: &[S],
        looking: FilterContext<'_>,
    ) -> Result<(Condition, TraitTest), Failure> {
        let here = LocalNow::new(looking.at, self.here()?.zone);
        self.asked(&filter(words, looking.keys, &here)?, looking)
    }

    /// What all terms ask together, of tickets and of each clock.
    fn asked(
        &self,
        filter: &Filter,
        looking: FilterContext<'_>,
    ) -> Result<(Condition, TraitTest), Failure> {
        let (mut all, mut traits) = (Vec::new(), Vec::new());
        let mut clock = ClockWords::new(looking.at);
        for term in &filter.terms {
            if clock.takes(term) {
                continue;
            }
            if let Some(apart) = ClockWords::of_negated(term, looking.at) {
                all.push(apart.condition(looking.tables)?.negated());
                continue;
            }
            if let Some(of_clock) = self.clock_trait(term, looking)? {
                traits.push(of_clock);
                continue;
            }
            let (of_ticket, of_clock) = self.term(term, looking)?;
            all.push(of_ticket);
            traits.push(of_clock);
        }
        if clock.asks() {
            all.push(clock.condition(looking.tables)?);
        }
        Ok((Condition::All(all), TraitTest::All(traits)))
    }

    fn term(
        &self,
        term: &FilterTerm,
        looking: FilterContext<'_>,
    ) -> Result<(Condition, TraitTest), Failure> {
        let (of_ticket, of_clock) = match &term.test {
            FilterTest::Saved(name) => self.saved(name, looking)?,
            FilterTest::Text(any) => {
                let words = any.iter().map(|sought| {
                    let words = looking.tables.search_words(sought)?;
                    Ok(TicketTest::Words(words).into())
                });
                without_traits(Condition::Any(words.collect::<Result<_, Failure>>()?))
            }
            FilterTest::Key { key, any } => without_traits(self.key(key, any, looking)?),
        };
        if !term.negated {
            return Ok((of_ticket, of_clock));
        }
        match (of_ticket.is_everything(), of_clock.is_everything()) {
            (_, true) => Ok((of_ticket.negated(), of_clock)),
            (true, false) => Ok((of_ticket, of_clock.negated())),
            (false, false) => Err(Failure::coded(
                Exit::Usage,
                FailureCode::MixedNegation {
                    word: term.word.clone(),
                },
            )),
        }
    }

    fn saved(
        &self,
        name: &str,
        looking: FilterContext<'_>,
    ) -> Result<(Condition, TraitTest), Failure> {
        let assignee = |who: Option<String>| TicketTest::text("assignee", vec![who]);
        match name {
            "mine" => return Ok(without_traits(assignee(Some(self.actor().to_owned())))),
            "free" => return Ok(without_traits(assignee(None))),
            _ => {}
        }
        let (words, depth) = self.saved_words(name, &BUILT_IN_FILTERS, looking.depth)?;
        let written = FilterContext {
            depth,
            abbreviations: Abbreviations::Refused,
            ..looking
        };
        self.select_within(&[words], written)
    }

    /// The numbers of the tickets that fit a filter in one word, by number.
    ///
    /// # Errors
    /// A filter that cannot be read, or names what the desk has not.
    pub(crate) fn tickets_of(&self, filter: &str) -> Result<Vec<TicketNo>, Failure> {
        if let Some(numbers) = self.tickets_of_source(filter)? {
            return Ok(numbers);
        }
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
        if let Some(numbers) = self.tickets_of_source(filter)? {
            return Ok(numbers);
        }
        let condition = self.select_in(&[filter], reading)?;
        let tables = reading.tables_for(&condition)?;
        Ok(tables.numbers(&by_number(condition))?)
    }
}

fn by_number(condition: Condition) -> TicketQuery {
    TicketQuery {
        order: crate::store::TicketOrder::Number,
        ..TicketQuery::of(condition)
    }
}

/// Nothing is asked of clocks.
fn without_traits(condition: impl Into<Condition>) -> (Condition, TraitTest) {
    (condition.into(), TraitTest::All(Vec::new()))
}

fn looking<'s>(
    reading: &mut Reading<'s>,
    keys: &'static [FilterKey],
) -> Result<FilterContext<'s>, Failure> {
    Ok(FilterContext {
        at: reading.at(),
        tables: reading.people()?,
        keys,
        depth: SavedDepth::TYPED,
        abbreviations: reading.abbreviations,
    })
}
