//! What can go wrong with a desk's file, told in the desk's words.
//!
//! The engine's own message never reaches a person: it stays behind as the source, for whoever
//! has to look closer.

use std::path::{Path, PathBuf};

use super::schema::VERSION;

/// What the engine or the system said, kept for a closer look.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(crate) struct Fault(Box<dyn std::error::Error + Send + Sync>);

impl Fault {
    pub(super) fn new(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Fault {
        Fault(error.into())
    }
}

/// Why the store could not do it. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StoreError {
    #[error("no desk at {}", .path.display())]
    Missing { path: PathBuf },

    #[error("{} is there already", .path.display())]
    Exists { path: PathBuf },

    /// Some other file: not a database, or another program's.
    #[error("{} is not a desk: {what}", .path.display())]
    Foreign { path: PathBuf, what: &'static str },

    #[error(
        "{} was written by {} (schema {found}), this is {} (schema {VERSION})",
        .path.display(), writer(.program.as_deref()), env!("CARGO_PKG_VERSION")
    )]
    Newer {
        path: PathBuf,
        found: i64,
        /// The version of sladesk that wrote it, when it says so.
        program: Option<String>,
    },

    #[error("{} has schema {found}, this sladesk needs schema {VERSION}", .path.display())]
    Older { path: PathBuf, found: i64 },

    #[error("{} is damaged: {what}", .path.display())]
    Damaged {
        path: PathBuf,
        what: String,
        #[source]
        fault: Option<Fault>,
    },

    /// Another process held the file for as long as we are willing to wait.
    #[error("{} is busy: another process has been writing to it for {seconds} s", .path.display())]
    Busy { path: PathBuf, seconds: u64 },

    #[error("cannot write in the folder {}", .folder.display())]
    FolderNotWritable {
        folder: PathBuf,
        #[source]
        fault: Fault,
    },

    #[error("cannot write to {}", .path.display())]
    ReadOnly { path: PathBuf },

    /// A name that leads elsewhere is not given away.
    #[error("{} is a link", .path.display())]
    Link { path: PathBuf },

    /// Something was written to it since it was founded.
    #[error("{} is not empty", .path.display())]
    NotEmpty { path: PathBuf },

    #[error("{} is the desk itself", .path.display())]
    Itself { path: PathBuf },

    /// The process may not make files any longer.
    #[error("{} may not grow past the limit of {bytes} bytes that is set for this process", .path.display())]
    Limited { path: PathBuf, bytes: u64 },

    #[error("cannot read {}", .path.display())]
    Unreadable {
        path: PathBuf,
        #[source]
        fault: Fault,
    },

    #[error("no room left on the disk of {}", .path.display())]
    Full { path: PathBuf },

    /// A system call failed; not the user's doing.
    #[error("the disk failed while {doing} {}", .path.display())]
    Disk {
        path: PathBuf,
        doing: &'static str,
        #[source]
        fault: Fault,
    },

    /// Somebody asked for an end.
    #[error("interrupted")]
    Interrupted,

    /// A commit failed, and so did taking it back.
    #[error("the disk of {} failed, and it is not sure whether this was written", .path.display())]
    Unsure {
        path: PathBuf,
        #[source]
        fault: Fault,
    },

    /// A desk on a server: the sentence is made where all are.
    #[error("{}: {what:?}", .path.display())]
    Server { path: PathBuf, what: ServerFault },

    /// A mistake of this program.
    #[error("the store was asked for something impossible: {what}")]
    Bug {
        what: String,
        #[source]
        fault: Option<Fault>,
    },
}

/// What is wrong with a desk on a server, or with how it is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "PostgreSQL")]
pub(crate) enum ServerFault {
    /// This program was built without that engine.
    NotBuiltIn,
    /// It is none of PostgreSQL.
    NoAddress,
    /// Everybody on the host could read it.
    PasswordInAddress,
    /// Others may read the file of passwords.
    PasswordsOpen,
    /// No line to it: what the system says.
    Unreachable(String),
    /// The line is not what it should be: what is said of its certificate.
    Untrusted(String),
    /// It shows the certificate of somebody who certifies, which is no server's.
    AuthorityAsServer,
    /// It does not know who asks, or the password.
    NotLetIn,
    NoDatabase,
    /// It keeps texts in another encoding than UTF-8.
    Encoding(String),
    /// A text with a character of no bits, which it cannot keep.
    NullCharacter,
    /// The line broke: nothing was written.
    LineBroke,
    /// The line broke while all was made to stand.
    MaybeWritten,
    /// It ended a statement that took longer than it allows.
    TimedOut,
    /// Others were in the way, and it gave up one: nothing was written.
    GivenUp,
    /// What was asked for is a file's own.
    NoFile,
    /// A copy that follows another server: it makes no tables, not even for a view of the past.
    Follower,
}

fn writer(version: Option<&str>) -> String {
    version.map_or_else(
        || "a newer sladesk".to_owned(),
        |version| format!("sladesk {version}"),
    )
}

/// What was being done, in words of [`StoreError::Disk`].
pub(super) const WRITING: &str = "writing to";

impl StoreError {
    /// What is kept cannot be what was written.
    pub(super) fn pages_contradict(path: PathBuf, fault: Fault) -> StoreError {
        StoreError::Damaged {
            path,
            what: "its pages contradict each other".to_owned(),
            fault: Some(fault),
        }
    }

    pub(super) fn damaged(path: &Path, what: impl Into<String>) -> StoreError {
        StoreError::Damaged {
            path: path.to_owned(),
            what: what.into(),
            fault: None,
        }
    }

    pub(super) fn bug(what: impl Into<String>) -> StoreError {
        StoreError::Bug {
            what: what.into(),
            fault: None,
        }
    }

    /// Whether the line to a server broke while all was made to stand.
    pub(super) fn leaves_open(&self) -> bool {
        let maybe = ServerFault::MaybeWritten;
        matches!(self, StoreError::Server { what, .. } if *what == maybe)
    }

    /// The same, where nothing had been written that could stand.
    pub(super) fn with_nothing_written(self) -> StoreError {
        match self {
            StoreError::Server { path, .. } => StoreError::Server {
                path,
                what: ServerFault::LineBroke,
            },
            other => other,
        }
    }

    /// What is wrong with a desk on a server.
    pub(super) fn of_server(path: &Path, what: ServerFault) -> StoreError {
        StoreError::Server {
            path: path.to_owned(),
            what,
        }
    }

    /// What a failing system call on `path` means.
    pub(super) fn of_io(path: &Path, doing: &'static str, error: std::io::Error) -> StoreError {
        use std::io::ErrorKind;
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::NotFound => StoreError::Missing { path },
            ErrorKind::AlreadyExists => StoreError::Exists { path },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::Full { path },
            ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly { path },
            ErrorKind::PermissionDenied => StoreError::Unreadable {
                path,
                fault: Fault::new(error),
            },
            _ => StoreError::Disk {
                path,
                doing,
                fault: Fault::new(error),
            },
        }
    }
}
