//! From what was typed to what a command takes: every field by name, so that a flag nobody reads
//! does not compile.

mod accounts;
mod desk_file;
mod look;
mod plans;
mod reports;
mod shell;

pub(crate) use shell::LOADERS;

use super::input::ProcessInput;
use super::tree::groups::List;
use super::tree::{Cli, Command};
use crate::commands::{Input, look as looking, options};
use crate::context::Context;
use crate::failure::Failure;
use crate::render::Outcome;

type Answer = Result<Outcome, Failure>;

/// Does what was typed.
///
/// # Errors
/// What the command fails with, or a text that cannot be read.
pub(crate) fn run(command: Option<Command>, context: &mut Context, input: &ProcessInput) -> Answer {
    let Some(command) = command else {
        return home(context, input);
    };
    match command {
        Command::Ticket(verb) => verb.run(context, input),
        Command::Next(args) => look::next(args, context, input),
        Command::Overdue(args) => look::overdue(args, context, input),
        Command::Explain(args) => args.run(context, input),
        Command::May(args) => args.run(context, input),
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
fn home(context: &mut Context, input: &ProcessInput) -> Answer {
    if !input.shows() {
        return Err(Failure::usage("no command was given")
            .kind("missing")
            .hint("`sladesk help` lists them"));
    }
    let list = list(List::default(), input);
    looking::home(context, &looking::Home { list })
}

fn list(input: List, how: &ProcessInput) -> options::List {
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
    let mut tree = <Cli as clap::CommandFactory>::command();
    tree.build();
    tree
}
