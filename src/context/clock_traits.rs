//! Which clocks a list asks for, by what differs from clock to clock of a ticket: whose each is, and
//! of which kind of tickets. Lists of clocks alone can be asked so.

use super::Context;
use super::filter_context::FilterContext;
use super::known_values::{self, KnownField, word};
use crate::core::filter::{FilterTerm, FilterTest};
use crate::failure::Failure;

/// The support line that holds a clock: its number.
const HELD_LINE: KnownField = KnownField {
    key: "line_number",
    typed: "held-line",
};

/// The kind of tickets whose target a clock has.
const KIND: KnownField = KnownField {
    key: "kind",
    typed: "kind",
};

/// What a clock has of its own.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ClockTraits<'c> {
    /// Who holds it; none: nobody.
    pub held_by: Option<&'c str>,
    /// The number of the support line that holds it.
    pub held_line: Option<u32>,
    /// The kind of tickets whose target it has; none: that of every ticket.
    pub kind: Option<&'c str>,
}

/// What is asked of each clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TraitTest {
    /// All of these; of none: every clock.
    All(Vec<TraitTest>),
    Not(Box<TraitTest>),
    /// One of these; none: nobody.
    HeldBy(Vec<Option<String>>),
    /// The number of one of these support lines.
    HeldLine(Vec<Option<u32>>),
    /// One of these kinds of tickets; none: no kind.
    Kind(Vec<Option<String>>),
}

impl TraitTest {
    /// Nothing is asked: every clock fits.
    pub(crate) fn is_everything(&self) -> bool {
        matches!(self, TraitTest::All(all) if all.iter().all(TraitTest::is_everything))
    }

    /// Whether anything is asked of who holds it.
    pub(crate) fn asks_holder(&self) -> bool {
        self.asks(&|test| matches!(test, TraitTest::HeldBy(_) | TraitTest::HeldLine(_)))
    }

    /// Whether more is asked than who holds it.
    pub(crate) fn asks_beyond_people(&self) -> bool {
        self.asks(&|test| matches!(test, TraitTest::HeldLine(_) | TraitTest::Kind(_)))
    }

    fn asks(&self, such: &impl Fn(&TraitTest) -> bool) -> bool {
        match self {
            TraitTest::All(all) => all.iter().any(|one| one.asks(such)),
            TraitTest::Not(inner) => inner.asks(such),
            one => such(one),
        }
    }

    /// Whether such a clock is asked for.
    pub(crate) fn fits(&self, clock: ClockTraits<'_>) -> bool {
        match self {
            TraitTest::All(all) => all.iter().all(|one| one.fits(clock)),
            TraitTest::Not(inner) => !inner.fits(clock),
            TraitTest::HeldBy(any) => any.iter().any(|one| one.as_deref() == clock.held_by),
            TraitTest::HeldLine(any) => any.contains(&clock.held_line),
            TraitTest::Kind(any) => any.iter().any(|one| one.as_deref() == clock.kind),
        }
    }

    /// The opposite.
    pub(super) fn negated(self) -> TraitTest {
        TraitTest::Not(Box::new(self))
    }
}

impl Context {
    /// What a term asks of each clock; none where it asks something of tickets.
    ///
    /// # Errors
    /// A value that the view does not know.
    pub(super) fn clock_trait(
        &self,
        term: &FilterTerm,
        looking: FilterContext<'_>,
    ) -> Result<Option<TraitTest>, Failure> {
        let FilterTest::Key { key, any } = &term.test else {
            return Ok(None);
        };
        let words = any.iter().map(word);
        let test = match *key {
            "held-by" => TraitTest::HeldBy(self.people_meant("held-by", any, looking)?),
            "held-line" => {
                let lines = known_values::all_meant(looking.tables, HELD_LINE, words)?;
                let number = |line: Option<String>| line.and_then(|line| line.parse().ok());
                TraitTest::HeldLine(lines.into_iter().map(number).collect())
            }
            "kind" => TraitTest::Kind(known_values::all_meant(looking.tables, KIND, words)?),
            _ => return Ok(None),
        };
        Ok(Some(match term.negated {
            true => test.negated(),
            false => test,
        }))
    }
}
