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

super::verbs! {
    /// What is done with plans.
    Plan {
        List(list),
        Show(show),
        Compare(compare),
        Diff(diff),
        Check(check),
        Test(test),
        New(new),
    }
}
