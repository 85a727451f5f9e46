"""What the counts of a sentence share before they are read: "two EACH from Lesk and Hale", "five local and 12 foreign
guards"."""

from __future__ import annotations

from figures.extraction.groups.chunks import ADVERB, AND, COMMA, NOUN, PREP, Chunk
from figures.extraction.words.tokens import Tokens

_ADJECTIVES = ("al", "ic", "ive", "ary", "ese", "ish")


def distribute(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Multiply a count by "each": "two each from the navy and the coast guard" are four."""
    if "each" not in tokens.words[chunks[0].first : chunks[-1].stop]:
        return
    k = 0
    while k + 3 < len(chunks):
        counted, each = chunks[k].count, chunks[k + 1]
        if (
            counted is not None
            and counted.value is not None
            and counted.qualifier == "exact"
            and tokens.words[each.first : each.stop] == ["each"]
            and chunks[k + 2].kind == PREP
        ):
            members = 1
            j = k + 3
            while j + 2 < len(chunks) and chunks[j].kind in (NOUN, ADVERB):
                joint = j + 1
                while joint + 1 < len(chunks) and chunks[joint].kind in (COMMA, AND):
                    joint += 1
                if joint == j + 1 or chunks[joint].kind not in (NOUN, ADVERB):
                    break
                members, j = members + 1, joint
            if members > 1:
                counted.value *= members
                counted.low = counted.high = counted.value
                counted.stop = chunks[k].stop = each.stop
                del chunks[k + 1]
        k += 1


def share_noun(tokens: Tokens, chunks: list[Chunk]) -> None:
    """Give a count with an adjective alone the noun of the next: "two INTERNATIONAL and one national AID WORKER"."""
    for first, joint, second in zip(chunks, chunks[1:], chunks[2:], strict=False):
        one, other = first.count, second.count
        if joint.kind != AND or one is None or other is None or other.unit != "person":
            continue
        if one.head is None or one.unit in ("person", "household", "building"):
            continue
        word = tokens.words[one.head]
        if (
            one.head == one.reported[1]
            and word.endswith(_ADJECTIVES)
            and not tokens.classes[one.head]
        ):
            one.unit, one.groups = "person", other.groups
