"""Extraction in several processes on one machine, the results in the order of the documents.

What one document does to a process (an error, a crash, memory at its end) becomes an issue of that
document; the others go on. Only a bounded part of the documents is in memory at a time.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar, overload

from figures.model import Document, Extraction, Issue
from figures.scale import AUTO

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")

CHUNK_DOCUMENTS = 32  # handed to a process at a time, at most,
CHUNK_CHARACTERS = 100_000  # and not many more characters than these, read in about a second
PAYS = 300_000  # characters of text from which on other processes are worth their start, about a second each
AHEAD = 4  # chunks per process that wait or are done and not yet taken


def extract_document(document: Document) -> Extraction:
    """The extraction of one document, its modules imported where it runs."""
    from figures.extraction import extract_document

    return extract_document(document)


@overload
def extract_all(
    documents: Iterable[Document], workers: int = 1
) -> Iterator[Extraction | Issue]: ...


@overload
def extract_all(
    documents: Iterable[Document], workers: int, extract: Callable[[Document], T]
) -> Iterator[T | Issue]: ...


def extract_all(
    documents: Iterable[Document],
    workers: int = 1,
    extract: Callable[[Document], Any] = extract_document,
) -> Iterator[Any]:
    """Each document's extraction, or an issue where it failed, in the order of the documents.

    With `AUTO` for ``workers`` there are several where the text makes `PAYS` characters. ``extract`` must be a
    function at the top of its module, as it is handed to other processes; what it makes of a document is given back.

    >>> [extraction] = extract_all([Document("a.txt", "Two people were killed.")])
    >>> extraction.figures[0].quote
    'Two people'
    """
    if workers == AUTO:
        return _where_it_pays(iter(documents), processors(), extract)
    if workers == 1:
        return (safely(extract, document) for document in documents)
    return _in_processes(documents, workers, extract)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # macOS, Windows


def _where_it_pays(
    documents: Iterator[Document], workers: int, extract: Callable[[Document], T]
) -> Iterator[T | Issue]:
    few: list[Document] = []
    there = 0
    while workers > 1 and there < PAYS and (document := next(documents, None)) is not None:
        few.append(document)
        there += len(document.text)
    workers = workers if there >= PAYS else 1
    yield from extract_all(chain(few, documents), workers, extract)


def portions(
    items: Iterable[T], size: Callable[[T], int], most: int, largest: int
) -> Iterator[list[T]]:
    """The items in lists of at most ``most``, each ended by the item that takes its size to ``largest``.

    >>> list(portions(["ab", "c", "d", "e", "f"], len, most=3, largest=2))
    [['ab'], ['c', 'd'], ['e', 'f']]
    """
    portion: list[T] = []
    there = 0
    for item in items:
        portion.append(item)
        there += size(item)
        if len(portion) >= most or there >= largest:
            yield portion
            portion, there = [], 0
    if portion:
        yield portion


def safely(extract: Callable[[Document], T], document: Document) -> T | Issue:
    """The extraction, or an issue that says why there is none."""
    try:
        return extract(document)
    except Exception as error:  # whatever one text provokes, the others are read
        return Issue(document.name, f"extraction failed ({_words(error)}); please report this text")


def _words(error: BaseException) -> str:
    words = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ")
    return words if len(words) <= 200 else words[:199] + "…"


def _in_processes(
    documents: Iterable[Document], workers: int, extract: Callable[[Document], T]
) -> Iterator[T | Issue]:
    from concurrent.futures.process import BrokenProcessPool

    chunks = portions(documents, lambda d: len(d.text), CHUNK_DOCUMENTS, CHUNK_CHARACTERS)
    waiting: deque[tuple[list[Document], Future[list[T | Issue]]]] = deque()
    pool = _pool(workers)
    try:
        while True:
            while len(waiting) < workers * AHEAD and (chunk := next(chunks, None)):
                waiting.append((chunk, pool.submit(_extract_chunk, extract, _without_raw(chunk))))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:  # a process died; who did it is found by reading one by one
                pool.shutdown(wait=False, cancel_futures=True)
                results = [_alone(extract, document) for document in chunk]
                pool = _pool(workers)
                again = [waiting_chunk for waiting_chunk, _ in waiting]
                waiting.clear()
                for one in again:
                    waiting.append((one, pool.submit(_extract_chunk, extract, _without_raw(one))))
            yield from map(_with_raw, chunk, results)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    """Fresh processes: nothing of this one (open databases, threads) is in them."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """An interrupt from the keyboard is the parent's to answer; where the parent is gone, killed perhaps,
    nobody waits for what is read here."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _extract_chunk(extract: Callable[[Document], T], documents: list[Document]) -> list[T | Issue]:
    return [safely(extract, document) for document in documents]


def _alone(extract: Callable[[Document], T], document: Document) -> T | Issue:
    """One document in a process of its own, which it may take down."""
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(1)
    try:
        [result] = pool.submit(_extract_chunk, extract, _without_raw([document])).result()
        return result
    except BrokenProcessPool:
        what = "extraction ended its process (out of memory?); please report this text"
        return Issue(document.name, what)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _without_raw(documents: list[Document]) -> list[Document]:
    """The documents without their bytes, which the extraction does not need."""
    return [replace(document, raw=None) for document in documents]


def _with_raw(document: Document, result: T) -> T:
    return replace(result, document=document) if isinstance(result, Extraction) else result
