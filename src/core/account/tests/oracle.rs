//! The account against a slow oracle: a row of days on which each act is written out, day by day.

use proptest::prelude::*;

use super::*;
use crate::core::account::{Account, months_later};
use crate::core::model::{ContactRevoked, ContractAmended, ContractCancelled, ContractRenewed};

const DAYS: usize = 60;

fn nth(day: usize) -> Instant {
    Instant(i64::try_from(day).expect("few days") * 86_400)
}

/// Acts on the days 0..DAYS: when it is said, and what.
fn history(acts: Vec<(usize, Fact)>) -> Account {
    let mut history = History::new();
    for (said, fact) in acts {
        let id = history.on("1970-01-01", fact);
        let place = usize::try_from(id.0).expect("a small id") - 1;
        history.0[place].0.at = nth(said);
    }
    history.account()
}

#[derive(Clone, Debug)]
enum Seating {
    Give(i64, usize, Option<usize>),
    Replace(i64, i64, usize),
    Revoke(i64, usize),
}

fn seating() -> impl Strategy<Value = (usize, Seating)> {
    let person = 1..5_i64;
    let act = prop_oneof![
        (person.clone(), 0..DAYS, prop::option::of(1..DAYS))
            .prop_map(|(who, from, long)| Seating::Give(who, from, long.map(|long| from + long))),
        (person.clone(), 1..4_i64, 0..DAYS).prop_map(|(who, other, from)| Seating::Replace(
            who,
            (who + other - 1) % 4 + 1,
            from
        )),
        (person, 0..DAYS).prop_map(|(who, from)| Seating::Revoke(who, from)),
    ];
    (0..DAYS, act)
}

/// For each person and day the number of the seat held, if any.
#[derive(Default)]
struct Rows(std::collections::BTreeMap<i64, Vec<Option<usize>>>);

impl Rows {
    fn row(&mut self, who: i64) -> &mut Vec<Option<usize>> {
        self.0.entry(who).or_insert_with(|| vec![None; DAYS])
    }

    /// From a day on, a seat that is held on any of these days is held no more.
    fn clear(&mut self, who: i64, from: usize, touching: std::ops::Range<usize>) {
        let row = self.row(who);
        let held: Vec<_> = row[touching].iter().flatten().copied().collect();
        for day in &mut row[from.min(DAYS)..] {
            if day.is_some_and(|seat| held.contains(&seat)) {
                *day = None;
            }
        }
    }

    fn act(&mut self, number: usize, act: &Seating) {
        match *act {
            Seating::Give(who, from, until) => {
                let end = until.unwrap_or(DAYS).min(DAYS);
                self.clear(who, from, from..end);
                self.row(who)[from..end].fill(Some(number));
            }
            Seating::Replace(who, leaving, from) => {
                self.act(number, &Seating::Give(who, from, None));
                self.act(number, &Seating::Revoke(leaving, from));
            }
            Seating::Revoke(who, from) => self.clear(who, from, from..DAYS),
        }
    }
}

fn as_fact(act: &Seating) -> Fact {
    match *act {
        Seating::Give(who, from, until) => ContactAuthorised {
            from: Some(nth(from)),
            until: until.map(nth),
            ..authorised(who)
        }
        .into(),
        Seating::Replace(who, leaving, from) => ContactAuthorised {
            from: Some(nth(from)),
            replaces: Some(ContactId(leaving)),
            ..authorised(who)
        }
        .into(),
        Seating::Revoke(who, from) => ContactRevoked {
            contact: ContactId(who),
            from: Some(nth(from)),
        }
        .into(),
    }
}

#[derive(Clone, Debug)]
enum Life {
    Amend(usize),
    Renew(usize, usize, bool),
    Cancel(usize),
}

fn life() -> impl Strategy<Value = (usize, Life)> {
    let act = prop_oneof![
        (0..DAYS).prop_map(Life::Amend),
        (0..DAYS, 1..DAYS, any::<bool>()).prop_map(|(from, long, by_itself)| Life::Renew(
            from,
            from + long,
            by_itself
        )),
        (0..DAYS).prop_map(Life::Cancel),
    ];
    (1..DAYS, act)
}

/// Whether it is in force, and the number of the act whose terms hold, on each day.
struct Days {
    starts: usize,
    force: Vec<bool>,
    /// Whether it goes on by itself beyond the last day looked at, or how far it reaches.
    reach: Option<usize>,
    terms: Vec<(usize, usize)>,
}

impl Days {
    fn act(&mut self, number: usize, act: &Life) {
        match *act {
            Life::Amend(from) => self.terms.push((from.max(self.starts), number)),
            Life::Renew(from, ends, by_itself) => {
                let from = from.max(self.starts);
                self.terms.retain(|(other, _)| *other < from);
                self.terms.push((from, number));
                self.reach = (!by_itself).then_some(ends);
                self.force[from..].fill(false);
                let end = self.reach.unwrap_or(DAYS).clamp(from, DAYS);
                self.force[from..end].fill(true);
            }
            Life::Cancel(ends) if self.reach.is_none_or(|reach| ends <= reach) => {
                self.reach = Some(ends);
                self.force[ends..].fill(false);
            }
            Life::Cancel(_) => {}
        }
    }

    fn terms_on(&self, day: usize) -> Option<usize> {
        let begun = self.terms.iter().filter(|(from, _)| *from <= day);
        let latest = begun.clone().map(|(from, _)| *from).max()?;
        begun
            .filter(|(from, _)| *from == latest)
            .map(|(_, number)| *number)
            .max_by_key(|number| self.terms.iter().position(|(_, other)| other == number))
    }
}

fn life_fact(number: usize, act: &Life) -> Fact {
    let terms = number.to_string();
    let contract = ContractId(1);
    match *act {
        Life::Amend(from) => ContractAmended {
            contract,
            from: Some(nth(from)),
            carries: None,
            terms,
            set: Vec::new(),
            left_open: Vec::new(),
        }
        .into(),
        Life::Renew(from, ends, by_itself) => ContractRenewed {
            contract,
            from: Some(nth(from)),
            plan: "creatio/premium".to_owned(),
            terms,
            ends: nth(ends),
            months: 1,
            renews: by_itself.then_some(1),
            set: Vec::new(),
            left_open: Vec::new(),
        }
        .into(),
        Life::Cancel(ends) => ContractCancelled {
            contract,
            ends: nth(ends),
        }
        .into(),
    }
}

proptest! {
    #[test]
    fn seats_are_what_a_row_of_days_says(mut acts in prop::collection::vec(seating(), 0..12)) {
        let account = history(acts.iter().map(|(said, act)| (*said, as_fact(act))).collect());
        acts.sort_by_key(|(said, _)| *said);
        let mut rows = Rows::default();
        for (number, (_, act)) in acts.iter().enumerate() {
            rows.act(number, act);
        }
        for day in 0..DAYS {
            let mut seated: Vec<i64> = account
                .seated(ContractId(1), nth(day))
                .iter()
                .map(|contact| contact.id.0)
                .collect();
            seated.sort_unstable();
            let held = |row: &Vec<Option<usize>>| row[day].is_some();
            let expected: Vec<i64> =
                rows.0.iter().filter(|(_, row)| held(row)).map(|(who, _)| *who).collect();
            prop_assert_eq!(seated, expected, "day {}", day);
        }
        for (from, until) in [(0, None), (7, Some(30)), (30, Some(31))] {
            let fullest = account.fullest(ContractId(1), nth(from), until.map(nth), None);
            let most = (from..until.unwrap_or(DAYS))
                .map(|day| account.seated(ContractId(1), nth(day)).len())
                .max();
            prop_assert_eq!(Some(fullest.seated.len()), most);
        }
    }

    #[test]
    fn a_contracts_life_is_what_a_row_of_days_says(
        starts in 0..DAYS / 2,
        long in 1..DAYS,
        by_itself: bool,
        mut acts in prop::collection::vec(life(), 0..10),
    ) {
        let signing = ContractSigned {
            starts: nth(starts),
            ends: nth(starts + long),
            ..signed("1970-01-01", "1970-01-01", 1, by_itself.then_some(1))
        };
        let mut facts = vec![(0, Fact::from(signing))];
        let written = acts.iter().enumerate().map(|(number, (said, act))| {
            (*said, life_fact(number + 2, act))
        });
        facts.extend(written);
        let account = history(facts);
        let reach = (!by_itself).then_some(starts + long);
        let mut days = Days {
            starts,
            force: vec![false; DAYS],
            reach,
            terms: vec![(starts, 1)],
        };
        days.force[starts..reach.unwrap_or(DAYS).min(DAYS)].fill(true);
        let mut numbered: Vec<_> = acts.drain(..).enumerate().collect();
        numbered.sort_by_key(|(_, (said, _))| *said);
        for (number, (_, act)) in &numbered {
            days.act(number + 2, act);
        }
        let contract = &account.contracts[0];
        for day in 0..DAYS {
            prop_assert_eq!(contract.run_at(nth(day)).is_some(), days.force[day], "day {}", day);
            let number = contract.terms_at(nth(day)).map(|terms| match terms.hash.as_str() {
                "signed" => 1,
                number => number.parse().expect("the number of the act"),
            });
            prop_assert_eq!(number, days.terms_on(day), "terms on day {}", day);
        }
        prop_assert!(contract.runs.windows(2).all(|pair| pair[0].until <= Some(pair[1].from)));
    }

    #[test]
    fn terms_follow_each_other_without_a_gap(
        start in 0..20_000_u64,
        months in 1..40_u32,
        renews in 1..30_u32,
        hours in -11..13_i32,
        asked in 0..30_000_i64,
    ) {
        let zone = Fixed::hours(hours);
        let first = chrono::NaiveDate::default() + chrono::Days::new(start);
        let boundary = |n: u32| first_instant(months_later(first, n), &zone);
        let signing = ContractSigned {
            starts: boundary(0),
            ends: boundary(months),
            ..signed("1970-01-01", "1970-01-01", months, Some(renews))
        };
        let account = history(vec![(0, signing.into())]);
        let at = boundary(0).plus(asked * 86_400 / 2);
        let mut expected = (boundary(0), boundary(months), 1);
        while expected.1 <= at {
            let to = boundary(months + renews * expected.2);
            expected = (expected.1, to, expected.2 + 1);
        }
        let term = account.contracts[0].term_at(at, &zone).expect("it renews for ever");
        prop_assert_eq!((term.from, term.to, term.number), expected);
    }
}
