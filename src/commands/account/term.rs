//! For how long a contract is agreed: what the plan says of its term, and what a day typed for its
//! end makes of it.

use super::days::Days;
use crate::core::account::{Contract, anniversary};
use crate::core::terms::{Agreed, TermLength, TermRule, Terms};
use crate::core::time::Instant;
use crate::core::time::{DayExpr, Local};
use crate::failure::Failure;
use crate::wording;

/// A term as it is signed or renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) struct SignedTerm {
    /// The first instant that it no longer covers; [`Instant::MAX`] without an agreed end.
    pub ends: Instant,
    /// Whole months of it.
    pub months: u32,
    /// Months that each renewal by itself adds.
    pub renews: Option<u32>,
}

impl SignedTerm {
    /// The first and the last day, and how it renews by itself.
    pub(in crate::commands) fn words(&self, from: Instant, days: &Days) -> String {
        wording::contract::term(days.day(from), days.last(self.ends), self.renews)
    }
}

fn rule(terms: &Terms) -> Option<(&TermRule, TermLength)> {
    let rule = terms.term.as_ref()?;
    match rule.length.as_ref()? {
        Agreed::Is(length) => Some((rule, *length)),
        Agreed::Open | Agreed::OneOf(_) => None,
    }
}

/// The first instant after the least time for which a contract was agreed in the run that holds
/// an instant, where the plan has a least.
pub(in crate::commands) fn minimum(
    contract: &Contract,
    terms: &Terms,
    zone: &dyn Local,
    at: Instant,
) -> Option<Instant> {
    let run = contract.run_at(at).or(contract.runs.first())?;
    match rule(terms)? {
        (_, TermLength::AtLeast(months)) => Some(anniversary(run.from, months, zone)),
        _ => None,
    }
}

impl SignedTerm {
    /// From `start` to the last day typed, or for as long as the plan says. Where the plan leaves
    /// that open and nobody says a day, no end is agreed: an open term never stops a signing.
    ///
    /// # Errors
    /// A day that cannot be read, lies before the start, or is earlier than the plan lets it be.
    pub(crate) fn agreed(
        terms: &Terms,
        start: Instant,
        last_day: Option<&DayExpr>,
        days: &Days,
        now: Instant,
    ) -> Result<SignedTerm, Failure> {
        let renews = terms.term.as_ref().and_then(|rule| rule.renews);
        let Some(day) = last_day else {
            return Ok(SignedTerm::of_plan(terms, start, days, renews));
        };
        let ends = days.end(day, now)?;
        if ends <= start {
            let message = wording::account::term_ends_first(day.text(), days.day(start));
            return Err(Failure::usage(message));
        }
        long_enough(terms, start, ends, days)?;
        Ok(SignedTerm {
            ends,
            months: whole_months(start, ends, days),
            renews,
        })
    }

    fn of_plan(terms: &Terms, start: Instant, days: &Days, renews: Option<u32>) -> SignedTerm {
        let Some((_, TermLength::Exactly(months) | TermLength::AtLeast(months))) = rule(terms)
        else {
            return SignedTerm {
                ends: Instant::MAX,
                months: 0,
                renews: None,
            };
        };
        SignedTerm {
            ends: anniversary(start, months, &days.zone),
            months,
            renews,
        }
    }
}

/// The contract is not shorter than the plan's least.
fn long_enough(terms: &Terms, start: Instant, ends: Instant, days: &Days) -> Result<(), Failure> {
    let Some((rule, TermLength::AtLeast(months))) = rule(terms) else {
        return Ok(());
    };
    let least = anniversary(start, months, &days.zone);
    if ends >= least {
        return Ok(());
    }
    let refused = Failure::refused(wording::account::least_term(&terms.name(), months));
    let refused = match &rule.source.clause {
        Some(clause) => refused.clause(clause),
        None => refused,
    };
    let first = days.last(least);
    Err(refused.hint_if(first.map(wording::contract::earliest_end)))
}

fn whole_months(start: Instant, ends: Instant, days: &Days) -> u32 {
    let fits = |months: &u32| anniversary(start, *months, &days.zone) <= ends;
    (1..).take_while(fits).last().unwrap_or(0)
}
