//! The work list: what comes first, what comes up again, and why.

use crate::sandbox::Sandbox;
use crate::tickets::desk;

/// The tickets of the work list, each with why it stands there.
fn list(desk: &Sandbox) -> Vec<(i64, String)> {
    let listed = desk.json("sladesk next");
    let all = listed.as_array().expect("a list").iter();
    all.map(|one| {
        let why = one["why"].as_str().expect("a reason").to_owned();
        (one["ticket"].as_i64().expect("a number"), why)
    })
    .collect()
}

fn order(desk: &Sandbox) -> Vec<i64> {
    list(desk).into_iter().map(|(ticket, _)| ticket).collect()
}

#[test]
fn follow_ups_and_estimates_come_up_when_their_time_has_come() {
    let desk = desk();
    for line in [
        // 1 waits, 2 was to be done, 3 is due tomorrow
        "open dana@acme.example \"Waits\" -p medium -c email",
        "wait 1 customer -m \"Which version?\" --until 13:00",
        "open dana@acme.example \"Promised\" -p high -c email",
        "reply 2 -m \"We look into it\"",
        "eta 2 12:30 --told dana@acme.example",
        "open igor@neva.example \"Later\" -p p2 -c phone -t faults",
        "ack 3",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    assert_eq!(order(&desk), [3, 2, 1], "what is due, then the urgent one");
    let desk = desk.at("2026-10-14T11:10:00Z");
    let told = list(&desk);
    assert_eq!(told[0], (2, "eta was 40m ago".to_owned()));
    assert_eq!(told[1], (1, "follow up, 10m ago".to_owned()));
    assert_eq!(told[2], (3, "resolution due".to_owned()));
    desk.done("sladesk receive 1 -m \"8.1\"");
    desk.done("sladesk eta 2 \"tomorrow 12:00\"");
    let told = list(&desk);
    assert_eq!(told[1], (2, "desk answered".to_owned()), "{told:?}");
    assert_eq!(told[2], (1, "customer asked".to_owned()));
}

#[test]
fn where_no_clock_runs_the_more_urgent_comes_first() {
    let desk = desk();
    for line in [
        "open dana@acme.example \"Low, asked\" -p low -c email",
        "open dana@acme.example \"High, answered\" -p high -c email",
        "reply 2 -m \"Try again\"",
        "open dana@acme.example \"Low, answered\" -p low -c email",
        "reply 3 -m \"Try again\"",
        "open dana@acme.example \"High, asked again\" -p high -c email",
        "reply 4 -m \"Try again\"",
        "receive 4 -m \"It is the same\"",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    assert_eq!(order(&desk), [4, 2, 1, 3]);
    let why: Vec<String> = list(&desk).into_iter().map(|(_, why)| why).collect();
    assert_eq!(
        why,
        [
            "customer asked",
            "desk answered",
            "customer asked",
            "desk answered"
        ]
    );
}

#[test]
fn among_those_of_one_priority_the_rank_of_the_plan_comes_first() {
    let desk = Sandbox::of_plan(
        r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "mon-fri 09:00-17:00"
priorities = { high = "High", low = "Low" }
channels.email = "E-mail"
milestones.response.met-by = ["replied"]
plans.std = { rank = 2, targets.response = "1h" }
plans.gold = { targets.response = "1h" }
plans.talk = { rank = 3, targets.response = "none" }
plans.listen = { targets.response = "none" }
"#,
    );
    let page = desk.done("sladesk --plans plans plan show own/std -f tsv --fields path,value");
    assert!(page.contains("rank\t2\n"), "{page}");
    for (customer, plan) in [
        ("acme", "std"),
        ("neva", "gold"),
        ("talk", "talk"),
        ("mute", "listen"),
    ] {
        for line in [
            format!("customer add {customer} --name {customer}"),
            format!("--plans plans contract sign {customer} own/{plan} --set contacts=5"),
            format!("contact add {customer} dana@{customer}.example --name Dana"),
        ] {
            desk.done(&format!("sladesk --now 2026-10-01T08:00:00Z {line}"));
        }
    }
    for (who, priority, at) in [
        ("acme", "high", "09:00"),
        ("neva", "high", "09:10"),
        ("acme", "low", "09:20"),
        ("neva", "low", "09:30"),
        ("talk", "low", "09:40"),
        ("mute", "low", "09:50"),
    ] {
        desk.done(&format!(
            "sladesk --now 2026-10-01T{at}:00Z open dana@{who}.example \"It is slow\" -p {priority} -c email"
        ));
    }
    let desk = desk.at("2026-10-01T12:00:00Z");
    assert_eq!(order(&desk), [2, 1, 4, 3, 6, 5]);
    let listed = desk.json("sladesk next");
    let ranks = listed.as_array().expect("a list").iter();
    let ranks = ranks.map(|one| one["plan_rank"].as_i64());
    let ranks: Vec<_> = ranks.collect();
    assert_eq!(ranks, [1, 2, 1, 2, 1, 3].map(Some));
    assert_eq!(desk.done("sladesk db check -f json").trim(), "[]");
}

#[test]
fn what_breaks_within_the_hour_and_what_is_broken_stand_above_reminders() {
    let desk = desk();
    for line in [
        "open dana@acme.example \"Promised\" -p high -c email",
        "reply 1 -m \"We look into it\"",
        "eta 1 12:30",
        "open dana@acme.example \"Soon\" -p high -c email",
        "open dana@acme.example \"Late\" -p medium -c email --at \"yesterday 10:00\"",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let desk = desk.at("2026-10-14T10:35:00Z");
    let told = list(&desk);
    let expected = [
        (2, "response late"),
        (3, "response late"),
        (1, "eta was 5m ago"),
    ];
    let expected = expected.map(|(ticket, why)| (ticket, why.to_owned()));
    assert_eq!(told, expected);
    let desk = desk.at("2026-10-14T09:30:00Z");
    assert_eq!(list(&desk)[0], (2, "response soon".to_owned()));
}
