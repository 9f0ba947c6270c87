//! What is typed about customers.

use super::super::options::{List, Read, Write};

/// `customer add`: a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AddCustomer {
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
pub(crate) struct ListCustomers {
    pub list: List,
}

/// `customer show`: one page a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ShowCustomer {
    pub customer: String,
    pub read: Read,
}

/// `customer edit`: changes what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct EditCustomer {
    pub customer: String,
    pub name: Option<String>,
    pub language: Option<String>,
    pub account_manager: Option<String>,
    pub engineer: Option<String>,
    pub zone: Option<String>,
    pub write: Write,
}
