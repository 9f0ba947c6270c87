//! Of cases and hours.

use chrono::NaiveDate;

use crate::core::entitlement::{AllowanceCode as C, AllowanceUnit};
use crate::core::terms::{TermPeriod, WhenUsedUp};

pub(super) fn says(code: &C) -> String {
    match code {
        C::NotCounted {
            unit: AllowanceUnit::Cases,
        } => "cases are not counted".to_owned(),
        C::NotCounted {
            unit: AllowanceUnit::Hours,
        } => "hours are not counted".to_owned(),
        C::AmountNotPromised { allowance } => {
            format!("how much {allowance} holds is not promised: it was left open")
        }
        C::Granted {
            allowance,
            unit,
            amount,
            per,
        } => format!("{allowance}: {} {}", unit.shown(*amount), every(*per)),
        C::Left {
            allowance,
            unit,
            left,
            of,
            until,
        } => {
            let left = match unit {
                AllowanceUnit::Cases => left.to_string(),
                AllowanceUnit::Hours => unit.shown(*left),
            };
            let (of, until) = (unit.shown(*of), last_day(*until));
            format!("{allowance}: {left} of {of} left{until}")
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
                WhenUsedUp::Overage => format!("{none}; it is counted as overage"),
                WhenUsedUp::Lapses(milestones) => {
                    let duties = milestones.join(" and ");
                    format!("{none}; until more is bought no {duties} is promised")
                }
            }
        }
    }
}

fn none_left(allowance: &str, unit: AllowanceUnit, of: i64, until: Option<NaiveDate>) -> String {
    format!(
        "{allowance}: none of {} left{}",
        unit.shown(of),
        last_day(until)
    )
}

fn last_day(until: Option<NaiveDate>) -> String {
    until.map_or_else(String::new, |day| format!(" until {day}"))
}

fn every(per: TermPeriod) -> &'static str {
    match per {
        TermPeriod::ContractYear => "a contract year",
        TermPeriod::CalendarYear => "a calendar year",
        TermPeriod::Quarter => "a quarter",
        TermPeriod::Month => "a month",
        TermPeriod::Term => "a term",
    }
}
