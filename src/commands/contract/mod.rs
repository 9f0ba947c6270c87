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
mod show;
mod sign;
mod written_contract;

pub(super) use deadline_changes::{fields as deadline_fields, tickets};

pub(super) use list::fields;

super::verbs! {
    /// What is done to contracts.
    ContractVerbs {
        Sign(sign::ContractSign),
        Amend(amend::ContractAmend),
        Renew(renew::ContractRenew),
        Cancel(cancel::ContractCancel),
        Adjust(adjust::ContractAdjust),
        #[command(alias = "ls")]
        List(list::ContractList),
        Show(show::ContractShow),
    }
}
