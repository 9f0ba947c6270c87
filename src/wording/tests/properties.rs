//! Any request, under any of the plans.

use super::*;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const WORDS: [&str; 14] = [
    "phone",
    "email",
    "community",
    "analytics",
    "development",
    "marketplace",
    "faults",
    "s1",
    "high",
    "p1",
    "laboratory",
    "third-party-software",
    "nobody@acme.example",
    "dana@acme.example",
];

proptest! {
    #[test]
    fn every_request_is_judged_and_forgiving_never_makes_it_worse(
        which in 0usize..5,
        words in prop::collection::vec(option::of(select(&WORDS[..])), 7),
        forgiven in prop::sample::subsequence(&Rule::ALL[..], 0..10),
    ) {
        let terms = [creatio("basic"), creatio("business"), creatio("premium"), suitecrm(), bpmonline()];
        let desk = Desk::with(terms[which].clone()).left("citizen-developer", AllowanceUnit::Cases, 5, 5);
        let evaluation = desk.evaluate(Request {
            purpose: Purpose::Open,
            contact: words[0],
            channel: words[1],
            topic: words[2],
            priority: words[3],
            environment: words[4],
            component: words[5],
            version: words[6],
            language: None,
        });
        for rule in [Rule::Contract, Rule::Contact, Rule::Channel, Rule::Topic, Rule::Priority] {
            prop_assert!(evaluation.findings.iter().any(|finding| finding.rule == rule));
        }
        let refused = evaluation.verdict() == Verdict::Refused;
        prop_assert_eq!(refusal(&evaluation, "acme", &[]).is_some(), refused);
        let left = evaluation.unforgiven(&forgiven).len();
        prop_assert!(left <= evaluation.unforgiven(&[]).len());
        prop_assert_eq!(refusal(&evaluation, "acme", &forgiven).is_some(), left > 0);
        prop_assert!(refused || !evaluation.is_courtesy(&forgiven));
    }
}
