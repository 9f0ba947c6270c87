//! A desk that lies where other machines write too.

use std::os::unix::fs::MetadataExt;
use std::process::Command;

use crate::desk::{Desk, is_root, program, told};

/// Runs the program where the system says that the desk's file lies on such a file system.
fn on(desk: &Desk, kind: &str, words: &str) -> Option<String> {
    let device = std::fs::metadata(desk.path()).expect("a desk").dev();
    let (major, minor) = (rustix::fs::major(device), rustix::fs::minor(device));
    let mounts =
        format!("36 22 {major}:{minor} / /srv rw,noatime shared:9 - {kind} host:/srv rw\n");
    let listed = desk.folder.path().join("mounts");
    std::fs::write(&listed, mounts).expect("a file");
    // The shell becomes the program, and what the system says of it stays.
    let line =
        format!(r#"mount --bind "$M" /proc/$$/mountinfo || exit 99; exec "$S" --db "$D" {words}"#);
    let output = Command::new("unshare")
        .args(["--mount", "sh", "-c", &line])
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", desk.folder.path())
        .env("M", &listed)
        .env("S", program())
        .env("D", desk.path())
        .output()
        .ok()?;
    let said = told(&output);
    match output.status.success() {
        true => Some(said),
        false if said.contains("unshare") || output.status.code() == Some(99) => None,
        false => panic!("{said}"),
    }
}

#[test]
fn a_network_file_system_is_noticed() {
    let desk = Desk::with_ticket();
    for (kind, warned) in [("nfs4", true), ("fuse.sshfs", true), ("ext4", false)] {
        for words in ["note 1 -m x", "db check"] {
            let said = on(&desk, kind, words).filter(|_| is_root());
            let Some(said) = said else {
                println!("skipped: what the system says can be set by root only");
                return;
            };
            assert_eq!(
                said.contains("network file system"),
                warned,
                "{kind} {words}: {said}"
            );
        }
    }
}
