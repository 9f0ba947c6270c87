//! Of what a ticket names, and of its priority.

use crate::core::entitlement::{NamedCode as N, PriorityCode as C, UnpromisedMilestone};
use crate::core::terms::RequiredField;
use crate::wording::{Phrase, Spoken, said};

pub(super) fn names(code: &N) -> Phrase {
    match code {
        N::NothingToName => said::found_nothing_to_name(),
        N::Names { fields } => said::found_names(words(fields)),
        N::MustName { fields } => said::found_must_name(words(fields)),
    }
}

fn words(fields: &[RequiredField]) -> Spoken {
    let fields = fields.iter();
    Spoken::All(
        fields
            .map(|field| Spoken::Word(field.word().to_owned()))
            .collect(),
    )
}

pub(super) fn phrase(code: &C) -> Phrase {
    match code {
        C::CanHave {
            priorities,
            not_promised,
        } => match not_promised.is_empty() {
            true => said::found_can_have(priorities_of(priorities)),
            false => said::found_can_have_but(gaps(not_promised), priorities_of(priorities)),
        },
        C::NoPriority => said::found_no_priority(),
        C::NoSuchPriority { priority, plan } => {
            said::found_no_such_priority(Spoken::plan(plan), priority)
        }
        C::CanBe {
            priority,
            not_promised,
        } => match not_promised.as_slice() {
            [] => said::found_can_be(Spoken::priority(priority)),
            [one] => said::found_can_be_but_one(Spoken::milestone(one), Spoken::priority(priority)),
            several => {
                said::found_can_be_but(Spoken::milestones(several), Spoken::priority(priority))
            }
        },
        C::PriorityNotIncluded { priority, plan } => {
            said::found_not_included(Spoken::plan(plan), Spoken::priority(priority))
        }
        C::NeverFor { priority, words } => {
            said::found_never_for(Spoken::priority(priority), Spoken::any_of(words))
        }
    }
}

/// `response at p1, resolution`.
fn gaps(gaps: &[UnpromisedMilestone]) -> Spoken {
    let gap = |gap: &UnpromisedMilestone| match gap.at.is_empty() {
        true => Spoken::milestone(&gap.milestone),
        false => said::found_gap(Spoken::milestone(&gap.milestone), priorities_of(&gap.at)).into(),
    };
    Spoken::List(gaps.iter().map(gap).collect())
}

/// Priorities of which all are meant.
fn priorities_of(ids: &[String]) -> Spoken {
    Spoken::All(Spoken::each(Spoken::priority, ids))
}
