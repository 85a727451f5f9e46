"""Quotations: what stands between double quotation marks, whatever the marks, over as many paragraphs as it takes; in
a text that has none, between single ones that open a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens


def quotations(tokens: Tokens, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Token ranges between double quotation marks, marks included.

    One left open ends with its paragraph where the next paragraph opens with a mark again, as long
    quotations are printed; else with its sentence.

    >>> from figures.extraction.words.sentences import split
    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize('"Two men died," the mayor said.')
    >>> [t.quote(a, b) for a, b in quotations(t, split(t))]
    ['"Two men died,"']
    """
    if '"' not in tokens.folded:
        return _single(tokens, sentences) if "'" in tokens.folded else []
    marks = [i for i, word in enumerate(tokens.words) if word == '"']
    firsts = [s.first for s in sentences]
    spans: list[tuple[int, int]] = []
    opened: int | None = None

    def left_open(mark: int, following: int | None) -> int:
        k = bisect_right(firsts, mark) - 1
        end = k
        while end + 1 < len(sentences) and sentences[end + 1].paragraph == sentences[k].paragraph:
            end += 1
        again = end + 1 < len(sentences) and sentences[end + 1].first == following
        return sentences[end if again else k].stop

    for i in marks:
        if opened is not None:
            paragraph = sentences[bisect_right(firsts, opened) - 1].paragraph
            if sentences[bisect_right(firsts, i) - 1].paragraph != paragraph:
                spans.append((opened, left_open(opened, i)))
                opened = None
        if _opens(tokens, i):
            opened = i
        elif opened is not None:
            spans.append((opened, i + 1))
            opened = None
    if opened is not None:
        spans.append((opened, left_open(opened, None)))
    return spans


def _single(tokens: Tokens, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Token ranges between single quotation marks, of which the first opens a sentence and the last stands behind a
    stop or a comma, in one paragraph: "'Two men died. Nobody else was there,' he said"."""
    words = tokens.words
    spans: list[tuple[int, int]] = []
    opened, paragraph = -1, -1
    for s in sentences:
        if s.paragraph != paragraph:
            opened = -1
        if opened < 0 and words[s.first] == "'":
            opened, paragraph = s.first, s.paragraph
        for i in range(s.first, s.stop) if opened >= 0 else ():
            if words[i] == "'" and i > opened and words[i - 1] in _ENDS:
                spans.append((opened, i + 1))
                opened = -1
                break
    return spans


_ENDS: Final = frozenset(",.!?")


def _opens(tokens: Tokens, i: int) -> bool:
    """Does the quotation mark at token i open? A straight one does where no word stands close before it."""
    mark = tokens.text[tokens.starts[i]]
    if mark in "“„«»" or mark == "”" and "“" in tokens.text:
        return mark in "“„«"  # but a text may have the closing marks alone: ”All is well”
    close_before = tokens.glued(i) and tokens.words[i - 1] not in ("(", "[", "-")
    return not close_before and i + 1 < len(tokens) and tokens.glued(i + 1)
