"""When the thing counted by a figure happened, and when its count stood, as far as the text tells."""

from __future__ import annotations

from figures.extraction.events import eventful, reach
from figures.extraction.once import backwards, once, once_a_text
from figures.extraction.times.afterwards import blame
from figures.extraction.times.compared import set_beside
from figures.extraction.times.dates import DATED
from figures.extraction.times.days import DateMention, Days
from figures.extraction.times.itsday import day_before_search
from figures.extraction.times.lead import (
    BACK,
    LEAD,
    ahead,
    history,
    lead_date,
    measures,
    report_period,
    within,
)
from figures.extraction.times.telling import Times
from figures.extraction.words.tokens import Tokens
from figures.lexicon import bringing
from figures.lexicon import classes as c
from figures.model import frozen

__all__ = ("Times", "When", "date_of")

_BREAKS = frozenset(("while", "whereas", ";"))


@frozen
class When:
    """When it happened (``days``), and when the count stood (``as_of``), each with the words that tell it."""

    days: Days | None = None
    told: DateMention | None = None
    as_of: Days | None = None
    as_of_told: DateMention | None = None


def date_of(
    times: Times, index: int, at: int, other: bool = False, category: str = "killed", verb: int = 0
) -> When:
    """The dates of a figure, its number at token ``at`` of sentence ``index``, its category told by the ``verb`` there.

    Told in its clause, else in its sentence, else by the events told before, else in the report's lead. What
    is of an ``other`` incident than the report's takes no date from other sentences. Who was detained was so when the
    sentences around tell of an arrest; since when somebody was held is no date of what else befell them.
    """
    as_of, as_of_told, days, told = None, None, None, None
    mentions = times.mentions(index)
    if other and mentions:
        mentions = [m for m in mentions if not _before_after(times, m[0], at)]
    if mentions:
        as_of, as_of_told = _nearest(times, index, at, mentions, ("as_of", "cited"), verb)
        cues = (*_EVENTS, "held") if category in _HELD else _EVENTS
        days, told = _nearest(times, index, at, mentions, cues, verb)
        for mention, its in mentions:
            if mention.cue == "deed" and 0 < at - mention.stop < _NAMED:
                days, told = (
                    its,
                    mention,
                )  # "In 2023 quakes killed 40, and a 2022 BLAST KILLED NINE"
            elif mention.cue == "attributive" and 0 < at - mention.stop < _NAMED:
                if told is not None and _toll_of(times, told, mention):
                    days, told = its, mention
    if days is not None and told is not None and told.cue == "event":
        told, days = day_before_search(times, index, at, told, days) or (told, days)
    if days is not None and told is not None and told.cue in _RUNNING and told.until is None:
        end = as_of.latest if as_of is not None else times.published
        if end is not None and end > days.earliest:
            days = Days(days.earliest, end, "range")
    if mentions and days is None:
        told_of = [t for t in mentions if t[0].cue != "rival" or _of_rival(times, t[0], at)]
        told_of = [t for t in told_of if t[0].cue != "named" or 0 < at - t[0].stop < _NAMED]
        if category == "detained":
            told_of = [t for t in told_of if not _blamed(times, t[0])]
        days, told = _nearest(times, index, at, told_of, _OF_EVENTS, verb)
    if days is None and category == "detained":
        told, days = _arrest_beside(times, index)
    carries = days is None and not other and reach(times, index) not in _ALL
    if carries and not any(_of_a_part(times, index, at, m.first) for m, _ in mentions):
        carried = _carried(times, (index, as_of is None))
        if carried is not None and carried[0].cue == "as_of":
            if all(m.cue != "spoken" for m, _ in mentions):  # no count of who speaks another day
                as_of_told, as_of = carried
            carried = _carried(times, (index, False))
        if carried is not None:
            of_day = carried[1].precision in ("day", "range")
            if not (of_day and (_of_unknown_day(times, mentions) or _runs_since(times, index))):
                told, days = carried
    if days is None and as_of is None:
        return _UNTOLD
    return When(days, told if days else None, as_of, as_of_told)


_UNTOLD = When()


def _toll_of(times: Times, told: DateMention, named: DateMention) -> bool:
    """ "Rescuers dug on Tuesday as the toll from MONDAY'S QUAKE hit 94": a toll is of the event that names its day."""
    between = times.tokens.words[told.stop : named.first]
    return told.stop <= named.first and not _OF_TOLL.isdisjoint(between)


_OF_TOLL = frozenset("toll number tally deaths".split())


def _blamed(times: Times, deed: DateMention) -> bool:
    """ "Jailed OVER A 2015 bombing": is it when the deed was that somebody is held for?"""
    return not _FOR.isdisjoint(times.tokens.words[max(0, deed.first - 2) : deed.first])


_FOR = frozenset(("over", "for"))


def _of_rival(times: Times, rival: DateMention, at: int) -> bool:
    """ "The worst was the 2002 crash, WHICH killed 90", but not "the worst since the crash of 2002 and killed 12", "In
    the worst attack since the war of 2003, bombs killed 12"."""
    between = times.tokens.words[rival.stop : at]
    if rival.first > at or between[:1] == ["and"] or ";" in between:
        return False
    return "," not in between or not _TELLING.isdisjoint(between)


_TELLING = frozenset("which that when where who".split())


def _before_after(times: Times, mention: DateMention, at: int) -> bool:
    """ "A quake struck ON FRIDAY after an earlier one killed 40": is it the day of what came after the count?"""
    return not _AFTER.isdisjoint(times.tokens.words[mention.stop : at])


def _runs_since(times: Times, index: int) -> bool:
    """ "Since then 1,500 HAVE been seized", "have died since the offensive began": more than one day."""
    s = times.sentences[index]
    words = times.tokens.words[s.first : s.stop]
    return "since" in words and ("have" in words or "has" in words)


def _of_unknown_day(times: Times, mentions: list[tuple[DateMention, Days | None]]) -> bool:
    """Does the sentence tell a weekday of which nobody knows the date: no day told before it?"""
    if times.published is not None:
        return False
    unknown = (m for m, days in mentions if days is None and m.weekday is not None)
    return any(m.cue in ("event", "attributive") for m in unknown)


_NAMED = 6  # tokens from a deed that its year names to whom it befell
_OF_EVENTS = ("attributive", "rival", "named", "deed")
_EVENTS = ("event", "arrest", "release", "window", "so_far", "since", "left")
_RUNNING = frozenset(("since", "held"))
_HELD = frozenset(
    ("abducted", "detained", "missing", "trapped", "affected", "displaced", "sheltered")
)
_AFTER = frozenset("after following since".split())
_BESIDES = (["and", "the"], ["with", "the"])
_ITEMS = frozenset((",", "and", ";"))
_BRACKETED = 15  # tokens that a bracket puts between a date and the count in it
_ITEM = 6  # tokens that a joint puts between a count and a date told before it
_ALL = ("world", "war")  # counts of more than one event, which take no event's date


def _nearest(
    times: Times,
    index: int,
    at: int,
    mentions: list[tuple[DateMention, Days | None]],
    cues: tuple[str, ...],
    verb: int,
) -> tuple[Days | None, DateMention | None]:
    """The date of one of these cues that stands nearest to token ``at``.

    A date behind another count or another clause is further away, and so is one in front of the ``verb``; a window
    belongs to the count beside it.
    """
    tokens = times.tokens
    best: tuple[int, Days, DateMention] | None = None
    for mention, days in mentions:
        if days is None or mention.cue not in cues or ahead(times, days):
            continue
        if mention.cue == "left" and not _set_beside(times, index, at, mention):
            continue
        if mention.cue == "since" and at < mention.first:
            between = tokens.words[at : mention.first]
            if any(w.endswith("ing") and w in bringing() for w in between):
                continue  # "57 died, raising the toll since May to 900"
        if mention.cue == "arrest":
            floor = times.sentences[index].first
            first, stop = blame(tokens, floor, mention.first, mention.stop)
            if first <= at < stop:
                continue  # "arrested on Monday for a raid that killed FIVE"
        first, stop = sorted((at, mention.first))
        if first == at and (measures(times, at, stop) or _of_a_part(times, index, at, stop)):
            continue
        if best is not None and stop - first >= best[0]:
            continue
        if mention.cue == "left":
            return days, mention  # "compared with 150 (60 killed) IN 2018"
        far = stop - first + 40 * sum(w in _BREAKS for w in tokens.words[first:stop])
        if mention.first < at:  # "three on Monday, two on Tuesday": rather the one that follows
            far += _BRACKETED * ("(" in tokens.words[first:stop])  # "… last year (40 died in 2015)"
            far += _ITEM if _ITEMS.intersection(tokens.words[first:stop]) else 1
        if mention.first > at and _other_count(tokens, mentions, at, mention.first):
            between = tokens.words[at : mention.first]
            if mention.cue == "window" and "," in between:
                continue
            far += 20
        if tokens.words[mention.first - 2 : mention.first] in _BESIDES:
            far += 20  # "The quake of 1995, which killed 12, AND THE 1994 quake in Lesk"
        if at < mention.first < verb:
            far += 15  # "ten pupils seized IN MARCH were freed on Sunday"
        if best is None or far < best[0]:
            best = (far, days, mention)
    return (best[1], best[2]) if best is not None else (None, None)


@once
def _arrest_beside(times: Times, index: int) -> tuple[DateMention | None, Days | None]:
    """The date of an arrest that the sentences next to one tell."""
    for n in sorted(range(index - _BESIDE, index + _BESIDE + 1), key=lambda n: abs(n - index)):
        for mention, days in times.mentions(n) if 0 <= n < len(times.sentences) else ():
            if mention.cue == "arrest" and days is not None:
                return mention, days
    return None, None


_BESIDE = 3  # sentences


def _set_beside(times: Times, index: int, at: int, mention: DateMention) -> bool:
    """Is the count at token ``at`` set beside what is told, as its date is: "compared with 150 IN 2018", "compared
    with 2018, when 150 died"?"""
    tokens = times.tokens
    if at > mention.first:
        return "when" in tokens.words[mention.stop : min(at, mention.stop + 2)]
    return set_beside(tokens, times.sentences[index].first, mention.first) < at


def _of_a_part(times: Times, index: int, at: int, stop: int) -> bool:
    """ "HAVE reached 900 people, including 40 in the week of 12 August": is the date at token ``stop`` only that of the
    part, of a count that grew over time? Twelve who "have BEEN killed" may be of one day."""
    words = times.tokens.words
    if "including" not in words[at:stop]:
        return False
    k = words.index("including", at, stop)
    told = words[max(times.sentences[index].first, at - _GROWING) : k]
    grew = not _GREW.isdisjoint(told) and "been" not in told
    return grew and words[k - 1] == "," and "," not in words[k:stop]


_GREW = frozenset(("have", "has"))
_GROWING = 6  # tokens from "have" to what grew


def _other_count(
    tokens: Tokens, mentions: list[tuple[DateMention, Days | None]], at: int, stop: int
) -> bool:
    """Does another number, of no date, stand between the one at ``at`` and token ``stop``?"""
    i, counts = at, c.NUMERAL | c.PUNCTUATION | c.QUALIFIER
    while i < stop and (tokens.classes[i] & counts or tokens.words[i] in _MORE):
        i += 1
    numbers = [k for k in range(i, stop) if tokens.classes[k] & c.NUMERAL]
    return any(not any(m.first <= k < m.stop for m, _ in mentions) for k in numbers)


_MORE = frozenset("another other further additional more".split())  # "ANOTHER 20 on Sunday"


@once
def _carried(times: Times, asked: tuple[int, bool]) -> tuple[DateMention, Days] | None:
    """The date carried over to a sentence from those before: of an event or, where asked for, of a count.

    A month or year gives way to a day within it that was told before.
    """
    index, count = asked
    found: tuple[DateMention, Days] | None = None
    for back in backwards(times, _dates_events, index, BACK - 1):
        told = _event_date(times, back, count and found is None, back >= index - 2)
        if told is None or history(times, told[1]):
            continue
        if found is None:
            found = told
        elif within(told[1], found[1]):
            return told
        if found[0].cue == "as_of" or found[1].precision not in ("month", "year"):
            return found
    lead = lead_date(times, min(index, LEAD)) or (report_period(times) if found is None else None)
    if found is None or (lead is not None and within(lead[1], found[1])):
        return lead
    return found


@once
def _told(times: Times, index: int) -> tuple[DateMention, Days] | None:
    """The date of the events of a sentence, else of when its counts stood."""
    told = [
        (m, d)
        for m, d in times.mentions(index)
        if d is not None
        and m.first not in times.others
        and not ahead(times, d)
        and not times.of_another_year(index, m)
    ]
    if not told:
        return None
    happened = eventful(times.tokens, times.sentences[index]) or _heads(times, index, told[0][0])
    for m, d in told:
        if m.cue == "attributive" and times.tokens.words[m.first - 1] in _OF_ITS:
            return m, d  # "On Tuesday twelve bodies were found in the ruins of MONDAY'S fire"
    for cue in ("event", "attributive", "as_of"):
        first = next((t for t in told if t[0].cue == cue), None)
        if first is not None and (happened or cue == "as_of"):
            return first
    return None


_OF_ITS = frozenset(("of", "from", "in"))


def _heads(times: Times, index: int, mention: DateMention) -> bool:
    """Is the sentence the heading of what follows it: "4 January 2004 - Lesk.", or one of several without a year?"""
    if mention.day is None or not _heading(times, index):
        return False
    behind = mention.stop < times.sentences[index].stop
    return bool(behind and mention.year) or _headings(times) >= _SEVERAL


def _heading(times: Times, index: int) -> bool:
    """Is the sentence a day and at most a place behind it: "3 January", "8 January – Lesk"?"""
    s = times.sentences[index]
    told = times.mentions(index)
    if not told or s.classes & (c.VERB | c.AUXILIARY | c.MODAL):
        return False
    day = told[0][0]
    if day.first != s.first or day.day is None or s.stop - day.stop > _HEADING:
        return False
    return day.stop == s.stop or times.tokens.words[day.stop] in ("-", ":")


@once_a_text
def _headings(times: Times) -> int:
    """How many such headings the text has."""
    lines = (i for i, s in enumerate(times.sentences) if s.classes & c.MONTH)
    return sum(
        _heading(times, i)
        for i in lines
        if times.sentences[i].stop - times.sentences[i].first < _LINE
    )


_LINE = 12  # tokens of a heading at most
_HEADING = 6  # tokens of place and signs behind a heading's date
_SEVERAL = 2  # headings that make a text a chronicle


def _dates_events(times: Times, index: int) -> bool:
    """May a date be carried over from a sentence?"""
    dated = times.sentences[index].classes & DATED and times.mentions(index)
    return bool(dated) and _told(times, index) is not None


def _event_date(
    times: Times, index: int, count: bool, next_to: bool = False
) -> tuple[DateMention, Days] | None:
    """The date of a sentence that tells of events, or of when a count stood (``next_to``: in any sentence)."""
    found = _told(times, index)
    if found is None or found[0].cue != "as_of":
        return found
    happened = next_to or eventful(times.tokens, times.sentences[index])
    return found if count and happened else None
