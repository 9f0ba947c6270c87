"""Writes the holiday sets beside this file, and the list of them in `day_files.rs`.

Run by hand when a new version of the source is out or a year has been announced:

    python generate.py

It needs the Python project `holidays` (vacanza/holidays, MIT licence). What is announced and what
only follows from the rules is known to people, not to the source: mind the years in SETS, and ANNOUNCED for
all others. A day that the source only reckons ("estimated") makes its year one that is projected. What the
source lacks stands in OWN, with who announced it, until the source has it.
"""

import re
import unicodedata
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import holidays

FIRST, LAST = 2010, 2035
# the last year of which the calendars of most countries are out
ANNOUNCED = 2026

# name: title, country, options, the last year that has been announced
SETS = {
    "australia": ("Public holidays in all of Australia, moved days included", "AU", {}, 2027),
    "england-and-wales": ("Bank holidays in England and Wales", "GB", {"subdiv": "ENG"}, 2027),
    "northern-ireland": ("Bank holidays in Northern Ireland", "GB", {"subdiv": "NIR"}, 2027),
    "russia": (
        "Non-working days in Russia, transfers included, without those by decree of 2020 and 2021",
        "RU",
        {"language": "en_US"},
        2027,
    ),
    "scotland": ("Bank holidays in Scotland", "GB", {"subdiv": "SCT"}, 2027),
    "spain": ("National holidays in Spain, save on Sundays", "ES", {"language": "en_US"}, 2026),
    "united-states": ("Federal holidays in the United States", "US", {}, 2030),
    "vietnam": ("Public holidays in Vietnam, swapped days included", "VN", {"language": "en_US"}, 2026),
}

# countries besides: the names that people look for
COUNTRIES = {
    "AD": "Andorra", "AE": "the United Arab Emirates", "AR": "Argentina", "AT": "Austria", "BE": "Belgium",
    "BG": "Bulgaria", "BH": "Bahrain", "BO": "Bolivia", "BR": "Brazil", "CA": "Canada", "CH": "Switzerland",
    "CL": "Chile", "CN": "China", "CO": "Colombia", "CR": "Costa Rica", "CY": "Cyprus", "CZ": "Czechia",
    "DE": "Germany", "DK": "Denmark", "DO": "the Dominican Republic", "DZ": "Algeria", "EC": "Ecuador",
    "EE": "Estonia", "EG": "Egypt", "FI": "Finland", "FR": "France", "GE": "Georgia", "GR": "Greece",
    "GT": "Guatemala", "HK": "Hong Kong", "HN": "Honduras", "HR": "Croatia", "HU": "Hungary",
    "ID": "Indonesia", "IE": "Ireland", "IL": "Israel", "IN": "India", "IS": "Iceland", "IT": "Italy",
    "JM": "Jamaica", "JO": "Jordan", "JP": "Japan", "KE": "Kenya", "KR": "South Korea", "KW": "Kuwait",
    "KZ": "Kazakhstan", "LI": "Liechtenstein", "LT": "Lithuania", "LU": "Luxembourg", "LV": "Latvia",
    "MA": "Morocco", "MD": "Moldova", "ME": "Montenegro", "MK": "North Macedonia", "MT": "Malta",
    "MX": "Mexico", "MY": "Malaysia", "NG": "Nigeria", "NI": "Nicaragua", "NL": "the Netherlands",
    "NO": "Norway", "NZ": "New Zealand", "OM": "Oman", "PA": "Panama", "PE": "Peru", "PH": "the Philippines",
    "PK": "Pakistan", "PL": "Poland", "PT": "Portugal", "PY": "Paraguay", "QA": "Qatar", "RO": "Romania",
    "RS": "Serbia", "SA": "Saudi Arabia", "SE": "Sweden", "SG": "Singapore", "SI": "Slovenia",
    "SK": "Slovakia", "SV": "El Salvador", "TH": "Thailand", "TN": "Tunisia", "TR": "Turkey",
    "TW": "Taiwan", "UY": "Uruguay", "ZA": "South Africa",
}

# countries of which whole regions, and their banks with them, keep other days
REGIONS = ["AU", "AT", "BA", "BO", "BR", "CA", "CH", "CL", "DE", "ES", "FI", "FR", "IN", "MY", "NZ", "PT"]
# of their parts those that are regions
ONLY_PARTS = {"PT": ["20", "30"], "FI": ["01"]}

# what the source calls by a code alone
PART_NAMES = {"GP": "Guadeloupe", "GY": "Guyane", "MQ": "Martinique", "RE": "La Réunion", "YT": "Mayotte"}

# days of a set that the source lacks: what each line says, and who announced it
OWN = {
    "vietnam": {
        date(2026, 1, 2): ("Day off (worked on 2026-01-10)", "Office of the Government, 12729/VPCP-KGVX"),
        date(2026, 1, 10): ("worked as fri", "Office of the Government, 12729/VPCP-KGVX"),
    },
}

# countries whose holidays are those of all their parts, where the source has no list of these
OF_ALL_PARTS = {"AU"}

SUBSTITUTED = re.compile(r"\(substituted from (\d\d)/(\d\d)/(\d{4})\)")
ESTIMATED = "estimated"
OBSERVED = " (observed)"
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
YEARS = range(FIRST, LAST + 1)


def of_all_parts(country, days):
    """What is a holiday in every part of a country: mostly days that are moved from a weekend."""
    parts = holidays.country_holidays(country).subdivisions
    calendars = [holidays.country_holidays(country, subdiv=part, years=YEARS) for part in parts]
    for day in sorted(set.intersection(*map(set, calendars)) - set(days)):
        names = [name.removesuffix(OBSERVED) for calendar in calendars for name in calendar[day].split("; ")]
        name = Counter(names).most_common(1)[0][0]
        before = [days.get(day - timedelta(days=back), "") for back in (1, 2, 3)]
        yield day, name + OBSERVED if name in before else name


def said_of(set_name, country, options):
    """What each day of a set says."""
    days = holidays.country_holidays(country, years=YEARS, **options)
    said = {day: name.replace("; ", ", ") for day, name in days.items() if day.year in YEARS}
    if country in OF_ALL_PARTS and "subdiv" not in options:
        said.update(of_all_parts(country, said))
    worked = {day for day in days.weekend_workdays if day.year in YEARS}
    found = {}
    for day, name in said.items():
        for month, number, year in SUBSTITUTED.findall(name):
            source = date(int(year), int(month), int(number))
            if source in worked:
                found[source] = f"worked as {WEEKDAYS[day.weekday()]}"
                worked.discard(source)
                name = SUBSTITUTED.sub(f"(worked on {source})", name)
            name = SUBSTITUTED.sub(f"(moved from {source})", name)
        found[day] = name
    assert not worked, f"{set_name}: worked days without the day they are worked for: {worked}"
    for day, (says, _) in OWN.get(set_name, {}).items():
        assert day not in said, f"the source has {day} by now: take it out of OWN"
        found[day] = says
    return found


def sources(set_name):
    """The source of a set, and those of the days of our own."""
    yield f"holidays {holidays.__version__} (vacanza/holidays, MIT licence)"
    by = {}
    for day, (_, who) in OWN.get(set_name, {}).items():
        by.setdefault(who, []).append(str(day))
    for who, days in by.items():
        yield f"{' and '.join(days)}: {who}"


def slug(name):
    """A name as it is typed."""
    name = name.replace("'", "").replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare.lower().removeprefix("the ")).strip("-")


def english(country):
    """The language of the names of days."""
    languages = getattr(getattr(holidays, country), "supported_languages", ())
    known = [language for language in ("en_US", "en_GB", *languages) if language in languages]
    best = [language for language in known if language.startswith("en")]
    return {"language": best[0]} if best else {}


def projected(said, announced):
    """The first year that is not known for certain: not announced, or with a day that is reckoned."""
    reckoned = [day.year for day, says in said.items() if ESTIMATED in says and day.year >= ANNOUNCED]
    return min([announced + 1, *reckoned])


def parts_of(country):
    """The parts of a country that keep other days, by their names."""
    of = getattr(holidays, country)
    wanted = ONLY_PARTS.get(country) or of.subdivisions
    names = {code: name for name, code in reversed(of.subdivisions_aliases.items())}
    called = {code: names.get(code, code) for code in of.subdivisions if code in wanted}
    return [(code, PART_NAMES.get(name, name)) for code, name in called.items()]


def written(folder, name, title, said, years, base=None):
    """A set as a file; of a region what differs from the set of its country."""
    head = [
        "# Written by generate.py; do not edit.",
        f"title {title}",
        f"source {'; '.join(sources(name))}",
        f"years {FIRST}-{LAST}",
        f"projected {years}",
    ]
    if base is None:
        body = said
    else:
        base_name, base_said = base
        head.append(f"base {base_name}")
        body = {day: says for day, says in said.items() if base_said.get(day) != says}
        body.update({day: "open" for day in base_said if day not in said})
        if not body:
            return False
    lines = [f"{day} {says}" for day, says in sorted(body.items())]
    (folder / f"{name}.txt").write_text("\n".join(head + lines) + "\n", encoding="utf-8")
    return True


def main(folder):
    for old in folder.glob("*.txt"):
        old.unlink()
    national, names = {}, []
    for name, (title, country, options, announced) in SETS.items():
        said = said_of(name, country, options)
        written(folder, name, title, said, projected(said, announced))
        names.append(name)
        if "subdiv" not in options:
            national[country] = (name, said, announced, title.split(" in ")[-1].split(",")[0])
    for country, called in COUNTRIES.items():
        name = slug(called)
        said = said_of(name, country, english(country))
        written(folder, name, f"Public holidays in {called}", said, projected(said, ANNOUNCED))
        names.append(name)
        national[country] = (name, said, ANNOUNCED, called)
    for country in REGIONS:
        if country not in national:
            continue
        base, base_said, announced, called = national[country]
        for code, part in parts_of(country):
            name = f"{base}-{slug(part)}"
            said = said_of(name, country, {"subdiv": code, **english(country)})
            title = f"Public holidays in {part}, {called.removeprefix('all of ')}"
            if written(folder, name, title, said, projected(said, announced), (base, base_said)):
                assert name not in names, name
                names.append(name)
    listed = [f'    ("{name}", include_str!("days/{name}.txt")),' for name in sorted(names)]
    (folder.parent / "day_files.rs").write_text(
        "//! The files of holiday sets, by their names: written by `days/generate.py`, do not edit.\n\n"
        "#[rustfmt::skip]\n"
        f"pub(super) const FILES: [(&str, &str); {len(listed)}] = [\n" + "\n".join(listed) + "\n];\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(Path(__file__).parent)
