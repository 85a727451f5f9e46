"""Those on board, of whom a later sentence tells that nobody survived: "The plane carried 48 people. There were no
survivors." — "A boat with 30 people on board sank. Everyone aboard drowned."
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from figures.categories import Trigger
from figures.extraction.frames.aboard import BOARD, on_board
from figures.extraction.frames.company import CARRYING, listed_with
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.turned import opposite
from figures.extraction.groups.chunking import chunk
from figures.extraction.groups.chunks import COUNT, Chunk
from figures.extraction.groups.phrases import find_triggers
from figures.extraction.numbers.grammar import NUMBERED
from figures.extraction.numbers.grammar import read as read_numbers
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_CRAFT: Final = frozenset(
    "plane aircraft airliner jet flight helicopter boat ship vessel ferry submarine submersible balloon dinghy trawler"
    " turboprop seaplane minibus cessna".split()
)
_EVERYONE: Final = frozenset("all everyone everybody".split())
_OPEN: Final = frozenset(
    "far yet found feared fears believed likely hope hopes if may might could".split()
)
_FATES: Final = frozenset(("killed", "rescued"))
# tokens behind a count in which "on board" tells of it: "12 passengers and crew on board"
_THERE: Final = 8
_NEXT: Final = 2  # sentences back in which those on board are told

# the sentence that told them, its chunks, the readings
Company = tuple[int, list[Chunk], list[Reading]]


def none_survived(
    tokens: Tokens, sentence: Sentence, readings: Sequence[Reading]
) -> Reading | None:
    """The reading of "there were no survivors" or "nobody survived", which may tell the fate of all told before."""
    for reading in readings:
        none, trigger = reading.counted, reading.trigger
        if none.high != 0 or none.whole is not None or not trigger.negated:
            continue
        before = tokens.words[max(sentence.first, none.first - 2) : none.first]
        if trigger.shape == "intransitive" or before in (["there", "were"], ["there", "are"]):
            return reading
    return None


def all_lost(tokens: Tokens, sentence: Sentence) -> Trigger | None:
    """The trigger by which everyone on board is told dead or saved: "Everyone aboard DROWNED", "All WERE RESCUED"; None
    where nothing tells it."""
    words = tokens.words
    for i in range(sentence.first, sentence.stop - 2):
        if words[i] not in _EVERYONE:
            continue
        stop = next((i + 1 + len(x) for x in BOARD if words[i + 1 : i + 1 + len(x)] == x), 0)
        if not stop and i == sentence.first:
            stop = i + 1  # "ALL were killed."
        while stop and stop < sentence.stop and tokens.classes[stop] & (c.AUXILIARY | c.ADVERB):
            stop += 1
        if not stop or stop >= sentence.stop or not tokens.classes[stop] & c.TRIGGER:
            continue
        for _, trigger in find_triggers(tokens, stop, sentence.stop).get(stop, ()):
            if trigger.category in _FATES and trigger.shape in ("passive", "intransitive"):
                return trigger
    return None


def company(
    tokens: Tokens, sentences: Sequence[Sentence], index: int, trigger: Trigger
) -> Company | None:
    """Those on board of whom sentence ``index`` tells, told in one before it and alone there; None where none are.

    >>> from figures.extraction import extract
    >>> [(f.category, f.quote) for f in extract("The plane carried 48 people. There were no survivors.")]
    [('killed', '48 people')]
    """
    sentence = sentences[index]
    if tokens.holds(_OPEN, sentence.first, sentence.stop):
        return None
    for i in range(index - 1, max(-1, index - 1 - _NEXT), -1):
        before = sentences[i]
        if not before.classes & NUMBERED:
            continue
        told = tokens.words[before.first : before.stop]
        if _CRAFT.isdisjoint(told) and not on_board(told):
            continue
        numbers = read_numbers(tokens, before.first, before.stop)
        chunks = chunk(tokens, before.first, before.stop, numbers)
        dead = opposite(trigger) if trigger.negated else trigger
        on = ((at, chunks[at].count) for at in _on_board(tokens, before, chunks))
        found = [Reading(told, at, at, dead, told.reported) for at, told in on if told is not None]
        return (i, chunks, found) if found else None
    return None


def _on_board(tokens: Tokens, sentence: Sentence, chunks: list[Chunk]) -> list[int]:
    """The chunks of the people that a sentence counts, one group or one list of groups, where it tells them to be on
    board; none where it counts others too."""
    told = [
        k
        for k, x in enumerate(chunks)
        if x.kind == COUNT and x.count is not None and x.count.unit in (None, "person")
    ]
    listed = listed_with(tokens, chunks, told[-1]) if told else []
    counts = [x for k in listed if (x := chunks[k].count) is not None]
    if listed != told or any(x.counted == "named" or x.adding for x in counts):
        return []
    if sum(x.low or 0 for x in counts) < 2 or all(x.counted != "number" for x in counts):
        return []
    after = tokens.words[counts[-1].stop : min(sentence.stop, counts[-1].stop + _THERE)]
    craft = not _CRAFT.isdisjoint(tokens.said(sentence.first, sentence.stop))
    before = tokens.words[counts[0].first - 1]
    carried = craft and before in CARRYING and before != "with" and counts[0].unit == "person"
    return listed if carried or on_board(after) else []
