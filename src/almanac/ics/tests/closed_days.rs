//! Which days an event closes.

use super::*;

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
