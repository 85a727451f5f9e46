"""Extraction in several processes, results in the order of the documents whatever finishes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from figures.extraction import extract_document
from figures.model import Document, Extraction, Issue

CHUNK = 32  # documents handed to a process at a time
AHEAD = 4  # chunks per process in flight, so that memory stays bounded


def _safely(document: Document) -> Extraction | Issue:
    try:
        return extract_document(document)
    except Exception as error:  # one text must never stop a run
        return Issue(document.name, f"could not be read: {type(error).__name__}: {error}")


def _batch(documents: list[Document]) -> list[Extraction | Issue]:
    return [_safely(d) for d in documents]


def extract_all(documents: Iterable[Document], workers: int = 1) -> Iterator[Extraction | Issue]:
    """Each document's extraction, or an issue where it failed, in order."""
    if workers <= 1:
        yield from map(_safely, documents)
        return
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor

    source = iter(documents)
    waiting: deque[Future[list[Extraction | Issue]]] = deque()
    with ProcessPoolExecutor(workers) as pool:
        while True:
            while len(waiting) < workers * AHEAD and (batch := list(islice(source, CHUNK))):
                waiting.append(pool.submit(_batch, batch))
            if not waiting:
                return
            yield from waiting.popleft().result()
