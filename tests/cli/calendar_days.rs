//! What calendars answer: dues and pauses, days and holiday sets, warnings.

use snapbox::str;

use crate::sandbox::Sandbox;

#[test]
fn a_pause_moves_only_what_is_not_yet_due() {
    Sandbox::new().shows(
        &[
            "sladesk calendar due --zone UTC --week \"mon-fri 09:00-17:00\" --from 2026-11-20T09:00 --within 8h --paused 2026-11-20T17:00..2026-11-23T08:00",
            "sladesk calendar due --zone UTC --week \"mon-fri 09:00-17:00\" --from 2026-11-20T09:00 --within 8h --paused 2026-11-20T16:59:59..2026-11-23T08:00",
            "sladesk calendar due --zone UTC --week \"mon-fri 09:00-17:00\" --from 2026-11-20T09:00 --within 0m --paused 2026-11-20T09:00..2026-11-20T10:00",
            "sladesk calendar due --zone UTC --week \"mon-fri 09:00-17:00\" --from 2026-11-20T09:00 --within 4h --paused 2026-11-20T13:00..2026-11-20T14:00",
            "sladesk calendar elapsed --zone UTC --week \"mon-fri 09:00-17:00\" --from 2026-11-20T09:00 --to 2026-11-20T13:00 --paused 2026-11-20T13:00..2026-11-20T14:00",
            "sladesk calendar due --zone UTC --within 1h --paused 2026-01-01T00:00Z..",
            "sladesk calendar open --zone UTC --paused 2026-11-20T11:00..2026-11-20T13:00",
        ],
        str![[r#"
$ sladesk calendar due --zone UTC --week "mon-fri 09:00-17:00" --from 2026-11-20T09:00 --within 8h --paused 2026-11-20T17:00..2026-11-23T08:00
2026-11-20T17:00:00Z
[stderr]
2026-11-20 17:00 in UTC
[exit 0]
$ sladesk calendar due --zone UTC --week "mon-fri 09:00-17:00" --from 2026-11-20T09:00 --within 8h --paused 2026-11-20T16:59:59..2026-11-23T08:00
2026-11-23T09:00:01Z
[stderr]
2026-11-23 09:00:01 in UTC
[exit 0]
$ sladesk calendar due --zone UTC --week "mon-fri 09:00-17:00" --from 2026-11-20T09:00 --within 0m --paused 2026-11-20T09:00..2026-11-20T10:00
2026-11-20T09:00:00Z
[stderr]
2026-11-20 09:00 in UTC
[exit 0]
$ sladesk calendar due --zone UTC --week "mon-fri 09:00-17:00" --from 2026-11-20T09:00 --within 4h --paused 2026-11-20T13:00..2026-11-20T14:00
2026-11-20T13:00:00Z
[stderr]
2026-11-20 13:00 in UTC
[exit 0]
$ sladesk calendar elapsed --zone UTC --week "mon-fri 09:00-17:00" --from 2026-11-20T09:00 --to 2026-11-20T13:00 --paused 2026-11-20T13:00..2026-11-20T14:00
14400
[stderr]
4h of mon-fri 09:00-17:00 in UTC
[exit 0]
$ sladesk calendar due --zone UTC --within 1h --paused 2026-01-01T00:00Z..
error: `2026-01-01T00:00Z..` is no pause
hint: write its two ends: `2026-03-27T16:00..2026-03-30T10:00`
[exit 2]
$ sladesk calendar open --zone UTC --paused 2026-11-20T11:00..2026-11-20T13:00
error: `calendar open` has no flag `--paused`
hint: `sladesk help calendar open` lists its flags
[exit 2]

"#]],
    );
}

#[test]
fn an_answer_is_in_one_zone_to_the_second() {
    Sandbox::new().shows(
        &[
            "sladesk calendar due --zone America/Vancouver --week \"mon-fri 09:00-17:00\" --from 2026-12-01T09:00:30 --within 4h -f table",
            "sladesk calendar due --zone America/Vancouver --week \"mon-fri 09:00-17:00\" --from 2026-12-01T09:00:30 --within 4h -f table --times-in Europe/Madrid",
            "sladesk calendar open --zone Asia/Kathmandu --week \"mon-fri 09:00-17:00\" --at 2026-11-20T12:00:30 -f text",
            "sladesk calendar due --zone Europe/London --from 2026-10-25T00:00Z --within 30m",
            "sladesk calendar due --zone Europe/London --from 2026-10-25T00:00Z --within 90m",
        ],
        str![[r#"
$ sladesk calendar due --zone America/Vancouver --week "mon-fri 09:00-17:00" --from 2026-12-01T09:00:30 --within 4h -f table
DUE
2026-12-01 13:00:30
[stderr]
2026-12-01 13:00:30 in America/Vancouver
[exit 0]
$ sladesk calendar due --zone America/Vancouver --week "mon-fri 09:00-17:00" --from 2026-12-01T09:00:30 --within 4h -f table --times-in Europe/Madrid
DUE
2026-12-01 21:00:30
[stderr]
2026-12-01 13:00:30 in America/Vancouver, 2026-12-01 21:00:30 in Europe/Madrid
[exit 0]
$ sladesk calendar open --zone Asia/Kathmandu --week "mon-fri 09:00-17:00" --at 2026-11-20T12:00:30 -f text
  OPEN  UNTIL
  yes   2026-11-20 17:00
[stderr]
mon-fri 09:00-17:00 is open until 2026-11-20 17:00 in Asia/Kathmandu
[exit 0]
$ sladesk calendar due --zone Europe/London --from 2026-10-25T00:00Z --within 30m
2026-10-25T00:30:00Z
[stderr]
2026-10-25 01:30 UTC+1 in Europe/London
[exit 0]
$ sladesk calendar due --zone Europe/London --from 2026-10-25T00:00Z --within 90m
2026-10-25T01:30:00Z
[stderr]
2026-10-25 01:30 UTC in Europe/London
[exit 0]

"#]],
    );
}

#[test]
fn a_warning_is_part_of_the_answer() {
    Sandbox::new().shows(
        &[
            "sladesk calendar due --zone Europe/London --week sat,sun --from 2026-10-24T01:30 --within 1bd --paused 2026-10-24T02:00..2026-10-24T02:00",
            "sladesk calendar due --zone Europe/London --week sat,sun --from 2026-10-24T01:30 --within 1bd -q",
            "sladesk calendar holidays england-and-wales --period 2050",
            "sladesk calendar due --zone UTC --holiday russia --holiday russia --from 2045-01-01T09:00Z --within 1h",
            "sladesk calendar due --zone UTC --week \"mon 00:00-00:00:01\" --from 1970-01-01T00:00Z --within 878400h",
        ],
        str![[r#"
$ sladesk calendar due --zone Europe/London --week sat,sun --from 2026-10-24T01:30 --within 1bd --paused 2026-10-24T02:00..2026-10-24T02:00
2026-10-25T00:30:00Z
[stderr]
2026-10-25 01:30 UTC+1 in Europe/London
warning: 2026-10-25 01:30 comes twice, at 2026-10-25T00:30:00Z and 2026-10-25T01:30:00Z; the first holds
[exit 0]
$ sladesk calendar due --zone Europe/London --week sat,sun --from 2026-10-24T01:30 --within 1bd -q
2026-10-25T00:30:00Z
[stderr]
warning: 2026-10-25 01:30 comes twice, at 2026-10-25T00:30:00Z and 2026-10-25T01:30:00Z; the first holds
[exit 0]
$ sladesk calendar holidays england-and-wales --period 2050
warning: holidays of `england-and-wales` are known from 2010 to 2035 only
[exit 0]
$ sladesk calendar due --zone UTC --holiday russia --holiday russia --from 2045-01-01T09:00Z --within 1h
2045-01-01T10:00:00Z
[stderr]
2045-01-01 10:00 in UTC
warning: holidays of `russia` are known from 2010 to 2035 only
[exit 0]
$ sladesk calendar due --zone UTC --week "mon 00:00-00:00:01" --from 1970-01-01T00:00Z --within 878400h
-
[stderr]
not due before the year 10000
[exit 0]

"#]],
    );
}

#[test]
fn sets_tell_their_years_and_which_days_are_projected() {
    let desk = Sandbox::new();
    let sets = desk.done("sladesk calendar holidays --fields set,from,to,projected_from");
    for set in [
        "australia\t2010\t2035\t2028",
        "germany\t2010\t2035\t2027",
        "germany-bayern\t2010\t2035\t2027",
        // a day of 2026 is only reckoned
        "egypt\t2010\t2035\t2026",
        "united-states\t2010\t2035\t2031",
    ] {
        assert!(sets.lines().any(|line| line == set), "{set}");
    }
    let christmas = desk.done("sladesk calendar holidays --period 2026-12-25");
    for day in ["england-and-wales", "germany-bayern"] {
        assert!(christmas.contains(&format!("{day}\t2026-12-25\t")), "{day}");
    }
    desk.shows(
        &[
            "sladesk calendar holidays england-and-wales --period 2028-12 -f jsonl",
            "sladesk calendar holidays vietnam --period 2026-08-22 -f jsonl",
        ],
        str![[r#"
$ sladesk calendar holidays england-and-wales --period 2028-12 -f jsonl
{"set":"england-and-wales","date":"2028-12-25","name":"Christmas Day","worked":false,"projected":true,"hours":null}
{"set":"england-and-wales","date":"2028-12-26","name":"Boxing Day","worked":false,"projected":true,"hours":null}
[stderr]
warning: holidays of `england-and-wales` are projected from 2028 on, not announced yet
[exit 0]
$ sladesk calendar holidays vietnam --period 2026-08-22 -f jsonl
{"set":"vietnam","date":"2026-08-22","name":"worked, with the hours of Mon","worked":true,"projected":false,"hours":null}
[exit 0]

"#]],
    );
}

#[test]
fn each_day_says_why_its_hours_are_what_they_are() {
    Sandbox::new().shows(
        &[
            "sladesk calendar show --zone Asia/Ho_Chi_Minh --week \"mon-fri 09:00-17:00\" --holiday vietnam --day \"2026-08-24 10:00-11:00\" --closed \"2026-08-25 10:00-12:00\" --closed 2026-08-26 --period 2026-08-22..2026-08-31",
            "sladesk calendar show --zone Pacific/Apia --week \"mon-sun 09:00-10:00\" --period 2011-12-29..2011-12-31",
            "sladesk calendar show --zone Europe/London --week \"sun 01:15-01:45\" --period 2026-03-29",
            "sladesk calendar show --zone Europe/London --period 2026-03-29",
            "sladesk calendar show --zone Europe/London --period 2026-10-25",
            "sladesk calendar show --zone UTC --period 2026-12..2026-11",
            "sladesk calendar show --zone UTC --holiday england-and-wales --holiday 2026-12-25 --holiday 2026-12-24 --period 2026-12-24..2026-12-25",
            "sladesk calendar show --zone Australia/Sydney --week mon-fri --holiday australia --period 2026-12-24..2026-12-29",
        ],
        str![[r#"
$ sladesk calendar show --zone Asia/Ho_Chi_Minh --week "mon-fri 09:00-17:00" --holiday vietnam --day "2026-08-24 10:00-11:00" --closed "2026-08-25 10:00-12:00" --closed 2026-08-26 --period 2026-08-22..2026-08-31
2026-08-22	09:00-17:00	worked, with the hours of Mon
2026-08-23	closed	-
2026-08-24	10:00-11:00	hours of its own
2026-08-25	09:00-10:00, 12:00-17:00	hours of its own
2026-08-26	closed	special day
2026-08-27	09:00-17:00	-
2026-08-28	09:00-17:00	-
2026-08-29	closed	-
2026-08-30	closed	-
2026-08-31	closed	Day off (worked on 2026-08-22)
[stderr]
mon-fri 09:00-17:00, 2026-08-22 to 2026-08-31 (Asia/Ho_Chi_Minh)
[exit 0]
$ sladesk calendar show --zone Pacific/Apia --week "mon-sun 09:00-10:00" --period 2011-12-29..2011-12-31
2011-12-29	09:00-10:00	-
2011-12-30	closed	skipped by the clocks
2011-12-31	09:00-10:00	-
[stderr]
mon-sun 09:00-10:00, 2011-12-29 to 2011-12-31 (Pacific/Apia)
[exit 0]
$ sladesk calendar show --zone Europe/London --week "sun 01:15-01:45" --period 2026-03-29
2026-03-29	closed	skipped by the clocks
[stderr]
sun 01:15-01:45, 2026-03-29 (Europe/London)
[exit 0]
$ sladesk calendar show --zone Europe/London --period 2026-03-29
2026-03-29	00:00-24:00	1h skipped by the clocks
[stderr]
mon-sun, 2026-03-29 (Europe/London)
[exit 0]
$ sladesk calendar show --zone Europe/London --period 2026-10-25
2026-10-25	00:00-24:00	1h comes twice
[stderr]
mon-sun, 2026-10-25 (Europe/London)
[exit 0]
$ sladesk calendar show --zone UTC --period 2026-12..2026-11
error: `2026-12..2026-11` ends before it begins
hint: write `2026-11..2026-12`
[exit 2]
$ sladesk calendar show --zone UTC --holiday england-and-wales --holiday 2026-12-25 --holiday 2026-12-24 --period 2026-12-24..2026-12-25
2026-12-24	closed	special day
2026-12-25	closed	Christmas Day
[stderr]
mon-sun, 2026-12-24 to 2026-12-25 (UTC)
[exit 0]
$ sladesk calendar show --zone Australia/Sydney --week mon-fri --holiday australia --period 2026-12-24..2026-12-29
2026-12-24	00:00-24:00	-
2026-12-25	closed	Christmas Day
2026-12-26	closed	Boxing Day
2026-12-27	closed	-
2026-12-28	closed	Boxing Day (observed)
2026-12-29	00:00-24:00	-
[stderr]
mon-fri, 2026-12-24 to 2026-12-29 (Australia/Sydney)
[exit 0]

"#]],
    );
    let sandbox = Sandbox::new();
    let all = sandbox.done("sladesk calendar show --zone UTC --week mon-fri --period 1970..2200");
    assert_eq!(all.lines().count(), 84_371, "231 years of days");
}

#[test]
fn a_set_of_the_desks_own_is_no_date_and_has_no_built_in_version() {
    let sandbox = Sandbox::new();
    let event =
        |date: &str| format!("BEGIN:VEVENT\nDTSTART;VALUE=DATE:{date}\nSUMMARY:Day\nEND:VEVENT\n");
    let calendar = |dates: &[&str]| {
        let events: String = dates.iter().map(|date| event(date)).collect();
        format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n")
    };
    sandbox.file("one.ics", &calendar(&["20261224"]));
    sandbox.file("far.ics", &calendar(&["20261224", "20301224"]));
    sandbox.done("sladesk --db d.db db init --zone UTC");
    sandbox.shows(
        &[
            "sladesk --db d.db import holidays one.ics --name 2026-12-24",
            "sladesk --db d.db import holidays one.ics --name 2030",
            "sladesk --db d.db import holidays one.ics --name company",
            "sladesk --db d.db import holidays far.ics --name other",
            "sladesk --db d.db calendar adopt company",
            "sladesk --db d.db calendar adopt compny",
        ],
        str![[r#"
$ sladesk --db d.db import holidays one.ics --name 2026-12-24
error: `2026-12-24` cannot name a holiday set
hint: write small letters, with digits and hyphens: `company-days`
[exit 2]
$ sladesk --db d.db import holidays one.ics --name 2030
error: `2030` cannot name a holiday set
hint: write small letters, with digits and hyphens: `company-days`
[exit 2]
$ sladesk --db d.db import holidays one.ics --name company
imported 1 day of company, 2026-12-24 to 2026-12-24
closed 2026-12-24: Day
[exit 0]
$ sladesk --db d.db import holidays far.ics --name other
imported 2 days of other, 2026-12-24 to 2030-12-24
closed 2026-12-24: Day
closed 2030-12-24: Day
warning: other has no day from 2027 to 2029: is the file whole?
[exit 0]
$ sladesk --db d.db calendar adopt company
error: the holiday set `company` is the desk's own
  only the built-in sets are adopted
hint: `sladesk import holidays FILE --name company` takes up newer days
[exit 5]
$ sladesk --db d.db calendar adopt compny
error: no holiday set `compny`
hint: `sladesk calendar holidays` lists them all
[exit 4]

"#]],
    );
}
