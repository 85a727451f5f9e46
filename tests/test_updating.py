"""Reports that come one after the other give what comparing all of them afresh gives, and cost what they touch."""

from __future__ import annotations

import gc
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.comparison import graph as graphs
from figures.comparison import linking, updating
from figures.comparison.codebooks import codebook
from figures.comparison.graph import Graph, Node, key
from figures.comparison.index import Index
from figures.comparison.updating import update
from figures.conclusions import conclude
from figures.extraction import extract_document
from figures.model import Document, Extraction, Ruling
from figures.store import Store

TOWNS = ("Odesa", "Lviv", "Kharkiv")
DAYS = ("2024-05-06", "2024-05-07", "2024-05-16", None)
SENTENCES = (
    "A missile hit the granary in {town} on Monday, killing {n} people, officials said.",
    "At least {n} people were killed in {town} when a missile struck the granary, the mayor said.",
    "The flood in {town} has left {n} people missing. A flood in {town} in 2019 killed 40 people.",
    "Since the war began {n}00 civilians have been killed in Ukraine, the UN mission said.",
)


@st.composite
def worlds(draw: st.DrawFn) -> list[Document]:
    """Reports of a few incidents that are easily mixed up, versions under one address among them."""
    told = st.tuples(
        st.sampled_from(SENTENCES), st.sampled_from(TOWNS), st.integers(2, 4), st.sampled_from(DAYS)
    )
    made = [
        Document(
            f"r{i}", s.format(town=town, n=n), publisher=f"Paper {i % 3}", published=on,
            published_on=on, published_at=on, url=f"https://news.example/{i // 2}" if i % 3 else None,
        )
        for i, (s, town, n, on) in enumerate(draw(st.lists(told, min_size=2, max_size=8)))
    ]  # fmt: skip
    return list({d.id: d for d in made}.values())


@cache
def read(document: Document) -> Extraction:
    return extract_document(document)


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a comparison decides."""
    tables = (
        "source incident document_incident incident_pair toll toll_by_codebook claim claim_figure"
        " claim_relation finding"
    ).split()
    asked = {t: f"SELECT * FROM {t}" for t in tables}
    asked["figure"] = "SELECT id, incident_id FROM figure"
    asked["document"] = "SELECT id, copy_of, replaces FROM document"
    return {t: sorted(store.connection.execute(sql), key=str) for t, sql in asked.items()}


def put(store: Store, index: Index, batch: Sequence[Document], rulings: Sequence[Ruling]) -> None:
    store.add([read(d) for d in batch], 1)
    afresh = not index.documents()
    new = [d.id for d in batch if d.id not in index.documents()]
    portions = update(index, store, new, rulings, codebook("default"))
    store.write_comparison(portions, "x", afresh=afresh)


def built(
    batches: Sequence[Sequence[Document]], rulings: Sequence[Sequence[Ruling]] = ()
) -> dict[str, list[tuple[object, ...]]]:
    """The rows of a database to which batches of reports were added, after each the rulings then in force."""
    with Store(":memory:") as store, Index() as index:
        store.begin_run(version="1", rules="r", codebook="default", command="test")
        for i, batch in enumerate(batches):
            put(store, index, batch, rulings[i] if rulings else ())
        assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return rows(store)


@pytest.mark.parametrize("near", [100, 2])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_batches_in_any_order_give_what_all_at_once_gives(near: int, data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graphs, "NEIGHBOURS", near)
        patch.setattr(graphs, "FEW", near // 2)
        world = data.draw(worlds())
        order = data.draw(st.permutations(world))
        cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(world) - 1)))))
        batches = [order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]
        assert built(batches) == built([world])


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_rulings_made_later_give_what_rulings_known_from_the_start_give(
    data: st.DataObject,
) -> None:
    world = data.draw(worlds())
    made = data.draw(st.lists(rulings_on(world), max_size=4))
    cut = data.draw(st.integers(0, len(made)))
    later = built([world[:1], world[1:], []], [(), made[:cut], made])
    assert later == built([world], [made])


def rulings_on(world: Sequence[Document]) -> st.SearchStrategy[Ruling]:
    figures = [(d, f) for d in world for f in read(d).figures]

    def ruling(drawn: tuple[list[int], str, int]) -> Ruling:
        chosen, what, n = drawn
        about, _, told = what.partition(" ")
        subject = tuple(
            {"document": d.id, "number_start": f.number_start, "number_end": f.number_end, "category": f.category}
            for d, f in (figures[i % len(figures)] for i in chosen[: 1 if about == "figure" else 2])
        )  # fmt: skip
        change = {"low": n, "high": n} if told == "correct" else {}
        return Ruling(
            f"r{n}{what}{chosen}", "2024-05-30", "Ana", about, subject, told, change, {}, ""
        )

    kinds = (
        "figure correct|figure reject|figure confirm|pair same|pair not_same|copy same|copy not_same"
        "|conflict stands"
    )
    return st.tuples(
        st.lists(st.integers(0, 99), min_size=2, max_size=2, unique_by=lambda i: i % len(figures)),
        st.sampled_from(kinds.split("|")),
        st.integers(1, 9),
    ).map(ruling)


def test_ten_reports_more_are_compared_with_what_they_touch_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    towns = "Odesa Lviv Kharkiv Poltava Sumy Rivne Lutsk Ternopil Uzhhorod Chernivtsi".split()
    world = [
        Document(f"{town}{month}{i}", SENTENCES[i].format(town=town, n=month + 2),
                 published_on=f"2023-{month:02}-10")
        for town in towns for month in range(1, 13) for i in (0, 1)
    ]  # fmt: skip
    more = [Document("more", SENTENCES[1].format(town="Lutsk", n=9), published_on="2023-06-11")]
    compared: list[tuple[str, str]] = []
    real = linking.link

    def counted(left: linking.Account, right: linking.Account) -> linking.Link | None:
        compared.append((left.document_id, right.document_id))
        return real(left, right)

    monkeypatch.setattr(updating, "link", counted)
    once = built([[*world, *more]])
    afresh = len(compared)
    compared.clear()
    built([world])
    before = len(compared)
    compared.clear()
    assert built([world, more]) == once
    added = compared[before:]
    assert all(more[0].id in pair for pair in added)
    assert 0 < len(added) < afresh / 20


# -- clusters ---------------------------------------------------------------------------------

ACCOUNTS = st.tuples(  # document, main, past, day
    st.integers(0, 9), st.booleans(), st.booleans(), st.sampled_from([None, 1, 9])
)
SCORES = st.none() | st.sampled_from([-1.2, -0.4, 0.0, 0.3, 0.9, 2.0, 4.5])


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_clustering_what_new_links_touch_gives_what_clustering_everything_gives(
    data: st.DataObject,
) -> None:
    nodes = range(data.draw(st.integers(2, 12)))
    pairs = [(a, b) for b in nodes for a in range(b)]
    scores = {pair: data.draw(SCORES) for pair in pairs}
    accounts = [data.draw(ACCOUNTS) for _ in nodes]
    batch_of = [data.draw(st.integers(0, 3)) for _ in nodes]
    with Index() as grown, Index() as afresh:
        for batch in range(4):
            arriving = [n for n in nodes if batch_of[n] == batch]
            known = [n for n in nodes if batch_of[n] <= batch]
            clustered(grown, arriving, known, scores, accounts)
        clustered(afresh, nodes, nodes, scores, accounts)
        assert grown.clusters(nodes) == afresh.clusters(nodes)
        assert sorted(chain(*grown.clusters(nodes))) == list(nodes)


def clustered(
    index: Index,
    arriving: Collection[int],
    known: Collection[int],
    scores: Mapping[tuple[int, int], float | None],
    accounts: Sequence[tuple[int, bool, bool, int | None]],
) -> None:
    """Put accounts with their links into an index and cluster what they touch."""
    for n in arriving:
        document, main, past, day = accounts[n]
        index.run(
            "INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, 0, 1, NULL, NULL)",
            (n, graphs.identity(n), f"d{document}", main and not past, past, day, day),
        )
    for (one, other), score in scores.items():
        if score is not None and {one, other} & {*arriving} and {one, other} <= {*known}:
            for pair in ((one, other), (other, one)):
                index.run("INSERT INTO link_edge VALUES (?, ?, ?)", (*pair, score))
    updating._clusters(index, {*arriving}, (), {}, set())


# -- the graph ------------------------------------------------------------------------------


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_graph_that_grew_and_shrank_is_the_graph_of_its_nodes(data: st.DataObject) -> None:
    node = st.builds(
        Node, st.integers(0, 30), st.none() | st.integers(0, 20), asked=st.sets(st.integers(0, 3)),
        offered=st.sets(st.integers(0, 6)), common=st.sets(st.integers(4, 6)),
        weak=st.sets(st.sampled_from([7, 7 + 2**52, 8, 9])),
    )  # fmt: skip
    batches = data.draw(st.lists(st.lists(node, unique_by=lambda n: n.id), min_size=1, max_size=4))
    with pytest.MonkeyPatch.context() as patch, Index() as grown, Index() as afresh:
        patch.setattr(graphs, "NEIGHBOURS", 3)
        patch.setattr(graphs, "FEW", 2)
        patch.setattr(graphs, "_AT_ONCE", data.draw(st.sampled_from([1, 3, 100])))
        one, other = (Graph(i.connection, "test", reach=9) for i in (grown, afresh))
        there: dict[int, Node] = {}
        for batch in batches:
            leaving = set(data.draw(st.sets(st.sampled_from(sorted(there))))) if there else set()
            leaving |= {n.id for n in batch if n.id in there}
            one.change(leaving, batch, lambda a, b: a + b)
            there = {i: n for i, n in there.items() if i not in leaving} | {n.id: n for n in batch}
        other.change((), there.values(), lambda a, b: a + b)
        assert everything(one) == everything(other)


def everything(graph: Graph) -> list[list[tuple[object, ...]]]:
    return [
        graph.connection.execute(f"SELECT * FROM test_{table} ORDER BY 1, 2, 3").fetchall()
        for table in ("edge", "member", "node")
    ]


def test_one_weak_key_brings_nobody_together_two_do_and_one_at_two_times_is_one() -> None:
    lesk, elm, quake = (key("name", name, 7) for name in ("lesk", "elm", "quake"))
    later = key("name", "lesk", 8)
    nodes = [
        Node(1, 1, weak={lesk, later, elm}),
        Node(2, 2, weak={lesk, later, quake}),
        Node(3, 3, weak={lesk, elm}),
    ]
    with Index() as index:
        graph = Graph(index.connection, "test")
        graph.change((), nodes, lambda a, b: 1.0)
        assert [graph.edges(n) for n in (1, 2, 3)] == [[(3, 1.0)], [], [(1, 1.0)]]


def test_what_the_graph_returns_as_touched_has_all_whose_comparisons_changed() -> None:
    with Index() as index:
        graph = Graph(index.connection, "test")
        graph.change((), [Node(i, i, {1}, ()) for i in range(3)], lambda a, b: 1.0)
        assert graph.change((), [Node(9, None, {2}, ())], lambda a, b: 1.0) == {9}
        assert graph.change([1], [], lambda a, b: 1.0) == {0, 2}
        assert graph.edges(1, 0.0) == []
        assert list(graph.components([0, 9], 1.0, {})) == [[0, 2], [9]]
        assert list(graph.components([0], 1.0, {0: {9}})) == [[0, 2, 9]]


def test_a_comparison_is_written_in_one_transaction_with_no_savepoint_open(tmp_path: Path) -> None:
    pace = gc.get_threshold()
    with Store(tmp_path / "a.db") as store:
        run = store.begin_run(version="1", rules="r", codebook="default", command="pipeline")
        store.add([extract_document(Document("a", "A blast in Odesa killed 12 people."))], run)
        said: list[str] = []
        store.connection.set_trace_callback(said.append)
        conclude(store, [])
        store.connection.set_trace_callback(None)
        assert store.one("SELECT count(*) FROM claim") == 1
    first = next(
        n for n, statement in enumerate(said) if "INTO claim" in statement.replace('"', "")
    )
    begun = [s.split()[0].rstrip(";") for s in said[:first]]
    assert begun.count("BEGIN") == begun.count("COMMIT") + 1
    assert begun.count("SAVEPOINT") == begun.count("RELEASE")
    assert gc.get_threshold() == pace
