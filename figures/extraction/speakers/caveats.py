"""Words that limit a statement: that it is preliminary, that nobody could verify it, that somebody denies it."""

from __future__ import annotations

from functools import cache
from typing import Final

from figures.extraction.speakers import groups as speakers
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

_NEAR: Final = 5  # tokens between "not" and "verified"
_OBJECT: Final = 6  # tokens of what is denied
_NOT: Final = frozenset("not n't cannot unable impossible without never nor".split())
_LEADS: Final = frozenset(
    "could can had has have was were is are been be it immediately yet".split()
)
_VERIFY: Final = frozenset(
    "verify verified verifying verification confirm confirmed confirming confirmation corroborate corroborated"
    " substantiate substantiated authenticate authenticated".split()
)
_DENY: Final = frozenset(
    "denied denies disputed disputes rejected rejects dismissed dismisses contested contests refuted refutes".split()
)
_DENIED: Final = frozenset(
    "it this that claim claims report reports allegation allegations figure figures toll count number numbers account"
    " accounts accusation accusations statement responsibility involvement any".split()
)


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """First word → the phrases that limit a statement."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load("sources")["caveats"]:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return table


@cache
def _signs() -> frozenset[str]:
    return _DENY.union(_NOT, _FALSE, _phrases())


def doubtful(tokens: Tokens, first: int, stop: int) -> bool:
    """Does a word stand in tokens ``[first, stop)`` without which they neither limit nor deny anything?"""
    return not _signs().isdisjoint(tokens.said(first, stop))


def limiting(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """The words in tokens ``[first, stop)`` that limit what is told there or just before.

    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("The claim could not immediately be verified.")
    >>> t.quote(*limiting(t, 0, len(t)))
    'could not immediately be verified'
    """
    words, table = tokens.words, _phrases()
    for i in range(first, stop):
        for phrase in table.get(words[i], ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                return i, i + len(phrase)
        if words[i] in _NOT:
            for k in range(i + 1, min(stop, i + 1 + _NEAR)):
                if words[k] in _VERIFY and _of_claims(tokens, k, stop):
                    begin = i
                    while begin > first and words[begin - 1] in _LEADS:
                        begin -= 1
                    return begin, k + 1
                if words[k] in (",", ";", "that", "but"):
                    break
    return None


def unverified(tokens: Tokens, first: int, stop: int) -> bool:
    """Does a short sentence say of claims told before that nobody could verify them: "Radio Nine could not verify THE
    FIGURES"? Such a sentence is often a paragraph of its own."""
    words = tokens.words[first:stop]
    if stop - first > _ALONE or _NOT.isdisjoint(words) or _VERIFY.isdisjoint(words):
        return False
    return not _DENIED.isdisjoint(words) or not _LOSSES.isdisjoint(words)


_LOSSES: Final = frozenset("deaths casualties killings losses injuries".split())
_ALONE: Final = 16  # tokens of such a sentence


def _of_claims(tokens: Tokens, verb: int, stop: int) -> bool:
    """Is it the telling that is not verified, not "any deaths" that nobody confirmed?"""
    after = tokens.words[verb + 1 : min(stop, verb + 3)]
    counted = any(tokens.classes[k] & c.NUMERAL for k in range(verb + 1, min(stop, verb + 3)))
    return not counted and "any" not in after and after[:1] != ["dead"]


def denial(
    tokens: Tokens, first: int, stop: int, speaker: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Where somebody other than ``speaker`` denies what was told: "the army denied the claim"."""
    words = tokens.words
    for i in range(first + 1, stop):
        if words[i] in _CALLED and (end := _called_false(words, i, stop)):
            who = speakers.before(tokens, first, i)
            if who is not None and (who.listed or who.named) and not who.pronoun:
                return who.begin, end
        if words[i] in _DENY and words[i + 1 : i + 2] == ["by"]:
            by = speakers.after(tokens, i + 2, stop)  # "a figure DISPUTED BY THE ARMY"
            if by is not None and by.listed and not _told_of(words, i).isdisjoint(_DENIED):
                return i, by.stop
        if words[i] not in _DENY or words[i - 1] in ("be", "was", "were", "been", "not"):
            continue
        who = speakers.before(tokens, first, i)
        if who is None or who.pronoun or not (who.listed or who.named):
            continue
        if speaker is not None and words[speaker[1] - 1] == words[who.stop - 1]:
            continue
        end = i + 1
        while end < min(stop, i + 1 + _OBJECT) and not tokens.classes[end] & c.PUNCTUATION:
            end += 1
            if words[end - 1] in _DENIED:
                return who.begin, end
    return None


def _told_of(words: list[str], i: int) -> set[str]:
    """The words right before the verb at token i, one of which is what is denied."""
    return set(words[max(0, i - 3) : i])


def _called_false(words: list[str], i: int, stop: int) -> int:
    """Where "FALSE" ends behind the verb at token i: "which the army CALLED FAKE news"; 0 where it calls nothing so."""
    ahead = words[i + 1 : min(stop, i + 4)]
    return next((i + 2 + k for k, word in enumerate(ahead) if word in _FALSE), 0)


_CALLED: Final = frozenset("called calls branded labelled labeled".split())
_FALSE: Final = frozenset("false fake fabricated untrue baseless propaganda lies".split())
