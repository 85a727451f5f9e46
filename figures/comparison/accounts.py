"""Accounts: what one document tells of one incident. The figures of a document are sorted into accounts
by what they run over, by background, place and date; each account carries what linking asks of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from figures.comparison.clocks import days_between
from figures.comparison.codebooks import stated
from figures.comparison.days import EPOCH, Told, days_told
from figures.comparison.kinds import kinds, leading, weights
from figures.comparison.places import Where, countries_named, sure_countries
from figures.comparison.sorting import Group, groups
from figures.comparison.wording import (
    Piece,
    Wording,
    piece,
    rarity,
    shouted,
    wording,
    words_of,
)
from figures.model import Document, Figure, short_hash

REACH = 5000  # code points around an account's figures within which the text speaks of its incident
_LEAD = 400  # with which a report opens
_NEAR = 200  # within which its words tell the kind of event
_EVENT = 1.0  # weight of its words from which a report without figures tells an event
_SIDE_REACH = 0  # of a background incident or a running count: the sentence alone
_HOST = re.compile(r"//([^/]+)")
_NO_COUNT = frozenset(("denied", "hypothetical", "not_known"))
_VICTIMS = frozenset(("killed", "injured", "casualties", "missing", "abducted"))
_HARMED = _VICTIMS | {"trapped", "rescued", "displaced", "evacuated"}
PART = "of the "  # before the category of a count that is a share of another: 14 killed, 14 of the killed
_NAME = 1.0  # rarity from which a word may be a surname that tells its bearer


@dataclass(frozen=True, slots=True)
class Account:
    """One document's account of one incident. Its id is its smallest figure id, and figures are told by theirs:
    what linking asks is all here, so that an account is made once and kept (`keeping`)."""

    id: str
    document_id: str
    figures: tuple[str, ...]
    categories: tuple[str, ...]  # that they count
    scope: str  # incident, or cumulative for running and period counts
    main: bool  # the incident that the document mainly reports
    past: (
        bool  # told as another than what the document reports: an earlier incident, a running count
    )
    place: Where | None
    places: tuple[Where, ...]
    home: frozenset[str]  # the countries in which these surely are
    countries: frozenset[str]  # those, and all that its text names
    span: tuple[str, str] | None  # when it happened: first and last day
    published: str | None
    days: tuple[int, int] | None  # the span, and
    printed: int | None  # the publication, in days: what linking reckons with
    kinds: tuple[str, ...]
    wording: Wording
    heart: Mapping[str, float]  # names in its figures' sentences, the title and the lead alone
    # the words of the title, or of the first sentence, and their worth
    headline: Mapping[str, float]
    victims: frozenset[str]  # surnames of those dead or hurt who are named
    told: frozenset[int]  # every day that its text tells
    counts: frozenset[tuple[str, int | float]]
    harmed: float  # the most people that it tells to be harmed
    house: str  # who printed it

    @property
    def loose(self) -> bool:
        """Is its date no day but a span of them?"""
        return self.days is not None and self.days[1] - self.days[0] > 1

    @property
    def wide(self) -> bool:
        """Does an event of this kind strike a whole region at once?"""
        return bool(self.kinds) and kinds()[self.kinds[0]].wide


class _Zone(NamedTuple):
    """The text of an account, as spans: its figures' sentences, what stands close to them, and further off."""

    inside: list[tuple[int, int]]
    near: list[tuple[int, int]]
    far: list[tuple[int, int]]

    def holds(self, at: int) -> bool:
        return any(a <= at < b for spans in self for a, b in spans)


def accounts(document: Document, figures: Sequence[Figure]) -> list[Account]:
    """The accounts of one document, in the order of their ids."""
    if not figures:
        return _silent(document)
    sorted_out = groups(document, figures)
    main = max(range(len(sorted_out)), key=lambda i: (_weight(sorted_out[i], document), -i))
    zones = _zones(document.text, sorted_out, main)
    days = days_told(document)
    built = [
        _account(document, group, zones[i], days, i == main and not group.running)
        for i, group in enumerate(sorted_out)
    ]
    return sorted(built, key=lambda a: a.id)


def _zones(text: str, groups: Sequence[Group], main: int) -> list[_Zone]:
    """The text that speaks of each group: its sentences and what stands around them, up to half the way
    to the next sentence of another; of the main group, all that is no other's sentence."""
    reach = [REACH if g.sort == "main" else _SIDE_REACH for g in groups]
    spans = sorted(
        {(f.sentence_start, f.sentence_end, i) for i, g in enumerate(groups) for f in g.figures}
    )
    zones = [_Zone([], [], []) for _ in groups]
    taken = 0  # where text that speaks of nobody yet begins
    for n, (start, end, i) in enumerate(spans):
        zone = zones[i]
        zone.inside.append((start, end))
        near = max(taken, start - _NEAR)
        zone.near.append((near, start))
        zone.far.append((max(taken, start - reach[i]), near))
        after = (end + spans[n + 1][0]) // 2 if n + 1 < len(spans) else len(text)
        taken = max(taken, end, min(end + reach[i], after))
        near = min(end + _NEAR, taken)
        zone.near.append((end, near))
        zone.far.append((max(end, near), taken))
    if groups[main].sort == "main":
        mine = zones[main]
        sentences = [(a, b) for a, b, _ in spans]
        mine.far[:] = _between([*sentences, *mine.near], len(text))
    return zones


def _between(spans: Iterable[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    """The pieces of a text that spans of it leave."""
    left: list[tuple[int, int]] = []
    at = 0
    for a, b in [*sorted(spans), (end, end)]:
        if a > at:
            left.append((at, a))
        at = max(at, b)
    return left


def _weight(group: Group, document: Document) -> tuple[int, float]:
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
    document: Document, group: Group, zone: _Zone, days: Sequence[Told], main: bool
) -> Account:
    title, lead = _opening(document) if main else ([], [])
    capitals = not shouted(document.text)
    inside, near, far = ([piece(document.text[a:b], capitals) for a, b in spans] for spans in zone)
    told = _kinds_in([*inside * 3, *near, *title * 2]) or _kinds_in(far)
    if group.sort == "running epidemic":
        told["epidemic"] = told.get("epidemic", 0.0) + 3.0
    span = _span(group.harm_spans or group.spans)
    return _built(
        document,
        id=min(f.id for f in group.figures),
        figures=tuple(group.figures),
        scope="cumulative" if group.running else "incident",
        main=main,
        past=group.sort != "main",
        places=group.harm_places or group.places,
        span=span,
        kinds=told,
        heart=[*inside, *title, *lead],
        rest=[*near, *far],
        told=frozenset(t.day for t in days if zone.holds(t.at) and _of_past(t.day, group, span)),
    )


def _of_past(day: int, group: Group, span: tuple[str, str] | None) -> bool:
    """Can a day told beside an incident be its own? Beside an earlier one stand days of the report's, too: "where a
    blast killed 40 in 2019, as of today"."""
    if not group.sort.startswith("background") or (dated := _days(span)) is None:
        return True
    return dated[0] <= day <= dated[1]


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
    kinds = _kinds_in([*heart, *rest])
    if max(kinds.values(), default=0.0) < _EVENT:
        return []
    named = short_hash("account", document.id)
    days = frozenset(t.day for t in days_told(document))
    return [
        _built(document, named, (), "incident", True, False, [], None, kinds, heart, rest, days)
    ]


def _built(
    document: Document,
    id: str,
    figures: tuple[Figure, ...],
    scope: str,
    main: bool,
    past: bool,
    places: Sequence[Where],
    span: tuple[str, str] | None,
    kinds: dict[str, float],
    heart: Sequence[Piece],
    rest: Sequence[Piece],
    told: frozenset[int],
) -> Account:
    published = document.published_on or (document.published_at or "")[:10] or None
    host = "".join(_HOST.findall(document.url or "")[-1:])
    own = " ".join((document.publisher or "", host))
    numbers = list(_numbers(figures))
    different = tuple(dict.fromkeys(places))
    named = {c for p in (*heart, *rest) for c in countries_named(p.words)}
    return Account(
        id=id,
        document_id=document.id,
        figures=tuple(f.id for f in figures),
        categories=tuple(sorted({f.category for f in figures})),
        scope=scope,
        main=main,
        past=past,
        place=_place(places),
        places=different,
        home=frozenset(sure_countries(different, named)),
        countries=frozenset(named.union(p.country for p in different if p.country)),
        span=span,
        published=published,
        days=_days(span),
        printed=days_between(EPOCH, published),
        kinds=leading(kinds),
        wording=wording([*heart, *rest], own),
        heart=wording(heart, own).names,
        headline=_headline(document),
        victims=frozenset(_victims(figures)),
        told=told,
        counts=frozenset((c, n) for c, n, vague in numbers if not vague),
        harmed=max((n for c, n, _ in numbers if c in _HARMED), default=1),
        house=(document.publisher or host.partition(":")[0].removeprefix("www.")).lower(),
    )


def _headline(document: Document) -> dict[str, float]:
    """The words that a report opens with, each with what it is worth."""
    first = document.title or document.text.strip().partition("\n")[0][:_LEAD]
    return {word: worth for word, _ in words_of(first) if (worth := rarity(word)) > 0}


def _victims(figures: Iterable[Figure]) -> Iterable[str]:
    for figure in figures:
        if figure.counted == "named" and figure.category in _VICTIMS:
            names = [word for word, name in words_of(figure.reported) if name]
            if names and rarity(names[-1]) > _NAME:
                yield names[-1]


def _kinds_in(pieces: Iterable[Piece]) -> dict[str, float]:
    return weights(word for one in pieces for word in one.words)


def _numbers(figures: Sequence[Figure]) -> Iterable[tuple[str, int | float, bool]]:
    """(category, number, whether it is a word such as "hundreds", which two reports may both say of different
    people) of each count. The one dead of five shot is all the dead."""
    categories = {figure.id: figure.category for figure in figures}
    for figure in figures:
        if figure.status not in _NO_COUNT and (figure.low is not None or figure.high is not None):
            whole = categories.get(figure.part_of or "", figure.category)
            of_others = whole == "casualties" and figure.category != "casualties"
            part = figure.part_of is not None and not of_others
            what = f"{PART}{figure.category}" if part else figure.category
            yield what, stated(figure.low, figure.high), figure.qualifier == "vague"


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
