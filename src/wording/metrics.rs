//! What each family of `report metrics` is.

/// The report.
pub(crate) const NAME: &str = "report metrics";

/// It has no other form.
pub(crate) const ONE_FORM: (&str, &str) = (
    "`report metrics` is OpenMetrics, as programs that watch read it",
    "`-o sladesk.prom` writes a file; `sladesk report sla -f json` and others have figures in other forms",
);

/// A program reads one file of them.
pub(crate) const ONE_FILE: (&str, &str) = (
    "`report metrics` is one file, which a program reads: it makes no folder",
    "`-o sladesk.prom` writes it",
);

/// Tickets.
pub(crate) const OPEN: &str = "Tickets that are not done.";
/// The oldest of them.
pub(crate) const OLDEST: &str = "When the oldest ticket was opened that is not done.";
/// Clocks past their due.
pub(crate) const OVERDUE: &str = "Clocks that are breached and not met yet.";
/// Clocks near it.
pub(crate) const AT_RISK: &str = "Running clocks that have used 80 % of their target.";
/// Allowances that are counted.
pub(crate) const CASES_LEFT: &str = "Cases left of an allowance in its period.";
/// Allowances that are measured.
pub(crate) const TIME_LEFT: &str = "Time left of an allowance in its period.";
/// Kept promises.
pub(crate) const MET: &str = "Clocks that were met, since the month began.";
/// Broken ones.
pub(crate) const BREACHED: &str = "Clocks that were breached, since the month began.";
