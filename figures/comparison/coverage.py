"""What a figure counts: the whole toll, a part of it or an addition; of which group, in which area.

A group or an area is told only where the text makes the count a share ("46 of the dead were women",
"in Türkiye alone", "at one hospital"). A noun that describes all the dead tells none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from figures.comparison.codebooks import stated
from figures.comparison.sources import speaker, state_words
from figures.model import Figure

_NAME = r"((?:[A-Z][\w.'’-]*\s){0,3}[A-Z][\w'’-]*)"
_ALONE = re.compile(rf"\b(?:in|at|from|for)\s+(?:the\s+)?{_NAME}\s+alone\b|\b{_NAME}\s+alone\b")
_HOSPITAL = re.compile(rf"\b(?:at|to|in)\s+(?:the\s+)?{_NAME}\s+(?i:hospital|clinic|medical cent)")
_BOTH = re.compile(r"\b(?i:both|two) (?:countries|nations|sides of the border)\b|\b(?i:combined)\b")


@dataclass(frozen=True, slots=True)
class Coverage:
    share: str = "whole"  # whole, part, addition
    of_group: str = ""
    area: str = ""


def coverage(
    figure: Figure, by_id: Mapping[str, Figure], countries: Collection[str] = ()
) -> Coverage:
    """What a figure counts. ``countries`` are those that a wide incident is counted by, each apart.

    >>> from figures.extraction import extract
    >>> found = extract("The quake killed 20 people, including three children.")
    >>> [coverage(f, {g.id: g for g in found}).of_group for f in found]
    ['', 'child']
    """
    whole = by_id.get(figure.part_of or "")
    area = _area(figure, whole, countries)
    if "attacker" in figure.groups and figure.category in ("killed", "injured"):
        return Coverage("whole", "attacker", area)
    if figure.adds_to:
        return Coverage("addition", "", area)
    if figure.part_of is None:
        return Coverage("whole", "", area)
    told = set(figure.groups) - set(whole.groups if whole else ())
    group = " ".join(sorted(told))
    own_area = area if area and (whole is None or area != _area(whole, None, countries)) else ""
    return Coverage("whole" if group or own_area else "part", group, area)


def narrower(figure: Figure, total: Figure) -> bool:
    """Does a figure, unmarked by the text, count some of those that another of its document counts?

    Only where one speaker says both, and the smaller count names a group or stands for one person.
    """
    if figure.id == total.id or figure.category != total.category or figure.status != total.status:
        return False
    if _number(figure) >= _number(total):
        return False
    who = speaker(figure.attributed_to, figure.attribution_kind)
    said = speaker(total.attributed_to, total.attribution_kind)
    if who and said and not who.same(said):
        return False
    return figure.counted != "number" or bool(set(figure.groups) - set(total.groups))


def countries_apart(figures: Sequence[Figure]) -> frozenset[str]:
    """The countries that a wide incident's counts are told for, where one document tells several."""
    told: dict[str, set[str]] = {}
    for figure in figures:
        states = _states_in(figure.sentence)
        if len(states) == 1 and figure.scope == "incident" and figure.part_of is None:
            told.setdefault(figure.category, set()).update(states)
    return frozenset().union(*(states for states in told.values() if len(states) > 1))


def _area(figure: Figure, whole: Figure | None, countries: Collection[str]) -> str:
    if countries:
        return _country(figure, countries)
    alone = _ALONE.search(figure.sentence)
    if alone:
        return _key(alone.group(1) or alone.group(2))
    if figure.category == "injured":
        after = figure.sentence[figure.end - figure.sentence_start :][:80]
        hospital = _HOSPITAL.search(after)
        if hospital:
            return _key(hospital.group(1))
    if whole is not None and figure.place and whole.place and _apart(figure, whole):
        return _key(figure.place_name or figure.place)
    return ""


def _apart(figure: Figure, whole: Figure) -> bool:
    one, other = figure.place_name or figure.place, whole.place_name or whole.place
    return _key(one or "") != _key(other or "")


def _country(figure: Figure, countries: Collection[str]) -> str:
    """The one country that a figure counts in, or "" for all of them."""
    named = _states_in(figure.sentence) & set(countries)
    if len(named) == 1 and not _BOTH.search(figure.sentence):
        return next(iter(named))
    if _BOTH.search(figure.sentence) or _joined(figure.sentence, countries):
        return ""
    return figure.country if figure.country and figure.country in countries else ""


def _joined(sentence: str, countries: Collection[str]) -> bool:
    """Are two of the countries named side by side ("in Turkey and Syria")?"""
    words = re.findall(r"[^\W\d_]+", sentence.lower())
    states = state_words()
    return any(
        words[i] in ("and", "und", "or")
        and {states.get(words[i - 1]), states.get(words[i + 1])} <= set(countries)
        for i in range(1, len(words) - 1)
    )


def _states_in(sentence: str) -> set[str]:
    states = state_words()
    return {states[w] for w in re.findall(r"[^\W\d_]+", sentence.lower()) if w in states}


def _number(figure: Figure) -> int | float:
    if figure.value is not None:
        return figure.value
    return 0 if figure.low is None and figure.high is None else stated(figure.low, figure.high)


def _key(name: str) -> str:
    return " ".join(name.lower().split())
