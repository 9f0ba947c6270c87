//! Calendars asked from outside, without any desk.

use snapbox::str;

use crate::sandbox::Sandbox;

#[test]
fn calendars_made_up_on_the_spot_answer() {
    Sandbox::new().shows(
        &[
            "sladesk calendar due --zone America/Vancouver --week \"mon-fri 09:00-17:00\" --from 2026-12-01T09:00 --within 4h -f json",
            "sladesk calendar due --zone Europe/London --week \"mon-fri 09:00-17:30\" --holiday england-and-wales --from 2026-12-24T12:00 --within 3bd",
            "sladesk calendar due --zone Europe/Madrid --week \"mon-fri 09:00-18:00\" --day \"2026-12-24 09:00-12:00\" --from 2026-12-24T11:00 --within 2h",
            "sladesk calendar due --zone UTC --week \"mon-fri 09:00-17:00\" --paused 2026-10-14T10:00..2026-10-14T12:00 --from 2026-10-14T09:00 --within 4h",
            "sladesk calendar elapsed --zone Europe/Berlin --from 2026-03-28T12:00 --to 2026-03-29T12:00",
            "sladesk calendar elapsed --zone Europe/Berlin --week \"mon-sun 22:00-06:00\" --from 2026-10-24T12:00 --to 2026-10-25T12:00",
            "sladesk calendar open --zone UTC --week \"mon-fri 09:00-17:00\" --at 2026-10-17T10:00 --exit-code",
            "sladesk calendar due --week \"mon-fri 9-17\" --within 4h",
            "sladesk calendar due --week \"mon-fri 09:00-17:00, 12:00-13:00\" --within 4h",
            "sladesk calendar due --zone Europe/Madird --within 4h",
            "sladesk calendar due --zone UTC --within 3d",
            "sladesk calendar holidays england-and-wales --period 2026-12",
            "sladesk calendar due creatio/business --zone UTC+1 -p high --from 2026-10-14T17:30",
        ],
        str![[r#"
$ sladesk calendar due --zone America/Vancouver --week "mon-fri 09:00-17:00" --from 2026-12-01T09:00 --within 4h -f json
{
  "due": "2026-12-01T20:00:00Z",
  "calendar": "mon-fri 09:00-17:00",
  "zone": "America/Vancouver",
  "rules": {
    "source": "bundled",
    "version": "2026f"
  },
  "warnings": []
}
[stderr]
2026-12-01 13:00 in America/Vancouver
[exit 0]
$ sladesk calendar due --zone Europe/London --week "mon-fri 09:00-17:30" --holiday england-and-wales --from 2026-12-24T12:00 --within 3bd
2026-12-31T12:00:00Z
[stderr]
2026-12-31 12:00 in Europe/London
[exit 0]
$ sladesk calendar due --zone Europe/Madrid --week "mon-fri 09:00-18:00" --day "2026-12-24 09:00-12:00" --from 2026-12-24T11:00 --within 2h
2026-12-25T09:00:00Z
[stderr]
2026-12-25 10:00 in Europe/Madrid
[exit 0]
$ sladesk calendar due --zone UTC --week "mon-fri 09:00-17:00" --paused 2026-10-14T10:00..2026-10-14T12:00 --from 2026-10-14T09:00 --within 4h
2026-10-14T15:00:00Z
[stderr]
2026-10-14 15:00 in UTC
[exit 0]
$ sladesk calendar elapsed --zone Europe/Berlin --from 2026-03-28T12:00 --to 2026-03-29T12:00
82800
[stderr]
23h of mon-sun in Europe/Berlin
[exit 0]
$ sladesk calendar elapsed --zone Europe/Berlin --week "mon-sun 22:00-06:00" --from 2026-10-24T12:00 --to 2026-10-25T12:00
32400
[stderr]
9h of mon-sun 00:00-06:00, 22:00-24:00 in Europe/Berlin
[exit 0]
$ sladesk calendar open --zone UTC --week "mon-fri 09:00-17:00" --at 2026-10-17T10:00 --exit-code
false	2026-10-19T09:00:00Z
[stderr]
mon-fri 09:00-17:00 is closed until 2026-10-19 09:00 in UTC
[exit 10]
$ sladesk calendar due --week "mon-fri 9-17" --within 4h
error: `9` is no time of day
  at `9` in `mon-fri 9-17`
hint: write hours as `09:00-18:00`; `24:00` ends a day
[exit 2]
$ sladesk calendar due --week "mon-fri 09:00-17:00, 12:00-13:00" --within 4h
error: `12:00-13:00` overlaps `09:00-17:00` on mon
  at `12:00-13:00` in `mon-fri 09:00-17:00, 12:00-13:00`
hint: let each interval of a day begin where the one before has ended
[exit 2]
$ sladesk calendar due --zone Europe/Madird --within 4h
error: no zone `Europe/Madird`
hint: did you mean `Europe/Madrid`?
[exit 2]
$ sladesk calendar due --zone UTC --within 3d
error: `3d` is no promise: three working days, or 72 hours?
hint: write `3bd`, `3 calendar days` or `72h`
[exit 2]
$ sladesk calendar holidays england-and-wales --period 2026-12
england-and-wales	2026-12-25	Christmas Day
england-and-wales	2026-12-26	Boxing Day
england-and-wales	2026-12-28	Boxing Day (observed)
[exit 0]
$ sladesk calendar due creatio/business --zone UTC+1 -p high --from 2026-10-14T17:30
2026-10-15T08:30:00Z
[stderr]
2026-10-15 09:30 in UTC+1
[exit 0]

"#]],
    );
}
