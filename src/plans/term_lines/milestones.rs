//! Hours, calendars, milestones and targets.

use super::wording::{
    OPEN, OPEN_IN_WORDS, agreed, agreed_in_words, list, one_of, span_in_words, week,
};
use super::{Line, Section, of_key};
use crate::core::calendar::{Hours, Week};
use crate::core::terms::{
    Act, CalendarTerms, Commitment, MetBy, Milestone, OnLower, OnRaise, OnReopen, Priority,
    Promise, Start, Target, Terms,
};
use crate::core::time::Span;
use crate::plans::scalar::is_id;

pub(super) fn lines(terms: &Terms) -> Vec<Line> {
    let mut lines = hours(terms);
    for milestone in &terms.milestones {
        let pairs = terms.priorities.iter().zip(&milestone.targets);
        lines.extend(
            pairs.map(|(priority, target)| target_line(terms, milestone, priority, target)),
        );
        lines.push(rules(milestone));
    }
    lines
}

fn hours(terms: &Terms) -> Vec<Line> {
    let mut lines = Vec::new();
    lines.extend(hours_line(
        terms,
        "hours",
        "Hours of support",
        terms.hours.as_ref(),
    ));
    if terms.business_days != terms.hours {
        let key = terms.business_days.as_ref();
        lines.extend(hours_line(terms, "business-days", "Business days", key));
    }
    let ends = |calendar: &CalendarTerms| {
        let week = calendar.week.settled();
        week.is_none_or(|week| !week.is_around_the_clock())
    };
    if !terms.calendars.values().any(ends) {
        return lines;
    }
    let sets = |sets: &Vec<String>| list(sets);
    lines.push(
        Line::new(Section::Hours, "zone", "Zone")
            .says(agreed(&terms.zone, String::clone))
            .in_words(agreed_in_words(&terms.zone, String::clone))
            .source(&of_key(terms, "zone")),
    );
    lines.push(
        Line::new(Section::Hours, "holidays", "Holidays closed")
            .says(agreed(&terms.holidays, sets))
            .in_words(agreed_in_words(&terms.holidays, sets))
            .source(&of_key(terms, "holidays")),
    );
    let named = terms.calendars.iter().filter(|(key, _)| is_named(key));
    lines.extend(named.map(|(key, calendar)| calendar_line(terms, key, calendar)));
    lines
}

fn hours_line(terms: &Terms, path: &str, item: &str, key: Option<&String>) -> Option<Line> {
    let key = key?;
    let calendar = terms.calendars.get(key)?;
    let said = week(calendar);
    let named = match is_named(key) {
        true => format!("{key}: {said}"),
        false => said.clone(),
    };
    let words = match (calendar.week.settled(), calendar.choices.is_empty()) {
        (Some(_), _) => in_words(&said),
        (None, true) => OPEN_IN_WORDS.to_owned(),
        (None, false) => format!("{OPEN_IN_WORDS}: {said}"),
    };
    let line = Line::new(Section::Hours, path, item)
        .says(named)
        .in_words(words);
    Some(line.source(&of_key(terms, path)))
}

/// Whether a calendar has a name of its own: the others are called by their hours.
fn is_named(key: &str) -> bool {
    let unnamed = ["hours", "business-days", "around-the-clock"];
    is_id(key) && !unnamed.contains(&key) && key.parse::<Week>().is_err()
}

fn in_words(week: &str) -> String {
    match week {
        "around-the-clock" => "around the clock".to_owned(),
        week => week.to_owned(),
    }
}

fn calendar_line(terms: &Terms, key: &str, calendar: &CalendarTerms) -> Line {
    let mut said = week(calendar);
    if calendar.choices.is_empty() {
        if calendar.zone != terms.zone {
            said.push_str(&format!(", in {}", agreed(&calendar.zone, String::clone)));
        }
        if calendar.holidays != terms.holidays {
            let sets = agreed(&calendar.holidays, |sets| list(sets));
            said.push_str(&format!(", holidays {sets}"));
        }
        for (day, hours) in &calendar.days {
            let hours = Hours(hours.clone());
            said.push_str(&format!(", {day} {hours}"));
        }
    }
    let item = format!("Calendar {key}");
    Line::new(Section::Hours, format!("calendars.{key}"), item)
        .says(said)
        .source(&calendar.source)
}

fn target_line(terms: &Terms, milestone: &Milestone, priority: &Priority, target: &Target) -> Line {
    let path = format!("targets.{}.{}", milestone.id, priority.id);
    let title = match priority.title.eq_ignore_ascii_case(&priority.id) {
        true => &priority.title,
        false => &priority.id,
    };
    let item = format!("{}, {title}", capital(&milestone.title));
    let (mut value, mut words) = promise(target);
    let hours = target.calendar.as_ref().or(target.waits_for.as_ref());
    if let (Promise::Within(span), Some(hours)) = (target.promise, hours) {
        let usual = match span {
            Span::Time(_) | Span::CalendarDays(_) => &terms.hours,
            _ => &terms.business_days,
        };
        if usual.as_ref() != Some(hours) {
            value.push_str(&format!(", hours {hours}"));
            words.push_str(&format!(", counted in {hours}"));
        }
    }
    if target.negotiable {
        value.push_str(", negotiable");
        words.push_str(", negotiable for each ticket");
    }
    let mut source = target.source.clone();
    if let Some(other) = &target.other_figure {
        let clause = other
            .clause
            .as_ref()
            .map(|clause| format!(" ({clause})"))
            .unwrap_or_default();
        let figure = format!(
            "the source also says {}{clause}",
            span_in_words(other.within)
        );
        source.conflict = source.conflict.or(Some(figure));
    }
    Line::new(Section::Targets, path, item)
        .says(value)
        .in_words(words)
        .source(&source)
}

/// What a target promises, for files and for people.
fn promise(target: &Target) -> (String, String) {
    match target.promise {
        Promise::Within(span) => (span.to_string(), span_in_words(span)),
        Promise::None => ("none".to_owned(), "not promised".to_owned()),
        Promise::Missing => (
            "missing".to_owned(),
            "not promised: the plan is silent".to_owned(),
        ),
        Promise::Open if target.one_of.is_empty() => (OPEN.to_owned(), OPEN_IN_WORDS.to_owned()),
        Promise::Open => {
            let choices: Vec<String> = target.one_of.iter().map(ToString::to_string).collect();
            let said = one_of(&choices);
            let words = format!("{OPEN_IN_WORDS}: {said}");
            (said, words)
        }
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars
        .next()
        .map(|c| c.to_uppercase().collect::<String>())
        .unwrap_or_default();
    first + chars.as_str()
}

/// What starts, meets and pauses a milestone.
fn rules(milestone: &Milestone) -> Line {
    let mut parts = Vec::new();
    if milestone.starts != [Start::Opened] {
        parts.push(format!("starts: {}", words(&milestone.starts).join(", ")));
    }
    parts.push(match &milestone.met_by {
        MetBy::AnyOf(acts) => format!("met by {}", words::<Act>(acts).join(" or ")),
        MetBy::AllOf(acts) => format!("met by {}", words::<Act>(acts).join(" and ")),
    });
    parts.push(match milestone.paused_by.as_slice() {
        [] => "never paused".to_owned(),
        states => {
            let states: Vec<&str> = states.iter().map(|state| state.word()).collect();
            format!("paused by {}", states.join(", "))
        }
    });
    parts.extend(policies(milestone));
    let item = format!("{}: rules", capital(&milestone.title));
    Line::new(
        Section::Targets,
        format!("milestones.{}", milestone.id),
        item,
    )
    .says(parts.join("; "))
    .source(&milestone.source)
}

/// The policies that are not the default.
fn policies(milestone: &Milestone) -> Vec<String> {
    let usual = if milestone.is_resolution() {
        OnReopen::Continue
    } else {
        OnReopen::Keep
    };
    let mut parts = Vec::new();
    if milestone.on_raise != OnRaise::default() {
        parts.push(format!("raised: {}", word(&milestone.on_raise)));
    }
    if milestone.on_lower != OnLower::default() {
        parts.push(format!("lowered: {}", word(&milestone.on_lower)));
    }
    if milestone.on_reopen != usual {
        parts.push(format!("reopened: {}", word(&milestone.on_reopen)));
    }
    if milestone.commitment != Commitment::default() {
        parts.push(word(&milestone.commitment));
    }
    parts
}

/// The word of the file for a value of a closed list.
fn word<T: serde::Serialize>(value: &T) -> String {
    let json = serde_json::to_value(value).ok();
    json.and_then(|json| json.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn words<T: serde::Serialize>(values: &[T]) -> Vec<String> {
    values.iter().map(word).collect()
}
