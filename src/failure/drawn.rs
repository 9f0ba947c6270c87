//! A failure drawn: in lines for people, as an object for scripts.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::Failure;
use crate::core::text::{shortened, visible_json, visible_line, visible_text, wrapped};

/// Whether escape codes for colour are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColorMode {
    Plain,
    Coloured,
}

/// Facts are wrapped so that no line of them is longer.
const WIDTH: usize = 90;

impl Failure {
    /// For people, on stderr: `error:`, facts, causes, hints.
    pub(crate) fn drawn(&self, color_mode: ColorMode) -> String {
        let mut out = String::new();
        self.draw_into(&mut out, color_mode);
        out
    }

    fn draw_into(&self, out: &mut String, color_mode: ColorMode) {
        let inner = &self.inner;
        out.push_str(&label("error:", RED, color_mode));
        out.push(' ');
        out.push_str(&visible_line(&shortened(&inner.message)));
        if let Some(clause) = &inner.clause {
            out.push_str(&format!(" ({})", visible_line(&shortened(clause))));
        }
        out.push('\n');
        if let Some(excerpt) = &inner.excerpt {
            out.push_str(visible_text(excerpt).trim_end_matches('\n'));
            out.push('\n');
        }
        for line in inner
            .facts
            .iter()
            .flat_map(|fact| wrapped(&visible_line(&shortened(fact)), WIDTH - 2))
        {
            out.push_str(&format!("  {line}\n"));
        }
        for (title, sentences) in [("cause:", &inner.causes), ("hint:", &inner.hints)] {
            let title = label(title, CYAN, color_mode);
            for sentence in sentences.iter().map(|sentence| shortened(sentence)) {
                out.push_str(&format!("{title} {}\n", visible_line(&sentence)));
            }
        }
        for other in &inner.also {
            out.push('\n');
            other.draw_into(out, color_mode);
        }
    }

    /// For scripts, on stderr with `-f json` and `jsonl`: one object on one line.
    pub(crate) fn json(&self) -> String {
        let mut object = self.object();
        if !self.inner.also.is_empty() {
            let others = self.inner.also.iter().map(|other| other.object().into());
            object.insert("also".to_owned(), Value::Array(others.collect()));
        }
        visible_json(&json!({ "error": object }).to_string()).into_owned()
    }

    fn object(&self) -> Map<String, Value> {
        let inner = &self.inner;
        let place = inner.place.as_ref().map(|place| {
            json!({
                "file": place.file.display().to_string(),
                "line": place.line,
                "column": place.column,
            })
        });
        let mut object = Map::new();
        for (key, value) in [
            ("code", json!(inner.exit.code())),
            ("kind", json!(inner.kind)),
            ("message", json!(shortened(&inner.message))),
            ("clause", json!(inner.clause)),
            ("hints", json!(all_shortened(&inner.hints))),
            ("place", json!(place)),
            ("facts", json!(all_shortened(&inner.facts))),
        ] {
            object.insert(key.to_owned(), value);
        }
        if !inner.causes.is_empty() {
            object.insert("causes".to_owned(), json!(all_shortened(&inner.causes)));
        }
        object
    }
}

fn all_shortened(sentences: &[String]) -> Vec<Cow<'_, str>> {
    sentences
        .iter()
        .map(|sentence| shortened(sentence))
        .collect()
}

const RED: anstyle::Style = anstyle::AnsiColor::Red.on_default().bold();
const CYAN: anstyle::Style = anstyle::AnsiColor::Cyan.on_default().bold();

fn label(text: &str, style: anstyle::Style, color_mode: ColorMode) -> String {
    match color_mode {
        ColorMode::Plain => text.to_owned(),
        ColorMode::Coloured => format!("{style}{text}{style:#}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_fact_is_cut_between_words_and_indented() {
        let failure = Failure::refused(
            "acme may not open this: bob@acme.example is not an authorised contact",
        )
        .clause("CR-1")
        .fact(
            "authorised (4 of 5 seats): dana@acme.example, luis@acme.example, eva@acme.example, \
             ines@acme.example",
        )
        .hint(
            "`--refuse` keeps the request as refused, `--override contact -m WHY` opens it all \
             the same",
        );
        let expected = "\
error: acme may not open this: bob@acme.example is not an authorised contact (CR-1)
  authorised (4 of 5 seats): dana@acme.example, luis@acme.example, eva@acme.example,
  ines@acme.example
hint: `--refuse` keeps the request as refused, `--override contact -m WHY` opens it all the same
";
        assert_eq!(failure.drawn(ColorMode::Plain), expected);
    }

    #[test]
    fn an_excerpt_stands_between_the_message_and_the_hint() {
        let failure = Failure::bad_file("unknown key `pausedby` in [milestones.resolution]")
            .excerpt("  --> plans/acme.toml:23:1\n   |\n")
            .meant(Some("paused-by"));
        let expected = "\
error: unknown key `pausedby` in [milestones.resolution]
  --> plans/acme.toml:23:1
   |
hint: did you mean `paused-by`?
";
        assert_eq!(failure.drawn(ColorMode::Plain), expected);
    }

    #[test]
    fn an_unexpected_failure_tells_what_it_came_from() {
        let system = std::io::Error::other("the cable is out");
        let error = anyhow::Error::new(system).context("cannot reach the disk");
        let failure = Failure::from(error.context("the desk could not be read"));
        let drawn = failure.drawn(ColorMode::Plain);
        assert_eq!(
            drawn,
            "error: the desk could not be read\ncause: cannot reach the disk\n\
             cause: the cable is out\n"
        );
        let json: Value = serde_json::from_str(&failure.json()).expect("valid JSON");
        assert_eq!(
            json["error"]["causes"],
            json!(["cannot reach the disk", "the cable is out"])
        );
        assert_eq!(json["error"]["code"], 1);
    }

    #[test]
    fn what_people_can_mend_has_no_causes() {
        let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
        let failure = Failure::io("read", std::path::Path::new("x.toml"), &missing);
        assert!(!failure.drawn(ColorMode::Plain).contains("cause:"));
        assert!(!failure.json().contains("causes"));
    }

    #[test]
    fn a_third_hint_is_one_too_many() {
        let failure = Failure::usage("x").hint("a").hint("b").hint("c");
        assert_eq!(
            failure.drawn(ColorMode::Plain),
            "error: x\nhint: a\nhint: b\n"
        );
    }

    #[test]
    fn several_failures_are_all_shown_and_all_in_the_json() {
        let failure = Failure::bad_file("one").and(Failure::bad_file("two"));
        assert_eq!(
            failure.drawn(ColorMode::Plain),
            "error: one\n\nerror: two\n"
        );
        let json: Value = serde_json::from_str(&failure.json()).expect("valid JSON");
        assert_eq!(json["error"]["also"][0]["message"], "two");
    }

    #[test]
    fn what_was_typed_cannot_harm_the_terminal_it_is_said_on() {
        let drawn = Failure::usage("no command `\u{1b}[2J`").drawn(ColorMode::Plain);
        assert_eq!(drawn, "error: no command `␛[2J`\n");
    }

    #[test]
    fn scripts_are_told_the_same_and_their_terminal_is_safe_too() {
        let said = "no command `\u{9b}2J\u{202e}\u{7f}`";
        let json = Failure::usage(said).json();
        assert_eq!(visible_line(&json), json);
        let read: Value = serde_json::from_str(&json).expect("valid JSON");
        assert_eq!(read["error"]["message"], said);
    }

    #[test]
    fn what_is_quoted_without_end_is_quoted_by_its_beginning() {
        let endless = "x".repeat(1_000_000);
        let failure = Failure::usage(format!("no command `{endless}`"))
            .fact(endless.clone())
            .hint(endless);
        assert!(failure.drawn(ColorMode::Plain).len() < 1_000);
        assert!(failure.json().len() < 1_000);
    }

    #[test]
    fn colour_marks_the_labels_only() {
        let drawn = Failure::usage("x").hint("y").drawn(ColorMode::Coloured);
        assert_eq!(
            drawn,
            "\u{1b}[1m\u{1b}[31merror:\u{1b}[0m x\n\u{1b}[1m\u{1b}[36mhint:\u{1b}[0m y\n"
        );
    }
}

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() {
        use crate::failure::Failure;
        let failure = Failure::usage("no format `yaml`").hint("formats: json, csv");
        assert_eq!(
            failure.json(),
            r#"{"error":{"code":2,"kind":"usage","message":"no format `yaml`","clause":null,"hints":["formats: json, csv"],"place":null,"facts":[]}}"#,
        );
    }
}
