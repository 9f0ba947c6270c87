//! Who may read and write what the desk makes, what stands in the way of a copy, and what a copy
//! never touches.

use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use crate::desk::{Desk, OPEN, files, is_root, program, told};

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path)
        .unwrap_or_else(|e| panic!("{}: {e}", path.display()))
        .mode()
        & 0o7777
}

#[test]
fn all_that_is_made_is_its_owners_alone_whatever_the_umask() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("deep/in");
    let at = |name: &str| home.join(name);
    let line = r#"umask 0; "$S" db init && "$S" customer add acme --name Acme && "$S" list -o out.txt &&
        "$S" report sla -o sla.md && "$S" db backup copy.db && "$S" db backup . && "$S" demo d --tickets 3"#;
    std::fs::create_dir_all(folder.path()).expect("a folder");
    let shell = |line: &str, folder: &Path| {
        let output = Command::new("sh")
            .args(["-c", line])
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", folder)
            .env("S", program())
            .env("SLADESK_DB", at("desk.db"))
            .current_dir(folder)
            .output()
            .expect("a shell");
        assert!(output.status.success(), "{}", told(&output));
    };
    shell(r#"umask 0; "$S" db init"#, folder.path());
    assert_eq!(
        (mode(&home), mode(home.parent().expect("deep"))),
        (0o700, 0o700)
    );
    std::fs::remove_file(at("desk.db")).expect("removed");
    shell(line, &home);
    let made = files(&home);
    assert!(made.iter().any(|name| name == "desk.db-wal"), "{made:?}");
    for name in &made {
        let expected = if home.join(name).is_dir() {
            0o700
        } else {
            0o600
        };
        assert_eq!(mode(&home.join(name)), expected, "{name}");
    }
    assert_eq!(mode(&home.join("d/desk.db")), 0o600);
}

#[test]
fn a_teams_folder_shares_the_desk_with_its_group_and_with_nobody_else() {
    if !is_root() {
        println!("skipped: a team can be played by root only");
        return;
    }
    const TEAM: u32 = 54_321;
    let folder = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::chown(folder.path(), Some(0), Some(TEAM)).expect("the team's");
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o2770))
        .expect("a mode");
    let run = |user: u32, group: u32, words: &[&str]| {
        let mut command = Command::new(program());
        command
            .arg("--db")
            .arg(folder.path().join("desk.db"))
            .args(words);
        command.env_clear().env("HOME", "/").uid(user).gid(group);
        command
            .current_dir("/")
            .output()
            .expect("the program starts")
    };
    for (user, words) in [
        (40_001, &["db", "init"][..]),
        (40_002, &["customer", "add", "acme", "--name", "Acme"]),
        (40_001, &OPEN),
        (40_002, &["note", "1", "-m", "mine"]),
        (40_001, &["note", "1", "-m", "and mine"]),
    ] {
        let output = run(user, TEAM, words);
        assert!(
            output.status.success(),
            "{user} {words:?}: {}",
            told(&output)
        );
    }
    for name in files(folder.path()) {
        assert_eq!(mode(&folder.path().join(&name)), 0o660, "{name}");
        assert_eq!(
            std::fs::metadata(folder.path().join(&name))
                .expect("there")
                .gid(),
            TEAM
        );
    }
    let stranger = run(40_003, 40_003, &["list"]);
    assert_eq!(stranger.status.code(), Some(6), "{}", told(&stranger));
}

#[test]
fn an_answer_is_never_written_over_the_desk_or_its_logs() {
    let desk = Desk::with_ticket();
    let at = |name: &str| desk.folder.path().join(name);
    symlink(desk.path(), at("link.txt")).expect("a link");
    std::fs::hard_link(desk.path(), at("second.txt")).expect("a second name");
    let before = std::fs::read(desk.path()).expect("the desk");
    for name in [
        "desk.db",
        "./desk.db",
        "link.txt",
        "second.txt",
        "desk.db-wal",
        "desk.db-shm",
    ] {
        let output = desk.run(&["list", "-o", name]);
        assert_eq!(output.status.code(), Some(2), "{name}: {}", told(&output));
    }
    assert_eq!(std::fs::read(desk.path()).expect("the desk"), before);
    // Through a link to another file the answer goes where it leads, and the link stays.
    std::fs::write(at("real.txt"), "old").expect("a file");
    symlink("real.txt", at("other.txt")).expect("a link");
    desk.done(&["list", "-o", "other.txt"]);
    assert!(
        std::fs::symlink_metadata(at("other.txt"))
            .expect("a link")
            .is_symlink()
    );
    assert!(
        std::fs::read_to_string(at("real.txt"))
            .expect("a text")
            .contains("it is down")
    );
    std::fs::remove_file(at("second.txt")).expect("removed");
    desk.is_whole();
}

#[test]
fn an_answer_goes_into_a_device_and_takes_no_place_away_from_it() {
    let desk = Desk::with_ticket();
    let null = std::fs::metadata("/dev/null").expect("a device").ino();
    desk.done(&["list", "-o", "/dev/null"]);
    assert_eq!(
        std::fs::metadata("/dev/null").expect("a device").ino(),
        null
    );
}

#[test]
fn a_copy_takes_no_name_from_anybody_and_no_log_for_its_own() {
    let desk = Desk::with_ticket();
    let at = |name: &str| desk.folder.path().join(name);
    std::fs::write(at("victim"), "untouched").expect("a file");
    symlink("victim", at("copy.db.part")).expect("a link");
    symlink("victim", at("link.db")).expect("a link");
    symlink("nowhere", at("dangling.db")).expect("a link");
    // The log of another desk of that name, which is gone.
    std::fs::copy(at("desk.db-wal"), at("copy.db-wal")).expect("a log");
    std::fs::write(at("copy.db-journal"), "an old journal").expect("a log");
    for name in ["link.db", "dangling.db", "victim"] {
        let output = desk.run(&["db", "backup", name]);
        assert_eq!(output.status.code(), Some(5), "{name}: {}", told(&output));
    }
    desk.done(&["note", "1", "-m", "later than that log"]);
    desk.done(&["db", "backup", "copy.db"]);
    assert_eq!(
        std::fs::read_to_string(at("victim")).expect("a text"),
        "untouched"
    );
    assert!(
        std::fs::symlink_metadata(at("copy.db.part"))
            .expect("a link")
            .is_symlink()
    );
    assert!(!at("nowhere").exists());
    let kept: Vec<String> = desk
        .files()
        .into_iter()
        .filter(|name| name.contains(".old-"))
        .collect();
    assert_eq!(kept.len(), 2, "{kept:?}");
    let check = Command::new(program())
        .arg("--db")
        .arg(at("copy.db"))
        .args(["log", "type:noted", "-f", "ids"])
        .env_clear()
        .env("HOME", desk.folder.path())
        .output()
        .expect("the program starts");
    assert_eq!(
        check.stdout.iter().filter(|b| **b == b'\n').count(),
        1,
        "{}",
        told(&check)
    );
}

#[test]
fn a_restore_keeps_what_is_there_until_the_new_one_is_whole() {
    let desk = Desk::with_ticket();
    let at = |name: &str| desk.folder.path().join(name);
    desk.done(&["db", "backup", "good.db"]);
    // Over a desk that is there.
    desk.done(&["note", "1", "-m", "to be given up"]);
    desk.done(&["db", "restore", "good.db", "--force", "-y"]);
    assert_eq!(desk.done(&["log", "type:noted", "-f", "ids"]), "");
    desk.is_whole();
    // Where an old log lies: it is not read into the file that comes back.
    desk.done(&["note", "1", "-m", "in the old log"]);
    std::fs::remove_file(desk.path()).expect("the desk is lost, its log is not");
    assert!(at("desk.db-wal").exists());
    desk.done(&["db", "restore", "good.db"]);
    assert_eq!(desk.done(&["log", "type:noted", "-f", "ids"]), "");
    desk.is_whole();
    // Over a file that is no desk any more.
    std::fs::write(desk.path(), "broken".repeat(1000)).expect("broken");
    desk.done(&["db", "restore", "good.db", "--force", "-y"]);
    desk.is_whole();
    // On a machine where there is no folder for a desk yet.
    let place = at("new/machine/desk.db");
    let restored = Command::new(program())
        .arg("--db")
        .arg(&place)
        .args(["db", "restore", "good.db"])
        .current_dir(desk.folder.path())
        .env_clear()
        .env("HOME", desk.folder.path())
        .output()
        .expect("the program starts");
    assert!(restored.status.success(), "{}", told(&restored));
    assert_eq!(mode(&at("new")), 0o700);
    assert_eq!(mode(&place), 0o600);
    // A desk is not restored from itself, nor over a link.
    let itself = desk.run(&["db", "restore", "desk.db", "--force", "-y"]);
    assert!(!itself.status.success(), "{}", told(&itself));
    desk.is_whole();
}

#[test]
fn a_limit_on_the_length_of_files_is_told_and_kills_nobody() {
    let desk = Desk::with_ticket();
    let line =
        r#"ulimit -f 64; exec "$S" --db "$D" note 1 -m "$(head -c 100000 /dev/zero | tr '\0' x)""#;
    let output = Command::new("sh")
        .args(["-c", line])
        .env("S", program())
        .env("D", desk.path())
        .output()
        .expect("a shell");
    assert_eq!(output.status.code(), Some(6), "{}", told(&output));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("limit"),
        "{}",
        told(&output)
    );
    desk.is_whole();
}
