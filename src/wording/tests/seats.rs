//! Who may hold a seat, and when.

use super::*;
use crate::core::account::Account;

fn situation<'a>(account: &'a Account, zone: &'a Fixed) -> RequestContext<'a> {
    RequestContext {
        at: at_noon("2026-10-14"),
        zone,
        account,
        contract: account.contracts.first(),
        balances: &[],
        others: &[],
        beside: &[],
        is_open: &|_| None,
    }
}

fn acme_with(people: &[Contact]) -> Account {
    acme(
        people.to_vec(),
        Some(contract(&[(day("2026-01-01"), day("2028-01-01"))])),
    )
}

fn five() -> Vec<Contact> {
    let names = ["dana", "luis", "eva", "ines", "omar"];
    let people = names
        .iter()
        .zip(1..)
        .map(|(name, n)| person(n, name, "2026-01-01", None));
    people.collect()
}

fn newcomer(from: &str, until: Option<&str>, replaces: Option<i64>) -> SeatRequest<'static> {
    SeatRequest {
        email: "bob@acme.example",
        from: day(from),
        until: until.map(day),
        qualifications: &[],
        replaces: replaces.map(ContactId),
    }
}

#[test]
fn cr_1_the_sixth_contact_of_a_business_contract_is_refused_naming_the_five() {
    let (people, zone) = (acme_with(&five()), Fixed::hours(0));
    let terms = creatio("business");
    let asked = newcomer("2026-10-14", None, None);
    let refused = may_authorise(&terms, &situation(&people, &zone), &asked).unwrap_err();
    assert_eq!(
        told(Some(no_seat(&refused))),
        "error: acme has no seat left: creatio/business has 5 (CR-1)\n  \
         authorised (5 of 5 seats): dana@acme.example, luis@acme.example, eva@acme.example,\n  \
         ines@acme.example, omar@acme.example\n\
         hint: the same with `--replaces omar@acme.example` takes a seat over from somebody\n"
    );
    let replacing = newcomer("2026-10-14", None, Some(3));
    assert_eq!(
        may_authorise(&terms, &situation(&people, &zone), &replacing),
        Ok(())
    );
    let premium = creatio("premium");
    assert_eq!(
        may_authorise(&premium, &situation(&people, &zone), &asked),
        Ok(())
    );
}

#[test]
fn a_seat_must_be_free_for_all_the_time_it_is_held() {
    let zone = Fixed::hours(0);
    let terms = creatio("business");
    let mut people = five();
    people[2].seats[0].until = Some(day("2026-11-01"));
    people.push(person(6, "ruth", "2026-12-01", None));
    let people = acme_with(&people);
    let until = |from, until| {
        let asked = newcomer(from, until, None);
        may_authorise(&terms, &situation(&people, &zone), &asked)
            .map_err(|no| no_seat(&no).message().to_owned())
    };
    assert!(
        until("2026-10-14", None).is_err(),
        "eva holds hers to the end of October"
    );
    assert_eq!(
        until("2026-11-01", Some("2026-12-01")),
        Ok(()),
        "between eva and ruth"
    );
    assert_eq!(
        until("2026-11-01", None),
        Err("acme has no seat left on 2026-12-01: creatio/business has 5".to_owned())
    );
}

#[test]
fn bp_9_only_one_may_be_the_responsible_contact() {
    let zone = Fixed::hours(0);
    let terms = bpmonline();
    let mut people = five();
    people[0] = qualified(people[0].clone(), "responsible-contact", None);
    let people = acme_with(&people);
    let held = [crate::core::model::Qualified {
        what: "responsible-contact".to_owned(),
        until: None,
    }];
    let asked = SeatRequest {
        qualifications: &held,
        ..newcomer("2026-10-14", None, None)
    };
    let refused = may_authorise(&terms, &situation(&people, &zone), &asked).unwrap_err();
    assert_eq!(
        told(Some(no_seat(&refused))),
        "error: only 1 may be responsible-contact on bpmonline/premium (BP-9)\n  \
         dana@acme.example holds it: The one person to whom advice is given\n\
         hint: `sladesk contact edit dana@acme.example --qualification responsible-contact=none` \
         frees it, the same with `--replaces dana@acme.example` takes over the seat and all\n"
    );
    let replacing = SeatRequest {
        replaces: Some(ContactId(1)),
        ..asked
    };
    assert_eq!(
        may_authorise(&terms, &situation(&people, &zone), &replacing),
        Ok(())
    );
}

#[test]
fn who_is_named_anew_does_not_stand_in_his_own_way() {
    let (people, zone) = (acme_with(&five()), Fixed::hours(0));
    let asked = SeatRequest {
        email: "Omar@acme.example",
        ..newcomer("2026-11-01", None, None)
    };
    let may = may_authorise(&creatio("business"), &situation(&people, &zone), &asked);
    assert_eq!(may, Ok(()));
}
