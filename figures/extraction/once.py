"""What is asked of one text again and again, answered once: most counts share a sentence with others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar, TypeVarTuple

# function → what it was asked → its answer
Known = dict[Callable[..., Any], dict[tuple[Any, ...], Any]]


class Knowing(Protocol):
    """What remembers the answers given of one text."""

    known: Known


_UNASKED = object()
_Text = TypeVar("_Text", bound=Knowing)
_Asked = TypeVarTuple("_Asked")
_Answer = TypeVar("_Answer")


def nothing() -> Known:
    """What is known of a text of which nothing was asked."""
    return defaultdict(dict)


def once(
    question: Callable[[_Text, *_Asked], _Answer],
) -> Callable[[_Text, *_Asked], _Answer]:
    """A function of a text and, say, the number of a sentence, which is called once for each.

    >>> from types import SimpleNamespace
    >>> @once
    ... def length(text, index):
    ...     print("counted")
    ...     return len(text.sentences[index])
    >>> text = SimpleNamespace(sentences=["Two died."], known=nothing())
    >>> length(text, 0), length(text, 0)
    counted
    (9, 9)
    """

    @wraps(question)
    def answer(text: _Text, *asked: *_Asked) -> _Answer:
        known = text.known[question]
        given = known.get(asked, _UNASKED)
        if given is _UNASKED:
            given = known[asked] = question(text, *asked)
        return given  # type: ignore[no-any-return]

    return answer
