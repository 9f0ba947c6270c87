//! Contracts, and which terms hold under each from when on.

use crate::core::model::{ContractId, CustomerId, EventId, Instant};
use crate::store::engine::args;
use crate::store::{Store, StoreError, Writer};

row! {
    /// A contract as it stands after its last event.
    pub struct ContractRow in "contract" key "id" {
        id: ContractId,
        customer: CustomerId,
        /// `vendor/plan` of the last signing or renewal.
        plan: String,
        zone: Option<String>,
        starts: Instant,
        /// The first instant that what is written does not cover.
        ends: Instant,
        months: u32,
        /// Months that it goes on by itself.
        renews: Option<u32>,
        cancelled: Option<Instant>,
        /// The signing was undone.
        void: bool,
        last: EventId,
    }
}

row! {
    /// The terms that hold for tickets opened from an instant on.
    pub struct TermsRow in "contract_terms" key "contract, starts, event" {
        contract: ContractId,
        starts: Instant,
        /// The signing, amendment or renewal.
        event: EventId,
        plan: String,
        /// Hash of the terms, in hexadecimal.
        hash: String,
    }
}

statements! {
    BY_ID: "SELECT * FROM contract WHERE id = $1"
        => "SEARCH contract USING INTEGER PRIMARY KEY (rowid=?)";
    OF_CUSTOMER: "SELECT * FROM contract WHERE customer = $1 AND void = 0 ORDER BY id"
        => "SEARCH contract USING INDEX contract_customer (customer=?)";
    ALL: "SELECT * FROM contract WHERE void = 0 ORDER BY id" => "SCAN contract";
    TERMS: "SELECT * FROM contract_terms WHERE contract = $1 ORDER BY starts, event"
        => "SEARCH contract_terms USING INDEX sqlite_autoindex_contract_terms_1 (contract=?)";
    FORGET: "DELETE FROM contract_terms WHERE contract = $1"
        => "SEARCH contract_terms USING INDEX sqlite_autoindex_contract_terms_1 (contract=?)";
}

impl Store {
    /// A contract, void or not.
    pub fn contract(&self, id: ContractId) -> Result<Option<ContractRow>, StoreError> {
        self.engine.first(BY_ID, args![id], ContractRow::read)
    }

    /// A customer's contracts, past ones included, in the order of their signing.
    pub fn contracts_of(&self, customer: CustomerId) -> Result<Vec<ContractRow>, StoreError> {
        self.engine
            .rows(OF_CUSTOMER, args![customer], ContractRow::read)
    }

    /// All contracts.
    pub fn contracts(&self) -> Result<Vec<ContractRow>, StoreError> {
        self.engine.rows(ALL, args![], ContractRow::read)
    }

    /// The terms that a contract has had, in the order in which they begin to hold.
    pub fn terms_of(&self, contract: ContractId) -> Result<Vec<TermsRow>, StoreError> {
        self.engine.rows(TERMS, args![contract], TermsRow::read)
    }
}

impl Writer<'_> {
    /// Writes a contract and all the terms that it has had.
    pub fn save_contract(
        &mut self,
        row: &ContractRow,
        terms: &[TermsRow],
    ) -> Result<(), StoreError> {
        row.write(&self.engine)?;
        self.engine.run(FORGET, args![row.id])?;
        for each in terms {
            each.write(&self.engine)?;
        }
        Ok(())
    }
}
