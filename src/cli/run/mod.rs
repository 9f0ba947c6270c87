//! From what was typed to what a command takes: every field by name, so that a flag nobody reads
//! does not compile.

mod accounts;
mod desk_file;
mod look;
mod plans;
mod reports;
mod shell;
mod tickets;

pub use shell::LOADERS;

use super::terminal::Terminal;
use super::tree::groups::List;
use super::tree::{Cli, Command};
use super::typed::Typed;
use crate::commands::{look as looking, options};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

type Answer = Result<Outcome, Failure>;

/// Does what was typed.
///
/// # Errors
/// What the command fails with, or a text that cannot be read.
pub fn run(command: Option<Command>, desk: &mut Desk, typed: &Typed, terminal: Terminal) -> Answer {
    let Some(command) = command else {
        return home(desk, typed, terminal);
    };
    match command {
        Command::Open(args) => tickets::open(args, desk, typed),
        Command::Show(args) => tickets::show(args, desk, typed),
        Command::List(args) => tickets::list(args, desk, typed),
        Command::Ack(args) => tickets::ack(args, desk, typed),
        Command::Reply(args) => tickets::reply(args, desk, typed),
        Command::Receive(args) => tickets::receive(args, desk, typed),
        Command::Note(args) => tickets::note(args, desk, typed),
        Command::Wait(args) => tickets::wait(args, desk, typed),
        Command::Resume(args) => tickets::resume(args, desk, typed),
        Command::Assign(args) => tickets::assign(args, desk, typed),
        Command::Escalate(args) => tickets::escalate(args, desk, typed),
        Command::Priority(args) => tickets::priority(args, desk, typed),
        Command::Agree(args) => tickets::agree(args, desk, typed),
        Command::Eta(args) => tickets::eta(args, desk, typed),
        Command::Work(args) => tickets::work(args, desk, typed),
        Command::Exempt(args) => tickets::exempt(args, desk, typed),
        Command::Cause(args) => tickets::cause(args, desk, typed),
        Command::Resolve(args) => tickets::resolve(args, desk, typed),
        Command::Reopen(args) => tickets::reopen(args, desk, typed),
        Command::Close(args) => tickets::close(args, desk, typed),
        Command::Edit(args) => tickets::edit(args, desk, typed),
        Command::Link(args) => tickets::link(args, desk, typed),
        Command::Merge(args) => tickets::merge(args, desk, typed),
        Command::Move(args) => tickets::move_to(args, desk, typed),
        Command::Next(args) => look::next(args, desk, typed),
        Command::Overdue(args) => look::overdue(args, desk, typed),
        Command::Explain(args) => look::explain(args, desk, typed),
        Command::May(args) => look::may(args, desk),
        Command::Log(args) => look::log(args, desk, typed),
        Command::Undo(args) => look::undo(args, desk),
        Command::Customer(command) => accounts::customer(command, desk, typed),
        Command::Contact(command) => accounts::contact(command, desk, typed),
        Command::Contract(command) => accounts::contract(command, desk, typed),
        Command::Staff(command) => accounts::staff(command, desk, typed),
        Command::Plan(command) => plans::plan(command, desk, typed),
        Command::Calendar(command) => plans::calendar(command, desk),
        Command::Report(command) => reports::report(command, desk, typed),
        Command::Import(command) => desk_file::import(command, desk),
        Command::Export(args) => desk_file::export(args, desk),
        Command::Db(command) => desk_file::db(command, desk, typed),
        Command::Config(command) => desk_file::config(command, desk),
        Command::Demo(args) => desk_file::demo(args, desk),
        Command::Completions(args) => shell::completions(&args),
        Command::Help(args) => shell::help(&args),
        Command::Man(args) => shell::man(&args),
    }
}

/// No command: the work list at a terminal.
fn home(desk: &mut Desk, typed: &Typed, terminal: Terminal) -> Answer {
    if !terminal.shows(&desk.settings.output) {
        return Err(Failure::usage("no command was given")
            .kind("missing")
            .hint("`sladesk help` lists them"));
    }
    let list = list(List::default(), typed);
    looking::home(desk, &looking::Home { list })
}

fn list(typed: List, how: &Typed) -> options::List {
    let List {
        filter,
        sort,
        limit,
        read,
    } = typed;
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
