//! Ticket history from other tools' logs, by a mapping.

use snapbox::str;

use crate::sandbox::Sandbox;

/// Corp on CSD Group's plan, which calls its priorities p1 to p4.
fn corp() -> Sandbox {
    Sandbox::of_csd("corp", "Corp", "2016-01-01")
}

const HEADER: &str = "number,incident_state,sys_updated_at,opened_at,priority,contact_type,assigned_to,category,subcategory,u_symptom,impact,urgency\n";

const ROWS: &str = "\
INC1,New,29/2/2016 01:23,29/2/2016 01:16,3 - Moderate,Phone,?,Mail,Sending,Slow,2 - Medium,2 - Medium
INC1,Active,29/2/2016 02:00,29/2/2016 01:16,3 - Moderate,Phone,Anna,Mail,Sending,Slow,2 - Medium,2 - Medium
INC1,Awaiting User Info,29/2/2016 03:00,29/2/2016 01:16,2 - High,Phone,Anna,Mail,Sending,Slow,2 - Medium,2 - Medium
INC1,Resolved,29/2/2016 08:53,29/2/2016 01:16,2 - High,Phone,Anna,Mail,Sending,Slow,2 - Medium,2 - Medium
INC1,Active,1/3/2016 09:00,29/2/2016 01:16,2 - High,Phone,Anna,Mail,Sending,Slow,2 - Medium,2 - Medium
INC1,Closed,5/3/2016 12:00,29/2/2016 01:16,2 - High,Phone,Anna,Mail,Sending,Slow,2 - Medium,2 - Medium
INC2,New,29/2/2016 04:40,29/2/2016 04:57,4 - Low,Email,?,Print,?,?,2 - Medium,2 - Medium
INC2,-100,29/2/2016 05:00,29/2/2016 04:57,4 - Low,Email,?,Print,?,?,2 - Medium,2 - Medium
INC2,Closed,6/3/2016 10:00,29/2/2016 04:57,4 - Low,Email,?,Print,?,?,2 - Medium,2 - Medium
";

#[test]
fn a_servicenow_log_comes_in_once() {
    let desk = corp();
    desk.file("log.csv", &format!("{HEADER}{ROWS}"));
    desk.shows(
        &[
            "sladesk import events log.csv --mapping servicenow --contract corp -n",
            "sladesk import events log.csv --mapping servicenow --contract corp",
            "sladesk import events log.csv --mapping servicenow --contract corp",
            "sladesk list",
            "sladesk log ticket:1 --fields at,type,what",
            "sladesk log ticket:2 --fields at,type,what",
            "sladesk report sla --period 2016Q1",
        ],
        str![[r#"
$ sladesk import events log.csv --mapping servicenow --contract corp -n
9	2	11	2	0
[stderr]
would import 9 rows of 2 tickets: 2 opened, 11 events written, 0 unchanged
warning: status `-100` is skipped by the mapping, in 1 of the rows
read by `servicenow`: ServiceNow, a log of the changes of incidents; for: one row a change, as an instance of 2016 wrote it; checked against: the event log of incidents of the UCI Machine Learning Repository (2018, 119,998 rows): each row is read; times are taken as of UTC (`zone` in [times])
[exit 0]
$ sladesk import events log.csv --mapping servicenow --contract corp
9	2	11	2	0
[stderr]
imported 9 rows of 2 tickets: 2 opened, 11 events written, 0 unchanged
warning: status `-100` is skipped by the mapping, in 1 of the rows
[exit 0]
$ sladesk import events log.csv --mapping servicenow --contract corp
9	2	0	0	2
[stderr]
imported 9 rows of 2 tickets: 0 opened, 0 events written, 2 unchanged
warning: status `-100` is skipped by the mapping, in 1 of the rows
[exit 0]
$ sladesk list
2	2016-02-29T04:57:00Z	closed	p4	corp	-	-	Print
1	2016-02-29T01:16:00Z	closed	p2	corp	-	Anna	Mail / Sending / Slow
[exit 0]
$ sladesk log ticket:1 --fields at,type,what
2016-02-29T01:16:00Z	opened	opened as p3 (under --now)
2016-02-29T02:00:00Z	assigned	assigned to Anna (under --now)
2016-02-29T02:00:00Z	acknowledged	acknowledged (under --now)
2016-02-29T03:00:00Z	prioritised	set priority p2 (under --now)
2016-02-29T03:00:00Z	waiting	waits for the customer (under --now)
2016-02-29T08:53:00Z	resolved	resolved (under --now)
2016-03-01T09:00:00Z	reopened	reopened (under --now)
2016-03-05T12:00:00Z	closed	closed (under --now)
[exit 0]
$ sladesk log ticket:2 --fields at,type,what
2016-02-29T04:57:00Z	opened	opened as p4 (under --now)
2016-03-06T10:00:00Z	acknowledged	acknowledged (under --now)
2016-03-06T10:00:00Z	closed	closed (under --now)
[exit 0]
$ sladesk report sla --period 2016Q1
response	p3	1	1	0	0	0	1	2640	2640
response	p4	1	0	1	0	0	0	536580	536580
[exit 0]

"#]],
    );
}

#[test]
fn a_longer_file_of_the_same_log_adds_what_is_new() {
    let desk = corp();
    let some: Vec<&str> = ROWS.lines().take(4).collect();
    desk.file("half.csv", &format!("{HEADER}{}\n", some.join("\n")));
    desk.file("log.csv", &format!("{HEADER}{ROWS}"));
    desk.shows(
        &[
            "sladesk import events half.csv --mapping servicenow --contract corp",
            "sladesk import events log.csv --mapping servicenow --contract corp",
            "sladesk log ticket:1 --fields at,type",
        ],
        str![[r#"
$ sladesk import events half.csv --mapping servicenow --contract corp
4	1	6	1	0
[stderr]
imported 4 rows of 1 tickets: 1 opened, 6 events written, 0 unchanged
[exit 0]
$ sladesk import events log.csv --mapping servicenow --contract corp
9	2	5	1	0
[stderr]
imported 9 rows of 2 tickets: 1 opened, 5 events written, 0 unchanged
warning: status `-100` is skipped by the mapping, in 1 of the rows
[exit 0]
$ sladesk log ticket:1 --fields at,type
2016-02-29T01:16:00Z	opened
2016-02-29T02:00:00Z	assigned
2016-02-29T02:00:00Z	acknowledged
2016-02-29T03:00:00Z	prioritised
2016-02-29T03:00:00Z	waiting
2016-02-29T08:53:00Z	resolved
2016-03-01T09:00:00Z	reopened
2016-03-05T12:00:00Z	closed
[exit 0]

"#]],
    );
}

#[test]
fn bad_rows_are_told_by_line_and_keep_everything_out_only_when_strict() {
    let desk = corp();
    desk.file(
        "log.csv",
        &format!(
            "{HEADER}{ROWS}\
             INC3,Active,31/2/2016 01:23,29/2/2016 01:16,3 - Moderate,Phone,?,Mail,Sending,Slow,2 - Medium,2 - Medium\n\
             INC4,Snoozed,1/3/2016 01:23,29/2/2016 01:16,3 - Moderate,Phone,?,Mail,Sending,Slow,2 - Medium,2 - Medium\n\
             INC5,New,1/3/2016 01:23,1/3/2016 01:16,9 - Whenever,Phone,?,Mail,Sending,Slow,2 - Medium,2 - Medium\n\
             INC6,New\n"
        ),
    );
    desk.shows(
        &[
            "sladesk import events log.csv --mapping servicenow --contract corp --strict",
            "sladesk list -f ids",
            "sladesk import events log.csv --mapping servicenow --contract corp",
            "sladesk import events log.csv --mapping servicenow --customer nobody",
            "sladesk import events log.csv --mapping servicenow",
            "sladesk import events log.csv --mapping sevicenow --contract corp",
            "sladesk import events none.csv --mapping servicenow --contract corp",
        ],
        str![[r#"
$ sladesk import events log.csv --mapping servicenow --contract corp --strict
error: 4 rows of the log cannot be read; nothing was imported
  line 11: `31/2/2016 01:23` is no time of the form `%d/%m/%Y %H:%M` (column
  `sys_updated_at`)
  line 12: the mapping does not say what status `Snoozed` means
  line 13: csd-group/elite has no priority `9 - Whenever`; it has p1, p2, p3, p4
  line 14: 2 columns, where the header has 12
hint: without `--strict` the other rows go in
[exit 7]
$ sladesk list -f ids
[exit 0]
$ sladesk import events log.csv --mapping servicenow --contract corp
9	2	11	2	0
[stderr]
imported 9 rows of 2 tickets: 2 opened, 11 events written, 0 unchanged
warning: status `-100` is skipped by the mapping, in 1 of the rows
warning: line 11: `31/2/2016 01:23` is no time of the form `%d/%m/%Y %H:%M` (column `sys_updated_at`)
warning: line 12: the mapping does not say what status `Snoozed` means
warning: line 13: csd-group/elite has no priority `9 - Whenever`; it has p1, p2, p3, p4
warning: line 14: 2 columns, where the header has 12
[exit 0]
$ sladesk import events log.csv --mapping servicenow --customer nobody
error: no customer `nobody`
hint: `sladesk customer list` shows them all
[exit 4]
$ sladesk import events log.csv --mapping servicenow
error: an import needs to know whose tickets these are
hint: add `--contract`
hint: or `--customer`, or `customer` among the columns of the mapping
[exit 2]
$ sladesk import events log.csv --mapping sevicenow --contract corp
error: no mapping `sevicenow`
hint: did you mean `servicenow`?
hint: built in: freshdesk, glpi, jira, osticket, rt, servicenow, servicenow-incidents, zendesk; or name a file
[exit 4]
$ sladesk import events none.csv --mapping servicenow --contract corp
error: cannot read none.csv: no such file or directory
[exit 4]

"#]],
    );
}

#[test]
fn a_quite_different_log_needs_a_mapping_and_no_code() {
    let desk = corp();
    desk.file(
        "ours.toml",
        r#"name = "ours"
delimiter = ";"
[columns]
ticket = "case"
at = "changed"
status = "state"
priority = "prio"
subject = "title"
customer = "account"
[times]
format = "rfc3339"
[status]
"neu" = "new"
"offen" = "open"
"fertig" = "closed"
[priority]
"hoch" = "p1"
[defaults]
channel = "email"
priority = "p4"
"#,
    );
    desk.file(
        "bad.toml",
        "name = \"ours\"\n[columns]\nticket = \"case\"\nat = \"changed\"\nstaus = \"state\"\n[times]\nformat = \"rfc3339\"\n",
    );
    desk.file(
        "ours.csv",
        "case;changed;state;prio;title;account\n\
         7;2026-09-01T10:00:00+02:00;neu;hoch;Läuft nicht;corp\n\
         7;2026-09-01T10:20:00+02:00;offen;hoch;Läuft nicht;corp\n\
         7;2026-09-01T12:00:00+02:00;fertig;hoch;Läuft nicht;corp\n\
         8;2026-09-02T10:00:00+02:00;neu;;\"Frage; kurz\";nobody\n",
    );
    desk.shows(
        &[
            "sladesk import events ours.csv --mapping ours.toml",
            "sladesk show 1",
            "sladesk import events ours.csv --mapping bad.toml",
        ],
        str![[r#"
$ sladesk import events ours.csv --mapping ours.toml
3	1	3	1	0
[stderr]
imported 3 rows of 1 tickets: 1 opened, 3 events written, 0 unchanged
warning: line 5: no customer `nobody`
[exit 0]
$ sladesk show 1
1 Läuft nicht

  customer  corp
  plan      csd-group/elite, contract 1, terms of event 3
  state     closed
  priority  p1
  channel   email
  opened    2026-09-01 08:00
  source    ours:7

Clocks
  all: priority p1
  MILESTONE  STATE         TARGET             DUE               ENDED
  response   met           30m                2026-09-01 08:30  2026-09-01 08:20
  estimate   not promised  the plan promises
                           none

Timeline
2026-09-01 08:00  tess  opened as p1 (under --now)

2026-09-01 08:20  tess  acknowledged (under --now)

2026-09-01 10:00  tess  closed (under --now)
[exit 0]
$ sladesk import events ours.csv --mapping bad.toml
error: unknown key `staus` in [columns]
 --> bad.toml:5:1
  |
5 | staus = "state"
  | ^^^^^
  |
hint: did you mean `status`?
[exit 7]

"#]],
    );
}

#[test]
fn a_packed_log_is_told_how_to_unpack() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk db init");
    sandbox.file("log.zip", "PK\u{3}\u{4}...");
    sandbox.shows(
        &["sladesk import events log.zip --mapping servicenow"],
        str![[r#"
$ sladesk import events log.zip --mapping servicenow
error: log.zip is packed
hint: unpack it on the way: `unzip -p log.zip | sladesk import ... -`
[exit 7]

"#]],
    );
}

#[test]
fn a_clock_that_only_an_import_met_in_time_says_so() {
    let desk = corp();
    desk.file("log.csv", &format!("{HEADER}{ROWS}"));
    desk.done("sladesk import events log.csv --mapping servicenow --contract corp");
    desk.done("sladesk open corp Ours -p p1 -c phone --contact who@corp.example --override contact -m why");
    let imported = |line: &str| {
        let page = desk.json(line);
        let clocks = page["clocks"].as_array().expect("clocks").iter();
        let clocks = clocks.filter(|clock| clock["state"] == "met");
        clocks
            .map(|clock| (clock["milestone"].to_string(), clock["imported"] == true))
            .collect::<Vec<_>>()
    };
    let clocks = imported("sladesk show 1");
    assert!(
        !clocks.is_empty() && clocks.iter().all(|(_, imported)| *imported),
        "{clocks:?}"
    );
    // what stands in the row follows from the record
    desk.done("sladesk note 1 -m later");
    assert_eq!(imported("sladesk show 1"), clocks);
    desk.done("sladesk db check");
}
