"""What a count is measured by: the dates of other counts, set beside those that a text reports."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import event_nouns
from figures.extraction.times.days import DateMention
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

_CLOSE: Final = 5  # tokens from a superlative to its span of time
_BEFORE: Final = 12  # tokens from "compared with" to the date of what a count is compared with
_CHANGED: Final = 5  # tokens from a change to what it starts from: "down BY 4 PER CENT FROM"
_COMPARED: Final = frozenset("compared comparison comparing contrast".split())
_STARTS: Final = frozenset("from on over".split())
_PER_CENT: Final = frozenset("% percent cent".split())
_UP_OR_DOWN: Final = frozenset("up down higher lower".split())
_NO_COMPARISON: Final = frozenset("rather other".split())


def measured(tokens: Tokens, floor: int, p: int) -> bool:
    """Does a superlative stand close before token p, of what is measured: "the HIGHEST toll in the last 25 years"?

    >>> from figures.extraction.words.tokens import tokenize
    >>> measured(tokenize("The toll was the highest in the last 25 years."), 0, 7)
    True
    """
    return superlative(tokens.words[max(floor, p - _CLOSE) : p])


def superlative(words: list[str]) -> bool:
    """ "The worst flood since 1998": when the one it is measured by was."""
    return not load_words("modifiers", "superlatives").isdisjoint(words)


def set_beside(tokens: Tokens, floor: int, p: int) -> int:
    """The token that sets another count or time beside what is told, of the date at token p: "112 deaths, COMPARED
    with 150 in the same period of 2018", "4,500, up FROM 3,200 in December", "more THAN in 2016"; 0 where none does.

    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("They counted 112 deaths, an increase of 20 per cent on the same period in 2016.")
    >>> t.words[set_beside(t, 0, 15)]
    'on'
    """
    words, k = tokens.words, p
    for _ in range(_BEFORE):
        k -= 1
        if k <= floor:
            return 0
        if words[k] == ")":  # "compared with 150 (60 killed) in"
            k = next((i for i in range(k, max(floor, k - _BEFORE), -1) if words[i] == "("), floor)
        elif words[k] in _BREAKS or tokens.classes[k] & c.RELATIVE:
            return 0
        elif words[k] in _STARTS and _of_change(tokens, floor, k, p) or _opens(tokens, floor, k, p):
            return k
    return 0


_BREAKS: Final = frozenset(", ; : . after when".split())


def _opens(tokens: Tokens, floor: int, k: int, p: int) -> bool:
    """Does token k open a comparison: "COMPARED with", "as AGAINST 196", "more THAN in", but "more than 30 in"?"""
    word, after = tokens.words[k], tokens.words[k + 1]
    if word in _COMPARED:
        return after in ("to", "with")
    if word == "similar":
        return after == "to"  # "a device SIMILAR TO the one used in 2006"
    before = tokens.words[k - 1] if k > floor else ""
    if word == "against":
        return before in ("as", ",") and bool(
            tokens.classes[k + 1] & (c.NUMERAL | c.QUALIFIER | c.ARTICLE)
        )
    # "than some 30"
    counts = any(tokens.classes[i] & c.NUMERAL for i in range(k + 1, min(p, k + 3)))
    return word == "than" and not counts and before not in _NO_COMPARISON


def _of_change(tokens: Tokens, floor: int, k: int, p: int) -> bool:
    """ "Up FROM", "a decline FROM", "an increase of 20 per cent ON", but "attacks ON", "rivers rose ON Tuesday"."""
    words = tokens.words
    changes = load_words("modifiers", "changes") | load_words("verbs", "sizes")
    if words[k] != "from":
        if any(tokens.classes[i] & c.WEEKDAY for i in range(k + 1, min(p + 2, len(tokens)))):
            return False
        return k > floor and (words[k - 1] in _PER_CENT or words[k - 1] in changes)
    told = range(max(floor, k - _CHANGED), k)
    if any(words[i] in changes for i in told):
        return True
    up = next((i for i in told if words[i] in _UP_OR_DOWN), k)
    by = c.NUMERAL | c.QUALIFIER | c.ARTICLE | c.PUNCTUATION
    amounts = _PER_CENT | {"by", "per", "third", "half", "quarter", "points", "cases", "deaths"}
    # "UP by 4 per cent FROM", but "pick UP the pieces FROM the quake"
    return up < k and all(tokens.classes[i] & by or words[i] in amounts for i in range(up + 1, k))


_LEVELS: Final = frozenset("estimate estimates level levels average peak low high".split())
_MEASURED_BY: Final = frozenset("on over above below from than with to against".split())


def of_a_level(words: list[str], p: int, first: int, after: str) -> bool:
    """ "A rise of 57 percent ON THE 2014 ESTIMATE", "up FROM 2023 LEVELS": does a date behind p, and before the word
    ``after``, name what is measured by?"""
    return after in _LEVELS and not _MEASURED_BY.isdisjoint(words[p - 1 : first])


def of_another(tokens: Tokens, floor: int, first: int) -> bool:
    """ "Winston of 2016", "surpassed THAT OF 2022": the year of another event of the kind."""
    i = first - 1
    if i > floor and tokens.words[i] == "of" and tokens.words[i - 1] in ("that", "those"):
        return True
    if tokens.words[i + 3 : i + 4] == ["ago"] and _site_of(tokens, floor, i):
        return True
    if i > floor + 1 and _OTHER_LIKE.intersection(tokens.words[max(floor, i - _KNOWN_FOR) : i]):
        near = tokens.words[max(floor, i - _KNOWN_FOR) : i]
        if tokens.words[i] in event_nouns()[0] and not _ARTICLES.isdisjoint(near):
            return True  # "walls weakened by A much BIGGER QUAKE last month fell"
    return (
        i > floor + 1
        and tokens.words[i] == "of"
        and tokens.capital(i - 1)
        and not tokens.classes[i - 1] & (c.MONTH | c.WEEKDAY | c.TIME)
    )


def _site_of(tokens: Tokens, floor: int, i: int) -> bool:
    """ "The quake struck the SITE OF A deadly QUAKE five years ago": is it when another event was, which ends at token
    i, that a place is known for?"""
    near = tokens.words[max(floor, i - _KNOWN_FOR) : i + 1]
    return not _SITES.isdisjoint(near) and near[-1] in event_nouns()[0] and "a" in near


_ARTICLES: Final = frozenset(("a", "an"))
_OTHER_LIKE: Final = frozenset("bigger larger stronger deadlier worse smaller weaker".split())
_SITES: Final = frozenset("site scene".split())
_KNOWN_FOR: Final = 6  # tokens from the place to what it is known for


def of_rival(tokens: Tokens, rival: DateMention, at: int) -> bool:
    """ "The worst was the 2002 crash, WHICH killed 90", but not "the worst since the crash of 2002 and killed 12", "In
    the worst attack since the war of 2003, bombs killed 12"."""
    between = tokens.words[rival.stop : at]
    if rival.first > at or between[:1] == ["and"] or ";" in between:
        return False
    if rival.back is not None and rival.back[0] == "then_event":
        return True  # "the raid came two days after a bomb went off in Lesk, killing 12"
    return "," not in between or not _TELLING.isdisjoint(between)


_TELLING: Final = frozenset("which that when where who".split())
