//! What a fact means to milestones: which acts of the closed lists of plan files it is.

use crate::core::model::{Fact, Side};
use crate::core::terms::{MilestoneAct, Start};

/// The acts that can meet a milestone.
pub(super) fn meets(fact: &Fact) -> &'static [MilestoneAct] {
    match fact {
        Fact::Acknowledged(_) => &[MilestoneAct::Acknowledged],
        Fact::PriorityConfirmed(_) => &[MilestoneAct::PriorityConfirmed],
        // a waiting implies a word to the customer
        Fact::Replied(_) | Fact::Waiting(_) => &[MilestoneAct::Replied, MilestoneAct::Acknowledged],
        Fact::Assigned(assigned) if assigned.to.is_some() => &[MilestoneAct::Assigned],
        Fact::Promised(_) => &[MilestoneAct::Eta],
        Fact::Prioritised(change) if change.by == Side::Desk => &[MilestoneAct::PriorityConfirmed],
        Fact::Resolved(_) => &[MilestoneAct::Resolved],
        Fact::Closed(_) => &[MilestoneAct::Closed],
        _ => &[],
    }
}

/// The acts that can start a milestone.
pub(super) fn starts(fact: &Fact) -> &'static [Start] {
    match fact {
        Fact::Opened(_) => &[Start::Opened],
        Fact::Acknowledged(_) => &[Start::Acknowledged],
        Fact::PriorityConfirmed(_) => &[Start::PriorityConfirmed],
        Fact::Replied(_) | Fact::Waiting(_) => &[Start::Replied, Start::Acknowledged],
        Fact::CustomerReplied(_) => &[Start::CustomerReplied],
        Fact::Assigned(assigned) if assigned.to.is_some() => &[Start::Assigned],
        Fact::Promised(_) => &[Start::Eta],
        Fact::Prioritised(change) if change.by == Side::Desk => &[Start::PriorityConfirmed],
        Fact::Resolved(_) => &[Start::Resolved],
        Fact::Reopened(_) => &[Start::Reopened],
        _ => &[],
    }
}
