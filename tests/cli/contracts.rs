//! Contracts from signing to cancelling.

use snapbox::str;

use crate::sandbox::Sandbox;

fn desk() -> Sandbox {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone Europe/Madrid");
    desk.done("sladesk customer add acme --name \"Acme Ltd\"");
    desk
}

/// Acme on Creatio Business from the 1st of October on.
fn business() -> Sandbox {
    let desk = desk();
    desk.done("sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --start 2026-10-01");
    desk
}

/// With two contacts, too.
fn authorised() -> Sandbox {
    let desk = business();
    desk.done("sladesk contact add acme dana@acme.example --name \"Dana Ruiz\"");
    desk.done("sladesk contact add acme luis@acme.example --name \"Luis Soto\"");
    desk
}

/// Acme on SuiteCRM's support by the hour, too.
fn dedicated(desk: &Sandbox, start: &str, hours: &str) {
    desk.done(&format!(
        "sladesk contract sign acme suitecrm/dedicated --start {start} --set contacts=6 \
         --set channels=email,portal --set targets.response=4h --set targets.resolution=40h \
         --set hours=around-the-clock --set allowances.support-hours.hours={hours}"
    ));
}

#[test]
fn what_is_open_and_needed_is_named_with_the_flag_that_settles_it() {
    desk().shows(
        &[
            "sladesk contract sign acme creatio/business",
            "sladesk contract sign acme csd-group/elite",
            "sladesk contract sign acme credenti/basic",
            "sladesk contract sign acme credenti/basic --region nowhere",
            "sladesk contract sign acme credenti/basic --region north-america --set contacts=3 --zone America/Chicago --set holidays=none",
            "sladesk contract list -f json --fields contract,plan,region,zone,end,open_terms",
        ],
        str![[r#"
$ sladesk contract sign acme creatio/business
error: creatio/business leaves to the contract what must be settled
  targets.response.low: how long response may take at low (CR-3)
  zone: the zone of the hours: UTC+1, UTC+2, UTC+3, UTC+8, UTC+10, UTC-2, UTC-5 (CR-4)
hint: add `--set targets.response.low=4h --set zone=UTC+1`
hint: `--set targets.response.low=open` leaves it open knowingly: it is not promised then
[exit 2]
$ sladesk contract sign acme csd-group/elite
error: csd-group/elite leaves to the contract what must be settled
  contacts: how many people may ask (CS-8)
  channels: how the desk is reached: portal,email,phone (CS-8)
hint: add `--set contacts=5 --set channels=portal,email,phone`
hint: `--set contacts=open` leaves it open knowingly: it is not promised then
[exit 2]
$ sladesk contract sign acme credenti/basic
error: credenti/basic leaves to the contract what must be settled
  contacts: how many people may ask
  calendars.business-hours: which hours `business-hours` are: worldwide, north-america
  (CD-4)
  holidays: which holidays are closed (CD-4)
hint: add `--set contacts=5 --set calendars.business-hours=worldwide --set holidays=none`
hint: `--set contacts=open` leaves it open knowingly: it is not promised then
[exit 2]
$ sladesk contract sign acme credenti/basic --region nowhere
error: no region `nowhere`
hint: there are `worldwide`, `north-america`
[exit 4]
$ sladesk contract sign acme credenti/basic --region north-america --set contacts=3 --zone America/Chicago --set holidays=none
1
[stderr]
acme: signed contract 1 (credenti/basic) from 2026-10-14 on, without an agreed end
warning: left open, so not promised: price.amount
[exit 0]
$ sladesk contract list -f json --fields contract,plan,region,zone,end,open_terms
[
{"contract":1,"plan":"credenti/basic","region":"north-america","zone":"America/Chicago","end":null,"open_terms":["price.amount"]}
]
[exit 0]

"#]],
    );
}

#[test]
fn an_open_price_or_term_stops_no_signing() {
    desk().shows(
        &[
            "sladesk contract sign acme csd-group/elite --set contacts=5 --set channels=portal,email",
            "sladesk contract list -f json --fields contract,plan,open_terms",
            "sladesk contract show acme -f json --fields price,open_terms",
        ],
        str![[r#"
$ sladesk contract sign acme csd-group/elite --set contacts=5 --set channels=portal,email
1
[stderr]
acme: signed contract 1 (csd-group/elite) from 2026-10-14 on, without an agreed end
warning: left open, so not promised: price.amount, term.length
[exit 0]
$ sladesk contract list -f json --fields contract,plan,open_terms
[
{"contract":1,"plan":"csd-group/elite","open_terms":["price.amount","term.length"]}
]
[exit 0]
$ sladesk contract show acme -f json --fields price,open_terms
{
  "price": "not published: per priority",
  "open_terms": [
    "price.amount",
    "term.length"
  ]
}
[exit 0]

"#]],
    );
}

#[test]
fn a_signing_asks_once_for_all_and_says_of_a_zone_that_it_is_none_of_the_plans() {
    desk().shows(
        &[
            "sladesk contract sign acme suitecrm/dedicated",
            "sladesk contract sign acme suitecrm/dedicated --set contacts=5 --set channels=email,portal,phone --set targets.response=4h --set targets.resolution=4h --set allowances.support-hours.hours=40h --set \"hours=mon-fri 09:00-18:00\" -n",
            "sladesk contract sign acme creatio/basic --zone UTC+4 --set targets.response.low=open",
            "sladesk contract sign acme creatio/premium --zone UTC+4 --set targets.response.low=open --set targets.resolution=8h",
        ],
        str![[r#"
$ sladesk contract sign acme suitecrm/dedicated
error: suitecrm/dedicated leaves to the contract what must be settled
  contacts: how many people may ask
  channels: how the desk is reached: email,portal,phone (SU-9)
  targets.response: how long response may take (SU-7)
  targets.resolution: how long resolution may take (SU-7)
  allowances.support-hours.hours: how many hours of Hours of support (SU-6)
  hours: the hours of support (SU-7)
hint: add `--set contacts=5 --set channels=email,portal,phone --set targets.response=4h --set targets.resolution=4h --set allowances.support-hours.hours=40h --set "hours=mon-fri 09:00-18:00"`
hint: `--set contacts=open` leaves it open knowingly: it is not promised then
[exit 2]
$ sladesk contract sign acme suitecrm/dedicated --set contacts=5 --set channels=email,portal,phone --set targets.response=4h --set targets.resolution=4h --set allowances.support-hours.hours=40h --set "hours=mon-fri 09:00-18:00" -n
acme, not written: signed contract 1 (suitecrm/dedicated) from 2026-10-14 to 2027-10-13, then by itself for 12 months more each time
warning: left open, so not promised: price.amount
[exit 0]
$ sladesk contract sign acme creatio/basic --zone UTC+4 --set targets.response.low=open
error: the zone cannot be UTC+4: creatio/basic has UTC+1, UTC+2, UTC+3, UTC+8, UTC+10, UTC-2, UTC-5 (CR-4)
[exit 2]
$ sladesk contract sign acme creatio/premium --zone UTC+4 --set targets.response.low=open --set targets.resolution=8h
1
[stderr]
acme: signed contract 1 (creatio/premium) from 2026-10-14 to 2027-10-13
warning: left open, so not promised: targets.response.low
[exit 0]

"#]],
    );
}

#[test]
fn what_cannot_be_signed_is_refused_and_changes_nothing() {
    desk().shows(
        &[
            "sladesk contract sign acme creatio/bussiness",
            "sladesk contract sign acmee creatio/business",
            "sladesk contract sign acme creatio/business --zone Europe/Madird",
            "sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=3d",
            "sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --start 2026-11-01 --end 2026-10-31",
            "sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --end 2027-03-31",
            "sladesk contract list",
        ],
        str![[r#"
$ sladesk contract sign acme creatio/bussiness
error: no plan `creatio/bussiness`
hint: did you mean `creatio/business`?
[exit 4]
$ sladesk contract sign acmee creatio/business
error: no customer `acmee`
hint: did you mean `acme`?
hint: `sladesk customer list` shows them all
[exit 4]
$ sladesk contract sign acme creatio/business --zone Europe/Madird
error: no zone `Europe/Madird`
hint: did you mean `Europe/Madrid`?
[exit 2]
$ sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=3d
error: `3d` is no promise: three working days, or 72 hours?
hint: write `3bd`, `3 calendar days` or `72h`
[exit 2]
$ sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --start 2026-11-01 --end 2026-10-31
error: it would end on 2026-10-31, before it begins on 2026-11-01
[exit 2]
$ sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --end 2027-03-31
error: creatio/business is bought for 12 months at least (CR-8)
hint: `--end 2027-10-13` is the earliest
[exit 3]
$ sladesk contract list
[exit 0]

"#]],
    );
}

#[test]
fn a_contract_shows_its_terms_seats_and_what_is_left() {
    let desk = desk();
    desk.done("sladesk contract sign acme creatio/basic --zone UTC+3 --set targets.response.low=open --start 2026-10-01");
    desk.done("sladesk contact add acme dana@acme.example --name \"Dana Ruiz\"");
    desk.shows(
        &["sladesk contract show acme"],
        str![[r#"
$ sladesk contract show acme
Contract 1: Acme Ltd on creatio/basic

  customer       acme
  plan           creatio/basic
  state          in-force
  start          2026-10-01
  end            2027-09-30
  minimum until  2027-09-30
  zone           UTC+3
  price          0% of the subscription fee, taxes excluded
  agreed         targets.response.low=open

Allowances
  ALLOWANCE          GRANTED  USED  LEFT  OVERAGE  UNTIL
  citizen-developer        5     0     5        0  2027-09-30

Seats: 1 of 2
  CONTACT            CUSTOMER  NAME       PHONE  START       END
  dana@acme.example  acme      Dana Ruiz         2026-10-14

Left open, so not promised
  targets.response.low  how long response may take at low (CR-3)

Hours
  Hours of support  mon-fri 09:00-18:00 (CR-4)
  Zone              UTC+3 (CR-4)
  Holidays closed   none

Targets
  Reopened within     14 calendar days
  Response, High      4 h (CR-3)
  Response, Medium    8 h (CR-3)
  Response, Low       not promised until agreed (CR-3)
  Response: rules     met by replied; never paused
  Resolution, High    not promised (CR-11)
  Resolution, Medium  not promised (CR-11)
  Resolution, Low     not promised (CR-11)
  Resolution: rules   met by resolved; never paused; guarantee (CR-11)

Channels
  Customer portal                   included (CR-2)
  E-mail                            included (CR-2)
  Phone                             not included (CR-2)
  Live screen sharing, co-browsing  not included (CR-2)
  Community                         self-service (CR-2)
  Academy                           self-service (CR-2)
  Knowledge base                    self-service (CR-2)

Topics
  Platform capabilities and product functions
    included (CR-5)
  System administration (citizen developer)
    included (CR-5)
  Business process management (citizen developer)
    included (CR-5)
  User interface and business logic (citizen developer)
    included (CR-5)
  Analytics and reporting (citizen developer)
    included (CR-5)
  Development
    not included (CR-6)
  Marketplace products
    excluded unless the contract lists it (CR-12)

Terms
  FROM        PLAN           EVENT  HASH          HOLDS
  2026-10-01  creatio/basic  4      4966975fb124  now
[exit 0]

"#]],
    );
    desk.tells(
        "sladesk contract show 1",
        r#"{
  "contract": 1,
  "customer": "acme",
  "plan": "creatio/basic",
  "end": "2027-09-30",
  "renews": null,
  "seats_used": 1,
  "seats": 2,
  "left": {
    "citizen-developer": 5
  },
  "start": "2026-10-01",
  "zone": "UTC+3",
  "region": null,
  "state": "in-force",
  "minimum_until": "2027-09-30",
  "price": "0% of the subscription fee, taxes excluded",
  "open_terms": [
    "targets.response.low"
  ],
  "allowances": [
    {
      "allowance": "citizen-developer",
      "unit": "cases",
      "granted": 5,
      "used": 0,
      "left": 5,
      "overage": 0,
      "until": "2027-09-30",
      "pace_until": null
    }
  ],
  "terms": 4,
  "set": [
    "targets.response.low=open"
  ],
  "cancelled": false,
  "cancel_by": null,
  "gaps": []
}"#,
    );
}

#[test]
fn two_contracts_over_the_same_days_and_days_without_one_are_said() {
    let desk = business();
    desk.shows(
        &[
            "sladesk contract sign acme csd-group/elite --start 2026-11-01 --end 2026-12-31 --set contacts=2 --set channels=email",
            "sladesk contract sign acme csd-group/elite --start 2027-12-01 --end 2027-12-31 --set contacts=2 --set channels=email",
            "sladesk customer show acme",
            "sladesk contract list end:2026",
        ],
        str![[r#"
$ sladesk contract sign acme csd-group/elite --start 2026-11-01 --end 2026-12-31 --set contacts=2 --set channels=email
2
[stderr]
acme: signed contract 2 (csd-group/elite) from 2026-11-01 to 2026-12-31
warning: left open, so not promised: price.amount, term.length
warning: contract 1 covers acme too from 2026-11-01 on: `open` will ask for `--contract`
[exit 0]
$ sladesk contract sign acme csd-group/elite --start 2027-12-01 --end 2027-12-31 --set contacts=2 --set channels=email
3
[stderr]
acme: signed contract 3 (csd-group/elite) from 2027-12-01 to 2027-12-31
warning: left open, so not promised: price.amount, term.length
warning: no contract covers acme from 2027-10-01 to 2027-11-30
[exit 0]
$ sladesk customer show acme
Acme Ltd

  customer      acme
  open tickets  0

Contracts
  CONTRACT  CUSTOMER  PLAN              END         SEATS USED  SEATS
  1         acme      creatio/business  2027-09-30           0      5
  2         acme      csd-group/elite   2026-12-31           0      2
  3         acme      csd-group/elite   2027-12-31           0      2

no contract covers 2027-10-01 to 2027-11-30

contracts 1 and 2 cover the same days: 2026-11-01 to 2026-12-31

Contacts
nobody is authorised yet
[exit 0]
$ sladesk contract list end:2026
2	acme	csd-group/elite	2026-12-31	-	0	2	-
[exit 0]

"#]],
    );
}

#[test]
fn an_amendment_from_a_later_day_touches_no_open_ticket() {
    let desk = authorised();
    desk.done("sladesk open acme \"Login fails\" --contact dana@acme.example -p high -c email -t platform");
    desk.shows(
        &[
            "sladesk contract amend acme --start 2026-12-01 --set targets.response.high=30m -n",
            "sladesk contract amend acme --start 2026-12-01 --set targets.response.high=30m -m \"their new quote\"",
            "sladesk contract amend acme --start 2026-12-01 --set targets.response.high=30m",
            "sladesk contract amend acme --start 2026-09-01 --set targets.response.high=30m",
            "sladesk contract amend acme --start 2026-12-01 --set targets.response.hihg=30m",
            "sladesk contract amend acme --start 2026-12-01 --set contacts=1",
        ],
        str![[r#"
$ sladesk contract amend acme --start 2026-12-01 --set targets.response.high=30m -n
acme, not written: amended contract 1 from 2026-12-01: response high: 1 h -> 30 min
[exit 0]
$ sladesk contract amend acme --start 2026-12-01 --set targets.response.high=30m -m "their new quote"
acme: amended contract 1 from 2026-12-01: response high: 1 h -> 30 min
[exit 0]
$ sladesk contract amend acme --start 2026-12-01 --set targets.response.high=30m
error: contract 1 says all that already
[exit 5]
$ sladesk contract amend acme --start 2026-09-01 --set targets.response.high=30m
error: contract 1 is not in force on 2026-09-01
hint: `sladesk contract show 1` tells from when to when it is
[exit 5]
$ sladesk contract amend acme --start 2026-12-01 --set targets.response.hihg=30m
error: no term `targets.response.hihg`
hint: did you mean `targets.response.high`?
[exit 4]
$ sladesk contract amend acme --start 2026-12-01 --set contacts=1
error: creatio/business has 1 seat, acme has 2 contacts on 2026-12-01
  they came first: dana@acme.example
  too many: luis@acme.example
hint: `sladesk contact revoke luis@acme.example --end 2026-11-30` frees a seat; `--set contacts=2` agrees more
[exit 3]

"#]],
    );
}

#[test]
fn a_priority_for_tickets_that_are_pinned_anew_is_read_where_none_needs_it() {
    let desk = authorised();
    let amend =
        "contract amend acme --start 2026-12-01 --set targets.response.high=30m -p nonsense";
    let alone = desk.run(&format!("sladesk {amend}"));
    assert_eq!(alone.status, 2, "{}", alone.stderr);
    assert!(alone.stderr.contains("--open-tickets"), "{}", alone.stderr);
    let misspelt = desk.run(&format!("sladesk {amend} --open-tickets repin"));
    assert_ne!(misspelt.status, 0, "{}", misspelt.stdout);
    assert!(misspelt.stderr.contains("nonsense"), "{}", misspelt.stderr);
}

#[test]
fn an_amendment_dated_back_asks_what_becomes_of_the_tickets_opened_since() {
    let desk = authorised();
    desk.done("sladesk open acme \"Login fails\" --contact dana@acme.example -p high -c email -t platform");
    desk.done("sladesk contract amend acme --start 2026-12-01 --set targets.response.high=30m");
    desk.shows(
        &[
            "sladesk contract amend acme --start 2026-10-14 --set targets.response.high=45m",
            "sladesk contract amend acme --start 2026-10-14 --set targets.response.high=45m --open-tickets maybe",
            "sladesk contract amend acme --start 2026-10-14 --set targets.response.high=45m --set targets.response.medium=2h -n",
            "sladesk contract amend acme --start 2026-10-14 --set targets.response.high=45m --set targets.response.medium=2h --open-tickets keep",
            "sladesk contract amend acme --start 2026-10-14 --set targets.response.high=40m --open-tickets repin",
            "sladesk contract show 1 --as-of 2026-10-14T09:00:00Z -f json --fields set",
        ],
        str![[r#"
$ sladesk contract amend acme --start 2026-10-14 --set targets.response.high=45m
error: the amendment is dated back to 2026-10-14, and ticket 1 was opened since
hint: add `--open-tickets`: keep, repin
hint: with `--dry-run` it says what would change for them
[exit 2]
$ sladesk contract amend acme --start 2026-10-14 --set targets.response.high=45m --open-tickets maybe
error: `--open-tickets` is never `maybe`
hint: write `keep` or `repin`
[exit 2]
$ sladesk contract amend acme --start 2026-10-14 --set targets.response.high=45m --set targets.response.medium=2h -n
acme, not written: amended contract 1 from 2026-10-14: response high: 1 h -> 45 min; response medium: 4 h -> 2 h
1: response due today 12:00 (11:00 in UTC+1) -> due today 11:45 (10:45 in UTC+1) (acme, "Login fails")
[exit 0]
$ sladesk contract amend acme --start 2026-10-14 --set targets.response.high=45m --set targets.response.medium=2h --open-tickets keep
acme: amended contract 1 from 2026-10-14: response high: 1 h -> 45 min; response medium: 4 h -> 2 h
ticket 1 keeps its terms
[exit 0]
$ sladesk contract amend acme --start 2026-10-14 --set targets.response.high=40m --open-tickets repin
acme: amended contract 1 from 2026-10-14: response high: 45 min -> 40 min
1: response due today 12:00 (11:00 in UTC+1) -> due today 11:40 (10:40 in UTC+1) (acme, "Login fails")
[exit 0]
$ sladesk contract show 1 --as-of 2026-10-14T09:00:00Z -f json --fields set
{
  "set": [
    "targets.response.low=open",
    "targets.response.medium=2h",
    "targets.response.high=40m"
  ]
}
[exit 0]

"#]],
    );
    let december = desk.at("2026-12-02T09:00:00Z");
    december.shows(
        &["sladesk contract show 1 -f json --fields set,terms"],
        str![[r#"
$ sladesk contract show 1 -f json --fields set,terms
{
  "set": [
    "targets.response.low=open",
    "targets.response.high=30m",
    "targets.response.medium=2h"
  ],
  "terms": 10
}
[exit 0]

"#]],
    );
}

#[test]
fn a_renewal_onto_a_smaller_plan_says_whose_seats_are_too_many() {
    let desk = authorised();
    desk.done("sladesk contact add acme eva@acme.example --name \"Eva Roth\"");
    desk.shows(
        &[
            "sladesk contract renew acme creatio/basic --set targets.response.low=open",
            "sladesk contact revoke eva@acme.example --end 2027-09-30",
            "sladesk contract renew acme creatio/basic --set targets.response.low=open",
            "sladesk contract list",
        ],
        str![[r#"
$ sladesk contract renew acme creatio/basic --set targets.response.low=open
error: creatio/basic has 2 seats, acme has 3 contacts on 2027-10-01 (CR-1)
  they came first: dana@acme.example, luis@acme.example
  too many: eva@acme.example
hint: `sladesk contact revoke eva@acme.example --end 2027-09-30` frees a seat; `--set contacts=3` agrees more
[exit 3]
$ sladesk contact revoke eva@acme.example --end 2027-09-30
acme: revoked eva@acme.example: the last day is 2027-09-30
[exit 0]
$ sladesk contract renew acme creatio/basic --set targets.response.low=open
acme: renewed contract 1 (creatio/basic) from 2027-10-01 to 2028-09-30
what changes: contacts: 5 -> 2; channel phone: included -> not included; channel screen-sharing: included -> not included; hours: mon-sun 09:00-18:00 -> mon-fri 09:00-18:00; response high: 1 h -> 4 h; response medium: 4 h -> 8 h; allowance citizen-developer: nothing -> 5 cases a contract year on process-management, interface-and-logic, analytics; then refused; service early-releases: included -> not included; service activity-report: included -> not included; price: 10% of the subscription fee, taxes excluded -> 0% of the subscription fee, taxes excluded
left open, so not promised: targets.response.low
[exit 0]
$ sladesk contract list
1	acme	creatio/business	2028-09-30	-	3	5	-
[exit 0]

"#]],
    );
    let later = desk.at("2027-10-14T09:00:00Z");
    later.shows(
        &[
            "sladesk contract list",
            "sladesk contact add acme eva@acme.example",
        ],
        str![[r#"
$ sladesk contract list
1	acme	creatio/basic	2028-09-30	-	2	2	{"citizen-developer":5}
[exit 0]
$ sladesk contact add acme eva@acme.example
error: acme has no seat left: creatio/basic has 2 (CR-1)
  authorised (2 of 2 seats): dana@acme.example, luis@acme.example
hint: the same with `--replaces luis@acme.example` takes a seat over from somebody
[exit 3]

"#]],
    );
}

#[test]
fn a_renewal_follows_what_is_agreed_and_a_late_one_says_from_when() {
    let desk = business();
    desk.shows(
        &[
            "sladesk contract renew acme -n",
            "sladesk contract renew acme --end 2028-03-31",
            "sladesk contract renew acme --end 2028-12-31",
            "sladesk contract renew acme --start 2026-10-01",
        ],
        str![[r#"
$ sladesk contract renew acme -n
acme, not written: renewed contract 1 (creatio/business) from 2027-10-01 to 2028-09-30
left open, so not promised: targets.response.low
[exit 0]
$ sladesk contract renew acme --end 2028-03-31
error: creatio/business is bought for 12 months at least (CR-8)
hint: `--end 2028-09-30` is the earliest
[exit 3]
$ sladesk contract renew acme --end 2028-12-31
acme: renewed contract 1 (creatio/business) from 2027-10-01 to 2028-12-31
left open, so not promised: targets.response.low
[exit 0]
$ sladesk contract renew acme --start 2026-10-01
error: contract 1 began on 2026-10-01: a renewal comes after that
[exit 2]

"#]],
    );
    let late = desk.at("2029-02-01T09:00:00Z");
    late.shows(
        &[
            "sladesk contract renew acme",
            "sladesk contract renew acme --start 2029-01-01",
            "sladesk contract list",
        ],
        str![[r#"
$ sladesk contract renew acme
error: contract 1 ended on 2028-12-31: from which day on is it renewed
hint: add `--start`: 2029-01-01, 2029-02-01
hint: from 2029-01-01 no day is uncovered
[exit 2]
$ sladesk contract renew acme --start 2029-01-01
acme: renewed contract 1 (creatio/business) from 2029-01-01 to 2029-12-31
left open, so not promised: targets.response.low
[exit 0]
$ sladesk contract list
1	acme	creatio/business	2029-12-31	-	0	5	-
[exit 0]

"#]],
    );
}

#[test]
fn a_least_term_is_kept_and_a_term_that_renews_is_cancelled_to_its_end() {
    let desk = business();
    dedicated(&desk, "2026-11-01", "40h");
    desk.shows(
        &[
            "sladesk contract cancel 1 --end 2026-12-31",
            "sladesk contract cancel 1 -m \"moves to Globex\"",
            "sladesk contract cancel 1",
            "sladesk contract cancel 2 --end 2026-10-31",
            "sladesk contract cancel 2 --end 2027-03-31",
            "sladesk contract list",
        ],
        str![[r#"
$ sladesk contract cancel 1 --end 2026-12-31
error: contract 1 cannot end then: it is bought for a least term (CR-8)
hint: `--end 2027-09-30` is the earliest
[exit 3]
$ sladesk contract cancel 1 -m "moves to Globex"
acme: cancelled contract 1: it ends with its term, on 2027-09-30
[exit 0]
$ sladesk contract cancel 1
error: contract 1 is cancelled already: its last day is 2027-09-30
[exit 5]
$ sladesk contract cancel 2 --end 2026-10-31
error: contract 2 begins on 2026-11-01, after that day
[exit 2]
$ sladesk contract cancel 2 --end 2027-03-31
acme: cancelled contract 2: it ends on 2027-03-31, before its term does
[exit 0]
$ sladesk contract list
1	acme	creatio/business	2027-09-30	-	0	5	-
2	acme	suitecrm/dedicated	2027-03-31	-	0	6	-
[exit 0]

"#]],
    );
    let later = desk.at("2027-10-14T09:00:00Z");
    later.shows(
        &[
            "sladesk contract list state:cancelled --fields contract,end,state",
            "sladesk contract cancel 1",
        ],
        str![[r#"
$ sladesk contract list state:cancelled --fields contract,end,state
1	2027-09-30	cancelled
2	2027-03-31	cancelled
[exit 0]
$ sladesk contract cancel 1
error: contract 1 is cancelled already: its last day is 2027-09-30
[exit 5]

"#]],
    );
}

#[test]
fn a_cancellation_dated_back_leaves_no_ticket_without_its_contract() {
    let desk = desk();
    dedicated(&desk, "2026-10-01", "40h");
    desk.done("sladesk contact add acme dana@acme.example --name \"Dana Ruiz\"");
    desk.done("sladesk open acme \"Down\" --contact dana@acme.example -p s2 -c email --environment production --component product --version 8");
    desk.shows(
        &[
            "sladesk contract cancel acme --end 2026-10-10",
            "sladesk contract cancel acme --end 2026-10-14",
        ],
        str![[r#"
$ sladesk contract cancel acme --end 2026-10-10
error: ticket 1 was opened under contract 1 after that day
hint: `--end` must not lie before them
[exit 5]
$ sladesk contract cancel acme --end 2026-10-14
acme: cancelled contract 1: it ends on 2026-10-14, before its term does
[exit 0]

"#]],
    );
}

#[test]
fn hours_are_bought_with_a_sign_and_bring_back_what_had_lapsed() {
    let desk = desk();
    dedicated(&desk, "2026-10-01", "2h");
    desk.done("sladesk contact add acme dana@acme.example --name \"Dana Ruiz\"");
    desk.done("sladesk open acme \"Down\" --contact dana@acme.example -p s2 -c email --environment production --component product --version 8");
    desk.shows(
        &[
            "sladesk contract adjust acme support-hours 10h",
            "sladesk contract adjust acme suport-hours +10h",
            "sladesk contract adjust acme support-hours +3bd",
            "sladesk work 1 2h",
            "sladesk contract list --fields contract,left",
            "sladesk contract adjust acme support-hours +10h -m \"invoice 1042\"",
            "sladesk contract adjust acme support-hours -30m",
            "sladesk contract show acme -f json --fields allowances",
        ],
        str![[r#"
$ sladesk contract adjust acme support-hours 10h
error: `10h` has no sign
hint: write `+10h` to add, `-10h` to take away
[exit 2]
$ sladesk contract adjust acme suport-hours +10h
error: suitecrm/dedicated has no allowance `suport-hours`
hint: did you mean `support-hours`?
[exit 4]
$ sladesk contract adjust acme support-hours +3bd
error: `+3bd` is no amount of hours
hint: write `+10h`, or `-1h30m` to take some away
[exit 2]
$ sladesk work 1 2h
1: worked 2h, support-hours used up (acme, "Down")
  2h charged to support-hours, none left; response due today 15:00; resolution stands still until 2027-10-01 00:00, due 2027-10-02 16:00
[exit 0]
$ sladesk contract list --fields contract,left
1	{"support-hours":0}
[exit 0]
$ sladesk contract adjust acme support-hours +10h -m "invoice 1042"
acme: adjusted support-hours of contract 1 by +10h: 10h left
1: resolution stands still until 2027-10-01 00:00, due 2027-10-02 16:00 -> due Fri 16 Oct 03:00 (acme, "Down")
[exit 0]
$ sladesk contract adjust acme support-hours -30m
acme: adjusted support-hours of contract 1 by -30m: 9h 30m left
[exit 0]
$ sladesk contract show acme -f json --fields allowances
{
  "allowances": [
    {
      "allowance": "support-hours",
      "unit": "seconds",
      "granted": 41400,
      "used": 7200,
      "left": 34200,
      "overage": 0,
      "until": "2027-09-30",
      "pace_until": "2026-12-17"
    }
  ]
}
[exit 0]

"#]],
    );
}

#[test]
fn a_repin_takes_back_only_the_breaches_that_it_moves() {
    let desk = crate::acid::desk("acid/big --set targets.response.p2=1h");
    desk.done("sladesk --plans plans open x@a.ex one -p p2 -c email -t general --environment prod");
    desk.done("sladesk --plans plans open x@a.ex two -p p1 -c phone -t general --environment prod");
    let desk = desk.at("2026-10-14T14:00:00Z");
    desk.shows(
        &[
            "sladesk --plans plans contract amend a --start 2026-10-14 --set targets.response.p2=8h --open-tickets repin",
            "sladesk --plans plans contract amend a --start 2026-10-14 --set targets.response.p2=8h -n -f json --corrects typo",
            "sladesk --plans plans contract amend a --start 2026-10-14 --set targets.response.p2=8h --open-tickets repin --corrects typo",
            "sladesk report sla --period 2026-10 --fields milestone,priority,breached,corrected,open -f tsv",
            "sladesk report breaches --period 2026-10 --fields ticket,milestone,due,corrected -f tsv",
            "sladesk show 2",
            "sladesk contract show a",
        ],
        str![[r#"
$ sladesk --plans plans contract amend a --start 2026-10-14 --set targets.response.p2=8h --open-tickets repin
error: at 14:00 this takes the breach of 1 response (today 10:00:00) off the record
hint: if it is true, `--corrects REASON`: reports then show it as corrected, by whom and why
[exit 5]
$ sladesk --plans plans contract amend a --start 2026-10-14 --set targets.response.p2=8h -n -f json --corrects typo
[
{"ticket":1,"milestone":"response","due":"2026-10-14T10:00:00Z","due_then":"2026-10-14T17:00:00Z","breach":"2026-10-14T10:00:00Z","breach_then":"2026-10-14T17:00:00Z"},
{"ticket":1,"milestone":"resolution","due":"2026-10-15T17:00:00Z","due_then":"2026-10-15T17:00:00Z","breach":"2026-10-15T17:00:00Z","breach_then":"2026-10-15T17:00:00Z"},
{"ticket":2,"milestone":"response","due":"2026-10-14T11:00:00Z","due_then":"2026-10-14T11:00:00Z","breach":"2026-10-14T11:00:00Z","breach_then":"2026-10-14T11:00:00Z"},
{"ticket":2,"milestone":"resolution","due":"2026-10-15T17:00:00Z","due_then":"2026-10-15T17:00:00Z","breach":"2026-10-15T17:00:00Z","breach_then":"2026-10-15T17:00:00Z"}
]
[stderr]
a, not written: amended contract 1 from 2026-10-14: response p2: 1 h -> 8 h
1: response due today 10:00 -> due today 17:00 (a, "one")
2: no deadline changes (a, "two")
[exit 0]
$ sladesk --plans plans contract amend a --start 2026-10-14 --set targets.response.p2=8h --open-tickets repin --corrects typo
a: amended contract 1 from 2026-10-14: response p2: 1 h -> 8 h
1: response due today 10:00 -> due today 17:00 (a, "one")
2: no deadline changes (a, "two")
[exit 0]
$ sladesk report sla --period 2026-10 --fields milestone,priority,breached,corrected,open -f tsv
response	p1	1	0	0
response	p2	0	1	1
resolution	p1	0	0	1
resolution	p2	0	0	1
[exit 0]
$ sladesk report breaches --period 2026-10 --fields ticket,milestone,due,corrected -f tsv
1	response	2026-10-14T10:00:00Z	{"event":8,"at":"2026-10-14T14:00:00Z","actor":"tess","reason":"typo"}
2	response	2026-10-14T11:00:00Z	-
[exit 0]
$ sladesk show 2
2 two

  customer     a
  contact      X <x@a.ex>
  plan         acid/big, contract 1, terms of event 7
  state        open
  priority     p1
  channel      phone
  topic        general
  environment  prod
  opened       2026-10-14 09:00

Clocks
  MILESTONE   PRIORITY  STATE     TARGET  DUE               ENDED  LEFT
  response    p1        breached  2h      2026-10-14 11:00          -3h
  resolution  p1        running   16h     2026-10-15 17:00          11h

Timeline
2026-10-14 09:00  tess  opened as p1 (under --now)

2026-10-14 14:00  tess  moved to contract 1, terms of event 7 (under --now)

Correction: typo
[exit 0]
$ sladesk contract show a
Contract 1: A on acid/big

  customer            a
  plan                acid/big
  state               in-force
  start               2026-10-01
  end                 2027-09-30
  renews by itself    12 months
  to be cancelled by  2027-08-31
  zone                UTC
  price               not stated
  agreed              targets.response.p2=8h

Allowances
  ALLOWANCE  GRANTED  USED  LEFT  OVERAGE  UNTIL       AT THIS PACE UNTIL
  cy               2     2     0        0  2026-12-31  2026-10-14

Seats: 1, unlimited
  CONTACT  CUSTOMER  NAME  PHONE  START       END
  x@a.ex   a         X            2026-10-01

Hours
  Hours of support  mon-fri 09:00-17:00 (AC-0)
  Zone              UTC (AC-0)
  Holidays closed   none

Targets
  Reopened within    14 calendar days
  Response, p1       2 h (AC-0)
  Response, p2       8 h
  Response: rules    met by acknowledged or replied; never paused (AC-0)
  Resolution, p1     16 h (AC-0)
  Resolution, p2     16 h (AC-0)
  Resolution: rules  met by resolved; never paused (AC-0)

Channels
  E-mail  included (AC-0)
  Phone   included (AC-0)

Topics
  General      included (AC-0)
  Development  included, only for cert (AC-D)
  Networks     excluded unless the contract lists it (AC-N)

Terms
  FROM        PLAN      EVENT  HASH          HOLDS
  2026-10-01  acid/big  3      8da1a4f2baca
  2026-10-14  acid/big  7      452d6c872d9f  now
[exit 0]

"#]],
    );
}

#[test]
fn for_how_long_is_agreed_by_signing_and_renewing_and_not_by_amending() {
    let desk = crate::acid::desk("acid/small");
    desk.shows(
        &[
            "sladesk --plans plans contract amend a --start 2026-11-01 --set \"term.length=24 months\"",
            "sladesk --plans plans contract renew 1 --start 2026-11-01 --set \"term.length=24 months\"",
            "sladesk contract show a --fields end -f tsv",
            "sladesk --plans plans contract amend a --start 2026-12-01 --set channels-=email",
        ],
        str![[r#"
$ sladesk --plans plans contract amend a --start 2026-11-01 --set "term.length=24 months"
error: an amendment does not change for how long contract 1 is agreed
hint: `sladesk contract renew 1 --start 2026-11-01` agrees another length from then on, `--end DAY` says until when
[exit 5]
$ sladesk --plans plans contract renew 1 --start 2026-11-01 --set "term.length=24 months"
a: renewed contract 1 (acid/small) from 2026-11-01 to 2028-10-31, then by itself for 12 months more each time
what changes: term: 1 year; renews by 1 year; 30 days notice -> 2 years; renews by 1 year; 30 days notice
[exit 0]
$ sladesk contract show a --fields end -f tsv
2028-10-31
[exit 0]
$ sladesk --plans plans contract amend a --start 2026-12-01 --set channels-=email
a: amended contract 1 from 2026-12-01: channel email: included -> not included
warning: acid/small takes no tickets then: it has no channel through which one is opened
[exit 0]

"#]],
    );
}

#[test]
fn days_that_a_renewal_leaves_uncovered_are_said_and_listed() {
    let desk = crate::acid::desk("acid/small");
    desk.done("sladesk contract cancel a");
    desk.shows(
        &["sladesk --plans plans contract renew 1 --start 2027-12-01"],
        str![[r#"
$ sladesk --plans plans contract renew 1 --start 2027-12-01
a: renewed contract 1 (acid/small) from 2027-12-01 to 2028-11-30, then by itself for 12 months more each time
warning: no contract covers a from 2027-10-01 to 2027-11-30
[exit 0]

"#]],
    );
    let desk = desk.at("2027-11-14T09:00:00Z");
    desk.shows(
        &[
            "sladesk contract list --fields contract,state,end,gaps -f json",
            "sladesk contract show 1",
        ],
        str![[r#"
$ sladesk contract list --fields contract,state,end,gaps -f json
[
{"contract":1,"state":"cancelled","end":"2027-09-30","gaps":[{"start":"2027-10-01","end":"2027-11-30"}]}
]
[exit 0]
$ sladesk contract show 1
Contract 1: A on acid/small

  customer   a
  plan       acid/small
  state      cancelled
  cancelled  yes: it ends
  start      2026-10-01
  end        2027-09-30
  zone       UTC
  price      not stated

It is not in force from 2027-10-01 to 2027-11-30.

Seats: 1 of 2
  CONTACT  CUSTOMER  NAME  PHONE  START       END
  x@a.ex   a         X            2026-10-01

Hours
  Hours of support  mon-fri 09:00-17:00 (AC-0)
  Zone              UTC (AC-0)
  Holidays closed   none

Targets
  Reopened within    14 calendar days
  Response, p1       2 h (AC-0)
  Response, p2       2 h (AC-0)
  Response: rules    met by acknowledged or replied; never paused (AC-0)
  Resolution, p1     16 h (AC-0)
  Resolution, p2     16 h (AC-0)
  Resolution: rules  met by resolved; never paused (AC-0)

Channels
  E-mail  included (AC-0)
  Phone   not included (AC-0)

Topics
  General      included (AC-0)
  Development  included, only for cert (AC-D)
  Networks     excluded unless the contract lists it (AC-N)

Terms
  FROM        PLAN        EVENT  HASH          HOLDS
  2026-10-01  acid/small  3      fbeff1cc6d8b  now
  2027-12-01  acid/small  6      fbeff1cc6d8b
[exit 0]

"#]],
    );
}

#[test]
fn a_cancelled_contract_says_so_while_it_is_in_force() {
    let desk = crate::acid::desk("acid/small");
    desk.done("sladesk contract cancel a");
    desk.shows(
        &[
            "sladesk contract show a",
            "sladesk contract list --fields state,cancelled,cancel_by -f tsv",
        ],
        str![[r#"
$ sladesk contract show a
Contract 1: A on acid/small

  customer   a
  plan       acid/small
  state      in-force
  cancelled  yes: it ends
  start      2026-10-01
  end        2027-09-30
  zone       UTC
  price      not stated

Allowances
  ALLOWANCE  GRANTED  USED  LEFT  OVERAGE  UNTIL       AT THIS PACE UNTIL
  cases            3     0     3        0  2027-09-30

Seats: 1 of 2
  CONTACT  CUSTOMER  NAME  PHONE  START       END
  x@a.ex   a         X            2026-10-01

Hours
  Hours of support  mon-fri 09:00-17:00 (AC-0)
  Zone              UTC (AC-0)
  Holidays closed   none

Targets
  Reopened within    14 calendar days
  Response, p1       2 h (AC-0)
  Response, p2       2 h (AC-0)
  Response: rules    met by acknowledged or replied; never paused (AC-0)
  Resolution, p1     16 h (AC-0)
  Resolution, p2     16 h (AC-0)
  Resolution: rules  met by resolved; never paused (AC-0)

Channels
  E-mail  included (AC-0)
  Phone   not included (AC-0)

Topics
  General      included (AC-0)
  Development  included, only for cert (AC-D)
  Networks     excluded unless the contract lists it (AC-N)

Terms
  FROM        PLAN        EVENT  HASH          HOLDS
  2026-10-01  acid/small  3      fbeff1cc6d8b  now
[exit 0]
$ sladesk contract list --fields state,cancelled,cancel_by -f tsv
in-force	true	-
[exit 0]

"#]],
    );
}
