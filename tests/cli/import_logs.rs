//! Logs as other programs write them: whatever is odd about one is refused or told, by line, and
//! nothing is joined, dropped or guessed in silence.

use snapbox::str;

use crate::sandbox::{Sandbox, sources};

const MAPPING: &str = r#"name = "ours"
delimiter = ";"
[columns]
ticket = "key"
at = "changed_on"
opened = "opened_on"
status = "state"
priority = "prio"
subject = "title"
[times]
format = "%d.%m.%Y %H:%M"
zone = "Europe/Berlin"
[status]
"new" = "new"
"done" = "resolved"
[defaults]
channel = "email"
"#;

/// Acme on Creatio Business and Beta without a contract, beside the logs in the folder of that
/// name.
fn desk() -> Sandbox {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone Europe/Madrid");
    desk.done("sladesk customer add acme --name \"Acme Ltd\"");
    desk.done("sladesk customer add beta --name Beta");
    desk.done("sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --start 2025-10-01");
    desk.file("ours.toml", MAPPING);
    for entry in std::fs::read_dir(sources().join("tests/cli/logs_of_others")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a file").to_owned();
        std::fs::copy(&path, desk.path(&name.to_string_lossy())).expect("a copy");
    }
    desk
}

/// The line that brings a log in for acme.
fn import(log: &str) -> String {
    format!("sladesk import events {log} --mapping ours.toml --customer acme")
}

#[test]
fn a_quote_that_joins_rows_is_a_bad_file_and_nothing_is_written() {
    let desk = desk();
    desk.shows(
        &[
            &import("open_quote.csv"),
            &format!("{} --strict", import("open_quote.csv")),
            &import("joined.csv"),
            "sladesk list -f ids",
        ],
        str![[r#"
$ sladesk import events open_quote.csv --mapping ours.toml --customer acme
error: the quote that opens on line 2 is never closed; nothing was imported
hint: a quote within a quoted cell is written twice: `"say ""yes"""`
[exit 7]
$ sladesk import events open_quote.csv --mapping ours.toml --customer acme --strict
error: the quote that opens on line 2 is never closed; nothing was imported
hint: a quote within a quoted cell is written twice: `"say ""yes"""`
[exit 7]
$ sladesk import events joined.csv --mapping ours.toml --customer acme
error: the quote that opens on line 2 closes within a cell; nothing was imported
hint: a quote within a quoted cell is written twice: `"say ""yes"""`
[exit 7]
$ sladesk list -f ids
[exit 0]

"#]],
    );
}

#[test]
fn rows_that_cannot_be_are_bad_with_their_lines() {
    let desk = desk();
    desk.shows(
        &[
            &import("future.csv"),
            &import("untitled.csv"),
            &import("days.csv"),
            "sladesk list --fields ticket,source,subject",
        ],
        str![[r#"
$ sladesk import events future.csv --mapping ours.toml --customer acme
1	1	1	1	0
[stderr]
imported 1 rows of 1 tickets: 1 opened, 1 events written, 0 unchanged
warning: line 3: `20.13.2026 09:00` is no time of the form `%d.%m.%Y %H:%M` (column `changed_on`)
warning: lines 4 and 5: `02.03.2027 09:00` is still to come (column `changed_on`; are day and month as the mapping says?)
[exit 0]
$ sladesk import events untitled.csv --mapping ours.toml --customer acme
2	2	5	1	0
[stderr]
imported 2 rows of 2 tickets: 1 opened, 5 events written, 0 unchanged
[exit 0]
$ sladesk import events days.csv --mapping ours.toml --customer acme
error: a row of the log cannot be read; nothing was imported
  line 2: `03.02.2026` is no time of the form `%d.%m.%Y %H:%M` (column `changed_on`)
hint: `sladesk import events FILE --new-mapping` prints a mapping with the form of times that all rows have
[exit 7]
$ sladesk list --fields ticket,source,subject
2	ours:2	Mail
1	ours:1	Mail
[exit 0]

"#]],
    );
}

#[test]
fn what_nobody_can_see_is_no_subject() {
    let desk = desk();
    let row = "9;03.02.2026 09:00;03.02.2026 09:00;new;high;\u{200b}\u{3164}";
    desk.file(
        "blank.csv",
        &format!("key;changed_on;opened_on;state;prio;title\n{row}\n"),
    );
    let import = import("blank.csv").replace("sladesk ", "");
    desk.fails(
        &import,
        7,
        "a row of the log cannot be read; nothing was imported",
    );
    let blank = MAPPING.replace(
        "channel = \"email\"",
        "channel = \"email\"\nsubject = \"\u{200b}\"",
    );
    desk.file("ours.toml", &blank);
    desk.fails(
        &import,
        7,
        "a row of the log cannot be read; nothing was imported",
    );
    let named = MAPPING.replace(
        "channel = \"email\"",
        "channel = \"email\"\nsubject = \"Mail\"",
    );
    desk.file("ours.toml", &named);
    desk.done(&format!("sladesk {import}"));
}

#[test]
fn what_counts_otherwise_than_it_is_dated_is_told() {
    let desk = desk();
    desk.shows(
        &[
            &import("before.csv"),
            &import("before.csv"),
            &import("twice.csv"),
            "sladesk log ticket:1 --fields at,type",
            "sladesk log ticket:2 --fields at,type",
        ],
        str![[r#"
$ sladesk import events before.csv --mapping ours.toml --customer acme
1	1	3	1	0
[stderr]
imported 1 rows of 1 tickets: 1 opened, 3 events written, 0 unchanged
warning: line 2: dated before the opening of its ticket; it counts at the opening
[exit 0]
$ sladesk import events before.csv --mapping ours.toml --customer acme
1	1	0	0	1
[stderr]
imported 1 rows of 1 tickets: 0 opened, 0 events written, 1 unchanged
[exit 0]
$ sladesk import events twice.csv --mapping ours.toml --customer acme
1	1	3	1	0
[stderr]
imported 1 rows of 1 tickets: 1 opened, 3 events written, 0 unchanged
warning: line 2: the time comes twice in Europe/Berlin, where clocks were turned back; the first is taken
[exit 0]
$ sladesk log ticket:1 --fields at,type
2026-02-02T08:00:00Z	opened
2026-02-02T08:00:00Z	acknowledged
2026-02-02T08:00:00Z	resolved
[exit 0]
$ sladesk log ticket:2 --fields at,type
2025-10-25T07:00:00Z	opened
2025-10-26T00:30:00Z	acknowledged
2025-10-26T00:30:00Z	resolved
[exit 0]

"#]],
    );
    desk.tells(
        &format!("{} -n", import("twice.csv")),
        r#"{"rows": 1, "bad": [], "remarks": [{"line": 2}]}"#,
    );
}

#[test]
fn columns_and_encodings_are_as_the_file_or_the_mapping_says() {
    let desk = desk();
    let named = MAPPING.replace("delimiter", "encoding = \"windows-1252\"\ndelimiter");
    desk.file("cp1252.toml", &named);
    desk.file("odd.toml", &named.replace("windows-1252", "windows"));
    desk.shows(
        &[
            &import("two_columns.csv"),
            &import("mark.csv"),
            &import("sep.csv"),
            &import("utf16.csv"),
            &import("utf16_bare.csv"),
            &import("cp1252.csv"),
            "sladesk import events cp1252.csv --mapping odd.toml --customer acme",
            "sladesk import events cp1252.csv --mapping cp1252.toml --customer acme -f json",
            "sladesk list --fields ticket,subject",
        ],
        str![[r#"
$ sladesk import events two_columns.csv --mapping ours.toml --customer acme
error: the log has two columns `state`, 4 and 5: which does the mapping mean?
hint: rename one of them in the first line of the log
[exit 7]
$ sladesk import events mark.csv --mapping ours.toml --customer acme
1	1	3	1	0
[stderr]
imported 1 rows of 1 tickets: 1 opened, 3 events written, 0 unchanged
[exit 0]
$ sladesk import events sep.csv --mapping ours.toml --customer acme
1	1	3	1	0
[stderr]
imported 1 rows of 1 tickets: 1 opened, 3 events written, 0 unchanged
warning: line 4: the mapping does not say what status `gone` means
[exit 0]
$ sladesk import events utf16.csv --mapping ours.toml --customer acme
1	1	3	1	0
[stderr]
imported 1 rows of 1 tickets: 1 opened, 3 events written, 0 unchanged
[exit 0]
$ sladesk import events utf16_bare.csv --mapping ours.toml --customer acme
error: utf16_bare.csv is no text in UTF-8; it is likely UTF-16LE
hint: `encoding = "utf-16le"` in the mapping says so
[exit 7]
$ sladesk import events cp1252.csv --mapping ours.toml --customer acme
error: a row of the log cannot be read; nothing was imported
  line 2: it is no text in UTF-8; as windows-1252 it reads `Größe` (`encoding =
  "windows-1252"` in the mapping)
[exit 7]
$ sladesk import events cp1252.csv --mapping odd.toml --customer acme
error: the mapping names the encoding `windows`, which is none
hint: such as `utf-8`, `utf-16le`, `windows-1252`, `iso-8859-15`, `windows-1251`
[exit 7]
$ sladesk import events cp1252.csv --mapping cp1252.toml --customer acme -f json
{
  "rows": 1,
  "tickets": 1,
  "events": 3,
  "added": 1,
  "unchanged": 0,
  "skipped": {},
  "bad": [],
  "lost_breaches": 0,
  "remarks": [],
  "without_contract": {},
  "compared": 0,
  "differences": [],
  "first": [],
  "lacking_columns": [],
  "unread_columns": []
}
[stderr]
imported 1 rows of 1 tickets: 1 opened, 3 events written, 0 unchanged
[exit 0]
$ sladesk list --fields ticket,subject
4	Größe
3	Über
2	Über
1	Mail
[exit 0]

"#]],
    );
}

#[test]
fn dates_without_a_time_count_when_the_mapping_says() {
    let desk = desk();
    let days = MAPPING.replace(" %H:%M", "");
    let with = |time: &str| days.replace("zone =", &format!("time = \"{time}\"\nzone ="));
    desk.file("bare.toml", &days);
    desk.file("nine.toml", &with("09:00"));
    desk.file("noon.toml", &with("noon"));
    let line = |mapping: &str| {
        format!("sladesk import events days.csv --mapping {mapping}.toml --customer acme")
    };
    desk.shows(
        &[
            &line("bare"),
            &line("noon"),
            &line("nine"),
            "sladesk log ticket:1 --fields at,type",
        ],
        str![[r#"
$ sladesk import events days.csv --mapping bare.toml --customer acme
error: times of the form `%d.%m.%Y` have no time of day, and a time is wanted: `time = "09:00"` in [times] (or `"midnight"`) says when such a day counts from
  --> bare.toml:11:11
   |
11 | format = "%d.%m.%Y"
   |           ^^^^^^^^
[exit 7]
$ sladesk import events days.csv --mapping noon.toml --customer acme
error: `noon` is no time of day such as `09:00` or `midnight`
  --> noon.toml:11:11
   |
11 | format = "%d.%m.%Y"
   |           ^^^^^^^^
[exit 7]
$ sladesk import events days.csv --mapping nine.toml --customer acme
1	1	3	1	0
[stderr]
imported 1 rows of 1 tickets: 1 opened, 3 events written, 0 unchanged
[exit 0]
$ sladesk log ticket:1 --fields at,type
2026-02-02T08:00:00Z	opened
2026-02-03T08:00:00Z	acknowledged
2026-02-03T08:00:00Z	resolved
[exit 0]

"#]],
    );
}

#[test]
fn tickets_without_a_contract_are_said_to_have_no_clocks() {
    desk().shows(
        &[
            "sladesk import events good.csv --mapping ours.toml --customer beta -n",
            "sladesk import events good.csv --mapping ours.toml --customer beta",
            "sladesk import events good.csv --mapping ours.toml --customer beta",
        ],
        str![[r#"
$ sladesk import events good.csv --mapping ours.toml --customer beta -n
2	1	3	1	0
[stderr]
would import 2 rows of 1 tickets: 1 opened, 3 events written, 0 unchanged
warning: beta has no contract, so that 1 ticket has no clocks; `contract sign beta PLAN --start DAY` before the import gives them some
read by `ours`; times are taken as of Europe/Berlin (`zone` in [times])
[exit 0]
$ sladesk import events good.csv --mapping ours.toml --customer beta
2	1	3	1	0
[stderr]
imported 2 rows of 1 tickets: 1 opened, 3 events written, 0 unchanged
warning: beta has no contract, so that 1 ticket has no clocks; `contract sign beta PLAN --start DAY` before the import gives them some
[exit 0]
$ sladesk import events good.csv --mapping ours.toml --customer beta
2	1	0	0	1
[stderr]
imported 2 rows of 1 tickets: 0 opened, 0 events written, 1 unchanged
[exit 0]

"#]],
    );
}

#[test]
fn a_log_that_takes_a_breach_back_is_a_correction_and_its_source_the_reason() {
    let desk = desk();
    let log = "key;opened_on;changed_on;state;prio;title\n\
               9;02.02.2026 09:00;02.02.2026 09:00;new;high;Mail\n";
    desk.file("first.csv", log);
    desk.done(&import("first.csv"));
    let states = || -> Vec<String> {
        let page = desk.json("sladesk show 1");
        let clocks = page["clocks"].as_array().expect("clocks");
        let state = |clock: &serde_json::Value| clock["state"].as_str().map(str::to_owned);
        clocks.iter().filter_map(state).collect()
    };
    assert!(states().contains(&"breached".to_owned()), "{:?}", states());
    // what the other tool had and its first export had not
    let answered = "9;02.02.2026 09:00;02.02.2026 09:30;done;high;Mail\n";
    desk.file("second.csv", &format!("{log}{answered}"));
    let lost = desk.json(&import("second.csv"));
    assert!(lost["lost_breaches"].as_i64() > Some(0), "{lost:#}");
    let after = states();
    assert!(!after.contains(&"breached".to_owned()), "{after:?}");
    assert!(after.contains(&"met".to_owned()), "{after:?}");
    let corrected = after.iter().filter(|state| *state == "corrected").count();
    assert_eq!(Some(corrected as i64), lost["lost_breaches"].as_i64());
    let breaches = desk.json("sladesk report breaches --period 2026");
    for breach in breaches.as_array().expect("a list") {
        assert_eq!(breach["corrected"]["reason"], "ours", "{breach:#}");
    }
    desk.done("sladesk db check");
    // the same file once more is nothing new
    desk.tells(
        &import("second.csv"),
        r#"{"events": 0, "lost_breaches": 0, "unchanged": 1}"#,
    );
}

/// Also where lines end with a return alone.
#[test]
fn a_bad_row_is_told_with_its_line_however_lines_end() {
    let desk = Sandbox::of_csd("corp", "Corp", "2026-01-01");
    desk.file(
        "x.toml",
        "name = \"old\"\n[columns]\nticket = \"no\"\nopened = \"at\"\nsubject = \"what\"\n[times]\nformat = \"%F %H:%M\"\n\
         [defaults]\npriority = \"p3\"\n",
    );
    for end in ["\n", "\r\n", "\r"] {
        let rows = [
            "no,at,what",
            "1,2026-03-02 09:00,One",
            "2,x,Two",
            "3,2026-03-02 09:00,Three",
            "4,y,Four",
            "",
        ];
        desk.file("x.csv", &rows.join(end));
        let told = desk.json("sladesk import events x.csv --mapping x.toml --customer corp -n");
        let bad = told["bad"].as_array().expect("lines").iter();
        let lines: Vec<_> = bad.map(|bad| bad["line"].as_i64()).collect();
        assert_eq!(lines, [Some(3), Some(5)], "{end:?}");
    }
}

/// Small files as other programs write them.
#[test]
fn the_logs_of_others_come_to_what_they_are_to() {
    let folder = sources().join("tests/cli/cases_of_others");
    let desk = Sandbox::new().at("2026-04-01T09:00:00Z");
    desk.done("sladesk db init --zone Europe/Madrid");
    desk.done("sladesk customer add acme --name Acme");
    desk.done(
        "sladesk contract sign acme csd-group/elite --zone UTC --start 2016-01-01 --set contacts=3 \
         --set channels=phone,email",
    );
    for (log, status, says) in [
        (
            "openquote",
            7,
            "the quote that opens on line 2 is never closed",
        ),
        (
            "us_dates",
            0,
            "line 3: `02/20/2026 09:00` is no time of the form",
        ),
        ("us_dates", 0, "line 5: `05/04/2026 10:00` is still to come"),
        ("resolvedbefore", 0, "line 2: dated before the opening"),
        ("dupheader", 7, "two columns `st`"),
        ("dateonly", 7, "a time is wanted"),
        ("sepline", 0, "would import 1 rows"),
        ("semi_cp1252", 7, "`encoding = \"windows-1252\"`"),
        ("utf16", 0, "would import 1 rows"),
    ] {
        let path = folder.join(log).display().to_string();
        let line = format!("sladesk import events {path}.csv --mapping {path}.toml -n");
        let ran = desk.run(&line);
        assert_eq!(ran.status, status, "{line}\n{ran}");
        assert!(ran.stderr.contains(says), "{line}\n{ran}");
    }
}
