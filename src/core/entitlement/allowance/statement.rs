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

/// An allowance through the life of a contract: from when on its terms said what of it, in order.
pub(super) type Grants<'a> = Vec<(Instant, Option<&'a Allowance>)>;

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
pub(super) fn balance(
    grants: &[(Instant, Option<&Allowance>)],
    tenure: &Tenure,
    bookings: &[Booking],
    at: Instant,
) -> Option<Balance> {
    let period = tenure.period_at(in_force(grants, at)?.per, at)?;
    let carried = if grants
        .iter()
        .flat_map(|grant| grant.1)
        .any(|said| said.rolls_over.is_some())
    {
        sheets(grants, tenure, bookings, at).last()?.carried_over
    } else {
        0
    };
    Some(Sheet::new(grants, period, at, bookings, carried)?.balance())
}

/// Every line of the account from the contract's beginning to the period that holds `at`.
pub(super) fn statement(
    grants: &[(Instant, Option<&Allowance>)],
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
fn in_force<'a>(grants: &[(Instant, Option<&'a Allowance>)], at: Instant) -> Option<&'a Allowance> {
    grants
        .iter()
        .rev()
        .find(|(since, _)| *since <= at)
        .and_then(|(_, allowance)| *allowance)
}

fn sheets<'a>(
    grants: &[(Instant, Option<&'a Allowance>)],
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
        grants: &[(Instant, Option<&'a Allowance>)],
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
mod tests;
