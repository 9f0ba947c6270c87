//! Sentences belong into `wording/` and into the help of verbs. What stands elsewhere is counted a
//! file, and the counts in `tests/sentences.txt` may only fall.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

#[path = "support/rust_files.rs"]
mod rust_files;

use rust_files::{root, rust_files};

/// The sum of the table: a sentence may move to a new file, never come in anew.
const MOST: usize = 947;

type Counts = BTreeMap<String, usize>;

/// Files of which the sentences are nobody's to read but who tests.
fn is_tests(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.ends_with("/fixtures.rs")
}

fn counted() -> Counts {
    let mut counts = Counts::new();
    for file in rust_files("src") {
        let path = file.strip_prefix(root()).expect("a file of the sources");
        let path = path.to_string_lossy().replace('\\', "/");
        if path.starts_with("src/wording/") || is_tests(&path) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a file of the sources");
        let count = literals(&text)
            .iter()
            .filter(|text| is_sentence(text))
            .count();
        if count > 0 {
            counts.insert(path, count);
        }
    }
    counts
}

fn kept() -> Counts {
    let table = fs::read_to_string(root().join("tests/sentences.txt")).unwrap_or_default();
    let line = |line: &str| {
        let (count, path) = line.split_once(' ').expect("a count and a path");
        (path.to_owned(), count.parse().expect("a count"))
    };
    table.lines().map(line).collect()
}

/// The string literals that people may be shown: without those of comments, of unit tests at the
/// end of a file, of attributes of the command line, and of failures that are bugs.
fn literals(text: &str) -> Vec<String> {
    let text = match text.find("#[cfg(test)]\nmod ") {
        Some(tests) if text[tests..].lines().nth(1).is_some_and(opens) => &text[..tests],
        _ => text,
    };
    let mut found = Vec::new();
    let mut rest = text;
    let mut before = String::new();
    while let Some(c) = rest.chars().next() {
        let end = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '#' if rest.starts_with("#[arg(") || rest.starts_with("#[command(") => attribute(rest),
            '\'' => character(rest),
            'r' if raw(rest).is_some() && !continues_a_name(&before) => {
                let (from, to, end) = raw(rest).expect("it was just found");
                found.push(rest[from..to].to_owned());
                end
            }
            '"' => {
                let end = closing(rest);
                if !says_a_bug(&before) {
                    found.push(rest[1..end - 1].to_owned());
                }
                end
            }
            c => {
                before.push(c);
                rest = &rest[c.len_utf8()..];
                continue;
            }
        };
        if c == '"' || c == 'r' {
            before.push('_');
        }
        rest = &rest[end..];
    }
    found
}

fn opens(line: &str) -> bool {
    line.ends_with('{')
}

fn continues_a_name(before: &str) -> bool {
    before.ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// Where the brackets of an attribute close.
fn attribute(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 1;
    while at < text.len() {
        match text.as_bytes()[at] {
            b'"' => at += closing(&text[at..]) - 1,
            b'[' => depth += 1,
            b']' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of a character literal, or of the mark of a lifetime.
fn character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => text[3..].find('\'').map_or(text.len(), |end| end + 4),
        Some((at, c)) if text[at + c.len_utf8()..].starts_with('\'') => at + c.len_utf8() + 1,
        _ => 1,
    }
}

/// From where to where a raw literal at the beginning says something, and where it ends.
fn raw(text: &str) -> Option<(usize, usize, usize)> {
    let hashes = text[1..].chars().take_while(|c| *c == '#').count();
    let from = 1 + hashes + 1;
    text[1 + hashes..].starts_with('"').then_some(())?;
    let close = format!("\"{}", "#".repeat(hashes));
    let to = from + text[from..].find(&close)?;
    Some((from, to, to + close.len()))
}

/// Where a literal at the beginning ends.
fn closing(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Whether what follows is said to whoever looks for a bug.
fn says_a_bug(before: &str) -> bool {
    const BUGS: [&str; 5] = [
        "expect(",
        "panic!(",
        "unreachable!(",
        "assert!(",
        "Error::bug(",
    ];
    let before = before.trim_end();
    BUGS.iter().any(|bug| before.ends_with(bug))
}

/// Whether a literal has two words of prose in a row: words in lower case, but for a capital at
/// their beginning; a value that is put in counts as none, nor do the tags of a page.
fn is_sentence(text: &str) -> bool {
    let text = text.replace("\\\n", " ").replace("\\n", " ");
    let text = match text.trim_start().starts_with('<') {
        true => without_tags(&text),
        false => text,
    };
    let mut words = 0;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphabetic() && c != '{' && c != '}');
        let rest = bare
            .strip_prefix(|c: char| c.is_uppercase())
            .unwrap_or(bare);
        let prose = rest.len() > 1 && rest.chars().all(|c| c.is_lowercase() || c == '\'');
        words = if prose { words + 1 } else { 0 };
        if words == 2 {
            return true;
        }
    }
    false
}

/// What is left of a page beside its tags, and beside a tag that another literal ends. No two words
/// stand in a row with a tag between them.
fn without_tags(text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some(from) = rest.find('<') {
        left.push_str(&rest[..from]);
        left.push_str(" {} ");
        rest = rest[from..]
            .find('>')
            .map_or("", |to| &rest[from + to + 1..]);
    }
    left + rest
}

#[test]
fn tags_are_no_sentence_and_hide_none() {
    for text in [
        "<p class=\"one two\">",
        "<td class=\"",
        "<b>{}</b> of {}",
        "<tr><td>Due</td><td>left</td>",
    ] {
        assert!(!is_sentence(text), "{text}");
    }
    for text in [
        "<FILE> is no such thing",
        "<p>Nothing is due</p>",
        "\\n<b>{}</b> was met late",
    ] {
        assert!(is_sentence(text), "{text}");
    }
}

#[test]
fn sentences_outside_wording_grow_fewer() {
    let (kept, counted) = (kept(), counted());
    let sum: usize = kept.values().sum();
    assert!(
        sum <= MOST,
        "{sum} sentences in tests/sentences.txt, and there were {MOST}: the new ones belong into \
         `wording/`"
    );
    let paths: BTreeSet<&String> = kept.keys().chain(counted.keys()).collect();
    let of = |counts: &Counts, path: &String| counts.get(path).copied().unwrap_or_default();
    let mut said = String::new();
    for path in paths {
        let (known, now) = (of(&kept, path), of(&counted, path));
        let _ = match now.cmp(&known) {
            Ordering::Equal => Ok(()),
            Ordering::Less if now == 0 => writeln!(said, "take out `{known} {path}`"),
            Ordering::Less => writeln!(said, "`{known} {path}` is `{now} {path}` now"),
            Ordering::Greater => writeln!(
                said,
                "{path} has {now} sentences, and had {known}: those that did not stand in another \
                 file belong into `wording/`"
            ),
        };
    }
    assert!(said.is_empty(), "tests/sentences.txt:\n{said}");
}
#[test]
fn what_a_sentence_is() {
    let text = r###"
        /// no ticket fits this comment
        #[arg(help = "the help of a verb is its own")]
        fn said<'a>(c: char) -> &'a str {
            let bug = expect("the list was filled above");
            let code = "not-promised"; let sql = "SELECT id FROM entry WHERE id = $1";
            let value = format!("{number} {state}"); let quote = '"';
            let one = "no ticket fits";
            let two = r#"it is "over" by now"#;
            let three = format!("{number} is not waiting");
        }
        #[cfg(test)]
        mod tests {
            const NONE: &str = "nobody is shown this";
        }
    "###;
    let text = text.replace("\n        ", "\n");
    let said: Vec<String> = literals(&text)
        .into_iter()
        .filter(|text| is_sentence(text))
        .collect();
    assert_eq!(
        said,
        [
            "no ticket fits",
            "it is \"over\" by now",
            "{number} is not waiting"
        ]
    );
}
