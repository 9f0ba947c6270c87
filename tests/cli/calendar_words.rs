//! How calendars are named and changed on the command line, and what of it is refused.

use snapbox::str;

use crate::sandbox::Sandbox;

#[test]
fn what_is_said_beside_a_plan_stands_in_place_of_its_own() {
    Sandbox::new().shows(
        &[
            "sladesk calendar open bpmonline/business --at 2026-11-23T10:00",
            "sladesk calendar open bpmonline/business --at 2026-11-23T10:00 --closed 2026-11-23",
            "sladesk calendar open bpmonline/business --at 2026-11-23T10:00 --holiday 2026-11-23",
            "sladesk calendar open bpmonline/business --at 2026-11-23T10:00 --week \"sat 09:00-10:00\"",
            "sladesk calendar open bpmonline/business --at 2026-11-23T10:00 --day \"2026-11-23 20:00-21:00\"",
            "sladesk calendar open suitecrm/dedicated --zone UTC --at 2026-11-23T10:00",
            "sladesk calendar open suitecrm/dedicated --zone UTC --week \"mon-fri 09:00-17:00\" --at 2026-11-23T10:00",
            "sladesk calendar open creatio/business",
        ],
        str![[r#"
$ sladesk calendar open bpmonline/business --at 2026-11-23T10:00
true	2026-11-23T16:00:00Z
[stderr]
bpmonline/business mon-sat 09:00-19:00 is open until 2026-11-23 19:00 in UTC+3
[exit 0]
$ sladesk calendar open bpmonline/business --at 2026-11-23T10:00 --closed 2026-11-23
false	2026-11-24T06:00:00Z
[stderr]
bpmonline/business mon-sat 09:00-19:00 is closed until 2026-11-24 09:00 in UTC+3
[exit 0]
$ sladesk calendar open bpmonline/business --at 2026-11-23T10:00 --holiday 2026-11-23
false	2026-11-24T06:00:00Z
[stderr]
bpmonline/business mon-sat 09:00-19:00 is closed until 2026-11-24 09:00 in UTC+3
[exit 0]
$ sladesk calendar open bpmonline/business --at 2026-11-23T10:00 --week "sat 09:00-10:00"
false	2026-11-28T06:00:00Z
[stderr]
bpmonline/business sat 09:00-10:00 is closed until 2026-11-28 09:00 in UTC+3
[exit 0]
$ sladesk calendar open bpmonline/business --at 2026-11-23T10:00 --day "2026-11-23 20:00-21:00"
false	2026-11-23T17:00:00Z
[stderr]
bpmonline/business mon-sat 09:00-19:00 is closed until 2026-11-23 20:00 in UTC+3
[exit 0]
$ sladesk calendar open suitecrm/dedicated --zone UTC --at 2026-11-23T10:00
error: the hours of suitecrm/dedicated are open: agreed at signing
hint: name a customer or a contract, or say them: `--week "mon-fri 09:00-17:00"`
[exit 5]
$ sladesk calendar open suitecrm/dedicated --zone UTC --week "mon-fri 09:00-17:00" --at 2026-11-23T10:00
true	2026-11-23T17:00:00Z
[stderr]
suitecrm/dedicated mon-fri 09:00-17:00 is open until 2026-11-23 17:00 in UTC
[exit 0]
$ sladesk calendar open creatio/business
error: the zone of creatio/business is agreed at signing
hint: add `--zone`: UTC+1, UTC+2, UTC+3, UTC+8, UTC+10, UTC-2, UTC-5
[exit 2]

"#]],
    );
}

#[test]
fn closing_an_hour_opens_nothing() {
    Sandbox::new().shows(
        &[
            "sladesk calendar open --zone Europe/London --week \"mon-fri 09:00-17:00\" --holiday england-and-wales --closed \"2026-12-25 12:00-13:00\" --at 2026-12-25T10:00",
            "sladesk calendar open --zone Asia/Ho_Chi_Minh --week \"mon-fri 09:00-17:00\" --holiday vietnam --closed \"2026-08-22 12:00-13:00\" --at 2026-08-22T10:00",
            "sladesk calendar open --zone UTC --closed \"2026-12-24 09:00-10:00\" --closed \"2026-12-24 11:00-12:00\" --at 2026-12-24T10:30",
            "sladesk calendar open --zone UTC --closed \"2026-12-24 closed\" --at 2026-12-24T10:00",
            "sladesk calendar open --zone UTC --day 2026-12-24 --at 2026-12-24T10:00",
            "sladesk calendar open --zone UTC --day \"2026-12-24 09:00-11:00\" --day \"2026-12-24 13:00-15:00\" --at 2026-12-24T10:00",
            "sladesk calendar open --zone UTC --day \"2026-12-24 09:00-11:00\" --day \"2026-12-24 10:00-15:00\"",
        ],
        str![[r#"
$ sladesk calendar open --zone Europe/London --week "mon-fri 09:00-17:00" --holiday england-and-wales --closed "2026-12-25 12:00-13:00" --at 2026-12-25T10:00
false	2026-12-29T09:00:00Z
[stderr]
mon-fri 09:00-17:00 is closed until 2026-12-29 09:00 in Europe/London
[exit 0]
$ sladesk calendar open --zone Asia/Ho_Chi_Minh --week "mon-fri 09:00-17:00" --holiday vietnam --closed "2026-08-22 12:00-13:00" --at 2026-08-22T10:00
true	2026-08-22T05:00:00Z
[stderr]
mon-fri 09:00-17:00 is open until 2026-08-22 12:00 in Asia/Ho_Chi_Minh
[exit 0]
$ sladesk calendar open --zone UTC --closed "2026-12-24 09:00-10:00" --closed "2026-12-24 11:00-12:00" --at 2026-12-24T10:30
true	2026-12-24T11:00:00Z
[stderr]
mon-sun is open until 2026-12-24 11:00 in UTC
[exit 0]
$ sladesk calendar open --zone UTC --closed "2026-12-24 closed" --at 2026-12-24T10:00
false	2026-12-25T00:00:00Z
[stderr]
mon-sun is closed until 2026-12-25 00:00 in UTC
[exit 0]
$ sladesk calendar open --zone UTC --day 2026-12-24 --at 2026-12-24T10:00
error: `--day 2026-12-24` does not say its hours
hint: write `--day "2026-12-24 09:00-12:00"`
hint: `--closed 2026-12-24` closes it
[exit 2]
$ sladesk calendar open --zone UTC --day "2026-12-24 09:00-11:00" --day "2026-12-24 13:00-15:00" --at 2026-12-24T10:00
true	2026-12-24T11:00:00Z
[stderr]
mon-sun is open until 2026-12-24 11:00 in UTC
[exit 0]
$ sladesk calendar open --zone UTC --day "2026-12-24 09:00-11:00" --day "2026-12-24 10:00-15:00"
error: `10:00-15:00` overlaps `09:00-11:00`
  at `10:00-15:00` in `09:00-11:00, 10:00-15:00`
hint: let each interval of a day begin where the one before has ended
[exit 2]

"#]],
    );
}

#[test]
fn around_the_clock_has_the_zone_of_its_plan() {
    let sandbox = Sandbox::new();
    sandbox.file(
        "plans/clock.toml",
        "schema = 1\nvendor = \"clock\"\nzone = \"Europe/Madrid\"\nhours = \"around-the-clock\"\n\
         priorities.p1 = \"High\"\nmilestones.resolution.met-by = [\"resolved\"]\n\
         plans.std.targets.resolution = \"2 calendar days\"\n",
    );
    sandbox.shows(
        &[
            "sladesk --plans plans calendar due clock/std -p p1 --milestone resolution --from 2026-03-28T12:00",
            "sladesk --plans plans calendar due clock/std --within \"end of business day\" --from 2026-03-28T12:00",
            "sladesk calendar due bpmonline/premium -p p2 --from 2026-10-01T15:00",
            "sladesk calendar due creatio/premium -p high --from 2026-11-20T16:00 --zone UTC+3",
            "sladesk calendar due creatio/premium -p high --from 2026-11-20T16:00",
        ],
        str![[r#"
$ sladesk --plans plans calendar due clock/std -p p1 --milestone resolution --from 2026-03-28T12:00
2026-03-30T10:00:00Z
[stderr]
2026-03-30 12:00 in Europe/Madrid
[exit 0]
$ sladesk --plans plans calendar due clock/std --within "end of business day" --from 2026-03-28T12:00
2026-03-28T23:00:00Z
[stderr]
2026-03-29 00:00 in Europe/Madrid
[exit 0]
$ sladesk calendar due bpmonline/premium -p p2 --from 2026-10-01T15:00
2026-10-01T16:00:00Z
[stderr]
2026-10-01 19:00 in UTC+3
[exit 0]
$ sladesk calendar due creatio/premium -p high --from 2026-11-20T16:00 --zone UTC+3
2026-11-20T13:30:00Z
[stderr]
2026-11-20 16:30 in UTC+3
[exit 0]
$ sladesk calendar due creatio/premium -p high --from 2026-11-20T16:00
error: the zone of creatio/premium is agreed at signing
hint: add `--zone`: UTC+1, UTC+2, UTC+3, UTC+8, UTC+10, UTC-2, UTC-5
[exit 2]

"#]],
    );
}

#[test]
fn zones_are_named_as_people_write_them() {
    Sandbox::new().shows(
        &[
            "sladesk calendar due --zone GMT+3 --within 1h --from 2026-11-20T16:00",
            "sladesk calendar due --zone \"GMT +2\" --within 1h --from 2026-11-20T16:00",
            "sladesk calendar due --zone +05:45 --within 1h --from 2026-11-20T16:00",
            "sladesk calendar due --zone Etc/GMT+3 --within 1h --from 2026-11-20T16:00",
            "sladesk calendar due --zone UTC --from \"2026-03-27 16:00 Etc/GMT+3\" --within 0m",
            "sladesk calendar due --zone UTC --from \"2026-03-27 16:00 Asia/Tokyo\" --within 0m",
            "sladesk calendar due --zone GMT+25 --within 1h",
            "sladesk calendar due --zone UTC --within 4h --times-in Mars",
        ],
        str![[r#"
$ sladesk calendar due --zone GMT+3 --within 1h --from 2026-11-20T16:00
2026-11-20T14:00:00Z
[stderr]
2026-11-20 17:00 in UTC+3
[exit 0]
$ sladesk calendar due --zone "GMT +2" --within 1h --from 2026-11-20T16:00
2026-11-20T15:00:00Z
[stderr]
2026-11-20 17:00 in UTC+2
[exit 0]
$ sladesk calendar due --zone +05:45 --within 1h --from 2026-11-20T16:00
2026-11-20T11:15:00Z
[stderr]
2026-11-20 17:00 in UTC+05:45
[exit 0]
$ sladesk calendar due --zone Etc/GMT+3 --within 1h --from 2026-11-20T16:00
2026-11-20T20:00:00Z
[stderr]
2026-11-20 17:00 in Etc/GMT+3
[exit 0]
$ sladesk calendar due --zone UTC --from "2026-03-27 16:00 Etc/GMT+3" --within 0m
2026-03-27T19:00:00Z
[stderr]
2026-03-27 19:00 in UTC
[exit 0]
$ sladesk calendar due --zone UTC --from "2026-03-27 16:00 Asia/Tokyo" --within 0m
2026-03-27T07:00:00Z
[stderr]
2026-03-27 07:00 in UTC
[exit 0]
$ sladesk calendar due --zone GMT+25 --within 1h
error: no zone `GMT+25`
hint: write an IANA name such as `Europe/Madrid`, or `UTC+3`
[exit 2]
$ sladesk calendar due --zone UTC --within 4h --times-in Mars
error: no zone `Mars`
hint: write an IANA name such as `Europe/Madrid`, or `UTC+3`
[exit 2]

"#]],
    );
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    Sandbox::new().shows(
        &[
            "sladesk calendar due --zone UTC --week \"mon - fri 09:00-17:00\" --from 2026-11-20T16:00 --within 2h",
            "sladesk calendar due --zone UTC --week around-the-clock --from 2026-11-20T16:00 --within 2h",
            "sladesk calendar due --week 24/7 --within 1h",
            "sladesk calendar due --week \"mon-fri 09:00-17:00;;\" --within 1h",
            "sladesk calendar due --week \"mon-fri 09:00-\" --within 1h",
            "sladesk calendar due --holiday 24.12.2026 --within 1h",
            "sladesk calendar due --holiday 2026-12-24,2026-12-25 --within 1h",
            "sladesk calendar due --within 1d",
            "sladesk calendar due --within 878401h",
        ],
        str![[r#"
$ sladesk calendar due --zone UTC --week "mon - fri 09:00-17:00" --from 2026-11-20T16:00 --within 2h
2026-11-23T10:00:00Z
[stderr]
2026-11-23 10:00 in UTC
[exit 0]
$ sladesk calendar due --zone UTC --week around-the-clock --from 2026-11-20T16:00 --within 2h
2026-11-20T18:00:00Z
[stderr]
2026-11-20 18:00 in UTC
[exit 0]
$ sladesk calendar due --week 24/7 --within 1h
error: no day `24/7`
hint: write `around-the-clock` for hours that never end
[exit 2]
$ sladesk calendar due --week "mon-fri 09:00-17:00;;" --within 1h
error: a day is missing here
  before `;` in `mon-fri 09:00-17:00;;`
hint: days are mon, tue, wed, thu, fri, sat and sun: `mon-fri 09:00-18:00`
[exit 2]
$ sladesk calendar due --week "mon-fri 09:00-" --within 1h
error: a time is missing here
  at the end of `mon-fri 09:00-`
hint: write hours as `09:00-18:00`; `24:00` ends a day
[exit 2]
$ sladesk calendar due --holiday 24.12.2026 --within 1h
error: `24.12.2026` is no holiday set and no date
hint: write a date as `2026-12-24`, and `--holiday` again for another
[exit 2]
$ sladesk calendar due --holiday 2026-12-24,2026-12-25 --within 1h
error: `2026-12-24,2026-12-25` is no holiday set and no date
hint: write a date as `2026-12-24`, and `--holiday` again for another
[exit 2]
$ sladesk calendar due --within 1d
error: `1d` is no promise: one working day, or 24 hours?
hint: write `1bd`, `1 calendar day` or `24h`
[exit 2]
$ sladesk calendar due --within 878401h
error: `878401h` is too long for a promise
hint: the longest are a hundred years: `878400h` or `36600bd`
[exit 2]

"#]],
    );
}
