//! Reads closed days from a calendar file (`.ics`, RFC 5545), as authorities publish them.
//!
//! Only what a holiday needs is read: whole-day events, of one or several days, once or every
//! year. What is read wrongly would close or open a desk on the wrong day, so everything else is
//! refused with its line, not skipped. The file may come from anywhere, so its size is bounded.

mod error;
mod line;
mod repeat;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use crate::core::calendar::DaySet;
pub use error::IcsError;
use error::refuse;
use line::{Line, lines};
use repeat::Repeat;

/// The largest file, and the most days (counted again where events fall on the same), that are
/// taken for a list of holidays.
const LARGEST: usize = 4 << 20;
const MOST_DAYS: usize = 250_000;

/// The longest event that is taken for a holiday, in days.
const LONGEST: i64 = 366;

/// The closed days of a calendar file, as the set `name`. It covers the years of the events that
/// do not repeat, or, where all repeat, those from the first event on.
///
/// ```
/// let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\n\
///     DTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
/// let set = sladesk::almanac::days_from_ics(text, "office")?;
/// assert_eq!(set.days.len(), 3);
/// assert_eq!((set.from, set.to), (2026, 2026));
/// # Ok::<(), sladesk::almanac::IcsError>(())
/// ```
///
/// # Errors
/// What is no calendar file, has no whole-day event, or says something of an event that is not
/// understood; with the line.
pub fn days_from_ics(text: &str, name: &str) -> Result<DaySet, IcsError> {
    if text.len() > LARGEST {
        return refuse(1, "the file is too large for a list of holidays");
    }
    let mut reading = Reading::default();
    let mut last = 1;
    for line in lines(text) {
        let line = line?;
        last = line.number;
        reading.take(&line)?;
    }
    if !reading.begun || !reading.open.is_empty() {
        return refuse(last, "the file ends before `END:VCALENDAR`");
    }
    if reading.days.is_empty() {
        return refuse(last, "the file has no whole-day event");
    }
    Ok(reading.into_set(name))
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    begun: bool,
    /// The components that are open, the innermost last.
    open: Vec<String>,
    title: Option<String>,
    event: Event,
    days: BTreeMap<NaiveDate, String>,
    /// How many days the events have, each counted.
    written: usize,
    /// Years of events that do not repeat.
    single: BTreeSet<i32>,
}

/// A whole-day event as it fills up.
#[derive(Default)]
struct Event {
    line: usize,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    length: Option<i64>,
    name: Option<String>,
    repeat: Option<Repeat>,
    except: BTreeSet<NaiveDate>,
    also: Vec<NaiveDate>,
    cancelled: bool,
}

impl Reading {
    fn take(&mut self, line: &Line) -> Result<(), IcsError> {
        match (line.name.as_str(), line.value.to_ascii_uppercase()) {
            ("BEGIN", what) => self.begin(line.number, what),
            ("END", what) => self.end(line.number, &what),
            _ if self.open.is_empty() => refuse(
                line.number,
                "this is no calendar file: it does not begin with `BEGIN:VCALENDAR`",
            ),
            ("X-WR-CALNAME", _) if self.open.len() == 1 => {
                self.title = Some(line.text());
                Ok(())
            }
            _ if self.open.last().is_some_and(|open| open == "VEVENT") => self.event.take(line),
            _ => Ok(()),
        }
    }

    fn begin(&mut self, line: usize, what: String) -> Result<(), IcsError> {
        match (self.open.is_empty(), what == "VCALENDAR") {
            (true, true) => self.begun = true,
            (true, false) => {
                return refuse(line, format!("`{what}` stands outside a calendar"));
            }
            (false, true) => return refuse(line, "a calendar within a calendar"),
            (false, false) => {}
        }
        if self.open.len() > 8 {
            return refuse(line, "too many things within each other");
        }
        if what == "VEVENT" {
            self.event = Event {
                line,
                ..Event::default()
            };
        }
        self.open.push(what);
        Ok(())
    }

    fn end(&mut self, line: usize, what: &str) -> Result<(), IcsError> {
        match self.open.pop() {
            Some(open) if open == what => {}
            Some(open) => return refuse(line, format!("`END:{open}` is expected here")),
            None => return refuse(line, format!("`END:{what}` ends nothing")),
        }
        if what != "VEVENT" {
            return Ok(());
        }
        let event = std::mem::take(&mut self.event);
        if event.cancelled {
            Ok(())
        } else {
            self.add(event)
        }
    }

    fn add(&mut self, event: Event) -> Result<(), IcsError> {
        let Some(start) = event.start else {
            return refuse(event.line, "the event has no `DTSTART`");
        };
        let length = event.length(start)?;
        let starts = match &event.repeat {
            Some(repeat) => repeat.starts(start),
            None => vec![start],
        };
        let name = event.name.unwrap_or_else(|| "closed".to_owned());
        for first in starts.into_iter().chain(event.also) {
            if event.except.contains(&first) {
                continue;
            }
            self.written += length;
            if self.written > MOST_DAYS {
                return refuse(event.line, format!("more than {MOST_DAYS} closed days"));
            }
            for day in first.iter_days().take(length) {
                if event.repeat.is_none() {
                    self.single.insert(day.year());
                }
                self.days.entry(day).or_insert_with(|| name.clone());
            }
        }
        Ok(())
    }

    fn into_set(self, name: &str) -> DaySet {
        let mut set = DaySet::of_dates(name, self.days);
        if let (Some(from), Some(to)) = (self.single.first(), self.single.last()) {
            (set.from, set.to) = (*from, *to);
        }
        if let Some(title) = self.title.filter(|title| !title.is_empty()) {
            set.title = title;
        }
        set
    }
}

impl Event {
    fn take(&mut self, line: &Line) -> Result<(), IcsError> {
        match line.name.as_str() {
            "DTSTART" => self.start = Some(line.date(&line.value)?),
            "DTEND" => self.end = Some(line.date(&line.value)?),
            "DURATION" => self.length = Some(line.days()?),
            "SUMMARY" => self.name = Some(line.text()).filter(|name| !name.is_empty()),
            "RRULE" => self.repeat = Some(Repeat::read(line)?),
            "EXDATE" => self.except.extend(line.dates()?),
            "RDATE" => self.also.extend(line.dates()?),
            "EXRULE" => return refuse(line.number, "`EXRULE` is not understood"),
            "STATUS" => self.cancelled = line.value.eq_ignore_ascii_case("CANCELLED"),
            _ => {}
        }
        Ok(())
    }

    /// How many days it lasts. `DTEND` is the first day after it.
    fn length(&self, start: NaiveDate) -> Result<usize, IcsError> {
        let ended = self.end.map(|end| (end - start).num_days());
        let days = self.length.or(ended).unwrap_or(1);
        match days {
            // some write the same date twice for a single day
            0 => Ok(1),
            1..=LONGEST if start.checked_add_days(Days::new(days as u64)).is_some() => {
                Ok(days as usize)
            }
            _ if days < 0 => refuse(self.line, "the event ends before it begins"),
            _ => refuse(
                self.line,
                format!("the event lasts more than {LONGEST} days"),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(event: &str) -> String {
        let event = event.replace('\n', "\r\n");
        format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    }

    fn read(event: &str) -> Result<DaySet, IcsError> {
        days_from_ics(&calendar(event), "office")
    }

    fn dates(set: &DaySet) -> Vec<String> {
        set.days.keys().take(6).map(ToString::to_string).collect()
    }

    #[test]
    fn whole_day_events_close_their_dates() {
        for (event, closed) in [
            ("DTSTART;VALUE=DATE:20261225", vec!["2026-12-25"]),
            (
                "DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261225",
                vec!["2026-12-25"],
            ),
            (
                "DTSTART:20261225\nDTEND:20261227",
                vec!["2026-12-25", "2026-12-26"],
            ),
            (
                "DTSTART;VALUE=DATE:20261231\nDURATION:P2D",
                vec!["2026-12-31", "2027-01-01"],
            ),
            (
                "DTSTART:20240229\nRRULE:FREQ=YEARLY;COUNT=3",
                vec!["2024-02-29", "2028-02-29", "2032-02-29"],
            ),
            (
                "DTSTART:20251127\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20271231T000000Z",
                vec!["2025-11-27", "2026-11-26", "2027-11-25"],
            ),
            (
                "DTSTART:20250526\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=3",
                vec!["2025-05-26", "2026-05-25", "2027-05-31"],
            ),
            (
                "DTSTART:20250101\nRRULE:FREQ=YEARLY;INTERVAL=2;COUNT=3\nEXDATE:20270101",
                vec!["2025-01-01", "2029-01-01"],
            ),
            (
                "DTSTART:20250101\nRDATE:20250106,20250107",
                vec!["2025-01-01", "2025-01-06", "2025-01-07"],
            ),
        ] {
            assert_eq!(dates(&read(event).unwrap()), closed, "{event}");
        }
    }

    #[test]
    fn names_are_unfolded_and_unescaped() {
        let set = read("DTSTART:20261225\nSUMMARY:Christmas\\, and\n  more\\nof it").unwrap();
        assert_eq!(
            set.days.values().next().unwrap(),
            "Christmas, and more of it"
        );
        let titled = calendar("DTSTART:20261225").replacen("\r\n", "\r\nX-WR-CALNAME:Ours\r\n", 1);
        assert_eq!(days_from_ics(&titled, "office").unwrap().title, "Ours");
    }

    #[test]
    fn what_stands_beside_the_events_is_passed_over() {
        let text = "\u{feff}BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nDTSTART:19700101T000000\nEND:VTIMEZONE\n\
            BEGIN:VEVENT\nDTSTART:20261225\nBEGIN:VALARM\nDURATION:PT5M\nEND:VALARM\nEND:VEVENT\n\
            BEGIN:VEVENT\nDTSTART:20261228\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR";
        assert_eq!(
            dates(&days_from_ics(text, "office").unwrap()),
            ["2026-12-25"]
        );
    }

    #[test]
    fn the_years_covered_are_those_of_the_events_that_do_not_repeat() {
        let yearly = read("DTSTART:20200101\nRRULE:FREQ=YEARLY").unwrap();
        assert_eq!(
            (yearly.from, yearly.to, yearly.days.len()),
            (2020, 2200, 181)
        );
        let both =
            "DTSTART:20200101\nRRULE:FREQ=YEARLY\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20260403";
        let both = read(both).unwrap();
        assert_eq!((both.from, both.to), (2026, 2026));
    }

    #[test]
    fn what_is_not_understood_is_refused_with_its_line() {
        for (event, line, says) in [
            ("SUMMARY:x", 2, "the event has no `DTSTART`"),
            ("DTSTART:20261225T100000Z", 3, "has a time of day"),
            ("DTSTART:20261325", 3, "is no date"),
            ("DTSTART:2026-12-25", 3, "is no date"),
            (
                "DTSTART:20261225\nDTEND:20261224",
                2,
                "ends before it begins",
            ),
            (
                "DTSTART:20261225\nDTEND:20291224",
                2,
                "lasts more than 366 days",
            ),
            (
                "DTSTART:20261225\nDURATION:PT24H",
                4,
                "is no number of whole days",
            ),
            (
                "DTSTART:20261225\nRRULE:FREQ=MONTHLY",
                4,
                "`FREQ=MONTHLY` is not understood",
            ),
            (
                "DTSTART:20261225\nRRULE:FREQ=YEARLY;BYDAY=MO",
                4,
                "`BYDAY=MO` is not understood",
            ),
            (
                "DTSTART:20261225\nRRULE:FREQ=YEARLY;BYDAY=1MO",
                4,
                "with its month only",
            ),
            (
                "DTSTART:20261225\nRRULE:FREQ=YEARLY;COUNT=0",
                4,
                "`COUNT=0` is not understood",
            ),
            ("DTSTART:20261225\nRRULE:COUNT=3", 4, "only `FREQ=YEARLY`"),
            (
                "DTSTART:20261225\nEXRULE:FREQ=YEARLY",
                4,
                "`EXRULE` is not understood",
            ),
            ("nonsense", 3, "this is no line of a calendar file"),
            ("END:VCALENDAR", 3, "`END:VEVENT` is expected here"),
            ("BEGIN:VCALENDAR", 3, "a calendar within a calendar"),
        ] {
            let error = read(event).unwrap_err();
            assert!(error.says.contains(says), "{event}: {error}");
            assert_eq!(error.line, line, "{event}: {error}");
        }
        for (text, says) in [
            ("", "ends before `END:VCALENDAR`"),
            ("hello", "this is no line"),
            ("SUMMARY:x", "does not begin with"),
            ("BEGIN:VEVENT", "stands outside a calendar"),
            ("BEGIN:VCALENDAR", "ends before `END:VCALENDAR`"),
            ("BEGIN:VCALENDAR\nEND:VCALENDAR", "no whole-day event"),
            ("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:X", "ends nothing"),
        ] {
            let error = days_from_ics(text, "office").unwrap_err();
            assert!(error.says.contains(says), "{text}: {error}");
        }
    }

    #[test]
    fn a_hostile_file_is_refused_soon() {
        let event =
            "DTSTART:19700101\nDURATION:P365D\nRRULE:FREQ=YEARLY\nEND:VEVENT\nBEGIN:VEVENT\n";
        let error = read(&event.repeat(10_000)).unwrap_err();
        assert!(
            error.says.contains("more than 250000 closed days"),
            "{error}"
        );
        let deep = "BEGIN:VCALENDAR\n".to_owned() + &"BEGIN:X\n".repeat(100_000);
        assert!(days_from_ics(&deep, "office").is_err());
        assert!(days_from_ics(&" ".repeat(LARGEST + 1), "office").is_err());
    }
}
