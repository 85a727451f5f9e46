"""What people ruled, applied before anything is compared. The machine's own reading is kept elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from figures.comparison.standing import standings
from figures.model import Document, Figure, Ruling


@dataclass(slots=True)
class Ruled:
    """Rulings by what they are about: figures as ruled, rejected ones left out; pairs of figures and of
    documents, each with whether they are the same."""

    figures: dict[str, tuple[Figure, ...]]
    pairs: dict[tuple[str, str], bool] = field(default_factory=dict)
    copies: dict[tuple[str, str], bool] = field(default_factory=dict)
    stands: dict[frozenset[str], str] = field(
        default_factory=dict
    )  # conflict → the figure that stands


def apply(
    documents: Sequence[Document],
    figures: Mapping[str, Sequence[Figure]],
    rulings: Iterable[Ruling],
) -> Ruled:
    """Figures as people ruled them, and their rulings on pairs. Later rulings win; unknown subjects are passed over."""
    named: dict[str, list[str]] = {}
    for document in sorted(documents, key=lambda d: d.id):
        named.setdefault(document.name, []).append(document.id)
        named.setdefault(document.id, []).append(document.id)
    about: list[tuple[str, Ruling]] = []
    ruled = Ruled({})
    for ruling in rulings:
        subjects = [_find(s, named, figures) for s in ruling.subject]
        if ruling.about == "figure" and subjects and subjects[0]:
            about.append((subjects[0].id, ruling))
        elif ruling.about == "pair" and len(subjects) == 2 and subjects[0] and subjects[1]:
            one, other = sorted(f.id for f in subjects if f)
            ruled.pairs[one, other] = ruling.ruling == "same"
        elif ruling.about == "conflict" and len(subjects) == 2 and subjects[0] and subjects[1]:
            pair = frozenset((subjects[0].id, subjects[1].id))
            if ruling.ruling == "stands":
                ruled.stands[pair] = subjects[0].id
            else:
                ruled.stands.pop(pair, None)
        elif ruling.about == "copy" and len(ruling.subject) == 2:
            ids = sorted(
                i for s in ruling.subject for i in named.get(str(s.get("document")), [])[:1]
            )
            if len(ids) == 2:
                ruled.copies[ids[0], ids[1]] = ruling.ruling == "same"
    stands = {figure: standing.ruling for figure, standing in standings(about).items()}
    for document in documents:
        here = {f.id for f in figures.get(document.id, ())}
        ruled.figures[document.id] = tuple(
            _changed(f, stands.get(f.id), here)
            for f in figures.get(document.id, ())
            if f.id not in stands or stands[f.id].ruling != "reject"
        )
    return ruled


def _find(
    subject: Mapping[str, object],
    named: Mapping[str, Sequence[str]],
    figures: Mapping[str, Sequence[Figure]],
) -> Figure | None:
    for document in named.get(str(subject.get("document")), ()):
        for figure in figures.get(document, ()):
            if figure.number_start == subject.get(
                "number_start"
            ) and figure.category == subject.get("category"):
                return figure
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
