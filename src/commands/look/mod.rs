//! What to do first, what is too late, why, and what was done.

mod clock_causes;
mod explain;
mod explained;
mod ledger;
mod ledger_rows;
mod live;
mod next;
mod overdue;
mod overview;

pub(crate) use overview::overview;

use super::{log, may, undo};

use super::list_fields::ListFields;

super::verbs_of_program! {
    /// What to do first, what is too late, why, and what was done.
    LookVerbs {
        Next(next::Next),
        Overdue(overdue::Overdue),
        Explain(explain::Explain),
        #[command(alias = "entitlement")]
        May(may::May),
        Log(log::Log),
        Undo(undo::Undo),
    }
}

/// The fields of the lists.
pub(super) fn fields() -> Vec<ListFields> {
    vec![next::fields(), overdue::fields(), explain::fields()]
}
