//! What a ticket's priority may become, by whose word, and on what ground.
//!
//! The desk may raise a priority in its own words; lowering it, or any change that the customer
//! asks for, needs a reason of the plan.

use super::finding::{Finding, Rule, listed};
use super::request::Request;
use super::rules::{never_for, ruled_out};
use crate::core::model::Side;
use crate::core::terms::{ChangeTo, PriorityChange, Terms};
use crate::core::text::nearest;

/// A change of priority that somebody wants.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    pub from: Option<&'a str>,
    pub to: &'a str,
    /// The code of a reason of the plan.
    pub reason: Option<&'a str>,
    /// Whose wish it is.
    pub by: Side,
    pub environment: Option<&'a str>,
    pub component: Option<&'a str>,
}

/// Something that a priority may become, or may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Possible {
    pub to: String,
    /// A reason of the plan; none where the desk may do it in its own words.
    pub reason: Option<String>,
    /// Who may ask for it.
    pub by: Side,
    /// Verdict, why, clause, and what would allow it.
    pub finding: Finding,
}

/// Whether a priority may be changed so. The verdict's `says` begins with what was given as the
/// ground, to be set behind `42 stays p2: `.
pub fn may_change(terms: &Terms, others: &[&Terms], change: &Change) -> Finding {
    let Some(to) = terms.priority(change.to) else {
        return no_such_priority(terms, change.to);
    };
    let from = change.from.and_then(|from| terms.priority(from));
    if from == Some(to) {
        let says = format!("it is {} already", terms.priorities[to].id);
        return Finding::refused(Rule::Priority, says);
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
    let ids: Vec<&str> = terms.priorities.iter().map(|p| p.id.as_str()).collect();
    let says = format!("{} has no priority `{word}`", terms.name());
    Finding::refused(Rule::Priority, says).remedy(match nearest(word, ids.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it can be {}", listed(&ids)),
    })
}

/// A priority that this environment or component never has.
fn never(terms: &Terms, to: usize, change: &Change) -> Option<Finding> {
    let priority = &terms.priorities[to];
    let request = Request {
        environment: change.environment,
        component: change.component,
        ..Request::default()
    };
    let grounds = ruled_out(priority, &request);
    let refused = || {
        let says = never_for(priority, &grounds);
        Finding::refused(Rule::Priority, says).clause(terms, Some(&priority.source), "priorities")
    };
    (!grounds.is_empty()).then(refused)
}

fn raises(from: Option<usize>, to: usize) -> bool {
    from.is_none_or(|from| to < from)
}

fn verb(from: Option<usize>, to: usize) -> &'static str {
    if raises(from, to) { "raise" } else { "lower" }
}

fn in_own_words(terms: &Terms, change: &Change, from: Option<usize>, to: usize) -> Finding {
    if change.by == Side::Desk && raises(from, to) {
        return Finding::allowed(Rule::Priority, "the desk may raise it in its own words");
    }
    let fitting: Vec<String> = terms
        .changes
        .iter()
        .filter(|reason| reason.included && leads(terms, reason, from, to))
        .map(|reason| format!("`--reason {}`", reason.id))
        .collect();
    let says = match change.by {
        Side::Desk => "lowering it needs a reason of the plan",
        Side::Customer => "what the customer asks for needs a reason of the plan",
    };
    Finding::refused(Rule::Priority, says)
        .clause(terms, None, "priority-changes")
        .remedy(if fitting.is_empty() {
            format!("{} has none for this change", terms.name())
        } else {
            format!("one of these: {}", fitting.join(", "))
        })
}

fn by_reason(
    terms: &Terms,
    others: &[&Terms],
    change: &Change,
    code: &str,
    from: Option<usize>,
    to: usize,
) -> Finding {
    let Some(reason) = terms.change(code) else {
        return no_such_reason(terms, code);
    };
    let verb = verb(from, to);
    let finding = if !reason.included {
        let says = format!("`{code}` may not {verb} it on {}", terms.name());
        Finding::refused(Rule::Priority, says).remedy(plans_with(others, code))
    } else if change.by == Side::Customer && reason.by == Side::Desk {
        Finding::refused(
            Rule::Priority,
            format!("`{code}` is a reason of the desk alone"),
        )
    } else if !starts_at(terms, reason, from) {
        let says = format!("`{code}` changes only {}", listed(&reason.from));
        Finding::refused(Rule::Priority, says)
    } else if !leads(terms, reason, from, to) {
        let says = format!("`{code}` may not {verb} it {}", to_words(terms, reason, to));
        Finding::refused(Rule::Priority, says)
    } else {
        Finding::allowed(Rule::Priority, effect(reason))
    };
    finding.clause(terms, Some(&reason.source), "priority-changes")
}

fn no_such_reason(terms: &Terms, code: &str) -> Finding {
    let codes: Vec<&str> = terms
        .changes
        .iter()
        .map(|reason| reason.id.as_str())
        .collect();
    let says = format!("{} has no reason `{code}`", terms.name());
    Finding::refused(Rule::Priority, says).remedy(match nearest(code, codes.iter().copied()) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None if codes.is_empty() => None,
        None => Some(format!("it can be {}", listed(&codes))),
    })
}

fn plans_with(others: &[&Terms], code: &str) -> Option<String> {
    let has = |terms: &&&Terms| terms.change(code).is_some_and(|reason| reason.included);
    let names: Vec<String> = others
        .iter()
        .filter(has)
        .map(|terms| terms.name())
        .collect();
    match names.len() {
        0 => None,
        1 => Some(format!("{} includes it", names[0])),
        _ => Some(format!("{} include it", listed(&names))),
    }
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

fn to_words(terms: &Terms, reason: &PriorityChange, to: usize) -> String {
    let aim = &terms.priorities[to].id;
    match &reason.to {
        ChangeTo::These(words) => format!("to {aim}, only to {}", listed(words)),
        ChangeTo::Lower => format!("to {aim}, only to a lower one"),
        ChangeTo::Higher => format!("to {aim}, only to a higher one"),
        ChangeTo::Any => format!("to {aim}"),
    }
}

/// What a change for this reason brings about.
fn effect(reason: &PriorityChange) -> String {
    let mut says = reason.title.clone();
    if !reason.meets.is_empty() {
        says.push_str(&format!("; meets {}", listed(&reason.meets)));
    }
    if reason.corrects {
        says.push_str("; a breach that it takes back is shown as corrected");
    }
    says
}

/// Everything that a priority may become now, and what another plan would allow: in the order of
/// the priorities, the desk's own words first.
pub fn possible_changes(
    terms: &Terms,
    others: &[&Terms],
    from: Option<&str>,
    environment: Option<&str>,
    component: Option<&str>,
) -> Vec<Possible> {
    let rank = from.and_then(|from| terms.priority(from));
    let targets = (0..terms.priorities.len()).filter(|to| Some(*to) != rank);
    let mut found = Vec::new();
    for to in targets {
        let id = &terms.priorities[to].id;
        let mut add = |reason: Option<&PriorityChange>, by| {
            let code = reason.map(|reason| reason.id.as_str());
            let change = Change {
                from,
                to: id,
                reason: code,
                by,
                environment,
                component,
            };
            found.push(Possible {
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
