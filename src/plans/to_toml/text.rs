//! TOML by hand: the order of keys means something in a plan file, and few kinds of values occur.

use crate::core::terms::{Source, Terms};

/// A text as TOML has it.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The entries of an inline table.
#[derive(Default)]
pub(super) struct Entries(Vec<String>);

impl Entries {
    /// A value that is TOML already.
    pub(super) fn raw(&mut self, key: &str, value: &str) {
        self.0.push(format!("{key} = {value}"));
    }

    pub(super) fn text(&mut self, key: &str, text: Option<&str>) {
        self.0
            .extend(text.map(|text| format!("{key} = {}", quoted(text))));
    }

    pub(super) fn texts(&mut self, key: &str, texts: &[String]) {
        if !texts.is_empty() {
            self.raw(key, &super::list(texts));
        }
    }

    pub(super) fn flag(&mut self, key: &str, flag: bool) {
        if flag {
            self.raw(key, "true");
        }
    }

    pub(super) fn source(&mut self, source: &Source) {
        self.text("clause", source.clause.as_deref());
        self.text("note", source.note.as_deref());
        self.text("conflicts-with", source.conflict.as_deref());
    }

    /// The source of what stands in the plan: what no clause says is kept from the plan's own.
    pub(super) fn source_in(&mut self, terms: &Terms, source: &Source) {
        if source.clause.is_none() && terms.source.clause.is_some() {
            self.text("clause", Some(""));
        }
        self.source(source);
    }

    pub(super) fn inline(&self) -> String {
        format!("{{ {} }}", self.0.join(", "))
    }
}
