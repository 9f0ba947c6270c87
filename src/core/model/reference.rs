//! What facts refer to by number: each field of a fact says so by its type.

use super::fact_part::{AbsorbedLimit, Qualified, Side, WorkPart};
use super::{
    AllowanceUnit, ClosedAs, ContactId, ContractId, CustomerId, EntryId, EventId, Ruling, TicketNo,
    TicketWords, WaitingOn,
};
use crate::core::time::{Instant, Span};

/// What another record calls the things that facts refer to; none: it has no such thing.
///
/// ```
/// use sladesk::core::model::{
///     ContactId, ContractId, CustomerId, EntryId, EventId, Fact, Linked, Renumbering, TicketNo,
/// };
/// struct Later;
/// impl Renumbering for Later {
///     fn ticket(&self, number: TicketNo) -> Option<TicketNo> {
///         (number.0 < 9).then_some(TicketNo(number.0 + 100))
///     }
///     fn customer(&self, id: CustomerId) -> Option<CustomerId> { Some(id) }
///     fn contract(&self, id: ContractId) -> Option<ContractId> { Some(id) }
///     fn contact(&self, id: ContactId) -> Option<ContactId> { Some(id) }
///     fn event(&self, id: EventId) -> Option<EventId> { Some(id) }
///     fn entry(&self, id: EntryId) -> Option<EntryId> { Some(id) }
/// }
/// let link = |to| Fact::from(Linked { to: TicketNo(to), kind: "related".to_owned() });
/// let mut known = link(7);
/// assert!(known.renumber(&Later));
/// assert_eq!(known, link(107));
/// assert!(!link(9).renumber(&Later), "a link to nothing is none");
/// ```
pub trait Renumbering {
    /// A ticket's number.
    fn ticket(&self, number: TicketNo) -> Option<TicketNo>;
    /// A customer's.
    fn customer(&self, id: CustomerId) -> Option<CustomerId>;
    /// A contract's.
    fn contract(&self, id: ContractId) -> Option<ContractId>;
    /// A contact's.
    fn contact(&self, id: ContactId) -> Option<ContactId>;
    /// An event's.
    fn event(&self, id: EventId) -> Option<EventId>;
    /// An entry's.
    fn entry(&self, id: EntryId) -> Option<EntryId>;
}

/// What may refer to something by number.
pub(super) trait Refers {
    /// Takes the numbers of the other record. What may be absent and is not there becomes absent;
    /// false: it cannot be without what is not there.
    fn renumber(&mut self, by: &dyn Renumbering) -> bool;
}

macro_rules! refers {
    ($($name:ident by $method:ident),+ $(,)?) => {$(
        impl Refers for $name {
            fn renumber(&mut self, by: &dyn Renumbering) -> bool {
                match by.$method(*self) {
                    Some(other) => {
                        *self = other;
                        true
                    }
                    None => false,
                }
            }
        }
    )+};
}

refers! {
    TicketNo by ticket,
    CustomerId by customer,
    ContractId by contract,
    ContactId by contact,
    EventId by event,
    EntryId by entry,
}

macro_rules! refers_to_nothing {
    ($($name:ty),+ $(,)?) => {$(
        impl Refers for $name {
            fn renumber(&mut self, _: &dyn Renumbering) -> bool {
                true
            }
        }
    )+};
}

refers_to_nothing! {
    AllowanceUnit,
    ClosedAs,
    Instant,
    Qualified,
    // the codes of rules speak of contracts, which are the same in every record
    Ruling,
    Side,
    Span,
    String,
    (String, u64),
    TicketWords,
    WaitingOn,
    WorkPart,
    i64,
    u32,
    u64,
}

impl Refers for AbsorbedLimit {
    fn renumber(&mut self, by: &dyn Renumbering) -> bool {
        self.terms.renumber(by)
    }
}

impl<T: Refers> Refers for Option<T> {
    fn renumber(&mut self, by: &dyn Renumbering) -> bool {
        if self.as_mut().is_some_and(|one| !one.renumber(by)) {
            *self = None;
        }
        true
    }
}

impl<T: Refers> Refers for Vec<T> {
    fn renumber(&mut self, by: &dyn Renumbering) -> bool {
        self.retain_mut(|one| one.renumber(by));
        true
    }
}
