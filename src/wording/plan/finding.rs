//! What a finding of a plan file says, and what stands under its place.

use crate::plans::{Diagnostic, KindFault};
use crate::wording::list::listed;

/// What it says.
pub(crate) fn finding(diagnostic: &Diagnostic) -> String {
    let plan = diagnostic.plan.as_deref().unwrap_or_default();
    match &diagnostic.kinds {
        None => diagnostic.message.clone(),
        Some(KindFault::Overlaps { kind, before }) => {
            let before = before.iter().map(|one| format!("`{one}`"));
            let before = before.collect::<Vec<_>>().join(" or ");
            format!("a ticket of {plan} can be of `{kind}` and of {before}, which comes first")
        }
        Some(KindFault::NeverFits { kind, known }) => {
            let says = format!("no ticket of {plan} can be of `{kind}`");
            match known.is_empty() {
                true => says,
                false => format!("{says}: there are {}", listed(known)),
            }
        }
        Some(KindFault::Shadowed { kind, by }) => {
            format!("every ticket of {plan} that is of `{kind}` is of `{by}`, which comes first")
        }
        Some(KindFault::PlainUnreached {
            milestone,
            priority,
            kinds,
        }) => {
            let kinds = kinds.iter().map(|one| format!("`{one}`"));
            let kinds = kinds.collect::<Vec<_>>().join(" or ");
            format!(
                "every ticket of {plan} at {priority} is of {kinds}: its plain {milestone} target holds for none"
            )
        }
    }
}

/// What stands under its place.
pub(crate) fn finding_label(diagnostic: &Diagnostic) -> Option<&'static str> {
    diagnostic.kinds.as_ref().map(|fault| match fault {
        KindFault::Overlaps { .. } => "the first that fits holds",
        KindFault::NeverFits { .. } => "nothing fits",
        KindFault::Shadowed { .. } => "this target is never asked for",
        KindFault::PlainUnreached { .. } => "never asked for",
    })
}
