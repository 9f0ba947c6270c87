//! A terminal, and somebody who types there.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rustix::fs::OFlags;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// Where and when something is typed.
pub struct Place<'a> {
    pub folder: &'a Path,
    /// The instant at which the clock stands still.
    pub now: &'a str,
    /// How wide the terminal is.
    pub columns: u16,
}

impl<'a> Place<'a> {
    /// At a terminal of a hundred columns.
    pub fn at(folder: &'a Path, now: &'a str) -> Place<'a> {
        Place {
            folder,
            now,
            columns: 100,
        }
    }
}

/// What a command showed, and its exit status.
pub struct Seen {
    pub shown: String,
    pub status: i32,
}

/// Stands behind each command, so that what they show can be told apart.
const MARK: char = '\u{1e}';

/// Types the commands one after the other into one shell, and gives what each of
/// them showed. `answers` is asked whenever something waits for a word: with the number of the
/// command and the question.
pub fn typed(
    place: &Place<'_>,
    commands: &[String],
    answers: impl Fn(usize, &str) -> String,
) -> Vec<Seen> {
    let mut script = String::new();
    for command in commands {
        script.push_str(&format!("{command}\nprintf '{MARK}%s{MARK}' $?\n"));
    }
    let (mut screen, mut shell) = shell(place, &script);
    let shown = watched(&mut screen, answers);
    shell.wait().expect("the shell ends");
    let mut parts = shown.split(MARK);
    let mut seen = Vec::new();
    while let (Some(shown), Some(status)) = (parts.next(), parts.next()) {
        seen.push(Seen {
            shown: shown.to_owned(),
            status: status.parse().expect("a status is a number"),
        });
    }
    assert_eq!(seen.len(), commands.len(), "the shell ended early: {shown}");
    seen
}

/// Reads what is shown until nobody can write to the terminal any more.
fn watched(screen: &mut File, answers: impl Fn(usize, &str) -> String) -> String {
    let mut shown = String::new();
    let mut bytes = [0; 4096];
    // A letter may come in two pieces.
    let mut unread: Vec<u8> = Vec::new();
    let mut answered = 0;
    loop {
        let read = match screen.read(&mut bytes) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            // The last program has closed it.
            Err(_) => break,
        };
        unread.extend_from_slice(&bytes[..read]);
        let whole = match str::from_utf8(&unread) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => unread.len(),
        };
        let text = String::from_utf8_lossy(&unread[..whole]).replace('\r', "");
        unread.drain(..whole);
        shown.push_str(&text);
        let open = shown.rsplit(['\n', MARK]).next().unwrap_or_default();
        if asks(open) && shown.len() > answered {
            let command = shown.matches(MARK).count() / 2;
            let answer = answers(command, open) + "\n";
            let written = screen.write_all(answer.as_bytes());
            written.expect("the terminal takes an answer");
            answered = shown.len();
        }
    }
    shown
}

/// Whether the last line waits for a word, and is not one of ours that is not all there yet.
fn asks(line: &str) -> bool {
    let label = ["error: ", "cause: ", "hint: ", "warning: "].contains(&line);
    (line.ends_with(": ") || line.ends_with("[y/N] ")) && !label
}

fn shell(place: &Place<'_>, script: &str) -> (File, Child) {
    let (screen, keyboard) = opened(place.columns);
    let other = || keyboard.try_clone().expect("the terminal can be shared");
    let program = Path::new(env!("CARGO_BIN_EXE_sladesk"));
    let programs = program.parent().expect("a program lies in a folder");
    let shell = Command::new("sh")
        .args(["-c", script])
        .current_dir(place.folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", programs.display()))
        .env("HOME", place.folder)
        .env("LOGNAME", "tess")
        .env("NO_COLOR", "1")
        .env("SLADESK_NOW", place.now)
        .env("SLADESK_PAGER", "cat")
        .stdin(Stdio::from(other()))
        .stdout(Stdio::from(other()))
        .stderr(Stdio::from(keyboard))
        .spawn()
        .expect("there is a shell");
    (screen, shell)
}

/// Both ends of a new terminal.
fn opened(columns: u16) -> (File, OwnedFd) {
    let screen = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&screen).expect("the terminal is ours");
    unlockpt(&screen).expect("the terminal can be opened");
    let size = Winsize {
        ws_row: 1000,
        ws_col: columns,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&screen, size).expect("a terminal has a size");
    let name = ptsname(&screen, Vec::new()).expect("the terminal has a name");
    let keyboard = File::options()
        .read(true)
        .write(true)
        .custom_flags(OFlags::NOCTTY.bits().cast_signed())
        .open(OsStr::from_bytes(name.as_bytes()))
        .expect("the terminal opens");
    (File::from(screen), OwnedFd::from(keyboard))
}
