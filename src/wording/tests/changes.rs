//! What a priority may become, by the vendors' own rules.

use super::*;

fn change<'a>(
    from: &'a str,
    to: &'a str,
    reason: Option<&'a str>,
    by: Side,
) -> RequestedChange<'a> {
    RequestedChange {
        from: Some(from),
        to,
        reason,
        by,
        environment: None,
        component: None,
    }
}

#[track_caller]
fn tells(terms: &Terms, others: &[&Terms], change: RequestedChange, verdict: Verdict, words: &str) {
    let found = may_change(terms, others, &change);
    assert_eq!((found.verdict, said(&found).as_str()), (verdict, words));
}

#[test]
fn cr_11_the_customer_changes_a_priority_on_demand_on_premium_alone() {
    let (business, premium) = (creatio("business"), creatio("premium"));
    let asked = change("medium", "high", Some("on-demand"), Side::Customer);
    let found = may_change(&business, &[&premium], &asked);
    says(
        &found,
        Verdict::Refused,
        "`on-demand` may not raise it on creatio/business",
        Some("CR-11"),
        &["creatio/premium includes it"],
    );
    tells(
        &premium,
        &[],
        asked,
        Verdict::Allowed,
        "Because of on-demand",
    );
    let plain = change("medium", "high", None, Side::Customer);
    let words = "what the customer asks for needs a reason of the plan";
    tells(&premium, &[], plain, Verdict::Refused, words);
}

#[test]
fn the_desk_raises_in_its_own_words_and_lowers_by_a_reason() {
    let terms = bpmonline();
    let raise = change("p3", "p2", None, Side::Desk);
    tells(
        &terms,
        &[],
        raise,
        Verdict::Allowed,
        "the desk may raise it in its own words",
    );
    let lower = may_change(&terms, &[], &change("p2", "p3", None, Side::Desk));
    says(
        &lower,
        Verdict::Refused,
        "lowering it needs a reason of the plan",
        None,
        &["one of these: `--reason restored`"],
    );
    let none = may_change(&terms, &[], &change("p3", "p4", None, Side::Desk));
    assert_eq!(ways(&none), ["bpmonline/premium has none for this change"]);
    let first = RequestedChange {
        from: None,
        ..change("p3", "p4", None, Side::Desk)
    };
    tells(
        &terms,
        &[],
        first,
        Verdict::Allowed,
        "the desk may raise it in its own words",
    );
}

#[test]
fn bp_7_a_lowering_to_3_or_4_meets_the_resolution() {
    let terms = bpmonline();
    let by = |from, to| change(from, to, Some("restored"), Side::Desk);
    tells(
        &terms,
        &[],
        by("1", "p3"),
        Verdict::Allowed,
        "Because of restored; meets resolution",
    );
    tells(
        &terms,
        &[],
        by("p1", "p2"),
        Verdict::Refused,
        "`restored` may not lower it to p2, only to p3 and p4",
    );
    tells(
        &terms,
        &[],
        by("p3", "p4"),
        Verdict::Refused,
        "`restored` changes only p1 and p2",
    );
}

#[test]
fn su_4_severity_1_may_be_lowered_and_never_had_for_a_laboratory() {
    let terms = suitecrm();
    let lower = change("s1", "s3", Some("no-resources"), Side::Desk);
    tells(
        &terms,
        &[],
        lower,
        Verdict::Allowed,
        "Because of no-resources",
    );
    let laboratory = RequestedChange {
        environment: Some("laboratory"),
        ..change("s2", "s1", None, Side::Desk)
    };
    tells(
        &terms,
        &[],
        laboratory,
        Verdict::Refused,
        "“s1” is never for laboratory",
    );
    let asked = change("s1", "s2", Some("no-resources"), Side::Customer);
    tells(
        &terms,
        &[],
        asked,
        Verdict::Refused,
        "`no-resources` is a reason of the desk alone",
    );
}

#[test]
fn what_is_unknown_is_refused_with_the_nearest() {
    let terms = creatio("premium");
    let found = may_change(&terms, &[], &change("high", "lwo", None, Side::Desk));
    assert_eq!(said(&found), "creatio/premium has no priority `lwo`");
    assert_eq!(ways(&found), ["did you mean `low`?"]);
    let found = may_change(
        &terms,
        &[],
        &change("high", "low", Some("on-demnd"), Side::Customer),
    );
    assert_eq!(said(&found), "creatio/premium has no reason `on-demnd`");
    assert_eq!(ways(&found), ["did you mean `on-demand`?"]);
    tells(
        &terms,
        &[],
        change("low", "low", None, Side::Desk),
        Verdict::Refused,
        "it is low already",
    );
}

#[test]
fn what_a_priority_may_become_is_listed_with_its_ground() {
    let (business, premium) = (creatio("business"), creatio("premium"));
    let list = possible_changes(&business, &[&premium], Some("medium"), None, None);
    let told: Vec<_> = list
        .iter()
        .map(|p| (p.to.as_str(), p.reason.as_deref(), p.by, p.finding.verdict))
        .collect();
    assert_eq!(
        told,
        [
            ("high", None, Side::Desk, Verdict::Allowed),
            ("high", Some("misjudged"), Side::Desk, Verdict::Allowed),
            ("high", Some("on-demand"), Side::Customer, Verdict::Refused),
            ("low", Some("misjudged"), Side::Desk, Verdict::Allowed),
            ("low", Some("on-demand"), Side::Customer, Verdict::Refused),
        ]
    );
    assert_eq!(
        said(&list[1].finding),
        "Because of misjudged; a breach that it takes back is shown as corrected"
    );
}
