//! What a quarter lists, from outside: which tickets, in which order, and how many of them.

use serde_json::Value;

use crate::sandbox::Sandbox;

const PLAN: &str = r#"schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"
[priorities]
p1 = "P1"
p2 = "P2"
[channels]
email = "E-mail"
[milestones]
response = { met-by = ["replied"] }
resolution = { met-by = ["resolved"], paused-by = ["resolved"] }
[exclusions]
misuse = "Misuse"
[plans.std]
targets.response = { p1 = "1h", p2 = "4h" }
targets.resolution = { p1 = "8h", p2 = "16h" }
"#;

/// A desk with two customers, whose contracts are 1 and 2.
fn desk() -> Sandbox {
    let desk = Sandbox::new();
    desk.file("plans/own.toml", PLAN);
    desk.done("sladesk --now 2026-09-01T08:00:00Z db init --zone UTC");
    for (key, who) in [("acme", "dana"), ("globex", "gina")] {
        for line in [
            format!("customer add {key} --name {key}"),
            format!("--plans plans contract sign {key} own/std --set contacts=5"),
            format!("contact add {key} {who}@{key}.example --name {who}"),
        ] {
            desk.done(&format!("sladesk --now 2026-09-01T08:00:00Z {line}"));
        }
    }
    desk
}

fn each<'v>(report: &'v Value, list: &str, key: &str) -> Vec<&'v Value> {
    let list = report[list].as_array().expect("a list");
    list.iter().map(|one| &one[key]).collect()
}

#[test]
fn a_file_of_one_customer_keeps_all_that_the_filter_asks() {
    let desk = desk();
    for line in [
        "open dana@acme.example One -p p1 -c email",
        "open dana@acme.example Two -p p2 -c email",
        "open gina@globex.example Three -p p1 -c email",
    ] {
        desk.done(&format!("sladesk --now 2026-09-28T10:00:00Z {line}"));
    }
    std::fs::create_dir(desk.path("out")).expect("a folder in the sandbox");
    const ASKED: &str = "sladesk --now 2026-10-06T10:00:00Z report quarterly --period 2026Q3";
    for filter in [
        "\"customer:acme,globex priority:p1\"",
        "\"priority:p1 customer:acme,globex\"",
        "customer:acme,globex priority:p1",
        "priority:p1",
    ] {
        for format in ["json", "text"] {
            desk.done(&format!("{ASKED} {filter} -y -f {format} -o out/"));
        }
        let read = |name: &str| std::fs::read_to_string(desk.path(name)).expect(name);
        for (customer, other) in [("acme", "globex"), ("globex", "acme")] {
            let file = read(&format!("out/{customer}-2026Q3-en.json"));
            let file: Value = serde_json::from_str(&file).expect("JSON");
            let alone = desk.json(&format!("{ASKED} customer:{customer} priority:p1"));
            for key in ["attainment", "totals", "volumes", "breaches"] {
                assert_eq!(file[key], alone[key], "{filter}: {customer}");
            }
            assert_eq!(file["volumes"]["opened"], 1, "{filter}: {customer}");
            let page = read(&format!("out/{customer}-2026Q3-en.txt"));
            assert!(page.contains("priority:p1"), "{filter}: {page}");
            assert!(!page.contains(other), "{filter}: {page}");
        }
    }
}

#[test]
fn what_several_contracts_bring_stands_in_the_order_of_days() {
    let desk = desk();
    for line in [
        "contract amend 1 --start 2026-12-01 --set targets.response.p1=30m",
        "contract amend 2 --start 2026-11-01 --set targets.response.p1=30m",
        "contract cancel 1 --end 2027-03-31",
        "contract cancel 2 --end 2027-01-31",
    ] {
        desk.done(&format!("sladesk --now 2026-10-02T08:00:00Z {line}"));
    }
    let report = desk.json("sladesk --now 2027-01-04T10:00:00Z report quarterly --period 2026Q4");
    assert_eq!(
        each(&report, "terms_changes", "from"),
        ["2026-11-01", "2026-12-01"],
        "{report:#}"
    );
    assert_eq!(each(&report, "terms_changes", "contract"), [2, 1]);
    assert_eq!(
        each(&report, "falls_due", "day"),
        ["2027-01-31", "2027-03-31"],
        "{report:#}"
    );
    assert_eq!(each(&report, "falls_due", "contract"), [2, 1]);
}

#[test]
fn a_page_lists_the_first_of_what_was_taken_back_and_says_how_many_more() {
    let desk = desk();
    for _ in 0..41 {
        desk.done("sladesk --now 2026-09-28T10:00:00Z open dana@acme.example One -p p1 -c email");
    }
    desk.done(
        "sladesk --now 2026-09-28T12:00:00Z exempt 1-41 misuse -y --corrects \"it was misuse\"",
    );
    const ASKED: &str = "sladesk --now 2026-10-06T10:00:00Z report quarterly --period 2026Q3";
    let report = desk.json(ASKED);
    assert_eq!(each(&report, "corrected", "ticket").len(), 41);
    assert_eq!(each(&report, "breaches", "ticket").len(), 0);
    let page = desk.done(&format!("{ASKED} -f markdown"));
    let taken_back = page.split_once("Breaches taken back\n");
    let taken_back = taken_back.and_then(|(_, rest)| rest.split_once("and 1 more"));
    let (listed, _) = taken_back.unwrap_or_else(|| panic!("{page}"));
    assert_eq!(listed.matches("it was misuse").count(), 40, "{page}");
    // where all were, none stands
    let page = desk.done(
        "sladesk --now 2026-10-06T10:00:00Z report breaches --period 2026Q3 --limit 2 -f text",
    );
    assert!(
        page.contains("No promise was broken in that period."),
        "{page}"
    );
}

#[test]
fn a_breach_says_once_for_how_long_it_stood_still_and_while_what() {
    let desk = desk();
    for (at, line) in [
        (
            "2026-09-21T10:00",
            "open dana@acme.example One -p p1 -c email --ack",
        ),
        ("2026-09-21T11:00", "resolve 1 -m done"),
        ("2026-09-22T00:10", "reopen 1 -m \"not so\""),
    ] {
        desk.done(&format!("sladesk --now {at}:00Z {line}"));
    }
    const ASKED: &str = "sladesk --now 2026-10-06T10:00:00Z report";
    let page = desk.done(&format!(
        "{ASKED} quarterly customer:acme --period 2026Q3 -f text"
    ));
    let told = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Broken: ticket 1 (resolution)"), "{page}");
    // what it is about, and the hours in which it counts
    assert!(page.contains("^ subject: One\n"), "{page}");
    assert!(
        told.contains("Hours of support around the clock in UTC"),
        "{page}"
    );
    assert!(
        told.contains("stood still: 13h 10m while resolved"),
        "{page}"
    );
    assert!(!page.contains("STOOD STILL"), "{page}");
    let json = desk.json(&format!("{ASKED} quarterly customer:acme --period 2026Q3"));
    assert!(
        each(&json, "breaches", "paused_seconds").contains(&&Value::from(47_400)),
        "{json:#}"
    );
    let breaches = desk.done(&format!("{ASKED} breaches --period 2026Q3 -f table"));
    assert!(breaches.contains("PAUSED"), "{breaches}");
}

#[test]
fn totals_have_no_column_of_priorities() {
    let desk = desk();
    desk.done("sladesk --now 2026-09-28T10:00:00Z open dana@acme.example One -p p1 -c email");
    for report in ["sla", "quarterly"] {
        let page = desk.done(&format!(
            "sladesk --now 2026-10-06T10:00:00Z report {report} --period 2026Q3 -f text"
        ));
        let (lines, totals) = page.split_once("\nIn all\n").expect("totals");
        assert!(lines.contains("PRIORITY"), "{page}");
        let mut parts = totals.split("\n\n");
        let table = parts.find(|part| part.contains("KEPT")).expect("a table");
        assert!(
            table.contains("all") && !table.contains("PRIORITY"),
            "{page}"
        );
    }
}

#[test]
fn a_spreadsheet_has_each_figure_of_a_quarter_in_a_row_and_each_table_on_a_sheet() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk demo demo --tickets 60 --seed 4");
    let ask = |rest: &str| {
        sandbox.done(&format!(
            "sladesk --db demo/desk.db report quarterly customer:acme --period this-quarter {rest}"
        ))
    };
    let quarter: serde_json::Value = serde_json::from_str(&ask("-f json")).expect("json");
    let csv = ask("-f csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let has = |row: &[&str]| {
        rows.iter()
            .any(|known| known.iter().eq(row.iter().copied()))
    };
    for (place, line) in (1..).zip(quarter["attainment"].as_array().expect("lines")) {
        let words = |key: &str| line[key].as_str().expect("a word").to_owned();
        let of = format!("{} {}", words("milestone"), words("priority"));
        let place = place.to_string();
        for figure in ["decided", "met", "breached", "open"] {
            let count = line[figure].to_string();
            let row = ["attainment", &place, &of, figure, &count, "number"];
            assert!(has(&row), "{row:?} in {csv}");
        }
        if let Some(median) = line["median_seconds"].as_i64() {
            let median = median.to_string();
            let row = [
                "attainment",
                &place,
                &of,
                "median_seconds",
                &median,
                "seconds",
            ];
            assert!(has(&row), "{row:?} in {csv}");
        }
    }
    let opened = quarter["volumes"]["opened"].to_string();
    assert!(
        rows.iter()
            .any(|row| row.iter().skip(3).eq(["volumes.opened", &opened, "number"])),
        "{csv}"
    );
    let only = ask("--fields totals -f csv");
    assert!(
        only.lines().skip(1).all(|row| row.starts_with("totals,")),
        "{only}"
    );
    ask("-o quarter.xlsx");
    let book = std::fs::File::open(sandbox.path("quarter.xlsx")).expect("a workbook");
    let mut book = zip::ZipArchive::new(book).expect("a zip");
    let mut sheets = String::new();
    let mut part = book.by_name("xl/workbook.xml").expect("its sheets");
    std::io::Read::read_to_string(&mut part, &mut sheets).expect("text");
    for sheet in ["figures", "attainment", "volumes.by_priority", "contracts"] {
        assert!(
            sheets.contains(&format!("name=\"{sheet}\"")),
            "{sheet} in {sheets}"
        );
    }
}

/// Words of a page without its lines.
fn words(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_quarter_in_which_nothing_was_due_has_no_figures() {
    let desk = desk();
    const ASKED: &str = "sladesk --now 2027-01-06T10:00:00Z";
    for report in [
        "report quarterly",
        "report sla",
        "report whatif --set targets.response.p1=2h",
    ] {
        let line = format!("{ASKED} {report} customer:acme --period 2026Q4");
        let json = desk.json(&line);
        assert!(json.get("totals").is_some(), "{json:#}");
        for language in ["en", "es", "ru", "vi", "ar"] {
            for format in ["text", "markdown", "html"] {
                let page = desk.done(&format!("{line} --lang {language} -f {format}"));
                let page = page.rsplit("</style>").next().unwrap_or_default();
                // 0s, 0h, 0%, and rows of noughts
                for nought in ["0s", "0\u{a0}", "0%", "0h", " 0 0 ", "| 0 |", ">0</td>"] {
                    let tickets = nought == ">0</td>" || nought == " 0 0 ";
                    assert!(
                        tickets || !words(page).contains(nought),
                        "{report} {language} {format}: `{nought}`\n{page}"
                    );
                }
            }
        }
        let page = words(&desk.done(&format!("{line} -f text")));
        for heading in ["MEDIAN", "KEPT %", "Half of the promises", "Kept means"] {
            assert!(!page.contains(heading), "{report}: {page}");
        }
    }
    let page = words(&desk.done(&format!(
        "{ASKED} report quarterly customer:acme --period 2026Q4 -f text"
    )));
    assert!(page.contains("no promise was kept or broken"), "{page}");
    // what is promised stands there all the same
    assert!(
        page.contains("MILESTONE PRIORITY TARGET response P1 1h"),
        "{page}"
    );
    let before = words(&desk.done(&format!(
        "{ASKED} report quarterly customer:acme --period 2026Q1 -f text"
    )));
    assert!(!before.contains("What is promised"), "{before}");
}

#[test]
fn what_took_no_time_is_said_in_a_word() {
    let desk = desk();
    for line in [
        "open dana@acme.example One -p p1 -c email",
        "reply 1 -m there",
        "resolve 1 -m done",
    ] {
        desk.done(&format!("sladesk --now 2026-09-28T10:00:00Z {line}"));
    }
    const ASKED: &str = "sladesk --now 2026-10-06T10:00:00Z report";
    for (language, word) in [
        ("en", "at once"),
        ("es", "al instante"),
        ("ru", "сразу"),
        ("vi", "ngay"),
        ("ar", "فورًا"),
    ] {
        for report in ["quarterly", "sla"] {
            let line = format!("{ASKED} {report} customer:acme --period 2026Q3");
            let page = desk.done(&format!("{line} --lang {language} -f markdown"));
            assert!(page.contains(word), "{report} {language}: {page}");
            assert!(!page.contains("0s") && !page.contains("0\u{a0}с"), "{page}");
        }
    }
    let json = desk.json(&format!("{ASKED} sla customer:acme --period 2026Q3"));
    assert_eq!(json["rows"][0]["median_seconds"], 0);
}

#[test]
fn a_page_says_that_its_zone_is_not_the_desks() {
    let desk = desk();
    desk.done(
        "sladesk --plans plans --now 2026-09-01T08:00:00Z customer add far --name Far --zone Asia/Tokyo",
    );
    let page = |filter: &str| {
        words(&desk.done(&format!(
            "sladesk --now 2026-10-06T10:00:00Z report quarterly {filter} --period 2026Q3 -f text"
        )))
    };
    let far = page("customer:far");
    assert!(
        far.contains("in the zone of this customer (Asia/Tokyo)"),
        "{far}"
    );
    assert!(page("").contains("the pages of all customers together"));
    assert!(!page("customer:acme").contains("zone of"));
    assert!(!page("customer:acme,globex").contains("zone of"));
}

#[test]
fn a_cause_in_words_is_no_cause_that_nobody_gave() {
    let desk = desk();
    for _ in 0..2 {
        desk.done("sladesk --now 2026-09-28T10:00:00Z open dana@acme.example One -p p1 -c email");
    }
    desk.done("sladesk --now 2026-09-28T20:00:00Z cause 1 response -m \"nobody was there\"");
    let page = words(&desk.done(
        "sladesk --now 2026-10-06T10:00:00Z report quarterly customer:acme --period 2026Q3 -f text",
    ));
    assert!(page.contains("said in words 1 not said 3"), "{page}");
}

#[test]
fn days_of_a_contract_are_days_where_it_is() {
    let desk = desk();
    desk.done("sladesk --now 2026-09-02T02:00:00Z customer add west --name West");
    desk.done(
        "sladesk --now 2026-09-02T02:00:00Z --plans plans contract sign west own/std --zone UTC-5 --set contacts=5",
    );
    const ASKED: &str = "sladesk --now 2026-10-06T10:00:00Z report quarterly --period 2026Q3";
    let all = desk.json(ASKED);
    let own = desk.json(&format!("{ASKED} customer:west"));
    assert_eq!(each(&own, "contracts", "start"), ["2026-09-01"]);
    assert!(
        each(&all, "contracts", "start").contains(&&Value::from("2026-09-01")),
        "{all:#}"
    );
}

#[test]
fn a_contract_that_ended_has_its_last_day_and_says_when_it_ended() {
    let desk = desk();
    for line in [
        "customer add oldco --name Oldco",
        "--plans plans contract sign oldco own/std --start 2026-09-01 --end 2026-09-20",
    ] {
        desk.done(&format!("sladesk --now 2026-09-01T08:00:00Z {line}"));
    }
    const ASKED: &str = "sladesk --now 2026-11-06T10:00:00Z report quarterly customer:oldco";
    for period in ["2026Q3", "2026-09..2026-10"] {
        let quarter = desk.json(&format!("{ASKED} --period {period}"));
        assert_eq!(
            each(&quarter, "contracts", "end"),
            ["2026-09-20"],
            "{period}"
        );
        let acts = each(&quarter, "terms_changes", "act");
        assert_eq!(acts, ["signed", "lapsed"], "{period}");
    }
    let ahead = desk.done(&format!("{ASKED} --period 2027Q4 -f text"));
    assert!(ahead.contains("this period has not begun"), "{ahead}");
}

/// What was entered only after the period says nothing otherwise: it was not known.
#[test]
fn what_was_entered_after_the_period_is_counted_and_not_listed() {
    let desk = desk();
    for line in [
        "open dana@acme.example One -p p1 -c email --at 2026-09-21T10:00Z",
        "open dana@acme.example Two -p p2 -c email --at 2026-09-22T10:00Z",
    ] {
        desk.done(&format!("sladesk --now 2026-10-02T08:00:00Z {line}"));
    }
    let page = desk.done(
        "sladesk --now 2026-10-06T10:00:00Z report quarterly customer:acme --period 2026Q3 -f text",
    );
    let told = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("4 deadlines of 2026Q3 were entered only after it had ended."),
        "{page}"
    );
    assert!(!told.contains("says otherwise"), "{page}");
}
