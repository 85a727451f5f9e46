"""What a figure counts: the whole toll, a part of it or an addition; of which group, in which area.

A group or an area is told only where the text makes the count a share ("46 of the dead were women",
"in Türkiye alone", "at one hospital"). A noun that describes all the dead tells none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from figures.comparison.places import stands_in
from figures.comparison.sources import speaker, state_words
from figures.extraction.document.restricted import NEAR, of_some, of_these
from figures.extraction.times.vocabulary import date_lists
from figures.model import Figure

_NAME = r"((?:[A-Z][\w.'’-]*\s){0,3}[A-Z][\w'’-]*)"
_SORT = r"(?:\s(?:city|town|district|province|region|state|county|village|camp))?"
_ALONE = re.compile(
    rf"\b(?i:in|at|from|for)\s+(?i:the\s+)?{_NAME}{_SORT}\s+alone\b|\b{_NAME}{_SORT}\s+alone\b"
)
_HOSPITAL = re.compile(
    rf"\b(?:at|to|in)\s+(?:the\s+)?{_NAME}\s+((?i:hospital|clinic|medical centre|medical center))"
    r"|\b(?:treated|admitted|taken|brought|evaluated)\s(?:\w+\s)?(?:at|to|in)\s(?:the\s)?"
    rf"{_NAME}\s+((?i:center|centre|unit|ward))"
)
_CLAUSE = re.compile(r"[;:]\s|\s(?:while|whereas|but)\s")
_SEEN = re.compile(r"\b(?:saw|seen|counted)\b")
_HELPED = re.compile(r"\bhelp(?:ed|ing|s)? (?:to )?(?:carry|pull|dig|bury|load|move|lift)\b[^.;]*$")
_WITNESSED = re.compile(r"\bwitness(?:es)?\b[^.;]{0,60}\b(?:saw|seen|counted)\b")
_TAKEN_IN = re.compile(
    r"(?i)\b(?:hospital|clinic|morgue|mortuary|medical (?:centre|center|post|point)|response point|field hospital)\b"
    r"[^.;]{0,40}\b(?:received|receives|receiving|took in|taken in|flooded with|overwhelmed with|admitted|treated)\b"
    r"[^.;]*$|\bwe(?:'ve| have)? (?:treated|received|admitted|operated on|took in)\b[^.;]*$"
)
_HOME = re.compile(r"\b(?:in (?:his|her|their|the) country|nationwide|countrywide)\b")
_MORE = re.compile(
    r"(?i)^(?:no\s+(?:further|additional|other)|another|an?\s+(?:further|additional|extra)|further|additional)\b"
    r"|\bmore\b(?! than)|(?-i:\b(?:new|fresh)\b)"
)
# right behind a count: "170 people died in other parts of Lenia", but "40 died and many fled elsewhere"
_ELSEWHERE = re.compile(
    r"(?:\s(?!and\b|or\b)\w+){0,4}?\s(?:elsewhere\b|in (?:the )?(?:rest of|other"
    r" (?:parts|areas|towns|villages|cities|districts|provinces|regions|places))\b)"
)
# a stretch of what happened: "the toll of the first day was 13"
_STRETCH = re.compile(
    r"\b(?i:on|in|during|over|of|after|for) the (?:first|second|third|last|opening) (?:day|night|hours?)\b(?! of\b)"
)
# of the place that was hit most: "the worst-hit district was Lesk, with 40 dead", "most of the dead, 40, were in Lesk"
_WORST = re.compile(
    r"(?i)\b(?:(?:most|worst|hardest|worse)[- ](?:affected|hit|stricken)"
    r"|(?:highest|greatest|largest) (?:number|toll|death toll|count))\b"
)
_SOME_OF = re.compile(
    r"(?i)\bof (?:whom|which|these|those|them)\b,?(?: (?:at|some|about|least|around|nearly|only|the)){0,3} $"
)
_LEFT = re.compile(r"\bthe (?:remaining|last|rest of the)\s$")  # "freed the remaining 23 hostages"
_OF_OWN = re.compile(r"(?i)\bof (?:his|her|its|their|our|my) \d")  # "four of her 26 nurses"
_NUMBER = re.compile(r"\d")
_OF_WHOM = re.compile(r"\b(?:with|including|among them|of (?:whom|them|which|those|these))\b")
_BOTH = re.compile(
    r"\b(?i:there and in)\b|\b(?i:both|two) (?:countries|nations|sides of the border)\b|\b(?i:combined)\b"
)


_SORTS = frozenset(
    "the a mosque masjid church cathedral school city town village district province region "
    "state governorate oblast county municipality".split()
)


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
    if whole is not None and whole.category != figure.category:
        whole = None  # the dead among the injured are no part of the dead
    again = by_id.get(figure.restates or "")
    if again is not None and again.category == figure.category and again.restates is None:
        told_before = coverage(again, by_id, countries)
        if told_before.share != "whole":
            return told_before  # "Five of the captives were freed. … The five freed people said"
    area = _area(figure, whole, countries)
    if "attacker" in figure.groups and figure.category in ("killed", "injured"):
        return Coverage("whole", "attacker", area)
    base = by_id.get(figure.adds_to or "")
    if base is not None and base.category == figure.category and _one_voice(base, figure):
        return Coverage("addition", "", area)
    if figure.attribution_kind == "media" and _SEEN.search(figure.sentence):
        return Coverage("part", "", area)  # the bodies that reporters saw are not the toll
    before = figure.sentence[: max(0, figure.number_start - figure.sentence_start)]
    if _HELPED.search(before) or _WITNESSED.search(before) or _TAKEN_IN.search(before):
        return Coverage("part", "", area)
    if _on_top(figure, by_id):
        return Coverage("addition", "", area)
    if whole is None:
        if _some_of(before, figure, by_id) or _STRETCH.search(_clause(figure)):
            return Coverage("part", "", area)
        if _ELSEWHERE.match(_behind(figure)):
            return Coverage("addition", "", area)  # "killed 170 people in other parts of Lenia"
        return Coverage("part" if _of_the_same(figure) else "whole", "", area)
    told = set(figure.groups) - set(whole.groups)
    group = " ".join(sorted(told))
    own_area = area if area != _area(whole, None, countries) else ""
    return Coverage("whole" if group or own_area else "part", group, area)


def told_as_parts(reports: Sequence[tuple[Sequence[Figure], dict[str, Coverage]]]) -> None:
    """Where one report of an incident tells a group as a share of all ("nine people, including five civilians"),
    the five civilians of another, which tells no other count, are that share and not all. ``reports``: their
    figures, and what each counts, which is changed."""
    shares = {
        (_count(f), covers[f.id].of_group)
        for figures, covers in reports
        for f in figures
        if f.part_of and covers[f.id].of_group not in ("", "attacker")
    }
    for figures, covers in reports if shares else ():
        told = Counter(f.category for f in figures if covers[f.id].share == "whole")
        for f in figures:
            if told[f.category] == 1 and covers[f.id] == Coverage():
                named = (*f.groups, " ".join(sorted(f.groups)))
                group = next((g for g in named if (_count(f), g) in shares), "")
                covers[f.id] = Coverage(of_group=group)


def _count(figure: Figure) -> tuple[object, ...]:
    return figure.category, figure.scope, figure.status, figure.low, figure.high


def countries_apart(figures: Sequence[Figure]) -> frozenset[str]:
    """The countries that a wide incident's counts are told for, where one document tells several."""
    told: dict[str, set[str]] = {}
    for figure in figures:
        states = _states_in(figure.sentence)
        if len(states) != 1 or figure.scope != "incident" or figure.part_of is not None:
            continue
        if _told_of(figure, _clause(figure), states):
            told.setdefault(figure.category, set()).update(states)
    return frozenset().union(*(states for states in told.values() if len(states) > 1))


def _on_top(figure: Figure, by_id: Mapping[str, Figure]) -> bool:
    """Does a figure count on top of a total that the report does not tell ("another three people died")?
    After a count of another category "more" tells that the people are others: "killed 12, hurt 20 more"."""
    before = figure.sentence[: max(0, figure.start - figure.sentence_start)]
    if _LEFT.search(before):
        return True
    if not _MORE.search(figure.quote):
        return False
    if figure.high == 0:
        return True  # "no new survivors were found" says nothing of those found before
    earlier = [f for f in by_id.values() if f.number_start < figure.number_start]
    last = max(earlier, key=lambda f: f.number_start, default=None)
    return last is None or last.category == figure.category


def _some_of(before: str, figure: Figure, by_id: Mapping[str, Figure]) -> bool:
    """ "They recorded 90 people, OF WHOM 12 were badly hurt": are they some of a number that was not read? Those who
    died of a number who were hurt are all who died."""
    counted = (f for f in by_id.values() if f.sentence_start == figure.sentence_start)
    first = all(f.number_start >= figure.number_start for f in counted)
    return first and _SOME_OF.search(before) is not None and _NUMBER.search(before) is not None


def _of_the_same(figure: Figure) -> bool:
    """Are they some of those whom the category counts ("five of the dead", "six people from there")?"""
    if _OF_OWN.search(figure.quote) or of_some(figure.quote, figure.sentence) == figure.category:
        return True
    after = _behind(figure)
    return figure.counted == "number" and of_these(figure.category, figure.quote, after)


def _behind(figure: Figure) -> str:
    """What the sentence tells right behind a figure."""
    end = figure.end - figure.sentence_start
    return figure.sentence[end : end + NEAR]


def _one_voice(one: Figure, other: Figure) -> bool:
    """Does nothing tell that two speakers say them? What another says adds nothing to one's count."""
    a, b = (speaker(f.attributed_to, f.attribution_kind) for f in (one, other))
    return a is None or b is None or a.same(b)


def _area(figure: Figure, whole: Figure | None, countries: Collection[str]) -> str:
    clause = _clause(figure)
    for alone in _ALONE.finditer(clause):
        name = fold(alone.group(1) or alone.group(2))
        if not _times() & set(name.split()):  # "on Saturday alone" tells a time
            return state_words().get(name, name)
    if figure.scope != "incident" and (state := _of_another_state(figure, clause)):
        return state
    if countries:
        return _country(figure, clause, countries)
    if figure.category == "injured" and figure.counted != "named":
        after = figure.sentence[figure.end - figure.sentence_start :][:80]
        hospital = _HOSPITAL.search(after)
        if hospital:
            name, sort = (part for part in hospital.groups() if part is not None)
            return f"{fold(name)} {sort.lower()}"
    if figure.place and stands_in(figure.place, clause) and _WORST.search(clause):
        return area_of(figure)
    if whole is not None and figure.place and whole.place and _apart(figure, whole):
        return area_of(figure)
    return ""


def area_of(figure: Figure) -> str:
    """A figure's place as the key of an area: as the gazetteer spells it, that every report spells it alike."""
    place = figure.place or ""
    several = " and " in place  # "two each in Lesk and Orda": no toll of all their region
    return fold(place if several else figure.place_name or place)


@cache
def _times() -> frozenset[str]:
    """The names of days and months, folded."""
    lists = date_lists()
    return frozenset((*lists["weekdays"], *lists["months"]))


def _of_another_state(figure: Figure, clause: str) -> str:
    """The state whose running count a figure is, where that state tells it and is not where others are
    counted: "neighbouring Mozambique reported 3,300 cases" in news from Malawi; not where it says that they
    died in Malawi."""
    if figure.place and stands_in(figure.place, clause):
        return ""
    who = speaker(figure.attributed_to, figure.attribution_kind)
    party = who.party if who else None
    is_state = party in state_words().values()
    return party if party and is_state and figure.country and party != figure.country else ""


def _apart(figure: Figure, whole: Figure) -> bool:
    one, other = figure.place_name or figure.place, whole.place_name or whole.place
    return fold(one or "") != fold(other or "")


def _clause(figure: Figure) -> str:
    """The part of the sentence that a figure stands in, between semicolons, colons, "while" and "but"."""
    at = figure.number_start - figure.sentence_start
    cuts = [0, *(m.start() for m in _CLAUSE.finditer(figure.sentence)), len(figure.sentence)]
    return next((figure.sentence[a:b] for a, b in pairwise(cuts) if a <= at < b), figure.sentence)


def _country(figure: Figure, clause: str, countries: Collection[str]) -> str:
    """The one country that a figure counts in, or "" for all of them."""
    if _BOTH.search(clause) or _joined(clause, countries):
        return ""
    named = _states_in(clause) & set(countries)
    if len(named) > 1:  # the one told after the count, before the next
        after = figure.sentence[figure.end - figure.sentence_start :]
        named = _states_in(_NUMBER.split(after, maxsplit=1)[0]) & set(countries)
        return next(iter(named)) if len(named) == 1 else ""
    if len(named) == 1:
        return next(iter(named)) if _told_of(figure, clause, named) else ""
    if _HOME.search(clause):
        return figure.country if figure.country and figure.country in countries else ""
    local = figure.place and figure.place in figure.sentence
    return figure.country if local and figure.country and figure.country in countries else ""


def _told_of(figure: Figure, clause: str, named: Set[str]) -> bool:
    """Is the one country of a clause told of this count, not of a part of it ("7,200, with 5,400 in Turkey")?"""
    at = clause.find(figure.quote)
    if at < 0 or _states_in(clause[:at]) & named:
        return True
    between = _NUMBER.split(clause[at + len(figure.quote) :], maxsplit=1)[0]
    return bool(_states_in(between) & named) or not _OF_WHOM.search(between)


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


def fold(name: str) -> str:
    """A place's name as the key of an area: without the words that say what sort of place it is.

    >>> fold("Masjid Al Noor"), fold("the Al Noor mosque")
    ('al noor', 'al noor')
    """
    words = name.lower().replace("-", " ").split()
    return " ".join([w for w in words if w not in _SORTS] or words)
