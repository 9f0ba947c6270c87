//! File systems that other machines write to as well.
//!
//! The engine's log is shared by memory that all its writers map: two machines would each have
//! their own and damage the file.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

const KINDS: [&str; 22] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "9p",
    "afs",
    "ceph",
    "coda",
    "gfs2",
    "gpfs",
    "lustre",
    "ocfs2",
    "beegfs",
    "glusterfs",
    "sshfs",
    "s3fs",
    "rclone",
    "davfs",
    "smbnetfs",
    "juicefs",
];

/// The kind of network file system that a file lies on; none when it lies on this machine, or
/// the machine does not say.
pub(crate) fn network(path: &Path) -> Option<String> {
    let device = fs::metadata(path).ok()?.dev();
    kind(&fs::read_to_string("/proc/self/mountinfo").ok()?, device)
}

/// In lines as `36 35 0:32 / /home rw,noatime shared:1 - nfs4 host:/home rw`.
fn kind(mounts: &str, device: u64) -> Option<String> {
    let number = format!(
        "{}:{}",
        rustix::fs::major(device),
        rustix::fs::minor(device)
    );
    let line = mounts
        .lines()
        .find(|line| line.split(' ').nth(2) == Some(&number))?;
    let (_, after) = line.split_once(" - ")?;
    let kind = after.split(' ').next()?;
    let own = kind.strip_prefix("fuse.").unwrap_or(kind);
    KINDS.contains(&own).then(|| own.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_file_system_is_known_by_the_table_of_mounts() {
        let mounts = "\
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
            36 22 0:32 / /home rw,noatime shared:9 master:1 - nfs4 host:/home rw\n\
            37 22 0:33 / /mnt/s rw - fuse.sshfs me@host: rw\n\
            38 22 0:34 / /mnt/z rw - fuse.zfs z rw\n";
        for (minor, found) in [
            (32, Some("nfs4")),
            (33, Some("sshfs")),
            (34, None),
            (99, None),
        ] {
            let device = rustix::fs::makedev(0, minor);
            assert_eq!(kind(mounts, device).as_deref(), found, "0:{minor}");
        }
        assert_eq!(kind(mounts, rustix::fs::makedev(8, 1)), None);
    }
}
