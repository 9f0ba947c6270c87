//! The folder that answers go to: made where it is missing, and gone again where nothing came.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder that was not there. It goes with this, unless something stands in it by then.
pub(super) struct MadeFolder(PathBuf);

impl MadeFolder {
    /// Makes it, where it is missing and its parent is there; why it cannot be made is said by
    /// whoever writes to it.
    pub(super) fn where_missing(folder: &Path) -> Option<MadeFolder> {
        let made = fs::create_dir(folder).is_ok();
        made.then(|| MadeFolder(folder.to_owned()))
    }
}

impl Drop for MadeFolder {
    fn drop(&mut self) {
        // one that holds something stays
        let _ = fs::remove_dir(&self.0);
    }
}
