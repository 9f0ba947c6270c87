//! What to do first, what is too late, why, and what was done.

use super::{Answer, list};
use crate::cli::input::ProcessInput;
use crate::cli::tree::look as args;
use crate::commands::{log as feed, look, undo as undoing};
use crate::context::Context;

pub(crate) fn next(args: args::Next, context: &mut Context, input: &ProcessInput) -> Answer {
    let args::Next { list: filter } = args;
    look::next(
        context,
        &look::Next {
            list: list(filter, input),
        },
    )
}

pub(crate) fn overdue(args: args::Overdue, context: &mut Context, input: &ProcessInput) -> Answer {
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

pub(crate) fn log(args: args::Log, context: &mut Context, input: &ProcessInput) -> Answer {
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

pub(crate) fn undo(args: args::Undo, context: &mut Context) -> Answer {
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
