//! Contracts, and which terms hold under each from when on.

use super::customer::CustomerRow;
use crate::core::account;
use crate::core::model::{ContractId, CustomerId, EventId};
use crate::core::time::Instant;
use crate::store::engine::{Engine, args};
use crate::store::tables::{Tables, Versioned};
use crate::store::{Store, StoreError};

row! {
    /// A contract as it stands after its last event.
    pub(crate) struct ContractRow in "contract" key "id" {
        id: ContractId,
        customer: CustomerId,
        /// `vendor/plan` of the last signing or renewal.
        plan: String,
        zone: Option<String>,
        region: Option<String>,
        signed: Instant,
        starts: Instant,
        /// The end of the term that was agreed last.
        ends: Instant,
        /// The first instant that it does not cover. None: it renews by itself.
        until: Option<Instant>,
        /// The length of the term that was agreed last.
        months: u32,
        /// Months that each renewal by itself adds.
        renews: Option<u32>,
        cancelled: bool,
        /// The signing was undone.
        void: bool,
        /// The last event of its customer's stream.
        known: EventId,
    }
}

row! {
    /// The terms that hold for tickets opened from an instant on.
    pub(crate) struct TermsRow in "contract_terms" key "contract, starts, event" {
        contract: ContractId,
        starts: Instant,
        /// The signing, amendment or renewal.
        event: EventId,
        plan: String,
        /// Hash of the terms, in hexadecimal.
        hash: String,
        /// The last event of its customer's stream.
        known: EventId,
    }
}

impl ContractRow {
    pub(super) fn of(customer: &CustomerRow, contract: &account::Contract) -> ContractRow {
        let last = contract.runs.last();
        ContractRow {
            id: contract.id,
            customer: customer.id,
            plan: contract
                .terms
                .last()
                .map(|terms| terms.plan.clone())
                .unwrap_or_default(),
            zone: contract.zone.clone(),
            region: contract.region.clone(),
            signed: contract.signed_at,
            starts: contract.starts,
            // Cancelled before it began, it has no run and covers nothing.
            ends: last.map_or(contract.starts, |run| run.ends),
            until: last.map_or(Some(contract.starts), |run| run.until),
            months: last.map_or(0, |run| run.months),
            renews: last.and_then(|run| run.renews),
            cancelled: last.is_none_or(|run| run.cancelled.is_some()),
            void: false,
            known: customer.known,
        }
    }
}

impl TermsRow {
    pub(super) fn all_of(
        contract: &account::Contract,
        known: EventId,
    ) -> impl Iterator<Item = TermsRow> {
        contract.terms.iter().map(move |terms| TermsRow {
            contract: contract.id,
            starts: terms.from,
            event: terms.event,
            plan: terms.plan.clone(),
            hash: terms.hash.clone(),
            known,
        })
    }
}

statements! {
    BY_ID: "SELECT * FROM contract WHERE id = $1"
        => "SEARCH contract USING INTEGER PRIMARY KEY (rowid=?)";
    OF_CUSTOMER: "SELECT * FROM contract WHERE customer = $1 AND void = 0 ORDER BY id"
        => "SEARCH contract USING INDEX contract_customer (customer=?)";
    BETWEEN: "SELECT * FROM contract WHERE id >= $1 AND id <= $2 AND void = 0 ORDER BY id"
        => "SEARCH contract USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)";
    TERMS: "SELECT * FROM contract_terms WHERE contract = $1 ORDER BY starts, event"
        => "SEARCH contract_terms USING INDEX sqlite_autoindex_contract_terms_1 (contract=?)";
    FORGET: "DELETE FROM contract_terms WHERE contract = $1"
        => "SEARCH contract_terms USING INDEX sqlite_autoindex_contract_terms_1 (contract=?)";
}

impl Tables<'_> {
    /// A contract, void or not.
    pub(crate) fn contract(&self, id: ContractId) -> Result<Option<ContractRow>, StoreError> {
        Ok(self.rows(BY_ID, args![id], ContractRow::read)?.pop())
    }

    /// The contracts of numbers from one to another, both in.
    pub(crate) fn contracts_between(
        &self,
        from: ContractId,
        to: ContractId,
    ) -> Result<Vec<ContractRow>, StoreError> {
        self.rows(BETWEEN, args![from, to], ContractRow::read)
    }

    /// A customer's contracts, past ones included, in the order of their signing.
    pub(crate) fn contracts_of(
        &self,
        customer: CustomerId,
    ) -> Result<Vec<ContractRow>, StoreError> {
        let mut found = self.rows(OF_CUSTOMER, args![customer], ContractRow::read)?;
        found.sort_by_key(|row| row.id);
        Ok(found)
    }

    /// The terms that a contract has had, in the order in which they begin to hold.
    pub(crate) fn terms_of(&self, contract: ContractId) -> Result<Vec<TermsRow>, StoreError> {
        let mut found = self.rows(TERMS, args![contract], TermsRow::read)?;
        found.sort_by_key(|row| (row.starts, row.event));
        Ok(found)
    }
}

impl Store {
    /// A customer's contracts as they are, in the order of their signing.
    pub(crate) fn contracts_of(
        &self,
        customer: CustomerId,
    ) -> Result<Vec<ContractRow>, StoreError> {
        self.present().contracts_of(customer)
    }

    /// The terms that a contract has, in the order in which they begin to hold.
    pub(crate) fn terms_of(&self, contract: ContractId) -> Result<Vec<TermsRow>, StoreError> {
        self.present().terms_of(contract)
    }
}

impl Versioned for ContractRow {
    fn known(&self) -> EventId {
        self.known
    }
}

impl Versioned for TermsRow {
    fn known(&self) -> EventId {
        self.known
    }
}

/// Writes a contract and all the terms that it has had.
pub(super) fn put(
    engine: &dyn Engine,
    row: &ContractRow,
    terms: &[TermsRow],
) -> Result<(), StoreError> {
    row.write(engine)?;
    engine.run(FORGET, args![row.id])?;
    terms
        .iter()
        .filter(|terms| terms.contract == row.id)
        .try_for_each(|terms| terms.write(engine))
}
