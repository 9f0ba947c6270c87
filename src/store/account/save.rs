//! Writing a customer's account over the rows it had.

use super::contact::{self, ContactRow, QUALIFY, StoredContact};
use super::contract::{self, ContractRow, TermsRow};
use super::customer::CustomerRow;
use super::ledger::{self, LedgerRow};
use crate::core::account::Account;
use crate::core::entitlement::LedgerKind;
use crate::core::model::{CustomerId, EventId};
use crate::store::engine::{Arg, args};
use crate::store::{Store, StoreError, Writer};

/// All that the tables keep of one customer but its tickets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AccountRows {
    pub customer: CustomerRow,
    /// By id.
    pub contacts: Vec<StoredContact>,
    /// By id.
    pub contracts: Vec<ContractRow>,
    /// By contract, beginning and event.
    pub terms: Vec<TermsRow>,
    /// By contract, then as the ledger has them.
    pub adjustments: Vec<LedgerRow>,
}

impl AccountRows {
    /// The rows that follow from an account.
    pub(crate) fn of(account: &Account) -> AccountRows {
        let customer = CustomerRow::of(account);
        let mut contracts: Vec<_> = account.contracts.iter().collect();
        contracts.sort_by_key(|contract| contract.id);
        let mut contacts: Vec<StoredContact> = account
            .contacts
            .iter()
            .map(|contact| StoredContact::of(&customer, contact))
            .collect();
        contacts.sort_by_key(|contact| contact.row.id);
        let mut terms: Vec<TermsRow> = contracts
            .iter()
            .copied()
            .flat_map(|contract| TermsRow::all_of(contract, customer.known))
            .collect();
        terms.sort_by_key(|terms| (terms.contract, terms.starts, terms.event));
        let mut adjustments: Vec<LedgerRow> = contracts
            .iter()
            .flat_map(|contract| {
                contract.adjustments.iter().map(|adjusted| LedgerRow {
                    contract: contract.id,
                    allowance: adjusted.allowance.clone(),
                    at: adjusted.at,
                    event: adjusted.event,
                    kind: LedgerKind::Adjusted,
                    amount: adjusted.amount,
                    ticket: None,
                    known: customer.known,
                })
            })
            .collect();
        adjustments.sort_by_key(|row| (row.contract, row.allowance.clone(), row.at, row.event));
        AccountRows {
            contacts,
            contracts: contracts
                .into_iter()
                .map(|contract| ContractRow::of(&customer, contract))
                .collect(),
            terms,
            adjustments,
            customer,
        }
    }

    /// In what two differ: `zone`, `contacts`, ...
    pub(crate) fn differences(&self, other: &AccountRows) -> Vec<&'static str> {
        let mut found = self.customer.differences(&other.customer);
        for (what, differ) in [
            ("contacts", self.contacts != other.contacts),
            ("contracts", self.contracts != other.contracts),
            ("terms", self.terms != other.terms),
            ("adjustments", self.adjustments != other.adjustments),
        ] {
            if differ {
                found.push(what);
            }
        }
        found
    }
}

statements! {
    VOID_CUSTOMER: "UPDATE customer SET void = 1, known = $1 WHERE id = $2"
        => "SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)";
    VOID_CONTACTS: "UPDATE contact SET void = 1, known = $1 WHERE customer = $2"
        => "SEARCH contact USING INDEX contact_customer (customer=?)";
    UNQUALIFY: "DELETE FROM qualification WHERE contact IN (SELECT id FROM contact WHERE customer = $1)"
        => "SEARCH qualification USING COVERING INDEX sqlite_autoindex_qualification_1 (contact=?); LIST SUBQUERY 1; SEARCH contact USING COVERING INDEX contact_customer (customer=?)";
    VOID_CONTRACTS: "UPDATE contract SET void = 1, known = $1 WHERE customer = $2"
        => "SEARCH contract USING INDEX contract_customer (customer=?)";
}

impl AccountRows {
    /// The statements that write these rows where there are none, with their values.
    pub(in crate::store) fn each_statement(
        &self,
        mut run: impl FnMut(&str, &[Arg<'_>]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        run(CustomerRow::upsert(), &self.customer.values())?;
        for contact in &self.contacts {
            run(ContactRow::upsert(), &contact.row.values())?;
            for held in &contact.qualified {
                let row = &contact.row;
                run(QUALIFY, args![row.id, held.what, held.until, row.known])?;
            }
        }
        for contract in &self.contracts {
            run(ContractRow::upsert(), &contract.values())?;
        }
        for terms in &self.terms {
            run(TermsRow::upsert(), &terms.values())?;
        }
        for adjusted in &self.adjustments {
            run(LedgerRow::upsert(), &adjusted.values())?;
        }
        Ok(())
    }
}

impl Writer<'_> {
    /// Writes what the tables keep of a customer, in place of what they kept. Contacts and
    /// contracts that are no longer in the account (their naming or signing was undone) become
    /// void: their ids are not given again.
    pub(crate) fn save_account(&mut self, account: &Account) -> Result<(), StoreError> {
        let rows = AccountRows::of(account);
        let engine = &*self.engine;
        rows.customer.write(engine)?;
        self.void_what_is_of(rows.customer.id, rows.customer.known)?;
        for contact in &rows.contacts {
            contact::put(engine, contact)?;
        }
        for contract in &rows.contracts {
            contract::put(engine, contract, &rows.terms)?;
            ledger::forget_adjustments(engine, contract.id)?;
        }
        rows.adjustments
            .iter()
            .try_for_each(|row| row.write(engine))
    }

    /// Marks a customer whose adding was undone, with all that is its.
    pub(crate) fn void_customer(&mut self, id: CustomerId) -> Result<(), StoreError> {
        let undone = self.last();
        self.engine.run(VOID_CUSTOMER, args![undone, id])?;
        self.void_what_is_of(id, undone)
    }

    fn void_what_is_of(&self, id: CustomerId, known: EventId) -> Result<(), StoreError> {
        self.engine.run(VOID_CONTACTS, args![known, id])?;
        self.engine.run(UNQUALIFY, args![id])?;
        for contract in self.contracts_of(id)? {
            ledger::forget_adjustments(&*self.engine, contract.id)?;
        }
        self.engine
            .run(VOID_CONTRACTS, args![known, id])
            .map(|_| ())
    }
}

impl Store {
    /// All that the tables keep of a customer: what `db check` compares with a fresh fold.
    pub(crate) fn cached_account(&self, id: CustomerId) -> Result<Option<AccountRows>, StoreError> {
        let Some(customer) = self.customer(id)? else {
            return Ok(None);
        };
        let contracts = self.contracts_of(id)?;
        let mut terms = Vec::new();
        let mut adjustments = Vec::new();
        for contract in &contracts {
            terms.append(&mut self.terms_of(contract.id)?);
            adjustments.append(&mut self.adjustments_of(contract.id)?);
        }
        Ok(Some(AccountRows {
            customer,
            contacts: self.contacts_of(id)?,
            contracts,
            terms,
            adjustments,
        }))
    }
}
