//! How a server answers: by the same indexes as a file. Its plans are drawn in other words, so they
//! are held against those beside the statements by what matters: what is walked through, what is
//! sorted.

use crate::store::engine::Engine;

/// With tables that are as good as empty a server would rather read all of them, and sort: what is
/// asked for is what it can do without.
const WITHOUT: &str = "SET enable_seqscan = off;\nSET enable_sort = off;\nSET enable_bitmapscan = off;\n\
                       SET enable_hashjoin = off;\nSET enable_mergejoin = off;\nSET enable_material = off;\n\
                       SET plan_cache_mode = force_generic_plan";

/// The server's plan, whatever the values will be.
fn drawn(engine: &dyn Engine, text: &str) -> Vec<String> {
    let values = (1..)
        .take_while(|n| text.contains(&format!("${n}")))
        .count();
    let values = match values {
        0 => String::new(),
        many => format!("({})", vec!["NULL"; many].join(", ")),
    };
    engine.script(WITHOUT).unwrap();
    let made = engine.script(&format!("PREPARE asked AS {text}"));
    made.unwrap_or_else(|error| panic!("{text}: {error:?}"));
    let asked = format!("EXPLAIN (COSTS OFF) EXECUTE asked{values}");
    let drawn = engine.rows(&asked, &[], |c| c.take::<String>()).unwrap();
    engine.script("DEALLOCATE asked").unwrap();
    drawn
}

/// What a plan walks through, table or index, from its one end to the other.
fn walks(drawn: &[String]) -> Vec<String> {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut walks = Vec::new();
    for (place, line) in drawn.iter().enumerate() {
        let node = line.trim_start().trim_start_matches("->").trim_start();
        if node.starts_with("Seq Scan on ") {
            walks.push(node.to_owned());
        }
        let by_index = node.starts_with("Index Scan") || node.starts_with("Index Only Scan");
        if by_index || node.starts_with("Bitmap Index Scan") {
            let below = drawn[place + 1..].iter();
            let mut own =
                below.take_while(|below| depth(below) > depth(line) && !below.contains("->"));
            if !own.any(|own| own.trim_start().starts_with("Index Cond: ")) {
                walks.push(node.to_owned());
            }
        }
    }
    walks
}

/// In what a server answers otherwise than by that plan of a file, if in anything that costs more.
pub(super) fn costs_more(engine: &dyn Engine, text: &str, plan: &str) -> Option<String> {
    let drawn = drawn(engine, text);
    let (walks, sorts) = (
        walks(&drawn).len(),
        drawn
            .iter()
            .filter(|line| line.contains("Sort Key: "))
            .count(),
    );
    let of_file = |word: &str| {
        plan.split("; ")
            .filter(|step| step.starts_with(word))
            .count()
    };
    let more = walks > of_file("SCAN") || sorts > of_file("USE TEMP B-TREE");
    more.then(|| drawn.join("\n    "))
}
