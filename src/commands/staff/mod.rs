//! The people of the desk.

mod add;
mod edit;
mod facts;
mod list;
mod record;

pub(super) use record::known;

use super::list_fields::ListFields;

super::verbs! {
    /// What is done to staff.
    StaffVerbs {
        #[command(alias = "new")]
        Add(add::StaffAdd),
        #[command(alias = "ls")]
        List(list::StaffList),
        Edit(edit::StaffEdit),
    }
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    record::fields().asked(list::KEYS)
}
