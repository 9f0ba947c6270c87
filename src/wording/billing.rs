//! What `report billing` says.

/// The report.
pub(crate) const NAME: &str = "report billing";

/// It has no rows.
pub(crate) const NOTHING: &str = "nothing was worked in that period";
