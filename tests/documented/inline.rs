//! Commands named within a sentence: the command and its flags are there.

use crate::page::{folder, pages, text};
use crate::terminal::{Place, typed};

const NOW: &str = "2026-03-02T08:00:00Z";

/// A command as a page names it: `sladesk plan check FILE` is `plan check`, without flags.
struct Named {
    page: String,
    verb: String,
    flags: Vec<String>,
}

fn named(page: &str) -> Vec<Named> {
    let text = text(page);
    // Rows of tables are typed by the test of the page that has them.
    let prose = text.lines().filter(|line| !line.starts_with('|'));
    let prose = prose.collect::<Vec<_>>().join("\n");
    let spans = prose.split('`').skip(1).step_by(2);
    let commands = spans.filter_map(|span| span.strip_prefix("sladesk "));
    let known = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase());
    commands
        .map(|command| {
            let words: Vec<&str> = command.split_whitespace().collect();
            let verb: Vec<&str> = words.iter().take(2).copied().take_while(known).collect();
            let flags = words.iter().filter(|word| word.starts_with('-'));
            let bare = |flag: &&str| flag.split('=').next().unwrap_or_default().to_owned();
            Named {
                page: page.to_owned(),
                verb: verb.join(" "),
                flags: flags.map(bare).collect(),
            }
        })
        .collect()
}

#[test]
fn what_a_sentence_names_can_be_typed() {
    let all: Vec<Named> = pages().iter().flat_map(|page| named(page)).collect();
    assert!(all.len() > 15, "only {} were found", all.len());
    let (_kept, path) = folder();
    // The second word may be the first argument: `sladesk show acme`.
    let asked = |named: &Named| {
        let first = named.verb.split(' ').next().unwrap_or_default();
        format!("sladesk help {} || sladesk help {first}", named.verb)
    };
    let commands: Vec<String> = all.iter().map(asked).collect();
    let seen = typed(&Place::at(&path, NOW), &commands, |_, _| String::new());
    for (named, seen) in all.iter().zip(&seen) {
        let Named { page, verb, .. } = named;
        assert_eq!(seen.status, 0, "{page} names `{verb}`: {}", seen.shown);
        for flag in &named.flags {
            let there = seen.shown.split([' ', ',', '\n']).any(|word| word == flag);
            assert!(there, "{page}: `{verb}` has no {flag}");
        }
    }
}
