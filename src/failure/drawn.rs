//! A failure drawn: in lines for people, as an object for scripts.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};
use serde_json::{Map, Value, json};

use super::Failure;
use crate::core::text::{fitted, push_lines, shortened, visible_json, visible_line, wrapped};

/// Whether escape codes for colour are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColorMode {
    Plain,
    Coloured,
}

/// How a failure is drawn for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FailureView {
    pub color_mode: ColorMode,
    /// How wide its lines may be; none: as long as they are.
    pub width: Option<usize>,
}

/// Where no width is known, facts are wrapped so that no line of them is longer.
const WIDTH: usize = 90;

impl FailureView {
    /// In a pipe or a file.
    #[cfg(test)]
    pub(crate) const PLAIN: FailureView = FailureView {
        color_mode: ColorMode::Plain,
        width: None,
    };

    /// Facts are a list that is read, and are wrapped everywhere.
    fn facts(self, fact: &str) -> String {
        match self.width {
            Some(width) => {
                let mut lines = String::new();
                push_lines(&mut lines, fact, "  ", "  ", width);
                lines
            }
            None => {
                let lines = wrapped(fact, WIDTH - 2);
                lines.iter().map(|line| format!("  {line}\n")).collect()
            }
        }
    }

    /// A sentence behind its label, the further lines hung behind that.
    fn labelled(self, title: &str, style: Style, sentence: &str) -> String {
        let line = format!("{title} {}\n", visible_line(sentence));
        let line = match self.width {
            Some(width) => fitted(&line, width),
            None => line,
        };
        match self.color_mode {
            ColorMode::Plain => line,
            ColorMode::Coloured => format!("{style}{title}{style:#}{}", &line[title.len()..]),
        }
    }
}

impl Failure {
    /// For people, on stderr: `error:`, facts, causes, hints.
    pub(crate) fn drawn(&self, view: FailureView) -> String {
        let mut out = String::new();
        self.draw_into(&mut out, view);
        out
    }

    fn draw_into(&self, out: &mut String, view: FailureView) {
        let inner = &self.inner;
        let clause = inner.clause.as_ref();
        let clause = clause.map_or_else(String::new, |clause| format!(" ({})", shortened(clause)));
        let says = format!("{}{clause}", shortened(&inner.message));
        out.push_str(&view.labelled("error:", RED, &says));
        if let Some(line) = &inner.line {
            out.push_str(&line.drawn(view.width.unwrap_or(usize::MAX)));
            if !inner.hints.is_empty() {
                out.push_str(&format!("{} |\n", " ".repeat(line.margin())));
            }
        }
        for fact in &inner.facts {
            out.push_str(&view.facts(&visible_line(&shortened(fact))));
        }
        for (title, sentences) in [("cause:", &inner.causes), ("hint:", &inner.hints)] {
            for sentence in sentences {
                out.push_str(&view.labelled(title, CYAN, &shortened(sentence)));
            }
        }
        for other in &inner.also {
            out.push('\n');
            other.draw_into(out, view);
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

const RED: Style = AnsiColor::Red.on_default().bold();
const CYAN: Style = AnsiColor::Cyan.on_default().bold();

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::MarkedLine;

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
        assert_eq!(failure.drawn(FailureView::PLAIN), expected);
    }

    #[test]
    fn at_a_terminal_nothing_is_wider_and_sentences_hang_behind_their_label() {
        let failure = Failure::refused("acme may not open this: bob@acme.example is no contact")
            .clause("CR-1")
            .fact("authorised: dana@acme.example, luis@acme.example, eva@acme.example")
            .hint("`--refuse` keeps the request as refused");
        let view = FailureView {
            color_mode: ColorMode::Plain,
            width: Some(40),
        };
        let expected = "\
error: acme may not open this:
       bob@acme.example is no contact
       (CR-1)
  authorised: dana@acme.example,
  luis@acme.example, eva@acme.example
hint: `--refuse` keeps the request as
      refused
";
        assert_eq!(failure.drawn(view), expected);
    }

    #[test]
    fn an_excerpt_stands_between_the_message_and_the_hint() {
        let failure = Failure::bad_file("unknown key `pausedby` in [milestones.resolution]")
            .marked(MarkedLine {
                file: "plans/acme.toml".to_owned(),
                line: 23,
                column: 1,
                text: "pausedby = []".to_owned(),
                mark: 0..8,
                label: String::new(),
            })
            .meant(Some("paused-by"));
        let expected = "\
error: unknown key `pausedby` in [milestones.resolution]
  --> plans/acme.toml:23:1
   |
23 | pausedby = []
   | ^^^^^^^^
   |
hint: did you mean `paused-by`?
";
        assert_eq!(failure.drawn(FailureView::PLAIN), expected);
    }

    #[test]
    fn an_unexpected_failure_tells_what_it_came_from() {
        let system = std::io::Error::other("the cable is out");
        let error = anyhow::Error::new(system).context("cannot reach the disk");
        let failure = Failure::from(error.context("the desk could not be read"));
        let drawn = failure.drawn(FailureView::PLAIN);
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
        assert!(!failure.drawn(FailureView::PLAIN).contains("cause:"));
        assert!(!failure.json().contains("causes"));
    }

    #[test]
    fn a_third_hint_is_one_too_many() {
        let failure = Failure::usage("x").hint("a").hint("b").hint("c");
        assert_eq!(
            failure.drawn(FailureView::PLAIN),
            "error: x\nhint: a\nhint: b\n"
        );
    }

    #[test]
    fn several_failures_are_all_shown_and_all_in_the_json() {
        let failure = Failure::bad_file("one").and(Failure::bad_file("two"));
        assert_eq!(
            failure.drawn(FailureView::PLAIN),
            "error: one\n\nerror: two\n"
        );
        let json: Value = serde_json::from_str(&failure.json()).expect("valid JSON");
        assert_eq!(json["error"]["also"][0]["message"], "two");
    }

    #[test]
    fn what_was_typed_cannot_harm_the_terminal_it_is_said_on() {
        let drawn = Failure::usage("no command `\u{1b}[2J`").drawn(FailureView::PLAIN);
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
        assert!(failure.drawn(FailureView::PLAIN).len() < 1_000);
        assert!(failure.json().len() < 1_000);
    }

    #[test]
    fn colour_marks_the_labels_only() {
        let drawn = Failure::usage("x").hint("y").drawn(FailureView {
            color_mode: ColorMode::Coloured,
            width: None,
        });
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
