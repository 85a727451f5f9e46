"""What a format's reader found, made into documents: the text policy, the dates, the cutting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from figures.model import Document, Issue, Raw
from figures.reading.datelines import dateline
from figures.reading.dates import publication_date

#: Code points; a longer text is cut at paragraph ends.
LONGEST_TEXT = 1_000_000

_NOT_TEXT = re.compile("[\0\ud800-\udfff]")
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Article:
    """One report as its format gives it: the text, and beside it what the format says of it.

    ``name`` is the id that the input itself gives, if any; ``notes`` say in words what of the
    input could not be read.
    """

    text: str
    name: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    retrieved_at: str | None = None
    rights: str | None = None
    access: str | None = None
    notes: tuple[str, ...] = ()


def clean(text: str) -> str:
    """The text as it is stored: NUL and lone surrogates become U+FFFD, all else stays.

    >>> clean("a\\0b")
    'a\\ufffdb'
    """
    if text.isascii() and "\0" not in text:
        return text
    return _NOT_TEXT.sub("\ufffd", text)


def documents(
    article: Article,
    where: str,
    content: bytes,
    format: str,
    read_with: str,
    published: str | None = None,
) -> Iterator[Document | Issue]:
    """The documents of one article: one, or several where its text is very long, and its issues.

    ``where`` names the place in the input, and the document where the article has no name of its
    own; ``published`` is taken where it gives no date; the text's own dateline is asked last.
    """
    name = clean(where if article.name is None else article.name)
    for note in article.notes:
        yield Issue(where, note)
    text = clean(article.text)
    if not text or text.isspace():
        yield Issue(where, "empty: there is no text in it; nothing was read")
        return
    if article.published is not None:
        published = article.published
    elif published is None:
        head = dateline(text)
        published = head.published if head is not None else None
    date = publication_date(published or "")
    if published and not date.on:
        yield Issue(
            where,
            f"published {published.strip()[:40]!r}: no date that can be read; read without it",
        )
    retrieved = publication_date(article.retrieved_at or "")
    raw = Raw(sha256(content).hexdigest(), content, format)
    parts = cut(text)
    if len(parts) > 1:
        yield Issue(
            where,
            f"longer than {LONGEST_TEXT:,} characters: cut at paragraph ends into {len(parts)} "
            f"documents, the last is {name}#{len(parts)}",
        )
    for number, part in enumerate(parts, start=1):
        yield Document(
            name=name if number == 1 else f"{name}#{number}",
            text=part,
            publisher=_line(article.publisher),
            url=_line(article.url),
            title=_line(article.title),
            published=_line(published),
            published_at=date.at,
            published_on=date.on,
            retrieved_at=retrieved.at or retrieved.on,
            rights=_line(article.rights),
            access=_line(article.access),
            raw=raw,
            read_with=read_with,
        )


def cut(text: str, longest: int = LONGEST_TEXT) -> list[str]:
    """The text in pieces of at most ``longest`` code points, each cut at the end of a paragraph.

    Where one paragraph is too long: at a line's end, then at a space, then anywhere. The pieces
    joined are the text; one that would be blank is left out.

    >>> cut("One.\\n\\nTwo.\\n\\nThree.", 14)
    ['One.\\n\\nTwo.\\n\\n', 'Three.']
    """
    if len(text) <= longest:
        return [text]
    pieces = []
    start = 0
    while start < len(text):
        end = start + longest
        if end < len(text):
            end = _cutting_place(text, start, end)
        piece = text[start:end]
        if not piece.isspace():
            pieces.append(piece)
        start = end
    return pieces


def _cutting_place(text: str, start: int, end: int) -> int:
    place = start
    for match in _PARAGRAPH_END.finditer(text, start + 1, end):
        place = match.end()
    for mark in ("\n", " "):
        if place == start:
            place = text.rfind(mark, start, end) + 1 or start
    return place if place > start else end


def _line(words: str | None) -> str | None:
    """A title, name or address on one line; None where nothing is told."""
    if words is None:
        return None
    return clean(words).strip() or None
