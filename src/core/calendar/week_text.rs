//! Reads weekly hours: days, then their hours. `mon-thu 09:00-12:00, 13:00-17:30; fri,sat`.

use std::ops::Range;
use std::str::FromStr;

use super::Week;
use super::hours::{DAY, HoursError, TextPiece, interval, normalised, overlap, overlapping};
use super::week::NAMES;

const DAYS: &str = "days are mon, tue, wed, thu, fri, sat and sun: `mon-fri 09:00-18:00`";
const CLOCK: &str = "write `around-the-clock` for hours that never end";

/// The week as it fills up.
#[derive(Default)]
struct WeekReader {
    days: [Vec<(u32, u32)>; 7],
}

impl Week {
    /// Reads a list of texts, for days that differ: `["mon-thu 09:00-18:00", "fri 09:00-15:00"]`.
    ///
    /// # Errors
    /// The first thing that is wrong, with its place; `part` says in which text.
    pub fn of_list<S: AsRef<str>>(texts: &[S]) -> Result<Week, HoursError> {
        if let [only] = texts
            && only.as_ref().trim() == "around-the-clock"
        {
            return Ok(Week::around_the_clock());
        }
        let mut reader = WeekReader::default();
        for (part, text) in texts.iter().enumerate() {
            let read = reader.read(TextPiece::whole(text.as_ref()));
            read.map_err(|error| HoursError { part, ..error })?;
        }
        if reader.days.iter().all(Vec::is_empty) {
            let end = texts.last().map_or(0, |text| text.as_ref().len());
            return Err(HoursError {
                part: texts.len().saturating_sub(1),
                ..HoursError::new("a week without an open hour".to_owned(), DAYS, 0..end)
            });
        }
        Ok(Week(reader.days.map(normalised)))
    }
}

impl FromStr for Week {
    type Err = HoursError;

    fn from_str(text: &str) -> Result<Week, HoursError> {
        Week::of_list(&[text])
    }
}

/// Whether a piece goes on with hours and not with days.
fn is_hours(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '-')
}

impl WeekReader {
    /// Reads groups, parted by `;` or by a comma with days after it.
    fn read(&mut self, text: TextPiece<'_>) -> Result<(), HoursError> {
        let mut rest = (!text.text.is_empty()).then_some(text);
        while let Some(group) = rest {
            let (group, after) = group.split_once(';');
            rest = after.filter(|after| !after.text.is_empty());
            self.group(group)?;
        }
        Ok(())
    }

    fn group(&mut self, group: TextPiece<'_>) -> Result<(), HoursError> {
        let mut days: Vec<usize> = Vec::new();
        let mut with_hours = false;
        let mut rest = Some(group);
        while let Some(piece) = rest {
            let (piece, after) = piece.split_once(',');
            rest = after;
            if is_hours(piece.text) && !days.is_empty() {
                self.open(&days, piece)?;
                with_hours = true;
                continue;
            }
            let (names, hours) = days_and_hours(piece);
            if with_hours {
                days.clear();
                with_hours = false;
            }
            days.extend(day_range(names)?);
            if let Some(hours) = hours {
                self.open(&days, hours)?;
                with_hours = true;
            }
        }
        match with_hours {
            true => Ok(()),
            false => self.add(&days, (0, DAY), group),
        }
    }

    /// Adds hours, in two parts where they go over midnight.
    fn open(&mut self, days: &[usize], piece: TextPiece<'_>) -> Result<(), HoursError> {
        let (from, to) = interval(piece)?;
        if from < to {
            return self.add(days, (from, to), piece);
        }
        let next: Vec<usize> = days.iter().map(|day| (day + 1) % 7).collect();
        self.add(days, (from, DAY), piece)?;
        self.add(&next, (0, to), piece)
    }

    fn add(
        &mut self,
        days: &[usize],
        new: (u32, u32),
        piece: TextPiece<'_>,
    ) -> Result<(), HoursError> {
        for day in days {
            let taken = self.days[*day].iter().find(|other| overlap(**other, new));
            if let Some(other) = taken {
                let error = overlapping(piece, *other);
                return Err(HoursError {
                    message: format!("{} on {}", error.message, NAMES[*day]),
                    ..error
                });
            }
            self.days[*day].push(new);
        }
        Ok(())
    }
}

/// Days and what stands behind them, where it is not the second end of a range: `mon - fri 09:00`.
fn days_and_hours(piece: TextPiece<'_>) -> (TextPiece<'_>, Option<TextPiece<'_>>) {
    let text = piece.text;
    let ends_days = |i: &usize| {
        let (before, after) = (text[..*i].trim_end(), text[*i..].trim_start());
        let mut next = after.chars();
        let dash = next.next() == Some('-') && !next.next().is_some_and(|c| c.is_ascii_digit());
        !before.ends_with('-') && !dash
    };
    let spaces = text.match_indices(char::is_whitespace).map(|(i, _)| i);
    match { spaces }.find(ends_days) {
        Some(i) => piece.split_at(i),
        None => (piece, None),
    }
}

/// `mon`, `mon-fri`, `sat-mon`.
fn day_range(piece: TextPiece<'_>) -> Result<Vec<usize>, HoursError> {
    let (from, to) = piece.split_once('-');
    let first = day(from)?;
    let last = to.map_or(Ok(first), day)?;
    let length = (last + 7 - first) % 7 + 1;
    Ok((first..first + length).map(|day| day % 7).collect())
}

fn day(piece: TextPiece<'_>) -> Result<usize, HoursError> {
    let unknown = |at: Range<usize>| {
        let message = match piece.text {
            "" => "a day is missing here".to_owned(),
            text => format!("no day `{text}`"),
        };
        let hint = match piece.text {
            "24/7" | "24x7" | "24h" => CLOCK,
            _ => DAYS,
        };
        HoursError::new(message, hint, at)
    };
    const FULL: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let word = piece.text.to_ascii_lowercase();
    let known = |full: &str| word.len() >= 3 && full.starts_with(&word);
    FULL.iter()
        .position(|full| known(full))
        .ok_or_else(|| unknown(piece.span()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_read_as_people_write_them_and_written_the_shortest_way() {
        for (text, again) in [
            ("mon-fri 09:00-18:00", "mon-fri 09:00-18:00"),
            ("Monday-Friday 9:00-18:00", "mon-fri 09:00-18:00"),
            ("mon,tue,wed 09:00-18:00", "mon-wed 09:00-18:00"),
            ("mon, wed 09:00-18:00", "mon,wed 09:00-18:00"),
            ("mon - fri 09:00 - 17:00", "mon-fri 09:00-17:00"),
            (
                "mon -wed, fri- sat 09:00-17:00",
                "mon-wed,fri,sat 09:00-17:00",
            ),
            ("mon,wed", "mon,wed"),
            ("mon-sun", "mon-sun"),
            ("around-the-clock", "mon-sun"),
            ("fri-mon", "mon,fri-sun"),
            (
                "mon-thu 09:00-12:00, 13:00-17:30",
                "mon-thu 09:00-12:00, 13:00-17:30",
            ),
            (
                "mon-thu 09:00-12:00, 13:00-17:30, fri 09:00-12:00",
                "mon-thu 09:00-12:00, 13:00-17:30; fri 09:00-12:00",
            ),
            ("mon 09:00-12:00; mon 12:00-18:00;", "mon 09:00-18:00"),
            ("sun 22:00-06:00", "mon 00:00-06:00; sun 22:00-24:00"),
            (
                "mon-fri 22:00-06:00",
                "mon 22:00-24:00; tue-fri 00:00-06:00, 22:00-24:00; sat 00:00-06:00",
            ),
            ("mon 22:00-00:00", "mon 22:00-24:00"),
        ] {
            let week: Week = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(week.to_string(), again, "{text}");
            assert_eq!(again.parse(), Ok(week), "{text} written again");
        }
    }

    #[test]
    fn a_list_is_for_days_that_differ() {
        let week = Week::of_list(&["mon 00:01-24:00", "tue-thu", "fri 00:00-23:59"]).unwrap();
        assert_eq!(
            week.to_string(),
            "mon 00:01-24:00; tue-thu; fri 00:00-23:59"
        );
        let clock = Week::of_list(&["around-the-clock"]);
        assert_eq!(clock, Ok(Week::around_the_clock()));
        let error = Week::of_list(&["mon", "tue-thx"]).unwrap_err();
        assert_eq!((error.part, error.at), (1, 4..7));
    }

    #[test]
    fn what_is_no_week_is_refused_with_the_place() {
        for (text, place, says) in [
            ("", "", "a week without an open hour"),
            (" ; ", "", "a day is missing here"),
            ("mon-fry 09:00-18:00", "fry", "no day `fry`"),
            ("m 09:00-18:00", "m", "no day `m`"),
            ("monx", "monx", "no day `monx`"),
            ("mon,", "", "a day is missing here"),
            ("mon-fri 09:00", "09:00", "is no hours"),
            ("mon-fri open", "open", "is no hours"),
            ("mon - fry 09:00-18:00", "fry", "no day `fry`"),
            ("24/7", "24/7", "no day `24/7`"),
            ("mon-fri 9am-6pm", "9am", "is no time of day"),
            ("09:00-18:00", "09:00", "no day `09:00`"),
            (
                "mon 09:00-18:00, 17:00-19:00",
                "17:00-19:00",
                "overlaps `09:00-18:00` on mon",
            ),
            (
                "mon-fri 09:00-18:00; wed 10:00-11:00",
                "10:00-11:00",
                "on wed",
            ),
            (
                "mon 22:00-06:00, tue 05:00-07:00",
                "05:00-07:00",
                "overlaps `00:00-06:00` on tue",
            ),
            ("mon-fri; fri", "fri", "overlaps `00:00-24:00` on fri"),
            ("пн-пт 09:00-18:00", "пн", "no day `пн`"),
        ] {
            let error = text.parse::<Week>().unwrap_err();
            assert_eq!(&text[error.at.clone()], place, "{text}: {error}");
            assert!(error.message.contains(says), "{text}: {error}");
        }
    }
}
