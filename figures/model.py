"""The nouns: frozen dataclasses that the stages hand to one another. Imports nothing of the project.

Offsets are code points of the document's stored text, spans half-open ``[start, end)``.
A field that the text does not give is None: not known is not zero.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256


def short_hash(*parts: str) -> str:
    """The first 16 hex digits of sha256 over the parts joined by newlines: every id of the project."""
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes one document was read from, kept so that `verify` can read them again.

    A JSONL file gives one Raw a line. ``format`` is the reader's name: text, html, pdf, jsonl.
    """

    sha256: str
    content: bytes
    format: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text of one publisher. ``text`` is decided at reading and never changes after."""

    name: str
    text: str
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None  # verbatim, as the input gives it
    published_at: str | None = None  # ISO 8601 with offset
    published_on: str | None = None  # local calendar date, ISO
    retrieved_at: str | None = None
    raw: Raw | None = None
    read_with: str | None = None  # hash of what read the bytes

    @property
    def id(self) -> str:
        return short_hash("document", self.url or self.name, self.text)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which rule read which characters to fill which field of a figure."""

    field: str
    rule: str
    start: int
    end: int
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity that was read, not yet typed: "at least 12", "dozens", "20 to 33".

    ``start``/``end`` span qualifier and number, ``number_start``/``number_end`` the quantity words alone;
    ``first``/``stop`` and ``number_first``/``number_stop`` are the same as token indexes.
    ``kind`` is "count", or the name of the rule that says why this is no count of people or
    things ("age", "date", "money", "measure", …): see extraction/exclusions.py.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    first: int
    stop: int
    number_first: int
    number_stop: int
    value: int | float | None
    low: int | float | None
    high: int | float | None
    qualifier: str
    kind: str = "count"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number claim: quantity, category, who, where, when, and the words it came from.

    Fields and their meanings are those of the contract (docs/figure-record.md); ``id`` and the quote are
    derived by the extractor so that ``quote == text[start:end]`` always holds.
    """

    id: str
    category: str
    quote: str
    start: int
    end: int
    reported: str
    number_start: int
    number_end: int
    sentence: str
    sentence_start: int
    sentence_end: int
    value: int | float | None
    low: int | float | None
    high: int | float | None
    qualifier: str
    counted: str
    unit: str
    subject: str | None
    rule: str
    groups: tuple[str, ...] = ()
    status: str = "asserted"
    scope: str = "incident"
    since: str | None = None
    stock_or_flow: str | None = None
    basis: str | None = None
    part_of: str | None = None
    adds_to: str | None = None
    restates: str | None = None
    attributed_to: str | None = None
    attribution_kind: str | None = None
    via: str | None = None
    caveat: str | None = None
    place: str | None = None
    place_name: str | None = None
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    place_precision: str | None = None
    gazetteer_id: str | None = None
    earliest: str | None = None
    latest: str | None = None
    date_precision: str | None = None
    as_of: str | None = None
    as_of_precision: str | None = None
    # words that tell an incident other than the one mainly reported ("a similar blast in 2019"); None: the main one
    background: str | None = None
    evidence: tuple[Evidence, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A numeral that is no figure, and the rule that says why. One may cover several numerals."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read in one document, in the order of the text."""

    document: Document
    figures: tuple[Figure, ...]
    rejections: tuple[Rejection, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """The toll of the incident a document mainly reports, one category of it."""

    document: str
    category: str
    low: int | float | None
    best: int | float
    high: int | float | None
    attackers: int | float | None
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """An input that could not be read, or was read only in part."""

    where: str
    what: str
