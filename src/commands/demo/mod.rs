//! `demo`: a desk to play with, on all built-in plans, in a folder of its own.
//!
//! The same seed makes the same desk (seen from the same `--now`). Each stretch of its history is
//! written under the clock as it then stood, so that nothing in it looks like a late entry.

mod customers;
mod history;
mod random;

use std::path::{Path, PathBuf};

use clap::Args;

use crate::commands::Input;
use crate::context::{Context, WriteOptions};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Outcome, Progress};
use crate::settings::{Origin, PresentSource, Setting, Settings};
use crate::store::{make_folder, remove_desk};
use customers::found;
use history::{HistoryPart, parts};
use random::Random;

/// How many tickets when nobody says.
const TICKETS: u32 = 300;
/// How far the demo desk's history goes back, in days.
const DAYS: i64 = 120;
/// Make a desk to play with, in a folder of its own
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk demo\n  sladesk demo /tmp/desk --tickets 5000 --seed 7"
)]
pub(crate) struct Demo {
    /// Where; a new folder when nothing is said
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    folder: Option<String>,
    /// How many tickets
    #[arg(long, value_name = "N")]
    tickets: Option<u32>,
    /// The same seed makes the same desk
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

impl Demo {
    /// Makes it, in a new folder; it never touches another desk.
    ///
    /// # Errors
    /// A desk is there already, or the folder cannot be written.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let folder = PathBuf::from(self.folder.as_deref().unwrap_or("sladesk-demo"));
        let is_new = !folder.exists();
        make_folder(&folder).map_err(|error| Failure::io("make", &folder, &error))?;
        let path = folder.join("desk.db");
        let seed = self.seed.unwrap_or(1);
        let count = self.tickets.unwrap_or(TICKETS);
        let mut random = Random::new(seed);
        let now = context.now();
        let began = now.plus(-DAYS * 86_400);
        let progress = Progress::new(&context.settings);
        at(context, &path, began.plus(-86_400)).found("Europe/Madrid")?;
        let unfinished = UnfinishedDesk {
            path: &path,
            folder: is_new.then_some(folder.as_path()),
        };
        let setup = at(context, &path, began.plus(-86_400));
        let (customers, _) = setup.write(&WriteOptions::default(), |session| {
            found(session, &setup, began)
        })?;
        let told = parts(&customers, count, &mut random, began, now);
        let written = write(context, &path, told, &progress)?;
        unfinished.keep();
        progress.done();
        let shown = path.display();
        Ok(Outcome::only_said(format!(
            "a desk of {} customers and {written} tickets at {shown}",
            customers.len()
        ))
        .say(format!("try: sladesk --db {shown} overdue"))
        .say(format!(
            "     sladesk --db {shown} explain {}",
            count.div_ceil(2).max(1)
        ))
        .say(format!("     sladesk --db {shown} report quarterly")))
    }
}

/// The desk of this command while it is not whole: gone where it does not become so.
struct UnfinishedDesk<'p> {
    path: &'p Path,
    /// Where it was made with it.
    folder: Option<&'p Path>,
}

impl UnfinishedDesk<'_> {
    fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for UnfinishedDesk<'_> {
    fn drop(&mut self) {
        // what cannot be removed is told by whoever comes to the folder next
        let _ = remove_desk(self.path);
        let _ = self.folder.map(std::fs::remove_dir);
    }
}

/// The demo desk as a command met it at that moment.
fn at(context: &Context, path: &Path, now: Instant) -> Context {
    let settings = context.settings.clone();
    Context::new(Settings {
        db: Setting {
            value: path.to_owned(),
            origin: Origin::Default,
        },
        present: PresentSource::MadeUp(now),
        times_in: Setting {
            value: None,
            origin: Origin::Default,
        },
        ..settings
    })
}

fn write(
    context: &Context,
    path: &Path,
    parts: Vec<HistoryPart>,
    progress: &Progress,
) -> Result<usize, Failure> {
    progress.steps("days", parts.len());
    let mut numbers = Vec::new();
    for part in parts {
        let then = at(context, path, part.now);
        then.write(&WriteOptions::default(), |session| {
            history::write_part(session, part, &mut numbers)
        })?;
        progress.step();
    }
    Ok(numbers.iter().flatten().count())
}
