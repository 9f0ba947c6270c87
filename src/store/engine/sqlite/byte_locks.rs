//! Locks on single bytes of a file, however far behind its end. They belong to what was opened and
//! not to a process: two connections of one process keep each other out, and what is closed or
//! killed holds none.

use std::os::fd::OwnedFd;
use std::path::Path;

use nix::errno::Errno;
use nix::fcntl::{FcntlArg, OFlag, fcntl, open};
use nix::libc::{F_RDLCK, F_UNLCK, F_WRLCK, SEEK_SET, c_int, flock};
use nix::sys::stat::Mode;

pub(super) use nix::libc::off_t as Byte;

/// The bytes of one file, as one of those who lock some.
#[derive(Debug)]
pub(super) struct ByteLocks(OwnedFd);

impl ByteLocks {
    /// # Errors
    /// The file is not there, is a link, or may not be written.
    pub(super) fn on(path: &Path) -> Result<ByteLocks, Errno> {
        let flags = OFlag::O_RDWR | OFlag::O_CLOEXEC | OFlag::O_NOFOLLOW;
        Ok(ByteLocks(open(path, flags, Mode::empty())?))
    }

    /// Holds a byte alone, if nobody else does.
    pub(super) fn try_hold(&self, byte: Byte) -> Result<bool, Errno> {
        match self.set(F_WRLCK, byte) {
            Err(Errno::EAGAIN | Errno::EACCES) => Ok(false),
            other => other.map(|()| true),
        }
    }

    /// Holds a byte alone as soon as nobody else does.
    pub(super) fn hold(&self, byte: Byte) -> Result<(), Errno> {
        self.set_when_free(F_WRLCK, byte)
    }

    pub(super) fn free(&self, byte: Byte) -> Result<(), Errno> {
        self.set(F_UNLCK, byte)
    }

    /// Waits until nobody holds a byte alone.
    pub(super) fn wait_for(&self, byte: Byte) -> Result<(), Errno> {
        self.set_when_free(F_RDLCK, byte)?;
        self.free(byte)
    }

    /// The last of these bytes that somebody else holds.
    pub(super) fn last_held(&self, first: Byte, last: Byte) -> Result<Option<Byte>, Errno> {
        let (mut from, mut found) = (first, None);
        while from <= last {
            // What is asked for comes back as the lock that is in its way, any one of them.
            let mut held = lock(F_WRLCK, from, last);
            uninterrupted(|| fcntl(&self.0, FcntlArg::F_OFD_GETLK(&mut held)))?;
            if c_int::from(held.l_type) == F_UNLCK {
                break;
            }
            let end = match held.l_len {
                0 => last,
                length => (held.l_start + length - 1).min(last),
            };
            found = Some(end);
            from = end + 1;
        }
        Ok(found)
    }

    fn set(&self, kind: c_int, byte: Byte) -> Result<(), Errno> {
        let lock = lock(kind, byte, byte);
        uninterrupted(|| fcntl(&self.0, FcntlArg::F_OFD_SETLK(&lock)))
    }

    fn set_when_free(&self, kind: c_int, byte: Byte) -> Result<(), Errno> {
        let lock = lock(kind, byte, byte);
        uninterrupted(|| fcntl(&self.0, FcntlArg::F_OFD_SETLKW(&lock)))
    }
}

/// Asks again where a signal came between.
fn uninterrupted(mut ask: impl FnMut() -> Result<c_int, Errno>) -> Result<(), Errno> {
    loop {
        match ask() {
            Err(Errno::EINTR) => {}
            other => return other.map(|_| ()),
        }
    }
}

impl From<ByteLocks> for OwnedFd {
    fn from(locks: ByteLocks) -> OwnedFd {
        locks.0
    }
}

fn lock(kind: c_int, first: Byte, last: Byte) -> flock {
    flock {
        l_type: kind as _,
        l_whence: SEEK_SET as _,
        l_start: first,
        l_len: last - first + 1,
        l_pid: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_held_by_one_and_free_when_he_is_gone() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let locks = || ByteLocks::on(file.path()).unwrap();
        let (one, other) = (locks(), locks());
        let far = Byte::MAX / 2;
        assert!(one.try_hold(far).unwrap());
        assert!(!other.try_hold(far).unwrap());
        assert!(other.try_hold(far + 1).unwrap());
        assert!(one.try_hold(far + 7).unwrap());
        assert_eq!(other.last_held(far, Byte::MAX - 1).unwrap(), Some(far + 7));
        assert_eq!(other.last_held(far, far + 6).unwrap(), Some(far));
        assert_eq!(one.last_held(far, Byte::MAX - 1).unwrap(), Some(far + 1));
        drop(one);
        assert_eq!(other.last_held(far, Byte::MAX - 1).unwrap(), None);
        other.wait_for(far).unwrap();
        other.hold(far).unwrap();
        assert_eq!(std::fs::metadata(file.path()).unwrap().len(), 0);
    }

    #[test]
    fn no_link_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        std::fs::write(&file, "").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert!(ByteLocks::on(&link).is_err());
        assert!(ByteLocks::on(&folder.path().join("none")).is_err());
    }
}
