//! Tickets' lives written as lines of text, folded by the real fold.

use crate::core::model::*;
use crate::core::report::{
    ReportClock, TicketActivity, Volumes, VolumesTally, Window, Workload, WorkloadTally,
};
use crate::core::sla::{Rulebook, Versions, fold};
use crate::core::terms::Terms;
use crate::core::time::Instant;

use super::clocks::{clocks, window};

/// No terms: states without clocks.
pub(super) struct NoTerms;

impl Rulebook for NoTerms {
    fn terms(&self, _: EventId) -> Option<&Terms> {
        None
    }

    fn calendar(&self, _: EventId, _: &str) -> Option<&Versions> {
        None
    }
}

pub(super) fn opened() -> Opened {
    Opened {
        channel: Some("phone".to_owned()),
        priority: Some("p2".to_owned()),
        ..Opened::by(CustomerId(1))
    }
}

/// The events of a ticket: when, who, what.
pub(super) fn events(ticket: i64, facts: Vec<(i64, &str, Fact)>) -> Vec<Event> {
    let numbered = (1..).zip(facts);
    numbered
        .map(|(id, (at, actor, fact))| Event {
            id: EventId(id),
            entry: EntryId(id),
            stream: Stream::Ticket(TicketNo(ticket)),
            at: Instant(at),
            recorded: Instant(at),
            present: Instant(at),
            actor: actor.to_owned(),
            fact,
            corrects: false,
        })
        .collect()
}

pub(super) fn activity(ticket: i64, events: &[Event]) -> TicketActivity {
    let folded = fold(events, &NoTerms).expect("an opening");
    TicketActivity::of(TicketNo(ticket), &folded, events)
}

pub(super) fn volumes(activities: &[TicketActivity], window: Window) -> Volumes {
    let mut tally = VolumesTally::new(window);
    activities.iter().for_each(|activity| tally.add(activity));
    tally.finish()
}

pub(super) fn workload(
    activities: &[TicketActivity],
    clocks: &[ReportClock<'static>],
    window: Window,
) -> Vec<Workload> {
    let mut tally = WorkloadTally::new(window);
    for activity in activities {
        let own = clocks
            .iter()
            .filter(|clock| clock.ticket == activity.ticket);
        tally.add(activity, &own.cloned().collect::<Vec<_>>());
    }
    tally.finish()
}

/// `0 dana opened`, one a line.
fn life(ticket: i64, text: &str) -> TicketActivity {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let facts = lines.map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let fact = match words[2..] {
            ["opened"] => opened().into(),
            ["assigned", to] => Assigned {
                to: Some(to.to_owned()),
            }
            .into(),
            ["freed"] => Assigned { to: None }.into(),
            ["replied"] => Replied { channel: None }.into(),
            ["waits"] => Waiting {
                on: WaitingOn::Customer,
                until: None,
            }
            .into(),
            ["answered"] => CustomerReplied {
                channel: None,
                contact: None,
                asks: None,
            }
            .into(),
            ["resolved"] => Resolved {}.into(),
            ["reopened"] => Reopened {}.into(),
            ["closed"] => Closed {
                r#as: ClosedAs::Done,
            }
            .into(),
            ["withdrawn"] => Closed {
                r#as: ClosedAs::Withdrawn,
            }
            .into(),
            ["merged"] => Merged { into: TicketNo(1) }.into(),
            ["worked", spent] => {
                let spent = spent.parse().expect("seconds");
                Worked {
                    spent,
                    charged: spent,
                    parts: Vec::new(),
                }
                .into()
            }
            _ => panic!("`{line}` is no act"),
        };
        (words[0].parse().expect("an instant"), words[1], fact)
    });
    activity(ticket, &events(ticket, facts.collect()))
}

/// A quarter from 100 to 200 at a desk of two.
fn quarter() -> Vec<TicketActivity> {
    vec![
        life(
            1,
            "50 dana opened
             60 ann assigned ann
             110 ann replied
             120 ann resolved
             150 dana reopened
             170 ann resolved
             180 ann closed",
        ),
        life(
            2,
            "110 dana opened
             110 bob assigned bob
             120 bob waits
             140 bob assigned ann
             160 dana answered
             165 ann worked 300",
        ),
        life(3, "150 dana opened\n 155 dana withdrawn"),
        life(4, "150 dana opened\n 155 ann merged"),
        life(5, "150 dana opened\n 155 bob closed"),
        life(6, "199 dana opened\n 210 bob assigned bob"),
        life(7, "200 dana opened"),
        life(8, "10 dana opened\n 90 ann resolved\n 130 ann closed"),
    ]
}

#[test]
fn volumes_balance() {
    let volumes = volumes(&quarter(), window(100, 200, 300));
    let numbers = |list: &[TicketNo]| -> Vec<i64> { list.iter().map(|t| t.0).collect() };
    assert_eq!(numbers(&volumes.at_start), [1]);
    assert_eq!(numbers(&volumes.opened), [2, 3, 4, 5, 6]);
    assert_eq!(numbers(&volumes.reopened), [1]);
    assert_eq!(numbers(&volumes.resolved), [1, 1, 5]);
    assert_eq!(numbers(&volumes.withdrawn), [3]);
    assert_eq!(numbers(&volumes.merged), [4]);
    assert_eq!(numbers(&volumes.at_end), [2, 6]);
    assert_eq!(numbers(&volumes.closed), [1, 3, 5, 8]);
    assert_eq!(
        volumes.by_channel,
        [(Some("phone".to_owned()), volumes.opened.clone())]
    );
    assert_eq!(volumes.by_topic, [(None, volumes.opened.clone())]);
}

#[test]
fn a_person_has_what_was_his_or_hers_at_the_time() {
    let breached = clocks("2 response p2: started 110 due 130 held bob");
    let people = workload(&quarter(), &breached, window(100, 200, 300));
    let said: Vec<String> = people
        .iter()
        .map(|p| {
            let list = |tickets: &[TicketNo]| format!("{:?}", tickets.iter().map(|t| t.0).collect::<Vec<_>>());
            format!(
                "{}: taken {} resolved {} open {} breached {} worked {} replies {} waiting {} oldest {:?}",
                p.held_by.as_deref().unwrap_or("nobody"),
                list(&p.taken),
                list(&p.resolved),
                list(&p.open),
                list(&p.breached),
                p.worked,
                p.replies,
                p.waiting,
                p.oldest_open.map(|(at, ticket)| (at.0, ticket.0)),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            "ann: taken [2] resolved [1, 1] open [2] breached [] worked 300 replies 1 waiting 20 oldest Some((110, 2))",
            "bob: taken [2] resolved [] open [] breached [2] worked 0 replies 0 waiting 20 oldest None",
            "nobody: taken [] resolved [5] open [6] breached [] worked 0 replies 0 waiting 0 oldest Some((199, 6))",
        ]
    );
}

#[test]
fn a_refused_request_is_no_ticket() {
    let refused = Opened {
        refused: vec!["contact".to_owned()],
        ..opened()
    };
    let refused = activity(9, &events(9, vec![(150, "ann", refused.into())]));
    let volumes = volumes(&[refused], window(100, 200, 300));
    assert_eq!(
        (volumes.opened.len(), volumes.refused),
        (0, vec![TicketNo(9)])
    );
}
