//! What happened to a ticket.

use crate::core::model::{ClosedAs, Edited, EventText, Fact, Opened, Prioritised, Side, WaitingOn};
use crate::core::text::WordList;
use crate::wording::{NameKind, Phrase, Spoken, column, said};

fn opened_as(opened: &Opened) -> Phrase {
    let priority = opened.priority.as_deref().map(Spoken::priority);
    match (&opened.refused, &opened.overridden, priority) {
        (refused, _, None) if !refused.is_empty() => said::event_asked(rules(refused)),
        (refused, _, Some(priority)) if !refused.is_empty() => {
            said::event_asked_as(priority, rules(refused))
        }
        (_, forgiven, None) if !forgiven.is_empty() => said::event_opened_forgiven(rules(forgiven)),
        (_, forgiven, Some(priority)) if !forgiven.is_empty() => {
            said::event_opened_as_forgiven(priority, rules(forgiven))
        }
        (_, _, Some(priority)) => said::event_opened_as(priority),
        (_, _, None) => said::event_opened(),
    }
}

fn rules(rules: &[String]) -> Spoken {
    Spoken::List(rules.iter().cloned().map(Spoken::Word).collect())
}

fn prioritised(change: &Prioritised) -> Phrase {
    let to = Spoken::priority(&change.to);
    match (&change.reason, change.by) {
        (None, Side::Desk) => said::event_priority(to),
        (None, Side::Customer) => said::event_priority_asked(to),
        (Some(reason), Side::Desk) => said::event_priority_reason(to, reason_of(reason)),
        (Some(reason), Side::Customer) => said::event_priority_reason_asked(to, reason_of(reason)),
    }
}

fn reason_of(code: &str) -> Spoken {
    Spoken::named(NameKind::Reason, code)
}

fn allowance(id: &str) -> Spoken {
    Spoken::named(NameKind::Allowance, id)
}

/// What an event of a ticket says; none when it is of another stream.
pub(super) fn phrase(fact: &Fact) -> Option<Phrase> {
    Some(match fact {
        Fact::Opened(opened) => opened_as(opened),
        Fact::Acknowledged(_) => said::event_acknowledged(),
        Fact::PriorityConfirmed(_) => said::event_priority_confirmed(),
        Fact::Agreed(agreed) => said::event_agreed(
            Spoken::milestone(&agreed.milestone),
            Spoken::Target(agreed.within.to_string()),
        ),
        Fact::Replied(_) => said::event_replied(),
        Fact::CustomerReplied(replied) => match &replied.asks {
            Some(kind) => said::event_customer_asks(kind),
            None => said::event_customer_replied(),
        },
        Fact::Noted(_) => said::event_noted(),
        Fact::Resumed(_) => said::event_resumed(),
        Fact::Assigned(assigned) => match &assigned.to {
            Some(to) => said::event_assigned(to),
            None => said::event_assigned_to_nobody(),
        },
        Fact::Escalated(escalated) => said::event_escalated(&escalated.line),
        Fact::ActMarked(marked) => said::event_marked(Spoken::act(&marked.act)),
        Fact::MarkWithdrawn(withdrawn) => said::event_mark_withdrawn(Spoken::act(&withdrawn.act)),
        Fact::Worked(worked) => said::event_worked(Spoken::Seconds(worked.spent)),
        Fact::Prioritised(change) => prioritised(change),
        Fact::Exempted(exempted) => {
            said::event_exempted(Spoken::named(NameKind::Exclusion, &exempted.ground))
        }
        Fact::Lapsed(lapsed) => said::event_lapsed(allowance(&lapsed.allowance)),
        Fact::Restored(restored) => said::event_restored(allowance(&restored.allowance)),
        Fact::Recalculated(_) => said::event_recalculated(),
        Fact::Caused(caused) => match &caused.code {
            Some(code) => said::event_cause_code(code, Spoken::milestone(&caused.milestone)),
            None => said::event_cause(Spoken::milestone(&caused.milestone)),
        },
        Fact::Resolved(_) => said::event_resolved(),
        Fact::Reopened(_) => said::event_reopened(),
        Fact::Closed(closed) => match closed.r#as {
            ClosedAs::Done => said::event_closed(),
            other => said::event_closed_as(Spoken::Word(other.word().to_owned())),
        },
        Fact::Moved(moved) => match (moved.contract, moved.terms) {
            (Some(contract), Some(terms)) => {
                said::event_moved_under(contract.to_string(), terms.to_string())
            }
            (Some(contract), None) => said::event_moved_to(contract.to_string()),
            (None, _) => said::event_moved(),
        },
        Fact::Entitled(entitled) => said::event_entitled(entitled.contract.to_string()),
        Fact::Tagged(tagged) => {
            let added = tagged.add.iter().map(|tag| format!("+{tag}"));
            let dropped = tagged.drop.iter().map(|tag| format!("-{tag}"));
            let all: Vec<String> = added.chain(dropped).collect();
            said::as_it_is(all.join(" "))
        }
        Fact::Linked(link) => said::event_linked(link.kind.to_string(), link.to.to_string()),
        Fact::Unlinked(link) => said::event_unlinked(link.kind.to_string(), link.to.to_string()),
        Fact::Merged(merged) => said::event_merged(merged.into.to_string()),
        Fact::Absorbed(absorbed) => said::event_absorbed(absorbed.from.to_string()),
        Fact::Undone(undone) => said::event_undone(format!("e{}", undone.entry)),
        _ => return None,
    })
}

/// For whom it waits, and until when it is not looked at.
pub(super) fn waits(on: WaitingOn, until: Option<String>) -> Phrase {
    let waits = match on {
        WaitingOn::Customer => said::event_waiting_customer(),
        WaitingOn::Vendor => said::event_waiting_vendor(),
        WaitingOn::ThirdParty => said::event_waiting_third_party(),
    };
    match until {
        Some(until) => said::event_waiting_until(until, waits),
        None => waits,
    }
}

/// An estimate, and who was told.
pub(super) fn estimated(eta: &str, told: Option<&str>) -> Phrase {
    match told {
        Some(told) => said::event_estimated_told(eta, told),
        None => said::event_estimated(eta),
    }
}

/// What the ticket names from now on; what was erased of it is left out.
pub(super) fn edited(edited: &Edited, text: &EventText) -> Phrase {
    let subject = text.subject.as_ref();
    let subject = subject.map(|subject| ("subject", format!("\"{subject}\"")));
    let words = edited.words.iter();
    let words = words.map(|(word, value)| (word.key(), value.to_owned()));
    let language = edited.language.iter();
    let language = language.map(|language| ("language", language.clone()));
    let asks = edited.asks.iter();
    let asks = asks.map(|kind| ("asks", kind.clone()));
    let named = subject.into_iter().chain(words).chain(language).chain(asks);
    let mut fields: Vec<Spoken> = named
        .map(|(key, value)| said::event_edited_field(field(key), value).into())
        .collect();
    if edited.contact.is_some() {
        fields.push(said::event_edited_contact().into());
    }
    match fields.is_empty() {
        true => said::event_edited(),
        false => said::event_edited_as(Spoken::List(fields)),
    }
}

/// As the column of that field is called.
fn field(key: &str) -> Spoken {
    match column(key) {
        Some(key) => Phrase {
            key,
            values: Vec::new(),
        }
        .into(),
        None => key.into(),
    }
}
