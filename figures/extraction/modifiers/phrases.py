"""The phrases that say how a count is said or what it rests on, from the lexicon (lexicon/modifiers.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase of the lexicon: alternatives for each word, what it tells and what it takes."""

    words: tuple[frozenset[str], ...]
    tells: str
    takes: tuple[str, ...]
    beside: frozenset[str]  # words of which one must stand in the reach
    without: frozenset[str]  # words of which none may
    weak: bool

    @property
    def asks(self) -> bool:
        return bool(self.beside or self.without)


@cache
def cues(field: str) -> dict[str, tuple[Cue, ...]]:
    """First word → the phrases of a field ("status", "basis") that begin with it, the longest first."""
    table: dict[str, list[Cue]] = {}
    for entry in load("modifiers")[field]:
        for phrase in entry["words"]:
            words = tuple(frozenset(part.split("|")) for part in str(phrase).split())
            cue = Cue(
                words,
                entry["tells"],
                tuple(entry["takes"]),
                frozenset(entry.get("with", ())),
                frozenset(entry.get("without", ())),
                bool(entry.get("weak")),
            )
            for word in words[0]:
                table.setdefault(word, []).append(cue)
    return {
        word: tuple(sorted(found, key=lambda x: -len(x.words))) for word, found in table.items()
    }


def past_time(tokens: Tokens, k: int, stop: int) -> int:
    """The "to" behind the words at token k that tell how long: "worked THROUGHOUT THE NIGHT to free 12"; else k."""
    for at in range(k, min(k + _HOURS, stop)):
        word, bits = tokens.words[at], tokens.classes[at]
        if word == "to":
            return at
        if word not in _LONG and not bits & (c.TIME | c.WEEKDAY | c.ADVERB):
            break
    return k


_HOURS: Final = 7  # tokens that tell how long somebody has tried
_LONG: Final = frozenset(
    "through throughout around into during on in for all the clock dark darkness night hours early".split()
)
