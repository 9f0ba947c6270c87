//! Points counted from now: `-2h`, `2h ago`, `in 2 hours`, `-14d`, `3 days ago 8pm`.
//!
//! Hours are hours of the clock; days and weeks shift the date and keep the wall time. Nobody
//! typed that wall time, so here it is never refused: where the day skipped it the clock's own
//! jump is followed, where it comes twice the first pass is meant. A script that says `-14d`
//! works on every night of the year.

use super::super::local::{LocalNow, WallTime, shifted};
use super::day_and_time::{DayAndTime, outside, said};
use super::written::NamedDay;
use crate::core::text::Misread;
use crate::core::time::Instant;

/// How far from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    Seconds(i64),
    Days(i64),
}

impl Amount {
    /// Reads an amount from the beginning of a text: it and what follows.
    pub(super) fn read(text: &str) -> Option<(Amount, &str)> {
        let mut rest = text.trim();
        let mut seconds: Option<i64> = None;
        while let Some((amount, unit, after)) = number_and_unit(rest) {
            let size = match unit {
                "s" | "sec" | "secs" | "second" | "seconds" => 1,
                "m" | "min" | "mins" | "minute" | "minutes" => 60,
                "h" | "hr" | "hrs" | "hour" | "hours" => 3600,
                "d" | "day" | "days" if seconds.is_none() => {
                    return Some((Amount::Days(amount), after));
                }
                "w" | "week" | "weeks" if seconds.is_none() => {
                    return Some((Amount::Days(amount.saturating_mul(7)), after));
                }
                _ => break,
            };
            let part = amount.saturating_mul(size);
            seconds = Some(seconds.unwrap_or(0).saturating_add(part));
            rest = after;
        }
        seconds.map(|seconds| (Amount::Seconds(seconds), rest))
    }

    fn times(self, sign: i64) -> Amount {
        match self {
            Amount::Seconds(n) => Amount::Seconds(n.saturating_mul(sign)),
            Amount::Days(n) => Amount::Days(n.saturating_mul(sign)),
        }
    }
}

fn number_and_unit(text: &str) -> Option<(i64, &str, &str)> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, rest) = text.split_at(digits);
    let rest = rest.trim_start();
    let letters = rest
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let (unit, after) = rest.split_at(letters);
    let amount = if number.is_empty() {
        return None;
    } else {
        number.parse().unwrap_or(i64::MAX)
    };
    Some((amount, unit, after.trim_start()))
}

/// The signed amount at the beginning of a text and what follows it.
fn signed(text: &str) -> Option<(Amount, &str)> {
    let text = text.trim();
    let signed = |sign| {
        text.strip_prefix(sign)
            .filter(|rest: &&str| !rest.starts_with(' '))
    };
    if let Some(rest) = signed('-') {
        return Amount::read(rest).map(|(amount, rest)| (amount.times(-1), rest));
    }
    if let Some(rest) = signed('+').or(text.strip_prefix("in ")) {
        return Amount::read(rest);
    }
    let (amount, rest) = Amount::read(text)?;
    let rest = rest.strip_prefix("ago")?;
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    ends.then_some((amount.times(-1), rest.trim_start()))
}

/// Whether a text is of this grammar, for the advice on a misspelt one.
pub(super) fn reads(text: &str) -> bool {
    signed(text).is_some_and(|(_, rest)| rest.is_empty())
}

/// A point counted from now, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ago {
    FromNow(Amount),
    /// A time of the day that is so many days from today.
    Day(DayAndTime),
}

/// The point counted from now, as written; none when the text is of another kind.
pub(super) fn read(text: &str) -> Result<Option<Ago>, Misread> {
    let lower = text.to_ascii_lowercase();
    let Some((amount, rest)) = signed(&lower) else {
        return Ok(None);
    };
    Ok(match (amount, rest) {
        (amount, "") => Some(Ago::FromNow(amount)),
        (Amount::Seconds(_), _) => None,
        (Amount::Days(days), _) => {
            // zones are told apart by upper and lower case, so the rest is taken as typed
            let typed = &text.trim_end()[text.trim_end().len() - rest.len()..];
            let said = said(typed)?.filter(|said| said.day.is_none());
            said.map(|said| {
                Ago::Day(DayAndTime {
                    day: Some(NamedDay::FromToday(days)),
                    ..said
                })
            })
        }
    })
}

/// The instant so far from now.
pub(super) fn from_now(amount: Amount, here: &LocalNow, text: &str) -> Result<Instant, Misread> {
    match amount {
        Amount::Seconds(seconds) => Ok(here.now.plus(seconds)),
        Amount::Days(days) => {
            let date = shifted(here.today(), days).ok_or_else(|| outside(text))?;
            let wall = date.and_time(here.wall().time());
            Ok(match here.zone.instants_of(wall) {
                WallTime::Once(at) | WallTime::Twice(at, _) | WallTime::Never(_, at) => at,
            })
        }
    }
}

/// How many days from today a text names; none when it is of another kind.
pub(super) fn days(text: &str) -> Option<i64> {
    match signed(&text.to_ascii_lowercase())? {
        (Amount::Days(days), "") => Some(days),
        _ => None,
    }
}
