//! What is said of the configuration file.

use std::path::Path;

/// It was looked through.
pub(crate) fn is_well(path: &Path) -> String {
    format!("{} is well", path.display())
}

/// There is none; where it would lie, where that is known.
pub(crate) fn is_not_there(path: Option<&Path>) -> String {
    match path {
        Some(path) => format!("all is as it comes: there is no {}", path.display()),
        None => "all is as it comes: there is no configuration file".to_owned(),
    }
}
