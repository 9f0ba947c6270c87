//! The topics of the help.

/// The topics that the first page of the help names.
pub fn named_on(page: &str) -> Vec<String> {
    let topics = page.lines().find_map(|line| line.strip_prefix("Topics: "));
    let topics: Vec<String> = topics
        .expect("the first page names the topics")
        .split(' ')
        .map(str::to_owned)
        .collect();
    assert!(topics.len() > 1, "{topics:?}");
    topics
}
