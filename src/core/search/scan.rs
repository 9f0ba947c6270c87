//! The search without an index, in the plainest words: what the index must find.

use super::parts::{SearchPart, parts};
use super::sought::Sought;

/// Whether what is sought stands in one of these texts, each of its words in any of them. None
/// where there is no word in it.
pub(crate) fn stands_in(texts: &[&str], sought: &Sought) -> Option<bool> {
    let apart: Vec<&str> = match sought {
        Sought::Words(typed) => typed.split_whitespace().collect(),
        Sought::Phrase(typed) => vec![typed],
    };
    let wanted: Vec<Vec<SearchPart>> = apart.into_iter().map(parts).collect();
    let wanted: Vec<&Vec<SearchPart>> = wanted.iter().filter(|parts| !parts.is_empty()).collect();
    let texts: Vec<Vec<SearchPart>> = texts.iter().map(|text| parts(text)).collect();
    (!wanted.is_empty()).then(|| {
        wanted.into_iter().all(|wanted| {
            let (signed, plain) = apart_from_signed(wanted);
            let in_a_row =
                |text: &Vec<SearchPart>| in_text(&apart_from_signed(text).1, &plain, sought);
            (plain.is_empty() || texts.iter().any(in_a_row))
                && signed.iter().all(|word| {
                    let all = texts.iter().flat_map(|text| apart_from_signed(text).0);
                    all.into_iter()
                        .any(|known| known.starts_with(word.as_str()))
                })
        })
    })
}

/// The words with signs, and what stands in a row without them.
fn apart_from_signed(parts: &[SearchPart]) -> (Vec<String>, Vec<SearchPart>) {
    let (mut signed, mut plain) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            SearchPart::Signed(word) => signed.push(word.clone()),
            part => plain.push(part.clone()),
        }
    }
    (signed, plain)
}

fn in_text(text: &[SearchPart], wanted: &[SearchPart], sought: &Sought) -> bool {
    let is_begun = matches!(sought, Sought::Words(_));
    text.windows(wanted.len()).any(|row| {
        (0..row.len()).all(|place| {
            let (first, last) = (place == 0, place + 1 == row.len());
            match (&row[place], &wanted[place]) {
                (SearchPart::Word(word), SearchPart::Word(wanted)) => {
                    let long = first || wanted.chars().count() >= 3;
                    word == wanted || is_begun && last && long && word.starts_with(wanted)
                }
                (SearchPart::Run(run), SearchPart::Run(wanted)) => {
                    let (run, wanted) = (String::from_iter(run), String::from_iter(wanted));
                    match (first, last) {
                        (true, true) => run.contains(&wanted),
                        (true, false) => run.ends_with(&wanted),
                        (false, true) => run.starts_with(&wanted),
                        (false, false) => run == wanted,
                    }
                }
                _ => false,
            }
        })
    })
}
