//! An account as the rules of entitlement look at it: who may ask on a contract, where the
//! contract stands, and over which terms its allowances run.

use super::{Account, Contact, Contract, Standing};
use crate::core::entitlement::{self, Person};
use crate::core::model::{ContractId, Instant};
use crate::core::words::Local;

impl Account {
    /// Everybody whom a contract ever covered, as the rules of entitlement know people: with the
    /// seats on this contract, and with what they hold at that instant.
    pub fn people(&self, contract: ContractId, at: Instant) -> Vec<Person> {
        let people = self.contacts.iter().map(|contact| Person {
            contact: contact.id,
            email: contact.label().to_owned(),
            name: contact.name.clone().unwrap_or_default(),
            seats: seats_on(contact, contract),
            qualified: contact.named_at(at).to_vec(),
        });
        people.filter(|person| !person.seats.is_empty()).collect()
    }

    /// The zone of a contract's days; none: the desk's.
    pub fn zone_of<'a>(&'a self, contract: &'a Contract) -> Option<&'a str> {
        contract.zone.as_deref().or(self.customer.zone.as_deref())
    }
}

fn seats_on(contact: &Contact, contract: ContractId) -> Vec<entitlement::Seat> {
    let on = contact.seats.iter().filter(|seat| seat.is_on(contract));
    on.map(|seat| entitlement::Seat {
        from: seat.from,
        until: seat.until,
    })
    .collect()
}

impl Contract {
    /// Where it stands, as a request is told.
    pub fn told(&self, at: Instant, zone: &dyn Local) -> entitlement::Standing {
        match self.standing(at) {
            Standing::InForce => entitlement::Standing::InForce {
                until: self
                    .ahead(at, zone)
                    .map_or(Instant::MAX, |ahead| ahead.until),
            },
            Standing::NotBegun => {
                let coming = self.runs.iter().map(|run| run.from).find(|from| *from > at);
                entitlement::Standing::NotBegun(coming.unwrap_or(self.starts))
            }
            Standing::Lapsed => entitlement::Standing::Lapsed(self.over_since(at)),
            Standing::Cancelled => entitlement::Standing::Cancelled(self.over_since(at)),
        }
    }

    /// Since when it is not in force any more; its start when it never was.
    fn over_since(&self, at: Instant) -> Instant {
        let ends = self.runs.iter().filter_map(|run| run.until);
        ends.filter(|until| *until <= at)
            .max()
            .unwrap_or(self.starts)
    }

    /// Its terms of duration from the first to the one that holds an instant, or to the last that
    /// ended before it: over which allowances run.
    pub fn tenure(&self, at: Instant, zone: &dyn Local) -> Vec<(Instant, Instant)> {
        let mut terms = Vec::new();
        for run in &self.runs {
            let mut place = 0;
            let mut from = run.from;
            while from <= at && run.until.is_none_or(|until| from < until) {
                let boundary = run.boundary(place, zone);
                let to = run.until.map_or(boundary, |until| until.min(boundary));
                terms.push((from, to));
                from = boundary;
                place += 1;
            }
        }
        terms
    }
}
