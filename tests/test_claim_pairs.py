"""Pairs of counts in context: how the comparison relates them, against how a recorder would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from figures.comparison import compare
from figures.extraction import extract_document
from figures.lexicon import parse_yaml
from figures.model import Comparison, Document, Figure

PAIRS = [
    (group["event"], pair)
    for group in parse_yaml((Path(__file__).parent / "claim_pairs.yaml").read_text("utf-8"))
    for pair in group["pairs"]
]


def report(event: str, side: list[Any], n: int) -> Document:
    on = str(side[0]) if side[0] else None
    return Document(f"report {n}", f"{event} {side[1]}", publisher=f"Paper {n}", published_on=on)


def relation(found: Comparison, one: Figure, other: Figure) -> str:
    """The relation of two figures and its kind; "none" where one puts forward no claim."""
    of: dict[str, list[str]] = {}
    claims = {c.id: c for c in found.claims if c.how == "stated"}
    for row in found.claim_figures:
        if row.claim_id in claims:
            of.setdefault(row.figure_id, []).append(row.claim_id)
    tolls = {t.id: t for t in found.tolls}
    if one.id not in of or other.id not in of:
        return "none"
    left, right = of[one.id][0], of[other.id][0]
    here, there = (tolls[claims[c].toll_id] for c in (left, right))
    if here.category != there.category:
        return "none"
    if left == right:
        return "agree"
    if here.incident_id != there.incident_id:
        return "not_comparable" if here.scope != there.scope else "not compared"
    for row in found.claim_relations:
        if {row.left_claim_id, row.right_claim_id} == {left, right}:
            return f"{row.relation}/{row.kind}" if row.kind else row.relation
    return "not_comparable"


def judged(event: str, pair: dict[str, Any]) -> str:
    alone = len(pair["b"]) == 2  # both quotes stand in the text of a
    reports = [report(event, pair[side], n) for n, side in enumerate("a" if alone else "ab")]
    told = {d.id: extract_document(d).figures for d in reports}
    sides = [
        [f for f in told[d.id] if f.quote == pair[side][-1]]
        for d, side in zip(reports * 2 if alone else reports, "ab", strict=True)
    ]
    if not all(sides):
        return f"no figure {[pair[s][-1] for s, f in zip('ab', sides, strict=True) if not f]}"
    return relation(compare(reports, told), sides[0][0], sides[1][0])


def test_there_are_pairs_of_every_relation_and_kind() -> None:
    told = [str(pair["is"]) for _, pair in PAIRS]
    assert len(told) >= 120
    for one in ("agree", "compatible", "not_comparable", "revision/rise", "revision/fall",
                "revision/correction", "conflict/contradiction", "conflict/order_unknown",
                "conflict/opposing_sides"):  # fmt: skip
        assert one in told
    assert all(pair["because"] for _, pair in PAIRS)


@pytest.mark.parametrize(
    ("event", "pair"),
    [
        pytest.param(e, p, marks=pytest.mark.xfail(strict=True) if p.get("gap") else (), id=f"{n}")
        for n, (e, p) in enumerate(PAIRS)
    ],
)
def test_two_counts_relate_as_a_recorder_says(event: str, pair: dict[str, Any]) -> None:
    assert judged(event, pair) == pair["is"], pair["because"]
