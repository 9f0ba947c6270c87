//! What an amendment and a renewal keep and change.

use super::*;

#[test]
fn what_was_signed_is_amended_by_the_same_paths() {
    let names = SystemNames::default();
    let first = signed("large", &["targets.response.p1=30m", "contacts=3"]);
    let set = agreed(&["targets.response.p1=15m", "contacts=4"]);
    let amended = first
        .document
        .set(&set, &names)
        .expect("the paths are known");
    let terms = amended.terms();
    let says: Vec<String> = diff(&first.document, &amended)
        .into_iter()
        .map(|d| {
            let [old, new] = [d.old, d.new].map(|said| said.map(|said| said.written()));
            format!("{}: {old:?} -> {new:?}", d.path)
        })
        .collect();
    assert_eq!(
        says,
        [
            "contacts: Some(\"3\") -> Some(\"4\")",
            "targets.response.p1: Some(\"30m, hours business-hours, negotiable\") -> \
        Some(\"15m, hours business-hours, negotiable\")"
        ]
    );
    let note = target(&terms, "response", 0).source.note.as_deref();
    assert_eq!(note, Some("agreed at signing; the plan says 1h"));
    assert_eq!(
        differences(&amended, &first.document),
        ["contacts", "targets.response.p1.within"]
    );
    let error = first
        .document
        .set(&agreed(&["contcts=4"]), &names)
        .unwrap_err();
    assert_eq!(steps(&error), ["did you mean `contacts`?"]);
}

#[test]
fn what_was_agreed_goes_along_onto_another_plan_and_what_has_no_place_there_is_named() {
    let names = SystemNames::default();
    let small = signed(
        "small",
        &[
            "contacts=3",
            "targets.response.p1=30m",
            "targets.resolution.p2=3bd",
            "topics+=networks",
        ],
    );
    let large = file(ACME).document("large").expect("the plan is there");
    let (renewed, lost) = large
        .renew(&small.document, &Agreement::default(), &names)
        .expect("it can be agreed");
    assert_eq!(
        lost,
        ["targets.resolution.p2.within"],
        "no business days there"
    );
    assert_eq!(renewed.terms.contacts, Agreed::Is(Seats::AtMost(3)));
    assert_eq!(target(&renewed.terms, "response", 0).promise, within("30m"));
    assert!(
        target(&renewed.terms, "response", 0).negotiable,
        "as the plan says"
    );
    assert_eq!(
        target(&renewed.terms, "resolution", 0).promise,
        Promise::Open
    );
    assert!(renewed.terms.topics[1].included);

    let large = signed(
        "large",
        &[
            "allowances.visits.cases=9",
            "targets.response.p2=8h",
            "contacts=open",
        ],
    );
    let without = ACME
        .replace("p2 = \"open\" }", "p2 = { one-of = [\"4h\", \"6h\"] } }")
        .replace("contacts = \"open\"", "contacts = 2");
    let small = file(&without).document("small").expect("the plan is there");
    let (renewed, lost) = small
        .renew(&large.document, &Agreement::default(), &names)
        .expect("it can be agreed");
    assert_eq!(lost, ["targets.response.p2.within"]);
    assert_eq!(
        renewed.terms.allowances.len(),
        1,
        "an allowance needs no place"
    );
    assert_eq!(
        renewed.terms.contacts,
        Agreed::Is(Seats::AtMost(2)),
        "what was left open is settled there"
    );
}
