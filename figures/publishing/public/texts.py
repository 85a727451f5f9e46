"""What is left of a report's text: the spans that may be published, each where it stood."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
GAP = "…"


def kept(text: str, spans: Iterable[Span]) -> str:
    """The spans of a text at their old places, and in each gap an ellipsis and spaces.

    So an offset means in it what it means in the report. A gap of mere white space stays as it is, and
    one at a paragraph's end ends a paragraph; nothing stands behind the last span.

    >>> kept("Rain fell. Two men died. It was late. One is missing.", [(11, 24), (38, 53)])
    '…          Two men died. …            One is missing.'
    """
    pieces: list[str] = []
    at = 0
    for start, end in _joined(spans):
        pieces += [_gap(text[at:start]), text[start:end]]
        at = end
    return "".join(pieces)


def _gap(text: str) -> str:
    if not text or text.isspace():
        return text
    space = text[: len(text) - len(text.lstrip())]
    filled = space + GAP + " " * (len(text) - len(space) - 1)
    return filled[:-2] + "\n\n" if "\n\n" in text and len(filled) > len(space) + 3 else filled


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap made one.

    >>> _joined([(5, 9), (0, 3), (8, 12), (12, 13)])
    [(0, 3), (5, 13)]
    """
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
