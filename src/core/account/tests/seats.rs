//! Contacts and their seats in worked cases.

use super::*;
use crate::core::model::{ContactEdited, ContactRevoked, Qualified};

fn named(contacts: &[&crate::core::account::Contact]) -> Vec<i64> {
    contacts.iter().map(|contact| contact.id.0).collect()
}

fn seated(history: &History, date: &str) -> Vec<i64> {
    named(&history.account().seated(ContractId(1), day(date)))
}

#[test]
fn a_seat_is_held_from_a_day_to_a_day() {
    let mut history = History::new();
    history.on("2026-01-01", authorised(1));
    history.on(
        "2026-01-01",
        ContactAuthorised {
            from: Some(day("2026-02-01")),
            until: Some(day("2026-03-01")),
            ..authorised(2)
        },
    );
    history.on(
        "2026-01-15",
        ContactRevoked {
            contact: ContactId(1),
            from: Some(day("2026-02-10")),
        },
    );
    for (date, expected) in [
        ("2025-12-31", vec![]),
        ("2026-01-31", vec![1]),
        ("2026-02-01", vec![1, 2]),
        ("2026-02-10", vec![2]),
        ("2026-03-01", vec![]),
    ] {
        assert_eq!(seated(&history, date), expected, "{date}");
    }
}

#[test]
fn replacing_frees_a_seat_and_takes_it_on_the_same_day() {
    let mut history = History::new();
    history.on("2026-01-01", authorised(1));
    history.on(
        "2026-01-05",
        ContactAuthorised {
            from: Some(day("2026-02-01")),
            replaces: Some(ContactId(1)),
            ..authorised(2)
        },
    );
    assert_eq!(seated(&history, "2026-01-31"), [1]);
    assert_eq!(seated(&history, "2026-02-01"), [2]);
    let account = history.account();
    let left = account.contact(ContactId(1)).expect("still known");
    assert_eq!(left.seats[0].replaced_by, Some(ContactId(2)));
}

#[test]
fn the_fullest_moment_counts_seats_that_were_promised_for_later() {
    let mut history = History::new();
    history.on("2026-01-01", authorised(1));
    history.on(
        "2026-01-01",
        ContactAuthorised {
            from: Some(day("2026-06-01")),
            ..authorised(2)
        },
    );
    let account = history.account();
    let fullest = |from: &str, until: Option<&str>, leaving: Option<i64>| {
        let leaving = leaving.map(ContactId);
        let fullest = account.fullest(ContractId(1), day(from), until.map(day), leaving);
        (fullest.at, named(&fullest.seated))
    };
    assert_eq!(
        fullest("2026-02-01", Some("2026-06-01"), None),
        (day("2026-02-01"), vec![1])
    );
    assert_eq!(
        fullest("2026-02-01", None, None),
        (day("2026-06-01"), vec![1, 2])
    );
    assert_eq!(
        fullest("2026-02-01", None, Some(1)),
        (day("2026-06-01"), vec![2])
    );
}

#[test]
fn a_contact_of_one_contract_takes_no_seat_on_another() {
    let mut history = History::new();
    history.on("2026-01-01", signed("2026-01-01", "2027-01-01", 12, None));
    let second = ContractSigned {
        contract: ContractId(2),
        ..signed("2026-01-01", "2027-01-01", 12, None)
    };
    history.on("2026-01-01", second);
    history.on("2026-01-01", authorised(1));
    history.on(
        "2026-01-01",
        ContactAuthorised {
            contract: Some(ContractId(2)),
            ..authorised(2)
        },
    );
    let account = history.account();
    let at = day("2026-02-01");
    assert_eq!(named(&account.seated(ContractId(1), at)), [1]);
    assert_eq!(named(&account.seated(ContractId(2), at)), [1, 2]);
    let covering = |contact| -> Vec<i64> {
        let covering = account.covering(ContactId(contact), at);
        covering.map(|contract| contract.id.0).collect()
    };
    assert_eq!(covering(1), [1, 2]);
    assert_eq!(covering(2), [2]);
    assert_eq!(covering(3), [0_i64; 0]);
}

#[test]
fn a_qualification_ends_on_its_day_and_an_edit_gives_a_new_list() {
    let developer = |until: Option<&str>| Qualified {
        what: "developer".to_owned(),
        until: until.map(day),
    };
    let mut history = History::new();
    history.on(
        "2026-01-01",
        ContactAuthorised {
            qualified: vec![developer(Some("2026-02-01"))],
            ..authorised(1)
        },
    );
    history.on(
        "2026-04-01",
        ContactEdited {
            contact: ContactId(1),
            qualified: Some(vec![developer(None)]),
            until: None,
            language: None,
        },
    );
    let account = history.account();
    let holders = |date: &str| account.holders(ContractId(1), "developer", day(date)).len();
    for (date, expected) in [
        ("2026-01-31", 1),
        ("2026-02-01", 0),
        ("2026-03-31", 0),
        ("2026-04-01", 1),
        ("2030-01-01", 1),
    ] {
        assert_eq!(holders(date), expected, "{date}");
    }
}

#[test]
fn who_comes_back_takes_a_new_seat_and_keeps_what_is_known_of_him() {
    let mut history = History::new();
    history.with(
        "2026-01-01",
        authorised(1),
        person("Dana@Acme.example", "Dana Ruiz"),
    );
    history.on(
        "2026-02-01",
        ContactRevoked {
            contact: ContactId(1),
            from: None,
        },
    );
    history.on("2026-03-01", authorised(1));
    let account = history.account();
    let dana = account.contact_by_email("dana@acme.EXAMPLE");
    let dana = dana.expect("found however it is capitalised");
    assert_eq!(dana.name.as_deref(), Some("Dana Ruiz"));
    assert_eq!(dana.seats.len(), 2);
    let near = |date: &str| dana.seat_near(day(date)).map(|seat| seat.from);
    assert_eq!(near("2026-01-10"), Some(day("2026-01-01")));
    assert_eq!(near("2026-02-10"), Some(day("2026-03-01")), "the next");
    assert!(dana.seat_at(day("2026-02-10")).is_none());
}

#[test]
fn who_has_been_erased_still_holds_the_seat() {
    let mut history = History::new();
    history.on("2026-01-01", authorised(1));
    let account = history.account();
    let nobody = account.contact(ContactId(1)).expect("the fact remains");
    assert_eq!(nobody.label(), "(erased)");
    assert_eq!(seated(&history, "2026-01-02"), [1]);
}

#[test]
fn to_revoke_who_holds_no_seat_is_a_remark() {
    let mut history = History::new();
    let nobody = history.on(
        "2026-02-01",
        ContactRevoked {
            contact: ContactId(9),
            from: None,
        },
    );
    assert_eq!(history.account().remarks[0].0, nobody);
}

#[test]
fn a_seat_on_one_contract_counts_on_no_other() {
    let mut history = History::new();
    history.on("2026-01-01", authorised(1));
    history.on(
        "2026-01-01",
        ContactAuthorised {
            contract: Some(ContractId(2)),
            ..authorised(2)
        },
    );
    let account = history.account();
    let seated = account.seated(ContractId(1), day("2026-02-01"));
    assert_eq!(seated.len(), 1);
    assert_eq!(seated[0].id, ContactId(1));
    assert!(account.seated(ContractId(1), day("2025-02-01")).is_empty());
}
