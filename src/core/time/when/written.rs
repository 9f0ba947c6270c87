//! Days and times of day as they are written.

use chrono::{NaiveDate, NaiveTime, Weekday};

use crate::core::text::Misread;

/// The pieces of a text: words, a date and its time apart where a `T` joins them.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces: Vec<&str> = text.split_whitespace().collect();
    if let Some(first) = pieces.first().copied()
        && first.len() > 11
        && first.is_char_boundary(10)
        && looks_like_a_date(&first[..10])
        && matches!(first.as_bytes()[10], b'T' | b't')
    {
        pieces.splice(..1, [&first[..10], &first[11..]]);
    }
    pieces
}

fn looks_like_a_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.iter().map(|part| part.len()).eq([4, 2, 2]) && parts.iter().all(|part| is_number(part))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// A day as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::core::time) enum NamedDay {
    Date(NaiveDate),
    FromToday(i64),
    Weekday(Weekday),
}

impl NamedDay {
    /// The day that the first piece names, if it names one.
    pub(super) fn of(pieces: &[&str], text: &str) -> Result<Option<NamedDay>, Misread> {
        let Some(&word) = pieces.first() else {
            return Ok(None);
        };
        if looks_like_a_date(word) {
            return match word.parse() {
                Ok(date) => Ok(Some(NamedDay::Date(date))),
                Err(_) => Err(no_such_date(word)),
            };
        }
        if let Some(refusal) = other_order(word, &pieces[1..], text) {
            return Err(refusal);
        }
        Ok(match word.to_ascii_lowercase().as_str() {
            "today" => Some(NamedDay::FromToday(0)),
            "yesterday" => Some(NamedDay::FromToday(-1)),
            "tomorrow" => Some(NamedDay::FromToday(1)),
            lower => weekday(lower).map(NamedDay::Weekday),
        })
    }
}

/// Three letters or more of a weekday's name, as far as it is one.
fn weekday(word: &str) -> Option<Weekday> {
    const NAMES: [(&str, Weekday); 7] = [
        ("monday", Weekday::Mon),
        ("tuesday", Weekday::Tue),
        ("wednesday", Weekday::Wed),
        ("thursday", Weekday::Thu),
        ("friday", Weekday::Fri),
        ("saturday", Weekday::Sat),
        ("sunday", Weekday::Sun),
    ];
    NAMES
        .into_iter()
        .find(|(name, _)| word.len() >= 3 && name.starts_with(word))
        .map(|(_, weekday)| weekday)
}

fn no_such_date(word: &str) -> Misread {
    let said = Misread::new(format!("`{word}` is no date"));
    let month = word[..7].parse::<String>().ok();
    let days = month.and_then(|month| {
        let first: NaiveDate = format!("{month}-01").parse().ok()?;
        let next = first.checked_add_months(chrono::Months::new(1))?;
        Some((first.format("%B %Y").to_string(), (next - first).num_days()))
    });
    match days {
        Some((month, days)) => said.hint(format!("{month} has {days} days")),
        None => said.hint("write the year, the month and the day: `2026-03-27`"),
    }
}

/// Why a date in another order of its numbers is not taken: `03/04/2026`, `3.4.2026`, `2026-3-4`.
fn other_order(word: &str, rest: &[&str], text: &str) -> Option<Misread> {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let [a, b, c] = parts[..] else {
        return None;
    };
    if ![a, b, c]
        .into_iter()
        .all(|part| is_number(part) && part.len() <= 4)
    {
        return None;
    }
    let date = |year: &str, month: &str, day: &str| {
        let year = year.parse().ok().filter(|_| year.len() == 4)?;
        NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
    };
    let mut readings: Vec<NaiveDate> = [date(c, b, a), date(c, a, b), date(a, b, c)]
        .into_iter()
        .flatten()
        .collect();
    readings.dedup();
    let after = rest
        .iter()
        .map(|word| format!(" {word}"))
        .collect::<String>();
    Some(match readings[..] {
        [one, other] => Misread::new(format!(
            "`{text}` can be {} or {}",
            one.format("%-d %B %Y"),
            other.format("%-d %B %Y")
        ))
        .hint(format!("write `{one}{after}` or `{other}{after}`")),
        [one] => Misread::new(format!("`{word}` is not how a date is written here"))
            .hint(format!("write `{one}{after}`")),
        _ => Misread::new(format!("`{word}` is no date"))
            .hint("write the year, the month and the day: `2026-03-27`"),
    })
}

/// A time of day at the head of some pieces.
pub(super) struct TimeRead<'t> {
    pub(super) time: NaiveTime,
    /// A zone that was joined to it: `16:00Z`, `16:00+02:00`.
    pub(super) zone: Option<&'t str>,
    /// How many pieces it took.
    pub(super) pieces: usize,
}

/// The time of day that the first pieces name, if they name one.
pub(super) fn time<'t>(pieces: &[&'t str]) -> Result<Option<TimeRead<'t>>, Misread> {
    let Some(&word) = pieces.first() else {
        return Ok(None);
    };
    if word.eq_ignore_ascii_case("noon") {
        let time = NaiveTime::from_hms_opt(12, 0, 0);
        return Ok(time.map(|time| TimeRead {
            time,
            zone: None,
            pieces: 1,
        }));
    }
    let half = pieces.get(1).copied().and_then(Half::of);
    let (clock, half, zone, taken) = match (Half::at_the_end_of(word), half) {
        (Some((clock, half)), _) => (clock, Some(half), None, 1),
        (None, Some(half)) => (word, Some(half), None, 2),
        (None, None) => {
            let cut = word.find(['Z', 'z', '+', '-']).unwrap_or(word.len());
            let (clock, zone) = word.split_at(cut);
            (clock, None, (!zone.is_empty()).then_some(zone), 1)
        }
    };
    let Some(numbers) = clock_numbers(clock) else {
        return Ok(None);
    };
    // a number alone is an hour only with its half of the day
    if numbers.len() == 1 && half.is_none() {
        return Ok(None);
    }
    match time_of(&numbers, half) {
        Some(time) => Ok(Some(TimeRead {
            time,
            zone,
            pieces: taken,
        })),
        None if numbers == [24, 0] => Err(Misread::new(format!("`{clock}` is no time of day"))
            .hint("write `00:00` of the day after")),
        None => Err(Misread::new(format!("`{clock}` is no time of day"))
            .hint("write `14:00`, `14:00:30` or `2pm`")),
    }
}

/// Before or after noon.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

impl Half {
    fn of(word: &str) -> Option<Half> {
        match word.to_ascii_lowercase().as_str() {
            "am" => Some(Half::Am),
            "pm" => Some(Half::Pm),
            _ => None,
        }
    }

    fn at_the_end_of(word: &str) -> Option<(&str, Half)> {
        let cut = word
            .len()
            .checked_sub(2)
            .filter(|cut| word.is_char_boundary(*cut))?;
        let (clock, half) = word.split_at(cut);
        Some((clock, Half::of(half)?))
    }
}

/// Hours, minutes and seconds as written (`14:00`, `9:05:30.25`); a fraction is dropped.
fn clock_numbers(clock: &str) -> Option<Vec<u32>> {
    let parts: Vec<&str> = clock.split(':').collect();
    let mut numbers = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let whole = match part.split_once(['.', ',']) {
            Some((whole, fraction)) if place == 2 && is_number(fraction) => whole,
            _ => part,
        };
        let width = if place == 0 { 1..=2 } else { 2..=2 };
        if !is_number(whole) || !width.contains(&whole.len()) {
            return None;
        }
        numbers.push(whole.parse().ok()?);
    }
    (numbers.len() <= 3).then_some(numbers)
}

fn time_of(numbers: &[u32], half: Option<Half>) -> Option<NaiveTime> {
    let part = |place: usize| numbers.get(place).copied().unwrap_or(0);
    let hour = match half {
        Some(_) if !(1..=12).contains(&part(0)) => return None,
        Some(Half::Am) => part(0) % 12,
        Some(Half::Pm) => part(0) % 12 + 12,
        None => part(0),
    };
    NaiveTime::from_hms_opt(hour, part(1), part(2))
}
