"""Counts that add up: those of one sentence, or told on top of one another, that make up a total told before them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from figures.extraction.document.owners import place_of
from figures.extraction.document.shares import IN, placed, size
from figures.extraction.document.told import Told
from figures.extraction.groups.chunks import of_other_kind
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_MOST_NEAR: Final = 50  # figures looked at, so that a text of many thousands stays quick
_SAME: Final = frozenset("the it this".split())  # that open a sentence on what was told of before
# sentences back in which counts by place find theirs, which they need not add up to
_CLOSE: Final = 2
_NEAR: Final = 6  # sentences back in which a sum finds its total
_BEFORE: Final = 8  # figures back in which the others of a total are told
_REST: Final = frozenset("other others remaining".split())
_TOTALS: Final = frozenset("total totaling totalling altogether".split())
# a total smaller than this is often the sum of two counts of other sentences
_BY_CHANCE: Final = 20
TURNS: Final = frozenset("second third fourth".split())
_WEAPONS: Final = frozenset(
    "bomb blast explosion device ied grenade mine shell mortar rocket missile strike airstrike bomber"
    " explosive".split()
)
_PLACES: Final = frozenset(
    "district suburb neighbourhood neighborhood city town village province".split()
)
_TURN: Final = 5  # tokens in which a sentence opens with "a second car bomb"
_TOLD: Final = 60  # tokens before it in which its place is told
# a total smaller than this adds up by chance, and it takes three counts to add up
_LEAST: Final = 3


def _next_item(tokens: Tokens, start: int, stop: int) -> bool:
    """Does a line that a day heads begin between two tokens: "… four died in hospital. / March 9 - Three soldiers"?"""
    classes = tokens.classes
    for k in range(start, stop - 1):
        if k in tokens.breaks and (classes[k] | classes[k + 1]) & c.MONTH:
            if (classes[k] | classes[k + 1]) & c.DIGIT:
                return True
    return False


def also_again(tokens: Tokens, whole: Told, t: Told) -> bool:
    """ "Four people were killed. …, and FOUR clerks were ALSO shot dead": may the same number be the same people, for
    no more than "also" adds them?"""
    if not size(whole) == size(t) > 1:
        return False
    if tokens.words[whole.counted.stop - 1] not in ("people", "persons", "civilians"):
        return False  # "two men were shot. Two women were also shot"
    return "also" in tokens.words[t.counted.stop : t.reading.span[1]]


def second_bomb(tokens: Tokens, t: Told) -> bool:
    """ "A SECOND CAR BOMB killed four and hurt 12", "ANOTHER MORTAR ROUND wounded two", not in a place of its own."""
    words, first, stop = tokens.words, t.sentence.first, t.sentence.stop
    if t.reading.trigger.shape != "active":
        return False
    told = words[max(0, first - _TOLD) : first]
    turn = words[first + 1] in TURNS
    # "THE FIRST killed two. THE SECOND …"
    known = words[first] == "the" and turn and "first" in told
    if words[first] != "another" and not (words[first] == "a" and turn or known):
        return False
    if _WEAPONS.isdisjoint(words[first + 1 : min(first + _TURN, t.reading.span[0])]):
        if not known or t.reading.span[0] != first + 2:
            return False
    own = (
        words[k] in IN
        and tokens.capital(k + 1)
        and words[k + 1] not in told
        or words[k] in _PLACES
        and words[k] not in told
        for k in range(first, stop - 1)
    )
    return not any(own)


def spelled_out(tokens: Tokens, told: list[Told]) -> None:
    """Make counts of one sentence that add up to the total told before it its parts.

    "Some 35 people are dead. Rescuers found 33 bodies and two people died in hospital."
    """
    if len(told) < _LEAST:
        return  # no total and two parts
    if not _REST.isdisjoint(tokens.words):
        _complements(tokens, told)
    _in_two_sentences(told)
    groups: dict[tuple[int, str], list[Told]] = {}
    for t in told:
        plain = t.status == "asserted" and t.restates is None and t.counted.high != 0
        if t.counted.unit in (None, "person") and plain and t.background is None:
            groups.setdefault((t.index, t.category), []).append(t)
    if max(map(len, groups.values()), default=0) < 2:
        return  # no two parts
    _chained(told)
    _completed(groups.values())
    wholes: dict[str, list[Told]] = {}
    for (index, category), members in groups.items():
        free = [t for t in members if t.reading.part_of is None][:_MOST_NEAR]
        if len(free) >= _LEAST and _totalled(tokens, free):
            for t in free[:-1]:
                t.part_of, t.adds_to = free[-1].id, None
            wholes.setdefault(category, []).append(free[-1])
            continue
        for first in range(len(free) - 1):
            parts = free[first:]
            if any(t.counted.qualifier == "unspecified" for t in parts):
                break  # "three gunmen, a guard and A NUMBER OF CLERKS": how many is not told
            if first:  # "killed three clerks before killing HIMSELF": no part of what he did
                parts = [t for t in parts if t.reading.trigger.shape != "suicide"]
            total = sum(size(t) for t in parts)
            if total < _LEAST and not (first and parts and _are(tokens, free[first - 1], parts[0])):
                break
            before = [*wholes.get(category, ())[-_MOST_NEAR:], *free[:first]]
            near = (e for e in before if size(e) == total and index - e.index <= _NEAR)
            found = [e for e in near if not any(of_other_kind(e.counted, t.counted) for t in parts)]
            apart = found and all(
                placed(tokens, t) or place_of(tokens, t) for t in (found[-1], *parts)
            )
            if found and _next_item(tokens, found[-1].counted.stop, parts[0].counted.first):
                continue  # of an item of a list that another day heads
            if found and not apart and not all(_dated(tokens, t) for t in (found[-1], *parts)):
                for t in parts:
                    t.part_of, t.adds_to = found[-1].id, None
                break
            if not first and not found and (whole := _of_places(tokens, before, parts)):
                for t in parts:
                    t.part_of, t.adds_to = whole.id, None
                break
        wholes.setdefault(category, []).extend(t for t in free if t.part_of is None)


def _completed(groups: Iterable[list[Told]]) -> None:
    """Make the count that is left of a total, beside the parts told of it in the sentence, a part too: "The toll is 80,
    with 70 bodies recovered and TEN VICTIMS who died in hospital"."""
    for members in groups:
        for n, t in enumerate(members[:_MOST_NEAR]):
            if t.part_of is not None or t.counted.value is None:
                continue
            if t.reading.trigger.shape == "suicide":
                continue
            parts = [e for e in members[:n] if e.part_of is not None]
            whole = next((e for e in members[:n] if parts and e.id == parts[0].part_of), None)
            same = whole is not None and all(e.part_of == whole.id for e in parts)
            same &= all(not e.counted.of_those for e in parts)  # "ONE OF THEM a captain, and two"
            if whole is not None and same and sum(map(size, (*parts, t))) == size(whole):
                t.part_of, t.adds_to = whole.id, None


def _are(tokens: Tokens, whole: Told, part: Told) -> bool:
    """ "The two survivors WERE one man and one woman"."""
    between = tokens.words[whole.counted.stop : part.counted.first]
    return between[-1:] in (["were"], ["are"]) and len(between) <= _LEAST


def _totalled(tokens: Tokens, told: list[Told]) -> bool:
    """ "81 were hurt in Lesk, 79 in Orda and 3 in Hale, TOTALLING 163": does the last count say that it is the sum?
    Not all places need be told."""
    *parts, whole = told
    said = tokens.words[max(0, whole.counted.first - 3) : whole.counted.first + 1]
    return not _TOTALS.isdisjoint(said) and sum(map(size, parts)) <= size(whole)


def _in_two_sentences(told: list[Told]) -> None:
    """Make two counts of neighbouring sentences that come to the total told before them its parts: "The storm killed
    33. It killed 21 people in Lesk, the mayor said. Twelve deaths were reported from other parts"."""
    before: dict[str, list[Told]] = {}  # category → the total and the first part
    for t in filter(_free, told):
        near = before.setdefault(t.category, [])
        if len(near) == 2 and t.index - near[1].index == 1 and t.index - near[0].index <= _NEAR:
            total = size(near[1]) + size(t)
            if size(near[0]) == total >= _BY_CHANCE:
                for part in (near[1], t):
                    part.part_of, part.adds_to = near[0].id, None
                before[t.category] = [t]  # which may have parts of its own
                continue
        before[t.category] = [*near[-1:], t]


def _free(told: Told) -> bool:
    """Is it a number that is no part, no repeat and of the incident reported?"""
    alone = told.part_of is None and told.restates is None and told.background is None
    plain = told.status == "asserted" and told.counted.counted == "number"
    return alone and plain and told.counted.value is not None and told.counted.value > 1


def _of_places(tokens: Tokens, before: list[Told], parts: list[Told]) -> Told | None:
    """The total just told of which counts by place make up the most: "The toll rose to 268. Of deaths 159 WERE IN LESK
    and 81 IN ORDA"."""
    total, index = sum(map(size, parts)), parts[0].index
    acts = parts[0].reading.trigger.shape == "active"
    if acts and tokens.words[parts[0].sentence.first] not in _SAME:
        return None  # "A blast killed 20. Attacks killed nine in Lesk and seven in Orda"
    if any(t.counted.counted != "number" for t in parts):
        return None
    if not all(_bracketed(tokens, t) for t in parts):
        if not all(tokens.words[min(_behind(t), len(tokens) - 1)] in IN for t in parts):
            return None
    if any(not _REST.isdisjoint(tokens.words[t.counted.first : t.counted.stop]) for t in parts):
        return None  # "four others died in Lesk"
    whole = next((e for e in reversed(before) if index - e.index <= _CLOSE), None)
    if whole is None or whole.counted.counted != "number" or placed(tokens, whole):
        return None
    return whole if size(whole) / 2 <= total < size(whole) else None


def _bracketed(tokens: Tokens, t: Told) -> bool:
    """Does the count stand in brackets behind a name: "LESK (2,936 or 26%)"?"""
    first = t.counted.first
    return first > 1 and tokens.words[first - 1] == "(" and tokens.capital(first - 2)


def _complements(tokens: Tokens, told: list[Told]) -> None:
    """Make those who are left of a count a part of it: "Five OF THE 12 were guards. THE OTHER SEVEN", "Twelve died.
    Five were guards. The remaining seven"."""
    for n, t in enumerate(told):
        first, stop = t.counted.first, t.counted.stop
        if t.part_of or not size(t) or "the" not in tokens.words[max(0, first - 2) : first + 1]:
            continue
        if _REST.isdisjoint(tokens.words[max(0, first - 1) : stop]):
            continue
        before = [e for e in told[max(0, n - _BEFORE) : n] if t.index - e.index <= 2]
        for whole in reversed(before):
            if whole.category != t.category or whole.part_of or whole.status != "asserted":
                continue
            parts = [e for e in before if e.part_of == whole.id]
            if not parts and before[-1] is not whole and before[-1].category == t.category:
                parts = [before[-1]]
            if parts and sum(map(size, parts)) + size(t) == size(whole):
                for e in (*parts, t):
                    e.part_of, e.adds_to = whole.id, None
                break


def _chained(told: list[Told]) -> None:
    """Make counts told on top of one another parts of the total before them to which they come: "Sixteen people died.
    Nine died on the spot. Four others died at a clinic, and three others at home"."""
    by_id = {t.id: n for n, t in enumerate(told)}
    heads: dict[str, list[int]] = {}  # the first of a chain → the places of those on top of it
    head_of: dict[str, str] = {}
    for n, t in enumerate(told):
        if t.adds_to in by_id and t.part_of is None and t.status == "asserted":
            head = head_of.get(t.adds_to, t.adds_to)
            head_of[t.id] = head
            heads.setdefault(head, []).append(n)
    for head, others in heads.items():
        first = by_id[head]
        chain = [told[first], *(told[n] for n in others)]
        total = sum(map(size, chain))
        plain = all(t.counted.counted == "number" and size(t) for t in chain)
        if told[first].part_of is not None or total < _LEAST or not plain:
            continue
        near = [
            e
            for e in reversed(told[max(0, first - _MOST_NEAR) : first])
            if e.category == chain[0].category and not e.part_of
        ]
        at = chain[0].index
        whole = next((e for e in near if size(e) == total and at - e.index <= _NEAR), None)
        shares = [e for e in told[first + 1 : first + _BEFORE] if e.part_of == head]
        if len(chain) > 2 and sum(map(size, (*shares, *chain[1:]))) == size(chain[0]):
            whole = chain.pop(0)  # "26 were hurt, one badly. EIGHT others were … and 17 MORE …"
        if whole is not None and whole.background is None:
            for t in chain:
                t.part_of, t.adds_to = whole.id, None


def _dated(tokens: Tokens, told: Told) -> bool:
    """Is a day of the week said right behind a count or its verb: "three died SUNDAY, two MONDAY"?"""
    return bool(tokens.classes[min(_behind(told), len(tokens) - 1)] & c.WEEKDAY)


def _behind(told: Told) -> int:
    """The token behind a count and the verb that follows it at once."""
    reading, stop = told.reading, told.counted.stop
    return max(stop, reading.span[1]) if reading.by == reading.at + 1 else stop


def within(told: list[Told]) -> None:
    """Leave no count a part of a smaller one."""
    by_id = {t.id: t for t in told}
    for t in told:
        whole = by_id.get(t.part_of or "")
        if whole is None or t.counted.unit == "person" and whole.counted.unit != "person":
            continue
        limit = whole.counted.value if whole.counted.value is not None else whole.counted.high
        if limit is not None and size(t) > limit:
            t.part_of = None
