//! A contract through time: when it is in force, and under which terms.

use crate::core::model::{ContractId, EventId};
use crate::core::time::Instant;

/// A customer's subscription to a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    /// Its number in the record.
    pub id: ContractId,
    /// The event that signed it, and when that was.
    pub signed: EventId,
    /// When it was signed.
    pub signed_at: Instant,
    /// The first instant that it covers.
    pub starts: Instant,
    /// The zone of its days; absent: the customer's, else the desk's.
    pub zone: Option<String>,
    /// One of the plan's regions, where it has any.
    pub region: Option<String>,
    /// What was signed, then each renewal that was agreed; a renewal by itself is no run of its
    /// own. Never overlapping, in order of time; empty when cancelled before it began.
    pub runs: Vec<AgreedRun>,
    /// The terms, each from an instant on.
    pub terms: Vec<TermsFrom>,
    /// What was bought or granted besides, in the order of the record.
    pub adjustments: Vec<Adjustment>,
}

/// A stretch for which a contract was agreed in one act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedRun {
    /// The signing, amendment or renewal that brought it.
    pub event: EventId,
    /// The first instant at which it holds.
    pub from: Instant,
    /// The first instant after its first term; [`Instant::MAX`] where no end was agreed.
    pub ends: Instant,
    /// How long its first term is.
    pub months: u32,
    /// How many months each renewal by itself adds.
    pub renews: Option<u32>,
    /// The first instant that it does not cover; absent: it goes on, by itself or without an
    /// end, until it is cancelled.
    pub until: Option<Instant>,
    /// The cancellation that set `until`.
    pub cancelled: Option<EventId>,
}

/// Terms and the instant from which tickets are opened under them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsFrom {
    /// The first instant of the term.
    pub from: Instant,
    /// The signing, amendment or renewal: what a ticket pins.
    pub event: EventId,
    /// `vendor/plan`.
    pub plan: String,
    /// Hash of the frozen terms.
    pub hash: String,
    /// `PATH=VALUE` as agreed, from the signing or renewal on.
    pub set: Vec<String>,
    /// What of it this very act agreed.
    pub own: Vec<String>,
    /// Paths left open knowingly.
    pub left_open: Vec<String>,
}

/// More (or less) of an allowance, by agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// The instant whose period it belongs to.
    pub at: Instant,
    /// The event that recorded it.
    pub event: EventId,
    /// The code of the allowance.
    pub allowance: String,
    /// Cases, or seconds.
    pub amount: i64,
}

/// Where a contract stands at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContractState {
    /// Its first instant is still to come.
    NotBegun,
    /// It covers this instant.
    InForce,
    /// Its term is over, and it neither renews by itself nor was renewed (yet).
    Lapsed,
    /// It ended before its time.
    Cancelled,
}

impl ContractState {
    /// Whether it ended, so that nothing of it can be used any more.
    ///
    /// ```
    /// use sladesk::core::account::ContractState;
    /// assert!(ContractState::Lapsed.is_over() && ContractState::Cancelled.is_over());
    /// assert!(!ContractState::NotBegun.is_over() && !ContractState::InForce.is_over());
    /// ```
    pub fn is_over(self) -> bool {
        matches!(self, ContractState::Lapsed | ContractState::Cancelled)
    }

    /// The word that people and scripts read.
    pub fn word(self) -> &'static str {
        match self {
            ContractState::NotBegun => "not-begun",
            ContractState::InForce => "in-force",
            ContractState::Lapsed => "lapsed",
            ContractState::Cancelled => "cancelled",
        }
    }
}

impl AgreedRun {
    /// A run as it was agreed.
    pub(super) fn agreed(
        event: EventId,
        from: Instant,
        ends: Instant,
        months: u32,
        renews: Option<u32>,
    ) -> AgreedRun {
        let goes_on = renews.is_some() || ends == Instant::MAX;
        AgreedRun {
            event,
            from,
            ends,
            months,
            renews,
            until: (!goes_on).then_some(ends),
            cancelled: None,
        }
    }

    /// Whether it is in force at an instant.
    pub fn holds(&self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

impl Contract {
    /// The run in force at an instant.
    pub fn run_at(&self, at: Instant) -> Option<&AgreedRun> {
        self.runs.iter().find(|run| run.holds(at))
    }

    /// Where it stands at an instant.
    pub fn state_at(&self, at: Instant) -> ContractState {
        if self.run_at(at).is_some() {
            return ContractState::InForce;
        }
        let over = |run: &&AgreedRun| run.until.is_some_and(|until| until <= at);
        match self.runs.iter().rev().find(over) {
            Some(run) if run.cancelled.is_some() => ContractState::Cancelled,
            Some(_) => ContractState::Lapsed,
            None if self.runs.is_empty() => ContractState::Cancelled,
            None => ContractState::NotBegun,
        }
    }

    /// The terms for what is opened at an instant. They are known for every instant from the start
    /// on, whether the contract is in force then or not.
    pub fn terms_at(&self, at: Instant) -> Option<&TermsFrom> {
        let passed = self.terms.partition_point(|terms| terms.from <= at);
        self.terms.get(passed.checked_sub(1)?)
    }

    /// The terms to speak of at an instant: those in force, else the first.
    pub fn terms_near(&self, at: Instant) -> Option<&TermsFrom> {
        self.terms_at(at).or(self.terms.first())
    }

    /// The terms of that signing, amendment or renewal.
    pub fn terms_of(&self, event: EventId) -> Option<&TermsFrom> {
        self.terms.iter().find(|terms| terms.event == event)
    }
}
