"""Places beside an arrest: where it was, and where what somebody is held for was done."""

from __future__ import annotations

from typing import Final

from figures.extraction.once import once
from figures.extraction.places.names import PlaceMention
from figures.extraction.places.whereabouts import Whereabouts
from figures.extraction.times.afterwards import arrested_for


def beside_arrest(
    where: Whereabouts, index: int, at: int, mentions: list[PlaceMention]
) -> list[PlaceMention]:
    """The places but those of the arrest for a count of what it is for, and the other way round: "three men were held
    IN LESK over the killing of two IN HALE"."""
    if not mentions or not (told := _matter(where, index)):
        return mentions
    matter, arrest = told
    if at >= matter:
        return [m for m in mentions if m.first >= matter or m.stop <= arrest and m.cue == "title"]
    return [m for m in mentions if m.first < matter] or mentions  # "arrested in A HALE SHOOTING"


@once
def _matter(where: Whereabouts, index: int) -> tuple[int, int] | None:
    """The token from which on sentence ``index`` tells what somebody was arrested for, and that of the arrest."""
    s, words = where.sentences[index], where.tokens.words
    if _ARRESTS.isdisjoint(where.tokens.said(s.first, s.stop)):
        return None  # most
    arrest = next(k for k in range(s.first, s.stop) if words[k] in _ARRESTS)
    matter = arrested_for(where.tokens, arrest, s.stop)
    return (matter, arrest) if matter else None


_ARRESTS: Final = frozenset(
    "arrested rearrested arrest arrests apprehended captured detained jailed".split()
)
