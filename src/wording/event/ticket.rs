//! What happened to a ticket.

use crate::core::model::{ClosedAs, Fact, Opened, Side, WaitingOn};
use crate::core::text::WordList;
use crate::core::time::open_time;

fn opened_as(opened: &Opened) -> String {
    let priority = opened.priority.as_ref();
    let priority = priority.map_or_else(String::new, |priority| format!(" as {priority}"));
    if !opened.refused.is_empty() {
        format!(
            "asked for{priority}, refused: {}",
            opened.refused.join(", ")
        )
    } else if !opened.overridden.is_empty() {
        let forgiven = opened.overridden.join(", ");
        format!("opened{priority}, forgiven: {forgiven}")
    } else {
        format!("opened{priority}")
    }
}

/// What an event of a ticket says; none when it is of another stream.
pub(super) fn what(fact: &Fact) -> Option<String> {
    Some(match fact {
        Fact::Opened(opened) => opened_as(opened),
        Fact::Acknowledged(_) => "acknowledged".to_owned(),
        Fact::PriorityConfirmed(_) => "confirmed the priority".to_owned(),
        Fact::Agreed(agreed) => format!("agreed {} within {}", agreed.milestone, agreed.within),
        Fact::Replied(_) => "replied".to_owned(),
        Fact::CustomerReplied(_) => "heard from the customer".to_owned(),
        Fact::Noted(_) => "noted".to_owned(),
        Fact::Resumed(_) => "resumed".to_owned(),
        Fact::Assigned(assigned) => match &assigned.to {
            Some(to) => format!("assigned to {to}"),
            None => "assigned to nobody".to_owned(),
        },
        Fact::Escalated(escalated) => format!("escalated to {}", escalated.line),
        Fact::Worked(worked) => {
            format!("worked {}", open_time(worked.spent))
        }
        Fact::Prioritised(change) => {
            let by = match change.by {
                Side::Desk => "",
                Side::Customer => ", asked for by the customer",
            };
            match &change.reason {
                Some(reason) => format!("set priority {} ({reason}{by})", change.to),
                None => format!("set priority {}{by}", change.to),
            }
        }
        Fact::Exempted(exempted) => format!("exempted: {}", exempted.ground),
        Fact::Lapsed(lapsed) => format!("{} used up", lapsed.allowance),
        Fact::Restored(restored) => format!("{} there again", restored.allowance),
        Fact::Recalculated(_) => {
            "clocks worked out anew under other holidays or zone rules".to_owned()
        }
        Fact::Caused(caused) => match &caused.code {
            Some(code) => format!("gave the cause of the {} breach: {code}", caused.milestone),
            None => format!("gave the cause of the {} breach", caused.milestone),
        },
        Fact::Resolved(_) => "resolved".to_owned(),
        Fact::Reopened(_) => "reopened".to_owned(),
        Fact::Closed(closed) => match closed.r#as {
            ClosedAs::Done => "closed".to_owned(),
            other => format!("closed as {}", other.word()),
        },
        Fact::Edited(_) => "edited".to_owned(),
        Fact::Moved(moved) => match (moved.contract, moved.terms) {
            (Some(contract), Some(terms)) => {
                format!("moved to contract {contract}, terms of event {terms}")
            }
            (Some(contract), None) => format!("moved to contract {contract}"),
            (None, _) => "moved".to_owned(),
        },
        Fact::Entitled(entitled) => format!("entitled under contract {}", entitled.contract),
        Fact::Tagged(tagged) => {
            let added = tagged.add.iter().map(|tag| format!("+{tag}"));
            let dropped = tagged.drop.iter().map(|tag| format!("-{tag}"));
            added.chain(dropped).collect::<Vec<_>>().join(" ")
        }
        Fact::Linked(link) => format!("linked to {} ({})", link.to, link.kind),
        Fact::Unlinked(link) => format!("no longer linked to {} ({})", link.to, link.kind),
        Fact::Merged(merged) => format!("merged into {}", merged.into),
        Fact::Absorbed(absorbed) => format!("took in {}", absorbed.from),
        Fact::Undone(undone) => format!("undid e{}", undone.entry),
        _ => return None,
    })
}

/// For whom it waits, and until when it is not looked at.
pub(super) fn waits(on: WaitingOn, until: Option<&str>) -> String {
    match until {
        Some(until) => format!("waits for the {} until {until}", on.word()),
        None => format!("waits for the {}", on.word()),
    }
}

/// An estimate, and who was told.
pub(super) fn estimated(eta: &str, told: Option<&str>) -> String {
    match told {
        Some(told) => format!("estimated for {eta}, told {told}"),
        None => format!("estimated for {eta}"),
    }
}
