"""A number in its surroundings: the words before and after it, and what they look like."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Final

from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

COUNTED: Final = c.PERSON | c.HOUSEHOLD | c.BUILDING
JOINS: Final = frozenset((",", "and", "or", "to", "-", "/", "&"))
_HYPHENS: Final = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class ExclusionWords:
    """The lists of exclusions.yaml as sets, and each unit and attribute with its kind of number."""

    sets: dict[str, frozenset[str]]
    units: dict[str, str]
    attributes: dict[str, str]


@cache
def exclusion_words() -> ExclusionWords:
    lists = load("exclusions")
    sets = {k: frozenset(v.split() if isinstance(v, str) else v) for k, v in lists.items()}
    units: dict[str, str] = {}
    for key, kind in (
        ("measures", "measure"),
        ("money", "money"),
        ("distances", "distance"),
        ("durations", "duration"),
        ("percent", "percentage"),
        ("calibres", "calibre"),
        ("storeys", "storeys"),
        ("times", "multiple"),
    ):
        units |= dict.fromkeys(sets[key], kind)
    told = lists["attributes"].items()
    return ExclusionWords(
        sets, units, {noun: kind for kind, nouns in told for noun in nouns.split()}
    )


_SHORT: Final = frozenset(
    "brgy brgys no nos nr art arts sec para paras fig figs ch vol vols apt flt rte hwy bldg ver st pt".split()
)
# parts of a country that may have a number, or a name before this word; each of several: "Wards 4 and 5"
_PARTS: Final = frozenset("area barangay brgy district region sector ward zone".split())
_SEVERAL: Final = {f"{word}s" for word in _PARTS}
_WITHIN: Final = frozenset("in at near inside from".split())
_ENDS: Final = frozenset((",", ".", ";", ")"))
_GO_ON: Final = COUNTED | c.AUXILIARY | c.TRIGGER
_NO_NAME: Final = c.PREPOSITION | c.ARTICLE | c.DETERMINER | c.CONJUNCTION


@dataclass(slots=True)
class Surroundings:
    """A number at tokens ``[first, stop)``, its qualifier from ``begin``; ``limit`` is the end."""

    tokens: Tokens
    first: int
    stop: int
    begin: int
    limit: int
    size: int | float | None
    qualifier: str
    before: str = field(init=False)  # the word before its qualifier, "" at the beginning
    after: str = field(init=False)  # the word after it, "" at the end
    # the number as written, where it is one token of digits, else ""
    digits: str = field(init=False)

    def __post_init__(self) -> None:
        words = self.tokens.words
        word = words[self.first]
        self.digits = word if self.stop == self.first + 1 and word.isdecimal() else ""
        self.before = words[self.begin - 1] if self.begin else ""
        self.after = words[self.stop] if self.stop < len(words) else ""

    def word(self, i: int) -> str:
        return self.tokens.words[i] if 0 <= i < len(self.tokens.words) else ""

    def has(self, i: int, bits: int) -> bool:
        return 0 <= i < self.limit and bool(self.tokens.classes[i] & bits)

    def hyphen(self, i: int) -> bool:
        """Is token i a hyphen that joins its neighbours into one word?"""
        t = self.tokens
        return (
            0 < i < len(t.words) - 1
            and t.words[i] == "-"
            and t.text[t.starts[i]] in _HYPHENS
            and t.glued(i)
            and t.glued(i + 1)
        )

    def capitalised(self, i: int) -> bool:
        """Does token i begin with a capital, as names do (and every word of upper-case text)?"""
        t = self.tokens
        return 0 <= i < len(t.words) and t.text[t.starts[i]].isupper()

    def shouted(self, i: int) -> bool:
        """Is token i in capitals throughout?"""
        t = self.tokens
        return t.ends[i] - t.starts[i] > 1 and t.text[t.starts[i] : t.ends[i]].isupper()

    def month(self, i: int) -> bool:
        """A month's name: "May" and "March", not "may" and "march"."""
        t = self.tokens
        if not (0 <= i < len(t.words) and t.classes[i] & c.MONTH):
            return False
        word = t.words[i]
        if not self.capitalised(i):
            return word not in ("may", "march", "mar", "sun", "sat", "dec", "august")
        if word == "may" and self.shouted(i) and i + 1 < len(t.words):
            return not t.classes[i + 1] & (c.AUXILIARY | c.VERB | c.NEGATION | c.ADVERB)
        return True

    def named(self) -> bool:
        """Does a noun stand before that has a number for a name ("Flight 302", "article 5")?"""
        if self.begin != self.first or not self.before:
            return False
        sets, i = exclusion_words().sets, self.first - 1
        if self.before == "." and i and self.tokens.glued(i):
            i -= 1
            if self.tokens.words[i] not in _SHORT or self.first in self.tokens.breaks:
                return False  # "they closed the section. FIVE were hurt"
        if self.before == "-" and i and self.tokens.glued(i) != self.tokens.glued(i + 1):
            return bool(self.digits) and self.tokens.words[i - 1] in sets["named_always"]
        word = self.tokens.words[i]
        if word in ("no", "nos", "nr"):
            return i != self.first - 1 or self.has(self.first, c.DIGIT)
        if word in sets["named_always"]:
            return word in ("article", "section", "flight", "resolution") or bool(self.digits)
        if word == "p" and self.word(i - 1) == "&":
            return True  # "the S&P 500"
        if word in _PARTS and self.capitalised(i - 1) and self.has(self.stop, _GO_ON):
            if not self.has(i - 1, _NO_NAME):
                return False  # "in LESK DISTRICT 12 people died"
        if word in _SEVERAL:
            return bool(self.digits) and self.capitalised(i) and not self.has(self.stop, COUNTED)
        if word not in sets["named"] and word not in _PARTS:
            return False
        if word == "war":
            return self.word(i - 1) == "world"
        if self.digits and self.word(i - 1) in _WITHIN and self.after in _ENDS:
            return True  # "in ward 12, five fell ill"
        return self.capitalised(i) and (not self.shouted(i) or bool(self.digits))
