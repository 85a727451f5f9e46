"""Some of those whom the sentence before counted, though no "of them" says so: "Twelve were children", "So far 12 have
been identified", "The figure includes 12 soldiers"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.ellipsis import KNOWN
from figures.extraction.frames.topic import COUNTS, Topic
from figures.extraction.frames.topical import Topics
from figures.extraction.groups.chunks import AND, COMMA, COUNT, NOUN, STOP, VERB, Counted
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_BE: Final = frozenset("were was are is".split())
_HAVE: Final = frozenset("have had has".split())
_THE: Final = frozenset("the that this".split())
_INCLUDES: Final = frozenset("includes included include".split())
_JOINTS: Final = (AND, COMMA)
_AGED: Final = frozenset("under below over aged above".split())
# "named in a lawsuit" is another thing
_BEHIND: Final = frozenset(". , ; and by as so through".split())
_OPENING: Final = 4  # tokens in which a sentence opens with a count
_VERB: Final = 4  # tokens from its number to the verb


def may_tell_of_them(tokens: Tokens, first: int, stop: int) -> bool:
    """Can words ``[first, stop)`` go on about those counted right before them?

    >>> from figures.extraction.words.tokens import tokenize
    >>> [may_tell_of_them(tokenize(text), 0, 4) for text in ("Twelve were children.", "Twelve fled that day.")]
    [True, False]
    """
    words = tokens.words
    if words[first] in _THE:
        return not _INCLUDES.isdisjoint(words[first + 1 : first + _VERB])
    for i in range(first, min(stop, first + _OPENING)):
        if tokens.classes[i] & c.NUMERAL:
            ahead = words[i + 1 : min(stop, i + _VERB)]
            return "in" in ahead or not (_BE.isdisjoint(ahead) and _HAVE.isdisjoint(ahead))
    return False


class OfThem(Topics):
    """Reads the counts of a sentence that goes on about those of the one before."""

    topic: Topic

    def of_them(self) -> None:
        """Every such count, each a part of those before; none where more kinds of people were counted there."""
        if self.topic.only is None:
            return
        if (k := self.includes()) is not None:
            while k < len(self.chunks) and self.chunks[k].count is not None:
                counted = self.chunks[k].count
                if counted is None or counted.unit != "person" or not self.part(k, 0):
                    return
                k += 2 if k + 1 < len(self.chunks) and self.chunks[k + 1].kind in _JOINTS else 1
            return
        if not self.of_kind[VERB]:
            self.by_place_alone()
            return
        before = -1
        for k, _ in self.of_kind[COUNT]:
            opens = self.chunks[k].first - self.chunks[0].first < _OPENING and before < 0
            opens &= all(verb > k for verb, _ in self.of_kind[VERB][:1])
            if not (opens or before >= 0 and self.opens_clause(k)):
                return
            if not self.told_who(k) or not self.part(k, k):
                return
            before = k

    def there_alone(self) -> None:
        """ "The floods killed 315 people. Thirty-four died IN LESK ALONE": one place's are some of all before."""
        only, words = self.topic.only, self.t.words
        at = next(
            (
                k
                for k in range(self.chunks[0].first + 1, self.chunks[-1].stop)
                if words[k] == "alone"
            ),
            0,
        )
        if only is None or not at or not self.t.capital(at - 1):
            return
        near = [r for r in self.readings if r.trigger.category == only.category]
        behind = [r for r in near if r.counted.first > at]
        before = [r for r in near if r.counted.first < at]
        told = before[-1] if before else behind[0] if behind else None
        for r in near:  # "… and in Orda 20"
            if told is None or r.span != told.span or r.part_of is not None:
                continue
            if 0 < size(r.counted) < self.topic.size:
                r.counted.of_those = True

    def by_place_alone(self) -> None:
        """ "The toll rose to 29. TWELVE PEOPLE IN LESK, 13 IN ORDA AND FOUR IN HALE.": a sentence without a verb shares
        them out by place."""
        ats = [k for k, _ in self.of_kind[COUNT]]
        counts = [x for k in ats if (x := self.chunks[k].count) is not None]
        if len(ats) < 2 or ats[0] or not all(map(self.somewhere, ats)):
            return
        if any(x.unit not in (None, "person") for x in counts):
            return
        if sum(map(size, counts)) <= self.topic.size:
            for k in ats:
                self.part(k, k)

    def somewhere(self, k: int) -> bool:
        """Does "in" and a place follow the count at chunk k?"""
        joint, where = [*self.chunks[k + 1 : k + 3], None, None][:2]
        if joint is None or where is None or self.t.words[joint.first] != "in":
            return False
        return where.kind == NOUN and self.t.capital(where.stop - 1)

    def includes(self) -> int | None:
        """The chunk of those whom the count itself includes: "THE FIGURE INCLUDES 12 soldiers"."""
        first = self.chunks[0].first
        said = [w for w in self.t.words[first : first + 4] if w != "also"]
        the, names, verb = [*said, "", "", ""][:3]
        told = self.topic.only.category if self.topic.only is not None else ""
        if the == "the" and names == told and said[3:] and said[3] in _INCLUDES:
            verb, names = said[3], "total"  # "the AFFECTED PEOPLE included 97 children"
        if the not in _THE or names not in COUNTS or verb not in _INCLUDES:
            return None
        k = next((k for k, _ in self.of_kind[COUNT]), 0)
        return k if k and self.t.words[self.chunks[k].first - 1] in (verb, "also") else None

    def opens_clause(self, k: int) -> bool:
        """Does chunk k open a clause: "12 were soldiers AND 28 were civilians"?"""
        kind = self.chunks[k - 1].kind
        return kind == STOP or kind in _JOINTS

    def told_who(self, k: int) -> bool:
        """Is it said of the bare count at chunk k who they were: soldiers, "under five", "from the same family", or
        that they "have been identified"?"""
        counted = self.chunks[k].count
        verb = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if counted is None or counted.counted != "number" or counted.adding or counted.of_those:
            return False
        if counted.head is not None or verb is None or verb.kind != VERB or verb.negated:
            return False
        words, stop = self.t.words, verb.stop
        if stop >= len(words):
            return False
        if words[counted.first] == "both":
            return False  # of two, and more were counted
        if verb.main is not None:
            if words[verb.main] == "confirmed":  # "of those, 900 were CONFIRMED in a laboratory"
                return verb.passive and self.counted_as("infected")
            known = words[verb.main] in KNOWN and words[stop] in _BEHIND
            return known and verb.passive and self.counted_as("killed")
        if verb.triggers or words[stop - 1] not in _BE:
            return False
        if k + 2 >= len(self.chunks):
            return False
        who = self.chunks[k + 2]
        if who.kind == NOUN and who.first == stop:
            after = self.chunks[k + 3].kind if k + 3 < len(self.chunks) else STOP
            bits = self.t.classes[who.stop - 1]
            return bool(bits & c.PERSON) and not bits & c.ATTACKER and after != VERB
        if words[stop] in _AGED:
            ahead = self.t.classes[stop + 1 : stop + 6]
            return any(bits & c.NUMERAL for bits in ahead)
        if words[stop] != "from" or stop + 1 >= len(words):
            return False
        return words[stop + 1] == "the" or self.t.capital(stop + 1)

    def counted_as(self, category: str) -> bool:
        """Are those before told of in this category?"""
        return self.topic.only is not None and self.topic.only.category == category

    def part(self, k: int, by: int) -> bool:
        """Read the count at chunk k as some of those before, by chunk ``by``."""
        counted, trigger = self.chunks[k].count, self.topic.only
        assert counted is not None
        assert trigger is not None
        if k in self.read or not 0 < size(counted) < self.topic.size:
            return False
        span = (self.chunks[by].first, self.chunks[by].stop)
        counted.of_those = self.add(k, by, span, trigger) is not None
        return counted.of_those


def size(counted: Counted) -> int | float:
    """How many are counted at least."""
    return counted.value or counted.low or 0
