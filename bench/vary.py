"""Many reports made of a few: the examples told again of other towns, people, days and numbers.

    python bench/vary.py 5000 > reports.jsonl            # or --days 3650 to spread them over ten years

Each round tells every report once more, its names and numbers changed alike in all of them, so that
reports of one incident still are. All rounds fall into the same days: the more reports, the denser.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from figures.comparison.wording import rarity
from figures.extraction.places import gazetteer
from figures.model import Document
from figures.reading import read

DAYS = 1100
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]{3,}\b", re.M)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_MONTH = "|".join([*_MONTHS, *(m[:3].upper() for m in _MONTHS)])
_DATE = re.compile(rf"\b(\d{{1,2}}) ({_MONTH})\b(?: (\d{{4}}))?|\b(\d{{4}})-(\d\d)-(\d\d)\b")
_NUMBER = re.compile(rf"(?<![\w.,:/-])\d{{1,3}}(?:,\d{{3}})*(?![\w.:/-]|,\d| (?:{_MONTH})\b)")
_SYLLABLES = "ka ro mi ze tu len sor vin dar ho pel qua sti bru gan no".split()


def varied(
    count: int, days: int = DAYS, paths: Iterable[str] = ("examples",)
) -> Iterator[dict[str, str | None]]:
    """``count`` reports as JSON Lines take them."""
    known = [d for d in read(list(paths)) if isinstance(d, Document)]
    for n in range(count):
        number, i = divmod(n, len(known))
        yield _told_again(known[i], number, days)


def _told_again(report: Document, number: int, days: int) -> dict[str, str | None]:
    chance = random.Random(number)  # noqa: S311 - no secret
    shift = 7 * chance.randrange(max(1, days // 7)) if number else 0
    factor = chance.uniform(0.6, 1.8) if number else 1.0
    text = _shifted(report.text, shift, report)
    if number:
        text = _NAME.sub(lambda m: _renamed(m.group(), number), text)
        text = _NUMBER.sub(lambda m: _scaled(m.group(), factor), text)
    on = report.published_on
    return {
        "id": f"{report.name}~{number}",
        "text": text,
        "published": (date.fromisoformat(on) + timedelta(shift)).isoformat() if on else None,
        "publisher": report.publisher,
    }


def _shifted(text: str, shift: int, report: Document) -> str:
    year = int((report.published_on or "2021")[:4])

    def moved(m: re.Match[str]) -> str:
        try:
            if m.group(4):
                return (date.fromisoformat(m.group()) + timedelta(shift)).isoformat()
            month = next(
                i
                for i, name in enumerate(_MONTHS, 1)
                if name.upper().startswith(m.group(2).upper())
            )
            day = date(int(m.group(3) or year), month, int(m.group(1))) + timedelta(shift)
        except ValueError:
            return m.group()
        name = _MONTHS[day.month - 1]
        name = name[:3].upper() if m.group(2).isupper() else name
        return f"{day.day} {name}" + (f" {day.year}" if m.group(3) else "")

    return _DATE.sub(moved, text) if shift else text


def _renamed(name: str, number: int) -> str:
    """Another town for a town, an invented name for a rare one; the rest stays."""
    places = gazetteer.look_up(gazetteer.key(name))
    if name.lower() in _kept() or any(p.precision == "country" for p in places):
        return name
    found = next((p for p in places if p.precision == "city"), None)
    chance = random.Random(f"{number} {name}")  # noqa: S311 - no secret
    if found is not None and found.country:
        return chance.choice(_towns(found.country)) or name
    if rarity(name.lower()) < 3.0:
        return name
    return "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize()


@cache
def _kept() -> frozenset[str]:
    return frozenset(
        (
            *(m.lower() for m in _MONTHS),
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        )
    )


@cache
def _towns(country: str) -> list[str]:
    """The larger towns of a country whose names are one word."""
    rows = gazetteer._database().execute(
        "SELECT DISTINCT name FROM place WHERE country = ? AND precision = 'city' AND population > 20000"
        " ORDER BY name", (country,),
    ).fetchall()  # fmt: skip
    return [name for (name,) in rows if name.isalpha()] or [""]


def _scaled(number: str, factor: float) -> str:
    told = int(number.replace(",", ""))
    return number if told < 10 or 1900 <= told <= 2100 else f"{round(told * factor):,}"


def main() -> None:
    told = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    told.add_argument("count", type=int)
    told.add_argument("--days", type=int, default=DAYS)
    told.add_argument("path", nargs="*", default=["examples"])
    options = told.parse_args()
    for report in varied(options.count, options.days, options.path):
        sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
