"""A document's own toll: the incident it mainly reports, one line a category (CONTRACT §5)."""

from __future__ import annotations

from collections import Counter

from figures.model import Extraction, Figure, Tally

OPENING = 300  # characters in which a text says what it is about
_INCIDENT_COUNTS = frozenset({"killed", "injured", "casualties", "missing", "abducted"})
_LEFT_OUT = frozenset({"superseded", "retracted", "denied", "hypothetical", "not_known"})


def _least(figure: Figure) -> int | float:
    """The number stated, else the lowest bound that holds, else the highest, else 2."""
    for number in (figure.value, figure.low, figure.high):
        if number is not None:
            return number
    return 2


def tally(extraction: Extraction) -> list[Tally]:
    """The toll of the document's main incident by category.

    >>> from figures.extraction import extract_document
    >>> from figures.model import Document
    >>> text = "A bomb killed 12 people, including three children. Another two died later."
    >>> [(t.category, t.best) for t in tally(extract_document(Document("a", text)))]
    [('killed', 14)]
    """
    by_category: dict[str, list[Figure]] = {}
    for figure in extraction.figures:
        if figure.status in _LEFT_OUT or figure.background is not None:
            continue
        by_category.setdefault(figure.category, []).append(figure)
    return [
        t
        for category, fs in by_category.items()
        if (t := _toll(extraction.document.name, category, fs))
    ]


def _toll(document: str, category: str, figures: list[Figure]) -> Tally | None:
    """One category's toll: attackers apart, a stated total first, else disjoint counts summed."""
    attackers = [f for f in figures if category in ("killed", "injured") and "attacker" in f.groups]
    others = [f for f in figures if f not in attackers]
    lead = min((f.sentence_start for f in figures), default=0)
    incident = [f for f in others if f.scope == "incident"] or [
        # a running count is the document's own toll only where the document opens with it
        f
        for f in others
        if category not in _INCIDENT_COUNTS or f.sentence_start == lead and lead < OPENING
    ]
    counted = [f for f in incident if f.counted != "named"]
    parts = {f.id for f in incident if f.part_of is not None}
    wholes = [f for f in counted if f.id not in parts and f.restates is None] or counted
    named = {f.reported.split()[-1].lower() for f in incident if f.counted == "named"}
    if named and all(f.high == 0 for f in wholes):
        wholes = []
    if not wholes:
        if not named and not attackers:
            return None
        best: int | float = len(named)
        low: int | float | None = best
        high: int | float | None = best
        used = [f.id for f in incident]
    else:
        best, low, high, used = _sum(wholes)
    if not wholes and not named and best == 0 and not attackers:
        return None
    own = max((_least(f) for f in attackers), default=None)
    return Tally(document, category, low, best, high, own, tuple(used + [f.id for f in attackers]))


def _sum(
    wholes: list[Figure],
) -> tuple[int | float, int | float | None, int | float | None, list[str]]:
    """The total stated where one is, else what the lead's sentence adds up to, and what is added to it later."""
    totals = [f for f in wholes if f.adds_to is None]
    additions = [f for f in wholes if f.adds_to is not None]
    if not totals:  # nothing stands that they could add to
        totals, additions = additions, []
    repeats = Counter(_least(f) for f in totals)
    # counts joined in one sentence are disjoint ("three soldiers, two policemen and a child")
    sentences: dict[int, list[Figure]] = {}
    for f in totals:
        sentences.setdefault(f.sentence_start, []).append(f)
    sums: list[tuple[int | float, list[Figure]]] = []
    for found in sentences.values():
        unique = list({(f.value, f.low, f.high, f.subject): f for f in found}.values())
        sums.append((sum(_least(f) for f in unique), unique))
    top = max(sums, key=lambda s: s[0])
    single = max(totals, key=lambda f: (_least(f), repeats[_least(f)]), default=None)
    chosen = top[1] if single is None or top[0] > _least(single) else [single]
    best = sum(_least(f) for f in chosen)
    extra = [f for f in additions if f not in chosen]
    best += sum(_least(f) for f in extra)
    every = chosen + extra
    lows = [f.low for f in every]
    highs = [f.high for f in every]
    low = None if any(x is None for x in lows) else sum(x for x in lows if x is not None)
    high = None if any(x is None for x in highs) else sum(x for x in highs if x is not None)
    return best, low, high, [f.id for f in every]
