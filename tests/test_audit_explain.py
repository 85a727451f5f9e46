"""Explanations: the quote in its sentence, every step with its rule and words, the rulings."""

from __future__ import annotations

from pathlib import Path

import pytest

from figures.audit.decide import decide
from figures.audit.explain import explain, find
from figures.conclusions import conclude
from figures.errors import FiguresError
from figures.extraction import extract_document
from figures.model import Document
from figures.publishing.tables import explanation
from figures.store import Store

TEXT = "Rain fell.\nPolice said at least 12 people were killed and 20 injured in Derna; \x1b[2J it is over."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "f.db")
    run = store.begin_run(version="1", rules="", codebook="default", command="test")
    store.add([extract_document(Document("a.txt", TEXT, publisher="The\x07 Gazette"))], run)
    return store


def ids(store: Store) -> list[str]:
    return [r["id"] for r in store.query("SELECT id FROM figure ORDER BY number_start")]


def test_the_quote_stands_in_its_sentence(store: Store) -> None:
    found = explain(store, ids(store)[0])
    assert found.quote == "at least 12 people"
    assert (found.before + found.quote + found.after).startswith("Police said at least 12 people")
    assert "Rain" not in found.before


def test_every_step_is_told_with_its_rule_and_the_words_it_read(store: Store) -> None:
    figure = ids(store)[0]
    found = explain(store, figure)
    assert [s.evidence for s in found.steps] == store.evidence(figure)
    assert all(s.words == TEXT[s.evidence.start : s.evidence.end] for s in found.steps)
    printed = explanation(found)
    for step in found.steps:
        assert (
            f"rule {step.evidence.rule}, characters {step.evidence.start} to {step.evidence.end}"
            in printed
        )
    assert {"number", "category"} <= {s.evidence.field for s in found.steps}


def test_what_is_printed_cannot_steer_a_terminal(store: Store) -> None:
    printed = explanation(explain(store, ids(store)[0]))
    assert "at least 12 people" in printed
    assert not {"\x1b", "\x07"} & set(printed)


def test_a_beginning_that_only_one_figure_has_is_enough(store: Store) -> None:
    first, second = ids(store)[:2]
    shared = next(n for n in range(17) if first[: n + 1] != second[: n + 1])
    assert find(store, first[: shared + 1])["id"] == first
    assert find(store, first.upper())["id"] == first


def test_an_ambiguous_or_unknown_beginning_is_an_error(store: Store) -> None:
    run = 1
    many = " ".join(f"In town {n} police said that {n} people were killed." for n in range(2, 40))
    store.add([extract_document(Document("many.txt", many))], run)
    firsts = [i[0] for i in ids(store)]
    twice = next(c for c in firsts if firsts.count(c) > 1)
    with pytest.raises(FiguresError, match="more than one figure"):
        find(store, twice)
    for unknown in ("zzzz", "", "%", "' OR 1=1 --", ids(store)[0] + "0"):
        with pytest.raises(FiguresError, match="no such figure"):
            find(store, unknown)


def test_a_long_sentence_is_cut_around_its_quote(tmp_path: Path) -> None:
    text = (
        "Police said "
        + "on and on " * 300
        + "that at least 12 people were killed"
        + " and so on" * 300
        + "."
    )
    with Store(tmp_path / "long.db") as store:
        run = store.begin_run(version="1", rules="", codebook="default", command="test")
        store.add([extract_document(Document("a.txt", text))], run)
        [figure] = ids(store)
        found = explain(store, figure)
    assert found.quote == "at least 12 people"
    assert len(found.before) < 500
    assert len(found.after) < 500


def test_rulings_are_told_beside_what_was_read(store: Store) -> None:
    figure = ids(store)[1]
    change = {"low": 25, "high": None}
    conclude(
        store,
        decide(store, figure, "correct", by="Ana", reason="the list", change=change, audits=None),
    )
    printed = explanation(explain(store, figure))
    assert "injured: 20" in printed
    assert "by Ana" in printed
    assert "the list" in printed
    assert "published as injured: at least 25" in printed
