//! Reads the sentences of every language and makes a key and a function of each message, so that
//! a message that a language lacks, or says with other values, does not build; and says where in
//! memory the program is linked for.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::{env, fs, path::PathBuf};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser::parse;

/// The files, and the language that says which messages there are.
const LANGUAGES: [&str; 5] = ["en", "vi", "ru", "es", "ar"];

/// Messages that are looked up by the word of a column or of a closed list: they take no values.
const BY_WORD: [&str; 2] = ["column-", "word-"];

/// Messages that are looked up by a code of a plan's term.
const BY_CODE: [&str; 1] = ["term-"];

/// The plural classes of whole numbers that each language has and fluent chooses.
const CLASSES: [(&str, &[&str]); 5] = [
    ("en", &["one", "other"]),
    ("vi", &["other"]),
    ("ru", &["one", "few", "many", "other"]),
    ("es", &["one", "other"]),
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
];

/// The values of each message, in the order of their names.
type Messages = BTreeMap<String, Vec<String>>;

fn main() {
    let folder = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("src/wording");
    println!("cargo::rerun-if-changed=src/wording/build.rs");
    let mut mistakes = String::new();
    let mut languages = Vec::new();
    for language in LANGUAGES {
        let file = folder.join(format!("{language}.ftl"));
        println!("cargo::rerun-if-changed={}", file.display());
        let text =
            fs::read_to_string(&file).unwrap_or_else(|error| panic!("{language}.ftl: {error}"));
        languages.push((language, messages(language, &text, &mut mistakes)));
    }
    let (_, all) = languages.remove(0);
    for (language, own) in &languages {
        compare(language, &all, own, &mut mistakes);
    }
    assert!(mistakes.is_empty(), "\n{mistakes}");
    let out = PathBuf::from(variable("OUT_DIR")).join("messages.rs");
    fs::write(out, generated(&all)).expect("the folder for what is generated");
    at_a_fixed_place();
}

/// The program is linked for a fixed place in memory where the linker is known to do that: every
/// start would otherwise write forty thousand addresses into pages that then are read from no file.
fn at_a_fixed_place() {
    let target = |what| variable(&format!("CARGO_CFG_TARGET_{what}"));
    // what the C library is linked into brings a start of its own, which must be able to move
    let whole = target("FEATURE")
        .split(',')
        .any(|feature| feature == "crt-static");
    if target("OS") == "linux" && target("ENV") == "gnu" && !whole {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

/// The environment is how a build script is told where to read and to write.
#[allow(clippy::disallowed_methods)]
fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn messages(language: &str, text: &str, mistakes: &mut String) -> Messages {
    let resource = match parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = text[..error.pos.start].lines().count();
                let _ = writeln!(mistakes, "{language}.ftl:{line}: {error}");
            }
            resource
        }
    };
    let mut all = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let id = message.id.name.to_owned();
        let (mut values, mut named) = (Vec::new(), Vec::new());
        match &message.value {
            Some(pattern) => of_pattern(pattern, &mut values, &mut named),
            None => {
                let _ = writeln!(mistakes, "{language}.ftl: {id} says nothing");
            }
        }
        let lacks = |class: &&String| {
            let classes = CLASSES.iter().find(|(known, _)| *known == language);
            classes.is_none_or(|(_, classes)| !classes.contains(&class.as_str()))
        };
        for class in named.iter().filter(lacks) {
            let _ = writeln!(mistakes, "{language}.ftl: {id} names the class {class}");
        }
        if BY_WORD.iter().any(|prefix| id.starts_with(prefix)) && !values.is_empty() {
            let _ = writeln!(mistakes, "{language}.ftl: {id} takes no values");
        }
        // rewording a sentence changes no call
        values.sort();
        if all.insert(id.clone(), values).is_some() {
            let _ = writeln!(mistakes, "{language}.ftl: {id} stands twice");
        }
    }
    all
}

/// The values that a pattern is said with, and the plural classes that it names.
fn of_pattern(pattern: &Pattern<&str>, values: &mut Vec<String>, named: &mut Vec<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, values, named);
        }
    }
}

fn of_expression(expression: &Expression<&str>, values: &mut Vec<String>, named: &mut Vec<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, values, named),
        Expression::Select { selector, variants } => {
            of_inline(selector, values, named);
            for variant in variants {
                if let VariantKey::Identifier { name } = variant.key {
                    named.push(name.to_owned());
                }
                of_pattern(&variant.value, values, named);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, values: &mut Vec<String>, named: &mut Vec<String>) {
    match inline {
        InlineExpression::VariableReference { id }
            if !values.iter().any(|known| known == id.name) =>
        {
            values.push(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, values, named),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                of_inline(argument, values, named);
            }
        }
        _ => {}
    }
}

fn compare(language: &str, all: &Messages, own: &Messages, mistakes: &mut String) {
    for (id, values) in all {
        match own.get(id) {
            None => {
                let _ = writeln!(mistakes, "{language}.ftl lacks {id}");
            }
            Some(of_own) => {
                if values != of_own {
                    let _ = writeln!(
                        mistakes,
                        "{language}.ftl: {id} has the values {of_own:?}, in English {values:?}"
                    );
                }
            }
        }
    }
    for id in own.keys().filter(|id| !all.contains_key(*id)) {
        let _ = writeln!(mistakes, "{language}.ftl: English has no {id}");
    }
}

/// The keys as an enum, and a function for each message that is not looked up by a word.
fn generated(all: &Messages) -> String {
    let mut out = String::new();
    let push = |out: &mut String, line: &str| {
        out.push_str(line);
        out.push('\n');
    };
    push(&mut out, "/// Which message of the language files.");
    push(
        &mut out,
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]",
    );
    push(&mut out, "pub(crate) enum Key {");
    for id in all.keys() {
        let _ = writeln!(out, "    {},", variant(id));
    }
    push(&mut out, "}\n\nimpl Key {");
    push(
        &mut out,
        "    /// All of them, in the order of their names, with the values that each takes.",
    );
    let _ = writeln!(
        out,
        "    pub(super) const ALL: [(Key, &'static str, &'static [&'static str]); {}] = [",
        all.len()
    );
    for (id, values) in all {
        let _ = writeln!(out, "        (Key::{}, {id:?}, &{values:?}),", variant(id));
    }
    push(&mut out, "    ];\n}\n");
    push(&mut out, "/// A function for each message.");
    push(&mut out, "#[allow(clippy::too_many_arguments)]");
    // without pdf nobody says what stands on its pages alone
    push(
        &mut out,
        "#[cfg_attr(not(feature = \"pdf\"), allow(dead_code))]",
    );
    push(
        &mut out,
        "pub(crate) mod said {\n    use super::{Key, Message};\n",
    );
    let looked_up = |id: &str| {
        let mut prefixes = BY_WORD.iter().chain(&BY_CODE);
        prefixes.any(|prefix| id.starts_with(prefix))
    };
    for (id, values) in all.iter().filter(|(id, _)| !looked_up(id)) {
        let name = id.replace('-', "_");
        let takes: Vec<String> = values
            .iter()
            .map(|value| format!("{}: impl Into<A>", argument(value)))
            .collect();
        let gives: Vec<String> = values
            .iter()
            .map(|value| format!("({value:?}, {}.into())", argument(value)))
            .collect();
        let _ = writeln!(
            out,
            "    pub(crate) fn {name}<A>({}) -> Message<A> {{\n        Message {{ key: Key::{}, values: vec![{}] }}\n    }}",
            takes.join(", "),
            variant(id),
            gives.join(", "),
        );
    }
    push(&mut out, "}");
    out
}

/// `quarter-kept` to `QuarterKept`.
fn variant(id: &str) -> String {
    let words = id.split(['-', '_']).map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}

/// The name of a parameter; none may be a word of Rust.
fn argument(value: &str) -> String {
    value.replace('-', "_")
}
