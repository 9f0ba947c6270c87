//! A path of `--set`, walked through the schema: what stands there, and what it may be.

use crate::core::text::nearest;
use crate::plans::error::PlanError;
use crate::plans::names::{Definitions, definitions, is_common};
use crate::plans::schema::{self, CALENDAR_VALUE, OF_THE_FILE, PLAN, TARGET, TOP};
use crate::plans::shape::{KeyScope, ShortForm, TableShape, ValueShape, Vocabulary};
use crate::plans::tree::{Node, Table};
use crate::plans::validate::WHEN;

/// Where a path leads.
#[derive(Clone, Debug)]
pub(super) struct ResolvedPath {
    /// Its parts, aliases of priorities replaced.
    pub parts: Vec<String>,
    pub shape: ValueShape,
    /// The tables through which it leads, one for each part behind the first, where they have keys
    /// of their own.
    pub tables: Vec<Option<&'static TableShape>>,
}

impl ResolvedPath {
    /// The path as it is written.
    pub(super) fn path(&self) -> String {
        self.parts.join(".")
    }

    /// Its parts.
    pub(super) fn parts_as_text(&self) -> Vec<&str> {
        self.parts.iter().map(String::as_str).collect()
    }

    /// Whether it is a list of the words that are included: each of them says so itself.
    pub(super) fn includes_words(&self) -> bool {
        matches!(
            self.shape,
            ValueShape::Included(_) | ValueShape::Agreed(ValueShape::Included(_))
        )
    }

    /// Whether it leads into a target.
    pub(super) fn is_of_a_target(&self) -> bool {
        let around = self.tables.last().copied().flatten();
        around.is_some_and(|table| table.id == TARGET.id)
    }

    /// What stands there; of a milestone, what is said alike at every priority.
    pub(super) fn node_in<'t>(&self, root: &'t Table) -> Option<&'t Node> {
        let parts = self.parts_as_text();
        let node = root.at(&parts)?;
        match parts.as_slice() {
            ["targets", _] | ["targets", _, WHEN, _] => {
                let plain = definitions(node.table()?).filter(|(key, _)| *key != WHEN);
                let mut all = plain.map(|(_, node)| node.table()?.get("within"));
                let first = all.next()??;
                let alike = |node: Option<&Node>| node.is_some_and(|node| node.says(&first.value));
                all.all(alike).then_some(first)
            }
            ["targets", _, WHEN] => Some(node),
            ["targets", _, _] | ["targets", _, WHEN, _, _] => node.table()?.get("within"),
            _ => Some(node),
        }
    }
}

/// Walks a path; the names are those of the document.
pub(super) fn walk(path: &str, names: &Definitions<'_>) -> Result<ResolvedPath, PlanError> {
    let parts: Vec<&str> = path.split('.').collect();
    let (first, rest) = parts
        .split_first()
        .ok_or_else(|| unknown(path, None, Vec::new()))?;
    let mut walked = ResolvedPath {
        parts: vec![(*first).to_owned()],
        shape: top(first, rest, path, names)?,
        tables: Vec::new(),
    };
    for (at, part) in rest.iter().enumerate() {
        let so_far = walked.path();
        let part = step(&mut walked, part, names).map_err(|known| {
            let near = nearest(part, known.iter().map(String::as_str));
            let near = near.map(|name| {
                let tail = rest[at + 1..].iter().map(|part| format!(".{part}"));
                format!("{so_far}.{name}{}", tail.collect::<String>())
            });
            let known = known
                .iter()
                .map(|name| format!("{so_far}.{name}"))
                .collect();
            unknown(path, near, known)
        })?;
        walked.parts.push(part);
    }
    Ok(walked)
}

fn unknown(path: &str, near: Option<String>, known: Vec<String>) -> PlanError {
    PlanError::Unknown {
        what: "term",
        typed: path.to_owned(),
        nearest: near,
        known: if known.len() > 12 { Vec::new() } else { known },
    }
}

fn top(
    first: &str,
    rest: &[&str],
    path: &str,
    names: &Definitions<'_>,
) -> Result<ValueShape, PlanError> {
    let may = |name: &str| !OF_THE_FILE.contains(&name) && !is_common(name);
    let in_plan = PLAN.key(first).filter(|key| may(key.name));
    let defined = TOP
        .key(first)
        .filter(|key| may(key.name) && key.scope == KeyScope::File);
    match (in_plan, defined) {
        (Some(key), None) => Ok(key.shape),
        (Some(key), Some(_)) if rest.is_empty() => Ok(key.shape),
        (_, Some(key)) => Ok(key.shape),
        (None, None) => {
            let tail: String = rest.iter().map(|part| format!(".{part}")).collect();
            let calendar = names.has(Vocabulary::Calendars, first);
            let known = PLAN
                .all()
                .chain(TOP.all())
                .map(|key| key.name)
                .filter(|name| may(name));
            let near = match calendar {
                true => Some(format!("calendars.{path}")),
                false => nearest(first, known).map(|name| format!("{name}{tail}")),
            };
            Err(unknown(path, near, Vec::new()))
        }
    }
}

/// One part further. Errs with the names that would be right.
fn step(
    walked: &mut ResolvedPath,
    part: &str,
    names: &Definitions<'_>,
) -> Result<String, Vec<String>> {
    let own = |words: Vocabulary| -> Vec<String> {
        names.all(words).into_iter().map(str::to_owned).collect()
    };
    let mut table = None;
    let (shape, part) = match walked.shape {
        ValueShape::Agreed(inner) => {
            walked.shape = *inner;
            return step(walked, part, names);
        }
        ValueShape::Either(shapes) => {
            let inner = shapes.iter().find(|s| matches!(s, ValueShape::Table(_)));
            walked.shape = *inner.ok_or_else(Vec::new)?;
            return step(walked, part, names);
        }
        ValueShape::Of(words, inner) => {
            let known = names.has(words, part);
            (
                known.then_some(*inner).ok_or_else(|| own(words))?,
                part.to_owned(),
            )
        }
        ValueShape::ByKind(_) if part == WHEN => (schema::WHEN, part.to_owned()),
        ValueShape::ByPriority(inner) | ValueShape::ByKind(inner) => match priority(names, part) {
            Some(id) => (ValueShape::Agreed(inner), id),
            None => return Err(own(Vocabulary::Priorities)),
        },
        ValueShape::Table(inner) => {
            table = Some(inner);
            (in_table(inner, part)?, part.to_owned())
        }
        ValueShape::Defines(table, plain) => {
            let [kind] = walked.parts.as_slice() else {
                return Err(Vec::new());
            };
            let words = Vocabulary::of_table(kind);
            let may_be_new = matches!(words, Some(Vocabulary::Allowances | Vocabulary::Calendars));
            if !may_be_new && words.is_some_and(|words| !names.has(words, part)) {
                return Err(words.map(own).unwrap_or_default());
            }
            (definition(table, plain), part.to_owned())
        }
        ValueShape::Dates(inner) => (*inner, part.to_owned()),
        _ => return Err(Vec::new()),
    };
    walked.shape = shape;
    walked.tables.push(table);
    Ok(part)
}

fn in_table(table: &TableShape, part: &str) -> Result<ValueShape, Vec<String>> {
    let keys = table.in_a_document().filter(|key| !is_common(key.name));
    match keys.clone().find(|key| key.name == part) {
        Some(key) => Ok(key.shape),
        None => Err(keys.map(|key| key.name.to_owned()).collect()),
    }
}

/// What may stand at a definition by itself.
fn definition(table: &'static TableShape, plain: ShortForm) -> ValueShape {
    match plain {
        ShortForm::Week => CALENDAR_VALUE,
        ShortForm::Title | ShortForm::Text | ShortForm::Never => ValueShape::Table(table),
    }
}

/// A priority by its id or one of its aliases.
fn priority(names: &Definitions<'_>, word: &str) -> Option<String> {
    if names.has(Vocabulary::Priorities, word) {
        return Some(word.to_owned());
    }
    names.alias(word).map(str::to_owned)
}
