//! A person who may ask, from when to when, and what he or she is qualified for.

use super::field::{AccountField, replace};
use crate::core::model::{ContactId, ContractId, EventId, EventText, Qualified};
use crate::core::text::ERASED;
use crate::core::time::Instant;

/// A person whom the customer named.
///
/// ```
/// use sladesk::core::account::{Contact, Seat};
/// use sladesk::core::model::{ContactId, EventId};
/// use sladesk::core::time::Instant;
/// let seat = Seat {
///     from: Instant(100),
///     until: Some(Instant(200)),
///     contract: None,
///     event: EventId(1),
///     ended_by: None,
///     replaces: None,
///     replaced_by: None,
/// };
/// assert!(seat.holds(Instant(100)) && seat.holds(Instant(199)));
/// assert!(!seat.holds(Instant(200)), "the seat is free again at that instant");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its number in the record.
    pub id: ContactId,
    /// Absent when erased.
    pub name: Option<String>,
    /// The address by which the contact is known; none once it was erased.
    pub email: Option<String>,
    /// As it was given.
    pub phone: Option<String>,
    /// The language that the contact reads, as a tag.
    pub language: Option<String>,
    /// The seats held, one after the other.
    pub seats: Vec<Seat>,
    /// What he or she holds, each list from an instant on.
    pub qualified: Vec<(Instant, Vec<Qualified>)>,
    /// The event that first named him or her.
    pub event: EventId,
}

/// A seat from an instant to an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The instant from which the seat is held.
    pub from: Instant,
    /// The instant from which it is free again; absent: until further notice.
    pub until: Option<Instant>,
    /// The only contract it is on; absent: all of the customer's.
    pub contract: Option<ContractId>,
    /// The authorisation.
    pub event: EventId,
    /// The revocation, change or authorisation of another that set `until`, if not its own.
    pub ended_by: Option<EventId>,
    /// Whose seat it took over.
    pub replaces: Option<ContactId>,
    /// Who took it over.
    pub replaced_by: Option<ContactId>,
}

impl Seat {
    /// Whether the seat is taken at an instant.
    pub fn holds(&self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    /// Whether it counts on that contract.
    pub fn is_on(&self, contract: ContractId) -> bool {
        self.contract.is_none_or(|only| only == contract)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.until.is_some_and(|until| until <= self.from)
    }
}

impl Contact {
    /// How to name him or her: the e-mail address, else that it was erased.
    pub fn label(&self) -> &str {
        self.email.as_deref().unwrap_or(ERASED)
    }

    /// Takes what is said of him or her.
    pub(crate) fn describe(&mut self, prose: &EventText, language: &Option<String>) {
        replace(&mut self.name, &prose.name);
        replace(&mut self.email, &prose.email);
        replace(&mut self.phone, &prose.phone);
        replace(&mut self.language, language);
    }

    /// What is said of him or her.
    pub fn fields(&self) -> [AccountField<'_>; 4] {
        [
            ("name", self.name.as_deref()),
            ("address", self.email.as_deref()),
            ("phone", self.phone.as_deref()),
            ("language", self.language.as_deref()),
        ]
    }

    /// The name, or that it was erased; none where none was given.
    pub fn name_label(&self) -> Option<&str> {
        let erased = self.email.is_none().then_some(ERASED);
        self.name.as_deref().or(erased)
    }

    /// The seat held at an instant, on whichever contract.
    pub fn seat_at(&self, at: Instant) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.holds(at))
    }

    /// The seat held on a contract at an instant.
    pub fn seat_on(&self, contract: ContractId, at: Instant) -> Option<&Seat> {
        self.seats
            .iter()
            .find(|seat| seat.holds(at) && seat.is_on(contract))
    }

    /// The seat to speak of at an instant: the one held, else the next to come, else the last.
    pub fn seat_near(&self, at: Instant) -> Option<&Seat> {
        let coming = || self.seats.iter().find(|seat| seat.from > at);
        self.seat_at(at).or_else(coming).or(self.seats.last())
    }

    /// The qualifications that hold at an instant.
    pub fn qualified_at(&self, at: Instant) -> impl Iterator<Item = &Qualified> {
        self.named_at(at)
            .iter()
            .filter(move |held| held.until.is_none_or(|until| at < until))
    }

    /// The qualifications named for an instant, those that have expired by then included.
    pub fn named_at(&self, at: Instant) -> &[Qualified] {
        let passed = self.qualified.partition_point(|(from, _)| *from <= at);
        let place = passed.checked_sub(1);
        place.map_or(&[], |place| &self.qualified[place].1)
    }

    /// Whether he or she holds a qualification at an instant.
    pub fn holds(&self, what: &str, at: Instant) -> bool {
        self.qualified_at(at).any(|held| held.what == what)
    }
}
