"""What goes on to tell of another incident: "In May a bus fell. IT killed 12. AMONG THEM were four boys"."""

from __future__ import annotations

from typing import Final

from figures.extraction.document.cues import incident_words
from figures.extraction.events import event_nouns, eventful
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

_PRONOUNS: Final = frozenset("he she they".split())
_THEM: Final = frozenset("them those".split())
_DAYS: Final = c.WEEKDAY | c.MONTH
# what is told of the present, and so of the news
_NOW: Final = frozenset(
    "today yesterday tonight overnight now still far latest have has is are this meanwhile".split()
)
_NOT_IT: Final = frozenset("is has was comes came follows followed happened occurred".split())
_COUNTS: Final = frozenset(
    "some about at more nearly around over almost dozens scores hundreds thousands several".split()
)
_RECORDS: Final = frozenset("record records previous since".split())
_REPORTED: Final = 4  # tokens in which it is told who says so
_OPENING: Final = 5  # tokens in which "four of them" opens a sentence


def follows(tokens: Tokens, before: Sentence, sentence: Sentence) -> bool:
    """Does a sentence tell more of what the one before tells of: "It killed 12", "Among them were", "Thirty died"?

    >>> from figures.extraction.words.sentences import split
    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("A bus fell into a gorge. It killed 12. The ministry mourned. It killed 12.")
    >>> s = split(t)
    >>> [follows(t, s[0], s[1]), follows(t, s[2], s[3])]
    [True, False]
    """
    if sentence.classes & _DAYS:
        return False
    words, first = tokens.words, sentence.first
    same = before.paragraph == sentence.paragraph
    word, after = words[first], words[first + 1 : first + 2]
    if word == "it":
        more = bool(after) and after[0] not in _NOT_IT
    elif word == "among":
        more = not _THEM.isdisjoint(after) or same and after == ["the"]
    elif word == "the" and after:
        one = after[0] in event_nouns()[0] - event_nouns()[1]
        more = one and _new(tokens, before, after[0])
    elif "of" in words[first : first + _OPENING] and not _THEM.isdisjoint(
        words[first : first + _OPENING + 1]
    ):
        more = same
    else:
        counts = word in _COUNTS or tokens.classes[first] & c.NUMERAL
        later = "later" in words[first : first + _OPENING] and words[first + 1] in ("days", "hours")
        more = same and (word in _PRONOUNS or bool(counts) or later)
    if not more or not _NOW.isdisjoint(words[first : sentence.stop]):
        return False
    if any(tokens.classes[k] & c.SAID for k in range(first, min(sentence.stop, first + _REPORTED))):
        return False  # "They say that"
    told = words[before.first : before.stop]
    if not (_RECORDS | load_words("modifiers", "superlatives")).isdisjoint(told):
        return False  # "rain broke the record set in 1970"
    return eventful(tokens, before) or not incident_words("accident_verbs").isdisjoint(told)


def _new(tokens: Tokens, before: Sentence, noun: str) -> bool:
    """Is such an event told of as new in the sentence before: "A CRASH in May … The crash killed 12"?"""
    return any(
        tokens.words[k] == noun and tokens.words[k - 1] in ("a", "an")
        for k in range(before.first + 1, before.stop)
    )
