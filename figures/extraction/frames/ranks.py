"""Officers who are soldiers and no police: "the regiment lost 12 OFFICERS AND 340 MEN"."""

from __future__ import annotations

from figures.extraction.groups.chunks import AND, COUNT, Chunk
from figures.extraction.words.tokens import Tokens

_ARMY = frozenset(
    "regiment regiments battalion battalions brigade brigades division divisions corps army armies navy troops"
    " casualties losses squadron garrison artillery infantry cavalry".split()
)
_MEN = frozenset(("men", "ranks"))


def ranks(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Tell of bare "officers" beside men, in a sentence of an army, that all are combatants."""
    words = tokens.words
    if "officers" not in words:
        return  # most
    said = frozenset(words[chunks[0].first : chunks[-1].stop])
    if "officers" not in said or said.isdisjoint(_ARMY):
        return
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
