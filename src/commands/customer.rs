//! Customers.
use super::options::{List, Read, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `customer add`: a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddCustomer {
    pub id: String,
    pub name: Option<String>,
    pub language: Option<String>,
    pub account_manager: Option<String>,
    pub engineer: Option<String>,
    pub zone: Option<String>,
    pub write: Write,
}

/// `customer list`: all customers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListCustomers {
    pub list: List,
}

/// `customer show`: one page a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShowCustomer {
    pub customer: String,
    pub read: Read,
}

/// `customer edit`: changes what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditCustomer {
    pub customer: String,
    pub name: Option<String>,
    pub language: Option<String>,
    pub account_manager: Option<String>,
    pub engineer: Option<String>,
    pub zone: Option<String>,
    pub write: Write,
}

/// `customer add`.
///
/// # Errors
/// Not built yet.
pub fn add(_desk: &mut Desk, _options: &AddCustomer) -> Result<Outcome, Failure> {
    Err(Failure::not_built("customer add"))
}

/// `customer list`.
///
/// # Errors
/// Not built yet.
pub fn list(_desk: &mut Desk, _options: &ListCustomers) -> Result<Outcome, Failure> {
    Err(Failure::not_built("customer list"))
}

/// `customer show`.
///
/// # Errors
/// Not built yet.
pub fn show(_desk: &mut Desk, _options: &ShowCustomer) -> Result<Outcome, Failure> {
    Err(Failure::not_built("customer show"))
}

/// `customer edit`.
///
/// # Errors
/// Not built yet.
pub fn edit(_desk: &mut Desk, _options: &EditCustomer) -> Result<Outcome, Failure> {
    Err(Failure::not_built("customer edit"))
}
