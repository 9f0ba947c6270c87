//! What to do first, what is too late, why, and what was done.

use super::{Answer, list};
use crate::cli::input::Input;
use crate::cli::tree::groups::{Named, Request};
use crate::cli::tree::look as args;
use crate::commands::{log as feed, look, may as asking, undo as undoing};
use crate::context::Context;

pub(super) fn next(args: args::Next, context: &mut Context, input: &Input) -> Answer {
    let args::Next { list: filter } = args;
    look::next(
        context,
        &look::Next {
            list: list(filter, input),
        },
    )
}

pub(super) fn overdue(args: args::Overdue, context: &mut Context, input: &Input) -> Answer {
    let args::Overdue {
        list: filter,
        within,
        exit_code,
    } = args;
    let options = look::Overdue {
        list: list(filter, input),
        within,
        exit_code,
    };
    look::overdue(context, &options)
}

pub(super) fn explain(args: args::Explain, context: &mut Context, input: &Input) -> Answer {
    let args::Explain {
        about,
        milestone,
        lang,
        paper,
        read,
    } = args;
    let options = look::Explain {
        tickets: input.tickets(&about)?,
        milestone,
        lang,
        paper,
        read: read.into(),
    };
    look::explain(context, &options)
}

pub(super) fn may(args: args::May, context: &mut Context) -> Answer {
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
    asking::may(context, &options)
}

pub(super) fn log(args: args::Log, context: &mut Context, input: &Input) -> Answer {
    let args::Log {
        list: filter,
        after,
        exit_code,
    } = args;
    let options = feed::Log {
        list: list(filter, input),
        after,
        exit_code,
    };
    feed::log(context, &options)
}

pub(super) fn undo(args: args::Undo, context: &mut Context) -> Answer {
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
    undoing::undo(context, &options)
}
