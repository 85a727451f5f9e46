"""What people ruled, applied before anything is compared. The machine's own reading is kept elsewhere."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from figures.comparison.standing import standings
from figures.model import Figure, Ruling


class _Archive(Protocol):
    def figures_of(self, document_id: str) -> Sequence[Figure]: ...

    def named(self, name: str) -> Sequence[str]: ...


@dataclass(slots=True)
class Ruled:
    """Rulings by what they are about: figures corrected or rejected; pairs of figures and of documents, each
    with whether they are the same; conflicts, each with the figure that stands."""

    changes: dict[str, Ruling] = field(default_factory=dict)
    pairs: dict[tuple[str, str], bool] = field(default_factory=dict)
    copies: dict[tuple[str, str], bool] = field(default_factory=dict)
    stands: dict[frozenset[str], str] = field(default_factory=dict)
    document_of: dict[str, str] = field(default_factory=dict)  # figure → document

    def figures(self, figures: Sequence[Figure]) -> tuple[Figure, ...]:
        """A document's figures as ruled; rejected ones are left out."""
        here = {f.id for f in figures}
        return tuple(
            _changed(f, self.changes.get(f.id), here)
            for f in figures
            if f.id not in self.changes or self.changes[f.id].ruling != "reject"
        )

    def effects(self) -> set[str]:
        """What the rulings do, a line for each document that one concerns; the document's id comes first."""
        told = {
            f"{self.document_of[f]} {f} {r.ruling} {json.dumps(dict(r.set), sort_keys=True)}"
            for f, r in self.changes.items()
        }
        for pair, same in self.pairs.items():
            told |= {f"{self.document_of[f]} {' '.join(pair)} {same}" for f in pair}
        for pair, same in self.copies.items():
            told |= {f"{d} copy {' '.join(pair)} {same}" for d in pair}
        for two, figure in self.stands.items():
            told |= {f"{self.document_of[f]} {' '.join(sorted(two))} {figure} stands" for f in two}
        return told


def read(archive: _Archive, rulings: Iterable[Ruling]) -> Ruled:
    """Rulings on what an archive holds. Later rulings win; unknown subjects are passed over."""
    ruled = Ruled()
    about: list[tuple[str, Ruling]] = []
    for ruling in rulings:
        found = [_find(s, archive) for s in ruling.subject]
        subjects = [f for f in found if f is not None]
        for document, figure in subjects:
            ruled.document_of[figure.id] = document
        figures = [figure for _, figure in subjects]
        if ruling.about == "figure" and found and found[0]:
            about.append((figures[0].id, ruling))
        elif ruling.about == "pair" and len(found) == len(figures) == 2:
            one, other = sorted(f.id for f in figures)
            _rule(ruled.pairs, (one, other), ruling)
        elif ruling.about == "conflict" and len(found) == len(figures) == 2:
            pair = frozenset(f.id for f in figures)
            if ruling.ruling == "stands":
                ruled.stands[pair] = figures[0].id
            else:
                ruled.stands.pop(pair, None)
        elif ruling.about == "copy" and len(ruling.subject) == 2:
            ids = sorted(i for s in ruling.subject for i in archive.named(_name(s))[:1])
            if len(ids) == 2:
                _rule(ruled.copies, (ids[0], ids[1]), ruling)
    ruled.changes = {figure: stands.ruling for figure, stands in standings(about).items()}
    return ruled


def _rule(pairs: dict[tuple[str, str], bool], pair: tuple[str, str], ruling: Ruling) -> None:
    """Note whether two are the same; who is unsure of it takes back what was ruled before."""
    if ruling.ruling == "unsure":
        pairs.pop(pair, None)
    else:
        pairs[pair] = ruling.ruling == "same"


def _name(subject: Mapping[str, object]) -> str:
    return str(subject.get("document"))


def _find(subject: Mapping[str, object], archive: _Archive) -> tuple[str, Figure] | None:
    """The figure that a subject names, with its document's id."""
    wanted = subject.get("number_start"), subject.get("category")
    for document in archive.named(_name(subject)):
        for figure in archive.figures_of(document):
            if (figure.number_start, figure.category) == wanted:
                return document, figure
    return None


def _changed(figure: Figure, ruling: Ruling | None, here: Collection[str]) -> Figure:
    """A figure as ruled: fields corrected; bounds alone go by a plain number where they are one."""
    if ruling is None or ruling.ruling != "correct":
        return figure
    told = dict(ruling.set)
    low, high = told.get("low", figure.low), told.get("high", figure.high)
    if "low" in told or "high" in told:
        qualifier = (
            "exact"
            if low == high
            else "at_least"
            if high is None
            else "up_to"
            if low is None
            else "range"
        )
        told = {"value": low if low == high else None, "qualifier": qualifier, **told}
    for name in ("part_of", "adds_to", "restates"):
        if told.get(name) is not None and told[name] not in here:  # a figure that is read no more
            del told[name]
    if "groups" in told:
        told["groups"] = tuple(told["groups"])
    return replace(figure, **told)
