//! Every list and every page at terminals of several widths, on a desk whose texts are
//! Vietnamese, Arabic, Chinese, emoji and words without end: no line is wider than the terminal, no
//! word is broken that fits, headings are whole and the subject keeps its place.

mod desk;
#[path = "../support/help_topics.rs"]
mod help_topics;
mod helped;
mod said;
#[path = "../support/terminal.rs"]
mod terminal;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use terminal::{Place, typed};

/// A Wednesday, three in the afternoon in Madrid.
const NOW: &str = "2026-10-14T13:00:00Z";

const WIDTHS: [u16; 4] = [60, 80, 100, 160];

/// At this width nothing has to give way.
const WIDE: u16 = 3000;

/// What is asked, one a line; each ends with the status 0 or as the line says.
const ASKED: &str = include_str!("asked.txt");

/// What stands before what is said beside a table, in English and Vietnamese, and in place of a name that there is not.
const BESIDE: [&str; 9] = ["all:", "^", "-", "ở", "mọi", "dòng:", "في", "كل", "الأسطر:"];

/// The days that a short form has for `yesterday` and `tomorrow`.
const SHORT_DAYS: [&str; 2] = ["13", "15"];

/// How many columns a terminal takes for it, where each grapheme is drawn by itself.
fn columns(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

fn asked() -> Vec<String> {
    let lines = ASKED.lines().filter(|line| !line.is_empty());
    lines.map(|line| format!("{line} 2>>said")).collect()
}

fn answers(folder: &Path, width: u16) -> Vec<String> {
    let place = Place {
        columns: width,
        ..Place::at(folder, NOW)
    };
    let asked = asked();
    let seen = typed(&place, &asked, |_, _| String::new());
    let answers = seen.into_iter().zip(&asked).map(|(seen, line)| {
        let said = std::fs::read_to_string(folder.join("said")).unwrap_or_default();
        assert!(
            [0, 3, 6, 7, 10].contains(&seen.status),
            "{line}: {}\n{said}",
            seen.status
        );
        seen.shown
    });
    answers.collect()
}

/// The words of an answer, as spaces part them.
fn words(answer: &str) -> BTreeSet<&str> {
    answer.split_whitespace().collect()
}

/// Whether a word stands whole in what it is taken from, or is a part between the signs at which a
/// code may be cut, or of one that is wider than the terminal.
fn is_whole(word: &str, whole: &BTreeSet<&str>, width: usize) -> bool {
    const SIGNS: &[char] = &[',', '/', '=', '.', '-', ':', '@', '_', ';'];
    let wide = |c: char| UnicodeWidthChar::width(c) == Some(2);
    // a value that is said beside the columns stands behind what it is
    let bare = word.trim_end_matches(['…', ';', '؛', ':']);
    let part_of = |of: &&&str| {
        of.match_indices(bare).any(|(at, _)| {
            let before = &of[..at];
            let after = &of[at + bare.len()..];
            let begins = before.is_empty() || before.ends_with(SIGNS);
            let ends = after.is_empty() || bare.ends_with(SIGNS);
            (begins && ends) || columns(of) > width.saturating_sub(24)
        })
    };
    whole.contains(word)
        || whole.contains(bare)
        || word.ends_with('…')
        || word.chars().any(wide)
        || word.starts_with("w-")
        || whole.iter().any(|of| part_of(&of))
}

/// Without the marks that say in which direction a value runs: what goes on in a further line has
/// them on each.
fn unmarked(text: &str) -> String {
    let is_mark = |c: char| matches!(c, '\u{200e}'..='\u{200f}' | '\u{2066}'..='\u{2069}');
    text.replace(is_mark, "")
}

/// The line that is wider than the terminal, if one is.
fn too_wide(answer: &str, width: usize) -> Option<String> {
    let line = answer.lines().find(|line| columns(line) > width)?;
    Some(format!("a line is {} wide: {line}", columns(line)))
}

/// The words that are broken, if some are.
fn broken(answer: &str, whole: &BTreeSet<&str>, width: usize) -> Option<String> {
    let broken = words(answer).into_iter().filter(|word| {
        let small = word.to_lowercase();
        let known = [*word, small.as_str()];
        !BESIDE.contains(word)
            && !SHORT_DAYS.contains(word)
            && !known.iter().any(|word| is_whole(word, whole, width))
    });
    let broken: Vec<_> = broken.collect();
    (!broken.is_empty()).then(|| format!("broken: {broken:?}"))
}

/// What is wrong with an answer at that width, if anything.
fn wrong(answer: &str, wide: &str, width: usize) -> Option<String> {
    let (answer, wide) = (&unmarked(answer), &unmarked(wide));
    // Beside a table and on cards headings stand in their own letters, or in small ones.
    let small = wide.to_lowercase();
    let whole: BTreeSet<&str> = words(wide).union(&words(&small)).copied().collect();
    let wrong = too_wide(answer, width).or_else(|| broken(answer, &whole, width));
    if wrong.is_some() {
        return wrong;
    }
    let mut lines = answer.lines();
    let head = lines.next().unwrap_or_default();
    let (before, _) = head.split_once("SUBJECT")?;
    let place = columns(before);
    if place + 20 > width {
        return Some(format!("the subject has {} columns", width - place));
    }
    let aligned = |line: &&str| {
        let mut at = 0;
        let before = line.graphemes(true).take_while(|grapheme| {
            at += columns(grapheme);
            at <= place
        });
        let before: String = before.collect();
        columns(line) <= place || (columns(&before) == place && before.ends_with("  "))
    };
    let crooked = lines.find(|line| place > 0 && !aligned(line));
    crooked.map(|line| format!("not aligned: {line}"))
}

#[test]
fn every_list_and_page_fits_the_terminal() {
    let (_kept, folder) = desk::desk();
    let wide = answers(&folder, WIDE);
    let mut found = String::new();
    for width in WIDTHS {
        let narrow = answers(&folder, width);
        for ((line, answer), wide) in asked().iter().zip(&narrow).zip(&wide) {
            if let Some(wrong) = wrong(answer, wide, width.into()) {
                writeln!(found, "{width}: {line}\n{wrong}\n{answer}").expect("a text takes all");
            }
        }
    }
    assert!(found.is_empty(), "{found}");
}

#[test]
fn a_desk_of_strange_texts_answers_something_everywhere() {
    let (_kept, folder) = desk::desk();
    for (line, answer) in asked().iter().zip(answers(&folder, 80)) {
        assert!(!answer.trim().is_empty(), "{line}");
    }
}

#[test]
fn a_folder_of_reports_shows_how_far_it_has_come_and_leaves_the_paths() {
    let (_kept, folder) = desk::desk();
    std::fs::create_dir(folder.join("out")).expect("a folder");
    // a terminal that says what it is can have a bar
    let asked = "TERM=xterm sladesk report quarterly --period this-quarter -f markdown -o out/";
    let place = Place {
        columns: 60,
        ..Place::at(&folder, NOW)
    };
    let seen = typed(&place, &[asked.to_owned()], |_, _| String::new());
    assert_eq!(seen[0].status, 0, "{}", seen[0].shown);
    for step in ["reporting", "writing"] {
        assert!(seen[0].shown.contains(step), "{step}: {:?}", seen[0].shown);
    }
    let paths = std::fs::read_dir(folder.join("out")).expect("the folder");
    for path in paths {
        let name = path.expect("a file").file_name();
        let name = name.to_string_lossy();
        assert!(seen[0].shown.contains(&format!("out/{name}")), "{name}");
    }
    let quiet = typed(
        &place,
        &[format!("{asked} -y 2>said"), "cat said".to_owned()],
        |_, _| String::new(),
    );
    let shown = &quiet[1].shown;
    assert!(
        !shown.contains("reporting"),
        "no bar where nobody watches: {shown}"
    );
}

#[test]
fn the_log_has_rows_at_sixty_columns() {
    let (_kept, folder) = desk::desk();
    let lines = asked();
    for (line, answer) in lines.iter().zip(answers(&folder, 60)) {
        if ["sladesk log 2", "sladesk log ticket:3 2"]
            .iter()
            .any(|log| line.starts_with(log))
        {
            let head = answer.lines().next().unwrap_or_default();
            assert!(head.ends_with("WHAT"), "{line}\n{answer}");
        }
    }
}
