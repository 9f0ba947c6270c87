//! Whether a desk's place is a database on a server, and what has to be known to reach one.
//!
//! A place is told by how it begins, in every build: one without the engine says so, and takes it
//! for no file.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

const SCHEMES: [&str; 2] = ["postgres://", "postgresql://"];

/// Whether a desk's place names a database on a server.
pub(crate) fn is_on_server(place: &Path) -> bool {
    let place = place.as_os_str().as_encoded_bytes();
    SCHEMES
        .iter()
        .any(|scheme| place.starts_with(scheme.as_bytes()))
}

/// What the environment says about reaching servers, as other programs for PostgreSQL read it.
#[derive(Clone, Default)]
#[cfg_attr(not(feature = "postgres"), allow(dead_code, reason = "PostgreSQL"))]
pub(crate) struct ServerAccess {
    pub host: Option<String>,
    pub user: Option<String>,
    pub password: Option<String>,
    pub password_file: Option<PathBuf>,
    /// Of whoever certifies servers.
    pub root_certificates: Option<PathBuf>,
    pub ssl_mode: Option<String>,
    /// A shell asks what it may offer: no server is waited for.
    pub at_tab_key: bool,
}

static ACCESS: OnceLock<ServerAccess> = OnceLock::new();

/// Hands down what the environment of this process says: only the settings read it. The first word
/// stands: what is done here for another host is done with what this one knows.
pub(crate) fn set_server_access(access: impl FnOnce() -> ServerAccess) {
    ACCESS.get_or_init(access);
}

/// What the environment says.
#[cfg(feature = "postgres")]
pub(super) fn server_access() -> ServerAccess {
    ACCESS.get().cloned().unwrap_or_default()
}
