"""Statements told by a participle: ", saying that", "with police saying that"."""

from __future__ import annotations

from typing import Final

from figures.extraction.speakers import groups as speakers
from figures.extraction.speakers.citing import Statement, plausible
from figures.extraction.speakers.naming import REPORTS, Speaker
from figures.extraction.speakers.openings import opening
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

PARTICIPLES: Final = frozenset(
    "saying adding reporting noting confirming announcing claiming telling".split()
)
_NEAR: Final = 8  # tokens between a participle and whom it is said of
_CLAIMS: Final = frozenset(
    "figure claim toll number count charge account allegation report".split()
)


def by_participle(tokens: Tokens, first: int, i: int, last: Statement | None) -> Statement | None:
    """The statement of the participle at token ``i``, by whoever is named beside it, else by who spoke ``last``."""
    if last is not None and last.rule == "quoted":
        return None  # "quoted a doctor as saying"
    speaker = (
        _who_disputes(tokens, first, i)
        or _beside(tokens, first, i)
        or _who_reports(tokens, first, i)
    )
    if speaker is None and tokens.words[i] == "telling":
        return None  # "the mayor left, telling nobody"
    if speaker is None and last is not None:
        speaker = last.speaker
    elif speaker is None:
        speaker = speakers.after(tokens, opening(tokens, first, i), i)
    if speaker is None or not plausible(speaker):
        return None
    return Statement(speaker, i, i, i + 1, "said", leads=True, trails=False)


def _who_disputes(tokens: Tokens, first: int, i: int) -> Speaker | None:
    """ "… , a figure THE MINISTRY dismissed, SAYING": who said otherwise."""
    words = tokens.words
    if i - 3 < first or words[i - 1] != "," or not words[i - 2].endswith("ed"):
        return None
    claim = next((k for k in range(i - 3, max(first, i - _NEAR), -1) if words[k] in _CLAIMS), 0)
    if not claim or words[claim - 1] not in ("a", "an"):
        return None
    speaker = speakers.before(tokens, claim + 1, i - 2)
    return speaker if plausible(speaker) else None


def _who_reports(tokens: Tokens, first: int, i: int) -> Speaker | None:
    """ "It reacted to REPORTS BY THE UNION SAYING that": whose reports say so."""
    words = tokens.words
    for k in range(i - 2, max(first, i - _MAKER), -1):
        if words[k] in ("by", "from", "of") and words[k - 1] in REPORTS:
            speaker = speakers.before(tokens, k + 1, i)
            return speaker if plausible(speaker) else None
        if tokens.classes[k] & c.PUNCTUATION and words[k] not in "()":
            return None
    return None


_MAKER: Final = 12  # tokens of whose reports they are


def _beside(tokens: Tokens, first: int, i: int) -> Speaker | None:
    """ "Rescuers went on, WITH POLICE SAYING that": whoever stands between "with" and the verb."""
    for k in range(i - 2, max(first, i - _NEAR), -1):
        if tokens.words[k] == "with":
            speaker = speakers.before(tokens, k + 1, i)
            return speaker if plausible(speaker) else None
        if tokens.classes[k] & c.PUNCTUATION:
            return None
    return None
