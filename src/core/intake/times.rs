//! How the times of a log are written.

use chrono::format::{Fixed, Item, Numeric, StrftimeItems};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::Deserialize;

use super::date_names::{DateNames, folded_form};
use super::fault::MappingFault;
use crate::core::time::Instant;

/// How times are written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeFormats {
    /// In the letters of strftime: `%d/%m/%Y %H:%M`, or one of [`FORMATS`].
    pub format: String,
    /// IANA name or `UTC+3`; not for times that have their offset with them.
    #[serde(default = "utc")]
    pub zone: String,
    /// The time of day of dates that have none: `09:00`, or `midnight`.
    pub time: Option<String>,
    /// The language of the names of months and weekdays; English unless said.
    pub language: Option<String>,
}

/// How the times of one column are written, where it is otherwise than those of the others; by the
/// clocks of the same zone.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnTimes {
    /// As [`TimeFormats`] has it.
    pub format: String,
    /// As [`TimeFormats`] has it.
    pub time: Option<String>,
    /// As [`TimeFormats`] has it.
    pub language: Option<String>,
}

impl ColumnTimes {
    /// With the zone that they share with the others.
    pub(super) fn beside(&self, others: &TimeFormats) -> TimeFormats {
        TimeFormats {
            format: self.format.clone(),
            zone: others.zone.clone(),
            time: self.time.clone(),
            language: self.language.clone(),
        }
    }
}

/// Forms of times that have a name: as RFC 3339 writes it, seconds and parts of them since 1970, the
/// days since 1900 that Excel counts.
pub const FORMATS: [&str; 5] = [
    "rfc3339",
    "epoch",
    "epoch-milliseconds",
    "epoch-microseconds",
    "excel",
];

fn utc() -> String {
    "UTC".to_owned()
}

/// What a form of times says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeForm {
    /// As RFC 3339 writes it.
    Rfc3339,
    /// Units since 1970 in UTC, so many of them a second.
    Epoch(i64),
    /// Days since 1900 by the clocks of the zone, the time of day behind the point.
    Excel,
    /// Date, time and offset.
    WithOffset,
    /// Date and time, by the clocks of the zone.
    Wall,
    /// Dates, at that time of day.
    Days(NaiveTime),
}

impl TimeForm {
    /// Whether times of that form say an instant by themselves, without a zone.
    pub fn says_instants(self) -> bool {
        matches!(
            self,
            TimeForm::Rfc3339 | TimeForm::Epoch(_) | TimeForm::WithOffset
        )
    }
}

/// A time as it was read: an instant, or what clocks showed somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadTime {
    /// No zone is needed to tell it.
    Instant(Instant),
    /// By the clocks of the zone.
    Wall(NaiveDateTime),
}

impl TimeFormats {
    /// Whether the form can be read, and says a time of day or has one said beside it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self) -> Result<(), MappingFault> {
        self.check_letters()?;
        match (&self.time, self.has_time_of_day()) {
            (Some(_), true) => Err(MappingFault::TwoTimesOfDay(self.format.clone())),
            (None, false) => Err(MappingFault::NoTimeOfDay(self.format.clone())),
            (Some(time), false) if time_of_day(time).is_none() => {
                Err(MappingFault::TimeOfDay(time.clone()))
            }
            _ => Ok(()),
        }
    }

    /// Whether the form can be read, of days that need no time of day.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn check_letters(&self) -> Result<(), MappingFault> {
        if let Some(language) = &self.language
            && DateNames::of(language, "").is_none()
        {
            return Err(MappingFault::Language(language.clone()));
        }
        if self.named().is_some() {
            return Ok(());
        }
        let fields = || {
            let fields = self.items();
            fields.filter(|item| !matches!(item, Item::Literal(_) | Item::Space(_)))
        };
        if fields().next().is_none() || fields().any(|item| item == Item::Error) {
            return Err(MappingFault::Format(self.format.clone()));
        }
        let name = |item| matches!(item, Item::Fixed(Fixed::TimezoneName));
        if fields().any(name) {
            return Err(MappingFault::ZoneName(self.format.clone()));
        }
        let says_day = |item| match item {
            Item::Numeric(Numeric::Day | Numeric::Ordinal | Numeric::Timestamp, _) => true,
            Item::Numeric(Numeric::IsoWeek | Numeric::WeekFromSun | Numeric::WeekFromMon, _) => {
                true
            }
            Item::Fixed(what) => matches!(what, Fixed::RFC2822 | Fixed::RFC3339),
            _ => false,
        };
        match fields().any(says_day) {
            true => Ok(()),
            false => Err(MappingFault::NoDay(self.format.clone())),
        }
    }

    /// What the form says.
    pub fn form(&self) -> TimeForm {
        let offset = |item| matches!(item, Item::Fixed(fixed) if with_offset(&fixed));
        if let Some(named) = self.named() {
            named
        } else if self.items().any(offset) {
            TimeForm::WithOffset
        } else if let Some(time) = self.time.as_deref().and_then(time_of_day) {
            TimeForm::Days(time)
        } else {
            TimeForm::Wall
        }
    }

    /// The form of a name that is one of [`FORMATS`].
    fn named(&self) -> Option<TimeForm> {
        match self.format.as_str() {
            "rfc3339" => Some(TimeForm::Rfc3339),
            "epoch" => Some(TimeForm::Epoch(1)),
            "epoch-milliseconds" => Some(TimeForm::Epoch(1000)),
            "epoch-microseconds" => Some(TimeForm::Epoch(1_000_000)),
            "excel" => Some(TimeForm::Excel),
            _ => None,
        }
    }

    fn items(&self) -> StrftimeItems<'_> {
        StrftimeItems::new(&self.format)
    }

    fn has_time_of_day(&self) -> bool {
        self.named().is_some()
            || self.items().any(|item| match item {
                Item::Numeric(what, _) => {
                    matches!(what, Numeric::Hour | Numeric::Hour12 | Numeric::Timestamp)
                }
                Item::Fixed(what) => matches!(what, Fixed::RFC2822 | Fixed::RFC3339),
                _ => false,
            })
    }
}

/// Reads times of one form.
#[derive(Clone, Debug)]
pub struct TimeReader {
    form: TimeForm,
    format: String,
    names: Option<DateNames>,
    /// Years may be those of the Buddhist era.
    buddhist: bool,
}

/// The language in which years are counted by the Buddhist era.
pub(super) const OF_BUDDHIST_YEARS: &str = "th";

/// A time with its years in the common era, where one is of the Buddhist era: 543 more than the
/// others, and of the years in which there are clocks.
///
/// ```
/// use sladesk::core::intake::of_common_era;
/// assert_eq!(of_common_era("29/02/2567 09:00").as_deref(), Some("29/02/2024 09:00"));
/// assert_eq!(of_common_era("29/02/2024 25671"), None);
/// ```
pub fn of_common_era(text: &str) -> Option<String> {
    const LATER_BY: i32 = 543;
    let mut found = false;
    let is_digit = |c: char| c.is_ascii_digit();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
        let (number, behind) = rest.split_at(digits);
        match number.parse() {
            Ok(year @ 2513..=2743_i32) if number.len() == 4 => {
                out.push_str(&(year - LATER_BY).to_string());
                found = true;
            }
            _ => out.push_str(number),
        }
        let next = behind.find(is_digit).unwrap_or(behind.len());
        out.push_str(&behind[..next]);
        rest = &behind[next..];
    }
    found.then_some(out)
}

impl TimeReader {
    /// That of a form, which was [checked](TimeFormats::check).
    ///
    /// ```
    /// use sladesk::core::intake::{ReadTime, TimeFormats, TimeReader};
    /// use sladesk::core::time::Instant;
    /// let form = |format: &str| TimeFormats {
    ///     format: format.to_owned(),
    ///     zone: "UTC".to_owned(),
    ///     time: None,
    ///     language: None,
    /// };
    /// let epoch = TimeReader::of(&form("epoch-milliseconds"));
    /// assert_eq!(epoch.read("1767225600500"), Some(ReadTime::Instant(Instant(1767225600))));
    /// let excel = TimeReader::of(&form("excel"));
    /// let Some(ReadTime::Wall(noon)) = excel.read("46023.5") else { panic!() };
    /// assert_eq!(noon.to_string(), "2026-01-01 12:00:00");
    /// ```
    pub fn of(times: &TimeFormats) -> TimeReader {
        let names = match times.language.as_deref() {
            Some(language) => DateNames::of(language, &times.format),
            None => DateNames::unsaid(&times.format),
        };
        let names = names.filter(DateNames::are_there);
        TimeReader {
            form: times.form(),
            format: match names {
                Some(_) => folded_form(&times.format),
                None => times.format.clone(),
            },
            names,
            buddhist: times.language.as_deref() == Some(OF_BUDDHIST_YEARS),
        }
    }

    /// What a cell says; none: it is no time of the form.
    pub fn read(&self, text: &str) -> Option<ReadTime> {
        let Some(names) = &self.names else {
            return self.in_era(text);
        };
        self.in_english(&names.in_english(text))
    }

    /// The same of a cell whose names are all of the language of the form, where it has one.
    pub(super) fn read_in_language(&self, text: &str) -> Option<ReadTime> {
        match &self.names {
            Some(names) => self.in_english(&names.all_in_english(text)?),
            None => self.in_era(text),
        }
    }

    /// The same of a text whose names were read.
    fn in_english(&self, text: &str) -> Option<ReadTime> {
        // in some languages noon is 0:00 PM
        self.in_era(text)
            .or_else(|| self.in_era(&twelve_for_zero(text)?))
    }

    /// The same, whatever era its years are of.
    fn in_era(&self, text: &str) -> Option<ReadTime> {
        match self.buddhist.then(|| of_common_era(text)).flatten() {
            Some(text) => self.plain(&text),
            None => self.plain(text),
        }
    }

    /// The same of a time whose names are in English.
    fn plain(&self, text: &str) -> Option<ReadTime> {
        match self.form {
            TimeForm::Rfc3339 => text.parse().ok().map(ReadTime::Instant),
            TimeForm::Epoch(each) => of_epoch(text, each).map(ReadTime::Instant),
            TimeForm::Excel => of_excel(text).map(ReadTime::Wall),
            TimeForm::WithOffset => {
                let read = DateTime::parse_from_str(text, &self.format).ok()?;
                Some(ReadTime::Instant(Instant(read.timestamp())))
            }
            TimeForm::Wall => {
                let read = NaiveDateTime::parse_from_str(text, &self.format);
                read.ok().map(ReadTime::Wall)
            }
            TimeForm::Days(hour) => {
                let read = NaiveDate::parse_from_str(text, &self.format).ok()?;
                Some(ReadTime::Wall(read.and_time(hour)))
            }
        }
    }

    /// The day that a cell says, as it is written there; none: it is none of the form.
    pub(super) fn day(&self, text: &str) -> Option<NaiveDate> {
        let english = self.names.as_ref().map(|names| names.in_english(text));
        let text = english.as_deref().unwrap_or(text);
        match self.form {
            TimeForm::Rfc3339 => {
                let read = DateTime::parse_from_rfc3339(text).ok()?;
                Some(read.date_naive())
            }
            TimeForm::WithOffset => {
                let read = DateTime::parse_from_str(text, &self.format).ok()?;
                Some(read.date_naive())
            }
            TimeForm::Epoch(each) => {
                let read = DateTime::from_timestamp(of_epoch(text, each)?.0, 0)?;
                Some(read.date_naive())
            }
            TimeForm::Excel => of_excel(text).map(|read| read.date()),
            TimeForm::Wall | TimeForm::Days(_) => {
                let day = NaiveDate::parse_from_str(text, &self.format);
                let time = || NaiveDateTime::parse_from_str(text, &self.format);
                day.or_else(|_| time().map(|read| read.date())).ok()
            }
        }
    }
}

/// The hour 0 of half a day as its hour 12; none: no such hour stands there.
fn twelve_for_zero(text: &str) -> Option<String> {
    let zero = |(place, _): &(usize, &str)| {
        let before = text[..*place].chars().next_back();
        !before.is_some_and(|before| before.is_ascii_digit() || before == ':')
    };
    let halves = text.contains("AM") || text.contains("PM");
    let hours = ["00:", "0:", "0時", "0시", "0时"].into_iter();
    let mut hours = hours.flat_map(|hour| text.match_indices(hour));
    let (place, hour) = hours.find(zero).filter(|_| halves)?;
    let behind = &text[place + hour.len()..];
    let sign = hour.trim_start_matches('0');
    Some(format!("{}12{sign}{behind}", &text[..place]))
}

/// So many units since 1970, with a fraction or without. Of parts of seconds so few as those of some
/// days in its first years are a count of seconds.
fn of_epoch(text: &str, each: i64) -> Option<Instant> {
    const IN_1973: i64 = 100_000_000;
    let (units, part) = text.split_once('.').unwrap_or((text, ""));
    let units: i64 = units.parse().ok()?;
    let digits = part.bytes().all(|byte| byte.is_ascii_digit());
    let at = units.div_euclid(each);
    (digits && (each == 1 || at >= IN_1973)).then_some(Instant(at))
}

/// The days that Excel counts, its first being that of 31 December 1899. It counts a 29 February 1900
/// that never was, so that its days are those since the day before, from March 1900 on.
fn of_excel(text: &str) -> Option<NaiveDateTime> {
    /// Before this one its count is another.
    const FIRST: i64 = 61;
    const LAST: i64 = 110_000;
    const DIGITS: usize = 9;
    let text = text.replace(',', ".");
    let (days, part) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let days: i64 = days.parse().ok().filter(|_| digits(days))?;
    if !(FIRST..=LAST).contains(&days) || !digits(part) {
        return None;
    }
    let part = &part[..part.len().min(DIGITS)];
    let scale = 10_i64.pow(u32::try_from(part.len()).ok()?);
    let of_day: i64 = match part {
        "" => 0,
        part => part.parse().ok()?,
    };
    // Excel keeps times as fractions of a day: they stand a hair beside the second
    let seconds = (of_day * 86_400 + scale / 2) / scale;
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    first
        .and_time(NaiveTime::MIN)
        .checked_add_signed(TimeDelta::seconds(days * 86_400 + seconds))
}

fn with_offset(what: &Fixed) -> bool {
    matches!(
        what,
        Fixed::TimezoneOffset
            | Fixed::TimezoneOffsetColon
            | Fixed::TimezoneOffsetDoubleColon
            | Fixed::TimezoneOffsetTripleColon
            | Fixed::TimezoneOffsetColonZ
            | Fixed::TimezoneOffsetZ
            | Fixed::RFC2822
            | Fixed::RFC3339
    )
}

fn time_of_day(text: &str) -> Option<NaiveTime> {
    match text {
        "midnight" => Some(NaiveTime::MIN),
        text => NaiveTime::parse_from_str(text, "%H:%M").ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(format: &str, time: Option<&str>) -> TimeFormats {
        TimeFormats {
            format: format.to_owned(),
            zone: utc(),
            time: time.map(str::to_owned),
            language: None,
        }
    }

    #[test]
    fn a_form_says_a_time_of_day_or_has_one_beside_it() {
        let nine = NaiveTime::from_hms_opt(9, 0, 0).expect("a time");
        for (format, time, form) in [
            ("rfc3339", None, TimeForm::Rfc3339),
            ("%d/%m/%Y %H:%M", None, TimeForm::Wall),
            ("%d/%m/%Y %I:%M %p", None, TimeForm::Wall),
            ("%F %T", None, TimeForm::Wall),
            ("%F %T %z", None, TimeForm::WithOffset),
            ("%d.%m.%Y", Some("09:00"), TimeForm::Days(nine)),
            ("%d.%m.%Y", Some("midnight"), TimeForm::Days(NaiveTime::MIN)),
        ] {
            let times = times(format, time);
            assert_eq!(times.check(), Ok(()), "{format}");
            assert_eq!(times.form(), form, "{format}");
        }
        let format = |text: &str| text.to_owned();
        for (text, time, fault) in [
            (
                "%d.%m.%Y",
                None,
                MappingFault::NoTimeOfDay(format("%d.%m.%Y")),
            ),
            (
                "%F %T",
                Some("09:00"),
                MappingFault::TwoTimesOfDay(format("%F %T")),
            ),
            (
                "%d.%m.%Y",
                Some("noon"),
                MappingFault::TimeOfDay(format("noon")),
            ),
            ("%d.%Q", None, MappingFault::Format(format("%d.%Q"))),
        ] {
            assert_eq!(times(text, time).check(), Err(fault), "{text}");
        }
    }
}
