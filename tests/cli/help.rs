//! Help, as it is asked for in all the ways that people ask.

use std::collections::BTreeSet;

use crate::help_topics;
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
    for topic in help_topics::named_on(&sandbox.done("sladesk help")) {
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

/// Each page of help, by its words.
fn pages(sandbox: &Sandbox) -> Vec<String> {
    sandbox.done("sladesk man --dir man");
    let pages = std::fs::read_dir(sandbox.path("man")).expect("the pages");
    let name = |page: std::io::Result<std::fs::DirEntry>| {
        let name = page.expect("a page").file_name();
        let name = name.to_string_lossy().into_owned();
        let name = name.trim_end_matches(".1").trim_start_matches("sladesk");
        name.replace('-', " ").trim().to_owned()
    };
    let topics = help_topics::named_on(&sandbox.done("sladesk help"));
    pages.map(name).chain(topics).collect()
}

#[test]
fn no_page_of_help_is_wider_than_its_room() {
    let sandbox = Sandbox::new();
    let pages = pages(&sandbox);
    assert!(pages.len() > 100, "{}", pages.len());
    for (columns, most) in [
        (None, 80),
        (Some("60"), 60),
        (Some("80"), 80),
        (Some("160"), 100),
    ] {
        for page in &pages {
            let mut command = sandbox.command();
            command
                .arg("help")
                .args(page.split(' ').filter(|word| !word.is_empty()));
            if let Some(columns) = columns {
                command.env("COLUMNS", columns);
            }
            let output = command.output().expect("the program starts");
            assert_eq!(output.status.code(), Some(0), "help {page}");
            let text = String::from_utf8(output.stdout).expect("a page");
            let wide = |line: &&str| line.chars().count() > most && line.trim().contains(' ');
            let wide: Vec<&str> = text.lines().filter(wide).collect();
            assert!(wide.is_empty(), "help {page} at {columns:?}: {wide:#?}");
        }
    }
}

#[test]
fn a_manual_page_has_a_date_that_can_be_given() {
    let sandbox = Sandbox::new();
    let heading = |folder: &str, epoch: Option<&str>| {
        let mut command = sandbox.command();
        command.args(["man", "--dir", folder]);
        if let Some(epoch) = epoch {
            command.env("SOURCE_DATE_EPOCH", epoch);
        }
        assert!(command.status().expect("the program starts").success());
        let page = sandbox.path(folder).join("sladesk-reply.1");
        let page = std::fs::read_to_string(page).expect("a page");
        let heading = page.lines().find(|line| line.starts_with(".TH"));
        heading.expect("a heading").to_owned()
    };
    let today = heading("one", None);
    assert!(today.contains("2026-10-14"), "{today}");
    let given = heading("two", Some("1700000000"));
    assert!(given.contains("2023-11-14"), "{given}");
}

#[test]
fn the_words_of_a_usage_line_stand_in_the_order_in_which_they_are_typed() {
    let sandbox = Sandbox::new();
    let help = sandbox.done("sladesk help wait");
    assert!(
        help.contains("Usage: sladesk wait [OPTIONS] <TICKETS> [ON]\n"),
        "{help}"
    );
    sandbox.done("sladesk man --dir man");
    let page = std::fs::read_to_string(sandbox.path("man/sladesk-wait.1")).expect("a page");
    let on = page.find("[\\fION\\fR]").expect("it takes one");
    let tickets = page.find("\\fITICKETS\\fR").expect("it takes some");
    assert!(tickets < on, "{page}");
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
