"""Sentences of a tokenized text: where each begins and ends, and the paragraph it stands in.

A stop ends a sentence when a capital, a digit or a quotation follows it and no abbreviation comes
before it. A blank line always ends one. A single line break ends one too, unless the text is
hard-wrapped (lines of one width, broken in mid-sentence) and the next word would not have fitted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import Final

from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

LONGEST: Final = 250  # tokens; a "sentence" beyond that is a table or an attack, and is cut
_STOPS: Final = frozenset(".!?…")
_CLOSERS: Final = frozenset("\"')]}")
_BULLETS: Final = frozenset("-*•·▪●■◦►➢○+>")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: token range ``[first, stop)``, span ``[start, end)`` in the text, classes of its words."""

    first: int
    stop: int
    start: int
    end: int
    paragraph: int
    classes: int


def split(tokens: Tokens) -> list[Sentence]:
    """The sentences of a text, in order; together they hold every token exactly once.

    >>> from figures.extraction.words.tokens import tokenize
    >>> text = "Gen. Hall spoke. Two men died at 3.30 p.m. in the U.S. embassy."
    >>> [text[s.start:s.end] for s in split(tokenize(text))]
    ['Gen. Hall spoke.', 'Two men died at 3.30 p.m. in the U.S. embassy.']
    """
    words = tokens.words
    count = len(words)
    if not count:
        return []
    # token index → does a new paragraph begin there
    begins: dict[int, bool] = dict.fromkeys(_line_starts(tokens), True)
    closed = 0  # the token after a stop and all that stands close to it
    for i in [i for i, word in enumerate(words) if word[-1] in _STOPS]:
        if i >= closed:
            closed = _past_closers(tokens, i + 1)
        after = _after_stop(tokens, i, closed)
        if after and after < count:
            begins.setdefault(after, False)
    sentences: list[Sentence] = []
    starts, ends, classes = tokens.starts, tokens.ends, tokens.classes
    marks = dict(tokens.marks)  # those right after a sentence belong to it
    first = paragraph = 0
    for stop in [*sorted(begins), count]:
        while stop - first > LONGEST:
            cut = first + LONGEST
            bits = reduce(or_, classes[first:cut])
            sentences.append(Sentence(first, cut, starts[first], ends[cut - 1], paragraph, bits))
            first = cut
        end = marks.get(ends[stop - 1], ends[stop - 1])
        bits = reduce(or_, classes[first:stop])
        sentences.append(Sentence(first, stop, starts[first], end, paragraph, bits))
        first = stop
        if begins.get(stop):
            paragraph += 1
    return sentences


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    lists = load("abbreviations")
    titles, numbered, mid, starters = (
        frozenset(lists[key].split()) for key in ("titles", "numbered", "mid", "starters")
    )
    return titles, numbered, mid, starters


def _past_closers(tokens: Tokens, after: int) -> int:
    """The token after the closing quotes, brackets, stops and [7] that belong to a sentence, close to its stop."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    count = len(words)
    while after < count and starts[after] == ends[after - 1]:
        if words[after] in _CLOSERS or words[after] in _STOPS:
            after += 1
        elif words[after] == "[" and after + 2 < count and words[after + 2] == "]":
            after += 3
        else:
            break
    return after


def _after_stop(tokens: Tokens, i: int, after: int) -> int:
    """The token at which a new sentence begins after the stop at ``i`` and its closers, which end at ``after``; 0 if
    none does."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    count = len(words)
    if after >= count:
        return 0
    if words[after] in _STOPS:  # "? !" and ". . .": the last one decides
        return 0
    following = tokens.text[starts[after]]
    word = words[i]
    before = words[i - 1] if word == "." and i and starts[i] == ends[i - 1] else ""
    if starts[after] == ends[after - 1]:
        # "ended.The next": a space was lost; "3.x", "reuters.com", "J.Smith" are no ends
        return after if following.isupper() and len(before) > 2 and before.isalpha() else 0
    if following in "([\"'“‘«" and after + 1 < count:
        following = tokens.text[starts[after + 1]]
    if following.islower() or following in ",;:)":
        return 0
    titles, numbered, mid, starters = _abbreviations()
    if before in titles and before not in mid:
        return 0
    if before in numbered and following.isdigit():
        return 0
    if len(word) > 1 or before in mid or (len(before) == 1 and before.isalpha()):
        if word == "...":
            return after
        return after if words[after] in starters and following.isalpha() else 0
    if before.isdigit() and (i - 1 in tokens.breaks or i == 1):
        return 0  # "1. The first point": a numbered line
    return after


def _line_starts(tokens: Tokens) -> list[int]:
    """The tokens before which a line break ends the sentence."""
    if not tokens.breaks:
        return []
    inner = [(i, lines) for i, lines in tokens.breaks.items() if 0 < i < len(tokens)]
    singles = [i for i, lines in inner if lines == 1]
    if not singles:
        return [i for i, _ in inner if not _unfinished(tokens, i)]
    goes_on = _wrapping(tokens, singles)
    return [i for i, lines in inner if not (_unfinished(tokens, i) if lines > 1 else goes_on(i))]


def _unfinished(tokens: Tokens, i: int) -> bool:
    """Do the words before a blank line need the small letter behind it: "are known to", "and have died"?

    A page's columns and pictures part a sentence like that.
    """
    open_end = tokens.classes[i - 1] & (c.PREPOSITION | c.ARTICLE | c.AUXILIARY | c.CONJUNCTION)
    return bool(open_end) and tokens.text[tokens.starts[i]].islower()


def _wrapping(tokens: Tokens, singles: list[int]) -> Callable[[int], bool]:
    """A test whether the sentence goes on over the single line break before a token."""
    text, words, starts, ends = tokens.text, tokens.words, tokens.starts, tokens.ends
    begins = {i: text.rfind("\n", 0, starts[i]) + 1 for i in singles}
    lengths = {}
    for i in singles:
        end = ends[i - 1]
        lengths[i] = end - (text.rfind("\n", 0, end) + 1)
    ordered = sorted(lengths.values())
    width = ordered[len(ordered) * 9 // 10]
    middle = ordered[len(ordered) // 2]
    lower_case = any(map(str.islower, text[:2000]))
    open_ended = sum(
        words[i - 1][-1] not in ".!?:" and (not lower_case or text[starts[i]].islower())
        for i in singles
    )
    wrapped = middle >= 45 and width <= 120 and open_ended * 10 >= len(singles) * 3
    indents = sorted(starts[i] - begins[i] for i in singles)
    margin = indents[len(indents) // 2]

    def goes_on(i: int) -> bool:
        mark = words[i]
        if mark in _BULLETS and starts[i + 1 if i + 1 < len(words) else i] > ends[i]:
            return False
        if tokens.classes[i - 1] & (c.ARTICLE | c.DETERMINER) and mark[0].isdigit():
            return True  # "hit by the", "7.2 magnitude quake"
        last = words[i - 1][-1]
        if not wrapped:
            return (
                text[starts[i]].islower() and last not in ".!?:;" and lengths[i] >= 40
            ) or last == ","
        if starts[i] - begins[i] > margin + 1 and last in '.!?:"':
            return False  # an indented line begins a paragraph
        if mark.isdigit() and i + 1 < len(words) and words[i + 1] in ".)" and last in ".!?:;":
            return False
        fitted = lengths[i] + 1 + ends[i] - starts[i] < width * 0.75
        return not fitted or text[starts[i]].islower()

    return goes_on
