"""How each gold file is scored: which commands of the scorer, on what, and which figures have floors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Measure:
    """One call of the scorer: its command, what it is given, and which printed figures are pinned.

    ``given`` names the program's output that is scored: figures, named, tallies, numbers or database.
    ``pinned`` lists "row/figure" of the result.
    """

    command: str
    given: str
    arguments: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return " ".join((self.command, *(a for a in self.arguments if not a.endswith(".jsonl"))))


_SPANS = Measure(
    "spans",
    "figures",
    pinned=(
        "figure+category/p",
        "figure+category/r",
        "figure+category/f1",
        "figure+category+bounds/f1",
        "quote exact/share",
        "qualifier/share",
        "status/share",
        "scope/share",
        "attributed_to recall/share",
        "attributed_to precision/share",
        "place recall/share",
        "place precision/share",
        "part_of recall/share",
        "date recall/share",
    ),
)
_RECALL = Measure("recall", "figures", pinned=("all/recall",))
_NUMBERS = Measure("numbers", "numbers", pinned=("numbers/p", "numbers/r", "numbers/f1"))


def _tallies(*categories: str) -> Measure:
    pinned = tuple(
        f"{category}/{figure}"
        for category in categories
        for figure in ("exact", "exact where gold>0")
    )
    return Measure("tallies", "tallies", (",".join(categories),), pinned)


# gold file (without .jsonl) → how it is scored; a file of another name is scored by what its rows hold
MEASURES: Mapping[str, tuple[Measure, ...]] = {
    "annotated": (_SPANS,),
    "press": (
        _SPANS,
        Measure("linking", "database", (), ("pairs/f1", "b-cubed/f1")),
        Measure(
            "relations",
            "database",
            ("press_pairs.jsonl",),
            ("relations right/share", "conflict/f1"),
        ),
    ),
    "rand_rdwti": (_tallies("killed", "injured"),),
    "wiki_terror_lists": (_tallies("killed", "injured"),),
    "awsd": (_tallies("killed", "injured", "abducted"),),
    "airwars": (_tallies("killed", "injured"),),
    "muc4": (
        Measure(
            "mentions",
            "figures",
            ("2",),
            tuple(f"killed+injured, n>=2/{x}" for x in ("p", "r", "f1")),
        ),
        Measure(
            "mentions",
            "named",
            ("1",),
            tuple(f"killed+injured, n>=1/{x}" for x in ("p", "r", "f1")),
        ),
    ),
    "wikimpacts": (
        _RECALL,
        Measure("totals", "tallies", (), ("all/p", "all/r", "all/f1", "killed/f1")),
    ),
    "idmc_labelled": (_RECALL,),
    "newsquant": (_NUMBERS,),
    "number_suites": (Measure("numbers", "numbers", (), ("numbers/r",)),),
    "gva_semeval2018t5": (
        Measure("linking", "database", (), ("pairs/f1", "b-cubed/f1")),
        Measure("incidents", "database", (), ("killed/exact", "injured/exact")),
    ),
    "humset_toponyms": (),
    "wikinews_2019_2020": (),
}


def measures_of(name: str, rows: Sequence[Mapping[str, Any]]) -> tuple[Measure, ...]:
    """How a gold file is scored: by its name, else by what its rows hold.

    >>> [measure.label for measure in measures_of("mine", [{"id": "1", "text": "", "figures": []}])]
    ['spans']
    """
    if name in MEASURES:
        return MEASURES[name]
    if any("figures" in row for row in rows):
        return (_SPANS,)
    return (_RECALL,) if any(row.get("gold") for row in rows) else ()
