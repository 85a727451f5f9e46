"""The phrases that say how a count is said or what it rests on, from the lexicon (lexicon/modifiers.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

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
