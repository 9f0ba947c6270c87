//! Bringing in what others wrote.

mod bring;
mod contacts;
mod desk;
mod events;
mod holidays;
mod mapping;
mod reading;
mod report;
mod source;

super::verbs! {
    /// What is brought in.
    Import {
        Events(events),
        Contacts(contacts),
        Holidays(holidays),
        Desk(desk),
    }
}
