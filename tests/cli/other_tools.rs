//! What other programs take: figures for whoever watches, dates for calendars, lines for bills,
//! workbooks.

use std::collections::BTreeSet;

use crate::sandbox::Sandbox;

/// A ticket that was answered and worked on, and one whose response is still to come.
fn desk() -> Sandbox {
    let desk = Sandbox::new().at("2026-10-14T13:00:00Z");
    for line in [
        "db init --zone Europe/Madrid",
        "customer add acme --name \"Acme Ltd\"",
        "contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --start 2026-10-01",
        "contact add acme dana@acme.example --name \"Dana Ruiz\"",
        "open dana@acme.example One -p high -c email",
        "reply 1 -m Seen",
        "work 1 45m",
        "open dana@acme.example \"=Two\" -p high -c email",
        "wait 1 customer --until 2026-10-15T09:00Z -m Later",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    desk
}

/// Whether a text is OpenMetrics: families one after the other, each with its kind and its help before
/// its figures, counters with their suffixes, units at the ends of names, no figure twice, an end.
fn is_open_metrics(text: &str) {
    let body = text.strip_suffix("# EOF\n").expect("an end");
    let (mut families, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let (mut name, mut kind) = ("", "");
    for line in body.lines() {
        if let Some(told) = line.strip_prefix("# TYPE ") {
            (name, kind) = told.split_once(' ').expect("a kind");
            assert!(families.insert(name), "{name} stands twice");
            assert!(["gauge", "counter"].contains(&kind), "{line}");
        } else if let Some(told) = line.strip_prefix("# UNIT ") {
            let (of, unit) = told.split_once(' ').expect("a unit");
            assert!(of == name && name.ends_with(&format!("_{unit}")), "{line}");
        } else if let Some(told) = line.strip_prefix("# HELP ") {
            let (of, help) = told.split_once(' ').expect("a help");
            assert!(of == name && help.ends_with('.'), "{line}");
        } else {
            let (series, figure) = line.rsplit_once(' ').expect("a figure");
            figure.parse::<f64>().expect("a number");
            assert!(seen.insert(series), "{series} stands twice");
            let sample = series.split('{').next().expect("a name");
            let suffixes: &[&str] = match kind {
                "counter" => &["_total", "_created"],
                _ => &[""],
            };
            let fits = |suffix: &&str| format!("{name}{suffix}") == sample;
            assert!(suffixes.iter().any(fits), "{line} in {name}");
        }
    }
}

#[test]
fn figures_for_whoever_watches_are_open_metrics() {
    let desk = desk();
    let text = desk.done("sladesk report metrics");
    is_open_metrics(&text);
    for family in [
        "sladesk_tickets_open{priority=\"high\",line=\"1\"}",
        "sladesk_ticket_oldest_opened_timestamp_seconds{",
        "sladesk_clocks_overdue{milestone=\"response\",priority=\"high\"",
        "sladesk_clocks_at_risk{",
        "sladesk_clocks_met_total{milestone=\"response\",priority=\"high\"} 1",
        "sladesk_clocks_breached_total{milestone=\"response\",priority=\"high\"} 0",
    ] {
        assert!(text.contains(&format!("\n{family}")), "{family} in {text}");
    }
    for refused in ["held-by:none", "-f json", "-o figures.xlsx"] {
        let ran = desk.run(&format!("sladesk report metrics {refused}"));
        assert_eq!(ran.status, 2, "{refused}: {}", ran.stderr);
    }
}

#[test]
fn what_is_to_come_is_a_calendar() {
    let desk = desk();
    for (line, says) in [
        ("overdue --within 720h", "SUMMARY:due: 2 response"),
        ("list state:waiting", "SUMMARY:follow up: 1 "),
        ("contract list", "SUMMARY:end: 1 "),
    ] {
        let calendar = desk.done(&format!("sladesk {line} -f ics"));
        assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");
        assert!(calendar.contains(says), "{says} in {calendar}");
        assert!(calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
        for once in ["VERSION:", "PRODID:-//sladesk//", "CALSCALE:"] {
            assert_eq!(calendar.matches(once).count(), 1, "{once} in {calendar}");
        }
        assert_eq!(calendar.matches("PRODID").count(), 1, "{calendar}");
    }
    let none = desk.run("sladesk customer list -f ics");
    assert_eq!(none.status, 2, "{}", none.stderr);
    // what needs no desk needs none as a calendar either
    let nowhere = Sandbox::new();
    let due = "calendar due --zone UTC --within 4h --week \"mon-fri 09:00-18:00\"";
    for line in ["plan list", due] {
        let plain = nowhere.run(&format!("sladesk {line} -f json"));
        assert_eq!(plain.status, 0, "{line}: {}", plain.stderr);
        let calendar = nowhere.run(&format!("sladesk {line} -f ics"));
        assert!(
            [0, 2].contains(&calendar.status),
            "{line}: {}",
            calendar.stderr
        );
    }
}

#[test]
fn an_entry_of_a_calendar_is_the_same_one_later_and_no_other_desks() {
    let lines = |desk: &Sandbox, name: &str| -> Vec<String> {
        let calendar = desk.done("sladesk overdue --within 720h -f ics");
        let lines = calendar.lines().filter(|line| line.starts_with(name));
        lines.map(str::to_owned).collect()
    };
    let sequence = |desk: &Sandbox| -> u32 {
        let line = &lines(desk, "SEQUENCE:")[0];
        line["SEQUENCE:".len()..].trim().parse().expect("a number")
    };
    let first = desk();
    let (uids, stamp, before) = (
        lines(&first, "UID:"),
        lines(&first, "DTSTAMP:"),
        sequence(&first),
    );
    let mut once = uids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), uids.len(), "{uids:?}");
    let later = first.at("2026-10-14T13:30:00Z");
    assert_eq!(lines(&later, "UID:"), uids);
    assert_ne!(lines(&later, "DTSTAMP:"), stamp);
    assert!(sequence(&later) > before);
    let other = desk();
    assert!(lines(&other, "UID:").iter().all(|uid| !uids.contains(uid)));
}

#[test]
fn work_is_a_row_an_entry_and_has_no_amount_where_the_terms_state_none() {
    let desk = desk();
    desk.tells(
        "sladesk report billing",
        r#"[{"ticket": 1, "what": "work", "worked_seconds": 2700, "rate": null, "amount": null, "customer": "acme"}]"#,
    );
    assert_eq!(desk.done("sladesk report billing --period 2026-09"), "");
}

const PRICED: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"
[priorities]
high = "High"
[channels]
email = "E-mail"
[milestones.response]
met-by = ["replied"]
[plans.std]
targets.response = { high = "4h" }
price = { amount = "80.50", currency = "EUR", per = "hour" }
"#;

#[test]
fn work_costs_what_the_terms_say_and_goes_to_a_file_for_each_customer() {
    let desk = Sandbox::of_plan(PRICED).at("2026-10-14T13:00:00Z");
    desk.signs_acme();
    for line in [
        "open dana@acme.example One -p high -c email",
        "work 1 45m",
        "work 1 10h",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let amounts = |ask: &str| {
        let rows = desk.json(&format!("sladesk report billing {ask}"));
        let rows = rows.as_array().expect("rows").iter();
        rows.map(|row| row["amount"].as_str().expect("an amount").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(amounts("--sort amount"), ["60.38", "805.00"]);
    assert_eq!(amounts("--sort -amount"), ["805.00", "60.38"]);
    std::fs::create_dir(desk.path("bills")).expect("a folder in the sandbox");
    let said = desk.done("sladesk report billing --period 2026-10 -f csv -o bills/");
    assert!(said.contains("acme-billing-2026-10-en.csv"), "{said}");
}

#[test]
fn what_goes_beyond_the_hours_of_the_contract_is_overage() {
    let plan = PRICED.to_owned() + "allowances.bank = { hours = \"2h\", per = \"month\" }\n";
    let desk = Sandbox::of_plan(&plan).at("2026-10-14T13:00:00Z");
    desk.signs_acme();
    for line in [
        "open dana@acme.example One -p high -c email",
        "work 1 90m",
        "work 1 75m",
        "work 1 1h",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    desk.tells(
        "sladesk report billing --sort event",
        r#"[{"worked_seconds": 5400, "charged_seconds": 5400, "overage_seconds": 0, "rate": "80.50"},
            {"worked_seconds": 4500, "charged_seconds": 4500, "overage_seconds": 2700},
            {"worked_seconds": 3600, "charged_seconds": 3600, "overage_seconds": 3600}]"#,
    );
}

#[test]
fn a_bill_is_a_page_with_a_head_a_total_and_a_seal_in_each_language() {
    let desk = desk();
    for (language, direction, title) in [
        ("en", "ltr", "Billing 2026-10"),
        ("vi", "ltr", "Tính phí, tháng 10 năm 2026"),
        ("ru", "ltr", "Работы и начисления, октябрь 2026 г."),
        ("es", "ltr", "Facturación, octubre de 2026"),
        ("ar", "rtl", "الفوترة"),
    ] {
        let page = desk.done(&format!(
            "sladesk report billing --period 2026-10 --lang {language} -f html"
        ));
        let head = format!("<html lang=\"{language}\" dir=\"{direction}\">");
        assert!(page.contains(&head) && page.contains(title), "{page}");
        assert!(
            page.contains("<tfoot>") && page.contains("@2026-"),
            "{page}"
        );
    }
    let nothing = desk.done("sladesk report billing --period 2026-01 -f text");
    assert!(
        nothing.contains("Nothing was worked in that period."),
        "{nothing}"
    );
}

#[test]
fn every_list_is_a_workbook_too() {
    let desk = desk();
    for line in [
        "list",
        "overdue --within 168h",
        "next",
        "log",
        "contract list",
        "customer list",
        "contact list",
        "staff list",
        "plan list",
        "calendar holidays",
        "report sla",
        "report billing",
        "report quarterly --period 2026Q4",
        "show 1",
    ] {
        desk.done(&format!("sladesk {line} -o once.xlsx"));
        desk.done(&format!("sladesk {line} -f xlsx -o again.xlsx"));
        let written = |name: &str| std::fs::read(desk.path(name)).expect("written");
        assert!(written("once.xlsx").starts_with(b"PK"), "{line}");
        assert!(written("once.xlsx") == written("again.xlsx"), "{line}");
    }
}
