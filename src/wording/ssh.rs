//! Sentences about a desk on another host, on this side and on that one.

use super::list::listed;

/// An address that cannot be read: what it says, and what it would be.
pub(crate) fn no_address(typed: &str) -> (String, &'static str) {
    (
        format!("`{typed}` is no address of a desk"),
        "write `ssh://[user@]host[:port][/path/of/desk.db]`",
    )
}

/// A word that is no Unicode cannot be handed to another host.
pub(crate) fn no_text(word: &str) -> String {
    format!("`{word}` cannot be handed on: it is no text")
}

/// Plan files of this host, for a desk of another: what is wrong, and what to do.
pub(crate) fn plans_lie_there() -> (&'static str, &'static str) {
    (
        "plan files lie with the desk: `--plans` names a folder of this host",
        "name the folder in the configuration file of that host, or sign from a file: `contract sign C ours.toml:gold`",
    )
}

/// What is handed over is longer than a command line may be.
pub(crate) fn too_long() -> (&'static str, &'static str) {
    (
        "that is more than fits a command of another host",
        "put a long text into a file: `-F FILE`",
    )
}

/// The program that reaches other hosts could not be run.
pub(crate) fn not_started(program: &str, fault: &str) -> (String, &'static str) {
    (
        format!("cannot start `{program}`: {fault}"),
        "`SLADESK_SSH` names another: `SLADESK_SSH=\"ssh -i desk_key\"`",
    )
}

/// The host was not reached, or the line broke: whether a write stands there is not known.
pub(crate) fn not_reached(host: &str) -> (String, [String; 2]) {
    (
        format!("no answer from {host}"),
        [
            format!("`ssh {host} true` tells more of the connection"),
            "whether a write stands is not known: `sladesk log -n 1` shows the last one, and `--once KEY` makes it safe to try again".to_owned(),
        ],
    )
}

/// The host has no such program.
pub(crate) fn no_program(host: &str) -> (String, &'static str) {
    (
        format!("{host} has no `sladesk` on the path of a plain login"),
        "install it there, or name it in authorized_keys: `sladesk help serve`",
    )
}

/// The program there answers in a way that this one does not know.
pub(crate) fn no_answer(host: &str) -> String {
    format!("what came from {host} is no answer of sladesk")
}

/// Both programs must speak of the same things.
pub(crate) fn other_protocol(here: &str, asking: &str) -> (String, &'static str) {
    (
        format!("the desk's host has sladesk {here}, the one that asks {asking}"),
        "install the same version on both",
    )
}

/// Somebody types `serve`, or logs in with a key that serves sladesk alone.
pub(crate) fn nothing_asked() -> (&'static str, &'static str) {
    (
        "`serve` answers another sladesk, which has not asked",
        "on your own host: `sladesk --db ssh://HOST overdue`",
    )
}

/// What another sladesk asked cannot be read.
pub(crate) const UNREADABLE: &str = "what was asked from the other host cannot be read";

/// The files of the asking host came in part only.
pub(crate) fn cut_off(file: &str) -> String {
    format!("{file} came in part only; nothing was done")
}

/// The key serves one desk, and another was named.
pub(crate) fn own_desk() -> (&'static str, &'static str) {
    (
        "this key is for one desk, which its host names",
        "leave the path out: `--db ssh://HOST`",
    )
}

/// The key may not name files of its host.
pub(crate) fn no_files_of_host(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    format!(
        "this key may name no file of the desk's host: {}",
        listed(&words)
    )
}

/// The key may look, and a write was asked for.
pub(crate) const READ_ONLY: &str = "this key may read the desk, and write nothing";
