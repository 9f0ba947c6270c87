//! Plans: what vendors promise.

mod check;
mod compare;
mod diff;
mod files;
mod list;
mod named;
mod new;
mod show;
mod test;

use super::list_fields::ListFields;

super::verbs! {
    /// What is done with plans.
    Plan {
        #[command(alias = "ls")]
        List(list),
        Show(show),
        Compare(compare),
        Diff(diff),
        Check(check),
        Test(test),
        New(new),
    }
}

/// The fields of the lists.
pub(super) fn fields() -> Vec<ListFields> {
    vec![
        list::fields(),
        show::fields(),
        compare::fields(),
        diff::fields(),
        check::fields(),
        test::fields(),
    ]
}
