"""On what terms a database is published: how much of the reports' words, whose names, which figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from figures.errors import FiguresError
from figures.publishing.closed import is_open

# how much of a report's text → what the public database says of itself
TEXT = {
    "sentences": "Of the reports' texts it holds the sentences in which a figure stands, no others.",
    "quotes": "Of the reports' texts it holds the words of each figure, not the sentences around them.",
    "none": "It holds no sentence and no quote of a report: counts stand in brackets, in our words.",
    "full": "It holds the reports' texts.",
}
ONLY = {
    "read": "It holds the figures alone that a person has read.",
    "seconded": "It holds the figures alone on which two people agree.",
}
HIDDEN = (
    "Names of victims, so far as the program recognises them, are hidden behind blocks (█),"
    " one for each letter: offsets count the characters of the report all the same."
)
NAMED = "Names of victims are published with it."
CLOSED = "Of reports that are not open to everybody no words are published, not even who said them."


@dataclass(frozen=True, slots=True)
class Terms:
    """``text``: a key of TEXT; ``names``: with the names of victims; ``only``: a key of ONLY, or all figures."""

    text: str = "sentences"
    names: bool = False
    only: str | None = None

    def of(self, access: str | None) -> str:
        """How much of a report's text may be published, by what its input says of its access.

        >>> Terms().of(None), Terms().of("Open"), Terms().of("restricted")
        ('sentences', 'sentences', 'none')
        """
        return self.text if is_open(access) else "none"

    def in_words(self) -> str:
        """The terms as the public database tells them."""
        told = [ONLY[self.only]] if self.only else []
        return " ".join([*told, TEXT[self.text], NAMED if self.names else HIDDEN, CLOSED])

    def as_row(self) -> dict[str, Any]:
        """The terms as JSON holds them."""
        return asdict(self)


def from_row(row: Mapping[str, Any]) -> Terms:
    """Terms as `as_row` gave them. Raises FiguresError where they are none."""
    told = {f.name: row.get(f.name) for f in fields(Terms)}
    text, names, only = told["text"], told["names"], told["only"]
    if text not in TEXT or not isinstance(names, bool) or only not in (None, *ONLY):
        raise FiguresError(f"no terms of a publication: {told}")
    return Terms(text, names, only)
