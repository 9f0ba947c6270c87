//! What scripts rest on: shares of a target, names that end in NUL, the same keys everywhere, no
//! question off a terminal, commands from elsewhere.

use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;
use snapbox::str;

use crate::sandbox::Sandbox;
use crate::tickets::desk;

/// Acme's medium tickets are answered within four hours of 09:00 to 18:00 in UTC+1; it is eleven
/// there by then.
fn at_risk() -> Sandbox {
    let desk = desk();
    for line in [
        // broken
        "sladesk --now 2026-10-13T09:00:00Z open dana@acme.example \"Late\" -p medium -c email",
        // 3h 20m of 4h: 83 %
        "sladesk --now 2026-10-13T15:20:00Z open dana@acme.example \"Nearly\" -p medium -c email",
        // 3h 10m: 79 %
        "sladesk --now 2026-10-13T15:30:00Z open dana@acme.example \"Not yet\" -p medium -c email",
        // stands still
        "sladesk --now 2026-10-13T15:31:00Z open igor@neva.example \"Waits\" -p p3 -c phone -t faults",
        "sladesk --now 2026-10-13T15:32:00Z wait 4 customer",
    ] {
        desk.done(line);
    }
    desk.at("2026-10-14T09:40:00Z")
}

#[test]
fn a_share_of_the_target_is_asked_in_open_time() {
    let desk = at_risk();
    let ids = |line: &str| desk.done(&format!("sladesk {line} -f ids"));
    assert_eq!(ids("list is:at-risk"), "2\n");
    assert_eq!(ids("list not:is:at-risk"), "4\n3\n1\n");
    assert_eq!(ids("overdue --within 80%"), "1\n2\n");
    assert_eq!(ids("overdue --within 84%"), "1\n");
    assert_eq!(ids("overdue --within 79%"), "1\n2\n3\n");
    assert_eq!(ids("overdue --within 100%"), "1\n");
    assert_eq!(ids("overdue --within 80% customer:neva"), "");
    assert_eq!(
        desk.run("sladesk overdue --within 80% --exit-code -q")
            .status,
        10
    );
    // what was known then, by the same rules
    assert_eq!(ids("list is:at-risk --as-of 2026-10-14T09:32:00Z"), "2\n");
    assert_eq!(ids("list is:at-risk --as-of 2026-10-14T09:31:59Z"), "");
    assert_eq!(ids("overdue --within 80% --as-of 2026-10-13T09:30:00Z"), "");
    desk.shows(
        &[
            "sladesk overdue --within 0%",
            "sladesk overdue --within 3bd",
        ],
        str![[r#"
$ sladesk overdue --within 0%
error: `0%` is no part of a target
hint: write a whole number from 1 to 100: `80%`
[exit 2]
$ sladesk overdue --within 3bd
error: `3bd` is no time on the wall
hint: write `30m`, `4h` or `2 calendar days`; `80%` is a part of the target
[exit 2]

"#]],
    );
}

#[test]
fn a_wait_and_a_longer_target_move_what_is_at_risk() {
    let desk = at_risk();
    let ids = |line: &str| desk.done(&format!("sladesk {line} -f ids"));
    desk.done("sladesk reply 2 -m \"on it\"");
    assert_eq!(ids("list is:at-risk"), "", "answered in time");
    desk.done("sladesk undo");
    assert_eq!(ids("list is:at-risk"), "2\n");
    desk.done("sladesk db check");
}

#[test]
fn names_can_end_in_nul() {
    let desk = at_risk();
    let listed = desk.done("sladesk list customer:acme -f ids -0");
    assert_eq!(listed, "3\x002\x001\0");
    let ran = desk.run_with("sladesk note - -0 -m all -y", &listed);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(
        desk.done("sladesk log type:noted -f ids").lines().count(),
        3
    );
    let ran = desk.run_with("sladesk note - -m all -y", &listed);
    assert_eq!(ran.status, 2, "a line is no list: {}", ran.stderr);
    assert_eq!(
        desk.done("sladesk note 1 -m x -f ids -0")
            .matches('\0')
            .count(),
        1
    );
}

#[test]
fn every_list_of_tickets_has_the_rank_of_their_priority() {
    let desk = at_risk();
    for list in [
        "list",
        "next",
        "overdue",
        "log ticket:1..4",
        "report breaches --period this-month",
    ] {
        let all = desk.json(&format!("sladesk {list}"));
        let all = all.as_array().expect("a list");
        assert!(!all.is_empty(), "{list}");
        for one in all {
            assert!(one["priority_rank"].is_i64(), "{list}: {one}");
        }
    }
}

#[test]
fn a_list_and_a_page_have_the_same_keys() {
    let desk = at_risk();
    let keys = |value: &Value| -> Vec<String> {
        let object = value.as_object().expect("an object");
        object.keys().cloned().collect()
    };
    let mut both = Vec::new();
    for (list, show, more) in [
        ("list ticket:1", "show 1", &["events"][..]),
        ("customer list customer:acme", "customer show acme", &[]),
        (
            "contact list contact:dana@acme.example",
            "contact show dana@acme.example",
            &[],
        ),
        ("contract list contract:1", "contract show 1", &[]),
        (
            "plan list plan:creatio/basic",
            "plan show creatio/basic",
            &[],
        ),
    ] {
        let list = desk.json(&format!("sladesk {list}"));
        let listed = keys(&list[0]);
        let page = desk.json(&format!("sladesk {show}"));
        let shown = keys(&page);
        let rest: Vec<&String> = shown.iter().filter(|key| !listed.contains(key)).collect();
        assert_eq!(rest, more, "{show}");
        assert!(
            listed.iter().all(|key| shown.contains(key)),
            "{show}: {listed:?} {shown:?}"
        );
        for key in listed {
            assert_eq!(list[0][&key], page[&key], "{show}: {key}");
        }
        both.push(show.split(' ').next().unwrap_or_default());
    }
    // every noun that has both
    desk.done("sladesk man --dir man");
    let page = |name: &str| desk.path(&format!("man/sladesk{name}.1")).exists();
    for noun in [
        "customer", "contact", "contract", "staff", "plan", "calendar", "report",
    ] {
        let has_both = page(&format!("-{noun}-list")) && page(&format!("-{noun}-show"));
        assert_eq!(has_both, both.contains(&noun), "{noun}");
    }
}

#[test]
fn no_command_waits_for_a_terminal_that_is_not_there() {
    let desk = at_risk();
    desk.done("sladesk man --dir man");
    let pages = std::fs::read_dir(desk.path("man")).expect("the pages");
    let mut lines: Vec<String> = pages
        .map(|page| {
            let name = page
                .expect("a page")
                .file_name()
                .to_string_lossy()
                .into_owned();
            name.trim_end_matches(".1").replace('-', " ")
        })
        .collect();
    lines.extend(
        [
            "note 1",
            "reply 1 -e",
            "open acme",
            "open dana@acme.example x",
            "close state:active",
        ]
        .map(|line| format!("sladesk {line}")),
    );
    assert!(lines.len() > 90, "{}", lines.len());
    for line in lines {
        // a made-up desk takes a while
        let line = match line.as_str() {
            "sladesk demo" => "sladesk demo small --tickets 3",
            line => line,
        };
        let words: Vec<&str> = line.split(' ').skip(1).collect();
        let mut command = desk.command();
        command.args(&words).stdin(Stdio::piped());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let began = Instant::now();
        while child.try_wait().expect("it can be waited for").is_none() {
            assert!(began.elapsed() < Duration::from_secs(20), "{line} waits");
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

fn program(desk: &Sandbox, name: &str, script: &str) {
    let path = desk.file(&format!("programs/{name}"), script);
    let all = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(path, all).expect("it can be run");
}

#[test]
fn a_program_on_path_is_a_command_where_no_command_fits() {
    let desk = desk();
    program(
        &desk,
        "sladesk-hello",
        "#!/bin/sh\necho \"$@\"; echo \"$SLADESK_DB $SLADESK_ACTOR $SLADESK_NOW\"; \"$SLADESK\" customer list -f ids; exit 7\n",
    );
    program(&desk, "sladesk-list", "#!/bin/sh\necho mine\n");
    program(&desk, "sladesk-ls", "#!/bin/sh\necho mine\n");
    let run = |words: &[&str]| {
        let mut command = desk.command();
        let path = format!("{}:/usr/bin:/bin", desk.path("programs").display());
        let ran = command
            .env("PATH", path)
            .args(words)
            .output()
            .expect("it starts");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (text(&ran.stdout), text(&ran.stderr), ran.status.code())
    };
    let (out, err, status) = run(&["--actor", "minh", "hello", "--now", "a b", "-x"]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(status, Some(7), "{err}");
    assert_eq!(lines[0], "--now a b -x", "its words are its own");
    assert_eq!(
        lines[1],
        format!("{} minh 2026-10-14T09:00:00Z", desk.place())
    );
    assert_eq!(
        lines[2..],
        ["acme", "neva"],
        "it finds the desk and this program"
    );
    let (out, ..) = run(&["--db", "other.db", "hello"]);
    assert!(
        out.contains(&desk.path("other.db").display().to_string()),
        "{out}"
    );
    for ours in ["list", "ls"] {
        assert_eq!(run(&[ours]).0, "", "a command of ours wins");
    }
    program(&desk, "sladesk-told", "#!/bin/sh\necho \"told: $*\"\n");
    assert_eq!(run(&["help", "told"]).0, "told: --help\n");
    assert!(run(&["help", "filters"]).0.starts_with("Filters say"));
    let (_, err, status) = run(&["help", "nobody"]);
    assert_eq!(
        (status, err.contains("no help on")),
        (Some(4), true),
        "{err}"
    );
    let (_, err, status) = run(&["-f", "json", "hello"]);
    assert_eq!((status, err.contains("--format")), (Some(2), true), "{err}");
    let (_, err, status) = run(&["contract", "hello"]);
    assert_eq!(
        (status, err.contains("no command")),
        (Some(2), true),
        "{err}"
    );
    let (_, err, status) = run(&["../hello"]);
    assert_eq!(
        (status, err.contains("no command")),
        (Some(2), true),
        "{err}"
    );
}

#[test]
fn newcomers_from_other_tools_are_told_the_way() {
    let desk = Sandbox::new();
    for (line, way) in [
        ("view 42", "`sladesk 42` shows a ticket"),
        ("take 42", "`sladesk assign 42` gives it to you"),
        (
            "comment 42 -m x",
            "`sladesk note 42 -m TEXT` stays on the desk",
        ),
        ("done 42", "`sladesk resolve 42` says that it is solved"),
        ("status", "`sladesk` alone has the counts"),
        (
            "search printer",
            "`sladesk list printer state:open` finds words",
        ),
        ("42 done", "the verb stands first: `sladesk resolve 42`"),
        ("42 reply -m x", "the verb stands first: `sladesk reply 42`"),
        ("issue create", "tickets need no noun"),
        ("list --json", "`-f json` has all of it"),
        ("list -S printer", "words alone search"),
        ("reply 42 --body x", "`-m TEXT` is the text"),
        ("list --state open", "`state:VALUE` asks for it"),
        ("next --assignee me", "`assignee:VALUE` asks for it"),
    ] {
        let ran = desk.run(&format!("sladesk {line}"));
        assert_eq!(ran.status, 2, "{line}: {}", ran.stderr);
        assert!(ran.stderr.contains(way), "{line}: {}", ran.stderr);
    }
}
