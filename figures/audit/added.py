"""Figures that no rule read: a person selected their words. Each is a row of `figure` with the rule "person".

What such a figure says stands in its ruling alone, so it comes back on every run, and goes where its words
are gone. Where the program reads a figure at those words by itself, that reading stands and the ruling is stale.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from figures.audit.rulings import BY_A_PERSON
from figures.errors import FiguresError
from figures.model import Evidence, Figure, Number, Ruling, short_hash
from figures.store import Store


class Ambiguous(FiguresError):
    """Words that stand in a text more than once; ``places`` are where."""

    def __init__(self, name: str, words: str, places: Sequence[int]) -> None:
        begins = ", ".join(map(str, places[:10]))
        super().__init__(
            f"{name}: “{words}” stands there {len(places)} times; say which begins it: {begins}"
        )
        self.places = places


# What a figure told beside another has of it, unless the person says otherwise.
SETTING = (
    "place", "place_name", "admin1", "country", "latitude", "longitude", "place_precision",
    "gazetteer_id", "earliest", "latest", "date_precision",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a document that a person selected, and the number that can be read in them."""

    document: Mapping[str, Any]  # its row
    start: int
    end: int
    number_start: int
    number_end: int
    number: Number | None

    @property
    def quote(self) -> str:
        return str(self.document["text"][self.start : self.end])


def select(document: Mapping[str, Any], words: str, start: int | None = None) -> Words:
    """The words in a document's text; ``start`` tells which, where they stand in it more than once.

    White space may differ: a text's line may be broken where the words have a blank. Raises FiguresError
    for words that do not stand there, or not only there.
    """
    import re

    text, name = document["text"], document["name"]
    parts = words.split()
    if not parts:
        raise FiguresError(f"{name}: select the words that tell the figure")
    found = [m.span() for m in re.finditer(r"\s+".join(map(re.escape, parts)), text)]
    if start is not None:
        found = [span for span in found if span[0] == start]
    if not found:
        at = "" if start is None else f" at {start}"
        raise FiguresError(f"{name}: the words “{words}” do not stand in its text{at}")
    if len(found) > 1:
        raise Ambiguous(name, words, [a for a, _ in found])
    return _with_number(document, *found[0])


def _with_number(document: Mapping[str, Any], start: int, end: int) -> Words:
    """The first count in the words, read as the extractor reads it; without one, all of them are the quantity."""
    from figures.extraction.numbers.grammar import read
    from figures.extraction.words.tokens import tokenize

    tokens = tokenize(document["text"][start:end])
    for number in read(tokens, 0, len(tokens)):
        if number.kind == "count" and (number.low, number.high) != (None, None):
            a, b = start + number.number_start, start + number.number_end
            return Words(document, start, end, a, b, number)
    return Words(document, start, end, start, end, None)


def change_for(words: Words, category: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """All that an added figure says: what the person gave, what its number says, where and when as the
    nearest figure of the report has it."""
    from figures.categories import categories

    found: dict[str, Any] = {}
    if (number := words.number) is not None:
        found = {
            "value": number.value,
            "low": number.low,
            "high": number.high,
            "qualifier": number.qualifier,
        }
    if ("low" in given or "high" in given) and not {"value", "qualifier"} <= given.keys():
        low, high = given.get("low", found.get("low")), given.get("high", found.get("high"))
        if (low, high) != (found.get("low"), found.get("high")):
            found |= {"value": low if low == high else None, "qualifier": qualifier(low, high)}
    rest = words.quote[words.number_end - words.start :].strip(" ,;:.()") or None
    units = categories()[category].units
    found |= {"unit": units[0] if units else "person", "subject": rest if number else words.quote}
    return {**found, **given}


def qualifier(low: float | None, high: float | None) -> str:
    """The plain qualifier that bounds a person gave go by.

    >>> qualifier(3, 3), qualifier(3, None), qualifier(None, 3), qualifier(2, 3)
    ('exact', 'at_least', 'up_to', 'range')
    """
    if low == high:
        return "exact"
    return "at_least" if high is None else "up_to" if low is None else "range"


def beside(figures: Sequence[Mapping[str, Any]], start: int) -> dict[str, Any]:
    """Place and date of the figure that stands nearest, of a document's rows of the table."""
    nearest = min(figures, key=lambda f: (abs(f["start"] - start), f["start"]), default=None)
    return {name: nearest[name] for name in SETTING} if nearest else {}


def figure_of(document: Mapping[str, Any], ruling: Ruling) -> Figure | None:
    """The figure that a ruling adds to a document, a row of it; None where its words do not stand there."""
    from figures.extraction.words.sentences import split
    from figures.extraction.words.tokens import tokenize

    text, was, [subject] = document["text"], ruling.was, ruling.subject
    start, end = was["start"], was["end"]
    if text[start:end] != was["quote"]:
        return None
    spans = [(s.start, s.end) for s in split(tokenize(text))]
    first = max((a for a, _ in spans if a <= start), default=start)
    last = min((b for _, b in spans if b >= end), default=end)
    told = {**ruling.set, "groups": tuple(ruling.set.get("groups", ()))}
    number = (subject["number_start"], subject["number_end"])
    reported = text[number[0] : number[1]]
    return Figure(
        id=added_id(document["id"], ruling),
        quote=was["quote"], start=start, end=end, reported=reported,
        number_start=number[0], number_end=number[1],
        sentence=text[first:last], sentence_start=first, sentence_end=last,
        counted="number" if any(c.isdigit() for c in reported) or (start, end) != number else "article",
        rule=BY_A_PERSON,
        evidence=(Evidence("quote", BY_A_PERSON, start, end, ruling.id),),
        **{
            "category": subject["category"], "value": None, "low": None, "high": None,
            "qualifier": "exact", "unit": "person", "subject": None, **told,
        },
    )  # fmt: skip


def added_id(document_id: str, ruling: Ruling) -> str:
    """The id of the figure that a ruling adds to a document."""
    [subject] = ruling.subject
    return short_hash("figure", document_id, str(subject["number_start"]), subject["category"])


def added(store: Store, rulings: Iterable[Ruling]) -> dict[str, tuple[str, Figure]]:
    """Figure id → its document's id and the figure, of every ruling that adds one whose words stand in a
    document here; of two that add the same figure, the first."""
    found: dict[str, tuple[str, Figure]] = {}
    for ruling in rulings:
        if ruling.ruling == "add":
            name = ruling.subject[0]["document"]
            rows = store.query(
                "SELECT id, name, text FROM document WHERE name = ?1 OR id = ?1"
                " ORDER BY published_at DESC, id",
                (name if isinstance(name, str) else "",),
            )
            for row in rows:
                if figure := figure_of(row, ruling):
                    found.setdefault(figure.id, (row["id"], figure))
                    break
    return {i: (document, _linked(store, document, f, found)) for i, (document, f) in found.items()}


def _linked(
    store: Store, document: str, figure: Figure, more: Mapping[str, tuple[str, Figure]]
) -> Figure:
    """A figure that names others of its document only where they are there."""
    gone: dict[str, Any] = {
        name: None
        for name in ("part_of", "adds_to", "restates")
        if (other := getattr(figure, name)) is not None
        and other not in more
        and store.one("SELECT document_id FROM figure WHERE id = ?", (other,)) != document
    }
    return replace(figure, **gone) if gone else figure


def withdrawn(store: Store, rulings: Iterable[Ruling]) -> list[str]:
    """Ids of the figures here that a person added and that no ruling of these adds as they are."""
    there = store.added_figures()
    wanted = added(store, rulings) if there else {}
    return [i for i, figure in there.items() if i not in wanted or wanted[i][1] != figure]
