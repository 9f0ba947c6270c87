//! From when on an allowance is used up, and when the terms grant it anew.

use super::grants::Grants;
use super::period::single_period;
use super::posting::Booking;
use crate::core::time::Instant;

/// An allowance is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Lapse {
    /// When the terms grant more of it by themselves; none: not at all.
    pub until: Option<Instant>,
}

/// Whether nothing is left at an instant, by what was booked until then.
pub(super) fn lapse_at(grants: &Grants<'_>, bookings: &[Booking], at: Instant) -> Option<Lapse> {
    let by_then: Vec<Booking> = bookings.iter().filter(|b| b.at <= at).copied().collect();
    if some_left(grants, &by_then, at) {
        return None;
    }
    let changes = grants.changes_after(at).into_iter();
    let mut more = changes.filter(|change| some_left(grants, &by_then, *change));
    Some(Lapse { until: more.next() })
}

/// The same at `since` and wherever it changes after that, as far as anything was booked or
/// agreed: each holds until the next, or until it ends by itself.
pub(super) fn lapses(
    grants: &Grants<'_>,
    bookings: &[Booking],
    since: Instant,
    now: Instant,
) -> Vec<(Instant, Option<Lapse>)> {
    let booked = bookings.iter().map(|booking| booking.at);
    let said = grants.said();
    let mut moments: Vec<Instant> = booked
        .chain(said)
        .filter(|at| *at > since && *at <= now)
        .chain([since])
        .collect();
    moments.sort_unstable();
    moments.dedup();
    let at = |at: Instant| (at, lapse_at(grants, bookings, at));
    moments.into_iter().map(at).collect()
}

/// Where nothing is counted, or how much there is was never agreed, there is always some.
fn some_left(grants: &Grants<'_>, bookings: &[Booking], at: Instant) -> bool {
    if grants.is_uncounted(at) {
        return true;
    }
    let Some(period) = grants.period_near(at) else {
        return true;
    };
    let balance = single_period(grants, period, bookings, at).balance();
    balance.left().is_none_or(|left| left > 0)
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{contract, day, granting, hours, said};
    use super::super::{ContractTerm, LedgerKind};
    use super::*;
    use crate::core::model::EventId;
    use crate::core::terms::{Allowance, TermPeriod};
    use crate::core::time::Fixed;

    #[test]
    fn used_up_hours_are_there_again_when_the_terms_say_so() {
        let runs = [(day("2026-01-01"), day("2027-01-01"))];
        let (contract, zone) = (contract(&runs), Fixed::hours(0));
        let contract_term = ContractTerm {
            contract: &contract,
            zone: &zone,
        };
        let granted = |seconds: i64, per| {
            granting(&[Allowance {
                per,
                ..hours(seconds)
            }])
        };
        let (quarterly, more) = (
            granted(3600, TermPeriod::Quarter),
            granted(7200, TermPeriod::Quarter),
        );
        let (termly, nothing) = (
            granted(3600, TermPeriod::Term),
            granted(0, TermPeriod::Quarter),
        );
        let none = granting(&[]);
        let used = [Booking {
            at: day("2026-02-10"),
            kind: LedgerKind::Used,
            amount: 3600,
            event: EventId(9),
            ticket: None,
        }];
        let first = |terms| said("2026-01-01", 1, terms);
        for (said, until) in [
            (vec![first(&quarterly)], Some("2026-04-01")),
            (vec![first(&termly)], None),
            (
                vec![first(&quarterly), said("2026-03-01", 2, &more)],
                Some("2026-03-01"),
            ),
            (
                vec![first(&quarterly), said("2026-04-01", 2, &nothing)],
                None,
            ),
            // nothing is counted any more
            (
                vec![first(&termly), said("2026-06-01", 2, &none)],
                Some("2026-06-01"),
            ),
        ] {
            let grants = Grants::of(contract_term, &said, "support-hours");
            assert_eq!(lapse_at(&grants, &used, day("2026-02-09")), None);
            let lapse = lapse_at(&grants, &used, day("2026-02-10")).expect("used up");
            assert_eq!(lapse.until, until.map(day));
            let later = until.map_or(day("2026-12-31"), day);
            assert_eq!(
                lapse_at(&grants, &used, later).is_none(),
                until.is_some(),
                "{until:?}"
            );
        }
    }
}
