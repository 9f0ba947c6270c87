//! Lines of a calendar file: folded ones joined, cut into name, parameters and value.

use chrono::{NaiveDate, NaiveTime};

use super::misread::EventMistake;

/// `DTSTART;VALUE=DATE:20261225`
#[derive(Debug, PartialEq, Eq)]
pub(super) struct IcsLine {
    /// The number of its first line in the file, from 1.
    pub number: usize,
    /// In capitals.
    pub name: String,
    /// What stands between name and colon, in capitals.
    pub parameters: String,
    pub value: String,
}

/// A date, with the time of day that stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct IcsMoment {
    pub date: NaiveDate,
    pub time: Option<NaiveTime>,
    pub utc: bool,
}

impl IcsMoment {
    /// The date where the moment is a date, or the midnight at which one begins.
    pub(super) fn whole(self) -> Option<NaiveDate> {
        (self.time.is_none_or(|time| time == NaiveTime::MIN)).then_some(self.date)
    }
}

/// The lines of a file; a line that begins with a blank goes on with the one before. Of a line
/// that is none, its number.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Result<IcsLine, usize>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut physical = text.lines().enumerate().peekable();
    std::iter::from_fn(move || {
        let (number, first) = physical.find(|(_, line)| !line.trim().is_empty())?;
        let mut whole = first.to_owned();
        while let Some((_, more)) = physical.next_if(|(_, line)| line.starts_with([' ', '\t'])) {
            whole.push_str(&more[1..]);
        }
        Some(read(number + 1, &whole))
    })
}

/// The colon that ends name and parameters: the first outside quotes.
fn read(number: usize, whole: &str) -> Result<IcsLine, usize> {
    let mut quoted = false;
    let colon = whole.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    });
    let (head, value) = colon
        .map(|at| (&whole[..at], &whole[at + 1..]))
        .ok_or(number)?;
    let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
    Ok(IcsLine {
        number,
        name: name.trim().to_ascii_uppercase(),
        parameters: parameters.to_ascii_uppercase(),
        value: value.trim().to_owned(),
    })
}

impl IcsLine {
    /// The value as text, on one line.
    pub(super) fn text(&self) -> String {
        text(&self.value)
    }

    /// The first line of the value as text.
    pub(super) fn first_line(&self) -> String {
        text(&self.value[..self.end_of_first_line()])
    }

    /// What follows the first line of the value, as it is written.
    pub(super) fn after_first_line(&self) -> &str {
        let rest = &self.value[self.end_of_first_line()..];
        rest.trim_start_matches(['\\', 'n', 'N'])
    }

    fn end_of_first_line(&self) -> usize {
        let ends = ["\\n", "\\N"]
            .into_iter()
            .filter_map(|end| self.value.find(end));
        ends.min().unwrap_or(self.value.len())
    }

    /// The value as a date, with its time of day where one stands.
    pub(super) fn moment(&self) -> Result<IcsMoment, EventMistake> {
        moment(&self.value)
    }

    /// Moments with commas between them.
    pub(super) fn moments(&self) -> Result<Vec<IcsMoment>, EventMistake> {
        self.value.split(',').map(str::trim).map(moment).collect()
    }

    /// `P2D`, `P1W`, `P1DT0H0M0S`, and of what begins at midnight `PT24H`: whole days.
    pub(super) fn length(&self) -> Result<EventLength, EventMistake> {
        let odd = || EventMistake::Length(self.value.clone());
        let rest = self.value.strip_prefix('P').ok_or_else(odd)?;
        let (days, time) = rest.split_once('T').unwrap_or((rest, ""));
        let number = |text: &str| text.parse::<u16>().map(i64::from).map_err(|_| odd());
        let days = match (days.strip_suffix('D'), days.strip_suffix('W')) {
            (Some(days), _) => number(days)?,
            (_, Some(weeks)) => number(weeks)? * 7,
            _ if days.is_empty() && !time.is_empty() => 0,
            _ => return Err(odd()),
        };
        let mut hours = 0;
        for part in time.split_inclusive(['H', 'M', 'S']) {
            match (part.strip_suffix('H'), part.strip_suffix(['M', 'S'])) {
                (Some(n), _) => hours += number(n)?,
                (_, Some(n)) if number(n)? == 0 => {}
                _ => return Err(odd()),
            }
        }
        match hours % 24 {
            0 => Ok(EventLength {
                days: days + hours / 24,
                in_hours: hours > 0,
            }),
            _ => Err(odd()),
        }
    }
}

/// Text with its escapes undone, on one line.
fn text(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push(' '),
                Some(escaped) => text.push(escaped),
                None => {}
            },
            letter if letter.is_control() => text.push(' '),
            letter => text.push(letter),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How long an event lasts, where it says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EventLength {
    pub days: i64,
    pub in_hours: bool,
}

/// `20261225`, `20261225T000000`, `20261225T000000Z`.
fn moment(text: &str) -> Result<IcsMoment, EventMistake> {
    let odd = || EventMistake::Date(text.to_owned());
    let (day, time) = match text.split_once(['T', 't']) {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let digits = |text: &str, many| text.len() == many && text.bytes().all(|b| b.is_ascii_digit());
    let date = NaiveDate::parse_from_str(day, "%Y%m%d");
    let date = date.ok().filter(|_| digits(day, 8)).ok_or_else(odd)?;
    let bare = time.map(|time| time.trim_end_matches(['Z', 'z']));
    let read = |time: &str| {
        let read = NaiveTime::parse_from_str(time, "%H%M%S").ok();
        read.filter(|_| digits(time, 6)).ok_or_else(odd)
    };
    Ok(IcsMoment {
        date,
        time: bare.map(read).transpose()?,
        utc: bare != time,
    })
}
