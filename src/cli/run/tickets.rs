//! Verbs of tickets.

use super::{Answer, list as listed};
use crate::cli::tree::groups::{Named, Request};
use crate::cli::tree::tickets as args;
use crate::cli::typed::Typed;
use crate::commands::ticket;
use crate::desk::Desk;

pub fn open(args: args::Open, desk: &mut Desk, typed: &Typed) -> Answer {
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
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::open::open(desk, &options)
}

pub fn show(args: args::Show, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Show { about, read } = args;
    let options = ticket::show::Show {
        tickets: typed.tickets(&about)?,
        read: read.into(),
    };
    ticket::show::show(desk, &options)
}

pub fn list(args: args::ListTickets, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::ListTickets { list } = args;
    let options = ticket::list::ListTickets {
        list: listed(list, typed),
    };
    ticket::list::list(desk, &options)
}

pub fn ack(args: args::Ack, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Ack {
        about,
        priority,
        text,
        write,
    } = args;
    let options = ticket::talk::Ack {
        tickets: typed.tickets(&about)?,
        priority,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::talk::ack(desk, &options)
}

pub fn reply(args: args::Reply, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Reply {
        about,
        worked,
        text,
        write,
    } = args;
    let options = ticket::talk::Reply {
        tickets: typed.tickets(&about)?,
        worked: worked.worked,
        text: typed.needed("reply", &text)?,
        write: write.into(),
    };
    ticket::talk::reply(desk, &options)
}

pub fn receive(args: args::Receive, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Receive {
        about,
        contact,
        channel,
        worked,
        text,
        write,
    } = args;
    let options = ticket::talk::Receive {
        tickets: typed.tickets(&about)?,
        contact,
        channel,
        worked: worked.worked,
        text: typed.needed("receive", &text)?,
        write: write.into(),
    };
    ticket::talk::receive(desk, &options)
}

pub fn note(args: args::Note, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Note {
        about,
        worked,
        text,
        write,
    } = args;
    let options = ticket::talk::Note {
        tickets: typed.tickets(&about)?,
        worked: worked.worked,
        text: typed.needed("note", &text)?,
        write: write.into(),
    };
    ticket::talk::note(desk, &options)
}

pub fn wait(args: args::Wait, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Wait {
        about,
        on,
        until,
        worked,
        text,
        write,
    } = args;
    let options = ticket::wait::Wait {
        tickets: typed.tickets(&about)?,
        on,
        until,
        worked: worked.worked,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::wait::wait(desk, &options)
}

pub fn resume(args: args::Resume, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Resume { about, text, write } = args;
    let options = ticket::wait::Resume {
        tickets: typed.tickets(&about)?,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::wait::resume(desk, &options)
}

pub fn assign(args: args::Assign, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Assign {
        about,
        staff,
        text,
        write,
    } = args;
    let options = ticket::assign::Assign {
        tickets: typed.tickets(&about)?,
        to: staff,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::assign::assign(desk, &options)
}

pub fn escalate(args: args::Escalate, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Escalate {
        about,
        line,
        text,
        write,
    } = args;
    let options = ticket::assign::Escalate {
        tickets: typed.tickets(&about)?,
        line,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::assign::escalate(desk, &options)
}

pub fn priority(args: args::Priority, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Priority {
        about,
        to,
        reason,
        text,
        write,
    } = args;
    let options = ticket::priority::Priority {
        tickets: typed.tickets(&about)?,
        to,
        reason,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::priority::priority(desk, &options)
}

pub fn agree(args: args::Agree, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Agree {
        about,
        milestone,
        within,
        text,
        write,
    } = args;
    let options = ticket::promise::Agree {
        tickets: typed.tickets(&about)?,
        milestone,
        within,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::promise::agree(desk, &options)
}

pub fn eta(args: args::Eta, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Eta {
        about,
        instant,
        told,
        text,
        write,
    } = args;
    let options = ticket::promise::Eta {
        tickets: typed.tickets(&about)?,
        at: instant,
        told,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::promise::eta(desk, &options)
}

pub fn work(args: args::Work, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Work {
        about,
        spent,
        charge,
        text,
        write,
    } = args;
    let options = ticket::work::Work {
        tickets: typed.tickets(&about)?,
        spent,
        charge,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::work::work(desk, &options)
}

pub fn exempt(args: args::Exempt, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Exempt {
        about,
        ground,
        text,
        write,
    } = args;
    let options = ticket::exempt::Exempt {
        tickets: typed.tickets(&about)?,
        ground,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::exempt::exempt(desk, &options)
}

pub fn cause(args: args::Cause, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Cause {
        about,
        milestone,
        code,
        text,
        write,
    } = args;
    let options = ticket::exempt::Cause {
        tickets: typed.tickets(&about)?,
        milestone,
        code,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::exempt::cause(desk, &options)
}

pub fn resolve(args: args::Resolve, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Resolve {
        about,
        worked,
        text,
        write,
    } = args;
    let options = ticket::end::Resolve {
        tickets: typed.tickets(&about)?,
        worked: worked.worked,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::end::resolve(desk, &options)
}

pub fn reopen(args: args::Reopen, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Reopen {
        about,
        worked,
        text,
        write,
    } = args;
    let options = ticket::end::Reopen {
        tickets: typed.tickets(&about)?,
        worked: worked.worked,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::end::reopen(desk, &options)
}

pub fn close(args: args::Close, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Close {
        about,
        r#as,
        worked,
        text,
        write,
    } = args;
    let options = ticket::end::Close {
        tickets: typed.tickets(&about)?,
        closed_as: r#as,
        worked: worked.worked,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::end::close(desk, &options)
}

pub fn edit(args: args::Edit, desk: &mut Desk, typed: &Typed) -> Answer {
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
        tickets: typed.tickets(&about)?,
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
    ticket::edit::edit(desk, &options)
}

pub fn link(args: args::Link, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Link {
        about,
        other,
        r#as,
        remove,
        write,
    } = args;
    let options = ticket::edit::Link {
        tickets: typed.tickets(&about)?,
        other,
        kind: r#as,
        remove,
        write: write.into(),
    };
    ticket::edit::link(desk, &options)
}

pub fn merge(args: args::Merge, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Merge {
        about,
        into,
        text,
        write,
    } = args;
    let options = ticket::join::Merge {
        tickets: typed.tickets(&about)?,
        into,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::join::merge(desk, &options)
}

pub fn move_to(args: args::Move, desk: &mut Desk, typed: &Typed) -> Answer {
    let args::Move {
        about,
        to,
        text,
        write,
    } = args;
    let options = ticket::join::Move {
        tickets: typed.tickets(&about)?,
        to,
        text: typed.text(&text)?,
        write: write.into(),
    };
    ticket::join::move_to(desk, &options)
}
