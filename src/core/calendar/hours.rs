//! Hours of one day as people write them: `09:00-12:00, 13:00-17:30`, `closed`.

use std::fmt;
use std::ops::Range;

/// Seconds in a day of the calendar, whatever daylight saving makes of it.
pub const DAY: u32 = 86_400;

/// Opening intervals of one day in seconds of the local day: sorted, disjoint, not touching. Empty
/// means closed.
///
/// ```
/// use sladesk::core::calendar::Hours;
/// let hours: Hours = "13:00-17:30, 09:00-12:00".parse()?;
/// assert_eq!(hours.0, [(32_400, 43_200), (46_800, 63_000)]);
/// assert_eq!(hours.to_string(), "09:00-12:00, 13:00-17:30");
/// assert_eq!("closed".parse::<Hours>()?.0, []);
/// # Ok::<(), sladesk::core::calendar::HoursError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hours(pub Vec<(u32, u32)>);

/// Why a text is no hours. The message is complete; `at` is the place in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct HoursError {
    /// What cannot be read, in full.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
    /// The place in the text, in bytes.
    pub at: Range<usize>,
    /// Which text, when a list was read; 0 is the first.
    pub part: usize,
}

impl HoursError {
    pub(super) fn new(message: String, hint: &str, at: Range<usize>) -> HoursError {
        HoursError {
            message,
            hint: Some(hint.to_owned()),
            at,
            part: 0,
        }
    }
}

/// A piece of a text and where it stands in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextPiece<'a> {
    pub text: &'a str,
    pub start: usize,
}

impl<'a> TextPiece<'a> {
    pub(super) fn whole(text: &'a str) -> TextPiece<'a> {
        TextPiece { text, start: 0 }.trimmed()
    }

    pub(super) fn trimmed(self) -> TextPiece<'a> {
        let cut = self.text.len() - self.text.trim_start().len();
        TextPiece {
            text: self.text.trim(),
            start: self.start + cut,
        }
    }

    /// What stands before the first `c` and, when there is one, what stands after it.
    pub(super) fn split_once(self, c: char) -> (TextPiece<'a>, Option<TextPiece<'a>>) {
        let Some(i) = self.text.find(c) else {
            return (self.trimmed(), None);
        };
        let before = TextPiece {
            text: &self.text[..i],
            start: self.start,
        };
        let after = TextPiece {
            text: &self.text[i + c.len_utf8()..],
            start: self.start + i + c.len_utf8(),
        };
        (before.trimmed(), Some(after.trimmed()))
    }

    /// What stands before byte `i`, and after it.
    pub(super) fn split_at(self, i: usize) -> (TextPiece<'a>, Option<TextPiece<'a>>) {
        let (before, after) = self.text.split_at(i);
        let piece = |text, start| TextPiece { text, start }.trimmed();
        (
            piece(before, self.start),
            Some(piece(after, self.start + i)),
        )
    }

    pub(super) fn span(self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

const TIMES: &str = "write hours as `09:00-18:00`; `24:00` ends a day";

/// `09:00`, `9:05`, `24:00`, `23:59:59` as seconds of the day.
fn time(piece: TextPiece<'_>) -> Result<u32, HoursError> {
    let bad = || {
        let message = match piece.text {
            "" => "a time is missing here".to_owned(),
            text => format!("`{text}` is no time of day"),
        };
        HoursError::new(message, TIMES, piece.span())
    };
    let mut parts = piece.text.split(':');
    let mut number = |digits: Range<usize>, below: u32| {
        let part = parts.next().ok_or_else(bad)?;
        let plain = part.bytes().all(|b| b.is_ascii_digit()) && digits.contains(&part.len());
        part.parse::<u32>()
            .ok()
            .filter(|n| plain && *n < below)
            .ok_or_else(bad)
    };
    let hour = number(1..3, 25)?;
    let minute = number(2..3, 60)?;
    let second = match piece.text.matches(':').count() {
        1 => 0,
        _ => number(2..3, 60)?,
    };
    if parts.next().is_some() {
        return Err(bad());
    }
    let seconds = hour * 3600 + minute * 60 + second;
    if seconds > DAY {
        Err(bad())
    } else {
        Ok(seconds)
    }
}

/// `09:00-18:00` as written; the end lies before the start when it goes over midnight.
pub(super) fn interval(piece: TextPiece<'_>) -> Result<(u32, u32), HoursError> {
    let (from, to) = piece.split_once('-');
    let Some(to) = to else {
        return Err(HoursError::new(
            format!("`{}` is no hours", piece.text),
            TIMES,
            piece.span(),
        ));
    };
    let (from, to) = (time(from)?, time(to)?);
    if from == DAY {
        return Err(HoursError::new(
            format!("`{}` begins when the day is over", piece.text),
            "write `00:00` of the next day",
            piece.span(),
        ));
    }
    // `22:00-00:00` means until midnight, and nothing of the next day
    let to = if to == 0 && from > 0 { DAY } else { to };
    if from == to {
        return Err(HoursError::new(
            format!("`{}` is empty", piece.text),
            "write `00:00-24:00` for a whole day",
            piece.span(),
        ));
    }
    Ok((from, to))
}

/// Sorted, cut to the day, touching intervals joined.
pub(super) fn normalised(mut intervals: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    intervals.retain_mut(|(from, to)| {
        *to = (*to).min(DAY);
        from < to
    });
    intervals.sort_unstable();
    let mut joined: Vec<(u32, u32)> = Vec::with_capacity(intervals.len());
    for (from, to) in intervals {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// Whether two intervals share a second.
pub(super) fn overlap(a: (u32, u32), b: (u32, u32)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

pub(super) fn overlapping(piece: TextPiece<'_>, other: (u32, u32)) -> HoursError {
    HoursError::new(
        format!("`{}` overlaps `{}`", piece.text, Hours(vec![other])),
        "let each interval of a day begin where the one before has ended",
        piece.span(),
    )
}

impl std::str::FromStr for Hours {
    type Err = HoursError;

    fn from_str(text: &str) -> Result<Hours, HoursError> {
        let mut rest = Some(TextPiece::whole(text));
        if text.trim().eq_ignore_ascii_case("closed") {
            return Ok(Hours::default());
        }
        let mut found = Vec::new();
        while let Some(piece) = rest {
            let (piece, after) = piece.split_once(',');
            let (from, to) = interval(piece)?;
            if to < from {
                return Err(HoursError::new(
                    format!("`{}` goes over midnight", piece.text),
                    "hours of a single day end at `24:00`; write what is left for the next day",
                    piece.span(),
                ));
            }
            if let Some(other) = found.iter().find(|other| overlap(**other, (from, to))) {
                return Err(overlapping(piece, *other));
            }
            found.push((from, to));
            rest = after;
        }
        Ok(Hours(normalised(found)))
    }
}

fn write_time(f: &mut fmt::Formatter<'_>, seconds: u32) -> fmt::Result {
    write!(f, "{:02}:{:02}", seconds / 3600, seconds % 3600 / 60)?;
    match seconds % 60 {
        0 => Ok(()),
        second => write!(f, ":{second:02}"),
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("closed");
        }
        for (i, (from, to)) in self.0.iter().enumerate() {
            f.write_str(if i == 0 { "" } else { ", " })?;
            write_time(f, *from)?;
            f.write_str("-")?;
            write_time(f, *to)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, again) in [
            ("09:00-18:00", "09:00-18:00"),
            ("9:00 - 18:00", "09:00-18:00"),
            ("13:00-17:30,09:00-12:00", "09:00-12:00, 13:00-17:30"),
            ("09:00-12:00, 12:00-18:00", "09:00-18:00"),
            ("00:00-24:00", "00:00-24:00"),
            ("22:00-00:00", "22:00-24:00"),
            ("08:00:30-09:00", "08:00:30-09:00"),
            ("Closed", "closed"),
        ] {
            let hours: Hours = text.parse().unwrap();
            assert_eq!(hours.to_string(), again, "{text}");
            assert_eq!(again.parse(), Ok(hours), "{text} written again");
        }
    }

    #[test]
    fn what_is_no_hours_is_refused_with_the_place() {
        for (text, place, says) in [
            ("", "", "is no hours"),
            ("09:00", "09:00", "is no hours"),
            ("09:00-", "", "a time is missing here"),
            ("09:00-25:00", "25:00", "is no time of day"),
            ("09:00-18:60", "18:60", "is no time of day"),
            ("9-18", "9", "is no time of day"),
            ("24:00-25:00", "25:00", "is no time of day"),
            ("24:00-06:00", "24:00-06:00", "begins when the day is over"),
            ("09:00-09:00", "09:00-09:00", "is empty"),
            ("22:00-06:00", "22:00-06:00", "goes over midnight"),
            (
                "09:00-12:00, 11:00-13:00",
                "11:00-13:00",
                "overlaps `09:00-12:00`",
            ),
            ("09:00-12:00,", "", "is no hours"),
            ("+9:00-12:00", "+9:00", "is no time of day"),
            ("09:00:00:00-12:00", "09:00:00:00", "is no time of day"),
        ] {
            let error = text.parse::<Hours>().unwrap_err();
            assert_eq!(&text[error.at.clone()], place, "{text}: {error}");
            assert!(error.message.contains(says), "{text}: {error}");
        }
    }
}
