//! At a terminal the beginning of a name is enough, where it can be one only.

use super::Context;
use super::begun::Begun;
use super::names::{Directory, KnownContact};
use crate::core::text::visible_line;
use crate::failure::Failure;
use crate::plans::FoundPlan;
use crate::store::{CustomerRow, StoredContact};

/// More names than these are not listed.
const MOST: u32 = 12;

impl Directory<'_> {
    /// The customers whose key begins so.
    pub(super) fn customers_beginning(
        &self,
        word: &str,
    ) -> Result<Vec<Begun<CustomerRow>>, Failure> {
        let found = self.tables.customers_beginning(word, MOST)?.into_iter();
        let begun = found.map(|row| Begun {
            name: row.key.clone(),
            says: visible_line(&row.name).into_owned(),
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
        for contact in self.tables.contacts_beginning(word, MOST)? {
            let customer = self.tables.customer(contact.row.customer)?;
            let name = visible_line(&contact.row.name).into_owned();
            let key = customer.map_or_else(String::new, |row| row.key);
            begun.push(Begun {
                name: contact.row.email.clone(),
                says: [name, key].join(", "),
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
            Err(unknown) => self.plan_beginning(typed, unknown.into()),
        }
    }

    /// The one plan whose name begins so.
    ///
    /// # Errors
    /// `unknown`, where there is none.
    pub(crate) fn plan_beginning(
        &self,
        typed: &str,
        unknown: Failure,
    ) -> Result<FoundPlan, Failure> {
        let catalogue = self.catalogue()?;
        self.settings.abbreviations.only(typed, unknown, || {
            let mut begun = Vec::new();
            for vendor in catalogue.vendors() {
                let plans = catalogue.find_all(vendor).unwrap_or_default().into_iter();
                let plans = plans.filter(|found| found.called.starts_with(typed));
                begun.extend(plans.map(|found| Begun {
                    name: found.called.clone(),
                    says: found.terms().title,
                    meant: found,
                }));
            }
            Ok(begun)
        })
    }
}
