//! What is used, billed and compared comes to what it lists: on desks made at random, as scripts
//! read it and on the page of each language.

use serde_json::Value;

use crate::chance::Chance;
use crate::sandbox::Sandbox;
use crate::totals::{LANGUAGES, list, number, pages, sum, unmarked};

const PLAN: &str = r#"
schema = 1
vendor = "own"
source = "own page"
zone = "UTC"
hours = "around-the-clock"
[priorities]
high = "High"
low = "Low"
[channels]
email = "E-mail"
[milestones.response]
met-by = ["replied"]
[milestones.resolution]
met-by = ["resolved"]
[plans.std]
targets.response = { high = "2h", low = "8h" }
targets.resolution = { high = "8h", low = "40h" }
price = { amount = "80.50", currency = "EUR", per = "hour" }
allowances.pot = { title = "Hours", hours = "12h", per = "quarter", when-used-up = "overage" }
allowances.cases = { title = "Cases", cases = 7, per = "contract-year", when-used-up = "overage" }
"#;

/// Tickets that were answered, worked on and resolved sooner or later.
fn desk(seed: u64) -> Sandbox {
    let desk = Sandbox::of_plan(PLAN).at("2026-10-01T08:00:00Z");
    desk.signs_acme();
    let mut chance = Chance::of(seed);
    for ticket in 1..=9 {
        let day = 2 * ticket;
        let priority = ["high", "low"][chance.below(2) as usize];
        let at = |hours: u64| format!("2026-10-{:02}T{:02}:00:00Z", day + hours / 24, hours % 24);
        let done =
            |hours: u64, what: &str| desk.done(&format!("sladesk --now {} {what}", at(hours)));
        done(
            0,
            &format!("open dana@acme.example T{ticket} -p {priority} -c email"),
        );
        done(1 + chance.below(4), &format!("reply {ticket} -m Hello"));
        for _ in 0..chance.below(4) {
            let minutes = 5 * (1 + chance.below(60));
            done(6, &format!("work {ticket} {minutes}m"));
        }
        if chance.below(4) > 0 {
            done(7 + chance.below(40), &format!("resolve {ticket}"));
        }
    }
    desk.at("2026-11-02T08:00:00Z")
}

fn used_is_what_the_ledger_lists(row: &Value) {
    let (granted, used) = (number(row, "granted"), number(row, "used"));
    let ledger = list(row, "ledger");
    let of = |what: &str| {
        let lines = ledger.iter().filter(|line| line["what"] == what);
        lines.map(|line| number(line, "amount")).sum::<i64>()
    };
    assert_eq!((of("granted"), of("used")), (granted, used), "{row:#}");
    let mut left = 0;
    for line in ledger {
        let amount = number(line, "amount");
        let beyond = match line["what"] == "used" {
            true => (amount - left).max(0),
            false => 0,
        };
        left = match line["what"] == "used" {
            true => (left - amount).max(0),
            false => left + amount,
        };
        assert_eq!(
            (number(line, "left"), number(line, "overage")),
            (left, beyond),
            "{row:#}"
        );
    }
    assert_eq!(number(row, "left"), left, "{row:#}");
    assert_eq!(sum(ledger, "overage"), number(row, "overage"), "{row:#}");
}

/// What stands behind a number of days, hours and minutes.
fn units(language: &str) -> [&'static str; 3] {
    match language {
        "en" => ["d", "h", "m"],
        "vi" => ["ngày", "giờ", "phút"],
        "ru" => ["дн.", "ч", "мин"],
        "es" => ["d", "h", "min"],
        _ => ["ي", "س", "د"],
    }
}

/// A length of time in minutes, money in cents, a number of cases or a count; none for words.
fn amount(cell: &str, language: &str) -> Option<i64> {
    let cell = unmarked(cell).replace(['\u{a0}', '\u{202f}'], " ");
    let [days, hours, minutes] = units(language);
    let decimal = match language {
        "en" | "ar" => '.',
        _ => ',',
    };
    let digits = |word: &str| word.chars().take_while(char::is_ascii_digit).count();
    let mut words = cell.split(' ').filter(|word| !word.is_empty()).peekable();
    let first = *words.peek()?;
    if digits(first) == 0 {
        return None;
    }
    let is_money = cell.split_once(decimal).is_some_and(|(whole, cents)| {
        let digits = |part: &str| {
            part.chars()
                .all(|c| c.is_ascii_digit() || ", .".contains(c))
        };
        cents.len() == 2 && digits(whole) && digits(cents)
    });
    if is_money {
        let cents: String = cell.chars().filter(char::is_ascii_digit).collect();
        return cents.parse().ok();
    }
    let mut whole = 0;
    while let Some(word) = words.next() {
        let (number, unit) = word.split_at(digits(word));
        let number: i64 = number.parse().ok()?;
        let unit = match unit {
            "" => words.peek().map_or("", |unit| *unit),
            unit => unit,
        };
        let (scale, has_unit) = match unit {
            unit if unit == days => (24 * 60, true),
            unit if unit == hours => (60, true),
            unit if unit == minutes => (1, true),
            // cases, or nothing
            _ => return Some(number),
        };
        whole += number * scale;
        if has_unit && word.len() == digits(word) {
            words.next();
        }
    }
    Some(whole)
}

#[test]
fn amounts_are_read_in_every_language() {
    for (language, cell, read) in [
        ("en", "2h 05m", 125),
        ("vi", "2\u{a0}giờ\u{a0}05\u{a0}phút", 125),
        ("ru", "2\u{a0}ч\u{a0}05\u{a0}мин", 125),
        ("es", "986,13", 98_613),
        ("ru", "1\u{a0}999,08", 199_908),
        ("ar", "\u{2066}1,986.13\u{2069}", 198_613),
        ("ru", "5 обращений", 5),
    ] {
        assert_eq!(amount(cell, language), Some(read), "{language} {cell}");
    }
    assert_eq!(amount("High", "en"), None);
}

#[test]
fn what_is_used_and_billed_comes_to_what_it_lists() {
    for seed in 1..4 {
        let desk = desk(seed);
        let usage = desk.json("sladesk report usage --period 2026Q4 --tickets");
        let usage = usage.as_array().expect("rows");
        assert_eq!(usage.len(), 2);
        usage.iter().for_each(used_is_what_the_ledger_lists);
        let bill = desk.json("sladesk report billing --period 2026Q4");
        let bill = bill.as_array().expect("rows");
        let worked = sum(bill, "worked_seconds") / 60;
        let cents = bill.iter().map(|row| {
            let amount = row["amount"].as_str().expect("an amount");
            amount.replace('.', "").parse::<i64>().expect("cents")
        });
        let cents: i64 = cents.sum();
        for language in LANGUAGES {
            let read = |cell: &String| amount(cell, language);
            for page in pages(
                &desk,
                &format!("usage --period 2026Q4 --tickets --lang {language}"),
            ) {
                // the two allowances, and a ledger of each
                let ledgers: Vec<_> = page.iter().rev().take(2).rev().collect();
                for (row, ledger) in page[0].rows.iter().rev().take(2).rev().zip(ledgers) {
                    let column = |place: usize, of: &[Vec<String>]| -> i64 {
                        of.iter().filter_map(|row| read(&row[place])).sum()
                    };
                    let summary: Vec<i64> = row.iter().filter_map(read).collect();
                    let used = column(2, &ledger.rows[1..]);
                    let granted = column(2, &ledger.rows[..1]);
                    let left = ledger.rows.last().and_then(|row| read(&row[3]));
                    for said in [granted, used, left.expect("what is left")] {
                        assert!(
                            summary.contains(&said),
                            "{language} {said}: {row:?} {ledger:?}"
                        );
                    }
                }
            }
            for page in pages(&desk, &format!("billing --period 2026Q4 --lang {language}")) {
                let total = page[0].total.as_ref().expect("a total");
                let mut compared = Vec::new();
                for (place, cell) in total.iter().enumerate().skip(1) {
                    let Some(said) = read(cell) else { continue };
                    let rows = page[0].rows.iter().filter_map(|row| read(&row[place]));
                    assert_eq!(rows.sum::<i64>(), said, "{language} {place}: {page:#?}");
                    compared.push(said);
                }
                assert!(
                    compared.contains(&worked) && compared.contains(&cents),
                    "{compared:?}"
                );
            }
        }
    }
}

#[test]
fn both_sides_of_a_comparison_come_to_what_they_list() {
    for seed in 1..4 {
        let desk = desk(seed);
        let asked = "whatif customer:acme --set targets.response.high=1h --set targets.resolution.low=4h --period 2026Q4";
        let compared = desk.json(&format!("sladesk report {asked}"));
        for line in list(&compared, "rows")
            .iter()
            .chain(list(&compared, "totals"))
        {
            for then in ["", "_then"] {
                let of = |figure: &str| number(line, &format!("{figure}{then}"));
                assert_eq!(of("decided"), of("met") + of("breached"), "{line:#}");
            }
        }
        let totals = list(&compared, "totals");
        let (all, parts): (Vec<&Value>, Vec<&Value>) = totals
            .iter()
            .partition(|total| total["milestone"].is_null());
        for figure in [
            "decided",
            "met",
            "breached",
            "decided_then",
            "met_then",
            "breached_then",
        ] {
            let parts: i64 = parts.iter().map(|part| number(part, figure)).sum();
            assert_eq!(number(all[0], figure), parts, "{compared:#}");
        }
        let gained = list(&compared, "gained").len() as i64 - list(&compared, "lost").len() as i64;
        let more = number(all[0], "breached_then") - number(all[0], "breached");
        let moved = list(&compared, "moved").len() as i64;
        assert!((more - gained).abs() <= moved, "{compared:#}");
        for language in LANGUAGES {
            for page in pages(&desk, &format!("{asked} --lang {language}")) {
                let rows = &page[0].rows;
                let (total, parts) = rows[rows.len() - totals.len()..]
                    .split_last()
                    .expect("totals");
                let mut counts = 0;
                for (place, cell) in total.iter().enumerate().skip(2) {
                    let digits = unmarked(cell);
                    let is_count = digits.chars().all(|c| c.is_ascii_digit()) && !digits.is_empty();
                    let Some(said) = amount(cell, language).filter(|_| is_count) else {
                        continue;
                    };
                    let parts = parts.iter().filter_map(|row| amount(&row[place], language));
                    assert_eq!(parts.sum::<i64>(), said, "{language} {place}: {page:#?}");
                    counts += 1;
                }
                assert_eq!(counts, 6, "{language}: {page:#?}");
            }
        }
    }
}

/// Hours that are bought make up for what was used beyond the allowance: a bill says so, or whoever
/// bills its total bills them twice.
#[test]
fn a_bill_comes_to_the_overage_that_the_ledger_does() {
    let mut made_up = 0;
    for seed in 1..6 {
        let desk = desk(seed);
        desk.done("sladesk --now 2026-10-25T08:00:00Z contract adjust 1 pot +2h -m Bought");
        let usage = desk.json("sladesk report usage --period 2026Q4");
        let usage = usage.as_array().expect("rows");
        let pot = usage.iter().find(|row| row["allowance"] == "pot");
        let overage = number(pot.expect("hours"), "overage");
        let bill = desk.json("sladesk report billing --period 2026Q4");
        let bill = bill.as_array().expect("rows");
        let of = |row: &Value| row["overage_seconds"].as_i64().unwrap_or(0);
        assert_eq!(bill.iter().map(of).sum::<i64>(), overage, "{bill:#?}");
        let adjusted = bill.iter().filter(|row| row["what"] == "adjusted");
        made_up += adjusted.filter(|row| of(row) < 0).count();
        // the contract's own row is none of some of its tickets
        let some = desk.json("sladesk report billing priority:high --period 2026Q4");
        let mut some = some.as_array().expect("rows").iter();
        assert!(some.all(|row| row["what"] != "adjusted"));
    }
    assert!(
        made_up > 0,
        "no desk used more than its hours before more were bought"
    );
}
