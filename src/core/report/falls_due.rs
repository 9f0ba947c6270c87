//! What falls due on the contracts of a customer in a stretch to come.

use crate::core::account::{Account, AfterTerm, Contract, last_day, notice_ends};
use crate::core::model::ContractId;
use crate::core::terms::Terms;
use crate::core::time::{Instant, Local};
use chrono::NaiveDate;

/// What falls due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FallsDueKind {
    /// The last day on which the contract can be kept from renewing by itself.
    Notice,
    /// Its term ends, and it goes on for so many months.
    Renewal(u32),
    /// It ends.
    End,
    /// It ends because it was cancelled.
    CancelledEnd,
    /// Somebody holds a qualification no longer.
    Qualification(String),
    /// Somebody's seat is free again.
    Seat,
}

impl FallsDueKind {
    /// The word that people and scripts read.
    pub fn word(&self) -> &'static str {
        match self {
            FallsDueKind::Notice => "notice",
            FallsDueKind::Renewal(_) => "renewal",
            FallsDueKind::End => "end",
            FallsDueKind::CancelledEnd => "cancelled-end",
            FallsDueKind::Qualification(_) => "qualification",
            FallsDueKind::Seat => "seat",
        }
    }
}

/// Something that falls due on a day of the contract's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FallsDue {
    /// The last day on which it is still as it was.
    pub day: NaiveDate,
    /// On which contract.
    pub contract: ContractId,
    /// What.
    pub kind: FallsDueKind,
    /// The contact of whom it is.
    pub contact: Option<String>,
    /// Where the terms say it.
    pub clause: Option<String>,
}

/// What falls due after `from` and not after `to`, of a contract under these terms and of those
/// who hold a seat on it, in no order of days. What ends for somebody on several contracts is told
/// on each.
pub fn falls_due(
    account: &Account,
    contract: &Contract,
    terms: &Terms,
    zone: &dyn Local,
    (from, to): (Instant, Instant),
) -> Vec<FallsDue> {
    let mut all = Vec::new();
    let mut push = |at: Instant, kind, contact: Option<&str>, clause: Option<&String>| {
        if from < at && at <= to {
            all.push(FallsDue {
                day: last_day(at, zone),
                contract: contract.id,
                kind,
                contact: contact.map(str::to_owned),
                clause: clause.cloned(),
            });
        }
    };
    let term = terms.term.as_ref();
    let clause = term.and_then(|rule| rule.source.clause.as_ref());
    if let Some(ahead) = contract.ahead(from, zone) {
        let kind = match ahead.then {
            AfterTerm::Renews(months) => Some(FallsDueKind::Renewal(months)),
            AfterTerm::Ends => Some(FallsDueKind::End),
            AfterTerm::Cancelled => Some(FallsDueKind::CancelledEnd),
            AfterTerm::Open => None,
        };
        let notice = term.and_then(|rule| rule.notice);
        if let (AfterTerm::Renews(_), Some(notice)) = (ahead.then, notice)
            && let Some(at) = notice_ends(notice, ahead.until, zone)
        {
            push(at, FallsDueKind::Notice, None, clause);
        }
        if let Some(kind) = kind {
            push(ahead.until, kind, None, clause);
        }
    }
    for contact in account.seated(contract.id, from) {
        let who = Some(contact.label());
        let seat = contact.seat_on(contract.id, from);
        if let Some(until) = seat.and_then(|seat| seat.until) {
            push(until, FallsDueKind::Seat, who, None);
        }
        for held in contact.named_at(from) {
            if let Some(until) = held.until {
                let mut known = terms.qualifications.iter();
                let known = known.find(|known| known.id == held.what);
                let title = known.map_or(&held.what, |known| &known.title);
                let clause = known.and_then(|known| known.source.clause.as_ref());
                push(
                    until,
                    FallsDueKind::Qualification(title.clone()),
                    who,
                    clause,
                );
            }
        }
    }
    all
}
