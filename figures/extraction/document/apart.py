"""The rules of cues: what stands around a word that tells of another incident (incidents.py lays them on a text)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from figures.extraction.document.bygone import (
    compared,
    earlier_today,
    in_month,
    in_year,
    last,
    months,
    of_past_year,
    past_day,
    past_year,
    since,
    span,
    surpassed,
    under_year,
    year_when,
)
from figures.extraction.document.cues import BEGINNING, Cue, Place, incident_words
from figures.extraction.document.earlierdays import earlier_day
from figures.extraction.document.series import STORMS, of_them_all, other_storm
from figures.extraction.events import event_nouns
from figures.lexicon import classes as c
from figures.lexicon import load, load_words

_DAYS: Final = frozenset("day night evening morning afternoon date".split())
_OVER_IT: Final = frozenset("following after over by since".split())
_RELATIVE: Final = frozenset("that which where".split())
_NOUN: Final = 5  # tokens between an article and its noun
_CLAUSE: Final = 10  # tokens between a noun and its relative clause


_FEARS: Final = frozenset("fear fears fearing feared".split())


Rule = Callable[[Place, int], Cue | None]


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """Word → the rules that look at what stands around it."""
    events, many = event_nouns()
    table: dict[str, tuple[Rule, ...]] = {}
    for words, rule in (
        (incident_words("earlier"), _earlier),
        (incident_words("motives"), _motive),
        (incident_words("spans"), span),
        (("last", "previous"), last),
        (incident_words("separate"), _separate),
        (("separately",), _separately),
        (("same", "this"), _same_day),
        (("heels", "wake", "follows"), _heels),
        (("linked", "connected", "related", "unrelated"), _unlinked),
        (("in", "of"), in_year),
        (("in", "on"), in_month),
        ((",",), past_year),
        ((":",), under_year),
        (tuple(months()), past_day),
        (tuple(months()) + tuple(load("dates")["weekdays"]), earlier_day),
        (("earlier",), earlier_today),
        (("since",), since),
        (("when",), year_when),
        (("began", "started", "erupted", "begun"), _began),
        (("compared",), compared),
        (incident_words("surpassed"), surpassed),
        (("death", "killing", "murder", "assassination"), _whose_death),
        (events, _indefinite),
        (events, of_past_year),
        (many, _series),
        (STORMS, other_storm),
        (incident_words("together"), _together),
        (("such",), _such),
        (("one",), _one_of_the_worst),
        (("comes", "came"), _comes_after),
        (("named", "calling"), _namesake),
    ):
        for word in words:
            table[word] = (*table.get(word, ()), rule)
    return table


def _earlier(place: Place, i: int) -> Cue | None:
    """ "A similar blast", "the previous attacks", "an earlier one"."""
    if place.word(i + 1) == "one" and place.word(i - 1) in ("a", "an", "the"):
        return place.whole(i, i + 2, strong=True)
    if _counted_alone(place, i + 1) and place.word(i - 1) == "the":
        return place.whole(i, i + 2)
    if place.word(i + 1) not in event_nouns()[0]:
        return None
    first = place.sentence.first
    had = "had" in place.words[first:i]
    if place.word(i - 1) == "the" and had and place.word(i - 2) in ("in", "from", "after"):
        return Cue(i, i + 2, first, place.stop)  # "300 had died after the earlier quakes"
    return place.whole(i, i + 2)


def _such(place: Place, i: int) -> Cue | None:
    """ "It was the third SUCH INCIDENT this year: eleven died in June": those behind the colon."""
    if not place.tokens.classes[i - 1] & c.ORDINAL or place.word(i + 1) not in event_nouns()[0]:
        return None
    colon = next((k for k in range(i + 2, place.stop) if place.words[k] == ":"), None)
    return Cue(i - 1, i + 2, colon, place.stop) if colon else None


def _one_of_the_worst(place: Place, i: int) -> Cue | None:
    """ "ONE OF THE WORST came in May, WHEN 40 died": another than the one told of, and so are those after it in its
    paragraph."""
    most = load_words("modifiers", "superlatives")
    worst = place.words[i + 1 : i + 3] == ["of", "the"] and place.word(i + 3) in most
    if place.opens or i != place.sentence.first or not worst or place.word(i + 3) == "first":
        return None
    when = "when" in place.words[i + 4 : min(place.stop, i + 2 * _CLAUSE)]
    return place.whole(i, i + 4, strong=True, goes_on=True) if when else None


def _counted_alone(place: Place, i: int) -> bool:
    """ "The previous TWO killed 14", but not "the previous two days"."""
    if not place.word(i + 1) or not place.tokens.classes[i] & c.NUMERAL:
        return False
    return bool(place.tokens.classes[i + 1] & (c.TRIGGER | c.VERB | c.AUXILIARY))


def _motive(place: Place, i: int) -> Cue | None:
    """ "In retaliation for the killing of three brothers", "in response to the raid"."""
    if place.word(i) in ("response", "reaction") and place.word(i + 1) not in ("to", "over"):
        return None
    if not _FEARS.isdisjoint(place.words[max(0, i - 2) : i]):
        return None  # "unnamed for FEAR OF retaliation": nothing was done yet
    return place.after(i, i + 1, place.reach(i + 1))


def _comes_after(place: Place, i: int) -> Cue | None:
    """ "THE RAID COMES AFTER troops killed five men in Lesk": what came before the one told of."""
    if place.word(i + 1) not in ("after", "following") or place.opens:
        return None
    events = event_nouns()[0] | event_nouns()[1]
    if events.isdisjoint(place.words[max(place.sentence.first, i - _NOUN) : i]):
        return None
    return place.after(i, i + 2, place.reach(i + 2))


def _namesake(place: Place, i: int) -> Cue | None:
    """ "A group NAMED AFTER a rebel killed in 1963 claimed it", "calling itself the Friends of Ana Ruiz, a guard shot
    last month, …": whose name it bears is not who was harmed."""
    if place.word(i + 1) not in ("after", "for", "itself", "themselves"):
        return None
    said = incident_words("claims")
    end = next((k for k in range(i + 2, place.stop) if place.words[k] in said), place.stop)
    return Cue(i, i + 2, i + 2, end)


def _separate(place: Place, i: int) -> Cue | None:
    """ "In a separate incident": that sentence, and where it begins with it those after it in its paragraph."""
    if place.word(i) == "other" or place.word(i - 1) not in ("in", "of", "a"):
        return None
    if place.word(i) == "different" and place.word(i + 1).endswith("s"):
        return None  # "12 died in DIFFERENT INCIDENTS": in several, which are the report's own
    nouns = event_nouns()[1] | incident_words("incidents")
    kind = (
        place.word(i) in ("separate", "unrelated") and place.word(i + 2) in nouns | event_nouns()[0]
    )
    alone = place.word(i) in ("separate", "unrelated") and place.word(i + 1) in event_nouns()[0]
    if place.word(i + 1) not in nouns and not kind and not alone:  # "a separate bus crash"
        return None
    return place.whole(
        i, i + 2 + kind, strong=True, goes_on=i - place.sentence.first < BEGINNING - 2
    )


def _separately(place: Place, i: int) -> Cue | None:
    """ "SEPARATELY, a gas leak killed four": that sentence, and those after it in its paragraph."""
    after = place.tokens.classes[i + 1] if place.word(i + 1) else 0
    behind = place.word(i + 1) == "," or after & (c.PREPOSITION | c.WEEKDAY)
    opens = i == place.sentence.first and behind and not place.opens
    return place.whole(i, i + 1, strong=True, goes_on=True) if opens else None


def _same_day(place: Place, i: int) -> Cue | None:
    """ "On the same day that …", "on the same night", "on this day": what else happened then."""
    if place.word(i + 1) not in _DAYS:
        return None
    if place.word(i) == "same" and place.word(i + 2) in ("that", "when", "as"):
        return place.after(i, i + 2, place.stop)
    told = place.word(i - 1) == ("the" if place.word(i) == "same" else "on")
    return place.whole(i, i + 2, strong=True) if told and not place.opens else None


def _heels(place: Place, i: int) -> Cue | None:
    """ "On the heels of an attack that …", "the attack follows two raids in which …"."""
    if place.word(i) == "follows":
        events = event_nouns()[0].intersection(place.words[i + 1 : i + 1 + _NOUN])
        span = place.word(i + 2) in incident_words("spans") and place.word(i + 3) == "of"
        told = (events or span) and place.word(i + 1) != "the"
        return Cue(i, i + 1, i + 1, place.stop, strong=False) if told else None
    if place.word(i + 1) != "of" or place.word(i + 2) == "the":
        return None
    return place.after(i, i + 2, place.reach(i + 2), strong=False)


def _unlinked(place: Place, i: int) -> Cue | None:
    """ "The crash was not linked to the floods in Lesk, which have killed 17", "the raid was related to an attack that
    killed three"."""
    negated = place.word(i) == "unrelated" or "not" in (place.word(i - 1), place.word(i - 2))
    if not negated and place.word(i + 1) == "to" and place.word(i + 2) in ("a", "an"):
        near = place.words[i + 3 : min(place.stop, i + 3 + _CLAUSE)]
        event = not event_nouns()[0].isdisjoint(near[:_NOUN])
        told = event and not _RELATIVE.isdisjoint(near)
        return Cue(i, i + 2, i + 2, place.stop, strong=False) if told else None
    if not negated or place.word(i + 1) not in ("to", "with"):
        return None
    return Cue(i, i + 2, i + 2, place.stop, strong=True)


def _began(place: Place, i: int) -> Cue | None:
    """ "The war BEGAN WHEN gunmen raided Lesk, killing 1,200": what a war began with, behind the news."""
    if place.opens or place.word(i + 1) not in ("when", "with", "after"):
        return None
    crises = load_words("modifiers", "crises")
    if crises.isdisjoint(place.words[max(place.sentence.first, i - _NOUN) : i]):
        return None
    return Cue(i, i + 2, i + 2, place.stop, strong=False)


def _whose_death(place: Place, i: int) -> Cue | None:
    """ "Protests that erupted FOLLOWING THE DEATH of Ana Ruiz": it came before what the text tells of."""
    if place.word(i - 1) != "the" or place.word(i + 1) != "of" or not place.word(i + 2):
        return None
    if place.word(i - 2) not in _OVER_IT or place.tokens.shouted:
        return None
    if not place.tokens.capital(i + 2) or place.tokens.classes[i + 2] & c.NUMERAL:
        return None
    return Cue(i - 2, i + 1, i, min(place.stop, i + _CLAUSE), strong=False, anywhere=True)


def _indefinite(place: Place, i: int) -> Cue | None:
    """ "Following an explosion at a rally that killed …": what is told as new after the opening is not the main
    incident. But "claimed responsibility for an attack that killed …" is of the one reported."""
    words = place.words
    first = next((k for k in range(i - 1, i - _NOUN, -1) if place.word(k) in ("a", "an")), None)
    if place.opens or first is None:
        return None
    if not incident_words("charged").isdisjoint(words[place.sentence.first : first]):
        return None  # "a man was held over a shooting that …": the one reported
    before = place.word(first - 1)
    if before == "for" or not (
        before in ("following", "follows", "followed", "after")
        or before
        and place.tokens.classes[first - 1] & c.PREPOSITION
    ):
        return None
    end = min(place.stop, i + _CLAUSE)
    relative = next((k for k in range(i + 1, end) if words[k] in _RELATIVE), None)
    if relative is None:
        return None
    return Cue(first, i + 1, relative, min(place.stop, relative + _CLAUSE), False, anywhere=True)


def _series(place: Place, i: int) -> Cue | None:
    """ "In all five attacks", where the text tells of one of them."""
    if not place.serial or not of_them_all(place.tokens, i):
        return None
    return place.whole(i, i + 1, strong=True)


def _together(place: Place, i: int) -> Cue | None:
    """ "A total of", "nationwide", where the text tells of one incident of a series."""
    return place.whole(i, i + 1, strong=True) if place.serial else None
