"""Many reports made of a few: the examples told again of other towns, people, days and numbers.

    python bench/vary.py 5000 > reports.jsonl            # or --days 3650 to spread them over ten years

Each round tells every report once more, its names and numbers changed alike in all of them, so that reports of
one incident still are, and those of another round tell of another incident, in another country. All rounds fall
into the same days: ten times the reports are ten times the incidents a week, each with as many reports as before.

What tells real incidents apart is other in each round: countries and towns, the names of people, villages, streets
and armed groups, counts from ten up, in figures or in words. Drawn from few names, incidents of different countries
would share a witness or a hamlet, which real ones do not; so invented names are of three syllables out of 56. A name is
a town's where the text tells of the town's country, and else an invented one: no quake strikes two countries because an
island bears the name of a town elsewhere.
What real incidents have in common stays: publishers, ranks, names as common as Ben or Rome, towns drawn again, small
counts. This is still harder than reports as they come: two rounds have all their other words in common.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from math import sqrt

from bench.wording import SYLLABLES
from figures.comparison.wording import rarity
from figures.extraction.places import gazetteer
from figures.lexicon import load_words
from figures.model import Document
from figures.reading import read

DAYS = 1100
_WORD = r"[^\W\d_][^\W_]*(?:-[^\W\d_]+)*"
_NAME = re.compile(rf"(?<![.!?:]\s)(?<!^)(?<!“)\b(?=[^\W\d_a-z]){_WORD}", re.M)  # within a sentence
_FIRST = re.compile(rf"\b({_WORD}) ({_WORD})")  # a name and what stands before it
_CAPITAL = re.compile(rf"\b(?=[^\W\d_a-z]){_WORD}")  # any word that may be one
_ANY = re.compile(rf"\b{_WORD}")
_ENDING = re.compile(r"(?:s|ed|ing|ly|)$")
_TELLS = 1.2  # rarity from which a capital makes a name: not of Red or Street
_AGENCIES = ("wire", "desk", "monitor", "programme")  # that write of many countries
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_MONTH = "|".join([*_MONTHS, *(m[:3].upper() for m in _MONTHS)])
_DATE = re.compile(rf"\b(\d{{1,2}}) ({_MONTH})\b(?: (\d{{4}}))?|\b(\d{{4}})-(\d\d)-(\d\d)\b")
_NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?:\d{{1,3}}(?:,\d{{3}})*(?![\w.:/-]|,\d| (?:{_MONTH})\b)|\d+\.\d(?= million))"
)
_ENOUGH = 10  # towns of a country
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_SPELLED = [*_TEENS, *(t + o for t in _TENS for o in ("", *(f"-{one}" for one in _ONES)))]
_IN_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_SPELLED, key=len, reverse=True))})\b(?!-)", re.I)


def varied(
    count: int, days: int = DAYS, paths: Iterable[str] = ("examples",)
) -> Iterator[dict[str, str | None]]:
    """``count`` reports as JSON Lines take them."""
    known = [d for d in read(list(paths)) if isinstance(d, Document)]
    texts = [d.text for d in known]
    names = _names(texts)
    towns = _of_towns(texts, names)
    words = _idle(texts, names)
    for n in range(count):
        number, i = divmod(n, len(known))
        yield _told_again(known[i], number, days, towns, words)


def _names(texts: Iterable[str]) -> frozenset[str]:
    """The names of these texts, in small letters: capitals within a sentence that English at large hardly knows,
    and what stands before one at the start of a sentence."""
    every = "\n".join(texts)
    found = {w.lower() for w in _NAME.findall(every) if _tells(w)}
    pairs = _FIRST.findall(every)
    return frozenset(found.union(
        a.lower() for a, b in pairs if a[0].isupper() and b.lower() in found and _tells(a)
    ))  # fmt: skip


def _of_towns(texts: Iterable[str], names: Collection[str]) -> dict[str, str | None]:
    """Each name with the country of the town that bears it, where a text with the name tells of that country: by a
    word for it, or by several of its towns. Where none does it is another's name: an island's, a nurse's."""
    found: dict[str, str | None] = dict.fromkeys(names)
    for text in texts:
        words = dict.fromkeys(w.lower() for w in re.findall(_WORD, text))
        of = {w: country for w in words if w in names and (country := _country_of(w))}
        times = Counter(of.values())
        told = {gazetteer.country_words().get(w) for w in words}
        found.update((w, c) for w, c in of.items() if c in told or times[c] > 1)
    return found


@cache
def _country_of(name: str) -> str | None:
    """The country of the best known town of a name."""
    places = gazetteer.look_up(gazetteer.key(name))
    return next((p.country for p in places if p.precision == "city"), None)


def _tells(word: str) -> bool:
    return rarity(word.lower()) >= _TELLS and word.lower() not in _kept()


def _told_again(
    report: Document, number: int, days: int, names: Mapping[str, str | None], words: frozenset[str]
) -> dict[str, str | None]:
    chance = random.Random(number)  # noqa: S311 - no secret
    shift = 7 * chance.randrange(max(1, days // 7)) if number else 0
    factor = chance.uniform(0.6, 1.8) if number else 1.0
    text = _shifted(report.text, shift, report)
    if number:
        text = _CAPITAL.sub(lambda m: _renamed(m.group(), number, names), text)
        text = _ANY.sub(lambda m: _reworded(m.group(), number, words), text)
        text = _NUMBER.sub(lambda m: _scaled(m.group(), factor), text)
        text = _IN_WORDS.sub(lambda m: _spelled(m.group(), factor), text)
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


def _renamed(word: str, number: int, names: Mapping[str, str | None]) -> str:
    """Another name for one of the names, in capitals where it is; the rest stays."""
    country = gazetteer.country_words().get(word.lower())
    if country is not None:
        return _of_country(word.lower(), country, _instead(country, number))
    if word.lower() not in names:
        return word
    other = _another(word.lower(), names[word.lower()], number)
    return other.upper() if word.isupper() else other


@lru_cache(maxsize=1000)
def _another(name: str, country: str | None, number: int) -> str:
    """Another town for a town of a country, an invented name for every other."""
    chance = random.Random(f"{number} {name}")  # noqa: S311 - no secret
    if country is not None:
        return chance.choice(_towns(_instead(country, number)))
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


@lru_cache(maxsize=1000)
def _instead(country: str, number: int) -> str:
    """The country in which a round tells what happened in another. In large ones more happens, if not in proportion:
    else the few towns of small ones, or the running counts of large ones, would be told of every week."""
    chance = random.Random(f"{number} {country}")  # noqa: S311 - no secret
    there = sorted(_countries())
    return chance.choices(there, [sqrt(len(_towns(c))) for c in there])[0]


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
    """Capitals that are no names, or those of many incidents."""
    return frozenset((*_AGENCIES, *_SPELLED)).union(
        *(load_words("words", k) for k in ("month", "weekday", "title"))
    )


@cache
def _towns(country: str) -> list[str]:
    """The towns of a country whose names are one word."""
    rows = gazetteer._database().execute(
        "SELECT DISTINCT name FROM place WHERE country = ? AND precision = 'city' AND population > 5000"
        " ORDER BY name", (country,),
    ).fetchall()  # fmt: skip
    return [name for (name,) in rows if name.isalpha()] or [""]


def _scaled(number: str, factor: float) -> str:
    if "." in number:
        return f"{float(number) * factor:.1f}"
    told = int(number.replace(",", ""))
    a_year = 1900 <= told <= 2100 and "," not in number
    return number if told < 10 or a_year else f"{round(told * factor):,}"


def _idle(texts: Iterable[str], names: Collection[str]) -> frozenset[str]:
    """The words of these texts that are no names, that English knows and none of our rules."""
    every = {w.lower() for w in re.findall(_WORD, "\n".join(texts))}
    return frozenset((every & _frequency().keys()) - _ruled() - set(names))


@cache
def _ruled() -> frozenset[str]:
    """Every word of the files that our rules are made of."""
    return frozenset(
        word
        for package in ("figures.lexicon", "figures.categories", "figures.comparison")
        for file in files(package).iterdir()
        if file.name.endswith(".yaml")
        for word in re.findall(_WORD, file.read_text("utf-8").lower())
    )


@cache
def _frequency() -> dict[str, str]:
    """Word → how frequent it is and how it ends."""
    told = (files("figures.lexicon") / "frequencies.txt").read_text("utf-8").splitlines()
    lines = [line.split() for line in told if not line.startswith("#")]
    return {w: n + _ENDING.findall(w)[0] for n, *words in lines for w in words if w.isalpha()}


@cache
def _alike() -> dict[str, list[str]]:
    """The words of one frequency and ending that none of our rules knows."""
    found: dict[str, list[str]] = {}
    for word, sort in _frequency().items():
        if word not in _ruled() and word not in gazetteer.country_words():
            found.setdefault(sort, []).append(word)
    return found


@lru_cache(maxsize=1000)
def _reworded(word: str, number: int, words: frozenset[str]) -> str:
    """Another word for one that tells our rules nothing; every other stays."""
    if word.lower() not in words:
        return word
    chance = random.Random(f"{number} {word.lower()}")  # noqa: S311 - no secret
    other = chance.choice(_alike()[_frequency()[word.lower()]])
    return other.capitalize() if word[0].isupper() else other


def _spelled(number: str, factor: float) -> str:
    """A number from ten to ninety-nine in words, scaled alike."""
    told = _SPELLED.index(number.lower()) + 10
    other = _SPELLED[min(99, max(10, round(told * factor))) - 10]
    return other.capitalize() if number[0].isupper() else other


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
