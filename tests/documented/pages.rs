//! The pages that show what is typed and what comes of it.

use std::process::Command;

use crate::page::{folder, must_hold, pages, text, transcripts};

/// A Monday, nine in the morning in Madrid: when the pages were written down.
const NOW: &str = "2026-03-02T08:00:00Z";

#[test]
fn what_a_page_shows_is_what_is_printed() {
    let mut read = 0;
    for page in pages() {
        if !transcripts(&text(&page)).is_empty() {
            let (_kept, path) = folder();
            must_hold(&page, &path, NOW);
            read += 1;
        }
    }
    assert!(read > 1, "the pages were not found");
}

#[test]
fn the_tour_begins_on_the_first_screen_and_shows_the_main_job() {
    let first: Vec<String> = text("README.md")
        .lines()
        .take(24)
        .map(str::to_owned)
        .collect();
    for command in ["    sh docs/tour.sh", "    cargo test"] {
        assert!(first.iter().any(|line| line == command), "{command}");
    }
    let tour = Command::new("sh")
        .arg(crate::page::root().join("docs/tour.sh"))
        .env("SLADESK", env!("CARGO_BIN_EXE_sladesk"))
        .env("SLADESK_NOW", NOW)
        .output()
        .expect("there is a shell");
    let shown = String::from_utf8_lossy(&tour.stdout);
    assert!(tour.status.success(), "{shown}");
    for part in [
        "$ sladesk overdue\n",
        "$ sladesk explain ",
        "$ sladesk report quarterly\n",
    ] {
        let after = shown.split(part).nth(1).unwrap_or_default();
        assert!(
            after
                .lines()
                .take_while(|line| !line.starts_with("$ "))
                .count()
                > 3,
            "{part}"
        );
    }
}
