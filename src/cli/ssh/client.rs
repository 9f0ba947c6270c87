//! This side: what was typed here is done by the sladesk of the desk's host.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use clap::ArgMatches;

use super::address::Address;
use super::paths::{ByPlace, NamedFiles, handed_names, renamed};
use super::request::{RequestFile, SshRequest};
use super::taken::take_answers;
use crate::cli::answer_target::AnswerTarget;
use crate::cli::output::show_page;
use crate::cli::terminal::{Terminal, program};
use crate::cli::tree;
use crate::failure::{Exit, Failure};
use crate::render::{OverwriteFiles, Stdout};
use crate::settings::{Origin, Output, Settings, limits};
use crate::wording::ssh as words;

/// Variables by which an answer looks as it would here.
pub(super) const VARIABLES: [&str; 5] = [
    "COLUMNS",
    "NO_COLOR",
    "CLICOLOR_FORCE",
    "TERM",
    "SLADESK_NOW",
];

/// Longer a command of another host may not be: the longest word that Linux takes, less what stands
/// around it.
const LONGEST: usize = 120 * 1024;

/// What is shown line by line as it happens.
const FOLLOWS: &str = "--follow";

/// What a shell ends with where there is no program.
const NO_PROGRAM: i32 = 127;

/// Has the words done on that host: stdin, stdout, stderr and the exit code are that command's.
///
/// # Errors
/// What cannot be handed on, a file that cannot be read or written here, a host that does not
/// answer.
pub(super) fn hand_over(
    address: &Address,
    typed: &[OsString],
    (command, matches): (&str, &ArgMatches),
    settings: &Settings,
    terminal: Terminal,
) -> Result<Exit, Failure> {
    if matches!(settings.plans.origin, Origin::Flag(_)) {
        let (says, hint) = words::plans_lie_there();
        return Err(Failure::usage(says).hint(hint));
    }
    let named = NamedFiles::of(matches);
    let names = handed_names(&named.read);
    let files = FilesHandedOver::open(&names)?;
    let request = SshRequest {
        words: handed_words(typed, &names, named.by_place)?,
        sends_files: settings.output != Output::Stdout,
        files: files.listed(),
        ..of_settings(address, settings, terminal)?
    };
    let target = AnswerTarget::prepared(settings, command)?;
    let reads_stdin = terminal.asks() || request.words.iter().any(|word| is_stdin(word));
    let mut ssh = ssh(address, &request, &settings.ssh.value)?;
    let stdin = match (files.is_empty(), reads_stdin) {
        (true, true) => Stdio::inherit(),
        (true, false) => Stdio::null(),
        (false, _) => Stdio::piped(),
    };
    ssh.stdin(stdin);
    let pages = terminal.shows(&settings.output) && !request.words.iter().any(|w| w == FOLLOWS);
    if request.sends_files || pages {
        ssh.stdout(Stdio::piped());
    }
    let mut child = ssh.spawn().map_err(|error| {
        let (says, hint) = words::not_started(&settings.ssh.value, &error.to_string());
        Failure::desk_file(says).kind("ssh").hint(hint)
    })?;
    if !files.is_empty() {
        files.send(&mut child, reads_stdin);
    }
    if let Some(stdout) = child.stdout.take() {
        match pages {
            true => show_answer(stdout, settings, terminal)?,
            false => take_answers(
                stdout,
                target,
                (settings, overwrite(matches)),
                &address.host,
            )?,
        }
    }
    ended(&mut child, &address.host)
}

/// Whether what is here may be written anew: where that was typed, whatever the host says.
fn overwrite(matches: &ArgMatches) -> OverwriteFiles {
    let agreed = |matches: &ArgMatches| matches!(matches.try_get_one("yes"), Ok(Some(true)));
    match tree::levels(matches).any(agreed) {
        true => OverwriteFiles::Agreed,
        false => OverwriteFiles::Refused,
    }
}

/// What a request says of this host, whatever was typed.
pub(super) fn of_settings(
    address: &Address,
    settings: &Settings,
    terminal: Terminal,
) -> Result<SshRequest, Failure> {
    let environment = &settings.environment;
    let told = |name: &&str| Some(((*name).to_owned(), environment.text(name)?.to_owned()));
    let mut variables: BTreeMap<String, String> = VARIABLES.iter().filter_map(told).collect();
    if let Some(zone) = &settings.times_in.value {
        variables.insert("SLADESK_TIMES_IN".to_owned(), zone.clone());
    }
    let configuration = settings.file.path.as_deref();
    let configuration = configuration
        .filter(|_| settings.file.is_there)
        .map(|path| {
            std::fs::read_to_string(path).map_err(|error| Failure::io("read", path, &error))
        });
    Ok(SshRequest {
        desk: address.desk.clone(),
        actor: settings.actor.value.clone(),
        variables,
        terminal: terminal.for_another_host(),
        configuration: configuration.transpose()?,
        ..SshRequest::default()
    })
}

/// `ssh`, about to ask.
///
/// # Errors
/// The request is too long.
pub(super) fn ssh(
    address: &Address,
    request: &SshRequest,
    named: &str,
) -> Result<Command, Failure> {
    let word = request.word();
    if word.len() > LONGEST {
        let (says, hint) = words::too_long();
        return Err(Failure::usage(says).hint(hint));
    }
    let mut ssh = program(named);
    // What ssh says of itself is no answer. A terminal there would change what goes through it, and
    // a key need not have the right to one: the request says what this one is.
    ssh.args(["-T", "-o", "LogLevel=ERROR"]);
    if let Some(port) = address.port {
        ssh.args(["-p", &port.to_string()]);
    }
    ssh.arg("--").arg(&address.host);
    ssh.arg(["sladesk", "serve", &word].join(" "));
    Ok(ssh)
}

/// `-`, wherever it can stand.
fn is_stdin(word: &str) -> bool {
    word == "-" || word == "-F-" || word.ends_with("=-")
}

fn handed_words(
    typed: &[OsString],
    names: &BTreeMap<String, String>,
    by_place: ByPlace,
) -> Result<Vec<String>, Failure> {
    let text = |word: &OsString| match word.to_str() {
        Some(word) => Ok(word.to_owned()),
        None => Err(Failure::usage(words::no_text(&word.to_string_lossy()))),
    };
    let typed: Vec<String> = typed.iter().map(text).collect::<Result<_, Failure>>()?;
    let before = [""].into_iter().chain(typed.iter().map(String::as_str));
    let each = typed.iter().zip(before);
    Ok(each
        .map(|(word, before)| renamed(word, before, names, by_place))
        .collect())
}

/// Files of this host that a command there reads.
struct FilesHandedOver(Vec<(RequestFile, File)>);

impl FilesHandedOver {
    /// Opens those that are there; of the others the command says that they are missing.
    fn open(names: &BTreeMap<String, String>) -> Result<FilesHandedOver, Failure> {
        let there = names.iter().filter(|(file, _)| Path::new(file).exists());
        let open = |(file, name): (&String, &String)| {
            let path = Path::new(file);
            let unread = |error: io::Error| Failure::io("read", path, &error);
            let file = File::open(path).map_err(unread)?;
            let file = match file.metadata().map_err(unread)?.is_file() {
                true => file,
                // what has no length gets one
                false => kept(file).map_err(unread)?,
            };
            let length = file.metadata().map_err(unread)?.len();
            let name = name.clone();
            Ok((RequestFile { name, length }, file))
        };
        Ok(FilesHandedOver(
            there.map(open).collect::<Result<_, Failure>>()?,
        ))
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn listed(&self) -> Vec<RequestFile> {
        self.0.iter().map(|(listed, _)| listed.clone()).collect()
    }

    /// Writes them, one behind the other, then what comes on stdin. A command that ends before it
    /// has read all says why.
    fn send(self, child: &mut Child, then_stdin: bool) {
        let Some(mut pipe) = child.stdin.take() else {
            return;
        };
        // The command may end while somebody could still type: nobody waits for this.
        std::thread::spawn(move || {
            for (listed, file) in self.0 {
                if io::copy(&mut file.take(listed.length), &mut pipe).is_err() {
                    return;
                }
            }
            if then_stdin {
                let _ = copy_lines(&mut pipe);
            }
        });
    }
}

/// stdin as it comes: somebody may be typing.
fn copy_lines(pipe: &mut impl Write) -> io::Result<()> {
    let mut stdin = io::stdin().lock();
    let mut piece = [0; 64 * 1024];
    loop {
        let read = stdin.read(&mut piece)?;
        if read == 0 {
            return Ok(());
        }
        pipe.write_all(&piece[..read])?;
        pipe.flush()?;
    }
}

/// A copy without a name, as long as a log may be.
fn kept(from: File) -> io::Result<File> {
    use std::io::Seek;
    let mut copy = tempfile::tempfile()?;
    io::copy(&mut from.take(limits::LOG + 1), &mut copy)?;
    copy.rewind()?;
    Ok(copy)
}

/// Shows an answer as one that was made here.
fn show_answer(mut from: ChildStdout, settings: &Settings, at: Terminal) -> Result<(), Failure> {
    let height = match at.stdout(settings) {
        Stdout::Terminal { height, .. } => Some(height),
        Stdout::Elsewhere { .. } => None,
    };
    let mut page = Vec::new();
    let read = from.read_to_end(&mut page);
    read.map_err(|error| Failure::io("read", Path::new(&settings.ssh.value), &error))?;
    show_page(&page, height, &settings.pager.value)
}

fn ended(child: &mut Child, host: &str) -> Result<Exit, Failure> {
    let status = child
        .wait()
        .map_err(|error| Failure::unexpected(error.to_string()))?;
    match status.code() {
        Some(NO_PROGRAM) => {
            let (says, hint) = words::no_program(host);
            Err(Failure::desk_file(says).kind("not-reached").hint(hint))
        }
        code => match code.and_then(|code| Exit::of_code(u8::try_from(code).ok()?)) {
            Some(exit) => Ok(exit),
            // no connection, a killed ssh, or no answer of ours
            None => {
                let (says, hints) = words::not_reached(host);
                let failure = Failure::desk_file(says).kind("not-reached");
                Err(hints.into_iter().fold(failure, Failure::hint))
            }
        },
    }
}
