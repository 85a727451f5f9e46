"""Who is told hurt and is dead, and who is told hit and is alive, over all reports of an incident.

A report that tells of nobody hurt beside its dead ("found with a gunshot wound … died there") counts them
dead. Where no report of an incident tells of both, the few whom one tells hurt are those whom the others
tell dead. Of those told shot or stabbed, whoever is told dead in no report is hurt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from figures.extraction.tally.counts import Count, by_sentence
from figures.extraction.tally.persons import person
from figures.extraction.tally.toll import OPENING, tally
from figures.model import Document, Extraction, Figure, Tally

_OF_THE_HIT = frozenset(("killed", "injured", "casualties"))
_OTHERS = re.compile(r"(?i)\b(?:others?|another|more|additional)\b")
_SHOT = re.compile(r"(?i)\b(?:shot|shoots?|shooting|gunfire|stab\w*)\b")
_EITHER = re.compile(r"(?i)\b(?:killed|dead|injured|wounded|hurt) (?:or|and/or) ")
_DEATH = re.compile(
    r"(?i)\b(?:kill|dead|deadly|die[sd]?\b|dying|death|fatal|murder|homicid|manslaughter|slay|slain|bod(?:y|ies)\b|suicide)"
)
_AND = re.compile(r"\band\b|&")
FEW = 5  # so many at most are taken for the same people by their number alone


def died_since(told: Iterable[tuple[Document, Sequence[Figure]]]) -> frozenset[str]:
    """The ids of the figures of an incident that count people as hurt who are dead.

    ``told``: each document with its figures of the incident.
    """
    hurt: list[tuple[Count, list[Figure]]] = []
    dead: Count = 0
    both: set[Count] = set()  # the hurt of reports that tell of dead too
    gone: set[str] = set()
    for document, figures in told:
        wounded = [f for f in figures if f.category == "injured" and f.high != 0]
        killed, injured = _tolls(document, figures)
        both |= {injured} if killed and injured else set()
        dead = max(dead, killed)
        if not injured and killed:
            gone |= {f.id for f in wounded if (f.value or 0) <= killed}
        elif injured and not killed:
            hurt.append((injured, wounded))
    for injured, wounded in hurt:
        if injured - dead in both if both else injured <= min(dead, FEW):
            gone |= {f.id for f in wounded}
    return frozenset(gone)


def in_passing(document: Document, figures: Sequence[Figure]) -> bool:
    """Does a report tell of dead far below an opening that tells of people hurt and of no death? One who died in
    what it reports would be told there."""
    told = [f for f in figures if f.high != 0 and f.category in _OF_THE_HIT]
    deaths = [f.sentence_start for f in told if f.category == "killed"]
    opening = document.text[:OPENING]
    return (
        min(deaths, default=0) > 2 * OPENING
        and any(f.category != "killed" and f.sentence_start < OPENING for f in told)
        and not _DEATH.search(opening)
    )


def left_alive(
    told: Sequence[tuple[Document, Sequence[Figure]]],
) -> Iterator[tuple[int, Count, list[Figure]]]:
    """The hurt that reports tell as people shot or stabbed, more than they tell hurt: the place of the report,
    how many are left of those hit without the dead, and the figures that count those hit."""
    read = [_by_category(document, figures) for document, figures in told]
    dead = max((tolls["killed"].best for tolls in read if "killed" in tolls), default=0)
    for n, (tolls, (_, figures)) in enumerate(zip(read, told, strict=True)):
        if "casualties" not in tolls:
            continue
        hit = tolls["casualties"]
        counted = frozenset(hit.figures)
        members = [f for f in figures if f.id in counted]
        if not all(map(_outlived, members)):
            continue
        deaths = by_sentence(f for f in figures if f.category == "killed")
        apart = any(_beside(f, d) for f in members for d in deaths.get(f.sentence_start, ()))
        left = hit.best if apart else hit.best - dead
        hurt = tolls.get("injured")
        if hurt is not None and not counted.isdisjoint(hurt.figures):
            hurt = None  # nobody counts the hurt: those left of the ones hit
        if left > (hurt.best if hurt is not None else 0):
            yield n, left, members


def _outlived(hit: Figure) -> bool:
    """Is it asserted of one event that they were shot, so that a death would be told? "200 casualties" and
    "killed or injured" leave it open."""
    words = hit.sentence
    told = hit.status == "asserted" and hit.scope == "incident"
    return told and bool(_SHOT.search(words)) and not _EITHER.search(words)


def _beside(hit: Figure, dead: Figure) -> bool:
    """ "Killed one and shot four", "four others": are those hit told beside the dead of the sentence, and not with
    them?"""
    if dead.part_of is not None:
        return False
    one, other = person(hit), person(dead)
    if one is not None and other is not None and one.may_be(other):
        return False  # "she was shot and died"
    between = hit.sentence[dead.end - hit.sentence_start : hit.start - hit.sentence_start]
    return bool(_OTHERS.search(hit.quote) or _AND.search(between))


def _tolls(document: Document, figures: Sequence[Figure]) -> tuple[Count, Count]:
    """How many one document tells dead and hurt, the attackers too."""
    found = {c: t.best + (t.attackers or 0) for c, t in _by_category(document, figures).items()}
    return found.get("killed", 0), found.get("injured", 0)


def _by_category(document: Document, figures: Sequence[Figure]) -> dict[str, Tally]:
    here = tuple(
        replace(f, background=None)
        for f in figures
        if f.category in _OF_THE_HIT and not (f.category == "killed" and f.status == "feared")
    )
    return {t.category: t for t in tally(Extraction(document, here, ()))}
