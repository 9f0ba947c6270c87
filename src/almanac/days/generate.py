"""Writes the holiday sets beside this file.

Run by hand when a new version of the source is out or a year has been announced:

    python generate.py

It needs the Python project `holidays` (vacanza/holidays, MIT licence). What is announced and what
only follows from the rules is known to people, not to the source: mind the years in SETS. What the source
lacks stands in OWN, with who announced it, until the source has it.
"""

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import holidays

FIRST, LAST = 2010, 2035

# name: title, country, options, the last year that has been announced
SETS = {
    "australia": ("Public holidays in all of Australia, moved days included", "AU", {}, 2027),
    "england-and-wales": ("Bank holidays in England and Wales", "GB", {"subdiv": "ENG"}, 2027),
    "russia": (
        "Non-working days in Russia, transfers included, without those by decree of 2020 and 2021",
        "RU",
        {"language": "en_US"},
        2027,
    ),
    "spain": ("National holidays in Spain, save on Sundays", "ES", {"language": "en_US"}, 2026),
    "united-states": ("Federal holidays in the United States", "US", {}, 2030),
    "vietnam": ("Public holidays in Vietnam, swapped days included", "VN", {"language": "en_US"}, 2026),
}

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


def lines(set_name, country, options):
    days = holidays.country_holidays(country, years=YEARS, **options)
    said = {day: name.replace("; ", ", ") for day, name in days.items()}
    if country in OF_ALL_PARTS:
        said.update(of_all_parts(country, said))
    worked = {day for day in days.weekend_workdays if FIRST <= day.year <= LAST}
    for day, name in said.items():
        for month, number, year in SUBSTITUTED.findall(name):
            source = date(int(year), int(month), int(number))
            if source in worked:
                yield source, f"worked as {WEEKDAYS[day.weekday()]}"
                worked.discard(source)
                name = SUBSTITUTED.sub(f"(worked on {source})", name)
            name = SUBSTITUTED.sub(f"(moved from {source})", name)
        yield day, name
    assert not worked, f"worked days without the day they are worked for: {worked}"
    for day, (says, _) in OWN.get(set_name, {}).items():
        assert day not in said, f"the source has {day} by now: take it out of OWN"
        yield day, says


def sources(set_name):
    """The source of a set, and those of the days of our own."""
    yield f"holidays {holidays.__version__} (vacanza/holidays, MIT licence)"
    by = {}
    for day, (_, who) in OWN.get(set_name, {}).items():
        by.setdefault(who, []).append(str(day))
    for who, days in by.items():
        yield f"{' and '.join(days)}: {who}"


def main():
    here = Path(__file__).parent
    for name, (title, country, options, announced) in SETS.items():
        head = [
            "# Written by generate.py; do not edit.",
            f"title {title}",
            f"source {'; '.join(sources(name))}",
            f"years {FIRST}-{LAST}",
            f"projected {announced + 1}",
        ]
        body = [f"{day} {says}" for day, says in sorted(lines(name, country, options))]
        (here / f"{name}.txt").write_text("\n".join(head + body) + "\n", encoding="utf-8")


main()
