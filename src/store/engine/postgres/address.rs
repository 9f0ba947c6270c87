//! `postgres://[user@]host[:port]/database[?sslmode=disable]`: where a desk on a server is.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};

use super::password::password_for;
use crate::store::engine::server_address::{ServerAccess, server_access};
use crate::store::error::{ServerFault, StoreError};

/// Where the socket of a server on this host lies when nobody says.
const SOCKET_FOLDER: &str = "/var/run/postgresql";

/// So long for a host to answer; and where a shell asks.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const CONNECT_TIMEOUT_AT_TAB_KEY: Duration = Duration::from_secs(1);

/// So long a server may take that is about to start, or another one to take its place.
const PATIENCE: Duration = Duration::from_secs(10);

/// A line over which nothing comes for so long is looked at whether it still holds.
const KEEPALIVE: Duration = Duration::from_secs(30);

/// How a server is reached.
#[derive(Clone)]
pub(super) struct ServerAddress {
    pub config: Config,
    /// In a file; none: those that the system trusts.
    pub root_certificates: Option<std::path::PathBuf>,
    /// So long a server may take that is about to let in.
    pub patience: Duration,
}

impl ServerAddress {
    /// Reads a desk's place.
    ///
    /// # Errors
    /// It cannot be read, names no database, or has a password in it, which everybody on the host
    /// could read in the list of processes.
    pub(super) fn read(place: &Path) -> Result<ServerAddress, StoreError> {
        ServerAddress::of(place, server_access())
    }

    fn of(place: &Path, access: ServerAccess) -> Result<ServerAddress, StoreError> {
        let unreadable = || StoreError::of_server(&without_password(place), ServerFault::NoAddress);
        let typed = place.to_str().ok_or_else(unreadable)?;
        if has_password(typed) {
            let place = without_password(place);
            return Err(StoreError::of_server(
                &place,
                ServerFault::PasswordInAddress,
            ));
        }
        let (typed, own) = split_own(typed).ok_or_else(unreadable)?;
        let mut config = Config::from_str(&typed).map_err(|_| unreadable())?;
        if config.get_dbname().is_none() {
            return Err(unreadable());
        }
        if config.get_hosts().is_empty() {
            config.host(access.host.as_deref().unwrap_or(SOCKET_FOLDER));
        }
        if let (None, Some(user)) = (config.get_user(), &access.user) {
            config.user(user);
        }
        let (timeout, patience) = match access.at_tab_key {
            true => (CONNECT_TIMEOUT_AT_TAB_KEY, Duration::ZERO),
            false => (CONNECT_TIMEOUT, PATIENCE),
        };
        let mode = own.ssl_mode.as_deref().or(access.ssl_mode.as_deref());
        config
            .ssl_mode(ssl_mode(&config, mode))
            .connect_timeout(timeout)
            .keepalives_idle(KEEPALIVE)
            .application_name("sladesk");
        if let Some(password) = password_for(&config, &access)? {
            config.password(password);
        }
        Ok(ServerAddress {
            config,
            root_certificates: own.root_certificates.or(access.root_certificates),
            patience,
        })
    }
}

/// TLS, with the server's certificate held against those who are trusted, unless the server is this
/// host or somebody says otherwise.
fn ssl_mode(config: &Config, said: Option<&str>) -> SslMode {
    let is_here = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => ["localhost", "127.0.0.1", "::1"].contains(&name.as_str()),
    };
    let here = config.get_hosts().iter().all(is_here);
    match said {
        Some("disable") => SslMode::Disable,
        Some("require" | "verify-ca" | "verify-full") => SslMode::Require,
        _ if here => SslMode::Disable,
        _ => SslMode::Require,
    }
}

/// What of an address is not for the client.
#[derive(Default)]
struct OwnParameters {
    ssl_mode: Option<String>,
    root_certificates: Option<std::path::PathBuf>,
}

/// Parts what the client does not read of an address.
fn split_own(typed: &str) -> Option<(String, OwnParameters)> {
    let mut own = OwnParameters::default();
    let Some((address, query)) = typed.split_once('?') else {
        return Some((typed.to_owned(), own));
    };
    let mut others = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=')? {
            ("sslmode", mode) => {
                let known = [
                    "disable",
                    "allow",
                    "prefer",
                    "require",
                    "verify-ca",
                    "verify-full",
                ];
                own.ssl_mode = Some(known.into_iter().find(|known| *known == mode)?.to_owned());
            }
            ("sslrootcert", file) => own.root_certificates = Some(file.into()),
            _ => others.push(pair),
        }
    }
    let address = match others.is_empty() {
        true => address.to_owned(),
        false => format!("{address}?{}", others.join("&")),
    };
    Some((address, own))
}

/// What stands before the `@`, where there is one.
fn login(typed: &str) -> Option<&str> {
    let rest = typed.split_once("://")?.1;
    let place = rest.split(['/', '?']).next()?;
    Some(place.rsplit_once('@')?.0)
}

fn has_password(typed: &str) -> bool {
    let query = typed.split_once('?').map_or("", |(_, query)| query);
    let in_query = query.split('&').any(|pair| pair.starts_with("password="));
    in_query || login(typed).is_some_and(|login| login.contains(':'))
}

/// An address as messages call it where it must not be repeated as it is.
fn without_password(place: &Path) -> std::path::PathBuf {
    let typed = place.to_string_lossy();
    let (address, _) = typed.split_once('?').unwrap_or((&typed, ""));
    let shown = match login(address).and_then(|login| login.split_once(':')) {
        Some((user, password)) => {
            address.replacen(&format!("{user}:{password}@"), &format!("{user}@"), 1)
        }
        None => address.to_owned(),
    };
    shown.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Result<ServerAddress, StoreError> {
        ServerAddress::of(Path::new(typed), ServerAccess::default())
    }

    #[test]
    fn an_address_is_read_as_other_programs_read_it() {
        for (typed, host, database, mode) in [
            ("postgres://minh@db1/desk", "db1", "desk", SslMode::Require),
            (
                "postgresql://db1:5433/desk",
                "db1",
                "desk",
                SslMode::Require,
            ),
            (
                "postgres://localhost/desk",
                "localhost",
                "desk",
                SslMode::Disable,
            ),
            (
                "postgres://db1/desk?sslmode=disable",
                "db1",
                "desk",
                SslMode::Disable,
            ),
            (
                "postgres://localhost/desk?sslmode=require",
                "localhost",
                "desk",
                SslMode::Require,
            ),
            (
                "postgres://%2Frun%2Fpg/desk",
                "/run/pg",
                "desk",
                SslMode::Disable,
            ),
            ("postgres:///desk", SOCKET_FOLDER, "desk", SslMode::Disable),
        ] {
            let address = read(typed).unwrap();
            let found = match &address.config.get_hosts()[0] {
                Host::Tcp(name) => name.clone(),
                Host::Unix(folder) => folder.display().to_string(),
            };
            assert_eq!(found, host, "{typed}");
            assert_eq!(address.config.get_dbname(), Some(database), "{typed}");
            assert_eq!(address.config.get_ssl_mode(), mode, "{typed}");
        }
        for typed in [
            "postgres://",
            "postgres://db1",
            "postgres://db1/",
            "postgres://db1:x/desk",
            "postgres://db1/desk?sslmode=maybe",
            "postgres://db1/desk?colour=red",
        ] {
            assert!(read(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_password_is_taken_from_no_address_and_repeated_by_no_message() {
        for typed in [
            "postgres://minh:s3cret@db1/desk",
            "postgres://db1/desk?password=s3cret",
            "postgres://minh:s3cret@db1/desk?sslmode=nonsense",
        ] {
            let Err(error) = read(typed) else {
                panic!("{typed}");
            };
            let said = format!("{error} {error:?}");
            assert!(!said.contains("s3cret"), "{said}");
        }
    }
}
