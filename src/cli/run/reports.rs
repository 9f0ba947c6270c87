//! Reports.

use super::{Answer, list as listed};
use crate::cli::tree::reports::{self as args, Report};
use crate::cli::typed::Typed;
use crate::commands::report as reports;
use crate::desk::Desk;

pub fn report(command: Report, desk: &mut Desk, typed: &Typed) -> Answer {
    let period = |report| over(report, typed);
    match command {
        Report::Quarterly(args::Quarterly { report }) => reports::quarterly(desk, &period(report)),
        Report::Sla(args::Sla { report }) => reports::sla(desk, &period(report)),
        Report::Breaches(args::Breaches { report }) => reports::breaches(desk, &period(report)),
        Report::Usage(args::Usage { report }) => reports::usage(desk, &period(report)),
        Report::Workload(args::Workload { report }) => reports::workload(desk, &period(report)),
        Report::Whatif(args::Whatif {
            list,
            period,
            plan,
            set,
            week,
            lang,
            paper,
        }) => {
            let options = reports::WhatIf {
                report: reports::Report {
                    list: listed(list, typed),
                    period,
                    lang,
                    paper,
                    ..reports::Report::default()
                },
                plan,
                set,
                week,
            };
            reports::whatif(desk, &options)
        }
    }
}

fn over(typed: args::Period, how: &Typed) -> reports::Report {
    let args::Period {
        list,
        period,
        by,
        tickets,
        lang,
        paper,
    } = typed;
    reports::Report {
        list: listed(list, how),
        period,
        by,
        tickets,
        lang,
        paper,
    }
}
