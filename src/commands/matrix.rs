//! The priority that impact and urgency give, where the plan has a matrix for it.

use super::plan_words;
use crate::core::model::{TicketWord, TicketWords};
use crate::core::terms::{MatrixCell, Terms};
use crate::failure::Failure;

/// What the plan's matrix gives for these words; none where it has none or says nothing of them.
pub(super) fn cell<'t>(terms: &'t Terms, words: &TicketWords) -> Option<&'t MatrixCell> {
    let impact = words.get(TicketWord::Impact)?;
    let urgency = words.get(TicketWord::Urgency)?;
    terms.matrix_cell(impact, urgency)
}

/// The priority that a request is made at: the one typed, else the one that the matrix gives.
///
/// # Errors
/// The one typed is another than the matrix gives, and `reason` is none of the plan's that
/// corrects; an impact or urgency that the plan does not have.
pub(super) fn priority(
    terms: Option<&Terms>,
    typed: Option<&str>,
    words: &TicketWords,
    reason: Option<&str>,
) -> Result<Option<String>, Failure> {
    let Some(terms) = terms else {
        return Ok(typed.map(str::to_owned));
    };
    plan_words::matrix_known(terms, words)?;
    let (typed, cell) = match (typed, cell(terms, words)) {
        (Some(typed), Some(cell)) => (typed, cell),
        (typed, cell) => {
            let given = cell.map(|cell| cell.priority.as_str());
            return Ok(typed.or(given).map(str::to_owned));
        }
    };
    let place = terms.priority(typed);
    let same = place.is_none_or(|place| terms.priorities[place].id == cell.priority);
    if same || terms.corrects(reason) {
        return Ok(Some(typed.to_owned()));
    }
    let failure = Failure::refused(format!(
        "{} gives {} for impact {} and urgency {}, not {typed}",
        terms.name(),
        cell.priority,
        cell.impact,
        cell.urgency
    ))
    .kind("matrix");
    let failure = match &cell.source.clause {
        Some(clause) => failure.clause(clause.clone()),
        None => failure,
    };
    let corrects = terms.changes.iter().filter(|change| change.corrects);
    let corrects: Vec<&str> = corrects.map(|change| change.id.as_str()).collect();
    let failure = failure.hint("leave out `-p`, or name another impact or urgency");
    Err(match corrects.is_empty() {
        true => failure,
        false => failure.hint(format!(
            "a reason of the plan that corrects lets it stand: `--reason {}`",
            corrects.join("` or `--reason ")
        )),
    })
}
