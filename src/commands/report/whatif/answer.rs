//! All that the comparison tells, before it is written in any format.

use std::collections::BTreeSet;

use super::super::moved::MovedSince;
use super::super::scope::Scope;
use super::cases::EvaluatedRequest;
use super::contract_sides::AllContractSides;
use super::other_terms::{OtherTerms, OtherTermsName};
use super::replay::replay;
use super::sides::{BreachSide, side};
use crate::context::Context;
use crate::core::model::TicketNo;
use crate::core::report::{Comparison, compare};
use crate::core::terms::Terms;
use crate::failure::Failure;
use crate::wording::Phrase;

/// All that the comparison tells, before it is written in any format.
pub(super) struct WhatifAnswer {
    pub comparison: Comparison,
    pub plan: Vec<String>,
    pub plan_then: Vec<OtherTermsName>,
    /// The terms under which tickets would have been opened last.
    pub terms_then: Vec<Terms>,
    pub hash: Vec<String>,
    pub hash_then: Vec<String>,
    pub price: Vec<Phrase>,
    pub price_then: Vec<Phrase>,
    /// Requests that the other terms would have refused, and those that they would have allowed.
    pub refused: Vec<EvaluatedRequest>,
    pub allowed: Vec<EvaluatedRequest>,
    /// Tickets without clocks under the other terms, which would have refused them.
    pub left_out: BTreeSet<TicketNo>,
    /// What the other terms do not promise: no clock runs on it.
    pub open: Vec<String>,
    /// The same, in a reader's words.
    pub open_said: Vec<Phrase>,
}

impl WhatifAnswer {
    /// Replays the period under both.
    ///
    /// # Errors
    /// The desk's file cannot be read, or the terms cannot be set so.
    pub(super) fn of(
        context: &Context,
        scope: &mut Scope<'_>,
        other: &OtherTerms,
    ) -> Result<WhatifAnswer, Failure> {
        let mut all_sides = AllContractSides::of(context, scope, other)?;
        let moved = MovedSince::read(context, scope)?;
        let replayed = replay(scope, &moved, &mut all_sides)?;
        let order = all_sides.milestones();
        let terms_then = all_sides.terms_then();
        Ok(WhatifAnswer {
            comparison: compare(&replayed.now, &replayed.then, &scope.window, &order),
            plan: all_sides.each(|sides| sides.now.last().map(|(_, terms)| terms.name())),
            plan_then: all_sides.each(|sides| Some(other.name(&sides.then.last()?.1))),
            terms_then,
            hash: all_sides.each(|sides| Some(sides.document.hash())),
            hash_then: all_sides.each(|sides| Some(sides.document_then.hash())),
            price: all_sides.prices(|sides| &sides.document, scope.language),
            price_then: all_sides.prices(|sides| &sides.document_then, scope.language),
            refused: replayed.refused,
            allowed: replayed.allowed,
            left_out: replayed.left_out,
            open: all_sides.open_then(),
            open_said: all_sides.open_then_said(scope.language),
        })
    }

    pub(super) fn gained(&self) -> Vec<BreachSide> {
        let gained = self.comparison.gained.iter();
        gained.map(|one| side(one, "not-promised")).collect()
    }

    pub(super) fn lost(&self) -> Vec<BreachSide> {
        let lost = self.comparison.lost.iter();
        lost.map(|one| match self.left_out.contains(&one.unit.0) {
            true => side(one, "refused"),
            false => side(one, "not-promised"),
        })
        .collect()
    }
}
