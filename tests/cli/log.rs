//! The desk's feed.

use snapbox::str;

use crate::sandbox::Sandbox;

fn desk() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk db init --zone Europe/London");
    sandbox.done("sladesk calendar adopt australia");
    sandbox
}

#[test]
fn events_are_told_oldest_first_and_a_limit_keeps_the_newest() {
    desk().shows(
        &[
            "sladesk log",
            "sladesk log -L 1",
            "sladesk log --after 1 -L 1",
            "sladesk log --fields event,entry,recorded,visible,login,once,undone_by -L 1 -f json",
        ],
        str![[r#"
$ sladesk log
1	2026-10-14T09:00:00Z	-	founded	tess	founded in Europe/London (under --now)
2	2026-10-14T09:00:00Z	-	zone-adopted	tess	adopted the rules of Europe/London ([..])
3	2026-10-14T09:00:00Z	-	days-adopted	tess	adopted the holidays australia (under --now)
[exit 0]
$ sladesk log -L 1
3	2026-10-14T09:00:00Z	-	days-adopted	tess	adopted the holidays australia (under --now)
[exit 0]
$ sladesk log --after 1 -L 1
2	2026-10-14T09:00:00Z	-	zone-adopted	tess	adopted the rules of Europe/London ([..])
[exit 0]
$ sladesk log --fields event,entry,recorded,visible,login,once,undone_by -L 1 -f json
[
{"event":3,"entry":"e3","recorded":"2026-10-14T09:00:00Z","visible":"desk","login":"tess","once":null,"undone_by":null}
]
[exit 0]

"#]],
    );
}

#[test]
fn events_are_asked_for_by_kind_entry_actor_and_time_and_the_other_way_round() {
    desk().shows(
        &[
            "sladesk log type:founded,days-adopted -f ids",
            "sladesk log not:type:founded -f ids",
            "sladesk log entry:e2 -f ids",
            "sladesk log entry:e2.. type:days-adopted -f ids",
            "sladesk log actor:me not:entry:2 -f ids",
            "sladesk log actor:minh -f ids",
            "sladesk log at:2025 -f ids",
            "sladesk log at:today recorded:2026 -f ids",
            "sladesk log once:none --after 2 -f ids",
        ],
        str![[r#"
$ sladesk log type:founded,days-adopted -f ids
1
3
[exit 0]
$ sladesk log not:type:founded -f ids
2
3
[exit 0]
$ sladesk log entry:e2 -f ids
2
[exit 0]
$ sladesk log entry:e2.. type:days-adopted -f ids
3
[exit 0]
$ sladesk log actor:me not:entry:2 -f ids
1
3
[exit 0]
$ sladesk log actor:minh -f ids
error: nobody of the desk is called `minh`
hint: it can be tess
hint: `sladesk staff list` shows them all
[exit 4]
$ sladesk log at:2025 -f ids
[exit 0]
$ sladesk log at:today recorded:2026 -f ids
1
2
3
[exit 0]
$ sladesk log once:none --after 2 -f ids
3
[exit 0]

"#]],
    );
}

#[test]
fn a_script_learns_from_the_exit_code_that_something_happened() {
    desk().shows(
        &[
            "sladesk log --after 2 --exit-code -f ids",
            "sladesk log --after 3 --exit-code",
            "sladesk log --after x",
            "sladesk log typ:founded",
            "sladesk log type:found",
        ],
        str![[r#"
$ sladesk log --after 2 --exit-code -f ids
3
[exit 10]
$ sladesk log --after 3 --exit-code
[exit 0]
$ sladesk log --after x
error: `x` is no event
hint: an event is a number: `sladesk log --fields event,what` shows them
[exit 2]
$ sladesk log typ:founded
error: no filter `typ:`
hint: did you mean `type:founded`? To look for the words: `text:"typ:founded"`
[exit 2]
$ sladesk log type:found
error: [..]
[..]
[exit 4]

"#]],
    );
}

#[test]
fn what_is_written_of_a_person_or_a_contract_beside_tickets_is_found_by_it() {
    let sandbox = Sandbox::new();
    for line in [
        "db init",
        "customer add acme --name Acme",
        "customer add gum --name Gum",
        "contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open",
        "contact add acme dana@acme.example --name Dana",
        "contact add acme luis@acme.example --name Luis",
        "contact edit dana@acme.example --phone 7",
        "open dana@acme.example One -p high -c email",
    ] {
        sandbox.done(&format!("sladesk {line}"));
    }
    let kinds = |words: &str| -> Vec<String> {
        let events = sandbox.json(&format!("sladesk log {words} --fields type"));
        let events = events.as_array().expect("a list").iter();
        events
            .map(|event| event["type"].as_str().expect("a word").to_owned())
            .collect()
    };
    let named = ["contact-authorised", "contact-edited"];
    assert_eq!(
        kinds("contact:dana@acme.example"),
        [&named[..], &["opened"]].concat()
    );
    assert_eq!(kinds("contact:dana@acme.example -L 1"), ["opened"]);
    assert_eq!(kinds("contact:luis@acme.example customer:acme"), named[..1]);
    assert!(kinds("contact:luis@acme.example customer:gum").is_empty());
    assert_eq!(kinds("contract:1"), ["contract-signed", "opened"]);
    assert_eq!(
        kinds("not:customer:acme type:customer-added"),
        ["customer-added"]
    );
    // what only tickets have, no event beside them has
    assert_eq!(kinds("customer:acme priority:high"), ["opened"]);
    assert!(kinds("assignee:none not:customer:acme").is_empty());
}
