//! bash at the tab key: it cuts a word at `:` and `=` and replaces only the last piece, and it puts
//! in what it is given as it is.

use clap_complete::engine::CompletionCandidate;

use super::offer;
use super::own_shell::OwnShell;
use crate::core::text::{columns as width_of, cut};
use crate::settings::Environment;

/// bash, with words that hold `:`, `=` and spaces.
pub(super) const BASH: OwnShell = OwnShell {
    name: "bash",
    script: include_str!("bash.sh"),
    answer,
};

/// What separates words of a command line, or means something else in one.
const SPECIAL: &str = " \t\\'\"`$&|;<>()*?[]{}!#~";

fn answer(found: &[CompletionCandidate], environment: &Environment) -> String {
    let told = |name: &str| environment.text(name).unwrap_or_default();
    let before = told("_SLADESK_BEFORE");
    let quoted = told("_SLADESK_QUOTED") == "yes";
    let separator = environment.text("_CLAP_IFS").unwrap_or("\n");
    let typed = found.iter().map(|candidate| {
        let word = candidate.get_value().to_string_lossy();
        let rest = word.strip_prefix(before).unwrap_or(&word);
        match quoted {
            true => rest.to_owned(),
            false => escaped(rest),
        }
    });
    let typed: Vec<String> = typed.collect();
    // what it is given it puts in, where it puts in the next one at every key
    let puts_in = ["37", "42"].contains(&told("_SLADESK_TYPE"));
    let shown = match found.len() > 1 && !puts_in {
        true => {
            let columns = told("_SLADESK_COLUMNS").parse().unwrap_or(COLUMNS);
            explained(&typed, found, columns)
        }
        false => typed,
    };
    shown.join(separator)
}

/// How wide a terminal is that does not say.
const COLUMNS: usize = 80;

/// Words with what each means behind it: bash puts in as much as they have in common, and shows the
/// rest. Each is as long as makes it stand in a line of its own.
fn explained(words: &[String], found: &[CompletionCandidate], columns: usize) -> Vec<String> {
    let says: Vec<Option<String>> = found.iter().map(offer::told).collect();
    if says.iter().all(Option::is_none) {
        return words.to_vec();
    }
    let wide = words.iter().map(|word| width_of(word)).max().unwrap_or(0);
    let alone = columns / 2 + 1;
    let each = words.iter().zip(says);
    let line = each.map(|(word, says)| {
        let gap = " ".repeat(wide - width_of(word) + 2);
        let line = format!("{word}{gap}{}", says.unwrap_or_default());
        let line = cut(line.trim_end(), columns.saturating_sub(2));
        let rest = alone.saturating_sub(width_of(&line));
        format!("{line}{}", " ".repeat(rest))
    });
    line.collect()
}

/// As it would be typed outside of quotes.
fn escaped(word: &str) -> String {
    let mut typed = String::with_capacity(word.len());
    for character in word.chars() {
        if SPECIAL.contains(character) {
            typed.push('\\');
        }
        typed.push(character);
    }
    typed
}
