"""Where the thing counted by a figure happened: the place nearest to it that the text tells as a place of events."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from figures.extraction.gazetteer import Place, key, look_up
from figures.extraction.places import WHERE, PlaceMention, find_places
from figures.extraction.sentences import Sentence
from figures.extraction.tokens import Tokens
from figures.lexicon import classes as c

_BACK = 12  # sentences that a place is carried over


@dataclass(slots=True)
class Whereabouts:
    """The places of one document, found sentence by sentence as they are asked for."""

    tokens: Tokens
    sentences: list[Sentence]
    title: str | None = None
    _mentions: dict[int, list[PlaceMention]] = field(default_factory=dict)
    _countries: Counter[str] | None = None

    def mentions(self, index: int) -> list[PlaceMention]:
        """The places named in sentence ``index``."""
        found = self._mentions.get(index)
        if found is None:
            sentence = self.sentences[index]
            found = self._mentions[index] = find_places(self.tokens, sentence.first, sentence.stop)
        return found


def place_of(where: Whereabouts, index: int, at: int) -> PlaceMention | None:
    """Where the thing counted at token ``at`` of sentence ``index`` happened; None where the text does not tell."""
    here = _in_sentence(where, index, at)
    if here is not None:
        return here
    for back in range(index - 1, max(-1, index - _BACK), -1):
        found = _event_place(where, back)
        if found is not None:
            return found
    return None


def _tops(mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions that hold no other one named beside them: the most specific of each chain."""
    holders = {id(m.within) for m in mentions if m.within is not None}
    return [m for m in mentions if id(m) not in holders]


def _in_sentence(where: Whereabouts, index: int, at: int) -> PlaceMention | None:
    tokens = where.tokens
    sentence = where.sentences[index]
    mentions = _tops(where.mentions(index))
    told = [m for m in mentions if m.cue in WHERE]
    if told:
        after = [m for m in told if m.first >= at and not _opens(tokens, m, sentence.stop)]
        edge = _next_count(tokens, at, sentence.stop)
        for m in after:
            if m.first < edge:
                return m
        before = [m for m in told if m.first < at]
        if before:
            return before[-1]
        return after[0] if after else told[0]
    for m in mentions:
        if m.cue == "named" and m.first < at:
            return m
    return None


def _opens(tokens: Tokens, mention: PlaceMention, stop: int) -> bool:
    """Does the place open what follows ("in Germany 196 died, in Belgium 43")?"""
    j = mention.stop
    while j < stop and tokens.words[j] in (",", "at", "least", "about", "some"):
        j += 1
    return j < stop and bool(tokens.classes[j] & c.NUMERAL)


def _next_count(tokens: Tokens, at: int, stop: int) -> int:
    """Where the next number after the one at ``at`` stands."""
    i = at + 1
    while i < stop and tokens.classes[i] & (c.NUMERAL | c.QUALIFIER | c.PUNCTUATION):
        i += 1
    while i < stop and not tokens.classes[i] & c.NUMERAL:
        i += 1
    return i


def _event_place(where: Whereabouts, index: int) -> PlaceMention | None:
    """The last place of a sentence that tells of events."""
    told = [m for m in _tops(where.mentions(index)) if m.cue in WHERE]
    return told[0] if told else None


def countries(where: Whereabouts) -> Counter[str]:
    """How often the text names each country, a region of it or its people: what decides between namesakes."""
    if where._countries is None:
        where._countries = Counter()
    return where._countries


def resolve(where: Whereabouts, mention: PlaceMention) -> Place | None:
    """The gazetteer's place for a mention; that of the place which holds it where it is not known itself."""
    found = look_up(key(mention.name))
    return found[0] if found else None
