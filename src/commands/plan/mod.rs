//! Plans: what vendors promise.

mod check;
mod compare;
mod diff;
mod files;
mod keys;
mod lines;
mod list;
mod named;
mod new;
mod show;
mod test;

use super::list_fields::ListFields;

super::verbs! {
    /// What is done with plans.
    PlanVerbs {
        #[command(alias = "ls")]
        List(list::PlanList),
        Show(show::PlanShow),
        Compare(compare::PlanCompare),
        Diff(diff::PlanDiff),
        Check(check::PlanCheck),
        Test(test::PlanTest),
        New(new::PlanNew),
        Keys(keys::PlanKeys),
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
        keys::fields(),
    ]
}
