//! The people of the desk.

mod add;
mod edit;
mod facts;
mod list;
mod record;

use super::list_fields::ListFields;

super::verbs! {
    /// What is done to staff.
    Staff {
        #[command(alias = "new")]
        Add(add),
        #[command(alias = "ls")]
        List(list),
        Edit(edit),
    }
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    record::fields().asked(list::KEYS)
}
