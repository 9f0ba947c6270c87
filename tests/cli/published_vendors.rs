//! Plans that vendors publish (`tests/published_plans`): each is signed, tickets of every priority
//! are worked under it, and its customer gets a page.

use sladesk::core::terms::Terms;
use sladesk::plans::{Document, PlanFile, SystemNames, open_terms};

use crate::sandbox::Sandbox;
use published_plans::vendors;

#[path = "../support/published_plans.rs"]
mod published_plans;

#[test]
fn every_published_plan_is_signed_worked_and_reported() {
    let vendors = vendors();
    assert_eq!(vendors.len(), 21);
    for (vendor, text) in vendors {
        let read = PlanFile::read(&vendor, text.as_bytes(), &SystemNames::default());
        let file = read.file.expect("it can be used");
        for document in file.plans().iter().filter_map(|id| file.document(id)) {
            let sandbox = Sandbox::new();
            sandbox.file(&format!("plans/{vendor}.toml"), &text);
            sandbox.done("sladesk --now 2026-10-01T08:00:00Z db init --zone UTC");
            work(&sandbox, &document);
            sandbox.done("sladesk --now 2026-11-30T08:00:00Z report sla");
            let checked = sandbox.done("sladesk --now 2026-11-30T08:00:00Z db check -f json");
            assert_eq!(checked.trim(), "[]", "{vendor}");
        }
    }
}

/// Signs a plan, works tickets under it, and looks at all that people are shown of them.
fn work(sandbox: &Sandbox, document: &Document) {
    let terms = document.terms();
    let (plan, name) = (terms.plan.as_str(), terms.name());
    let at = |time: &str, line: &str| {
        sandbox.done(&format!(
            "sladesk --plans plans --now 2026-{time}:00Z {line}"
        ))
    };
    let open = open_terms(document);
    let needed = open.iter().filter(|term| term.needed);
    let agreed: Vec<String> = needed.map(sladesk::plans::OpenTerm::flag).collect();
    at("10-01T08:00", &format!("customer add {plan} --name {plan}"));
    at(
        "10-01T08:00",
        &format!(
            "contract sign {plan} {name} --zone Europe/Berlin {}",
            agreed.join(" ")
        ),
    );
    at(
        "10-01T08:00",
        &format!("contact add {plan} dana@{plan}.example --name Dana"),
    );
    let page = at("10-01T08:00", &format!("contract show {plan} -f text"));
    assert!(!page.is_empty());
    if !terms.takes_tickets() {
        return;
    }
    let mut numbers = Vec::new();
    for (place, priority) in terms.priorities.iter().enumerate() {
        if priority.included {
            numbers.push(opened(sandbox, &terms, place));
        }
    }
    let tickets = numbers.join(",");
    at("10-05T10:00", &format!("ack {tickets} -y"));
    at("10-05T10:30", &format!("assign {tickets} ada -y"));
    at("10-05T11:00", &format!("reply {tickets} -m Looking -y"));
    for act in &terms.acts {
        at("10-05T12:00", &format!("mark {tickets} {} -y", act.id));
    }
    at("10-06T09:00", &format!("receive {tickets} -m Still -y"));
    at("10-06T10:00", &format!("resolve {tickets} -m Done -y"));
    for number in &numbers {
        let shown: serde_json::Value =
            serde_json::from_str(&at("10-07T10:00", &format!("show {number} -f json")))
                .expect("it is JSON");
        let clocks = shown["clocks"].as_array().expect("its clocks");
        for clock in clocks {
            let milestone = clock["milestone"].as_str().expect("its milestone");
            assert_ne!(
                clock["state"], "running",
                "{name} {number} {milestone}: resolving ends it"
            );
        }
        if let Some(last) = clocks.last() {
            let milestone = last["milestone"].as_str().expect("its milestone");
            let explain = format!("explain {number} {milestone} -f text");
            at("10-07T10:00", &explain);
        }
    }
    let page = at(
        "11-30T08:00",
        &format!("report quarterly customer:{plan} --period 2026Q4 -f text"),
    );
    for fact in lines_of_facts(document) {
        assert!(page.contains(&fact), "{name}: no `{fact}` in\n{page}");
    }
}

/// The facts of a plan in their own words, as far as they stand on one line.
fn lines_of_facts(document: &Document) -> Vec<String> {
    let lines = sladesk::plans::lines(document).into_iter();
    let facts = lines.filter(|line| line.path.starts_with("facts."));
    facts
        .filter_map(|line| line.value.split(' ').next().map(str::to_owned))
        .collect()
}

/// Opens a ticket at a priority through the first way in that takes it.
fn opened(sandbox: &Sandbox, terms: &Terms, place: usize) -> String {
    let priority = &terms.priorities[place];
    let plan = &terms.plan;
    let flag = |name: &str, word: Option<&String>| {
        word.map_or_else(String::new, |word| format!(" --{name} {word}"))
    };
    let of_matrix = terms
        .matrix
        .iter()
        .find(|cell| cell.priority == priority.id);
    let named = match of_matrix {
        Some(cell) => format!(" --impact {} --urgency {}", cell.impact, cell.urgency),
        None => format!(" -p {}", priority.id),
    };
    let environments = terms.environments.iter().map(|word| &word.id);
    let barred = |word: &&String| !priority.never_for.contains(word);
    let mut environments = environments.filter(barred);
    let environment = match terms.must_name.is_empty() {
        true => None,
        false => environments.next(),
    };
    let components = terms.components.iter().filter(|word| word.included);
    let component = components.map(|word| &word.id).next();
    let channels = terms
        .channels
        .iter()
        .filter(|channel| channel.takes_tickets());
    let mut ways: Vec<Option<&String>> = channels.map(|channel| Some(&channel.id)).collect();
    if terms.channels.is_empty() {
        ways.push(None);
    }
    let mut told = String::new();
    for channel in ways {
        let line = format!(
            "sladesk --plans plans --now 2026-10-05T09:00:00Z open dana@{plan}.example Hangs{named}{}{}{} -m It",
            flag("channel", channel),
            flag("environment", environment),
            flag("component", component),
        );
        let ran = sandbox.run(&line);
        match ran.status {
            0 => return ran.stdout.trim().to_owned(),
            3 => told += &ran.stderr,
            _ => panic!("{line}: {}", ran.stderr),
        }
    }
    panic!("{}, {}: {told}", terms.name(), priority.id)
}
