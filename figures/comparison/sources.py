"""Who speaks, and for whom: sources known by name, states, officials, opposed parties.

The names are data (sources.yaml). A speaker whose party is not known has none: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from figures.lexicon import parse_yaml
from figures.model import Source

_WORD = re.compile(r"[^\W_]+(?:['.\-][^\W_]+)*")
_CREDIT = re.compile(r"\(([A-Z][\w .-]{1,30})\)\s*[-–—]")
_QUIET = frozenset(
    "the a an of in on for and at from its his her their by to with local state several two".split()
)
_OWN = frozenset(("witness", "ngo", "local_source"))
_OF_STATES = ("official", "military", "police")
_OFFICES = frozenset("government ministry minister army military police officials".split())
_PLAIN = frozenset(
    "official officials authority authorities source sources report reports media people".split()
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so. ``words`` tell an unnamed speaker from others; ``party`` is None where unknown,
    and "authorities" for officials of whatever country the incident is in."""

    words: frozenset[str]
    source_id: str | None
    kind: str | None
    party: str | None

    def same(self, other: Speaker) -> bool:
        """Are both one speaker, as far as their names tell?

        >>> speaker("Greek authorities", None).same(speaker("authorities", None))
        True
        """
        if self.source_id or other.source_id:
            return self.source_id == other.source_id
        short, long = sorted((self.words, other.words), key=len)
        return bool(short) and short <= long


@cache
def _known() -> dict[str, Any]:
    text = (files("figures.comparison") / "sources.yaml").read_text("utf-8")
    known = parse_yaml(text)
    assert isinstance(known, dict)
    return known


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    """The words of a phrase → the source that it names."""
    return {
        tuple(plain_words(phrase)): source
        for source, about in _known()["sources"].items()
        for phrase in about["words"]
    }


@cache
def state_words() -> dict[str, str]:
    """Folded word → the country whose officials, ministry or army it tells."""
    return {word: code for code, words in _known()["states"].items() for word in words.split()}


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of sources.yaml."""
    return frozenset(_known()[name].split())


@cache
def _opposed() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in _known()["opposed"])


def plain_words(text: str) -> list[str]:
    """The words of a text, folded, without a possessive's ending."""
    folded = text.lower().replace("’", "'")
    return [w.removesuffix("'s") for w in _WORD.findall(folded)]


@cache
def _longest() -> int:
    return max(map(len, _phrases()))


def source_of(text: str) -> str | None:
    """The id of the source named in an attribution or a publisher's name; the longest name wins.

    >>> source_of("a report by Human Rights Watch"), source_of("a neighbour")
    ('hrw', None)
    """
    words, phrases = plain_words(text), _phrases()
    for size in range(min(_longest(), len(words)), 0, -1):
        for i in range(len(words) - size + 1):
            found = phrases.get(tuple(words[i : i + size]))
            if found:
                return found
    return None


@lru_cache(maxsize=50_000)
def credit(publisher: str | None, opening: str) -> str | None:
    """The agency whose text a report prints, by its publisher's name or the credit it opens with.

    >>> credit("The Oster Post", "OSTER, May 2 (Reuters) - A ferry sank."), credit("AFP", "A ferry sank.")
    ('reuters', 'afp')
    """
    told = _CREDIT.search(opening)
    for text in (told.group(1) if told else None, publisher):
        found = source_of(text) if text else None
        if found and _known()["sources"][found]["kind"] == "media":
            return found
    return None


@lru_cache(maxsize=50_000)
def speaker(attributed_to: str | None, kind: str | None) -> Speaker | None:
    """The speaker that an attribution names, or None where there is none.

    >>> speaker("the Ukrainian governor", "official").party
    'UA'
    >>> speaker("police", "police").party
    'authorities'
    >>> speaker("the Kenyan union of doctors", "medical").party
    'independent doctors union'
    """
    if not attributed_to:
        return None
    words = plain_words(attributed_to)
    source_id = source_of(attributed_to)
    states = state_words()
    if source_id is not None:
        about = _known()["sources"][source_id]
        return Speaker(frozenset(words), source_id, about["kind"], about.get("party"))
    own = _of_no_state(frozenset(words))
    party = None if own else next((states[w] for w in words if w in states), None)
    if (
        party is None
        and not own
        and (
            kind in ("official", "military", "police", "medical")
            or listed("officials").intersection(words)
        )
    ):
        party = "authorities"
    telling = frozenset(w for w in words if w not in _QUIET and w not in states)
    if party is None and (own or kind in _OWN or listed("independent").intersection(words)):
        party = "independent " + " ".join(sorted(telling))
    return Speaker(telling - _PLAIN or telling, None, kind, party)


def _of_no_state(words: frozenset[str]) -> bool:
    """Do people speak who joined for themselves, none of whom is of an office ("the opposition leader's police")?"""
    if not words.isdisjoint(listed("movements")):
        return words.isdisjoint(_OFFICES)
    return not words.isdisjoint(listed("bodies")) and not words.isdisjoint(listed("trades"))


def source(source_id: str) -> Source:
    """The row of a source known by name."""
    about = _known()["sources"][source_id]
    return Source(source_id, about["name"], about["kind"], about.get("party"))


def same_party(left: Speaker, right: Speaker, country: str | None) -> bool:
    """Do both speak for one party? Officials speak for the country that the incident is in."""
    one, other = party_of(left, country), party_of(right, country)
    return one is not None and one == other


def different_parties(left: Speaker, right: Speaker, country: str | None) -> bool:
    """Are both parties known, and not the same?"""
    one, other = party_of(left, country), party_of(right, country)
    return one is not None and other is not None and one != other


def opposing(left: Speaker, right: Speaker, country: str | None) -> bool:
    """Are the speakers of opposing sides: at war (sources.yaml), or an armed group and a state?

    >>> opposing(speaker("Russian officials", None), speaker("Kyiv", None), "UA")
    True
    >>> opposing(speaker("the rebels", "armed_group"), speaker("the army", "military"), "ML")
    True
    """
    one, other = party_of(left, country), party_of(right, country)
    if one is not None and one == other:
        return False
    if one and other and at_odds(one, other):
        return True
    return any(
        a.kind == "armed_group" and b.kind in _OF_STATES and (a.party or not _on_its_side(a))
        for a, b in ((left, right), (right, left))
    )


def _on_its_side(group: Speaker) -> bool:
    """May an armed group that is not known by name fight beside the state: a militia, vigilantes?"""
    return not listed("militias").isdisjoint(group.words)


def at_odds(one: str, other: str) -> bool:
    """Are two parties at war, or do they deny each other's counts?"""
    return frozenset((one, other)) in _opposed()


def party_in(words: str) -> str | None:
    """The party that words name: "Russian cruise" → RU.

    >>> party_in("Israeli air"), party_in("Houthi"), party_in("stray")
    ('IL', 'houthi', None)
    """
    named = source_of(words)
    if named is not None:
        party = _known()["sources"][named].get("party")
        return str(party) if party else None
    states = state_words()
    return next((states[w] for w in plain_words(words) if w in states), None)


def party_of(who: Speaker, country: str | None) -> str | None:
    """Whom a speaker speaks for; officials speak for the country that the incident is in."""
    return country if who.party == "authorities" and country else who.party


def sources_in(names: Iterator[str]) -> tuple[Source, ...]:
    """The known sources among attributions and publishers, in the order of their ids."""
    found = {source_id for name in names if (source_id := source_of(name))}
    return tuple(source(source_id) for source_id in sorted(found))
