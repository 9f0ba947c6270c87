//! Holidays from calendars as other programs write them.

use snapbox::str;

use crate::sandbox::{Sandbox, sources};

/// A desk beside the calendars in the folder of that name.
fn desk() -> Sandbox {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone Europe/Madrid");
    for entry in
        std::fs::read_dir(sources().join("tests/cli/calendars_of_others")).expect("a folder")
    {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a file").to_owned();
        std::fs::copy(&path, desk.path(&name.to_string_lossy())).expect("a copy");
    }
    desk
}

#[test]
fn what_closes_is_listed_and_what_is_left_out_with_its_line() {
    desk().shows(
        &[
            "sladesk import holidays marks.ics --name marks -n",
            "sladesk import holidays marks.ics --name marks --half-days 09:00-13:00 --skip may --skip inventory",
            "sladesk import holidays marks.ics --name marks --half-days 09:00-13:00 --skip may --skip inventory",
            "sladesk calendar holidays marks --period 2026 --fields date,name,hours -f csv",
            "sladesk calendar elapsed --week \"mon-fri 08:00-18:00\" --zone UTC --holiday marks --from 2026-12-24T00:00Z --to 2026-12-25T00:00Z",
            "sladesk calendar elapsed --week \"mon-fri 10:00-18:00\" --zone UTC --holiday marks --from 2026-12-24T00:00Z --to 2026-12-25T00:00Z",
            "sladesk import holidays marks.ics --name tea --only kettle --only \"public holiday\"",
            "sladesk import holidays marks.ics --name none --only fete",
        ],
        str![[r#"
$ sladesk import holidays marks.ics --name marks -n
would import 1 day of marks, 2026-04-06 to 2026-04-06
closed 2026-04-06: Easter Monday
left out, line 4: Day of the kettle (2026-03-09): an observance, no day off
left out, line 20: Christmas Eve (half day) (2026-12-24): half a day (`--half-days TIMES` says when it is worked)
left out, line 25: Working elsewhere (2026-03-11): a day that is worked
left out, line 31: Spring party (2026-03-12): it is at a time of day
left out, line 48: Spring eve (half day) [Not a public holiday] (2026-03-13): an observance, no day off
warning: line 39: `2026-05-01` is no date such as `20261225`
warning: line 45: `FREQ=HOURLY` is not understood of an event of whole days
[exit 0]
$ sladesk import holidays marks.ics --name marks --half-days 09:00-13:00 --skip may --skip inventory
imported 2 days of marks, 2026-04-06 to 2026-12-24
closed 2026-04-06: Easter Monday
open 09:00-13:00 on 2026-12-24: Christmas Eve (half day)
left out, line 4: Day of the kettle (2026-03-09): an observance, no day off
left out, line 25: Working elsewhere (2026-03-11): a day that is worked
left out, line 31: Spring party (2026-03-12): it is at a time of day
left out, line 37: May Day: it has `may`
left out, line 42: Inventory (2026-01-08): it has `inventory`
left out, line 48: Spring eve (half day) [Not a public holiday] (2026-03-13): an observance, no day off
[exit 0]
$ sladesk import holidays marks.ics --name marks --half-days 09:00-13:00 --skip may --skip inventory
nothing new: the desk has 2 days of marks
left out, line 4: Day of the kettle (2026-03-09): an observance, no day off
left out, line 25: Working elsewhere (2026-03-11): a day that is worked
left out, line 31: Spring party (2026-03-12): it is at a time of day
left out, line 37: May Day: it has `may`
left out, line 42: Inventory (2026-01-08): it has `inventory`
left out, line 48: Spring eve (half day) [Not a public holiday] (2026-03-13): an observance, no day off
[exit 0]
$ sladesk calendar holidays marks --period 2026 --fields date,name,hours -f csv
date,name,hours
2026-04-06,Easter Monday,
2026-12-24,Christmas Eve (half day) (09:00-13:00),09:00-13:00
[exit 0]
$ sladesk calendar elapsed --week "mon-fri 08:00-18:00" --zone UTC --holiday marks --from 2026-12-24T00:00Z --to 2026-12-25T00:00Z
14400
[stderr]
4h of mon-fri 08:00-18:00 in UTC
[exit 0]
$ sladesk calendar elapsed --week "mon-fri 10:00-18:00" --zone UTC --holiday marks --from 2026-12-24T00:00Z --to 2026-12-25T00:00Z
10800
[stderr]
3h of mon-fri 10:00-18:00 in UTC
[exit 0]
$ sladesk import holidays marks.ics --name tea --only kettle --only "public holiday"
imported 2 days of tea, 2026-03-09 to 2026-04-06
closed 2026-03-09: Day of the kettle
closed 2026-04-06: Easter Monday
left out, line 20: Christmas Eve (half day) (2026-12-24): it has no word of `--only`
left out, line 25: Working elsewhere (2026-03-11): it has no word of `--only`
left out, line 31: Spring party (2026-03-12): it is at a time of day
left out, line 48: Spring eve (half day) [Not a public holiday] (2026-03-13): it has no word of `--only`
warning: line 39: `2026-05-01` is no date such as `20261225`
warning: line 45: `FREQ=HOURLY` is not understood of an event of whole days
[exit 0]
$ sladesk import holidays marks.ics --name none --only fete
error: no event of the file closes a day
  line 39: `2026-05-01` is no date such as `20261225`
  line 45: `FREQ=HOURLY` is not understood of an event of whole days
  left out, line 4: Day of the kettle (2026-03-09): it has no word of `--only`
  left out, line 12: Easter Monday (2026-04-06): it has no word of `--only`
  left out, line 20: Christmas Eve (half day) (2026-12-24): it has no word of `--only`
  left out, line 25: Working elsewhere (2026-03-11): it has no word of `--only`
  left out, line 31: Spring party (2026-03-12): it is at a time of day
  left out, line 48: Spring eve (half day) [Not a public holiday] (2026-03-13): it has no
  word of `--only`
hint: `--only WORD` takes the events that have the word
[exit 7]

"#]],
    );
}

#[test]
fn scripts_are_told_the_same() {
    desk().tells(
        "sladesk import holidays marks.ics --name marks -n",
        r#"{
            "set": "marks", "from": 2026, "to": 2026,
            "days": [{"date": "2026-04-06", "name": "Easter Monday", "hours": null}],
            "left_out": [
                {"line": 4, "name": "Day of the kettle", "date": "2026-03-09", "why": "observance"},
                {"line": 20, "name": "Christmas Eve (half day)", "date": "2026-12-24", "why": "half-day"},
                {"line": 25, "date": "2026-03-11", "why": "worked"},
                {"line": 31, "date": "2026-03-12", "why": "time-of-day"},
                {"line": 48, "date": "2026-03-13", "why": "observance"}
            ],
            "bad": [{"line": 39}, {"line": 45}]
        }"#,
    );
}

#[test]
fn occurrences_move_and_are_cancelled_and_whole_days_are_whole_days() {
    desk().shows(
        &[
            "sladesk import holidays moved.ics --name moved",
            "sladesk calendar holidays moved --period 2027 --fields date,name",
            "sladesk import holidays cancelled.ics --name cancelled",
            "sladesk calendar holidays cancelled --period 2025..2027 --fields date",
            "sladesk import holidays midnight.ics --name midnight",
            "sladesk import holidays outlook.ics --name outlook",
            "sladesk import holidays empty_rule.ics --name empty-rule",
            "sladesk import holidays utf16.ics --name utf16",
            "sladesk import holidays latin.ics --name latin",
            "sladesk import holidays shutdown.ics --name shutdown",
            "sladesk calendar holidays shutdown --period 2026",
        ],
        str![[r#"
$ sladesk import holidays moved.ics --name moved
imported 176 days of moved, 2025-12-25 to 2200-12-25
closed 2025-12-25 and 174 times more until 2200-12-25: Yule
closed 2027-12-27 in place of 2027-12-25: Yule (moved)
[exit 0]
$ sladesk calendar holidays moved --period 2027 --fields date,name
2027-12-27	Yule (moved)
[exit 0]
$ sladesk import holidays cancelled.ics --name cancelled
imported 175 days of cancelled, 2025-05-01 to 2200-05-01
closed 2025-05-01 and 174 times more until 2200-05-01: May Day
left out, line 8: May Day (2026-05-01): cancelled
[exit 0]
$ sladesk calendar holidays cancelled --period 2025..2027 --fields date
2025-05-01
2027-05-01
[exit 0]
$ sladesk import holidays midnight.ics --name midnight
imported 1 day of midnight, 2026-03-16 to 2026-03-16
closed 2026-03-16: Founders' Day
[exit 0]
$ sladesk import holidays outlook.ics --name outlook
imported 1 day of outlook, 2026-03-16 to 2026-03-16
closed 2026-03-16: Founders' Day
[exit 0]
$ sladesk import holidays empty_rule.ics --name empty-rule
imported 1 day of empty-rule, 2026-03-16 to 2026-03-16
closed 2026-03-16: Founders' Day
[exit 0]
$ sladesk import holidays utf16.ics --name utf16
imported 1 day of utf16, 2026-03-17 to 2026-03-17
closed 2026-03-17: Fête (reportée)
left out, line 2: Fête (2026-03-16): line 8 is newer
[exit 0]
$ sladesk import holidays latin.ics --name latin
error: latin.ics is no text in UTF-8; it is likely windows-1252
hint: `iconv -f windows-1252 -t UTF-8 latin.ics | sladesk import holidays - ...`
[exit 7]
$ sladesk import holidays shutdown.ics --name shutdown
imported 9 days of shutdown, 2025-12-24 to 2026-01-01
closed 2025-12-24 to 2026-01-01: Winter closing
[exit 0]
$ sladesk calendar holidays shutdown --period 2026
shutdown	2026-01-01	Winter closing
[stderr]
warning: holidays of `shutdown` are known from 2025 to 2025 only
[exit 0]

"#]],
    );
}

/// Small files as other programs write them.
#[test]
fn the_calendars_of_others_close_what_they_are_to() {
    let folder = sources().join("tests/cli/cases_of_others");
    let desk = desk();
    for (file, closed, from, to) in [
        (
            "moved.ics",
            &["2025-12-25", "2026-12-25", "2027-12-27", "2028-12-25"][..],
            2025,
            2200,
        ),
        (
            "cancelled_occurrence.ics",
            &["2025-05-01", "2027-05-01", "2028-05-01"],
            2025,
            2200,
        ),
        ("observance.ics", &["2026-04-06"], 2026, 2026),
        ("midnight.ics", &["2026-03-16"], 2026, 2026),
        ("outlook.ics", &["2026-03-16"], 2026, 2026),
        ("emptyrule.ics", &["2026-03-16"], 2026, 2026),
        ("utf16.ics", &["2026-03-17"], 2026, 2026),
        (
            "shutdown.ics",
            &["2025-12-24", "2025-12-25", "2025-12-26"],
            2025,
            2025,
        ),
    ] {
        let path = folder.join(file);
        let told = desk.json(&format!(
            "sladesk import holidays {} --name x -n",
            path.display()
        ));
        let days = told["days"].as_array().expect("a list");
        let dates: Vec<&str> = days.iter().filter_map(|day| day["date"].as_str()).collect();
        assert!(dates.starts_with(closed), "{file}: {dates:?}");
        assert_eq!(told["from"], from, "{file}");
        assert_eq!(told["to"], to, "{file}");
        assert_eq!(told["bad"], serde_json::json!([]), "{file}");
    }
}

#[test]
fn words_within_other_words_deny_nothing() {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone Europe/Rome");
    desk.file(
        "festa.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n\
         DTSTART;VALUE=DATE:20260501\r\nDESCRIPTION:Giorno festivo\r\nSUMMARY:Festa del Lavoro\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    let told = desk.json("sladesk import holidays festa.ics --name festa");
    assert_eq!(told["days"][0]["date"], "2026-05-01", "{told}");
}
