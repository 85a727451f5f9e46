"""Bytes → Document: what an input says, decided once, with its name, its dates and its proof.

    folders      which files a PATH stands for, and their names
    formats      which format a file is in
    text, markdown, html, pdf, docx, jsonl    a module per format: bytes → Article
    documents    Article → Document: the text policy, the cutting of very long texts
    datelines, dates            where a report's first lines and its input say when it was published
    duplicates   the same name or document twice

To add a format: a module with ``parse(content, name) -> Article``, its name in formats.FORMATS and
its extensions below it, its line in ``_PARSERS`` here, and the libraries it reads with in
``_LIBRARIES``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from figures.errors import UnreadableInput, WrongUsage
from figures.model import Document, Issue
from figures.reading import folders, jsonl
from figures.reading.dates import publication_date
from figures.reading.documents import Article, documents
from figures.reading.duplicates import Reading, once
from figures.reading.formats import FORMATS, check_format, format_of
from figures.reading.text import binary_kind

__all__ = ["FORMATS", "read", "read_again", "read_bytes", "read_with"]

#: The module that reads a format; imported when a file of it comes.
_PARSERS = {
    "text": "text", "markdown": "markdown", "html": "html", "pdf": "pdf", "docx": "docx", "json": "jsonl",
}  # fmt: skip
_LIBRARIES = {
    "text": (),
    "markdown": (),
    "html": ("trafilatura", "lxml", "htmldate", "courlan", "justext"),
    "pdf": ("pypdf",),
    "docx": (),
    "json": (),
}
_FOR_EVERY_FORMAT = ("documents", "datelines", "dates", "text")

#: Bytes read of one file other than JSON Lines; more is cut off nowhere but refused.
_LARGEST = 500_000_000
_HEAD = 4096


def read(
    paths: Sequence[str],
    format: str = "auto",
    published: str | None = None,
    but: Iterable[Path] = (),
) -> Iterator[Document | Issue]:
    """The documents of all ``paths`` (files, folders, ``-`` for standard input), and the issues.

    ``format`` is one of FORMATS; ``published`` a publication date for documents whose input gives
    none; ``but`` are files that folders are read without. Documents come in the order of the paths,
    within a folder in that of their names, within a file in that of its lines. What cannot be read is
    an Issue and reading goes on; a PATH that is not there raises PathNotFound, an unknown format or a
    ``published`` that is no date WrongUsage, all before anything is read.
    """
    check_format(format)
    if published is not None and publication_date(published).on is None:
        raise WrongUsage(f"{published}: no date that can be read; write it as 2022-03-30")
    folders.check(paths)
    return once(_readings(paths, format, published, but))


def read_bytes(
    content: bytes, name: str, format: str = "auto", published: str | None = None
) -> list[Document | Issue]:
    """The documents that ``content`` holds. Pure: the same bytes and name give the same documents.

    >>> [document] = read_bytes(b"KYIV, 30 March 2022 -- Two people died.", "kyiv.txt", "text")
    >>> document.name, document.published_on, document.raw.format
    ('kyiv.txt', '2022-03-30', 'text')
    """
    check_format(format)
    return list(once(_articles(BytesIO(content), name, format, published)))


def read_again(document: Document) -> Document | None:
    """The document of this name as its raw bytes give it now; None where they no longer do.

    The bytes of a very long text give its parts too: "a.txt#2" is found in what "a.txt" gives.

    >>> [document] = read_bytes(b"Two people died.", "a.txt", "text")
    >>> read_again(document) == document
    True
    """
    if document.raw is None:
        return None
    base, mark, number = document.name.rpartition("#")
    names = [document.name, base] if mark and number.isdecimal() else [document.name]
    given = [
        part
        for name in names
        for part in read_bytes(document.raw.content, name, document.raw.format)
        if isinstance(part, Document) and part.name == document.name
    ]
    same = [part for part in given if part.text == document.text]
    return next(iter(same or given), None)


@cache
def read_with(format: str) -> str:
    """The hash of all that reads a format: our modules for it and the versions of its libraries.

    >>> read_with("text") == read_with("html")
    False
    """
    from importlib.metadata import version  # slow to import

    format = "json" if format == "jsonl" else format
    digest = sha256()
    for module in (*_FOR_EVERY_FORMAT, _PARSERS[format]):
        digest.update(Path(__file__).with_name(f"{module}.py").read_bytes())
    for library in ("dateparser", *_LIBRARIES[format]):
        digest.update(f"{library} {version(library)}\n".encode())
    return digest.hexdigest()[:16]


def _readings(
    paths: Sequence[str], format: str, published: str | None, but: Iterable[Path]
) -> Iterator[Reading]:
    for file in folders.files(paths, but):
        if isinstance(file, Issue):
            yield Reading(file.where, [file])
            continue
        try:
            with _opened(file) as stream:
                yield from _articles(stream, file.name, format, published)
        except OSError as error:
            what = f"cannot be opened: {error.strerror or error}"
            yield Reading(file.name, [Issue(file.name, what)])


@contextmanager
def _opened(file: folders.File) -> Iterator[BinaryIO]:
    """A stream that can be read from its start again: a pipe is taken into memory."""
    if file.path is None:
        yield BytesIO(sys.stdin.buffer.read(_LARGEST + 1))
        return
    with file.path.open("rb") as stream:
        yield stream if stream.seekable() else BytesIO(stream.read(_LARGEST + 1))


def _articles(stream: BinaryIO, name: str, format: str, published: str | None) -> Iterator[Reading]:
    """One reading an article of one input; an input that cannot be read is an issue."""
    try:
        head = stream.read(_HEAD)
        stream.seek(0)
        if not head:
            raise UnreadableInput(name, "empty: there is nothing in it; nothing was read")
        if format == "auto":
            format = format_of(name, head)
        if format == "jsonl":
            if kind := binary_kind(head):
                raise UnreadableInput(name, f"binary: {kind}, not JSON; nothing was read")
            for number, line in jsonl.lines(stream):
                yield _reading(line, f"{name}:{number}", "json", published)
            return
        content = stream.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise UnreadableInput(name, f"larger than {_LARGEST // 1_000_000} MB; split it")
        if format == "json" and jsonl.is_lines(content):
            yield from _articles(BytesIO(content), name, "jsonl", published)
            return
        rows = jsonl.objects(content, name) if format == "json" else None
        if rows is None:
            yield _reading(content, name, format, published)
        else:
            for number, row in enumerate(rows, start=1):
                yield _reading(row, f"{name}:{number}", "json", published)
    except UnreadableInput as error:
        yield Reading(error.where, [Issue(error.where, error.what)])


def _reading(content: bytes, where: str, format: str, published: str | None) -> Reading:
    parse: Callable[[bytes, str], Article]
    parse = import_module(f"{__name__}.{_PARSERS[format]}").parse
    try:
        article = parse(content, where)
    except UnreadableInput as error:
        return Reading(where, [Issue(error.where, error.what)])
    made = documents(article, where, content, format, read_with(format), published)
    return Reading(where, list(made))
