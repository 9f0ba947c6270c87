//! What the environment says about reaching servers: the variables that all programs for PostgreSQL
//! read, and whether a shell asks.

use super::{COMPLETING, Environment};
use crate::store::ServerAccess;

/// What these variables say. The password is in one of them or in a file, never in an address.
pub(super) fn access(environment: &Environment) -> ServerAccess {
    let text = |name| environment.text(name).map(str::to_owned);
    let own_file = || Some(environment.path("HOME")?.join(".pgpass"));
    ServerAccess {
        host: text("PGHOST"),
        user: text("PGUSER"),
        password: text("PGPASSWORD"),
        password_file: environment.path("PGPASSFILE").or_else(own_file),
        root_certificates: environment.path("PGSSLROOTCERT"),
        ssl_mode: text("PGSSLMODE"),
        at_tab_key: environment.text(COMPLETING).is_some(),
    }
}
