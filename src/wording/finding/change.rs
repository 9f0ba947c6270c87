//! Of a change of priority: the ground, to be set behind `42 stays p2: `.

use super::super::list::listed;
use crate::core::entitlement::{ChangeCode as C, Step};
use crate::core::terms::ChangeTo;

pub(super) fn says(code: &C) -> String {
    match code {
        C::UnknownPriority { priority, plan } => format!("{plan} has no priority `{priority}`"),
        C::AlreadyIs { priority } => format!("it is {priority} already"),
        C::RaisedInOwnWords => "the desk may raise it in its own words".to_owned(),
        C::LoweringNeedsReason => "lowering it needs a reason of the plan".to_owned(),
        C::WishNeedsReason => "what the customer asks for needs a reason of the plan".to_owned(),
        C::NoSuchReason { reason, plan } => format!("{plan} has no reason `{reason}`"),
        C::ReasonNotIncluded { reason, step, plan } => {
            format!("`{reason}` may not {} it on {plan}", verb(*step))
        }
        C::ReasonOfDesk { reason } => format!("`{reason}` is a reason of the desk alone"),
        C::ReasonStartsAt { reason, from } => format!("`{reason}` changes only {}", listed(from)),
        C::ReasonLeadsTo {
            reason,
            step,
            to,
            only,
        } => format!(
            "`{reason}` may not {} it {}",
            verb(*step),
            targets(to, only)
        ),
        C::ByReason {
            title,
            meets,
            corrects,
        } => effect(title, meets, *corrects),
    }
}

fn verb(step: Step) -> &'static str {
    match step {
        Step::Raise => "raise",
        Step::Lower => "lower",
    }
}

fn targets(to: &str, only: &ChangeTo) -> String {
    match only {
        ChangeTo::These(words) => format!("to {to}, only to {}", listed(words)),
        ChangeTo::Lower => format!("to {to}, only to a lower one"),
        ChangeTo::Higher => format!("to {to}, only to a higher one"),
        ChangeTo::Any => format!("to {to}"),
    }
}

/// What a change for a reason brings about.
fn effect(title: &str, meets: &[String], corrects: bool) -> String {
    let mut says = title.to_owned();
    if !meets.is_empty() {
        says.push_str(&format!("; meets {}", listed(meets)));
    }
    if corrects {
        says.push_str("; a breach that it takes back is shown as corrected");
    }
    says
}
