//! What a file says of a plan.

use super::*;

#[test]
fn a_plan_says_only_what_differs_from_its_file() {
    let small = file(ACME).terms("small").expect("the plan is there");
    assert_eq!(small.contacts, Agreed::Open);
    assert_eq!(small.sources["contacts"].clause.as_deref(), Some("A-1"));
    assert_eq!(target(&small, "response", 0).promise, within("4h"));
    assert_eq!(
        target(&small, "response", 0).source.clause.as_deref(),
        Some("A-2")
    );
    assert_eq!(target(&small, "resolution", 0).promise, Promise::None);
    assert_eq!(
        small
            .channels
            .iter()
            .map(|c| c.included)
            .collect::<Vec<_>>(),
        [true, false]
    );
    assert_eq!(
        small.topics.iter().map(|t| t.included).collect::<Vec<_>>(),
        [true, false]
    );
}

#[test]
fn a_target_says_how_it_is_published_and_how_binding_it_is() {
    let text = ACME.replace(
        "[plans.small]",
        r#"
[plans.published]
hours = "mon-fri 09:00-18:00"
targets.response = { p1 = "4 business hours", p2 = { within = "3bd", says = "2-3 business days", commitment = "objective" } }
targets.resolution = { p1 = "1 month", p2 = { within = "best-effort", says = "next release" } }
[plans.small]"#,
    );
    let terms = file(&text).terms("published").expect("the plan is there");
    assert_eq!(target(&terms, "response", 0).promise, within("4h"));
    let range = target(&terms, "response", 1);
    assert_eq!(range.promise, within("3bd"));
    assert_eq!(range.says.as_deref(), Some("2-3 business days"));
    assert_eq!(range.commitment, Some(Commitment::Objective));
    assert_eq!(target(&terms, "resolution", 0).promise, within("1 month"));
    let next_release = target(&terms, "resolution", 1);
    assert_eq!(next_release.promise, Promise::BestEffort);
    let why: Vec<_> = terms.unpromised().map(|one| one.why).collect();
    assert_eq!(why, [NotPromisedReason::BestEffort]);
}

#[test]
fn impact_and_urgency_give_a_priority_where_the_plan_or_its_file_says_so() {
    let text = format!(
        "{ACME}{}",
        r#"
[impacts]
wide = "Widespread"
narrow = "One person"
[urgencies]
now = "Now"
later = "Later"
[priority-matrix]
clause = "A-5"
wide = { now = "p1", later = "p2" }
narrow = { now = "p2" }
[plans.large.priority-matrix]
narrow = { later = "p1" }
"#
    );
    let file = file(&text);
    let given = |plan: &str, impact: &str, urgency: &str| {
        let terms = file.terms(plan).expect("the plan is there");
        let cell = terms.matrix_cell(impact, urgency)?;
        Some((cell.priority.clone(), cell.source.clause.clone()))
    };
    let of_the_file = Some(("p2".to_owned(), Some("A-5".to_owned())));
    assert_eq!(given("small", "wide", "later"), of_the_file);
    assert_eq!(given("small", "narrow", "later"), None);
    assert_eq!(given("large", "wide", "later"), of_the_file);
    let of_the_plan = Some(("p1".to_owned(), Some("A-9".to_owned())));
    assert_eq!(given("large", "narrow", "later"), of_the_plan);
    let small = file.terms("small").expect("the plan is there");
    assert_eq!(small.impacts[0].title, "Widespread");
    assert!(small.has_matrix() && !signed("small", &[]).terms.has_matrix());
}

#[test]
fn the_nearest_clause_wins() {
    let large = file(ACME).terms("large").expect("the plan is there");
    assert_eq!(
        target(&large, "response", 0).source.clause.as_deref(),
        Some("A-9")
    );
    assert_eq!(
        large.sources["contacts"].clause.as_deref(),
        Some("A-1"),
        "said in the file"
    );
    assert_eq!(
        large.sources["hours"].clause.as_deref(),
        Some("A-9"),
        "said in the plan"
    );
}
