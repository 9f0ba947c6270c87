//! Terms as they are agreed: a plan with what the two sides settled, worked out, checked for what
//! is still open, and taken into the record.

use super::super::account::contract::still_open;
use crate::context::{Context, Session};
use crate::core::terms::{Agreed, Terms};
use crate::failure::{Failure, Question};
use crate::plans::{Agreement, Document, FoundPlan, OpenTerm, PathValue, Signed};
use crate::wording::contract as words;

/// What the sides settled beside the plan.
pub(super) struct TermsRequest<'w> {
    /// What is in force already: what was agreed on it stays agreed.
    pub before: Option<&'w Document>,
    pub set: &'w [PathValue],
    pub zone: Option<String>,
    pub region: Option<&'w str>,
    /// The zone where neither the plan nor the contract says one.
    pub otherwise: &'w str,
}

/// Terms ready to be signed.
pub(super) struct AgreedTerms {
    pub document: Document,
    pub terms: Terms,
    /// The zone of the contract's days.
    pub zone: String,
    /// What stays open knowingly, or needs no answer.
    pub left_open: Vec<String>,
    /// Paths that were agreed before and have no place in the plan.
    pub lost: Vec<String>,
}

/// The terms of a plan with what is agreed.
///
/// # Errors
/// What cannot be agreed so, or is open and must be settled, by name.
pub(super) fn agree_terms(
    context: &Context,
    found: &FoundPlan,
    request: &TermsRequest<'_>,
) -> Result<AgreedTerms, Failure> {
    let system_names = context.catalogue()?.system_names();
    let mut agreement = Agreement {
        set: request.set.to_vec(),
        zone: request.zone.clone(),
        region: request.region.map(str::to_owned),
    };
    let published = found.document();
    let sign = |agreement: &Agreement| match request.before {
        Some(before) => published.renew(before, agreement, system_names),
        None => Ok((published.agree(agreement, system_names)?, Vec::new())),
    };
    let (mut signed, mut lost) = sign(&agreement)?;
    if signed.terms.zone == Agreed::Open && agreement.zone.is_none() {
        agreement.zone = Some(request.otherwise.to_owned());
        (signed, lost) = sign(&agreement)?;
    }
    if let Some(zone) = &request.zone {
        one_of_the_plan(found, &signed, zone)?;
    }
    let asked = signed.asked_for(system_names);
    if let Some(first) = asked.first() {
        return Err(must_be_agreed(&found.name(), first, &asked));
    }
    let of_plan = signed.terms.zone.settled().cloned();
    let zone = request.zone.clone().or(of_plan);
    Ok(AgreedTerms {
        zone: zone.unwrap_or_else(|| request.otherwise.to_owned()),
        left_open: still_open(&signed.document),
        terms: signed.terms,
        document: signed.document,
        lost,
    })
}

/// A zone must be one of those that the plan lists, where its hours are read in it.
fn one_of_the_plan(found: &FoundPlan, signed: &Signed, zone: &str) -> Result<(), Failure> {
    let asked = signed.unanswered();
    let Some(term) = asked.iter().find(|term| term.path == "zone") else {
        return Ok(());
    };
    let message = words::zone_cannot_be(zone, &found.name(), &term.choices);
    let failure = Failure::usage(message);
    Err(match &term.clause {
        Some(clause) => failure.clause(clause.clone()),
        None => failure,
    })
}

/// What must be settled first; at a terminal it is asked for, one after the other.
fn must_be_agreed(plan: &str, first: &OpenTerm, all: &[OpenTerm]) -> Failure {
    let failure = Failure::usage(words::leaves_open(plan));
    let told = all.iter().fold(failure.kind("unsettled"), |failure, term| {
        let clause = term
            .clause
            .as_ref()
            .map_or_else(String::new, |clause| format!(" ({clause})"));
        let choices = match term.choices.as_slice() {
            [] => String::new(),
            choices => format!(": {}", choices.join(", ")),
        };
        let what = term.what.written();
        failure.fact(format!("{}: {what}{choices}{clause}", term.path))
    });
    let flags: Vec<String> = all.iter().map(OpenTerm::flag).collect();
    let hints = words::settle(&flags, &first.flag_open());
    hints
        .into_iter()
        .fold(told, Failure::hint)
        .asking(Question::Word {
            knows: None,
            asks: first.path.clone(),
            about: first.what.written(),
            flag: Some("--set".to_owned()),
            before: format!("{}=", first.path),
            choices: first.answers(),
        })
}

/// Takes a document into the record, with the zone rules and holidays that its terms name; its
/// hash.
///
/// # Errors
/// An unknown zone or holiday set, or a desk's file that cannot be written.
pub(super) fn keep(
    session: &mut Session<'_>,
    document: &Document,
    terms: &Terms,
) -> Result<String, Failure> {
    session.adopt_for(terms)?;
    session.keep_terms(document, terms)
}
