//! Whose clocks a list asks for: of lists of clocks alone, since a ticket's clocks may be those of
//! several people.

use super::Context;
use super::filter_context::FilterContext;
use super::known_values::{self, word};
use crate::core::filter::{FilterTerm, FilterTest, FilterValue};
use crate::core::model::TicketField;
use crate::failure::Failure;

/// What is asked of the holder of each clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HeldTest {
    /// All of these; of none: every clock.
    All(Vec<HeldTest>),
    Not(Box<HeldTest>),
    /// One of these; none: nobody.
    By(Vec<Option<String>>),
    /// The number of one of these support lines.
    Line(Vec<Option<u32>>),
}

impl HeldTest {
    /// Nothing is asked: every clock fits.
    pub(crate) fn is_everything(&self) -> bool {
        matches!(self, HeldTest::All(all) if all.iter().all(HeldTest::is_everything))
    }

    /// Whether a line is asked for anywhere in it.
    pub(crate) fn asks_line(&self) -> bool {
        match self {
            HeldTest::All(all) => all.iter().any(HeldTest::asks_line),
            HeldTest::Not(inner) => inner.asks_line(),
            HeldTest::By(_) => false,
            HeldTest::Line(_) => true,
        }
    }

    /// Whether a clock of that holder is asked for.
    pub(crate) fn fits(&self, by: Option<&str>, line: Option<u32>) -> bool {
        match self {
            HeldTest::All(all) => all.iter().all(|one| one.fits(by, line)),
            HeldTest::Not(inner) => !inner.fits(by, line),
            HeldTest::By(any) => any.iter().any(|one| one.as_deref() == by),
            HeldTest::Line(any) => any.contains(&line),
        }
    }

    /// The opposite.
    pub(super) fn negated(self) -> HeldTest {
        HeldTest::Not(Box::new(self))
    }
}

impl Context {
    /// What a term asks of who held each clock; none where it asks something else.
    ///
    /// # Errors
    /// A value that the view does not know.
    pub(super) fn held(
        &self,
        term: &FilterTerm,
        looking: FilterContext<'_>,
    ) -> Result<Option<HeldTest>, Failure> {
        let FilterTest::Key { key, any } = &term.test else {
            return Ok(None);
        };
        let test = match *key {
            "held-by" => HeldTest::By(self.people_meant("held-by", any, looking)?),
            "held-line" => HeldTest::Line(lines_meant(any, looking)?),
            _ => return Ok(None),
        };
        Ok(Some(match term.negated {
            true => test.negated(),
            false => test,
        }))
    }
}

fn lines_meant(
    any: &[FilterValue],
    looking: FilterContext<'_>,
) -> Result<Vec<Option<u32>>, Failure> {
    let field = TicketField {
        key: "line_number",
        typed: "held-line",
        ..*TicketField::row("line")
    };
    let lines = known_values::all_meant(looking.tables, &field, any.iter().map(word))?;
    let number = |line: Option<String>| line.and_then(|line| line.parse().ok());
    Ok(lines.into_iter().map(number).collect())
}
