//! Worked cases at 2026-10-14 08:00 UTC.

use proptest::prelude::*;

use super::*;
use crate::core::model::State;
use crate::core::sla::ClockState;
use crate::core::time::Fixed;
use crate::core::time::Instant;

fn read(words: &[&str]) -> Result<Filter, Misread> {
    let zone = Fixed::hours(0);
    let now = "2026-10-14T08:00:00Z".parse().expect("an instant");
    filter(words, LOG_KEYS, &LocalNow::new(now, &zone))
}

fn one(word: &str) -> FilterTerm {
    let mut filter = read(&[word]).unwrap_or_else(|error| panic!("{word}: {error}"));
    assert_eq!(filter.terms.len(), 1, "{word}");
    filter.terms.remove(0)
}

fn words(any: &[&str]) -> Vec<FilterValue> {
    any.iter()
        .map(|word| FilterValue::Word((*word).to_owned()))
        .collect()
}

#[test]
fn a_key_asks_for_its_value_and_a_comma_is_or() {
    let term = one("customer:acme,globex");
    let any = words(&["acme", "globex"]);
    assert_eq!(
        term,
        FilterTerm {
            negated: false,
            test: FilterTest::Key {
                key: "customer",
                any
            },
            bare: false,
            word: "customer:acme,globex".to_owned(),
        }
    );
    assert_eq!(
        one("Account_Manager:minh").test,
        FilterTest::Key {
            key: "account-manager",
            any: words(&["minh"]),
        }
    );
    assert_eq!(
        one("topic:none").test,
        FilterTest::Key {
            key: "topic",
            any: vec![FilterValue::Absent]
        }
    );
}

#[test]
fn words_are_and_wherever_the_spaces_are() {
    let apart = read(&["tag:vip", "state:open", "printer"]);
    let together = read(&["tag:vip state:open", " printer "]);
    assert_eq!(apart, together);
    assert_eq!(apart.map(|f| f.terms.len()), Ok(3));
    assert_eq!(read(&[]), Ok(Filter::default()));
}

#[test]
fn not_in_front_negates_whatever_follows() {
    assert!(one("not:tag:vip").negated);
    assert_eq!(one("not:@mine").test, FilterTest::Saved("mine".to_owned()));
    assert!(one("not:printer").negated);
    assert!(!one("not:not:printer").negated);
}

fn begun(typed: &str) -> Sought {
    Sought::Words(typed.to_owned())
}

fn phrase(typed: &str) -> Sought {
    Sought::Phrase(typed.to_owned())
}

#[test]
fn quotes_hold_a_phrase_together_and_take_signs_as_letters() {
    for (word, text) in [
        ("\"login failed\"", phrase("login failed")),
        ("text:\"login failed\"", phrase("login failed")),
        ("text:\"custmer:acme\"", phrase("custmer:acme")),
        ("text:custmer:acme", begun("custmer:acme")),
        ("\"custmer:acme\"", phrase("custmer:acme")),
        ("\"@home\"", phrase("@home")),
        ("text:\"a,b\"", phrase("a,b")),
        ("text:\"say \\\"hi\\\"\"", phrase("say \"hi\"")),
        ("14:30", begun("14:30")),
        ("a,b", begun("a,b")),
        ("c:\\temp", begun("")),
    ] {
        match read(&[word]) {
            Ok(filter) => {
                assert_eq!(filter.terms[0].test, FilterTest::Text(vec![text]), "{word}");
            }
            Err(error) => assert_eq!(error.message, "no filter `c:`", "{word}"),
        }
    }
    let either = one("text:crash,\"blue screen\"").test;
    assert_eq!(
        either,
        FilterTest::Text(vec![begun("crash"), phrase("blue screen")])
    );
}

#[test]
fn states_have_groups() {
    let states = |word| match one(word).test {
        FilterTest::Key { any, .. } => any,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        states("state:resolved"),
        [FilterValue::State(vec![State::Resolved])]
    );
    let waiting = vec![
        State::WaitingCustomer,
        State::WaitingVendor,
        State::WaitingThirdParty,
    ];
    assert_eq!(
        states("state:Waiting"),
        [FilterValue::State(waiting.clone())]
    );
    let active = [vec![State::Open], waiting].concat();
    assert_eq!(
        states("state:active,void"),
        [
            FilterValue::State(active),
            FilterValue::State(vec![State::Void])
        ]
    );
}

#[test]
fn clocks_are_asked_with_or_without_their_milestone() {
    let clock = |milestone: Option<&str>, state| FilterTest::Key {
        key: "clock",
        any: vec![FilterValue::Clock(ClockFilter {
            milestone: milestone.map(str::to_owned),
            state,
        })],
    };
    assert_eq!(one("clock:paused").test, clock(None, ClockState::Paused));
    assert_eq!(
        one("clock:response.breached").test,
        clock(Some("response"), ClockState::Breached)
    );
    assert_eq!(
        one("is:overdue").test,
        FilterTest::Key {
            key: "is",
            any: vec![FilterValue::Is(Is::Overdue)]
        }
    );
}

#[test]
fn times_are_periods_and_ranges() {
    let test = one("resolved:..-14d").test;
    let FilterTest::Key {
        key: "resolved",
        any,
    } = test
    else {
        panic!("{test:?}")
    };
    let [FilterValue::Within(period)] = &any[..] else {
        panic!("{any:?}")
    };
    assert_eq!(
        (period.from, period.to.to_string().as_str()),
        (Instant::MIN, "2026-09-30T08:00:00Z")
    );
    assert!(
        read(&[
            "opened:2026-07..2026-09",
            "due:..eom",
            "at:yesterday",
            "follow-up:none"
        ])
        .is_ok()
    );
    assert!(read(&["at:fri.."]).is_ok(), "the log looks back");
    assert!(read(&["opened:fri.."]).is_err(), "which Friday is not said");
}

#[test]
fn numbers_are_asked_alone_or_as_a_range() {
    let number = |from, to| vec![FilterValue::Number { from, to }];
    for (word, any) in [
        ("ticket:42", number(42, 42)),
        ("ticket:40..53", number(40, 53)),
        ("ticket:4000..", number(4000, i64::MAX)),
        ("ticket:..9", number(0, 9)),
        ("entry:e48123", number(48_123, 48_123)),
        ("entry:48123..e48130", number(48_123, 48_130)),
        ("type:replied", words(&["replied"])),
    ] {
        let FilterTest::Key { any: found, .. } = one(word).test else {
            panic!("{word}")
        };
        assert_eq!(found, any, "{word}");
    }
}

#[test]
fn what_cannot_be_asked_is_refused_with_what_can() {
    for (word, message, hint) in [
        (
            "custmer:acme",
            "no filter `custmer:`",
            "did you mean `customer:acme`? To look for the words: `text:\"custmer:acme\"`",
        ),
        (
            "https://acme.example",
            "no filter `https:`",
            "`sladesk help filters` lists all. To look for the words: `text:\"https://acme.example\"`",
        ),
        (
            "state:opne",
            "`state:` has no `opne`",
            "did you mean `state:open`?",
        ),
        (
            "state:new",
            "`state:` has no `new`",
            "it can be open, waiting-customer, waiting-vendor, waiting-third-party, resolved, \
             closed, merged, void, waiting, active",
        ),
        (
            "clock:response.bad",
            "`clock:` has no `response.bad`",
            "it can be running, paused, met, breached, superseded, cancelled, corrected",
        ),
        (
            "is:overdu",
            "`is:` has no `overdu`",
            "did you mean `is:overdue`?",
        ),
        (
            "type:repleid",
            "`type:` has no `repleid`",
            "did you mean `type:replied`?",
        ),
        (
            "customer:",
            "`customer:` lacks a value",
            "write `customer:VALUE` or `customer:ONE,OTHER`",
        ),
        (
            "tag:a,,b",
            "`tag:a,,b` lacks a value",
            "write `tag:VALUE` or `tag:ONE,OTHER`",
        ),
        (
            "ticket:x",
            "`ticket:x` is no number",
            "write `ticket:42` or `ticket:40..53`",
        ),
        (
            "ticket:9..4",
            "`ticket:9..4` ends before it begins",
            "write `ticket:4..9`",
        ),
        (
            "priority:p1..p2",
            "`priority:` takes no range",
            "write each: `priority:VALUE` or `priority:ONE,OTHER`",
        ),
        (
            "opened:2026Q5",
            "`2026Q5` is no quarter",
            "a year has Q1 to Q4",
        ),
        ("@", "`@` needs the name of a saved filter", "write `@mine`"),
        (
            "not:",
            "`not:` asks nothing",
            "write what it must not be: `not:tag:vip`",
        ),
        (
            "\"open",
            "a quote is not closed in `\"open`",
            "a quote itself is written `\\\"`",
        ),
    ] {
        let error = read(&[word]).expect_err(word);
        assert_eq!(error.message, message);
        assert_eq!(error.hint.as_deref(), Some(hint));
    }
}

#[test]
fn a_list_without_text_takes_no_bare_word() {
    const KEYS: &[FilterKey] = &[FilterKey::new("customer", KeyKind::Word)];
    let zone = Fixed::hours(0);
    let here = LocalNow::new(Instant(0), &zone);
    let error = filter(&["acme"], KEYS, &here).unwrap_err();
    assert_eq!(error.message, "`acme` is no filter here");
    assert_eq!(
        error.hint.as_deref(),
        Some("here can be asked: `customer:`")
    );
    let error = filter(&["custmer:acme"], KEYS, &here).unwrap_err();
    assert_eq!(error.hint.as_deref(), Some("did you mean `customer:acme`?"));
}

#[test]
fn no_key_stands_twice() {
    let mut names: Vec<&str> = LOG_KEYS.iter().map(|key| key.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), LOG_KEYS.len());
}

proptest! {
    #[test]
    fn any_text_gets_an_answer(text in any::<String>()) {
        let _ = read(&[&text]);
    }

    #[test]
    fn any_words_of_its_signs_get_an_answer(text in "(not:|@|is:|due:|clock:|[a-z\".,: ]){0,8}") {
        let _ = read(&[&text]);
    }

    #[test]
    fn a_quoted_phrase_is_looked_for_as_it_stands(text in "[^\"\\\\]{1,20}") {
        let term = one(&format!("text:\"{text}\""));
        prop_assert_eq!(term.test, FilterTest::Text(vec![Sought::Phrase(text)]));
    }
}
