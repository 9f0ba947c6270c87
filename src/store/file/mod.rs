//! Files as the desk makes them: their owner's alone, or a team's; under their name when they are
//! whole and not before; and no link is followed on the way.

mod logs;
mod mode;
mod network;
mod new_file;
mod unique;

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

pub(crate) use logs::{log_of, logs_of, put_back, set_logs_aside};
pub(crate) use mode::{make_folder, mode_in, others_may_read};
pub(crate) use network::network;
pub(crate) use new_file::{NewFile, Replaces, Synced};

/// The folder in which a file stands; a bare name stands in the current one.
pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Whether two names lead to one file: the same name, a link, or a second name of it.
pub(crate) fn same(one: &Path, other: &Path) -> bool {
    let identity = |path| {
        fs::metadata(path)
            .ok()
            .map(|about| (about.dev(), about.ino()))
    };
    identity(one).is_some_and(|found| identity(other) == Some(found))
}

/// Whether a name is the desk's own file or one of its logs, by whatever name.
pub(crate) fn is_of_desk(path: &Path, desk: &Path) -> bool {
    let real = |path: &Path| {
        path.canonicalize().unwrap_or_else(|_| {
            let folder = folder_of(path);
            let folder = folder.canonicalize().unwrap_or(folder);
            folder.join(path.file_name().unwrap_or_default())
        })
    };
    let (path, desk) = (real(path), real(desk));
    let logs = logs_of(&desk);
    let mut own = std::iter::once(&desk).chain(&logs);
    own.any(|own| *own == path || same(own, &path))
}

/// Whether a name is free: nothing stands there, not even a link to nothing.
pub(crate) fn is_free(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

/// Removes a desk that this process made and that did not become whole.
///
/// # Errors
/// It cannot be removed.
pub(crate) fn remove_desk(path: &Path) -> std::io::Result<()> {
    let logs = logs_of(path);
    let mut all = logs.iter().map(PathBuf::as_path).chain([path]);
    all.try_for_each(|file| match is_free(file) {
        true => Ok(()),
        false => fs::remove_file(file),
    })
}

/// What a founding by an older version left behind that was cut off: a file without a byte.
pub(crate) fn is_left_empty(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_file() && about.len() == 0)
}

/// Whether a new desk may have this name.
pub(crate) fn takes_new(path: &Path) -> bool {
    is_free(path) || is_left_empty(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_all_its_names() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a"), "").unwrap();
        fs::write(at("b"), "").unwrap();
        fs::hard_link(at("a"), at("second")).unwrap();
        std::os::unix::fs::symlink(at("a"), at("link")).unwrap();
        std::os::unix::fs::symlink(at("nowhere"), at("dangling")).unwrap();
        for (name, is) in [
            ("a", true),
            ("second", true),
            ("link", true),
            ("b", false),
            ("none", false),
        ] {
            assert_eq!(same(&at("a"), &at(name)), is, "{name}");
        }
        for (name, free) in [
            ("a", false),
            ("link", false),
            ("dangling", false),
            ("none", true),
        ] {
            assert_eq!(is_free(&at(name)), free, "{name}");
        }
    }
}
