//! Customers and the people of the desk.

use snapbox::str;

use crate::sandbox::Sandbox;

fn desk() -> Sandbox {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone Europe/Madrid");
    desk
}

#[test]
fn a_customer_is_added_changed_listed_and_shown() {
    let place = desk();
    place.shows(
        &[
            "sladesk staff add hoa --name \"Hoa Le\" --email hoa@desk.example --line first --line second",
            "sladesk customer add acme --name \"Acme Ltd\" --zone Europe/Madrid",
            "sladesk customer edit acme --account-manager hoa --language es",
            "sladesk customer edit acme --account-manager hoa",
            "sladesk customer list",
            "sladesk customer list account-manager:hoa -f ids",
            "sladesk customer list account-manager:none",
            "sladesk customer show acme",
        ],
        str![[r#"
$ sladesk staff add hoa --name "Hoa Le" --email hoa@desk.example --line first --line second
hoa
[stderr]
added hoa (Hoa Le)
[exit 0]
$ sladesk customer add acme --name "Acme Ltd" --zone Europe/Madrid
acme
[stderr]
added acme (Acme Ltd)
[exit 0]
$ sladesk customer edit acme --account-manager hoa --language es
edited acme: language es; account manager hoa
[exit 0]
$ sladesk customer edit acme --account-manager hoa
acme has all that already
[exit 0]
$ sladesk customer list
acme	Acme Ltd	-	0	0	hoa
[exit 0]
$ sladesk customer list account-manager:hoa -f ids
acme
[exit 0]
$ sladesk customer list account-manager:none
[exit 0]
$ sladesk customer show acme
Acme Ltd

  customer         acme
  account manager  hoa
  language         es
  zone             Europe/Madrid
  open tickets     0

Contracts
none yet

Contacts
nobody is authorised yet
[exit 0]

"#]],
    );
    place.tells(
        "sladesk staff list",
        r#"[
  {
    "staff": "hoa",
    "name": "Hoa Le",
    "email": "hoa@desk.example",
    "lines": [
      "first",
      "second"
    ],
    "open_tickets": 0,
    "start": "2026-10-14",
    "end": null
  }
]"#,
    );
}

#[test]
fn what_cannot_be_a_customer_is_refused_and_changes_nothing() {
    let desk = desk();
    desk.done("sladesk customer add acme --name Acme");
    desk.shows(
        &[
            "sladesk customer add acme --name \"Another Acme\"",
            "sladesk customer add \"Acme Two\" --name Acme",
            "sladesk customer add 42 --name Acme",
            "sladesk customer add none --name Nobody",
            "sladesk customer add globex",
            "sladesk customer add globex --name Globex --zone Europe/Madird",
            "sladesk customer add globex --name Globex --language Spanish",
            "sladesk customer edit acmee --name Acme",
            "sladesk customer list colour:red",
            "sladesk customer list --sort colour",
            "sladesk customer list",
        ],
        str![[r#"
$ sladesk customer add acme --name "Another Acme"
error: there is a customer `acme` already: Acme
hint: `sladesk customer edit acme` changes what is said of it
[exit 5]
$ sladesk customer add "Acme Two" --name Acme
error: `Acme Two` is no customer id
hint: write small letters, digits and hyphens: `acme-two`
[exit 2]
$ sladesk customer add 42 --name Acme
error: `42` is no customer id
hint: write small letters, digits and hyphens, not digits alone: `acme-2`
[exit 2]
$ sladesk customer add none --name Nobody
error: `none` is no customer id
hint: `none` finds what has no customer
[exit 2]
$ sladesk customer add globex
error: `customer add globex` needs a name
hint: add `--name`
[exit 2]
$ sladesk customer add globex --name Globex --zone Europe/Madird
error: no zone `Europe/Madird`
hint: did you mean `Europe/Madrid`?
[exit 2]
$ sladesk customer add globex --name Globex --language Spanish
error: `Spanish` is no code of a language
hint: write `en`, `vi`, `ru`, `es` or `ar`
[exit 2]
$ sladesk customer edit acmee --name Acme
error: no customer `acmee`
hint: did you mean `acme`?
hint: `sladesk customer list` shows them all
[exit 4]
$ sladesk customer list colour:red
error: no filter `colour:`
hint: `sladesk help filters` lists all. To look for the words: `text:"colour:red"`
[exit 2]
$ sladesk customer list --sort colour
error: customer list has no field `colour`
hint: it has customer, name, plan, contacts, open_tickets, account_manager, language, engineer, contracts, zone; `sladesk help fields` lists all
[exit 2]
$ sladesk customer list
acme	Acme	-	0	0	-
[exit 0]

"#]],
    );
}

#[test]
fn a_dry_run_says_what_would_be_done_and_does_nothing() {
    desk().shows(
        &[
            "sladesk customer add globex --name Globex -n",
            "sladesk staff add hoa --name Hoa -n",
            "sladesk customer list",
            "sladesk staff list",
        ],
        str![[r#"
$ sladesk customer add globex --name Globex -n
not written: added globex (Globex)
[exit 0]
$ sladesk staff add hoa --name Hoa -n
not written: added hoa (Hoa)
[exit 0]
$ sladesk customer list
[exit 0]
$ sladesk staff list
[exit 0]

"#]],
    );
}

#[test]
fn the_desk_once_named_takes_no_other_names() {
    let desk = desk();
    desk.done("sladesk customer add acme --name Acme --account-manager anybody");
    desk.done("sladesk staff add hoa --name \"Hoa Le\"");
    desk.shows(
        &[
            "sladesk customer edit acme --account-manager hao",
            "sladesk staff add hoa --name Other",
            "sladesk staff add nobody --name Nobody",
            "sladesk staff edit hoa --end 2026-10-31 --line second",
            "sladesk staff edit hao --name Hoa",
            "sladesk staff list -f json --fields staff,lines,end",
        ],
        str![[r#"
$ sladesk customer edit acme --account-manager hao
error: nobody of the desk is called `hao`
hint: did you mean `hoa`?
hint: `sladesk staff list` shows them all
[exit 4]
$ sladesk staff add hoa --name Other
error: `hoa` is somebody of the desk already
hint: `sladesk staff edit hoa` changes what is said of him or her
[exit 5]
$ sladesk staff add nobody --name Nobody
error: `nobody` frees a ticket, so nobody can be called so
[exit 2]
$ sladesk staff edit hoa --end 2026-10-31 --line second
edited hoa: on second; there until 2026-10-31
[exit 0]
$ sladesk staff edit hao --name Hoa
error: nobody of the desk is called `hao`
hint: did you mean `hoa`?
hint: `sladesk staff list` shows them all
[exit 4]
$ sladesk staff list -f json --fields staff,lines,end
[
{"staff":"hoa","lines":["second"],"end":"2026-10-31"}
]
[exit 0]

"#]],
    );
}

#[test]
fn cs_6_the_account_manager_and_the_pre_sales_engineer_are_named() {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone UTC");
    desk.done("sladesk staff add minh --name Minh");
    desk.done("sladesk staff add tuan --name Tuan");
    desk.done("sladesk customer add csd --name CSD --account-manager minh --engineer tuan");
    let page = desk.done("sladesk customer show csd -f text");
    assert!(page.contains("account manager  minh"), "{page}");
    assert!(page.contains("engineer         tuan"), "{page}");
}

#[test]
fn an_address_is_checked_alike_whose_it_is() {
    let desk = desk();
    for line in [
        "sladesk staff add hoa --name Hoa --email hoa.example",
        "sladesk contact add acme hoa.example --name Hoa",
    ] {
        let ran = desk.run(line);
        assert_eq!(ran.status, 2, "{line}");
        assert_eq!(
            ran.stderr,
            "error: `hoa.example` is no e-mail address\nhint: write the address alone: \
             `dana@acme.example`\n",
            "{line}"
        );
    }
}
