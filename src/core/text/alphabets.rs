//! The letters that languages write besides those of ASCII: what bytes that say nothing of their
//! encoding are likely to mean.

/// How much of a text must be of a language's letters for it to be one of that language.
const NEARLY_ALL: f64 = 0.97;

/// Letters of a language, small ones; several are one alphabet where people write them in one text.
struct Alphabet {
    letters: &'static str,
    /// Whether letters of ASCII stand in its words.
    latin: bool,
}

const fn latin(letters: &'static str) -> Alphabet {
    Alphabet {
        letters,
        latin: true,
    }
}

const fn other(letters: &'static str) -> Alphabet {
    Alphabet {
        letters,
        latin: false,
    }
}

/// By language; those with a block of their own in Unicode are below.
const ALPHABETS: [Alphabet; 31] = [
    latin("äöüß"),
    latin("àâæçéèêëîïôœùûüÿ"),
    latin("áéíóúüñªº"),
    latin("àáâãçéêíóôõúü"),
    latin("àèéìíîòóùú"),
    latin("äëéèïöüáíóúê"),
    latin("åäöéüà"),
    latin("æøåéèêóòâôü"),
    latin("áðéíóúýþæö"),
    latin("àçèéíïòóúü·"),
    latin("áčďéěíňóřšťúůýž"),
    latin("áäčďéíĺľňóôŕšťúýž"),
    latin("ąćęłńóśźż"),
    latin("áéíóöőúüű"),
    latin("čšžćđ"),
    latin("ăâîșşțţ"),
    latin("ëç"),
    latin("âçğıiîöşüûə"),
    latin("ąčęėįšųūž"),
    latin("āčēģīķļņōŗšūž"),
    latin("äõöüšž"),
    latin(
        "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ\u{300}\u{301}\u{303}\u{309}\u{323}",
    ),
    latin("áéíóú"),
    latin("âêîôûŵŷáéíóúàèìòùäëïöüẅÿ"),
    other("абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    other("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    other("абвгдежзийклмнопрстуфхцчшщъьюя"),
    other("абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
    other("абвгдђежзијклљмнњопрстћуфхцчџшѓѕќ"),
    other("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),
    other("אבגדהוזחטיךכלםמןנסעףפץצקרשת"),
];

/// Letters with a block of their own.
const BLOCKS: [(u32, u32); 3] = [
    // Hebrew with its points, Arabic, Thai
    (0x591, 0x5f4),
    (0x60c, 0x6d5),
    (0xe01, 0xe5b),
];

/// Signs that stand in texts of any language.
const SIGNS: &str = "\u{a0}\u{ad}«»‹›„“”‚‘’–—…•·°€£§©®™´№¿¡";

/// Signs of money: beside a letter, they are letters of another encoding.
const OF_MONEY: &str = "€£¤¥¢";

/// Whether a word has nothing but signs, which say nothing of its language.
pub(crate) fn are_signs(word: &str) -> bool {
    word.chars().all(|c| SIGNS.contains(c))
}

/// Whether words are likely of one language: nearly all are of letters that it has, each beginning
/// with the only capital of a word in small ones.
///
/// ```
/// use sladesk::core::text::are_of_one_language;
/// assert!(are_of_one_language(["žinutė", "Šiaulių"]));
/// assert!(!are_of_one_language(["þinutë", "Ðiauliø"]));
/// assert!(!are_of_one_language(["пРИНТЕР", "нЕ"]));
/// assert!(!are_of_one_language(["£ukasz"]));
/// ```
pub fn are_of_one_language<'w>(words: impl IntoIterator<Item = &'w str>) -> bool {
    let words: Vec<&str> = words.into_iter().collect();
    let enough = |fits: &dyn Fn(&str) -> bool| {
        let fitting = words.iter().filter(|word| fits(word)).count();
        fitting as f64 >= NEARLY_ALL * words.len() as f64
    };
    let of_alphabet = |alphabet: &Alphabet| {
        enough(&|word: &str| is_of(word, alphabet.latin, &|c| alphabet.letters.contains(c)))
    };
    let of_block = |(first, last): &(u32, u32)| {
        let is_in = |c: char| (*first..=*last).contains(&u32::from(c));
        enough(&|word: &str| is_of(word, false, &is_in))
    };
    ALPHABETS.iter().any(of_alphabet) || BLOCKS.iter().any(of_block)
}

/// Whether a word is of these letters, signs aside.
fn is_of(word: &str, latin: bool, has: &dyn Fn(char) -> bool) -> bool {
    let mut small_before = false;
    let mut of_ascii = false;
    let mut of_others = false;
    let of_money = word.contains(|c| OF_MONEY.contains(c));
    if of_money && word.contains(char::is_alphabetic) {
        return false;
    }
    for c in word.chars() {
        if SIGNS.contains(c) {
            small_before = false;
            continue;
        }
        let mut small = c.to_lowercase();
        // İ is small in two characters
        let small = small.next().unwrap_or(c);
        match c.is_ascii() {
            true => of_ascii |= c.is_ascii_alphabetic(),
            false if has(small) => of_others = true,
            false => return false,
        }
        if small_before && c.is_uppercase() {
            return false;
        }
        small_before = c.is_lowercase();
    }
    latin || !(of_ascii && of_others)
}
