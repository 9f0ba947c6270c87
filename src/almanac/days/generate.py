"""Writes the holiday sets beside this file.

Run by hand when a new version of the source is out or a year has been announced:

    python generate.py

It needs the Python project `holidays` (vacanza/holidays, MIT licence). What is announced and what
only follows from the rules is known to people, not to the source: mind ANNOUNCED.
"""

import re
from datetime import date
from pathlib import Path

import holidays

FIRST, LAST = 2010, 2035

# name: title, country, options, the last year that has been announced
SETS = {
    "australia": ("Public holidays in all of Australia", "AU", {}, 2027),
    "england-and-wales": ("Bank holidays in England and Wales", "GB", {"subdiv": "ENG"}, 2027),
    "russia": ("Non-working days in Russia, transfers included", "RU", {"language": "en_US"}, 2027),
    "spain": ("National holidays in Spain", "ES", {"language": "en_US"}, 2026),
    "united-states": ("Federal holidays in the United States", "US", {}, 2030),
    "vietnam": ("Public holidays in Vietnam, swapped days included", "VN", {"language": "en_US"}, 2026),
}

SUBSTITUTED = re.compile(r"\(substituted from (\d\d)/(\d\d)/(\d{4})\)")
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def lines(country, options):
    years = range(FIRST, LAST + 1)
    days = holidays.country_holidays(country, years=years, **options)
    said = {day: name.replace("; ", ", ") for day, name in days.items()}
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


def main():
    here = Path(__file__).parent
    for name, (title, country, options, announced) in SETS.items():
        head = [
            "# Written by generate.py; do not edit.",
            f"title {title}",
            f"source holidays {holidays.__version__} (vacanza/holidays, MIT licence)",
            f"years {FIRST}-{LAST}",
            f"projected {announced + 1}",
        ]
        body = [f"{day} {says}" for day, says in sorted(lines(country, options))]
        (here / f"{name}.txt").write_text("\n".join(head + body) + "\n", encoding="utf-8")


main()
