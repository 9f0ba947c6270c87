//! What to do first, what is too late, why, and what was done.

use super::{Answer, list};
use crate::cli::tree::groups::{Named, Request};
use crate::cli::tree::look as args;
use crate::cli::typed::Typed;
use crate::commands::{log as feed, look, may as asking, undo as undoing};
use crate::desk::Desk;

pub fn next(args: args::Next, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Next { list: filter } = args;
    look::next(
        desk,
        &look::Next {
            list: list(filter, typed),
        },
    )
}

pub fn overdue(args: args::Overdue, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Overdue {
        list: filter,
        within,
        exit_code,
    } = args;
    let options = look::Overdue {
        list: list(filter, typed),
        within,
        exit_code,
    };
    look::overdue(desk, &options)
}

pub fn explain(args: args::Explain, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Explain {
        about,
        milestone,
        lang,
        paper,
        read,
    } = args;
    let options = look::Explain {
        tickets: typed.tickets(&about)?,
        milestone,
        lang,
        paper,
        read: read.into(),
    };
    look::explain(desk, &options)
}

pub fn may(args: args::May, desk: &mut Desk) -> Answer {
    let args::May {
        who,
        request,
        at,
        read,
    } = args;
    let Request {
        priority,
        channel,
        topic,
        contact,
        contract,
        named:
            Named {
                environment,
                component,
                version,
            },
    } = request;
    let options = asking::May {
        who,
        priority,
        channel,
        topic,
        contact,
        contract,
        environment,
        component,
        version,
        at,
        read: read.into(),
    };
    asking::may(desk, &options)
}

pub fn log(args: args::Log, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Log {
        list: filter,
        after,
        exit_code,
    } = args;
    let options = feed::Log {
        list: list(filter, typed),
        after,
        exit_code,
    };
    feed::log(desk, &options)
}

pub fn undo(args: args::Undo, desk: &mut Desk) -> Answer {
    let args::Undo {
        entry,
        message,
        dry_run,
        yes,
        corrects,
    } = args;
    let text = (!message.is_empty()).then(|| message.join("\n\n"));
    let options = undoing::Undo {
        entry,
        text,
        dry_run,
        yes,
        corrects,
    };
    undoing::undo(desk, &options)
}
