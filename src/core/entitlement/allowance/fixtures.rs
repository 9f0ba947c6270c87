//! Allowances for tests.

use super::TermsSince;
use crate::core::account::{AgreedRun, Contract};
use crate::core::entitlement::fixtures::bare;
use crate::core::model::{ContractId, EventId};
use crate::core::terms::{Agreed, Allowance, Grant, Source, TermPeriod, Terms, WhenUsedUp};
use crate::core::time::Instant;

pub(crate) fn cases(amount: i64) -> Allowance {
    Allowance {
        id: "citizen-developer".to_owned(),
        title: "Citizen developer".to_owned(),
        grant: Grant::Cases(Agreed::Is(amount)),
        per: TermPeriod::ContractYear,
        topics: Vec::new(),
        when_used_up: WhenUsedUp::Refuse,
        rounded_up_to: None,
        entry_at_least: None,
        rolls_over: None,
        source: Source::default(),
    }
}

pub(crate) fn hours(seconds: i64) -> Allowance {
    Allowance {
        id: "support-hours".to_owned(),
        grant: Grant::Hours(Agreed::Is(seconds)),
        ..cases(0)
    }
}

pub(crate) fn day(text: &str) -> Instant {
    format!("{text}T00:00:00Z").parse().expect("a day")
}

/// Contract 7, in force for these stretches.
pub(crate) fn contract(runs: &[(Instant, Instant)]) -> Contract {
    let run = |(from, to): &(Instant, Instant)| AgreedRun {
        event: EventId(1),
        from: *from,
        ends: *to,
        months: 0,
        renews: None,
        until: Some(*to),
        cancelled: None,
    };
    Contract {
        id: ContractId(7),
        signed: EventId(1),
        signed_at: Instant(0),
        starts: runs[0].0,
        zone: None,
        region: None,
        runs: runs.iter().map(run).collect(),
        terms: Vec::new(),
        adjustments: Vec::new(),
    }
}

/// Terms of one plan that grant these.
pub(crate) fn granting(allowances: &[Allowance]) -> Terms {
    Terms {
        allowances: allowances.to_vec(),
        ..bare("acme", "desk")
    }
}

/// Terms that hold from a day on.
pub(crate) fn said<'a>(from: &str, event: i64, terms: &'a Terms) -> TermsSince<'a> {
    TermsSince {
        from: day(from),
        event: EventId(event),
        terms,
    }
}
