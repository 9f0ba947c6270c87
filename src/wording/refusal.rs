//! The contract says no.

use super::finding::says;
use super::list::{listed, verb};
use super::remedy::{fact, remedy};
use crate::core::entitlement::{
    Evaluation, Finding, Forgiven, Rule, SeatCode, SeatRefusal, SeatRemedy,
};
use crate::failure::Failure;

/// What a finding says, with its clause behind it.
pub(crate) fn with_clause(finding: &Finding) -> String {
    let says = says(finding);
    match &finding.clause {
        Some(clause) => format!("{says} ({clause})"),
        None => says,
    }
}

/// A ticket was to be opened, and rules refuse; none when nothing refuses but what is forgiven.
pub(crate) fn refusal(
    evaluation: &Evaluation,
    customer: &str,
    overridden: &[Rule],
) -> Option<Failure> {
    let refused = evaluation.unforgiven(overridden);
    let (first, more) = refused.split_first()?;
    let says = format!("{customer} may not open this: {}", with_clause(first));
    let facts = refused.iter().flat_map(|finding| &finding.facts);
    let facts = facts.map(|known| fact(known).in_english());
    let facts = more.iter().map(|other| with_clause(other)).chain(facts);
    // who may ask instead stands in the facts
    let told = refused
        .iter()
        .find(|finding| finding.rule != Rule::Contact && !finding.remedies.is_empty());
    let failure = facts.fold(Failure::refused(says).kind("refused"), Failure::fact);
    let instead = told.and_then(|finding| finding.remedies.first());
    Some(
        failure
            .hint_if(instead.map(remedy))
            .hint(alternatives(&refused)),
    )
}

fn alternatives(refused: &[&Finding]) -> String {
    let kept = "`--refuse` keeps the request as refused";
    if refused.iter().any(|f| f.rule.forgiven() == Forgiven::Never) {
        return kept.to_owned();
    }
    let mut rules: Vec<&str> = refused.iter().map(|finding| finding.rule.word()).collect();
    rules.dedup();
    let rules = rules.join(",");
    format!("{kept}, `--override {rules} -m WHY` opens it all the same")
}

/// Somebody cannot be authorised.
pub(crate) fn no_seat(no: &SeatRefusal) -> Failure {
    let SeatRefusal {
        plan,
        most,
        holders,
        ..
    } = no;
    let failure = match &no.code {
        SeatCode::NoSeat { customer, on, way } => {
            let on = on.map_or_else(String::new, |day| format!(" on {day}"));
            let taken = holders.len();
            let way = match way {
                SeatRemedy::Replaces(email) => {
                    format!("the same with `--replaces {email}` takes a seat over from somebody")
                }
                SeatRemedy::Until(day) => {
                    format!("the same with `--end {day}` takes the seat until then")
                }
            };
            Failure::refused(format!(
                "{customer} has no seat left{on}: {plan} has {most}"
            ))
            .fact(format!(
                "authorised ({taken} of {most} seats): {}",
                holders.join(", ")
            ))
            .hint(way)
        }
        SeatCode::TooManyQualified {
            qualification,
            title,
        } => {
            let first = holders.first().map_or("SOMEBODY", String::as_str);
            let hold = verb(holders, "holds", "hold");
            Failure::refused(format!("only {most} may be {qualification} on {plan}"))
                .fact(format!("{} {hold} it: {title}", listed(holders)))
                .hint(format!(
                    "`sladesk contact edit {first} --qualification {qualification}=none` frees \
                     it, the same with `--replaces {first}` takes over the seat and all"
                ))
        }
    };
    let failure = failure.kind("no-seat");
    match &no.clause {
        Some(clause) => failure.clause(clause),
        None => failure,
    }
}
