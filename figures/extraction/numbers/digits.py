"""Numbers in digits: groups set off by spaces or marks, decimals, and the letters that may follow."""

from __future__ import annotations

from functools import cache
from typing import Final

from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

_SPACES: Final = frozenset(" \u00a0\u2009\u202f\u2007")
# what may stand before a count, and not before an hour, a day or a ward
_HEDGES: Final = frozenset(
    "least than about some nearly almost around approximately estimated".split()
)
_AFTER_GROUPS: Final = frozenset(
    (*".,;:)]!?\"'%-/", *"ha hectares km² people persons families homes houses".split())
)


def whole(value: int | float) -> int | float:
    """The value as a whole number where it is one: 1.2 × 1000000 is 1200000, not 1199999.9999."""
    if isinstance(value, int):
        return value
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def grouped(tokens: Tokens, i: int, stop: int) -> int:
    """The token after a number whose groups of three digits stand apart; the next one where none do.

    >>> from figures.extraction.words.tokens import tokenize
    >>> [grouped(tokenize(t), 0, 9) for t in ("20 000 homes", "61, 000 homes", "1'200 homes", "20 homes", "36 000ha")]
    [2, 3, 3, 1, 2]
    """
    words, word = tokens.words, tokens.words[i]
    stop = min(stop, len(tokens))
    start = j = i + 1
    if len(word) > 3 or word[0] == "0" or not word.isdecimal():
        return start
    while (end := _group(tokens, j, stop)) > j:
        j = end
    if j == start:
        return start
    joined = words[j] == "-" and tokens.glued(j + 1) if j + 1 < stop else False
    if joined and words[j + 1].isdecimal() and _group(tokens, j + 2, stop) > j + 2:
        return j  # "12 000-15 000 people": of two alike
    if j < stop and tokens.glued(j) and (words[j] not in _AFTER_GROUPS or joined):
        j -= 1  # "2 100-round belts"
    plain = tokens.text[tokens.ends[i]] == " "
    after_month = i > 0 and tokens.classes[i - 1] & c.MONTH
    return start if plain and after_month else j


def _group(tokens: Tokens, j: int, stop: int) -> int:
    """The token after one more group of three digits at ``j``; ``j`` where there is none."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    if j >= stop:
        return j
    if _three(words[j]):
        apart = starts[j] == ends[j - 1] + 1 and tokens.text[ends[j - 1]] in _SPACES
        return j + 1 if apart else j
    if j + 1 >= stop or not tokens.glued(j) or not _three(words[j + 1]):
        return j
    if words[j] == "'" and tokens.glued(j + 1):  # "1'200"
        return j + 2
    apart = starts[j + 1] == ends[j] + 1
    if words[j] != "," or not apart:
        return j
    return j + 2 if words[j + 1] == "000" or _one_number(tokens, j, stop) else j  # "61, 000"


def _one_number(tokens: Tokens, j: int, stop: int) -> bool:
    """ "Floods displaced 12, 345 people": is it surely one number that the comma at token j parts? Not in "killed 12,
    345 people hurt", "in ward 12, 345 people"."""
    words, classes, i = tokens.words, tokens.classes, j - 1
    if j + 2 >= stop or not i:
        return False
    if i > 1 and words[i - 1] in ("or", "(") and classes[i - 2] & c.HOUSEHOLD:
        return classes[j + 2] & c.PERSON != 0  # "932 families OR 4, 263 persons"
    if not classes[i - 1] & (c.VERB | c.TRIGGER) and words[i - 1] not in _HEDGES:
        return False
    if not classes[j + 2] & (c.PERSON | c.BUILDING | c.HOUSEHOLD):
        return False
    after = classes[j + 3] if j + 3 < stop else 0
    if after & c.PREPOSITION:
        return True
    return not after & (c.VERB | c.AUXILIARY | c.TRIGGER | c.MODAL)


def _three(word: str) -> bool:
    return len(word) == 3 and word.isdecimal()


def misgrouped(tokens: Tokens, first: int, stop: int) -> bool:
    """Is the number at tokens ``[first, stop)`` torn by a comma that stands wrong ("1,2000 people"), or all noughts?
    What was meant is not known.

    >>> from figures.extraction.words.tokens import tokenize
    >>> [misgrouped(tokenize(t), 0, 1) for t in ("1,2000 people", "200,0000 people", "12,33 people", "00 men", "0 men")]
    [True, True, False, True, False]
    """
    word = tokens.words[first]
    if len(word) > 1 and not word.strip("0"):
        return True
    return _torn(tokens, first - 1) or _torn(tokens, stop)


def _torn(tokens: Tokens, i: int) -> bool:
    """Is token i a comma close between digits, of which the later are four or begin with a nought?"""
    if not 0 < i < len(tokens) - 1 or tokens.words[i] != ",":
        return False
    before, after = tokens.words[i - 1], tokens.words[i + 1]
    digits = before.isdecimal() and after.isdecimal() and len(before) < 4
    close = digits and tokens.glued(i) and tokens.glued(i + 1)
    return close and (len(after) > 3 or after[0] == "0" and len(after) > 1)


def is_metre(tokens: Tokens, i: int, j: int, stop: int) -> bool:
    """Is the "m" at token j a metre ("a 3m wave", "50m away"), no million ("1.2m people")?"""
    if tokens.words[j] == "mm":
        return i == 0 or not tokens.text[tokens.starts[j]].isupper()
    if i and tokens.words[i - 1] in ("within", "by", "x"):
        return True
    if j + 1 >= stop:
        return False
    after = tokens.words[j + 1]
    return (
        after in _metre_words()
        or after in ("-", "(", "/", "x")
        and tokens.words[i - 1 : i] != ["$"]
    )


@cache
def _metre_words() -> frozenset[str]:
    return frozenset(load("exclusions")["metres_after"].split())


def dotted(tokens: Tokens, i: int) -> bool:
    """Does a point set off thousands, as in many languages, since whole people or houses follow: "1.500 people"?

    >>> from figures.extraction.words.tokens import tokenize
    >>> [dotted(tokenize(t), 0) for t in ("1.500 people", "12.000 homes", "1.500 million people", "1.5 people")]
    [True, True, False, False]
    """
    whole, _, part = tokens.words[i].partition(".")
    if not _three(part) or not whole.isdecimal() or len(whole) > 3 or whole[0] == "0":
        return False
    after = tokens.classes[i + 1] if i + 1 < len(tokens) else 0
    return bool(after & (c.PERSON | c.HOUSEHOLD | c.BUILDING))


def digits_value(word: str) -> tuple[int | float, str]:
    """The value of a digit token, and its kind where it is no number ("28.02.2020", "3.2.1")."""
    dots = word.count(".")
    if "," in word:
        if dots > 1 or word.rfind(".") < word.find(",") and dots:  # 1.234,56
            return float(word.replace(".", "").replace(",", ".")), ""
        plain = word.replace(",", "")
        return (whole(float(plain)) if dots else int(plain)), ""
    if not dots:
        return int(word), ""
    pieces = word.split(".")
    if dots == 1:
        return whole(float(word)), ""
    if len(pieces[0]) <= 3 and all(len(piece) == 3 for piece in pieces[1:]):
        return int("".join(pieces)), ""
    if (
        len(pieces) == 3
        and len(pieces[0]) <= 2
        and len(pieces[1]) <= 2
        and len(pieces[2]) in (2, 4)
    ):
        return int(pieces[2]), "date"
    return int(pieces[0]), "name"
