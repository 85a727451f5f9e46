"""All reports compared with each other at once: `compare`. A database that grows is brought up to date instead
(`updating.update`), to the same result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from figures.comparison import codebooks
from figures.comparison.index import Index
from figures.comparison.judging import merged
from figures.comparison.reports import Held
from figures.comparison.updating import update
from figures.model import Comparison, Document, Figure, Ruling


def compare(
    documents: Sequence[Document],
    figures: Mapping[str, Sequence[Figure]],
    rulings: Sequence[Ruling] = (),
    codebook: str = "default",
) -> Comparison:
    """Compare everything with everything. ``figures`` holds each document's figures by its id; rulings are
    those in force, in their order. Raises RuleError for an unknown codebook.

    >>> from figures.extraction import extract_document
    >>> texts = {"a": "A bomb killed 12 people in Kabul.", "b": "A bomb killed 12 people in Kabul on Monday."}
    >>> told = [extract_document(Document(n, t, published_on="2021-05-04")) for n, t in texts.items()]
    >>> found = compare([e.document for e in told], {e.document.id: e.figures for e in told})
    >>> [(t.category, t.best, t.documents) for t in found.tolls]
    [('killed', 12, 2)]
    """
    book = codebooks.codebook(codebook)
    archive = Held(documents, figures)
    with Index() as index:
        return whole(update(index, archive, [d.id for d in documents], rulings, book))


def whole(portions: Iterable[Comparison]) -> Comparison:
    """The portions of a comparison from nothing as one, in the order of ids."""
    found = merged(portions)
    return replace(
        found,
        incidents=_ordered(replace(i, within=found.within.get(i.id)) for i in found.incidents),
        document_incidents=tuple(
            sorted(found.document_incidents, key=lambda r: (r.document_id, r.incident_id))
        ),
        incident_pairs=tuple(sorted(found.incident_pairs, key=lambda p: (p.left_id, p.right_id))),
        tolls=_ordered(found.tolls),
        tolls_by_codebook=tuple(
            sorted(found.tolls_by_codebook, key=lambda t: (t.toll_id, t.codebook))
        ),
        claims=_ordered(found.claims),
        claim_figures=tuple(sorted(found.claim_figures, key=lambda c: (c.claim_id, c.figure_id))),
        claim_relations=tuple(
            sorted(found.claim_relations, key=lambda r: (r.left_claim_id, r.right_claim_id))
        ),
        findings=_ordered(found.findings),
        figure_incident=dict(sorted(found.figure_incident.items())),
        within={},
        gone=(),
    )


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Row = TypeVar("_Row", bound=_Named)


def _ordered(rows: Iterable[_Row]) -> tuple[_Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.id))
