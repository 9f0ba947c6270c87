//! Passwords, from where other programs for PostgreSQL look for them: PGPASSWORD, then the file
//! PGPASSFILE or `~/.pgpass`.

use std::fs;
use std::os::unix::fs::MetadataExt;

use tokio_postgres::Config;
use tokio_postgres::config::Host;

use crate::store::engine::server_address::ServerAccess;
use crate::store::error::{ServerFault, StoreError};

/// The password for a server, where one is kept.
///
/// # Errors
/// The file of passwords can be read by others.
pub(super) fn password_for(
    config: &Config,
    access: &ServerAccess,
) -> Result<Option<String>, StoreError> {
    if access.password.is_some() {
        return Ok(access.password.clone());
    }
    let Some(path) = &access.password_file else {
        return Ok(None);
    };
    let Ok(about) = fs::metadata(path) else {
        return Ok(None);
    };
    if about.is_file() && about.mode() & 0o077 != 0 {
        return Err(StoreError::of_server(path, ServerFault::PasswordsOpen));
    }
    let text = fs::read_to_string(path).unwrap_or_default();
    Ok(found_in(&text, &ServerNames::of(config)))
}

/// What a line of the file names.
struct ServerNames([String; 4]);

impl ServerNames {
    fn of(config: &Config) -> ServerNames {
        let host = match config.get_hosts().first() {
            Some(Host::Tcp(name)) => name.clone(),
            // a socket is this host, whatever its folder
            _ => "localhost".to_owned(),
        };
        let port = config.get_ports().first().copied().unwrap_or(5432);
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        ServerNames([
            host,
            port.to_string(),
            text(config.get_dbname()),
            text(config.get_user()),
        ])
    }
}

/// The last field of the first line of which the others are these, or `*`.
fn found_in(text: &str, names: &ServerNames) -> Option<String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(fields).find_map(|fields| {
        let [named @ .., password] = fields.as_slice() else {
            return None;
        };
        let fits = |(field, name): (&String, &String)| field == "*" || field == name;
        let all = named.len() == names.0.len() && named.iter().zip(&names.0).all(fits);
        all.then(|| password.clone())
    })
}

/// The fields of a line, parted by colons; a backslash takes what follows as it is.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            ':' => fields.push(String::new()),
            '\\' => fields
                .last_mut()
                .expect("one at least")
                .extend(chars.next()),
            c => fields.last_mut().expect("one at least").push(c),
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_fits_has_the_password() {
        let names = ["db1", "5432", "desk", "minh"].map(str::to_owned);
        let text =
            "# passwords\nother:5432:desk:minh:no\ndb1:*:desk:minh:a\\:b\\\\c\n*:*:*:*:last\n";
        let found = found_in(text, &ServerNames(names.clone()));
        assert_eq!(found.as_deref(), Some("a:b\\c"));
        assert_eq!(
            found_in("db1:5432:desk:hoa:x", &ServerNames(names.clone())),
            None
        );
        assert_eq!(found_in("db1:5432:desk:x", &ServerNames(names)), None);
    }
}
