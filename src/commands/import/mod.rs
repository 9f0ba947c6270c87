//! Bringing in what others wrote.

mod contacts;
mod csv_file;
mod desk;
mod encoding;
mod events;
mod holidays;
mod import_run;
mod import_ticket;
mod likely_encoding;
mod mapping;
mod new_mapping;
mod otherwise;
mod preamble;
mod preview;
mod quotes;
mod reading;
mod report;
mod source;
mod whose;

use super::list_fields::ListFields;

super::verbs! {
    /// What is brought in.
    ImportVerbs {
        Events(events::ImportEvents),
        Contacts(contacts::ImportContacts),
        Holidays(holidays::ImportHolidays),
        Desk(desk::ImportDesk),
    }
}

/// The fields of the lists.
pub(super) fn fields() -> Vec<ListFields> {
    vec![events::fields(), contacts::fields(), holidays::fields()]
}
