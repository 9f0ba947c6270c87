//! Help: the page that `sladesk help` shows, a page for each command, and topics.

use clap::builder::StyledStr;
use clap::{Arg, Command};

mod fitted;
mod top;
mod topics;

use crate::core::text::nearest;
use crate::failure::Failure;
use crate::wording::newcomer;

/// A subject that no single command covers.
pub(crate) struct HelpTopic {
    pub name: &'static str,
    page: fn() -> String,
}

/// All of them.
pub(crate) const TOPICS: [HelpTopic; 7] = [
    HelpTopic {
        name: "filters",
        page: topics::filters,
    },
    HelpTopic {
        name: "times",
        page: || include_str!("topics/times.txt").to_owned(),
    },
    HelpTopic {
        name: "fields",
        page: topics::shown,
    },
    HelpTopic {
        name: "formats",
        page: topics::formats,
    },
    HelpTopic {
        name: "exit-codes",
        page: || include_str!("topics/exit-codes.txt").to_owned(),
    },
    HelpTopic {
        name: "plans",
        page: || include_str!("topics/plans.txt").to_owned(),
    },
    HelpTopic {
        name: "configuration",
        page: || include_str!("topics/configuration.txt").to_owned(),
    },
];

/// Their names.
pub(crate) fn topics() -> Vec<&'static str> {
    TOPICS.iter().map(|topic| topic.name).collect()
}

/// How much of a command's help is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HelpLength {
    /// `-h`: its own flags.
    Short,
    /// `--help`, `help`: also those that it shares with others.
    Long,
}

/// The help that these words ask for, in a room of so many columns.
///
/// # Errors
/// Neither a command nor a topic is called so.
pub(crate) fn on(
    tree: &mut Command,
    words: &[String],
    (length, room): (HelpLength, usize),
) -> Result<String, Failure> {
    let Some((first, rest)) = words.split_first() else {
        return Ok(fitted::cut(&top::page(tree), room));
    };
    let topic = TOPICS.iter().find(|topic| topic.name == first);
    if let Some(topic) = topic.filter(|_| rest.is_empty()) {
        return Ok(fitted::fitted(&(topic.page)(), room));
    }
    tree.build();
    let mut at = &mut *tree;
    for (depth, word) in words.iter().enumerate() {
        if at.find_subcommand(word).is_none() {
            return Err(unknown(at, words, depth));
        }
        at = at.find_subcommand_mut(word).expect("found above");
    }
    Ok(page(at, length, room))
}

/// The page of one command. The long one is laid out like the short one: a line a flag.
fn page(command: &Command, length: HelpLength, room: usize) -> String {
    let mut command = own_flags_first(command).mut_arg("help", |help| help.help("Print help"));
    if length == HelpLength::Long {
        command = command.mut_args(|arg| arg.hide_short_help(false));
        if let Some(about) = command.get_long_about().cloned() {
            command = command.about(about);
        }
    }
    let after = text(command.get_after_help()).to_string();
    let command = command.after_help(None::<&'static str>);
    let mut page = command
        .term_width(room.min(fitted::WIDEST))
        .render_help()
        .to_string();
    page = fitted::cut(&page, room);
    for line in after.lines() {
        if line == "Examples:" {
            page.push('\n');
        }
        page.push_str(&fitted::example(line, room));
        page.push('\n');
    }
    page
}

fn text(text: Option<&StyledStr>) -> StyledStr {
    text.cloned().unwrap_or_default()
}

/// The command with what every command takes behind what it takes itself: a verb's own arguments are
/// put together when they are needed, after those that it shares with all.
pub(crate) fn own_flags_first(command: &Command) -> Command {
    let shared = |arg: &&Arg| arg.is_global_set();
    let (shared, mut own): (Vec<&Arg>, Vec<&Arg>) = command.get_arguments().partition(shared);
    // words stand in the order in which they are typed
    own.sort_by_key(|arg| arg.get_index().unwrap_or(usize::MAX));
    let mut own_first = Command::new(command.get_name().to_owned());
    if let Some(version) = command.get_version() {
        own_first = own_first.version(version.to_owned());
    }
    own_first
        .bin_name(command.get_bin_name().unwrap_or_default().to_owned())
        .about(text(command.get_about()))
        .long_about(text(command.get_long_about().or(command.get_about())))
        .after_help(text(command.get_after_help()))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(command.is_subcommand_required_set())
        .args(own.into_iter().chain(shared).cloned())
        .hide(command.is_hide_set())
        .subcommands(command.get_subcommands().map(own_flags_first))
}

fn unknown(at: &Command, words: &[String], depth: usize) -> Failure {
    let below = at.get_subcommands().map(Command::get_name);
    let topics = topics().into_iter().filter(|_| depth == 0);
    let candidates: Vec<&str> = below.chain(topics).collect();
    let near = nearest(&words[depth], candidates);
    let before = words[..depth].join(" ");
    let meant = near.map(|near| format!("{before} {near}").trim().to_owned());
    let failure = Failure::not_found(format!("no help on `{}`", words[..=depth].join(" ")));
    let elsewhere = newcomer::verb(&words[depth]).filter(|_| depth == 0);
    match (meant, elsewhere) {
        (Some(meant), _) => failure.meant(Some(&meant)),
        (None, Some(way)) => failure.hint(way),
        (None, None) => failure.hint("`sladesk help` lists commands and topics"),
    }
}
