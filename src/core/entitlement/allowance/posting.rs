//! The lines of an allowance's account, and how it stands in a period.

use super::AllowanceUnit;
use crate::core::model::{EventId, TicketNo};
use crate::core::time::Instant;

/// What moved an allowance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LedgerKind {
    /// By a ticket, or by work on one.
    Used,
    /// Carries the instant of the use, so that it returns to that period.
    GivenBack,
    /// Bought, or granted besides; may be negative.
    Adjusted,
}

/// One entry of the ledger of a contract and an allowance; amounts are cases or seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booking {
    /// The instant whose period it belongs to.
    pub at: Instant,
    /// Which way it goes.
    pub kind: LedgerKind,
    /// Cases or seconds.
    pub amount: i64,
    /// The event that caused it.
    pub event: EventId,
    /// The ticket that it was used for.
    pub ticket: Option<TicketNo>,
}

impl Booking {
    /// What it adds to what is left.
    pub fn gives(&self) -> i64 {
        match self.kind {
            LedgerKind::Used => -self.amount,
            LedgerKind::GivenBack | LedgerKind::Adjusted => self.amount,
        }
    }
}

/// What a line of the account says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PostingKind {
    /// At the beginning of a period; within it, what an amendment makes more or less of it.
    Granted,
    /// Taken over from the period before.
    CarriedOver,
    /// Used, given back or bought.
    Booked(LedgerKind),
    /// Left at the end of a period and gone.
    Expired,
}

/// One line of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// When it counts.
    pub at: Instant,
    /// What it says.
    pub kind: PostingKind,
    /// Cases or seconds, as written on the line.
    pub amount: i64,
    /// What the period has left after it, below nothing where more was used than there was; none
    /// while the grant is not agreed.
    pub left: Option<i64>,
    /// How much more is used beyond what there is after this line than before it; the rest of the
    /// amount is covered.
    pub overage: i64,
    /// What caused it: the booking, or the terms that grant and end it.
    pub event: EventId,
    /// The booking behind it.
    pub booking: Option<Booking>,
}

/// How an allowance stands in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// What is counted.
    pub unit: AllowanceUnit,
    /// The first instant of the period.
    pub from: Instant,
    /// The first instant after it.
    pub to: Instant,
    /// What the terms grant for the period; none while that is not agreed.
    pub granted: Option<i64>,
    /// What the period before handed on.
    pub carried_over: i64,
    /// What was bought or taken off.
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

    /// What was used beyond what there was; nothing while the grant is not agreed.
    pub fn overage(&self) -> i64 {
        self.overage_agreed().unwrap_or(0)
    }

    /// The same; none while the grant is not agreed.
    pub fn overage_agreed(&self) -> Option<i64> {
        Some((self.used - self.available()?).max(0))
    }

    /// The instant at which the period ends; none where no end is agreed.
    pub fn until(&self) -> Option<Instant> {
        (self.to < Instant::MAX).then_some(self.to)
    }
}
