//! What the server's error codes mean to a person.

use std::error::Error;
use std::path::Path;

use tokio_postgres::Error as ServerError;
use tokio_postgres::error::SqlState;

use crate::store::engine::interface::BUSY_TIMEOUT;
use crate::store::error::{Fault, ServerFault, StoreError};
use crate::store::interrupt;

/// Translates an error of a server that was let in to.
pub(super) fn explain(place: &Path, doing: &'static str, error: ServerError) -> StoreError {
    let path = place.to_owned();
    let server = |what| StoreError::of_server(place, what);
    let Some(code) = error.code().cloned() else {
        return match error.is_closed() || is_of_line(&error) {
            true => server(ServerFault::LineBroke),
            false => bug(place, doing, error),
        };
    };
    match code {
        SqlState::LOCK_NOT_AVAILABLE => StoreError::Busy {
            path,
            seconds: BUSY_TIMEOUT.as_secs(),
        },
        SqlState::QUERY_CANCELED if interrupt::is_asked() => StoreError::Interrupted,
        SqlState::QUERY_CANCELED => server(ServerFault::TimedOut),
        SqlState::INSUFFICIENT_PRIVILEGE if doing == READING => StoreError::Unreadable {
            path,
            fault: Fault::new(error),
        },
        SqlState::INSUFFICIENT_PRIVILEGE | SqlState::READ_ONLY_SQL_TRANSACTION => {
            StoreError::ReadOnly { path }
        }
        SqlState::DISK_FULL => StoreError::Full { path },
        SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => {
            server(ServerFault::GivenUp)
        }
        SqlState::ADMIN_SHUTDOWN | SqlState::CRASH_SHUTDOWN | SqlState::CANNOT_CONNECT_NOW => {
            server(ServerFault::LineBroke)
        }
        SqlState::DATA_CORRUPTED | SqlState::INDEX_CORRUPTED => {
            StoreError::pages_contradict(path, Fault::new(error))
        }
        SqlState::IO_ERROR => StoreError::Disk {
            path,
            doing,
            fault: Fault::new(error),
        },
        _ => bug(place, doing, error),
    }
}

pub(super) const READING: &str = "reading";

/// Whether the same can be asked once more over another line: this one is gone, or the server was
/// about to go.
pub(super) fn is_line_broken(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Server {
            what: ServerFault::LineBroke,
            ..
        }
    )
}

/// An error of a system call, whatever it is wrapped in.
fn is_of_line(error: &ServerError) -> bool {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if inner.is::<std::io::Error>() {
            return true;
        }
        cause = inner.source();
    }
    false
}

/// What the program asks for in a way that the server does not take is a mistake of ours. Its own
/// words stay behind, for whoever looks closer.
fn bug(place: &Path, doing: &'static str, error: ServerError) -> StoreError {
    let says = error.as_db_error().map(ToString::to_string);
    StoreError::Bug {
        what: format!("while {doing} {}", place.display()),
        fault: Some(match says {
            Some(says) => Fault::new(says),
            None => Fault::new(error),
        }),
    }
}

/// Why a server does not let anybody in.
pub(super) fn not_connected(place: &Path, error: &ServerError) -> StoreError {
    let what = match error.code() {
        Some(&SqlState::INVALID_PASSWORD | &SqlState::INVALID_AUTHORIZATION_SPECIFICATION) => {
            ServerFault::NotLetIn
        }
        Some(&SqlState::INVALID_CATALOG_NAME) => ServerFault::NoDatabase,
        Some(_) => ServerFault::Unreachable(last_cause(error)),
        None => match error.to_string() {
            said if said.contains("TLS") => match last_cause(error) {
                // what `openssl req -x509` makes, where nobody says otherwise
                cause if cause.contains("CaUsedAsEndEntity") => ServerFault::AuthorityAsServer,
                cause => ServerFault::Untrusted(cause),
            },
            // no password was given, and one is wanted
            said if said.contains("configuration") || said.contains("authentication") => {
                ServerFault::NotLetIn
            }
            _ => ServerFault::Unreachable(last_cause(error)),
        },
    };
    StoreError::of_server(place, what)
}

/// What is at the bottom of an error, which says it best.
fn last_cause(error: &ServerError) -> String {
    if let Some(said) = error.as_db_error() {
        return said.message().to_owned();
    }
    let mut last: &dyn Error = error;
    while let Some(inner) = last.source() {
        last = inner;
    }
    last.to_string()
}

/// Whether there is no server at the moment, where there was one.
pub(super) fn is_away(error: &ServerError) -> bool {
    error.code().is_none() && is_of_line(error)
}

/// Whether a server says that it will let in soon.
pub(super) fn lets_in_soon(error: &ServerError) -> bool {
    matches!(
        error.code(),
        Some(&SqlState::CANNOT_CONNECT_NOW | &SqlState::TOO_MANY_CONNECTIONS)
    )
}
