"""Places that tell a count as their own: "Chad's toll rose to 12", "Niger reported eight deaths"."""

from __future__ import annotations

from typing import Final

from figures.extraction.places.names import PlaceMention
from figures.extraction.places.whereabouts import Whereabouts, share
from figures.extraction.places.whose import has_so_many
from figures.extraction.speakers.recording import RECORDING
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_TOLLS: Final = frozenset("toll tally".split())
_TOLL_OF: Final = 5  # tokens from "Chad's" to "toll"


def whose_toll(where: Whereabouts, index: int, at: int) -> PlaceMention | None:
    """ "Raising CHAD'S death toll to 12 and NIGER'S to nine": the place whose toll the count at token ``at`` is."""
    tokens = where.tokens
    for mention in reversed(where.mentions(index)):
        if mention.stop < at and tokens.words[mention.stop] == "'s":
            between = range(mention.stop + 1, at)
            told = [tokens.words[k] for k in between]
            if any(tokens.classes[k] & c.NUMERAL for k in between):
                return None
            near = told[:_TOLL_OF]  # but "in Lenia's north, as THE DEATH TOLL rose to 12"
            return mention if told == ["to"] or not _TOLLS.isdisjoint(near) else None
    return None


def of_its_own(where: Whereabouts, index: int, at: int) -> PlaceMention | None:
    """The place that tells the count at ``at`` as its own, behind another clause: "…, while LESK SAW 45 deaths"."""
    tokens, first = where.tokens, where.sentences[index].first
    for m in reversed(where.mentions(index)):
        if m.stop < at and m.cue == "named" and m.first > first:
            return m if has_so_many(tokens, first, m.first, m.stop, at) else None
    return None


def told_by_land(tokens: Tokens, mentions: list[PlaceMention], at: int) -> PlaceMention | None:
    """ "Mali lost five, as NIGER REPORTED eight deaths": the place that itself tells the count at token ``at``."""
    told = next((m for m in reversed(mentions) if m.first < at), None)
    if told is None or told.cue != "named" or told.stop >= len(tokens):
        return None
    if tokens.words[told.stop] not in RECORDING:
        return None
    between = range(told.stop + 1, at)
    return told if all(tokens.classes[k] & c.QUALIFIER for k in between) else None


def no_parts(
    tokens: Tokens, at: int, told: list[PlaceMention], mentions: list[PlaceMention]
) -> list[PlaceMention]:
    """The places but those behind a count of all that are told with their parts of it: "17 cases in Hale (8), Orlo (7)
    and Lesk (2)"."""
    parts = [m for m in mentions if m.first > at and tokens.words[m.stop : m.stop + 1] == ["("]]
    if len(parts) < _PARTED or not all(share(tokens, m) for m in parts[:_PARTED]):
        return told
    return [m for m in told if m not in parts]


_PARTED: Final = 2  # places with a number in brackets that share a count


def of_those(tokens: Tokens, first: int, at: int, mention: PlaceMention) -> bool:
    """ "OF THE 57 KILLED, 45 were IN LENIA": is the place that of a part of those at token ``at``?"""
    if at - first > _OF_THE or "," not in tokens.words[at : mention.first]:
        return False
    comma = tokens.words.index(",", at)
    return any(tokens.classes[k] & c.NUMERAL for k in range(comma, mention.first))


def of_share(tokens: Tokens, mention: PlaceMention) -> bool:
    """Is it where a share of those told were: "40% OF THEM IN HALE"?"""
    before = tokens.words[max(0, mention.first - 5) : mention.first]
    return before[-3:-1] in (["of", "them"], ["of", "whom"]) and not _SHARES.isdisjoint(before)


def opens_with_part(tokens: Tokens, first: int) -> bool:
    """ "ALL THE THREE killed by the slide were in Lesk": does a sentence open with some of those told before?"""
    the = first + 1 + (tokens.words[first + 1 : first + 2] == ["the"])
    return (
        tokens.words[first] == "all" and the < len(tokens) and bool(tokens.classes[the] & c.NUMERAL)
    )


_OF_THE: Final = 3  # tokens from the "of" that opens a sentence to its count
_SHARES: Final = frozenset("% percent half most many majority".split())
