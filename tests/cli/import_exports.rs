//! Exports of other tools that have one row a ticket: each time becomes an event at that time, and
//! what the old tool's clock said is compared with ours.

use serde_json::{Value, json};

use crate::sandbox::{Sandbox, sources};

/// Corp on CSD Group's plan, whose contact is Dana, beside the exports in the folder of that name.
fn desk() -> Sandbox {
    let desk = Sandbox::of_csd("corp", "Corp", "2026-01-01");
    desk.done("sladesk contact add corp dana@corp.example --name \"Dana Ruiz\" --start 2026-01-01");
    for entry in std::fs::read_dir(sources().join("tests/cli/exports_of_others")).expect("a folder")
    {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a file").to_owned();
        std::fs::copy(&path, desk.path(&name.to_string_lossy())).expect("a copy");
    }
    desk
}

/// The times, kinds and words of a ticket's events.
fn history(desk: &Sandbox, ticket: &str) -> Vec<(String, String)> {
    let events = desk.json(&format!("sladesk log ticket:{ticket}"));
    let events = events.as_array().expect("events").iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    events
        .map(|event| {
            let at = text(&event["at"]).replace("2026-", "").replace(":00Z", "");
            (at, text(&event["what"]))
        })
        .collect()
}

fn told(facts: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(at, what): &(&str, &str)| ((*at).to_owned(), (*what).to_owned());
    facts.iter().map(owned).collect()
}

fn import(desk: &Sandbox, tool: &str) -> Value {
    desk.json(&format!(
        "sladesk import events {tool}.csv --mapping {tool}"
    ))
}

#[test]
fn every_time_of_a_row_becomes_an_event_at_that_time() {
    for (tool, first, second) in [
        (
            "zendesk",
            &[
                ("03-02T09:00", "opened as p1"),
                ("03-02T09:00", "+printer +urgent"),
                ("03-02T09:05", "assigned to Minh Tran"),
                ("03-02T09:20", "replied"),
                ("03-02T12:00", "resolved"),
                ("03-06T11:00", "closed"),
            ][..],
            &[
                ("03-03T09:00", "opened as p3"),
                ("03-03T09:05", "assigned to Minh Tran"),
                ("03-03T14:00", "replied"),
                ("03-03T15:00", "waits for the customer"),
            ][..],
        ),
        (
            "freshdesk",
            &[
                ("03-02T09:00", "opened as p1"),
                ("03-02T09:00", "+printer +fire"),
                ("03-02T09:00", "assigned to Minh Tran"),
                ("03-02T09:50", "replied"),
                ("03-02T12:00", "resolved"),
                ("03-04T12:00", "closed"),
                ("03-04T12:00", "worked 1h 30m"),
            ],
            &[
                ("03-03T09:00", "opened as p4"),
                ("03-03T09:10", "replied"),
                ("03-03T10:00", "waits for the customer"),
            ],
        ),
        (
            "jira",
            &[
                ("03-02T09:00", "opened as p1"),
                ("03-02T09:00", "+checkout +visa"),
                ("03-02T09:00", "assigned to Minh Tran"),
                ("03-02T13:30", "acknowledged"),
                ("03-02T13:30", "resolved"),
                ("03-02T13:30", "worked 1h 30m"),
            ],
            &[
                ("03-03T09:00", "opened as p3"),
                ("03-03T10:00", "acknowledged"),
                ("03-03T10:00", "waits for the customer"),
            ],
        ),
        (
            "glpi",
            &[
                ("03-02T09:00", "opened as p1"),
                ("03-02T09:00", "assigned to Tran Minh"),
                ("03-02T12:00", "acknowledged"),
                ("03-02T12:00", "resolved"),
                ("03-06T11:00", "closed"),
            ],
            &[
                ("03-03T09:00", "opened as p3"),
                ("03-03T09:00", "assigned to Tran Minh"),
                ("03-03T10:00", "acknowledged"),
            ],
        ),
        (
            "osticket",
            &[
                ("03-02T09:00", "opened as p1"),
                ("03-02T09:00", "assigned to Minh Tran"),
                ("03-02T12:00", "acknowledged"),
                ("03-02T12:00", "closed"),
            ],
            &[
                ("03-03T09:00", "opened as p4"),
                ("03-03T10:00", "acknowledged"),
            ],
        ),
        (
            "rt",
            &[
                ("03-02T09:00", "opened as p2"),
                ("03-02T09:00", "assigned to minh"),
                ("03-02T09:30", "replied"),
                ("03-02T12:00", "resolved"),
                ("03-02T12:00", "closed"),
                ("03-02T12:00", "worked 2h"),
            ],
            &[
                ("03-03T09:00", "opened as p4"),
                ("03-03T10:00", "acknowledged"),
                ("03-03T10:00", "waits for the customer"),
            ],
        ),
        (
            "servicenow-incidents",
            &[
                ("03-02T09:00", "opened as p1"),
                ("03-02T09:00", "assigned to Minh Tran"),
                ("03-02T12:00", "acknowledged"),
                ("03-02T12:00", "resolved"),
                ("03-09T12:00", "closed"),
                ("03-09T12:00", "worked 1h 30m"),
            ],
            &[
                ("03-03T09:00", "opened as p3"),
                ("03-03T10:00", "acknowledged"),
                ("03-03T10:00", "waits for the customer"),
            ],
        ),
    ] {
        let desk = desk();
        let report = import(&desk, tool);
        assert_eq!(report["bad"], json!([]), "{tool}");
        assert_eq!(history(&desk, "1"), told(first), "{tool}");
        assert_eq!(history(&desk, "2"), told(second), "{tool}");
        let page = desk.json("sladesk show 1");
        assert_eq!(page["customer"], "corp", "{tool}");
        assert_eq!(page["contact"], "dana@corp.example", "{tool}");
        let again = import(&desk, tool);
        assert_eq!(
            (&again["events"], &again["unchanged"]),
            (&json!(0), &report["tickets"]),
            "{tool}"
        );
        desk.done("sladesk db check");
    }
}

#[test]
fn what_the_old_tools_clock_said_is_compared_with_ours() {
    let desk = desk();
    let report = import(&desk, "freshdesk");
    assert_eq!(report["compared"], 4);
    // response within 30 minutes, and Freshdesk had promised an hour
    let differs = json!([
        {"ticket": 1, "source": "freshdesk:41", "milestone": "resolution", "their_due": "2026-03-02T13:00:00Z",
         "their_state": "met", "due": null, "state": null},
        {"ticket": 1, "source": "freshdesk:41", "milestone": "response", "their_due": null,
         "their_state": "met", "due": "2026-03-02T09:30:00Z", "state": "breached"},
        {"ticket": 2, "source": "freshdesk:42", "milestone": "resolution", "their_due": "2026-03-10T09:00:00Z",
         "their_state": null, "due": null, "state": null},
    ]);
    assert_eq!(report["differences"], differs);
    let again = desk.run("sladesk import events freshdesk.csv --mapping freshdesk");
    let said = again.stderr;
    for sentence in [
        "4 milestones have a clock of the old tool in the file; ours differs in 3",
        "ticket 1 (freshdesk:41) response: theirs met; ours breached, due 2026-03-02 09:30",
        "ticket 2 (freshdesk:42) resolution: theirs due 2026-03-10 09:00; ours not promised",
    ] {
        assert!(said.contains(sentence), "{said}");
    }
    // a deadline in minutes and a clock that counts seconds are one
    let jira = import(&desk, "jira");
    let milestones = jira["differences"].as_array().expect("a list").iter();
    let told: Vec<_> = milestones
        .map(|d| (&d["source"], &d["their_state"], &d["state"]))
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn a_later_export_adds_what_has_happened_since() {
    let desk = desk();
    let header = "key,opened,updated,answered,solved,shut,state,prio,who,labels,spent,title\n";
    desk.file(
        "ours.toml",
        r#"name = "ours"
tag-separator = " "
[columns]
ticket = "key"
opened = "opened"
updated = "updated"
responded = "answered"
resolved = "solved"
closed = "shut"
status = "state"
priority = "prio"
assignee = "who"
tags = "labels"
worked = "spent"
subject = "title"
[times]
format = "%F %H:%M"
[status]
"open" = "open"
"hold" = "waiting-vendor"
"done" = "closed"
"twice" = "duplicate"
"#,
    );
    let file = |name: &str, rows: &str| desk.file(name, &format!("{header}{rows}"));
    file(
        "1.csv",
        "A-1,2026-03-02 09:00,2026-03-02 09:00,,,,open,p3,,,,Slow\n",
    );
    file(
        "2.csv",
        "A-1,2026-03-02 09:00,2026-03-02 11:00,2026-03-02 09:20,,,hold,p2,ann,net big,30,Slow\n",
    );
    file(
        "3.csv",
        "A-1,2026-03-02 09:00,2026-03-04 11:00,2026-03-02 09:20,2026-03-03 10:00,2026-03-04 11:00,done,p2,bob,net,75,Slow\n",
    );
    file(
        "4.csv",
        "A-1,2026-03-02 09:00,2026-03-06 12:00,2026-03-02 09:20,2026-03-05 10:00,2026-03-06 11:00,twice,p2,bob,net,75,Slow\n",
    );
    for (n, events) in [(1, 1), (2, 6), (3, 5), (4, 3)] {
        let line = format!("sladesk import events {n}.csv --mapping ours.toml --customer corp");
        assert_eq!(
            desk.json(&line)["events"],
            events,
            "{n}: {:?}",
            history(&desk, "1")
        );
        assert_eq!(
            desk.json(&line)["events"],
            0,
            "{n} again: {:?}",
            history(&desk, "1")
        );
    }
    assert_eq!(
        history(&desk, "1"),
        told(&[
            ("03-02T09:00", "opened as p3"),
            ("03-02T09:20", "replied"),
            ("03-02T11:00", "set priority p2"),
            ("03-02T11:00", "+net +big"),
            ("03-02T11:00", "assigned to ann"),
            ("03-02T11:00", "waits for the vendor"),
            ("03-02T11:00", "worked 30m"),
            ("03-03T10:00", "resolved"),
            ("03-04T11:00", "-big"),
            ("03-04T11:00", "assigned to bob"),
            ("03-04T11:00", "closed"),
            ("03-04T11:00", "worked 45m"),
            ("03-05T10:00", "reopened"),
            ("03-05T10:00", "resolved"),
            ("03-06T11:00", "closed as duplicate"),
        ])
    );
    desk.done("sladesk db check");
}

#[test]
fn times_are_read_as_spreadsheets_and_languages_write_them() {
    for (format, more, cell, at) in [
        ("excel", "", "46083.375", "2026-03-02T09:00:00Z"),
        (
            "excel",
            "zone = \"Europe/Berlin\"",
            "46083.375",
            "2026-03-02T08:00:00Z",
        ),
        (
            "epoch",
            "zone = \"Europe/Berlin\"",
            "1772442000",
            "2026-03-02T09:00:00Z",
        ),
        (
            "epoch-milliseconds",
            "",
            "1772442000123",
            "2026-03-02T09:00:00Z",
        ),
        (
            "%d. %B %Y %H:%M",
            "language = \"de\"",
            "2. März 2026 09:00",
            "2026-03-02T09:00:00Z",
        ),
        (
            "%d %b. %Y %H:%M",
            "language = \"fr\"",
            "02 mars 2026 09:00",
            "2026-03-02T09:00:00Z",
        ),
        (
            "%a %d/%b/%y %H:%M",
            "language = \"pt\"",
            "seg 02/mar/26 09:00",
            "2026-03-02T09:00:00Z",
        ),
        (
            "%d %B %Y %H:%M",
            "language = \"ru\"",
            "2 марта 2026 09:00",
            "2026-03-02T09:00:00Z",
        ),
        (
            "%d/%b/%y %I:%M %p",
            "",
            "02/Mar/26 9:00 AM",
            "2026-03-02T09:00:00Z",
        ),
    ] {
        let desk = desk();
        desk.file(
            "ours.toml",
            &format!(
                "name = \"ours\"\ndelimiter = \";\"\n[columns]\nticket = \"key\"\nopened = \"opened\"\nsubject = \"title\"\npriority = \"prio\"\n[times]\nformat = \"{format}\"\n{more}\n"
            ),
        );
        desk.file(
            "ours.csv",
            &format!("key;opened;title;prio\n1;{cell};Slow;p3\n"),
        );
        desk.done("sladesk import events ours.csv --mapping ours.toml --customer corp");
        assert_eq!(desk.json("sladesk show 1")["opened"], at, "{format} {more}");
    }
}

#[test]
fn whose_a_row_is_must_be_known_and_who_asked_is_told_where_it_is_not() {
    let desk = desk();
    desk.done("sladesk customer add twin1 --name Twin");
    desk.done("sladesk customer add twin2 --name Twin");
    desk.file(
        "ours.toml",
        r#"name = "ours"
[columns]
ticket = "key"
opened = "opened"
closed = "shut"
status = "state"
organisation = "firm"
contact = "mail"
subject = "title"
priority = "prio"
[times]
format = "%F %H:%M"
[status]
"hold" = "waiting-customer"
"done" = "closed"
[organisation]
"Corp (old name)" = "corp"
"#,
    );
    desk.file(
        "ours.csv",
        "key,opened,shut,state,firm,mail,title,prio\n\
         1,2026-03-02 09:00,2026-03-03 09:00,done,CORP,dana@corp.example,One,p1\n\
         2,2026-03-02 09:00,2026-03-03 09:00,done,Corp (old name),no@corp.example,Two,p1\n\
         3,2026-03-02 09:00,2026-03-03 09:00,done,,DANA@corp.example,Three,p1\n\
         4,2026-03-02 09:00,2026-03-03 09:00,done,Twin,,Four,p1\n\
         5,2026-03-02 09:00,2026-03-03 09:00,done,Nobody Ltd,,Five,p1\n\
         6,2026-03-02 09:00,,hold,Corp,,Six,p1\n\
         7,2026-03-02 09:00,2026-03-03 09:00,done,,who@where.example,Seven,p1\n\
         1,2026-03-02 09:00,2026-03-03 09:00,done,Corp,,Again,p1\n",
    );
    let report = desk.json("sladesk import events ours.csv --mapping ours.toml");
    assert_eq!(report["tickets"], 3);
    let bad = json!([
        {"line": 5, "says": "several customers are called `Twin` (`[organisation]` in the mapping says which is meant)"},
        {"line": 6, "says": "no customer is called `Nobody Ltd` (`[organisation]` in the mapping says which is meant)"},
        {"line": 7, "says": "it is `hold`, and nothing says since when (`updated` in [columns])"},
        {"line": 8, "says": "no customer has a contact `who@where.example`"},
        {"line": 9, "says": "its ticket stands on line 2 already, and the file has one row a ticket"},
    ]);
    assert_eq!(report["bad"], bad);
    let remarks = json!([
        {"line": 3, "says": "`no@corp.example` is no contact of its customer; the ticket names nobody"},
    ]);
    assert_eq!(report["remarks"], remarks);
    let who = desk.json("sladesk list --sort ticket");
    let who: Vec<&Value> = who
        .as_array()
        .expect("a list")
        .iter()
        .map(|t| &t["contact"])
        .collect();
    assert_eq!(
        who,
        [
            &json!("dana@corp.example"),
            &Value::Null,
            &json!("dana@corp.example")
        ]
    );
}

/// A file of one row a ticket: who asks by address, when it was answered, what was worked and what
/// the old tool's clock said.
const WORKED: &str = r#"name = "ours"
[columns]
ticket = "key"
opened = "opened"
closed = "shut"
responded-after = "answered"
contact = "mail"
subject = "title"
priority = "prio"
worked = "spent"
[units]
worked = "seconds"
responded-after = "seconds"
[times]
format = "epoch"
[theirs.resolution]
due = "due"
"#;

#[test]
fn a_row_is_taken_or_refused_as_a_whole() {
    let desk = desk();
    desk.done("sladesk customer add other --name Other");
    for customer in ["other", "corp"] {
        desk.done(&format!(
            "sladesk contact add {customer} shared@corp.example --name Shared --start 2026-01-01"
        ));
    }
    desk.file("ours.toml", WORKED);
    desk.file(
        "ours.csv",
        "key,opened,shut,answered,mail,title,prio,spent,due\n\
         1,1772442000,1772445600,60,no@where.example,One,p1,60,\n\
         1,1772442000,1772445600,60,no@where.example,One,p1,60,\n\
         2,1772442000,1772445600,60,dana@corp.example,Two,p9,60,\n\
         3,1772442000,1772445600,60,shared@corp.example,Three,p1,60,\n\
         4,1772442000,1772445600,60,dana@corp.example,Four,p1,60,\n\
         4,1772438400,1772445600,60,no@where.example,Four,p1,60,\n",
    );
    let report = desk.json("sladesk import events ours.csv --mapping ours.toml");
    let bad = json!([
        {"line": 2, "says": "no customer has a contact `no@where.example`"},
        {"line": 3, "says": "its ticket stands on line 2 already, and the file has one row a ticket"},
        {"line": 4, "says": "csd-group/elite has no priority `p9`; it has p1, p2, p3, p4"},
        {"line": 5, "says": "several customers have a contact `shared@corp.example` (`customer` or `organisation` in [columns] says whose it is)"},
        {"line": 7, "says": "its ticket stands on line 6 already, and the file has one row a ticket"},
    ]);
    assert_eq!(report["bad"], bad);
    assert_eq!(
        (&report["rows"], &report["tickets"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(desk.json("sladesk show 1")["contact"], "dana@corp.example");

    // nor does a known ticket get anything of a line that is told as bad
    let before = history(&desk, "1");
    desk.file(
        "later.csv",
        "key,opened,shut,answered,mail,title,prio,spent,due\n\
         4,1772442000,1772452800,60,dana@corp.example,Four,p9,7200,\n\
         5,1772442000,1772445600,60,dana@corp.example,Five,p1,60,\n",
    );
    let report = desk.json("sladesk import events later.csv --mapping ours.toml");
    let bad = json!([
        {"line": 2, "says": "csd-group/elite has no priority `p9`; it has p1, p2, p3, p4"},
    ]);
    assert_eq!(report["bad"], bad);
    assert_eq!(
        (&report["rows"], &report["tickets"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(history(&desk, "1"), before);
}

#[test]
fn numbers_that_no_desk_has_are_bad_rows() {
    let desk = desk();
    desk.file("ours.toml", WORKED);
    let most = i64::MAX;
    let row = |key: u8, opened: &str, answered: &str, spent: &str, due: &str| {
        format!("{key},{opened},1772445600,{answered},dana@corp.example,T,p1,{spent},{due}\n")
    };
    let rows = [
        row(1, "1772442000", "60", "60", ""),
        row(2, &format!("-{most}"), "60", "60", ""),
        row(3, "1772442000", &most.to_string(), "60", ""),
        row(4, "1772442000", "60", &most.to_string(), ""),
        row(5, "1772442000", "60", "60", &format!("-{most}")),
        row(6, "1772442000", "60", "60", &most.to_string()),
        row(7, "1772442000", "3000000000", "60", ""),
    ];
    let header = "key,opened,shut,answered,mail,title,prio,spent,due\n";
    desk.file("ours.csv", &format!("{header}{}", rows.concat()));
    let report = desk.json("sladesk import events ours.csv --mapping ours.toml");
    let time = |column: &str, text: &str| {
        format!("`{text}` is no time of the form `epoch` (column `{column}`)")
    };
    let amount = |column: &str| {
        format!("`{most}` is no amount of time in seconds (column `{column}`, [units])")
    };
    let bad = json!([
        {"line": 3, "says": time("opened", &format!("-{most}"))},
        {"line": 4, "says": amount("answered")},
        {"line": 5, "says": amount("spent")},
        {"line": 6, "says": time("due", &format!("-{most}"))},
        {"line": 7, "says": time("due", &most.to_string())},
        {"line": 8, "says": "`3000000000` is still to come (column `answered`; are day and month as the mapping says?)"},
    ]);
    assert_eq!(report["bad"], bad);
    assert_eq!(report["rows"], 1);
}

#[test]
fn a_mapping_says_what_does_not_go_together() {
    let desk = desk();
    let mapping = |columns: &str, times: &str| {
        format!("name = \"ours\"\n[columns]\nticket = \"key\"\n{columns}[times]\n{times}\n")
    };
    for (columns, times, says) in [
        (
            "subject = \"title\"\n",
            "format = \"rfc3339\"",
            "no column says when: `at` of a log that has one row a change, `opened` of an export that has one row a ticket",
        ),
        (
            "at = \"changed\"\nresolved = \"solved\"\n",
            "format = \"rfc3339\"",
            "`resolved` is of an export that has one row a ticket, and `at` is of a log that has one row a change",
        ),
        (
            "opened = \"opened\"\n",
            "format = \"%d %b %Y %H:%M\"\nlanguage = \"tlh\"",
            "the names of months in `tlh` are not known",
        ),
        (
            "opened = \"opened\"\n",
            "format = \"excel\"\ntime = \"09:00\"",
            "times of the form `excel` have a time of day, and `time` says another",
        ),
    ] {
        desk.file("ours.toml", &mapping(columns, times));
        desk.fails(
            "import events jira.csv --mapping ours.toml --customer corp",
            7,
            says,
        );
    }
}
