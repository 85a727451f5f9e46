"""The method told for people, out of the rules themselves: what the methods page shows.

The pipeline writes it into the database that it makes (table ``method``), so that the page tells the
rules by which that very database was made, wherever it is served.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from figures.publishing.about import CAVEATS

Told = tuple[str, str, dict[str, Any]]

# What the words before or after a number assert of it.
QUALIFIERS = {
    "exact": "this number",
    "about": "near this number, by how much is not told",
    "at_least": "this number or more",
    "more_than": "more than this number",
    "up_to": "this number or fewer",
    "less_than": "fewer than this number",
    "nearly": "a little fewer than this number",
    "range": "from the one number to the other",
}
VAGUE = (
    "a couple of people", "a few people", "several people", "a handful of people", "dozens of people",
    "scores of people", "hundreds of people", "thousands of people", "tens of thousands of people",
    "millions of people",
)  # fmt: skip
CONFLICTS = {
    "contradiction": "Both are dated, and neither is a revision of the other.",
    "order_unknown": "One may correct the other, but which is the later is not told: no revision is assumed.",
    "opposing_sides": "Opposing sides give them, or call the same dead opposites; the later is then no revision.",
    "arithmetic": "What is told apart does not add up to the total told.",
}
POLICIES = {
    "lowest": "the lowest count that stands",
    "highest": "the highest count that stands",
    "newest": "the newest count that stands",
    "none": "no single count is chosen",
}
LIMITS = (
    "English alone is read.",
    "Rules ask for wording that is common in reports: a figure told in an unusual way is missed rather than guessed.",
    "What a count covers (one hospital or all, one country or both) is read only where the sentence says it.",
    "Two reports are held to be of one incident by place, day, kind and rare words; where these do not tell, two"
    " incidents are kept rather than one false conflict made.",
)
MEASURES = {
    "spans": "figures that readers marked in the texts",
    "tallies": "the toll of the incident that a report is about",
    "mentions": "numbers of dead and hurt that readers listed",
    "recall": "figures that readers listed: how many are found",
    "totals": "totals of events",
    "numbers": "numbers in words and digits",
    "linking": "which reports are of one incident",
    "incidents": "tolls of incidents over all their reports",
    "relations": "how two counts relate",
}


def told() -> Iterator[Told]:
    """Part, name and content of all there is to tell, each part in its order."""
    yield from _categories()
    yield from _qualifiers()
    yield from _relations()
    yield from _codebooks()
    for number, words in enumerate((*CAVEATS, *LIMITS), 1):
        yield "limit", str(number), {"words": words}
    yield from _accuracy()


def _categories() -> Iterator[Told]:
    from figures.categories import SHAPES, categories
    from figures.lexicon import parse_yaml

    for name, category in categories().items():
        words: dict[str, list[str]] = {}
        for trigger in parse_yaml(category.source)["triggers"]:
            listed = (trigger.get(sort, ()) for sort in ("verb", "noun", "adjective", "words"))
            words.setdefault(trigger["shape"], []).extend(str(w) for found in listed for w in found)
        yield "category", name, {
            "label": category.label,
            "hxl": category.hxl,
            "units": list(category.units),
            "words": {shape: list(dict.fromkeys(found)) for shape, found in words.items()},
            "examples": [
                {"text": e["text"], "quotes": [f["quote"] for f in e.get("figures", ())]}
                for e in category.examples
            ],
            "none": [
                {"text": e["text"], "because": e.get("because", "")} for e in category.none
            ],
            "missed": [e["text"] for e in category.known_gaps],
        }  # fmt: skip
    for shape, matches in SHAPES.items():
        yield "shape", shape, {"words": matches}


def _qualifiers() -> Iterator[Told]:
    from figures.comparison.codebooks import codebook, widened
    from figures.extraction.numbers.grammar import read_numbers
    from figures.lexicon import load

    phrases = load("numbers")
    book = codebook("default")
    bounds = {"at_least": (100, None), "more_than": (100, None), "nearly": (None, 100)}
    bounds |= {"up_to": (None, 100), "less_than": (None, 100)}
    for name, words in QUALIFIERS.items():
        low, high = widened(*bounds.get(name, (100, 100)), name, book)
        yield "qualifier", name, {
            "words": words,
            "before": phrases["before"].get(name, []),
            "after": phrases["after"].get(name, []),
            **({} if name == "range" else {"compared_low": low, "compared_high": high}),
        }  # fmt: skip
    for phrase in VAGUE:
        for number in read_numbers(phrase)[:1]:
            name = phrase.removesuffix(" people").removesuffix(" of")
            yield "vague", name, {"low": number.low, "high": number.high}


def _relations() -> Iterator[Told]:
    from figures.comparison.relations import rules

    for relation, words in rules():
        yield "relation", relation, {"words": words}
    for kind, words in CONFLICTS.items():
        yield "conflict", kind, {"words": words}


def _codebooks() -> Iterator[Told]:
    from figures.comparison.codebooks import codebook, names

    for name in sorted(names(), key=lambda name: (name != "default", name)):
        book = codebook(name)
        yield "codebook", name, {
            "name": book.name,
            "cite": book.cite,
            "counts": None if book.counts is None else sorted(book.counts),
            "together": {category: list(others) for category, others in book.together.items()},
            "vague": dict(book.vague),
            **{bound: POLICIES[getattr(book, bound)] for bound in ("low", "best", "high")},
        }  # fmt: skip


def _accuracy() -> Iterator[Told]:
    """The rows of the first table of audits/accuracy.md, as `make evaluate` wrote it."""
    here = Path(__file__).parent
    for folder in (here / "audits", here.parent.parent / "audits"):
        path = folder / "accuracy.md"
        if not path.is_file():
            continue
        table = path.read_text("utf-8").partition("\n## ")[0]
        for row in re.findall(r"^\| (\w+) \| ([\d,]+) \| (.+?) \| (.+?) \|$", table, re.MULTILINE):
            texts, count, measure, figures = row
            yield "accuracy", texts, {
                "texts": count,
                "measure": MEASURES.get(measure.split()[0], measure),
                "figures": [
                    {"name": _measured(name), "value": float(value)}
                    for name, _, value in (f.rpartition(" ") for f in figures.split(" · "))
                ],
            }  # fmt: skip
        return


def _measured(name: str) -> str:
    """What a measure is called, for those who do not know the scorer's short names.

    >>> _measured("killed exact where gold>0"), _measured("figure+category p")
    ('killed, exactly right where there are any', 'figure+category, precision')
    """
    for short, words in _SHORT.items():
        if name.endswith(f" {short}"):
            return f"{name.removesuffix(short).rstrip()}, {words}"
    return name


_SHORT = {
    "exact where gold>0": "exactly right where there are any",
    "exact share": "exactly right",
    "right share": "right",
    "exact": "exactly right",
    "share": "right",
    "p": "precision",
    "r": "recall",
    "f1": "F1",
    "recall": "recall",
}
