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
    pub to: i32,
    /// From this year on the days follow from the rules alone; nobody has announced them yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projected_from: Option<i32>,
    /// Closed dates and their names.
    pub days: BTreeMap<NaiveDate, String>,
    /// Dates that are worked in exchange for another, with the weekday whose hours they take.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub worked: BTreeMap<NaiveDate, Weekday>,
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
        }
    }
}
