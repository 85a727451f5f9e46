"""Sentences of a tokenized text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: token range ``[first, stop)`` and span ``[start, end)`` in the text."""

    first: int
    stop: int
    start: int
    end: int
    paragraph: int
