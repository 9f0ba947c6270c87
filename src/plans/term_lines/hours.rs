//! Hours of support, and the calendars that are in use: which those are shows only once the terms
//! are resolved.

use super::line::{TermLine, TermWords, called};
use super::value::{OPEN, OPEN_IN_WORDS, said, value};
use crate::core::calendar::{Hours, Week};
use crate::core::terms::{Agreed, CalendarTerms, Source, Terms};
use crate::plans::scalar::is_id;
use crate::plans::schema::{CALENDAR, TOP};
use crate::plans::section::Section;
use crate::plans::tree::{Node, Table};

/// Hours and business days, then zone, holidays and calendars where some hours end.
pub(super) fn lines(root: &Table, terms: &Terms) -> Vec<TermLine> {
    let mut lines = Vec::new();
    lines.extend(of_hours(root, terms, "hours", terms.hours.as_ref()));
    if terms.business_days != terms.hours {
        let key = terms.business_days.as_ref();
        lines.extend(of_hours(root, terms, "business-days", key));
    }
    let ends = |calendar: &CalendarTerms| {
        let week = calendar.week.settled();
        week.is_none_or(|week| !week.is_around_the_clock())
    };
    if !terms.calendars.values().any(ends) {
        return lines;
    }
    lines.extend(["zone", "holidays"].map(|key| of_key(root, key)));
    let named = terms.calendars.iter().filter(|(key, _)| is_named(key));
    lines.extend(named.map(|(key, calendar)| of_calendar(root, terms, key, calendar)));
    lines
}

fn line(
    key: &str,
    path: String,
    title: &str,
    (value, words): TermWords,
    source: Source,
) -> TermLine {
    TermLine {
        section: Section::Hours,
        path,
        item: TOP
            .key(key)
            .map_or_else(String::new, |spec| called(spec, title)),
        value,
        words,
        source,
    }
}

/// What stands at a key, or is left open where nothing does.
fn of_key(root: &Table, key: &str) -> TermLine {
    let node = root.get(key);
    let said = match (node, TOP.key(key)) {
        (Some(node), Some(spec)) => said(node, spec, &spec.shape),
        _ => (OPEN.to_owned(), OPEN_IN_WORDS.to_owned()),
    };
    let source = node.map(|node| node.source.clone());
    line(key, key.to_owned(), "", said, source.unwrap_or_default())
}

fn of_hours(root: &Table, terms: &Terms, key: &str, calendar: Option<&String>) -> Option<TermLine> {
    let name = calendar?;
    let calendar = terms.calendars.get(name)?;
    let week = week(calendar);
    let written = match is_named(name) {
        true => format!("{name}: {week}"),
        false => week.clone(),
    };
    let words = match (calendar.week.settled(), calendar.choices.is_empty()) {
        (Some(week), _) if week.is_around_the_clock() => "around the clock".to_owned(),
        (Some(_), _) => week,
        (None, true) => OPEN_IN_WORDS.to_owned(),
        (None, false) => format!("{OPEN_IN_WORDS}: {week}"),
    };
    let source = root.get(key).map(|node| node.source.clone());
    let source = source.unwrap_or_default();
    Some(line(key, key.to_owned(), "", (written, words), source))
}

/// Whether a calendar has a name of its own: the others are called by their hours.
fn is_named(key: &str) -> bool {
    let unnamed = ["hours", "business-days", "around-the-clock"];
    is_id(key) && !unnamed.contains(&key) && key.parse::<Week>().is_err()
}

/// The hours of a calendar.
fn week(calendar: &CalendarTerms) -> String {
    let one_of = |choices: Vec<String>| format!("one of {}", choices.join(", "));
    match (&calendar.week, calendar.choices.is_empty()) {
        (_, false) => one_of(calendar.choices.clone()),
        (Agreed::Is(week), _) if week.is_around_the_clock() => "around-the-clock".to_owned(),
        (Agreed::Is(week), _) => week.to_string(),
        (Agreed::OneOf(weeks), _) => one_of(weeks.iter().map(Week::to_string).collect()),
        (Agreed::Open, _) => OPEN.to_owned(),
    }
}

/// A calendar that has a name, with what it has of its own.
fn of_calendar(root: &Table, terms: &Terms, name: &str, calendar: &CalendarTerms) -> TermLine {
    let mut said = week(calendar);
    if calendar.choices.is_empty() {
        let own = |key: &str| chosen(root, name).and_then(|own| value_at(own, key));
        if let (Some(zone), true) = (own("zone"), calendar.zone != terms.zone) {
            said.push_str(&format!(", in {zone}"));
        }
        if let (Some(sets), true) = (own("holidays"), calendar.holidays != terms.holidays) {
            said.push_str(&format!(", holidays {sets}"));
        }
        for (day, hours) in &calendar.days {
            let hours = Hours(hours.clone());
            said.push_str(&format!(", {day} {hours}"));
        }
    }
    let path = format!("calendars.{name}");
    let both = (said.clone(), said);
    line("calendars", path, name, both, calendar.source.clone())
}

fn value_at(calendar: &Table, key: &str) -> Option<String> {
    let spec = CALENDAR.key(key)?;
    calendar.get(key).map(|node| value(node, &spec.shape))
}

/// The calendar of that name, or the one that was chosen for it.
fn chosen<'d>(root: &'d Table, name: &str) -> Option<&'d Table> {
    let calendar = root.at(&["calendars", name])?.table()?;
    match calendar.get("one-of").and_then(Node::list) {
        Some([only]) => chosen(root, only.text()?),
        _ => Some(calendar),
    }
}
