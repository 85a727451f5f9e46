"""People told without a number: one by an article, and those joined to a person by "and".

"a policeman", "another 14-year-old girl", "a woman and her two children", "the driver and two passengers";
and the noun groups that nobody counts, among them one person known by name.
"""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import NOUN, Chunk, Counted
from figures.extraction.groups.named import (
    OWNERS,
    labelled,
    leads,
    person,
    person_in,
    stands_for_one,
)
from figures.extraction.groups.services import initials
from figures.extraction.groups.turns import AFTER_AGE, AFTER_ANOTHER, Turns
from figures.extraction.words.vocabulary import is_role, not_people
from figures.lexicon import classes as c
from figures.lexicon import kin, person_groups

_POSSESSIVE: Final = frozenset("his her their its my our".split())
OWNED: Final = _POSSESSIVE | {"the"}
_ON_THE_ROAD: Final = frozenset(
    "driver passenger rider pilot copilot motorcyclist cyclist pedestrian".split()
)
_ROLE: Final = 4  # tokens from "the" to the noun of a role: "the acting village head"
_REMAINS: Final = frozenset(("body", "corpse"))
_PARENTS: Final = frozenset(("father", "mother", "parent"))
_BEFORE_AGE: Final = c.PUNCTUATION | c.PREPOSITION | c.SUBORDINATOR | c.CONJUNCTION | c.TRIGGER
_AFTER_BODY: Final = c.PUNCTUATION | c.PREPOSITION | c.AUXILIARY | c.CONJUNCTION | c.TRIGGER
_AFTER_NOUN: Final = (
    AFTER_ANOTHER | c.MODAL | c.RELATIVE | c.SAID | c.VERB | c.ADVERB | c.TRIGGER | c.TIME
)
# what a noun group does not go on with
_NOUN_ENDS: Final = (
    c.PUNCTUATION | c.AUXILIARY | c.MODAL | c.PREPOSITION | c.CONJUNCTION | c.RELATIVE | c.ARTICLE | c.SAID
    | c.SUBORDINATOR | c.ADVERB | c.HEDGE
)  # fmt: skip

_KILLING: Final = frozenset("killing injuring wounding".split())  # "a wall fell, KILLING many"
# "twice as many people", "in some cases": words before which these tell no quantity
_EXACTLY: Final = frozenset("specific exact precise definite definitive".split())
_NO_QUANTITY: Final = {"many": frozenset("as how so too not".split()), "some": frozenset(("in",))}


_BEFORE_NOUN: Final = tuple("the a an this that 's its their his her".split())


class PeopleGroups(Turns):
    """Reads the groups that an article, a possessive or a conjunction makes countable."""

    def article(self, i: int) -> Counted | None:
        """ "a policeman", "another 14-year-old girl": one person told by an article."""
        t = self.t
        if t.words[i] not in ("a", "an", "another"):
            return None
        counted = Counted(i, i + 1, 1, 1, 1, "exact", (i, i + 1), counted="article")
        if t.words[i] == "another" and self.no_noun(i + 1):
            counted.adding = t.words[i - 1] != "one"
            return counted if counted.adding else None  # "killing one guard and wounding another"
        if i + 1 in self.ages and self.ends_age(self.past_age(i + 1)):
            counted.stop = self.past_age(i + 1)  # "a 17-year-old"
            counted.head, counted.unit = counted.stop - 1, "person"
            return counted
        self.head(counted, i + 1)
        head = counted.head
        if head is None or counted.of_those:
            return None
        if not self.one_person(head):
            return counted if self.one_loss(i, head) else None
        counted.unit = "person"
        counted.adding = t.words[i] == "another"
        self.family(counted)
        return counted

    def unnumbered(self, i: int) -> Counted | None:
        """ "A number of pupils", "many others", "others": people whose number is not told, two at the least."""
        t = self.t
        k = i + 1
        if t.words[i - 1] == "as" and t.words[i] == "many" and i > self.first:
            return None  # "as many were damaged": as many as were told before
        if not t.classes[i] & c.UNNUMBERED:
            k = self.after_number_of(i)
            if not k:
                return None
        elif not self.tells_quantity(t.words[i], t.words[i - 1]):
            return None
        counted = Counted(i, k, None, 2, None, "unspecified", (i, k))
        if t.words[i] == "others":
            counted.head, counted.adding = i, True
            return counted
        self.head(counted, k)
        after = self.classes(counted.stop)
        if after & c.ADVERB:
            after |= self.classes(counted.stop + 1)  # "some COMPLETELY flattened"
        head = counted.head
        if head is not None and t.words[head].endswith("ings"):
            if not t.classes[head] & (c.PERSON | c.BUILDING):
                return None  # "in a number of KILLINGS"
        alone = counted.unit is None and bool(after & (c.AUXILIARY | c.TRIGGER))
        alone |= t.words[i - 1] in _KILLING and bool(after & (c.PUNCTUATION | c.CONJUNCTION))
        return counted if counted.unit in ("person", "household", "building") or alone else None

    def tells_quantity(self, word: str, before: str) -> bool:
        """Does a word that can stand for people not numbered do so after the word before it?"""
        if word == "rest":
            return before == "the"
        return word != "numbers" and before not in _NO_QUANTITY.get(word, ())

    def after_number_of(self, i: int) -> int:
        """The token after "a (large) number of" or "large numbers of" that begins at token i; else 0."""
        words = self.t.words
        for k in range(i + 1, min(i + 4, self.stop - 1)):
            if words[k] in _EXACTLY:
                return 0  # "gave no exact figure, nor A SPECIFIC NUMBER OF missing"
            if words[k] in ("number", "numbers") and words[k + 1] == "of":
                article = bool(self.t.classes[i] & c.ARTICLE)
                return k + 2 if article == (words[k] == "number") else 0
            if words[k] == "number" and self.classes(k + 1) & c.AUXILIARY and k > i + 1:
                # "an unknown number are missing"
                return k + 1 if self.t.classes[i] & c.ARTICLE else 0
            if self.classes(k) & (c.PUNCTUATION | c.PREPOSITION | c.AUXILIARY):
                break
        return 0

    def one_person(self, head: int) -> bool:
        """Does this noun name one person: by the lexicon, as a rank or a national, or as a role?"""
        bits, word = self.t.classes[head], self.t.words[head]
        if leads(self.t, head):
            return True  # "a village head", "a passer-by"
        if bits & c.COLLECTIVE or word in not_people():
            return False
        if word in _REMAINS:  # "an unidentified body", not "a body of water"
            after = self.classes(head + 1)
            return self.t.words[head + 1 : head + 2] != ["of"] and bool(after & _AFTER_BODY)
        if word == "national":  # "a Dutch national"
            return bool(self.classes(head - 1) & c.DEMONYM)
        if word == "staff":  # "a national staff of an agency", not "a staff of 30"
            of = self.t.words[head + 1 : head + 2] == ["of"]
            return not of or not self.classes(head + 2) & (c.NUMERAL | c.HEDGE)
        if bits & (c.DEMONYM | c.TITLE) and not bits & c.PERSON_ONE:
            return bool(self.classes(head + 1) & _AFTER_NOUN)  # not "an American charity"
        return bool(bits & c.PERSON_ONE) or not bits and is_role(word)

    def definite(self, i: int) -> Counted | None:
        """One person told by "the" or an owner and the number of people joined to it: "the driver and two
        passengers", "the village head and one other person"."""
        t = self.t
        head = i + 1
        while head < i + _ROLE and head + 2 not in self.numbers:
            head += 1
        if head + 2 not in self.numbers or t.words[head + 1] != "and":
            return None
        if t.classes[head] & c.ATTACKER:
            return None  # "the bomber and six passers-by": told apart
        if not t.classes[head] & c.PERSON_ONE or any(
            t.classes[k] & (_NOUN_ENDS | c.NUMERAL) or k in self.triggers
            for k in range(i + 1, head)
        ):
            return None
        number = self.numbers[head + 2]
        more = self.of_number(number)
        one = more.unit == "person" or more.unit is None and more.head is not None  # "two others"
        if not one or number.value is None or number.qualifier != "exact":
            return None
        if more.adding or more.of_those:
            return None  # "the clerk and one of the men"
        groups = person_groups().get(t.words[head], ())
        stop = head + 1
        counted = Counted(
            i, stop, 1, 1, 1, "exact", (i, stop), unit="person", head=head, groups=groups
        )
        self.widen(counted, more, number.value)
        return counted

    def family(self, counted: Counted) -> None:
        """Take in "and her two children", "and a sergeant" where an article or possessive joins them."""
        t = self.t
        k = counted.stop
        if counted.unit != "person" or counted.value is None or counted.qualifier != "exact":
            return
        while k + 1 < self.stop and (t.words[k] == "and" or t.words[k] == "with" and self.child(k)):
            nxt = t.words[k + 1]
            if nxt in _POSSESSIVE and k + 2 < self.stop:
                number = self.numbers.get(k + 2)
                if number is not None and number.value is not None:
                    more = self.of_number(number)
                    if more.unit != "person":
                        return
                    self.widen(counted, more, number.value)
                elif two := self.two_kin(k + 2):
                    both = Counted(k + 1, two, 2, 2, 2, "exact", (k + 1, two), unit="person")
                    self.widen(counted, both, 2)  # "a father and his twin sons"
                elif t.classes[noun := self.own_noun(k + 2)] & c.PERSON_ONE:
                    self.widen(
                        counted,
                        Counted(k + 1, noun + 1, 1, 1, 1, "exact", (k + 1, k + 2), unit="person"),
                        1,
                    )
                else:
                    return
            elif nxt in ("a", "an"):
                more_article = self.article(k + 1)
                if more_article is None or self.singular_follows(more_article.stop):
                    return
                if ("attacker" in counted.groups) != ("attacker" in more_article.groups):
                    return  # "two guards and a gunman": told apart
                self.widen(counted, more_article, more_article.value or 1)
            elif nxt in _PARENTS and t.words[k + 2 : k + 3] == ["of"] and counted.value == 1:
                counted.stop = k + 2  # "a teacher AND MOTHER of three": one
                return
            elif self.companion(noun := self.past_age(k + 1) if k + 1 in self.ages else k + 1):
                self.widen(
                    counted,
                    Counted(k + 1, noun + 1, 1, 1, 1, "exact", (k + 1, noun + 1), unit="person"),
                    1,
                )
            else:
                return
            k = counted.stop

    def own_noun(self, k: int) -> int:
        """The noun of one person behind an owner, past an age or an adjective ("her Greek GUIDE")."""
        if self.t.words[k] == "unborn":
            return k  # counted by nobody: "a mother and her unborn child" is one
        if k in self.ages:
            return self.past_age(k)
        bits = self.t.classes[k]
        young = bits & c.PERSON_ONE and k + 1 < self.stop and self.t.words[k + 1] in kin()
        serves = bits & self.classes(k + 1) & c.PERSON_ONE  # "police ESCORT"
        adjective = (not bits & ~c.DEMONYM or young or serves) and self.t.words[k].isalpha()
        # "infant SON"
        return k + 1 if adjective and k + 1 < self.stop else k

    def two_kin(self, k: int) -> int:
        """The token after the word or words at token k that tell of two of a family: "parents", "twin sons"; else 0."""
        if self.t.words[k] == "parents" and self.t.words[k + 1 : k + 2] != ["'"]:
            return k + 1
        return k + 2 if self.t.words[k] == "twin" and self.classes(k + 1) & c.PERSON else 0

    def companion(self, k: int) -> bool:
        """Is the bare noun at token k a second person ("a woman and child"), not a second role of the first
        ("an official and leader of the union")?"""
        if not self.classes(k) & c.PERSON_ONE or self.singular_follows(k + 1):
            return False
        follow = self.t.words[k + 1] if k + 1 < self.stop else "."
        aged = self.t.words[k - 1] != "and"  # "a 31-year-old woman and 24-year-old man"
        return aged or self.t.words[k] in kin() or follow in ("were", "are", "have", "both")

    def singular_follows(self, k: int) -> bool:
        """ "… and a policeman was hurt": the article begins a clause of its own."""
        words = self.t.words[k : min(k + 2, self.stop)]
        if words[:1] == ["who"]:
            return words[1:] not in (["were"], ["are"], ["have"])
        return bool(words) and words[0] in ("was", "is", "has")

    def widen(self, counted: Counted, more: Counted, value: int | float) -> None:
        assert counted.value is not None
        total = counted.value + value
        counted.value = counted.low = counted.high = total
        counted.stop = more.stop
        counted.reported = (counted.first, more.stop)
        counted.groups = tuple(dict.fromkeys(counted.groups + more.groups))

    def known(self, i: int, k: int) -> bool:
        """Is the category's word at token k one person told of before: "the victim", "the hostage"?"""
        one = k == i + 1 and self.t.words[i] in OWNED and self.classes(k) & c.PERSON_ONE
        return bool(one and self.classes(k + 1) & _AFTER_NOUN)

    def known_by_age(self, i: int) -> int:
        """The token after an age that tells of one person known before: "the 9-year-old was"; 0 where it does not."""
        at = self.past_age(i)
        after = c.AUXILIARY | c.RELATIVE | c.VERB | c.PUNCTUATION | c.TRIGGER
        return at if self.t.words[at - 1] == "old" and self.classes(at) & after else 0

    def aged(self, i: int) -> Chunk | None:
        """The noun group that an age opens, where a name follows ("17-year-old Dana Reeve"), or one told
        as in headlines, without an article ("9-year-old shot in Lesk", "crash claims life of 9-year-old boy")."""
        at = self.past_age(i)
        stop = at + bool(self.classes(at) & c.PERSON_ONE)
        verb = stop + bool(self.classes(stop) & c.ADVERB)
        before = c.PUNCTUATION if i == self.first else self.t.classes[i - 1]
        if verb in self.triggers:  # but "suspect in murder of 16-year-old girl DIES"
            alone = not before & c.PREPOSITION or before & c.SUBORDINATOR
        else:
            alone = stop > at and self.classes(stop) & (AFTER_AGE | c.SAID)
        if self.t.words[at - 1] == "old" and before & _BEFORE_AGE and alone:
            groups = person_groups().get(self.t.words[stop - 1], ())
            return Chunk(NOUN, i, stop, person(i, stop, groups, stop - 1))
        if at == self.ages[i] or at >= self.stop or self.headline or not self.t.capital(at):
            return None
        group = self.noun(at)
        return Chunk(NOUN, i, group.stop, group.count) if group.count else None

    def owns(self, k: int) -> bool:
        """Is the mark at token k the apostrophe of a plural: "the smugglers' boat"?"""
        after = k + 1 < self.stop and not self.t.glued(k + 1)
        return after and self.t.glued(k) and self.t.words[k - 1].endswith("s")

    def governed(self, i: int, k: int) -> bool:
        """Does token k end the noun group from token i after a preposition: "in rebel ATTACKS,"?"""
        if not i or not self.t.words[k].endswith("s") or not self.t.classes[i - 1] & c.PREPOSITION:
            return False
        return bool(self.classes(k + 1) & (c.PUNCTUATION | c.CONJUNCTION | c.PREPOSITION))

    # -- noun groups without a number -------------------------------------------------------------

    def noun(self, i: int) -> Chunk:
        """A noun group without a number, up to the next joint; who it is, where it tells of one person."""
        t = self.t
        if stands_for_one(t, i, self.stop):
            return Chunk(NOUN, i, i + 1, person(i, i + 1))
        if t.words[i] == "them" and self.classes(i + 1) & c.DETERMINER:
            return Chunk(NOUN, i, i + 1)  # "among them THE BOMBER"
        if i + 1 in self.ages and t.words[i] in OWNED and (at := self.known_by_age(i + 1)):
            return Chunk(NOUN, i, at, person(i, at, (), at - 1))
        classes, words = t.classes, t.words
        numbers, taken, triggers, ages = self.numbers, self.taken, self.triggers, self.ages
        folds = self.folds
        k, stop = i + 1, self.stop
        while k < stop:
            if k in ages and self.classes(self.past_age(k)) & c.PERSON:
                k = self.past_age(k)  # "the 31-year-old driver"
            if k in numbers or k in taken or k in folds:
                break
            if k in triggers and not (
                t.glued(k)
                and words[k - 1] == "-"
                or self.hyphened(k)
                or self.proper(k)
                or self.known(i, k)
            ):
                break  # but "an INGO-supported clinic", "the Red Cross", "the victim" go on
            bits, word = classes[k], words[k]
            if not bits and not word.endswith("ed"):
                if word == "alongside":
                    break
                k += 1  # most words
                continue
            if (
                word == "'s"
                or (word == "'" and self.owns(k))
                or (word == "-" and t.glued(k))
                or (words[k - 1] == "-" and t.glued(k))
                or (
                    word == "."
                    and t.glued(k)
                    and (
                        t.classes[k - 1] & (c.TITLE | c.MONTH)
                        or len(t.words[k - 1]) == 1
                        or t.of_place(k)
                    )
                )
            ):
                k += 1
                continue
            if bits == c.HEDGE and word[-2:] == "ed" and self.classes(k + 1) & c.PERSON:
                k += 1  # "the suspected raider"
                continue
            if bits & _NOUN_ENDS or word == "never":
                if word == "(" and initials(t, k):
                    k += 3  # "People's Party (PP) leader Ana Ruiz"
                    continue
                break
            if (bits & c.VERB and not self.named(k) or self.past(k)) and not self.governed(i, k):
                if not (bits == c.VERB and words[k - 1] in _BEFORE_NOUN and word[-1] not in "dg"):
                    break  # but "the attack", "Sunday's raid" are nouns
                if words[k + 1 : k + 2] and words[k + 1] in _BEFORE_NOUN[:2]:
                    k += 1
                    break  # "during the attack THE DRIVER was shot"
            k += 1
        if t.words[k - 1] in ("'s", "'"):
            return Chunk(NOUN, i, k, owner=person_in(t, i, k - 1, self.shouted))
        if k == i + 1 and t.words[i] in OWNERS and k in self.triggers:
            return Chunk(NOUN, i, k, owner=person(i, k))
        if k < stop and (words[k] == "#" or k in taken) and (told := labelled(t, i, k, stop)):
            return Chunk(NOUN, i, told.stop, told)
        return Chunk(NOUN, i, k, person_in(t, i, k, self.shouted))
