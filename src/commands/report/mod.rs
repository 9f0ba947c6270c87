//! Reports: a period, with the sums spelled out.
//!
//! Every report says which time it is about, in which zone, and carries a seal: the state of the
//! record that it looked at, and the instant from which it did. With `--as-of SEAL` the same
//! report gives the same figures for ever.

mod about;
mod billing;
mod breaches;
mod by;
mod clocks;
mod contract_usage;
mod counted;
mod folder;
mod grouping;
mod head;
mod metrics;
mod milestone_order;
mod moved;
mod moved_owners;
mod names;
mod not_promised;
mod quarterly;
mod report_customers;
mod report_terms;
mod scope;
mod sla;
mod tickets_in_period;
mod usage;
mod whatif;
mod workload;

use super::list_fields::ListFields;

super::verbs! {
    /// Which report.
    ReportVerbs {
        Quarterly(quarterly::ReportQuarterly),
        Sla(sla::ReportSla),
        Breaches(breaches::ReportBreaches),
        Usage(usage::ReportUsage),
        Workload(workload::ReportWorkload),
        Whatif(whatif::ReportWhatif),
        Billing(billing::ReportBilling),
        Metrics(metrics::ReportMetrics),
    }
}

/// The fields of the lists.
pub(super) fn fields() -> Vec<ListFields> {
    vec![
        sla::fields(),
        breaches::fields(),
        usage::fields(),
        workload::fields(),
        whatif::fields(),
        billing::fields(),
        quarterly::fields(),
    ]
}
