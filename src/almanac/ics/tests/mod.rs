//! Calendar files as others write them.

mod closed_days;
mod mistakes;
mod occurrences;

use super::*;
use crate::core::calendar::{DaySet, Hours};

/// A file of events, each given by its lines.
fn calendar(events: &[&str]) -> String {
    let event = |lines: &&str| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n");
    let events: String = events.iter().map(event).collect();
    format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n").replace('\n', "\r\n")
}

fn file(events: &[&str]) -> HolidayFile {
    chosen(events, &Choice::default())
}

fn chosen(events: &[&str], choice: &Choice) -> HolidayFile {
    HolidayFile::read(&calendar(events), choice).unwrap()
}

fn set(events: &[&str]) -> DaySet {
    let file = file(events);
    assert_eq!(file.misread, [], "{events:?}");
    file.day_set("office", None)
}

fn dates(set: &DaySet) -> Vec<String> {
    set.days.keys().take(6).map(ToString::to_string).collect()
}

fn misread(event: &str) -> (usize, EventMistake) {
    let file = file(&[event]);
    assert_eq!(file.closings, [], "{event}");
    let mistake = file
        .misread
        .first()
        .unwrap_or_else(|| panic!("{event}: {file:?}"));
    (mistake.line, mistake.what.clone())
}

fn left_out(file: &HolidayFile) -> Vec<(usize, IcsSkip)> {
    let left = file.left_out.iter();
    left.map(|left| (left.line, left.why.clone())).collect()
}
