"""Lines of a page beside the sentences of its text: the headline before them, links to other reports."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from figures.extraction.events import eventful
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

_OPENINGS: Final = 5  # sentences looked at for the one that tells what happened
_LABEL: Final = 3  # tokens of the label of a link
_TEASER: Final = 5  # tokens of a headline at least
_KNOWN: Final = c.DETERMINER | c.NUMERAL | c.PREPOSITION


def opening_of(tokens: Tokens, sentences: list[Sentence], first: int) -> int:
    """The first sentence that tells that something happened, or the first that counts; where that is a headline,
    the one that tells it again."""
    headlines = _headlines(tokens, sentences)
    opening = first
    for index, sentence in enumerate(sentences[: headlines + _OPENINGS]):
        if index >= first or eventful(tokens, sentence):
            opening = index
            if index >= headlines:
                break
    return opening


def _headlines(tokens: Tokens, sentences: list[Sentence]) -> int:
    """How many lines without a stop stand before the text, each a paragraph of its own."""
    for index, (one, after) in enumerate(pairwise(sentences[: _OPENINGS + 1])):
        if one.paragraph == after.paragraph or tokens.classes[one.stop - 1] & c.PUNCTUATION:
            return index
    return 0


def teaser(tokens: Tokens, sentence: Sentence) -> bool:
    """Is a line within a text the headline of another report, in which people stand without an article ("Cops hunt
    driver who hurt girl"), or which alone is in capitals?"""
    at = sentence.start
    if at and tokens.text[at - 1] != "\n" or tokens.classes[sentence.stop - 1] & c.PUNCTUATION:
        return False
    if sentence.stop - sentence.first < _TEASER:
        return False
    if at and not tokens.shouted and tokens.text[at : sentence.end].isupper():
        return True  # "FLOODS KILL 111 AS STORM HITS HALE" among lines that are not in capitals
    if sentence.classes & c.ARTICLE:
        return False
    classes = tokens.classes
    people = [i for i in range(sentence.first + 1, sentence.stop) if classes[i] & c.PERSON_ONE]
    last = sentence.stop - 1
    return any(not (classes[i - 1] & _KNOWN or classes[min(i + 1, last)] & c.SAID) for i in people)


def link(tokens: Tokens, sentence: Sentence) -> int | None:
    """The token after what marks a line as a link to another report ("RELATED: …", "0:45 …", a video), or None."""
    words, stop = tokens.words, sentence.stop
    first = sentence.first + (words[sentence.first] in "[(")
    if ":" not in words[first + 1 : first + 1 + _LABEL]:
        return None
    ended = tokens.classes[stop - 1] & c.PUNCTUATION
    zero = words[first].strip("0") == "" and words[first + 1 : first + 2] == [":"]
    if zero and not ended and words[first + 2 : first + 3] and words[first + 2].isdecimal():
        return first + 3
    for k in range(first, min(first + _LABEL, stop - 1)):
        if words[k] not in load_words("incidents", "links"):
            break
        if words[k + 1] == ":":
            return k + 2
    return None
