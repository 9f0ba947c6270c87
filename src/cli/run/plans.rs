//! Plans and calendars.

use super::{Answer, list as listed};
use crate::cli::tree::plans::{self as args, Calendar, Plan};
use crate::cli::typed::Typed;
use crate::commands::{calendar as calendars, plan as planning};
use crate::desk::Desk;

pub fn plan(command: Plan, desk: &mut Desk, typed: &Typed) -> Answer {
    match command {
        Plan::List(args::ListPlans { list }) => {
            let options = planning::ListPlans {
                list: listed(list, typed),
            };
            planning::list(desk, &options)
        }
        Plan::Show(args::ShowPlan { plan }) => {
            let options = planning::ShowPlan { plan };
            planning::show(desk, &options)
        }
        Plan::Compare(args::Compare { names }) => {
            let options = planning::Compare { plans: names };
            planning::compare(desk, &options)
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
            planning::diff(desk, &options)
        }
        Plan::Check(args::Check { paths }) => {
            let options = planning::Check { files: paths };
            planning::check(desk, &options)
        }
        Plan::Test(args::TestPlans { paths }) => {
            let options = planning::TestPlans { files: paths };
            planning::test(desk, &options)
        }
        Plan::New(args::NewPlan { id }) => {
            let options = planning::NewPlan { id };
            planning::new(desk, &options)
        }
    }
}

pub fn calendar(command: Calendar, desk: &mut Desk) -> Answer {
    match command {
        Calendar::Show(args::ShowCalendar { calendar, period }) => {
            let options = calendars::ShowCalendar {
                whose: whose(calendar),
                period,
            };
            calendars::show(desk, &options)
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
            calendars::open(desk, &options)
        }
        Calendar::Holidays(args::Holidays { set, period }) => {
            let options = calendars::Holidays { set, period };
            calendars::holidays(desk, &options)
        }
        Calendar::Adopt(args::Adopt { sets, write }) => {
            let options = calendars::Adopt {
                sets,
                write: write.into(),
            };
            calendars::adopt(desk, &options)
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
            calendars::due(desk, &options)
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
            calendars::elapsed(desk, &options)
        }
    }
}

fn whose(typed: args::Whose) -> calendars::Whose {
    let args::Whose {
        whose,
        zone,
        week,
        holiday,
        closed,
        day,
    } = typed;
    calendars::Whose {
        name: whose,
        zone,
        week,
        holidays: holiday,
        closed,
        days: day,
    }
}
