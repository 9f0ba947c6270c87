//! Which words name files, and on which host they lie. What is read lies where it was typed: it is
//! handed over under a name of its own. What the desk keeps beside itself lies on its host.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Component, Path};

use clap::ArgMatches;
use clap::parser::ValueSource;

use crate::plans::file_and_plan;

/// An argument: its command, by noun and verb, and its own name.
type NamedArgument = (&'static str, &'static str, &'static str);

/// Arguments that name a file to be read; a test holds them to the tree.
const READ: &[NamedArgument] = &[
    ("", "", "file"),
    ("import", "contacts", "mapping"),
    ("import", "contacts", "source"),
    ("import", "desk", "source"),
    ("import", "events", "mapping"),
    ("import", "events", "source"),
    ("import", "holidays", "source"),
    ("plan", "check", "files"),
    ("plan", "test", "files"),
];

/// Arguments that name terms, which may stand in a file.
const TERMS: &[NamedArgument] = &[
    ("", "", "compared"),
    ("", "", "new"),
    ("", "", "old"),
    ("", "", "plan"),
    ("", "", "whose"),
];

/// Arguments that name a file of the desk's host.
const ON_HOST: &[NamedArgument] = &[
    ("db", "backup", "to"),
    ("db", "restore", "from"),
    ("demo", "", "folder"),
    ("man", "", "dir"),
];

/// Whether a table has the argument of a command.
fn has(table: &[NamedArgument], path: &[&str], id: &str) -> bool {
    let noun = path.first().copied().unwrap_or_default();
    let verb = path.get(1).copied().unwrap_or_default();
    let is = |(of_noun, of_verb, arg): &NamedArgument| {
        let everywhere = of_noun.is_empty();
        *arg == id && (everywhere || (*of_noun, *of_verb) == (noun, verb))
    };
    table.iter().any(is)
}

/// Whether a command takes files and terms by their place, and not behind flags alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ByPlace {
    /// A word that looks like a file is a text.
    #[default]
    No,
    Yes,
}

/// Flags that stand before a file or terms.
const FLAGS: [&str; 4] = ["-F", "--file", "--mapping", "--plan"];

/// What typed words name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct NamedFiles {
    pub by_place: ByPlace,
    /// To be read, where they were typed.
    pub read: Vec<String>,
    /// On the desk's host.
    pub on_host: Vec<String>,
}

impl NamedFiles {
    /// The files that parsed words name. stdin is none.
    pub(super) fn of(matches: &ArgMatches) -> NamedFiles {
        let mut found = NamedFiles::default();
        let mut path = Vec::new();
        let mut matches = matches;
        while let Some((name, below)) = matches.subcommand() {
            path.push(name);
            matches = below;
            found.add(&path, below);
        }
        found
    }

    fn add(&mut self, path: &[&str], matches: &ArgMatches) {
        for id in matches.ids().map(clap::Id::as_str) {
            let (read, terms) = (has(READ, path, id), has(TERMS, path, id));
            let on_host = has(ON_HOST, path, id);
            if !(read || terms || on_host)
                || matches.value_source(id) != Some(ValueSource::CommandLine)
            {
                continue;
            }
            if id != "file" && id != "mapping" {
                self.by_place = ByPlace::Yes;
            }
            let values = matches.get_raw(id).into_iter().flatten();
            for word in values.filter_map(OsStr::to_str) {
                match (read, terms) {
                    (true, _) if word == STDIN => {}
                    (true, _) => self.read.push(word.to_owned()),
                    (_, true) => {
                        let file = file_and_plan(word).map(|(file, _)| file.to_owned());
                        self.read.extend(file);
                    }
                    _ => self.on_host.push(word.to_owned()),
                }
            }
        }
    }

    /// Those that a key may not name which is handed all that it reads: they lie outside of what
    /// was handed over.
    pub(super) fn outside(&self) -> Vec<&str> {
        let read = self.read.iter().filter(|file| !is_handed(file));
        read.chain(&self.on_host).map(String::as_str).collect()
    }
}

/// What is read from stdin is called so, and no file is.
const STDIN: &str = "-";

/// Whether a name is one under which a file is handed over.
pub(super) fn is_handed(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    !name.is_empty() && name != STDIN && parts.all(|part| matches!(part, Component::Normal(_)))
}

/// The names under which files are handed over: their own where it can be, and no two the same.
pub(super) fn handed_names(files: &[String]) -> BTreeMap<String, String> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for file in files {
        let parts = Path::new(file).components();
        let plain = parts.filter_map(|part| match part {
            Component::Normal(part) => part.to_str(),
            _ => None,
        });
        let own = plain.collect::<Vec<_>>().join("/");
        let taken = |name: &str| {
            let others = names.iter().any(|(of, other)| of != file && other == name);
            others || name == STDIN
        };
        let mut name = own.clone();
        let mut n = 1;
        while taken(&name) {
            n += 1;
            name = format!("{n}/{own}");
        }
        names.insert(file.clone(), name);
    }
    names
}

/// A word with the file that it names under the name of its hand-over; `before` is the word in front
/// of it.
pub(super) fn renamed(
    word: &str,
    before: &str,
    names: &BTreeMap<String, String>,
    by_place: ByPlace,
) -> String {
    let short = |flags: &str| {
        let flags = flags.strip_prefix('-');
        flags.is_some_and(|flags| !flags.starts_with('-') && flags.ends_with('F'))
    };
    let alone = by_place == ByPlace::Yes || FLAGS.contains(&before) || short(before);
    for (file, name) in names {
        if let Some(joined) = word.strip_suffix(file.as_str())
            && (joined.is_empty() && alone || joined.ends_with('=') || short(joined))
        {
            return format!("{joined}{name}");
        }
        if let Some(plan) = word.strip_prefix(file.as_str())
            && plan.starts_with(':')
            && alone
        {
            return format!("{name}{plan}");
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::complete::names_terms as terms_of;
    use crate::cli::tree;

    fn named(line: &str) -> NamedFiles {
        let matches = tree::whole().try_get_matches_from(line.split(' '));
        NamedFiles::of(&matches.expect("a line that is understood"))
    }

    #[test]
    fn files_are_known_by_their_arguments() {
        let read = |line: &str| named(line).read;
        assert_eq!(read("sladesk reply 4 -F a.txt"), ["a.txt"]);
        assert_eq!(read("sladesk reply 4 -F -"), [""; 0]);
        assert_eq!(read("sladesk reply 4 -m a.txt"), [""; 0]);
        let import = "sladesk import events log.csv --mapping /m/own.toml";
        assert_eq!(read(import), ["log.csv", "/m/own.toml"]);
        assert_eq!(
            read("sladesk contract sign acme ours.toml:gold"),
            ["ours.toml"]
        );
        assert_eq!(read("sladesk contract sign acme csd-group/elite"), [""; 0]);
        assert_eq!(read("sladesk plan diff acme a/b.toml:gold"), ["a/b.toml"]);
        assert_eq!(read("sladesk calendar show /a/b.toml:gold"), ["/a/b.toml"]);
        assert_eq!(named("sladesk db backup /mnt/").on_host, ["/mnt/"]);
        assert_eq!(named("sladesk db backup /mnt/").outside(), ["/mnt/"]);
        assert_eq!(named("sladesk db restore -").outside(), ["-"]);
        assert_eq!(
            named("sladesk plan check ../a.toml b.toml").outside(),
            ["../a.toml"]
        );
    }

    /// A flag that is new and names a file has to say on which host it lies.
    #[test]
    fn every_argument_that_names_a_file_has_its_host() {
        let mut missing = Vec::new();
        walk(&tree::whole(), &[], &mut missing);
        assert_eq!(missing, [""; 0]);
    }

    fn walk(command: &clap::Command, path: &[&str], missing: &mut Vec<String>) {
        for arg in command.get_arguments().filter(|arg| !arg.is_global_set()) {
            let names = arg.get_value_names().unwrap_or_default();
            let files = ["FILE", "DIR", "PLAN", "FILE|DIR/"];
            let of_file = names.iter().any(|name| files.contains(&name.as_str()));
            let of_terms = terms_of(&path.join(" "), arg);
            let id = arg.get_id().as_str();
            let known = [READ, TERMS, ON_HOST].iter().any(|all| has(all, path, id));
            if (of_file || of_terms) && !known {
                missing.push(format!("{path:?} {id}"));
            }
        }
        for below in command.get_subcommands() {
            walk(below, &[path, &[below.get_name()]].concat(), missing);
        }
    }

    #[test]
    fn a_file_is_handed_over_under_a_name_below_a_folder() {
        let files = ["/a/x.csv", "x.csv", "../x.csv", "./b/y.toml"].map(str::to_owned);
        let names = handed_names(&files);
        let of = |file: &str| names[file].as_str();
        assert_eq!(of("/a/x.csv"), "a/x.csv");
        assert_eq!((of("x.csv"), of("../x.csv")), ("x.csv", "2/x.csv"));
        assert_eq!(of("./b/y.toml"), "b/y.toml");
        assert!(names.values().all(|name| is_handed(name)));
        for (word, becomes) in [
            ("/a/x.csv", "a/x.csv"),
            ("--mapping=./b/y.toml", "--mapping=b/y.toml"),
            ("-F../x.csv", "-F2/x.csv"),
            ("-qF../x.csv", "-qF2/x.csv"),
            ("./b/y.toml:gold", "b/y.toml:gold"),
            ("see /a/x.csv", "see /a/x.csv"),
        ] {
            assert_eq!(renamed(word, "", &names, ByPlace::Yes), becomes, "{word}");
        }
        // a subject is a text, whatever it looks like
        let subject = |before: &str| renamed("/a/x.csv", before, &names, ByPlace::No);
        assert_eq!(
            (subject("dana").as_str(), subject("-qF").as_str()),
            ("/a/x.csv", "a/x.csv")
        );
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for name in ["", "-", "/etc/passwd", "../a", "a/../../b", "."] {
            assert!(!is_handed(name), "{name}");
        }
    }
}
