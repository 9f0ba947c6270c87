//! How the times of a log are written.

use chrono::NaiveTime;
use chrono::format::{Fixed, Item, Numeric, StrftimeItems};
use serde::Deserialize;

use super::fault::MappingFault;

/// How times are written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeFormats {
    /// In the letters of strftime: `%d/%m/%Y %H:%M`, or `rfc3339`.
    pub format: String,
    /// IANA name or `UTC+3`; not for times that have their offset with them.
    #[serde(default = "utc")]
    pub zone: String,
    /// The time of day of dates that have none: `09:00`, or `midnight`.
    pub time: Option<String>,
}

fn utc() -> String {
    "UTC".to_owned()
}

/// What a form of times says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeForm {
    /// As RFC 3339 writes it.
    Rfc3339,
    /// Date, time and offset.
    WithOffset,
    /// Date and time, by the clocks of the zone.
    Wall,
    /// Dates, at that time of day.
    Days(NaiveTime),
}

impl TimeFormats {
    /// Whether the form can be read, and says a time of day or has one said beside it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self) -> Result<(), MappingFault> {
        if self.items().any(|item| item == Item::Error) {
            return Err(MappingFault::Format(self.format.clone()));
        }
        match (&self.time, self.has_time_of_day()) {
            (Some(_), true) => Err(MappingFault::TwoTimesOfDay(self.format.clone())),
            (None, false) => Err(MappingFault::NoTimeOfDay(self.format.clone())),
            (Some(time), false) if time_of_day(time).is_none() => {
                Err(MappingFault::TimeOfDay(time.clone()))
            }
            _ => Ok(()),
        }
    }

    /// What the form says.
    pub fn form(&self) -> TimeForm {
        let offset = |item| matches!(item, Item::Fixed(fixed) if with_offset(&fixed));
        if self.format == "rfc3339" {
            TimeForm::Rfc3339
        } else if self.items().any(offset) {
            TimeForm::WithOffset
        } else if let Some(time) = self.time.as_deref().and_then(time_of_day) {
            TimeForm::Days(time)
        } else {
            TimeForm::Wall
        }
    }

    fn items(&self) -> StrftimeItems<'_> {
        match self.format == "rfc3339" {
            true => StrftimeItems::new("%+"),
            false => StrftimeItems::new(&self.format),
        }
    }

    fn has_time_of_day(&self) -> bool {
        self.items().any(|item| match item {
            Item::Numeric(what, _) => {
                matches!(what, Numeric::Hour | Numeric::Hour12 | Numeric::Timestamp)
            }
            Item::Fixed(what) => matches!(what, Fixed::RFC2822 | Fixed::RFC3339),
            _ => false,
        })
    }
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
