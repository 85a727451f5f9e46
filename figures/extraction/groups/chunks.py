"""What a sentence is made of: chunks that follow one another without gaps, and counted groups in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from figures.categories import Trigger, trigger_table
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

# Kinds of chunk.
COUNT, NOUN, VERB, PREP, COMMA, AND, RELATIVE, CLAUSE, STOP, OPEN, CLOSE, QUOTE, ADVERB, TRIGGER = (
    "count noun verb prep comma and relative clause stop open close quote adverb trigger".split()
)
PUNCTUATION = {
    ",": COMMA, "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE, '"': QUOTE, ";": STOP, ":": STOP, "-": STOP,
    ".": STOP, "!": STOP, "?": STOP, "/": AND, "'": QUOTE, "*": STOP, "•": STOP, "…": STOP, "+": ADVERB,
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Counted:
    """A counted group: "at least 12 Shia pilgrims", "five of those", "a woman and her two children", "33".

    ``first``/``stop`` are the tokens of the quote, ``number`` what was read; ``unit`` is "person",
    "household", "building", a noun nobody counts as any of these, or None where no noun stands (elided).
    """

    first: int
    stop: int
    value: int | float | None
    low: int | float | None
    high: int | float | None
    qualifier: str
    reported: tuple[int, int]  # tokens of the quantity words
    counted: str = "number"
    unit: str | None = None
    head: int | None = None
    groups: tuple[str, ...] = ()
    adding: bool = False
    of_those: bool = False
    used: list[Trigger] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Chunk:
    """One chunk: its kind and token range, what it counts or which triggers stand in it."""

    kind: str
    first: int
    stop: int
    count: Counted | None = None
    triggers: tuple[tuple[int, int, Trigger], ...] = ()  # (first, stop, trigger)
    passive: bool = False
    finite: bool = False
    negated: bool = False
    modal: bool = False
    have: bool = False
    to: bool = False
    main: int | None = None  # token of the main verb


def find_triggers(tokens: Tokens, first: int, stop: int) -> dict[int, list[tuple[int, Trigger]]]:
    """Token index → the (stop, trigger) phrases that begin there; of each category and shape the longest."""
    table = trigger_table()
    words = tokens.words
    found: dict[int, list[tuple[int, Trigger]]] = {}
    for i in range(first, stop):
        if not tokens.classes[i] & c.TRIGGER:
            continue
        longest = 0
        for trigger in table.get(words[i], ()):
            n = len(trigger.words)
            if (
                n < longest
                and n == 1
                and longest > 1
                and any(t.category == trigger.category for _, t in found[i])
            ):
                continue
            if n == 1 or (i + n <= stop and tuple(words[i : i + n]) == trigger.words):
                found.setdefault(i, []).append((i + n, trigger))
                longest = max(longest, n)
        if longest > 1:  # "killed or injured" hides "killed": the longest phrase wins
            found[i] = [(e, t) for e, t in found[i] if e == i + longest]
    return found
