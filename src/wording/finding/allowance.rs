//! Of cases and hours.

use chrono::NaiveDate;

use crate::core::entitlement::{AllowanceCode as C, AllowanceUnit};
use crate::core::terms::{TermPeriod, WhenUsedUp};
use crate::wording::{NameKind, Phrase, Spoken, said};

pub(super) fn phrase(code: &C) -> Phrase {
    match code {
        C::NotCounted {
            unit: AllowanceUnit::Cases,
        } => said::found_cases_not_counted(),
        C::NotCounted {
            unit: AllowanceUnit::Hours,
        } => said::found_hours_not_counted(),
        C::AmountNotPromised { allowance } => said::found_amount_not_promised(named(allowance)),
        C::Granted {
            allowance,
            unit,
            amount,
            per,
        } => said::found_granted(named(allowance), measured(*unit, *amount), every(*per)),
        C::Left {
            allowance,
            unit,
            left,
            of,
            until,
        } => {
            let left = match unit {
                AllowanceUnit::Cases => Spoken::Count(*left),
                AllowanceUnit::Hours => measured(*unit, *left),
            };
            let of = measured(*unit, *of);
            match until {
                Some(day) => said::found_left_until(named(allowance), left, of, day),
                None => said::found_left(named(allowance), left, of),
            }
        }
        C::NoneLeft {
            allowance,
            unit,
            of,
            until,
        } => none_left(allowance, *unit, *of, *until),
        C::UsedUp {
            allowance,
            unit,
            of,
            until,
            then,
        } => {
            let none = none_left(allowance, *unit, *of, *until);
            match then {
                WhenUsedUp::Refuse | WhenUsedUp::Warn => none,
                WhenUsedUp::Overage => said::found_counted_as_overage(none),
                WhenUsedUp::Lapses(milestones) => {
                    said::found_nothing_more_promised(Spoken::milestones(milestones), none)
                }
            }
        }
    }
}

fn named(allowance: &str) -> Spoken {
    Spoken::named(NameKind::Allowance, allowance)
}

fn none_left(allowance: &str, unit: AllowanceUnit, of: i64, until: Option<NaiveDate>) -> Phrase {
    let of = measured(unit, of);
    match until {
        Some(day) => said::found_none_left_until(named(allowance), of, day),
        None => said::found_none_left(named(allowance), of),
    }
}

/// `3 cases`, `12h 30m`.
fn measured(unit: AllowanceUnit, amount: i64) -> Spoken {
    match unit {
        AllowanceUnit::Cases => said::found_cases(Spoken::Count(amount)).into(),
        AllowanceUnit::Hours => Spoken::Seconds(amount),
    }
}

fn every(per: TermPeriod) -> Phrase {
    match per {
        TermPeriod::ContractYear => said::per_contract_year(),
        TermPeriod::CalendarYear => said::per_calendar_year(),
        TermPeriod::Quarter => said::per_quarter(),
        TermPeriod::Month => said::per_month(),
        TermPeriod::Term => said::per_term(),
    }
}
