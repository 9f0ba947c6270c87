//! Customers.

mod add;
mod edit;
mod facts;
mod list;
mod page;
mod show;

pub(super) use list::{KEYS, fields};

super::verbs! {
    /// What is done to customers.
    CustomerVerbs {
        #[command(alias = "new")]
        Add(add::CustomerAdd),
        #[command(alias = "ls")]
        List(list::CustomerList),
        Show(show::CustomerShow),
        Edit(edit::CustomerEdit),
    }
}
