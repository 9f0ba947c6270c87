//! Targets of the file, of the plan and of the contract, laid over each other.

use proptest::prelude::*;

use super::*;
use crate::core::time::Span;

/// A file that says that of responses, a plan that says that, and what is agreed on it.
fn of(in_file: &str, in_plan: &str, set: &[&str]) -> Terms {
    let line = |said: &str| match said {
        "" => String::new(),
        said => format!("targets.response = {said}"),
    };
    let text = format!(
        r#"
schema = 1
vendor = "acme"
zone = "UTC"
hours = "mon-fri 09:00-17:00"
{}
[priorities]
p1 = "Down"
p2 = "The rest"
[channels]
phone = "Phone"
chat = "Chat"
[milestones.response]
met-by = ["replied"]
[plans.desk]
{}
"#,
        line(in_file),
        line(in_plan)
    );
    let document = file(&text).document("desk").expect("the plan is there");
    let document = document.set(&agreed(set), &SystemNames::default());
    document
        .unwrap_or_else(|error| panic!("{set:?}: {error}"))
        .terms()
}

/// How the target at a priority of tickets of a kind, or of none, reads.
fn reads(terms: &Terms, kind: Option<&str>, priority: usize) -> String {
    let milestone = terms.milestone("response").expect("it is there");
    let target = match kind {
        None => milestone.targets.get(priority),
        Some(kind) => {
            let mut when = milestone.when.iter();
            let of_kind = when.find(|when| when.kind == kind);
            of_kind.and_then(|when| when.targets.get(priority))
        }
    };
    let Some(target) = target else {
        return "-".to_owned();
    };
    let time = match target.promise {
        Promise::Within(span) => span.to_string(),
        Promise::None => "none".to_owned(),
        Promise::BestEffort => "best-effort".to_owned(),
        Promise::Open => "open".to_owned(),
        Promise::Missing => "-".to_owned(),
    };
    let round = match target.calendar.as_deref() {
        Some("around-the-clock") if target.promise != Promise::Missing => " round",
        _ => "",
    };
    let says = target.says.as_ref().map(|says| format!(" ({says})"));
    format!("{time}{round}{}", says.unwrap_or_default())
}

#[test]
fn a_clause_is_of_the_figure_at_which_it_stands() {
    // the file, the plan -> where the source says p1, p2, p2 by phone
    #[rustfmt::skip]
    let cases: &[(&str, &str, [&str; 3])] = &[
        (r#"{ p1 = "1h", p2 = { within = "4h", clause = "2.1" } }"#, r#"{ p2 = "5h" }"#, ["-", "-", "-"]),
        (r#"{ p1 = "1h", p2 = { within = "4h", clause = "2.1" } }"#, r#""5h""#, ["-", "-", "-"]),
        (r#"{ p1 = "1h", p2 = { within = "4h", clause = "2.1" } }"#, r#"{ p2 = { within = "5h", clause = "3.1" } }"#, ["-", "3.1", "-"]),
        (r#"{ within = "4h", clause = "2.1" }"#, r#"{ p1 = "1h" }"#, ["-", "2.1", "-"]),
        // more is said of the file's own figure
        (r#"{ within = "4h", clause = "2.1" }"#, r#"{ p1 = { hours = "around-the-clock" } }"#, ["2.1", "2.1", "-"]),
        // what the file says of all its responses it says of that one
        (r#"{ p1 = "1h", p2 = "4h", clause = "2" }"#, r#"{ p2 = "5h" }"#, ["2", "2", "-"]),
        (r#"{ within = "4h", when.phone = { within = "1h", clause = "2.2" } }"#, r#"{ when.phone = { p2 = "45m" } }"#, ["-", "-", "-"]),
        (r#"{ within = "4h", when.phone = { within = "1h", clause = "2.2" } }"#, r#""5h""#, ["-", "-", "2.2"]),
        // where a table of clauses names the figure
        (r#"{ p1 = "1h", p2 = "4h", clause = { p1 = "1.1", p2 = "2.1" } }"#, r#"{ p2 = "5h" }"#, ["1.1", "-", "-"]),
        (r#"{ p1 = "1h", p2 = "4h", clause = { p1 = "1.1", p2 = "2.1" } }"#, r#"{ p2 = { hours = "around-the-clock" } }"#, ["1.1", "2.1", "-"]),
        (r#"{ p1 = "1h", clause = { p1 = "1.1", p2 = "2.1" } }"#, r#"{ p2 = "5h" }"#, ["1.1", "2.1", "-"]),
        (r#"{ within = "4h", when.phone = { p2 = "1h", clause = { p2 = "2.2" } } }"#, r#"{ when.phone = { p2 = "45m" } }"#, ["-", "-", "-"]),
    ];
    for (in_file, in_plan, expected) in cases {
        let terms = of(in_file, in_plan, &[]);
        let clause = |kind: Option<&str>, priority: usize| {
            let milestone = terms.milestone("response").expect("it is there");
            let of_kind = milestone
                .when
                .iter()
                .any(|when| Some(when.kind.as_str()) == kind);
            let target = milestone
                .target(priority, kind)
                .filter(|_| kind.is_none() || of_kind);
            let clause = target.and_then(|target| target.source.clause.clone());
            clause.unwrap_or_else(|| "-".to_owned())
        };
        let found = [clause(None, 0), clause(None, 1), clause(Some("phone"), 1)];
        assert_eq!(
            found.each_ref().map(String::as_str),
            *expected,
            "{in_file} under {in_plan}"
        );
    }
}

#[test]
fn a_plain_target_and_those_of_kinds_do_not_wipe_each_other() {
    // the file, the plan, what is agreed -> plain p1, p2; by phone p1, p2
    #[rustfmt::skip]
    let cases: &[(&str, &str, &[&str], [&str; 4])] = &[
        // one says what holds for a kind, the other what holds for all
        (r#"{ when.phone = "1h" }"#, r#""4h""#, &[], ["4h", "4h", "1h", "1h"]),
        (r#"{ when.phone = "1h" }"#, r#"{ within = "4h" }"#, &[], ["4h", "4h", "1h", "1h"]),
        (r#"{ when.phone = "1h" }"#, r#"{ p1 = "2h", p2 = "4h" }"#, &[], ["2h", "4h", "1h", "1h"]),
        (r#"{ when.phone = { p1 = "1h" } }"#, r#""4h""#, &[], ["4h", "4h", "1h", "-"]),
        (r#""4h""#, r#"{ when.phone = "1h" }"#, &[], ["4h", "4h", "1h", "1h"]),
        (r#"{ within = "4h", hours = "around-the-clock" }"#, r#"{ when.phone = "1h" }"#, &[], ["4h round", "4h round", "1h", "1h"]),
        (r#"{ p1 = "2h", p2 = "4h" }"#, r#"{ when.phone = { p2 = "1h" } }"#, &[], ["2h", "4h", "-", "1h"]),
        (r#""best-effort""#, r#"{ when.phone = "1h" }"#, &[], ["best-effort", "best-effort", "1h", "1h"]),
        (r#"{ one-of = ["4h", "8h"] }"#, r#"{ when.phone = "1h" }"#, &["targets.response=8h"], ["8h", "8h", "1h", "1h"]),
        (r#"{ when.phone = "1h" }"#, r#"{ one-of = ["4h", "8h"] }"#, &["targets.response.p1=8h"], ["8h", "open", "1h", "1h"]),
        (r#"{ when.phone = "1h" }"#, r#""none""#, &[], ["none", "none", "1h", "1h"]),
        // both say both
        (r#"{ within = "8h", when.phone = "1h" }"#, r#""4h""#, &[], ["4h", "4h", "1h", "1h"]),
        (r#"{ within = "8h", when.phone = "1h" }"#, r#"{ within = "4h", when.chat = "5m" }"#, &[], ["4h", "4h", "1h", "1h"]),
        (r#"{ within = "8h", when.phone = "1h" }"#, r#"{ when.phone = "30m" }"#, &[], ["8h", "8h", "30m", "30m"]),
        (r#"{ within = "8h", when.phone = "1h" }"#, r#"{ when.phone = { p1 = "30m" } }"#, &[], ["8h", "8h", "30m", "1h"]),
        (r#"{ within = "8h", when.phone = { p1 = "30m" } }"#, r#"{ p1 = "4h", when.phone = "1h" }"#, &[], ["4h", "8h", "1h", "1h"]),
        (r#"{ p1 = "8h", p2 = "9h", when.phone = { p1 = "1h", p2 = "2h" } }"#, r#"{ p2 = "4h", when.phone = { p2 = "30m" } }"#, &[], ["8h", "4h", "1h", "30m"]),
        // more is said of a figure that is there
        (r#"{ p1 = "1h", p2 = "2h" }"#, r#"{ p1 = { hours = "around-the-clock" } }"#, &[], ["1h round", "2h", "-", "-"]),
        (r#"{ p1 = "1h", p2 = "2h" }"#, r#"{ hours = "around-the-clock" }"#, &[], ["1h round", "2h round", "-", "-"]),
        (r#"{ within = "4h", when.phone = "1h" }"#, r#"{ when.phone = { hours = "around-the-clock" } }"#, &[], ["4h", "4h", "1h round", "1h round"]),
        // the words of one figure are not those of another
        (r#"{ within = "4h", says = "today", hours = "around-the-clock" }"#, r#"{ within = "2h" }"#, &[], ["2h round", "2h round", "-", "-"]),
        (r#"{ within = "4h", says = "today" }"#, r#"{ p1 = { within = "2h" } }"#, &[], ["2h", "4h (today)", "-", "-"]),
        (r#"{ within = "4h", says = "today", when.phone = { within = "1h", says = "at once" } }"#, "", &["targets.response.p1=2h"], ["2h", "4h (today)", "1h (at once)", "1h (at once)"]),
        (r#"{ within = "4h", when.phone = { within = "1h", says = "at once" } }"#, "", &["targets.response.when.phone.p2=2h"], ["4h", "4h", "1h (at once)", "2h"]),
        (r#"{ within = "4h", says = "today" }"#, "", &["targets.response.p1=4h"], ["4h (today)", "4h (today)", "-", "-"]),
        // what is agreed
        (r#"{ when.phone = "1h" }"#, r#""4h""#, &["targets.response=2h"], ["2h", "2h", "1h", "1h"]),
        (r#"{ when.phone = "1h" }"#, r#""4h""#, &["targets.response.p2.within=2h"], ["4h", "2h", "1h", "1h"]),
        (r#"{ when.phone = "1h" }"#, r#""4h""#, &["targets.response.when.phone=30m"], ["4h", "4h", "30m", "30m"]),
        (r#"{ when.phone = "1h" }"#, r#""4h""#, &["targets.response.when.phone.p1=30m"], ["4h", "4h", "30m", "1h"]),
        (r#"{ when.phone = { p1 = "1h" } }"#, r#""4h""#, &["targets.response.when.phone.p2=none"], ["4h", "4h", "1h", "none"]),
        (r#""4h""#, "", &["targets.response.when.phone.p1=30m", "targets.response.when.phone.p1.hours=around-the-clock"], ["4h", "4h", "30m round", "-"]),
        (r#"{ when.phone = "1h" }"#, "", &["targets.response=4h", "targets.response.p1.hours=around-the-clock"], ["4h round", "4h", "1h", "1h"]),
    ];
    for (in_file, in_plan, set, expected) in cases {
        let terms = of(in_file, in_plan, set);
        let found = [
            reads(&terms, None, 0),
            reads(&terms, None, 1),
            reads(&terms, Some("phone"), 0),
            reads(&terms, Some("phone"), 1),
        ];
        assert_eq!(
            found.each_ref().map(String::as_str),
            *expected,
            "{in_file} under {in_plan} with {set:?}"
        );
    }
}

#[test]
fn hours_of_a_target_that_is_not_there_are_refused() {
    let text = r#"
schema = 1
vendor = "acme"
zone = "UTC"
hours = "mon-fri 09:00-17:00"
[priorities]
p1 = "Down"
[channels]
phone = "Phone"
[milestones.response]
met-by = ["replied"]
[plans.desk]
targets.response = "4h"
"#;
    let document = file(text).document("desk").expect("the plan is there");
    let path = "targets.response.when.phone.p1";
    let set = agreed(&[&format!("{path}.hours=around-the-clock")]);
    let error = document
        .set(&set, &SystemNames::default())
        .expect_err("there is no time");
    assert_eq!(error.to_string(), format!("no term `{path}.hours`"));
    assert_eq!(steps(&error), [format!("did you mean `{path}`?")]);
}

#[test]
fn a_renewal_takes_along_what_was_agreed_of_a_kind_and_the_words_of_it() {
    let names = SystemNames::default();
    let text = r#"
schema = 1
vendor = "acme"
zone = "UTC"
hours = "mon-fri 09:00-17:00"
targets.response = { says = "today", within = "8h", when.phone = { says = "soon", within = "2h" } }
[priorities]
p1 = "Down"
[channels]
phone = "Phone"
[milestones.response]
met-by = ["replied"]
[plans.desk]
[plans.other]
targets.response = "4h"
"#;
    let desk = file(text).document("desk").expect("the plan is there");
    let set = agreed(&[
        "targets.response.when.phone.p1=1h",
        "targets.response.when.phone.p1.says=at once",
    ]);
    let signed = desk.set(&set, &names).expect("the paths are known");
    let other = file(text).document("other").expect("the plan is there");
    let (renewed, lost) = other
        .renew(&signed, &Agreement::default(), &names)
        .expect("it can be agreed");
    assert_eq!(lost, [""; 0]);
    assert_eq!(reads(&renewed.terms, None, 0), "4h");
    assert_eq!(reads(&renewed.terms, Some("phone"), 0), "1h (at once)");
}

/// What one layer says of one target: a figure and hours, each or none.
#[derive(Clone, Debug)]
enum Said {
    Figure(i64),
    Table { hours: Option<i64>, round: bool },
}

impl Said {
    fn text(&self) -> String {
        match self {
            Said::Figure(hours) => format!("\"{hours}h\""),
            Said::Table { hours, round } => {
                let within = hours.map(|hours| format!("within = \"{hours}h\""));
                let round = round.then(|| "hours = \"around-the-clock\"".to_owned());
                let both: Vec<String> = within.into_iter().chain(round).collect();
                format!("{{ {} }}", both.join(", "))
            }
        }
    }
}

/// What one layer says of tickets of a kind, or of all.
#[derive(Clone, Debug)]
enum OfTickets {
    Nothing,
    Alike(Said),
    Each(Option<Said>, Option<Said>),
}

impl OfTickets {
    fn entries(&self) -> Vec<String> {
        match self {
            OfTickets::Nothing => Vec::new(),
            OfTickets::Alike(Said::Figure(hours)) => vec![format!("within = \"{hours}h\"")],
            OfTickets::Alike(said) => {
                let text = said.text();
                vec![text[2..text.len() - 2].to_owned()]
            }
            OfTickets::Each(p1, p2) => {
                let one = |name: &str, said: &Option<Said>| {
                    said.as_ref()
                        .map(|said| format!("{name} = {}", said.text()))
                };
                one("p1", p1).into_iter().chain(one("p2", p2)).collect()
            }
        }
    }

    fn at(&self, priority: usize) -> Option<&Said> {
        match self {
            OfTickets::Nothing => None,
            OfTickets::Alike(said) => Some(said),
            OfTickets::Each(p1, p2) => [p1, p2][priority].as_ref(),
        }
    }
}

/// What one layer says of a milestone: of all tickets, of those by phone, of those by chat.
type Layered = [OfTickets; 3];

fn written(layer: &Layered) -> String {
    let [plain, phone, chat] = layer;
    // a figure alone is written without its table where it can be
    if let (OfTickets::Alike(figure @ Said::Figure(_)), OfTickets::Nothing, OfTickets::Nothing) =
        (plain, phone, chat)
    {
        return figure.text();
    }
    let mut entries = plain.entries();
    for (kind, said) in [("phone", phone), ("chat", chat)] {
        match said {
            OfTickets::Nothing => {}
            OfTickets::Alike(said) => entries.push(format!("when.{kind} = {}", said.text())),
            each => entries.push(format!("when.{kind} = {{ {} }}", each.entries().join(", "))),
        }
    }
    match entries.is_empty() {
        true => String::new(),
        false => format!("{{ {} }}", entries.join(", ")),
    }
}

/// What holds, looked for first in the plan, then in the file: a figure alone settles it.
fn looked_up(layers: [&Layered; 2], of: usize, priority: usize) -> (Option<i64>, bool) {
    let (mut hours, mut round) = (None, None);
    for layer in layers {
        match layer[of].at(priority) {
            None => {}
            Some(Said::Figure(figure)) => {
                hours = hours.or(Some(*figure));
                // beside what is said of kinds it has to be written as `within`
                let alone = of > 0
                    || matches!(layer[0], OfTickets::Each(..))
                    || layer[1..]
                        .iter()
                        .all(|said| matches!(said, OfTickets::Nothing));
                if alone {
                    break;
                }
            }
            Some(Said::Table {
                hours: own,
                round: clock,
            }) => {
                hours = hours.or(*own);
                round = round.or(clock.then_some(true));
            }
        }
    }
    (hours, round.unwrap_or(false) && hours.is_some())
}

fn a_target() -> impl Strategy<Value = Said> {
    prop_oneof![
        (1..9i64).prop_map(Said::Figure),
        (1..9i64, any::<bool>()).prop_map(|(hours, round)| Said::Table {
            hours: Some(hours),
            round
        }),
        Just(Said::Table {
            hours: None,
            round: true
        }),
    ]
}

fn some_targets() -> impl Strategy<Value = OfTickets> {
    prop_oneof![
        Just(OfTickets::Nothing),
        a_target().prop_map(OfTickets::Alike),
        (
            proptest::option::of(a_target()),
            proptest::option::of(a_target())
        )
            .prop_filter("it says something", |(p1, p2)| p1.is_some() || p2.is_some())
            .prop_map(|(p1, p2)| OfTickets::Each(p1, p2)),
    ]
}

fn a_layer() -> impl Strategy<Value = Layered> {
    [some_targets(), some_targets(), some_targets()]
}

proptest! {
    #[test]
    fn the_target_found_is_that_of_the_plan_else_of_the_file(
        in_file in a_layer(),
        in_plan in a_layer(),
        agreed in proptest::option::of((0..3usize, proptest::option::of(0..2usize), 10..19i64)),
    ) {
        let path = |of: usize| ["targets.response", "targets.response.when.phone", "targets.response.when.chat"][of];
        let set = agreed.map(|(of, priority, hours)| match priority {
            Some(priority) => format!("{}.p{}={hours}h", path(of), priority + 1),
            None => format!("{}={hours}h", path(of)),
        });
        let set: Vec<&str> = set.iter().map(String::as_str).collect();
        let terms = of_layers(&in_file, &in_plan, &set);
        for of in 0..3 {
            for priority in 0..2 {
                let (mut hours, mut round) = looked_up([&in_plan, &in_file], of, priority);
                match agreed {
                    Some((at, None, figure)) if at == of => (hours, round) = (Some(figure), false),
                    // the rest of the target stays
                    Some((at, Some(one), figure)) if at == of && one == priority => {
                        let said = [&in_plan, &in_file].iter().any(|layer| matches!(
                            layer[of].at(priority), Some(Said::Table { hours: None, round: true })));
                        round = round || (hours.is_none() && said);
                        hours = Some(figure);
                    }
                    _ => {}
                }
                let expected = match hours {
                    Some(hours) => format!("{}{}", Span::Time(hours * 3600), if round { " round" } else { "" }),
                    None => "-".to_owned(),
                };
                let kind = [None, Some("phone"), Some("chat")][of];
                prop_assert_eq!(reads(&terms, kind, priority), expected, "{:?} p{}", kind, priority + 1);
            }
        }
    }
}

fn of_layers(in_file: &Layered, in_plan: &Layered, set: &[&str]) -> Terms {
    of(&written(in_file), &written(in_plan), set)
}

#[test]
fn a_note_of_a_figure_goes_with_it() {
    // the file, the plan -> the note at p2
    #[rustfmt::skip]
    let cases: &[(&str, &str, &str)] = &[
        (r#"{ p1 = "1h", p2 = { within = "4h", note = "of four hours" } }"#, r#"{ p2 = { within = "5h" } }"#, "-"),
        (r#"{ p1 = "1h", p2 = { within = "4h", note = "of four hours" } }"#, r#"{ p2 = "5h" }"#, "-"),
        (r#"{ p1 = "1h", p2 = { within = "4h", note = "of four hours" } }"#, r#"{ p2 = { within = "5h", note = "of five" } }"#, "of five"),
        (r#"{ p1 = "1h", p2 = { within = "4h", note = "of four hours" } }"#, r#"{ p2 = { hours = "around-the-clock" } }"#, "of four hours"),
        (r#"{ p1 = "1h", p2 = "4h", note = { p2 = "of four hours" } }"#, r#"{ p2 = "5h" }"#, "-"),
        (r#"{ p1 = "1h", p2 = "4h", note = { p2 = "of four hours" } }"#, r#"{ p1 = "2h" }"#, "of four hours"),
    ];
    for (in_file, in_plan, expected) in cases {
        let terms = of(in_file, in_plan, &[]);
        let milestone = terms.milestone("response").expect("it is there");
        let note = milestone.targets[1].source.note.as_deref();
        assert_eq!(note.unwrap_or("-"), *expected, "{in_file} under {in_plan}");
    }
}
