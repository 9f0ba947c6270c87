//! Customers.

mod add;
mod edit;
mod facts;
mod list;
mod page;
mod show;

pub(super) use list::fields;

super::verbs! {
    /// What is done to customers.
    Customer {
        #[command(alias = "new")]
        Add(add),
        #[command(alias = "ls")]
        List(list),
        Show(show),
        Edit(edit),
    }
}
