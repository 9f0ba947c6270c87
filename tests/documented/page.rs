//! A page of the documentation: the commands that it shows, and what it says they print.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::terminal::{Place, Seen, typed};

/// A command as a page shows it.
pub struct Shown {
    /// The line of the page on which it stands.
    pub line: usize,
    pub command: String,
    /// What the page shows below it.
    pub output: String,
}

/// The root of the sources.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a page.
pub fn text(page: &str) -> String {
    let path = root().join(page);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All pages for people: those at the root and in `docs/`.
pub fn pages() -> Vec<String> {
    let mut pages = Vec::new();
    for folder in ["", "docs"] {
        let entries = std::fs::read_dir(root().join(folder)).expect("the folder can be read");
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "md") {
                let name = path.file_name().expect("a name").to_string_lossy();
                pages.push(Path::new(folder).join(&*name).display().to_string());
            }
        }
    }
    pages.sort();
    pages
}

/// The transcripts of a page: in what is indented by four, or fenced as `console`, a line from
/// `$ ` on is a command and shows what stands below it. It goes on after a backslash, and to the
/// end of a `<<END`.
pub fn transcripts(text: &str) -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    let mut fenced = false;
    let mut inside = Inside::Nothing;
    for (at, line) in text.lines().enumerate() {
        if let Some(kind) = line.strip_prefix("```") {
            fenced = !fenced && kind == "console";
            inside = Inside::Nothing;
            continue;
        }
        let code = match line.strip_prefix("    ") {
            _ if fenced => line,
            Some(code) => code,
            // An empty line may stand within what is shown.
            None if line.is_empty() => line,
            None => {
                inside = Inside::Nothing;
                continue;
            }
        };
        if let Some(command) = code.strip_prefix("$ ") {
            found.push(Shown {
                line: at + 1,
                command: command.to_owned(),
                output: String::new(),
            });
            inside = Inside::Command.after(command);
        } else if let Some(last) = found.last_mut() {
            match inside {
                Inside::Nothing => continue,
                Inside::Output => last.output.push_str(&format!("{code}\n")),
                Inside::Command | Inside::Text => {
                    last.command.push_str(&format!("\n{code}"));
                    inside = inside.after(code);
                }
            }
        }
    }
    for shown in &mut found {
        shown.output.truncate(shown.output.trim_end().len());
    }
    found
}

/// What the next line of a transcript belongs to.
#[derive(Clone, Copy)]
enum Inside {
    Nothing,
    /// A command that goes on.
    Command,
    /// The text up to `END` that a command reads.
    Text,
    Output,
}

impl Inside {
    /// What stands after this line of a command.
    fn after(self, line: &str) -> Inside {
        match self {
            Inside::Text if line != "END" => Inside::Text,
            _ if line.ends_with("<<END") => Inside::Text,
            _ if line.ends_with('\\') => Inside::Command,
            _ => Inside::Output,
        }
    }
}

/// The files that a page shows, by name: what is fenced as `toml ours.toml`.
fn files(text: &str) -> Vec<(&str, &str)> {
    let blocks = text.split("\n```").skip(1).step_by(2);
    blocks
        .filter_map(|block| {
            let (kind, body) = block.split_once('\n')?;
            let (_, name) = kind.split_once(' ')?;
            Some((name, body))
        })
        .collect()
}

/// Types a page's commands in a folder of their own, and says where it shows something else.
/// A command that shows an error fails; every other succeeds.
pub fn must_hold(page: &str, folder: &Path, now: &str) {
    let text = text(page);
    let shown = transcripts(&text);
    assert!(!shown.is_empty(), "{page} shows no command");
    for (name, body) in files(&text) {
        std::fs::write(folder.join(name), body).expect("a file in the folder");
    }
    let commands: Vec<String> = shown.iter().map(|shown| shown.command.clone()).collect();
    let seen = typed(&Place::at(folder, now), &commands, |at, question| {
        // What is shown behind the question was typed.
        let mut lines = shown[at].output.lines();
        let answer = lines.find_map(|line| line.strip_prefix(question));
        answer.unwrap_or_default().to_owned()
    });
    let mut wrong = String::new();
    for (shown, seen) in shown.iter().zip(&seen) {
        let output = clean(&seen.shown, folder);
        let matches = snapbox::Assert::new()
            .try_eq(None, output.clone().into(), shown.output.clone().into())
            .is_ok();
        let failed = shown.output.contains("error: ") && !shown.output.contains("[y/N] ");
        if !matches || failed != (seen.status != 0) {
            let Shown { line, command, .. } = shown;
            let Seen { status, .. } = seen;
            write!(
                wrong,
                "{page}:{line}: exit {status}\n$ {command}\n{output}\n\n"
            )
            .expect("a text takes everything");
        }
    }
    assert!(
        wrong.is_empty(),
        "what is shown is not what is printed:\n{wrong}"
    );
}

/// Without the name of the folder and blanks at the ends of lines.
fn clean(shown: &str, folder: &Path) -> String {
    let shown = shown.replace(&folder.display().to_string(), "[ROOT]");
    let lines: Vec<&str> = shown.trim_end().lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// A folder of its own for a page.
pub fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().canonicalize().expect("the folder is there");
    (folder, path)
}
