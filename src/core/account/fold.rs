//! The fold: a customer's events → its account.

use super::contact::{Contact, Seat};
use super::contract::{Adjustment, AgreedRun, Contract, TermsFrom};
use super::customer::{Account, Customer};
use super::remark::AccountRemark;
use crate::core::model::{
    ContactAuthorised, ContactEdited, ContactId, ContractAmended, ContractCancelled, ContractId,
    ContractRenewed, ContractSigned, Event, EventId, EventText, Fact, Stream, undone_entries,
};
use crate::core::time::Instant;

impl Account {
    /// A customer's account from its events, in whatever order they come. None when no event adds
    /// the customer.
    pub fn of(events: &[(Event, Option<EventText>)]) -> Option<Account> {
        let undone = undone_entries(events.iter().map(|(event, _)| event));
        let mut kept: Vec<_> = events
            .iter()
            .filter(|(event, _)| !undone.contains(&event.entry))
            .collect();
        kept.sort_by_key(|(event, _)| (event.at, event.id));
        let mut account = kept.iter().find_map(|(event, prose)| added(event, prose))?;
        for (event, prose) in kept {
            account.take(event, prose.as_ref());
        }
        let ids = events.iter().map(|(event, _)| event.id);
        account.last = ids.max().unwrap_or(account.last);
        Some(account)
    }

    fn take(&mut self, event: &Event, prose: Option<&EventText>) {
        let blank = EventText::default();
        let prose = prose.unwrap_or(&blank);
        let taken = match &event.fact {
            Fact::CustomerEdited(fact) => {
                self.customer.edit(fact, prose);
                Ok(())
            }
            Fact::ContactAuthorised(fact) => self.authorise(event, fact, prose),
            Fact::ContactEdited(fact) => self.edit_contact(event, fact, prose),
            Fact::ContactRevoked(fact) => {
                self.revoke(fact.contact, fact.from.unwrap_or(event.at), event.id, None)
            }
            Fact::ContractSigned(fact) => self.sign(event, fact),
            Fact::ContractAmended(fact) => self.with_contract(fact.contract, |contract| {
                amend(contract, event, fact);
                Ok(())
            }),
            Fact::ContractRenewed(fact) => self.with_contract(fact.contract, |contract| {
                renew(contract, event, fact);
                Ok(())
            }),
            Fact::ContractCancelled(fact) => {
                self.with_contract(fact.contract, |contract| cancel(contract, event, fact))
            }
            Fact::AllowanceAdjusted(fact) => self.with_contract(fact.contract, |contract| {
                contract.adjustments.push(Adjustment {
                    at: event.at,
                    event: event.id,
                    allowance: fact.allowance.clone(),
                    amount: fact.amount,
                });
                Ok(())
            }),
            Fact::CustomerAdded(_) if event.id != self.customer.event => {
                Err(AccountRemark::AlreadyAdded)
            }
            _ => Ok(()),
        };
        if let Err(remark) = taken {
            self.remarks.push((event.id, remark));
        }
    }

    fn authorise(
        &mut self,
        event: &Event,
        fact: &ContactAuthorised,
        prose: &EventText,
    ) -> Result<(), AccountRemark> {
        let from = fact.from.unwrap_or(event.at);
        let place = self.place_of(fact.contact, event.id);
        let contact = &mut self.contacts[place];
        contact.describe(prose, &fact.language);
        contact.seats.retain_mut(|seat| {
            let later = fact.until.is_some_and(|until| until <= seat.from);
            if !later && seat.until.is_none_or(|until| from < until) {
                seat.until = Some(from);
                seat.ended_by = Some(event.id);
            }
            !seat.is_empty()
        });
        contact.seats.push(Seat {
            from,
            until: fact.until,
            contract: fact.contract,
            event: event.id,
            ended_by: None,
            replaces: fact.replaces,
            replaced_by: None,
        });
        contact.seats.sort_by_key(|seat| seat.from);
        qualify(contact, from, &fact.qualified);
        match fact.replaces {
            Some(leaving) => self.revoke(leaving, from, event.id, Some(fact.contact)),
            None => Ok(()),
        }
    }

    fn edit_contact(
        &mut self,
        event: &Event,
        fact: &ContactEdited,
        prose: &EventText,
    ) -> Result<(), AccountRemark> {
        let contact = self.known(fact.contact)?;
        contact.describe(prose, &fact.language);
        if let Some(qualified) = &fact.qualified {
            qualify(contact, event.at, qualified);
        }
        match (fact.until, contact.seats.last_mut()) {
            (Some(until), Some(seat)) if seat.from < until => {
                seat.until = Some(until);
                seat.ended_by = Some(event.id);
                Ok(())
            }
            (Some(_), _) => Err(AccountRemark::NoSeatToEnd {
                contact: fact.contact,
            }),
            (None, _) => Ok(()),
        }
    }

    fn revoke(
        &mut self,
        contact: ContactId,
        from: Instant,
        by: EventId,
        replaced_by: Option<ContactId>,
    ) -> Result<(), AccountRemark> {
        let contact = self.known(contact)?;
        let mut freed = false;
        contact.seats.retain_mut(|seat| {
            if seat.until.is_none_or(|until| from < until) {
                freed = true;
                seat.until = Some(from.max(seat.from));
                seat.ended_by = Some(by);
                seat.replaced_by = replaced_by;
            }
            !seat.is_empty()
        });
        if freed {
            Ok(())
        } else {
            Err(AccountRemark::HeldNoSeat {
                contact: contact.id,
            })
        }
    }

    fn sign(&mut self, event: &Event, fact: &ContractSigned) -> Result<(), AccountRemark> {
        if self.contract(fact.contract).is_some() {
            return Err(AccountRemark::AlreadySigned {
                contract: fact.contract,
            });
        }
        self.contracts.push(Contract {
            id: fact.contract,
            signed: event.id,
            signed_at: event.at,
            starts: fact.starts,
            zone: fact.zone.clone(),
            region: fact.region.clone(),
            runs: vec![AgreedRun::agreed(
                event.id,
                fact.starts,
                fact.ends,
                fact.months,
                fact.renews,
            )],
            terms: vec![TermsFrom {
                from: fact.starts,
                event: event.id,
                plan: fact.plan.clone(),
                hash: fact.terms.clone(),
                set: fact.set.clone(),
                own: fact.set.clone(),
                left_open: fact.left_open.clone(),
            }],
            adjustments: Vec::new(),
        });
        Ok(())
    }

    fn known(&mut self, id: ContactId) -> Result<&mut Contact, AccountRemark> {
        self.contacts
            .iter_mut()
            .find(|contact| contact.id == id)
            .ok_or(AccountRemark::NeverNamed { contact: id })
    }

    fn place_of(&mut self, id: ContactId, event: EventId) -> usize {
        let place = self.contacts.iter().position(|contact| contact.id == id);
        place.unwrap_or_else(|| {
            self.contacts.push(Contact {
                id,
                name: None,
                email: None,
                phone: None,
                language: None,
                seats: Vec::new(),
                qualified: Vec::new(),
                event,
            });
            self.contacts.len() - 1
        })
    }

    fn with_contract(
        &mut self,
        id: ContractId,
        act: impl FnOnce(&mut Contract) -> Result<(), AccountRemark>,
    ) -> Result<(), AccountRemark> {
        match self.contracts.iter_mut().find(|contract| contract.id == id) {
            Some(contract) => act(contract),
            None => Err(AccountRemark::NeverSigned { contract: id }),
        }
    }
}

/// The account as the event that adds the customer makes it.
fn added(event: &Event, prose: &Option<EventText>) -> Option<Account> {
    let (Fact::CustomerAdded(fact), Stream::Customer(id)) = (&event.fact, event.stream) else {
        return None;
    };
    let name = prose.as_ref().and_then(|prose| prose.name.clone());
    Some(Account {
        customer: Customer {
            id,
            key: fact.key.clone(),
            name: name.unwrap_or_else(|| fact.key.clone()),
            zone: fact.zone.clone(),
            language: fact.language.clone(),
            account_manager: fact.account_manager.clone(),
            engineer: fact.engineer.clone(),
            since: event.at,
            event: event.id,
        },
        contacts: Vec::new(),
        contracts: Vec::new(),
        remarks: Vec::new(),
        last: event.id,
    })
}

/// Terms from an instant on; of two from the same instant the one agreed later holds.
fn amend(contract: &mut Contract, event: &Event, fact: &ContractAmended) {
    let from = fact.from.unwrap_or(event.at).max(contract.starts);
    let before = contract.terms_near(from);
    let (plan, set) = before.map_or_else(Default::default, |terms| {
        (terms.plan.clone(), laid_over(&terms.set, &fact.set))
    });
    contract.terms.push(TermsFrom {
        from,
        event: event.id,
        plan,
        hash: fact.terms.clone(),
        set,
        own: match fact.carries {
            Some(_) => Vec::new(),
            None => fact.set.clone(),
        },
        left_open: fact.left_open.clone(),
    });
    contract.terms.sort_by_key(|terms| terms.from);
}

/// What is agreed when more is agreed: of two values for the same path the later one.
fn laid_over(set: &[String], more: &[String]) -> Vec<String> {
    let path = |set: &String| set.split_once('=').map(|(path, _)| path.to_owned());
    let replaced = |set: &&String| more.iter().any(|new| path(new) == path(set));
    let kept = set.iter().filter(|set| !replaced(set));
    kept.chain(more).cloned().collect()
}

/// A renewal takes the place of all that was agreed for later: it is a new beginning.
fn renew(contract: &mut Contract, event: &Event, fact: &ContractRenewed) {
    let from = fact.from.unwrap_or(event.at).max(contract.starts);
    contract.runs.retain_mut(|run| {
        if run.until.is_none_or(|until| from < until) {
            run.until = Some(from);
            run.cancelled = None;
        }
        run.from < from
    });
    let run = AgreedRun::agreed(event.id, from, fact.ends, fact.months, fact.renews);
    contract.runs.push(run);
    contract.terms.retain(|terms| terms.from < from);
    let before = contract.terms.last().map_or(&[][..], |terms| &terms.set);
    let new = |set: &&String| !before.contains(set);
    let own = fact.set.iter().filter(new).cloned().collect();
    contract.terms.push(TermsFrom {
        from,
        event: event.id,
        plan: fact.plan.clone(),
        hash: fact.terms.clone(),
        set: fact.set.clone(),
        own,
        left_open: fact.left_open.clone(),
    });
}

fn cancel(
    contract: &mut Contract,
    event: &Event,
    fact: &ContractCancelled,
) -> Result<(), AccountRemark> {
    let reaches = |run: &AgreedRun| run.until.is_none_or(|until| fact.ends <= until);
    if !contract.runs.iter().any(reaches) {
        return Err(AccountRemark::OverByThen);
    }
    contract.runs.retain_mut(|run| {
        if run.until.is_none_or(|until| fact.ends <= until) {
            run.until = Some(fact.ends);
            run.cancelled = Some(event.id);
        }
        run.from < fact.ends
    });
    Ok(())
}

/// What he or she holds from an instant on.
fn qualify(contact: &mut Contact, from: Instant, list: &[crate::core::model::Qualified]) {
    contact.qualified.retain(|(other, _)| *other < from);
    contact.qualified.push((from, list.to_vec()));
}
