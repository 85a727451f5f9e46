"""Which side speaks: how far a toll is borne out, whose dead a side counts, who denies a count.

The words of sides and weapons are data (sources.yaml). Where the text names no side, none is guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from figures.comparison.sources import (
    Speaker,
    at_odds,
    listed,
    party_in,
    party_of,
    plain_words,
    speaker,
)
from figures.model import Figure

STANDINGS = ("single_source", "corroborated", "one_party_only", "contested", "admitted")
_TEXT = "text "  # begins the name of a source that no text names
_REACH = 3  # words from a side's name to its weapon: "Russian cruise missile"
_HARM = frozenset(("killed", "injured", "casualties", "missing"))


def standing(
    sources: Collection[str],
    speakers: Iterable[Sequence[Speaker]],
    blamed: Collection[str],
    country: str | None,
    contested: bool,
) -> str:
    """How far a toll is borne out. ``sources``: of all counts that stand; ``speakers``: of each of them;
    ``blamed``: the parties that reports say did it.

    >>> police, church = speaker("police", "police"), speaker("Bishop Mbeki", None)
    >>> standing({"a", "b"}, [(police,), (church,)], (), "KE", contested=False)
    'corroborated'
    """
    if contested:
        return "contested"
    told = [[party_of(s, country) for s in each] for each in speakers]
    parties = {p for each in told for p in each}
    if parties.intersection(blamed):
        return "admitted"
    named = {s for s in sources if not s.startswith(_TEXT)} or set(sources)
    if len(named) < 2:
        return "single_source"
    known = all(told) and None not in parties
    return "one_party_only" if known and len(parties) == 1 else "corroborated"


def blamed(figures: Iterable[Figure]) -> frozenset[str]:
    """The parties whose weapons the figures' sentences name: "a Russian missile", "Israeli air strikes"."""
    return frozenset().union(*(_armed(f.sentence) for f in figures))


def _armed(sentence: str) -> frozenset[str]:
    words = plain_words(sentence)
    at = [i for i, word in enumerate(words) if word in _weapons()]
    return frozenset(
        party for i in at if (party := party_in(" ".join(words[max(0, i - _REACH) : i])))
    )


@cache
def _weapons() -> frozenset[str]:
    return listed("weapons")


def of_enemy(figure: Figure, country: str | None) -> bool:
    """Does a side count its enemy's dead: a state a rebel group's or the state's it is at war with, an armed
    group soldiers or policemen?

    >>> from figures.extraction import extract
    >>> found = extract("Al Shabaab said that its fighters had killed 30 soldiers.")
    >>> [of_enemy(f, "SO") for f in found]
    [True]
    """
    who = speaker(figure.attributed_to, figure.attribution_kind)
    if who is None or figure.category not in _HARM:
        return False
    counted = plain_words(figure.subject or "")
    party, theirs = party_of(who, country), party_in(figure.subject or "")
    if party and theirs:
        return at_odds(party, theirs)
    if who.kind == "armed_group":
        return not {"combatant", "police"}.isdisjoint(figure.groups) and not _rebels(counted)
    return who.kind in ("official", "military", "police") and _rebels(counted)


def _rebels(words: Iterable[str]) -> bool:
    return not listed("rebels").isdisjoint(words)


def denials(figures: Iterable[Figure]) -> tuple[str, ...]:
    """Who denies: the speakers of the figures that are denied, in order."""
    return tuple(
        sorted({f.attributed_to for f in figures if f.status == "denied" and f.attributed_to})
    )
