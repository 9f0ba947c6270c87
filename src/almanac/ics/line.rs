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

/// The text of a file whose lines were folded by bytes, within letters as well, which RFC 5545 (3.1)
/// tells readers to expect: each letter is made whole before the fold that stood in it.
pub fn with_whole_letters(bytes: Vec<u8>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes.as_slice();
    while let Err(odd) = std::str::from_utf8(rest) {
        let (good, bad) = rest.split_at(odd.valid_up_to());
        let Some((letter, fold, behind)) = folded_letter(bad) else {
            return bytes;
        };
        out.extend_from_slice(good);
        out.extend(letter);
        out.extend_from_slice(fold);
        rest = behind;
    }
    match out.is_empty() {
        true => bytes,
        false => [out.as_slice(), rest].concat(),
    }
}

/// The letter that a text begins with and a fold stands in, the fold, and what follows.
fn folded_letter(text: &[u8]) -> Option<(Vec<u8>, &[u8], &[u8])> {
    let length: usize = match text.first()? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let goes_on = |byte: &&u8| (0x80..0xc0).contains(*byte);
    let before = 1 + text[1..].iter().take_while(goes_on).count();
    let (begun, rest) = text.split_at(before);
    let folds: [&[u8]; 4] = [b"\r\n ", b"\r\n\t", b"\n ", b"\n\t"];
    let fold = folds.into_iter().find(|fold| rest.starts_with(fold))?;
    let (fold, rest) = rest.split_at(fold.len());
    let (ending, behind) = rest.split_at_checked(length.checked_sub(before)?)?;
    let letter = [begun, ending].concat();
    std::str::from_utf8(&letter).ok()?;
    Some((letter, fold, behind))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_a_fold_in_it_is_whole_and_lines_are_where_they_were() {
        let text = "SUMMARY:春节 é 😀\r\nDTSTART:20260217\r\n";
        for fold in ["\r\n ", "\n\t"] {
            for at in 9..text.find("\r\n").expect("an end") {
                let mut bytes = text.as_bytes().to_vec();
                bytes.splice(at..at, fold.bytes());
                let whole = String::from_utf8(with_whole_letters(bytes)).expect("letters");
                let read: Vec<IcsLine> = lines(&whole).map(|line| line.expect("a line")).collect();
                assert_eq!(read[0].value, "春节 é 😀", "{at}");
                assert_eq!(read[1].number, 3, "{at}");
            }
        }
        // what is no text stays as it is
        for odd in [&b"a\xe9b"[..], b"\xe6\r\n x", b"\xff"] {
            assert_eq!(with_whole_letters(odd.to_vec()), odd);
        }
    }
}
