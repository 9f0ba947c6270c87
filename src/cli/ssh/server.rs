//! The desk's side: what another sladesk asks is done here as if it had been typed here, on the desk
//! and with the rights that `serve` was given.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::{CommandFactory, FromArgMatches};
use tempfile::TempDir;

use super::address::Address;
use super::client::VARIABLES;
use super::completion;
use super::paths::{NamedFiles, is_handed};
use super::request::SshRequest;
use crate::cli::complete::understood;
use crate::cli::shell::{Serve, Shell};
use crate::cli::terminal::Terminal;
use crate::cli::tree::{self, Cli, Verb};
use crate::cli::words::next_word;
use crate::failure::Failure;
use crate::settings::{
    Abbreviations, AnswersOn, Environment, Flags, Origin, Rights, Setting, Settings, limits,
};
use crate::store::is_on_server;
use crate::wording::ssh as texts;

/// What sshd sets where a key's own command runs in place of what was asked.
const ASKED_BY_KEY: &str = "SSH_ORIGINAL_COMMAND";

/// Where a program finds its configuration.
const CONFIGURATION: &str = "XDG_CONFIG_HOME";

/// More files no command names.
const MOST_FILES: usize = 64;

/// A command that is done for another host.
pub(in crate::cli) struct ServedCommand {
    pub words: Vec<OsString>,
    pub environment: Environment,
    pub terminal: Terminal,
    pub served: Served,
}

/// Whom the asking side is trusted as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asker {
    /// Somebody with a login here: nothing that they could not do at a shell.
    Login,
    /// A key that may ask sladesk and nothing else.
    Key,
}

/// What holds for it, whatever its words say.
pub(in crate::cli) struct Served {
    desk: Setting<PathBuf>,
    plans: PathBuf,
    actor: String,
    rights: Rights,
    asker: Asker,
    /// Where its files lie; gone with it.
    folder: TempDir,
}

/// The command that is asked for, where the words are `serve`.
///
/// # Errors
/// Nothing was asked, or what cannot be read; a desk that the key is not for; files that came in part.
pub(in crate::cli) fn asked(
    typed: &[OsString],
    environment: &Environment,
) -> Option<Result<ServedCommand, Failure>> {
    let at = next_word(typed, 1)?;
    if typed[at] != "serve" {
        return None;
    }
    // what cannot be parsed, and help, is told as of any verb
    let matches = Cli::command().try_get_matches_from(typed).ok()?;
    let cli = Cli::from_arg_matches(&matches).ok()?;
    match cli.verb {
        Some(Verb::Shell(Shell::Serve(serve))) => {
            Some(command(serve, cli.global.flags(), environment))
        }
        _ => None,
    }
}

fn command(
    serve: Serve,
    given: Flags,
    environment: &Environment,
) -> Result<ServedCommand, Failure> {
    let (word, asker) = match environment.text(ASKED_BY_KEY) {
        Some(line) => (asked_by_key(line), Asker::Key),
        None => (serve.request.clone(), Asker::Login),
    };
    let Some(word) = word else {
        let (says, hint) = texts::nothing_asked();
        return Err(Failure::usage(says).kind("nothing-asked").hint(hint));
    };
    let request = SshRequest::read(&word)?;
    let host = Settings::resolve(given.clone(), environment.clone())?;
    let desk = desk(&request, &given, &host, environment)?;
    if Address::is_one(&desk.value) {
        return Err(Failure::not_possible(texts::FARTHER).kind("farther"));
    }
    let actor = given.actor.unwrap_or_else(|| request.actor.clone());
    let (folder, files) = folders()?;
    let plans = match &host.plans.value {
        Some(plans) => absolute(plans),
        // a folder without any, so that nobody else names one
        None => folder.path().join("plans"),
    };
    let served = Served {
        desk,
        plans,
        actor,
        rights: serve.rights(),
        asker,
        folder,
    };
    if request.completes {
        return Err(served.complete(&request, environment, &files));
    }
    let environment = served.environment(&request, environment)?;
    take_files(&request, &files, served.most())?;
    std::env::set_current_dir(&files).map_err(|error| Failure::io("read", &files, &error))?;
    let terminal = Terminal::of_process(&environment).seen_from(request.terminal);
    Ok(ServedCommand {
        words: request.words.into_iter().map(OsString::from).collect(),
        environment,
        terminal,
        served,
    })
}

/// `sladesk serve WORD`, as another sladesk asks it.
fn asked_by_key(line: &str) -> Option<String> {
    let mut words = line.split(' ').rev();
    let word = words.next()?;
    (words.next() == Some("serve")).then(|| word.to_owned())
}

fn desk(
    request: &SshRequest,
    given: &Flags,
    host: &Settings,
    environment: &Environment,
) -> Result<Setting<PathBuf>, Failure> {
    match (&request.desk, &given.db) {
        (Some(_), Some(_)) => {
            let (says, hint) = texts::own_desk();
            Err(Failure::usage(says).kind("own-desk").hint(hint))
        }
        (Some(asked), None) => {
            let value = environment.expanded(asked);
            // an address names no other
            if !value.is_absolute() {
                return Err(unreadable());
            }
            let origin = Origin::Flag("--db");
            Ok(Setting { value, origin })
        }
        (None, _) if Address::is_one(&host.db.value) || is_on_server(&host.db.value) => {
            Ok(host.db.clone())
        }
        (None, _) => Ok(Setting {
            value: absolute(&host.db.value),
            origin: host.db.origin.clone(),
        }),
    }
}

/// What no sladesk asks.
fn unreadable() -> Failure {
    Failure::usage(texts::UNREADABLE).kind("unreadable")
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// A folder of the command's own, and the one in it where its files lie.
fn folders() -> Result<(TempDir, PathBuf), Failure> {
    let unmade = |error: io::Error| Failure::io("write", &std::env::temp_dir(), &error);
    let mut private = tempfile::Builder::new();
    let private = private
        .prefix("sladesk-")
        .permissions(fs::Permissions::from_mode(0o700));
    let folder = private.tempdir().map_err(unmade)?;
    let files = folder.path().join("files");
    for name in ["files", "plans", "configuration/sladesk"] {
        fs::create_dir_all(folder.path().join(name)).map_err(unmade)?;
    }
    Ok((folder, files))
}

/// Takes the files that follow on stdin.
fn take_files(request: &SshRequest, folder: &Path, most: u64) -> Result<(), Failure> {
    let all = request.files.iter().map(|file| file.length);
    let all = all.fold(0, u64::saturating_add);
    if all > most || request.files.len() > MOST_FILES {
        return Err(Failure::usage(texts::TOO_LARGE).kind("too-long"));
    }
    let mut stdin = io::stdin().lock();
    for listed in &request.files {
        if !is_handed(&listed.name) {
            return Err(unreadable());
        }
        let path = folder.join(&listed.name);
        let unwritten = |error: io::Error| Failure::io("write", &path, &error);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(unwritten)?;
        }
        let mut file = File::create_new(&path).map_err(unwritten)?;
        let taken = io::copy(&mut (&mut stdin).take(listed.length), &mut file);
        if taken.map_err(unwritten)? != listed.length {
            return Err(Failure::unexpected(texts::cut_off(&listed.name)));
        }
    }
    Ok(())
}

impl Served {
    /// What holds for a command with these flags.
    ///
    /// # Errors
    /// A flag, a variable or the configuration that cannot be understood.
    pub(in crate::cli) fn settings_of(
        &self,
        typed: Flags,
        environment: Environment,
    ) -> Result<Settings, Failure> {
        let flags = Flags {
            db: Some(self.desk.value.clone()),
            plans: Some(self.plans.clone()),
            actor: Some(self.actor.clone()),
            ..typed
        };
        let mut settings = Settings::resolve(flags, environment)?;
        settings.db = self.desk.clone();
        settings.rights = self.rights;
        settings.answers = AnswersOn::AskingHost;
        Ok(settings)
    }

    /// What holds for what is asked at a terminal, whatever is typed there.
    ///
    /// # Errors
    /// As [`Served::settings_of`].
    pub(in crate::cli) fn settings(&self, environment: &Environment) -> Result<Settings, Failure> {
        let mut settings = self.settings_of(Flags::default(), environment.clone())?;
        settings.abbreviations = Abbreviations::Taken;
        Ok(settings)
    }

    /// How much may be handed over: who may only read brings plans and texts.
    fn most(&self) -> u64 {
        match self.rights {
            Rights::All => limits::LOG,
            Rights::Read => limits::TABLE,
        }
    }

    /// Whether it may ask that. It is asked of whatever can be understood of the words before any of
    /// them is looked at: where one is missing, what it could be is read off the others.
    ///
    /// # Errors
    /// A command that is done where it is typed; a key that names what was not handed over with its words.
    pub(in crate::cli) fn may_ask(&self, words: &[OsString]) -> Result<(), Failure> {
        let Some(matches) = understood(words) else {
            return Ok(());
        };
        if super::stays(&tree::command_of(&matches)) {
            return Err(unreadable());
        }
        let named = NamedFiles::of(&matches);
        let outside = named.outside();
        match self.asker == Asker::Login || outside.is_empty() {
            true => Ok(()),
            false => {
                Err(Failure::not_possible(texts::no_files_of_host(&outside)).kind("not-permitted"))
            }
        }
    }

    /// The environment of this host, with what makes answers look as on the other one.
    fn environment(&self, request: &SshRequest, own: &Environment) -> Result<Environment, Failure> {
        let permitted = |name: &str| VARIABLES.contains(&name) || name == "SLADESK_TIMES_IN";
        let handed = request.variables.iter();
        let handed = handed.filter(|(name, _)| permitted(name));
        let handed = handed.map(|(name, value)| (name.clone(), OsString::from(value)));
        let mut environment = own.clone().without(ASKED_BY_KEY).with(handed);
        let configuration = self.configuration(request)?.into_os_string();
        environment = environment.with([(CONFIGURATION.to_owned(), configuration)]);
        Ok(match self.asker {
            Asker::Login => environment,
            // commands from elsewhere are programs of this host
            Asker::Key => environment.without("PATH"),
        })
    }

    /// The folder of the configuration: whoever asks brings the settings, and their own filters.
    fn configuration(&self, request: &SshRequest) -> Result<PathBuf, Failure> {
        let folder = self.folder.path().join("configuration");
        if let Some(text) = &request.configuration {
            let path = folder.join("sladesk/config.toml");
            fs::write(&path, text).map_err(|error| Failure::io("write", &path, &error))?;
        }
        Ok(folder)
    }

    /// Has the program answer the tab key of the other host, and ends.
    ///
    /// The words are those of the asking side, so that nothing else may come of them: it is a known
    /// shell that asks, of this desk, where there is no file and no program to be found.
    fn complete(self, request: &SshRequest, own: &Environment, empty: &Path) -> Failure {
        if !completion::is_of_shell(request) {
            return unreadable();
        }
        let asked = completion::without_desk(&request.words, &request.variables);
        let Ok(program) = std::env::current_exe() else {
            return Failure::unexpected(texts::UNREADABLE);
        };
        let configuration = match self.configuration(request) {
            Ok(folder) => folder,
            Err(failure) => return failure,
        };
        let mut command = Command::new(&program);
        command
            .args(asked.words.iter().skip(1))
            .current_dir(empty)
            .env_clear()
            .env("HOME", own.path("HOME").unwrap_or_default())
            .env(CONFIGURATION, configuration)
            .envs(completion::variables(&request.variables))
            .env(completion::PLACE, asked.place.to_string())
            .env("SLADESK_DB", &self.desk.value)
            .env("SLADESK_ACTOR", &self.actor)
            .env("SLADESK_PLANS", &self.plans);
        let ended = command.status();
        // what lies in it goes with it, which an exit would not see to
        drop(self);
        match ended {
            Ok(_) => std::process::exit(0),
            Err(error) => Failure::io("start", &program, &error),
        }
    }
}
