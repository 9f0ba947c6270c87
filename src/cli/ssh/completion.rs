//! The tab key, on a desk of another host: its sladesk is asked as the shell asks this one.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::process::Stdio;

use super::address::Address;
use super::client::{of_settings, ssh};
use super::request::SshRequest;
use crate::cli::complete::SHELLS;
use crate::cli::terminal::Terminal;
use crate::failure::Failure;
use crate::settings::{COMPLETING, Settings};

/// Which word is completed, of those behind the `--`.
pub(super) const PLACE: &str = "_CLAP_COMPLETE_INDEX";

/// What else a shell says when it asks.
const ASKING: [&str; 9] = [
    "_CLAP_COMPLETE_COMP_TYPE",
    PLACE,
    "_CLAP_COMPLETE_SPACE",
    "_CLAP_IFS",
    "_SLADESK_BEFORE",
    "_SLADESK_COLUMNS",
    "_SLADESK_QUOTED",
    "_SLADESK_TYPE",
    COMPLETING,
];

/// Flags that name the desk, and what lies with it.
const OF_DESK: [&str; 3] = ["--db", "--plans", "--actor"];

/// Answers the shell with what that host offers. Whatever goes wrong, nothing is offered.
///
/// # Errors
/// The host cannot be asked.
pub(in crate::cli) fn complete(settings: &Settings, words: &[OsString]) -> Result<(), Failure> {
    let address = Address::read(&settings.db.value)?;
    let terminal = Terminal::of_process(&settings.environment);
    let asking = settings.environment.texts();
    let asking = asking.filter(|(name, _)| is_asking(name));
    let words = words.iter().filter_map(|word| word.to_str());
    let mut request = SshRequest {
        words: words.map(str::to_owned).collect(),
        completes: true,
        ..of_settings(&address, settings, terminal)?
    };
    let asking = asking.map(|(name, value)| (name.to_owned(), value.to_owned()));
    request.variables.extend(asking);
    request.terminal = Default::default();
    let mut ssh = ssh(&address, &request, &settings.ssh.value)?;
    ssh.stdin(Stdio::null()).stderr(Stdio::null());
    let _ = ssh.status();
    Ok(())
}

fn is_asking(name: &str) -> bool {
    ASKING.contains(&name)
}

/// Whether it is a shell that asks, in the way in which shells do: whatever else would come of such
/// words is none of a tab key.
pub(super) fn is_of_shell(request: &SshRequest) -> bool {
    let shell = request.variables.get(COMPLETING);
    let known = shell.is_some_and(|shell| SHELLS.completer(shell).is_some());
    let line = request.words.get(1).is_some_and(|word| word == "--");
    // behind the program's own name, twice
    let mut typed = request.words.iter().skip(3);
    known && line && !typed.any(|word| begins_a_path(word))
}

/// Whether a word, or what is joined to a flag, begins as a path does that leads elsewhere: it names
/// files of the host on which it is typed.
pub(in crate::cli) fn begins_a_path(word: &str) -> bool {
    let leads = |word: &str| word.starts_with(['/', '.', '~']);
    let joined = word.split_once('=').map(|(_, value)| value);
    let short = word.strip_prefix('-').filter(|rest| !rest.starts_with('-'));
    leads(word)
        || joined.is_some_and(leads)
        || short.is_some_and(|rest| rest.chars().nth(1).is_some_and(|c| "/.~".contains(c)))
}

/// The variables by which the shell of the other host asks.
pub(super) fn variables(
    handed: &BTreeMap<String, String>,
) -> impl Iterator<Item = (&String, &String)> {
    handed.iter().filter(|(name, _)| is_asking(name))
}

/// What a shell asks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AskedCompletion {
    pub words: Vec<String>,
    /// Which of the words behind the `--` is completed.
    pub place: usize,
}

/// The same without the words that say which desk is meant: it is this host's.
pub(super) fn without_desk(
    words: &[String],
    variables: &BTreeMap<String, String>,
) -> AskedCompletion {
    let line = words.iter().position(|word| word == "--");
    let line = line.map_or(words.len(), |at| at + 1);
    let place = variables.get(PLACE).and_then(|place| place.parse().ok());
    let last = words.len() - line;
    let mut place: usize = place.unwrap_or(last.saturating_sub(1)).min(last);
    let mut kept = words[..line].to_vec();
    let (mut at, mut gone) = (line, 0);
    while at < words.len() {
        let word = words[at].as_str();
        let joined = OF_DESK.iter().any(|flag| {
            word.strip_prefix(flag)
                .is_some_and(|rest| rest.starts_with('='))
        });
        let taken = match () {
            () if OF_DESK.contains(&word) => 2,
            () if joined => 1,
            () => 0,
        };
        if taken == 0 {
            kept.push(words[at].clone());
            at += 1;
            continue;
        }
        gone += (line + place).saturating_sub(at).min(taken);
        at += taken;
    }
    place -= gone.min(place);
    AskedCompletion { words: kept, place }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str, place: usize) -> (String, usize) {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let variables = BTreeMap::from([(PLACE.to_owned(), place.to_string())]);
        let asked = without_desk(&words, &variables);
        (asked.words.join(" "), asked.place)
    }

    #[test]
    fn a_path_is_of_the_host_where_it_is_typed() {
        for path in [
            "/etc/",
            "./a",
            "../a",
            "~/a",
            "--file=/etc",
            "-F/etc",
            "-o~/x",
        ] {
            assert!(begins_a_path(path), "{path}");
        }
        for word in [
            "",
            "creatio/basic",
            "--file",
            "-F",
            "since:opened",
            "a.toml",
            "-o",
        ] {
            assert!(!begins_a_path(word), "{word}");
        }
    }

    #[test]
    fn the_desk_is_left_out_and_the_place_moves_with_the_words() {
        let line = "sladesk -- sladesk --db ssh://desk1 show 4";
        assert_eq!(asked(line, 4), ("sladesk -- sladesk show 4".to_owned(), 2));
        let line = "sladesk -- sladesk show --db=ssh://desk1 4";
        assert_eq!(asked(line, 3), ("sladesk -- sladesk show 4".to_owned(), 2));
        let line = "sladesk -- sladesk show 4 --actor minh";
        assert_eq!(asked(line, 2), ("sladesk -- sladesk show 4".to_owned(), 2));
        assert_eq!(asked("sladesk -- sladesk sh", usize::MAX).1, 2);
    }
}
