//! What is not understood is told; nothing of it is hidden, and nothing of it hangs.

use super::*;

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
