"""Scope and basis: what a count runs over (one incident, a running total, a window) and what it rests on."""

from __future__ import annotations

from functools import cache

from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import Chunk
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

# Categories whose counts are running totals unless the text says otherwise: people are in these states
# through a whole crisis, and reports count them so.
_RUNNING = frozenset({"refugees", "hungry", "infected", "assisted", "returned"})
_STATES = frozenset(
    "injured displaced refugees homeless sheltered affected hungry missing trapped detained abducted infected".split()
)
_STOCK_NOUNS = frozenset({"displaced", "refugees", "detained", "abducted"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(load("modifiers")[name]).split())


def scope_of(
    tokens: Tokens, first: int, stop: int, reading: Reading
) -> tuple[str, str | None, tuple[int, int] | None]:
    """(scope, words that open a cumulative count, tokens that told it).

    >>> from figures.extraction import extract
    >>> f = extract("Since 24 February, 1,200 people have been killed.")[0]
    >>> f.scope, f.since
    ('cumulative', 'Since 24 February')
    """
    words, classes = tokens.words, tokens.classes
    for i in range(first, stop):
        if words[i] == "since" and i + 1 < stop:
            k = i + 1
            while (
                k < min(stop, i + 8)
                and not classes[k] & (c.AUXILIARY | c.MODAL)
                and not (
                    classes[k] & c.PUNCTUATION
                    and not (words[k] == "," and classes[k - 1] & c.DIGIT)
                )
                and not (classes[k] & (c.PREPOSITION | c.CONJUNCTION) and k > i + 3)
            ):
                k += 1
            while k > i + 1 and classes[k - 1] & (c.PUNCTUATION | c.PREPOSITION):
                k -= 1
            if k > i + 1:
                return "cumulative", tokens.quote(i, k), (i, k)
    for i in range(first, stop - 1):
        if words[i] in ("past", "last", "previous") and words[i - 1 : i] in (
            ["the"],
            ["in"],
            ["over"],
        ):
            for k in range(i + 1, min(stop, i + 4)):
                if classes[k] & c.TIME and words[k] not in ("night", "evening"):
                    return "period", None, (i, k + 1)
        if (
            words[i] in ("so", "to")
            and words[i + 1] in ("far", "date")
            and words[i + 2 : i + 4] != ["this", "morning"]
        ):
            follow = words[i + 2 : i + 4]
            if follow and follow[0] == "this" or words[i] == "to":
                return "cumulative", None, (i, i + 2)
        if words[i] == "this" and words[i + 1] == "year":
            return "cumulative", None, (i, i + 2)
        if words[i] in _words("totals"):
            return "cumulative", None, (i, i + 1)
    category = reading.trigger.category
    if category in (
        "killed",
        "injured",
        "casualties",
        "displaced",
        "detained",
        "missing",
        "affected",
    ):
        wars = _words("wars")
        for i in range(first, stop):
            if words[i] in wars and {
                "the",
                "civil",
                "decade",
                "year",
                "long",
                "old",
                "world",
                "in",
                "during",
                "against",
            } & set(words[max(first, i - 6) : i]):
                near = words[max(first, i - 7) : i]
                if {"in", "during", "of", "since", "by", "from", "attack", "war"} & set(near):
                    return "cumulative", None, (i, i + 1)
    if category in _RUNNING:
        return "cumulative", None, None
    said = set(words[first:stop])
    if category == "killed" and said & _words("disease"):
        return "cumulative", None, None  # an outbreak's dead are counted through it
    if category in ("displaced", "affected") and reading.trigger.shape in ("noun", "adjective"):
        return "cumulative", None, None  # how many are in that state, not what one event did
    if category in ("displaced", "affected") and "as" in said:
        for i in range(first, stop - 1):
            if words[i] == "as" and words[i + 1] == "of":
                return "cumulative", None, (i, i + 2)
    return "incident", None, None


def stock_or_flow(tokens: Tokens, chunks: list[Chunk], reading: Reading) -> str | None:
    """ "stock" (are so now) or "flow" (became so), for states people are in; None elsewhere."""
    trigger = reading.trigger
    if trigger.stock_or_flow:
        return trigger.stock_or_flow
    if trigger.category not in _STATES:
        return None
    by = chunks[reading.by]
    inside = (
        tokens.words[by.first : by.stop]
        + tokens.words[reading.counted.first : reading.counted.stop]
    )
    if trigger.category == "injured":
        return "stock" if {"remain", "remains", "hospital", "still"} & set(inside) else None
    if {"newly", "new", "fled", "flee", "fleeing"} & set(inside) or trigger.shape == "intransitive":
        return "flow"
    if by.have or "been" in inside or trigger.shape == "active":
        return "flow"
    if (
        trigger.shape in ("noun", "adjective")
        and trigger.category in _STATES
        or {"are", "is", "remain"} & set(inside)
    ):
        return "stock"
    return "flow"
