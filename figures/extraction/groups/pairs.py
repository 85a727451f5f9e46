"""Two people, or more, told by one word: "twin girls", "an elderly couple", "a triple murder"."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import Counted
from figures.extraction.groups.people import OWNED, PeopleGroups
from figures.extraction.groups.questions import FOLD
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import person_groups

_BEFORE_FOLD: Final = frozenset("a the this that".split())
_NOBODY_YET: Final = (["attempt"], ["plot"], ["bid"])
_NO_ADJECTIVE: Final = (
    c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION | c.AUXILIARY | c.NUMERAL | c.PERSON
)
_LAST: Final = tuple(
    [word] for word in "third fourth fifth sixth seventh eighth ninth tenth".split()
)
_THEIRS: Final = frozenset("his her".split())
_OWN: Final = (["'"], ["'s"])  # "his parents' house"
_SEATED: Final = frozenset("driver passenger rider pilot copilot motorcyclist cyclist".split())
_ADJECTIVES: Final = 4  # tokens from the article to the noun: "an elderly married couple"


def twofold(tokens: Tokens, counted: Counted) -> None:
    """ "Two married COUPLES" are four people; "one of two couples" is left as it is."""
    if counted.head is None or tokens.words[counted.head] != "couples" or counted.of_those:
        return
    counted.value = _twice(counted.value)
    counted.low, counted.high = _twice(counted.low), _twice(counted.high)


def _twice(number: int | float | None) -> int | float | None:
    return None if number is None else number * 2


class PairGroups(PeopleGroups):
    """Reads the groups whose number a noun tells."""

    def couple(self, i: int) -> Counted | None:
        """ "An elderly couple", in headlines "Couple found dead": two people."""
        words = self.t.words
        k = i
        while k < min(i + _ADJECTIVES, self.stop - 1) and words[k] != "couple":
            k += 1
        ends = words[k + 1 : k + 2] in ([], ["of"], ["'s"], ["-"])
        if (
            words[k] != "couple"
            or ends
            or any(self.classes(j) & _NO_ADJECTIVE for j in range(i + 1, k))
        ):
            return None
        counted = Counted(i, k + 1, 2, 2, 2, "exact", (i, k + 1), counted="article")
        counted.unit, counted.head = "person", k
        self.family(counted)
        return counted

    def parents(self, i: int) -> Counted | None:
        """ "Parents, 2 children dead": in headlines the two of a family."""
        joint = self.t.words[i + 1 : i + 2]
        if joint not in ([","], ["and"], ["&"]) or i + 2 not in self.numbers:
            return None
        counted = Counted(i, i + 1, 2, 2, 2, "exact", (i, i + 1), counted="article")
        counted.unit, counted.head = "person", i
        return counted

    def pair(self, i: int) -> Counted | None:
        """ "Both the pilot and the co-pilot": two people told by their roles."""
        words = self.t.words[i : min(i + 7, self.stop)]
        if len(words) < 5 or words[1] not in OWNED or words[3] != "and":
            return None
        first, second = i + 2, i + 4 + (words[4] in OWNED)
        if self.t.words[second + 1 : second + 2] == ["'s"]:
            second += 2  # "both the guard and the clerk's niece"
        if not self.classes(first) & self.classes(second) & c.PERSON_ONE:
            return None
        groups = dict.fromkeys(
            group for k in (first, second) for group in person_groups().get(self.t.words[k], ())
        )
        pair = Counted(i, second + 1, 2, 2, 2, "exact", (i, second + 1), counted="article")
        pair.unit, pair.head, pair.groups = "person", second, tuple(groups)
        return pair

    def stands_for_the_rest(self, i: int) -> bool:
        """ "The rest drowned", "the others were hurt"."""
        if i + 1 >= self.stop or self.t.words[i] not in ("rest", "others"):
            return False
        after = self.t.classes[i + 1]
        return bool(after & c.AUXILIARY) or i + 1 in self.triggers

    def companion(self, k: int) -> bool:
        """ "A driver AND PASSENGER": nobody is both."""
        return self.seated(k - 2) or super().companion(k)

    def definite(self, i: int) -> Counted | None:
        """ "The driver and passenger", "his parents", and what else people tell by "the" or an owner."""
        words = self.t.words
        if (
            words[i] in _THEIRS
            and words[i + 1 : i + 2] == ["parents"]
            and words[i + 2 : i + 3] not in _OWN
        ):
            counted = Counted(i, i + 2, 2, 2, 2, "exact", (i, i + 2), counted="article")
            counted.unit, counted.head = "person", i + 1
            self.family(counted)
            return counted
        if words[i] == "the" and words[i + 1 : i + 2] in _LAST and self.ends_age(i + 2):
            one = Counted(i, i + 2, 1, 1, 1, "exact", (i, i + 2), counted="article")
            one.unit, one.head = "person", i + 1  # "two died and THE THIRD was hurt"
            return one
        if not self.seated(i + 1):
            return super().definite(i)
        counted = Counted(i, i + 4, 2, 2, 2, "exact", (i, i + 4), counted="article")
        counted.unit, counted.head = "person", i + 3
        return counted

    def seated(self, k: int) -> bool:
        """Do two stand at token k of whom nobody is the other: "driver and passenger"?"""
        if k >= self.stop or self.t.words[k] not in _SEATED:
            return False  # most
        words = self.t.words[k : min(k + 3, self.stop)]
        return len(words) == 3 and words[1] == "and" and {words[0], words[2]} <= _SEATED

    def twins(self, i: int) -> Counted | None:
        """ "Twin girls", "twin baby boys": two people."""
        head = i + 1
        while self.classes(head) & c.PERSON_ONE:
            head += 1
        if not self.classes(head) & c.PERSON or self.classes(head) & c.COLLECTIVE:
            return None
        groups = person_groups().get(self.t.words[head], ())
        stop = head + 1
        counted = Counted(i, stop, 2, 2, 2, "exact", (i, stop), counted="article")
        counted.unit, counted.head, counted.groups = "person", head, groups
        self.family(counted)
        return counted

    def manifold(self, i: int) -> Counted | None:
        """ "A triple murder", "the double homicide", in headlines "triple murder": so many were killed."""
        fold = i + (self.t.words[i] in _BEFORE_FOLD)
        head = fold + 1
        if fold not in self.folds or self.t.words[head + 1 : head + 2] in _NOBODY_YET:
            return None
        n = FOLD[self.t.words[fold]]
        counted = Counted(i, head + 1, n, n, n, "exact", (fold, head), counted="number")
        counted.unit, counted.head = "person", head
        return counted
