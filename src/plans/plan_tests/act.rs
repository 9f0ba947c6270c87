//! What happens to the ticket of a case: `2026-03-09 10:00 wait customer`, with the verbs of the
//! command line.

use super::placed_text::PlacedText;
use crate::core::model::{
    Acknowledged, ActMarked, Agreed, Assigned, Closed, ClosedAs, CustomerReplied, Edited,
    Escalated, EventId, Exempted, Fact, MarkWithdrawn, Prioritised, PriorityConfirmed, Promised,
    Reopened, Replied, Resolved, Resumed, Side, TicketWord, TicketWords, Waiting, WaitingOn,
};
use crate::core::text::{WordList, nearest};
use crate::core::time::Instant;
use crate::plans::diagnostic::{Diagnostic, any_of};

const VERBS: &[&str] = &[
    "ack", "confirm", "reply", "receive", "wait", "resume", "assign", "priority", "agree", "eta",
    "mark", "exempt", "resolve", "reopen", "close", "edit", "escalate",
];

/// One thing that happens.
#[derive(Clone, Debug)]
pub(in crate::plans) struct TestAct {
    /// When, as written.
    pub when: PlacedText,
    pub what: TestActKind,
}

/// What happens.
#[derive(Clone, Debug)]
pub(in crate::plans) enum TestActKind {
    /// Nothing that depends on the instant.
    Plain(Box<Fact>),
    /// The ticket is taken up, and its priority confirmed.
    Acknowledged,
    /// An estimate for the instant at which it is given.
    Estimate,
}

impl TestAct {
    /// Reads `WHEN VERB [WORDS]`.
    pub(super) fn read(said: &PlacedText) -> Result<TestAct, Box<Diagnostic>> {
        let words: Vec<&str> = said.text.split_whitespace().collect();
        let Some(at) = words.iter().position(|word| VERBS.contains(word)) else {
            let last = words
                .iter()
                .rev()
                .find(|word| word.starts_with(|c: char| c.is_alphabetic()));
            let near = last.and_then(|word| nearest(word, VERBS.iter().copied()));
            let finding = wrong(said, format!("`{}` has no verb", said.text));
            let verbs = VERBS.iter().map(|verb| (*verb).to_owned()).collect();
            return Err(Box::new(finding.expected(verbs).nearest(near)));
        };
        let what = what(words[at], &words[at + 1..]).ok_or_else(|| {
            let finding = wrong(said, format!("`{}` cannot happen", words[at..].join(" ")));
            Box::new(finding.label(usage(words[at])))
        })?;
        Ok(TestAct {
            when: PlacedText {
                text: words[..at].join(" "),
                place: said.place.clone(),
            },
            what,
        })
    }

    /// What is recorded of it at that instant.
    pub(super) fn facts(&self, at: Instant) -> Vec<Fact> {
        match &self.what {
            TestActKind::Plain(fact) => vec![Fact::clone(fact)],
            TestActKind::Acknowledged => vec![Acknowledged {}.into(), PriorityConfirmed {}.into()],
            TestActKind::Estimate => vec![Promised { eta: at }.into()],
        }
    }
}

fn wrong(said: &PlacedText, message: String) -> Diagnostic {
    Diagnostic::error("bad-value", &said.place, message)
}

fn usage(verb: &str) -> String {
    let forms: Vec<String> = match verb {
        "wait" => WaitingOn::ALL
            .iter()
            .map(|on| format!("wait {}", on.word()))
            .collect(),
        "priority" => [
            "priority P",
            "priority P REASON",
            "priority P REASON by customer",
        ]
        .map(str::to_owned)
        .to_vec(),
        "agree" => vec!["agree MILESTONE DURATION".to_owned()],
        "mark" => ["mark ACT", "mark ACT --withdraw"]
            .map(str::to_owned)
            .to_vec(),
        "exempt" => vec!["exempt EXCLUSION".to_owned()],
        "receive" => {
            let ways = ["receive", "receive CHANNEL"].into_iter();
            ways.flat_map(|way| [way.to_owned(), format!("{way} asks KIND")])
                .collect()
        }
        "edit" => TicketWord::ALL
            .iter()
            .map(|word| word.key())
            .chain(["language", "asks"])
            .map(|word| format!("edit {word} WORD"))
            .collect(),
        "escalate" => vec!["escalate LINE".to_owned()],
        "close" => {
            let how = ClosedAs::ALL.iter().filter(|how| **how != ClosedAs::Done);
            let how = how.map(|how| format!("close as {}", how.word()));
            ["close".to_owned()].into_iter().chain(how).collect()
        }
        verb => return format!("expected {verb} alone"),
    };
    format!("expected {}", any_of(&forms))
}

fn what(verb: &str, words: &[&str]) -> Option<TestActKind> {
    let fact: Fact = match (verb, words) {
        ("ack", []) => return Some(TestActKind::Acknowledged),
        ("confirm", []) => PriorityConfirmed {}.into(),
        ("reply", []) => Replied { channel: None }.into(),
        ("receive", []) => received(None, None),
        ("receive", ["asks", kind]) => received(None, Some(kind)),
        ("receive", [channel]) => received(Some(channel), None),
        ("receive", [channel, "asks", kind]) => received(Some(channel), Some(kind)),
        ("edit", ["language", language]) => Edited {
            language: Some((*language).to_owned()),
            ..edited(TicketWords::default())
        }
        .into(),
        ("edit", ["asks", kind]) => Edited {
            asks: Some((*kind).to_owned()),
            ..edited(TicketWords::default())
        }
        .into(),
        ("edit", [word, value]) => {
            let word = TicketWord::of_key(word)?;
            let words = [(word, (*value).to_owned())];
            edited(words.into_iter().collect()).into()
        }
        ("escalate", line) if !line.is_empty() => Escalated {
            line: line.join(" "),
        }
        .into(),
        ("wait", [on]) => Waiting {
            on: WaitingOn::of_word(on)?,
            until: None,
        }
        .into(),
        ("resume", []) => Resumed {}.into(),
        ("assign", []) => Assigned {
            to: Some("staff".to_owned()),
        }
        .into(),
        ("priority", [to]) => prioritised(to, None, Side::Desk),
        ("priority", [to, reason]) => prioritised(to, Some(reason), Side::Desk),
        ("priority", [to, reason, "by", "customer"]) => {
            prioritised(to, Some(reason), Side::Customer)
        }
        ("agree", [milestone, duration @ ..]) => Agreed {
            milestone: (*milestone).to_owned(),
            within: duration.join(" ").parse().ok()?,
        }
        .into(),
        ("eta", []) => return Some(TestActKind::Estimate),
        ("mark", [act]) => ActMarked {
            act: (*act).to_owned(),
        }
        .into(),
        // which mark that is shows once all is in order
        ("mark", [act, "--withdraw"]) => MarkWithdrawn {
            act: (*act).to_owned(),
            event: EventId(0),
        }
        .into(),
        ("exempt", [ground]) => Exempted {
            ground: (*ground).to_owned(),
        }
        .into(),
        ("resolve", []) => Resolved {}.into(),
        ("reopen", []) => Reopened {}.into(),
        ("close", []) => Closed {
            r#as: ClosedAs::Done,
        }
        .into(),
        ("close", ["as", how]) => Closed {
            r#as: ClosedAs::of_word(how)?,
        }
        .into(),
        _ => return None,
    };
    Some(TestActKind::Plain(Box::new(fact)))
}

fn received(channel: Option<&str>, asks: Option<&str>) -> Fact {
    CustomerReplied {
        channel: channel.map(str::to_owned),
        contact: None,
        asks: asks.map(str::to_owned),
    }
    .into()
}

fn edited(words: TicketWords) -> Edited {
    Edited {
        words,
        language: None,
        asks: None,
        contact: None,
        allowance: None,
    }
}

fn prioritised(to: &str, reason: Option<&&str>, by: Side) -> Fact {
    Prioritised {
        to: to.to_owned(),
        reason: reason.map(|reason| (*reason).to_owned()),
        by,
        replaces: None,
    }
    .into()
}
