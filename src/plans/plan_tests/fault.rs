//! Why a case cannot be run, and where that stands.

use crate::plans::diagnostic::{Diagnostic, Severity};
use crate::plans::hint::Hint;
use crate::plans::place::Place;

/// Why a case cannot be run, and where that stands.
pub(super) struct CaseFault {
    pub says: String,
    pub place: Place,
    pub hint: Option<Hint>,
}

impl CaseFault {
    pub(super) fn at(place: &Place, says: impl Into<String>) -> CaseFault {
        CaseFault {
            says: says.into(),
            place: place.clone(),
            hint: None,
        }
    }

    /// As `plan check` tells it.
    pub(super) fn finding(&self, case: &str) -> Diagnostic {
        let message = format!("the case `{case}` cannot be run: {}", self.says);
        let mut finding = Diagnostic::new(Severity::Warning, "case", message).at(&self.place);
        finding.hint.clone_from(&self.hint);
        finding.key("cases")
    }
}
