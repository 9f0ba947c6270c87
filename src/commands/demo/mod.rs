//! `demo`: a desk to play with, on all built-in plans, in a folder of its own.
//!
//! The same seed makes the same desk (seen from the same `--now`). Each stretch of its history is
//! written under the clock as it then stood, so that nothing in it looks like a late entry.

mod cast;
mod dice;
mod story;

use std::path::{Path, PathBuf};

use crate::core::model::Instant;
use crate::desk::{Desk, Intent};
use crate::failure::Failure;
use crate::render::{Outcome, Progress};
use crate::settings::{Origin, Present, Setting, Settings};
use cast::found;
use dice::Dice;
use story::{Chapter, chapters};

/// `demo`: a desk on all built-in plans, in a folder of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demo {
    pub folder: Option<String>,
    pub tickets: Option<u32>,
    pub seed: Option<u64>,
}

/// How many tickets when nobody says.
const TICKETS: u32 = 300;
/// How far the demo desk's history goes back, in days.
const DAYS: i64 = 120;
/// At most so many transactions write it.
const CHAPTERS: usize = 1500;

/// Makes the demo desk, in a new folder; it never touches another desk.
///
/// # Errors
/// A desk is there already, or the folder cannot be written.
pub fn demo(desk: &mut Desk, options: &Demo) -> Result<Outcome, Failure> {
    let desk = &*desk;
    let folder = PathBuf::from(options.folder.as_deref().unwrap_or("sladesk-demo"));
    std::fs::create_dir_all(&folder).map_err(|error| Failure::io("make", &folder, &error))?;
    let path = folder.join("desk.db");
    let seed = options.seed.unwrap_or(1);
    let count = options.tickets.unwrap_or(TICKETS);
    let mut dice = Dice::new(seed);
    let now = desk.now();
    let began = now.plus(-DAYS * 86_400);
    at(desk, &path, began.plus(-86_400)).found("Europe/Madrid")?;
    let setup = at(desk, &path, began.plus(-86_400));
    let (cast, _) = setup.write(&Intent::default(), |session| found(session, &setup, began))?;
    let progress = Progress::new(&desk.settings);
    let told = chapters(&cast, count, &mut dice, began, now);
    let written = write(desk, &path, told, &progress)?;
    progress.done();
    let shown = path.display();
    Ok(Outcome::only_said(format!(
        "a desk of {} customers and {written} tickets at {shown}",
        cast.len()
    ))
    .say(format!("try: sladesk --db {shown} overdue"))
    .say(format!(
        "     sladesk --db {shown} explain {}",
        count.div_ceil(2).max(1)
    ))
    .say(format!("     sladesk --db {shown} report quarterly")))
}

/// The demo desk as a command met it at that moment.
fn at(desk: &Desk, path: &Path, now: Instant) -> Desk {
    let settings = desk.settings.clone();
    Desk::new(Settings {
        db: Setting {
            value: path.to_owned(),
            origin: Origin::Default,
        },
        present: Present::Given(now),
        times_in: Setting {
            value: None,
            origin: Origin::Default,
        },
        ..settings
    })
}

fn write(
    desk: &Desk,
    path: &Path,
    chapters: Vec<Chapter>,
    progress: &Progress,
) -> Result<usize, Failure> {
    progress.steps("days", chapters.len());
    let mut numbers = Vec::new();
    for chapter in chapters {
        let then = at(desk, path, chapter.now);
        then.write(&Intent::default(), |session| {
            story::tell(session, chapter, &mut numbers)
        })?;
        progress.step();
    }
    Ok(numbers.iter().flatten().count())
}
