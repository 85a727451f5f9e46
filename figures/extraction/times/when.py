"""When the thing counted by a figure happened, and when its count stood, as far as the text tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from figures.extraction.events import reach
from figures.extraction.once import once
from figures.extraction.times.added import of_a_count
from figures.extraction.times.afterwards import blame, later_death, of_the_killer
from figures.extraction.times.behind import search_for, tells_bodies
from figures.extraction.times.carrying import carried, head_as_of
from figures.extraction.times.compared import of_rival, set_beside
from figures.extraction.times.days import DateMention, Days, moved
from figures.extraction.times.itsday import day_before_search, which_struck
from figures.extraction.times.lead import ahead, measures
from figures.extraction.times.steps import days_after, stepped
from figures.extraction.times.telling import Times
from figures.extraction.words.tokens import Tokens
from figures.lexicon import bringing
from figures.lexicon import classes as c

__all__ = ("Times", "When", "date_of")

_BREAKS: Final = frozenset(("while", "whereas", ";"))


@dataclass(frozen=True, slots=True)
class When:
    """When it happened (``days``), and when the count stood (``as_of``), each with the words that tell it.

    ``open_ended``: it is known from when on it ran, and not till when.
    """

    days: Days | None = None
    told: DateMention | None = None
    as_of: Days | None = None
    as_of_told: DateMention | None = None
    open_ended: bool = False


def date_of(
    times: Times, index: int, at: int, other: bool = False, category: str = "killed", verb: int = 0
) -> When:
    """The dates of a figure, its number at token ``at`` of sentence ``index``, its category told by the ``verb`` there.

    Told in its clause, else in its sentence, else by the events told before, else in the report's lead. What
    is of an ``other`` incident than the report's takes no date from other sentences. Who was detained was so when the
    sentences around tell of an arrest; since when somebody was held is no date of what else befell them.
    """
    as_of, as_of_told, days, told = None, None, None, None
    open_ended = False
    mentions = times.mentions(index)
    if other and mentions:
        mentions = [m for m in mentions if not _before_after(times, m[0], at)]
    theirs: list[DateMention] = []  # what came of those who did it
    if mentions and verb < at:
        floor = times.sentences[index].first
        theirs = [m for m, _ in mentions if of_the_killer(times.tokens, floor, at, m.first)]
        mentions = [m for m in mentions if m[0] not in theirs]
    if mentions:
        as_of, as_of_told = _nearest(times, index, at, mentions, ("as_of", "cited"), verb)
        cues = (*_EVENTS, "held") if category in _HELD else _EVENTS
        days, told = _nearest(times, index, at, mentions, cues, verb)
        for mention, its in mentions:
            if mention.cue == "deed" and 0 < at - mention.stop < _NAMED:
                # "In 2023 quakes killed 40, and a 2022 BLAST KILLED NINE"
                days, told = (
                    its,
                    mention,
                )
            elif mention.cue == "attributive" and 0 < at - mention.stop < _NAMED:
                if told is not None and _toll_of(times, told, mention):
                    days, told = its, mention
            if mention.cue == "event" and its is not None and told is not None:
                if told.first < at < mention.first and which_struck(times, at, mention):
                    days, told = its, mention
            if mention.cue == "attributive" and its is not None and told is not None:
                if told.cue == "event" and _of_named(times, told, mention, at, verb):
                    days, told = its, mention
    if days is not None and told is not None and told.cue == "event":
        told, days = day_before_search(times, index, at, told, days) or (told, days)
        if told.stop < verb and times.tokens.words[verb - 1] == "after":
            late = days_after(times.tokens, told.stop, verb)
            if late or times.tokens.classes[verb - 2] & c.TIME:  # "on Sunday, A WEEK AFTER SEIZING"
                days, theirs = moved(days, -late) if late else None, [*theirs, told]
    grew = False  # over more than the days told
    if days is not None and told is not None and told.cue == "event" and days.precision == "day":
        if of_a_count(times, index, at, told):
            as_of, as_of_told, days, told = days, told, None, None
    elif (
        told is not None
        and told.back is not None
        and told.back[0] == "weekend"
        and days is not None
    ):
        if of_a_count(times, index, at, told):
            as_of, as_of_told, grew = Days(days.latest, days.latest, "day"), told, True
            days, told = None, None
    if days is not None and told is not None and told.cue in _RUNNING and told.until is None:
        end = as_of.latest if as_of is not None else times.published
        open_ended = end is None
        if end is not None and end > days.earliest:
            days = Days(days.earliest, end, "range")
    if mentions and days is None:
        told_of = [t for t in mentions if t[0].cue != "rival" or of_rival(times.tokens, t[0], at)]
        told_of = [t for t in told_of if t[0].cue != "named" or 0 < at - t[0].stop < _NAMED]
        if category == "detained":
            told_of = [t for t in told_of if not _blamed(times, t[0])]
        days, told = _nearest(times, index, at, told_of, _OF_EVENTS, verb)
    if days is None and category == "detained":
        told, days = _arrest_beside(times, index)
    carries = days is None and not (other or grew) and reach(times, index) not in _ALL
    if carries and not any(_of_a_part(times, index, at, m.first) for m, _ in mentions):
        found = carried(times, (index, as_of is None))
        if found is not None and found[0].cue == "as_of":
            if all(m.cue != "spoken" for m, _ in mentions):  # no count of who speaks another day
                as_of_told, as_of = found
            found = carried(times, (index, False))
        if found is not None and found[0] is as_of_told:  # "died ON FRIDAY, taking the toll to 9"
            found = carried(times, (index - 1, False)) if index else None
        if found is not None and found[0] not in theirs:
            of_day = found[1].precision in ("day", "range")
            runs = _runs_since(times, index) and not _since_then(times, index, verb)
            if not (of_day and (_of_unknown_day(times, mentions) or runs)):
                told, days = found
            if days is not None and _said_before(mentions, days):
                # "On Saturday officials said nine had died", before what is told of Sunday
                told, days = (
                    None,
                    None,
                )
            if days is not None and as_of is not None and days.earliest > as_of.latest:
                if any(m is as_of_told for m, _ in mentions) and _stood(times, as_of_told):
                    told, days = None, None  # of the news, and not of what was counted before it
    if days is None and carries and category in _SOUGHT:
        if tells_bodies(times, times.sentences[index]) and (later := search_for(times, index)):
            told, days = later
    if as_of is None and not other and (head := head_as_of(times)) is not None:
        if all(m is not told and (m.cue == "left" or m.cue not in _EVENTS) for m, _ in mentions):
            as_of_told, as_of = head
    if (
        days is not None
        and told is not None
        and not _STEPS.isdisjoint(times.tokens.words[max(0, told.first - 8) : told.first])
    ):
        days = stepped(times.tokens, times.sentences[index].first, at, told, days)
    if days is None and as_of is None:
        return _UNTOLD
    if days is not None and as_of is not None and days.precision in ("month", "year"):
        if days.earliest < as_of.latest < days.latest and as_of_told in [m for m, _ in mentions]:
            days = Days(days.earliest, as_of.latest, "range")  # "in 2016, as of 30 May"
    if days is not None and days.precision in ("month", "year") and _up_to_now(times, index, days):
        assert times.published is not None
        days = Days(days.earliest, times.published, days.precision)
    if days is not None and told is not None and _since_then(times, index, verb, told):
        end = as_of.latest if as_of is not None else times.published
        if end is not None and end > days.earliest:
            days = Days(days.earliest, end, "range")
    return When(days, told if days else None, as_of, as_of_told, open_ended)


_UNTOLD: Final = When()
_SOUGHT: Final = frozenset(("killed", "missing"))
_STEPS: Final = frozenset(("after", "before", "following"))


def _said_before(mentions: list[tuple[DateMention, Days | None]], days: Days) -> bool:
    """Did somebody tell of it on a day before those?"""
    return any(
        m.cue == "spoken" and d is not None and d.precision == "day" and d.latest < days.earliest
        for m, d in mentions
    )


def _stood(times: Times, told: DateMention | None) -> bool:
    """Is it told when a count stood, and not until when something went on: "a minister UNTIL May"?"""
    before = times.tokens.words[max(0, told.first - 2) : told.first] if told else ()
    return "until" not in before and "till" not in before


def _toll_of(times: Times, told: DateMention, named: DateMention) -> bool:
    """ "Rescuers dug on Tuesday as the toll from MONDAY'S QUAKE hit 94": a toll is of the event that names its day."""
    between = times.tokens.words[told.stop : named.first]
    return told.stop <= named.first and not _OF_TOLL.isdisjoint(between)


def _of_named(times: Times, told: DateMention, named: DateMention, at: int, verb: int) -> bool:
    """ "Crews dug on Friday for survivors of THURSDAY'S SLIDE, WHICH killed nine", "the nine KILLED IN THURSDAY'S CRASH
    were seen on Friday": is a count that of the event that names its day, and not of the other day told?"""
    words = times.tokens.words
    if told.stop <= named.first < at:
        return not _TELLS.isdisjoint(words[named.stop + 1 : min(at, named.stop + _WHICH)])
    inside = at <= verb < named.first < told.first
    return inside and words[named.first - 1] in _IN and "," not in words[at : named.first]


_TELLS: Final = frozenset(("which", "that"))
_WHICH: Final = 6  # tokens from "Thursday's" to "which", with the event between
_IN: Final = frozenset("in by during from".split())
_OF_TOLL: Final = frozenset("toll total number tally deaths".split())


def _blamed(times: Times, deed: DateMention) -> bool:
    """ "Jailed OVER A 2015 bombing": is it when the deed was that somebody is held for?"""
    return not _FOR.isdisjoint(times.tokens.words[max(0, deed.first - 2) : deed.first])


_FOR: Final = frozenset(("over", "for"))


def _before_after(times: Times, mention: DateMention, at: int) -> bool:
    """ "A quake struck ON FRIDAY after an earlier one killed 40": is it the day of what came after the count?"""
    return not _AFTER.isdisjoint(times.tokens.words[mention.stop : at])


def _runs_since(times: Times, index: int) -> bool:
    """ "Since then 1,500 HAVE been seized", "have died since the offensive began": more than one day."""
    s = times.sentences[index]
    words = times.tokens.words[s.first : s.stop]
    return "since" in words and ("have" in words or "has" in words)


def _since_then(times: Times, index: int, verb: int, told: DateMention | None = None) -> bool:
    """ "An army began its push in May and hundreds HAVE been killed SINCE THEN": does it run from the date told?"""
    words, s = times.tokens.words, times.sentences[index]
    if "since" not in words[s.first : s.stop] or _GREW.isdisjoint(words[max(0, verb - 3) : verb]):
        return False
    since = words.index("since", s.first, s.stop)
    return words[since + 1 : since + 2] == ["then"] and (told is None or told.first < since)


def _up_to_now(times: Times, index: int, days: Days) -> bool:
    """ "So FAR in 2026 19 HAVE died", told in that year: up to the day of the report?"""
    if times.published is None or not days.earliest <= times.published < days.latest:
        return False
    s = times.sentences[index]
    return not _SO_FAR.isdisjoint(times.tokens.words[s.first : s.stop])


_SO_FAR: Final = frozenset(("far", "have", "has"))


def _of_unknown_day(times: Times, mentions: list[tuple[DateMention, Days | None]]) -> bool:
    """Does the sentence tell a weekday of which nobody knows the date: no day told before it?"""
    if times.published is not None:
        return False
    unknown = (m for m, days in mentions if days is None and m.weekday is not None)
    return any(m.cue in ("event", "attributive") for m in unknown)


_NAMED: Final = 6  # tokens from a deed that its year names to whom it befell
_OF_EVENTS: Final = ("attributive", "rival", "named", "deed")
_EVENTS: Final = ("event", "arrest", "release", "window", "so_far", "since", "left")
_RUNNING: Final = frozenset(("since", "held"))
_HELD: Final = frozenset(
    ("abducted", "detained", "missing", "trapped", "affected", "displaced", "sheltered")
)
_AFTER: Final = frozenset("after following since".split())
_BESIDES: Final = (["and", "the"], ["with", "the"])
_ITEMS: Final = frozenset((",", "and", ";"))
_BRACKETED: Final = 15  # tokens that a bracket puts between a date and the count in it
_ITEM: Final = 6  # tokens that a joint puts between a count and a date told before it
_ALL: Final = ("world", "war")  # counts of more than one event, which take no event's date


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
        if first == at and later_death(tokens, at, stop):
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


_BESIDE: Final = 3  # sentences


def _set_beside(times: Times, index: int, at: int, mention: DateMention) -> bool:
    """Is the count at token ``at`` set beside what is told, as its date is: "compared with 150 IN 2018", "compared
    with 2018, when 150 died"?"""
    tokens = times.tokens
    if at > mention.first:
        behind = tokens.words[mention.stop : min(at, mention.stop + 2)]
        return "when" in behind or behind[:1] == ["("]  # "compared with 2018 (150 DEAD)"
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


_GREW: Final = frozenset(("have", "has"))
_GROWING: Final = 6  # tokens from "have" to what grew


def _other_count(
    tokens: Tokens, mentions: list[tuple[DateMention, Days | None]], at: int, stop: int
) -> bool:
    """Does another number, of no date, stand between the one at ``at`` and token ``stop``?"""
    i, counts = at, c.NUMERAL | c.PUNCTUATION | c.QUALIFIER
    while i < stop and (tokens.classes[i] & counts or tokens.words[i] in _MORE):
        i += 1
    numbers = [k for k in range(i, stop) if tokens.classes[k] & c.NUMERAL]
    return any(not any(m.first <= k < m.stop for m, _ in mentions) for k in numbers)


_MORE: Final = frozenset("another other further additional more".split())  # "ANOTHER 20 on Sunday"
