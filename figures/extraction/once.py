"""What is asked of one text again and again, answered once: most counts share a sentence with others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Protocol, TypeVar, TypeVarTuple

# function → what it was asked → its answer
Known = dict[Any, dict[Any, Any]]


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


def backwards(
    text: _Text, tells: Callable[[_Text, int], bool], index: int, first: int
) -> Iterator[int]:
    """The sentences of ``[first, index)`` that tell something, the nearest to ``index`` first.

    Those that tell nothing are passed over from then on: one count after the other looks back over them.

    >>> from types import SimpleNamespace
    >>> text = SimpleNamespace(sentences=["Kyiv.", "So.", "Lima.", "Ah."], known=nothing())
    >>> def tells(text, index):
    ...     return len(text.sentences[index]) > 3
    >>> list(backwards(text, tells, 4, 0)), list(backwards(text, tells, 4, 1))
    ([2, 0], [2])
    """
    before = text.known[
        backwards, tells
    ]  # sentence → the nearest before it that may tell something
    while True:
        at = before.get(index, index - 1)
        while at >= first and not tells(text, at):
            at = before.get(at, at - 1)
        before[index] = at
        if at < first:
            return
        yield at
        index = at
