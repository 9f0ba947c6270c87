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
        str![],
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
        str![],
    );
}

#[test]
fn a_contract_shows_its_terms_seats_and_what_is_left() {
    let desk = desk();
    desk.done("sladesk contract sign acme creatio/basic --zone UTC+3 --set targets.response.low=open --start 2026-10-01");
    desk.done("sladesk contact add acme dana@acme.example --name \"Dana Ruiz\"");
    desk.shows(
        &["sladesk contract show acme", "sladesk contract show 1 -f json"],
        str![],
    );
}

#[test]
fn two_contracts_over_the_same_days_and_days_without_one_are_said() {
    let desk = business();
    desk.shows(
        &[
            "sladesk contract sign acme csd-group/elite --start 2026-11-01 --end 2026-12-31 --set contacts=2",
            "sladesk contract sign acme csd-group/elite --start 2027-12-01 --end 2027-12-31 --set contacts=2",
            "sladesk customer show acme",
            "sladesk contract list end:2026",
        ],
        str![],
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
        str![],
    );
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
            "sladesk explain 1 response -f json --fields clocks.target",
            "sladesk contract show 1 --as-of 2026-10-14T09:00:00Z -f json --fields set",
        ],
        str![],
    );
    let december = desk.at("2026-12-02T09:00:00Z");
    december.shows(&["sladesk contract show 1 -f json --fields set,terms"], str![]);
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
        str![],
    );
    let later = desk.at("2027-10-14T09:00:00Z");
    later.shows(
        &["sladesk contract list", "sladesk contact add acme eva@acme.example"],
        str![],
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
        str![],
    );
    let late = desk.at("2029-02-01T09:00:00Z");
    late.shows(
        &[
            "sladesk contract renew acme",
            "sladesk contract renew acme --start 2029-01-01",
            "sladesk contract list",
        ],
        str![],
    );
}

#[test]
fn a_least_term_is_kept_and_a_term_that_renews_is_cancelled_to_its_end() {
    let desk = business();
    desk.done("sladesk contract sign acme suitecrm/dedicated --start 2026-11-01 --set contacts=6 --set channels=email,portal --set targets.response=4h --set targets.resolution=open --set allowances.support-hours.hours=40h");
    desk.shows(
        &[
            "sladesk contract cancel 1 --end 2026-12-31",
            "sladesk contract cancel 1 -m \"moves to Globex\"",
            "sladesk contract cancel 1",
            "sladesk contract cancel 2 --end 2026-10-31",
            "sladesk contract cancel 2 --end 2027-03-31",
            "sladesk contract list",
        ],
        str![],
    );
    let later = desk.at("2027-10-14T09:00:00Z");
    later.shows(
        &["sladesk contract list state:cancelled --fields contract,end,state", "sladesk contract cancel 1"],
        str![],
    );
}

#[test]
fn a_cancellation_dated_back_leaves_no_ticket_without_its_contract() {
    let desk = desk();
    desk.done("sladesk contract sign acme suitecrm/dedicated --start 2026-10-01 --set contacts=6 --set channels=email,portal --set targets.response=4h --set targets.resolution=open --set allowances.support-hours.hours=40h");
    desk.done("sladesk contact add acme dana@acme.example --name \"Dana Ruiz\"");
    desk.done("sladesk open acme \"Down\" --contact dana@acme.example -p s2 -c email --environment production --component product --version 8");
    desk.shows(
        &[
            "sladesk contract cancel acme --end 2026-10-10",
            "sladesk contract cancel acme --end 2026-10-14",
        ],
        str![],
    );
}

#[test]
fn hours_are_bought_with_a_sign_and_bring_back_what_had_lapsed() {
    let desk = desk();
    desk.done("sladesk contract sign acme suitecrm/dedicated --start 2026-10-01 --set contacts=6 --set channels=email,portal --set targets.response=4h --set targets.resolution=40h --set hours=around-the-clock --set allowances.support-hours.hours=2h");
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
        str![],
    );
}
