"""Names of countries in titles: "WFP Peru Country Brief"."""

from __future__ import annotations

from typing import Final

from figures.extraction.places.gazetteer import country_words
from figures.extraction.places.names import PlaceMention, best_known
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_MARKS: Final = frozenset("\"'“”‘’")


def country_within(tokens: Tokens, i: int, end: int) -> PlaceMention | None:
    """The country in a title: "WFP Peru Country Brief", but not in that of a show: "“Good Morning Peru”"."""
    if not _MARKS.isdisjoint(tokens.words[i - 1 : i]) and not _MARKS.isdisjoint(
        tokens.words[end : end + 1]
    ):
        return None
    for k in range(i, end):
        if tokens.words[k - 1] in ("of", "air") or tokens.words[k + 1 : k + 2] in _AIRLINES:
            continue  # "an Air FREEDONIA jet", "the Islamic State of FREEDONIA", "the FREEDONIA-flagged tanker Ana"
        code = country_words().get(tokens.words[k])
        if code and not tokens.classes[k] & c.DEMONYM and best_known(tokens.words[k]) is not None:
            name = tokens.quote(k, k + 1)
            return PlaceMention(k, k + 1, name, name, "title")
    return None


_AIRLINES: Final = (["-"], ["airways"], ["airlines"], ["airline"], ["air"])
