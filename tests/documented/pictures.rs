//! The pictures of a terminal that README shows: each is drawn from what the command prints.
//!
//! `SNAPSHOTS=overwrite cargo test --test documented pictures` draws them again.

use anstyle_svg::Term;
use snapbox::Data;

use crate::page::{folder, root, text};
use crate::terminal::{Place, typed};

/// A Wednesday, eleven in the morning in Madrid.
const NOW: &str = "2026-10-14T09:00:00Z";

/// Each picture's name, and what is typed on the demo desk.
const PICTURES: [(&str, &str); 2] = [
    ("next", "sladesk next -L 12"),
    ("explain", "sladesk explain 98 response"),
];

#[test]
fn the_pictures_of_a_terminal_are_what_it_shows() {
    let (_kept, path) = folder();
    let place = Place {
        columns: 80,
        ..Place::at(&path, NOW)
    };
    let mut commands = vec![
        "unset NO_COLOR".to_owned(),
        "export TERM=xterm-256color".to_owned(),
        "sladesk demo demo --tickets 100 --seed 7".to_owned(),
        "export SLADESK_DB=demo/desk.db".to_owned(),
    ];
    let before = commands.len();
    commands.extend(PICTURES.map(|(_, command)| command.to_owned()));
    let seen = typed(&place, &commands, |_, _| String::new());
    let readme = text("README.md");
    for ((name, command), seen) in PICTURES.iter().zip(&seen[before..]) {
        assert_eq!(seen.status, 0, "{command}: {}", seen.shown);
        let screen = format!("\u{1b}[1m$ {command}\u{1b}[0m\n{}", seen.shown);
        let file = format!("docs/pictures/{name}.svg");
        let picture = Term::new().render_svg(&screen);
        let drawn = Data::read_from(&root().join(&file), None).raw();
        snapbox::Assert::new()
            .action_env(snapbox::assert::DEFAULT_ACTION_ENV)
            .eq(picture, drawn);
        assert!(readme.contains(&file), "README does not show {file}");
    }
}
