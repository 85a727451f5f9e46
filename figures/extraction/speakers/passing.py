"""Who passed a statement on, told beside it: "CNN reported the mayor said", "a memo seen by Reuters",
"speaking to AFP".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from figures.extraction.speakers import groups as speakers
from figures.extraction.speakers.citing import Statement, passed_on, plausible
from figures.extraction.speakers.naming import MADE, REPORTS, Speaker
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

# What stands between the medium's verb and who speaks: "reported on Monday that the mayor said".
_BETWEEN: Final = c.ARTICLE | c.DETERMINER | c.TIME | c.WEEKDAY | c.SUBORDINATOR
_THAT: Final = frozenset(("that", ",", "on"))
_GAP: Final = 6  # tokens of it


def carries(tokens: Tokens, outer: Statement, inner: Statement) -> bool:
    """Does the medium that speaks first only carry the other's words?"""
    return passed_on(tokens.words, outer, inner) or _relayed(tokens, outer, inner)


def _relayed(tokens: Tokens, outer: Statement, inner: Statement) -> bool:
    """Does a medium report what somebody said: "CNN REPORTED that the mayor SAID 12 had died"?"""
    if outer.speaker.kind != "media" or outer.rule != "said" or not outer.leads:
        return False
    if inner.rule not in ("said", "according_to") or not inner.leads:
        return False
    if (
        inner.speaker.begin < outer.verb
        or inner.speaker.kind == "media"
        or inner.speaker.pronoun
        or not plausible(inner.speaker)
    ):
        return False
    between = range(outer.verb + 1, min(inner.first, inner.speaker.begin))
    return len(between) <= _GAP and all(
        tokens.classes[k] & _BETWEEN or tokens.words[k] in _THAT for k in between
    )


_SHOWN: Final = frozenset("seen obtained reviewed viewed".split())
_HANDED: Final = frozenset("shared sent provided given".split())
_TALKS: Final = frozenset("interview conversation call".split())
_AIRED: Final = frozenset("read aired shown".split())  # "in a statement READ ON state television"
_STATIONS: Final = frozenset("television tv radio".split())
# Words of which one stands wherever a medium is told beside a statement
PASSING: Final = _SHOWN | _HANDED | _TALKS | _AIRED | {"speaking"}


def shown_to(tokens: Tokens, first: int, stop: int, found: list[Statement]) -> list[Statement]:
    """The statements, with the medium to which one was shown or told: "a memo SEEN BY Reuters", "SPEAKING TO AFP"."""
    words = tokens.words
    for k in range(first, stop - 2):
        if words[k] not in PASSING:
            continue
        link = words[k + 1]
        if not (
            words[k] in _SHOWN
            and link == "by"
            or words[k] in _HANDED
            and link in ("with", "to")
            or words[k] == "speaking"
            and link in ("to", "with")
            or words[k] in _TALKS
            and link == "with"
            or words[k] in _AIRED
            and link in ("on", "by")
        ):
            continue
        medium = speakers.after(tokens, k + 2, stop)
        if medium is None or medium.kind != "media":
            continue
        if not medium.named and not (words[k] in _AIRED and words[medium.stop - 1] in _STATIONS):
            continue
        n = _nearest(found, k)
        if n >= 0 and found[n].via is None and found[n].speaker.first != medium.first:
            found[n] = replace(found[n], via=(medium.first, medium.stop))
    return found


def _nearest(found: list[Statement], k: int) -> int:
    """Which of the statements stands nearest to token k: the last before it, else the first."""
    before = [n for n, one in enumerate(found) if one.speaker.begin < k]
    return before[-1] if before else 0 if found else -1


def handed_on(
    tokens: Tokens, speaker: Speaker, verb: int
) -> tuple[Speaker, tuple[int, int]] | None:
    """ "Figures GIVEN TO THE BBC BY THE HOSPITAL show": who speaks, and the tokens of who was given them."""
    words, to = tokens.words, speaker.begin - 1
    if to < 2 or words[to] not in ("to", "with") or words[to - 1] not in MADE:
        return None
    if words[to - 2] not in REPORTS or "by" not in words[to : speaker.stop]:
        return None
    by = words.index("by", to)
    found = speakers.before(tokens, by + 1, verb)
    given = speakers.after(tokens, to + 1, by)
    return (found, (given.first, given.stop)) if found is not None and given else None


def embedded(tokens: Tokens, outer: Statement, inner: Statement) -> bool:
    """Is the inner statement part of what the outer one says ("Eurostat reported that the EU saw")?"""
    if not outer.leads or inner.rule not in ("said", "count_of") or inner.speaker is outer.speaker:
        return False
    between = range(max(outer.stop, outer.speaker.end), inner.speaker.begin)
    return not any(
        tokens.words[k] in (",", ";", ":", '"', "-")
        or tokens.classes[k] & (c.CONJUNCTION | c.SUBORDINATOR)
        for k in between
    )
