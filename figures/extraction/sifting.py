"""The sift: which sentences are read in full. The cost of ordinary news is here, so the cheapest test comes first.

The classes of its words must allow a figure; then a category's phrase must stand in it with the words
that the phrase needs, or the sentence must speak of what the ones before it counted.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from figures.categories import categories
from figures.extraction.frames.ofthem import may_tell_of_them
from figures.extraction.frames.topic import Topic, speaks_of_counts
from figures.extraction.groups.phrases import Found, find_triggers, recalled, words_and_pairs
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_COUNTS: Final = c.NUMERAL | c.ARTICLE | c.NEGATION | c.UNNUMBERED


def sift(tokens: Tokens, sentence: Sentence, topic: Topic) -> Found | None:
    """The categories' phrases in a sentence that can hold a figure; None where it can hold none.

    >>> from figures.extraction.words.sentences import split
    >>> from figures.extraction.words.tokens import tokenize
    >>> def told(text: str) -> bool:
    ...     tokens = tokenize(text)
    ...     return sift(tokens, split(tokens)[0], Topic()) is not None
    >>> told("Two men died."), told("Two men spoke."), told("The blast killed nobody known.")
    (True, False, True)
    """
    bits = sentence.classes
    counts = bits & c.TELLING and bits & (_COUNTS | c.VICTIM)
    phrases = find_triggers(tokens, sentence.first, sentence.stop) if counts else {}
    if phrases and _apt(tokens, sentence, phrases, topic) or bits & c.SUICIDE:
        return phrases
    if topic.trigger is None or not bits & c.NUMERAL:
        return None
    if topic.only is not None and may_tell_of_them(tokens, sentence.first, sentence.stop):
        return phrases
    return phrases if speaks_of_counts(tokens.words, sentence.first, sentence.stop) else None


@cache
def _of_buildings() -> frozenset[str]:
    """The categories that count buildings, and households by their homes, but no persons."""
    return frozenset(n for n, x in categories().items() if x.units == ("building", "household"))


def _apt(tokens: Tokens, sentence: Sentence, phrases: Found, topic: Topic) -> bool:
    """Does a phrase stand among the words it needs, and none that it bars?"""
    bits = sentence.classes
    words = words_and_pairs(tokens, sentence.first, sentence.stop)
    numbered = bits & (_COUNTS & ~c.ARTICLE)
    for found in phrases.values():
        for _, trigger in found:
            if not bits & c.BUILDING and (
                "building" in trigger.counts or not numbered and trigger.category in _of_buildings()
            ):
                continue  # no building is told, or none that "a" could count
            needs = trigger.needs if trigger.category not in topic.told else None
            if needs and needs.isdisjoint(words) and not recalled(tokens, sentence.first, trigger):
                continue
            if not trigger.without or trigger.without.isdisjoint(words):
                return True
    return False
