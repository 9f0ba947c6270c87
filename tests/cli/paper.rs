//! Pages as pdf, from outside: in every language, on both papers, with their figures attached.
#![cfg(feature = "pdf")]

use std::fs;

use crate::sandbox::Sandbox;

const REPORT: &str = "report quarterly customer:acme --period 2026Q3";

fn desk() -> Sandbox {
    let desk = Sandbox::new();
    desk.done("sladesk --now 2026-10-14T09:00:00Z demo desk --tickets 40 --seed 7");
    desk
}

fn printed(desk: &Sandbox, line: &str) -> Vec<u8> {
    desk.done(&format!("sladesk --db desk/desk.db {line} -o page.pdf"));
    fs::read(desk.path("page.pdf")).expect("the page is there")
}

#[test]
fn a_report_is_printed_in_every_language_and_twice_alike() {
    let desk = desk();
    for language in ["en", "vi", "ru", "es", "ar"] {
        let line = format!("{REPORT} --lang {language}");
        let page = printed(&desk, &line);
        assert!(page.starts_with(b"%PDF-1.7"), "{language}");
        assert_eq!(page, printed(&desk, &line), "{language}");
    }
}

#[test]
fn a_page_has_its_figures_with_it_and_its_paper() {
    let desk = desk();
    let a4 = printed(&desk, REPORT);
    let letter = printed(&desk, &format!("{REPORT} --paper letter"));
    let has = |page: &[u8], text: &str| page.windows(text.len()).any(|w| w == text.as_bytes());
    for page in [&a4, &letter] {
        assert!(has(page, "figures.json"));
    }
    assert!(has(&a4, "[0 0 595.28 841.89]"));
    assert!(has(&letter, "[0 0 612 792]"));
    desk.fails(
        &format!("--db desk/desk.db {REPORT} --paper a5"),
        2,
        "no paper is called `a5`\n",
    );
}

#[test]
fn every_page_and_list_can_be_printed() {
    let desk = desk();
    for line in [
        "list",
        "show 1",
        "explain 1",
        "overdue",
        "contact list",
        "contract show acme",
        "plan show creatio/business",
        "report sla --period 2026Q3",
        "log",
    ] {
        assert!(printed(&desk, line).starts_with(b"%PDF-1.7"), "{line}");
    }
}
