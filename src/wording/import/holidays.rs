//! What a holiday calendar closes, what of it is left out, and what is not understood.

use chrono::NaiveDate;

use crate::almanac::{Closing, EventMistake, IcsError, IcsSkip, NonClosingEvent};
use crate::core::calendar::Hours;

/// Why a whole file is refused.
pub(crate) fn refused(error: &IcsError) -> String {
    match error {
        IcsError::TooLarge(_) => "the file is too large for a list of holidays".to_owned(),
        IcsError::NoCalendar(_) => {
            "this is no calendar file: it does not begin with `BEGIN:VCALENDAR`".to_owned()
        }
        IcsError::Unfinished(_) => "the file ends before `END:VCALENDAR`".to_owned(),
        IcsError::Misplaced {
            found,
            expected: Some(expected),
            ..
        } => format!("`{expected}` is expected here, not `{found}`"),
        IcsError::Misplaced { found, .. } => format!("`{found}` cannot stand here"),
        IcsError::TooDeep(_) => "too many things within each other".to_owned(),
        IcsError::TooManyDays(_, most) => format!("more than {most} closed days"),
    }
}

/// What is not understood of an event.
pub(crate) fn misread(what: &EventMistake) -> String {
    match what {
        EventMistake::Line => {
            "this is no line of a calendar file: `NAME:value` is expected".to_owned()
        }
        EventMistake::NoStart => "the event has no `DTSTART`".to_owned(),
        EventMistake::Date(text) => format!("`{text}` is no date such as `20261225`"),
        EventMistake::MidnightOfUtc => {
            "the event is from midnight to midnight in UTC, and whose day that is is not said"
                .to_owned()
        }
        EventMistake::NoWholeDay(time) => {
            format!("the event is to be of whole days, and `{time}` is within one")
        }
        EventMistake::EndsFirst => "the event ends before it begins".to_owned(),
        EventMistake::TooLong(most) => format!("the event lasts more than {most} days"),
        EventMistake::Length(text) => format!("`{text}` is no number of whole days such as `P2D`"),
        EventMistake::Rule(part) => format!("`{part}` is not understood of an event of whole days"),
        EventMistake::NoFrequency => "the rule has no `FREQ`".to_owned(),
        EventMistake::RuleTogether(part) => {
            format!("`{part}` is not understood beside what else the rule says")
        }
        EventMistake::ExceptionRule => "`EXRULE` is not understood".to_owned(),
        EventMistake::AndFuture => {
            "one occurrence and all that follow: `THISANDFUTURE` is not understood".to_owned()
        }
        EventMistake::NoSuchOccurrence(date) => {
            format!("it stands for the occurrence of {date}, and there is none")
        }
        EventMistake::Contradicts(line) => {
            format!("it says of the same occurrence something else than the event on line {line}")
        }
        EventMistake::BelongsTo(line) => {
            format!("it belongs to the event on line {line}, which is not understood")
        }
    }
}

/// Why an event closes nothing; a code for scripts.
pub(crate) fn why_code(why: &IcsSkip) -> &'static str {
    match why {
        IcsSkip::Cancelled => "cancelled",
        IcsSkip::Replaced(_) => "replaced",
        IcsSkip::TimeOfDay => "time-of-day",
        IcsSkip::Skipped(_) => "skipped",
        IcsSkip::NotChosen => "not-chosen",
        IcsSkip::Observance => "observance",
        IcsSkip::HalfDay => "half-day",
        IcsSkip::Worked => "worked",
        IcsSkip::Tentative => "tentative",
        IcsSkip::Free => "free",
    }
}

/// `left out, line 6: Day of tea (2026-03-09): an observance`.
pub(crate) fn left_out(left: &NonClosingEvent) -> String {
    let why = match &left.why {
        IcsSkip::Cancelled => "cancelled".to_owned(),
        IcsSkip::Replaced(line) => format!("line {line} is newer"),
        IcsSkip::TimeOfDay => "it is at a time of day".to_owned(),
        IcsSkip::Skipped(word) => format!("it has `{word}`"),
        IcsSkip::NotChosen => "it has no word of `--only`".to_owned(),
        IcsSkip::Observance => "an observance, no day off".to_owned(),
        IcsSkip::HalfDay => "half a day (`--half-days TIMES` says when it is worked)".to_owned(),
        IcsSkip::Worked => "a day that is worked".to_owned(),
        IcsSkip::Tentative => "not certain yet".to_owned(),
        IcsSkip::Free => "one is free then, as the file says".to_owned(),
    };
    let name = left.name.as_deref().unwrap_or("no name");
    match left.on {
        Some(date) => format!("left out, line {}: {name} ({date}): {why}", left.line),
        None => format!("left out, line {}: {name}: {why}", left.line),
    }
}

/// What an event closes, a line each time; one that comes back often in one line.
pub(crate) fn closed(closing: &Closing, half_days: Option<&Hours>) -> Vec<String> {
    /// What comes back more often is told in one line.
    const MOST: usize = 12;
    let name = &closing.name;
    let hours = half_days.filter(|_| closing.half);
    let line = |start: &NaiveDate, more: &str| match hours {
        Some(hours) => format!(
            "open {hours} on {}{more}: {name}",
            stretch(*start, closing.days)
        ),
        None => format!("closed {}{more}: {name}", stretch(*start, closing.days)),
    };
    match (&closing.starts[..], closing.in_place_of) {
        ([start], Some(date)) => vec![line(start, &format!(" in place of {date}"))],
        ([first, rest @ .., last], _) if rest.len() + 2 > MOST => {
            let times = rest.len() + 1;
            vec![line(
                first,
                &format!(" and {times} times more until {last}"),
            )]
        }
        (starts, _) => starts.iter().map(|start| line(start, "")).collect(),
    }
}

fn stretch(start: NaiveDate, days: usize) -> String {
    match start.iter_days().nth(days - 1) {
        Some(last) if last > start => format!("{start} to {last}"),
        _ => start.to_string(),
    }
}

/// How many days a set has.
fn so_many(days: usize) -> String {
    match days {
        1 => "1 day".to_owned(),
        n => format!("{n} days"),
    }
}

/// The desk has all of it already.
pub(crate) fn nothing_new(days: usize, set: &str) -> String {
    format!("nothing new: the desk has {} of {set}", so_many(days))
}

/// It was taken up, or would be.
pub(crate) fn imported(
    verb: &str,
    days: usize,
    set: &str,
    span: Option<(NaiveDate, NaiveDate)>,
) -> String {
    format!("{verb} {} of {set}{}", so_many(days), from_to(span))
}

/// How many days a set has, and from when to when.
pub(crate) fn days_of_set(days: usize, span: Option<(NaiveDate, NaiveDate)>) -> String {
    so_many(days) + &from_to(span)
}

fn from_to(span: Option<(NaiveDate, NaiveDate)>) -> String {
    span.map_or_else(String::new, |(first, last)| format!(", {first} to {last}"))
}

/// Years that are covered and have no day.
pub(crate) fn without_days(set: &str, (from, to): (i32, i32)) -> String {
    match from == to {
        true => format!("{set} has no day in {from}: is the file whole?"),
        false => format!("{set} has no day from {from} to {to}: is the file whole?"),
    }
}

/// No event of the file closes a day.
pub(crate) const NOTHING_CLOSES: &str = "no event of the file closes a day";

/// What may be done where nothing closes.
pub(crate) const CHOOSE: &str = "`--only WORD` takes the events that have the word";

/// What is counted and not told.
pub(crate) fn and_more(more: usize) -> String {
    format!("and {more} more")
}

/// `--only` and `--skip` look for something.
pub(crate) const EMPTY_WORD: &str = "an empty word stands in every event";

/// `line 7: ...`
pub(crate) fn on_line(line: usize, says: &str) -> String {
    format!("line {line}: {says}")
}
