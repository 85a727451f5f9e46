"""The stages of the comparison, one after the other: `compare`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Protocol, TypeVar

from figures.comparison import codebooks
from figures.comparison.accounts import Account, accounts
from figures.comparison.claims import Telling, by_toll, claims, overruled
from figures.comparison.codebooks import Codebook
from figures.comparison.copies import copies, replacements
from figures.comparison.coverage import countries_apart
from figures.comparison.findings import findings
from figures.comparison.incidents import (
    Found,
    clusters,
    incident,
    links,
    pairs,
    reasons,
    tellings,
    within,
)
from figures.comparison.kinds import kinds
from figures.comparison.rulings import apply
from figures.comparison.sources import credit, sources_in
from figures.comparison.tolls import Judged, judge
from figures.model import ClaimFigure, Comparison, Document, Figure, Finding, Ruling, short_hash


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
    known = {d.id: d for d in sorted(documents, key=lambda d: d.id)}
    ruled = apply(list(known.values()), figures, rulings)
    copy_of = _copies(list(known.values()), ruled.copies)
    replaces = replacements(known.values())
    every = {a.id: a for d in known.values() for a in accounts(d, ruled.figures[d.id])}
    told = [every[i] for i in sorted(every)]
    same = _ruled_accounts(told, ruled.pairs)
    found_links = links(told, same)
    groups = [_named([every[i] for i in ids]) for ids in clusters(told, found_links, same)]
    groups = [members for members in groups if members[0].figures]
    found = [Found(incident(members), tuple(members)) for members in groups]
    inside = within(found)
    incident_of = {a.id: f.incident.id for f in found for a in f.accounts}
    found_links = [k for k in found_links if k.left in incident_of and k.right in incident_of]
    judged: list[Judged] = []
    odd: list[Finding] = []
    for f in found:
        mine, more = _judge(f, known, copy_of, set(replaces.values()), ruled.stands, book)
        judged += mine
        odd += more
    whys = reasons(found_links, incident_of, every)
    rows = [row for f in found for row in tellings(f, whys)]
    names = chain.from_iterable(
        (f.attributed_to, f.via) for fs in ruled.figures.values() for f in fs
    )
    publishers = (d.publisher for d in known.values())
    standings = [s for j in judged for s in j.standings]
    return Comparison(
        incidents=_ordered(replace(f.incident, within=inside.get(f.incident.id)) for f in found),
        document_incidents=tuple(sorted(rows, key=lambda r: (r.document_id, r.incident_id))),
        incident_pairs=tuple(pairs(found_links, incident_of, every)),
        tolls=_ordered(j.toll for j in judged),
        tolls_by_codebook=tuple(
            sorted(
                (t for j in judged for t in j.by_codebook), key=lambda t: (t.toll_id, t.codebook)
            )
        ),
        claims=_ordered(s.claimed.claim for s in standings),
        claim_figures=tuple(
            ClaimFigure(claim, figure)
            for claim, figure in sorted(
                {(s.claimed.claim.id, f.id) for s in standings for f in s.figures}
            )
        ),
        claim_relations=tuple(
            sorted(
                (r for j in judged for r in j.relations),
                key=lambda r: (r.left_claim_id, r.right_claim_id),
            )
        ),
        findings=_ordered(odd),
        sources=sources_in(n for n in chain(names, publishers) if n),
        figure_incident=dict(sorted((f.id, incident_of[a.id]) for a in told for f in a.figures)),
        copy_of=copy_of,
        replaces=replaces,
        aliases={
            alias: incident_of[a.id]
            for a in told
            if a.id in incident_of and (alias := short_hash("incident", a.id)) != incident_of[a.id]
        },
    )


def _named(members: list[Account]) -> list[Account]:
    """The accounts of an incident, those that tell figures first: it is named after the smallest of them."""
    return sorted(members, key=lambda a: (not a.figures, a.id))


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Row = TypeVar("_Row", bound=_Named)


def _ordered(rows: Iterable[_Row]) -> tuple[_Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.id))


def _copies(documents: Sequence[Document], ruled: Mapping[tuple[str, str], bool]) -> dict[str, str]:
    """The copies found, with what people ruled on pairs of documents."""
    found = copies(documents)
    for (one, other), same in ruled.items():
        if same:
            found.setdefault(other, found.get(one, one))
        else:
            for left, right in ((one, other), (other, one)):
                if found.get(left) == right:
                    del found[left]
    return found


def _ruled_accounts(
    told: Sequence[Account], pairs_ruled: Mapping[tuple[str, str], bool]
) -> dict[tuple[str, str], bool]:
    """Rulings on pairs of figures as rulings on the accounts that hold them."""
    of = {f.id: a.id for a in told for f in a.figures}
    ruled: dict[tuple[str, str], bool] = {}
    for (one, other), same in pairs_ruled.items():
        if one in of and other in of and of[one] != of[other]:
            left, right = sorted((of[one], of[other]))
            ruled[left, right] = same
    return ruled


def _root(document: Document) -> str:
    """Whose text it is: the agency's that it credits, else its own."""
    return credit(document.publisher, document.text[:200]) or document.id


def _judge(
    found: Found,
    known: Mapping[str, Document],
    copy_of: Mapping[str, str],
    replaced: set[str],
    stands: Mapping[frozenset[str], str],
    book: Codebook,
) -> tuple[list[Judged], list[Finding]]:
    """The tolls of one incident and what is odd about its figures."""
    by_document: dict[str, list[Figure]] = {}
    for account in found.accounts:
        by_document.setdefault(account.document_id, []).extend(account.figures)
    told = [
        Telling(
            known[d],
            tuple(sorted(fs, key=lambda f: f.number_start)),
            _root(known[copy_of.get(d, d)]),
            d in replaced,
        )
        for d, fs in sorted(by_document.items())
    ]
    one = found.incident
    wide = bool(one.kind) and kinds()[one.kind].wide
    countries = countries_apart([f for t in told for f in t.figures]) if wide else frozenset()
    standings = overruled(claims(one.id, told, countries, book), stands)
    judged = judge(one.id, one.country, by_toll(standings), book)
    return judged, findings(one.id, told, judged)
