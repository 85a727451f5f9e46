"""Rejections: why a numeral gave no figure its value."""

from __future__ import annotations

from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import COUNT, Chunk
from figures.extraction.numbers.numerals import may_count, numerals
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.model import Number


def rejections(
    tokens: Tokens,
    sentence: Sentence,
    numbers: list[Number],
    chunks: list[Chunk],
    readings: list[Reading],
) -> list[tuple[int, int, str]]:
    """The numerals of a sentence that no figure took, each with the rule that says why."""
    used: set[int] = set()
    for r in readings:
        used.update(range(*r.counted.reported))
    others = [n for n in numbers if n.kind != "count" or n.number_first not in used]
    if not others and used.issuperset(may_count(tokens, sentence)):
        return []  # most sentences: every numeral gave its figure
    told = numerals(tokens, sentence)
    heads = {r.counted.head for r in readings}  # "an elderly couple": the noun tells the number
    measured_numbers = {r.counted.reported[0] for r in readings if r.trigger.shape == "measure"}
    for number in numbers:  # an age inside "a 51-year-old woman and her child" counts nobody
        if number.kind != "count" and number.number_first not in measured_numbers | heads:
            used.difference_update(range(number.first, number.stop))
    by_token: dict[int, Number] = {}
    for number in numbers:
        for i in range(number.first, number.stop):
            by_token[i] = number
    counted = {ch.first: ch.count for ch in chunks if ch.kind == COUNT}
    out: list[tuple[int, int, str]] = []
    done: set[int] = set()
    for first, stop in told:
        found = by_token.get(first)
        if found is None:
            if not used.issuperset(range(first, stop)):
                out.append((first, stop, "unread_numeral"))
            continue
        if found.first in done:
            continue
        done.add(found.first)
        number_words = range(found.number_first, found.number_stop)
        if (found.kind == "count" or found.first in heads) and not used.isdisjoint(number_words):
            continue
        rule = found.kind
        if rule == "count":
            group = counted.get(found.first)
            rule = (
                "other_things"
                if group is not None and group.unit not in (None, "person", "household", "building")
                else "no_shape"
            )
        out.append((found.number_first, found.number_stop, rule))
    return out
