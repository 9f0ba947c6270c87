//! At a terminal the beginning of a name is enough, where it can be one only.

use super::Context;
use super::begun::{Begun, begins};
use super::names::{Directory, KnownContact};
use crate::core::text::ERASED;
use crate::failure::Failure;
use crate::plans::FoundPlan;
use crate::store::{CustomerRow, StoredContact};

/// So many addresses that begin alike are more than anybody reads.
const ENOUGH: u32 = 100;

/// What terms can be named by.
pub(crate) enum TermsHolder {
    Customer(CustomerRow),
    Plan(FoundPlan),
}

impl Directory<'_> {
    /// The customers whose key begins so.
    pub(super) fn customers_beginning(
        &self,
        word: &str,
    ) -> Result<Vec<Begun<CustomerRow>>, Failure> {
        let all = self.tables.customers()?.into_iter();
        let begun = all.filter(|row| begins(&row.key, word)).map(|row| Begun {
            name: row.key.clone(),
            says: row.name.clone(),
            meant: row,
        });
        Ok(begun.collect())
    }

    /// The contacts whose address begins so.
    pub(super) fn contacts_beginning(
        &self,
        word: &str,
    ) -> Result<Vec<Begun<StoredContact>>, Failure> {
        let mut begun = Vec::new();
        let found = self.tables.contacts_beginning(word, ENOUGH)?.into_iter();
        for contact in found.filter(|contact| contact.row.email != ERASED) {
            let customer = self.tables.customer(contact.row.customer)?;
            let key = customer.map_or_else(String::new, |row| row.key);
            begun.push(Begun {
                name: contact.row.email.clone(),
                says: [contact.row.name.as_str(), &key].join(", "),
                meant: contact,
            });
        }
        Ok(begun)
    }

    /// Customers and contacts that begin so.
    pub(super) fn anybody_beginning(
        &self,
        word: &str,
    ) -> Result<Vec<Begun<KnownContact>>, Failure> {
        let mut begun = Vec::new();
        for one in self.customers_beginning(word)? {
            begun.push(Begun {
                name: one.name,
                says: one.says,
                meant: KnownContact {
                    customer: one.meant,
                    contact: None,
                },
            });
        }
        for one in self.contacts_beginning(word)? {
            if let Some(customer) = self.tables.customer(one.meant.row.customer)? {
                begun.push(Begun {
                    name: one.name,
                    says: one.says,
                    meant: KnownContact {
                        customer,
                        contact: Some(one.meant),
                    },
                });
            }
        }
        Ok(begun)
    }
}

impl Context {
    /// A plan by its name, or at a terminal by its beginning.
    ///
    /// # Errors
    /// Nothing is called so.
    pub(crate) fn plan(&self, typed: &str) -> Result<FoundPlan, Failure> {
        match self.catalogue()?.find(typed) {
            Ok(found) => Ok(found),
            Err(unknown) => {
                let begun = || self.plans_beginning(typed);
                self.settings
                    .abbreviations
                    .only(typed, unknown.into(), begun)
            }
        }
    }

    /// The customer or the plan whose name begins so.
    ///
    /// # Errors
    /// `unknown`, where there is none.
    pub(crate) fn terms_beginning(
        &self,
        typed: &str,
        unknown: Failure,
    ) -> Result<TermsHolder, Failure> {
        self.settings.abbreviations.only(typed, unknown, || {
            let customers = match self.store() {
                Ok(_) => self.directory()?.customers_beginning(typed)?,
                Err(_) => Vec::new(),
            };
            let customers = customers.into_iter().map(|one| Begun {
                name: one.name,
                says: one.says,
                meant: TermsHolder::Customer(one.meant),
            });
            let plans = self.plans_beginning(typed)?.into_iter().map(|one| Begun {
                name: one.name,
                says: one.says,
                meant: TermsHolder::Plan(one.meant),
            });
            Ok(customers.chain(plans).collect())
        })
    }

    fn plans_beginning(&self, typed: &str) -> Result<Vec<Begun<FoundPlan>>, Failure> {
        let catalogue = self.catalogue()?;
        let mut begun = Vec::new();
        for vendor in catalogue.vendors() {
            let plans = catalogue.find_all(vendor).unwrap_or_default().into_iter();
            let plans = plans.filter(|found| begins(&found.called, typed));
            begun.extend(plans.map(|found| Begun {
                name: found.called.clone(),
                says: found.terms().title,
                meant: found,
            }));
        }
        Ok(begun)
    }
}
