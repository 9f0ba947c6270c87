//! Help, as it is asked for in all the ways that people ask.

use std::collections::BTreeSet;

use crate::sandbox::{Sandbox, sources};

#[test]
fn the_first_page_is_the_same_however_it_is_asked_for() {
    let sandbox = Sandbox::new();
    let page = sandbox.done("sladesk help");
    assert!(
        page.starts_with("sladesk holds a support desk to what its contracts promise\n\nTickets ")
    );
    let longest = page.lines().map(|line| line.chars().count()).max();
    assert!(longest <= Some(80) && page.lines().count() <= 24, "{page}");
    for line in [
        "sladesk --help",
        "sladesk -h",
        "sladesk --color never --help",
    ] {
        assert_eq!(sandbox.done(line), page, "{line}");
    }
}

#[test]
fn the_first_page_names_every_command() {
    let sandbox = Sandbox::new();
    let page = sandbox.done("sladesk help");
    let lists = page.lines().skip(2).take_while(|line| !line.is_empty());
    let lists = lists.collect::<Vec<_>>().join(" ");
    let headings = ["Tickets", "Look", "Contracts", "Promises", "Desk"];
    let names = lists.split_whitespace().map(str::to_owned);
    let named: BTreeSet<String> = names
        .filter(|word| !headings.contains(&word.as_str()))
        .collect();
    sandbox.done("sladesk man --dir pages");
    let pages = std::fs::read_dir(sandbox.path("pages")).expect("the pages are there");
    let commands: BTreeSet<String> = pages
        .filter_map(|page| {
            let file = page.expect("a page").file_name();
            let name = file
                .to_str()?
                .strip_prefix("sladesk-")?
                .strip_suffix(".1")?;
            // A verb of a noun stands on the noun's own page.
            (!name.contains('-') && !["help", "man"].contains(&name)).then(|| name.to_owned())
        })
        .collect();
    assert_eq!(named, commands);
}

#[test]
fn a_command_tells_the_same_by_help_and_by_its_flag() {
    let sandbox = Sandbox::new();
    let page = sandbox.done("sladesk help contract sign");
    assert_eq!(sandbox.done("sladesk contract sign --help"), page);
    assert!(
        page.contains("--once"),
        "the long page has what all writes take"
    );
    let short = sandbox.done("sladesk contract sign -h");
    assert!(!short.contains("--once") && short.contains("--region"));
}

#[test]
fn every_topic_fits_a_screen_of_a_hundred_columns() {
    let sandbox = Sandbox::new();
    for topic in [
        "filters",
        "times",
        "fields",
        "formats",
        "exit-codes",
        "plans",
    ] {
        let page = sandbox.done(&format!("sladesk help {topic}"));
        assert!(page.lines().count() > 5, "{topic}");
        let longest = page.lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(102), "{topic}: {longest:?}");
    }
}

#[test]
fn an_unknown_topic_gets_the_nearest() {
    let ran = Sandbox::new().run("sladesk help filter");
    assert_eq!(
        ran.to_string(),
        "error: no help on `filter`\nhint: did you mean `filters`?\n[exit 4]\n"
    );
}

#[test]
fn the_version_is_that_of_the_sources() {
    let manifest = std::fs::read_to_string(sources().join("Cargo.toml")).expect("it is there");
    let version = Sandbox::new().done("sladesk --version");
    let version = version
        .trim()
        .strip_prefix("sladesk ")
        .expect("name and version");
    assert!(
        manifest.contains(&format!("\nversion = \"{version}\"\n")),
        "{version}"
    );
}

#[test]
fn there_is_a_manual_page_for_every_command() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk man --dir pages");
    for (page, synopsis) in [
        ("sladesk.1", "sladesk"),
        ("sladesk-reply.1", "sladesk reply"),
        ("sladesk-contract-sign.1", "sladesk contract sign"),
    ] {
        let page = std::fs::read_to_string(sandbox.path("pages").join(page)).expect(page);
        let synopsis = format!(".SH SYNOPSIS\n\\fB{synopsis}\\fR ");
        assert!(page.contains(&synopsis), "{page}");
    }
}

#[test]
fn every_flag_of_a_manual_page_says_what_it_does() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk man --dir man");
    let pages = std::fs::read_dir(sandbox.path("man")).expect("the pages");
    let mut silent = Vec::new();
    let mut flags = 0;
    for page in pages {
        let path = page.expect("a page").path();
        let text = std::fs::read_to_string(&path).expect("a page can be read");
        let lines: Vec<&str> = text.lines().collect();
        for three in lines.windows(3).filter(|three| three[0] == ".TP") {
            flags += 1;
            if three[2].starts_with(".TP") || three[2].starts_with(".SH") {
                silent.push(format!("{}: {}", path.display(), three[1]));
            }
        }
    }
    assert!(flags > 1_000, "only {flags} were found");
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
