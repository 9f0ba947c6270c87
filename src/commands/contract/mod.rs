//! Contracts: a subscription to a plan, from signing to cancelling.

mod adjust;
mod after;
mod agree;
mod amend;
mod cancel;
mod deadline_changes;
mod list;
mod overlap_warnings;
mod page;
mod paths;
mod renew;
mod said;
mod show;
mod sign;

pub(super) use deadline_changes::tickets;

super::verbs! {
    /// What is done to contracts.
    Contract {
        Sign(sign),
        Amend(amend),
        Renew(renew),
        Cancel(cancel),
        Adjust(adjust),
        List(list),
        Show(show),
    }
}
