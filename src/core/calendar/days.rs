//! A set of holidays as plain data: closed dates by name, and dates worked though they lie on a
//! weekend.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// The closed days of a country or a trade, for the years it covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaySet {
    /// `england-and-wales`.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// Where the days come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The first and the last year that it covers.
    pub from: i32,
    /// The last year that it covers.
    pub to: i32,
    /// From this year on the days follow from the rules alone; nobody has announced them yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projected_from: Option<i32>,
    /// Closed dates and their names.
    #[serde(with = "by_date")]
    pub days: BTreeMap<NaiveDate, String>,
    /// Dates that are worked in exchange for another, with the weekday whose hours they take.
    #[serde(default, with = "by_date", skip_serializing_if = "BTreeMap::is_empty")]
    pub worked: BTreeMap<NaiveDate, Weekday>,
    /// Dates that are worked for a part of the day.
    #[serde(default, with = "by_date", skip_serializing_if = "BTreeMap::is_empty")]
    pub half_days: BTreeMap<NaiveDate, HalfDay>,
}

/// A day that is worked for a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfDay {
    /// The name of the day.
    pub name: String,
    /// When it is worked, in seconds of the day; a calendar that is closed then stays so.
    pub hours: Vec<(u32, u32)>,
}

impl DaySet {
    /// Whether it knows of that year at all.
    pub fn covers(&self, year: i32) -> bool {
        (self.from..=self.to).contains(&year)
    }

    /// Whether the days of that year are not announced yet.
    pub fn projects(&self, year: i32) -> bool {
        self.covers(year) && self.projected_from.is_some_and(|from| from <= year)
    }

    /// How many days it closes, wholly or for a part.
    pub fn count(&self) -> usize {
        self.days.len() + self.half_days.len()
    }

    /// The first and the last of those; none where there are none.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let dates = || self.days.keys().chain(self.half_days.keys()).copied();
        dates().min().zip(dates().max())
    }

    /// The name of the closed day, if it is one.
    pub fn closed(&self, date: NaiveDate) -> Option<&str> {
        self.days.get(&date).map(String::as_str)
    }

    /// A set of these dates, covering the years from the first to the last of them.
    pub fn of_dates(name: &str, days: BTreeMap<NaiveDate, String>) -> DaySet {
        let years = || days.keys().map(Datelike::year);
        DaySet {
            name: name.to_owned(),
            title: name.to_owned(),
            source: String::new(),
            from: years().min().unwrap_or(1970),
            to: years().max().unwrap_or(2200),
            projected_from: None,
            days,
            worked: BTreeMap::new(),
            half_days: BTreeMap::new(),
        }
    }
}

/// A date as `2026-12-25`.
///
/// Holiday sets are read whole before a process can answer its first question, and reading every
/// form that a date can have takes ten times as long as reading this one.
///
/// ```
/// use sladesk::core::calendar::iso_date;
/// assert_eq!(iso_date("2026-12-25").map(|date| date.to_string()).as_deref(), Some("2026-12-25"));
/// assert_eq!(iso_date("2026-02-30"), None);
/// ```
pub fn iso_date(text: &str) -> Option<NaiveDate> {
    let [a, b, c, d, b'-', m, n, b'-', x, y] = *text.as_bytes() else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0u32, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(&[a, b, c, d])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m, n])?, number(&[x, y])?)
}

/// Maps by date, with dates as `2026-12-25`.
mod by_date {
    use std::collections::BTreeMap;
    use std::fmt;
    use std::marker::PhantomData;

    use chrono::NaiveDate;
    use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
    use serde::ser::{Serialize, Serializer};

    use super::iso_date;

    struct Date(NaiveDate);

    impl<'de> Deserialize<'de> for Date {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
            struct DateVisitor;
            impl Visitor<'_> for DateVisitor {
                type Value = Date;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("a date such as `2026-12-25`")
                }

                fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
                    let date = iso_date(text).map(Date);
                    date.ok_or_else(|| E::custom(format_args!("`{text}` is no date")))
                }
            }
            deserializer.deserialize_str(DateVisitor)
        }
    }

    pub(super) fn serialize<S: Serializer, T: Serialize>(
        days: &BTreeMap<NaiveDate, T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        days.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<NaiveDate, T>, D::Error> {
        struct DaysVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for DaysVisitor<T> {
            type Value = BTreeMap<NaiveDate, T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("days by their dates")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut days = Vec::new();
                while let Some((Date(date), day)) = map.next_entry()? {
                    days.push((date, day));
                }
                // from a list in order, the map is built at once
                Ok(days.into_iter().collect())
            }
        }
        deserializer.deserialize_map(DaysVisitor(PhantomData))
    }
}
