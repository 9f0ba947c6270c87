//! `ssh://[user@]host[:port][/path]`: where a desk of another host is.

use std::path::Path;

use crate::failure::Failure;
use crate::wording::ssh as words;

const SCHEME: &str = "ssh://";

/// A desk on another host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// `[user@]host`, as `ssh` takes it.
    pub host: String,
    pub port: Option<u16>,
    /// The desk's file there; none: the one that the host means when nobody says. One that begins
    /// with `~/` lies below the home folder there.
    pub desk: Option<String>,
}

impl Address {
    /// Whether a desk's place names a host at all.
    pub(super) fn is_one(desk: &Path) -> bool {
        desk.as_os_str()
            .as_encoded_bytes()
            .starts_with(SCHEME.as_bytes())
    }

    /// Reads the place of a desk that names a host.
    ///
    /// # Errors
    /// No host, or what could be taken for a flag; a port that is no number.
    pub(super) fn read(desk: &Path) -> Result<Address, Failure> {
        let typed = desk.to_string_lossy();
        Address::of_text(&typed).ok_or_else(|| {
            let (says, hint) = words::no_address(&typed);
            Failure::usage(says).kind("unreadable").hint(hint)
        })
    }

    fn of_text(typed: &str) -> Option<Address> {
        let rest = typed.strip_prefix(SCHEME)?;
        let (place, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        let (user, place) = match place.rsplit_once('@') {
            Some((user, place)) => (Some(user), place),
            None => (None, place),
        };
        let (name, port) = port_of(place)?;
        let host = match user {
            Some(user) => format!("{user}@{name}"),
            None => name.to_owned(),
        };
        let plain = |c: char| !c.is_whitespace() && !c.is_control();
        let names = user.is_none_or(|user| !user.is_empty()) && !name.is_empty();
        if !names || host.starts_with('-') || name.starts_with('-') || !host.chars().all(plain) {
            return None;
        }
        Some(Address {
            host,
            port,
            desk: desk_of(path),
        })
    }
}

/// A host's name without the brackets of an address with colons, and the port behind it.
fn port_of(place: &str) -> Option<(&str, Option<u16>)> {
    let (name, behind) = match place.strip_prefix('[') {
        Some(bracketed) => bracketed.split_once(']')?,
        None => place.find(':').map_or((place, ""), |at| place.split_at(at)),
    };
    match behind.strip_prefix(':') {
        Some(port) => Some((name, Some(port.parse().ok()?))),
        None => behind.is_empty().then_some((name, None)),
    }
}

fn desk_of(path: &str) -> Option<String> {
    match path.strip_prefix("/~/") {
        Some(below_home) => (!below_home.is_empty()).then(|| format!("~/{below_home}")),
        None => (path.len() > 1).then(|| path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_people_write_one() {
        for (typed, host, port, desk) in [
            ("ssh://desk1", "desk1", None, None),
            ("ssh://desk1/", "desk1", None, None),
            (
                "ssh://minh@desk1/srv/desk.db",
                "minh@desk1",
                None,
                Some("/srv/desk.db"),
            ),
            (
                "ssh://desk1:2222/~/desk.db",
                "desk1",
                Some(2222),
                Some("~/desk.db"),
            ),
            (
                "ssh://minh@[2001:db8::1]:22",
                "minh@2001:db8::1",
                Some(22),
                None,
            ),
            ("ssh://desk1/a b/é.db", "desk1", None, Some("/a b/é.db")),
        ] {
            let desk = desk.map(str::to_owned);
            let expected = Address {
                host: host.to_owned(),
                port,
                desk,
            };
            assert_eq!(Address::read(Path::new(typed)), Ok(expected), "{typed}");
        }
    }

    #[test]
    fn nothing_in_an_address_is_taken_for_a_flag() {
        for typed in [
            "ssh://",
            "ssh:///srv/desk.db",
            "ssh://-oProxyCommand=touch%20x",
            "ssh://minh@-oProxyCommand=x",
            "ssh://-l@desk1",
            "ssh://@desk1",
            "ssh://desk 1",
            "ssh://desk1:x",
            "ssh://desk1:70000",
            "ssh://[::1",
        ] {
            assert!(Address::read(Path::new(typed)).is_err(), "{typed}");
        }
        assert!(!Address::is_one(Path::new("ssh:/desk.db")));
    }
}
