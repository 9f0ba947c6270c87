//! A period replayed under another plan, where tickets were merged: what one left to the other is
//! worked out anew.

use serde_json::Value;

use crate::chance::Chance;
use crate::sandbox::Sandbox;
use crate::totals::{list, number};

fn plan(response: &str) -> String {
    format!(
        r#"
schema = 1
vendor = "own"
source = "own page"
zone = "UTC"
hours = "mon-sun 06:00-20:00"
[priorities]
high = "High"
low = "Low"
[channels]
email = "E-mail"
phone = "Phone"
[milestones.response]
met-by = ["replied"]
[milestones.resolution]
met-by = ["resolved"]
paused-by = ["waiting-customer"]
[plans.std]
targets.response = {{ high = "{response}", low = "12h" }}
targets.resolution = {{ high = "16h", low = "40h" }}
[plans.mail]
channels = ["email"]
targets.response = {{ high = "{response}", low = "12h" }}
targets.resolution = {{ high = "16h", low = "40h" }}
"#
    )
}

fn desk(response: &str, acts: &[String]) -> Sandbox {
    let desk = Sandbox::of_plan(&plan(response)).at("2026-10-01T08:00:00Z");
    desk.signs_acme();
    for act in acts {
        desk.done(&format!("sladesk --now 2026-10-{act}"));
    }
    desk.at("2026-11-01T08:00:00Z")
}

/// 2 is merged into 3 with half an hour less to go than 3 itself, then 3 into 1, which was answered
/// already.
fn chain() -> Vec<String> {
    let acts = [
        "05T08:00:00Z open dana@acme.example One -p high -c email",
        "05T08:10:00Z reply 1 -m Hello",
        "06T07:30:00Z open dana@acme.example Two -p high -c phone",
        "06T08:00:00Z open dana@acme.example Three -p high -c email",
        "06T08:30:00Z merge 2 3 -m same",
        "06T09:00:00Z merge 3 1 -m same",
        "06T13:00:00Z reply 1 -m Sorry",
    ];
    acts.map(str::to_owned).to_vec()
}

fn response(compared: &Value) -> [i64; 4] {
    let mut rows = list(compared, "rows").iter();
    let row = rows.find(|row| row["milestone"] == "response");
    let row = row.expect("a row of responses");
    ["met", "breached", "met_then", "breached_then"].map(|figure| number(row, figure))
}

#[test]
fn what_a_merge_hands_over_is_worked_out_under_the_other_terms() {
    let desk = desk("4h", &chain());
    let asked = |other: &str| {
        desk.json(&format!(
            "sladesk --plans plans report whatif customer:acme --period 2026Q4 {other}"
        ))
    };
    // 2 was due at 11:30, half an hour before 3, and handed that on twice
    let set = |target: &str| asked(&format!("--set targets.response.high={target}"));
    assert_eq!(response(&set("4h")), [1, 1, 1, 1]);
    assert_eq!(response(&set("5h")), [1, 1, 1, 1]);
    // at 13:30
    assert_eq!(response(&set("6h")), [1, 1, 2, 0]);
    assert_eq!(list(&set("6h"), "lost").len(), 1);
    // broken before they were merged: they leave nothing, and the breaches are theirs
    assert_eq!(response(&set("10m")), [1, 1, 1, 2]);
    // in other hours
    let weeks = asked("--week \"mon-sun 06:00-10:00\"");
    assert_eq!(response(&weeks), [1, 1, 2, 0]);
    // who was not let in by phone leaves nothing; 3 had until 12:00
    let mail = asked("--plan own/mail");
    assert_eq!(response(&mail), [1, 1, 1, 1]);
    assert_eq!(list(&mail, "refused")[0]["ticket"], 2);
    let later = asked("--plan own/mail --set targets.response.high=5h");
    assert_eq!(response(&later), [1, 1, 2, 0]);
    // those that were merged in are nobody's question here
    let one = desk.json("sladesk --plans plans report whatif ticket:1 --period 2026Q4 --plan own/mail --set targets.response.high=5h");
    assert_eq!(response(&one), [1, 1, 2, 0]);
    assert!(list(&one, "refused").is_empty(), "{one:#}");
    assert!(list(&one, "left_out").is_empty(), "{one:#}");
}

/// Tickets opened an hour apart, each answered, left waiting, resolved or merged into an earlier
/// one by chance.
fn acts_by_chance(seed: u64) -> Vec<String> {
    let mut chance = Chance::of(seed);
    let mut open: Vec<u64> = Vec::new();
    let mut acts = Vec::new();
    let mut opened = 0;
    for hour in 0..30 {
        let at = format!("{:02}T{:02}:00:00Z", 5 + hour / 12, 7 + hour % 12);
        let mut act = |what: String| acts.push(format!("{at} {what}"));
        let held = open
            .get(chance.below(1 + open.len() as u64) as usize)
            .copied();
        match (chance.below(6), held) {
            (0, Some(ticket)) => act(format!("reply {ticket} -m Hello")),
            (1, Some(ticket)) => {
                act(format!("resolve {ticket} -m Done"));
                open.retain(|one| *one != ticket);
            }
            (2 | 3, Some(ticket)) if open.len() > 1 => {
                let others: Vec<u64> = open.iter().copied().filter(|o| *o != ticket).collect();
                let into = others[chance.below(others.len() as u64) as usize];
                act(format!("merge {ticket} {into} -m same"));
                open.retain(|one| *one != ticket);
            }
            _ => {
                opened += 1;
                let priority = ["high", "low"][chance.below(2) as usize];
                act(format!(
                    "open dana@acme.example T{opened} -p {priority} -c email"
                ));
                open.push(opened);
            }
        }
    }
    acts
}

/// The oracle is a desk on which the other target held from the beginning and all was done at the
/// same time.
#[test]
fn the_replay_says_what_a_desk_under_the_other_terms_says() {
    let mut merged_otherwise = 0;
    for seed in 1..4 {
        let acts = acts_by_chance(seed);
        let desk_now = desk("4h", &acts);
        for target in ["4h", "9h"] {
            let compared = desk_now.json(&format!(
                "sladesk --plans plans report whatif customer:acme --set targets.response.high={target} --period 2026Q4"
            ));
            let sla = "sladesk report sla customer:acme --period 2026Q4";
            let sla = match target {
                "4h" => desk_now.json(sla),
                other => desk(other, &acts).json(sla),
            };
            for line in list(&sla, "rows") {
                let same = |row: &&Value| {
                    (&row["milestone"], &row["priority"]) == (&line["milestone"], &line["priority"])
                };
                let row = list(&compared, "rows").iter().find(same);
                let row = row.unwrap_or_else(|| panic!("{line:#} of {compared:#}"));
                for figure in ["met", "breached"] {
                    let then = number(row, &format!("{figure}_then"));
                    assert_eq!(then, number(line, figure), "{seed} {target} {acts:#?}");
                    if target == "4h" {
                        assert_eq!(then, number(row, figure), "{seed} {acts:#?}");
                    }
                }
                merged_otherwise += i64::from(number(row, "breached") != number(line, "breached"));
            }
        }
    }
    assert!(merged_otherwise > 2, "{merged_otherwise}");
}
