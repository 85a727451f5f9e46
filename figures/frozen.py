"""How the project's nouns are made: dataclasses that nothing alters, and of which texts give very many."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_Noun = TypeVar("_Noun")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(noun: type[_Noun]) -> type[_Noun]:
    """A slotted dataclass that the type checker lets nobody alter.

    One that is frozen when it runs, too, takes three times as long to make: a tenth of the time of reading.

    >>> @frozen
    ... class Span:
    ...     start: int
    ...     end: int
    >>> Span(3, 5) in {Span(3, 5)}
    True
    """
    return dataclass(slots=True, unsafe_hash=True)(noun)
