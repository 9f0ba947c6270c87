//! Random histories: what is written on a desk, by whom, and when.

use proptest::prelude::*;
use proptest::strategy::Union;

use crate::desk::Step;

/// Tickets that are written to; not all of them are there.
const TICKETS: u8 = 5;

/// A desk at work until a seal, between it and another, and after that.
#[derive(Clone, Debug)]
pub struct History {
    pub before: Vec<Step>,
    pub between: Vec<Step>,
    pub after: Vec<Step>,
}

/// A history: some tickets are opened, then anything is written. What is erased is so before the
/// first seal: afterwards it shows as erased on every view.
pub fn history() -> impl Strategy<Value = History> {
    let opened = prop::collection::vec(step(opening()), 1..4);
    let erased = prop::collection::vec(step(erasure()), 0..2);
    let before = prop::collection::vec(step(anything()), 0..9);
    let between = prop::collection::vec(step(anything()), 0..5);
    let after = prop::collection::vec(step(anything()), 1..7);
    (opened, before, erased, between, after).prop_map(|(opened, before, erased, between, after)| {
        History {
            before: opened.into_iter().chain(before).chain(erased).collect(),
            between,
            after,
        }
    })
}

/// So many steps of anything, erasures early among them.
#[cfg(feature = "postgres")]
pub fn years_work(steps: usize) -> impl Strategy<Value = Vec<Step>> {
    let opened = prop::collection::vec(step(opening()), 4);
    let early = prop::collection::vec(step(anything()), 16);
    let erased = prop::collection::vec(step(erasure()), 2);
    let rest = prop::collection::vec(step(anything()), steps - 22);
    (opened, early, erased, rest)
        .prop_map(|(opened, early, erased, rest)| [opened, early, erased, rest].concat())
}

/// Steps that are tickets' only, none of them late: two desks may take them alike.
pub fn days_work() -> impl Strategy<Value = Vec<Step>> {
    let opened = prop::collection::vec(step(opening()), 1..4);
    let worked = prop::collection::vec(step(Union::new_weighted(of_tickets(Just("")))), 2..9);
    (opened, worked).prop_map(|(opened, worked)| opened.into_iter().chain(worked).collect())
}

fn step(line: impl Strategy<Value = String>) -> impl Strategy<Value = Step> {
    // below nothing: the clock of another machine
    let wait = prop::sample::select(vec![0, 3, 20, 70, 200, 900, -4]);
    let actor = prop::sample::select(vec!["ann", "bob", "tess"]);
    (wait, actor, line).prop_map(|(wait, actor, line)| Step { wait, actor, line })
}

/// Text or a person is taken out.
fn erasure() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "db redact gus@gum.example -m law -y",
        "db redact dana@acme.example -m law -y",
        "db redact 17 -m law -y",
        "db redact 21 25 -m law -y",
    ])
    .prop_map(str::to_owned)
}

fn anything() -> impl Strategy<Value = String> {
    let late = prop::sample::select(vec!["", "", "", " --at -50m", " --at -3h"]);
    let mut all = of_tickets(late);
    all.extend(of_the_desk().into_iter().map(|line| (1, line)));
    all.push((8, opening().boxed()));
    Union::new_weighted(all)
}

/// One of these lines, with what stands in braces filled in: `{t}` and `{u}` a ticket, `{at}` when.
fn lines(
    at: impl Strategy<Value = &'static str> + 'static,
    all: &'static [&'static str],
) -> BoxedStrategy<String> {
    let line = prop::sample::select(all);
    let filled = |(line, t, u, at): (&str, u8, u8, &str)| {
        line.replace("{t}", &t.to_string())
            .replace("{u}", &u.to_string())
            .replace("{at}", at)
    };
    (line, 1..=TICKETS, 1..=TICKETS, at)
        .prop_map(filled)
        .no_shrink()
        .boxed()
}

fn opening() -> impl Strategy<Value = String> {
    let own = &[
        "-p p1",
        "-p p2",
        "-p p3",
        "--impact wide --urgency soon",
        "-p p3 --impact narrow --urgency sometime",
        "-p p2 --urgency soon",
    ][..];
    let creatio = &["-p high", "-p medium", "-p low"][..];
    let who = prop::sample::select(vec![
        (
            "faye@fern.example",
            own,
            &["", "-t faults", "-t advice"][..],
        ),
        ("finn@fern.example", own, &["", "-t faults"][..]),
        ("gus@gum.example", own, &["", "-t faults"][..]),
        (
            "dana@acme.example",
            creatio,
            &["", "-t platform", "-t analytics"][..],
        ),
        ("fern --contact who@x.example --refuse", own, &[""][..]),
        (
            "gum --contact who@x.example --override contact -m why",
            own,
            &[""][..],
        ),
    ]);
    let subject = prop::sample::select(vec!["Café broken", "Printer", "cafe login", "Émail slow"]);
    let channel = prop::sample::select(vec!["email", "phone"]);
    let more = prop::sample::subsequence(
        vec!["--tag vip", "--tag new", "--ack", "--version 2", "-w 20m"],
        0..4,
    );
    let assignee = prop::sample::select(vec!["", "--assignee ann", "--assignee bob"]);
    let which = any::<(prop::sample::Index, prop::sample::Index)>();
    (who, subject, channel, more, assignee, which)
        .prop_map(|(who, subject, channel, more, assignee, (p, t))| {
            let (who, priorities, topics) = who;
            let (priority, topic) = (p.get(priorities), t.get(topics));
            let more = more.join(" ");
            format!("open {who} \"{subject}\" -c {channel} {priority} {topic} {assignee} {more}")
        })
        .no_shrink()
}

/// What is written to tickets, and how often.
fn of_tickets(
    at: impl Strategy<Value = &'static str> + Clone + 'static,
) -> Vec<(u32, BoxedStrategy<String>)> {
    let said = lines(
        at.clone(),
        &[
            "reply {t} -m \"about the café\"{at}",
            "reply {t} -m ok -w 15m",
            "note {t} -m \"a word\"{at}",
            "receive {t} -m \"still broken\"{at}",
            "ack {t}{at}",
            "resolve {t} -m done{at}",
        ],
    );
    let turned = lines(
        at.clone(),
        &[
            "wait {t} customer -m q --until 2026-09-20",
            "wait {t} vendor{at}",
            "resume {t}{at}",
            "reopen {t}{at}",
            "close {t}{at}",
            "close {t} --as withdrawn",
            "close {t} --as duplicate",
            "close {t} --as spam",
        ],
    );
    let handed = lines(
        at.clone(),
        &[
            "assign {t} ann{at}",
            "assign {t} bob{at}",
            "assign {t} nobody",
            "escalate {t}{at}",
            "escalate {t} \"Third line\"",
        ],
    );
    let weighed = lines(
        at.clone(),
        &[
            "priority {t} p1",
            "priority {t} p2 --reason asked",
            "priority {t} p3 --reason eased",
            "priority {t} p1 --reason misjudged",
            "priority {t} p2 --reason misjudged",
            "priority {t} high",
            "priority {t} medium --reason misjudged",
            "agree {t} resolution 3bd",
            "exempt {t} misuse --corrects was",
        ],
    );
    let told = lines(
        at,
        &[
            "eta {t} 2026-09-20T10:00 --told faye@fern.example",
            "work {t} 20m",
            "work {t} 3h",
            "work {t} -10m",
            "cause {t} response --code staff -m nobody",
            "edit {t} -t advice",
            "edit {t} -t faults --component core",
            "edit {t} -t analytics",
            "edit {t} --impact narrow",
            "edit {t} --impact wide --urgency sometime",
            "edit {t} --environment prod --version 3",
            "edit {t} --subject \"Café again\" --tag later",
            "edit {t} --untag vip --contact finn@fern.example",
            "link {t} {u}",
            "merge {t} {u}",
        ],
    );
    vec![(6, said), (5, turned), (5, handed), (4, weighed), (5, told)]
}

/// What is written beside tickets, or across them.
fn of_the_desk() -> Vec<BoxedStrategy<String>> {
    let at = || Just("");
    vec![
        lines(
            at(),
            &[
                "customer edit fern --name \"Fern Two\"",
                "customer edit fern --account-manager bob",
                "customer edit acme --zone UTC",
                "customer add late --name Late",
                "staff edit bob --name Robert --email bob@desk.example",
                "staff add cleo --name Cleo",
                "staff edit ann --line \"Second line\"",
                "staff edit bob --end 2026-09-30",
            ],
        ),
        lines(
            at(),
            &[
                "contact edit faye@fern.example --name Fay",
                "contact edit dana@acme.example --email dana2@acme.example",
                "contact revoke finn@fern.example",
                "contact add acme luis@acme.example --name Luis",
                "import contacts people.csv --customer acme --revoke-missing",
            ],
        ),
        lines(
            at(),
            &[
                "contract amend fern --start 2026-09-10 --set targets.response.p1=30m",
                "contract amend fern --start 2026-08-02 --set targets.response.p1=50m \
                 --open-tickets repin --corrects agreed",
                "contract amend fern --start 2026-08-02 --set contacts=5 --open-tickets keep",
                "contract cancel gum --end 2026-12-31",
                "contract renew acme creatio/premium --start 2027-08-01 \
                 --set targets.response.low=open --set targets.resolution=open",
                "contract adjust fern fault-cases +3",
                "contract adjust fern advice-hours -2h",
                "contract sign gum creatio/basic --zone UTC+1 --set targets.response.low=open",
            ],
        ),
        lines(
            at(),
            &[
                "import holidays company2.ics --name company",
                "import holidays company2.ics --name company --at 2026-09-01T00:00Z --corrects late",
                "import events log.csv --mapping log.toml --contract fern",
                "import events longer.csv --mapping log.toml --contract fern",
                "calendar adopt",
            ],
        ),
        lines(
            at(),
            &[
                "undo -y",
                "undo -y --corrects mistaken",
                "undo e17 -y --corrects mistaken",
                "undo e20 -y --corrects mistaken",
                "undo e23 -y --corrects mistaken",
                "move {t} gum --corrects moved",
                "move {t} acme --corrects moved",
                "move {t} fern --corrects moved",
                "reply {t} -m x --at -3h --corrects late",
            ],
        ),
    ]
}
