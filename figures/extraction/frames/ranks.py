"""Fighters told by a word that tells of others elsewhere: "the regiment lost 12 OFFICERS AND 340 MEN", no police;
"300 TIGERS were killed", an army's name with a capital letter."""

from __future__ import annotations

from functools import cache
from typing import Final

from figures.extraction.groups.chunks import AND, COUNT, Chunk, Counted
from figures.extraction.words.tokens import Tokens
from figures.lexicon import load, plural

_ARMY: Final = frozenset(
    "regiment regiments battalion battalions brigade brigades division divisions corps army armies navy troops"
    " casualties losses squadron garrison artillery infantry cavalry".split()
)
_KILLED: Final = frozenset("killed killing dead died slain".split())
_MEN: Final = frozenset(("men", "ranks"))


@cache
def _beasts() -> frozenset[str]:
    """Nouns for animals, in the plural: "tigers"."""
    pairs = (entry.partition("/") for entry in load("things")["animals"].split())
    return frozenset(many or plural(one) for one, _, many in pairs)


def ranks(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Tell that they are combatants of bare "officers" beside men, in a sentence of an army, and of Tigers killed."""
    words, said = tokens.words, tokens.words[chunks[0].first : chunks[-1].stop]
    for chunk in chunks:
        if chunk.count is not None and chunk.count.unit in _beasts():
            if not _KILLED.isdisjoint(said):
                _named_for_beasts(tokens, chunk.count)  # no team whose Lions are hurt
    if "officers" not in said or _ARMY.isdisjoint(said):
        return  # most
    for k in range(len(chunks) - 2):
        officers, men = chunks[k].count, chunks[k + 2].count
        if [x.kind for x in chunks[k : k + 3]] != [COUNT, AND, COUNT]:
            continue
        if officers is None or men is None or officers.head is None or men.head is None:
            continue
        bare = words[officers.head] == "officers" and officers.head == officers.reported[1]
        if bare and words[men.head] in _MEN:
            officers.groups = ("combatant",)
            men.groups = tuple(dict.fromkeys(("combatant", *men.groups)))


def _named_for_beasts(tokens: Tokens, counted: Counted) -> None:
    """Make "300 Tigers" fighters, where the words around are no headline's, in which all have capital letters."""
    head = counted.head
    if head is None or counted.value == 1 or not tokens.capital(head) or head + 1 >= len(tokens):
        return
    after = tokens.text[tokens.starts[head + 1]]
    if after.islower() and head == counted.reported[1]:
        counted.unit, counted.groups = "person", ("combatant",)
