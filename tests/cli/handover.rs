//! The log as whoever takes over reads it.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use snapbox::str;

use crate::sandbox::Sandbox;
use crate::tickets::desk;

fn worked() -> Sandbox {
    let desk = desk();
    for line in [
        "open dana@acme.example \"Nobody can log in\" -p high -c phone",
        "reply 1 -m \"\n  We look into it.\n\nThe cause is unknown.\" -w 45m",
        "note 1 -m \"wrong ticket\"",
        "undo",
        "open luis@acme.example \"Odd\" -p medium -c email",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    desk
}

#[test]
fn the_log_of_a_ticket_has_what_was_said_and_what_was_undone() {
    let desk = worked();
    let kinds = |line: &str| {
        let log = desk.json(line);
        let all = log.as_array().expect("a list").iter();
        all.map(|event| event["type"].as_str().expect("a type").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        kinds("sladesk log 1"),
        ["opened", "replied", "worked", "noted", "undone"]
    );
    assert_eq!(kinds("sladesk log 1 type:replied"), ["replied"]);
    assert_eq!(kinds("sladesk log 1-2 type:opened"), ["opened", "opened"]);
    assert_eq!(kinds("sladesk log 2,1 type:opened").len(), 2);
    assert_eq!(desk.run("sladesk log 9").status, 4);
    desk.tells(
        "sladesk log 1 type:worked",
        r#"[{"what": "worked 45m", "spent_seconds": 2700, "charged_seconds": 0}]"#,
    );
    desk.tells(
        "sladesk log 1 type:noted",
        r#"[{"what": "noted", "text": "wrong ticket", "undone_by_actor": "tess", "spent_seconds": null}]"#,
    );
    desk.shows(
        &["sladesk log 1 -f table"],
        str![[r#"
$ sladesk log 1 -f table
EVENT  AT           TICKET  ACTOR  WHAT
13     today 11:00  1       tess   opened as high (under --now)
14     today 11:00  1       tess   replied: We look into it. (under --now)
15     today 11:00  1       tess   worked 45m (under --now)
16     today 11:00  1       tess   noted: wrong ticket (undone by tess, e15; under --now)
17     today 11:00  1       tess   undid e14 (under --now)
[exit 0]

"#]],
    );
}

#[test]
fn the_log_is_followed_until_whoever_reads_it_stops() {
    let desk = worked();
    let mut command = desk.command();
    let mut child = command
        .args(["log", "--follow", "-L", "1", "customer:acme"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut next = || -> serde_json::Value {
        let line = lines.next().expect("a line").expect("text");
        serde_json::from_str(&line).expect("an object a line")
    };
    assert_eq!(
        next()["type"],
        "opened",
        "what stands already, as far as it was asked for"
    );
    desk.done("sladesk note 1 -m First");
    desk.done("sladesk open igor@neva.example \"Slow\" -p p2 -c phone -t faults");
    desk.done("sladesk note 2 -m Second");
    let (first, second) = (next(), next());
    assert_eq!(
        (&first["text"], &second["text"]),
        (&"First".into(), &"Second".into())
    );
    child.kill().expect("it can be stopped");
    child.wait().expect("it ends");
    desk.shows(
        &[
            "sladesk log --follow -f json",
            "sladesk log --follow mood:bad",
        ],
        str![[r#"
$ sladesk log --follow -f json
{"error":{"code":2,"kind":"usage","message":"`log --follow` goes on for ever, as jsonl on stdout: it has no other form","clause":null,"hints":[],"place":null,"facts":[]}}
[exit 2]
$ sladesk log --follow mood:bad
error: no filter `mood:`
hint: `sladesk help filters` lists all. To look for the words: `text:"mood:bad"`
[exit 2]

"#]],
    );
}
