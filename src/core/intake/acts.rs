//! One ticket's rows → the acts they tell of.
//!
//! Rows apply in time order, file order within the same instant, and within a row the plan's words
//! before the priority and that before the status; a row dated before the opening counts at the opening.

use super::fault::RowRemark;
use super::log_row::{LogRow, RowPart};
use super::mapping::LogStatus;
use super::theirs::TheirClock;
use crate::core::model::{
    Acknowledged, Assigned, Closed, Edited, Fact, Prioritised, Reopened, Replied, Resolved,
    Resumed, Side, Tagged, TicketWords, Waiting, Worked,
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
    /// What the customer wrote.
    pub text: Option<String>,
    /// Whose it is by key, where a column says so.
    pub customer: Option<String>,
    /// The same by name.
    pub organisation: Option<String>,
    /// Who asks, by address.
    pub contact: Option<String>,
    /// The same by name.
    pub contact_name: Option<String>,
    /// What the old tool's clocks say.
    pub theirs: Vec<TheirClock>,
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
    /// What must be told of it.
    pub remark: Option<RowRemark>,
}

/// Where a ticket stands before the first of the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketBefore {
    /// Where the ticket stands.
    pub status: LogStatus,
    /// Since when.
    pub since: Instant,
    /// The words of the plan on it.
    pub words: TicketWords,
    /// Its priority, as the desk calls it.
    pub priority: Option<String>,
    /// Who has it, by staff key.
    pub assignee: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Seconds worked on it.
    pub worked: i64,
    /// Rows dated before count here.
    pub opened: Instant,
}

/// Puts a ticket's rows in order and says how it begins: at its opening time with what the row of
/// its opening says, else the first. None without rows.
pub fn opening(rows: &mut [LogRow]) -> Option<Opening> {
    rows.sort_by_key(|row| (row.part != RowPart::Opening, row.at));
    let first = rows.first()?;
    let of_any =
        |what: fn(&LogRow) -> &Option<String>| rows.iter().find_map(|row| what(row).clone());
    Some(Opening {
        at: first.opened.unwrap_or(first.at),
        priority: first.priority.clone(),
        channel: first.channel.clone(),
        words: first.words.clone(),
        subject: of_any(|row| &row.subject),
        text: first.text.clone(),
        customer: first.customer.clone(),
        organisation: first.organisation.clone(),
        contact: of_any(|row| &row.contact),
        contact_name: of_any(|row| &row.contact_name),
        theirs: first.theirs.clone(),
        line: first.line,
    })
}

/// The acts that lead through the rows, which are in order.
pub fn acts(rows: &[LogRow], mut begun: TicketBefore) -> Vec<ImportedAct> {
    let mut acts = Vec::new();
    for row in rows {
        let (facts, remark) = steps(row, &mut begun);
        acts.extend(facts.into_iter().map(|fact| ImportedAct {
            at: row.at.max(begun.opened),
            dated: row.at,
            fact,
            line: row.line,
            remark: remark.clone(),
        }));
    }
    acts
}

/// The acts of one row, after which the ticket stands as it says.
fn steps(row: &LogRow, begun: &mut TicketBefore) -> (Vec<Fact>, Option<RowRemark>) {
    let mut facts = Vec::new();
    let named = row.words.unlike(&begun.words);
    if !named.is_empty() {
        begun.words.take_over(&named);
        facts.push(Fact::from(Edited {
            words: named,
            language: None,
            asks: None,
            contact: None,
            allowance: None,
        }));
    }
    if let Some(priority) = changed(row.priority.as_ref(), begun.priority.as_ref()) {
        facts.push(Fact::from(Prioritised {
            to: priority.clone(),
            reason: None,
            by: Side::Desk,
            replaces: None,
        }));
        begun.priority = Some(priority.clone());
    }
    if let Some(assignee) = changed(row.assignee.as_ref(), begun.assignee.as_ref()) {
        facts.push(Fact::from(Assigned {
            to: Some(assignee.clone()),
        }));
        begun.assignee = Some(assignee.clone());
    }
    if let Some(tags) = &row.tags {
        facts.extend(tagged(tags, &begun.tags));
        begun.tags.clone_from(tags);
    }
    if let Some(worked) = row.worked.filter(|worked| *worked != begun.worked) {
        // what it was charged there is not ours to say: it uses up no allowance
        facts.push(Fact::from(Worked {
            spent: worked - begun.worked,
            charged: 0,
            parts: Vec::new(),
        }));
        begun.worked = worked;
    }
    if row.part == RowPart::Replied {
        facts.push(Fact::from(Replied { channel: None }));
        if begun.status == LogStatus::New {
            begun.status = LogStatus::Open;
        }
    }
    let again = |status: LogStatus| row.part == RowPart::Dated && status.is_done();
    let Some(status) = row.status.filter(|s| *s != begun.status || again(*s)) else {
        return (facts, None);
    };
    let unsaid = status == begun.status;
    let from = match unsaid {
        true => {
            facts.push(Fact::from(Reopened {}));
            LogStatus::Open
        }
        false => begun.status,
    };
    facts.extend(lead(from, status));
    begun.status = status;
    (facts, unsaid.then_some(RowRemark::ReopenedUnsaid))
}

/// What is said, where that is not what is known.
fn changed<'r>(said: Option<&'r String>, known: Option<&String>) -> Option<&'r String> {
    said.filter(|said| known != Some(said))
}

/// What makes these of the tags that are known; none: they are these.
pub(super) fn tagged(tags: &[String], known: &[String]) -> Option<Fact> {
    let without = |all: &[String], those: &[String]| -> Vec<String> {
        let left = all.iter().filter(|tag| !those.contains(tag));
        left.cloned().collect()
    };
    let (add, drop) = (without(tags, known), without(known, tags));
    (!add.is_empty() || !drop.is_empty()).then(|| Fact::from(Tagged { add, drop }))
}

/// The acts that lead from one status to another.
fn lead(from: LogStatus, to: LogStatus) -> Vec<Fact> {
    let mut facts = Vec::new();
    if from == LogStatus::New {
        facts.push(Fact::from(Acknowledged {}));
    }
    if from.is_done() && (!to.is_done() || from != LogStatus::Resolved) {
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
        LogStatus::Closed(r#as) => facts.push(Fact::from(Closed { r#as })),
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::{ClosedAs, WaitingOn};

    fn row(line: u64, at: i64, status: LogStatus, priority: &str) -> LogRow {
        LogRow {
            opened: Some(Instant(100)),
            status: Some(status),
            priority: Some(priority.to_owned()),
            ..LogRow::blank(line, "A", RowPart::Change, Instant(at))
        }
    }

    fn told(mut rows: Vec<LogRow>) -> Vec<(i64, &'static str)> {
        let opening = opening(&mut rows).expect("there are rows");
        let begun = TicketBefore {
            status: LogStatus::New,
            since: opening.at,
            words: opening.words,
            priority: opening.priority,
            assignee: None,
            tags: Vec::new(),
            worked: 0,
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
                    row(3, 130, LogStatus::Closed(ClosedAs::Done), "1"),
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
