"""What a data portal asks of what is published: how it is called, where it comes from, on which terms."""

from __future__ import annotations

from dataclasses import dataclass

# What holds of every figure and toll, wherever they are read.
CAVEATS = (
    "A figure says what a report says, not what happened; reports may be wrong, and wrong together.",
    "Figures were read by rules; some were missed and some misread. The quote beside each is the evidence.",
    "An empty cell means that the reports do not tell: not told is not zero.",
    "low and high are what the words assert; an empty one is open. best is one choice among the reports' counts.",
    "Tolls must not be added up by themselves: they may count the same people twice."
    " countable says which may be added, left_out why another may not.",
)
METHOD = (
    "Every number claim in the reports was read by fixed rules, without a statistical model, and kept with its"
    " words, its speaker, place and date. Reports of one incident were grouped; counts of one incident and category"
    " were compared as agreeing, compatible, revised or in conflict. People's rulings are applied and marked."
)


@dataclass(frozen=True, slots=True)
class About:
    """What the publisher says of a publication; None: not told."""

    title: str | None = None
    source: str | None = None
    source_url: str | None = None
    license: str | None = None
    license_url: str | None = None
