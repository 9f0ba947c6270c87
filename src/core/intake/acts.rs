//! One ticket's rows → the acts they tell of.
//!
//! Rows apply in time order, file order within the same instant, and within a row the plan's words
//! before the priority and that before the status; a row dated before the opening counts at the opening.

use super::mapping::LogStatus;
use super::row::LogRow;
use crate::core::model::{
    Acknowledged, Assigned, Closed, ClosedAs, Edited, Fact, Prioritised, Reopened, Resolved,
    Resumed, Side, TicketWords, Waiting,
};
use crate::core::time::Instant;

/// How a ticket begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// When it was opened.
    pub at: Instant,
    /// Its priority, as the desk calls it.
    pub priority: Option<String>,
    /// How it came in.
    pub channel: Option<String>,
    /// The words of the plan on it.
    pub words: TicketWords,
    /// Its subject.
    pub subject: Option<String>,
    /// Whose it is, where a column says so.
    pub customer: Option<String>,
    /// The line of the file, from 1.
    pub line: u64,
}

/// One act and the line that tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedAct {
    /// When it happened.
    pub at: Instant,
    /// When its row says that it happened: earlier than `at` where that is before the opening.
    pub dated: Instant,
    /// What happened.
    pub fact: Fact,
    /// The line of the file, from 1.
    pub line: u64,
}

/// Where a ticket stands before the first of the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketBefore {
    /// Where the ticket stands.
    pub status: LogStatus,
    /// The words of the plan on it.
    pub words: TicketWords,
    /// Its priority, as the desk calls it.
    pub priority: Option<String>,
    /// Who has it, by staff key.
    pub assignee: Option<String>,
    /// Rows dated before count here.
    pub opened: Instant,
}

/// Puts a ticket's rows in order and says how it begins: at its opening time with the first row's
/// priority. None without rows.
pub fn opening(rows: &mut [LogRow]) -> Option<Opening> {
    rows.sort_by_key(|row| row.at);
    let first = rows.first()?;
    Some(Opening {
        at: first.opened.unwrap_or(first.at),
        priority: first.priority.clone(),
        channel: first.channel.clone(),
        words: first.words.clone(),
        subject: rows.iter().find_map(|row| row.subject.clone()),
        customer: first.customer.clone(),
        line: first.line,
    })
}

/// The acts that lead through the rows, which are in order.
pub fn acts(rows: &[LogRow], mut begun: TicketBefore) -> Vec<ImportedAct> {
    let mut acts = Vec::new();
    for row in rows {
        let mut add = |fact: Fact| {
            acts.push(ImportedAct {
                at: row.at.max(begun.opened),
                dated: row.at,
                fact,
                line: row.line,
            });
        };
        let named = row.words.unlike(&begun.words);
        if !named.is_empty() {
            begun.words.take_over(&named);
            add(Fact::from(Edited {
                words: named,
                language: None,
                contact: None,
                allowance: None,
            }));
        }
        if let Some(priority) = row
            .priority
            .as_ref()
            .filter(|p| begun.priority.as_ref() != Some(p))
        {
            add(Fact::from(Prioritised {
                to: priority.clone(),
                reason: None,
                by: Side::Desk,
                replaces: None,
            }));
            begun.priority = Some(priority.clone());
        }
        if let Some(assignee) = row
            .assignee
            .as_ref()
            .filter(|a| begun.assignee.as_ref() != Some(a))
        {
            add(Fact::from(Assigned {
                to: Some(assignee.clone()),
            }));
            begun.assignee = Some(assignee.clone());
        }
        if let Some(status) = row.status.filter(|status| *status != begun.status) {
            lead(begun.status, status).into_iter().for_each(&mut add);
            begun.status = status;
        }
    }
    acts
}

/// The acts that lead from one status to another.
fn lead(from: LogStatus, to: LogStatus) -> Vec<Fact> {
    let mut facts = Vec::new();
    let done = |status| matches!(status, LogStatus::Resolved | LogStatus::Closed);
    if from == LogStatus::New {
        facts.push(Fact::from(Acknowledged {}));
    }
    if done(from) && (!done(to) || from == LogStatus::Closed) {
        facts.push(Fact::from(Reopened {}));
    }
    match to {
        LogStatus::New | LogStatus::Open => {
            if matches!(from, LogStatus::Waiting(_)) {
                facts.push(Fact::from(Resumed {}));
            }
        }
        LogStatus::Waiting(on) => facts.push(Fact::from(Waiting { on, until: None })),
        LogStatus::Resolved => facts.push(Fact::from(Resolved {})),
        LogStatus::Closed => facts.push(Fact::from(Closed {
            r#as: ClosedAs::Done,
        })),
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::WaitingOn;

    fn row(line: u64, at: i64, status: LogStatus, priority: &str) -> LogRow {
        LogRow {
            line,
            ticket: "A".to_owned(),
            at: Instant(at),
            opened: Some(Instant(100)),
            status: Some(status),
            skipped: None,
            priority: Some(priority.to_owned()),
            channel: None,
            words: TicketWords::default(),
            assignee: None,
            subject: None,
            customer: None,
            remarks: Vec::new(),
        }
    }

    fn told(mut rows: Vec<LogRow>) -> Vec<(i64, &'static str)> {
        let opening = opening(&mut rows).expect("there are rows");
        let begun = TicketBefore {
            status: LogStatus::New,
            words: opening.words,
            priority: opening.priority,
            assignee: None,
            opened: opening.at,
        };
        let acts = acts(&rows, begun);
        acts.iter().map(|act| (act.at.0, act.fact.kind())).collect()
    }

    #[test]
    fn rows_tell_of_the_acts_that_lead_from_state_to_state() {
        let customer = LogStatus::Waiting(WaitingOn::Customer);
        type Told = Vec<(i64, &'static str)>;
        let cases: [(&str, Vec<LogRow>, Told); 6] = [
            (
                "a first status beyond new acknowledges at that row",
                vec![
                    row(2, 120, LogStatus::New, "1"),
                    row(3, 130, LogStatus::Open, "1"),
                ],
                vec![(130, "acknowledged")],
            ),
            (
                "closed and nothing before it but new",
                vec![
                    row(2, 120, LogStatus::New, "1"),
                    row(3, 130, LogStatus::Closed, "1"),
                ],
                vec![(130, "acknowledged"), (130, "closed")],
            ),
            (
                "back from resolved is a reopening",
                vec![
                    row(2, 120, LogStatus::Open, "1"),
                    row(3, 130, LogStatus::Resolved, "1"),
                    row(4, 140, customer, "1"),
                ],
                vec![
                    (120, "acknowledged"),
                    (130, "resolved"),
                    (140, "reopened"),
                    (140, "waiting"),
                ],
            ),
            (
                "the priority before the status, file order within an instant",
                vec![
                    row(2, 120, LogStatus::Open, "3"),
                    row(3, 120, LogStatus::Resolved, "2"),
                ],
                vec![
                    (120, "acknowledged"),
                    (120, "prioritised"),
                    (120, "resolved"),
                ],
            ),
            (
                "a row dated before the opening counts at the opening",
                vec![row(2, 90, LogStatus::Open, "1")],
                vec![(100, "acknowledged")],
            ),
            (
                "time order whatever the order in the file",
                vec![
                    row(2, 140, LogStatus::Resolved, "1"),
                    row(3, 130, LogStatus::Open, "1"),
                ],
                vec![(130, "acknowledged"), (140, "resolved")],
            ),
        ];
        for (story, rows, acts) in cases {
            assert_eq!(told(rows), acts, "{story}");
        }
    }
}
