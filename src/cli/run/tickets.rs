//! Verbs of tickets.

use super::{Answer, list as listed};
use crate::cli::input::Input;
use crate::cli::tree::groups::{Named, Request};
use crate::cli::tree::tickets as args;
use crate::commands::ticket;
use crate::context::Context;

pub(super) fn open(args: args::Open, context: &mut Context, input: &Input) -> Answer {
    let args::Open {
        who,
        subject,
        request,
        tag,
        assignee,
        ack,
        r#override,
        refuse,
        worked,
        text,
        write,
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
    let options = ticket::open::Open {
        who,
        subject,
        priority,
        channel,
        topic,
        contact,
        contract,
        environment,
        component,
        version,
        tags: tag,
        assignee,
        ack,
        overrides: r#override,
        refuse,
        worked: worked.worked,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::open::open(context, &options)
}

pub(super) fn show(args: args::Show, context: &mut Context, input: &Input) -> Answer {
    let args::Show { about, read } = args;
    let options = ticket::show::Show {
        tickets: input.tickets(&about)?,
        read: read.into(),
    };
    ticket::show::show(context, &options)
}

pub(super) fn list(args: args::ListTickets, context: &mut Context, input: &Input) -> Answer {
    let args::ListTickets { list } = args;
    let options = ticket::list::ListTickets {
        list: listed(list, input),
    };
    ticket::list::list(context, &options)
}

pub(super) fn ack(args: args::Ack, context: &mut Context, input: &Input) -> Answer {
    let args::Ack {
        about,
        priority,
        text,
        write,
    } = args;
    let options = ticket::talk::Ack {
        tickets: input.tickets(&about)?,
        priority,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::talk::ack(context, &options)
}

pub(super) fn reply(args: args::Reply, context: &mut Context, input: &Input) -> Answer {
    let args::Reply {
        about,
        worked,
        text,
        write,
    } = args;
    let options = ticket::talk::Reply {
        tickets: input.tickets(&about)?,
        worked: worked.worked,
        text: input.needed("reply", &text)?,
        write: write.into(),
    };
    ticket::talk::reply(context, &options)
}

pub(super) fn receive(args: args::Receive, context: &mut Context, input: &Input) -> Answer {
    let args::Receive {
        about,
        contact,
        channel,
        worked,
        text,
        write,
    } = args;
    let options = ticket::talk::Receive {
        tickets: input.tickets(&about)?,
        contact,
        channel,
        worked: worked.worked,
        text: input.needed("receive", &text)?,
        write: write.into(),
    };
    ticket::talk::receive(context, &options)
}

pub(super) fn note(args: args::Note, context: &mut Context, input: &Input) -> Answer {
    let args::Note {
        about,
        worked,
        text,
        write,
    } = args;
    let options = ticket::talk::Note {
        tickets: input.tickets(&about)?,
        worked: worked.worked,
        text: input.needed("note", &text)?,
        write: write.into(),
    };
    ticket::talk::note(context, &options)
}

pub(super) fn wait(args: args::Wait, context: &mut Context, input: &Input) -> Answer {
    let args::Wait {
        about,
        on,
        until,
        worked,
        text,
        write,
    } = args;
    let options = ticket::wait::Wait {
        tickets: input.tickets(&about)?,
        on,
        until,
        worked: worked.worked,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::wait::wait(context, &options)
}

pub(super) fn resume(args: args::Resume, context: &mut Context, input: &Input) -> Answer {
    let args::Resume { about, text, write } = args;
    let options = ticket::wait::Resume {
        tickets: input.tickets(&about)?,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::wait::resume(context, &options)
}

pub(super) fn assign(args: args::Assign, context: &mut Context, input: &Input) -> Answer {
    let args::Assign {
        about,
        staff,
        text,
        write,
    } = args;
    let options = ticket::assign::Assign {
        tickets: input.tickets(&about)?,
        to: staff,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::assign::assign(context, &options)
}

pub(super) fn escalate(args: args::Escalate, context: &mut Context, input: &Input) -> Answer {
    let args::Escalate {
        about,
        line,
        text,
        write,
    } = args;
    let options = ticket::assign::Escalate {
        tickets: input.tickets(&about)?,
        line,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::assign::escalate(context, &options)
}

pub(super) fn priority(args: args::Priority, context: &mut Context, input: &Input) -> Answer {
    let args::Priority {
        about,
        to,
        reason,
        text,
        write,
    } = args;
    let options = ticket::priority::Priority {
        tickets: input.tickets(&about)?,
        to,
        reason,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::priority::priority(context, &options)
}

pub(super) fn agree(args: args::Agree, context: &mut Context, input: &Input) -> Answer {
    let args::Agree {
        about,
        milestone,
        within,
        text,
        write,
    } = args;
    let options = ticket::promise::Agree {
        tickets: input.tickets(&about)?,
        milestone,
        within,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::promise::agree(context, &options)
}

pub(super) fn eta(args: args::Eta, context: &mut Context, input: &Input) -> Answer {
    let args::Eta {
        about,
        instant,
        told,
        text,
        write,
    } = args;
    let options = ticket::promise::Eta {
        tickets: input.tickets(&about)?,
        at: instant,
        told,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::promise::eta(context, &options)
}

pub(super) fn work(args: args::Work, context: &mut Context, input: &Input) -> Answer {
    let args::Work {
        about,
        spent,
        charge,
        text,
        write,
    } = args;
    let options = ticket::work::Work {
        tickets: input.tickets(&about)?,
        spent,
        charge,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::work::work(context, &options)
}

pub(super) fn exempt(args: args::Exempt, context: &mut Context, input: &Input) -> Answer {
    let args::Exempt {
        about,
        ground,
        text,
        write,
    } = args;
    let options = ticket::exempt::Exempt {
        tickets: input.tickets(&about)?,
        ground,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::exempt::exempt(context, &options)
}

pub(super) fn cause(args: args::Cause, context: &mut Context, input: &Input) -> Answer {
    let args::Cause {
        about,
        milestone,
        code,
        text,
        write,
    } = args;
    let options = ticket::exempt::Cause {
        tickets: input.tickets(&about)?,
        milestone,
        code,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::exempt::cause(context, &options)
}

pub(super) fn resolve(args: args::Resolve, context: &mut Context, input: &Input) -> Answer {
    let args::Resolve {
        about,
        worked,
        text,
        write,
    } = args;
    let options = ticket::end::Resolve {
        tickets: input.tickets(&about)?,
        worked: worked.worked,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::end::resolve(context, &options)
}

pub(super) fn reopen(args: args::Reopen, context: &mut Context, input: &Input) -> Answer {
    let args::Reopen {
        about,
        worked,
        text,
        write,
    } = args;
    let options = ticket::end::Reopen {
        tickets: input.tickets(&about)?,
        worked: worked.worked,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::end::reopen(context, &options)
}

pub(super) fn close(args: args::Close, context: &mut Context, input: &Input) -> Answer {
    let args::Close {
        about,
        r#as,
        worked,
        text,
        write,
    } = args;
    let options = ticket::end::Close {
        tickets: input.tickets(&about)?,
        closed_as: r#as,
        worked: worked.worked,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::end::close(context, &options)
}

pub(super) fn edit(args: args::Edit, context: &mut Context, input: &Input) -> Answer {
    let args::Edit {
        about,
        subject,
        topic,
        named:
            Named {
                environment,
                component,
                version,
            },
        contact,
        tag,
        untag,
        write,
    } = args;
    let options = ticket::edit::Edit {
        tickets: input.tickets(&about)?,
        subject,
        topic,
        environment,
        component,
        version,
        contact,
        tags: tag,
        untags: untag,
        write: write.into(),
    };
    ticket::edit::edit(context, &options)
}

pub(super) fn link(args: args::Link, context: &mut Context, input: &Input) -> Answer {
    let args::Link {
        about,
        other,
        r#as,
        remove,
        write,
    } = args;
    let options = ticket::edit::Link {
        tickets: input.tickets(&about)?,
        other,
        kind: r#as,
        remove,
        write: write.into(),
    };
    ticket::edit::link(context, &options)
}

pub(super) fn merge(args: args::Merge, context: &mut Context, input: &Input) -> Answer {
    let args::Merge {
        about,
        into,
        text,
        write,
    } = args;
    let options = ticket::join::Merge {
        tickets: input.tickets(&about)?,
        into,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::join::merge(context, &options)
}

pub(super) fn move_to(args: args::Move, context: &mut Context, input: &Input) -> Answer {
    let args::Move {
        about,
        to,
        text,
        write,
    } = args;
    let options = ticket::join::Move {
        tickets: input.tickets(&about)?,
        to,
        text: input.text(&text)?,
        write: write.into(),
    };
    ticket::join::move_to(context, &options)
}
