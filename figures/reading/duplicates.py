"""The same name or the same document twice in one run: one stays, the others are issues.

The one whose name is smallest in code-point order stays, of one name the one whose id is smallest,
so that the order in which the inputs are given decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from figures.model import Document, Issue


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article gave: its documents (several where it was cut into parts), its issues.

    ``where`` is the place in the input, "reports.jsonl:7", whatever the documents are named.
    """

    where: str
    parts: list[Document | Issue]


def once(readings: Iterable[Reading]) -> Iterator[Document | Issue]:
    """The documents and issues of all readings in their order, without those that come twice."""
    held = list(readings)
    again = _again(held)
    for place, reading in enumerate(held):
        for part in reading.parts:
            what = again.get((place, part.name)) if isinstance(part, Document) else None
            yield part if what is None else Issue(reading.where, what)


def _again(held: list[Reading]) -> dict[tuple[int, str], str]:
    """The documents that come again, by reading and name, each with what to say of it."""
    order = [
        (documents[0].name, place, documents)
        for place, reading in enumerate(held)
        if (documents := [part for part in reading.parts if isinstance(part, Document)])
    ]
    if len({name for name, _, _ in order}) == len(order):
        order.sort()  # no two names are equal, so nothing else is compared
    else:
        order.sort(key=lambda entry: (entry[0], entry[2][0].id, entry[1]))
    again: dict[tuple[int, str], str] = {}
    names: set[str] = set()
    texts: dict[tuple[str, str], str] = {}
    for _, place, documents in order:
        taken = next((one.name for one in documents if one.name in names), None)
        for document in documents:
            if taken is not None:
                what = f"the name {taken!r} comes twice in this run; this one was left out"
            else:
                names.add(document.name)
                key = (document.url or document.name, document.text)
                twin = texts.setdefault(key, document.name)
                if twin == document.name:
                    continue
                what = f"the same address and text as {twin!r}; this one was left out"
            again[place, document.name] = what
    return again
