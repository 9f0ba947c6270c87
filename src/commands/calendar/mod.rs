//! Calendars: when it is open, and what follows.

mod adopt;
mod answer;
mod args;
mod chosen_calendar;
mod dates;
mod day_sets;
mod deadlines;
mod due;
mod elapsed;
mod holidays;
mod open;
mod parts;
mod pauses;
mod show;

pub(super) use chosen_calendar::document as document_of;
pub(super) use deadlines::deadline_changes;

use super::list_fields::ListFields;

super::verbs! {
    /// What is asked of calendars.
    CalendarVerbs {
        Show(show::CalendarShow),
        Open(open::CalendarOpen),
        Holidays(holidays::CalendarHolidays),
        Adopt(adopt::CalendarAdopt),
        Due(due::CalendarDue),
        Elapsed(elapsed::CalendarElapsed),
    }
}

/// The fields of the lists.
pub(super) fn fields() -> Vec<ListFields> {
    vec![
        due::fields(),
        elapsed::fields(),
        open::fields(),
        show::fields(),
        holidays::fields(),
        holidays::fields_of_sets(),
    ]
}
