"""Numerals: the tokens of a sentence that can tell a number, each of which ends as a figure or as a rejection."""

from __future__ import annotations

from typing import Final

from figures.extraction.numbers.surroundings import COUNTED
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_NUMERALS: Final = c.NUMERAL | c.NEGATION  # a sentence without these has no numeral


def numerals(tokens: Tokens, sentence: Sentence) -> list[tuple[int, int]]:
    """The numerals of a sentence: digits, number words, and no, none, nobody, no one that count.

    >>> from figures.extraction.words.sentences import split
    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("No one died; 12 fled on the 3rd and there was no warning.")
    >>> [t.quote(*n) for n in numerals(t, split(t)[0])]
    ['No one', '12', '3']
    """
    if not sentence.classes & _NUMERALS:
        return []
    found: list[tuple[int, int]] = []
    words, classes, stop = tokens.words, tokens.classes, sentence.stop
    for i in may_count(tokens, sentence):
        if found and found[-1][1] > i:
            continue
        if classes[i] & c.NUMERAL or words[i] in ("none", "nobody"):
            found.append((i, i + 1))
        elif words[i] == "no" and i + 1 < stop:
            if words[i + 1] == "one":
                found.append((i, i + 2))
            elif any(classes[k] & COUNTED for k in range(i + 1, min(stop, i + 4))):
                found.append((i, i + 1))
    return found


def may_count(tokens: Tokens, sentence: Sentence) -> list[int]:
    """The tokens of a sentence that may be numerals: numbers and words for none, "not" and "never" among them."""
    classes = tokens.classes
    return [k for k in range(sentence.first, sentence.stop) if classes[k] & _NUMERALS]
