//! Who a report is about, what was agreed with them, and the desk's people: each is read once, when it
//! is first asked for, however many parts of the report ask again.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::context::account_history;
use crate::core::account::Account;
use crate::core::model::CustomerId;
use crate::failure::Failure;
use crate::store::{AsOf, ContractRow, CustomerRow, StoredStaff, Tables, TermsRow};

/// The customers of a report.
pub(super) struct ReportCustomers<'d> {
    tables: Tables<'d>,
    known: AsOf,
    /// Those that the filter names; none: all.
    named: Option<Vec<CustomerId>>,
    rows: OnceCell<Rc<[CustomerRow]>>,
    contracts: OnceCell<Rc<[ContractWithTerms]>>,
    accounts: OnceCell<Rc<[Account]>>,
    staff: OnceCell<Rc<[StoredStaff]>>,
}

/// A contract, and its terms in the order in which they begin to hold.
pub(super) struct ContractWithTerms {
    pub row: ContractRow,
    pub terms: Vec<TermsRow>,
}

impl<'d> ReportCustomers<'d> {
    /// Those that are named, else all; nothing is read yet.
    pub(super) fn of(
        tables: Tables<'d>,
        known: AsOf,
        named: Option<Vec<CustomerId>>,
    ) -> ReportCustomers<'d> {
        ReportCustomers {
            tables,
            known,
            named,
            rows: OnceCell::new(),
            contracts: OnceCell::new(),
            accounts: OnceCell::new(),
            staff: OnceCell::new(),
        }
    }

    /// Whether that one can be among them.
    pub(super) fn covers(&self, customer: CustomerId) -> bool {
        let named = self.named.as_ref();
        named.is_none_or(|named| named.contains(&customer))
    }

    /// By key.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn rows(&self) -> Result<Rc<[CustomerRow]>, Failure> {
        once(&self.rows, || {
            let Some(named) = &self.named else {
                return Ok(self.tables.customers()?);
            };
            let mut rows = Vec::new();
            for id in named {
                rows.extend(self.tables.customer(*id)?.filter(|row| !row.void));
            }
            rows.sort_by(|a, b| a.key.cmp(&b.key));
            Ok(rows)
        })
    }

    /// One of them, or whoever else a ticket was moved from or to.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn row(&self, id: CustomerId) -> Result<Option<CustomerRow>, Failure> {
        let rows = self.rows()?;
        match rows.iter().find(|row| row.id == id) {
            Some(row) => Ok(Some(row.clone())),
            None => Ok(self.tables.customer(id)?),
        }
    }

    /// Their contracts, by number.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn contracts(&self) -> Result<Rc<[ContractWithTerms]>, Failure> {
        once(&self.contracts, || {
            let mut all = Vec::new();
            for customer in self.rows()?.iter() {
                for row in self.tables.contracts_of(customer.id)? {
                    let terms = self.tables.terms_of(row.id)?;
                    all.push(ContractWithTerms { row, terms });
                }
            }
            all.sort_by_key(|contract| contract.row.id);
            Ok(all)
        })
    }

    /// The desk's people, by key.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn staff(&self) -> Result<Rc<[StoredStaff]>, Failure> {
        once(&self.staff, || Ok(self.tables.staff()?))
    }

    /// Their accounts by key, as far as they are known.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn accounts(&self) -> Result<Rc<[Account]>, Failure> {
        once(&self.accounts, || {
            let mut all = Vec::new();
            for row in self.rows()?.iter() {
                let history = account_history(self.tables.store(), row.id, self.known)?;
                all.extend(Account::of(&history));
            }
            Ok(all)
        })
    }
}

fn once<T>(
    cell: &OnceCell<Rc<[T]>>,
    read: impl FnOnce() -> Result<Vec<T>, Failure>,
) -> Result<Rc<[T]>, Failure> {
    if let Some(known) = cell.get() {
        return Ok(Rc::clone(known));
    }
    let read: Rc<[T]> = read()?.into();
    Ok(Rc::clone(cell.get_or_init(|| read)))
}
