//! Contacts: the people whom a contract authorises.

mod add;
mod after;
mod change;
mod edit;
mod facts;
mod last_day;
mod list;
mod named;
mod page;
mod qualification;
mod revoke;
mod show;

pub(super) use add::add_to;
pub(super) use edit::edit_of;
pub(super) use facts::ContactFacts;
pub(super) use last_day::LastDay;

pub(super) use list::fields;

super::verbs! {
    /// What is done to contacts.
    ContactVerbs {
        #[command(alias = "new")]
        Add(add::ContactAdd),
        #[command(alias = "ls")]
        List(list::ContactList),
        Show(show::ContactShow),
        Edit(edit::ContactEdit),
        Revoke(revoke::ContactRevoke),
    }
}
