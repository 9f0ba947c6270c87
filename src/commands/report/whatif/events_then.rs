//! What would have happened to a ticket under the other terms: what people did, and when it would
//! have been told that an allowance was used up.

use super::cases::ReplayedTicket;
use super::contract_sides::{AllContractSides, ContractSides};
use crate::core::entitlement::Lapse;
use crate::core::model::{EntryId, Event, EventId, Fact, Lapsed, Restored, Stream};
use crate::core::terms::{Terms, WhenUsedUp};
use crate::core::time::Instant;

/// Both sides of the contract that a ticket is under; none where it is not looked at.
pub(super) fn of_contract<'s>(
    all_sides: &'s AllContractSides,
    case: &ReplayedTicket,
) -> Option<&'s ContractSides> {
    all_sides.contracts.get(&case.ticket.contract?)
}

/// The events of a ticket, told when the allowances of the other terms would have been used up;
/// none where it is under no contract that is looked at.
pub(super) fn events_then(
    all_sides: &AllContractSides,
    case: &ReplayedTicket,
) -> Option<Vec<Event>> {
    let sides = of_contract(all_sides, case)?;
    let allowance_event =
        |event: &&Event| matches!(event.fact, Fact::Lapsed(_) | Fact::Restored(_));
    let acts = case.events.iter().filter(|event| !allowance_event(event));
    let mut events: Vec<Event> = acts.cloned().collect();
    if let Some(terms) = sides.then_at(case.ticket.opened) {
        events.extend(lapses(sides, terms, case));
    }
    Some(events)
}

/// Ids of events that never were: far above those that are.
pub(super) const SUPPOSED: i64 = 1 << 62;

/// When the hours of the other terms would have been used up and there again, as the ticket would
/// have been told.
fn lapses(sides: &ContractSides, terms: &Terms, case: &ReplayedTicket) -> Vec<Event> {
    let mut events = Vec::new();
    for allowance in &terms.allowances {
        if !matches!(allowance.when_used_up, WhenUsedUp::Lapses(_)) {
            continue;
        }
        let mut known: Option<Lapse> = None;
        for (at, lapse) in sides.lapses_then(&allowance.id, case.ticket.opened) {
            let still = known.filter(|known| known.until.is_none_or(|until| until > at));
            if lapse != still {
                let id = SUPPOSED + i64::try_from(events.len()).unwrap_or(0);
                events.push(allowance_event(case, at, id, &allowance.id, lapse));
            }
            known = lapse;
        }
    }
    events
}

fn allowance_event(
    case: &ReplayedTicket,
    at: Instant,
    id: i64,
    allowance: &str,
    lapse: Option<Lapse>,
) -> Event {
    let allowance = allowance.to_owned();
    Event {
        id: EventId(id),
        entry: EntryId(id),
        stream: Stream::Ticket(case.number),
        at,
        recorded: at,
        present: at,
        actor: String::new(),
        fact: match lapse {
            Some(lapse) => Lapsed {
                allowance,
                until: lapse.until,
                clause: None,
            }
            .into(),
            None => Restored { allowance }.into(),
        },
        corrects: false,
    }
}
