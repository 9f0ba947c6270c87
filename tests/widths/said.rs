//! What is said beside answers, and help: every verb that writes, and a table of refusals, each at
//! terminals of several widths.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::desk;
use crate::terminal::{Place, typed};
use crate::{NOW, WIDE, WIDTHS, broken, too_wide, words};

/// What is typed one after the other, one a line.
pub const SAID: &str = include_str!("said.txt");

fn lines() -> Vec<String> {
    let lines = SAID.lines().filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// What each line says on a desk of its own, and its exit status.
fn said(desk: &Path, width: u16) -> Vec<(String, i32)> {
    let (_kept, folder) = copy_of(desk);
    let place = Place {
        columns: width,
        ..Place::at(&folder, NOW)
    };
    let seen = typed(&place, &lines(), answer);
    seen.into_iter()
        .map(|seen| (seen.shown, seen.status))
        .collect()
}

/// Yes where a yes is asked for; a word is left unanswered.
fn answer(_: usize, question: &str) -> String {
    let yes = question.ends_with("[y/N] ");
    if yes { "y".to_owned() } else { String::new() }
}

fn copy_of(desk: &Path) -> (TempDir, std::path::PathBuf) {
    let kept = tempfile::tempdir().expect("a folder for the test");
    let folder = kept.path().to_owned();
    copy(desk, &folder);
    (kept, folder)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder can be read") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to),
            false => {
                fs::copy(entry.path(), to).expect("a file can be copied");
            }
        }
    }
}

#[test]
fn every_echo_error_and_hint_fits_the_terminal() {
    let (_kept, folder) = desk::desk();
    let wide = said(&folder, WIDE);
    let mut found = String::new();
    for width in WIDTHS {
        let narrow = said(&folder, width);
        for ((line, (narrow, status)), (wide, wide_status)) in lines().iter().zip(narrow).zip(&wide)
        {
            assert_eq!(status, *wide_status, "{line}\n{narrow}");
            let width = usize::from(width);
            // A seal and a folder are those of their own desk.
            let own = [
                "sladesk db backup",
                "sladesk db upgrade",
                "sladesk config check",
            ];
            let wrong = too_wide(&narrow, width).or_else(|| {
                let whole: BTreeSet<&str> = words(wide);
                let same = !own.iter().any(|verb| line.starts_with(verb));
                broken(&narrow, &whole, width).filter(|_| same)
            });
            if let Some(wrong) = wrong {
                writeln!(found, "{width}: {line}\n{wrong}\n{narrow}").expect("a text takes all");
            }
        }
    }
    assert!(found.is_empty(), "{found}");
}

/// The verbs that write, as help lists them.
#[test]
fn every_verb_is_among_them_or_only_reads() {
    let (_kept, folder) = desk::desk();
    let place = Place::at(&folder, NOW);
    let nouns = ["contact", "contract", "customer", "staff", "import", "db"];
    let asked: Vec<String> = std::iter::once("sladesk help".to_owned())
        .chain(nouns.map(|noun| format!("sladesk help {noun}")))
        .collect();
    let help = typed(&place, &asked, |_, _| String::new());
    let top = help[0].shown.lines();
    let tickets = top.skip_while(|line| !line.starts_with("Tickets"));
    let tickets = tickets.take_while(|line| !line.starts_with("Look"));
    let mut verbs: Vec<String> = tickets
        .flat_map(|line| line.trim_start_matches("Tickets").split_whitespace())
        .map(str::to_owned)
        .collect();
    for (noun, help) in nouns.iter().zip(&help[1..]) {
        let below = help.shown.lines().skip_while(|line| *line != "Commands:");
        let below = below.skip(1).take_while(|line| !line.is_empty());
        let names = below.filter_map(|line| line.split_whitespace().next());
        verbs.extend(names.map(|name| format!("{noun} {name}")));
    }
    assert!(verbs.len() > 45, "{verbs:?}");
    const READS: [&str; 5] = ["show", "list", "path", "stats", "seal"];
    // They make a desk, or take a whole one.
    const ELSEWHERE: [&str; 2] = ["db init", "import desk"];
    let unsaid = verbs.iter().filter(|verb| {
        let reads = verb
            .rsplit(' ')
            .next()
            .is_some_and(|last| READS.contains(&last));
        let typed = format!("sladesk {verb} ");
        !reads
            && !ELSEWHERE.contains(&verb.as_str())
            && !format!("{SAID} ").replace('\n', " \n").contains(&typed)
    });
    assert_eq!(unsaid.collect::<Vec<_>>(), Vec::<&String>::new());
}
