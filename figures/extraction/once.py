"""What is asked of one text again and again, answered once: most counts share a sentence with others."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import wraps
from typing import Any, Final, Protocol, TypeVar

# function → what it was asked → its answer
Known = dict[Any, dict[Any, Any]]


class Knowing(Protocol):
    """What remembers the answers given of one text."""

    known: Known


_UNASKED: Final = object()
_Text = TypeVar("_Text", bound=Knowing)
_Asked = TypeVar("_Asked", bound=Hashable)
_Answer = TypeVar("_Answer")


def nothing() -> Known:
    """What is known of a text of which nothing was asked."""
    return {}


def once(
    question: Callable[[_Text, _Asked], _Answer],
) -> Callable[[_Text, _Asked], _Answer]:
    """A function of a text and of something in it, say, the number of a sentence, which is called once for each.

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
    def answer(text: _Text, asked: _Asked) -> _Answer:
        known = text.known.get(question)
        if known is None:
            known = text.known[question] = {}
        told = known.get(asked, _UNASKED)
        if told is _UNASKED:
            told = known[asked] = question(text, asked)
        return told  # type: ignore[no-any-return]

    return answer


def once_a_text(question: Callable[[_Text], _Answer]) -> Callable[[_Text], _Answer]:
    """A function of a text alone, which is called once for it."""

    @wraps(question)
    def answer(text: _Text) -> _Answer:
        known = text.known.get(question)
        if known is None:
            known = text.known[question] = {None: question(text)}
        return known[None]  # type: ignore[no-any-return]

    return answer


def backwards(
    text: _Text, tells: Callable[[_Text, int], bool], index: int, far: int
) -> Iterator[int]:
    """Of the ``far`` sentences before sentence ``index`` those that tell something, the nearest first.

    Those that tell nothing are passed over from then on: one count after the other looks back over them.

    >>> from types import SimpleNamespace
    >>> text = SimpleNamespace(sentences=["Kyiv.", "So.", "Lima.", "Ah."], known=nothing())
    >>> def tells(text, index):
    ...     return len(text.sentences[index]) > 3
    >>> list(backwards(text, tells, 4, 4)), list(backwards(text, tells, 4, 3))
    ([2, 0], [2])
    """
    # sentence → the nearest before it that may tell something
    before = text.known.setdefault((backwards, tells), {})
    first = index - far if index > far else 0
    while True:
        at = before.get(index, index - 1)
        while at >= first and not tells(text, at):
            at = before.get(at, at - 1)
        before[index] = at
        if at < first:
            return
        yield at
        index = at
