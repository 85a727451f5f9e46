"""What a report of one day tells of days before it: "On Monday a bomb killed nine", behind the news of a Friday."""

from __future__ import annotations

from datetime import date
from typing import Final

from figures.extraction.document.cues import Cue, Place, incident_words
from figures.extraction.events import event_nouns
from figures.extraction.times.dates import find_dates
from figures.extraction.times.days import DateMention, resolve
from figures.extraction.words.sentences import Sentence

_OPENS: Final = 3  # tokens from where a sentence begins to its day
_APART: Final = 2  # days from another incident to the report's own
_FAR: Final = 300  # days before the report within which a day without a year is of its year
# of whom it is told what the news is of
_BLAMED: Final = frozenset(
    "accused charged arrested convicted jailed sentenced guilty pleaded".split()
)
_SUBJECT: Final = 3  # tokens of who or what a clause is about


def earlier_day(place: Place, i: int) -> Cue | None:
    """ "ON MONDAY a bomb killed nine", "ON MAY 3, six men were shot", days before what the text opened with; not "on
    Monday the flood killed nine", of what goes on for days, nor "on Monday he killed two".
    """
    first = place.sentence.first
    if place.opens or place.opening is None or place.published is None:
        return None
    ends = place.stop - i <= _OPENS
    if i - first >= _OPENS and not ends:
        return None  # most
    if _goes_on(place, place.sentence) or _goes_on(place, place.opening):
        return None
    told = find_dates(place.tokens, first, place.stop)
    mention = told[-1 if ends else 0] if told else None
    if mention is None or not mention.first <= i < mention.stop or mention.cue != "event":
        return None
    if ends and (len(told) > 1 or mention.day is None):
        return None  # "a crash Sunday killed six"
    days = _day(mention, place.published)
    own = _own_day(place)
    if own is None and place.word(first) == "earlier":
        own = place.published  # "EARLIER, on May 3 a mine hurt four"
    if days is None or own is None or not _APART <= (own - days).days < _FAR:
        return None
    k = first if ends else mention.stop + (place.word(mention.stop) == ",")
    if (
        place.word(k) in incident_words("known")
        or place.told_by(mention.stop)
        or _speaks_of_it(place)
    ):
        return None
    return Cue(mention.first, mention.stop, first, place.stop, strong=False, anywhere=True)


def _day(mention: DateMention, published: date) -> date | None:
    """The one day that a date means."""
    days = resolve(mention, published)
    return days.earliest if days is not None and days.precision == "day" else None


def _own_day(place: Place) -> date | None:
    """The day of the incident that a text opens with, None where it has no day."""
    opening = place.opening
    if opening is None or place.published is None:
        return None
    told = [m for m in find_dates(place.tokens, opening.first, opening.stop) if m.cue == "event"]
    told.sort(key=lambda m: m.weekday is None and m.back is None)  # not the day of a dateline
    return _day(told[0], place.published) if told else None


def _goes_on(place: Place, sentence: Sentence) -> bool:
    """Does a sentence tell of a storm, a war or the like, of which no day is another incident's?"""
    lasting = incident_words("lasting")
    return not lasting.isdisjoint(place.words[sentence.first : sentence.stop])


def _speaks_of_it(place: Place) -> bool:
    """Does the sentence speak of an event told before, or of who is blamed for it: "THE blast", "is ACCUSED of"?"""
    if not _BLAMED.isdisjoint(place.words[place.sentence.first : place.stop]):
        return True
    known = incident_words("told_before")
    span = range(place.sentence.first, place.stop - 1)
    told = (k for k in span if place.words[k] in known)
    return any(
        not event_nouns()[0].isdisjoint(place.words[k + 1 : min(place.stop, k + _SUBJECT)])
        for k in told
    )
