//! An amendment changes the terms that were signed, never the plan they once came from.
//!
//! What an amendment says is worked out on the plan file, which may have been edited since the
//! signing. So it is worked out twice, without it and with it, and what differs between the two
//! is carried over to the frozen terms; all else stays as it was signed.

use serde_json::{Map, Value};

use super::Terms;

impl Terms {
    /// These terms with all that differs from `before` to `after`.
    ///
    /// # Errors
    /// The result is no terms: the plan has changed so much that what differs has no place here.
    pub fn carried(&self, before: &Terms, after: &Terms) -> Result<Terms, serde_json::Error> {
        let (frozen, before) = (serde_json::to_value(self)?, serde_json::to_value(before)?);
        let carried = carried(&frozen, &before, &serde_json::to_value(after)?);
        serde_json::from_value(carried)
    }
}

fn carried(frozen: &Value, before: &Value, after: &Value) -> Value {
    match (frozen, before, after) {
        _ if before == after => frozen.clone(),
        (Value::Object(frozen), Value::Object(before), Value::Object(after)) => {
            Value::Object(object(frozen, before, after))
        }
        (Value::Array(frozen), Value::Array(before), Value::Array(after)) => {
            Value::Array(array(frozen, before, after))
        }
        _ => after.clone(),
    }
}

fn object(
    frozen: &Map<String, Value>,
    before: &Map<String, Value>,
    after: &Map<String, Value>,
) -> Map<String, Value> {
    let mut result = frozen.clone();
    for key in before.keys().chain(after.keys()) {
        match (frozen.get(key), before.get(key), after.get(key)) {
            (_, before, after) if before == after => {}
            (Some(frozen), Some(before), Some(after)) => {
                result.insert(key.clone(), carried(frozen, before, after));
            }
            (_, _, Some(after)) => {
                result.insert(key.clone(), after.clone());
            }
            (_, _, None) => {
                result.remove(key);
            }
        }
    }
    result
}

/// Things that have an id are the same thing where the id is; others where they stand in line.
fn array(frozen: &[Value], before: &[Value], after: &[Value]) -> Vec<Value> {
    let ids = |list: &[Value]| list.iter().all(|item| id(item).is_some());
    if ids(frozen) && ids(before) && ids(after) {
        return by_id(frozen, before, after);
    }
    if frozen.len() == before.len() && before.len() == after.len() {
        let three = frozen.iter().zip(before).zip(after);
        return three.map(|((f, b), a)| carried(f, b, a)).collect();
    }
    after.to_vec()
}

fn by_id(frozen: &[Value], before: &[Value], after: &[Value]) -> Vec<Value> {
    let find = |list: &[Value], wanted: &Value| {
        let same = list.iter().find(|item| id(item) == id(wanted));
        same.cloned()
    };
    let mut result = Vec::new();
    for item in frozen {
        match (find(before, item), find(after, item)) {
            (Some(before), Some(after)) => result.push(carried(item, &before, &after)),
            (None, Some(after)) => result.push(after),
            (Some(_), None) => {}
            (None, None) => result.push(item.clone()),
        }
    }
    let new = |item: &&Value| find(frozen, item).is_none() && find(before, item).is_none();
    result.extend(after.iter().filter(new).cloned());
    result
}

fn id(item: &Value) -> Option<&Value> {
    item.get("id")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_was_edited_in_the_plan_since_stays_out_of_the_contract() {
        let frozen =
            json!({ "contacts": 5, "targets": [{ "id": "p1", "within": "1h" }], "old": 1 });
        let before =
            json!({ "contacts": 9, "targets": [{ "id": "p1", "within": "8h" }], "new": 1 });
        let after =
            json!({ "contacts": 9, "targets": [{ "id": "p1", "within": "30m" }], "new": 1 });
        assert_eq!(
            carried(&frozen, &before, &after),
            json!({ "contacts": 5, "targets": [{ "id": "p1", "within": "30m" }], "old": 1 })
        );
    }

    #[test]
    fn things_come_and_go_by_their_id_and_by_their_place_in_line() {
        for (frozen, before, after, expected) in [
            (
                json!([{ "id": "a" }]),
                json!([]),
                json!([{ "id": "b" }]),
                json!([{ "id": "a" }, { "id": "b" }]),
            ),
            (
                json!([{ "id": "a" }, { "id": "b" }]),
                json!([{ "id": "a" }]),
                json!([]),
                json!([{ "id": "b" }]),
            ),
            (
                json!([1, 2, 3]),
                json!([1, 7, 3]),
                json!([1, 7, 4]),
                json!([1, 2, 4]),
            ),
            (
                json!([1]),
                json!([1, 2]),
                json!([1, 2, 3]),
                json!([1, 2, 3]),
            ),
            (
                json!({ "a": 1, "b": 2 }),
                json!({ "a": 1 }),
                json!({}),
                json!({ "b": 2 }),
            ),
        ] {
            assert_eq!(carried(&frozen, &before, &after), expected);
        }
    }

    fn tree() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![(0..3).prop_map(|n| json!(n)), Just(Value::Null)];
        leaf.prop_recursive(3, 12, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::Array),
                prop::collection::btree_map("[a-c]", inner, 0..3)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn an_unchanged_plan_takes_the_amendment_as_it_is(plan in tree(), amended in tree()) {
            prop_assert_eq!(carried(&plan, &plan, &amended), amended);
        }

        #[test]
        fn an_amendment_that_says_nothing_changes_nothing(frozen in tree(), plan in tree()) {
            prop_assert_eq!(carried(&frozen, &plan, &plan), frozen);
        }
    }
}
