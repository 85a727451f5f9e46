"""Nouns under one number that are joined: "women and children", "12 homes, schools and shops"."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import Search
from figures.extraction.groups.questions import COUNTABLE, ENDS, NOUN_FORMS
from figures.extraction.groups.verbs import VerbGroups
from figures.lexicon import classes as c
from figures.lexicon import load_words

_KIN: Final = frozenset("women children men infants girls boys".split())


class JoinedNouns(VerbGroups):
    """Where a counted group goes on behind a conjunction or a comma."""

    def open(self, search: Search) -> bool:
        """May the noun found so far only tell what kind the counted noun is: "five LABORATORY …"?"""
        head = search.head
        return head is None or not self.classes(head) & COUNTABLE and not self.plural(head)

    def joined(self, search: Search, k: int) -> int | None:
        """One compound noun: "women and children", "dead and wounded civilians"."""
        words = self.t.words
        if words[k] not in ("and", "or") or k + 1 in self.numbers or search.counted.value == 1:
            return None
        if words[k + 1 : k + 3] == ["crew", "of"] and k + 3 in self.numbers:
            return None
        after = self.classes(k + 1)
        if after & c.PERSON and not after & c.ARTICLE:
            many = words[k + 1] in load_words("people", "plural_only")  # "soldiers and police"
            one = after & c.PERSON_ONE and not (many or self.classes(k + 2) & c.PERSON)
            if one and search.head == k - 1 and self.plural(k - 1) and words[k - 2] != ",":
                return None  # "eight soldiers AND POLICEMAN killed": one more
            of_things = search.unit not in ("person", "household") and search.head is not None
            if of_things and self.plural(search.head or 0):
                return None  # "six sites AND RESIDENTS of others"
            return k + 1 if search.head is not None or k - 1 in self.triggers else None
        if search.unit == "person" and self.described_too(k + 1):
            return k + 1
        if words[k - 1] in _KIN and (last := self.frail(k + 1)):
            search.head = last
            return last + 1
        if words[k] == "and" and self.open(search) and self.described_by_two(k + 1):
            return k + 2  # "31 landmine AND UXO casualties", "900 pregnant AND BREASTFEEDING women"
        more = self.foreign_too(k) or self.disease_too(k)
        if search.unit == "building" and after & c.BUILDING or more:
            return k + 1
        both = k - 1 in self.triggers and k + 1 in self.triggers
        counts = self.classes(k + 2) & (c.PERSON | c.HOUSEHOLD)
        return k + 1 if search.head is None and both and counts else None

    def listed(self, search: Search, k: int) -> int | None:
        """ "12 homes, schools and shops": more nouns under one number; the token after the comma, or None."""
        if search.head is None or not self.plural(search.head):
            return None
        kind = self.t.classes[search.head] & COUNTABLE
        i = k
        while i + 1 < self.stop and self.classes(i + 1) & kind and i + 1 not in self.numbers:
            joint = self.t.words[i + 2] if i + 2 < self.stop else ""
            if self.t.words[i] in ("and", "or"):
                return k + 1 if not self.classes(i + 2) & c.SAID else None
            if joint not in (",", "and", "or"):
                return None
            i += 2
        return k + 1 if i > k and self.t.words[i : i + 1] == ["and"] and self.frail(i + 1) else None

    def described_by_two(self, k: int) -> bool:
        """Is the word at token k the second of two before the noun they share: "mine and SHELL casualties"?"""
        if k + 1 >= self.stop or not self.t.words[k].isalpha() or k in self.triggers:
            return False
        if self.classes(k) & (ENDS | COUNTABLE | c.NUMERAL | c.VERB | c.CONJUNCTION | c.ADVERB):
            return False
        noun = any(x.form in NOUN_FORMS for _, x in self.triggers.get(k + 1, ()))
        return noun or bool(self.classes(k + 1) & c.PERSON) and self.plural(k + 1)
