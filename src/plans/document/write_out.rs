//! A plan written out: laid over its file, every key at its path, every default said, every value
//! with the clause that is nearest to it. What a contract signs is this.

use super::super::merge::{MergedPlan, clause_at, clause_of_figure, note_at, note_of_figure};
use super::super::names::{definitions, is_common};
use super::super::place::Place;
use super::super::schema::{self, OF_THE_FILE, PLAN, TOP, TOP_KEYS};
use super::super::shape::{KeySpec, ShortForm, TableShape, ValueShape};
use super::super::tree::{Layer, Node, Table, TreeKey, TreeValue};
use super::super::validate::{WHEN, is_one_target};
use crate::core::terms::Source;

/// The plan of that id, written out.
pub(in crate::plans) fn write_out(file: &Table, plan: &str) -> Table {
    static NOTHING: Table = Table(Vec::new());
    let own = file.table("plans").and_then(|plans| plans.table(plan));
    let own = own.unwrap_or(&NOTHING);
    let merged = MergedPlan::of(file, own);
    let writer = PlanWriter {
        file,
        own,
        merged: &merged,
    };
    writer.root(plan)
}

/// A plan being written out.
struct PlanWriter<'f> {
    file: &'f Table,
    own: &'f Table,
    merged: &'f MergedPlan,
}

impl PlanWriter<'_> {
    /// The keys in the order of the file, then those of the plan alone, then what nobody says.
    fn root(&self, plan: &str) -> Table {
        let mut root = self.header(plan);
        let written = self.file.names().chain(self.own.names());
        for name in written.chain(TOP_KEYS.iter().map(|spec| spec.name)) {
            if !root.has(name) {
                root.0.extend(self.key(name));
            }
        }
        root
    }

    /// What the plan is, and the clause and the note of all of it.
    fn header(&self, plan: &str) -> Table {
        let vendor = self.file.get("vendor");
        let titled = self.file.get("title").or(vendor);
        let id = vendor.map_or_else(Place::nowhere, |node| node.place.clone());
        let id = Node::of(TreeValue::Text(plan.to_owned()), &id, Layer::Plan);
        let own_title = self.own.get("title").unwrap_or(&id);
        let text = |key: &str| {
            let node = self.own.get(key).or_else(|| self.file.get(key));
            node.and_then(Node::text).map(str::to_owned)
        };
        let source = Source {
            clause: text("clause"),
            note: text("note"),
            conflict: text("conflicts-with"),
        };
        // a note of the file holds beside that of the plan
        let of_file = self
            .file
            .get("note")
            .and_then(Node::text)
            .map(str::to_owned);
        let of_file = of_file.filter(|_| self.own.get("note").and_then(Node::text).is_some());
        let entries = [
            ("vendor", vendor, Layer::File),
            ("vendor-title", titled, Layer::File),
            ("source", self.file.get("source"), Layer::File),
            ("language", self.file.get("language"), Layer::File),
            ("plan", Some(&id), Layer::Plan),
            ("title", Some(own_title), Layer::Plan),
        ];
        let mut header = Table::default();
        for (name, node, layer) in entries {
            let Some(node) = node else { continue };
            let mut node = Node::of(node.value.clone(), &node.place, layer);
            match name {
                "plan" => node.source = source.clone(),
                "vendor" => node.source.note.clone_from(&of_file),
                _ => {}
            }
            header.put(name, node);
        }
        header
    }

    fn key(&self, name: &str) -> Option<(TreeKey, Node)> {
        if is_common(name) || OF_THE_FILE.contains(&name) {
            return None;
        }
        let of_plan = PLAN.key(name);
        if let Some((key, node)) = self.merged.definitions.entry(name) {
            let shape = TOP.key(name)?.shape;
            let mut node = self.value(&[name], node, &shape);
            if of_plan.is_some() {
                self.include(name, &mut node);
            }
            return Some((key.clone(), node));
        }
        let spec = of_plan.filter(|spec| {
            !matches!(
                spec.shape,
                ValueShape::Agreed(ValueShape::Included(_)) | ValueShape::Included(_)
            )
        })?;
        match self.merged.plan.entry(name) {
            Some((key, node)) => Some((key.clone(), self.value(&[name], node, &spec.shape))),
            None => {
                let place = self.file.get("vendor").map(|node| node.place.clone());
                let node = usual(spec, &place.unwrap_or_else(Place::nowhere))?;
                Some((TreeKey::at(name, &node.place), node))
            }
        }
    }

    /// A value at its path: a table key by key, anything else as it is.
    fn value(&self, path: &[&str], node: &Node, shape: &ValueShape) -> Node {
        match (shape, node.table()) {
            (ValueShape::Either(shapes), Some(_)) => {
                match shapes
                    .iter()
                    .find(|shape| matches!(shape, ValueShape::Table(_)))
                {
                    Some(inner) => self.value(path, node, inner),
                    None => self.leaf(path, node),
                }
            }
            (ValueShape::Table(inner), Some(table)) => {
                let entries = self.entries(path, table, inner, &node.place);
                self.node(path, node, TreeValue::Table(entries))
            }
            (ValueShape::Defines(inner, plain), Some(table)) => {
                self.each(path, node, table, |path, node| {
                    self.definition(path, node, inner, *plain)
                })
            }
            (
                ValueShape::Of(_, ValueShape::ByPriority(target) | ValueShape::ByKind(target)),
                Some(table),
            ) => self.each(path, node, table, |path, node| {
                self.targets(path, node, target)
            }),
            (ValueShape::Of(_, inner) | ValueShape::Dates(inner), Some(table)) => {
                self.each(path, node, table, |path, node| {
                    self.value(path, node, inner)
                })
            }
            _ => self.leaf(path, node),
        }
    }

    /// Each entry of a table that is no clause and no note.
    fn each(
        &self,
        path: &[&str],
        node: &Node,
        table: &Table,
        write: impl Fn(&[&str], &Node) -> Node,
    ) -> Node {
        let mut entries = Table::default();
        for (key, inner) in table.0.iter().filter(|(key, _)| !is_common(&key.name)) {
            let path: Vec<&str> = path.iter().copied().chain([key.name.as_str()]).collect();
            entries.0.push((key.clone(), write(&path, inner)));
        }
        self.node(path, node, TreeValue::Table(entries))
    }

    /// The keys of a table, then those that nobody says.
    fn entries(&self, path: &[&str], table: &Table, shape: &TableShape, place: &Place) -> Table {
        let mut entries = Table::default();
        for (key, node) in &table.0 {
            // the other figure of a target is a table of its own; in words it is of its source
            let own = shape.keys.iter().find(|spec| spec.name == key.name);
            let Some(spec) = own.filter(|_| !is_common(&key.name) || node.table().is_some()) else {
                continue;
            };
            let path: Vec<&str> = path.iter().copied().chain([spec.name]).collect();
            let written = match (is_common(&key.name), node.table()) {
                (true, Some(figure)) => other_figure(node, figure),
                _ => self.value(&path, node, &spec.shape),
            };
            entries.0.push((key.clone(), written));
        }
        fill(
            &mut entries,
            shape,
            path.last().copied().unwrap_or_default(),
            place,
        );
        entries
    }

    /// A word with all that is said of it; a text alone is its title, hours alone its week.
    fn definition(
        &self,
        path: &[&str],
        node: &Node,
        shape: &'static TableShape,
        plain: ShortForm,
    ) -> Node {
        let alone;
        let table = match (node.table(), plain) {
            (Some(table), _) => table,
            (None, ShortForm::Never) => return self.leaf(path, node),
            (None, plain) => {
                let key = match plain {
                    ShortForm::Week => "week",
                    ShortForm::Text => "text",
                    ShortForm::Title | ShortForm::Never => "title",
                };
                alone = Table(vec![(TreeKey::at(key, &node.place), node.clone())]);
                &alone
            }
        };
        let mut entries = self.entries(path, table, shape, &node.place);
        if path[0] == "milestones" {
            reopened_as_usual(&mut entries, &node.place);
        }
        self.node(path, node, TreeValue::Table(entries))
    }

    /// The targets of a milestone: one for each priority, each with all that is said of it.
    fn targets(&self, path: &[&str], node: &Node, shape: &ValueShape) -> Node {
        let by_priority = node.table().filter(|table| !is_one_target(table));
        let mut entries = Table::default();
        let ids = self.merged.definitions.table("priorities");
        for (id, _) in ids.into_iter().flat_map(definitions) {
            let said = match by_priority {
                Some(table) => table.entry(id).map(|(key, node)| (key.clone(), node)),
                None => Some((TreeKey::at(id, &node.place), node)),
            };
            let Some((key, node)) = said else { continue };
            let path: Vec<&str> = path.iter().copied().chain([id]).collect();
            entries.0.push((key, self.target(&path, node, shape)));
        }
        if let Some((key, when)) = node.table().and_then(|table| table.entry(WHEN)) {
            let path: Vec<&str> = path.iter().copied().chain([WHEN]).collect();
            let when = self.value(&path, when, &schema::WHEN);
            entries.0.push((key.clone(), when));
        }
        self.node(path, node, TreeValue::Table(entries))
    }

    fn target(&self, path: &[&str], node: &Node, shape: &ValueShape) -> Node {
        let table = node.table().filter(|table| !table.has("one-of"));
        let alone;
        let table = match table {
            Some(table) => table,
            None => {
                alone = Table(vec![(TreeKey::at("within", &node.place), node.clone())]);
                &alone
            }
        };
        let shape = shape.table().expect("a target can be a table");
        let entries = self.entries(path, table, shape, &node.place);
        self.node(path, node, TreeValue::Table(entries))
    }

    /// Says at each word whether the plan includes it: yes, no, or agreed at signing.
    fn include(&self, key: &str, words: &mut Node) {
        let chosen = self.merged.plan.get(key);
        // a plan has all of these unless it says which
        if chosen.is_none() && ["priorities", "components"].contains(&key) {
            return;
        }
        if let Some(chosen) = chosen {
            words.layer = chosen.layer;
            let note = words.source.note.take();
            words.source = self.source(&[key], chosen);
            words.source.note = words.source.note.take().or(note);
        }
        let open = chosen.is_some_and(Node::is_open);
        let TreeValue::Table(table) = &mut words.value else {
            return;
        };
        for (word, node) in &mut table.0 {
            let TreeValue::Table(entries) = &mut node.value else {
                continue;
            };
            let included = match includes(chosen, &word.name, entries.flag("excluded")) {
                true if open => TreeValue::Text("open".to_owned()),
                included => TreeValue::Flag(included),
            };
            let place = chosen.map_or(&node.place, |node| &node.place);
            let layer = chosen.map_or(Layer::Default, |node| node.layer);
            let mut included = Node::of(included, place, layer);
            included.source = clause_alone(&words.source);
            entries.put("included", included);
        }
    }

    fn leaf(&self, path: &[&str], node: &Node) -> Node {
        let value = match &node.value {
            TreeValue::Table(table) => TreeValue::Table(Table(
                table
                    .0
                    .iter()
                    .filter(|(key, _)| !is_common(&key.name))
                    .cloned()
                    .collect(),
            )),
            TreeValue::Figure(text) | TreeValue::Date(text) => TreeValue::Text(text.clone()),
            other => other.clone(),
        };
        self.node(path, node, value)
    }

    fn node(&self, path: &[&str], node: &Node, value: TreeValue) -> Node {
        Node {
            source: self.source(path, node),
            ..Node::of(value, &node.place, node.layer)
        }
    }

    /// Whether a path is of a target whose figure the plan says itself.
    fn gives_another_figure(&self, path: &[&str]) -> bool {
        let target = match path {
            ["targets", _, WHEN, _, _, ..] => &path[..5],
            ["targets", _, priority, ..] if *priority != WHEN => &path[..3],
            _ => return false,
        };
        // one for every priority stands a step above
        let said = self.merged.plan.at(target);
        let said = said.or_else(|| self.merged.plan.at(&target[..target.len() - 1]));
        let figure = said.map(|said| {
            said.table()
                .and_then(|said| said.get("within"))
                .unwrap_or(said)
        });
        figure.is_some_and(|figure| figure.layer == Layer::Plan)
    }

    /// Where the source says the value at a path: looked for outward from who says it.
    fn source(&self, path: &[&str], node: &Node) -> Source {
        let roots: &[&Table] = match node.layer {
            Layer::Plan => &[self.own, self.file],
            _ => &[self.file],
        };
        let own = |key: &str| node.table()?.get(key)?.text().map(str::to_owned);
        let (clause, note) = match self.gives_another_figure(path) {
            true => (
                clause_of_figure(self.own, self.file, path),
                note_of_figure(self.own, self.file, path),
            ),
            false => (clause_at(roots, path), note_at(roots, path)),
        };
        Source {
            clause,
            note: own("note").or(note),
            conflict: own("conflicts-with"),
        }
    }
}

/// Another figure of the source, under the clause that it has itself.
fn other_figure(node: &Node, figure: &Table) -> Node {
    let clause = figure.get("clause").and_then(Node::text);
    let mut entries = Table::default();
    for (key, node) in figure.0.iter().filter(|(key, _)| !is_common(&key.name)) {
        let mut node = node.clone();
        node.source.clause = clause.map(str::to_owned);
        entries.0.push((key.clone(), node));
    }
    Node::of(TreeValue::Table(entries), &node.place, node.layer)
}

/// Says what holds at the keys of which nobody said anything; a word is called by its id.
pub(super) fn fill(entries: &mut Table, shape: &TableShape, id: &str, place: &Place) {
    for spec in shape.keys {
        if entries.has(spec.name) {
            continue;
        }
        let named = (spec.name == "title").then(|| TreeValue::Text(id.to_owned()));
        let node = named.map(|value| Node::of(value, place, Layer::Default));
        if let Some(node) = node.or_else(|| usual(spec, place)) {
            entries.put(spec.name, node);
        }
    }
}

/// What holds at a key of which nobody says anything, where that is a value.
fn usual(spec: &KeySpec, place: &Place) -> Option<Node> {
    let value = spec.usual()?;
    Some(Node::of(value, place, Layer::Default))
}

/// Says what a reopening does to a milestone of which the file does not say it.
pub(super) fn reopened_as_usual(milestone: &mut Table, place: &Place) {
    if !milestone.has("on-reopen") {
        let usual = usual_reopening(milestone);
        milestone.put("on-reopen", Node::of(usual, place, Layer::Default));
    }
}

/// What a reopening does to a milestone of which nobody says it: where a resolution meets it the
/// clock goes on.
pub(in crate::plans) fn usual_reopening(milestone: &Table) -> TreeValue {
    let acts = milestone.get("met-by").map(|node| match node.table() {
        Some(table) => table.get("all-of").map(Node::texts).unwrap_or_default(),
        None => node.texts(),
    });
    let ends = |act: &String| ["resolved", "closed"].contains(&act.as_str());
    let word = match acts.unwrap_or_default().iter().any(ends) {
        true => "continue",
        false => "keep",
    };
    TreeValue::Text(word.to_owned())
}

/// Whether a plan includes a word: by its list, by a list of those it lacks, else all of the file
/// save those marked `excluded`.
fn includes(chosen: Option<&Node>, id: &str, excluded: bool) -> bool {
    let in_list = |node: &Node| {
        let list = node.list().unwrap_or_default();
        list.iter().any(|item| item.text() == Some(id))
    };
    let Some(chosen) = chosen else {
        return !excluded;
    };
    match &chosen.value {
        TreeValue::List(_) => in_list(chosen),
        TreeValue::Table(table) => match (table.get("all-but"), table.get("one-of")) {
            (Some(lacking), _) => !excluded && !in_list(lacking),
            (None, Some(choices)) => in_list(choices),
            (None, None) => !excluded,
        },
        _ => !excluded,
    }
}

fn clause_alone(source: &Source) -> Source {
    Source {
        clause: source.clause.clone(),
        ..Source::default()
    }
}
