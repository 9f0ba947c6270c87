//! The people of the desk.

mod add;
mod edit;
mod facts;
mod list;
mod record;

super::verbs! {
    /// What is done to staff.
    Staff {
        Add(add),
        List(list),
        Edit(edit),
    }
}
