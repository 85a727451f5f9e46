"""Sorting: which figures of one document are of one incident.

By what they run over (one event, a running count, an earlier incident told as background), then by place
and date: a document that tells of strikes on two cities has a group of figures for each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from figures.comparison.clocks import days_between, in_words
from figures.comparison.kinds import kinds, leading, weights
from figures.comparison.places import Where, relation, where
from figures.comparison.sources import state_words
from figures.comparison.wording import piece
from figures.model import Document, Figure

_APART = 3  # within one document: the days over which one incident's figures may be dated
_LOOKED_AT = 200  # groups told of last that a figure may be of, so that a long list stays quick
_PAST = 60  # days before a report from which what it dates is not its own news
_WEEKS = 20  # days, where a report of January tells what happened "in December"
_HOUSES = ("hospital", "church", "cathedral", "mosque", "school", "clinic", "university", "college")
_AGO = frozenset("ago last previous year years month months".split())
# words before a count that tell of another incident than the one reported
_ANOTHER = re.compile(
    r"^Elsewhere\b|\b(?i:last|previous) (?:week|month|year)['’]s (?:[\w-]+ ){0,2}"
    r"(?:attacks?|assaults?|raids?|massacre|bombings?|strikes?|(?:earth)?quake|floods?|storm)\b"
)
_EPIDEMIC = "running epidemic"
_FRESH = 3  # days from what a report is of to its print
_EARLIER = re.compile(r"(?i)\b(?:earlier this|last) month\b")
_CLINIC_IN = re.compile(r"(?i)\b(?:hospital|clinic|medical cent(?:er|re)) in ")
# counted later, elsewhere
_AFTERMATH = frozenset("detained freed returned assisted rescued infected".split())


def _afterwards(figure: Figure) -> bool:
    """Is it counted later, and perhaps elsewhere: who is detained, freed, or held still?"""
    held = figure.category == "abducted" and figure.stock_or_flow == "stock"
    return held or figure.category in _AFTERMATH


@dataclass(slots=True)
class Group:
    """The figures of one incident, with where and when they are told to be."""

    sort: str  # main, running …, background …
    wide: bool
    figures: list[Figure] = field(default_factory=list)
    places: list[Where] = field(default_factory=list)
    spans: list[tuple[str, str]] = field(default_factory=list)
    harm_places: list[Where] = field(default_factory=list)  # of those whom the event itself struck
    harm_spans: list[tuple[str, str]] = field(default_factory=list)
    _different: dict[Where, None] = field(default_factory=dict)  # each place, and day, once
    _spans: dict[tuple[str, str], None] = field(default_factory=dict)
    _harm_spans: dict[tuple[str, str], None] = field(default_factory=dict)

    @property
    def running(self) -> bool:
        """Is it a count that runs over many events?"""
        return self.sort.startswith("running")

    def add(self, figure: Figure, span: tuple[str, str] | None) -> None:
        self.figures.append(figure)
        place = where(figure)
        if place is not None:
            self.places.append(place)
            self._different[place] = None
        if span is not None:
            self.spans.append(span)
            self._spans[span] = None
        if not _afterwards(figure):
            self.harm_places += [place] if place else []
            self.harm_spans += [span] if span else []
            self._harm_spans.update({span: None} if span else {})

    def takes(self, figure: Figure, span: tuple[str, str] | None) -> bool:
        """Can a figure be of this group's incident: not elsewhere, not at another time? A running count of a city is
        another than its country's."""
        place = where(figure)
        elsewhere = ("apart", "within") if self.running else () if self.wide else ("apart",)
        if place and elsewhere and any(relation(place, p) in elsewhere for p in self._different):
            return False
        if span is None or _afterwards(figure) and not self.running:
            return True
        told = self._spans if self.running else self._harm_spans
        return not any(_apart(span, other) for other in told)


def groups(document: Document, figures: Sequence[Figure]) -> list[Group]:
    """The figures of a document by incident, groups in the order of their first figure."""
    ordered = _placed(document.text, sorted(figures, key=lambda f: (f.number_start, f.id)))
    spans = _spans(document, ordered)
    return _groups(ordered, spans, _sorts(document, ordered, spans))


def _placed(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures without places that are none: where a hospital is, and a speaker's name, or a house's, that some
    town of another country bears, where the report says nothing of that country."""
    figures = [_unplaced(f) if _of_hospital(f) else f for f in figures]
    first = next((f.country for f in figures if f.gazetteer_id and f.country), None)
    if all(f.country in (None, first) for f in figures):
        return figures
    told = {state for word, _ in piece(text).words if (state := state_words().get(word))}
    names = {f.attributed_to.lower() for f in figures if f.attributed_to}
    return [
        _unplaced(f)
        if f.country not in (None, first)
        and f.country not in told
        and f.place
        and (f.place.lower() in names or _house(f.place, text))
        else f
        for f in figures
    ]


def _of_hospital(figure: Figure) -> bool:
    """Is the place told as that of a hospital ("was driven to a hospital in Lesk, where he died")?"""
    if not figure.place or not _CLINIC_IN.search(figure.sentence):
        return False  # most: a pattern made for each place takes long
    told = (
        rf"(?i)\b(?:hospital|clinic|medical cent(?:er|re)) in (?:\w+ )?{re.escape(figure.place)}\b"
    )
    return re.search(told, figure.sentence) is not None


def _house(place: str, text: str) -> bool:
    """Does a text give a place's name to a house ("St. Louis hospital")?"""
    return any(
        text[m.end() :].lstrip().lower().startswith(_HOUSES)
        for m in re.finditer(re.escape(place), text)
    )


def _unplaced(figure: Figure) -> Figure:
    return replace(
        figure, place=None, place_name=None, admin1=None, country=None, latitude=None,
        longitude=None, place_precision=None, gazetteer_id=None,
    )  # fmt: skip


def _sort(figure: Figure) -> str:
    """What a figure runs over: figures of different sorts are never of one account."""
    if figure.scope != "incident":
        return _EPIDEMIC if figure.category == "infected" else "running"
    if figure.background is not None:
        return "background " + figure.background
    other = _ANOTHER.search(figure.sentence[: figure.number_start - figure.sentence_start])
    return f"background {other.group().lower()}" if other else "main"


def _spans(document: Document, figures: Sequence[Figure]) -> dict[str, tuple[str, str]]:
    """Figure → when it happened. A date far before the report does not reach back over the text: "the
    place where a bomb in 2017 killed 500" does not date yesterday's dead, told before it."""
    published = document.published_on or document.published_at
    spans = {f.id: (f.earliest, f.latest) for f in figures if f.earliest and f.latest}
    past = [f for f in figures if f.id in spans and f.scope == "incident" and _past(f, published)]
    told = next((i for i, f in enumerate(past) if _dated_here(f)), 0)
    for figure in past[:told]:
        del spans[figure.id]
    return spans


def _past(figure: Figure, published: str | None) -> bool:
    """Is it dated long before the report, or some weeks before it by the month that its sentence names?"""
    gap = days_between(figure.latest, published) or 0
    return gap > _PAST or gap > _WEEKS and figure.date_precision == "month" and _dated_here(figure)


def _dated_here(figure: Figure) -> bool:
    """Do the words of the figure's own sentence tell a time past: its year, its month, "ago"?"""
    assert figure.earliest is not None
    month = in_words(figure.earliest).split(" ")[1:2]
    words = {word for word, _ in piece(figure.sentence).words}
    return not words.isdisjoint((figure.earliest[:4], *map(str.lower, month), *_AGO))


def _sorts(
    document: Document, figures: Sequence[Figure], spans: Mapping[str, tuple[str, str]]
) -> dict[str, str]:
    """Figure → its sort. Where a report tells of now, what it dates far back is background too."""
    published = document.published_on or document.published_at
    sorts = {f.id: _sort(f) for f in figures}
    ill = {f.sentence_start for f in figures if sorts[f.id] == _EPIDEMIC}
    for figure in figures if ill else ():  # "900 cases AND 32 DEATHS since October"
        if figure.category == "killed" and sorts[figure.id] == "running":
            sorts[figure.id] = _EPIDEMIC if figure.sentence_start in ill else "running"
    past = {
        f.id for f in figures if sorts[f.id] == "main" and f.id in spans and _past(f, published)
    } | _earlier(figures, spans, published)
    if past and any(sort == "main" and i not in past for i, sort in sorts.items()):
        for figure in figures:
            if figure.id in past:
                sorts[figure.id] = f"background {figure.latest}"
    return sorts


def _earlier(
    figures: Sequence[Figure], spans: Mapping[str, tuple[str, str]], published: str | None
) -> set[str]:
    """Those of "the raid EARLIER THIS MONTH", in a report that begins with the harm done on a day just past."""
    dated = [f for f in figures if f.id in spans and f.scope == "incident"]
    if not dated or dated[0].date_precision != "day" or _afterwards(dated[0]):
        return set()
    gap = days_between(dated[0].latest, published)
    if gap is None or not 0 <= gap <= _FRESH:
        return set()
    found = [f for f in dated if f.date_precision == "month" and _EARLIER.search(f.sentence)]
    told = {(f.category, f.value) for f in dated if f.date_precision == "day"}
    if any((f.category, f.value) in told for f in found):
        return set()  # its own toll said again: the month is that of the day
    return {f.id for f in found}


def _groups(
    figures: Sequence[Figure], spans: Mapping[str, tuple[str, str]], sorts: Mapping[str, str]
) -> list[Group]:
    groups: list[Group] = []
    # figure → the place of its group; also of a whole that comes behind its parts
    of: dict[str, int] = {}
    last: dict[str, dict[int, None]] = defaultdict(dict)  # of each sort, the latest told at the end
    wide = _wide(f for f in figures if sorts[f.id] == "main")
    for figure in figures:
        sort = sorts[figure.id]
        span = spans.get(figure.id)
        named = (figure.part_of, figure.adds_to, figure.restates, figure.id)
        bound = (of[i] for i in named if i in of)
        found = next((n for n in bound if groups[n].sort == sort), None)
        if found is None:
            near = sorted(islice(reversed(last[sort]), _LOOKED_AT))
            end = {n: groups[n].figures[-1] for n in near}
            beside = [n for n in near if end[n].sentence_start == figure.sentence_start]
            recent = sorted(near, key=lambda n: -end[n].number_start)
            found = next((n for n in (*beside, *recent) if groups[n].takes(figure, span)), None)
        if found is None:
            found = len(groups)
            groups.append(Group(sort, wide))
        groups[found].add(figure, span)
        of[figure.id] = found
        if figure.part_of is not None:
            of.setdefault(figure.part_of, found)
        last[sort].pop(found, None)
        last[sort][found] = None
    return groups


def _wide(figures: Iterable[Figure]) -> bool:
    """Do the sentences of a document's own figures tell of an event that strikes a whole region?"""
    sentences = dict.fromkeys(f.sentence for f in figures)
    told = weights(word for sentence in sentences for word in piece(sentence).words)
    first = leading(told)[:1]
    return bool(first) and kinds()[first[0]].wide


def _apart(left: tuple[str, str], right: tuple[str, str]) -> bool:
    gap = max(days_between(left[1], right[0]) or 0, days_between(right[1], left[0]) or 0)
    return gap > _APART
