"""The day that a text gives as its own, for texts of unknown publication: in a dateline, a line, a title."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from figures.extraction.times.dates import find_dates
from figures.extraction.times.days import DateMention, resolve
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_HEAD: Final = 5  # sentences that the text's own day may stand in
_DASH: Final = 24  # tokens of a dateline
_DATE: Final = 15  # tokens of a date at most
_DAY: Final = 6  # tokens of a whole date
_LINE: Final = 3  # tokens beside the date of a line that tells no more than it
_REPORTS: Final = frozenset(
    "report update bulletin brief briefing sitrep overview flash snapshot newsletter factsheet dashboard review"
    " published updated posted date dated issued".split()
)


def own_day(tokens: Tokens, sentences: Sequence[Sentence]) -> date | None:
    """The day a text says it is of, None where it does not.

    >>> from figures.extraction.words.sentences import split
    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("QUITO, 11 APR 89 (XYZ) -- TWO MEN WERE KILLED YESTERDAY.")
    >>> own_day(t, split(t))
    datetime.date(1989, 4, 11)
    """
    for sentence in sentences[:_HEAD]:
        if not sentence.classes & c.DIGIT or not _may_tell(tokens, sentence):
            continue  # nearly all: no dates need be read in them
        for mention in find_dates(tokens, sentence.first, sentence.stop):
            whole = mention.day and mention.month and mention.year and mention.until is None
            if whole and _is_own(tokens, sentence, mention):
                days = resolve(mention, None)
                if days is not None:
                    return days.earliest
    return None


def _may_tell(tokens: Tokens, sentence: Sentence) -> bool:
    """Is the sentence a line, a dateline or a title, of which `_is_own` asks whether its date is the text's own?"""
    first, stop = sentence.first, sentence.stop
    short = stop - first <= _DATE + _LINE
    return (
        short or _dash(tokens, sentence, first) or not _REPORTS.isdisjoint(tokens.words[first:stop])
    )


def _is_own(tokens: Tokens, sentence: Sentence, mention: DateMention) -> bool:
    if sentence.stop - sentence.first <= mention.stop - mention.first + _LINE:
        return True
    if mention.first == sentence.first and day_and_place(tokens, sentence.first, sentence.stop):
        return True
    if _dash(tokens, sentence, mention.stop):
        return tokens.quote(sentence.first, sentence.first + 1).isupper()
    if _placed(tokens, sentence, mention):
        return True
    return titled(tokens, sentence)


def _placed(tokens: Tokens, sentence: Sentence, mention: DateMention) -> bool:
    """Is the line a place and the date: "Hale, North Orda, 3 May 2024 (XYZ)"?"""
    words, classes = tokens.words, tokens.classes
    behind = words[mention.stop : sentence.stop]
    if mention.first - sentence.first > _DATE or behind and (behind[0], behind[-1]) != ("(", ")"):
        return False
    if words[mention.first - 1] not in (",", "|") and not classes[mention.first - 1] & c.WEEKDAY:
        return False
    return all(
        tokens.capital(k)
        or classes[k] & (c.PUNCTUATION | c.ARTICLE)
        or words[k] in ("of", "/", "|")
        for k in range(sentence.first, mention.first)
    )


def day_and_place(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """The tokens of the place in brackets of a line that opens with its day: "June 6, 2024 (LESK) - Nine died".

    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("June 6, 2024 (LESK) - Nine died.")
    >>> day_and_place(t, 0, len(t))
    (5, 6)
    """
    words, classes = tokens.words, tokens.classes
    if not classes[first] & (c.MONTH | c.DIGIT):
        return None
    k = first
    while k < min(stop, first + _DAY) and (classes[k] & (c.MONTH | c.DIGIT) or words[k] == ","):
        k += 1
    within = words[k : min(stop - 1, k + _DAY)]
    if within[:1] != ["("] or ")" not in within[2:]:
        return None
    close = k + within.index(")")
    shouted = words[close + 1] == "-" and tokens.quote(k + 1, close).isupper()
    return (k + 1, close) if shouted else None


def _dash(tokens: Tokens, sentence: Sentence, first: int) -> bool:
    """Does a dash stand behind token ``first``, where a dateline ends with one?"""
    words, stop = tokens.words, min(sentence.first + _DASH, sentence.stop - 1)
    return "-" in words[first:stop] and any(
        words[i] == "-" and not tokens.glued(i) for i in range(first, stop)
    )


def titled(tokens: Tokens, sentence: Sentence) -> bool:
    """Is it the title of a report: words for one, and no verb?"""
    if _REPORTS.isdisjoint(tokens.said(sentence.first, sentence.stop)):
        return False
    bits = 0
    for i in range(sentence.first, sentence.stop):
        bits |= tokens.classes[i]
    return not bits & (c.VERB | c.AUXILIARY | c.MODAL)
