//! Which events and occurrences count: moved, cancelled, of another version, left out, chosen.

use super::*;

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
            "SUMMARY:Tag des Tees\nDESCRIPTION:Gedenktag\\nin den Einstellungen von Google Kalender auf > Feiertage",
            IcsSkip::Observance,
        ),
        (
            "SUMMARY:Fête du thé\nDESCRIPTION:Autre jour\\nparamètres Google Agenda > Jours fériés",
            IcsSkip::Observance,
        ),
        (
            "SUMMARY:San Valentino\nDESCRIPTION:Celebrazione\\nPer nascondere le celebrazioni vai alle \
             impostazioni di Google Calendar",
            IcsSkip::Observance,
        ),
        (
            "SUMMARY:祭\nDESCRIPTION:祭日\\n祭日を非表示にするには、Google カレンダーの設定 > 日本の祝日",
            IcsSkip::Observance,
        ),
        ("SUMMARY:Eve [Not a public holiday]", IcsSkip::Observance),
        (
            "SUMMARY:Eve (half day) [Not a public holiday]",
            IcsSkip::Observance,
        ),
        ("SUMMARY:Eve (half day)", IcsSkip::HalfDay),
        ("SUMMARY:Eve\nCATEGORIES:Half-Day", IcsSkip::HalfDay),
        (
            "SUMMARY:Elsewhere\nX-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE",
            IcsSkip::Worked,
        ),
        ("SUMMARY:国庆节（班）", IcsSkip::Worked),
        ("SUMMARY:国庆节\nDESCRIPTION:工作日", IcsSkip::Worked),
        ("SUMMARY:Рабочий день (перенос)", IcsSkip::Worked),
        ("SUMMARY:Casino working day", IcsSkip::Worked),
        (
            "SUMMARY:March Equinox\nDESCRIPTION:Season",
            IcsSkip::Observance,
        ),
        (
            "SUMMARY:Clocks\nDESCRIPTION:Clock change/Daylight Saving Time",
            IcsSkip::Observance,
        ),
        ("SUMMARY:Heiligabend (halbtägig)", IcsSkip::HalfDay),
        ("SUMMARY:Julafton (halvdag)", IcsSkip::HalfDay),
        ("SUMMARY:Wigilia (pół dnia)", IcsSkip::HalfDay),
        ("SUMMARY:Štědrý den (půl dne)", IcsSkip::HalfDay),
        ("SUMMARY:Jouluaatto (puoli päivää)", IcsSkip::HalfDay),
        ("SUMMARY:Véspera (meio período)", IcsSkip::HalfDay),
        ("SUMMARY:大晦日（半休）", IcsSkip::HalfDay),
        ("SUMMARY:平安夜（半天）", IcsSkip::HalfDay),
        ("SUMMARY:반차", IcsSkip::HalfDay),
        ("SUMMARY:Сочельник (полдня)", IcsSkip::HalfDay),
        ("SUMMARY:Eve ½ day", IcsSkip::HalfDay),
        ("SUMMARY:Early close 1pm", IcsSkip::HalfDay),
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
        "SUMMARY:Labour Day\nDESCRIPTION:Public holiday\\nAs in Google Calendar",
        "SUMMARY:Labour Day\nDESCRIPTION:Public holiday\\nMore: https://google.example Google",
        "SUMMARY:Company day\nDESCRIPTION:See the Google Doc",
        "SUMMARY:Company day\nDESCRIPTION:Offsite\\nPlan is in Google Drive",
        "SUMMARY:Company day\nDESCRIPTION:All of us\\nJoin with Google Meet: https://meet.example/x",
        "SUMMARY:Company day\nDESCRIPTION:-::~\\nJoin with Google Meet: x\\nPlease do not edit",
        "SUMMARY:Office closed - not a working day",
        "SUMMARY:Non working day",
        "SUMMARY:No working day",
        "SUMMARY:Nonworking day",
        "SUMMARY:Non-working Saturday",
        "SUMMARY:Нерабочий день",
        "SUMMARY:国庆节（非工作日）",
        // free then, which the file says of this day alone: what it is called goes before
        "SUMMARY:Not working day\nTRANSP:TRANSPARENT",
        "SUMMARY:No working day\nTRANSP:TRANSPARENT",
        "SUMMARY:国庆节（非工作日）\nTRANSP:TRANSPARENT",
        "SUMMARY:Special Non-working Holiday\nTRANSP:TRANSPARENT",
        "SUMMARY:Seasonal closing\nDESCRIPTION:Season of rest",
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
        "DTSTART:20261224\nSUMMARY:Eve (half day)",
        "DTSTART:20261231\nSUMMARY:Old year (half day) [Not a public holiday]",
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
    // what is denied is not what was asked for
    let choice = Choice {
        only: words(&["public holiday"]),
        ..Choice::default()
    };
    let denied = [
        "DTSTART:20260101\nSUMMARY:Non-public holiday",
        "DTSTART:20260102\nSUMMARY:No public holiday here",
        "DTSTART:20260105\nSUMMARY:Casino public holiday",
    ];
    let set = chosen(&denied, &choice).day_set("x", None);
    assert_eq!(dates(&set), ["2026-01-05"]);
    // no day off, as the file says, unless one asks for it by its name
    let by_name = some(&["2026-12-31 half"]);
    assert_eq!(days(&["old year"], &[], HalfDays::Worked), (by_name, 1));
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
