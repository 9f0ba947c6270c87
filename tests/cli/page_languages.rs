//! Pages from outside, language by language: what stands above columns, over sections and before
//! facts is in the language of the page; codes, numbers and names are not touched by it.

use std::collections::BTreeSet;

use crate::sandbox::Sandbox;

const LANGUAGES: [&str; 4] = ["vi", "ru", "es", "ar"];

/// What two languages may well write alike.
const ALIKE: [&str; 6] = ["plan", "Plan", "Tickets", "tickets", "Ticket", "ticket"];

/// The texts of these elements, without what is in them.
fn texts<'p>(page: &'p str, tags: &[&str]) -> BTreeSet<&'p str> {
    let mut found = BTreeSet::new();
    for tag in tags {
        for part in page.split(&format!("<{tag}")).skip(1) {
            let Some((attributes, rest)) = part.split_once('>') else {
                continue;
            };
            let is_row = attributes.contains("row");
            let text = rest.split('<').next().unwrap_or_default().trim();
            if !is_row && !text.is_empty() && text.chars().any(char::is_alphabetic) {
                found.insert(text);
            }
        }
    }
    found
}

/// What is a code or a number in whichever language: it stands in cells that run from the left.
fn codes(page: &str) -> Vec<&str> {
    let cells = page.split("<bdi dir=\"ltr\">").skip(1);
    let cells = cells.filter_map(|cell| cell.split('<').next());
    let is_id = |cell: &&str| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
    cells.filter(is_id).collect()
}

/// The words in pictures.
fn drawn(page: &str) -> Vec<String> {
    let pictures = page.split("<svg").skip(1);
    let pictures = pictures.filter_map(|part| part.split("</svg>").next());
    let texts = pictures.flat_map(|picture| picture.split("<text").skip(1));
    let texts = texts.filter_map(|text| text.split("</text>").next()?.split_once('>'));
    texts.map(|(_, text)| text.to_owned()).collect()
}

/// Whether a label calls a milestone that each language has a word for by its code.
fn of_milestone(label: &str) -> bool {
    ["response", "resolution"]
        .iter()
        .any(|id| label.contains(id))
}

#[test]
fn everything_that_is_ours_on_a_page_is_in_its_language() {
    let desk = Sandbox::new();
    desk.done("sladesk demo demo --tickets 150 --seed 5");
    for report in [
        "quarterly customer:acme",
        "quarterly",
        "sla",
        "breaches",
        "usage",
        "workload",
        "whatif customer:acme --plan creatio/premium",
    ] {
        let ask = |language: &str| {
            desk.done(&format!(
                "sladesk --db demo/desk.db report {report} --period this-quarter --lang {language} -f html"
            ))
        };
        let english = ask("en");
        let ours = ["h2", "dt", "caption", "figcaption"];
        let headings = texts(&english, &ours);
        if ["sla", "quarterly"].contains(&report) {
            let labelled = drawn(&english).iter().any(|text| of_milestone(text));
            assert!(labelled, "{report}: bars without labels");
        }
        for language in LANGUAGES {
            let page = ask(language);
            assert!(
                page.contains(&format!("<html lang=\"{language}\"")),
                "{language}"
            );
            assert_eq!(
                page.contains("dir=\"rtl\">"),
                language == "ar",
                "{report} {language}"
            );
            let left: Vec<_> = texts(&page, &ours)
                .into_iter()
                .filter(|text| headings.contains(text) && !ALIKE.contains(text))
                .collect();
            assert!(left.is_empty(), "{report} {language}: {left:?}");
            let heads = |page| texts(page, &["th scope=\"col\""]);
            let left: Vec<_> = heads(&page)
                .intersection(&heads(&english))
                .filter(|text| !ALIKE.contains(text) && !text.starts_with("20"))
                .copied()
                .collect();
            assert!(left.is_empty(), "{report} {language}: {left:?}");
            assert_eq!(codes(&page), codes(&english), "{report} {language}");
            let drawn = drawn(&page);
            let left: Vec<_> = drawn.iter().filter(|text| of_milestone(text)).collect();
            assert!(left.is_empty(), "{report} {language}: {left:?}");
        }
    }
}

#[test]
fn the_same_request_gives_the_same_bytes_in_every_format() {
    let desk = Sandbox::new();
    desk.done("sladesk demo demo --tickets 40 --seed 5");
    for format in ["text", "markdown", "html", "pdf", "json", "csv"] {
        for language in ["en", "ar"] {
            let name = format!("page.{format}");
            let asked = format!(
                "sladesk --db demo/desk.db report quarterly customer:acme --period this-quarter --lang {language} -f {format} -o {name}"
            );
            let bytes = || {
                desk.done(&asked);
                std::fs::read(desk.path(&name)).expect("the page")
            };
            let first = bytes();
            assert!(!first.is_empty());
            assert!(first == bytes(), "{format} {language}");
        }
    }
}

#[test]
fn a_language_that_no_page_has_is_refused_by_all_that_have_languages() {
    let desk = Sandbox::new();
    desk.done("sladesk demo demo --tickets 5 --seed 5");
    for asked in [
        "explain 1",
        "may acme",
        "plan compare creatio",
        "report sla",
        "report quarterly",
    ] {
        let ran = desk.run(&format!("sladesk --db demo/desk.db {asked} --lang zz"));
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{asked}");
        assert!(ran.stderr.contains("`zz`"), "{asked}: {}", ran.stderr);
    }
}
