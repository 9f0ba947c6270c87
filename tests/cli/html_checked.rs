//! What WCAG asks of a page in html and can be found in it without a browser: its language and
//! title, headings in order, tables whose heads say what they head, pictures with words, links that
//! lead somewhere, and letters that stand out.

use std::collections::BTreeSet;

use crate::sandbox::Sandbox;
use crate::totals::LANGUAGES;

/// A tag that opens: its name and its attributes as written.
struct Tag<'p> {
    name: &'p str,
    attributes: &'p str,
    /// What follows it.
    rest: &'p str,
}

impl<'p> Tag<'p> {
    fn all(page: &'p str) -> Vec<Tag<'p>> {
        let tags = page.match_indices('<').filter_map(|(at, _)| {
            let (inside, rest) = page[at + 1..].split_once('>')?;
            let name_ends = inside.find([' ', '/']).unwrap_or(inside.len());
            let (name, attributes) = inside.split_at(name_ends);
            name.starts_with(|c: char| c.is_ascii_lowercase())
                .then_some(Tag {
                    name,
                    attributes,
                    rest,
                })
        });
        tags.collect()
    }

    fn attribute(&self, key: &str) -> Option<&'p str> {
        let (_, value) = self.attributes.split_once(&format!(" {key}=\""))?;
        value.split_once('"').map(|(value, _)| value)
    }
}

/// What is wrong with a page, in words.
fn faults(page: &str, language: &str) -> Vec<String> {
    let tags = Tag::all(page);
    let named = |name: &'static str| tags.iter().filter(move |tag| tag.name == name);
    let mut faults = Vec::new();
    let mut holds = |is_right: bool, says: String| {
        if !is_right {
            faults.push(says);
        }
    };
    // 3.1.1, 1.3.2
    let html: Vec<&Tag<'_>> = named("html").collect();
    holds(html.len() == 1, "one html".to_owned());
    let lang = html[0].attribute("lang");
    holds(lang == Some(language), format!("lang {lang:?}"));
    let dir = html[0].attribute("dir");
    let wanted = (language == "ar").then_some("rtl");
    holds(
        dir.filter(|dir| *dir != "ltr") == wanted,
        format!("dir {dir:?}"),
    );
    // 2.4.2
    let title = named("title").next().map(|tag| tag.rest);
    holds(
        title.is_some_and(|rest| !rest.starts_with('<')),
        "a title".to_owned(),
    );
    // 2.4.1, 1.3.1
    holds(named("main").count() == 1, "one main".to_owned());
    let levels = tags.iter().filter_map(|tag| {
        let level = tag.name.strip_prefix('h')?;
        level.parse::<u32>().ok()
    });
    let levels: Vec<u32> = levels.collect();
    holds(levels.first() == Some(&1), format!("headings {levels:?}"));
    let ones = levels.iter().filter(|level| **level == 1).count();
    holds(ones == 1, format!("headings {levels:?}"));
    holds(
        levels.windows(2).all(|two| two[1] <= two[0] + 1),
        format!("headings {levels:?}"),
    );
    for tag in named("th") {
        let scope = tag.attribute("scope");
        holds(
            matches!(scope, Some("col" | "row" | "rowgroup" | "colgroup")),
            format!(
                "scope {scope:?} of {}",
                tag.rest.chars().take(40).collect::<String>()
            ),
        );
    }
    for table in page.split("<table").skip(1) {
        let table = table.split("</table>").next().unwrap_or_default();
        holds(
            table.contains("<thead") && table.contains("<th"),
            format!("heads of {}", table.chars().take(60).collect::<String>()),
        );
    }
    // 1.1.1
    for tag in named("svg").chain(named("img")) {
        let says = tag.attribute("aria-label").or(tag.attribute("alt"));
        holds(
            says.is_some_and(|says| !says.trim().is_empty()),
            "words for a picture".to_owned(),
        );
        holds(tag.attribute("role") == Some("img"), "a role".to_owned());
    }
    // 2.4.4, 4.1.1
    let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.attribute("id")).collect();
    let places: BTreeSet<&str> = ids.iter().copied().collect();
    holds(places.len() == ids.len(), format!("ids {ids:?}"));
    for tag in named("a") {
        let to = tag.attribute("href").unwrap_or_default();
        holds(
            to.strip_prefix('#').is_some_and(|to| places.contains(to)),
            format!("a link to {to}"),
        );
        holds(!tag.rest.starts_with("</a>"), "a link without words".into());
    }
    // 1.4.4, 1.4.10: who enlarges it is not kept from it
    let zoom = page.contains("user-scalable") || page.contains("maximum-scale");
    holds(!zoom, "zoom".to_owned());
    faults
}

/// How light a colour is, by WCAG.
fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let digits: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => digits.to_owned(),
    };
    let part = |at: usize| {
        let value = u8::from_str_radix(&digits[at..at + 2], 16).expect("a colour");
        let value = f64::from(value) / 255.0;
        match value <= 0.04045 {
            true => value / 12.92,
            false => ((value + 0.055) / 1.055).powf(2.4),
        }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colours of a style sheet that stand behind a key, each once.
fn colours<'s>(style: &'s str, key: &str) -> BTreeSet<&'s str> {
    let values = style.split(['{', '}', ';']).filter_map(|rule| {
        let (name, value) = rule.split_once(':')?;
        (name == key && value.starts_with('#')).then_some(value)
    });
    values.collect()
}

#[test]
fn pages_in_html_keep_what_can_be_checked_of_wcag() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk demo demo --tickets 60 --seed 2");
    for language in LANGUAGES {
        for asked in [
            "report quarterly customer:acme --period this-quarter --tickets",
            "report quarterly --period this-quarter",
            "report sla --period this-quarter --by priority",
            "report breaches --period this-quarter",
            "report usage --period this-quarter",
            "report workload --period this-quarter",
            "report billing --period this-quarter",
            "report whatif customer:acme --set targets.response.high=30m --period this-quarter",
            "explain 60",
            "plan compare creatio csd-group",
        ] {
            let ran = sandbox.run(&format!(
                "sladesk --db demo/desk.db {asked} --lang {language} -f html"
            ));
            assert_eq!(ran.status, 0, "{asked} {language}: {}", ran.stderr);
            let found = faults(&ran.stdout, language);
            assert!(found.is_empty(), "{asked} {language}: {found:#?}");
        }
    }
}

#[test]
fn letters_of_a_page_stand_out() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk demo demo --tickets 5 --seed 2");
    let page = sandbox.done("sladesk --db demo/desk.db report sla -f html");
    let style = page.split_once("<style>").expect("a style").1;
    let style = style.split_once("</style>").expect("its end").0;
    let grounds: BTreeSet<&str> = colours(style, "background");
    let letters = colours(style, "color");
    assert!(grounds.contains("#fff") && letters.len() > 4, "{style}");
    for ground in &grounds {
        for colour in letters.iter().chain(["#1a1a1a"].iter()) {
            let contrast = contrast(colour, ground);
            assert!(contrast >= 4.5, "{colour} on {ground}: {contrast:.2}");
        }
    }
    // what only measures and parts: 3 to 1
    for colour in colours(style, "fill")
        .iter()
        .chain(&colours(style, "stroke"))
    {
        let contrast = contrast(colour, "#fff");
        assert!(contrast >= 3.0, "{colour}: {contrast:.2}");
    }
}

#[test]
fn a_page_with_faults_is_told_of_each() {
    let page = "<html lang=\"en\"><title></title><main><h1>A</h1><h3>B</h3><table><tr><th>C</th></tr></table><svg></svg><a href=\"#x\"></a></main></html>";
    let found = faults(page, "ru");
    for fault in [
        "lang",
        "title",
        "headings",
        "scope",
        "heads",
        "picture",
        "link to #x",
        "without words",
    ] {
        assert!(
            found.iter().any(|says| says.contains(fault)),
            "{fault}: {found:?}"
        );
    }
    assert!((contrast("#000", "#fff") - 21.0).abs() < 0.01);
}
