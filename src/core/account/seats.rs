//! Which seats of a contract are taken, by whom, and when they are fullest.

use super::{Account, Contact};
use crate::core::model::{ContactId, ContractId};
use crate::core::time::Instant;

/// The moment of a stretch at which most seats of a contract are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatPeak<'a> {
    /// The first such moment.
    pub at: Instant,
    /// Those who hold a seat.
    pub seated: Vec<&'a Contact>,
}

impl Account {
    /// Who holds a seat on a contract at an instant, in the order in which they took it.
    pub fn seated(&self, contract: ContractId, at: Instant) -> Vec<&Contact> {
        let mut seated: Vec<(Instant, &Contact)> = self
            .contacts
            .iter()
            .filter_map(|contact| Some((contact.seat_on(contract, at)?.from, contact)))
            .collect();
        seated.sort_by_key(|(from, contact)| (*from, contact.id));
        seated.into_iter().map(|(_, contact)| contact).collect()
    }

    /// Who of those that hold a seat on a contract holds a qualification too.
    pub fn holders(&self, contract: ContractId, what: &str, at: Instant) -> Vec<&Contact> {
        let mut holders = self.seated(contract, at);
        holders.retain(|contact| contact.holds(what, at));
        holders
    }

    /// When in [from, until) most seats are taken, and by whom; `leaving` not counted, since he or
    /// she is about to give the seat up.
    ///
    /// What must be asked before a seat is given from a day on: that one is free on that day says
    /// nothing of a person who was promised one for the next month.
    pub fn fullest(
        &self,
        contract: ContractId,
        from: Instant,
        until: Option<Instant>,
        leaving: Option<ContactId>,
    ) -> SeatPeak<'_> {
        let taken_at = |at: Instant| {
            let mut seated = self.seated(contract, at);
            seated.retain(|contact| Some(contact.id) != leaving);
            SeatPeak { at, seated }
        };
        let mut moments: Vec<Instant> = self
            .contacts
            .iter()
            .flat_map(|contact| contact.seats.iter().map(|seat| seat.from))
            .filter(|at| from < *at && until.is_none_or(|until| *at < until))
            .collect();
        moments.sort_unstable();
        moments.dedup();
        moments
            .into_iter()
            .map(taken_at)
            .fold(taken_at(from), |fullest, other| {
                if other.seated.len() > fullest.seated.len() {
                    other
                } else {
                    fullest
                }
            })
    }
}
