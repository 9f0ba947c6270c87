//! What is said of the configuration file.

use std::path::Path;

/// It was looked through; where there is none, where it would lie.
pub(crate) fn checked(path: Option<&Path>, would_be: Option<&Path>) -> String {
    match (path, would_be) {
        (Some(path), _) => format!("{} is well", path.display()),
        (None, Some(path)) => format!("all is as it comes: there is no {}", path.display()),
        (None, None) => "all is as it comes: there is no configuration file".to_owned(),
    }
}
