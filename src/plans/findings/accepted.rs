//! `allow = ["code"]`: findings that the file knows of and accepts, for all that the table holds.

use super::codes::{CODES, severity};
use crate::core::text::nearest;
use crate::plans::diagnostic::{Diagnostic, Severity};
use crate::plans::tree::{Node, Table};

/// Codes of `allow` that no finding has, or that cannot be accepted.
pub(in crate::plans) fn bad_codes(root: &Table) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let acceptable = || {
        let soft = CODES
            .iter()
            .filter(|(_, severity)| *severity != Severity::Error);
        soft.map(|(code, _)| *code)
    };
    each_allow(root, &mut Vec::new(), &mut |path, code| {
        let Some(text) = code.text() else { return };
        if acceptable().any(|known| known == text) {
            return;
        }
        let message = match CODES.iter().any(|(known, _)| *known == text) {
            true => format!("`{text}` is a mistake and cannot be allowed"),
            false => format!("no finding has the code `{text}`"),
        };
        let finding = Diagnostic::error("unknown-code", &code.place, message).key(path.join("."));
        found.push(
            finding
                .expected(acceptable().map(str::to_owned).collect())
                .label("not a code of a warning or a note")
                .nearest(nearest(text, acceptable())),
        );
    });
    found
}

/// The findings that the file does not accept, and what it accepts in vain.
pub(super) fn without(root: &Table, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut allowed: Vec<(Vec<String>, Node, bool)> = Vec::new();
    each_allow(root, &mut Vec::new(), &mut |path, code| {
        allowed.push((path.to_vec(), code.clone(), false));
    });
    let mut kept = Vec::new();
    for finding in found {
        let path: Vec<&str> = finding
            .path
            .split('.')
            .filter(|part| !part.is_empty())
            .collect();
        let mut silenced = false;
        for (table, code, used) in &mut allowed {
            let inside = table.len() <= path.len() && table.iter().zip(&path).all(|(a, b)| a == b);
            if inside && code.text() == Some(finding.code) {
                *used = true;
                silenced = true;
            }
        }
        if !silenced || finding.severity == Severity::Error {
            kept.push(finding);
        }
    }
    let vain = allowed.into_iter().filter(|(_, _, used)| !used);
    kept.extend(vain.map(|(path, code, _)| {
        let text = code.text().unwrap_or_default();
        let message = format!("nothing here has the finding `{text}` any more");
        Diagnostic::new(severity("allows-nothing"), "allows-nothing", message)
            .at(&code.place)
            .label("it can go")
            .key(path.join("."))
    }));
    kept
}

fn each_allow(table: &Table, path: &mut Vec<String>, see: &mut dyn FnMut(&[String], &Node)) {
    for (key, node) in &table.0 {
        if key.name == "allow" {
            for code in node.list().unwrap_or_default() {
                see(path, code);
            }
        } else if let Some(inner) = node.table() {
            path.push(key.name.clone());
            each_allow(inner, path, see);
            path.pop();
        }
    }
}
