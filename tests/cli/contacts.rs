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
        desk.done(&format!("sladesk contact add acme {email} --name \"{name}\""));
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
        str![],
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
            "sladesk contact list seat:coming -f json",
        ],
        str![],
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
        str![],
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
        str![],
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
            "sladesk contact edit dana@acme.example --qualification responsible",
            "sladesk contact edit luis@acme.example --qualification responsible",
            "sladesk contact edit dana@acme.example --qualification responsible=2026-10-31",
            "sladesk contact add acme eva@acme.example --name Eva --start 2026-11-01 --qualification responsible",
        ],
        str![],
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
        str![],
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
        str![],
    );
}
