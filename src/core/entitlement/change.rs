//! What a ticket's priority may become, by whose word, and on what ground.
//!
//! The desk may raise a priority in its own words; lowering it, or any change that the customer
//! asks for, needs a reason of the plan.

use super::code::{ChangeCode, Step};
use super::finding::{Finding, Rule};
use super::remedy::Remedy;
use super::request::Request;
use super::rules::{has, never_for, not_included, ruled_out};
use crate::core::model::Side;
use crate::core::terms::{ChangeTo, PriorityChange, Terms};
use crate::core::text::nearest;

/// A change of priority that somebody wants.
#[derive(Clone, Copy, Debug)]
pub struct RequestedChange<'a> {
    /// The priority that it has; none where it has none yet.
    pub from: Option<&'a str>,
    /// The priority that it shall have.
    pub to: &'a str,
    /// The code of a reason of the plan.
    pub reason: Option<&'a str>,
    /// Whose wish it is.
    pub by: Side,
    /// Where the product runs, as the ticket says.
    pub environment: Option<&'a str>,
    /// Which part of the product, as the ticket says.
    pub component: Option<&'a str>,
}

/// Something that a priority may become, or may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PossibleChange {
    /// The priority.
    pub to: String,
    /// A reason of the plan; none where the desk may do it in its own words.
    pub reason: Option<String>,
    /// Who may ask for it.
    pub by: Side,
    /// Verdict, why, clause, and what would allow it.
    pub finding: Finding,
}

/// Whether a priority may be changed so.
pub fn may_change(terms: &Terms, others: &[&Terms], change: &RequestedChange) -> Finding {
    let Some(to) = terms.priority(change.to) else {
        return no_such_priority(terms, change.to);
    };
    let from = change.from.and_then(|from| terms.priority(from));
    if from == Some(to) {
        let priority = terms.priorities[to].id.clone();
        return Finding::refused(Rule::Priority, ChangeCode::AlreadyIs { priority });
    }
    let priority = &terms.priorities[to];
    if !priority.included {
        let with = others.iter().filter(|other| has(other, &priority.id));
        let plans: Vec<String> = with.map(|other| other.name()).collect();
        return Finding::refused(Rule::Priority, not_included(terms, priority))
            .clause(terms, Some(&priority.source), "priorities")
            .remedy((!plans.is_empty()).then_some(Remedy::IncludedIn(plans)));
    }
    if let Some(refused) = never(terms, to, change) {
        return refused;
    }
    match change.reason {
        Some(code) => by_reason(terms, others, change, code, from, to),
        None => in_own_words(terms, change, from, to),
    }
}

fn no_such_priority(terms: &Terms, word: &str) -> Finding {
    let own = terms.own_priorities();
    let ids: Vec<String> = own.map(|(_, priority)| priority.id.clone()).collect();
    let code = ChangeCode::UnknownPriority {
        priority: word.to_owned(),
        plan: terms.name(),
    };
    Finding::refused(Rule::Priority, code).remedy(meant(word, ids))
}

/// The nearest word, else all that there are.
fn meant(word: &str, words: Vec<String>) -> Option<Remedy> {
    match nearest(word, words.iter().map(String::as_str)) {
        Some(near) => Some(Remedy::DidYouMean(near.to_owned())),
        None => (!words.is_empty()).then_some(Remedy::CanBe(words)),
    }
}

/// A priority that this environment or component never has.
fn never(terms: &Terms, to: usize, change: &RequestedChange) -> Option<Finding> {
    let priority = &terms.priorities[to];
    let request = Request {
        environment: change.environment,
        component: change.component,
        ..Request::default()
    };
    let grounds = ruled_out(priority, &request);
    let refused = || {
        let code = never_for(priority, &grounds);
        Finding::refused(Rule::Priority, code).clause(terms, Some(&priority.source), "priorities")
    };
    (!grounds.is_empty()).then(refused)
}

fn raises(from: Option<usize>, to: usize) -> bool {
    from.is_none_or(|from| to < from)
}

fn step(from: Option<usize>, to: usize) -> Step {
    match raises(from, to) {
        true => Step::Raise,
        false => Step::Lower,
    }
}

fn in_own_words(
    terms: &Terms,
    change: &RequestedChange,
    from: Option<usize>,
    to: usize,
) -> Finding {
    if change.by == Side::Desk && raises(from, to) {
        return Finding::allowed(Rule::Priority, ChangeCode::RaisedInOwnWords);
    }
    let fitting: Vec<String> = terms
        .changes
        .iter()
        .filter(|reason| reason.included && leads(terms, reason, from, to))
        .map(|reason| reason.id.clone())
        .collect();
    let code = match change.by {
        Side::Desk => ChangeCode::LoweringNeedsReason,
        Side::Customer => ChangeCode::WishNeedsReason,
    };
    Finding::refused(Rule::Priority, code)
        .clause(terms, None, "priority-changes")
        .remedy(match fitting.is_empty() {
            true => Remedy::NoReason { plan: terms.name() },
            false => Remedy::Reasons(fitting),
        })
}

fn by_reason(
    terms: &Terms,
    others: &[&Terms],
    change: &RequestedChange,
    code: &str,
    from: Option<usize>,
    to: usize,
) -> Finding {
    let Some(reason) = terms.change(code) else {
        return no_such_reason(terms, code);
    };
    let (given, step) = (code.to_owned(), step(from, to));
    let refused = |code| Finding::refused(Rule::Priority, code);
    let finding = if !reason.included {
        let has = |terms: &&&Terms| terms.change(code).is_some_and(|reason| reason.included);
        let plans: Vec<String> = others
            .iter()
            .filter(has)
            .map(|terms| terms.name())
            .collect();
        refused(ChangeCode::ReasonNotIncluded {
            reason: given,
            step,
            plan: terms.name(),
        })
        .remedy((!plans.is_empty()).then_some(Remedy::IncludedIn(plans)))
    } else if change.by == Side::Customer && reason.by == Side::Desk {
        refused(ChangeCode::ReasonOfDesk { reason: given })
    } else if !starts_at(terms, reason, from) {
        refused(ChangeCode::ReasonStartsAt {
            reason: given,
            from: reason.from.clone(),
        })
    } else if !leads(terms, reason, from, to) {
        refused(ChangeCode::ReasonLeadsTo {
            reason: given,
            step,
            to: terms.priorities[to].id.clone(),
            only: reason.to.clone(),
        })
    } else {
        let code = ChangeCode::ByReason {
            title: reason.title.clone(),
            meets: reason.meets.clone(),
            corrects: reason.corrects,
        };
        Finding::allowed(Rule::Priority, code)
    };
    finding.clause(terms, Some(&reason.source), "priority-changes")
}

fn no_such_reason(terms: &Terms, code: &str) -> Finding {
    let codes: Vec<String> = terms
        .changes
        .iter()
        .map(|reason| reason.id.clone())
        .collect();
    let found = ChangeCode::NoSuchReason {
        reason: code.to_owned(),
        plan: terms.name(),
    };
    Finding::refused(Rule::Priority, found).remedy(meant(code, codes))
}

fn starts_at(terms: &Terms, reason: &PriorityChange, from: Option<usize>) -> bool {
    reason.from.is_empty()
        || reason
            .from
            .iter()
            .any(|word| from.is_some() && terms.priority(word) == from)
}

/// Whether a reason leads from one priority to another.
fn leads(terms: &Terms, reason: &PriorityChange, from: Option<usize>, to: usize) -> bool {
    let aim = match &reason.to {
        ChangeTo::Any => true,
        ChangeTo::Lower => !raises(from, to),
        ChangeTo::Higher => raises(from, to),
        ChangeTo::These(words) => words.iter().any(|word| terms.priority(word) == Some(to)),
    };
    aim && starts_at(terms, reason, from)
}

/// Everything that a priority may become now, and what another plan would allow: in the order of
/// the priorities, the desk's own words first.
pub fn possible_changes(
    terms: &Terms,
    others: &[&Terms],
    from: Option<&str>,
    environment: Option<&str>,
    component: Option<&str>,
) -> Vec<PossibleChange> {
    let rank = from.and_then(|from| terms.priority(from));
    let targets = (0..terms.priorities.len()).filter(|to| Some(*to) != rank);
    let mut found = Vec::new();
    for to in targets {
        let id = &terms.priorities[to].id;
        let mut add = |reason: Option<&PriorityChange>, by| {
            let code = reason.map(|reason| reason.id.as_str());
            let change = RequestedChange {
                from,
                to: id,
                reason: code,
                by,
                environment,
                component,
            };
            found.push(PossibleChange {
                to: id.clone(),
                reason: code.map(str::to_owned),
                by,
                finding: may_change(terms, others, &change),
            });
        };
        if raises(rank, to) {
            add(None, Side::Desk);
        }
        for reason in terms
            .changes
            .iter()
            .filter(|reason| leads(terms, reason, rank, to))
        {
            add(Some(reason), reason.by);
        }
    }
    found
}
