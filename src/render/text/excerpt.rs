//! What is said of a line of a file, with marks under the part that is meant.

use super::super::outcome::Excerpt;
use crate::plans::excerpt;

/// The excerpt, none of its lines wider than `width`.
pub(in crate::render) fn excerpt_lines(excerpt: &Excerpt, width: usize) -> String {
    let (line, hint) = (excerpt.line.as_ref(), excerpt.hint.as_deref());
    excerpt::drawn(excerpt.severity, &excerpt.says, line, hint, width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::text::columns;
    use crate::plans::MarkedLine;

    fn excerpt(text: &str, meant: &str, label: &str) -> Excerpt {
        let at = text.find(meant).expect("it stands there");
        Excerpt {
            severity: "error",
            says: "unknown key `pausedby` in [milestones.resolution]".to_owned(),
            line: Some(MarkedLine {
                file: "plans/acme.toml".to_owned(),
                line: 23,
                column: 1,
                text: text.to_owned(),
                mark: at..at + meant.len(),
                label: label.to_owned(),
            }),
            hint: Some("did you mean `paused-by`?".to_owned()),
        }
    }

    #[test]
    fn marks_stand_under_what_is_meant() {
        let excerpt = excerpt(
            "pausedby = [\"waiting\"]",
            "pausedby",
            "expected starts or until",
        );
        let expected = "\
error: unknown key `pausedby` in [milestones.resolution]
  --> plans/acme.toml:23:1
   |
23 | pausedby = [\"waiting\"]
   | ^^^^^^^^ expected starts or until
   |
hint: did you mean `paused-by`?
";
        assert_eq!(excerpt_lines(&excerpt, 80), expected);
    }

    #[test]
    fn of_a_line_that_does_not_fit_the_part_is_shown_that_is_meant() {
        let long = format!("names = [{}\"登录\", \"sue\"]", "\"bob\", ".repeat(40));
        let drawn = excerpt_lines(
            &excerpt(
                &long,
                "\"登录\"",
                "a word of the plan, in letters and hyphens",
            ),
            40,
        );
        let expected = "\
error: unknown key `pausedby` in
  [milestones.resolution]
  --> plans/acme.toml:23:1
   |
23 | …b\", \"bob\", \"登录\", \"sue\"]
   |             ^^^^^^
   | a word of the plan, in letters and
   | hyphens
   |
hint: did you mean `paused-by`?
";
        assert_eq!(drawn, expected);
    }

    #[test]
    fn no_line_is_wider_whatever_the_line_holds() {
        for text in [
            "\tx = \"\u{1b}[31m\"",
            "x",
            "登录登录登录登录登录登录登录登录x",
            "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻x",
        ] {
            for width in [20, 40, 80] {
                let drawn = excerpt_lines(
                    &excerpt(text, "x", "expected something that is said at length"),
                    width,
                );
                assert!(drawn.lines().all(|line| columns(line) <= width), "{drawn}");
                assert!(!drawn.contains('\u{1b}'));
            }
        }
    }
}
