//! The errors of the rooms below, in the words of the person who asked.

use super::{Exit, Failure, FailureCode};
use crate::almanac::{UnknownDays, UnknownZone};
use crate::core::calendar::HoursError;
use crate::core::text::Misread;
use crate::core::time::SpanError;
use crate::plans::PlanError;
use crate::store::{ReceiveError, ServerFault, StoreError};

impl From<SpanError> for Failure {
    fn from(error: SpanError) -> Failure {
        Failure::usage(error.message)
            .kind("unreadable-duration")
            .hint_if(error.hint)
    }
}

impl From<Misread> for Failure {
    fn from(error: Misread) -> Failure {
        let failure = match error.unknown {
            true => Failure::not_found(error.message).kind("unknown-value"),
            false => Failure::usage(error.message).kind("unreadable"),
        };
        failure.hint_if(error.hint)
    }
}

impl From<UnknownZone> for Failure {
    fn from(error: UnknownZone) -> Failure {
        let hint = error.hint();
        Failure::usage(error.to_string())
            .kind("unknown-zone")
            .hint(hint)
    }
}

impl From<UnknownDays> for Failure {
    fn from(error: UnknownDays) -> Failure {
        let hint = error.hint();
        Failure::not_found(error.to_string())
            .kind("unknown-holidays")
            .hint(hint)
    }
}

/// What nobody can mend by typing something else: a bug, or a system call that failed. What it
/// came from stands below its own words.
impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Failure {
        let failure = Failure::unexpected(error.to_string());
        match error.source() {
            Some(cause) => failure.because(cause),
            None => failure,
        }
    }
}

impl From<ReceiveError> for Failure {
    fn from(error: ReceiveError) -> Failure {
        match error {
            ReceiveError::Line(fault) => {
                Failure::coded(Exit::BadFile, FailureCode::RecordLine(fault)).kind("bad-record")
            }
            ReceiveError::Store(error) => Failure::from(error),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        use StoreError as E;
        let message = error.to_string();
        match error {
            E::Missing { path } => Failure::desk_file(message)
                .kind("no-desk")
                .hint(format!("`sladesk --db {} db init` makes a new one", path.display())),
            E::Exists { .. } => Failure::not_possible(message).kind("exists"),
            E::Newer { program, .. } => {
                let program = program.unwrap_or_else(|| "a newer version".to_owned());
                Failure::desk_file(message).kind("newer").hint(format!(
                    "install sladesk {program} or newer; the file was not touched"
                ))
            }
            E::Older { .. } => Failure::desk_file(message)
                .kind("older")
                .hint("`sladesk db upgrade` brings it up to date, and keeps a backup"),
            E::Foreign { .. } => Failure::desk_file(message)
                .kind("foreign")
                .hint("the file was not touched; `sladesk db path` tells which file is meant"),
            E::Damaged { .. } => Failure::desk_file(message)
                .kind("damaged")
                .hint("`sladesk db check` tells what is wrong, `sladesk db restore` goes back to a backup"),
            E::Busy { .. } => Failure::desk_file(message)
                .kind("busy")
                .hint("nothing was changed; try again"),
            E::Link { path } => {
                let real = path.canonicalize().unwrap_or(path);
                Failure::not_possible(message)
                    .kind("link")
                    .hint(format!("name the file that it leads to: `--db {}`", real.display()))
            }
            E::NotEmpty { path } => {
                let path = path.display().to_string();
                Failure::coded(Exit::NotPossible, FailureCode::NotEmpty { path }).kind("not-empty")
            }
            E::Interrupted => Failure::new(Exit::Interrupted, message).kind("interrupted"),
            E::Itself { .. } => Failure::not_possible(message).kind("itself"),
            E::FolderNotWritable { .. }
            | E::ReadOnly { .. }
            | E::Unreadable { .. }
            | E::Limited { .. }
            | E::Full { .. } => Failure::desk_file(message),
            E::Unsure { .. } => Failure::desk_file(message)
                .kind("unsure")
                .hint("look before you do it again: `sladesk log -L 3`"),
            E::Server { path, what } => of_server(&path, what),
            E::Disk { .. } | E::Bug { .. } => anyhow::Error::new(error).into(),
        }
    }
}

/// A desk on a server: its sentence is made of a code.
fn of_server(path: &std::path::Path, what: ServerFault) -> Failure {
    use ServerFault as F;
    let (exit, kind) = match what {
        F::NotBuiltIn => (Exit::NotPossible, "not-built-in"),
        F::NoFile | F::Follower => (Exit::NotPossible, "no-file"),
        F::NullCharacter => (Exit::NotPossible, "unkeepable"),
        F::NoAddress | F::PasswordInAddress | F::PasswordsOpen => (Exit::Usage, "unreadable"),
        F::NoDatabase => (Exit::DeskFile, "no-desk"),
        F::MaybeWritten => (Exit::DeskFile, "unsure"),
        F::GivenUp | F::TimedOut => (Exit::DeskFile, "busy"),
        F::Unreachable(_)
        | F::Untrusted(_)
        | F::AuthorityAsServer
        | F::NotLetIn
        | F::Encoding(_)
        | F::LineBroke => (Exit::DeskFile, "unreachable"),
    };
    let path = path.display().to_string();
    Failure::coded(exit, FailureCode::Server { path, what }).kind(kind)
}

impl Failure {
    /// Hours of a day that cannot be read, with the piece of the text that is meant.
    pub(crate) fn of_hours(error: &HoursError, text: &str) -> Failure {
        let piece = text.get(error.at.clone()).unwrap_or_default();
        let rest = text.get(error.at.end..).unwrap_or_default().trim();
        let failure = Failure::usage(error.message.clone()).kind("unreadable-hours");
        let failure = match (piece, rest) {
            _ if piece == text => failure,
            ("", "") => failure.fact(format!("at the end of `{text}`")),
            ("", rest) => failure.fact(format!("before `{rest}` in `{text}`")),
            (piece, _) => failure.fact(format!("at `{piece}` in `{text}`")),
        };
        failure.hint_if(error.hint.clone())
    }
}

impl From<PlanError> for Failure {
    fn from(error: PlanError) -> Failure {
        use PlanError as E;
        let (exit, kind) = match &error {
            E::Unknown { .. } => (Exit::NotFound, "unknown-plan"),
            E::Ambiguous { .. } => (Exit::Usage, "ambiguous"),
            E::Term { .. } => (Exit::Usage, "term"),
            E::Bad { .. } => (Exit::BadFile, "bad-plan"),
            E::NoFile { .. } => (Exit::NotFound, "no-file"),
            E::Unreadable { .. } => (Exit::BadFile, "unreadable-file"),
        };
        let mut failure = Failure::new(exit, error.to_string()).kind(kind);
        failure.inner.code = Some(FailureCode::Plan(error));
        failure
    }
}
