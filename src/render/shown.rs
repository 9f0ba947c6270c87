//! One cell in words: as people read it, and as scripts do.

use std::borrow::Cow;

use super::outcome::Cell;
use crate::core::text::{Language, visible_line};
use crate::core::time::{
    LocalNow, exact_time, moment, open_time, precise_moment, short_moment, wall_time,
    written_moment,
};
use crate::wording::Locale;

/// How instants are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeStyle {
    /// `today 09:04`: for whom looks now.
    Near,
    /// `2026-03-27 14:00`: for whom reads it later.
    Written,
}

/// How people read a cell, on one line that cannot harm a terminal. Nothing for what is absent.
pub(super) fn human(cell: &Cell, here: LocalNow<'_>, times: TimeStyle) -> String {
    match cell {
        Cell::Absent => String::new(),
        Cell::Text(text) | Cell::Address(text) => visible_line(text).into_owned(),
        Cell::Marked(marked) => visible_line(&marked.in_words()).into_owned(),
        Cell::Code(word) | Cell::Named(_, word) | Cell::Word(word) | Cell::State(word) => {
            visible_line(word).into_owned()
        }
        Cell::Told(told) => human(&told.0, here, times),
        Cell::Linked(linked) => human(&linked.0, here, times),
        Cell::Target(words) => visible_line(words).into_owned(),
        Cell::Wall(wall) => wall.0.clone(),
        Cell::Phrase(phrase) => phrase.in_english(),
        // a page says it; elsewhere it is which message it is
        Cell::Said(said) => said.key.id().to_owned(),
        Cell::Number(n) | Cell::Cases(n) | Cell::Id(n) => n.to_string(),
        Cell::Money(money) => money.to_string(),
        Cell::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Cell::Instant(at) => match times {
            TimeStyle::Near => moment(*at, here),
            TimeStyle::Written => written_moment(*at, here),
        },
        Cell::Dated(at) => written_moment(*at, here),
        Cell::Elsewhere(there) => human(
            &Cell::Instant(there.0),
            LocalNow::new(here.now, &there.1),
            times,
        ),
        Cell::Precise(at) => precise_moment(*at, here),
        Cell::Day(day) | Cell::Date(day) => day.to_string(),
        Cell::Seconds(seconds) => open_time(*seconds),
        Cell::Exact(seconds) => exact_time(*seconds),
        // What is left, so that a deadline in the past reads below zero.
        Cell::Overdue(seconds) => wall_time(seconds.saturating_neg()),
        Cell::Share { part, of } => Locale::of(Language::English).share(*part, *of),
        Cell::List(items) | Cell::All(items) => {
            joined(items.iter().map(|item| human(item, here, times)), ", ")
        }
        Cell::Object(object) => {
            let present = object.iter().filter(|(_, cell)| *cell != Cell::Absent);
            let words = present.map(|(key, cell)| {
                let value = human(cell, here, times);
                format!("{} {value}", key.replace('_', " "))
            });
            joined(words, "; ")
        }
    }
}

/// The short form of a cell for whom looks now, where the whole does not fit: an address up to its
/// sign (which finds it too), a wait by whom it is for, a time without the name of its day.
pub(super) fn short(cell: &Cell, here: LocalNow<'_>) -> Option<String> {
    match cell {
        Cell::Address(address) => {
            let (local, _) = address.split_once('@')?;
            Some(format!("{}@", visible_line(local)))
        }
        Cell::State(word) => {
            let whom = word.strip_prefix("waiting-")?;
            Some(format!("w-{whom}"))
        }
        Cell::Instant(at) => Some(short_moment(*at, here)),
        Cell::Elsewhere(there) => Some(short_moment(there.0, LocalNow::new(here.now, &there.1))),
        _ => None,
    }
}

/// A share as a number between 0 and 1, cut off after six digits.
pub(super) fn fraction(part: u64, of: u64) -> Option<f64> {
    const DIGITS: f64 = 1e6;
    let millionths = (u128::from(part) * 1_000_000).checked_div(u128::from(of))?;
    Some(millionths as f64 / DIGITS)
}

/// How scripts read a cell in tsv and csv; none for what is absent.
pub(super) fn exact(cell: &Cell) -> Option<Cow<'_, str>> {
    Some(match cell {
        Cell::Absent => return None,
        Cell::Text(text) | Cell::Address(text) => Cow::Borrowed(text),
        Cell::Marked(marked) => match marked.in_brackets() {
            Some(marks) => Cow::Owned(format!("{}{marks}", marked.words)),
            None => Cow::Borrowed(marked.words.as_str()),
        },
        Cell::Code(word) | Cell::Named(_, word) | Cell::Word(word) | Cell::State(word) => {
            Cow::Borrowed(word)
        }
        Cell::Told(told) => return exact(&told.0),
        Cell::Linked(linked) => return exact(&linked.0),
        Cell::Target(words) => Cow::Borrowed(words),
        Cell::Wall(wall) => Cow::Borrowed(&wall.0),
        Cell::Phrase(phrase) => Cow::Owned(phrase.in_english()),
        Cell::Said(said) => Cow::Borrowed(said.key.id()),
        Cell::Number(n)
        | Cell::Cases(n)
        | Cell::Id(n)
        | Cell::Seconds(n)
        | Cell::Exact(n)
        | Cell::Overdue(n) => Cow::Owned(n.to_string()),
        Cell::Money(money) => Cow::Owned(money.to_string()),
        Cell::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
        Cell::Instant(at) | Cell::Precise(at) | Cell::Dated(at) => Cow::Owned(at.to_string()),
        Cell::Elsewhere(there) => Cow::Owned(there.0.to_string()),
        Cell::Day(day) | Cell::Date(day) => Cow::Owned(day.to_string()),
        Cell::Share { part, of } => Cow::Owned(fraction(*part, *of)?.to_string()),
        Cell::List(items) if items.is_empty() => return None,
        Cell::List(items) | Cell::All(items) => {
            let items = items.iter().map(|i| exact(i).unwrap_or_default());
            Cow::Owned(joined(items, ","))
        }
        Cell::Object(_) => Cow::Owned(serde_json::to_string(cell).unwrap_or_default()),
    })
}

pub(super) fn joined<S: AsRef<str>>(words: impl Iterator<Item = S>, between: &str) -> String {
    let mut out = String::new();
    for (i, word) in words.enumerate() {
        if i > 0 {
            out.push_str(between);
        }
        out.push_str(word.as_ref());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::time::{Fixed, Instant};

    #[test]
    fn each_kind_of_cell_has_its_words_for_people_and_for_scripts() {
        let zone = Fixed::hours(2);
        let here = LocalNow::new(Instant(0), &zone);
        for (cell, people, script) in [
            (Cell::Absent, "", None),
            (Cell::text("a\tb"), "a␉b", Some("a\tb")),
            (Cell::Number(12), "12", Some("12")),
            (Cell::Flag(true), "yes", Some("true")),
            (
                Cell::Instant(Instant(60)),
                "today 02:01",
                Some("1970-01-01T00:01:00Z"),
            ),
            (
                Cell::Precise(Instant(61)),
                "1970-01-01 02:01:01",
                Some("1970-01-01T00:01:01Z"),
            ),
            (Cell::Seconds(7500), "2h 05m", Some("7500")),
            (Cell::Exact(7512), "2h 05m 12s", Some("7512")),
            (Cell::Overdue(7500), "-2h 05m", Some("7500")),
            (Cell::Overdue(-90), "1m 30s", Some("-90")),
            (Cell::Share { part: 15, of: 16 }, "93.7%", Some("0.9375")),
            (Cell::Share { part: 0, of: 0 }, "", None),
            (Cell::codes(["a", "b"]), "a, b", Some("a,b")),
            (Cell::codes::<String>([]), "", None),
            (
                Cell::object([("at", Cell::Number(1))]),
                "at 1",
                Some(r#"{"at":1}"#),
            ),
        ] {
            assert_eq!(human(&cell, here, TimeStyle::Near), people, "{cell:?}");
            assert_eq!(exact(&cell).as_deref(), script, "{cell:?}");
        }
    }

    #[test]
    fn the_short_form_of_a_cell_comes_from_what_it_is() {
        let zone = Fixed::hours(2);
        let here = LocalNow::new(Instant(0), &zone);
        for (cell, shown) in [
            (Cell::Address("dana@acme.example".to_owned()), Some("dana@")),
            (Cell::Address("Dana".to_owned()), None),
            (Cell::state("waiting-customer"), Some("w-customer")),
            (Cell::state("open"), None),
            (Cell::Instant(Instant(60)), Some("02:01")),
            (Cell::text("dana@acme.example"), None),
        ] {
            assert_eq!(short(&cell, here).as_deref(), shown, "{cell:?}");
        }
    }

    #[test]
    fn a_hundred_percent_means_all() {
        let (part, of) = (u64::MAX - 1, u64::MAX);
        let share = |part, of| Locale::of(Language::English).share(part, of);
        assert_eq!(share(part, of), "99.9%");
        assert_eq!(fraction(part, of), Some(0.999_999));
        assert_eq!(share(of, of), "100%");
        assert_eq!(fraction(of, of), Some(1.0));
    }
}
