"""How figures are said, over sentences of our own (fields/*.yaml), about half of them look-alikes.

Each sentence names its figures by category and quote, with the fields that are not plain. A list of values
accepts any of them, ``any`` accepts all; an ``optional`` figure may be read or not. A figure that is not read is
wrong in every field. ``python tests/test_fields.py`` prints the shares and every sentence that is read otherwise.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from figures.extraction import extract
from figures.lexicon import parse_yaml
from figures.model import Figure

LEAST = 0.95
PLAIN: dict[str, Any] = {
    "status": "asserted",
    "basis": None,
    "scope": "incident",
    "since": None,
    "stock_or_flow": None,
    "qualifier": "exact",
    "adds_to": None,
    "restates": None,
}
BOUNDS = ("value", "low", "high")


@dataclass(frozen=True, eq=False)
class Wanted:
    """One figure that a sentence tells, with its fields."""

    category: str
    quote: str
    fields: dict[str, Any]

    @property
    def optional(self) -> bool:
        return bool(self.fields.get("optional"))

    def wants(self, name: str) -> Any:
        return self.fields.get(name, PLAIN.get(name, "any"))

    def accepts(self, name: str, value: Any) -> bool:
        wanted = self.wants(name)
        return wanted == "any" or (value in wanted if isinstance(wanted, list) else wanted == value)


@dataclass(frozen=True)
class Case:
    """A sentence and what it tells."""

    file: str
    text: str
    wanted: tuple[Wanted, ...]


@dataclass(frozen=True)
class Judged:
    """One field of one sentence: is it other than plain, is it read right, what was read instead."""

    case: Case
    field: str
    told: bool
    right: bool
    instead: str


@cache
def cases() -> tuple[Case, ...]:
    found = []
    for path in sorted((Path(__file__).parent / "fields").glob("*.yaml")):
        for row in parse_yaml(path.read_text("utf-8")):
            told = tuple(
                Wanted(category, quote, fields)
                for category, figures in row.items()
                if category != "text"
                for quote, fields in figures.items()
            )
            found.append(Case(path.stem, row["text"], told))
    return tuple(found)


def pair(case: Case, figures: list[Figure]) -> tuple[dict[Wanted, Figure], list[Figure]]:
    """The figure read for each figure wanted, and those that nobody wanted."""
    left = list(figures)
    pairs: dict[Wanted, Figure] = {}
    for exact in (True, False):
        for wanted in case.wanted:
            start = case.text.index(wanted.quote)
            end = start + len(wanted.quote)
            for f in left:
                same = f.quote == wanted.quote if exact else f.start < end and start < f.end
                if wanted not in pairs and same and f.category == wanted.category:
                    pairs[wanted] = f
                    left.remove(f)
                    break
    return pairs, left


@cache
def judged() -> tuple[Judged, ...]:
    return tuple(row for case in cases() for row in _judge(case))


def _judge(case: Case) -> Iterator[Judged]:
    figures = [f for f in extract(case.text) if f.counted != "named"]
    pairs, strange = pair(case, figures)
    asked = [w for w in case.wanted if not w.optional]
    missed = [f"no {w.quote!r}" for w in asked if w not in pairs]
    more = [f"read {f.category} {f.quote!r}" for f in strange]
    yield Judged(case, "figures", bool(asked), not missed + more, "; ".join(missed + more))
    quotes = {f.id: f.quote for f in figures}
    for name in (*PLAIN, "bounds", "quote") if asked else ():
        told, wrong = False, list(missed)
        for w in asked:
            names = [b for b in BOUNDS if b in w.fields] if name == "bounds" else [name]
            told |= any(b in w.fields and w.wants(b) not in ("any", None) for b in names)
            for b in names if w in pairs else ():
                value = getattr(pairs[w], b)
                value = quotes.get(value, value) if b in ("adds_to", "restates") else value
                right = (
                    w.accepts(b, value) if b != "quote" else w.wants(b) == "any" and b in w.fields
                )
                if not right and not (b == "quote" and value == w.quote):
                    wrong.append(f"{w.quote!r} {b} {value!r}")
        yield Judged(case, name, told, not wrong, "; ".join(wrong))


def shares() -> dict[str, tuple[int, int]]:
    """Field, told or plain → (sentences read right, sentences)."""
    right, of = Counter[str](), Counter[str]()
    for j in judged():
        key = f"{j.field} {'told' if j.told else 'plain'}"
        of[key] += 1
        right[key] += j.right
    return {key: (right[key], of[key]) for key in sorted(of)}


@pytest.mark.parametrize("told", ["told", "plain"])
@pytest.mark.parametrize("name", [*PLAIN, "figures", "bounds", "quote"])
def test_share_of_sentences_read_right(name: str, told: str) -> None:
    right, of = shares().get(f"{name} {told}", (0, 0))
    wrong = [f"{j.case.text} ({j.instead})" for j in judged() if j.field == name and not j.right]
    assert right >= LEAST * of, (f"{name} {told}: {right} of {of}", wrong)


def test_sentences_are_many_and_half_of_them_plain() -> None:
    said = {"status", "basis", "scope", "since", "adds_to", "restates"}
    told = {j.case for j in judged() if j.told and j.field in said}
    assert len(cases()) >= 250
    assert len(cases()) - len(told) >= len(cases()) // 2


def main(only: list[str]) -> None:
    """Print the sentences read otherwise (in the fields named), then the shares."""
    for j in judged():
        if (
            not j.right
            and (j.field == "figures" or j.instead[:3] != "no ")
            and (not only or j.field in only)
        ):
            print(f"{j.field:14}{j.case.file:12}{j.case.text}\n{'':26}{j.instead}")
    for key, (right, of) in shares().items():
        print(f"{key:22}{right:5} of{of:5}  {right / of:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
