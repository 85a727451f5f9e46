"""The views: pairs of figures from relations of claims, disputes with both sides, tolls that add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from figures.model import (
    Claim,
    ClaimFigure,
    ClaimRelation,
    Comparison,
    Document,
    DocumentIncident,
    Extraction,
    Figure,
    Finding,
    Incident,
    IncidentPair,
    Source,
    Toll,
    TollByCodebook,
    short_hash,
)
from figures.store import Store

SAID = {  # name → (published, a text that is one figure)
    "monday": ("2024-05-06", "12 dead"),
    "tuesday": ("2024-05-07", "12 died"),
    "undated": (None, "20 dead"),
    "part": ("2024-05-06", "5 women"),
    "households": ("2024-05-06", "3 families"),
}


def reading(name: str) -> Extraction:
    published, text = SAID[name]
    document = Document(name, text, publisher=name.title(), published_on=published)
    number = text.split()[0]
    figure = Figure(
        id=short_hash("figure", name), category="killed", quote=text, start=0, end=len(text),
        reported=number, number_start=0, number_end=len(number), sentence=text, sentence_start=0,
        sentence_end=len(text), value=int(number), low=int(number), high=int(number),
        qualifier="exact", counted="number", unit="person", subject=None, rule="killed/noun",
        attributed_to=f"{name} speaker",
    )  # fmt: skip
    return Extraction(document, (figure,), ())


READ = {name: reading(name) for name in SAID}
FIGURE = {name: extraction.figures[0] for name, extraction in READ.items()}


def incident(id: str, within: str | None = None) -> Incident:
    return Incident(id, f"Blast {id}", "blast", "incident", "Lesk", None, None, None, None, None,
                    "2024-05-06", "2024-05-06", within, "one place, one day")  # fmt: skip


def toll(
    id: str, incident: str = "i1", category: str = "killed", best: int | None = 12, **key: str
) -> Toll:
    names = ("scope", "window_from", "window_to", "unit", "of_group", "area")
    places = {"scope": "incident", "unit": "person", **key}
    return Toll(id, incident, category, *(places.get(n, "") for n in names), best, best, best, None,
                None, 1, 1, 1, "single", "single_source", "default")  # fmt: skip


def claim(id: str, toll: str, name: str, how: str = "stated", state: str = "current") -> Claim:
    f = FIGURE[name]
    return Claim(id, toll, how, "whole", f.low, f.high, "exact", "asserted", None, None, f.low, f.high,
                 None, SAID[name][0], READ[name].document.id, f.id, None, 1, 1, False, (), state)  # fmt: skip


NOTHING: Mapping[str, Any] = {
    "incidents": (incident("i1"),),
    "document_incidents": (DocumentIncident(READ["monday"].document.id, "i1", "main", "it says so"),),
    "incident_pairs": (),
    "tolls": (toll("t1"), toll("t2", of_group="women"), toll("t3", unit="household")),
    "tolls_by_codebook": (TollByCodebook("t1", "acled", 12, 12, 20),),
    "claims": (
        claim("c12", "t1", "monday"), claim("c20", "t1", "undated"), claim("c5", "t2", "part"),
        claim("c3", "t3", "households"), claim("csum", "t1", "part", how="summed"),
    ),
    "claim_figures": tuple(
        ClaimFigure(c, FIGURE[name].id)
        for c, name in (("c12", "monday"), ("c12", "tuesday"), ("c20", "undated"), ("c5", "part"),
                        ("c3", "households"), ("csum", "part"), ("csum", "undated"))
    ),
    "claim_relations": (ClaimRelation("c20", "c12", "conflict", "order_unknown", "no date tells."),),
    "findings": (Finding("f1", "wide_gap", "i1", (FIGURE["monday"].id,), "Look at this."),),
    "sources": (Source("s1", "Ministry", "official", "LX"),),
    "figure_incident": {f.id: "i1" for f in FIGURE.values()},
    "copy_of": {READ["tuesday"].document.id: READ["monday"].document.id},
    "replaces": {},
    "aliases": {},
}  # fmt: skip


def compared(**changed: Any) -> Comparison:
    return Comparison(**{**NOTHING, **changed})


def put(store: Store, found: Comparison, decided_by: str) -> None:
    store.write_comparison([found], decided_by)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "f.db") as store:
        run = store.begin_run(version="1", rules="r", codebook="default", command="test")
        assert store.add(list(READ.values()), run) == (len(READ), [])
        put(store, compared(), "x")
        yield store


def names(store: Store, where: str = "1") -> dict[tuple[str, str], dict[str, Any]]:
    of = {f.id: name for name, f in FIGURE.items()}
    return {
        (of[r["left_figure_id"]], of[r["right_figure_id"]]): r
        for r in store.query(f"SELECT * FROM comparison WHERE {where}")
    }


def test_every_pair_of_stated_claims_stands_once_the_earlier_on_the_left(store: Store) -> None:
    pairs = list(names(store))
    assert len(pairs) == 10 == len({frozenset(p) for p in pairs})
    assert all(left not in ("undated",) for left, _ in pairs), "what bears no date comes last"
    assert ("monday", "tuesday") in pairs


def test_relations_of_claims_hold_for_their_figures(store: Store) -> None:
    pairs = names(store)
    assert pairs["monday", "tuesday"]["relation"] == "agree"
    for name in ("monday", "tuesday"):
        row = pairs[name, "undated"]
        assert (row["relation"], row["kind"]) == ("conflict", "order_unknown")
        quotes = (FIGURE[name].quote, FIGURE["undated"].quote)
        assert row["reason"] == f"“{quotes[0]}” and “{quotes[1]}”: no date tells."


@pytest.mark.parametrize(("other", "kind"), [("part", "group"), ("households", "unit")])
def test_claims_of_two_tolls_are_not_comparable_and_it_says_why(
    store: Store, other: str, kind: str
) -> None:
    found = [row for pair, row in names(store).items() if set(pair) == {"tuesday", other}]
    assert [(row["relation"], row["kind"]) for row in found] == [("not_comparable", kind)]
    assert {"part": "women", "households": "household"}[other] in found[0]["reason"]


def test_asked_by_figure_it_gives_the_same_and_scans_no_table(store: Store) -> None:
    everything = names(store)
    for name, figure in FIGURE.items():
        for side, place in (("left_figure_id", 0), ("right_figure_id", 1)):
            where = f"{side} = '{figure.id}'"
            assert names(store, where) == {p: r for p, r in everything.items() if p[place] == name}
            plan = store.query(f"EXPLAIN QUERY PLAN SELECT * FROM comparison WHERE {where}")
            assert not [row["detail"] for row in plan if row["detail"].startswith("SCAN")]


def test_an_open_conflict_shows_both_sides(store: Store) -> None:
    [row] = store.query("SELECT * FROM open_conflict")
    assert (row["left_quote"], row["right_quote"], row["gap"]) == ("20 dead", "12 dead", 8)
    assert (row["left_publisher"], row["right_attributed_to"]) == ("Undated", "monday speaker")
    assert (row["incident_id"], row["category"], row["kind"]) == ("i1", "killed", "order_unknown")
    assert row["explanation"] == "“20 dead” and “12 dead”: no date tells."


def test_a_quote_that_people_corrected_is_called_so(store: Store) -> None:
    claims = [replace(c, low=19, high=19) if c.id == "c20" else c for c in NOTHING["claims"]]
    put(store, compared(claims=claims), "y")
    [row] = store.query("SELECT * FROM open_conflict")
    assert row["explanation"] == "“20 dead” (corrected) and “12 dead”: no date tells."
    told = {
        r["reason"] for r in store.query("SELECT * FROM comparison WHERE relation = 'conflict'")
    }
    assert "“12 dead” and “20 dead” (corrected): no date tells." in told


def test_a_conflict_with_a_superseded_claim_is_not_open(store: Store) -> None:
    claims = [replace(c, state="superseded") if c.id == "c20" else c for c in NOTHING["claims"]]
    put(store, compared(claims=claims), "y")
    assert list(store.query("SELECT * FROM open_conflict")) == []
    assert len(names(store)) == 10


# -- sums -------------------------------------------------------------------------------------


def left_out(store: Store) -> dict[str, str]:
    return {r["id"]: r["left_out"] for r in store.query("SELECT * FROM counted_toll")}


def countable(store: Store) -> set[str]:
    return {r["id"] for r in store.query("SELECT id FROM countable_toll")}


def test_parts_and_running_totals_are_added_to_nothing(store: Store) -> None:
    tolls = (
        toll("whole"), toll("women", of_group="women"), toll("here", area="the north"),
        toll("war", scope="cumulative"), toll("week", scope="period", window_from="2024-05-01"),
        toll("feared", category="missing", best=None),
    )  # fmt: skip
    empty = {"claims": (), "claim_figures": (), "claim_relations": (), "tolls_by_codebook": ()}
    put(store, compared(tolls=tolls, **empty), "y")
    assert countable(store) == {"whole"}
    assert {id for id, why in left_out(store).items() if why} == {
        "women",
        "here",
        "war",
        "week",
        "feared",
    }


def test_nobody_stands_in_two_incidents_that_are_added(store: Store) -> None:
    incidents = (
        incident("i1"), incident("i2", within="i1"), incident("i3", within="i2"),
        incident("i4"), incident("i5"), incident("i6", within="i4"),
    )  # fmt: skip
    tolls = (
        toll("i1", "i1"), toll("i2", "i2"), toll("i3", "i3"), toll("i4", "i4", "injured"),
        toll("i5", "i5"), toll("i6", "i6"),
    )  # fmt: skip
    pairs = (
        IncidentPair("i1", "i5", "maybe_same", "one day"),
        IncidentPair("i4", "i6", "overlaps", "near"),
    )
    empty = {"claims": (), "claim_figures": (), "claim_relations": (), "tolls_by_codebook": ()}
    put(store, compared(incidents=incidents, tolls=tolls, incident_pairs=pairs, **empty), "y")
    assert countable(store) == {"i1", "i4", "i6"}, "i6 is in i4, which tells no dead"
    why = left_out(store)
    assert "a part" in why["i2"]
    assert "a part" in why["i3"]
    assert "may be the same" in why["i5"]


def test_the_summary_counts_tables_and_adds_tolls(store: Store) -> None:
    put(
        store,
        compared(
            incidents=(incident("i1"), incident("i2")),
            tolls=(*NOTHING["tolls"], replace(toll("t9", "i2", best=30), low=None, high=None)),
        ),
        "y",
    )
    store.write_summary()
    assert store.summary()["figures"] == len(FIGURE)
    assert store.summary()["open_conflicts"] == 1
    rows = store.query(
        "SELECT unit, value, low, best, high FROM summary WHERE name = 'toll' ORDER BY unit"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("household", 1, 12, 12, 12),
        ("person", 2, 12, 42, None),
    ]


# -- what an earlier comparison found gives way -----------------------------------------------


def test_a_comparison_takes_the_place_of_the_one_before(store: Store) -> None:
    empty = {
        name: ()
        for name in NOTHING
        if name not in ("figure_incident", "copy_of", "replaces", "aliases")
    }
    put(store, compared(**empty, figure_incident={}, copy_of={}), "y")
    for table in ("incident", "toll", "claim", "claim_relation", "finding", "source"):
        assert store.one(f"SELECT count(*) FROM {table}") == 0
    assert store.one("SELECT count(*) FROM figure WHERE incident_id IS NOT NULL") == 0
    assert store.one("SELECT count(*) FROM document WHERE copy_of IS NOT NULL") == 0
    assert store.one("SELECT comparison FROM run") == "y"


def test_a_name_that_an_incident_lost_leads_to_it(store: Store) -> None:
    renamed = {"document_incidents": (), "findings": (), "tolls": (), "tolls_by_codebook": (),
               "claims": (), "claim_figures": (), "claim_relations": ()}  # fmt: skip
    for id, before in (("i0", "i1"), ("h9", "i0")):
        incidents, of = (incident(id),), dict.fromkeys(NOTHING["figure_incident"], id)
        aliases = {before: id, "i1": id}
        put(
            store, compared(incidents=incidents, figure_incident=of, aliases=aliases, **renamed), id,
        )  # fmt: skip
    aliases = store.query("SELECT * FROM incident_alias ORDER BY id")
    assert [tuple(row.values()) for row in aliases] == [("i0", "h9"), ("i1", "h9")]


def test_relations_that_contradict_themselves_are_refused(store: Store) -> None:
    import sqlite3

    both = (*NOTHING["claim_relations"], ClaimRelation("c12", "c20", "compatible", "", "x"))
    with pytest.raises(sqlite3.IntegrityError):
        put(store, compared(claim_relations=both), "y")
    with pytest.raises(sqlite3.IntegrityError):
        put(
            store,
            compared(claim_relations=(ClaimRelation("c12", "c20", "conflict", "rise", "x"),)),
            "y",
        )
    assert len(names(store)) == 10, "what was there before is still there"
