"""Accounts: what one document tells of one incident. The figures of a document are sorted into accounts
by what they run over, by background, place and date; each account carries what linking asks of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from figures.comparison.clocks import days_between
from figures.comparison.codebooks import stated
from figures.comparison.kinds import kinds, leading, weights
from figures.comparison.places import Where, relation, where
from figures.comparison.wording import Word, names_of, telling, words_of
from figures.model import Document, Figure

REACH = 800  # code points around an account's figures within which the text speaks of its incident
_SIDE_REACH = 0  # of a background incident or a running count: the sentence alone
_NAMES = 10  # by which accounts of one incident find each other
_DAYS = 3  # within one document: the days over which one incident's figures may be dated
_TITLE = 2.0  # weight of a title's words when the kind of event is told
_NO_COUNT = frozenset(("denied", "hypothetical", "not_known"))


@dataclass(frozen=True, slots=True)
class Account:
    """One document's account of one incident. Its id is its smallest figure id."""

    id: str
    document_id: str
    figures: tuple[Figure, ...]
    scope: str  # incident, or cumulative for running and period counts
    main: bool  # the incident that the document mainly reports
    place: Where | None
    places: tuple[Where, ...]
    span: tuple[str, str] | None  # when it happened: first and last day
    published: str | None
    kinds: tuple[str, ...]
    words: dict[str, float]
    names: tuple[str, ...]  # those written most often
    counts: frozenset[tuple[str, int | float]]

    @property
    def wide(self) -> bool:
        """Does an event of this kind strike a whole region at once?"""
        return bool(self.kinds) and kinds()[self.kinds[0]].wide


@dataclass(slots=True)
class _Group:
    sort: str
    wide: bool
    figures: list[Figure] = field(default_factory=list)
    places: list[Where] = field(default_factory=list)
    spans: list[tuple[str, str]] = field(default_factory=list)

    def add(self, figure: Figure) -> None:
        self.figures.append(figure)
        place = where(figure)
        if place is not None:
            self.places.append(place)
        if figure.earliest and figure.latest:
            self.spans.append((figure.earliest, figure.latest))

    def takes(self, figure: Figure) -> bool:
        """Can a figure be of this group's incident: not elsewhere, not at another time?"""
        place = where(figure)
        if place and not self.wide and any(relation(place, p) == "apart" for p in self.places):
            return False
        if figure.earliest and figure.latest:
            return not any(_apart((figure.earliest, figure.latest), span) for span in self.spans)
        return True


def accounts(document: Document, figures: Sequence[Figure]) -> list[Account]:
    """The accounts of one document, in the order of their ids; [] where it tells no figure."""
    if not figures:
        return []
    words = words_of(document.text)
    groups = _groups(sorted(figures, key=lambda f: (f.number_start, f.id)), words)
    zones = _zones(words, groups)
    main = max(range(len(groups)), key=lambda i: (_weight(groups[i], document), -i))
    built = [
        _account(document, group, zones[i], i == main and group.sort == "main")
        for i, group in enumerate(groups)
    ]
    return sorted(built, key=lambda a: a.id)


def _sort(figure: Figure) -> str:
    """What a figure runs over: figures of different sorts are never of one account."""
    if figure.scope != "incident":
        return "running epidemic" if figure.category == "infected" else "running"
    return "background " + figure.background if figure.background is not None else "main"


def _groups(figures: Sequence[Figure], words: Sequence[Word]) -> list[_Group]:
    groups: list[_Group] = []
    of: dict[str, _Group] = {}
    wide = _wide(figures, words)
    for figure in figures:
        sort = _sort(figure)
        bound = (of.get(i) for i in (figure.part_of, figure.adds_to, figure.restates) if i)
        group = next((g for g in bound if g is not None and g.sort == sort), None)
        if group is None:
            same = [g for g in groups if g.sort == sort]
            beside = [g for g in same if g.figures[-1].sentence_start == figure.sentence_start]
            recent = sorted(same, key=lambda g: -g.figures[-1].number_start)
            group = next((g for g in [*beside, *recent] if g.takes(figure)), None)
        if group is None:
            group = _Group(sort, wide)
            groups.append(group)
        group.add(figure)
        of[figure.id] = group
    return groups


def _wide(figures: Sequence[Figure], words: Sequence[Word]) -> bool:
    """Do the sentences of a document's own figures tell of an event that strikes a whole region?"""
    spans = {(f.sentence_start, f.sentence_end) for f in figures if _sort(f) == "main"}
    starts = [w.start for w in words]
    told: dict[str, float] = {}
    for start, end in sorted(spans):
        lo, hi = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
        for name, weight in weights((w.folded, 1.0) for w in words[lo:hi]).items():
            told[name] = told.get(name, 0.0) + weight
    first = leading(told)[:1]
    return bool(first) and kinds()[first[0]].wide


def _zones(words: Sequence[Word], groups: Sequence[_Group]) -> list[list[tuple[Word, float]]]:
    """The words that speak of each group: those nearest to its sentences, weighted 2 inside them."""
    spans = sorted(
        {(f.sentence_start, f.sentence_end, i) for i, g in enumerate(groups) for f in g.figures}
    )
    starts = [s for s, _, _ in spans]
    reach = [REACH if g.sort == "main" else _SIDE_REACH for g in groups]
    zones: list[list[tuple[Word, float]]] = [[] for _ in groups]
    for word in words:
        at = bisect_right(starts, word.start)
        best: tuple[int, int] | None = None
        for start, end, i in spans[max(0, at - 2) : at + 1]:
            away = max(start - word.start, word.start - end + 1, 0)
            if away <= reach[i] and (best is None or away < best[0]):
                best = (away, i)
        if best is not None:
            zones[best[1]].append((word, 2.0 if best[0] == 0 else 1.0))
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


def _account(
    document: Document, group: _Group, zone: Sequence[tuple[Word, float]], main: bool
) -> Account:
    told = weights((word.folded, weight) for word, weight in zone)
    words = telling(word for word, _ in zone)
    if main and document.title:
        title = words_of(document.title)
        for name, weight in weights((w.folded, _TITLE) for w in title).items():
            told[name] = told.get(name, 0.0) + weight
        words = {**telling(title), **words}
    if group.sort == "running epidemic":
        told["epidemic"] = told.get("epidemic", 0.0) + 3.0
    return Account(
        id=min(f.id for f in group.figures),
        document_id=document.id,
        figures=tuple(group.figures),
        scope="cumulative" if group.sort.startswith("running") else "incident",
        main=main,
        place=_place(group.places),
        places=tuple(dict.fromkeys(group.places)),
        span=_span(group.spans),
        published=document.published_on or (document.published_at or "")[:10] or None,
        kinds=leading(told),
        words=words,
        names=names_of((word for word, _ in zone), _NAMES),
        counts=frozenset(_counts(group.figures)),
    )


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
    """The narrowest span told, of those the one told most often, of those the first."""
    times = Counter(spans)
    return min(
        spans,
        key=lambda s: (days_between(*s) or 0, -times[s], s),
        default=None,
    )


def _apart(left: tuple[str, str], right: tuple[str, str]) -> bool:
    gap = max(days_between(left[1], right[0]) or 0, days_between(right[1], left[0]) or 0)
    return gap > _DAYS
