"""Items of a chronicle: lines that a day heads, each of which tells of a place of its own or of none."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from figures.extraction.once import once_a_text
from figures.extraction.places.names import PlaceMention
from figures.extraction.places.whereabouts import Whereabouts
from figures.lexicon import classes as c

_SEVERAL: Final = 3  # such lines make a chronicle
_DAY: Final = 5  # tokens of a heading's day: "March 9, 2016"
_PLACED: Final = 8  # tokens of the place behind it: "4 March, Lesk: …"
_HEADS: Final = (":", "-")


def item_of(where: Whereabouts, index: int) -> int | None:
    """The sentence that opens the item of a chronicle in which sentence ``index`` stands; None in other texts."""
    starts = _starts(where)
    at = bisect_right(starts, index)
    return starts[at - 1] if at else None


@once_a_text
def _starts(where: Whereabouts) -> list[int]:
    """The sentences that open an item; none in a text with fewer than three."""
    dated = [i for i, s in enumerate(where.sentences) if s.classes & c.MONTH]
    found = [i for i in dated if _opens(where, i)] if len(dated) >= _SEVERAL else []
    return found if len(found) >= _SEVERAL else []


def _opens(where: Whereabouts, index: int) -> bool:
    """Does a line begin with a day and a sign behind it: "March 9 – Gunmen …", "4 March, Lesk: Gunmen …"?"""
    tokens, s = where.tokens, where.sentences[index]
    words, classes = tokens.words, tokens.classes
    first = s.first + (not words[s.first][0].isalnum())  # past a bullet
    if index and s.first not in tokens.breaks or first + 2 >= s.stop:
        return False
    day, month = classes[first], classes[first + 1]
    if not (day & c.DIGIT and month & c.MONTH or day & c.MONTH and month & c.DIGIT):
        return False
    near = words[first + 2 : min(s.stop, first + _DAY + 1)]
    for k, word in enumerate(near):
        if word in _HEADS:
            return True
        if word not in (",", ".") and not word.isdecimal():
            return "," in near[:k] and ":" in words[first + 2 : min(s.stop, first + _PLACED)]
    return False


def before_items(where: Whereabouts, mention: PlaceMention | None) -> PlaceMention | None:
    """The place where it is told before the first item: "List of bombings in LENIA"; None where an item tells it."""
    first = where.sentences[_starts(where)[0]].first
    return mention if mention is not None and mention.first < first else None
