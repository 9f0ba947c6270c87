//! What a folded ticket used of its contract's allowances → the lines of the ledger.

use crate::core::entitlement::LedgerKind;
use crate::core::model::{Event, EventId, TicketNo};
use crate::core::sla::{Ticket, UseKind, uses};
use crate::store::LedgerRow;

/// The lines of the ledger that a ticket causes. `known`: the event that its own row rests on.
pub(crate) fn ticket_ledger<E: AsRef<Event>>(
    number: TicketNo,
    events: &[E],
    ticket: &Ticket,
    known: EventId,
) -> Vec<LedgerRow> {
    uses(events, ticket)
        .into_iter()
        .map(|line| LedgerRow {
            contract: line.contract,
            allowance: line.allowance,
            at: line.at,
            event: line.event,
            kind: match line.kind {
                UseKind::Used => LedgerKind::Used,
                UseKind::GivenBack => LedgerKind::GivenBack,
            },
            amount: line.amount,
            ticket: Some(number),
            known,
        })
        .collect()
}
