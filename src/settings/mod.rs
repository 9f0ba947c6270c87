//! What holds for every command: flag over environment over file over default, each value with
//! its origin, so that `config show` can say where it comes from.
//!
//! This is the only room that reads the environment or the clock.

mod clock;
mod environment;
mod field_name;
mod file;
mod format;
pub(crate) mod limits;
mod server;

use std::fmt;
use std::path::{Path, PathBuf};

pub(crate) use clock::{PresentSource, clock};
pub(crate) use environment::Environment;
pub(crate) use field_name::FieldName;
pub(crate) use file::File;
pub(crate) use format::Format;

use crate::core::filter::LineEnd;
use crate::core::text::{WordList, nearest};
use crate::failure::Failure;
use crate::store::set_server_access;

/// The variable by which a shell asks what it may offer, and which shell it is. Without it the words
/// would be a command like any other.
pub(crate) const COMPLETING: &str = "SLADESK_COMPLETE";

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Flag(&'static str),
    Variable(&'static str),
    File { path: PathBuf, line: usize },
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Flag(flag) => f.write_str(flag),
            Origin::Variable(name) => f.write_str(name),
            Origin::File { path, line } => write!(f, "{}:{line}", path.display()),
            Origin::Default => f.write_str("default"),
        }
    }
}

/// A value with its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Setting<T> {
    pub value: T,
    pub origin: Origin,
}

/// When colour is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ColorWhen {
    #[default]
    Auto,
    Always,
    Never,
}

impl WordList for ColorWhen {
    const ALL: &'static [ColorWhen] = &[ColorWhen::Auto, ColorWhen::Always, ColorWhen::Never];

    fn word(self) -> &'static str {
        match self {
            ColorWhen::Auto => "auto",
            ColorWhen::Always => "always",
            ColorWhen::Never => "never",
        }
    }
}

impl ColorWhen {
    fn read(word: &str) -> Result<ColorWhen, Failure> {
        ColorWhen::of_word(word).ok_or_else(|| {
            let words = ColorWhen::ALL.iter().map(|when| when.word());
            Failure::usage(format!("colour is never `{word}`"))
                .meant(nearest(word, words))
                .hint("write `auto`, `always` or `never`")
        })
    }
}

/// Whether the beginning of a name is enough: nothing is guessed where nobody sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Abbreviations {
    #[default]
    Refused,
    /// At a terminal.
    Taken,
}

/// What is said beside the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Verbosity {
    #[default]
    Sentences,
    /// `-q`
    Quiet,
}

/// Where the answer goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    Stdout,
    File(PathBuf),
    /// A file in that folder, named after the command.
    Folder(PathBuf),
}

/// Whose disk an answer goes to that goes to a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum AnswersOn {
    #[default]
    ThisHost,
    /// The command is done for another host.
    AskingHost,
}

/// What a command may do to the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Rights {
    #[default]
    All,
    /// It may look.
    Read,
}

/// The flags that every command takes, as typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flags {
    pub db: Option<PathBuf>,
    pub plans: Option<PathBuf>,
    pub actor: Option<String>,
    pub times_in: Option<String>,
    pub format: Option<Format>,
    pub output: Option<PathBuf>,
    pub fields: Option<Vec<FieldName>>,
    pub color: Option<ColorWhen>,
    pub verbosity: Verbosity,
    pub line_end: LineEnd,
    pub now: Option<PresentSource>,
}

/// What holds for this command.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The desk's file.
    pub db: Setting<PathBuf>,
    /// The folder with plan files of the desk's own.
    pub plans: Setting<Option<PathBuf>>,
    /// Who acts: a staff id.
    pub actor: Setting<String>,
    /// The zone in which times are shown; none: the desk's.
    pub times_in: Setting<Option<String>>,
    pub color: Setting<ColorWhen>,
    /// The program that shows long answers page by page.
    pub pager: Setting<String>,
    /// The program that reaches other hosts.
    pub ssh: Setting<String>,
    /// Who the machine says is at work, whatever the actor.
    pub login: String,
    pub present: PresentSource,
    pub format: Option<Format>,
    pub fields: Option<Vec<FieldName>>,
    pub output: Output,
    pub answers: AnswersOn,
    pub rights: Rights,
    pub verbosity: Verbosity,
    /// What ends each name of `-f ids`, and each ticket on the standard input.
    pub line_end: LineEnd,
    pub abbreviations: Abbreviations,
    pub file: File,
    pub environment: Environment,
}

impl Settings {
    /// Whether somebody reads what is listed of a write: its names alone are known without it.
    pub(crate) fn asks_for_rows(&self) -> bool {
        self.format.is_some_and(|format| format != Format::Ids)
    }

    /// Whether a page may be shown: where a format of records was asked for, none is.
    pub(crate) fn may_want_page(&self) -> bool {
        self.format.is_none_or(Format::is_page)
    }

    /// Works out what holds.
    ///
    /// # Errors
    /// A flag, a variable or the configuration file that says what cannot be understood.
    pub(crate) fn resolve(flags: Flags, environment: Environment) -> Result<Settings, Failure> {
        set_server_access(|| server::access(&environment));
        let file = match config_file(&environment) {
            Some(path) => File::read(&path)?,
            None => File::default(),
        };
        let from = Sources {
            environment: &environment,
            file: &file,
        };
        let format = format(&flags)?;
        let login = environment.login().unwrap_or_else(|| "unknown".to_owned());
        let color = from.text(
            "color",
            None,
            flags.color.map(|when| when.word().to_owned()),
            None,
        );
        Ok(Settings {
            db: from
                .path("db", "SLADESK_DB", flags.db)
                .map(|db| db.unwrap_or_else(|| default_db(&environment))),
            plans: from
                .path("plans", "SLADESK_PLANS", flags.plans)
                .map(|plans| plans.or_else(|| own_plans(&environment))),
            actor: from
                .text("actor", Some("SLADESK_ACTOR"), flags.actor, None)
                .map(|actor| actor.unwrap_or_else(|| login.clone())),
            times_in: from.text("times-in", Some("SLADESK_TIMES_IN"), flags.times_in, None),
            color: color
                .try_map(|word| word.map_or(Ok(ColorWhen::Auto), |w| ColorWhen::read(&w)))?,
            pager: from
                .text("pager", Some("SLADESK_PAGER"), None, Some("PAGER"))
                .map(|pager| pager.unwrap_or_else(|| "less -FRX".to_owned())),
            ssh: from
                .text("ssh", Some("SLADESK_SSH"), None, None)
                .map(|ssh| ssh.unwrap_or_else(|| "ssh".to_owned())),
            login,
            present: present(flags.now, &environment)?,
            format,
            fields: flags.fields.filter(|fields| !fields.is_empty()),
            output: output(flags.output),
            answers: AnswersOn::default(),
            rights: Rights::default(),
            verbosity: flags.verbosity,
            line_end: flags.line_end,
            abbreviations: Abbreviations::default(),
            file,
            environment,
        })
    }

    /// Where the desk's file lies when nobody says.
    pub(crate) fn default_db(&self) -> PathBuf {
        default_db(&self.environment)
    }
}

/// A value by its flag, variable, line in the file, or not at all.
struct Sources<'a> {
    environment: &'a Environment,
    file: &'a File,
}

impl Sources<'_> {
    /// `fallback` is a variable that is not ours and weighs less than the file.
    fn text(
        &self,
        key: &'static str,
        variable: Option<&'static str>,
        flag: Option<String>,
        fallback: Option<&'static str>,
    ) -> Setting<Option<String>> {
        let set = |value: &str, origin| Setting {
            value: Some(value.to_owned()),
            origin,
        };
        let in_variable = |name: &'static str| {
            let value = self.environment.text(name)?;
            Some(set(value, Origin::Variable(name)))
        };
        let typed = flag.map(|value| set(&value, Origin::Flag(flag_of(key))));
        typed
            .or_else(|| variable.and_then(in_variable))
            .or_else(|| self.in_file(key))
            .or_else(|| fallback.and_then(in_variable))
            .unwrap_or(Setting {
                value: None,
                origin: Origin::Default,
            })
    }

    fn path(
        &self,
        key: &'static str,
        variable: &'static str,
        flag: Option<PathBuf>,
    ) -> Setting<Option<PathBuf>> {
        let set = |value: PathBuf, origin| Setting {
            value: Some(value),
            origin,
        };
        let in_variable = || {
            Some(set(
                self.environment.path(variable)?,
                Origin::Variable(variable),
            ))
        };
        flag.map(|value| set(value, Origin::Flag(flag_of(key))))
            .or_else(in_variable)
            .unwrap_or_else(|| {
                self.in_file(key).map_or(
                    Setting {
                        value: None,
                        origin: Origin::Default,
                    },
                    |text| text.map(|value| value.map(|path| self.environment.expanded(&path))),
                )
            })
    }

    fn in_file(&self, key: &str) -> Option<Setting<Option<String>>> {
        let (value, line) = self.file.values.get(key)?;
        let path = self.file.path.clone()?;
        Some(Setting {
            value: Some(value.clone()),
            origin: Origin::File { path, line: *line },
        })
    }
}

fn flag_of(key: &str) -> &'static str {
    const FLAGS: [(&str, &str); 5] = [
        ("db", "--db"),
        ("plans", "--plans"),
        ("actor", "--actor"),
        ("times-in", "--times-in"),
        ("color", "--color"),
    ];
    FLAGS
        .into_iter()
        .find(|(name, _)| *name == key)
        .map_or("flag", |(_, flag)| flag)
}

impl<T> Setting<T> {
    fn map<U>(self, change: impl FnOnce(T) -> U) -> Setting<U> {
        Setting {
            value: change(self.value),
            origin: self.origin,
        }
    }

    fn try_map<U, E>(self, change: impl FnOnce(T) -> Result<U, E>) -> Result<Setting<U>, E> {
        Ok(Setting {
            value: change(self.value)?,
            origin: self.origin,
        })
    }
}

fn config_folder(environment: &Environment) -> Option<PathBuf> {
    Some(
        environment
            .folder("XDG_CONFIG_HOME", ".config")?
            .join("sladesk"),
    )
}

fn config_file(environment: &Environment) -> Option<PathBuf> {
    Some(config_folder(environment)?.join("config.toml"))
}

/// The plans beside the configuration file, if there are any.
fn own_plans(environment: &Environment) -> Option<PathBuf> {
    Some(config_folder(environment)?.join("plans")).filter(|folder| folder.is_dir())
}

fn default_db(environment: &Environment) -> PathBuf {
    let data = environment.folder("XDG_DATA_HOME", ".local/share");
    data.unwrap_or_default().join("sladesk").join("desk.db")
}

fn format(flags: &Flags) -> Result<Option<Format>, Failure> {
    match (flags.format, &flags.output) {
        (Some(format), _) => Ok(Some(format)),
        (None, Some(path)) => Format::of_name(path),
        (None, None) => Ok(None),
    }
}

fn present(
    flag: Option<PresentSource>,
    environment: &Environment,
) -> Result<PresentSource, Failure> {
    match (flag, environment.text("SLADESK_NOW")) {
        (Some(given), _) => Ok(given),
        (None, Some(text)) => PresentSource::read(text),
        (None, None) => Ok(PresentSource::Clock(clock())),
    }
}

fn output(flag: Option<PathBuf>) -> Output {
    match flag {
        None => Output::Stdout,
        Some(path) if path == Path::new("-") => Output::Stdout,
        Some(path) if path.to_string_lossy().ends_with('/') => Output::Folder(path),
        Some(path) => Output::File(path),
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() -> Result<(), crate::failure::Failure> {
        use crate::settings::{Environment, Flags, Origin, Settings};
        let environment = Environment::of([("HOME", "/nonexistent"), ("SLADESK_ACTOR", "minh")]);
        let settings = Settings::resolve(Flags::default(), environment)?;
        assert_eq!(settings.actor.value, "minh");
        assert_eq!(settings.actor.origin, Origin::Variable("SLADESK_ACTOR"));
        assert!(settings.db.value.ends_with(".local/share/sladesk/desk.db"));
        Ok(())
    }
}
