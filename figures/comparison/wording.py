"""The wording of a report that tells its incident from others: rare words, names, streets, ages.

What a shared word is worth depends on how often it stands in English at large (lexicon/frequencies.txt) and in
reports of casualties (words.yaml) alone, never on the other reports of a database.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import fsum, log, sqrt
from typing import NamedTuple

from figures.lexicon import load, load_words, parse_yaml
from figures.lexicon.frequencies import frequencies

_PLURAL = re.compile(r"\b[A-Z][a-z]+s\b")
_TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_ROAD = (
    r"(?:\s(?:Street|Avenue|Road|Drive|Lane|Boulevard|Court|Place|Way|Highway|Parkway|Circle|Terrace|Trail|Pike|Loop)s?"
    r"|\s(?:St|Ave|Rd|Dr|Ln|Blvd|Ct|Pl|Hwy|Pkwy)\b)"
)
_NAMED = r"([A-Z][\w'’-]+|\d+(?:st|nd|rd|th))"
_SIDE = r"(?:(?:[NSEW]|North|South|East|West|Northeast|Northwest|Southeast|Southwest)\.?\s)?"
_STREET = re.compile(rf"\b{_NAMED}{_ROAD}")
_ADDRESS = re.compile(rf"\b(\d{{2,5}})\s(?:block\sof\s{_SIDE}{_NAMED}|{_SIDE}{_NAMED}{_ROAD})")
_AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old\b|, (\d{1,2})[,.]|\bage[ds]? (\d{1,2})\b")
_HOUSES = frozenset(
    "hospital medical center centre clinic memorial health news wire times tribune post herald stoppers".split()
)
_EVERYDAY = 6.0  # a word of this frequency tells nothing
_UNLISTED = 1.5  # the frequency of a word that is not listed
_REPORTED = 0.3  # what a word of all reports of casualties is worth
_OF_A_HOUSE = 0.4  # of its worth keeps a name that a hospital, a court or a paper bears
_TELLS = 1.2  # rarity from which a capital makes a name
_MOST = 3.0  # that a word adds to the worth of a name of two
_EITHER = 0.5  # that either word of a name of two must tell, or it is a street, or the words of two sentences
RARE = 2.0  # rarity from which a name alone brings two reports together

Word = tuple[str, bool]  # folded, and whether it is written as a name
Phrase = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words of an account tell: each word's weight and their length as a vector, names with
    their rarity, names of two words, street names and ages."""

    weights: dict[str, float]
    length: float
    names: dict[str, float]
    phrases: dict[Phrase, float]
    streets: frozenset[str]
    addresses: frozenset[tuple[str, str]]  # the number of a house or a block, and its street
    ages: frozenset[str]

    def likeness(self, other: Wording) -> float:
        """How much of their wording two accounts share, from 0 to 1: the cosine of the weights."""
        mine, theirs = self.weights, other.weights
        shared = fsum([mine[word] * theirs[word] for word in mine.keys() & theirs.keys()])
        return shared / (self.length * other.length) if shared else 0.0


@cache
def _of_reports() -> frozenset[str]:
    listed = parse_yaml((files("figures.comparison") / "words.yaml").read_text("utf-8"))
    calendar = (load_words("words", k) for k in ("month", "weekday"))
    return frozenset(word for text in listed.values() for word in text.split()).union(*calendar)


@cache
def _numerals() -> frozenset[str]:
    return frozenset(load("numbers")["numerals"])


@lru_cache(maxsize=200_000)
def rarity(folded: str) -> float:
    """How much a shared word tells: 0 of an everyday word, 4.5 of one that is listed nowhere.

    >>> rarity("the"), rarity("killed") < rarity("quarry") < rarity("zelenodolsk")
    (0.0, True)
    """
    if len(folded) < 3 or folded[0].isdigit():
        return 0.0
    if "-" in folded and _numerals().issuperset(folded.split("-")) or folded in _numerals():
        return 0.0
    worth = max(0.0, _EVERYDAY - frequencies().get(folded, _UNLISTED))
    return min(worth, _REPORTED) if folded in _of_reports() else worth


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


class Piece(NamedTuple):
    """A piece of a text with its words."""

    text: str
    words: list[Word]


def piece(text: str, capitals: bool = True) -> Piece:
    return Piece(text, words_of(text, capitals))


def _begins(text: str, at: int) -> bool:
    """Does a sentence begin here?"""
    before = text[max(0, at - 4) : at].rstrip(" '\"‘“’”)")
    return not before or before[-1] in ".!?\n"


def wording(pieces: Sequence[Piece], own: str = "") -> Wording:
    """The wording of pieces of a text. ``own``: the publisher's name and address, which tell nothing.

    >>> told = wording([piece("Ana Ruiz, 34, was shot on Almond Street. The shot woke Almond’s residents.")])
    >>> sorted(told.names), sorted(told.phrases), sorted(told.streets), sorted(told.ages)
    (['almond', 'ana', 'ruiz'], [('ana', 'ruiz')], ['almond'], ['34'])
    """
    times: Counter[str] = Counter()
    written: Counter[str] = Counter()
    phrases: dict[Phrase, float] = {}
    # names of hospitals, courts and papers stand in many incidents of a city
    houses: set[str] = set()
    for _, words in pieces:
        times.update(folded for folded, _ in words)
        written.update(folded for folded, name in words if name)
        for (one, first), (other, second) in pairwise(words):
            if first and other in _HOUSES:
                houses.add(one)
            elif (
                first
                and second
                and one not in _HOUSES
                and min(rarity(one), rarity(other)) >= _EITHER
                and (worth := min(rarity(one), 3.0) + min(rarity(other), 3.0)) >= RARE
            ):
                phrases[one, other] = worth
    own = own.lower()
    begins = Counter(
        m.group().lower()
        for text, _ in pieces
        for m in _PLURAL.finditer(text)
        if _begins(text, m.start())
    )
    weights = {
        w: round(worth * (1 + log(n)), 4) for w, n in times.items() if (worth := rarity(w)) > 0
    }
    names = {
        w: worth * (_OF_A_HOUSE if w in houses else 1.0)
        for w, n in written.items()
        if n == times[w]
        and (worth := rarity(w)) > _TELLS
        and w not in own
        and w not in _HOUSES
        and not (begins[w] == n and w[:-1] in frequencies())  # Donors, Windows
    }
    return Wording(
        weights,
        sqrt(sum(w * w for w in weights.values())) or 1.0,
        names,
        {p: worth for p, worth in phrases.items() if p[0] in names or p[1] in names},
        frozenset(s.lower() for text, _ in pieces for s in _STREET.findall(text)),
        frozenset(
            (n, (a or b).lower()) for text, _ in pieces for n, a, b in _ADDRESS.findall(text)
        ),
        frozenset(next(filter(None, a)) for text, _ in pieces for a in _AGE.findall(text)),
    )
