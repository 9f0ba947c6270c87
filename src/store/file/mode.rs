//! Who may read and write what the desk makes.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::Path;

const OWNER: u32 = 0o600;
const OTHERS: u32 = 0o004;
const GROUP: u32 = 0o060;
const SETGID: u32 = 0o2000;

/// The mode of a file that is made in `folder`: its owner's alone. A folder that hands its group
/// on to what is made in it (setgid) is a team's: there the group may do with a file what it may
/// do with the folder.
pub(crate) fn mode_in(folder: &Path) -> u32 {
    match fs::metadata(folder) {
        Ok(about) if about.mode() & SETGID != 0 => OWNER | (about.mode() & GROUP),
        _ => OWNER,
    }
}

/// Makes a folder and those above it that are missing, for their owner alone.
///
/// # Errors
/// It cannot be made.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Whether everybody on this machine may read the file.
pub(crate) fn others_may_read(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| about.mode() & OTHERS != 0)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_file_is_its_owners_and_a_teams_where_the_folder_says_so() {
        let folder = tempfile::tempdir().unwrap();
        for (of_folder, of_file) in [
            (0o700, 0o600),
            (0o755, 0o600),
            (0o775, 0o600),
            (0o2770, 0o660),
            (0o2775, 0o660),
            (0o2750, 0o640),
            (0o2700, 0o600),
        ] {
            fs::set_permissions(folder.path(), fs::Permissions::from_mode(of_folder)).unwrap();
            assert_eq!(mode_in(folder.path()), of_file, "{of_folder:o}");
        }
    }
}
