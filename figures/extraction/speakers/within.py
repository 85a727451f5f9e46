"""What stands within a noun group that speaks, and does not end it: grades, hyphens, the "and" of a name."""

from __future__ import annotations

from functools import cache
from typing import Final

from figures.extraction.speakers.naming import Speaker
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load


def grades(tokens: Tokens, j: int, stop: int) -> bool:
    """Does the ordinal at token j grade the title behind it: "1st Lt.", "2nd Sgt."?"""
    if j + 2 >= stop or not tokens.classes[j] & c.DIGIT or not tokens.glued(j + 1):
        return False
    return (
        tokens.words[j + 1] in ("st", "nd", "rd") and tokens.words[j + 2] in _abbreviated_titles()
    )


def joins_name(tokens: Tokens, j: int, first: int, stop: int) -> bool:
    """The "and" of "Risk Reduction and Management Council"."""
    return (
        tokens.words[j] in ("and", "&")
        and first < j < stop - 1
        and not tokens.capital(j)
        and tokens.capital(j - 1)
        and tokens.capital(j + 1)
    )


def inside_word(tokens: Tokens, j: int, first: int) -> bool:
    """Punctuation that belongs to a noun group: hyphens, initials' and titles' stops, "'s", "&"."""
    word = tokens.words[j]
    if word in ("'", "'s", "&"):
        return True
    if word in ("-", "/"):
        return tokens.glued(j) and j + 1 < len(tokens) and tokens.glued(j + 1)
    if word == "." and j > first and tokens.glued(j):
        previous = tokens.words[j - 1]
        return len(previous) == 1 or previous in _abbreviated_titles()
    return False


@cache
def _abbreviated_titles() -> frozenset[str]:
    return frozenset(load("abbreviations")["titles"].split())


def of_the_sun(tokens: Tokens, k: int) -> bool:
    """Is the day's name at token k a newspaper's: "the Lesk SUN"?"""
    if tokens.words[k] != "sun" or not k or not tokens.capital(k):
        return False
    return tokens.words[k - 1] == "the" or tokens.capital(k - 1) and tokens.words[k - 1].isalpha()


def hyphened(tokens: Tokens, k: int) -> bool:
    """Is token k part of a word with hyphens ("Hamas-run")?"""
    return k > 1 and tokens.words[k - 1] == "-" and tokens.glued(k) and tokens.glued(k - 1)


def no_initials(tokens: Tokens, first: int, stop: int, opened: int) -> bool:
    """Are the letters in the bracket at ``opened`` not the initials of the name before it: "Ana Ruiz (PSOE)"?"""
    words = tokens.words[first:stop]
    if "and" in words:
        return False  # "Institute of Epidemiology, Disease Control and Research (IEDCR)"
    initials = "".join(w[0] for w in words if w[0].isalpha())
    return tokens.words[opened + 1] not in (initials, "".join(w[0] for w in words if len(w) > 3))


def comma_before(tokens: Tokens, low: int, j: int) -> int:
    """The comma that opens the insertion which the comma at ``j`` closes; ``low - 1`` if none does."""
    depth = 0
    for k in range(j - 1, max(low, j - _REACH) - 1, -1):
        word = tokens.words[k]
        if word == ")":
            depth += 1
        elif word == "(":
            depth -= 1
        elif word == "," and not depth:
            return k
        elif word in ('"', ";"):
            break
    return low - 1


_REACH: Final = 40  # tokens that an insertion takes


def acted_on(tokens: Tokens, i: int, stop: int) -> bool:
    """Does a comma at token i open an aside, and another close it before an auxiliary: "the clerk said Omar Belkin, A
    NURSE, WAS hurt"? It is of the one told of, who does not speak."""
    if tokens.words[i] != "," or i + 1 >= stop or not tokens.classes[i + 1] & c.ARTICLE:
        return False
    near = range(i + 1, min(stop - 1, i + _TOLD_OF))
    close = next((k for k in near if tokens.words[k] == ","), 0)
    return bool(close) and tokens.words[close + 1] in ("was", "were", "had", "has")


_TOLD_OF: Final = 10  # tokens between the commas behind somebody told of


def at_end(tokens: Tokens, first: int, stop: int) -> Speaker | None:
    """The name that ends a sentence from token ``first`` on, whatever else its word may mean: "…, reports DAWN."."""
    end = first
    while end < stop and tokens.capital(end) and tokens.words[end].isalpha():
        end += 1
    if not first < end <= first + _PAPER or any(
        not tokens.classes[k] & c.PUNCTUATION for k in range(end, stop)
    ):
        return None
    return Speaker(first, end, "media", first, end, named=True)


_PAPER: Final = 3  # words of a paper's name


def doing(tokens: Tokens, low: int, j: int) -> int:
    """Where the words begin that tell what the speakers before them do and that end at token ``j``: "families WAITING
    at the port said", "a nurse WORKING there said"; 0 where there are none."""
    for k in range(j, max(low, j - _DOING), -1):
        bits = tokens.classes[k]
        if tokens.words[k].endswith("ing") and k < j and tokens.classes[k - 1] & _SPEAKING:
            return 0 if tokens.capital(k) or bits & c.PERSON else k
        if bits & _NO_MORE or tokens.words[k] == "that":
            return 0
    return 0


_SPEAKING: Final = c.PERSON | c.HOUSEHOLD
_DOING: Final = 9  # tokens of what speakers do
_NO_MORE: Final = (
    c.PUNCTUATION | c.AUXILIARY | c.MODAL | c.RELATIVE | c.CONJUNCTION | c.SUBORDINATOR
)
