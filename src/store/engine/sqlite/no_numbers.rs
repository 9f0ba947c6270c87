//! Where the system has no locks that belong to what was opened: there is no queue.

use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::time::Duration;

pub(super) fn wait(_: &Path, _: Duration) -> io::Result<Option<OwnedFd>> {
    Err(io::ErrorKind::Unsupported.into())
}
