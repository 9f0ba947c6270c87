//! An event that the fold takes in: as it was written, unless it is read otherwise.

use std::ops::Deref;

use crate::core::model::Event;

/// Borrowed until something in it has to be read otherwise. An event is large and almost none is
/// ever amended, so that a list of these is small and quick to sort.
#[derive(Clone, Debug)]
pub enum EventCow<'e> {
    /// As it was written.
    Written(&'e Event),
    /// Dated at the opening, or set to another priority by a correction.
    Amended(Box<Event>),
}

impl EventCow<'_> {
    /// The event, to be read otherwise from now on.
    pub(super) fn amend(&mut self) -> &mut Event {
        if let EventCow::Written(event) = self {
            *self = EventCow::Amended(Box::new(event.clone()));
        }
        match self {
            EventCow::Amended(event) => event,
            EventCow::Written(_) => unreachable!("it was amended above"),
        }
    }
}

impl Deref for EventCow<'_> {
    type Target = Event;

    fn deref(&self) -> &Event {
        match self {
            EventCow::Written(event) => event,
            EventCow::Amended(event) => event,
        }
    }
}
