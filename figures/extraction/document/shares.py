"""Shares: counts that are parts of one told before, by a pronoun, by where they lie, or by what they brought it to."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from figures.extraction.document.fates import hit
from figures.extraction.document.told import Told
from figures.extraction.groups.chunks import of_other_kind
from figures.extraction.numbers.cardinals import cardinal
from figures.extraction.words.tokens import Tokens
from figures.lexicon import bringing
from figures.lexicon import classes as c

_MOST_NEAR: Final = 50  # figures looked at, so that a text of many thousands stays quick
_PRONOUNS: Final = frozenset("whom them which".split())
IN: Final = frozenset("in at near".split())
_CAPTIVES: Final = frozenset(("abducted", "detained"))
_STILL: Final = frozenset("still remain remains remained".split())
_GRADES: Final = frozenset(
    "severe serious critical grave minor light moderate slight severely seriously critically gravely badly lightly"
    " slightly discharged".split()
)
_ARE: Final = frozenset("are is were was remain remained".split())
# of whom some die
_PATIENTS: Final = frozenset("casualties injured infected missing trapped".split())
_OF_THOSE: Final = _PRONOUNS | {"these"}
_NEAR: Final = 6  # sentences back in which a sum finds its total
_BRINGING: Final = bringing() | {"makes", "making"}
_TOLLS: Final = frozenset("toll total tally count".split())
_AFTER: Final = frozenset(("after", "when", "as"))  # "rose to 17 after five people died"
_RISING: Final = frozenset(
    "rose risen rises climbed climbs increased gone went jumped grown grew".split()
)
_RISE: Final = 6  # tokens before a count in which its verb stands
_WHILE: Final = frozenset(("as", "while"))  # "found five bodies, as the toll rose to 17"
_INCLUDES: Final = frozenset("includes include included".split())
_FIGURES: Final = frozenset("figure figures number total toll count tally this these they".split())
_FROM_START: Final = 5  # tokens from the start of a sentence to what "the figure" includes
_BEFORE: Final = 8  # tokens and figures around a toll that may tell what brought it to its size
_VICTIMS: Final = frozenset(("victim", "victims"))
_WITH: Final = frozenset(("with", "suffering"))  # gunshot wounds
_SHARE: Final = 4  # tokens of "half of the 48"


def share_of(tokens: Tokens, told: list[Told], n: int, earlier: list[Told]) -> str | None:
    """The id of the count that the one at place n is a share of, whatever category it was told in."""
    t = told[n]
    beside = n and told[n - 1].index == t.index
    if n and (base := _base(tokens, t)) is not None:
        late = takewhile(lambda e: t.index - e.index <= _NEAR, reversed(told[:n]))
        return next((e.id for e in late if e.counted.value == base and e.part_of is None), None)
    if beside and (same := _one_more_share(tokens, told, n)):
        return same
    if beside and _one_more_among(tokens, told[n - 1], t):
        return told[n - 1].part_of
    if _of_whom(tokens, t) or _includes(tokens, t):
        far = 1 + _includes(tokens, t) - (tokens.words[t.counted.stop - 1] in ("whom", "which"))
        before = [
            e
            for e in reversed(told[max(0, n - _MOST_NEAR) : n])
            if t.index - e.index <= far and size(e) >= size(t) and e.counted.unit in _units_of(t)
        ]
        found = next((e for e in before if e.category == t.category), None)
        if found is not None and found.part_of and _includes(tokens, t):
            found = next((e for e in before if e.id == found.part_of), found)  # "THE TOLL includes"
        whom = tokens.words[t.counted.stop - 1], tokens.words[t.counted.first - 1]
        if beside and "whom" in whom and size(told[n - 1]) > size(t):
            own = told[n - 1].part_of is None or told[n - 1].category != t.category
            found = told[n - 1] if own else found  # "50 are held, 27 OF WHOM are dead"
        found = found or next(iter(before), None)
        between = tokens.words[found.counted.stop : t.counted.first] if found is not None else []
        if found is not None and found.part_of and ")" in between and "(" not in between:
            return found.part_of  # "five cases (four nurses and a cook), three OF WHOM died"
        return found.id if found is not None else None
    if beside and tokens.words[t.counted.first - 2 : t.counted.first] == ["but", "only"]:
        last = told[n - 1]  # "12 reported deaths, BUT ONLY five are confirmed"
        if last.category == t.category and size(last) > size(t) and not t.counted.adding:
            return last.part_of or last.id
    if beside and _with(tokens, told[n - 1], t):
        return told[n - 1].part_of or told[n - 1].id
    if beside and tokens.words[t.sentence.first] == "of" and (of := _out_of(tokens, told, n)):
        return of
    stock = t.reading.trigger.stock_or_flow == "stock"
    bare = t.counted.head is None and tokens.words[t.counted.first - 1] != "other"
    hurt = t.category == "injured"
    if hurt and (stock or graded(tokens, t) or bare and _still(tokens, t) or _in_state(tokens, t)):
        # "34 are in hospital", "60 had severe injuries": so many of the injured told before
        near = takewhile(lambda e: t.index - e.index <= 1, reversed(earlier))
        whole = next((e for e in near if e.part_of is None), None)
        if whole is None or size(whole) <= size(t) or _of_others(tokens, whole, t):
            return None
        return whole.id
    if t.category == "killed" and n and (bare or not earlier):
        if _of_those_hit(tokens, told[n - 1], t):
            return told[n - 1].id
    if t.category in _CAPTIVES and _still(tokens, t):
        whole = next((e for e in reversed(earlier[-_MOST_NEAR:]) if e.part_of is None), None)
        if whole is not None and t.index - whole.index <= 1 and size(whole) > size(t):
            return whole.id  # "seized 40 clerks; 12 are still held"
    if n and _so_hurt(tokens, told[n - 1], t):
        return told[n - 1].part_of or told[n - 1].id
    if n and _one_of_two(tokens, t) and t.index - told[n - 1].index == 1:
        return told[n - 1].id if size(told[n - 1]) == 2 else None
    return None


def _one_more_among(tokens: Tokens, last: Told, t: Told) -> bool:
    """ "AMONG THEM were a guard who died in a fire AND A WOMAN who drowned": the next of the same."""
    among = tokens.words[t.sentence.first : t.sentence.first + 2] == ["among", "them"]
    joined = tokens.words[t.counted.first - 1] in ("and", ",")
    return among and joined and last.category == t.category and not t.counted.adding


def _of_those_hit(tokens: Tokens, before: Told, t: Told) -> bool:
    """ "Five men were shot; ONE DIED", "He shot ten people, KILLING FOUR", "Three were found with gunshot wounds. ONE
    OF THE VICTIMS died": are they of those just told to be shot?"""
    if t.counted.counted != "number" or t.counted.adding or t.index - before.index > 1:
        return False
    if t.counted.head is not None and tokens.words[t.counted.head] not in _VICTIMS:
        return False
    wounded = before.category == "injured" and before.reading.trigger.words[0] in _WITH
    if not (wounded or hit(before)) or before.part_of is not None:
        return False
    return size(before) > size(t) > 0


def _of_others(tokens: Tokens, whole: Told, t: Told) -> bool:
    """ "Nine CHILDREN were hurt, and two ADULTS are in hospital": do their nouns tell other people?"""
    if whole.counted.head is None or t.counted.head is None or t.counted.of_those:
        return False
    nouns = {tokens.words[whole.counted.head], tokens.words[t.counted.head]}
    return len(nouns) == 2 and nouns.isdisjoint(_ANYBODY) and not _ADULTS.isdisjoint(nouns)


_ADULTS: Final = frozenset("adult adults man men woman women teacher teachers".split())
_ANYBODY: Final = frozenset(
    "people persons individuals patients victims others survivors passengers pupils students".split()
)


def _base(tokens: Tokens, told: Told) -> int | float | None:
    """The number of which the count is a share by its own words: 48 of "HALF OF THE 48 victims"; else None."""
    first, stop = told.counted.reported
    if stop - first < _SHARE or "of" not in tokens.words[first + 1 : stop - 2]:
        return None
    at = tokens.words.index("of", first) + 1
    if not tokens.classes[at] & c.DETERMINER:
        return None
    found = cardinal(tokens, at + 1, stop)
    return found.value if found is not None else None


def _with(tokens: Tokens, before: Told, t: Told) -> bool:
    """ "Nine people died in the crash, WITH TWO KILLED as they fell": so many of those just told, where all fit?"""
    first = t.counted.first
    if tokens.words[first - 2 : first] != [",", "with"] or before.category != t.category:
        return False
    if t.counted.adding or before.part_of is not None or of_other_kind(before.counted, t.counted):
        return False
    if before.reading.trigger.shape == "toll" or ";" in tokens.words[before.counted.stop : first]:
        return False  # see _shared_by_place; "340 were women; THE REST WERE MEN, with 90 deaths"
    return size(before) > size(t) > 0 and not placed(tokens, t)


def _out_of(tokens: Tokens, told: list[Told], n: int) -> str | None:
    """The id of those out of whom a sentence that opens with them tells some: "OF THE 31 seized, 12 are held"."""
    t = told[n]
    first = t.sentence.first
    if t.counted.adding or t.counted.unit not in _units_of(t):
        return None
    before = [e for e in told[max(0, n - _BEFORE) : n] if e.index == t.index]
    named = t.counted.head is not None
    kinds = {t.category, "casualties"} if named else _PATIENTS | {t.category}
    whole = next((e for e in before if e.category in kinds), None)
    if whole is None or whole.counted.first > first + 3 or size(whole) <= size(t):
        return None
    shares = [e for e in before if e.part_of == whole.id]
    if "," in tokens.words[first : whole.counted.first]:
        return None  # "of these, 200 are clerks and 70 are cooks"
    alike = whole.counted.unit == t.counted.unit or t.counted.unit is None
    return whole.id if alike and sum(map(size, shares)) + size(t) <= size(whole) else None


def _one_more_share(tokens: Tokens, told: list[Told], n: int) -> str | None:
    """ "40 people, of whom 12 died AND 20 WERE HURT": the whole of the share just told, where this one fits too."""
    last, t = told[n - 1], told[n]
    joined = tokens.words[t.counted.first - 1] in ("and", ",", "while")
    if not joined or not last.part_of or t.counted.adding:
        return None
    before = told[max(0, n - _MOST_NEAR) : n]
    shares = [e for e in before if e.index == t.index and e.part_of == last.part_of]
    alike = shares[0].counted.of_those == t.counted.of_those  # "12 of them badly, and six fled"
    if not (alike and _of_whom(tokens, shares[0]) or _includes(tokens, shares[0])):
        return None
    if t.counted.unit not in (None, last.counted.unit):
        return None
    whole = next((e for e in before if e.id == last.part_of), None)
    if whole is None or of_other_kind(whole.counted, t.counted):
        return None  # "three soldiers, one of them a captain, and two civilians"
    return last.part_of if sum(size(e) for e in (*shares, t)) <= size(whole) else None


def _units_of(told: Told) -> tuple[str | None, ...]:
    """The units of what a count can be a share of: people of people and households, buildings of buildings."""
    return ("building",) if told.category.startswith("buildings") else (None, "person", "household")


def _still(tokens: Tokens, told: Told) -> bool:
    """Are they in that state still, and no others told of: "12 are STILL held", "nine REMAIN in jail"?"""
    if told.counted.counted != "number" or told.counted.adding:
        return False
    first, stop = told.counted.stop, max(told.reading.span[1], told.counted.stop + 1)
    return not _STILL.isdisjoint(tokens.words[first:stop])


def graded(tokens: Tokens, told: Told, adding: bool = False) -> bool:
    """Does a count with a verb of its own tell how badly some are hurt, or that they went home: "60 sustained SEVERE
    injuries", "three were DISCHARGED"?"""
    stop = max(told.counted.stop, told.reading.span[1])
    if told.counted.counted != "number" or told.counted.adding > adding or placed(tokens, told):
        return False
    where = tokens.words[stop : stop + 1] and tokens.words[stop] in IN
    if where and stop + 1 < len(tokens) and tokens.capital(stop + 1):
        return False  # "forty were badly hurt IN ORDA"
    at = told.counted.first
    opens = at == told.sentence.first or tokens.words[at - 1] in (",", "and", ";")
    return opens and not _GRADES.isdisjoint(tokens.words[told.counted.reported[1] : stop])


def _in_state(tokens: Tokens, told: Told) -> bool:
    """ "Ten wounded WERE IN CRITICAL CONDITION": is it told how those are who were told to be hurt?"""
    stop = max(told.counted.stop, told.reading.span[1])
    are, where, how = [*tokens.words[stop : stop + 3], "", "", ""][:3]
    return are in _ARE and where == "in" and (how in _GRADES or how == "a")


def _so_hurt(tokens: Tokens, before: Told, t: Told) -> bool:
    """ "30 people were taken to hospital, five WITH SERIOUS INJURIES": how badly some of those just told are hurt."""
    if t.category != "injured" or before.category != t.category or before.index != t.index:
        return False
    first, stop = t.counted.first, t.counted.stop
    if tokens.words[stop : stop + 1] != ["with"] or t.counted.head is not None:
        return False
    if before.part_of:  # "… and two with burns"
        return tokens.words[first - 1] in (",", "and")
    return tokens.words[first - 1] in (",", "(") and size(before) > size(t)


def _one_of_two(tokens: Tokens, told: Told) -> bool:
    """ "One was dead, and the other was taken to hospital"."""
    counted = told.counted
    if counted.value != 1 or counted.head is not None:
        return False
    rest = tokens.words[counted.stop : told.sentence.stop + 2]  # or "One was dead. The other was …"
    return any(rest[i : i + 2] == ["the", "other"] for i in range(len(rest)))


def included(tokens: Tokens, told: list[Told]) -> None:
    """Make the counts that brought a toll to its size parts of it.

    "Three more people died, which takes the toll to 278"; "the toll rose to 62 when three more bodies were found".
    """
    last: Told | None = None  # "taking the total to 1,204 CASES and 44 deaths"
    for n, t in enumerate(told):
        first = t.counted.first
        to = tokens.words[first - 1] == "to"  # "raised the toll TO four dead"
        brings = to and (_brought(tokens, t) or risen(tokens, t))
        if last is not None and last.index == t.index:
            both = last.counted.stop == first - 1 and tokens.words[first - 1] == "and"
            brings, to = brings or both, to or both
        last = t if brings else None
        toll = t.reading.trigger.shape == "toll" or brings
        if not toll or t.status != "asserted" or t.part_of is not None:
            continue
        opens = range(max(t.sentence.first, t.reading.span[0] - _BEFORE), t.reading.span[0])
        brought = any(tokens.words[i] in _BRINGING for i in opens)
        risen_too = to and _as_it_rose(tokens, t)
        brought |= risen_too
        _shared_by_place(tokens, told, n)
        for other in told[max(0, n - _BEFORE) : n + _BEFORE]:
            same = other.index == t.index and other.category == t.category and other is not t
            if not same or other.part_of is not None or size(other) >= size(t):
                continue
            before = other.counted.first < t.counted.first
            if risen_too and before and other.reading.trigger.shape == "toll":
                continue  # "the toll in Lesk rose to seven, while THE NUMBER in Orda ROSE TO ten"
            if "attacker" in other.counted.groups and t.counted.groups and before:
                continue  # "killed 20 gunmen, … the number of TROOPS killed to 263"
            # no words are between where it stands before the toll
            between = tokens.words[t.counted.stop : other.counted.first]
            after = not _AFTER.isdisjoint(between) and ";" not in between
            after |= between == [":"]  # "rose to 78: 68 in Lesk"
            if other.counted.adding or (brought and before or after) and other.status == "asserted":
                other.part_of, other.adds_to = t.id, None


def _brought(tokens: Tokens, told: Told) -> bool:
    """Is it said of a toll, though by another shape: "raised THE TOLL TO four dead", "taking THE TOTAL TO 64"?"""
    return tokens.words[told.counted.first - 2] in _TOLLS


def risen(tokens: Tokens, told: Told) -> bool:
    """ "The toll has RISEN TO 34", "cases ROSE BY five TO 34": is it told how large a count has become?"""
    first = told.counted.first
    if tokens.words[first - 1] != "to":
        return False
    return not _RISING.isdisjoint(tokens.words[max(told.sentence.first, first - _RISE) : first - 1])


def _as_it_rose(tokens: Tokens, told: Told) -> bool:
    """ "Divers found nine bodies, AS THE TOLL ROSE to 40"."""
    words, first = tokens.words, told.reading.span[0]
    return words[first - 1] == "the" and words[first - 2] in _WHILE


def _shared_by_place(tokens: Tokens, told: list[Told], n: int) -> None:
    """ "The toll was 23,700, WITH 20,213 dead IN Lesk and over 3,500 IN Orda": make the counts of places parts."""
    toll = told[n]
    for other in told[n + 1 : n + _BEFORE]:
        same = other.index == toll.index and other.category == toll.category
        if not same or other.part_of is not None or size(other) >= size(toll):
            return
        first = toll.counted.stop
        if first < other.counted.first and "with" not in tokens.words[first : other.counted.first]:
            return
        last = max(other.counted.stop, other.reading.span[1])
        if tokens.words[last : last + 1] not in (["in"], ["at"], ["near"]):
            return
        other.part_of, other.adds_to = toll.id, None


def _includes(tokens: Tokens, told: Told) -> bool:
    """ "The figure includes 271 households": of what the sentence before counted."""
    first, words = told.counted.first, tokens.words
    if first < 3 or words[first - 1] not in _INCLUDES:
        return False
    said = words[first - 2 - (words[first - 2] == "also")] in _FIGURES
    return said and first - told.sentence.first <= _FROM_START


def _of_whom(tokens: Tokens, told: Told) -> bool:
    """ "21 of them", "…, of whom four died"."""
    counted = told.counted
    first = counted.first
    if counted.of_those:
        last = tokens.words[max(0, counted.stop - 2) : counted.stop]
        if last[-1] in _OF_THOSE or last[0] in ("those", "these"):
            return True
    words = tokens.words
    of = first - 2 - (words[first - 1] == ",")  # "of which, 892 were …"
    if of > 0 and words[of + 1] in _FIGURES and words[of] in ("this", "that", "the"):
        return words[of - 1] == "of"  # "of this number, 892 were …"
    if of > 0 and words[of - 1] == ";" and words[of] == "of" and words[of + 1] in _OF_THOSE:
        return True  # "900 houses were hit; of these, 892 were …"
    if of >= 0 and words[of] == "of" and words[of + 1] in ("whom", "which"):
        return words[max(0, of - 2)] not in _ARTICLES  # "in THE COURSE of which four died"
    return words[first - 1] == "," and _of_these(tokens, told)


_ARTICLES: Final = frozenset(("the", "a"))


def _of_these(tokens: Tokens, told: Told) -> bool:
    """ "OF THESE, 326 were destroyed", "AMONG THESE HOMES, 326 …": does the sentence open with those told before?"""
    first, words = told.sentence.first, tokens.words
    if words[first] not in ("of", "among") or told.counted.first - first > _FROM_START:
        return False
    return words[first + 1] in ("these", "those", "them") and (
        told.counted.first - first == 3 or words[first + 1] == "these"
    )


def size(told: Told) -> int | float:
    """How many a count tells at least."""
    return told.counted.value or told.counted.low or 0


def placed(tokens: Tokens, told: Told) -> bool:
    """Is it said right behind a count where that was: "three IN Lesk, two in Orda and one in Hale" are six."""
    stop = told.counted.stop
    return stop < len(tokens) and tokens.words[stop] in IN
