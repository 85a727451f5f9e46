"""What the readers of groups ask about the tokens of one sentence: is a word a name, a plural, what follows it."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from figures.extraction.groups.phrases import Found, find_triggers
from figures.extraction.words.tokens import Tokens
from figures.extraction.words.vocabulary import not_people
from figures.lexicon import classes as c
from figures.lexicon import describing, names_in_ed, phrase_nouns
from figures.model import Number

COUNTABLE: Final = c.PERSON | c.HOUSEHOLD | c.BUILDING
ENDS: Final = (
    c.AUXILIARY | c.MODAL | c.PREPOSITION | c.RELATIVE | c.PUNCTUATION | c.ARTICLE | c.SAID
    | c.DETERMINER | c.SUBORDINATOR | c.NEGATION
)  # fmt: skip
_BEFALLEN: Final = frozenset(("adjective", "past_participle", "participle"))
NOUN_FORMS: Final = frozenset(("noun", "nouns"))
_AGE_WORDS: Final = frozenset("- year years yr month months week old".split())
FOLD: Final = {
    word: n for n, word in enumerate("double triple quadruple quintuple sextuple".split(), 2)
}
_MANIFOLD: Final = frozenset("murder homicide killing slaying fatality drowning execution".split())
_OF_AGE: Final = frozenset("years year months of age old".split())
_JOINS: Final = frozenset(("and", "or", "to", "-"))
_BRACKETS: Final = 14  # tokens in brackets between a number and its noun
# what is said of cases of a disease, and of deaths
GRADES: Final = frozenset(
    "confirmed probable possible suspected new imported local active severe moderate mild fatal".split()
)
_THE: Final = c.ARTICLE | c.DETERMINER  # "the numbers of missing people" tells of none
_JOINTS: Final = frozenset((",", "and", "or", "&", "/"))
_LONGEST_QUOTED: Final = 5  # tokens from the mark before a noun to the one behind it
_CHILDREN: Final = 5  # tokens from "with" to "children"
_THEIR_CHILDREN: Final = frozenset("child children son sons daughter daughters baby".split())
_FRAIL: Final = frozenset("elderly old older disabled".split())
_MODIFIERS: Final = 7  # tokens looked ahead for a later noun


class Questions:
    """One sentence, tokens ``[first, stop)``, with its numbers and the categories' phrases in it."""

    def __init__(
        self,
        tokens: Tokens,
        first: int,
        stop: int,
        numbers: list[Number],
        phrases: Found | None = None,
    ) -> None:
        self.t, self.first, self.stop = tokens, first, stop
        self.triggers = find_triggers(tokens, first, stop) if phrases is None else phrases
        self.numbers: dict[int, Number] = {}  # first token → the number that counts
        self.ends: set[int] = set()  # the last tokens of these
        self.taken: dict[int, int] = {}  # of numbers that do not count: first token → the one after
        self.ages: dict[int, int] = {}  # of these the ages and ordinals
        for n in numbers:
            if n.kind == "count":
                self.numbers[n.first] = n
                self.ends.add(n.stop - 1)
            else:
                self.taken[n.first] = n.stop
                if n.kind in ("age", "ordinal"):
                    self.ages[n.first] = n.stop
        self.leaving = False  # was the last verb one of leaving: "left three HURT"?
        self._shouted: bool | None = None  # not asked yet
        words, here = tokens.words, tokens.said(first, stop)
        # tokens before "numbers" ("large numbers of")
        self.large = (
            {
                i
                for i in range(first, stop - 1)
                if words[i + 1] == "numbers" and not tokens.classes[i] & _THE
            }
            if "numbers" in here
            else ()
        )
        # tokens that tell of so many murders: "TRIPLE homicide"
        self.folds = (
            ()
            if here.isdisjoint(FOLD)
            else {
                i for i in range(first, stop - 1) if words[i] in FOLD and words[i + 1] in _MANIFOLD
            }
        )

    @property
    def shouted(self) -> bool:
        """Is the whole sentence in capitals, where a capital letter tells nothing?"""
        if self._shouted is None:
            self._shouted = self.stop > self.first and self.t.quote(self.first, self.stop).isupper()
        return self._shouted

    @cached_property
    def headline(self) -> bool:
        """Do most of the longer words begin with a capital, as in a headline or in text in capitals?"""
        words = self.t.words
        long = [i for i in range(self.first, self.stop) if len(words[i]) > 3 and words[i].isalpha()]
        alone = len(long) == self.stop - self.first - 1  # "553 Civilian Injuries"
        return 2 * sum(map(self.t.capital, long)) > len(long) + 2 - alone

    def disease_too(self, k: int) -> bool:
        """Does the "and" at token k join more cases to those of a disease: "486 cholera AND ACUTE DIARRHEA CASES"?"""
        return (self.t.words[k - 1],) in phrase_nouns("disease") and self.before_case(k)

    def foreign_too(self, k: int) -> bool:
        """Do the "and" at token k and a word join more people to a nationality: "240 Lenian AND FOREIGN hostages"?"""
        if not self.classes(k - 1) & c.DEMONYM or self.classes(k + 1) & (ENDS | c.VERB | c.NUMERAL):
            return False
        return bool(self.classes(k + 2) & c.PERSON) and self.plural(k + 2)

    def before_staff(self, i: int) -> bool:
        """Is the form at token i a noun or part of one, for an auxiliary follows: "and SUPPORT staff were"?"""
        t = self.t
        if i > self.first and t.words[i - 1] == "whose":
            return True  # "families WHOSE SHELTERS were flooded"
        if t.words[i].endswith(("ed", "ing", "s")) or i + 2 >= self.stop or t.words[i - 1] != "and":
            return False
        people = t.classes[i + 1] & (c.PERSON | c.COLLECTIVE)
        return bool(people and t.classes[i + 2] & c.AUXILIARY)

    def of_suspect(self, i: int) -> bool:
        """ "The SHOOTING suspect", "69 died in a SHOOTING on an isle", "the toll from the FLOODING to 158"."""
        ing, after = self.t.words[i].endswith("ing"), self.t.words[i + 1 : i + 2]
        a = self.t.words[i - 1] == "a" and self.classes(i + 1) & (c.PREPOSITION | c.PUNCTUATION)
        to = after == ["to"] and i + 2 in self.numbers
        return ing and bool(a or to or after in (["suspect"], ["suspects"]))

    def of_hurt(self, i: int) -> bool:
        """Does "of" at token i stand between a number of people and what befell them: "dozens OF wounded"?"""
        if i >= self.stop or self.t.words[i] != "of":
            return False
        return any(t.form in _BEFALLEN for _, t in self.triggers.get(i + 1, ()))

    def frail(self, k: int) -> int:
        """The last token of "the ELDERLY", "elderly PEOPLE" at token k, who end a list; 0 where there are none."""
        k += self.t.words[k : k + 1] == ["the"]
        if k >= self.stop or self.t.words[k] not in _FRAIL:
            return 0
        noun = self.classes(k + 1) & c.PERSON and self.plural(k + 1)
        return k + 1 if noun else k if self.t.words[k] not in ("old", "older") else 0

    def helped(self, i: int, stop: int) -> bool:
        """Do the tokens from i describe those on whom a participle acts: "people carrying WOUNDED pupils"?"""
        ing = self.t.words[i - 1].endswith("ing") and self.t.words[i].endswith("ed")
        people = self.classes(stop) & c.PERSON or self.t.words[stop : stop + 1] == ["victims"]
        return ing and bool(people)

    def classes(self, k: int) -> int:
        """The classes of token k; those of punctuation beyond the sentence."""
        return self.t.classes[k] if k < self.stop else c.PUNCTUATION

    def plural(self, i: int) -> bool:
        """Is this noun a plural, after which no other noun of its group follows?"""
        word = self.t.words[i]
        return (
            word.endswith(("s", "men", "women", "children", "people"))
            and not self.t.classes[i] & c.PERSON_ONE
        )

    def named(self, i: int) -> bool:
        """Is the word a name: by a capital in the middle of the sentence, or known as one?"""
        if self.t.words[i] in names_in_ed():
            return True
        return i > self.first and self.t.capital(i) and not self.headline

    def proper(self, i: int) -> bool:
        """Is a category's word here the second of a name ("the Red Cross"), by two capitals?"""
        if i < self.first + 2 or not self.named(i) or not self.t.capital(i - 1):
            return False
        return all(trigger.form == "base" for _, trigger in self.triggers[i])

    def letters(self, i: int) -> bool:
        """Is the word written in capitals, in a sentence that is not: "NGO", "NGOs"?"""
        word = self.t.quote(i, i + 1).rstrip("s")
        return len(word) > 1 and word.isupper() and not self.shouted

    def manner(self, i: int) -> bool:
        """An adverb in -ly that no list holds, and no name: "unlawfully", not "Italy"."""
        word = self.t.words[i]
        if self.t.classes[i] or not word.endswith("ly") or len(word) < 5:
            return False
        return not self.named(i)

    def past(self, i: int) -> bool:
        """A past form in -ed that no list holds, and no name: "wrecked", not "the United States"."""
        word = self.t.words[i]
        if self.t.classes[i] & ~c.PHRASE or not word.endswith("ed") or len(word) < 5:
            return False
        if word in describing() and not self.classes(i + 1) & ENDS:
            return False  # "armed forces", not "armed with rifles"
        return not self.named(i)

    def acting(self, i: int) -> bool:
        """A participle in -ing that no list holds: "guarding"."""
        word = self.t.words[i]
        known = self.t.classes[i] & ~c.PHRASE
        return not known and len(word) > 5 and word.endswith("ing") and not self.named(i)

    def before_verb(self, i: int) -> bool:
        """Does a verb stand at token i?"""
        verbs = c.AUXILIARY | c.MODAL | c.VERB
        return i < self.stop and bool(self.t.classes[i] & verbs or i in self.triggers)

    def hyphened(self, i: int) -> bool:
        """Is the word at token i the first of one with a hyphen that no number follows: "FLOOD-affected areas"?"""
        if i + 2 >= self.stop or self.t.words[i + 1] != "-":
            return False
        joined = self.t.glued(i + 1) and self.t.glued(i + 2)
        return joined and not self.t.classes[i + 2] & c.NUMERAL

    def past_age(self, i: int) -> int:
        """The token after an age that stands before its noun: "14-year-old"."""
        words = self.t.words
        k = self.ages[i]
        while k < self.stop and words[k] in _AGE_WORDS:
            k += 1
        return k

    def person_ahead(self, k: int) -> bool:
        """Does a noun for people end the group that goes on at token k?"""
        t = self.t
        for i in range(k, min(self.stop, k + _MODIFIERS)):
            if i in self.numbers or i in self.taken:
                return False
            bits = t.classes[i]
            if bits & c.PERSON:
                return t.words[i] not in not_people()
            if t.words[i] in "-/" and t.glued(i):
                continue
            if t.words[i] == "(":
                return self.past_brackets(i) is not None
            if t.words[i] in ("of", "for") and self.named(i - 1) and self.named(i + 1):
                continue  # "State of Sinai militants"
            if bits & c.VERB and t.words[i].endswith("ing"):
                continue  # "three high ranking officers"
            if bits & (ENDS | c.CONJUNCTION | c.VERB | c.MONTH | c.WEEKDAY | c.TIME):
                return False
            if t.words[i].endswith("ed") and self.classes(i + 1) & (ENDS | c.CONJUNCTION):
                return False
            if i in self.triggers and t.words[i - 1].endswith("s") and t.words[i].endswith("ed"):
                return False  # "47 security incidents affected civilians"
        return False

    def past_ages(self, i: int) -> int:
        """The token after the age at token i, and after all that are joined to it: "SIX AND TEN YEARS OLD"."""
        k = self.ages[i]
        while k + 1 < self.stop and self.t.words[k] in _JOINS and k + 1 in self.ages:
            k = self.ages[k + 1]
        while k < self.stop and self.t.words[k] in _OF_AGE:
            k += 1
        return k

    def party(self, head: int | None, k: int) -> bool:
        """Is the preposition at token k inside the name of a party: "30 State OF Sinai militants"?"""
        if head is None or head + 1 != k or self.t.words[k] not in ("of", "for"):
            return False
        named = self.named(head) and self.named(k + 1) and not self.t.words[head].endswith("s")
        return named and self.person_ahead(k + 2)

    def past_brackets(self, k: int) -> int | None:
        """The token after brackets, where the counted noun follows: "six international (4 British, 2 Dutch) staff"."""
        for i in range(k + 1, min(self.stop, k + _BRACKETS)):
            if self.t.words[i] == ")":
                noun = self.classes(i + 1) & c.PERSON
                # "19 Nipah virus (NiV) cases"
                if i <= k + 3 and not self.t.classes[k + 1] & c.NUMERAL:
                    noun |= any(x.form in NOUN_FORMS for _, x in self.triggers.get(i + 1, ()))
                return i + 1 if noun else None
            if self.t.classes[i] & (c.AUXILIARY | c.MODAL | c.VERB | c.RELATIVE):
                return None
        return None

    def past_share(self, k: int) -> int:
        """The token after the share told in brackets at token k: "228 (72%) severe cases"; k where there is none."""
        inner = self.taken.get(k + 1) if self.t.words[k : k + 1] == ["("] else None
        if inner is None or self.t.words[inner : inner + 1] not in (["%"], ["percent"]):
            return k
        return inner + 2 if self.t.words[inner + 1 : inner + 2] == [")"] else k

    def past_bracket(self, number: Number) -> int | None:
        """Where the noun may stand that "1,200 (31) deaths" counts twice; None where there is no such pair."""
        words, k = self.t.words, number.stop
        if k < self.stop and words[k] == "(" and (inner := self.numbers.get(k + 1)) is not None:
            closed = inner.stop
        elif number.first > self.first and words[number.first - 1] == "(":
            if number.first - 2 not in self.ends and words[number.first - 2] != "%":
                return None  # nor "39% (540) of the cases"
            closed = k
        else:
            return None
        return closed + 1 if words[closed : closed + 1] == [")"] else None

    def reported(self, k: int) -> bool:
        """A participle before a counted noun of a category: "ten reported deaths", "five clinically
        confirmed yellow fever cases"."""
        words = self.t.words
        if words[k].endswith("ly") and not self.t.classes[k] & COUNTABLE:  # "family"
            k += 1
            if any(x.form in NOUN_FORMS for _, x in self.triggers.get(k, ())):
                return True  # "newly INTERNALLY DISPLACED PEOPLE"
        if k >= self.stop or not words[k].endswith("ed"):
            return False
        if not self.before_case(k):
            return False
        # "twelve sustained injuries" is a clause
        return all(len(trigger.words) == 1 for _, trigger in self.triggers.get(k, ()))

    def past_grades(self, k: int) -> int | None:
        """The token of the noun behind two grades or more that token k opens: "12 CONFIRMED, PROBABLE AND SUSPECTED
        cases", which are of all these; None where there is no such list."""
        words, i = self.t.words, k
        while i + 1 < self.stop and words[i] in GRADES and words[i + 1] in _JOINTS:
            i += 1
            while i < self.stop and words[i] in _JOINTS:
                i += 1
        if i == k or i >= self.stop or words[i] not in GRADES or not self.before_case(i):
            return None
        return i + 1

    def besides_attacker(self, i: int) -> bool:
        """ "IN ADDITION TO the bomber, two guards were killed": so was he; not in addition to the dead of a list, but
        "killed a clerk, IN ADDITION TO FIVE GUARDS"."""
        if self.t.words[i + 1 : i + 3] != ["addition", "to"]:
            return False
        if i > self.first and i + 3 in self.numbers and self.classes(i + 4) & c.PERSON:
            return True
        return any(self.classes(k) & c.ATTACKER for k in range(i + 3, i + 7))

    def quoted_noun(self, k: int) -> bool:
        """Do words alone stand in the quotation marks that open at token k: '40 "MILITANTS"'?"""
        words = self.t.words
        stop = min(self.stop, k + _LONGEST_QUOTED)
        end = next((j for j in range(k + 1, stop) if not words[j].isalpha()), stop)
        return k + 1 < end < stop and words[end] == words[k]

    def graded(self, k: int) -> bool:
        """Does what an adverb grades stand before the person told: "badly BURNED children", "mostly ELDERLY men"?"""
        bits = self.classes(k)
        if bits & (ENDS & ~c.VERB | COUNTABLE | c.NUMERAL):
            return False
        return bool(self.classes(k + 1) & c.PERSON)

    def before_case(self, k: int) -> bool:
        """Does a category's noun end the group that goes on after token k: "yellow FEVER CASES"?"""
        stop, words = k + 5, self.t.words
        for q in range(k + 1, min(self.stop, k + 10)):
            apart = self.t.glued(q) and "-" in (words[q], words[q - 1])  # "COVID-19"
            if apart or self.acronym(q):
                stop += 1
                continue
            if q >= stop:
                return False
            if q in self.triggers and any(
                x.form in NOUN_FORMS and x.shape != "noun_of" for _, x in self.triggers[q]
            ):
                return True
            if self.t.classes[q] & (ENDS | c.CONJUNCTION | c.VERB):
                return False
        return False

    def acronym(self, q: int) -> bool:
        """Does token q belong to an acronym in brackets: "watery diarrhea (AWD) cases"?"""
        first = next((k for k in (q, q - 1, q - 2) if self.t.words[k] == "("), -1)
        if first < 0 or self.t.words[first + 2 : first + 3] != [")"]:
            return False
        return self.t.quote(first + 1, first + 2).isupper()

    def described_too(self, k: int) -> bool:
        """Do a word and more people stand at token k, and what became of all: "rebels and GOVERNMENT TROOPS KILLED"?"""
        if self.classes(k) & (ENDS | c.CONJUNCTION | c.VERB | c.NUMERAL) or k in self.triggers:
            return False
        several = self.classes(k + 1) & c.PERSON and self.plural(k + 1)
        befell = any(x.shape in ("passive", "adjective") for _, x in self.triggers.get(k + 2, ()))
        return bool(several) and befell

    def child(self, k: int) -> bool:
        """Does "with" at token k bring children who share it: "killed a woman WITH HER TWO CHILDREN"?"""
        for i in range(k + 2, min(self.stop, k + _CHILDREN)):
            if self.t.words[i] in _THEIR_CHILDREN:
                alone = self.classes(i + 1) & (c.AUXILIARY | c.VERB)  # "… was killed"
                owner = alone or self.t.words[i + 1 : i + 2] == ["'s"]
                return not owner and self.t.words[k + 1] in ("her", "his")
        return False

    def past_calibre(self, k: int) -> int | None:
        """The token after a measure right behind a number: "two 9MM pistols", "one 122-MM gun"; None where there is
        none, or where it ends the group."""
        stop = self.taken.get(k, k + 1)
        hyphen = stop < self.stop and self.t.words[stop] == "-" and self.t.glued(stop)
        unit = stop + hyphen
        if unit + 1 >= self.stop or not self.t.glued(unit) or not self.t.words[unit].isalpha():
            return None
        return unit + 1 if not self.classes(unit + 1) & ENDS else None
