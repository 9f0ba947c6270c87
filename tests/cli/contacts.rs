//! Contacts: the seats that a contract has for people, from a day to a day.

use snapbox::str;

use crate::sandbox::Sandbox;

/// Acme on Creatio Business, which has five seats.
fn business() -> Sandbox {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone Europe/Madrid");
    desk.done("sladesk customer add acme --name \"Acme Ltd\"");
    desk.done("sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --start 2026-10-01");
    desk
}

fn authorise(desk: &Sandbox, people: &[(&str, &str)]) {
    for (email, name) in people {
        desk.done(&format!(
            "sladesk contact add acme {email} --name \"{name}\""
        ));
    }
}

const FIVE: &[(&str, &str)] = &[
    ("dana@acme.example", "Dana Ruiz"),
    ("luis@acme.example", "Luis Soto"),
    ("eva@acme.example", "Eva Roth"),
    ("ines@acme.example", "Ines Paz"),
    ("bob@acme.example", "Bob Lee"),
];

#[test]
fn the_sixth_contact_is_refused_naming_the_five_and_how_to_replace_one() {
    let desk = business();
    authorise(&desk, FIVE);
    desk.shows(
        &[
            "sladesk contact add acme zoe@acme.example --name \"Zoe Kim\"",
            "sladesk contact add acme zoe@acme.example --name \"Zoe Kim\" --replaces bob@acme.example --start 2026-11-01",
            "sladesk contact list",
            "sladesk contact show zoe@acme.example",
        ],
        str![[r#"
$ sladesk contact add acme zoe@acme.example --name "Zoe Kim"
error: acme has no seat left: creatio/business has 5 (CR-1)
  authorised (5 of 5 seats): dana@acme.example, luis@acme.example, eva@acme.example,
  ines@acme.example, bob@acme.example
hint: the same with `--replaces bob@acme.example` takes a seat over from somebody
[exit 3]
$ sladesk contact add acme zoe@acme.example --name "Zoe Kim" --replaces bob@acme.example --start 2026-11-01
zoe@acme.example
[stderr]
acme: authorised zoe@acme.example from 2026-11-01 in the place of bob@acme.example: 5 of 5 seats taken
[exit 0]
$ sladesk contact list
dana@acme.example	acme	Dana Ruiz	-	2026-10-14	-
luis@acme.example	acme	Luis Soto	-	2026-10-14	-
eva@acme.example	acme	Eva Roth	-	2026-10-14	-
ines@acme.example	acme	Ines Paz	-	2026-10-14	-
bob@acme.example	acme	Bob Lee	-	2026-10-14	2026-10-31
zoe@acme.example	acme	Zoe Kim	-	2026-11-01	-
[exit 0]
$ sladesk contact show zoe@acme.example
Zoe Kim

  contact       zoe@acme.example
  customer      acme
  open tickets  0

Seats
  FROM        UNTIL  IN THE PLACE OF   REPLACED BY
  2026-11-01         bob@acme.example
[exit 0]

"#]],
    );
}

#[test]
fn a_seat_that_was_promised_for_later_is_not_given_away() {
    let desk = business();
    authorise(&desk, &FIVE[..4]);
    desk.shows(
        &[
            "sladesk contact add acme bob@acme.example --name \"Bob Lee\" --start 2026-11-01",
            "sladesk contact add acme zoe@acme.example --name \"Zoe Kim\"",
            "sladesk contact add acme zoe@acme.example --name \"Zoe Kim\" --end 2026-10-31",
            "sladesk contact edit zoe@acme.example --end 2026-11-30",
            "sladesk contact edit zoe@acme.example --end none",
            "sladesk contact edit bob@acme.example --start 2026-12-01",
            "sladesk contact edit zoe@acme.example --end 2026-11-30",
        ],
        str![[r#"
$ sladesk contact add acme bob@acme.example --name "Bob Lee" --start 2026-11-01
bob@acme.example
[stderr]
acme: authorised bob@acme.example from 2026-11-01: 5 of 5 seats taken
[exit 0]
$ sladesk contact add acme zoe@acme.example --name "Zoe Kim"
error: acme has no seat left on 2026-11-01: creatio/business has 5 (CR-1)
  authorised (5 of 5 seats): dana@acme.example, luis@acme.example, eva@acme.example,
  ines@acme.example, bob@acme.example
hint: the same with `--replaces ines@acme.example` takes a seat over from somebody
[exit 3]
$ sladesk contact add acme zoe@acme.example --name "Zoe Kim" --end 2026-10-31
zoe@acme.example
[stderr]
acme: authorised zoe@acme.example until 2026-10-31: 5 of 5 seats taken
[exit 0]
$ sladesk contact edit zoe@acme.example --end 2026-11-30
error: acme has no seat left on 2026-11-01: creatio/business has 5 (CR-1)
  authorised (5 of 5 seats): dana@acme.example, luis@acme.example, eva@acme.example,
  ines@acme.example, bob@acme.example
hint: the same with `--replaces ines@acme.example` takes a seat over from somebody
[exit 3]
$ sladesk contact edit zoe@acme.example --end none
error: acme has no seat left on 2026-11-01: creatio/business has 5 (CR-1)
  authorised (5 of 5 seats): dana@acme.example, luis@acme.example, eva@acme.example,
  ines@acme.example, bob@acme.example
hint: the same with `--replaces ines@acme.example` takes a seat over from somebody
[exit 3]
$ sladesk contact edit bob@acme.example --start 2026-12-01
acme: revoked bob@acme.example, authorised bob@acme.example: seat from 2026-12-01: 5 of 5 seats taken
[exit 0]
$ sladesk contact edit zoe@acme.example --end 2026-11-30
acme: edited zoe@acme.example: until 2026-11-30
[exit 0]

"#]],
    );
    desk.tells(
        "sladesk contact list seat:coming",
        r#"[
  {
    "contact": "bob@acme.example",
    "customer": "acme",
    "name": "Bob Lee",
    "email": "bob@acme.example",
    "phone": null,
    "start": "2026-12-01",
    "end": null,
    "language": null,
    "seat": "coming",
    "qualifications": [],
    "open_tickets": 0,
    "contract": null
  }
]"#,
    );
}

#[test]
fn who_is_revoked_may_come_back_and_is_known_still() {
    let desk = business();
    authorise(&desk, &FIVE[..2]);
    desk.shows(
        &[
            "sladesk contact revoke luis@acme.example --end 2026-10-31 -m \"leaves Acme\"",
            "sladesk contact revoke luis@acme.example --end 2026-11-30",
            "sladesk contact add acme luis@acme.example",
            "sladesk contact revoke luis@acme.example",
            "sladesk contact revoke luis@acme.example",
            "sladesk contact add acme LUIS@acme.example --start 2026-12-01",
            "sladesk contact show luis@acme.example",
        ],
        str![[r#"
$ sladesk contact revoke luis@acme.example --end 2026-10-31 -m "leaves Acme"
acme: revoked luis@acme.example: the last day is 2026-10-31; 1 of 5 seats taken
[exit 0]
$ sladesk contact revoke luis@acme.example --end 2026-11-30
error: luis@acme.example holds no seat after 2026-10-31
[exit 5]
$ sladesk contact add acme luis@acme.example
error: luis@acme.example is authorised for acme already, from 2026-10-14 on
hint: that seat ends with 2026-10-31: `sladesk contact edit luis@acme.example --end none` lets it go on
[exit 5]
$ sladesk contact revoke luis@acme.example
acme: revoked luis@acme.example: the last day is 2026-10-14; 1 of 5 seats taken
[exit 0]
$ sladesk contact revoke luis@acme.example
error: luis@acme.example holds no seat after 2026-10-14
[exit 5]
$ sladesk contact add acme LUIS@acme.example --start 2026-12-01
LUIS@acme.example
[stderr]
acme: authorised LUIS@acme.example from 2026-12-01: 2 of 5 seats taken
[exit 0]
$ sladesk contact show luis@acme.example
Luis Soto

  contact       LUIS@acme.example
  customer      acme
  open tickets  0

Seats
  FROM        UNTIL       IN THE PLACE OF  REPLACED BY
  2026-10-14  2026-10-14
  2026-12-01
[exit 0]

"#]],
    );
}

#[test]
fn a_qualification_is_one_of_the_plan_and_ends_on_its_day() {
    let desk = business();
    authorise(&desk, &FIVE[..1]);
    desk.shows(
        &[
            "sladesk contact edit dana@acme.example --qualification certified-devloper",
            "sladesk contact edit dana@acme.example --qualification certified-developer=2026-10-31",
            "sladesk contact show dana@acme.example",
            "sladesk contact edit dana@acme.example --qualification certified-developer=none",
            "sladesk contact list qualifications:none -f ids",
        ],
        str![[r#"
$ sladesk contact edit dana@acme.example --qualification certified-devloper
error: creatio/business has no qualification `certified-devloper`
hint: did you mean `certified-developer`?
[exit 4]
$ sladesk contact edit dana@acme.example --qualification certified-developer=2026-10-31
acme: edited dana@acme.example: qualified for certified-developer
[exit 0]
$ sladesk contact show dana@acme.example
Dana Ruiz

  contact       dana@acme.example
  customer      acme
  open tickets  0

Seats
  FROM        UNTIL  IN THE PLACE OF  REPLACED BY
  2026-10-14

Qualified for
  WHAT                 UNTIL       STATE
  certified-developer  2026-10-31  holds
[exit 0]
$ sladesk contact edit dana@acme.example --qualification certified-developer=none
acme: edited dana@acme.example: qualified for nothing special
[exit 0]
$ sladesk contact list qualifications:none -f ids
dana@acme.example
[exit 0]

"#]],
    );
}

#[test]
fn only_one_contact_of_a_bpmonline_contract_gets_advice() {
    let desk = Sandbox::new();
    desk.done("sladesk db init");
    desk.done("sladesk customer add acme --name Acme");
    desk.done("sladesk contract sign acme bpmonline/business --set contacts=unlimited");
    authorise(&desk, &FIVE[..2]);
    desk.shows(
        &[
            "sladesk contact edit dana@acme.example --qualification responsible-contact",
            "sladesk contact edit luis@acme.example --qualification responsible-contact",
            "sladesk contact edit dana@acme.example --qualification responsible-contact=2026-10-31",
            "sladesk contact add acme eva@acme.example --name Eva --start 2026-11-01 --qualification responsible-contact",
        ],
        str![[r#"
$ sladesk contact edit dana@acme.example --qualification responsible-contact
acme: edited dana@acme.example: qualified for responsible-contact
[exit 0]
$ sladesk contact edit luis@acme.example --qualification responsible-contact
error: only 1 may be responsible-contact on bpmonline/business (BP-9)
  dana@acme.example holds it: The one person to whom advice is given
hint: `sladesk contact edit dana@acme.example --qualification responsible-contact=none` frees it, the same with `--replaces dana@acme.example` takes over the seat and all
[exit 3]
$ sladesk contact edit dana@acme.example --qualification responsible-contact=2026-10-31
acme: edited dana@acme.example: qualified for responsible-contact
[exit 0]
$ sladesk contact add acme eva@acme.example --name Eva --start 2026-11-01 --qualification responsible-contact
eva@acme.example
[stderr]
acme: authorised eva@acme.example from 2026-11-01
[exit 0]

"#]],
    );
}

#[test]
fn what_cannot_be_a_contact_is_refused_and_changes_nothing() {
    let desk = business();
    authorise(&desk, &FIVE[..1]);
    desk.shows(
        &[
            "sladesk contact add acme dana --name Dana",
            "sladesk contact add acme dana@acme.example --name Dana",
            "sladesk contact add acme eva@acme.example",
            "sladesk contact add acme eva@acme.example --name Eva --start 2026-11-01 --end 2026-10-31",
            "sladesk contact add acme eva@acme.example --name Eva --start 01/11/2026",
            "sladesk contact add acme eva@acme.example --name Eva --replaces bob@acme.example",
            "sladesk contact add acme eva@acme.example --name Eva --contract 7",
            "sladesk contact edit dana@acme.example --start 2026-11-01",
            "sladesk contact edit dana@acme.example",
            "sladesk contact revoke eva@acme.example",
            "sladesk contact list -f ids",
        ],
        str![[r#"
$ sladesk contact add acme dana --name Dana
error: `dana` is no e-mail address
hint: write the address alone: `dana@acme.example`
[exit 2]
$ sladesk contact add acme dana@acme.example --name Dana
error: dana@acme.example is authorised for acme already, from 2026-10-14 on
hint: `sladesk contact edit dana@acme.example` changes what is said of him or her
[exit 5]
$ sladesk contact add acme eva@acme.example
error: `contact add acme eva@acme.example` needs a name
hint: add `--name`
[exit 2]
$ sladesk contact add acme eva@acme.example --name Eva --start 2026-11-01 --end 2026-10-31
error: the seat would end on 2026-10-31, before it begins on 2026-11-01
[exit 2]
$ sladesk contact add acme eva@acme.example --name Eva --start 01/11/2026
error: `01/11/2026` can be 1 November 2026 or 11 January 2026
hint: write `2026-11-01` or `2026-01-11`
[exit 2]
$ sladesk contact add acme eva@acme.example --name Eva --replaces bob@acme.example
error: acme has no contact `bob@acme.example`
hint: `sladesk contact list customer:acme` shows them all
[exit 4]
$ sladesk contact add acme eva@acme.example --name Eva --contract 7
error: acme has no contract 7
hint: it has 1
[exit 4]
$ sladesk contact edit dana@acme.example --start 2026-11-01
error: dana@acme.example holds the seat since 2026-10-14: its beginning stays
hint: `--end DAY` changes its end
[exit 5]
$ sladesk contact edit dana@acme.example
nothing was said that is new: `--phone`, `--end` and others change something
[exit 0]
$ sladesk contact revoke eva@acme.example
error: no contact `eva@acme.example`
hint: `sladesk contact list` shows them all
[exit 4]
$ sladesk contact list -f ids
dana@acme.example
[exit 0]

"#]],
    );
}

#[test]
fn an_earlier_list_is_seen_as_it_was_known() {
    let desk = business();
    authorise(&desk, &FIVE[..1]);
    let later = desk.at("2026-10-20T09:00:00Z");
    later.done("sladesk contact add acme luis@acme.example --name \"Luis Soto\"");
    later.shows(
        &[
            "sladesk contact list -f ids",
            "sladesk contact list -f ids --as-of 2026-10-15",
            "sladesk customer list --as-of 2026-10-15",
            "sladesk customer list",
        ],
        str![[r#"
$ sladesk contact list -f ids
dana@acme.example
luis@acme.example
[exit 0]
$ sladesk contact list -f ids --as-of 2026-10-15
dana@acme.example
[exit 0]
$ sladesk customer list --as-of 2026-10-15
acme	Acme Ltd	creatio/business	1	0	-
[exit 0]
$ sladesk customer list
acme	Acme Ltd	creatio/business	2	0	-
[exit 0]

"#]],
    );
}

#[test]
fn a_seat_is_held_from_the_start_of_its_first_day_to_the_end_of_its_last() {
    let desk = crate::acid::desk("acid/small --zone UTC");
    desk.done("sladesk contact add a y@a.ex --name Y");
    desk.shows(
        &[
            "sladesk --plans plans may y@a.ex --at 2026-10-14T00:00:00Z --fields rule,verdict,says -f tsv",
            "sladesk contact revoke x@a.ex",
            "sladesk contact revoke y@a.ex",
            "sladesk contact show y@a.ex",
            "sladesk contact add a z@a.ex --name Z",
            "sladesk contact add a z@a.ex --name Z --replaces x@a.ex",
            "sladesk contact list --fields contact,start,end,seat -f tsv",
            "sladesk contact add a y@a.ex",
        ],
        str![[r#"
$ sladesk --plans plans may y@a.ex --at 2026-10-14T00:00:00Z --fields rule,verdict,says -f tsv
contract	allowed	contract 1 (acid/small) is in force until 2027-09-30 and then renews by itself
contact	allowed	y@a.ex is an authorised contact
channel	allowed	included: email
topic	allowed	included: general and dev
qualification	allowed	reserved: dev (Certified)
named	allowed	a ticket must name environment
priority	allowed	it can have p1 and p2
allowance	allowed	cases: 3 of 3 cases left until 2027-09-30
hours	allowed	hours are not counted
[exit 0]
$ sladesk contact revoke x@a.ex
a: revoked x@a.ex: the last day is 2026-10-14; 1 of 2 seats taken
[exit 0]
$ sladesk contact revoke y@a.ex
a: revoked y@a.ex: the last day is 2026-10-14; 0 of 2 seats taken
[exit 0]
$ sladesk contact show y@a.ex
Y

  contact       y@a.ex
  customer      a
  open tickets  0

Seats
  FROM        UNTIL       IN THE PLACE OF  REPLACED BY
  2026-10-14  2026-10-14
[exit 0]
$ sladesk contact add a z@a.ex --name Z
error: a has no seat left: acid/small has 2 (AC-0)
  authorised (2 of 2 seats): x@a.ex, y@a.ex
hint: the same with `--replaces y@a.ex` takes a seat over from somebody
[exit 3]
$ sladesk contact add a z@a.ex --name Z --replaces x@a.ex
z@a.ex
[stderr]
a: authorised z@a.ex in the place of x@a.ex: 2 of 2 seats taken
[exit 0]
$ sladesk contact list --fields contact,start,end,seat -f tsv
x@a.ex	2026-10-01	2026-10-13	ended
y@a.ex	2026-10-14	2026-10-14	held
z@a.ex	2026-10-14	-	held
[exit 0]
$ sladesk contact add a y@a.ex
error: y@a.ex is authorised for a already, from 2026-10-14 on
hint: that seat ends with 2026-10-14: `sladesk contact edit y@a.ex --end none` lets it go on
[exit 5]

"#]],
    );
    let desk = desk.at("2026-10-14T23:59:00Z");
    desk.shows(
        &["sladesk --plans plans may y@a.ex --fields rule,verdict,says -f tsv"],
        str![[r#"
$ sladesk --plans plans may y@a.ex --fields rule,verdict,says -f tsv
contract	allowed	contract 1 (acid/small) is in force until 2027-09-30 and then renews by itself
contact	allowed	y@a.ex is an authorised contact
channel	allowed	included: email
topic	allowed	included: general and dev
qualification	allowed	reserved: dev (Certified)
named	allowed	a ticket must name environment
priority	allowed	it can have p1 and p2
allowance	allowed	cases: 3 of 3 cases left until 2027-09-30
hours	allowed	hours are not counted
[exit 0]

"#]],
    );
    let desk = desk.at("2026-10-15T00:00:00Z");
    desk.shows(
        &["sladesk --plans plans may y@a.ex --fields rule,verdict,says -f tsv"],
        str![[r#"
$ sladesk --plans plans may y@a.ex --fields rule,verdict,says -f tsv
contract	allowed	contract 1 (acid/small) is in force until 2027-09-30 and then renews by itself
contact	refused	y@a.ex was an authorised contact until 2026-10-14 and is none any more
channel	allowed	included: email
topic	allowed	included: general and dev
qualification	allowed	reserved: dev (Certified)
named	allowed	a ticket must name environment
priority	allowed	it can have p1 and p2
allowance	allowed	cases: 3 of 3 cases left until 2027-09-30
hours	allowed	hours are not counted
[exit 3]

"#]],
    );
}

#[test]
fn a_hint_about_seats_can_be_followed() {
    let desk = crate::acid::desk("acid/small");
    desk.done("sladesk contact add a y@a.ex --name Y --start 2026-11-10");
    desk.shows(
        &[
            "sladesk contact add a z@a.ex --name Z",
            "sladesk contact add a z@a.ex --name Z --replaces x@a.ex -n",
            "sladesk contact add a w@a.ex --name W --start 2026-11-20",
            "sladesk contact edit x@a.ex --end 2026-10-31",
            "sladesk contact add a u@a.ex --name U --start 2026-11-12",
            "sladesk contact add a v@a.ex --name V --start 2026-11-01",
            "sladesk contact add a v@a.ex --name V --start 2026-11-01 --end 2026-11-11",
        ],
        str![[r#"
$ sladesk contact add a z@a.ex --name Z
error: a has no seat left on 2026-11-10: acid/small has 2 (AC-0)
  authorised (2 of 2 seats): x@a.ex, y@a.ex
hint: the same with `--replaces x@a.ex` takes a seat over from somebody
[exit 3]
$ sladesk contact add a z@a.ex --name Z --replaces x@a.ex -n
a, not written: authorised z@a.ex in the place of x@a.ex: 1 of 2 seats taken
[exit 0]
$ sladesk contact add a w@a.ex --name W --start 2026-11-20
error: a has no seat left: acid/small has 2 (AC-0)
  authorised (2 of 2 seats): x@a.ex, y@a.ex
hint: the same with `--replaces y@a.ex` takes a seat over from somebody
[exit 3]
$ sladesk contact edit x@a.ex --end 2026-10-31
a: edited x@a.ex: until 2026-10-31
[exit 0]
$ sladesk contact add a u@a.ex --name U --start 2026-11-12
u@a.ex
[stderr]
a: authorised u@a.ex from 2026-11-12: 2 of 2 seats taken
[exit 0]
$ sladesk contact add a v@a.ex --name V --start 2026-11-01
error: a has no seat left on 2026-11-12: acid/small has 2 (AC-0)
  authorised (2 of 2 seats): y@a.ex, u@a.ex
hint: the same with `--end 2026-11-11` takes the seat until then
[exit 3]
$ sladesk contact add a v@a.ex --name V --start 2026-11-01 --end 2026-11-11
v@a.ex
[stderr]
a: authorised v@a.ex from 2026-11-01 until 2026-11-11: 1 of 2 seats taken
[exit 0]

"#]],
    );
}

#[test]
fn a_qualification_that_only_one_may_hold_is_handed_over() {
    let desk = crate::acid::desk("acid/big");
    desk.done("sladesk contact add a y@a.ex --name Y");
    desk.done("sladesk contact edit x@a.ex --qualification cert");
    desk.shows(
        &[
            "sladesk contact edit y@a.ex --qualification cert",
            "sladesk contact edit y@a.ex --qualification cert --replaces x@a.ex -n",
            "sladesk contact edit x@a.ex --qualification cert=none",
            "sladesk contact edit y@a.ex --qualification cert",
        ],
        str![[r#"
$ sladesk contact edit y@a.ex --qualification cert
error: only 1 may be cert on acid/big (AC-Q)
  x@a.ex holds it: Certified
hint: `sladesk contact edit x@a.ex --qualification cert=none` frees it, the same with `--replaces x@a.ex` takes over the seat and all
[exit 3]
$ sladesk contact edit y@a.ex --qualification cert --replaces x@a.ex -n
a, not written: revoked x@a.ex, edited y@a.ex: qualified for cert; in the place of x@a.ex
[exit 0]
$ sladesk contact edit x@a.ex --qualification cert=none
a: edited x@a.ex: qualified for nothing special
[exit 0]
$ sladesk contact edit y@a.ex --qualification cert
a: edited y@a.ex: qualified for cert
[exit 0]

"#]],
    );
}
