"""The words of a report that tell it from others, each with the bits it is worth (words.yaml).

What a shared word is worth depends on the shipped list alone, never on the other reports of a database.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from figures.lexicon import parse_yaml

_TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_ENDINGS = ("'s", "’s", "s", "es", "ed", "d", "ing", "ly")
LEAST = 3.0  # bits below which a word tells nothing of an incident
NAME = 9.0  # bits from which a word counts as a name


Word = tuple[str, bool]  # folded, and whether it is written as a name


@cache
def _list() -> dict[str, Any]:
    listed = parse_yaml((files("figures.comparison") / "words.yaml").read_text("utf-8"))
    assert isinstance(listed, dict)
    return listed


@cache
def _bands() -> dict[str, float]:
    """Listed word → its bits; the first band that lists a word decides."""
    listed, bits = _list(), _list()["bits"]
    bands: dict[str, float] = {}
    for band in (
        "function",
        "page",
        "everyday",
        "reports",
        "broad_names",
        "given_names",
        "ordinary",
    ):
        for word in listed[band].split():
            bands.setdefault(word, float(bits[band]))
    return bands


@lru_cache(maxsize=200_000)
def bits(folded: str, name: bool) -> float:
    """How much a shared word tells, in bits.

    >>> bits("the", False), bits("killed", False) < bits("quarry", False) < bits("zelenodolsk", True)
    (0.0, True)
    """
    bands, worth = _bands(), _list()["bits"]
    found = bands.get(folded)
    if found is None:
        for ending in _ENDINGS:
            if folded.endswith(ending) and len(folded) > len(ending) + 2:
                stem = folded[: -len(ending)]
                found = bands.get(stem, bands.get(stem + "e"))
                if found is None and stem[-1:] == stem[-2:-1]:
                    found = bands.get(stem[:-1])
                if found is not None:
                    break
    if found is not None:
        return found
    if folded[0].isdigit():
        return float(worth["number"]) if len(folded) > 1 else 0.0
    if len(folded) < 3:
        return 0.0
    return float(worth["name"] if name else worth["unlisted"])


def shouted(text: str) -> bool:
    """Is a text written in capitals, so that they tell no names?"""
    return sum(map(str.isupper, text[:2000])) > sum(map(str.islower, text[:2000]))


def words_of(text: str, capitals: bool = True) -> list[Word]:
    """Every word of a text; none is a name where ``capitals`` tell nothing.

    >>> words_of("Rescuers left Nova’s quarry.")
    [('rescuers', True), ('left', False), ('nova', True), ('quarry', False)]
    """
    return [
        (word.lower().replace("’", "'").removesuffix("'s"), capitals and word[0].isupper())
        for word in _TOKEN.findall(text)
    ]


def names_of(words: Iterable[Word], most: int) -> tuple[str, ...]:
    """The names among these that tell something, those written most often first; given names aside."""
    given = _given()
    times = Counter(folded for folded, name in words if name and folded not in given)
    names = [n for n in times if bits(n, True) >= LEAST and not _ordinary(n)]
    return tuple(sorted(names, key=lambda name: (-times[name], name))[:most])


@cache
def _given() -> frozenset[str]:
    return frozenset(_list()["given_names"].split())


@lru_cache(maxsize=200_000)
def _ordinary(folded: str) -> bool:
    """Is a word an ordinary one, whatever its capital: neither unknown nor the name of a place?"""
    return bits(folded, True) < NAME and folded not in _broad()


@cache
def _broad() -> frozenset[str]:
    return frozenset(_list()["broad_names"].split())


def telling(words: Iterable[Word]) -> dict[str, float]:
    """The distinctive words among these, with their bits: names in full, ordinary words by their band."""
    found: dict[str, float] = {}
    for folded, name in set(words):
        worth = bits(folded, name)
        if worth >= LEAST and worth > found.get(folded, 0.0):
            found[folded] = worth
    return found
