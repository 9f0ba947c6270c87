//! What a word of a status likely means, in the languages that tools speak.

use crate::core::intake::LogStatus;
use crate::core::model::{ClosedAs, WaitingOn};
use crate::core::text::folded;

/// Words of a status, folded, and what they likely mean.
const STATUSES: &[(LogStatus, &[&str])] = &[
    (
        LogStatus::New,
        &["new", "neu", "nouveau", "nuevo", "novo", "to do", "новый"],
    ),
    (
        LogStatus::Open,
        &[
            "open",
            "opened",
            "in progress",
            "work in progress",
            "active",
            "assigned",
            "processing",
            "processing (assigned)",
            "reopened",
            "waiting for support",
            "offen",
            "in bearbeitung",
            "ouvert",
            "en cours",
            "abierto",
            "en curso",
            "aberto",
            "открыт",
            "в работе",
        ],
    ),
    (
        LogStatus::Waiting(WaitingOn::Customer),
        &[
            "pending",
            "waiting for customer",
            "waiting on customer",
            "awaiting user info",
            "awaiting customer",
            "on hold",
            "stalled",
            "wartet auf kunde",
            "ruckfrage",
            "en attente",
            "en espera",
            "pendiente",
            "ожидание",
        ],
    ),
    (
        LogStatus::Waiting(WaitingOn::Vendor),
        &["awaiting vendor", "waiting on vendor", "waiting for vendor"],
    ),
    (
        LogStatus::Waiting(WaitingOn::ThirdParty),
        &[
            "waiting on third party",
            "waiting for third party",
            "on-hold",
            "awaiting problem",
            "awaiting evidence",
        ],
    ),
    (
        LogStatus::Resolved,
        &[
            "resolved",
            "solved",
            "completed",
            "gelost",
            "erledigt",
            "resolu",
            "resuelto",
            "resolvido",
            "решен",
        ],
    ),
    (
        LogStatus::Closed(ClosedAs::Done),
        &[
            "closed",
            "done",
            "geschlossen",
            "fertig",
            "ferme",
            "clos",
            "cerrado",
            "fechado",
            "закрыт",
        ],
    ),
    (
        LogStatus::Closed(ClosedAs::Withdrawn),
        &[
            "canceled",
            "cancelled",
            "rejected",
            "withdrawn",
            "declined",
            "abgebrochen",
            "storniert",
            "annule",
            "cancelado",
        ],
    ),
    (
        LogStatus::Closed(ClosedAs::Duplicate),
        &["duplicate", "duplikat", "doublon", "duplicado"],
    ),
    (
        LogStatus::Closed(ClosedAs::Spam),
        &["spam", "deleted", "junk"],
    ),
];

/// What a status word likely means; none: nobody can tell by the word.
pub(crate) fn likely_status(word: &str) -> Option<&'static str> {
    let word = folded(word);
    let (status, _) = STATUSES
        .iter()
        .find(|(_, words)| words.contains(&word.as_str()))?;
    let mut known = LogStatus::WORDS.into_iter();
    known
        .find(|(_, means)| means == status)
        .map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_means_one_thing_and_is_written_as_it_is_compared() {
        let all: Vec<&str> = STATUSES
            .iter()
            .flat_map(|(_, words)| words.iter().copied())
            .collect();
        for word in &all {
            assert_eq!(folded(word), *word);
            assert_eq!(
                all.iter().filter(|other| *other == word).count(),
                1,
                "{word}"
            );
        }
    }
}
