//! What a write says it did: which ticket, to whom, what became of each clock, what is due next.

use snapbox::str;

use crate::sandbox::Sandbox;
use crate::tickets::desk;

fn of_neva() -> Sandbox {
    let desk = desk();
    desk.done("sladesk customer edit neva --zone Asia/Tokyo");
    for line in [
        "open igor@neva.example \"Slow at 9\" -p p2 -c phone -t faults --at 10:00",
        "open dana@acme.example \"Nobody can log in\" -p high -c phone --at \"yesterday 10:00\"",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    desk
}

#[test]
fn a_write_says_which_ticket_to_whom_and_what_follows() {
    of_neva().shows(
        &[
            "sladesk reply 1 -m \"We look into it\"",
            "sladesk reply 2 -m \"Sorry\"",
            "sladesk eta 1 \"fri 9am\" --told igor@neva.example",
            "sladesk wait 1 customer --until \"tomorrow 10:00\" -m \"Which version?\"",
            "sladesk receive 1 --contact igor@neva.example -m 8.1",
            "sladesk note 1 -m x -n",
            "sladesk assign 1,2 minh",
            "sladesk resolve 2 -m \"It was the proxy\"",
        ],
        str![[r#"
$ sladesk reply 1 -m "We look into it"
1: replied to igor@neva.example (neva, "Slow at 9")
  response met with 3h left; resolution due Mon 19 Oct 10:00 (17:00 in Asia/Tokyo)
[exit 0]
$ sladesk reply 2 -m "Sorry"
2: replied to dana@acme.example (acme, "Nobody can log in")
  response reached 9h late; `sladesk cause 2 response` says why
[exit 0]
$ sladesk eta 1 "fri 9am" --told igor@neva.example
1: estimated for Fri 16 Oct 09:00 (16:00 in Asia/Tokyo), told igor@neva.example (neva, "Slow at 9")
  resolution due Mon 19 Oct 10:00 (17:00 in Asia/Tokyo)
[exit 0]
$ sladesk wait 1 customer --until "tomorrow 10:00" -m "Which version?"
1: waits for the customer until tomorrow 10:00 (17:00 in Asia/Tokyo), said to igor@neva.example (neva, "Slow at 9")
  resolution due Mon 19 Oct 10:00 (17:00 in Asia/Tokyo)
[exit 0]
$ sladesk receive 1 --contact igor@neva.example -m 8.1
1: heard from igor@neva.example, waits no more (neva, "Slow at 9")
  resolution due Mon 19 Oct 10:00 (17:00 in Asia/Tokyo)
[exit 0]
$ sladesk note 1 -m x -n
1, not written: noted (neva, "Slow at 9")
  resolution due Mon 19 Oct 10:00 (17:00 in Asia/Tokyo)
[exit 0]
$ sladesk assign 1,2 minh
1: assigned to minh (neva, "Slow at 9")
  resolution due Mon 19 Oct 10:00 (17:00 in Asia/Tokyo)
2: assigned to minh (acme, "Nobody can log in")
[exit 0]
$ sladesk resolve 2 -m "It was the proxy"
2: resolved (acme, "Nobody can log in")
[exit 0]

"#]],
    );
}

#[test]
fn an_undo_says_what_is_so_again() {
    let desk = of_neva();
    desk.done("sladesk assign 1 minh");
    desk.done("sladesk resolve 1");
    desk.shows(
        &["sladesk undo", "sladesk undo", "sladesk undo e99 "],
        str![[r#"
$ sladesk undo
undid e16: 1 resolved
  1: open again as p2, assigned to minh (neva, "Slow at 9")
    again: no answer; last word the customer's
    response due today 14:00 (21:00 in Asia/Tokyo); resolution due Mon 19 Oct 10:00 (17:00 in Asia/Tokyo)
[exit 0]
$ sladesk undo
undid e15: 1 assigned to minh
  1: open again as p2, assigned to nobody (neva, "Slow at 9")
    response due today 14:00 (21:00 in Asia/Tokyo); resolution due Mon 19 Oct 10:00 (17:00 in Asia/Tokyo)
[exit 0]
$ sladesk undo e99 
error: no entry e99
hint: `sladesk log --fields entry,what` shows them
[exit 4]

"#]],
    );
}

#[test]
fn an_undo_says_the_times_as_the_write_said_them() {
    let desk = of_neva();
    desk.shows(
        &[
            "sladesk wait 1 --until \"Fri 09:00\"",
            "sladesk undo -n",
            "sladesk undo",
            "sladesk eta 2 \"Fri 09:00\" --told Dana",
            "sladesk undo",
        ],
        str![[r#"
$ sladesk wait 1 --until "Fri 09:00"
1: waits for the customer until Fri 16 Oct 09:00 (16:00 in Asia/Tokyo) (neva, "Slow at 9")
  response met with 3h left; resolution due Mon 19 Oct 10:00 (17:00 in Asia/Tokyo)
[exit 0]
$ sladesk undo -n
would undo e15: 1 waits for the customer until Fri 16 Oct 09:00 (16:00 in Asia/Tokyo)
  1: open again as p2, assigned to nobody (neva, "Slow at 9")
    again: no answer; last word the customer's; no follow-up
    response due today 14:00 (21:00 in Asia/Tokyo); resolution due Mon 19 Oct 10:00 (17:00 in Asia/Tokyo)
[exit 0]
$ sladesk undo
undid e15: 1 waits for the customer until Fri 16 Oct 09:00 (16:00 in Asia/Tokyo)
  1: open again as p2, assigned to nobody (neva, "Slow at 9")
    again: no answer; last word the customer's; no follow-up
    response due today 14:00 (21:00 in Asia/Tokyo); resolution due Mon 19 Oct 10:00 (17:00 in Asia/Tokyo)
[exit 0]
$ sladesk eta 2 "Fri 09:00" --told Dana
2: estimated for Fri 16 Oct 09:00 (08:00 in UTC+1), told Dana (acme, "Nobody can log in")
  response was due yesterday 11:00 (10:00 in UTC+1)
[exit 0]
$ sladesk undo
undid e17: 2 estimated for Fri 16 Oct 09:00 (08:00 in UTC+1), told Dana
  2: open again as high, assigned to nobody (acme, "Nobody can log in")
    again: no estimate
    response was due yesterday 11:00 (10:00 in UTC+1)
[exit 0]

"#]],
    );
}

#[test]
fn an_edit_says_what_the_ticket_names_from_now_on() {
    let desk = of_neva();
    desk.done("sladesk contact add acme eve@acme.example --name Eve --start 2026-10-01");
    desk.shows(
        &[
            "sladesk edit 2 -t analytics --version 8.3 --language en --subject \"Login fails\"",
            "sladesk edit 2 --contact eve@acme.example",
            "sladesk undo",
            "sladesk log 2 --fields what -f tsv",
        ],
        str![[r#"
$ sladesk edit 2 -t analytics --version 8.3 --language en --subject "Login fails"
2: edited: subject "Login fails", topic analytics, version 8.3, language en (acme, "Login fails")
  response was due yesterday 11:00 (10:00 in UTC+1)
[exit 0]
$ sladesk edit 2 --contact eve@acme.example
2: edited: another contact, eve@acme.example (acme, "Login fails")
  response was due yesterday 11:00 (10:00 in UTC+1)
[exit 0]
$ sladesk undo
undid e17: 2 edited: another contact
  2: open again as high, assigned to nobody (acme, "Login fails")
    again: contact dana@acme.example
    response was due yesterday 11:00 (10:00 in UTC+1)
[exit 0]
$ sladesk log 2 --fields what -f tsv
opened as high (under --now)
edited: subject "Login fails", topic analytics, version 8.3, language en (under --now)
edited: another contact (undone by tess, e18; under --now)
undid e17 (under --now)
[exit 0]

"#]],
    );
}

#[test]
fn an_undo_says_what_is_so_again_of_an_account() {
    let desk = of_neva();
    desk.done("sladesk customer edit neva --name \"Neva Ltd\" --account-manager minh");
    desk.done("sladesk contact edit igor@neva.example --phone 555 --end 2026-11-30");
    desk.shows(
        &[
            "sladesk undo -n",
            "sladesk undo",
            "sladesk undo",
            "sladesk undo e18",
        ],
        str![[r#"
$ sladesk undo -n
would undo e16: edited igor@neva.example
  igor@neva.example again: no phone; no last day
[exit 0]
$ sladesk undo
undid e16: edited igor@neva.example
  igor@neva.example again: no phone; no last day
[exit 0]
$ sladesk undo
undid e15: edited neva
  neva again: name Neva; no account manager
[exit 0]
$ sladesk undo e18
undid e18: undid e15
  neva again: name Neva Ltd; account manager minh
[exit 0]

"#]],
    );
}

#[test]
fn a_write_about_an_account_says_it_in_the_words_of_the_log() {
    let desk = desk();
    for line in [
        "customer add kettle --name Kettle --zone Asia/Tokyo",
        "customer edit kettle --language vi",
        "contract sign kettle creatio/premium --start 2026-10-01 --set targets.response.low=open --set targets.resolution=4h",
        "contact add kettle kim@kettle.example --name Kim",
        "contact edit kim@kettle.example --phone 555",
        "contact add kettle lee@kettle.example --name Lee --replaces kim@kettle.example",
        "contact edit lee@kettle.example --end 2026-11-30",
        "contact revoke lee@kettle.example",
        "contract amend kettle --start 2026-12-01 --set targets.response.high=5m",
        "contract renew kettle",
        "contract cancel kettle",
        "staff add bea --name Bea",
        "staff edit bea --email bea@desk.example",
    ] {
        let ran = desk.run(&format!("sladesk {line} -n"));
        let dry = ran.stderr.lines().next().unwrap_or_default().to_owned();
        let ran = desk.run(&format!("sladesk {line}"));
        assert_eq!(ran.status, 0, "{line}\n{ran}");
        let said = ran.stderr.lines().next().unwrap_or_default();
        let log = desk.json("sladesk log --fields what,entry,type");
        let events = log.as_array().expect("events");
        let entry = &events.last().expect("one")["entry"];
        let own = events.iter().filter(|event| {
            let rules = ["zone-adopted", "days-adopted"];
            event["entry"] == *entry && !rules.iter().any(|kind| event["type"] == *kind)
        });
        let what: Vec<&str> = own.filter_map(|event| event["what"].as_str()).collect();
        let what = what.join(", ");
        let of = match line.starts_with("contract") || line.starts_with("contact") {
            true => "kettle: ",
            false => "",
        };
        assert!(
            said.starts_with(&format!("{of}{what}")),
            "{line}\n{said}\n{what}"
        );
        let not_written = match of {
            "" => format!("not written: {said}"),
            of => said.replace(of, "kettle, not written: "),
        };
        assert_eq!(dry, not_written, "{line}");
    }
}
