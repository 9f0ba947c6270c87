//! Of what a ticket names, and of its priority.

use super::super::list::{either, listed};
use crate::core::entitlement::{NamedCode as N, PriorityCode as C, UnpromisedMilestone};
use crate::core::terms::RequiredField;

pub(super) fn names(code: &N) -> String {
    match code {
        N::NothingToName => "a ticket need not name anything".to_owned(),
        N::Names { fields } => format!("it names {}", listed(&words(fields))),
        N::MustName { fields } => format!("a ticket must name {}", listed(&words(fields))),
    }
}

fn words(fields: &[RequiredField]) -> Vec<&'static str> {
    fields.iter().map(|field| field.word()).collect()
}

pub(super) fn says(code: &C) -> String {
    match code {
        C::CanHave {
            priorities,
            not_promised,
        } => {
            let can = format!("it can have {}", listed(priorities));
            match not_promised.is_empty() {
                true => can,
                false => format!("{can}; not promised: {}", gaps(not_promised)),
            }
        }
        C::NoPriority => "no priority: it takes no tickets".to_owned(),
        C::NoSuchPriority { priority, plan } => format!("{plan} has no priority {priority}"),
        C::CanBe {
            priority,
            not_promised,
        } => match not_promised.as_slice() {
            [] => format!("it can be {priority}"),
            [one] => format!("it can be {priority}, but {one} is not promised"),
            several => format!(
                "it can be {priority}, but {} are not promised",
                listed(several)
            ),
        },
        C::NeverFor { priority, words } => format!("{priority} is never for {}", either(words)),
    }
}

/// `response at p1, resolution`.
fn gaps(gaps: &[UnpromisedMilestone]) -> String {
    let gap = |gap: &UnpromisedMilestone| match gap.at.is_empty() {
        true => gap.milestone.clone(),
        false => format!("{} at {}", gap.milestone, listed(&gap.at)),
    };
    let gaps: Vec<String> = gaps.iter().map(gap).collect();
    gaps.join(", ")
}
