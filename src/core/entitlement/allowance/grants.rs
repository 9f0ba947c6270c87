//! An allowance through the life of a contract: what its terms said of it, and the periods into
//! which that cuts the time.

use super::ContractTerm;
use crate::core::model::EventId;
use crate::core::terms::{Allowance, Terms};
use crate::core::time::Instant;

/// Terms that a contract was under from an instant on.
#[derive(Clone, Copy)]
pub struct TermsSince<'a> {
    /// From when on it holds.
    pub from: Instant,
    /// The signing, amendment or renewal.
    pub event: EventId,
    /// The terms that grant it.
    pub terms: &'a Terms,
}

/// What terms say of an allowance from an instant on.
#[derive(Clone, Copy)]
pub(super) struct AllowanceTerms<'a> {
    pub from: Instant,
    pub event: EventId,
    pub allowance: &'a Allowance,
}

/// A stretch of time in which one plan grants an allowance by one unit and one kind of period:
/// amendments raise or lower what its periods have, they begin no new one.
pub(super) struct GrantSpan<'a> {
    pub from: Instant,
    pub to: Instant,
    pub grants: Vec<AllowanceTerms<'a>>,
    plan: String,
}

/// One period of an allowance.
#[derive(Clone, Copy)]
pub(super) struct GrantPeriod<'s, 'a> {
    pub span: &'s GrantSpan<'a>,
    pub from: Instant,
    pub to: Instant,
}

/// All that an allowance of one name ever was in a contract.
pub(super) struct Grants<'a> {
    contract_term: ContractTerm<'a>,
    spans: Vec<GrantSpan<'a>>,
    /// Where the terms have no such allowance.
    uncounted: Vec<(Instant, Instant)>,
}

impl<'a> GrantSpan<'a> {
    fn of(plan: String, grant: AllowanceTerms<'a>) -> GrantSpan<'a> {
        GrantSpan {
            from: grant.from,
            to: Instant::MAX,
            grants: vec![grant],
            plan,
        }
    }

    fn goes_on(&self, plan: &str, allowance: &Allowance) -> bool {
        let now = self.allowance();
        let same = (now.unit(), now.per) == (allowance.unit(), allowance.per);
        self.to == Instant::MAX && self.plan == plan && same
    }

    /// What is said of it last.
    pub(super) fn allowance(&self) -> &'a Allowance {
        self.grants[self.grants.len() - 1].allowance
    }

    fn add(&mut self, grant: AllowanceTerms<'a>) {
        self.grants.retain(|known| known.from != grant.from);
        self.grants.push(grant);
    }
}

impl<'a> Grants<'a> {
    /// The allowance of that name, of the terms of a contract in their order.
    pub(super) fn of(
        contract_term: ContractTerm<'a>,
        said: &[TermsSince<'a>],
        allowance: &str,
    ) -> Grants<'a> {
        let mut spans: Vec<GrantSpan<'a>> = Vec::new();
        let mut uncounted = Vec::new();
        for (place, said_now) in said.iter().enumerate() {
            let until = said.get(place + 1).map_or(Instant::MAX, |next| next.from);
            let known = &said_now.terms.allowances;
            let found = known.iter().find(|known| known.id == allowance);
            let from = said_now.from;
            let Some(found) = found else {
                end(&mut spans, from);
                uncounted.push((from, until));
                continue;
            };
            let grant = AllowanceTerms {
                from,
                event: said_now.event,
                allowance: found,
            };
            let plan = said_now.terms.name();
            match spans.last_mut() {
                Some(last) if last.goes_on(&plan, found) => last.add(grant),
                _ => {
                    end(&mut spans, from);
                    spans.push(GrantSpan::of(plan, grant));
                }
            }
        }
        Grants {
            contract_term,
            spans,
            uncounted,
        }
    }

    /// Whether any of what is left at the end of a period may go over into the next.
    pub(super) fn roll_over(&self) -> bool {
        let mut said = self.spans.iter().flat_map(|span| &span.grants);
        said.any(|grant| grant.allowance.rolls_over.is_some())
    }

    /// The instants from which terms say something of it, or no longer do.
    pub(super) fn said(&self) -> impl Iterator<Item = Instant> {
        let said = self.spans.iter().flat_map(|span| &span.grants);
        let uncounted = self.uncounted.iter().map(|(from, _)| *from);
        said.map(|grant| grant.from).chain(uncounted)
    }

    /// The period that holds an instant. None while the contract is not in force or its terms
    /// have no such allowance.
    pub(super) fn period_at(&self, at: Instant) -> Option<GrantPeriod<'_, 'a>> {
        let holds = |span: &&GrantSpan<'_>| span.from <= at && at < span.to;
        let span = self.spans.iter().rev().find(holds)?;
        let (from, to) = self.contract_term.period_at(span.allowance().per, at)?;
        Some(GrantPeriod {
            span,
            from: from.max(span.from),
            to: to.min(span.to),
        })
    }

    /// The period in which what happens at an instant counts: the one that holds it, else the
    /// last before it, else the first. A ticket lives to its end under the terms of its opening,
    /// whatever became of the contract.
    pub(super) fn period_near(&self, at: Instant) -> Option<GrantPeriod<'_, 'a>> {
        if let Some(period) = self.period_at(at) {
            return Some(period);
        }
        let runs = self.contract_term.contract.runs.iter();
        let ends = runs.filter_map(|run| run.until);
        let mut ends: Vec<Instant> = ends
            .chain(self.spans.iter().map(|span| span.to))
            .filter(|end| *end <= at)
            .collect();
        ends.sort_unstable();
        let mut last = ends.into_iter().rev();
        last.find_map(|end| self.period_at(end.plus(-1)))
            .or_else(|| self.period_at(self.next_start(Instant::MIN)?))
    }

    /// When the first period begins that begins at an instant or later, from the end of another on.
    pub(super) fn next_start(&self, from: Instant) -> Option<Instant> {
        if self.period_at(from).is_some() {
            return Some(from);
        }
        let runs = self.contract_term.contract.runs.iter().map(|run| run.from);
        let starts = runs.chain(self.spans.iter().map(|span| span.from));
        let mut starts: Vec<Instant> = starts.filter(|start| *start >= from).collect();
        starts.sort_unstable();
        starts
            .into_iter()
            .find(|start| self.period_at(*start).is_some())
    }

    /// The instants between which bookings count in a period: those that no period holds count in
    /// the one before them, or in the first.
    pub(super) fn reach(&self, period: GrantPeriod<'_, 'a>) -> (Instant, Instant) {
        let first = self.next_start(Instant::MIN) == Some(period.from);
        let from = if first { Instant::MIN } else { period.from };
        (from, self.next_start(period.to).unwrap_or(Instant::MAX))
    }

    /// The periods that have begun by an instant, in order.
    pub(super) fn periods_until(&self, at: Instant) -> Vec<GrantPeriod<'_, 'a>> {
        let mut periods = Vec::new();
        for span in self.spans.iter().filter(|span| span.from <= at) {
            let per = span.allowance().per;
            let cut = self
                .contract_term
                .periods_until(per, at.min(span.to.plus(-1)));
            let within = cut.into_iter().filter(|(_, to)| *to > span.from);
            periods.extend(within.map(|(from, to)| GrantPeriod {
                span,
                from: from.max(span.from),
                to: to.min(span.to),
            }));
        }
        periods
    }

    /// Whether the terms in force at an instant have no such allowance: nothing is counted then.
    pub(super) fn is_uncounted(&self, at: Instant) -> bool {
        let holds = |(from, to): &(Instant, Instant)| *from <= at && at < *to;
        self.contract_term.contract.run_at(at).is_some() && self.uncounted.iter().any(holds)
    }

    /// The instants after `at` at which there may be more of it than before.
    pub(super) fn changes_after(&self, at: Instant) -> Vec<Instant> {
        let mut changes: Vec<Instant> = self.said().collect();
        let to = self.period_near(at).map(|period| period.to);
        changes.extend(to.and_then(|to| self.next_start(to)));
        changes.retain(|change| *change > at && *change < Instant::MAX);
        changes.sort_unstable();
        changes.dedup();
        changes
    }
}

/// The last spell ends, where it has not.
fn end(spans: &mut Vec<GrantSpan<'_>>, at: Instant) {
    if let Some(last) = spans.last_mut() {
        last.to = last.to.min(at);
        if last.from >= last.to {
            spans.pop();
        }
    }
}

impl<'a> GrantPeriod<'_, 'a> {
    /// What is granted for it as far as it has gone: at its beginning, then by amendments.
    pub(super) fn grants(&self, at: Instant) -> Vec<AllowanceTerms<'a>> {
        let last = at.min(self.to.plus(-1));
        let all = &self.span.grants;
        let first = all.partition_point(|grant| grant.from <= self.from);
        let said = all[first.saturating_sub(1)..].iter();
        said.filter(|grant| grant.from <= last.max(self.from))
            .copied()
            .collect()
    }
}
