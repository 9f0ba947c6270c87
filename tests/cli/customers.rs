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
    desk().shows(
        &[
            "sladesk staff add hoa --name \"Hoa Le\" --email hoa@desk.example --line first --line second",
            "sladesk customer add acme --name \"Acme Ltd\" --zone Europe/Madrid",
            "sladesk customer edit acme --account-manager hoa --language es",
            "sladesk customer edit acme --account-manager hoa",
            "sladesk customer list",
            "sladesk customer list account-manager:hoa -f ids",
            "sladesk customer list account-manager:none",
            "sladesk customer show acme",
            "sladesk staff list -f json",
        ],
        str![],
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
            "sladesk customer add globex",
            "sladesk customer add globex --name Globex --zone Europe/Madird",
            "sladesk customer add globex --name Globex --language Spanish",
            "sladesk customer edit acmee --name Acme",
            "sladesk customer list colour:red",
            "sladesk customer list --sort colour",
            "sladesk customer list",
        ],
        str![],
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
        str![],
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
        str![],
    );
}
