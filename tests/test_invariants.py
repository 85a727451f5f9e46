"""What must hold of any comparison, whatever reports there are. (Of two claims: test_relations.py.)"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from test_updating import read, worlds

from figures.comparison import compare
from figures.model import Comparison, Document


def compared(world: list[Document]) -> Comparison:
    told = [read(d) for d in world]
    return compare([e.document for e in told], {e.document.id: e.figures for e in told})


@settings(max_examples=30, deadline=None)
@given(worlds(), st.data())
def test_a_copy_never_adds_a_source(world: list[Document], data: st.DataObject) -> None:
    first = data.draw(st.sampled_from(world))
    reprint = replace(first, name="reprint", url=None, publisher="Another Paper")
    before, after = compared(world), compared([*world, reprint])

    def sources(found: Comparison) -> list[tuple[object, ...]]:
        told = (
            (t.category, t.low, t.best, t.high, t.sources_low, t.sources_high, t.standing)
            for t in found.tolls
        )
        return sorted(told, key=str)  # fmt: skip

    assert sources(after) == sources(before)


@settings(max_examples=30, deadline=None)
@given(worlds())
def test_a_sum_never_exceeds_the_sum_of_its_parts_highs(world: list[Document]) -> None:
    figures = {f.id: f for d in world for f in read(d).figures}
    found = compared(world)
    members: dict[str, list[str]] = {}
    for row in found.claim_figures:
        members.setdefault(row.claim_id, []).append(row.figure_id)
    for one in found.claims:
        highs = [figures[f].high for f in members[one.id]]
        if one.how == "summed" and None not in highs:
            assert one.high is not None
            assert one.high <= sum(h for h in highs if h is not None)


@settings(max_examples=30, deadline=None)
@given(worlds())
def test_incidents_are_never_merged_without_a_reason(world: list[Document]) -> None:
    last = world[-1]
    before, after = compared(world[:-1]), compared(world)
    for incident in after.incidents:
        here = {f for f, i in after.figure_incident.items() if i == incident.id}
        merged = {before.figure_incident[f] for f in here if f in before.figure_incident}
        if len(merged) > 1:
            rows = [r for r in after.document_incidents if r.incident_id == incident.id]
            assert all(r.why and "no other document" not in r.why.lower() for r in rows)
    assert last.id in {d.id for d in world}
