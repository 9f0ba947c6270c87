//! Reports.

use super::{Answer, list as listed};
use crate::cli::input::ProcessInput;
use crate::cli::tree::reports::{self as args, Report};
use crate::commands::report as reports;
use crate::context::Context;

pub(crate) fn report(command: Report, context: &mut Context, input: &ProcessInput) -> Answer {
    let period = |report| over(report, input);
    match command {
        Report::Quarterly(args::Quarterly { report }) => {
            reports::quarterly(context, &period(report))
        }
        Report::Sla(args::Sla { report }) => reports::sla(context, &period(report)),
        Report::Breaches(args::Breaches { report }) => reports::breaches(context, &period(report)),
        Report::Usage(args::Usage { report }) => reports::usage(context, &period(report)),
        Report::Workload(args::Workload { report }) => reports::workload(context, &period(report)),
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
                    list: listed(list, input),
                    period,
                    lang,
                    paper,
                    ..reports::Report::default()
                },
                plan,
                set,
                week,
            };
            reports::whatif(context, &options)
        }
    }
}

fn over(input: args::Period, how: &ProcessInput) -> reports::Report {
    let args::Period {
        list,
        period,
        by,
        tickets,
        lang,
        paper,
    } = input;
    reports::Report {
        list: listed(list, how),
        period,
        by,
        tickets,
        lang,
        paper,
    }
}
