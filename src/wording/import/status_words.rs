//! What a word of a status likely means, in the languages that tools speak.

use crate::core::intake::LogStatus;
use crate::core::model::{ClosedAs, WaitingOn};
use crate::core::text::folded;

/// Words of a status, folded, and what they likely mean.
const STATUSES: &[(LogStatus, &[&str])] = &[
    (
        LogStatus::New,
        &[
            "new",
            "neu",
            "nouveau",
            "nuevo",
            "novo",
            "to do",
            "новый",
            "moi",
            "新建",
            "新規",
            "신규",
            "جديد",
        ],
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
            "mo",
            "dang mo",
            "dang xu ly",
            "处理中",
            "打开",
            "対応中",
            "オープン",
            "진행중",
            "مفتوح",
            "قيد المعالجة",
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
            "cho khach hang",
            "等待客户",
            "顧客待ち",
            "回答待ち",
            "بانتظار العميل",
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
            "da giai quyet",
            "已解决",
            "解決済み",
            "解決",
            "해결",
            "محلول",
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
            "dong",
            "da dong",
            "已关闭",
            "完了",
            "クローズ",
            "종료",
            "مغلق",
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
            "huy",
            "da huy",
            "已取消",
            "キャンセル",
            "취소",
            "ملغى",
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
