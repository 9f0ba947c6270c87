//! Whose calendar is asked for, as typed.

use chrono::NaiveDate;
use clap::Args;

use crate::commands::args::{ClosedHours, HolidayArg, closed_hours, hours_of_day, week, zone};
use crate::commands::candidates;
use crate::core::calendar::{Hours, Week};

/// Whose calendar it is, with what is said in place of its own; or one made up on the spot.
#[derive(Args, Debug, Default)]
#[group(skip)]
pub(super) struct CalendarArgs {
    /// A customer, contract or plan
    #[arg(value_name = "WHOSE")]
    pub whose: Option<String>,
    /// The zone, in place of its own
    #[arg(long, value_name = "ZONE", value_parser = zone, add = candidates::zones())]
    pub zone: Option<String>,
    /// The weekly hours, in place of its own: `mon-fri 09:00-18:00`; may be given again
    #[arg(long, value_name = "WEEK", value_parser = week)]
    pub week: Vec<Week>,
    /// A holiday set or a date; may be given again
    #[arg(long, value_name = "SET|DATE", add = candidates::holidays())]
    pub holiday: Vec<HolidayArg>,
    /// A closed day, or hours that are taken out of it; may be given again
    #[arg(long, value_name = "DATE [TIMES]", value_parser = closed_hours)]
    pub closed: Vec<ClosedHours>,
    /// A day with hours of its own; may be given again
    #[arg(long, value_name = "DATE TIMES", value_parser = hours_of_day)]
    pub day: Vec<(NaiveDate, Hours)>,
}
