//! Who and what people mean: customers by key, contacts by e-mail address, contracts by number or
//! by their customer, staff by id; and the nearest name to a misspelt one.

use super::Context;
use super::accounts::account_history;
use super::reading::Reading;
use crate::core::account::Account;
use crate::core::model::{ContractId, CustomerId};
use crate::core::text::{ERASED, folded, nearest, nearest_person};
use crate::core::time::Instant;
use crate::failure::{Exit, Failure, FailureCode, NearContact, Noun, SoughtAs};
use crate::settings::Abbreviations;
use crate::store::{AsOf, ContractRow, CustomerRow, StoredContact, Tables};

/// The customer that is meant, and the contact when a person was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KnownContact {
    pub customer: CustomerRow,
    pub contact: Option<StoredContact>,
}

/// Whom and what words mean, out of what one view of the record knows.
#[derive(Clone, Copy)]
pub(crate) struct Directory<'s> {
    pub(super) tables: Tables<'s>,
    known: AsOf,
    pub(super) abbreviations: Abbreviations,
    /// The instant that is looked at.
    pub(super) at: Instant,
}

impl<'s> Reading<'s> {
    /// Who and what this view knows.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn directory(&mut self) -> Result<Directory<'s>, Failure> {
        Ok(Directory {
            tables: self.people()?,
            known: self.view.known,
            abbreviations: self.abbreviations,
            at: self.at(),
        })
    }
}

impl<'s> Directory<'s> {
    /// Who and what these tables know, looked at from that instant.
    pub(super) fn looking(
        tables: Tables<'s>,
        at: Instant,
        abbreviations: Abbreviations,
    ) -> Directory<'s> {
        Directory {
            tables,
            known: tables.known(),
            abbreviations,
            at,
        }
    }

    /// The same for names that stand in a file: nobody sees what a beginning is taken for.
    pub(crate) fn as_written(self) -> Directory<'s> {
        Directory {
            abbreviations: Abbreviations::Refused,
            ..self
        }
    }
}

impl Directory<'_> {
    /// A customer by key, or a contact by e-mail address.
    ///
    /// # Errors
    /// Nobody is called so; an address that stands for several customers.
    pub(crate) fn who(&self, word: &str) -> Result<KnownContact, Failure> {
        if !word.contains('@') {
            return match customer_of_key(self.tables, word) {
                Ok(customer) => Ok(KnownContact {
                    customer,
                    contact: None,
                }),
                Err(unknown) => self.begun(word, unknown),
            };
        }
        let contact = self.only_contact(word, SoughtAs::Requester)?;
        let customer = self.tables.customer(contact.row.customer)?;
        Ok(KnownContact {
            customer: customer
                .ok_or_else(|| missing_in_record("customer", contact.row.customer))?,
            contact: Some(contact),
        })
    }

    /// A customer by key.
    ///
    /// # Errors
    /// No customer has that key.
    pub(crate) fn customer(&self, word: &str) -> Result<CustomerRow, Failure> {
        customer_of_key(self.tables, word).or_else(|unknown| {
            let begun = || self.customers_beginning(word);
            self.abbreviations.only(word, unknown, begun)
        })
    }

    /// The customer or the contact that a word begins.
    fn begun(&self, word: &str, unknown: Failure) -> Result<KnownContact, Failure> {
        let begun = || self.anybody_beginning(word);
        self.abbreviations.only(word, unknown, begun)
    }

    /// A contact by e-mail address.
    ///
    /// # Errors
    /// Nobody has that address, or it stands for several customers.
    pub(crate) fn contact(&self, word: &str) -> Result<StoredContact, Failure> {
        self.only_contact(word, SoughtAs::Contact)
    }

    /// The contact of a customer with that e-mail address.
    ///
    /// # Errors
    /// The customer has none; others may.
    pub(crate) fn contact_of(
        &self,
        customer: &CustomerRow,
        word: &str,
    ) -> Result<StoredContact, Failure> {
        let mut found = self.contacts(word)?;
        match found.iter().position(|one| one.row.customer == customer.id) {
            Some(theirs) => Ok(found.swap_remove(theirs)),
            None => {
                let near = found.first();
                Err(unknown_contact(word, SoughtAs::Contact, near, self.tables)?)
            }
        }
    }

    fn only_contact(&self, word: &str, sought: SoughtAs) -> Result<StoredContact, Failure> {
        let mut found = self.contacts_sought(word, sought)?;
        match found.len() {
            1 => Ok(found.remove(0)),
            _ => Err(several_customers(word, sought, &found, self.tables)?),
        }
    }

    /// The contacts of an e-mail address, one at least: a person may stand for several customers.
    ///
    /// # Errors
    /// Nobody has that address.
    pub(crate) fn contacts(&self, word: &str) -> Result<Vec<StoredContact>, Failure> {
        self.contacts_sought(word, SoughtAs::Contact)
    }

    fn contacts_sought(&self, word: &str, sought: SoughtAs) -> Result<Vec<StoredContact>, Failure> {
        contacts(self.tables, word, sought).or_else(|unknown| {
            let begun = || self.contacts_beginning(word);
            Ok(vec![self.abbreviations.only(word, unknown, begun)?])
        })
    }

    /// The address of whoever is meant by a word where somebody whom the customer has not named may
    /// be.
    ///
    /// # Errors
    /// Several contacts of the customer begin so.
    pub(crate) fn person_of(&self, account: &Account, word: &str) -> Result<String, Failure> {
        self.abbreviations.person_of(account, word)
    }

    /// A contract by its number, or the only one in force of a customer.
    ///
    /// # Errors
    /// There is no such contract, or the customer has none or several in force.
    pub(crate) fn contract(
        &self,
        word: &str,
        at: Instant,
    ) -> Result<(CustomerRow, ContractId), Failure> {
        if let Ok(number) = word.parse::<i64>() {
            let row = contract_of_number(self.tables, number)?;
            let customer = self.tables.customer(row.customer)?;
            return Ok((
                customer.ok_or_else(|| missing_in_record("customer", row.customer))?,
                row.id,
            ));
        }
        let customer = match customer_called(self.tables, word)? {
            Some(customer) => customer,
            None => {
                let all = self.tables.customers()?;
                let near = nearest(word, all.iter().map(|row| row.key.as_str()));
                let unknown = Failure::no_such(Noun::Contract, word).meant(near);
                let begun = || self.customers_beginning(word);
                self.abbreviations.only(word, unknown, begun)?
            }
        };
        let account = self.account(customer.id)?;
        let in_force: Vec<ContractId> = account.in_force(at).map(|c| c.id).collect();
        match in_force.as_slice() {
            [one] => Ok((customer, *one)),
            [] => Err(Failure::coded(
                Exit::NotFound,
                FailureCode::NoneInForce {
                    customer: customer.key,
                },
            )),
            several => Err(Failure::coded(
                Exit::Usage,
                FailureCode::SeveralInForce {
                    customer: customer.key,
                    contracts: several.to_vec(),
                },
            )),
        }
    }

    /// A customer's account: who may ask, which terms hold, through time.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn account(&self, customer: CustomerId) -> Result<Account, Failure> {
        let history = account_history(self.tables.store(), customer, self.known)?;
        Account::of(&history).ok_or_else(|| missing_in_record("customer", customer))
    }
}

impl Context {
    /// Who and what the desk knows now, for whoever writes.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn directory(&self) -> Result<Directory<'_>, Failure> {
        Ok(Directory {
            tables: self.store()?.present(),
            known: AsOf::All,
            abbreviations: self.settings.abbreviations,
            at: self.now(),
        })
    }

    /// A customer by key, as things are.
    ///
    /// # Errors
    /// As [`Directory::customer`].
    pub(crate) fn customer(&self, word: &str) -> Result<CustomerRow, Failure> {
        self.directory()?.customer(word)
    }

    /// The contacts of an e-mail address, as things are. What stands in place of the address of
    /// everybody who was erased is nobody's.
    ///
    /// # Errors
    /// As [`Directory::contacts`].
    pub(crate) fn contacts(&self, word: &str) -> Result<Vec<StoredContact>, Failure> {
        let directory = self.directory()?;
        let found = directory.contacts(word)?;
        match found.iter().any(|contact| contact.row.email == ERASED) {
            true => Err(no_contact(word, SoughtAs::Contact, directory.tables)?),
            false => Ok(found),
        }
    }

    /// A contract by its number, or the only one in force of a customer, as things are.
    ///
    /// # Errors
    /// As [`Directory::contract`].
    pub(crate) fn contract(
        &self,
        word: &str,
        at: Instant,
    ) -> Result<(CustomerRow, ContractId), Failure> {
        self.directory()?.contract(word, at)
    }

    /// A customer's account as it is.
    ///
    /// # Errors
    /// As [`Directory::account`].
    pub(crate) fn account(&self, customer: CustomerId) -> Result<Account, Failure> {
        self.directory()?.account(customer)
    }

    /// Where a ticket is to go: a customer by key, or a contract by its number.
    ///
    /// # Errors
    /// There is neither.
    pub(crate) fn customer_or_contract(
        &self,
        word: &str,
        at: Instant,
    ) -> Result<(CustomerId, Option<ContractId>), Failure> {
        if word.parse::<i64>().is_ok() {
            let (customer, contract) = self.contract(word, at)?;
            return Ok((customer.id, Some(contract)));
        }
        Ok((self.customer(word)?.id, None))
    }

    /// The customer of an address that nobody has: who else of that domain may ask.
    ///
    /// # Errors
    /// Nobody of that domain is known, or people of several customers are.
    pub(crate) fn customer_of_domain(&self, address: &str) -> Result<CustomerRow, Failure> {
        let store = self.store()?;
        let domain = |address: &str| Some(address.rsplit_once('@')?.1.to_lowercase());
        let contacts = store.contacts()?.into_iter();
        let mut customers: Vec<CustomerId> = contacts
            .filter(|known| domain(&known.row.email) == domain(address))
            .map(|known| known.row.customer)
            .collect();
        customers.sort_unstable();
        customers.dedup();
        let found = match customers.as_slice() {
            [only] => store.customer(*only)?,
            _ => None,
        };
        found.ok_or_else(|| {
            let code = FailureCode::NoContactOfDomain {
                address: address.to_owned(),
                shared: !customers.is_empty(),
            };
            Failure::coded(Exit::NotFound, code).kind("no-contact")
        })
    }

    /// The id of somebody of the desk; a desk that has named nobody takes every name.
    ///
    /// # Errors
    /// The desk has named its staff, and nobody is called so.
    pub(crate) fn staff(&self, word: &str) -> Result<String, Failure> {
        let staff = self.store()?.staff()?;
        if staff.is_empty() {
            return Ok(word.to_owned());
        }
        let people = staff.iter();
        let people = people.map(|one| (one.row.key.as_str(), one.row.name.as_str()));
        self.settings.abbreviations.staff(people, word)
    }
}

/// The customer of a key, whatever the case and the accents, as a view of the record knows it.
///
/// # Errors
/// No customer has that key.
pub(super) fn customer_of_key(tables: Tables<'_>, word: &str) -> Result<CustomerRow, Failure> {
    if let Some(row) = customer_called(tables, word)? {
        return Ok(row);
    }
    let all = tables.customers()?;
    let near = nearest(word, all.iter().map(|row| row.key.as_str()));
    Err(Failure::no_such(Noun::Customer, word).meant(near))
}

fn customer_called(tables: Tables<'_>, word: &str) -> Result<Option<CustomerRow>, Failure> {
    if let Some(row) = tables.customer_of_key(word)? {
        return Ok(Some(row));
    }
    let wanted = folded(word);
    let mut all = tables.customers()?.into_iter();
    Ok(all.find(|row| folded(&row.key) == wanted))
}

/// The contract of a number.
///
/// # Errors
/// There is none of it.
pub(super) fn contract_of_number(tables: Tables<'_>, number: i64) -> Result<ContractRow, Failure> {
    let row = tables.contract(ContractId(number))?;
    row.filter(|row| !row.void)
        .ok_or_else(|| Failure::no_such(Noun::Contract, number.to_string()))
}

/// The contacts of an address, one at least: a person may stand for several customers. Where no
/// address is written so, accents are let go.
///
/// # Errors
/// Nobody has that address.
fn contacts(
    tables: Tables<'_>,
    word: &str,
    sought: SoughtAs,
) -> Result<Vec<StoredContact>, Failure> {
    let mut found = tables.contacts_of_email(word)?;
    if found.is_empty() {
        let wanted = folded(word.trim());
        let all = tables.contacts()?.into_iter();
        found.extend(all.filter(|contact| folded(&contact.row.email) == wanted));
    }
    match found.is_empty() {
        true => Err(no_contact(word, sought, tables)?),
        false => Ok(found),
    }
}

/// The record names something that it does not hold.
pub(crate) fn missing_in_record(what: &'static str, id: impl std::fmt::Display) -> Failure {
    let id = id.to_string();
    Failure::coded(Exit::DeskFile, FailureCode::MissingInRecord { what, id })
}

fn no_contact(word: &str, sought: SoughtAs, store: Tables<'_>) -> Result<Failure, Failure> {
    let mut all = store.contacts()?;
    all.retain(|contact| contact.row.email != ERASED);
    let people = all
        .iter()
        .map(|c| (c.row.email.as_str(), c.row.name.as_str()));
    let near = nearest_person(word, people);
    let near = near.and_then(|email| all.iter().find(|c| c.row.email == email));
    unknown_contact(word, sought, near, store)
}

/// Nobody of that address where it is looked for; who is nearest to it.
fn unknown_contact(
    word: &str,
    sought: SoughtAs,
    near: Option<&StoredContact>,
    store: Tables<'_>,
) -> Result<Failure, Failure> {
    let near = match near {
        None => None,
        Some(near) => Some(NearContact {
            customer: store
                .customer(near.row.customer)?
                .map_or_else(String::new, |row| row.key),
            email: near.row.email.clone(),
            name: near.row.name.clone(),
        }),
    };
    let word = word.to_owned();
    let code = FailureCode::NoContact { word, sought, near };
    Ok(Failure::coded(Exit::NotFound, code).kind("no-contact"))
}

fn several_customers(
    word: &str,
    sought: SoughtAs,
    found: &[StoredContact],
    tables: Tables<'_>,
) -> Result<Failure, Failure> {
    let mut keys = Vec::new();
    for contact in found {
        keys.extend(tables.customer(contact.row.customer)?.map(|row| row.key));
    }
    let word = word.to_owned();
    let code = FailureCode::SeveralCustomers { word, sought, keys };
    Ok(Failure::coded(Exit::Usage, code).kind("ambiguous"))
}
