//! Lines of a calendar file: folded ones joined, cut into name, parameters and value.

use chrono::NaiveDate;

use super::error::{IcsError, refuse};

/// `DTSTART;VALUE=DATE:20261225`
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The number of its first line in the file, from 1.
    pub number: usize,
    /// In capitals.
    pub name: String,
    pub value: String,
}

/// The lines of a file; a line that begins with a blank goes on with the one before.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Result<Line, IcsError>> {
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
fn read(number: usize, whole: &str) -> Result<Line, IcsError> {
    let mut quoted = false;
    let colon = whole.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    });
    let Some((head, value)) = colon.map(|at| (&whole[..at], &whole[at + 1..])) else {
        return refuse(
            number,
            "this is no line of a calendar file: `NAME:value` is expected",
        );
    };
    let name = head.split(';').next().unwrap_or_default();
    Ok(Line {
        number,
        name: name.trim().to_ascii_uppercase(),
        value: value.trim().to_owned(),
    })
}

impl Line {
    /// The value as text, on one line.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut letters = self.value.chars();
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

    /// A whole date out of the value.
    pub(super) fn date(&self, text: &str) -> Result<NaiveDate, IcsError> {
        if text.contains(['T', 't']) {
            return refuse(
                self.number,
                format!("`{text}` has a time of day; a closed day is a whole date"),
            );
        }
        let plain = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
        let date = NaiveDate::parse_from_str(text, "%Y%m%d").ok();
        match date.filter(|_| plain) {
            Some(date) => Ok(date),
            None => refuse(
                self.number,
                format!("`{text}` is no date such as `20261225`"),
            ),
        }
    }

    /// Dates with commas between them.
    pub(super) fn dates(&self) -> Result<Vec<NaiveDate>, IcsError> {
        self.value
            .split(',')
            .map(|text| self.date(text.trim()))
            .collect()
    }

    /// `P2D`, `P1W`: whole days.
    pub(super) fn days(&self) -> Result<i64, IcsError> {
        let length = self.value.strip_prefix('P').and_then(|rest| {
            let (number, days) = rest
                .strip_suffix('D')
                .map(|number| (number, 1))
                .or_else(|| rest.strip_suffix('W').map(|number| (number, 7)))?;
            let number: u16 = number.parse().ok()?;
            Some(i64::from(number) * days)
        });
        match length {
            Some(days) => Ok(days),
            None => refuse(
                self.number,
                format!("`{}` is no number of whole days such as `P2D`", self.value),
            ),
        }
    }
}
