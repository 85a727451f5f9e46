"""The rules of cues that tell a time: "in 2009", "last year", "two days before", "the deadliest since"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from figures.extraction.document.cues import BEGINNING, Cue, Place, incident_words
from figures.extraction.events import event_nouns
from figures.extraction.times.compared import set_beside
from figures.lexicon import classes as c
from figures.lexicon import load, load_words

_AFTER: Final = frozenset("after before since".split())
_AGO: Final = frozenset("ago earlier prior previously before".split())
_SHORT: Final = frozenset("day days hour hours minute minutes second seconds".split())
_SEASONS: Final = frozenset("year month summer fall autumn winter spring".split())  # after "last"
_DAYS: Final = frozenset("day night evening morning afternoon date".split())
_SPANS: Final = _SEASONS - {"month"}  # after "earlier this"
_PERIODS: Final = frozenset("year month day week night".split())
_COMES: Final = frozenset("comes come came".split())
_NOUN: Final = 5  # tokens between an article and its noun
_YEAR_ENDS: Final = frozenset("october november december".split())
_TOLLS: Final = frozenset("toll deaths lives fatalities dead killed died record previous".split())
_ENDS: Final = frozenset(", ; - and when as while".split())  # of what something is measured by
_MARKS: Final = frozenset("mark milestone threshold target limit".split())
_LONG_AGO: Final = 1000  # a year, beside a day and a month
_SINCE: Final = 9  # tokens from "since" to "when"
_SINCE_DAY: Final = 12  # tokens from "since" to a day with its year
_SINCE_YEAR: Final = 4  # tokens from "since" to a year
_PLEA: Final = 4  # tokens from a plea or a verdict to when it was
_TURNS: Final = frozenset("first second initial".split())
_FOUND: Final = frozenset("bodies body recovered retrieved remains".split())


_IT: Final = frozenset(("it", "this"))


def span(place: Place, i: int) -> Cue | None:
    """ "A week after a raid killed …", "three weeks earlier", "the day before": time from another incident."""
    after, next_ = place.word(i + 1), place.word(i + 2)
    if after == "before" and "took" in place.words[max(place.sentence.first, i - 3) : i]:
        return None  # "it took four hours before troops killed the gunmen"
    if after == "ago" and not incident_words("charged").isdisjoint(
        place.words[max(0, i - _PLEA) : i]
    ):
        return None  # "pleaded guilty a year ago to killing 12": when he did, not when they died
    ends = i + 2 >= place.stop or bool(place.tokens.classes[i + 2] & c.PUNCTUATION)
    if after == "before" and place.words[place.sentence.first] in _IT:
        return None  # "IT HAPPENED two days before the holidays": what is reported
    if after == "before" and i - place.sentence.first < BEGINNING and not ends:
        comma = next((k for k in range(i + 2, place.stop) if place.words[k] == ","), 0)
        if comma:  # "Four months before the raid, a clerk shot two men"
            return Cue(i, i + 2, comma, place.stop, strong=False)
    if after in _AFTER and not ends:
        if next_ in incident_words("told_before") and not event_nouns()[0].isdisjoint(
            place.words[i + 3 : i + 3 + _NOUN]
        ):
            return None  # "two days after the blast": the one reported
        if next_ in incident_words("told_before") and place.word(i + 3) in _TURNS:
            return None  # "an hour after THE FIRST two": of one series
        # "the raid comes two days AFTER ten were killed": what came first is another for certain
        came = not _COMES.isdisjoint(place.words[max(place.sentence.first, i - _NOUN) : i])
        return place.after(i, i + 2, place.reach(i + 2), strong=came and after == "after")
    if after == "earlier" and place.word(i) in ("day", "days") and _days_earlier(place, i):
        return place.maybe(i - 1, i + 2)
    if after == "earlier" and i == place.sentence.first and not place.opens:
        if "another" in place.words[i + 2 : i + 2 + _NOUN]:
            # "Hours earlier, another crash left seven dead"
            return place.whole(i, i + 2, strong=True)
    if after in _AGO and place.word(i) not in _SHORT:
        first = i - 3 if place.word(i - 2) == "than" else i - 1  # "less than two months ago"
        return _of_time(place, first, i + 2)  # but "18 million COMPARED TO four years ago"
    if after == "before" and place.word(i - 1) == "the" and not _finds(place):
        return place.whole(i - 1, i + 2)
    return None


def _days_earlier(place: Place, i: int) -> bool:
    """ "THREE DAYS EARLIER, gunmen shot five men": does the sentence open with what others did before?"""
    first, k = place.sentence.first, i + 2 + (place.word(i + 2) == ",")
    if place.opens or not 0 < i - first < _THREE or place.told_by(i + 2) or _finds(place):
        return False
    return place.word(k) not in incident_words("known") and not _known(place)


_THREE: Final = 3  # tokens of "just three days"


def _finds(place: Place) -> bool:
    """Is it told of the dead when they were found: "twelve bodies had been recovered the day before"?"""
    return not _FOUND.isdisjoint(place.words[place.sentence.first : place.stop])


def last(place: Place, i: int) -> Cue | None:
    """ "Last year", "the previous night"."""
    after = place.word(i + 1)
    if place.word(i) == "last" and after == "week":
        if beside := set_beside(place.tokens, place.sentence.first, i):
            return Cue(i, i + 2, beside, i + 2)  # "45,000, up from 38,000 LAST WEEK"
        if place.opens:
            return _behind(place, i)
        return None if _known(place) else place.maybe(i, i + 2)
    if after not in _PERIODS | _SEASONS or place.word(i) == "last" and after not in _SEASONS:
        return None
    if after in _DAYS and _finds(place):
        return None
    return _of_time(place, i, i + 2)


def _behind(place: Place, i: int) -> Cue | None:
    """ "Rebels killed two on Tuesday AFTER TROOPS SHOT FOUR LAST WEEK": what a clause of its own tells, behind the
    news of a day."""
    first = place.sentence.first
    k = next((k for k in range(i - 1, first, -1) if place.word(k) in _CLAUSES), first)
    news = any(place.tokens.classes[n] & c.WEEKDAY for n in range(first, k))
    known = place.word(k + 1) in incident_words("known")
    return Cue(i, i + 2, k, i + 2, strong=False) if news and not known else None


_CLAUSES: Final = frozenset("while whereas after".split())


def _of_time(place: Place, i: int, stop: int) -> Cue:
    """A cue of what happened at another time: its clause, but only what is compared of "921, down from 929 LAST
    YEAR"."""
    beside = set_beside(place.tokens, place.sentence.first, i)
    return Cue(i, stop, beside, stop) if beside else place.whole(i, stop)


def _known(place: Place) -> bool:
    """Does the sentence speak of what was told before: "the attack killed four last week"?"""
    return any(True for _ in _told(place))


def _told(place: Place) -> Iterator[int]:
    """Where the sentence names an event that was told of before: "THE attack", "THIS flood"."""
    the, events = incident_words("told_before"), event_nouns()[0]
    span = range(place.sentence.first, place.stop - 1)
    return (k for k in span if place.words[k] in the and place.word(k + 1) in events)


_WHEN_IN_YEAR: Final = frozenset("early mid late".split())


def in_year(place: Place, i: int) -> Cue | None:
    """ "In 2009", "in May 2009", in a text of a later year; not what it tells of the months just before it."""
    month = i + 1 < place.stop and place.tokens.classes[i + 1] & c.MONTH
    at = i + 1 + bool(month or place.word(i + 1) in _WHEN_IN_YEAR)
    year = place.word(at)
    if place.year is None or len(year) != 4 or not year.isdecimal():
        return None
    if "since" in place.words[max(place.sentence.first, i - _SINCE_YEAR) : i]:
        return None  # "since the beginning of 2023": what it runs from
    if _began(place, i):
        return None  # "the insurgency, which BEGAN IN 2012, has killed 900": what it runs from
    last = place.year - (place.word(i + 1) in _YEAR_ENDS)
    if int(year) == place.year and _blamed(place, i, year):
        return place.maybe(i, at + 1)
    return _of_time(place, i, at + 1) if 1900 <= int(year) < last else None


def _began(place: Place, i: int) -> bool:
    """Is it when what goes on began, in a clause of its own: "the war, WHICH BEGAN in 2012, has killed 900"?"""
    begun = range(i - 1, max(place.sentence.first + 1, i - _BEGAN), -1)
    beginnings = load_words("modifiers", "beginnings")
    k = next((k for k in begun if place.word(k) in beginnings), 0)
    return (
        bool(k) and place.word(k - 1) in ("which", "that") and "has" in place.words[i : place.stop]
    )


_BEGAN: Final = 4  # tokens from "began" to "in"


def _blamed(place: Place, i: int, year: str) -> bool:
    """ "The six were wanted for the murder of two guards IN 2014", a year not told before: of what they are blamed?"""
    words, first = place.words, place.sentence.first
    blame = (k for k in range(first, i) if words[k] in incident_words("blamed"))
    if place.opens or not any(words[k + 1] in ("for", "of", "the") for k in blame):
        return False
    return year not in words[:first]


def in_month(place: Place, i: int) -> Cue | None:
    """ "IN MAY, 145 died in a crush", "ON JANUARY 2 a bus fell, killing 52", in a report of days of a later month."""
    if not place.month or place.opens or not place.tokens.capital(i + 1) and place.word(i) == "in":
        return None
    k = next((k for k in (i + 1, i + 2) if place.word(k) in months()), 0)
    if not k or k == i + 2 and not place.word(i + 1).isdecimal():
        return None
    stop = k + 1
    if place.word(i) == "on" and k == i + 1:
        if not place.word(i + 2).isdecimal():
            return None
        stop += 1
    year = place.word(stop + (place.word(stop) == ","))
    if len(year) == 4 and year.isdecimal() or stop < place.stop and _names(place, stop):
        return None  # told with its year, or of "the May Hospital"
    ago = (place.month - months()[place.word(k)]) % 12
    words = place.words[place.sentence.first : place.stop]
    if not 0 < ago <= _MONTHS or not _GOING.isdisjoint(words) or _of_it(place):
        return None
    opens = i - place.sentence.first <= 1
    if not opens and place.tokens.classes[place.sentence.first + 1] & c.NUMERAL:
        if place.word(place.sentence.first) in incident_words("told_before"):
            return None  # "THE THREE were shot on 9 May"
    ends = stop >= place.stop or bool(place.tokens.classes[stop] & (c.PUNCTUATION | c.SUBORDINATOR))
    return place.maybe(i, stop) if opens or ends else None


_MONTHS: Final = 10  # months back that a month told without its year may be
# what goes on since then, or is told of what came after it
_GOING: Final = frozenset(
    "since so far total convicted sentenced court trial charged arrested accused".split()
)


def _of_it(place: Place) -> bool:
    """Does the sentence speak of what was told before: "THE BLAST in May killed four", not "the eruption OF a
    mountain"?"""
    return any(place.word(k + 2) != "of" for k in _told(place))


def _names(place: Place, k: int) -> bool:
    return place.tokens.capital(k) and place.word(k).isalpha()


@cache
def months() -> dict[str, int]:
    """Names of months, short ones too, and their numbers."""
    return {str(name): int(n) for name, n in load("dates")["months"].items()}


def under_year(place: Place, i: int) -> Cue | None:
    """ "Hurricane Hale, 1969: the storm killed 143", in a text of a later year: what is told under its heading."""
    if place.opens or i - place.sentence.first > _HEADING or place.word(i - 2) != ",":
        return None
    year = place.word(i - 1)
    past = place.year is not None and len(year) == 4 and year.isdecimal()
    if not past or not 1800 <= int(year) < (place.year or 0):
        return None
    first = place.sentence.first
    return Cue(first, i, first, place.stop, goes_on=True)


_HEADING: Final = 9  # tokens of a heading


def _runs_from(place: Place, i: int) -> bool:
    """ "SINCE the truce of May 3, 2009, 900 have died": does the day at token i open what a count runs over?"""
    words, first = place.words, max(place.sentence.first, i - _SINCE_DAY)
    since = next((k for k in range(i - 1, first - 1, -1) if words[k] == "since"), None)
    if since is None or _HAVE.isdisjoint(words[place.sentence.first : place.stop]):
        return False
    before = words[max(place.sentence.first, since - 4) : since]
    if any(word.endswith("est") or word in _OUTDONE for word in before):
        return False  # "the deadliest attack since the raid of May 3, 2009, which had killed 40"
    return _WHICH.isdisjoint(words[i + 2 : i + 5])


_HAVE: Final = frozenset(("has", "have"))
_OUTDONE: Final = frozenset("worst most first".split())
_WHICH: Final = frozenset("which when where".split())


def past_year(place: Place, i: int) -> Cue | None:
    """ "On May 3, 2009", "the May 3, 2009, raid", in a text of a later year."""
    classes, year = place.tokens.classes, place.word(i + 1)
    if place.year is None or len(year) != 4 or not year.isdecimal() or not place.word(i - 2):
        return None
    if not (classes[i - 1] & c.NUMERAL and (classes[i - 2] | classes[i - 3]) & c.MONTH):
        return None
    if not _LONG_AGO <= int(year) < place.year or _runs_from(place, i):
        return None
    return place.maybe(i - 1, i + 2)


def past_day(place: Place, i: int) -> Cue | None:
    """ "On 3 May 2009", "the 3 May 2009 raid", in a text of a later year."""
    day, year = place.word(i - 1), place.word(i + 1)
    if place.year is None or len(year) != 4 or not year.isdecimal() or not day[:1].isdecimal():
        return None
    if not _LONG_AGO <= int(year) < place.year or _runs_from(place, i):
        return None
    return place.maybe(i - 1, i + 2)


def earlier_today(place: Place, i: int) -> Cue | None:
    """ "A boy who was shot earlier in the day", "EARLIER THIS YEAR floods killed 70"."""
    if place.word(i + 1) == "this" and place.word(i + 2) in _SPANS:
        return None if place.told_by(i + 1) or _known(place) else place.maybe(i, i + 3)
    just = place.word(i + 1) == "this" and place.word(i + 2) in ("week", "month")
    # "EARLIER THIS WEEK, a mine killed 5"
    if just and i == place.sentence.first and not place.opens:
        return None if place.told_by(i + 1) or _known(place) else place.maybe(i, i + 3)
    same = place.word(i + 1) in ("that", "the") and place.word(i + 2) in ("day", "same")
    day = same or place.words[i + 1 : i + 4] == ["in", "the", "day"]
    if not day or place.told_by(i + 1):
        return None  # "earlier in the day officials said that 20 had died": said earlier
    return place.maybe(i, i + 1)


def since(place: Place, i: int) -> Cue | None:
    """ "The deadliest since 1998, when 20 died", "since a May raid in which …", "the worst since 20 died": what the one
    it is measured by cost."""
    most = load_words("modifiers", "superlatives")
    measured = not most.isdisjoint(place.words[place.sentence.first : i])
    end = next((k for k in range(i, place.stop) if place.words[k] == ";"), place.stop)
    if measured and _counts(place, i + 1):
        return place.after(i, i + 1, end)
    when = next((k for k in range(i + 2, i + _SINCE) if _when(place, k)), None)
    if when is None and measured:
        when = next((k for k in range(i + 2, i + 2 * _SINCE) if place.word(k) == "that"), None)
        return None if when is None else place.after(i, when + 1, end)
    if when is None:
        return None
    at = i + 1 + bool(place.tokens.classes[i + 1] & c.MONTH)
    year = len(place.word(at)) == 4 and place.word(at).isdecimal() and when <= at + 3
    if not year and not measured:
        return None  # "since May, when the war began, 300 have died"
    return place.after(i, when + 1, end)


def year_when(place: Place, i: int) -> Cue | None:
    """ "The worst year was 2015, WHEN 19 DIED", in a text of a later year."""
    year = place.word(i - 2)
    past = len(year) == 4 and year.isdecimal() and 1900 <= int(year) < (place.year or 0)
    if not past or place.word(i - 1) != "," or place.word(i - 3) not in _MEASURES:
        return None
    return place.after(i - 2, i + 1, place.stop)


_MEASURES: Final = frozenset(("was", "with", "than"))


def _counts(place: Place, k: int) -> bool:
    """Does a clause begin at token k with a count of what befell people: "more than 140 DIED"?"""
    classes, stop = place.tokens.classes, min(place.stop, k + _SINCE)
    told = [i for i in range(k, stop) if classes[i] & c.NUMERAL]
    if not told or any(not classes[i] & c.QUALIFIER for i in range(k, told[0])):
        return False
    return any(classes[i] & c.TRIGGER for i in range(told[0] + 1, min(stop, told[0] + 4)))


def _when(place: Place, k: int) -> bool:
    return place.word(k) == "when" or place.word(k) == "which" and place.word(k - 1) in ("in", "by")


def of_past_year(place: Place, i: int) -> Cue | None:
    """ "THE 1933 park FIRE killed 29", in a text of a later year."""
    for k in range(i - 1, i - _NOUN, -1):
        year = place.word(k)
        if len(year) == 4 and year.isdecimal():
            past = place.year is not None and 1900 <= int(year) < place.year
            if not past or place.word(k - 1) not in ("the", "a", "an"):
                return None
            if place.opens and not event_nouns()[0].isdisjoint(
                place.words[place.sentence.first : k]
            ):
                return _recalled(place, k, i + 1)
            return place.maybe(k, i + 1)
    return None


def _recalled(place: Place, k: int, stop: int) -> Cue:
    """ "The blast recalls the 2018 ATTACK, WHICH KILLED 22": what follows is of another than the one told first."""
    which = stop + 1 if place.word(stop) == "," and place.word(stop + 1) == "which" else stop
    end = next((i for i in range(which, place.stop) if place.words[i] == ","), place.stop)
    return Cue(k, stop, stop, end, strong=False, anywhere=True)


# tokens from "compared to" to the end of a mere time: "the same period of last year,"
_MEASURE: Final = 8


def compared(place: Place, i: int) -> Cue | None:
    """ "435 cases, COMPARED TO 567 in October": what a count is measured by, but not what follows a mere time:
    "compared to July, 567 have died"."""
    if place.word(i + 1) not in ("to", "with"):
        return None
    comma = next(
        (k for k in range(i + 2, min(place.stop, i + 2 + _MEASURE)) if place.words[k] == ","), 0
    )
    counts = c.PERSON | c.TRIGGER | c.QUALIFIER
    told = any(place.tokens.classes[k] & counts for k in range(i + 2, comma))
    return Cue(i, i + 2, i + 2, comma if comma and not told else place.stop)


def surpassed(place: Place, i: int) -> Cue | None:
    """ "29 have died, SURPASSING THE 25 lives lost in a fire of 1991": what a count is measured by; not "the toll
    exceeded the 1,000 mark", "rain exceeded the average and floods killed 12"."""
    if place.word(i + 1) not in ("the", "those", "that"):
        return None
    end = next((k for k in range(i, place.stop) if place.words[k] in _ENDS), place.stop)
    behind = place.words[i + 1 : end]
    told = not (_TOLLS | event_nouns()[0]).isdisjoint(behind)
    return Cue(i, i + 1, i + 1, place.stop) if told and _MARKS.isdisjoint(behind) else None
