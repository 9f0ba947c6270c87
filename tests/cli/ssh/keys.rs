//! Keys that may ask sladesk, and nothing else of the host.

use super::host::{give_key, with_login};
use crate::sandbox::Sandbox;

/// A desk that a login has made, reached by a key from then on.
fn reached_by(key: &str) -> Sandbox {
    let sandbox = with_login();
    std::fs::create_dir_all(sandbox.path("far/srv")).expect("a folder");
    for line in [
        "db init --zone UTC",
        "customer add acme --name Acme",
        "contract sign acme csd-group/elite --start 2026-10-01 --set contacts=3 --set channels=phone,email",
        "contact add acme dana@acme.example --name Dana",
        "open dana@acme.example \"Nobody can log in\" -p p1 -c phone",
    ] {
        sandbox.done(&format!("sladesk --db ssh://far/~/srv/desk.db {line}"));
    }
    give_key(&sandbox, key);
    sandbox
}

#[test]
fn a_key_acts_as_whom_it_was_given_to() {
    let sandbox = reached_by("sladesk serve --db srv/desk.db --actor paula");
    sandbox.done("sladesk note 1 -m \"as paula\"");
    sandbox.done("sladesk note 1 -m \"as paula again\" --actor root");
    let log = sandbox
        .json("sladesk log 1 --fields entry,actor,what")
        .to_string();
    assert!(!log.contains("root"), "{log}");
    assert_eq!(log.matches("\"paula\"").count(), 2, "{log}");
}

#[test]
fn a_key_that_may_read_writes_nothing() {
    let sandbox = reached_by("sladesk serve --db srv/desk.db --read-only");
    let seal = sandbox.done("sladesk db seal");
    assert!(sandbox.done("sladesk list").contains("Nobody can log in"));
    sandbox.file("record.jsonl", "");
    for line in [
        "note 1 -m x",
        "note 1 -m x -n",
        "open dana@acme.example x -p p1 -c phone",
        "customer add other --name Other",
        "undo",
        "db backup",
        "db init",
        "db upgrade",
        "import desk record.jsonl -y",
    ] {
        sandbox.fails(line, 5, "this key may read the desk, and write nothing");
    }
    assert_eq!(sandbox.done("sladesk db seal"), seal);
    let beside = std::fs::read_dir(sandbox.path("far/srv")).expect("a folder");
    let beside = beside.filter_map(Result::ok).map(|entry| entry.file_name());
    let beside: Vec<_> = beside
        .filter(|name| !name.to_string_lossy().starts_with("desk.db-"))
        .collect();
    assert_eq!(beside, ["desk.db"]);
}

#[test]
fn a_key_names_no_file_of_its_host() {
    let sandbox = reached_by("sladesk serve --db srv/desk.db");
    let secret = sandbox.file("far/secret.toml", "secret = 1\n");
    let secret = secret.display();
    // what lies here is handed over, whatever its path
    sandbox.done("sladesk note 1 -F far/secret.toml");
    for line in [
        format!("db backup {secret}2"),
        format!("db restore {secret} --force -y"),
        "db backup ../x.db".to_owned(),
    ] {
        sandbox.fails(&line, 5, "this key may name no file of the desk's host");
    }
    sandbox.fails(
        "--db ssh://far/etc/other.db list",
        2,
        "this key is for one desk",
    );
}

/// Whoever holds the key need not ask by a sladesk of ours.
#[test]
fn a_crafted_request_gets_no_further_than_the_words() {
    use base64::Engine;
    let sandbox = reached_by("sladesk serve --db srv/desk.db --actor paula --read-only");
    sandbox.file("far/secret.toml", "secret = 1\n");
    sandbox.file("far/bin/sladesk-own", "echo own program\n");
    let ask = |request: serde_json::Value| {
        let sent = serde_json::json!({"protocol": 1, "version": "0.2.0", "request": request});
        let word = base64::prelude::BASE64_URL_SAFE_NO_PAD.encode(sent.to_string());
        let mut ssh = sandbox.command_of("sh");
        let output = ssh
            .arg(sandbox.path("ssh.sh"))
            .arg(format!("sladesk serve {word}"))
            .stdin(std::process::Stdio::null())
            .output()
            .expect("it ends");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        (
            output.status.code(),
            text + &String::from_utf8_lossy(&output.stdout),
        )
    };
    let words = |line: &str| {
        serde_json::json!({
            "words": line.split(' ').collect::<Vec<_>>(),
            "desk": null, "actor": "root", "variables": {"PATH": "/tmp", "EDITOR": "touch /tmp/x"},
            "terminal": {"stdin": true, "stdout": true, "stderr": true, "size": [80, 24]},
            "sends_files": false, "files": [],
            "configuration": "plans = \"/\"\npager = \"echo paged\"\nactor = \"root\"\n",
        })
    };
    let home = sandbox.path("far");
    let home = home.display();
    for (line, code) in [
        (format!("sladesk plan check {home}/secret.toml"), 5),
        (format!("sladesk plan show {home}/secret.toml"), 5),
        ("sladesk plan show ../../secret.toml:x".to_owned(), 5),
        (format!("sladesk note 1 -F {home}/secret.toml"), 5),
        (format!("sladesk man --dir {home}/man"), 2),
        (format!("sladesk demo {home}/demo"), 2),
        ("sladesk own".to_owned(), 2),
        (
            format!("sladesk plan diff {home}/secret.toml csd-group/elite"),
            5,
        ),
        (format!("sladesk calendar show {home}/secret.toml:x"), 5),
        // a word is missing, and what it could be stands in the file
        (
            format!("sladesk contract sign acme {home}/secret.toml:x --set"),
            5,
        ),
        ("sladesk db restore - --force -y".to_owned(), 5),
        (format!("sladesk note 1 -m x --db {home}/srv/other.db"), 5),
        ("sladesk serve".to_owned(), 2),
    ] {
        let (status, says) = ask(words(&line));
        assert_eq!(status, Some(code), "{line}\n{says}");
        assert!(
            !says.contains("secret = 1") && !says.contains("own program"),
            "{says}"
        );
    }
    // the tab key is no way around
    let completes = |line: &str, variables: serde_json::Value| {
        let mut asked = words(line);
        asked["completes"] = true.into();
        asked["variables"] = variables;
        asked
    };
    for (line, variables) in [
        ("sladesk note 1 -m x", serde_json::json!({})),
        (
            "sladesk note 1 -m x",
            serde_json::json!({"SLADESK_COMPLETE": ""}),
        ),
        (
            "sladesk note 1 -m x",
            serde_json::json!({"SLADESK_COMPLETE": "0"}),
        ),
        (
            "sladesk note 1 -m x",
            serde_json::json!({"SLADESK_COMPLETE": "fish"}),
        ),
        (
            "sladesk -- sladesk note 1 -F /",
            serde_json::json!({"SLADESK_COMPLETE": "fish", "_CLAP_COMPLETE_INDEX": "4"}),
        ),
    ] {
        let (status, says) = ask(completes(line, variables));
        assert_eq!(status, Some(2), "{line}: {says}");
    }
    let beside = |path: &std::path::Path| {
        let there = std::fs::read_dir(path)
            .expect("a folder")
            .filter_map(Result::ok);
        let names = there.filter_map(|entry| entry.file_name().into_string().ok());
        names.collect::<std::collections::BTreeSet<_>>()
    };
    let home_before = beside(&sandbox.path("far"));
    let asked = serde_json::json!({"SLADESK_COMPLETE": "fish", "_CLAP_COMPLETE_INDEX": "4"});
    let (status, says) = ask(completes("sladesk -- sladesk note 1 -F ", asked));
    // the folder in which it looks is empty
    assert_eq!((status, says.as_str()), (Some(0), ".\n"));
    assert_eq!(beside(&sandbox.path("far")), home_before);
    // nor is a question
    let (_, says) = ask(words(&format!(
        "sladesk --db {home}/srv/other.db customer show"
    )));
    assert!(
        says.contains("acme") && !says.contains("other.db"),
        "{says}"
    );
    let (status, says) = ask(words("sladesk list -L 0"));
    assert_eq!(status, Some(0), "{says}");
    assert!(!says.contains("paged"), "{says}");
    let mut outside = words("sladesk list");
    outside["files"] = serde_json::json!([{"name": "../../x", "length": 0}]);
    assert_eq!(ask(outside).0, Some(2));
    for line in ["sladesk serve", "ls -l", "sladesk serve !", ""] {
        let mut ssh = sandbox.command_of("sh");
        let output = ssh
            .arg(sandbox.path("ssh.sh"))
            .arg(line)
            .output()
            .expect("it ends");
        assert_eq!(output.status.code(), Some(2), "{line}");
    }
}
