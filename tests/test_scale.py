"""Documents read in several processes come out as from one, in order, whatever one of them does."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.model import Document, Extraction, Issue, Raw
from figures.scale import AUTO, processes
from figures.scale.processes import extract_all, portions


def fragile(document: Document) -> Extraction:
    """Stands for an extraction with texts that it cannot bear."""
    if document.text == "error":
        raise RecursionError("too\ndeep")
    if document.text == "crash":
        os._exit(9)
    assert document.raw is None, "the bytes need not travel"
    return Extraction(document, (), ())


def documents(*texts: str) -> list[Document]:
    return [
        Document(f"{i}.txt", text, raw=Raw("0" * 64, b"x", "text")) for i, text in enumerate(texts)
    ]


def test_an_error_in_one_document_is_its_issue() -> None:
    found = list(extract_all([Document("a.txt", "error"), Document("b.txt", "fine")], 1, fragile))
    assert isinstance(found[0], Issue)
    assert (found[0].where, "RecursionError: too deep" in found[0].what) == ("a.txt", True)
    assert isinstance(found[1], Extraction)


@pytest.mark.parametrize("chunk", [1, 3])
def test_a_document_that_ends_its_process_is_one_issue(
    chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "CHUNK_DOCUMENTS", chunk)
    given = documents("fine", "crash", "fine", "error", "fine")
    found = list(extract_all(given, 2, fragile))
    names = [r.where if isinstance(r, Issue) else r.document.name for r in found]
    assert names == [d.name for d in given]
    assert [isinstance(r, Issue) for r in found] == [False, True, False, True, False]
    assert "ended its process" in found[1].what  # type: ignore[union-attr]
    assert found[0].document is given[0]  # type: ignore[union-attr]


def test_two_processes_read_what_one_reads() -> None:
    given = [
        Document(f"{n}.txt", f"At least {n} people were killed and {n + 1} hurt in Lesk on Monday.",
                 published_on="2024-05-01")
        for n in range(2, 7)
    ]  # fmt: skip
    alone = list(extract_all(given))
    assert list(extract_all(given, 2)) == alone
    assert all(isinstance(e, Extraction) and len(e.figures) == 2 for e in alone)


@pytest.mark.parametrize(("pays", "processors", "there"), [(20, 2, 2), (21, 2, 0), (20, 1, 0)])
def test_of_themselves_processes_start_only_where_they_pay(
    pays: int, processors: int, there: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five texts of four characters are worth two processes where 20 pay, and none on one processor."""
    monkeypatch.setattr(processes, "PAYS", pays)
    monkeypatch.setattr(processes, "processors", lambda: processors)
    started: list[int] = []
    real = processes._pool
    monkeypatch.setattr(processes, "_pool", lambda n: (started.append(n), real(n))[1])
    given = [Document(f"{n}.txt", "fine") for n in range(5)]
    found = list(extract_all(given, AUTO, fragile))
    assert [e.document for e in found if isinstance(e, Extraction)] == given
    assert sum(started) == there


def test_text_that_pays_for_processes_is_work_for_several() -> None:
    texts = ["x" * (processes.PAYS // 20)] * 20
    chunks = portions(texts, len, processes.CHUNK_DOCUMENTS, processes.CHUNK_CHARACTERS)
    assert len(list(chunks)) > 1


def test_documents_are_taken_only_a_little_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "CHUNK_DOCUMENTS", 1)
    taken = 0

    def endless() -> Iterator[Document]:
        nonlocal taken
        while True:
            taken += 1
            yield Document(f"{taken}.txt", "fine")

    found = extract_all(endless(), 2, fragile)
    for _ in range(3):
        next(found)
    assert taken <= 3 + 2 * processes.AHEAD
    found.close()  # type: ignore[attr-defined]


@given(st.lists(st.text(max_size=8)), st.integers(1, 5), st.integers(1, 20))
def test_portions_lose_nothing_and_stay_small(texts: list[str], most: int, largest: int) -> None:
    found = list(portions(texts, len, most, largest))
    assert [text for portion in found for text in portion] == texts
    assert all(0 < len(portion) <= most for portion in found)
    assert all(sum(map(len, portion[:-1])) < largest for portion in found)
