//! One period of an allowance's account: what is granted, carried over and booked in it, line by
//! line.

use super::grants::{AllowanceTerms, GrantPeriod, Grants};
use super::posting::{Balance, Booking, LedgerKind, Posting, PostingKind};
use crate::core::model::EventId;
use crate::core::terms::{Allowance, RollOver};
use crate::core::time::Instant;

/// One period of the account, as it stands at an instant.
pub(super) struct AllowancePeriod<'a> {
    /// At its beginning, then by amendments; never empty.
    grants: Vec<AllowanceTerms<'a>>,
    pub from: Instant,
    pub to: Instant,
    carried_over: i64,
    /// In order of (at, event).
    pub bookings: Vec<Booking>,
}

/// The periods that have begun by an instant, each with what the one before hands on.
pub(super) fn periods_begun<'a>(
    grants: &Grants<'a>,
    bookings: &[Booking],
    at: Instant,
) -> Vec<AllowancePeriod<'a>> {
    let mut carried = 0;
    let mut periods_begun: Vec<AllowancePeriod<'a>> = Vec::new();
    for period in grants.periods_until(at) {
        let single_period = AllowancePeriod::new(grants, period, at, bookings, carried);
        carried = single_period.carried_forward();
        periods_begun.push(single_period);
    }
    periods_begun
}

/// One period alone; where amounts carry over, those before it are worked out too.
pub(super) fn single_period<'a>(
    grants: &Grants<'a>,
    period: GrantPeriod<'_, 'a>,
    bookings: &[Booking],
    at: Instant,
) -> AllowancePeriod<'a> {
    if grants.roll_over() {
        let all = periods_begun(grants, bookings, at.max(period.from));
        let own = all
            .into_iter()
            .find(|single_period| single_period.from == period.from);
        if let Some(single_period) = own {
            return single_period;
        }
    }
    AllowancePeriod::new(grants, period, at, bookings, 0)
}

impl<'a> AllowancePeriod<'a> {
    fn new(
        grants: &Grants<'a>,
        period: GrantPeriod<'_, 'a>,
        at: Instant,
        bookings: &[Booking],
        carried_over: i64,
    ) -> AllowancePeriod<'a> {
        let (from, to) = grants.reach(period);
        let within = |booking: &&Booking| from <= booking.at && booking.at < to;
        let mut bookings: Vec<Booking> = bookings.iter().filter(within).copied().collect();
        bookings.sort_by_key(|booking| (booking.at, booking.event));
        AllowancePeriod {
            grants: period.grants(at),
            from: period.from,
            to: period.to,
            carried_over,
            bookings,
        }
    }

    /// What the terms say of it, as far as the period has gone.
    pub(super) fn allowance(&self) -> &'a Allowance {
        self.said_last().allowance
    }

    fn said_last(&self) -> &AllowanceTerms<'a> {
        &self.grants[self.grants.len() - 1]
    }

    fn sum(&self, kind: LedgerKind) -> i64 {
        let of_kind = self.bookings.iter().filter(|booking| booking.kind == kind);
        of_kind.map(|booking| booking.amount).sum()
    }

    pub(super) fn balance(&self) -> Balance {
        Balance {
            unit: self.allowance().unit(),
            from: self.from,
            to: self.to,
            granted: self.allowance().granted(),
            carried_over: self.carried_over,
            adjusted: self.sum(LedgerKind::Adjusted),
            used: self.sum(LedgerKind::Used) - self.sum(LedgerKind::GivenBack),
            used_up: self.used_up(),
        }
    }

    /// Since when nothing is left, if nothing is left after the last line.
    fn used_up(&self) -> Option<Instant> {
        let mut since = None;
        for line in self.lines() {
            let none = line.left.is_some_and(|left| left <= 0);
            since = none.then(|| since.unwrap_or(line.at));
        }
        since
    }

    /// What goes over into the next period.
    fn carried_forward(&self) -> i64 {
        let left = self.balance().left().unwrap_or(0);
        match self.allowance().rolls_over {
            None => 0,
            Some(RollOver::All) => left,
            Some(RollOver::AtMost(most)) => left.min(most.max(0)),
        }
    }

    /// The lines of the period, and at an instant after its end what expired.
    pub(super) fn postings(&self, at: Instant) -> Vec<Posting> {
        let mut lines = self.lines();
        let expired = self.balance().left().unwrap_or(0) - self.carried_forward();
        if self.to <= at && expired > 0 {
            lines.push(Posting {
                at: self.to,
                kind: PostingKind::Expired,
                amount: expired,
                left: Some(self.carried_forward()),
                overage: 0,
                event: self.said_last().event,
                booking: None,
            });
        }
        lines
    }

    fn lines(&self) -> Vec<Posting> {
        let mut account = RunningBalance::default();
        let mut lines = Vec::new();
        let mut bookings = self.bookings.iter().peekable();
        for (place, grant) in self.grants.iter().enumerate() {
            let at = grant.from.max(self.from);
            while let Some(booking) = bookings.next_if(|next| place > 0 && next.at < at) {
                lines.push(account.booked(booking));
            }
            lines.extend(account.granted(at, grant));
            if place == 0 && self.carried_over != 0 {
                lines.push(account.carried_over(at, self.carried_over, grant.event));
            }
        }
        lines.extend(bookings.map(|booking| account.booked(booking)));
        lines
    }
}

/// An account as it is added up.
#[derive(Default)]
struct RunningBalance {
    /// None while that is not agreed.
    granted: Option<i64>,
    /// What came and went besides.
    besides: i64,
    overage: i64,
}

impl RunningBalance {
    /// At the beginning all of it, then the difference that an amendment makes.
    fn granted(&mut self, at: Instant, grant: &AllowanceTerms<'_>) -> Option<Posting> {
        let before = std::mem::replace(&mut self.granted, grant.allowance.granted());
        let amount = self.granted? - before.unwrap_or(0);
        (before.is_none() || amount != 0)
            .then(|| self.post(at, PostingKind::Granted, amount, grant.event, None))
    }

    fn carried_over(&mut self, at: Instant, amount: i64, event: EventId) -> Posting {
        self.besides += amount;
        self.post(at, PostingKind::CarriedOver, amount, event, None)
    }

    fn booked(&mut self, booking: &Booking) -> Posting {
        self.besides += booking.gives();
        let kind = PostingKind::Booked(booking.kind);
        self.post(
            booking.at,
            kind,
            booking.amount,
            booking.event,
            Some(*booking),
        )
    }

    fn post(
        &mut self,
        at: Instant,
        kind: PostingKind,
        amount: i64,
        event: EventId,
        booking: Option<Booking>,
    ) -> Posting {
        let left = self.granted.map(|granted| granted + self.besides);
        let overage = left.map_or(0, |left| (-left).max(0));
        let before = std::mem::replace(&mut self.overage, overage);
        Posting {
            at,
            kind,
            amount,
            left,
            overage: overage - before,
            event,
            booking,
        }
    }
}
