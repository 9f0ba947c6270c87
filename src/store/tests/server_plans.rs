//! How a server answers: by the same indexes as a file. Its plans are drawn in other words, so they
//! are held against those beside the statements by what matters: what is walked through from its one
//! end to the other, and what is sorted of which the first alone are asked for.

use crate::store::engine::Engine;
use crate::store::schema;

/// Tables that are as good as empty are read as a whole by any server. What is asked is what it does
/// where that is dear: with and without sorting, of which there is no telling there either.
const DEAR: &str = "SET enable_seqscan = off;\nSET enable_bitmapscan = off;\n\
                    SET enable_hashjoin = off;\nSET enable_mergejoin = off;\n\
                    SET enable_material = off;\nSET plan_cache_mode = force_generic_plan";

/// Statements that a server answers otherwise, and why that is well.
const OTHERWISE: &[(&str, &str)] = &[(
    "SELECT id FROM event WHERE ticket = $1 ORDER BY id LIMIT 1",
    "its index of tickets does not hold the number of the event: a ticket's events are sorted",
)];

/// The server's plan, whatever the values will be.
fn drawn(engine: &dyn Engine, text: &str, sorts: &str) -> Vec<String> {
    let values = (1..)
        .take_while(|n| text.contains(&format!("${n}")))
        .count();
    let values = match values {
        0 => String::new(),
        many => format!("({})", vec!["NULL"; many].join(", ")),
    };
    let set = format!("{DEAR};\nSET enable_sort = {sorts}");
    engine.script(&set).unwrap();
    let made = engine.script(&format!("PREPARE asked AS {text}"));
    made.unwrap_or_else(|error| panic!("{text}: {error:?}"));
    let asked = format!("EXPLAIN (COSTS OFF) EXECUTE asked{values}");
    let drawn = engine.rows(&asked, &[], |c| c.take::<String>()).unwrap();
    engine.script("DEALLOCATE asked").unwrap();
    drawn
}

/// Whether an index holds what is under way and not what is over, as its statement says.
fn is_of_the_present(node: &str) -> bool {
    let mut all = schema::statements().into_iter();
    let partial = |made: &str| {
        let name = made
            .split_whitespace()
            .skip_while(|word| *word != "INDEX")
            .nth(1);
        let over = made.contains(" WHERE ended IS NULL") || made.contains(" WHERE done IS NULL");
        over && name.is_some_and(|name| node.contains(&format!("{name} ")))
    };
    all.any(partial)
}

/// What a plan walks through, table or index, from its one end to the other.
fn walks(drawn: &[String]) -> usize {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut walks = 0;
    for (place, line) in drawn.iter().enumerate() {
        let node = line.trim_start().trim_start_matches("->").trim_start();
        let kinds = ["Index Scan ", "Index Only Scan ", "Bitmap Index Scan "];
        if node.starts_with("Seq Scan on ") {
            walks += 1;
        }
        if !kinds.iter().any(|kind| node.starts_with(kind)) || is_of_the_present(node) {
            continue;
        }
        let below = drawn[place + 1..].iter();
        let own: Vec<&str> = below
            .take_while(|below| depth(below) > depth(line) && !below.contains("->"))
            .map(|own| own.trim_start())
            .collect();
        let has = |what: &str| own.iter().any(|own| own.starts_with(what));
        let first_alone =
            place > 0 && drawn[place - 1].trim_end().ends_with("Limit") && !has("Filter: ");
        if !has("Index Cond: ") && !first_alone {
            walks += 1;
        }
    }
    walks
}

/// In what a server answers otherwise than by that plan of a file, if in anything that costs more.
pub(super) fn costs_more(engine: &dyn Engine, text: &str, plan: &str) -> Option<String> {
    let of_all = text.starts_with("DELETE") && !text.contains(" WHERE ");
    if of_all || OTHERWISE.iter().any(|(known, _)| *known == text) {
        return None;
    }
    let of_file = |word: &str| {
        plan.split("; ")
            .filter(|step| step.starts_with(word))
            .count()
    };
    // from which side to go about a list of numbers, a server judges by how many there are
    let walked = of_file("SCAN") + of_file("LIST SUBQUERY");
    let first_alone = text.contains(" LIMIT ");
    let mut dearer = Vec::new();
    for sorts in ["off", "on"] {
        let drawn = drawn(engine, text, sorts);
        let sorted = drawn
            .iter()
            .filter(|line| line.contains("Sort Key: "))
            .count();
        let dear_sort = first_alone && sorted > of_file("USE TEMP B-TREE");
        if walks(&drawn) <= walked && !dear_sort {
            return None;
        }
        dearer.extend(drawn);
    }
    Some(dearer.join("\n    "))
}
