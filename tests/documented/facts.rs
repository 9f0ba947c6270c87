//! The page of facts: its desk is made as it says, its commands are typed in its order, and each
//! prints the words that stand in backticks behind it.

use crate::page::{folder, text};
use crate::terminal::{Place, typed};

/// The instant that the page itself sets.
const NOW: &str = "2026-03-02T09:00:00Z";

/// A command of the page, and what it is said to show.
struct Claim {
    command: String,
    says: String,
}

fn desk(page: &str) -> String {
    let after = page.split("```sh\n").nth(1).expect("the page makes a desk");
    after.split("```").next().unwrap_or_default().to_owned()
}

fn claims(page: &str) -> Vec<Claim> {
    let rows = page.lines().filter(|line| line.starts_with("| "));
    let cells = rows.filter_map(|row| row.split(" | ").nth(1));
    let parts = cells.flat_map(|cell| cell.split("<br>"));
    let mut found = Vec::new();
    for part in parts.filter(|part| part.starts_with("`sladesk ")) {
        let (command, says) = part[1..]
            .split_once("`: ")
            .expect("a command says something");
        found.push(Claim {
            command: command.to_owned(),
            says: says.to_owned(),
        });
    }
    found
}

/// How a command ends, by what is said of it.
fn status(says: &str) -> i32 {
    match says.split([' ', ':']).next() {
        Some("refused") => 3,
        Some("an") if says.starts_with("an error") => 2,
        // It gets no answer, so that nothing is done.
        Some("asks") => 5,
        _ => 0,
    }
}

#[test]
fn every_fact_can_be_seen_as_the_page_says() {
    let page = text("docs/facts.md");
    let claims = claims(&page);
    assert!(
        claims.len() > 80,
        "only {} commands were found",
        claims.len()
    );
    let (_kept, folder) = folder();
    let mut commands = vec![desk(&page)];
    commands.extend(claims.iter().map(|claim| claim.command.clone()));
    let wide = Place {
        columns: 500,
        ..Place::at(&folder, NOW)
    };
    let seen = typed(&wide, &commands, |_, _| String::new());
    assert_eq!(seen[0].status, 0, "{}", seen[0].shown);
    let mut wrong = String::new();
    for (claim, seen) in claims.iter().zip(&seen[1..]) {
        let plain = seen.shown.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = claim.says.split('`').skip(1).step_by(2);
        let missing: Vec<&str> = words.filter(|words| !plain.contains(words)).collect();
        let Claim { command, says } = claim;
        if !missing.is_empty() || seen.status != status(says) || !says.contains('`') {
            wrong.push_str(&format!(
                "{command}: {says}\nexit {}, missing {missing:?}\n{}\n",
                seen.status, seen.shown
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
