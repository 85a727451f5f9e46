"""The days that a text tells, wherever in it: a report of an arrest names the day of the shooting too."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from figures.extraction.times.ownday import own_day
from figures.extraction.times.when import Times
from figures.extraction.words.sentences import split
from figures.extraction.words.tokens import tokenize
from figures.model import Document

EPOCH = "2000-01-01"
_FIRST = date.fromisoformat(EPOCH)


class Told(NamedTuple):
    """A day told at a place of the text, in days since `EPOCH`."""

    at: int
    day: int


def iso(day: int) -> str:
    """A day since `EPOCH` as an ISO date.

    >>> iso(31)
    '2000-02-01'
    """
    return (_FIRST + timedelta(day)).isoformat()


def days_told(document: Document) -> list[Told]:
    """The days that a document tells, in the order of the text; none after the document itself.

    >>> text = "LESK, 9 May 2024 -- A man was held on Tuesday over the shooting of 2 May."
    >>> [iso(t.day) for t in days_told(Document("a", text))]
    ['2024-05-07', '2024-05-02']
    """
    tokens = tokenize(document.text)
    sentences = split(tokens)
    published = _date(document.published_on) or own_day(tokens, sentences)
    times = Times(tokens, sentences, published)
    return [
        Told(tokens.starts[mention.first], (days.earliest - _FIRST).days)
        for index in range(len(sentences))
        for mention, days in times.mentions(index)
        if days is not None
        and days.precision == "day"
        and (published is None or days.earliest <= published)
    ]


def _date(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
