"""Who, where and when: what the text around a figure tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from figures.extraction.frames import Reading
from figures.extraction.groups import Chunk, Counted
from figures.extraction.sentences import Sentence
from figures.extraction.tokens import Tokens
from figures.model import Document, Evidence


@dataclass(slots=True)
class Setting:
    """The fields of a figure that its surroundings tell, and the evidence for each."""

    fields: dict[str, Any] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)


def settings(
    document: Document,
    tokens: Tokens,
    sentences: list[Sentence],
    told: Sequence[tuple[int, Counted, Reading, list[Chunk]]],
) -> list[Setting]:
    """The setting of each figure, in the same order."""
    return [Setting() for _ in told]
