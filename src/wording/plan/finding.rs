//! A finding of a plan file, drawn with the line that it stands in.

use super::hint::hint;
use crate::plans::Diagnostic;

/// The whole finding as text, without colour, ending in a line break.
pub(crate) fn drawn(finding: &Diagnostic) -> String {
    finding.draw(finding.hint.as_ref().and_then(hint).as_deref())
}
