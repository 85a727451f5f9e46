"""The nouns that the stages hand to one another. Imports nothing of the project.

Offsets are code points of the document's stored text, spans half-open ``[start, end)``.
A field that the text does not give is None: not known is not zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Any, TypeVar, dataclass_transform


def short_hash(*parts: str) -> str:
    """The first 16 hex digits of sha256 over the parts joined by newlines: every id of the project."""
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


INFOBOX = "\n\nInfobox\n"  # heads the box of an article, at the end of its text
_hash_once = lru_cache(maxsize=8)(short_hash)  # a text may be long, and each of its figures asks

_Noun = TypeVar("_Noun")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(noun: type[_Noun]) -> type[_Noun]:
    """A slotted dataclass that the type checker lets nobody alter; forbidding it at run time would cost a tenth."""
    return dataclass(slots=True, unsafe_hash=True)(noun)


@frozen
class Raw:
    """The bytes one document was read from (of JSONL, a line), kept so that `verify` can read them again."""

    sha256: str
    content: bytes
    format: str  # the reader's name: text, html, pdf, jsonl


@frozen
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
    rights: str | None = None  # the terms on which its words may be used, as the input gives them
    access: str | None = None  # who may see its words, as the input gives it; None: not told
    raw: Raw | None = None
    read_with: str | None = None  # hash of what read the bytes

    @property
    def id(self) -> str:
        return _hash_once("document", self.url or self.name, self.text)


@frozen
class Evidence:
    """Which rule read which characters to fill which field of a figure."""

    field: str
    rule: str
    start: int
    end: int
    value: str | None = None


@frozen
class Number:
    """A quantity that was read, not yet typed: "at least 12", "dozens", "20 to 33".

    ``start``/``end`` span qualifier and number, ``number_start``/``number_end`` the quantity words alone;
    ``first``/``stop`` and ``number_first``/``number_stop`` are the same as token indexes.
    ``kind`` is "count", or the rule by which it is none ("age", "date", …): see extraction/numbers/exclusions.py.
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


@frozen
class Figure:
    """One number claim: quantity, category, who, where, when, and the words it came from.

    Fields are those of the contract (docs/figure-record.md); ``quote == text[start:end]`` always holds.
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


@frozen
class Rejection:
    """A numeral that is no figure, and the rule that says why. One may cover several numerals."""

    start: int
    end: int
    rule: str


@frozen
class Extraction:
    """All that was read in one document, in the order of the text."""

    document: Document
    figures: tuple[Figure, ...]
    rejections: tuple[Rejection, ...]


@frozen
class Tally:
    """The toll of the incident a document mainly reports, one category of it."""

    document: str
    category: str
    low: int | float | None
    best: int | float
    high: int | float | None
    attackers: int | float | None
    figures: tuple[str, ...]


@frozen
class Issue:
    """An input that could not be read, or was read only in part."""

    where: str
    what: str


# What the comparison finds, by the columns of store/schema.sql; a key that is left open is "" for a unique index.


@frozen
class Ruling:
    """A person's decision. ``subject`` names the figures it is about, one mapping each with the
    keys document, number_start, number_end, category. ``of`` is the id of the ruling that this one seconds."""

    id: str
    at: str
    by: str
    about: str  # figure, pair, conflict, copy
    subject: tuple[Mapping[str, Any], ...]
    ruling: str  # confirm, correct, reject, unsure, add, second, same, not_same, stands
    set: Mapping[str, Any] = field(default_factory=dict)
    was: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    of: str = ""


@frozen
class Replayed:
    """What a ruling came to in a database. Stale: it no longer fits and is not applied."""

    seq: int  # its place in the order of replay, from 1
    ruling: Ruling
    figure_id: str | None  # the figure it is about, or the first of two
    other_figure_id: str | None  # the second of two
    stale: bool


@frozen
class Source:
    """A speaker or publisher known by name. ``party``: the side it speaks for, a country or a name."""

    id: str
    name: str
    kind: str
    party: str | None


@frozen
class Incident:
    """What happened, at a place and time, as one or more documents tell it."""

    id: str
    label: str
    kind: str  # comparison/kinds.yaml; "" where the words tell none
    scope: str  # incident, or cumulative: a running count is an incident of its own kind
    place: str | None
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    gazetteer_id: str | None
    earliest: str | None
    latest: str | None
    within: str | None  # id of the incident of which it is a part
    why: str


@frozen
class DocumentIncident:
    """An incident that a document speaks of; at most one of a document's has the role main."""

    document_id: str
    incident_id: str
    role: str  # main, background
    why: str


@frozen
class IncidentPair:
    """Two incidents that overlap or may be the same; left_id < right_id."""

    left_id: str
    right_id: str
    kind: str  # overlaps, maybe_same
    why: str


@frozen
class Toll:
    """One category's count for one incident. low and high None are open."""

    id: str
    incident_id: str
    category: str
    scope: str
    window_from: str
    window_to: str
    unit: str
    of_group: str
    area: str
    low: int | float | None
    best: int | float | None
    high: int | float | None
    best_from: str | None  # figure id
    attackers: int | float | None
    sources_low: int
    sources_high: int
    documents: int
    state: str  # single, agreed, revised, disputed
    # single_source, corroborated, one_party_only, contested, admitted (by the side blamed); "": no count stands
    standing: str
    codebook: str


@frozen
class TollByCodebook:
    """The same toll as another codebook counts it."""

    toll_id: str
    codebook: str
    low: int | float | None
    best: int | float | None
    high: int | float | None


@frozen
class Claim:
    """One distinct count put forward for a toll, by one or more figures. Its clock is as_of, else
    first_said_at: the first time it was said, never the newest reprint."""

    id: str
    toll_id: str
    how: str  # stated, summed
    share: str  # whole, part, addition: only wholes stand for the toll
    low: int | float | None
    high: int | float | None
    qualifier: str
    status: str  # asserted, feared
    basis: str | None
    stock_or_flow: str | None
    widened_low: int | float | None
    widened_high: int | float | None
    as_of: str | None
    first_said_at: str | None
    first_document_id: str
    first_figure_id: str
    source_id: str | None  # who says so first, where known by name
    sources: int
    documents: int
    of_enemy: bool  # a side's count of its enemy's dead or hurt
    denied_by: tuple[str, ...]  # who denies this count
    state: str  # current, superseded, retracted


@frozen
class ClaimFigure:
    """A figure that states a claim, or one of those that it was summed from."""

    claim_id: str
    figure_id: str


@frozen
class ClaimRelation:
    """How two claims of one toll relate, the earlier on the left. Without a row: not comparable."""

    left_claim_id: str
    right_claim_id: str
    relation: str  # compatible, revision, conflict
    # a revision's: rise, fall, correction; a conflict's: contradiction, order_unknown,
    # opposing_sides, arithmetic; a compatible pair's: ""
    kind: str
    reason: str  # makes the sentence after the two quotes and a colon: "“20” and “33”: " + reason


@frozen
class Finding:
    """Something in the figures that a person should look at."""

    id: str
    kind: str
    incident_id: str
    figures: tuple[str, ...]
    sentence: str


@frozen
class Comparison:
    """What a comparison found: all of it, every tuple in the order of its ids; or a portion, to be put in the
    place of what an earlier one found of the incidents ``gone``."""

    incidents: tuple[Incident, ...] = ()
    document_incidents: tuple[DocumentIncident, ...] = ()
    incident_pairs: tuple[IncidentPair, ...] = ()
    tolls: tuple[Toll, ...] = ()
    tolls_by_codebook: tuple[TollByCodebook, ...] = ()
    claims: tuple[Claim, ...] = ()
    claim_figures: tuple[ClaimFigure, ...] = ()
    claim_relations: tuple[ClaimRelation, ...] = ()
    findings: tuple[Finding, ...] = ()
    sources: tuple[Source, ...] = ()
    gone: tuple[str, ...] = ()
    figure_incident: Mapping[str, str] = field(default_factory=dict)  # figure id → incident id
    # document id → id of the document whose wording it repeats; of the older text under its url or name
    copy_of: Mapping[str, str | None] = field(default_factory=dict)
    replaces: Mapping[str, str | None] = field(default_factory=dict)
    # incident id → that of the incident in which it lies, where a portion changes it
    within: Mapping[str, str | None] = field(default_factory=dict)
    # what an incident may have been named before → its id
    aliases: Mapping[str, str] = field(default_factory=dict)
