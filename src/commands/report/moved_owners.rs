//! Whose the tickets were that were moved since a period, all their lives long. Who reports to many
//! customers reads it once: of each customer only those tickets are looked at that were ever its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::context::{Context, Reading, View};
use crate::core::model::{CustomerId, EventId, Fact, Stream, TicketNo};
use crate::core::report::Window;
use crate::failure::Failure;
use crate::store::AsOf;

/// The customers of each ticket that was moved.
pub(super) struct OwnersOfMoved(BTreeMap<TicketNo, BTreeSet<CustomerId>>);

/// Customers read a period in zones of their own, which are no further apart.
const ZONES_APART: i64 = 2 * 86_400;

impl OwnersOfMoved {
    /// Reads them, for every customer's reading of the period.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn read(
        context: &Context,
        reading: &Reading<'_>,
        window: &Window,
    ) -> Result<OwnersOfMoved, Failure> {
        let ended = window.to.plus(-ZONES_APART);
        if ended > reading.at() {
            return Ok(OwnersOfMoved(BTreeMap::new()));
        }
        // before there was a desk everything came later
        let known = View::at(context, ended).map_or(AsOf::Through(EventId(0)), |view| view.known);
        let mut owners = BTreeMap::new();
        for ticket in reading.store.moved_after(known.last())? {
            let stream = Stream::Ticket(ticket);
            let events = reading.store.events(stream, reading.view.known)?;
            let of = events.iter().filter_map(|event| match &event.fact {
                Fact::Opened(opened) => Some(opened.customer),
                Fact::Moved(moved) => Some(moved.customer),
                _ => None,
            });
            owners.insert(ticket, of.collect());
        }
        Ok(OwnersOfMoved(owners))
    }

    /// Whose a ticket was.
    pub(super) fn of(&self, ticket: TicketNo) -> impl Iterator<Item = CustomerId> {
        self.0.get(&ticket).into_iter().flatten().copied()
    }

    /// Whether one of them was ever that customer's.
    pub(super) fn has(&self, customer: CustomerId) -> bool {
        self.0.values().any(|owners| owners.contains(&customer))
    }
}
