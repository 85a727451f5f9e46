"""The box of an encyclopedia's article, at the end of its text: labels and values, read apart from the text.

    Infobox
    Date: 2 May 2019 – 5 May 2019
    Location: Lesk, Castile
    Deaths: 34

What it counts happened on the days and in the place of its own labels, whatever the text told last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from figures.extraction.places.names import PlaceMention
from figures.extraction.places.whereabouts import Whereabouts
from figures.extraction.times.dates import find_dates
from figures.extraction.times.days import DateMention, Days, resolve
from figures.extraction.times.when import Times, When
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.model import INFOBOX

_LABEL: Final = 4  # tokens of a label and its colon
_DATES: Final = frozenset(
    "date dates start end began ended formed dissipated duration period".split()
)
_PLACES: Final = frozenset("location locations place area areas region country".split())
_GLUED: Final = re.compile(r"[a-z]{2}[A-Z]")


def parts(tokens: Tokens, sentences: list[Sentence]) -> list[list[Sentence]]:
    """The sentences of a text in parts that are read one by one: the text, then its box.

    >>> from figures.extraction import extract
    >>> text = "A flood hit Lesk on 3 May 2019.\\n\\nInfobox\\nDate: 1 May 2019\\nDeaths: 34"
    >>> [(f.value, f.place, f.earliest) for f in extract(text)]
    [(34, None, '2019-05-01')]
    """
    at = tokens.text.rfind(INFOBOX)
    if at < 0:
        return [sentences]
    start = at + len(INFOBOX) - len(INFOBOX.lstrip())
    first = next((i for i, s in enumerate(sentences) if s.start >= start), 0)
    return [sentences[:first], sentences[first:]] if first else [sentences]


@dataclass(frozen=True, slots=True)
class Box:
    """The days and the place that the labels of a box tell."""

    sentences: list[Sentence]
    when: When
    place: PlaceMention | None

    def setting(
        self, index: int, place: PlaceMention | None, when: When
    ) -> tuple[PlaceMention | None, When]:
        """Where and when a count of line ``index`` happened: as its own line tells, else as the labels do."""
        line = self.sentences[index]
        if place is None or not line.first <= place.first < line.stop:
            place = self.place
        if when.told is None or not line.first <= when.told.first < line.stop:
            when = self.when
        return place, when


def is_box(tokens: Tokens, sentences: list[Sentence]) -> bool:
    """Are the sentences those of a box, and not of a text?"""
    head = sentences[0]
    return head.start > 0 and tokens.text[head.start : head.end] == INFOBOX.strip()


def box_of(sentences: list[Sentence], where: Whereabouts, times: Times) -> Box:
    """What the labels of a box tell of its counts."""
    tokens = where.tokens
    labels = [_label(tokens, line) for line in sentences]
    told: list[tuple[DateMention, Days]] = []
    place: PlaceMention | None = None
    for i, label in enumerate(labels):
        if label in _DATES:
            dates = find_dates(tokens, sentences[i].first, sentences[i].stop)
            told += [(m, days) for m in dates if (days := resolve(m, times.published)) is not None]
        if label in _PLACES and place is None and (i + 1 == len(labels) or labels[i + 1]):
            place = _one_place(where, i, listed=label == "areas")
    return Box(sentences, _span(told), place)


def _label(tokens: Tokens, line: Sentence) -> str | None:
    """The first word of a line's label, or nothing: a line without one goes on with the last label's values."""
    words = tokens.words[line.first : min(line.stop, line.first + _LABEL)]
    return words[0] if ":" in words[1:] or "(" in words[1:2] else None


def _one_place(where: Whereabouts, i: int, listed: bool) -> PlaceMention | None:
    """The place that line ``i`` names alone, or with what it lies in unless it is ``listed`` with others; no two
    whose break between them was lost ("GhanaTogo")."""
    words, line, places = where.tokens.words, where.sentences[i], where.narrowest(i)
    if len(places) != 1 or places[0].parts or _GLUED.search(places[0].verbatim):
        return None
    told = words[line.first : line.stop]
    if ":" not in told or listed and "," in told:
        return None
    value = line.first + told.index(":") + 1
    return places[0] if places[0].first - (words[value] == "the") == value else None


def _span(told: list[tuple[DateMention, Days]]) -> When:
    """From the first day told to the last."""
    if not told:
        return When()
    first = min((days.earliest for _, days in told))
    last = max((days.latest for _, days in told))
    mention, days = told[0]
    precision = days.precision if days.earliest == first and days.latest == last else "range"
    return When(Days(first, last, precision), mention)
