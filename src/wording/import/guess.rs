//! Which column of a file that nobody has described yet is likely which, by the names that tools and
//! people give them.

use crate::core::intake::{FileSurvey, LogStatus, SurveyedColumn};
use crate::core::model::{ClosedAs, WaitingOn};
use crate::core::text::folded;

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
        ],
    ),
    ("tags", &["tags", "labels", "tag", "label", "schlagworter"]),
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
        "due",
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

/// Keys whose columns must hold times.
const TIMES: [&str; 8] = [
    "opened",
    "updated",
    "at",
    "responded",
    "assigned",
    "resolved",
    "closed",
    "due",
];

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

/// The column that likely holds what a key of a mapping means, by its place: each column once, a key
/// of times only where all it says is a time.
pub(crate) fn likely_columns(survey: &FileSurvey) -> Vec<(&'static str, usize)> {
    let mut found: Vec<(&'static str, usize)> = Vec::new();
    for (key, names) in NAMES {
        let fits = |column: &SurveyedColumn| {
            !TIMES.contains(key) || !column.forms.is_empty() || column.says == 0
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
