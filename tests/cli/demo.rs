//! The demo desk.

use snapbox::str;

use crate::sandbox::Sandbox;

#[test]
fn a_demo_desk_is_the_same_for_the_same_seed_and_whole() {
    let place = Sandbox::new();
    place.shows(
        &[
            "sladesk demo one --tickets 25 --seed 7",
            "sladesk demo one --tickets 25 --seed 7",
            "sladesk --db one/desk.db db check",
        ],
        str![[r#"
$ sladesk demo one --tickets 25 --seed 7
a desk of 8 customers and 25 tickets at one/desk.db
try: sladesk --db one/desk.db overdue
     sladesk --db one/desk.db explain 13
     sladesk --db one/desk.db report quarterly
[exit 0]
$ sladesk demo one --tickets 25 --seed 7
error: one/desk.db is there already
[exit 5]
$ sladesk --db one/desk.db db check
the record is whole and all rows follow from it: 76 entries, 233 events, 25 tickets; 76 entries were made up by `demo`
[exit 0]

"#]],
    );
    place.done("sladesk demo two --tickets 25 --seed 7");
    let answers = |folder: &str| place.done(&format!("sladesk --db {folder}/desk.db list -f json"));
    assert_eq!(answers("one"), answers("two"));
    assert!(
        !place.path(".local").exists(),
        "the user's own desk is not touched"
    );
}
