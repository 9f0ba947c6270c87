//! What the search finds, as a manager of support would read it; that it finds what a reader of
//! all texts would; and that what it does for the newest does not grow with the desk.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::fixture::{customer, folded, open_ticket, opened, save};
use super::{Desk, On, desk, entry};
use crate::core::model::TicketNo;
use crate::core::search::{Sought, stands_in};
use crate::core::time::Instant;
use crate::store::engine::steps;
use crate::store::{Condition, SearchCheck, Store, TicketQuery, TicketTest};

on_every_engine! {
    words_are_found_in_every_language,
    the_index_finds_what_a_reader_of_all_texts_finds,
}

on_sqlite! {
    the_way_to_the_newest_grows_with_no_history,
}

/// A desk with a ticket of each text.
fn with_texts<T: AsRef<str>>(on: On, texts: impl IntoIterator<Item = T>) -> Desk {
    let desk = desk(on);
    let (acme, ..) = customer(&desk.store, "acme");
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    for text in texts {
        open_ticket(&mut writer, Instant(0), text.as_ref(), opened(acme), |_| {});
    }
    writer.commit().unwrap();
    desk
}

fn found(store: &Store, sought: &Sought) -> Vec<i64> {
    let words = store.present().search_words(sought).unwrap();
    let query = TicketQuery::of(Condition::Is(TicketTest::Words(words)));
    let numbers = store.numbers(&query).unwrap();
    numbers.into_iter().map(|number| number.0).collect()
}

/// As typed after `list`: in quotes it is a phrase.
fn typed(text: &str) -> Sought {
    let quoted = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    match quoted {
        Some(phrase) => Sought::Phrase(phrase.to_owned()),
        None => Sought::Words(text.to_owned()),
    }
}

/// A text, what finds it, and what does not.
const EXAMPLES: [(&str, &[&str], &[&str]); 26] = [
    (
        "Printer driver missing",
        &[
            "print",
            "PRINTER",
            "p",
            "pr",
            "miss driv",
            "\"printer driver\"",
            "\"driver\"",
        ],
        &[
            "rinter",
            "printers",
            "\"print\"",
            "\"driver printer\"",
            "vpn",
        ],
    ),
    (
        "Can't log in (e-mail)",
        &["can't", "log-in", "e-mai", "\"log in\""],
        &["e-mx", "\"in log\""],
    ),
    (
        "Straße gesperrt",
        &["strasse", "STRASSE", "Straße", "gesp"],
        &["strase"],
    ),
    (
        "Größe und Übertragung",
        &["grosse", "größ", "ubertrag", "Über"],
        &["ueber"],
    ),
    (
        "Contraseña inválida, ¿qué hago?",
        &["contrasena", "invalid", "qué", "que hag"],
        &["ontra"],
    ),
    (
        "Déjà vu à l'école",
        &["deja", "l'ecole", "école", "DÉJÀ"],
        &["cole"],
    ),
    (
        "İstanbul ofisi ve Iğdır",
        &["istanbul", "ISTANBUL", "ıstanbul", "igdir", "IĞDIR"],
        &["stanbul"],
    ),
    (
        "Máy in tại Đà Nẵng hỏng",
        &["may in", "da nang", "Đà", "nang"],
        &["ang"],
    ),
    ("Łódź, Kraków", &["lodz", "krak", "Łó"], &["odz"]),
    (
        "Принтер не печатает, ещё раз",
        &["принт", "ПЕЧАТ", "ещё", "еще"],
        &["ринтер"],
    ),
    (
        "Ο εκτυπωτής δεν λειτουργεί",
        &["εκτυπωτης", "ΛΕΙΤ", "εκτυπωτή"],
        &["τυπωτης"],
    ),
    ("الطابعة لا تعمل", &["الطابع", "تعمل"], &["طابعة"]),
    ("כַּרְטִיס פתוח", &["כרטיס", "פת"], &["רטיס"]),
    ("प्रिंटर काम नहीं कर रहा", &["प्रिंट", "नहीं"], &["टर"]),
    (
        "프린터가 안 됩니다",
        &["프린터", "프린터가", "됩"],
        &["린터"],
    ),
    (
        "VPN接続が切れる",
        &["接続", "続が切", "切", "る", "VPN接続", "vpn接", "\"接続\""],
        &["接切", "続接", "PN接続"],
    ),
    (
        "打印机无法连接到网络",
        &["打印", "印机无", "网", "网络", "连接到"],
        &["机打", "网打"],
    ),
    (
        "ﾌﾟﾘﾝﾀが動かない",
        &["プリンタ", "リン", "動か", "ない"],
        &["プンリ"],
    ),
    ("เข้าสู่ระบบไม่ได้", &["ระบบ", "เข้า", "ได้", "บบไม"], &["ระไม่"]),
    ("ເຄື່ອງພິມບໍ່ເຮັດວຽກ", &["ພິມ", "ເຮັດ"], &["ພິກ"]),
    ("ម៉ាស៊ីនបោះពុម្ព\u{200b}ខូច", &["បោះ", "ពុម្ព", "ខូច", "ពខូ"], &["ខពុ"]),
    (
        "Visual C++ redistributable",
        &["C++", "c+", "visual c++", "c", "\"visual c\""],
        &["c#", "c+++", "l++"],
    ),
    ("Crash in C# client", &["C#", "c# cli", "c"], &["c+", "h#"]),
    (
        "🔥 Server room ✅👍🏽",
        &["🔥", "✅", "👍", "✅👍", "👍🏽"],
        &["❄", "🔥✅"],
    ),
    ("Ёлка за 12 €", &["елка", "Ёлк", "€"], &["₤"]),
    (
        "PAY-3: host srv0017 at 10.0.0.12, ပရင်တာ",
        &["pay-3", "pay", "srv", "srv00", "SRV0017", "10.0.0.12", "ရင်"],
        &["srv0018", "pay-4", "10.0.0.1"],
    ),
];

fn words_are_found_in_every_language(on: On) {
    let desk = with_texts(on, EXAMPLES.map(|(text, ..)| text));
    let mut wrong = Vec::new();
    for (number, (text, finds, finds_not)) in (1..).zip(EXAMPLES) {
        for word in finds {
            if !found(&desk.store, &typed(word)).contains(&number) {
                wrong.push(format!("{word} finds {text}"));
            }
        }
        for word in finds_not {
            if found(&desk.store, &typed(word)).contains(&number) {
                wrong.push(format!("{word} does not find {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Few letters of every kind, so that words often begin alike.
fn any_text() -> impl Strategy<Value = String> {
    const LETTERS: [&str; 37] = [
        "a", "a", "b", "B", "é", "ß", "İ", "1", "2", " ", " ", " ", "-", "'", "接", "続", "が",
        "ー", "ก", "า", "้", "й", "и", "ा", "क", "\u{200b}", "\u{ad}", "*", "\"", "\u{e001}", "ab",
        "aaaa", "+", "#", "🔥", "✅", "ё",
    ];
    vec(select(&LETTERS[..]), 0..14).prop_map(|letters| letters.concat())
}

fn the_index_finds_what_a_reader_of_all_texts_finds(on: On) {
    let ticket = vec(any_text(), 1..4);
    let cut = (
        any::<proptest::sample::Index>(),
        any::<proptest::sample::Index>(),
        1..7_usize,
    );
    let asked = (cut, any::<bool>());
    let config = ProptestConfig::with_cases(60);
    proptest!(config, |(tickets in vec(ticket, 1..8), asked in vec(asked, 8), others in vec(any_text(), 4))| {
        let desk = with_texts(on, tickets.iter().map(|texts| &texts[0]));
        let mut writer = desk.store.begin(entry("minh")).unwrap();
        for (number, texts) in (1..).map(TicketNo).zip(&tickets) {
            let ticket = folded(&writer, number);
            save(&mut writer, number, &ticket, &texts[0], texts);
        }
        writer.commit().unwrap();
        let mut check = SearchCheck::new();
        for (number, texts) in (1..).map(TicketNo).zip(&tickets) {
            check.expect(number, texts);
        }
        let mut part = check.part();
        part.read_index(&desk.store).unwrap();
        let differing = check.with(part).differing(&desk.store).unwrap();
        prop_assert_eq!((differing.tickets, differing.tokens), (Vec::new(), false));
        let pieces = asked.iter().map(|((ticket, from, length), quoted)| {
            let text: Vec<char> = ticket.get(&tickets)[0].chars().collect();
            let from = from.index(text.len().max(1));
            let piece: String = text.iter().skip(from).take(*length).collect();
            match quoted {
                true => Sought::Phrase(piece),
                false => Sought::Words(piece),
            }
        });
        for sought in pieces.chain(others.iter().cloned().map(Sought::Words)) {
            let expected = (1..).zip(&tickets).filter(|(_, texts)| {
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                stands_in(&texts, &sought) == Some(true)
            });
            let mut expected: Vec<i64> = expected.map(|(number, _)| number).collect();
            expected.reverse();
            prop_assert_eq!(found(&desk.store, &sought), expected, "{:?}", sought);
        }
    });
}

fn the_way_to_the_newest_grows_with_no_history(on: On) {
    let texts = |count: usize| {
        (0..count).map(|n| {
            format!(
                "Printer {} srv{n:05} 接続が切れる, office {}",
                n % 7,
                n % 97
            )
        })
    };
    let steps = |count| {
        let desk = with_texts(on, texts(count));
        let asked = [
            "p",
            "pr",
            "print",
            "srv",
            "srv00",
            "office 5",
            "接",
            "続が",
            "\"printer 3\"",
        ];
        asked.map(|word| {
            let words = desk.store.present().search_words(&typed(word)).unwrap();
            let query = TicketQuery {
                limit: Some(20),
                ..TicketQuery::of(Condition::Is(TicketTest::Words(words)))
            };
            let before = steps::taken();
            let found = desk.store.numbers(&query).unwrap();
            assert!(!found.is_empty(), "{word}");
            (word, steps::taken() - before)
        })
    };
    let (few, many) = (steps(400), steps(8_000));
    for ((word, few), (_, many)) in few.into_iter().zip(many) {
        assert!(
            many <= few * 3,
            "`{word}` takes {few} steps, and {many} on twenty times as many"
        );
    }
}
