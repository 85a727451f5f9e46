"""Windows that counts share: what a part runs over as its whole does, and the members of one window."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from figures.extraction.document.setting import Setting
from figures.extraction.document.told import Told
from figures.extraction.events import event_nouns
from figures.extraction.modifiers.since import INCIDENT, Scope
from figures.extraction.words.tokens import Tokens
from figures.lexicon import bringing
from figures.lexicon import classes as c

_PARTS: Final = frozenset("; : while whereas".split())
_BARE: Final = frozenset(("participle", "past_participle"))
_MORE: Final = frozenset("another further additional also additionally addition".split())
_HEAD: Final = 3  # tokens in which a sentence opens
_OF_MANY_EVENTS: Final = 1_000  # nor so many in one town
_OF_A_WAR: Final = 10_000  # so many are not of one day
_BROUGHT: Final = 16  # tokens from "bringing" to the counts behind it
_PLACE: Final = (
    "place", "place_name", "admin1", "country", "latitude", "longitude", "place_precision", "gazetteer_id",
)  # fmt: skip
_DATE: Final = ("earliest", "latest", "date_precision")


_NEXT: Final = 2  # sentences


def share_scope(tokens: Tokens, told: list[Told]) -> None:
    """A part runs over what its whole does, what is said again over the same, more people over what they come on top
    of: "has killed 62 since May, including 54 children", "900 refugees (200 families)", "four guards were also
    killed"."""
    by_id = {t.id: t for t in told}
    for t in told:
        again = t.restates if t.counted.unit == "household" else None
        of = t.part_of or again or (t.adds_to if t.adds_to and _also(t, tokens) else None)
        whole = by_id.get(of) if of is not None else None
        if whole is not None and t.index != whole.index and _of_a_day(t, tokens):
            continue
        if whole is not None and t.scope == INCIDENT and not _raises(tokens, t, whole):
            if whole.scope[2] is not None or t.index - whole.index <= _NEXT:
                t.scope = whole.scope  # else what the whole runs over is only the usual


def _of_a_day(t: Told, tokens: Tokens) -> bool:
    """ "Forty have died since Sunday. Twelve of them died IN A STRIKE ON FRIDAY": are they of one day's event?"""
    s = t.sentence
    words = tokens.words[s.first : s.stop]
    if not s.classes & (c.WEEKDAY | c.MONTH) and "overnight" not in words:
        return False
    one = event_nouns()[0] - event_nouns()[1]
    return any(word in one and before in _A for before, word in pairwise(words))


_A: Final = frozenset("a an the overnight night evening morning day".split())


def _also(t: Told, tokens: Tokens) -> bool:
    """Is this told as more of the same, at no time of its own: "four guards were ALSO killed"?"""
    s = t.sentence
    dated = s.classes & (c.WEEKDAY | c.MONTH | c.TIME | c.DIGIT)
    return not dated and "also" in tokens.words[s.first : s.stop]


def _raises(tokens: Tokens, part: Told, whole: Told) -> bool:
    """ "TWO were killed on Monday, raising the toll since May TO 263": does a part bring its whole to its size?"""
    between = tokens.words[part.counted.stop : whole.counted.first]
    return not bringing().isdisjoint(between)


def share_times(tokens: Tokens, told: Sequence[Told], settings: Sequence[Setting]) -> None:
    """A part without a date of its own happened when its whole did, and what is counted in one window is all of it."""
    for t, setting in zip(told, settings, strict=True):
        if setting.open_ended and t.scope[0] == "cumulative":
            setting.fields["latest"] = None  # "since 2012", in a text of no known day
    of_many: set[str] = set()  # counts of many events, and of parts of them
    for t, setting in zip(told, settings, strict=True):
        many = (t.counted.low or 0) >= _OF_A_WAR and t.reading.trigger.category == "killed"
        span = t.scope[2]  # not "the 17th storm THIS YEAR left 12 dead"
        told_so = span is not None and "year" not in tokens.words[slice(*span)]
        told_so = told_so and t.reading.trigger.category != "infected"
        season = span is not None and not _SEASONS.isdisjoint(tokens.words[slice(*span)])
        if t.scope[0] == "cumulative" and (many or told_so) or season:
            _drop_day_elsewhere(tokens, t, setting)
        if t.scope[0] == "cumulative" and t.reading.trigger.category == "killed":
            many = t.scope[2] is not None and (t.counted.low or 0) >= _OF_MANY_EVENTS
            if many or t.part_of in of_many:
                of_many.add(t.id)
                _drop_town_elsewhere(tokens, t, setting)
    by_id = {t.id: (t, s) for t, s in zip(told, settings, strict=True)}
    for t, setting in zip(told, settings, strict=True):
        if t.part_of in by_id and not _raises(tokens, t, by_id[t.part_of][0]):
            _share_date(setting, by_id[t.part_of][1])
    _share_windows(tokens, told, settings)


def _drop_day_elsewhere(tokens: Tokens, t: Told, setting: Setting) -> None:
    """ "A raid killed nine ON FRIDAY. … 58,000 have been killed in the war": not on the day of the raid."""
    fields, s = setting.fields, t.sentence
    if fields.get("date_precision") not in _SHORT:
        span = fields.get("date_precision") == "range" and fields["latest"] is not None
        if not span or fields["latest"][:7] > fields["earliest"][:7]:
            return  # of more than days
    date = next((e for e in setting.evidence if e.field == "earliest"), None)
    if date is None or tokens.starts[s.first] <= date.start < tokens.ends[s.stop - 1]:
        return
    _drop_date(setting)


_SEASONS: Final = frozenset("winter summer spring autumn season".split())
_SHORT: Final = ("day", "week", "month")


def _drop_town_elsewhere(tokens: Tokens, t: Told, setting: Setting) -> None:
    """ "A bomb IN ORLO killed nine. … 4,000 have been killed since May": not in the town of the bomb."""
    s, place = t.sentence, next((e for e in setting.evidence if e.field == "place"), None)
    if place is None or tokens.starts[s.first] <= place.start < tokens.ends[s.stop - 1]:
        return
    if setting.fields.get("place_precision") in ("country", "area", "admin1"):
        return
    for name in _PLACE:
        setting.fields.pop(name, None)
    setting.evidence = [e for e in setting.evidence if e.field != "place"]


def _drop_date(setting: Setting) -> None:
    for name in _DATE:
        setting.fields.pop(name, None)
    setting.evidence = [e for e in setting.evidence if e.field != "earliest"]


def _share_date(part: Setting, whole: Setting) -> None:
    if "earliest" in part.fields or "earliest" not in whole.fields:
        return
    part.fields |= {name: whole.fields[name] for name in _DATE}
    part.evidence += [e for e in whole.evidence if e.field == "earliest"]


def _share_windows(tokens: Tokens, told: Sequence[Told], settings: Sequence[Setting]) -> None:
    """ "IN THE PAST WEEK 40 cases were reported and two people died", "900 have been killed and 40 hurt SINCE MAY": one
    window tells when both happened."""
    windows = {}  # sentence and where the words of a window stand → what is counted over it
    dates = [next((e for e in s.evidence if e.field == "earliest"), None) for s in settings]
    for t, date in zip(told, dates, strict=True):
        span = t.scope[2]
        if date is None or span is None:
            continue
        if tokens.starts[span[0]] < date.end and date.start < tokens.ends[span[1] - 1]:
            windows[t.index, date.start] = t.scope
    if not windows:
        return
    _go_on(tokens, told, settings)
    for t, date, setting in zip(told, dates, settings, strict=True):
        if date is None or (t.index, date.start) not in windows:
            continue
        scope = windows[t.index, date.start]
        if scope[0] == "period" and _brought_to(tokens, t, date.end):
            _drop_date(setting)
            continue
        if t.scope[2] is not None:
            continue
        if scope[0] == "period" or _has_been(t) and _together(tokens, t, scope):
            t.scope = scope


def _brought_to(tokens: Tokens, t: Told, end: int) -> bool:
    """ "In the past week 12 died, BRINGING THE TOTAL to 187": is it told of a count, behind a window that ends at
    character ``end``, to what size those of the window brought it?"""
    for i in range(t.counted.first - 1, max(t.sentence.first, t.counted.first - _BROUGHT), -1):
        if tokens.starts[i] < end:
            return False
        if tokens.words[i] in bringing():
            return "to" in tokens.words[i + 1 : t.counted.first]  # not "has TAKEN five prisoners"
    return False


def _go_on(tokens: Tokens, told: Sequence[Told], settings: Sequence[Setting]) -> None:
    """ "IN THE PAST WEEK 40 people were killed. ANOTHER 12 were hurt": a sentence that goes on with more, at no time of
    its own, tells what happened in the window in which the sentence before it opens, or since what has been counted in
    it: "258 have died since June. ANOTHER 616 HAVE BEEN HURT"."""
    last: tuple[Told, Setting] | None = None
    for t, setting in zip(told, settings, strict=True):
        span = t.scope[2]
        opens = span is not None and span[0] - t.sentence.first <= _HEAD
        if t.scope[0] == "cumulative" and span or t.scope[0] == "period" and opens:
            last = t, setting
        elif last is not None and t.index > last[0].index:
            before, dated = last
            near = t.index - before.index == 1
            near &= t.sentence.paragraph == before.sentence.paragraph
            so_far = before.scope[0] == "period" or t.chunks[t.reading.by].have
            if near and so_far and t.scope == INCIDENT and _goes_on(tokens, t):
                t.scope = before.scope
                _share_date(setting, dated)
            elif not near:
                last = None


def _goes_on(tokens: Tokens, t: Told) -> bool:
    """Does a sentence open with more, and tell no time?"""
    s = t.sentence
    opening = tokens.words[s.first : s.first + _HEAD]
    timeless = not s.classes & (c.WEEKDAY | c.MONTH | c.TIME)
    more = t.counted.adding and t.counted.first <= s.first + _HEAD  # "Some 12 MORE"
    return timeless and (more or not _MORE.isdisjoint(opening))


def _has_been(t: Told) -> bool:
    """ "HAVE died since May", and what goes on with "have" left out: "…, and 900 DISPLACED"."""
    verb = t.chunks[t.reading.by]
    bare = verb.first == verb.main and any(
        trigger.shape == "passive" and trigger.form in _BARE for *_, trigger in verb.triggers
    )
    return verb.have or bare


def _together(tokens: Tokens, t: Told, scope: Scope) -> bool:
    """Does no clause of its own part a count from the "since" behind it?"""
    between = tokens.words[t.counted.stop : scope[2][0]] if scope[2] else [";"]
    return _PARTS.isdisjoint(between)
