//! What the pages of reports say besides their figures.

/// Of the breaches of earlier periods: the heading, and what stands under it.
pub(crate) const EARLIER_BREACHES: &str = "Breaches of earlier periods";
pub(crate) const EARLIER_BREACHES_ARE: &str = "They were counted in the period in which they broke; here they ended at last, or were taken back.";
