//! A plan file as written: the tables, lists and values of its TOML, each with its place.
//!
//! serde would lose the places where tables are flattened and would turn one misspelt key into an
//! error over a whole table, so the file is read into this tree and judged key by key.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::Diagnostic;
use super::hint::Hint;
use super::place::{Place, SourceText};
use crate::core::terms::Source;

/// The largest plan file that is read at all.
pub(super) const LARGEST: usize = 2 << 20;
/// More entries than these no table or list of a plan file has.
const MOST_ENTRIES: usize = 1_000;
/// After so many syntax errors the rest is left unsaid.
const MOST_SYNTAX_ERRORS: usize = 20;

/// A value and its place.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub value: TreeValue,
    pub place: Place,
    pub layer: Layer,
    /// What the source says of it: known once a plan is written out.
    pub source: Source,
}

/// Who says a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    /// Nobody: it is what holds when nobody does.
    Default,
    /// The file, outside `[plans]`.
    File,
    /// The plan.
    Plan,
    /// The contract.
    Agreed,
}

impl Layer {
    /// All of them.
    pub(super) const ALL: [Layer; 4] = [Layer::Default, Layer::File, Layer::Plan, Layer::Agreed];

    /// Its word in a document.
    pub(super) fn word(self) -> &'static str {
        match self {
            Layer::Default => "default",
            Layer::File => "file",
            Layer::Plan => "plan",
            Layer::Agreed => "agreed",
        }
    }
}

/// What stands at a key.
#[derive(Clone, Debug)]
pub(super) enum TreeValue {
    Text(String),
    /// A whole number; none when it is too large for the file to mean it.
    Whole(Option<i64>),
    /// Any other number, as written.
    Figure(String),
    Flag(bool),
    /// A date or a time of TOML, as written.
    Date(String),
    List(Vec<Node>),
    Table(Table),
}

/// A key and its place.
#[derive(Clone, Debug)]
pub(super) struct TreeKey {
    pub name: String,
    pub place: Place,
}

/// The entries of a table in the order in which they are written.
#[derive(Clone, Debug, Default)]
pub(super) struct Table(pub Vec<(TreeKey, Node)>);

impl Table {
    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        self.entry(name).map(|(_, node)| node)
    }

    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Node> {
        let entry = self.0.iter_mut().find(|(key, _)| key.name == name);
        entry.map(|(_, node)| node)
    }

    /// The node at a path.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Node> {
        let (first, rest) = path.split_first()?;
        let node = self.get(first)?;
        match rest {
            [] => Some(node),
            rest => node.table()?.at(rest),
        }
    }

    pub(super) fn entry(&self, name: &str) -> Option<&(TreeKey, Node)> {
        self.0.iter().find(|(key, _)| key.name == name)
    }

    pub(super) fn table(&self, name: &str) -> Option<&Table> {
        self.get(name)?.table()
    }

    pub(super) fn table_mut(&mut self, name: &str) -> Option<&mut Table> {
        match &mut self.get_mut(name)?.value {
            TreeValue::Table(table) => Some(table),
            _ => None,
        }
    }

    pub(super) fn at_mut(&mut self, path: &[&str]) -> Option<&mut Node> {
        match path {
            [] => None,
            [name] => self.get_mut(name),
            [name, rest @ ..] => self.table_mut(name)?.at_mut(rest),
        }
    }

    /// Writes a node at a key, in the place of what stood there.
    pub(super) fn put(&mut self, name: &str, node: Node) {
        match self.get_mut(name) {
            Some(under) => *under = node,
            None => self.0.push((TreeKey::at(name, &node.place), node)),
        }
    }

    /// Whether a flag is set.
    pub(super) fn flag(&self, name: &str) -> bool {
        matches!(
            self.get(name).map(|node| &node.value),
            Some(TreeValue::Flag(true))
        )
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.name.as_str())
    }
}

impl TreeKey {
    pub(super) fn at(name: &str, place: &Place) -> TreeKey {
        TreeKey {
            name: name.to_owned(),
            place: place.clone(),
        }
    }
}

impl Node {
    pub(super) fn of(value: TreeValue, place: &Place, layer: Layer) -> Node {
        Node {
            value,
            place: place.clone(),
            layer,
            source: Source::default(),
        }
    }

    /// Whether it is that value, whoever says it and wherever.
    pub(super) fn says(&self, value: &TreeValue) -> bool {
        match (&self.value, value) {
            (TreeValue::Text(a), TreeValue::Text(b))
            | (TreeValue::Figure(a), TreeValue::Figure(b)) => a == b,
            (TreeValue::Whole(a), TreeValue::Whole(b)) => a == b,
            (TreeValue::Flag(a), TreeValue::Flag(b)) => a == b,
            (TreeValue::List(a), TreeValue::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.says(&b.value))
            }
            (TreeValue::Table(a), TreeValue::Table(b)) => {
                let same = |((key, node), (other, there)): (&(TreeKey, Node), &(TreeKey, Node))| {
                    key.name == other.name && node.says(&there.value)
                };
                a.0.len() == b.0.len() && a.0.iter().zip(&b.0).all(same)
            }
            _ => false,
        }
    }

    pub(super) fn table(&self) -> Option<&Table> {
        match &self.value {
            TreeValue::Table(table) => Some(table),
            _ => None,
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            TreeValue::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn list(&self) -> Option<&[Node]> {
        match &self.value {
            TreeValue::List(list) => Some(list),
            _ => None,
        }
    }

    /// The texts of a list of texts.
    pub(super) fn texts(&self) -> Vec<String> {
        let list = self.list().unwrap_or_default();
        list.iter()
            .filter_map(|n| n.text().map(str::to_owned))
            .collect()
    }

    /// What it is agreed out of, where that is a list.
    pub(super) fn choices(&self) -> Option<&Node> {
        self.table()?.get("one-of")
    }

    /// Whether it is left to the signing.
    pub(super) fn is_open(&self) -> bool {
        self.text() == Some("open") || self.choices().is_some()
    }

    /// What kind of thing it is, for people.
    pub(super) fn kind(&self) -> &'static str {
        match self.value {
            TreeValue::Text(_) => "text",
            TreeValue::Whole(_) => "a whole number",
            TreeValue::Figure(_) => "a number",
            TreeValue::Flag(_) => "true or false",
            TreeValue::Date(_) => "a date",
            TreeValue::List(_) => "a list",
            TreeValue::Table(_) => "a table",
        }
    }
}

/// Reads the tree, and what is no TOML in it.
pub(super) fn parse(source: &Arc<SourceText>) -> (Table, Vec<Diagnostic>) {
    let (root, errors) = DeTable::parse_recoverable(source.text());
    let mut known: Vec<(Option<Range<usize>>, &str)> = Vec::new();
    let mut errors: Vec<_> = errors.iter().collect();
    errors.retain(|error| {
        let said = (error.span(), error.message());
        let is_new = !known.contains(&said);
        if is_new && known.len() < MOST_SYNTAX_ERRORS {
            known.push(said);
        }
        is_new
    });
    let mut found: Vec<Diagnostic> = errors
        .iter()
        .take(MOST_SYNTAX_ERRORS)
        .map(|error| {
            let span = error.span().unwrap_or_else(|| deepest(source.text()));
            let place = Place::new(source, span);
            let message = error.message();
            let (what, label) = message.split_once(", expected ").unwrap_or((message, ""));
            let finding = Diagnostic::error("syntax", &place, format!("no TOML: {what}"));
            match label {
                "" => finding,
                label => finding.expected(label.split(", ").map(str::to_owned).collect()),
            }
        })
        .collect();
    if let (true, Some(last)) = (errors.len() > MOST_SYNTAX_ERRORS, found.last_mut()) {
        last.hint = Some(Hint::MoreOfThisKind(errors.len() - MOST_SYNTAX_ERRORS));
    }
    let mut grower = TreeBuilder { source, found };
    let root = grower.table(root.into_inner());
    (root, grower.found)
}

/// The line that nests the most: where an error stands that says no place, since it was met on the
/// way down.
fn deepest(text: &str) -> Range<usize> {
    let mut start = 0;
    let mut best = (0, 0..0);
    for line in text.split_inclusive('\n') {
        let depth = line.bytes().filter(|byte| b".[{".contains(byte)).count();
        if depth > best.0 {
            best = (depth, start..start + line.trim_end().len());
        }
        start += line.len();
    }
    best.1
}

/// Makes the tree of what was parsed.
struct TreeBuilder<'s> {
    source: &'s Arc<SourceText>,
    found: Vec<Diagnostic>,
}

impl TreeBuilder<'_> {
    fn table(&mut self, entries: DeTable<'_>) -> Table {
        let mut entries: Vec<_> = entries.into_iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        if let Some((key, _)) = entries.get(MOST_ENTRIES) {
            self.too_many(key.span());
        }
        let kept = entries.into_iter().take(MOST_ENTRIES);
        let source = self.source;
        let kept = kept.filter(|(_, value)| !is_placeholder(value, source));
        let entries = kept.map(|(key, value)| {
            let key = TreeKey {
                place: Place::new(self.source, key.span()),
                name: key.into_inner().into_owned(),
            };
            (key, self.node(value))
        });
        Table(entries.collect())
    }

    fn list(&mut self, list: Vec<Spanned<DeValue<'_>>>) -> Vec<Node> {
        if let Some(item) = list.get(MOST_ENTRIES) {
            self.too_many(item.span());
        }
        let kept = list.into_iter().take(MOST_ENTRIES);
        kept.map(|item| self.node(item)).collect()
    }

    fn too_many(&mut self, at: Range<usize>) {
        let message = format!("more than {MOST_ENTRIES} entries in one table or list");
        let place = Place::new(self.source, at);
        let finding = Diagnostic::error("too-many", &place, message);
        self.found.push(finding.label("not read from here on"));
    }

    fn node(&mut self, value: Spanned<DeValue<'_>>) -> Node {
        let place = Place::new(self.source, value.span());
        let value = match value.into_inner() {
            DeValue::String(text) => TreeValue::Text(text.into_owned()),
            DeValue::Integer(number) => {
                TreeValue::Whole(i64::from_str_radix(number.as_str(), number.radix()).ok())
            }
            DeValue::Float(number) => TreeValue::Figure(number.as_str().to_owned()),
            DeValue::Boolean(flag) => TreeValue::Flag(flag),
            DeValue::Datetime(date) => TreeValue::Date(date.to_string()),
            DeValue::Array(list) => TreeValue::List(self.list(list.into_iter().collect())),
            DeValue::Table(entries) => TreeValue::Table(self.table(entries)),
        };
        Node::of(value, &place, Layer::File)
    }
}

/// Whether the parser put it where it could not read what is written, and said so: a text without
/// a quotation mark.
fn is_placeholder(value: &Spanned<DeValue<'_>>, source: &SourceText) -> bool {
    let written = source.text().get(value.span()).unwrap_or_default();
    value.get_ref().as_str().is_some() && !written.starts_with(['"', '\''])
}
