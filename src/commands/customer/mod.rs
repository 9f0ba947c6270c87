//! Customers.

mod add;
mod edit;
mod facts;
mod list;
mod page;
mod show;

super::verbs! {
    /// What is done to customers.
    Customer {
        Add(add),
        List(list),
        Show(show),
        Edit(edit),
    }
}
