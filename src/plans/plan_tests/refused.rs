//! What of a case the commands would refuse.

use super::rules::CaseRules;
use crate::core::entitlement::{RequestedChange, Verdict, may_change};
use crate::core::model::{Coded, Event, Fact, TicketWord, TicketWords};
use crate::core::sla::{Ticket, fold};
use crate::core::terms::Terms;
use crate::core::time::{LocalNow, written_moment};

/// Changes of priority that the plan does not allow.
pub(super) fn refused(terms: &Terms, events: &[Event]) -> Vec<String> {
    let mut now: Option<String> = None;
    let mut words = TicketWords::default();
    let mut failures = Vec::new();
    for event in events {
        match &event.fact {
            Fact::Opened(opened) => {
                now.clone_from(&opened.priority);
                words.take_over(&opened.words);
            }
            Fact::Edited(edited) => words.take_over(&edited.words),
            Fact::Prioritised(change) => {
                let from = now.replace(change.to.clone());
                let requested = RequestedChange {
                    from: from.as_deref(),
                    to: &change.to,
                    reason: change.reason.as_deref(),
                    by: change.by,
                    environment: words.get(TicketWord::Environment),
                    component: words.get(TicketWord::Component),
                };
                if may_change(terms, &[], &requested).verdict == Verdict::Refused {
                    let reason = requested.reason.map(|reason| format!(" {reason}"));
                    let act = format!("priority {}{}", change.to, reason.unwrap_or_default());
                    failures.push(not_allowed(&act, from.as_deref()));
                }
            }
            _ => {}
        }
    }
    failures
}

/// Targets that are agreed on where the plan does not leave them to be agreed: by the ticket as it
/// was then.
pub(super) fn not_negotiable(rules: &CaseRules, events: &[Event]) -> Vec<String> {
    let mut failures = Vec::new();
    for event in events {
        let Fact::Agreed(agreed) = &event.fact else {
            continue;
        };
        let before = |other: &&Event| (other.at, other.id) < (event.at, event.id);
        let before: Vec<&Event> = events.iter().filter(before).collect();
        let Some(ticket) = fold(&before, rules) else {
            continue;
        };
        let priority = ticket.priority.as_deref();
        let may = |priority: &str| {
            let known = rules.terms.milestone(&agreed.milestone)?;
            let kind = ticket.kind_of(&agreed.milestone);
            Some(rules.terms.may_be_agreed(known, priority, kind))
        };
        if priority.and_then(may) != Some(true) {
            failures.push(not_allowed(
                &format!("agree {}", agreed.milestone),
                priority,
            ));
        }
    }
    failures
}

/// What means nothing where it stands. Nothing in a case is late: a command would refuse each.
pub(super) fn without_meaning(
    ticket: &Ticket,
    events: &[Event],
    here: LocalNow<'_>,
) -> Vec<String> {
    let mut failures = Vec::new();
    for (id, remark) in &ticket.remarks {
        let Some(event) = events.iter().find(|event| event.id == *id) else {
            continue;
        };
        let (kind, when) = (event.fact.kind(), written_moment(event.at, here));
        let why = Coded::of(remark).code;
        failures.push(format!("`{kind}` means nothing at {when}: {why}"));
    }
    failures
}

/// An act of a case that the command would refuse, at the priority that the ticket has then.
fn not_allowed(act: &str, priority: Option<&str>) -> String {
    format!(
        "the plan does not allow `{act}` at {}",
        priority.unwrap_or_default()
    )
}
