//! A desk moves, from a file to a server and back, by the steps that docs/hosts.md shows: the old
//! one goes when the new one has the same seal, and not before.

use std::process::Stdio;

use crate::sandbox::{Sandbox, sources};
use crate::test_server::{ServerDatabase, server};

/// The steps, as the page shows them.
fn steps() -> String {
    let page = std::fs::read_to_string(sources().join("docs/hosts.md")).expect("the page is there");
    let behind = page.split_once("## Moving").expect("the page says how").1;
    let shown = behind.lines().skip_while(|line| !line.starts_with("    "));
    let shown = shown.map_while(|line| line.strip_prefix("    "));
    shown.map(|line| format!("{line}\n")).collect()
}

/// Does the steps, and what is given between the last look and the old one's going.
fn moved(
    sandbox: &Sandbox,
    (from, to): (&str, &str),
    gone: Option<&str>,
    meanwhile: &str,
) -> (i32, String) {
    let all = steps();
    let mut script = String::from("set -eu\n");
    for line in all.lines() {
        if line.starts_with("test ") {
            script.push_str(meanwhile);
        }
        let line = match line.split_once("&& ") {
            Some((looks, goes)) if line.starts_with("test ") => {
                format!("{looks}&& {}", gone.unwrap_or(goes))
            }
            _ => line.to_owned(),
        };
        script.push_str(&line);
        script.push('\n');
    }
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_sladesk"));
    let path = program.parent().expect("a folder").display().to_string();
    let mut shell = sandbox.command_of("sh");
    shell.args(["-c", &script]).env("old", from).env("new", to);
    shell
        .env("PATH", format!("{path}:/usr/bin:/bin"))
        .stdin(Stdio::null());
    let ran = shell.output().expect("a shell");
    let said = [ran.stdout, ran.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    (ran.status.code().unwrap_or(-1), said.concat())
}

#[test]
fn the_old_desk_goes_when_the_new_one_has_its_seal() {
    let Some(server) = server() else { return };
    let sandbox = Sandbox::new();
    let (there, again) = (ServerDatabase::new(server), ServerDatabase::new(server));
    let seal = |desk: &str| sandbox.done(&format!("sladesk --db {desk} db seal"));
    for line in [
        "db init --zone UTC",
        "customer add acme --name Acme",
        "staff add ann --name Ann",
    ] {
        sandbox.done(&format!("sladesk --db desk.db {line}"));
    }
    let first = seal("desk.db");

    // somebody wrote to the old one meanwhile: it stays
    let late = "sladesk --db \"$old\" customer add late --name Late\n";
    let (status, said) = moved(&sandbox, ("desk.db", there.address()), None, late);
    assert_ne!(status, 0, "{said}");
    assert!(sandbox.path("desk.db").exists(), "{said}");
    assert_ne!(seal("desk.db"), first);

    let (status, said) = moved(&sandbox, ("desk.db", again.address()), None, "");
    assert_eq!(status, 0, "{said}");
    assert!(!sandbox.path("desk.db").exists() && sandbox.path("desk.db.moved").exists());
    assert_eq!(seal(again.address()), seal("desk.db.moved"));

    // and back
    let off = Some("echo gone");
    let (status, said) = moved(&sandbox, (again.address(), "back.db"), off, late);
    assert_ne!(status, 0, "{said}");
    assert!(!said.contains("gone"), "{said}");
    std::fs::remove_file(sandbox.path("back.db")).expect("it was made");
    let (status, said) = moved(&sandbox, (again.address(), "back.db"), off, "");
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("gone"), "{said}");
    assert_eq!(seal(again.address()), seal("back.db"));
}
