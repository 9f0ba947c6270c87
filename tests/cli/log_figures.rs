//! `report sla` on a log against plain SQL over the rows of its clocks, for three plans and three
//! periods: on a log that is made here, and on the one that `SLADESK_LOG` names, an audit log as the
//! mapping `servicenow` reads it (docs/import.md), which is not part of the project.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde_json::Value;

use crate::sandbox::Sandbox;

const PLANS: &str = r#"schema = 1
vendor = "own"
zone = "UTC"
[priorities]
p1 = { title = "P1", aliases = ["1"] }
p2 = { title = "P2", aliases = ["2"] }
p3 = { title = "P3", aliases = ["3"] }
p4 = { title = "P4", aliases = ["4"] }
[channels]
email = "E-mail"
[milestones]
response = { met-by = ["acknowledged"] }
resolution = { met-by = ["resolved", "closed"], paused-by = ["waiting-customer", "waiting-vendor"] }
[plans.always]
hours = "around-the-clock"
targets.response = { p1 = "30m", p2 = "1h", p3 = "4h", p4 = "8h" }
targets.resolution = { p1 = "8h", p2 = "24h", p3 = "80h", p4 = "200h" }
[plans.office]
hours = "mon-fri 09:00-17:00"
targets.response = { p1 = "15m", p2 = "1h", p3 = "4h", p4 = "8h" }
targets.resolution = { p1 = "4h", p2 = "8h", p3 = "24h", p4 = "none" }
[plans.days]
hours = "mon-sat 08:00-18:00"
business-days = "mon-sat 08:00-18:00"
targets.response = { p1 = "1h", p2 = "1bd", p3 = "2bd", p4 = "3bd" }
targets.resolution = { p1 = "1bd", p2 = "3bd", p3 = "5bd", p4 = "10bd" }
"#;

/// The first second of each and the first that it no longer holds.
const PERIODS: [(&str, i64, i64); 3] = [
    ("2016-03", 1_456_790_400, 1_459_468_800),
    ("2016Q2", 1_459_468_800, 1_467_331_200),
    ("2016", 1_451_606_400, 1_483_228_800),
];

const NOW: i64 = 1_519_862_400;

/// The clocks that broke, and those that did not, with when that was decided.
const CLOCKS: &str = "
    WITH clocks AS (
      SELECT ticket, milestone, cycle, priority, fate, ended, late_entry, imported, elapsed_at_end,
             CASE WHEN fate IS NOT 'corrected' AND due < coalesce(ended, ?3) AND breach <= ?3
                  THEN breach END AS broke
      FROM clock)";

/// Met, breached and replaced, by milestone and priority.
const LINES: &str = "
    SELECT milestone, priority,
      sum(broke IS NULL AND fate = 'reached' AND ended >= ?1 AND ended < ?2),
      sum(broke IS NOT NULL AND broke >= ?1 AND broke < ?2),
      sum(broke IS NULL AND fate = 'replaced' AND ended >= ?1 AND ended < ?2),
      sum(broke IS NULL AND fate = 'reached' AND ended >= ?1 AND ended < ?2
          AND late_entry AND NOT imported),
      sum(broke IS NULL AND fate = 'reached' AND ended >= ?1 AND ended < ?2 AND imported)
    FROM clocks GROUP BY 1, 2";

/// How long each of these took that was reached.
const TOOK: &str = "
    SELECT elapsed_at_end FROM clocks
    WHERE milestone = ?4 AND priority = ?5 AND fate = 'reached' AND elapsed_at_end IS NOT NULL
      AND coalesce(broke, ended) >= ?1 AND coalesce(broke, ended) < ?2
    ORDER BY 1";

/// A ticket's milestone once a cycle: broken by the first of its clocks that was, else met by the last.
const TOTALS: &str = ",
    units AS (
      SELECT ticket, milestone, cycle, min(broke) AS broke,
             max(CASE WHEN broke IS NULL AND fate = 'reached' THEN ended END) AS met
      FROM clocks GROUP BY 1, 2, 3)
    SELECT milestone, sum(broke IS NULL AND met >= ?1 AND met < ?2), sum(broke >= ?1 AND broke < ?2)
    FROM units GROUP BY 1";

/// What is compared of each line.
const FIGURES: [&str; 5] = ["met", "breached", "superseded", "late_entries", "imported"];

/// The figures by milestone and priority.
type Lines = BTreeMap<(String, String), [i64; 5]>;

#[test]
fn the_figures_of_a_log_are_those_of_plain_sql() {
    #[allow(
        clippy::disallowed_methods,
        reason = "a test is told where its data is"
    )]
    let long = std::env::var_os("SLADESK_LOG").map(PathBuf::from);
    let folder = Sandbox::new();
    let made = folder.file("log.csv", &made_log());
    for log in [made].into_iter().chain(long) {
        must_be_those_of_plain_sql(&log);
    }
}

/// A log of 400 tickets: each is taken up, waited for, changed in priority, resolved, reopened and
/// closed, or left in one of these states, over the first half of 2016.
fn made_log() -> String {
    let mut seed: u64 = 20_160_301;
    // the low bits of such a series repeat soon
    let mut below = |bound: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) % bound
    };
    let mut log = "number,sys_updated_at,opened_at,incident_state,priority,contact_type,\
                   assigned_to,category,subcategory,u_symptom\n"
        .to_owned();
    let first = chrono::DateTime::from_timestamp(1_451_606_400, 0).expect("the new year of 2016");
    let minutes = |n: u64| chrono::TimeDelta::minutes(i64::try_from(n).expect("some minutes"));
    for ticket in 1..=400 {
        let opened = first + minutes(below(180 * 24 * 60));
        let priorities = ["1 - Critical", "2 - High", "3 - Moderate", "4 - Low"];
        let mut priority = priorities[below(4) as usize];
        let mut at = opened;
        let ways: [&[&str]; 5] = [
            &["New", "Active", "Resolved", "Closed"],
            &[
                "New",
                "Active",
                "Awaiting User Info",
                "Active",
                "Resolved",
                "Closed",
            ],
            &[
                "New",
                "Awaiting Vendor",
                "Active",
                "Resolved",
                "Active",
                "Resolved",
                "Closed",
            ],
            &["New", "Active", "Awaiting User Info"],
            &["New"],
        ];
        for state in ways[below(5) as usize] {
            let [written, opened] = [at, opened].map(|at| at.format("%d/%m/%Y %H:%M"));
            writeln!(
                log,
                "INC{ticket:04},{written},{opened},{state},{priority},Email,Resolver {},Category 1,?,?",
                below(9)
            )
            .expect("a text takes everything");
            if below(4) == 0 {
                priority = priorities[below(4) as usize];
            }
            at += minutes(1 + below(3 * 24 * 60));
        }
    }
    log
}

fn must_be_those_of_plain_sql(log: &Path) {
    let mut compared = Vec::new();
    for plan in ["always", "office", "days"] {
        let desk = Sandbox::new();
        desk.file("plans/own.toml", PLANS);
        for line in [
            "db init --zone UTC",
            "customer add c --name C",
            &format!(
                "--plans plans contract sign c own/{plan} --start 2015-01-01 --end 2020-12-31 --set contacts=3"
            ),
        ] {
            desk.done(&format!("sladesk --now 2015-01-01T00:00:00Z {line}"));
        }
        let log = log.display();
        desk.done(&format!(
            "sladesk --now 2018-03-01T00:00:00Z import events {log} --mapping servicenow --customer c"
        ));
        let Some(file) = desk.desk_file() else { return };
        let sql = Connection::open(file).expect("the desk's file");
        for (period, from, to) in PERIODS {
            let report = desk.json(&format!(
                "sladesk --now 2018-03-01T00:00:00Z report sla customer:c --period {period}"
            ));
            compared.extend(same(&sql, &report, (from, to), &format!("{plan} {period}")));
        }
    }
    assert!(compared.len() > 40, "{} lines", compared.len());
    // what an import brought late is told as imported
    let told = |figure: &&str| *figure != "late_entries";
    for (place, figure) in FIGURES
        .iter()
        .enumerate()
        .filter(|(_, figure)| told(figure))
    {
        let some = compared.iter().any(|line| line[place] > 0);
        assert!(some, "none of the lines has any {figure}");
    }
}

fn same(sql: &Connection, report: &Value, (from, to): (i64, i64), what: &str) -> Vec<[i64; 5]> {
    let figure = |line: &Value, key: &str| line[key].as_i64().expect("a number");
    let word = |line: &Value, key: &str| line[key].as_str().unwrap_or_default().to_owned();
    let rows = report["rows"].as_array().expect("rows");
    let reported: Lines = rows
        .iter()
        .map(|line| {
            let name = (word(line, "milestone"), word(line, "priority"));
            (name, FIGURES.map(|key| figure(line, key)))
        })
        .filter(|(_, figures)| figures.iter().any(|figure| *figure > 0))
        .collect();
    let mut counted = Lines::new();
    let mut statement = sql.prepare(&format!("{CLOCKS}{LINES}")).expect("SQL");
    let mut found = statement.query((from, to, NOW)).expect("rows");
    while let Some(row) = found.next().expect("a row") {
        let figures = [2, 3, 4, 5, 6].map(|place| row.get(place).expect("a number"));
        let name = (row.get(0).expect("a word"), row.get(1).expect("a word"));
        if figures.iter().any(|figure| *figure > 0) {
            counted.insert(name, figures);
        }
    }
    assert_eq!(reported, counted, "{what}");
    for line in rows {
        let mut statement = sql.prepare(&format!("{CLOCKS}{TOOK}")).expect("SQL");
        let (milestone, priority) = (word(line, "milestone"), word(line, "priority"));
        let took = statement
            .query_map((from, to, NOW, milestone, priority), |row| row.get(0))
            .expect("rows");
        let took: Vec<i64> = took.collect::<Result<_, _>>().expect("numbers");
        for (key, percent) in [("median_seconds", 50), ("p90_seconds", 90)] {
            let rank = (took.len() * percent).div_ceil(100).max(1) - 1;
            assert_eq!(
                line[key].as_i64(),
                took.get(rank).copied(),
                "{what} {key} {line:#}"
            );
        }
    }
    let totals = report["totals"].as_array().expect("totals");
    let mut statement = sql.prepare(&format!("{CLOCKS}{TOTALS}")).expect("SQL");
    let mut found = statement.query((from, to, NOW)).expect("rows");
    let mut all = [0, 0];
    while let Some(row) = found.next().expect("a row") {
        let milestone: String = row.get(0).expect("a word");
        let counted: [i64; 2] = [1, 2].map(|place| {
            row.get::<_, Option<i64>>(place)
                .expect("a number")
                .unwrap_or(0)
        });
        all = [all[0] + counted[0], all[1] + counted[1]];
        let total = totals
            .iter()
            .find(|total| word(total, "milestone") == milestone);
        let total = total.map_or([0, 0], |total| {
            ["met", "breached"].map(|key| figure(total, key))
        });
        assert_eq!(total, counted, "{what}: all of {milestone}");
    }
    let total = totals.iter().find(|total| total["milestone"].is_null());
    let total = total.map_or([0, 0], |total| {
        ["met", "breached"].map(|key| figure(total, key))
    });
    assert_eq!(total, all, "{what}: all");
    reported.into_values().collect()
}
