//! The account of an allowance: granted, carried over, bought, used, given back, expired.
//!
//! Nothing here is stored but the bookings; what is left follows from them and the terms, at any
//! instant and for any past period.

use super::{Tenure, Unit};
use crate::core::model::{EventId, Instant, TicketNo};
use crate::core::terms::{Allowance, RollOver};

/// What moved an allowance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    Used,
    /// Carries the instant of the use, so that it returns to that period.
    GivenBack,
    /// Bought, or granted besides; may be negative.
    Adjusted,
}

/// One entry of the ledger of a contract and an allowance; amounts are cases or seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booking {
    pub at: Instant,
    pub kind: Move,
    pub amount: i64,
    pub event: EventId,
    pub ticket: Option<TicketNo>,
}

impl Booking {
    /// What it adds to what is left.
    fn gives(&self) -> i64 {
        match self.kind {
            Move::Used => -self.amount,
            Move::GivenBack | Move::Adjusted => self.amount,
        }
    }
}

/// An allowance through the life of a contract: from when on its terms said what, in order.
pub type Grants<'a> = [(Instant, &'a Allowance)];

/// What a line of the account says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PostingKind {
    Granted,
    CarriedOver,
    Booked(Move),
    /// Left at the end of a period and gone.
    Expired,
}

/// One line of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    pub at: Instant,
    pub kind: PostingKind,
    pub amount: i64,
    /// What the period has left after it, below nothing where more was used than there was; none
    /// while the grant is not agreed.
    pub left: Option<i64>,
    /// The booking behind it.
    pub booking: Option<Booking>,
}

/// How an allowance stands in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    pub unit: Unit,
    pub from: Instant,
    pub to: Instant,
    /// What the terms grant for the period; none while that is not agreed.
    pub granted: Option<i64>,
    pub carried_over: i64,
    pub adjusted: i64,
    /// Net of what was given back.
    pub used: i64,
    /// Since when nothing is left.
    pub used_up: Option<Instant>,
}

impl Balance {
    /// What may be used in all; none while the grant is not agreed.
    pub fn available(&self) -> Option<i64> {
        Some(self.granted? + self.carried_over + self.adjusted)
    }

    /// What is left, never below nothing; none while the grant is not agreed.
    pub fn left(&self) -> Option<i64> {
        Some((self.available()? - self.used).max(0))
    }

    /// What was used beyond what there was.
    pub fn overage(&self) -> i64 {
        self.available().map_or(0, |all| (self.used - all).max(0))
    }
}

/// How the allowance stands in the period that holds `at`, by all bookings handed in. Where
/// amounts carry over, those of the earlier periods are needed too. None while no term runs or
/// the terms had no such allowance.
pub fn balance(
    grants: &Grants,
    tenure: &Tenure,
    bookings: &[Booking],
    at: Instant,
) -> Option<Balance> {
    let period = tenure.period_at(in_force(grants, at)?.per, at)?;
    let carried = if grants.iter().any(|(_, said)| said.rolls_over.is_some()) {
        sheets(grants, tenure, bookings, at).last()?.carried_over
    } else {
        0
    };
    Some(Sheet::new(grants, period, at, bookings, carried)?.balance())
}

/// Every line of the account from the contract's beginning to the period that holds `at`.
pub fn statement(
    grants: &Grants,
    tenure: &Tenure,
    bookings: &[Booking],
    at: Instant,
) -> Vec<Posting> {
    sheets(grants, tenure, bookings, at)
        .iter()
        .flat_map(|sheet| sheet.postings(at))
        .collect()
}

/// What the terms in force at an instant say of it.
fn in_force<'a>(grants: &Grants<'a>, at: Instant) -> Option<&'a Allowance> {
    grants
        .iter()
        .rev()
        .find(|(since, _)| *since <= at)
        .map(|(_, allowance)| *allowance)
}

fn sheets<'a>(
    grants: &Grants<'a>,
    tenure: &Tenure,
    bookings: &[Booking],
    at: Instant,
) -> Vec<Sheet<'a>> {
    let Some(now) = in_force(grants, at) else {
        return Vec::new();
    };
    let mut carried = 0;
    let mut sheets = Vec::new();
    for period in tenure.periods_until(now.per, at) {
        if let Some(sheet) = Sheet::new(grants, period, at, bookings, carried) {
            carried = sheet.hands_on();
            sheets.push(sheet);
        }
    }
    sheets
}

/// One period of the account.
struct Sheet<'a> {
    allowance: &'a Allowance,
    from: Instant,
    to: Instant,
    carried_over: i64,
    /// In order of (at, event).
    bookings: Vec<Booking>,
}

impl<'a> Sheet<'a> {
    /// The terms in force last in a period, as far as it has gone, decide its grant.
    fn new(
        grants: &Grants<'a>,
        (from, to): (Instant, Instant),
        at: Instant,
        bookings: &[Booking],
        carried_over: i64,
    ) -> Option<Sheet<'a>> {
        let within = |booking: &&Booking| from <= booking.at && booking.at < to;
        let mut bookings: Vec<Booking> = bookings.iter().filter(within).copied().collect();
        bookings.sort_by_key(|booking| (booking.at, booking.event));
        Some(Sheet {
            allowance: in_force(grants, at.min(to.plus(-1)))?,
            from,
            to,
            carried_over,
            bookings,
        })
    }

    fn sum(&self, kind: Move) -> i64 {
        let of_kind = self.bookings.iter().filter(|booking| booking.kind == kind);
        of_kind.map(|booking| booking.amount).sum()
    }

    fn balance(&self) -> Balance {
        Balance {
            unit: self.allowance.unit(),
            from: self.from,
            to: self.to,
            granted: self.allowance.granted(),
            carried_over: self.carried_over,
            adjusted: self.sum(Move::Adjusted),
            used: self.sum(Move::Used) - self.sum(Move::GivenBack),
            used_up: self.used_up(),
        }
    }

    /// Since when nothing is left, if nothing is left after the last booking.
    fn used_up(&self) -> Option<Instant> {
        let mut left = self.allowance.granted()? + self.carried_over;
        let mut since = (left <= 0).then_some(self.from);
        for booking in &self.bookings {
            left += booking.gives();
            since = (left <= 0).then(|| since.unwrap_or(booking.at));
        }
        since
    }

    /// What goes over into the next period.
    fn hands_on(&self) -> i64 {
        let left = self.balance().left().unwrap_or(0);
        match self.allowance.rolls_over {
            None => 0,
            Some(RollOver::All) => left,
            Some(RollOver::AtMost(most)) => left.min(most.max(0)),
        }
    }

    fn postings(&self, at: Instant) -> Vec<Posting> {
        let granted = self.allowance.granted();
        let mut left = granted.map(|_| 0);
        let mut lines = Vec::new();
        let mut post = |at, kind, amount, gives: i64, booking| {
            left = left.map(|left: i64| left + gives);
            lines.push(Posting {
                at,
                kind,
                amount,
                left,
                booking,
            });
        };
        if let Some(granted) = granted {
            post(self.from, PostingKind::Granted, granted, granted, None);
        }
        if self.carried_over != 0 {
            let carried = self.carried_over;
            post(self.from, PostingKind::CarriedOver, carried, carried, None);
        }
        for booking in &self.bookings {
            let kind = PostingKind::Booked(booking.kind);
            post(
                booking.at,
                kind,
                booking.amount,
                booking.gives(),
                Some(*booking),
            );
        }
        let expired = self.balance().left().unwrap_or(0) - self.hands_on();
        if self.to <= at && expired > 0 {
            post(self.to, PostingKind::Expired, expired, -expired, None);
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{cases, day, hours};
    use super::*;
    use crate::core::terms::{Agreed, Grant, TermPeriod};
    use crate::core::words::Fixed;
    use proptest::prelude::*;

    const TERMS: [(&str, &str); 1] = [("2026-01-01", "2030-01-01")];

    fn terms() -> Vec<(Instant, Instant)> {
        TERMS.map(|(from, to)| (day(from), day(to))).to_vec()
    }

    fn booking(at: &str, kind: Move, amount: i64, event: i64) -> Booking {
        Booking {
            at: day(at),
            kind,
            amount,
            event: EventId(event),
            ticket: None,
        }
    }

    #[test]
    fn five_cases_a_year_are_used_up_by_the_fifth_and_come_again_at_the_anniversary() {
        let (terms, zone) = (terms(), Fixed::hours(0));
        let tenure = Tenure {
            terms: &terms,
            zone: &zone,
        };
        let five = cases(5);
        let grants = [(day("2026-01-01"), &five)];
        let used: Vec<Booking> = (1..=5)
            .map(|n| booking(&format!("2026-0{n}-10"), Move::Used, 1, n))
            .collect();
        let left = |at| balance(&grants, &tenure, &used, day(at)).expect("in force");
        let full = left("2026-12-31");
        assert_eq!((full.left(), full.used, full.overage()), (Some(0), 5, 0));
        assert_eq!(full.used_up, Some(day("2026-05-10")));
        assert_eq!(left("2027-01-01").left(), Some(5));
        assert_eq!(left("2027-01-01").used_up, None);
        assert_eq!(balance(&grants, &tenure, &used, day("2025-12-31")), None);
    }

    #[test]
    fn what_is_given_back_returns_to_the_period_of_its_use() {
        let (terms, zone) = (terms(), Fixed::hours(0));
        let tenure = Tenure {
            terms: &terms,
            zone: &zone,
        };
        let one = cases(1);
        let grants = [(day("2026-01-01"), &one)];
        let bookings = [
            booking("2026-06-01", Move::Used, 1, 1),
            booking("2026-06-01", Move::GivenBack, 1, 9),
        ];
        let year = balance(&grants, &tenure, &bookings, day("2026-07-01")).expect("in force");
        assert_eq!((year.left(), year.used, year.used_up), (Some(1), 0, None));
    }

    #[test]
    fn an_amendment_within_a_year_raises_the_grant_of_that_year() {
        let (terms, zone) = (terms(), Fixed::hours(0));
        let tenure = Tenure {
            terms: &terms,
            zone: &zone,
        };
        let (five, ten) = (cases(5), cases(10));
        let grants = [(day("2026-01-01"), &five), (day("2026-07-01"), &ten)];
        let granted = |at| balance(&grants, &tenure, &[], day(at)).and_then(|b| b.granted);
        assert_eq!(granted("2026-06-30"), Some(5));
        assert_eq!(granted("2026-07-01"), Some(10));
    }

    #[test]
    fn a_grant_that_is_not_agreed_is_never_zero() {
        let (terms, zone) = (terms(), Fixed::hours(0));
        let tenure = Tenure {
            terms: &terms,
            zone: &zone,
        };
        let mut open = hours(0);
        open.grant = Grant::Hours(Agreed::Open);
        let grants = [(day("2026-01-01"), &open)];
        let used = [booking("2026-06-01", Move::Used, 3600, 1)];
        let year = balance(&grants, &tenure, &used, day("2026-07-01")).expect("in force");
        assert_eq!(
            (year.granted, year.left(), year.used_up, year.overage()),
            (None, None, None, 0)
        );
        let lines = statement(&grants, &tenure, &used, day("2026-07-01"));
        assert!(lines.len() == 1 && lines[0].left.is_none());
    }

    #[test]
    fn buying_more_hours_ends_their_being_used_up() {
        let (terms, zone) = (terms(), Fixed::hours(0));
        let tenure = Tenure {
            terms: &terms,
            zone: &zone,
        };
        let two = hours(7200);
        let grants = [(day("2026-01-01"), &two)];
        let mut bookings = vec![booking("2026-06-01", Move::Used, 9000, 1)];
        let year = balance(&grants, &tenure, &bookings, day("2026-07-01")).expect("in force");
        assert_eq!((year.left(), year.overage()), (Some(0), 1800));
        assert_eq!(year.used_up, Some(day("2026-06-01")));
        bookings.push(booking("2026-06-15", Move::Adjusted, 3600, 2));
        let year = balance(&grants, &tenure, &bookings, day("2026-07-01")).expect("in force");
        assert_eq!(
            (year.left(), year.overage(), year.used_up),
            (Some(1800), 0, None)
        );
    }

    #[test]
    fn the_account_of_two_months_adds_up_line_by_line() {
        let (terms, zone) = (terms(), Fixed::hours(0));
        let tenure = Tenure {
            terms: &terms,
            zone: &zone,
        };
        let mut ten = cases(10);
        ten.per = TermPeriod::Month;
        ten.rolls_over = Some(RollOver::AtMost(3));
        let grants = [(day("2026-01-01"), &ten)];
        let bookings = [
            booking("2026-01-20", Move::Used, 4, 1),
            booking("2026-02-02", Move::Used, 12, 2),
            booking("2026-02-03", Move::Adjusted, 2, 3),
        ];
        let lines: Vec<_> = statement(&grants, &tenure, &bookings, day("2026-02-10"))
            .into_iter()
            .map(|line| (line.at, line.kind, line.amount, line.left.unwrap_or(-99)))
            .collect();
        assert_eq!(
            lines,
            [
                (day("2026-01-01"), PostingKind::Granted, 10, 10),
                (day("2026-01-20"), PostingKind::Booked(Move::Used), 4, 6),
                (day("2026-02-01"), PostingKind::Expired, 3, 3),
                (day("2026-02-01"), PostingKind::Granted, 10, 10),
                (day("2026-02-01"), PostingKind::CarriedOver, 3, 13),
                (day("2026-02-02"), PostingKind::Booked(Move::Used), 12, 1),
                (day("2026-02-03"), PostingKind::Booked(Move::Adjusted), 2, 3),
            ]
        );
        let now = balance(&grants, &tenure, &bookings, day("2026-02-10")).expect("in force");
        assert_eq!(
            (now.left(), now.carried_over, now.adjusted),
            (Some(3), 3, 2)
        );
    }

    proptest! {
        #[test]
        fn the_last_line_of_the_account_is_the_balance(
            amounts in prop::collection::vec((0i64..1400, 0usize..3, 1i64..20), 0..40),
            at in 0i64..1400, roll in 0i64..12, per in 0usize..5,
        ) {
            use TermPeriod::*;
            let (terms, zone) = (terms(), Fixed::hours(0));
            let tenure = Tenure { terms: &terms, zone: &zone };
            let mut allowance = cases(20);
            allowance.per = [ContractYear, CalendarYear, Quarter, Month, Term][per];
            allowance.rolls_over = (roll > 0).then_some(RollOver::AtMost(roll));
            let grants = [(day("2026-01-01"), &allowance)];
            let at = day("2026-01-01").plus(at * 86_400);
            let bookings: Vec<Booking> = amounts
                .iter()
                .zip(1..)
                .map(|((days, kind, amount), event)| Booking {
                    at: day("2026-01-01").plus(days * 86_400),
                    kind: [Move::Used, Move::GivenBack, Move::Adjusted][*kind],
                    amount: *amount,
                    event: EventId(event),
                    ticket: None,
                })
                .collect();
            let now = balance(&grants, &tenure, &bookings, at).expect("in force");
            let lines = statement(&grants, &tenure, &bookings, at);
            let last = lines.last().expect("granted at least");
            let left = last.left.expect("agreed");
            prop_assert_eq!(now.left(), Some(left.max(0)));
            prop_assert_eq!(now.overage(), (-left).max(0));
            prop_assert_eq!(now.used_up.is_some(), left <= 0);
        }
    }
}
