//! Plans and calendars.

use super::{Answer, list as listed};
use crate::cli::input::ProcessInput;
use crate::cli::tree::plans::{self as args, Calendar, Plan};
use crate::commands::{calendar as calendars, plan as planning};
use crate::context::Context;

pub(crate) fn plan(command: Plan, context: &mut Context, input: &ProcessInput) -> Answer {
    match command {
        Plan::List(args::ListPlans { list }) => {
            let options = planning::ListPlans {
                list: listed(list, input),
            };
            planning::list(context, &options)
        }
        Plan::Show(args::ShowPlan { plan }) => {
            let options = planning::ShowPlan { plan };
            planning::show(context, &options)
        }
        Plan::Compare(args::Compare { names }) => {
            let options = planning::Compare { plans: names };
            planning::compare(context, &options)
        }
        Plan::Diff(args::Diff {
            old,
            new,
            exit_code,
        }) => {
            let options = planning::Diff {
                old,
                new,
                exit_code,
            };
            planning::diff(context, &options)
        }
        Plan::Check(args::Check { paths }) => {
            let options = planning::Check { files: paths };
            planning::check(context, &options)
        }
        Plan::Test(args::TestPlans { paths }) => {
            let options = planning::TestPlans { files: paths };
            planning::test(context, &options)
        }
        Plan::New(args::NewPlan { id }) => {
            let options = planning::NewPlan { id };
            planning::new(context, &options)
        }
    }
}

pub(crate) fn calendar(command: Calendar, context: &mut Context) -> Answer {
    match command {
        Calendar::Show(args::ShowCalendar { calendar, period }) => {
            let options = calendars::ShowCalendar {
                whose: whose(calendar),
                period,
            };
            calendars::show(context, &options)
        }
        Calendar::Open(args::IsOpen {
            calendar,
            at,
            exit_code,
        }) => {
            let options = calendars::IsOpen {
                whose: whose(calendar),
                at,
                exit_code,
            };
            calendars::open(context, &options)
        }
        Calendar::Holidays(args::Holidays { set, period }) => {
            let options = calendars::Holidays { set, period };
            calendars::holidays(context, &options)
        }
        Calendar::Adopt(args::Adopt { sets, write }) => {
            let options = calendars::Adopt {
                sets,
                write: write.into(),
            };
            calendars::adopt(context, &options)
        }
        Calendar::Due(args::Due {
            calendar,
            from,
            within,
            priority,
            milestone,
            paused,
        }) => {
            let options = calendars::Due {
                whose: whose(calendar),
                from,
                within,
                priority,
                milestone,
                paused,
            };
            calendars::due(context, &options)
        }
        Calendar::Elapsed(args::Elapsed {
            calendar,
            from,
            to,
            paused,
        }) => {
            let options = calendars::Elapsed {
                whose: whose(calendar),
                from,
                to,
                paused,
            };
            calendars::elapsed(context, &options)
        }
    }
}

fn whose(input: args::Whose) -> calendars::Whose {
    let args::Whose {
        whose,
        zone,
        week,
        holiday,
        closed,
        day,
    } = input;
    calendars::Whose {
        name: whose,
        zone,
        week,
        holidays: holiday,
        closed,
        days: day,
    }
}
