"""Many reports made of a few: the examples told again of other towns, people, days and numbers.

    python bench/vary.py 5000 > reports.jsonl            # or --days 3650 to spread them over ten years

Each round tells every report once more, its names and numbers changed alike in all of them, so that reports of
one incident still are, and those of another round tell of another incident, in another country. All rounds fall
into the same days: ten times the reports are ten times the incidents a week, each with as many reports as before.
This is harder than reports as they come: apart from names and numbers two rounds have every word in common, so
that far more of them are alike, and are taken for copies or for one incident where days and places allow it.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import islice

from figures.comparison.wording import rarity
from figures.extraction.places import gazetteer
from figures.model import Document
from figures.reading import read

DAYS = 1100
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]{3,}\b", re.M)  # within a sentence
_CAPITAL = re.compile(r"\b(?:[A-Z][a-z]{3,}|[A-Z]{4,})\b")  # any word that may be one
_TELLS = 1.2  # rarity from which a capital makes a name: not of Nine or Police, though towns are called so
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_MONTH = "|".join([*_MONTHS, *(m[:3].upper() for m in _MONTHS)])
_DATE = re.compile(rf"\b(\d{{1,2}}) ({_MONTH})\b(?: (\d{{4}}))?|\b(\d{{4}})-(\d\d)-(\d\d)\b")
_NUMBER = re.compile(rf"(?<![\w.,:/-])\d{{1,3}}(?:,\d{{3}})*(?![\w.:/-]|,\d| (?:{_MONTH})\b)")
_ENOUGH = 10  # towns of a country
_SYLLABLES = "ka ro mi ze tu len sor vin dar ho pel qua sti bru gan no".split()


def varied(
    count: int, days: int = DAYS, paths: Iterable[str] = ("examples",)
) -> Iterator[dict[str, str | None]]:
    """``count`` reports as JSON Lines take them."""
    known = [d for d in read(list(paths)) if isinstance(d, Document)]
    names = frozenset(name for d in known for name in _NAME.findall(d.text))
    for n in range(count):
        number, i = divmod(n, len(known))
        yield _told_again(known[i], number, days, names)


def _told_again(
    report: Document, number: int, days: int, names: Collection[str]
) -> dict[str, str | None]:
    chance = random.Random(number)  # noqa: S311 - no secret
    shift = 7 * chance.randrange(max(1, days // 7)) if number else 0
    factor = chance.uniform(0.6, 1.8) if number else 1.0
    text = _shifted(report.text, shift, report)
    if number:
        text = _CAPITAL.sub(lambda m: _renamed(m.group(), number, names), text)
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


def _renamed(word: str, number: int, names: Collection[str]) -> str:
    """Another name for one of the names, in capitals where it is; the rest stays."""
    country = gazetteer.country_words().get(word.lower())
    if country is not None:
        return _of_country(word.lower(), country, _instead(country, number))
    name = word.capitalize()
    if name not in names or rarity(name.lower()) < _TELLS:
        return word
    other = _another(name, number)
    return other.upper() if word.isupper() else other


@lru_cache(maxsize=1000)
def _another(name: str, number: int) -> str:
    """Another town for a town, an invented name for a rare one; the rest stays."""
    places = gazetteer.look_up(gazetteer.key(name))
    if name.lower() in _kept() or any(p.precision == "country" for p in places):
        return name
    found = next((p for p in places if p.precision == "city"), None)
    chance = random.Random(f"{number} {name}")  # noqa: S311 - no secret
    if found is not None and found.country:
        return chance.choice(_towns(_instead(found.country, number)))
    if rarity(name.lower()) < 3.0:
        return name
    return "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize()


@lru_cache(maxsize=1000)
def _instead(country: str, number: int) -> str:
    """The country in which a round tells what happened in another."""
    chance = random.Random(f"{number} {country}")  # noqa: S311 - no secret
    return chance.choice(sorted(_countries()))


@cache
def _countries() -> dict[str, tuple[str, str]]:
    """Country → its name and the word for its people, where each is one word and it has towns enough."""
    words = gazetteer.country_words()
    found = {}
    for country, name in gazetteer.country_names().items():
        people = sorted(
            w for w, c in words.items() if c == country and w + "s" in words and w != name.lower()
        )
        if name.isalpha() and people and len(_towns(country)) >= _ENOUGH:
            found[country] = name, people[0].capitalize()
    return found


def _of_country(word: str, country: str, other: str) -> str:
    """The word for another country, or its people, that stands for a word for this one."""
    name, people = _countries()[other]
    if word == gazetteer.country_names()[country].lower():
        return name
    several = word.endswith("s") and word[:-1] in gazetteer.country_words()
    return people + "s" if several else people


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
    told.add_argument("--after", type=int, default=0, help="leave out so many of the first")
    told.add_argument("--days", type=int, default=DAYS)
    told.add_argument("path", nargs="*", default=["examples"])
    options = told.parse_args()
    for report in islice(varied(options.count, options.days, options.path), options.after, None):
        sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
