//! Configuration, with where each value comes from.

mod check;
mod show;

use super::list_fields::ListFields;

super::verbs! {
    /// What is asked of the configuration.
    ConfigVerbs {
        Show(show::ConfigShow),
        Check(check::ConfigCheck),
    }
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    show::fields()
}
