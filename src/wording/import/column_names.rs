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
