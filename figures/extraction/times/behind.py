"""The day of what a search is for, told behind it: "Divers FOUND four BODIES on Thursday. The ferry sank on Monday"."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import OTHER_EVENT, event_words
from figures.extraction.once import once
from figures.extraction.times.days import DateMention, Days
from figures.extraction.times.telling import Times
from figures.extraction.words.sentences import Sentence

BODIES: Final = frozenset("body bodies corpse corpses remains".split())
FOUND: Final = frozenset(
    "found recovered pulled retrieved discovered dug removed brought fished unearthed exhumed".split()
)
JUST: Final = 7  # days from an event to the day on which people search for those it befell
_AHEAD: Final = 3  # sentences behind a search in which its day may be told
_NEAR: Final = 5  # tokens between a count and its bodies
# of another event, or of what may have been long before they died
_OTHER: Final = OTHER_EVENT | frozenset(
    "disappeared vanished missing seen heard kidnapped abducted reported".split()
)
_BEFELL: Final = frozenset("fell gave swept ripped tore slid caught went opened detonated".split())


def tells_bodies(times: Times, s: Sentence) -> bool:
    """Does a sentence tell of bodies that were found?"""
    said = times.tokens.words[s.first : s.stop]
    return not BODIES.isdisjoint(said) and not FOUND.isdisjoint(said)


def of_bodies(times: Times, s: Sentence, at: int) -> bool:
    """Does token ``at`` count bodies: "nine BODIES", "the BODIES of nine miners"?"""
    near = times.tokens.words[max(s.first, at - _NEAR) : min(s.stop, at + _NEAR)]
    return not BODIES.isdisjoint(near) and tells_bodies(times, s)


@once
def search_for(times: Times, index: int) -> tuple[DateMention, Days] | None:
    """The day of what befell those whose bodies sentence ``index`` tells of, told in the sentences behind it.

    >>> from datetime import date
    >>> from figures.extraction.words.sentences import split
    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("Divers found four bodies on Thursday. The ferry sank on Monday.")
    >>> search_for(Times(t, split(t), date(2024, 5, 9)), 0)[1].earliest
    datetime.date(2024, 5, 6)
    """
    told = [d for _, d in times.mentions(index) if d is not None]
    last = min((d.latest for d in told), default=times.published)
    if last is None:
        return None
    for n in range(index + 1, min(index + 1 + _AHEAD, len(times.sentences))):
        s = times.sentences[n]
        said = times.tokens.words[s.first : s.stop]
        if not _OTHER.isdisjoint(said) or tells_bodies(times, s):
            return None
        befell = not event_words().isdisjoint(said) or not _BEFELL.isdisjoint(said)
        for mention, days in times.mentions(n) if befell else ():
            if days is None or days.precision != "day" or mention.first in times.others:
                continue
            if mention.cue in ("event", "attributive") and 0 < (last - days.earliest).days <= JUST:
                return mention, days
    return None
