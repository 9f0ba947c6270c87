//! How values are said, to files and to people.

use crate::core::terms::{Agreed, CalendarTerms};
use crate::core::time::Span;

/// A promise for people: `1 h 30 min`, `3 business days`.
///
/// ```
/// use sladesk::plans::span_in_words;
/// assert_eq!(span_in_words("90m".parse()?), "1 h 30 min");
/// assert_eq!(span_in_words("1bd".parse()?), "1 business day");
/// # Ok::<(), sladesk::core::time::SpanError>(())
/// ```
pub fn span_in_words(span: Span) -> String {
    match span {
        Span::Time(0) => "0 min".to_owned(),
        Span::Time(seconds) => {
            let parts = [
                (seconds / 3600, "h"),
                (seconds % 3600 / 60, "min"),
                (seconds % 60, "s"),
            ];
            let parts = parts.iter().filter(|(number, _)| *number != 0);
            let parts: Vec<String> = parts
                .map(|(number, unit)| format!("{number} {unit}"))
                .collect();
            parts.join(" ")
        }
        Span::BusinessDays(n) => counted(i64::from(n), "business day"),
        Span::CalendarDays(n) => counted(i64::from(n), "calendar day"),
        Span::EndOfBusinessDay | Span::EndOfNextBusinessDay => span.to_string(),
    }
}

/// `1 case`, `5 cases`.
pub(super) fn counted(number: i64, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        n => format!("{n} {one}s"),
    }
}

/// A value that may be left to the signing.
pub(super) fn agreed<T>(value: &Agreed<T>, say: impl Fn(&T) -> String) -> String {
    match value {
        Agreed::Is(value) => say(value),
        Agreed::Open => OPEN.to_owned(),
        Agreed::OneOf(values) => one_of(&values.iter().map(say).collect::<Vec<_>>()),
    }
}

pub(super) const OPEN: &str = "open";

/// What is said of a term that nobody has agreed.
pub(super) const OPEN_IN_WORDS: &str = "not promised until agreed";

pub(super) fn agreed_in_words<T>(value: &Agreed<T>, say: impl Fn(&T) -> String) -> String {
    match value {
        Agreed::Open => OPEN_IN_WORDS.to_owned(),
        Agreed::OneOf(_) => format!("{OPEN_IN_WORDS}: {}", agreed(value, say)),
        Agreed::Is(value) => say(value),
    }
}

pub(super) fn one_of(values: &[String]) -> String {
    format!("one of {}", values.join(", "))
}

/// The hours of a calendar.
pub(super) fn week(calendar: &CalendarTerms) -> String {
    match calendar.choices.as_slice() {
        [] => agreed(&calendar.week, |week| match week.is_around_the_clock() {
            true => "around-the-clock".to_owned(),
            false => week.to_string(),
        }),
        choices => one_of(choices),
    }
}

pub(super) fn list(words: &[String]) -> String {
    match words {
        [] => "none".to_owned(),
        words => words.join(", "),
    }
}
