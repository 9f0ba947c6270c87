use super::*;
use crate::core::calendar::{DaySet, Hours};

/// A file of events, each given by its lines.
fn calendar(events: &[&str]) -> String {
    let event = |lines: &&str| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n");
    let events: String = events.iter().map(event).collect();
    format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n").replace('\n', "\r\n")
}

fn file(events: &[&str]) -> HolidayFile {
    chosen(events, &Choice::default())
}

fn chosen(events: &[&str], choice: &Choice) -> HolidayFile {
    HolidayFile::read(&calendar(events), choice).unwrap()
}

fn set(events: &[&str]) -> DaySet {
    let file = file(events);
    assert_eq!(file.misread, [], "{events:?}");
    file.day_set("office", None)
}

fn dates(set: &DaySet) -> Vec<String> {
    set.days.keys().take(6).map(ToString::to_string).collect()
}

fn misread(event: &str) -> (usize, EventMistake) {
    let file = file(&[event]);
    assert_eq!(file.closings, [], "{event}");
    let mistake = file
        .misread
        .first()
        .unwrap_or_else(|| panic!("{event}: {file:?}"));
    (mistake.line, mistake.what.clone())
}

fn left_out(file: &HolidayFile) -> Vec<(usize, IcsSkip)> {
    let left = file.left_out.iter();
    left.map(|left| (left.line, left.why.clone())).collect()
}

#[test]
fn whole_day_events_close_their_dates() {
    for (event, closed) in [
        ("DTSTART;VALUE=DATE:20261225", vec!["2026-12-25"]),
        (
            "DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261225",
            vec!["2026-12-25"],
        ),
        (
            "DTSTART:20261225\nDTEND:20261227",
            vec!["2026-12-25", "2026-12-26"],
        ),
        (
            "DTSTART;VALUE=DATE:20261231\nDURATION:P2D",
            vec!["2026-12-31", "2027-01-01"],
        ),
        (
            "DTSTART;VALUE=DATE:20261231\nDURATION:P1DT0H0M0S",
            vec!["2026-12-31"],
        ),
        (
            "DTSTART:20240229\nRRULE:FREQ=YEARLY;COUNT=3",
            vec!["2024-02-29", "2028-02-29", "2032-02-29"],
        ),
        (
            "DTSTART:20251127\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20271231T000000Z",
            vec!["2025-11-27", "2026-11-26", "2027-11-25"],
        ),
        (
            "DTSTART:20250526\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=3",
            vec!["2025-05-26", "2026-05-25", "2027-05-31"],
        ),
        (
            "DTSTART:20250101\nRRULE:FREQ=YEARLY;INTERVAL=2;COUNT=3\nEXDATE:20270101",
            vec!["2025-01-01", "2029-01-01"],
        ),
        (
            "DTSTART:20261230\nRRULE:FREQ=DAILY;COUNT=4",
            vec!["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"],
        ),
        (
            "DTSTART:20261230\nRRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20270104;BYDAY=MO,TU,WE,TH,FR",
            vec!["2026-12-30", "2027-01-01"],
        ),
        (
            "DTSTART:20260703\nRRULE:FREQ=WEEKLY;UNTIL=20260731T220000Z\nEXDATE:20260717",
            vec!["2026-07-03", "2026-07-10", "2026-07-24", "2026-07-31"],
        ),
        (
            // every other week, of which Sunday is the first or the last day (RFC 5545, WKST)
            "DTSTART:19970805\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            vec!["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"],
        ),
        (
            "DTSTART:19970805\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            vec!["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"],
        ),
        (
            "DTSTART:20260131\nRRULE:FREQ=MONTHLY;COUNT=3",
            vec!["2026-01-31", "2026-03-31", "2026-05-31"],
        ),
        (
            "DTSTART:20260130\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1,15;COUNT=4",
            vec!["2026-01-30", "2026-01-31", "2026-02-15", "2026-02-28"],
        ),
        (
            "DTSTART:20260102\nRRULE:FREQ=MONTHLY;BYDAY=1FR,-1FR;COUNT=4",
            vec!["2026-01-02", "2026-01-30", "2026-02-06", "2026-02-27"],
        ),
        (
            // the last working day of a month
            "DTSTART:20260130\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
            vec!["2026-01-30", "2026-02-27", "2026-03-31"],
        ),
        (
            "DTSTART:19980213\nRRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3",
            vec!["1998-02-13", "1998-03-13", "1998-11-13"],
        ),
        (
            // the first Tuesday after a Monday in November (RFC 5545)
            "DTSTART:19961105\nRRULE:FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;\
             BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
            vec!["1996-11-05", "2000-11-07", "2004-11-02"],
        ),
        (
            "DTSTART:19970519\nRRULE:FREQ=YEARLY;BYDAY=20MO;COUNT=3",
            vec!["1997-05-19", "1998-05-18", "1999-05-17"],
        ),
        (
            "DTSTART:19970610\nRRULE:FREQ=YEARLY;COUNT=4;BYMONTH=6,7",
            vec!["1997-06-10", "1997-07-10", "1998-06-10", "1998-07-10"],
        ),
        (
            "DTSTART:20260504\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=MO;COUNT=5",
            vec![
                "2026-05-04",
                "2026-05-11",
                "2026-05-18",
                "2026-05-25",
                "2027-05-03",
            ],
        ),
        (
            "DTSTART:20250101\nRDATE:20250106,20250107",
            vec!["2025-01-01", "2025-01-06", "2025-01-07"],
        ),
    ] {
        assert_eq!(dates(&set(&[event])), closed, "{event}");
    }
}

#[test]
fn days_written_as_times_are_whole_days_when_they_are() {
    for (event, closed) in [
        (
            "DTSTART:20260316T000000\nDTEND:20260317T000000",
            vec!["2026-03-16"],
        ),
        (
            "DTSTART;TZID=\"W. Europe Standard Time\":20260316T000000\n\
             DTEND;TZID=\"W. Europe Standard Time\":20260318T000000",
            vec!["2026-03-16", "2026-03-17"],
        ),
        (
            "DTSTART:20260316T000000\nDURATION:PT24H",
            vec!["2026-03-16"],
        ),
        ("DTSTART:20260316T000000\nDURATION:P1D", vec!["2026-03-16"]),
        (
            "DTSTART:20260316T000000Z\nDTEND:20260317T000000Z\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            vec!["2026-03-16"],
        ),
        (
            "DTSTART:20260316T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            vec!["2026-03-16"],
        ),
        (
            "DTSTART:20260316T000000\nDTEND:20260317T000000\nRRULE:FREQ=YEARLY;COUNT=3\n\
             EXDATE:20270316T000000",
            vec!["2026-03-16", "2028-03-16"],
        ),
    ] {
        assert_eq!(dates(&set(&[event])), closed, "{event}");
    }
    for event in [
        "DTSTART:20261225T100000Z\nDTEND:20261225T120000Z",
        "DTSTART:20261225T000000\nDTEND:20261225T120000",
        "DTSTART:20261225T000000",
    ] {
        assert_eq!(
            left_out(&file(&[event])),
            [(2, IcsSkip::TimeOfDay)],
            "{event}"
        );
    }
}

#[test]
fn a_property_without_a_value_is_as_if_it_were_not_there() {
    let empty =
        "DTSTART:20260316\nDTEND:\nDURATION:\nRRULE:\nEXDATE:\nSTATUS:\nUID:\nRECURRENCE-ID:";
    assert_eq!(
        dates(&set(&[empty, "DTSTART:20260317\nUID:"])),
        ["2026-03-16", "2026-03-17"]
    );
}

#[test]
fn names_are_unfolded_and_unescaped() {
    let named = set(&["DTSTART:20261225\nSUMMARY:Christmas\\, and\n  more\\nof it"]);
    assert_eq!(
        named.days.values().next().unwrap(),
        "Christmas, and more of it"
    );
    let titled = calendar(&["DTSTART:20261225"]).replacen("\r\n", "\r\nX-WR-CALNAME:Ours\r\n", 1);
    let titled = HolidayFile::read(&titled, &Choice::default()).unwrap();
    assert_eq!(titled.day_set("office", None).title, "Ours");
}

#[test]
fn what_stands_beside_the_events_is_passed_over() {
    let text = "\u{feff}BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nDTSTART:19700101T000000\nEND:VTIMEZONE\n\
        BEGIN:VEVENT\nDTSTART:20261225\nBEGIN:VALARM\nDURATION:PT5M\nEND:VALARM\nEND:VEVENT\n\
        BEGIN:VEVENT\nDTSTART:20261228\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR";
    let file = HolidayFile::read(text, &Choice::default()).unwrap();
    assert_eq!(dates(&file.day_set("office", None)), ["2026-12-25"]);
    assert_eq!(left_out(&file), [(11, IcsSkip::Cancelled)]);
}

#[test]
fn the_years_covered_are_those_in_which_single_events_begin() {
    let yearly = set(&["DTSTART:20200101\nRRULE:FREQ=YEARLY"]);
    assert_eq!(
        (yearly.from, yearly.to, yearly.days.len()),
        (2020, 2200, 181)
    );
    let both = set(&["DTSTART:20200101\nRRULE:FREQ=YEARLY", "DTSTART:20260403"]);
    assert_eq!((both.from, both.to), (2026, 2026));
    let shutdown = set(&["DTSTART:20251224\nDTEND:20260102"]);
    assert_eq!((shutdown.from, shutdown.to), (2025, 2025));
    assert!(shutdown.days.contains_key(&"2026-01-01".parse().unwrap()));
}

const XMAS: &str = "UID:xmas\nDTSTART:20251225\nRRULE:FREQ=YEARLY;COUNT=4\nSUMMARY:Christmas";

#[test]
fn occurrences_are_moved_and_cancelled() {
    let moved = "UID:xmas\nRECURRENCE-ID:20271225\nDTSTART:20271227\nSUMMARY:Christmas (moved)";
    let cancelled =
        "UID:xmas\nRECURRENCE-ID;VALUE=DATE:20261225\nDTSTART:20261225\nSTATUS:CANCELLED";
    for events in [[XMAS, moved, cancelled], [moved, cancelled, XMAS]] {
        let file = file(&events);
        let set = file.day_set("office", None);
        assert_eq!(dates(&set), ["2025-12-25", "2027-12-27", "2028-12-25"]);
        // what was moved by a year would not be covered by it
        assert_eq!((set.from, set.to), (2025, 2028));
        let in_place: Vec<_> = file.closings.iter().filter_map(|c| c.in_place_of).collect();
        assert_eq!(in_place, ["2027-12-25".parse().unwrap()]);
        let left: Vec<_> = file
            .left_out
            .iter()
            .map(|left| (left.on, &left.why))
            .collect();
        assert_eq!(
            left,
            [(Some("2026-12-25".parse().unwrap()), &IcsSkip::Cancelled)]
        );
        assert_eq!(file.left_out[0].name.as_deref(), Some("Christmas"));
    }
    let late = "UID:xmas\nRECURRENCE-ID:20281225\nDTSTART:20290102";
    assert_eq!(set(&[XMAS, late]).to, 2027);
    let whole = "UID:xmas\nDTSTART:20251225\nRRULE:FREQ=YEARLY\nSTATUS:CANCELLED";
    assert_eq!(file(&[whole, moved, "DTSTART:20260101"]).left_out.len(), 2);
}

#[test]
fn the_newest_version_of_an_event_holds() {
    let old = "UID:a\nSEQUENCE:0\nDTSTART:20260316\nSUMMARY:Feast";
    let new = "UID:a\nSEQUENCE:1\nDTSTART:20260317\nSUMMARY:Feast (moved)";
    for (events, line) in [([old, new], 2), ([new, old], 8)] {
        let file = file(&events);
        assert_eq!(dates(&file.day_set("office", None)), ["2026-03-17"]);
        let newer = if line == 2 { 8 } else { 2 };
        assert_eq!(left_out(&file), [(line, IcsSkip::Replaced(newer))]);
    }
    // some write one UID on all their events: nothing says which is newer
    let same = ["UID:1\nDTSTART:20260316", "UID:1\nDTSTART:20260317"];
    assert_eq!(dates(&set(&same)), ["2026-03-16", "2026-03-17"]);
}

#[test]
fn what_is_named_and_no_day_off_is_left_out() {
    let off = "DTSTART:20260406\nSUMMARY:Easter Monday\nTRANSP:OPAQUE";
    for (lines, why) in [
        (
            "SUMMARY:Day of tea\nDESCRIPTION:Observance\\nTo hide observances\\, go to settings",
            IcsSkip::Observance,
        ),
        (
            "SUMMARY:Tag des Tees\nDESCRIPTION:Gedenktag\\nin den Google Kalender-Einstellungen",
            IcsSkip::Observance,
        ),
        (
            "SUMMARY:Fête du thé\nDESCRIPTION:Autre jour\\nparamètres de Google Agenda",
            IcsSkip::Observance,
        ),
        ("SUMMARY:Eve [Not a public holiday]", IcsSkip::Observance),
        (
            "SUMMARY:Eve (half day) [Not a public holiday]",
            IcsSkip::HalfDay,
        ),
        ("SUMMARY:Eve\nCATEGORIES:Half-Day", IcsSkip::HalfDay),
        (
            "SUMMARY:Elsewhere\nX-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE",
            IcsSkip::Worked,
        ),
        ("SUMMARY:国庆节（班）", IcsSkip::Worked),
        ("SUMMARY:Feast\nSTATUS:TENTATIVE", IcsSkip::Tentative),
        ("SUMMARY:Feast\nTRANSP:TRANSPARENT", IcsSkip::Free),
        (
            "SUMMARY:Feast\nTRANSP:OPAQUE\nX-MICROSOFT-CDO-BUSYSTATUS:FREE",
            IcsSkip::Free,
        ),
    ] {
        let file = file(&[off, &format!("DTSTART:20260309\n{lines}")]);
        assert_eq!(dates(&file.day_set("x", None)), ["2026-04-06"], "{lines}");
        assert_eq!(left_out(&file), [(7, why)], "{lines}");
    }
    for lines in [
        "SUMMARY:Christmas Day (observed)",
        "SUMMARY:Feast\nDESCRIPTION:Public holiday\nTRANSP:TRANSPARENT",
        "SUMMARY:Labour Day\nDESCRIPTION:It goes back to the fight for a working day of eight \
         hours\\, which no observance of any other day did as much for in its time",
    ] {
        let set = set(&[off, &format!("DTSTART:20260309\n{lines}")]);
        assert_eq!(dates(&set), ["2026-03-09", "2026-04-06"], "{lines}");
    }
    // a mark that all have tells nothing: so Google, Apple and Outlook write their holidays
    let free = "DTSTART:20260309\nSUMMARY:Feast\nTRANSP:TRANSPARENT";
    assert_eq!(dates(&set(&[free])), ["2026-03-09"]);
}

#[test]
fn words_choose() {
    let events = [
        "DTSTART:20260101\nSUMMARY:New Year\nDESCRIPTION:Public holiday",
        "DTSTART:20260106\nSUMMARY:Epiphany\nDESCRIPTION:Public holiday in Bavaria",
        "DTSTART:20260309\nSUMMARY:Day of tea\nDESCRIPTION:Observance",
        "DTSTART:20261224\nSUMMARY:Eve (half day) [Not a public holiday]",
        "DTSTART:99\nSUMMARY:Odd day",
    ];
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let days = |only: &[&str], skip: &[&str], half_days: HalfDays| {
        let choice = Choice {
            only: words(only),
            skip: words(skip),
            half_days,
        };
        let file = chosen(&events, &choice);
        let hours: Hours = "09:00-13:00".parse().unwrap();
        let set = file.day_set("x", Some(&hours));
        assert!(set.half_days.values().all(|half| half.hours == hours.0));
        let half = set.half_days.keys().map(|date| format!("{date} half"));
        let days: Vec<String> = dates(&set).into_iter().chain(half).collect();
        (days, file.misread.len())
    };
    let no = HalfDays::LeftOut;
    let all = ["2026-01-01", "2026-01-06"].map(str::to_owned).to_vec();
    let some = |days: &[&str]| days.iter().map(|day| (*day).to_owned()).collect::<Vec<_>>();
    assert_eq!(days(&[], &[], no), (all.clone(), 1));
    assert_eq!(days(&[], &["odd"], no), (all.clone(), 0));
    assert_eq!(days(&["PUBLIC holiday"], &[], no), (all, 1));
    assert_eq!(days(&[], &["bavaria"], no), (some(&["2026-01-01"]), 1));
    let tea = some(&["2026-01-01", "2026-03-09"]);
    assert_eq!(days(&["tea", "new year"], &[], no), (tea, 1));
    let with_half = some(&["2026-01-01", "2026-01-06", "2026-12-24 half"]);
    assert_eq!(days(&[], &[], HalfDays::Worked), (with_half, 1));
}

#[test]
fn what_is_not_understood_is_told_with_its_line() {
    let date = |text: &str| EventMistake::Date(text.to_owned());
    let rule = |part: &str| EventMistake::Rule(part.to_owned());
    let length = |text: &str| EventMistake::Length(text.to_owned());
    for (event, line, what) in [
        ("SUMMARY:x", 2, EventMistake::NoStart),
        ("DTSTART:20261325", 3, date("20261325")),
        ("DTSTART:2026-12-25", 3, date("2026-12-25")),
        ("DTSTART:20261225T9", 3, date("20261225T9")),
        (
            "DTSTART:20260316T000000Z\nDTEND:20260317T000000Z",
            2,
            EventMistake::MidnightOfUtc,
        ),
        (
            "DTSTART:20260315T230000Z\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            2,
            EventMistake::NoWholeDay("23:00".to_owned()),
        ),
        (
            "DTSTART:20261225\nDTEND:20261224",
            2,
            EventMistake::EndsFirst,
        ),
        (
            "DTSTART:20261225\nDTEND:20291224",
            2,
            EventMistake::TooLong(366),
        ),
        ("DTSTART:20261225\nDURATION:PT24H", 2, length("PT24H")),
        ("DTSTART:20261225\nDURATION:PT1é", 4, length("PT1é")),
        ("DTSTART:20261225\nDURATION:P", 4, length("P")),
        (
            "DTSTART:20261225\nRRULE:FREQ=HOURLY",
            4,
            rule("FREQ=HOURLY"),
        ),
        (
            "DTSTART:20261225\nRRULE:FREQ=YEARLY;BYWEEKNO=20",
            4,
            rule("BYWEEKNO=20"),
        ),
        (
            "DTSTART:20261225\nRRULE:FREQ=MONTHLY;BYMONTHDAY=1,32",
            4,
            rule("BYMONTHDAY=1,32"),
        ),
        (
            "DTSTART:20261225\nRRULE:FREQ=WEEKLY;BYDAY=1MO",
            4,
            EventMistake::RuleTogether("BYDAY"),
        ),
        (
            "DTSTART:20261225\nRRULE:FREQ=WEEKLY;BYMONTHDAY=1",
            4,
            EventMistake::RuleTogether("BYMONTHDAY"),
        ),
        (
            "DTSTART:20261225\nRRULE:FREQ=YEARLY;COUNT=0",
            4,
            rule("COUNT=0"),
        ),
        (
            "DTSTART:20261225\nRRULE:FREQ=YEARLY;UNTIL=x",
            4,
            rule("UNTIL=x"),
        ),
        (
            "DTSTART:20261225\nRRULE:COUNT=3",
            4,
            EventMistake::NoFrequency,
        ),
        (
            "DTSTART:20261225\nEXRULE:FREQ=YEARLY",
            4,
            EventMistake::ExceptionRule,
        ),
        (
            "DTSTART:20261225\nRDATE:20261226T000000/P1D",
            4,
            date("20261226T000000/P1D"),
        ),
        ("nonsense\nDTSTART:20261225", 3, EventMistake::Line),
    ] {
        assert_eq!(misread(event), (line, what), "{event}");
    }
}

#[test]
fn one_event_that_is_not_understood_does_not_hide_the_others() {
    let events = ["DTSTART:1", "DTSTART:20261225", "SUMMARY:x\nEXRULE:y"];
    let file = file(&events);
    let lines: Vec<usize> = file.misread.iter().map(|mistake| mistake.line).collect();
    assert_eq!(lines, [3, 10]);
    assert_eq!(dates(&file.day_set("x", None)), ["2026-12-25"]);
}

#[test]
fn a_series_closes_nothing_where_an_exception_from_it_is_not_understood() {
    for (event, what) in [
        (
            "UID:xmas\nRECURRENCE-ID:20271225\nDTSTART:2",
            EventMistake::Date("2".to_owned()),
        ),
        (
            "UID:xmas\nRECURRENCE-ID:2\nDTSTART:20271227",
            EventMistake::Date("2".to_owned()),
        ),
        (
            "UID:xmas\nRECURRENCE-ID;RANGE=THISANDFUTURE:20271225\nDTSTART:20271227",
            EventMistake::AndFuture,
        ),
    ] {
        let file = file(&[XMAS, event, "DTSTART:20260101"]);
        let found: Vec<_> = file.misread.iter().map(|mistake| &mistake.what).collect();
        assert_eq!(found, [&EventMistake::BelongsTo(8), &what], "{event}");
        assert_eq!(dates(&file.day_set("x", None)), ["2026-01-01"], "{event}");
    }
    let stray = "UID:xmas\nRECURRENCE-ID:20271224\nDTSTART:20271227";
    let found = file(&[XMAS, stray]);
    assert_eq!(
        found.misread[0].what,
        EventMistake::NoSuchOccurrence("2027-12-24".to_owned())
    );
    assert_eq!(found.closings.len(), 1);
    let two = |date| format!("UID:xmas\nRECURRENCE-ID:20271225\nDTSTART:{date}");
    let found = file(&[XMAS, &two("20271227"), &two("20271228")]);
    assert_eq!(
        found.misread.last().map(|m| &m.what),
        Some(&EventMistake::Contradicts(8))
    );
    assert_eq!(found.closings, []);
}

#[test]
fn what_is_no_calendar_file_is_refused_whole() {
    let misplaced = |line, found: &str, expected: Option<&str>| IcsError::Misplaced {
        line,
        found: found.to_owned(),
        expected: expected.map(str::to_owned),
    };
    for (text, error) in [
        ("", IcsError::Unfinished(1)),
        ("hello", IcsError::NoCalendar(1)),
        ("SUMMARY:x", IcsError::NoCalendar(1)),
        (
            "BEGIN:VEVENT",
            misplaced(1, "BEGIN:VEVENT", Some("BEGIN:VCALENDAR")),
        ),
        ("BEGIN:VCALENDAR", IcsError::Unfinished(1)),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR",
            misplaced(3, "END:VCALENDAR", Some("END:VEVENT")),
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VCALENDAR",
            misplaced(2, "BEGIN:VCALENDAR", None),
        ),
        (
            "BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:X",
            misplaced(3, "END:X", None),
        ),
    ] {
        let read = HolidayFile::read(text, &Choice::default());
        assert_eq!(read, Err(error), "{text}");
    }
}

#[test]
fn a_hostile_file_is_refused_soon() {
    let read = |text: &str| HolidayFile::read(text, &Choice::default());
    let event = "DTSTART:19700101\nDURATION:P365D\nRRULE:FREQ=YEARLY";
    let many = calendar(&vec![event; 10_000]);
    assert!(matches!(
        read(&many),
        Err(IcsError::TooManyDays(_, 250_000))
    ));
    let never = "DTSTART:19700101\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30";
    let many = calendar(&vec![never; 10_000]);
    assert!(matches!(read(&many), Err(IcsError::TooManyDays(_, _))));
    let every_day = "UID:x\nDTSTART:19700101\nRRULE:FREQ=DAILY".to_owned();
    let exceptions = (0..20_000).map(|n| {
        format!(
            "UID:x\nDTSTART:20260101\nRECURRENCE-ID:{:04}0101",
            n % 9000 + 1000
        )
    });
    let many: Vec<String> = std::iter::once(every_day).chain(exceptions).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let _ = read(&calendar(&many));
    let deep = "BEGIN:VCALENDAR\n".to_owned() + &"BEGIN:X\n".repeat(100_000);
    assert!(matches!(read(&deep), Err(IcsError::TooDeep(10))));
    assert!(matches!(
        read(&" ".repeat(5 << 20)),
        Err(IcsError::TooLarge(_))
    ));
}
