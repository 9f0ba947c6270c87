//! What a fact means to milestones: which acts it is, of the closed lists of plan files or of a
//! plan's own.

use std::borrow::Cow;

use crate::core::model::{ActMarked, Fact, Side};
use crate::core::terms::{MilestoneAct, Start, Terms};

/// The acts that can meet a milestone.
pub(super) fn meets(fact: &Fact, terms: Option<&Terms>) -> Cow<'static, [MilestoneAct]> {
    if let Fact::ActMarked(marked) = fact {
        let own = terms.map_or_else(Vec::new, |terms| marked_as(marked, terms));
        return Cow::Owned(own);
    }
    Cow::Borrowed(match fact {
        Fact::Acknowledged(_) => &[MilestoneAct::Acknowledged],
        Fact::PriorityConfirmed(_) => &[MilestoneAct::PriorityConfirmed],
        // a waiting implies a word to the customer
        Fact::Replied(_) | Fact::Waiting(_) => &[MilestoneAct::Replied, MilestoneAct::Acknowledged],
        Fact::Assigned(assigned) if assigned.to.is_some() => &[MilestoneAct::Assigned],
        Fact::Promised(_) => &[MilestoneAct::Eta],
        Fact::Prioritised(change) if change.by == Side::Desk => &[MilestoneAct::PriorityConfirmed],
        Fact::Escalated(_) => &[MilestoneAct::Escalated],
        Fact::Resolved(_) => &[MilestoneAct::Resolved],
        Fact::Closed(_) => &[MilestoneAct::Closed],
        _ => &[],
    })
}

/// An act of the plan; of which the customer is told, that is a reply too.
fn marked_as(marked: &ActMarked, terms: &Terms) -> Vec<MilestoneAct> {
    let Some(act) = terms.act(&marked.act) else {
        return Vec::new();
    };
    let mut acts = vec![MilestoneAct::OfPlan(act.id.clone())];
    if act.answers {
        acts.extend([MilestoneAct::Replied, MilestoneAct::Acknowledged]);
    }
    acts
}

/// The acts that can start a milestone.
pub(super) fn starts(fact: &Fact, terms: &Terms) -> Cow<'static, [Start]> {
    if let Fact::ActMarked(marked) = fact {
        let as_start = |act| match act {
            MilestoneAct::OfPlan(act) => Some(Start::OfPlan(act)),
            MilestoneAct::Replied => Some(Start::Replied),
            MilestoneAct::Acknowledged => Some(Start::Acknowledged),
            _ => None,
        };
        let acts = marked_as(marked, terms).into_iter();
        return acts.filter_map(as_start).collect();
    }
    Cow::Borrowed(match fact {
        Fact::Opened(_) => &[Start::Opened],
        Fact::Acknowledged(_) => &[Start::Acknowledged],
        Fact::PriorityConfirmed(_) => &[Start::PriorityConfirmed],
        Fact::Replied(_) | Fact::Waiting(_) => &[Start::Replied, Start::Acknowledged],
        Fact::CustomerReplied(_) => &[Start::CustomerReplied],
        Fact::Assigned(assigned) if assigned.to.is_some() => &[Start::Assigned],
        Fact::Promised(_) => &[Start::Eta],
        Fact::Prioritised(change) if change.by == Side::Desk => &[Start::PriorityConfirmed],
        Fact::Escalated(_) => &[Start::Escalated],
        Fact::Resolved(_) => &[Start::Resolved],
        Fact::Reopened(_) => &[Start::Reopened],
        _ => &[],
    })
}
