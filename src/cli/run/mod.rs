//! From what was typed to what a command takes: every field by name, so that a flag nobody reads
//! does not compile.

mod accounts;
mod desk_file;
mod look;
mod plans;
mod reports;
mod shell;
mod tickets;

pub(super) use shell::LOADERS;

use super::input::Input;
use super::terminal::Terminal;
use super::tree::groups::List;
use super::tree::{Cli, Command};
use crate::commands::{look as looking, options};
use crate::context::Context;
use crate::failure::Failure;
use crate::render::Outcome;

type Answer = Result<Outcome, Failure>;

/// Does what was typed.
///
/// # Errors
/// What the command fails with, or a text that cannot be read.
pub(super) fn run(
    command: Option<Command>,
    context: &mut Context,
    input: &Input,
    terminal: Terminal,
) -> Answer {
    let Some(command) = command else {
        return home(context, input, terminal);
    };
    match command {
        Command::Open(args) => tickets::open(args, context, input),
        Command::Show(args) => tickets::show(args, context, input),
        Command::List(args) => tickets::list(args, context, input),
        Command::Ack(args) => tickets::ack(args, context, input),
        Command::Reply(args) => tickets::reply(args, context, input),
        Command::Receive(args) => tickets::receive(args, context, input),
        Command::Note(args) => tickets::note(args, context, input),
        Command::Wait(args) => tickets::wait(args, context, input),
        Command::Resume(args) => tickets::resume(args, context, input),
        Command::Assign(args) => tickets::assign(args, context, input),
        Command::Escalate(args) => tickets::escalate(args, context, input),
        Command::Priority(args) => tickets::priority(args, context, input),
        Command::Agree(args) => tickets::agree(args, context, input),
        Command::Eta(args) => tickets::eta(args, context, input),
        Command::Work(args) => tickets::work(args, context, input),
        Command::Exempt(args) => tickets::exempt(args, context, input),
        Command::Cause(args) => tickets::cause(args, context, input),
        Command::Resolve(args) => tickets::resolve(args, context, input),
        Command::Reopen(args) => tickets::reopen(args, context, input),
        Command::Close(args) => tickets::close(args, context, input),
        Command::Edit(args) => tickets::edit(args, context, input),
        Command::Link(args) => tickets::link(args, context, input),
        Command::Merge(args) => tickets::merge(args, context, input),
        Command::Move(args) => tickets::move_to(args, context, input),
        Command::Next(args) => look::next(args, context, input),
        Command::Overdue(args) => look::overdue(args, context, input),
        Command::Explain(args) => look::explain(args, context, input),
        Command::May(args) => look::may(args, context),
        Command::Log(args) => look::log(args, context, input),
        Command::Undo(args) => look::undo(args, context),
        Command::Customer(command) => accounts::customer(command, context, input),
        Command::Contact(command) => accounts::contact(command, context, input),
        Command::Contract(command) => accounts::contract(command, context, input),
        Command::Staff(command) => accounts::staff(command, context, input),
        Command::Plan(command) => plans::plan(command, context, input),
        Command::Calendar(command) => plans::calendar(command, context),
        Command::Report(command) => reports::report(command, context, input),
        Command::Import(command) => desk_file::import(command, context),
        Command::Export(args) => desk_file::export(args, context),
        Command::Db(command) => desk_file::db(command, context, input),
        Command::Config(command) => desk_file::config(command, context),
        Command::Demo(args) => desk_file::demo(args, context),
        Command::Completions(args) => shell::completions(&args),
        Command::Help(args) => shell::help(&args),
        Command::Man(args) => shell::man(&args),
    }
}

/// No command: the work list at a terminal.
fn home(context: &mut Context, input: &Input, terminal: Terminal) -> Answer {
    if !terminal.shows(&context.settings.output) {
        return Err(Failure::usage("no command was given")
            .kind("missing")
            .hint("`sladesk help` lists them"));
    }
    let list = list(List::default(), input);
    looking::home(context, &looking::Home { list })
}

fn list(input: List, how: &Input) -> options::List {
    let List {
        filter,
        sort,
        limit,
        read,
    } = input;
    options::List {
        filter,
        sort,
        limit: how.limit(limit),
        read: read.into(),
    }
}

/// The whole tree, for help and manual pages.
fn tree() -> clap::Command {
    <Cli as clap::CommandFactory>::command()
}
