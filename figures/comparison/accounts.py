"""Accounts: what one document tells of one incident. The figures of a document are sorted into accounts
by what they run over, by background, place and date; each account carries what linking asks of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from figures.comparison.clocks import days_between, in_words
from figures.comparison.codebooks import stated
from figures.comparison.kinds import kinds, leading, weights
from figures.comparison.places import Where, relation, where
from figures.comparison.sources import state_words
from figures.comparison.wording import Piece, Wording, piece, shouted, wording
from figures.model import Document, Figure, short_hash

REACH = 5000  # code points around an account's figures within which the text speaks of its incident
_LEAD = 400  # with which a report opens
_NEAR = 200  # within which its words tell the kind of event
_EVENT = 1.0  # weight of its words from which a report without figures tells an event
_SIDE_REACH = 0  # of a background incident or a running count: the sentence alone
_APART = 3  # within one document: the days over which one incident's figures may be dated
_PAST = 60  # days before a report from which what it dates is not its own news
_HOST = re.compile(r"//([^/]+)")
_HOUSES = ("hospital", "church", "cathedral", "mosque", "school", "clinic", "university", "college")
EPOCH = "2000-01-01"
_AGO = frozenset("ago last previous year years month months".split())
# words before a count that tell of another incident than the one reported
_ANOTHER = re.compile(
    r"^Elsewhere\b|\b(?i:last|previous) (?:week|month|year)['’]s (?:[\w-]+ ){0,2}"
    r"(?:attacks?|assaults?|raids?|massacre|bombings?|strikes?|(?:earth)?quake|floods?|storm)\b"
)
_AFTERMATH = frozenset(
    "detained freed returned assisted rescued".split()
)  # counted later, elsewhere
_NO_COUNT = frozenset(("denied", "hypothetical", "not_known"))


@dataclass(frozen=True, slots=True)
class Account:
    """One document's account of one incident. Its id is its smallest figure id."""

    id: str
    document_id: str
    figures: tuple[Figure, ...]
    scope: str  # incident, or cumulative for running and period counts
    main: bool  # the incident that the document mainly reports
    past: (
        bool  # told as another than what the document reports: an earlier incident, a running count
    )
    place: Where | None
    places: tuple[Where, ...]
    span: tuple[str, str] | None  # when it happened: first and last day
    published: str | None
    days: tuple[int, int] | None  # the span, and
    printed: int | None  # the publication, in days: what linking reckons with
    kinds: tuple[str, ...]
    wording: Wording
    heart: Wording  # of its figures' sentences, the title and the lead alone
    counts: frozenset[tuple[str, int | float]]

    @property
    def loose(self) -> bool:
        """Is its date no day but a span of them?"""
        return self.days is not None and self.days[1] - self.days[0] > 1

    @property
    def wide(self) -> bool:
        """Does an event of this kind strike a whole region at once?"""
        return bool(self.kinds) and kinds()[self.kinds[0]].wide


class _Zone(NamedTuple):
    """The text of an account: its figures' sentences, what stands close to them, and further off."""

    inside: list[Piece]
    near: list[Piece]
    far: list[Piece]


@dataclass(slots=True)
class _Group:
    sort: str
    wide: bool
    figures: list[Figure] = field(default_factory=list)
    places: list[Where] = field(default_factory=list)
    spans: list[tuple[str, str]] = field(default_factory=list)
    harm_places: list[Where] = field(default_factory=list)  # of those whom the event itself struck
    harm_spans: list[tuple[str, str]] = field(default_factory=list)

    def add(self, figure: Figure, span: tuple[str, str] | None) -> None:
        self.figures.append(figure)
        place = where(figure)
        if place is not None:
            self.places.append(place)
        if span is not None:
            self.spans.append(span)
        if figure.category not in _AFTERMATH:
            self.harm_places += [place] if place else []
            self.harm_spans += [span] if span else []

    def takes(self, figure: Figure, span: tuple[str, str] | None) -> bool:
        """Can a figure be of this group's incident: not elsewhere, not at another time?"""
        place = where(figure)
        if place and not self.wide and any(relation(place, p) == "apart" for p in self.places):
            return False
        return span is None or not any(_apart(span, other) for other in self.spans)


def accounts(document: Document, figures: Sequence[Figure]) -> list[Account]:
    """The accounts of one document, in the order of their ids."""
    if not figures:
        return _silent(document)
    ordered = _placed(document.text, sorted(figures, key=lambda f: (f.number_start, f.id)))
    spans = _spans(document, ordered)
    groups = _groups(ordered, spans, _sorts(document, ordered, spans))
    zones = _zones(document.text, groups)
    main = max(range(len(groups)), key=lambda i: (_weight(groups[i], document), -i))
    built = [
        _account(document, group, zones[i], i == main and group.sort == "main")
        for i, group in enumerate(groups)
    ]
    return sorted(built, key=lambda a: a.id)


def _placed(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures without places that are none: a speaker's name, or a house's, that some town of another
    country bears, where the report says nothing of that country."""
    first = next((f.country for f in figures if f.gazetteer_id and f.country), None)
    if all(f.country in (None, first) for f in figures):
        return list(figures)
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
        return "running epidemic" if figure.category == "infected" else "running"
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
    return (days_between(figure.latest, published) or 0) > _PAST


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
    past = {
        f.id for f in figures if sorts[f.id] == "main" and f.id in spans and _past(f, published)
    }
    if past and any(sort == "main" and i not in past for i, sort in sorts.items()):
        for figure in figures:
            if figure.id in past:
                sorts[figure.id] = f"background {figure.latest}"
    return sorts


def _groups(
    figures: Sequence[Figure], spans: Mapping[str, tuple[str, str]], sorts: Mapping[str, str]
) -> list[_Group]:
    groups: list[_Group] = []
    of: dict[str, _Group] = {}
    wide = _wide(f for f in figures if sorts[f.id] == "main")
    for figure in figures:
        sort = sorts[figure.id]
        bound = (of.get(i) for i in (figure.part_of, figure.adds_to, figure.restates) if i)
        group = next((g for g in bound if g is not None and g.sort == sort), None)
        if group is None:
            same = [g for g in groups if g.sort == sort]
            beside = [g for g in same if g.figures[-1].sentence_start == figure.sentence_start]
            recent = sorted(same, key=lambda g: -g.figures[-1].number_start)
            group = next(
                (g for g in [*beside, *recent] if g.takes(figure, spans.get(figure.id))), None
            )
        if group is None:
            group = _Group(sort, wide)
            groups.append(group)
        group.add(figure, spans.get(figure.id))
        of[figure.id] = group
    return groups


def _wide(figures: Iterable[Figure]) -> bool:
    """Do the sentences of a document's own figures tell of an event that strikes a whole region?"""
    sentences = dict.fromkeys(f.sentence for f in figures)
    told = _told(map(piece, sentences))
    first = leading(told)[:1]
    return bool(first) and kinds()[first[0]].wide


def _zones(text: str, groups: Sequence[_Group]) -> list[_Zone]:
    """The words that speak of each group: those of its sentences and those around them, up to half the
    way to the next sentence of another."""
    capitals = not shouted(text)
    reach = [REACH if g.sort == "main" else _SIDE_REACH for g in groups]
    spans = sorted(
        {(f.sentence_start, f.sentence_end, i) for i, g in enumerate(groups) for f in g.figures}
    )
    zones = [_Zone([], [], []) for _ in groups]
    taken = 0  # where text that speaks of nobody yet begins
    for n, (start, end, i) in enumerate(spans):
        zone = zones[i]
        zone.inside.append(piece(text[start:end], capitals))
        near = max(taken, start - _NEAR)
        zone.near.append(piece(text[near:start], capitals))
        zone.far.append(piece(text[max(taken, start - reach[i]) : near], capitals))
        after = (end + spans[n + 1][0]) // 2 if n + 1 < len(spans) else len(text)
        taken = max(taken, end, min(end + reach[i], after))
        near = min(end + _NEAR, taken)
        zone.near.append(piece(text[end:near], capitals))
        zone.far.append(piece(text[max(end, near) : taken], capitals))
    return zones


def _weight(group: _Group, document: Document) -> tuple[int, float]:
    """How much of the document a group is: its own incident before others, then counts and the lead."""
    counts = sum(
        0.5 if f.status == "feared" else 1.0 for f in group.figures if f.status not in _NO_COUNT
    )
    first = group.figures[0].sentence_start
    lead = 2.0 if first < max(300, len(document.text) // 6) else 0.0
    return (
        2 if group.sort == "main" else 1 if group.sort.startswith("background") else 0
    ), counts + lead


def _account(document: Document, group: _Group, zone: _Zone, main: bool) -> Account:
    title, lead = _opening(document) if main else ([], [])
    told = _told([*zone.inside * 3, *zone.near, *title * 2]) or _told(zone.far)
    if group.sort == "running epidemic":
        told["epidemic"] = told.get("epidemic", 0.0) + 3.0
    return _built(
        document,
        id=min(f.id for f in group.figures),
        figures=tuple(group.figures),
        scope="cumulative" if group.sort.startswith("running") else "incident",
        main=main,
        past=group.sort != "main",
        places=group.harm_places or group.places,
        span=_span(group.harm_spans or group.spans),
        told=told,
        heart=[*zone.inside, *title, *lead],
        rest=[*zone.near, *zone.far],
    )


def _opening(document: Document) -> tuple[list[Piece], list[Piece]]:
    """The title of a report, where there is one, and its first words."""
    title = [piece(document.title)] if document.title else []
    return title, [piece(document.text[:_LEAD], not shouted(document.text))]


def _silent(document: Document) -> list[Account]:
    """The account of a report that tells an event of some kind but no figure: it joins the incidents that
    others tell, and makes none of its own."""
    title, lead = _opening(document)
    heart = [*title, *lead]
    rest = [piece(document.text[_LEAD:REACH], not shouted(document.text))]
    told = _told([*heart, *rest])
    if max(told.values(), default=0.0) < _EVENT:
        return []
    named = short_hash("account", document.id)
    return [_built(document, named, (), "incident", True, False, [], None, told, heart, rest)]


def _built(
    document: Document,
    id: str,
    figures: tuple[Figure, ...],
    scope: str,
    main: bool,
    past: bool,
    places: Sequence[Where],
    span: tuple[str, str] | None,
    told: dict[str, float],
    heart: Sequence[Piece],
    rest: Sequence[Piece],
) -> Account:
    published = document.published_on or (document.published_at or "")[:10] or None
    own = " ".join((document.publisher or "", *_HOST.findall(document.url or "")[-1:]))
    return Account(
        id=id,
        document_id=document.id,
        figures=figures,
        scope=scope,
        main=main,
        past=past,
        place=_place(places),
        places=tuple(dict.fromkeys(places)),
        span=span,
        published=published,
        days=_days(span),
        printed=days_between(EPOCH, published),
        kinds=leading(told),
        wording=wording([*heart, *rest], own),
        heart=wording(heart, own),
        counts=frozenset(_counts(figures)),
    )


def _told(pieces: Iterable[Piece]) -> dict[str, float]:
    return weights(word for one in pieces for word in one.words)


def _counts(figures: Iterable[Figure]) -> Iterable[tuple[str, int | float]]:
    for figure in figures:
        if figure.status not in _NO_COUNT and (figure.low is not None or figure.high is not None):
            yield figure.category, stated(figure.low, figure.high)


def _place(places: Sequence[Where]) -> Where | None:
    """The most precise place told, of those the one told most often, of those the first."""
    times = Counter(places)
    order = {place: i for i, place in reversed(list(enumerate(places)))}
    return max(places, key=lambda p: (p.rank, times[p], -order[p]), default=None)


def _span(spans: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """The span told most often; of those the narrowest, of those the first."""
    times = Counter(spans)
    return min(times, key=lambda s: (-times[s], days_between(*s) or 0, s), default=None)


def _days(span: tuple[str, str] | None) -> tuple[int, int] | None:
    first, last = (days_between(EPOCH, day) for day in span) if span else (None, None)
    return None if first is None or last is None else (first, last)


def _apart(left: tuple[str, str], right: tuple[str, str]) -> bool:
    gap = max(days_between(left[1], right[0]) or 0, days_between(right[1], left[0]) or 0)
    return gap > _APART
