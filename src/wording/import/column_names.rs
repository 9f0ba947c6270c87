//! Which column of a file that nobody has described yet is likely which, by the names that tools and
//! people give them.

use crate::core::intake::{ColumnKey, FileSurvey, SurveyedColumn};
use crate::core::text::folded;

/// The deadline as the old tool had it, which stands beside the columns of a mapping.
pub(super) const DUE: &str = "due";

/// Names of columns, folded, by the key of a mapping; the likelier first.
const NAMES: &[(&str, &[&str])] = &[
    (
        "ticket",
        &[
            "issue key",
            "ticket number",
            "ticket id",
            "case number",
            "number",
            "key",
            "ticket",
            "case",
            "id",
            "nr",
            "nummer",
            "numero",
            "no",
            "vorgang",
            "n°",
            "so ve",
            "ma ve",
            "ma yeu cau",
            "номер",
            "工单号",
            "编号",
            "チケット番号",
            "番号",
            "번호",
            "رقم التذكرة",
            "الرقم",
        ],
    ),
    (
        "opened",
        &[
            "opened",
            "opened_at",
            "opened at",
            "created",
            "created at",
            "created time",
            "created_at",
            "date created",
            "opening date",
            "created on",
            "opened on",
            "creation date",
            "erstellt",
            "erstellt am",
            "eroffnet",
            "angelegt",
            "cree le",
            "date de creation",
            "ouvert le",
            "creado",
            "fecha de creacion",
            "abierto",
            "criado em",
            "sozdan",
            "создан",
            "дата создания",
            "ngay tao",
            "thoi gian tao",
            "ngay mo",
            "创建时间",
            "创建日期",
            "作成日時",
            "作成日",
            "作成",
            "생성일",
            "등록일",
            "تاريخ الإنشاء",
        ],
    ),
    (
        "updated",
        &[
            "updated",
            "updated at",
            "updated_at",
            "last update",
            "last updated",
            "last update time",
            "last updated time",
            "lastupdated",
            "sys_updated_on",
            "modified",
            "last modified",
            "geandert",
            "geandert am",
            "aktualisiert",
            "letzte anderung",
            "modifie le",
            "mise a jour",
            "actualizado",
            "atualizado em",
            "изменен",
            "обновлен",
            "ngay cap nhat",
            "cap nhat lan cuoi",
            "更新时间",
            "更新日時",
            "更新日",
            "更新",
            "수정일",
            "تاريخ التحديث",
        ],
    ),
    (
        "at",
        &[
            "sys_updated_at",
            "changed",
            "changed at",
            "changed_on",
            "timestamp",
            "event time",
            "time",
            "date",
        ],
    ),
    (
        "responded",
        &[
            "first response",
            "first reply",
            "first responded",
            "initial response time",
            "first answer",
            "first response at",
            "answered",
            "erste antwort",
            "beantwortet",
            "started",
            "phan hoi dau tien",
            "首次响应时间",
            "初回応答",
            "初回応答日時",
            "أول رد",
        ],
    ),
    (
        "responded-after",
        &[
            "first reply time in minutes",
            "first response time in minutes",
        ],
    ),
    ("assigned", &["assigned at", "assigned on", "zugewiesen am"]),
    (
        "resolved",
        &[
            "resolved",
            "resolved at",
            "resolved_at",
            "resolved time",
            "solved",
            "solved at",
            "resolution date",
            "gelost",
            "gelost am",
            "resolu le",
            "resuelto",
            "resolvido em",
            "решен",
            "ngay giai quyet",
            "解决时间",
            "解決日時",
            "解決日",
            "해결일",
            "تاريخ الحل",
        ],
    ),
    (
        "closed",
        &[
            "closed",
            "closed at",
            "closed_at",
            "closed time",
            "closed date",
            "closing date",
            "geschlossen",
            "geschlossen am",
            "ferme le",
            "cerrado",
            "fechado em",
            "закрыт",
            "ngay dong",
            "关闭时间",
            "完了日時",
            "完了日",
            "종료일",
            "تاريخ الإغلاق",
        ],
    ),
    (
        "status",
        &[
            "status",
            "state",
            "incident_state",
            "current status",
            "ticket status",
            "zustand",
            "statut",
            "etat",
            "estado",
            "статус",
            "состояние",
            "trang thai",
            "状态",
            "状態",
            "ステータス",
            "상태",
            "الحالة",
        ],
    ),
    (
        "priority",
        &[
            "priority",
            "prio",
            "severity",
            "prioritat",
            "priorite",
            "prioridad",
            "prioridade",
            "приоритет",
            "do uu tien",
            "muc uu tien",
            "优先级",
            "優先度",
            "우선순위",
            "الأولوية",
        ],
    ),
    (
        "channel",
        &[
            "via",
            "channel",
            "source",
            "contact_type",
            "request source",
            "kanal",
            "canal",
            "kenh",
            "渠道",
            "チャネル",
            "القناة",
        ],
    ),
    (
        "assignee",
        &[
            "assignee",
            "assigned to",
            "assigned_to",
            "agent",
            "agent assigned",
            "owner",
            "ownername",
            "assigned to - technician",
            "technician",
            "bearbeiter",
            "zugewiesen an",
            "zustandig",
            "assigne a",
            "asignado a",
            "исполнитель",
            "nguoi xu ly",
            "nguoi phu trach",
            "负责人",
            "处理人",
            "担当者",
            "담당자",
            "المسؤول",
        ],
    ),
    (
        "subject",
        &[
            "subject",
            "summary",
            "title",
            "short_description",
            "short description",
            "betreff",
            "titel",
            "objet",
            "titre",
            "asunto",
            "titulo",
            "assunto",
            "тема",
            "tieu de",
            "chu de",
            "标题",
            "主题",
            "件名",
            "タイトル",
            "제목",
            "العنوان",
            "الموضوع",
        ],
    ),
    (
        "text",
        &[
            "description",
            "text",
            "body",
            "message",
            "beschreibung",
            "descripcion",
            "descricao",
            "описание",
            "mo ta",
            "noi dung",
            "描述",
            "内容",
            "説明",
            "설명",
            "الوصف",
        ],
    ),
    (
        "customer",
        &[
            "customer",
            "customer id",
            "customer key",
            "account id",
            "kundennummer",
        ],
    ),
    (
        "organisation",
        &[
            "organization",
            "organisation",
            "company",
            "company name",
            "account",
            "entity",
            "kunde",
            "firma",
            "client",
            "societe",
            "empresa",
            "cliente",
            "компания",
            "клиент",
            "khach hang",
            "cong ty",
            "客户",
            "公司",
            "顧客",
            "会社",
            "고객",
            "العميل",
            "الشركة",
        ],
    ),
    (
        "contact",
        &[
            "requester email",
            "email",
            "from email",
            "e-mail",
            "requestors",
            "contact email",
            "caller email",
        ],
    ),
    (
        "contact-name",
        &[
            "requester",
            "requester name",
            "reporter",
            "caller_id",
            "caller",
            "full name",
            "contact",
            "from",
            "requester - requester",
            "melder",
            "ansprechpartner",
            "demandeur",
            "solicitante",
            "nguoi yeu cau",
            "请求人",
            "依頼者",
            "요청자",
            "مقدم الطلب",
        ],
    ),
    (
        "tags",
        &[
            "tags",
            "labels",
            "tag",
            "label",
            "schlagworter",
            "nhan",
            "标签",
            "タグ",
            "الوسوم",
        ],
    ),
    (
        "worked",
        &[
            "time tracked",
            "time spent",
            "time_worked",
            "time worked",
            "timeworked",
            "worked",
            "aufwand",
        ],
    ),
    (
        "topic",
        &[
            "topic",
            "category",
            "kategorie",
            "categorie",
            "categoria",
            "help topic",
            "type",
        ],
    ),
    ("component", &["component", "components", "module", "modul"]),
    ("environment", &["environment", "umgebung"]),
    (
        "version",
        &["version", "affects version/s", "affects versions"],
    ),
    ("impact", &["impact", "auswirkung"]),
    ("urgency", &["urgency", "dringlichkeit"]),
    (
        DUE,
        &[
            "due",
            "due date",
            "due by time",
            "sla_due",
            "sla due date",
            "time to resolve",
            "fallig",
            "fallig am",
            "echeance",
            "vencimiento",
        ],
    ),
];

/// Whether a column of that key holds times.
pub(super) fn says_when(key: &str) -> bool {
    key == DUE || ColumnKey::of_key(key).is_some_and(ColumnKey::is_time)
}

/// Whether only a file of one row a ticket has it.
pub(super) fn is_of_exports(key: &str) -> bool {
    key == DUE || ColumnKey::of_key(key).is_some_and(ColumnKey::is_of_exports)
}

/// The column that likely holds what a key of a mapping means, by its place: each column once, a key
/// of times only where all it says is a time.
pub(crate) fn likely_columns(survey: &FileSurvey) -> Vec<(&'static str, usize)> {
    let mut found: Vec<(&'static str, usize)> = Vec::new();
    for (key, names) in NAMES {
        let fits = |column: &SurveyedColumn| {
            !says_when(key) || !column.forms.is_empty() || column.says == 0
        };
        let place = names.iter().find_map(|name| {
            let all = survey.columns.iter().enumerate();
            let mut named = all.filter(|(_, column)| folded(column.name.trim()) == *name);
            named
                .find(|(place, column)| {
                    fits(column) && !found.iter().any(|(_, taken)| taken == place)
                })
                .map(|(place, _)| place)
        });
        found.extend(place.map(|place| (*key, place)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_one_of_a_mapping_and_has_its_names() {
        for column in ColumnKey::all() {
            assert!(
                NAMES.iter().any(|(key, _)| *key == column.key()),
                "{column:?}"
            );
        }
        for (key, _) in NAMES {
            assert!(*key == DUE || ColumnKey::of_key(key).is_some(), "{key}");
        }
    }

    #[test]
    fn names_are_written_as_they_are_compared() {
        for name in NAMES.iter().flat_map(|(_, names)| *names) {
            assert_eq!(folded(name), *name);
        }
    }
}
