//! The page that `sladesk help` shows: every command in its group, as the tree has them.

use clap::Command;

use super::topics;
use crate::commands::groups;
use crate::core::text::wrapped;

/// How wide the page is, and where names stand in it.
const WIDTH: usize = 80;
const INDENT: usize = 12;

/// The page.
pub(super) fn page(tree: &Command) -> String {
    let mut groups = groups();
    let known: Vec<&str> = groups
        .iter()
        .flat_map(|(_, names)| names)
        .map(String::as_str)
        .collect();
    let others = tree.get_subcommands().filter(|command| {
        let name = command.get_name();
        !command.is_hide_set() && !known.contains(&name) && name != "help"
    });
    let others: Vec<String> = others
        .map(|command| command.get_name().to_owned())
        .collect();
    if let Some((_, last)) = groups.last_mut() {
        last.extend(others);
    }
    let lines: Vec<String> = groups
        .iter()
        .map(|(title, names)| group(title, names))
        .collect();
    include_str!("top.txt")
        .replace("{groups}", &lines.join("\n"))
        .replace("{topics}", &topics().join(" "))
}

fn group(title: &str, names: &[String]) -> String {
    let names = wrapped(&names.join(" "), WIDTH - INDENT);
    let lines = names.iter().enumerate().map(|(line, names)| {
        let title = if line == 0 { title } else { "" };
        format!("{title:INDENT$}{names}")
    });
    lines.collect::<Vec<_>>().join("\n")
}
