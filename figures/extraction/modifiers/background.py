"""Background: the tolls of other incidents that a report recalls ("a similar blast in 2019 killed 40")."""

from __future__ import annotations

from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_EARLIER = frozenset("previous similar earlier past previously".split())
_EVENTS = frozenset(
    "attack attacks blast blasts bombing bombings strike strikes incident incidents explosion explosions quake"
    " earthquake earthquakes flood floods shooting shootings raid raids accident accidents disaster ambush crash"
    " crashes massacre fire fires storm cyclone hurricane typhoon outbreak tragedy case".split()
)
_SPANS = frozenset("day days week weeks month months year years".split())


def background_words(
    tokens: Tokens, first: int, stop: int, published_on: str | None, opening: bool
) -> tuple[int, int] | None:
    """The tokens of a sentence that set it in another incident, or None.

    The sentence a text opens with is never background. A year counts as another time where it lies
    before the report's own.
    """
    if opening:
        return None
    words, classes = tokens.words, tokens.classes
    year = int(published_on[:4]) if published_on else None
    for i in range(first, stop - 1):
        word, after = words[i], words[i + 1]
        if word in _EARLIER and after in _EVENTS:
            return i, i + 2
        if word in ("last", "previous") and after in ("year", "month"):
            return i, i + 2
        if word in _SPANS and after in ("after", "ago", "earlier", "before"):
            if after == "after" and not {"come", "comes", "came", "coming"} & set(words[first:i]):
                continue
            if words[i] in ("day", "days") and after in ("ago", "earlier", "before"):
                continue
            return i - 1, i + 2
        if (
            year is not None
            and word in ("in", "of", "since")
            and classes[i + 1] & c.DIGIT
            and len(after) == 4
            and after.isdigit()
            and 1900 <= int(after) < year
            and word != "since"
        ):
            return i, i + 2
    return None
