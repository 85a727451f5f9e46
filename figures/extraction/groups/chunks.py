"""What a sentence is made of: chunks that follow one another without gaps, and counted groups in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from figures.categories import Trigger
from figures.extraction.words.tokens import Tokens
from figures.model import Number

# Kinds of chunk, one a line: so written, they cost the compiled wheel no look-up.
COUNT: Final = "count"
NOUN: Final = "noun"
VERB: Final = "verb"
PREP: Final = "prep"
COMMA: Final = "comma"
AND: Final = "and"
RELATIVE: Final = "relative"
CLAUSE: Final = "clause"
STOP: Final = "stop"
OPEN: Final = "open"
CLOSE: Final = "close"
QUOTE: Final = "quote"
ADVERB: Final = "adverb"
TRIGGER: Final = "trigger"
# what follows tells how: "left three HURT"
LEAVING: Final = frozenset("left leave leaves leaving".split())
QUOTES: Final = frozenset("\"'")  # marks around a noun
PUNCTUATION: Final = {
    ",": COMMA, "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE, '"': QUOTE, ";": STOP, ":": STOP, "-": STOP,
    ".": STOP, "!": STOP, "?": STOP, "/": AND, "'": QUOTE, "*": STOP, "•": STOP, "…": STOP, "+": ADVERB,
    "|": STOP, "·": STOP, "●": STOP, "▪": STOP, "■": STOP, "‣": STOP, "►": STOP, "○": STOP,
    "=": STOP,
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
    whole: Counted | None = None  # those of whom some are counted: "one of THREE OFFICERS"


_AGES_AND_SEXES: Final = frozenset("child woman man elderly".split())
_ARMED: Final = frozenset("combatant police peacekeeper".split())
_UNARMED: Final = frozenset(
    "civilian child elderly journalist medic aid_worker official student passenger migrant".split()
)


def of_other_kind(one: Counted, other: Counted) -> bool:
    """Can nobody be of both: of other ages or sexes (women beside children), soldiers beside civilians?"""
    mine, theirs = frozenset(one.groups), frozenset(other.groups)
    if mine & theirs:
        return False
    aged = mine & _AGES_AND_SEXES and theirs & _AGES_AND_SEXES
    return bool(aged or mine & _ARMED and theirs & _UNARMED or mine & _UNARMED and theirs & _ARMED)


@dataclass(slots=True, eq=False)
class Chunk:
    """One chunk: its kind and token range, what it counts or which triggers stand in it."""

    kind: str
    first: int
    stop: int
    count: Counted | None = None
    triggers: tuple[tuple[int, int, Trigger], ...] = ()  # (first, stop, trigger)
    owner: Counted | None = None  # one whose the next noun is: "Reyes's", "his"
    main: int | None = None  # token of the main verb
    passive: bool = False
    finite: bool = False
    negated: bool = False
    modal: bool = False
    have: bool = False
    to: bool = False

    @property
    def acting(self) -> bool:
        """Is it a category's active verb, which stands before its object?"""
        if self.kind != VERB or self.passive:
            return False
        return any(t.shape == "active" for *_, t in self.triggers)


def mark(tokens: Tokens, i: int, end: int) -> Chunk:
    """The chunk of a punctuation mark at token i of a sentence that ends at ``end``; a stop holds those after it."""
    word = tokens.words[i]
    kind = PUNCTUATION.get(word, NOUN)
    alone = not tokens.glued(i) and not tokens.glued(i + 1)
    if word == "+" and alone:
        return Chunk(AND, i, i + 1)  # "14 killed + bomber"
    if kind == QUOTE and alone and tokens.text[tokens.starts[i]] in "«»":
        kind = STOP  # between the title and the name of the site
    stop = i + 1
    if word == "." and stop < end and tokens.glued(i) and tokens.words[stop].isalnum():
        return Chunk(NOUN, i, stop)  # "at Ward No. 3": it ends no sentence
    while kind == STOP and stop < end and tokens.words[stop] == word:
        stop += 1
    if kind == STOP and word == "-" and tokens.glued(i) and i + 1 < end and tokens.glued(i + 1):
        return Chunk(NOUN, i, i + 1)
    return Chunk(kind, i, stop)


def bare(number: Number) -> Counted:
    """What a number counts before its noun is looked for: the number's own words."""
    return Counted(
        number.first, number.stop, number.value, number.low, number.high, number.qualifier,
        (number.number_first, number.number_stop),
    )  # fmt: skip


class Search:
    """What the search for the head of a counted group has found so far."""

    __slots__ = ("counted", "groups", "head", "quoted", "strange", "unit")

    def __init__(self, counted: Counted) -> None:
        self.counted = counted
        self.head: int | None = None
        self.unit: str | None = None
        self.groups: tuple[str, ...] = ()
        self.strange = 0
        self.quoted = ""  # the mark in which the noun stands: '40 "militants"'
