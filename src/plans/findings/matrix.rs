//! The matrix of impact and urgency: pairs of which it says nothing, a worse pair that gives a less
//! urgent priority, priorities that no pair gives.

use super::FindingContext;
use crate::core::terms::{Terms, Word};

pub(super) fn find(finder: &mut FindingContext<'_>) {
    for terms in finder
        .plans
        .clone()
        .iter()
        .filter(|terms| terms.has_matrix())
    {
        gaps(finder, terms);
        order(finder, terms);
        never(finder, terms);
    }
}

/// A finding about the matrix, told once where the file has it for every plan.
fn tell(
    finder: &mut FindingContext<'_>,
    code: &'static str,
    path: &[&str],
    message: String,
    label: &str,
) {
    let finding = finder.about(code, path, message).label(label);
    let same = |known: &crate::plans::Diagnostic| {
        known.place == finding.place && known.message == finding.message
    };
    if !finder.found.iter().any(same) {
        finder.found.push(finding);
    }
}

fn gaps(finder: &mut FindingContext<'_>, terms: &Terms) {
    for impact in &terms.impacts {
        let unsaid = terms.urgencies.iter();
        let unsaid = unsaid.filter(|urgency| terms.matrix_cell(&impact.id, &urgency.id).is_none());
        let unsaid: Vec<&str> = unsaid.map(|urgency| urgency.id.as_str()).collect();
        if unsaid.is_empty() {
            continue;
        }
        let path = finder.key_of(&terms.plan, &["priority-matrix", &impact.id]);
        let message = format!(
            "the matrix gives no priority to impact {} with urgency {}",
            impact.id,
            unsaid.join(", ")
        );
        tell(finder, "matrix-gap", &path, message, "left out");
    }
}

/// The place of the priority that a pair gives; 0 is the most urgent.
fn rank(terms: &Terms, impact: &Word, urgency: &Word) -> Option<usize> {
    let cell = terms.matrix_cell(&impact.id, &urgency.id)?;
    terms.priority(&cell.priority)
}

/// Beside each pair the next less bad one, by impact and by urgency.
fn order(finder: &mut FindingContext<'_>, terms: &Terms) {
    for (row, impact) in terms.impacts.iter().enumerate() {
        for (column, urgency) in terms.urgencies.iter().enumerate() {
            let below = terms.impacts.get(row + 1).map(|less| (less, urgency));
            let beside = terms.urgencies.get(column + 1).map(|less| (impact, less));
            for (less, sooner) in below.into_iter().chain(beside) {
                let ranks = (rank(terms, impact, urgency), rank(terms, less, sooner));
                let (Some(worse), Some(better)) = ranks else {
                    continue;
                };
                if worse <= better {
                    continue;
                }
                let cell = ["priority-matrix", &impact.id, &urgency.id];
                let path = finder.key_of(&terms.plan, &cell);
                let message = format!(
                    "impact {} with urgency {} is less urgent than {} with {}",
                    impact.id, urgency.id, less.id, sooner.id
                );
                tell(
                    finder,
                    "matrix-order",
                    &path,
                    message,
                    "less urgent than a lesser pair",
                );
            }
        }
    }
}

fn never(finder: &mut FindingContext<'_>, terms: &Terms) {
    for (_, priority) in terms.own_priorities() {
        if terms.matrix.iter().any(|cell| cell.priority == priority.id) {
            continue;
        }
        let path = finder.key_of(&terms.plan, &["priority-matrix"]);
        let message = format!(
            "no ticket can be opened as {}: no impact and urgency give it",
            priority.id
        );
        tell(
            finder,
            "unreachable-priority",
            &path,
            message,
            "never given",
        );
    }
}
