"""Counted groups: which words after a number, an article or a possessive belong to what it counts.

"at least 12 Shia pilgrims", "five of those", "a woman and her two children", "33" with its noun left out.
"""

from __future__ import annotations

from figures.categories import Trigger
from figures.extraction.groups.chunks import Counted
from figures.extraction.words.tokens import Tokens
from figures.extraction.words.vocabulary import not_people
from figures.lexicon import classes as c
from figures.lexicon import person_groups
from figures.model import Number

_ADDING = frozenset("another other others more additional further new extra".split())
_ALONE = frozenset("others other more".split())  # stand for the noun they leave out
_POSSESSIVE = frozenset("his her their its my our".split())
OF_NOUN = frozenset("the those these them his her their its our whom which this that us".split())
_OF_PRONOUN = frozenset("them whom those these us which".split())
_AGE_WORDS = frozenset("- year years yr month months week old".split())
_COUNTABLE = c.PERSON | c.HOUSEHOLD | c.BUILDING
_ENDS = (
    c.AUXILIARY | c.MODAL | c.PREPOSITION | c.RELATIVE | c.PUNCTUATION | c.ARTICLE | c.SAID
    | c.DETERMINER | c.SUBORDINATOR
)  # fmt: skip
_NO_MODIFIER = (
    c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION | c.AUXILIARY | c.DETERMINER | c.ARTICLE
)
_NOUN_FORMS = frozenset(("noun", "nouns"))
_VERBAL_FORMS = frozenset(("adjective", "past_participle", "past", "participle"))
_LONGEST = 9  # tokens between a number and the end of its noun
_STRANGE = 4  # of them that no lexicon knows

Triggers = dict[int, list[tuple[int, Trigger]]]


class CountedGroups:
    """Reads the counted groups of one sentence, which ends at token ``stop``."""

    def __init__(
        self, tokens: Tokens, stop: int, numbers: list[Number], triggers: Triggers
    ) -> None:
        self.t, self.stop, self.triggers = tokens, stop, triggers
        self.numbers = {n.first: n for n in numbers if n.kind == "count"}
        self.taken = {n.first: n.stop for n in numbers if n.kind != "count"}
        self.ages = {n.first: n.stop for n in numbers if n.kind in ("age", "ordinal")}

    def of_number(self, number: Number) -> Counted:
        """The group that a number counts."""
        counted = _plain(number)
        self.head(counted, number.stop)
        return counted

    # -- the noun after a number ----------------------------------------------------------------

    def head(self, counted: Counted, k: int) -> None:
        """Find the counted noun from token k on; sets stop, head, unit and groups."""
        at = self.of_those(counted, k)
        if at is None:
            return
        search = _Search(counted)
        limit = min(self.stop, at + _LONGEST)
        while at is not None and at < limit:
            at = self.step(search, at)
        best = search.head
        if best is None:
            return
        unit = search.unit
        if counted.of_those and unit not in ("person", "household", "building", None):
            unit = unit if unit in not_people() else None
        counted.stop = max(best + 1, counted.stop)
        counted.head = best
        counted.unit = None if self.t.words[best] in _ALONE else unit
        counted.groups = tuple(dict.fromkeys(search.groups))

    def of_those(self, counted: Counted, k: int) -> int | None:
        """Where the noun may begin: after "of the", "of those"; None where nothing more can follow."""
        words = self.t.words
        if k + 1 >= self.stop or words[k] != "of":
            return k
        follow = words[k + 1]
        if follow in OF_NOUN:
            counted.of_those = True
            base = self.numbers.get(k + 2)
            if (
                base is not None
            ):  # "four of her 26 nurses": the second number is no count of its own
                whole = self.of_number(base)
                counted.stop, counted.head, counted.unit = whole.stop, whole.head, whole.unit
                counted.groups = whole.groups
                return None
            if follow in _OF_PRONOUN:
                counted.stop, counted.head = k + 2, k + 1
                return None
            return k + 2
        return k + 1 if counted.value is None else k

    def step(self, search: _Search, k: int) -> int | None:
        """The token to look at after token k; None where the group has ended."""
        t = self.t
        if k in self.ages:
            return self.past_age(k)
        if k in self.numbers or k in self.taken:
            return None
        word, bits = t.words[k], t.classes[k]
        if word == "-" and t.glued(k) and k + 1 < self.stop and t.glued(k + 1):
            if search.head == k - 1:  # "passers-by", "asylum-seekers": one noun
                whole = f"{t.words[k - 1]}-{t.words[k + 1]}"
                search.head = k + 1
                search.unit = "person" if whole in person_groups() else search.unit
            return k + 2
        if search.head is None and self.reported(k):
            return k + 1
        if word in _ADDING:
            search.counted.adding = True
            if word in _ALONE and search.head is None:
                search.head = k
            return k + 1
        if bits & _COUNTABLE:
            return self.countable(search, k)
        if word == "'s" and search.head is not None:
            search.head = search.unit = (
                None  # "20 of the island's residents": the owner is not counted
            )
            return k + 1
        if bits & _ENDS:
            return None
        if bits & c.CONJUNCTION:
            return self.joined(search, k)
        if k in self.triggers:
            return self.trigger_word(search, k)
        after = self.classes(k + 1)
        if bits & (c.ADVERB | c.HEDGE | c.VERB) or (word.endswith("ed") and not bits):
            return k + 1 if search.head is None and after & _COUNTABLE else None
        if search.unit is not None and not bits & c.DEMONYM and not after & (c.PERSON | c.BUILDING):
            return None  # a head is known, and this is another noun: "12 people Sunday"
        if bits & (c.MONTH | c.WEEKDAY | c.TIME):
            if search.head is None and not search.counted.of_those:
                search.head, search.unit = k, word
            return None
        search.strange += 1
        if search.strange > _STRANGE:
            return None
        search.head, search.unit = k, "person" if bits & c.DEMONYM else word
        return k + 1

    def classes(self, k: int) -> int:
        """The classes of token k; those of punctuation beyond the sentence."""
        return self.t.classes[k] if k < self.stop else c.PUNCTUATION

    def reported(self, k: int) -> bool:
        """A participle before a counted noun of a category: "ten reported deaths"."""
        return (
            self.t.words[k].endswith("ed")
            and k not in self.triggers
            and any(
                x.form in _NOUN_FORMS for q in (k + 1, k + 2) for _, x in self.triggers.get(q, ())
            )
        )

    def countable(self, search: _Search, k: int) -> int | None:
        """A known noun for people, households or buildings."""
        bits, word = self.t.classes[k], self.t.words[k]
        if search.unit == "person" and search.head is not None and self.plural(search.head):
            if self.t.words[k - 1] not in ("and", "or"):
                return None
        search.unit = (
            "person" if bits & c.PERSON else "household" if bits & c.HOUSEHOLD else "building"
        )
        search.head = k
        search.groups += person_groups().get(word, ())
        return k + 1

    def joined(self, search: _Search, k: int) -> int | None:
        """One compound noun: "women and children", "dead and wounded civilians"."""
        if self.t.words[k] not in ("and", "or") or k + 1 in self.numbers:
            return None
        after = self.classes(k + 1)
        if after & c.PERSON and not after & c.ARTICLE:
            return k + 1 if search.head is not None or k - 1 in self.triggers else None
        both = k - 1 in self.triggers and k + 1 in self.triggers
        return k + 1 if search.head is None and both and self.classes(k + 2) & c.PERSON else None

    def trigger_word(self, search: _Search, k: int) -> int | None:
        """A category's word: the counted noun itself ("12 deaths"), or what stands before it."""
        found = self.triggers[k]
        forms = {x.form for _, x in found}
        if forms & _NOUN_FORMS:
            return self.trigger_noun(search, k, forms)
        after, ahead = self.classes(k + 1), self.classes(k + 2)
        if search.head is not None:
            return None
        if after & _COUNTABLE:
            return k + 1
        if after & c.CONJUNCTION and k + 2 in self.triggers and self.classes(k + 3) & c.PERSON:
            return k + 1
        follow = self.t.words[k + 1] if k + 1 < self.stop else ""
        if "adjective" in forms and not after and follow.isalpha() and follow.endswith("s"):
            return k + 1  # "12 hungry dogs"
        return k + 1 if ahead & c.PERSON and not after & _NO_MODIFIER else None

    def trigger_noun(self, search: _Search, k: int, forms: set[str]) -> int | None:
        stop = max(e for e, x in self.triggers[k] if x.form in _NOUN_FORMS)
        after = self.classes(stop)
        if search.head is not None and search.unit == "person" and self.plural(search.head):
            return None
        one = "nouns" not in forms
        if one and not after and self.t.words[stop].isalpha() and not self.t.capital(stop):
            return stop  # "12 evacuation routes": it stands before the noun
        if not forms & _VERBAL_FORMS:
            search.head, search.unit = stop - 1, "person"
            return stop
        # "12 dead": an adjective rather than a counted noun is left to the clause
        return stop if after & _COUNTABLE else None

    def past_age(self, i: int) -> int:
        """The token after an age that stands before its noun: "14-year-old"."""
        words = self.t.words
        k = self.ages[i]
        while k < self.stop and words[k] in _AGE_WORDS:
            k += 1
        return k

    def plural(self, i: int) -> bool:
        """Is this noun a plural, after which no other noun of its group follows?"""
        word = self.t.words[i]
        return (
            word.endswith(("s", "men", "women", "children", "people"))
            and not self.t.classes[i] & c.PERSON_ONE
        )

    # -- people told by an article, and those joined to them ---------------------------------------

    def article(self, i: int) -> Counted | None:
        """ "a policeman", "another 14-year-old girl": one person told by an article."""
        t = self.t
        if t.words[i] not in ("a", "an", "another"):
            return None
        k = i + 1
        limit = min(self.stop, i + 9)
        head: int | None = None
        told: list[str] = []
        while k < limit:
            if k in self.ages:
                k = self.past_age(k)
                continue
            if k in self.numbers:
                break
            bits, word = t.classes[k], t.words[k]
            if word == "-" and t.glued(k):
                k += 1
                continue
            if bits & c.PERSON_ONE:
                head = k
                told += person_groups().get(word, ())
                k += 1
                continue
            if head is not None and (word == "'s" or not bits & (c.PERSON | c.DEMONYM)):
                if word == "'s":
                    head = None
                break
            if bits & (
                c.PUNCTUATION
                | c.AUXILIARY
                | c.MODAL
                | c.PREPOSITION
                | c.RELATIVE
                | c.SAID
                | c.CONJUNCTION
                | c.SUBORDINATOR
            ):
                break
            if (
                bits & c.COLLECTIVE
                or word in not_people()
                or (bits & c.PERSON and not bits & c.PERSON_ONE)
            ):
                break
            k += 1
        if head is None:
            return None
        counted = Counted(
            i,
            head + 1,
            1,
            1,
            1,
            "exact",
            (i, i + 1),
            counted="article",
            unit="person",
            head=head,
            groups=tuple(dict.fromkeys(told)),
        )
        counted.adding = t.words[i] == "another"
        self.family(counted)
        return counted

    def definite(self, i: int) -> Counted | None:
        """One person told by "the", and the number of people joined to it."""
        number = self.numbers[i + 3]
        more = self.of_number(number)
        if (
            more.unit != "person"
            or number.value is None
            or number.qualifier != "exact"
            or more.adding
        ):
            return None
        groups = person_groups().get(self.t.words[i + 1], ())
        counted = Counted(
            i, i + 2, 1, 1, 1, "exact", (i, i + 2), unit="person", head=i + 1, groups=groups
        )
        self.widen(counted, more, number.value)
        return counted

    def family(self, counted: Counted) -> None:
        """Take in "and her two children", "and a sergeant" where an article or possessive joins them."""
        t = self.t
        k = counted.stop
        if counted.unit != "person" or counted.value is None or counted.qualifier != "exact":
            return
        while k + 2 <= self.stop and k < self.stop and t.words[k] == "and" and k + 1 < self.stop:
            nxt = t.words[k + 1]
            if nxt in _POSSESSIVE and k + 2 < self.stop:
                number = self.numbers.get(k + 2)
                if number is not None and number.value is not None:
                    more = self.of_number(number)
                    if more.unit != "person":
                        return
                    self.widen(counted, more, number.value)
                elif (
                    t.classes[noun := self.past_age(k + 2) if k + 2 in self.ages else k + 2]
                    & c.PERSON_ONE
                ):
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
                self.widen(counted, more_article, more_article.value or 1)
            else:
                return
            k = counted.stop

    def singular_follows(self, k: int) -> bool:
        """ "… and a policeman was hurt": the article begins a clause of its own."""
        return k < self.stop and self.t.words[k] in ("was", "is", "has", "who")

    def widen(self, counted: Counted, more: Counted, value: int | float) -> None:
        assert counted.value is not None
        total = counted.value + value
        counted.value = counted.low = counted.high = total
        counted.stop = more.stop
        counted.reported = (counted.first, more.stop)
        counted.groups = tuple(dict.fromkeys(counted.groups + more.groups))


class _Search:
    """What the search for a head has found so far."""

    __slots__ = ("counted", "groups", "head", "strange", "unit")

    def __init__(self, counted: Counted) -> None:
        self.counted = counted
        self.head: int | None = None
        self.unit: str | None = None
        self.groups: tuple[str, ...] = ()
        self.strange = 0


def _plain(number: Number) -> Counted:
    return Counted(
        number.first, number.stop, number.value, number.low, number.high, number.qualifier,
        (number.number_first, number.number_stop),
    )  # fmt: skip
