"""Groups: a sentence's tokens gathered into counted groups, noun groups, verb groups and the joints between.

The chunks of a sentence follow one another without gaps; later stages walk over chunks, never over tokens.
"""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    COMMA,
    COUNT,
    LEAVING,
    NOUN,
    PREP,
    QUOTES,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
    mark,
)
from figures.extraction.groups.counted import OF_NOUN
from figures.extraction.groups.pairs import twofold
from figures.extraction.groups.people import OWNED
from figures.extraction.groups.phrases import Found
from figures.extraction.groups.questions import NOUN_FORMS
from figures.extraction.groups.sums import SumGroups
from figures.extraction.numbers.hedges import past_more
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words
from figures.model import Number

# what an active verb's object does not begin with
_NO_OBJECT: Final = (
    c.PREPOSITION | c.AUXILIARY | c.MODAL | c.PUNCTUATION | c.RELATIVE | c.CONJUNCTION | c.SUBORDINATOR
)  # fmt: skip
_ARTICLE_OR_DETERMINER: Final = c.ARTICLE | c.DETERMINER
_DETERMINING: Final = _ARTICLE_OR_DETERMINER | c.UNNUMBERED
_LAST: Final = (["last"], ["final"], ["remaining"])  # before a count of people
_TAKERS: Final = (["taker"], ["takers"], ["taking"])
_BESIDE: Final = {
    w[0]: w for w in (["along", "with"], ["as", "well", "as"], ["together", "with"], ["alongside"])
}
_SAME_AS_NOUN: Final = frozenset(("base", "s"))
_NOUN_OR_ADJECTIVE: Final = NOUN_FORMS | {"adjective"}
_FINITE: Final = frozenset(("past", "past_participle", "s", "base"))
_AGED: Final = frozenset("under below over above".split())
_QUOTED: Final = (["“"], ['"'], ["'"], ["‘"])  # "in a post that “12 pupils” were freed"
_FLOATING: Final = frozenset("both all each".split())  # "a woman and her niece both died"
_ACTS: Final = frozenset(("active", "passive", "noun_of"))
_HALVES: Final = frozenset("am pm a.m. p.m.".split())
_ATTACKS: Final = frozenset(("attack", "attacks"))
_SAYS: Final = frozenset("said says told added".split())
_OF_ALL: Final = [["of", x] for x in ("the", "these", "those", "its", "their")]
_OPENING: Final = _FLOATING | {"twin", "couple", "parents", "crew"}


class _Reader(SumGroups):
    """Reads the chunks of one sentence from left to right."""

    def chunks(self) -> list[Chunk]:
        out: list[Chunk] = []
        before: Chunk | None = None
        i = self.first
        while i < self.stop:
            chunk = self.chunk(i, before)
            i = chunk.stop
            if before is not None and chunk.kind == NOUN == before.kind:
                if chunk.first in self.triggers:
                    before.stop = i  # "the floods", "dilapidated houses": one noun group
                    continue
            out.append(chunk)
            before = chunk
            if chunk.kind == VERB:
                self.leaving = self.t.words[i - 1] in LEAVING
        return out

    def chunk(self, i: int, before: Chunk | None) -> Chunk:
        t = self.t
        word, bits = t.words[i], t.classes[i]
        if i in self.numbers:
            return self.count(i, self.numbers[i])
        if word in _OPENING and (opened := self.opened(i, word, before)):
            return opened
        if self.folds and (murder := self.manifold(i)):
            return Chunk(COUNT, i, murder.stop, murder, self.inside(i + 1, murder.stop))
        if i in self.taken:
            if i in self.ages and (aged := self.aged(i)):
                return aged
            stop = self.past_clock(self.taken[i])
            if i in self.ages and word in _AGED and before is not None and before.count is not None:
                return Chunk(ADVERB, i, self.past_ages(i))  # "1,500 children UNDER FIVE were"
            return Chunk(
                NOUN, i, stop + (stop < self.stop and t.words[stop] == "s" and t.glued(stop))
            )
        if not bits and word not in _BESIDE and i not in self.large:
            return self.unlisted(i, before)
        if bits & c.PUNCTUATION:
            if word == "," and (more := past_more(self.t, i, self.stop)) > i:
                return Chunk(ADVERB, i, more)  # "12 people, AND POSSIBLY MORE, died"
            named = self.quoted(i, word, before) if word in QUOTES else None
            return named or mark(self.t, i, self.stop)
        if (
            word == "aged"
            and i + 1 in self.ages
            and before is not None
            and before.count is not None
        ):
            # "two children AGED SIX AND TEN injured"
            return Chunk(ADVERB, i, self.past_ages(i + 1))
        if bits & _DETERMINING or i in self.large:
            determined = self.determined(i, word, bits)
            if determined is not None:
                return determined
        if bits & c.MODAL and before is not None:
            if before.kind == PREP or t.classes[i - 1] & c.DIGIT and t.capital(i):
                return Chunk(NOUN, i, i + 1)  # "as of May", "on 3 May"
        if bits & (c.AUXILIARY | c.MODAL) and t.words[i : i + 2] != ["remains", "of"]:
            return self.verb(i)
        if i in self.triggers:
            return self.trigger(i, before)
        if bits & c.RELATIVE and not (word == "that" and self.opens_clause(i, before)):
            return Chunk(RELATIVE, i, i + 1)
        if word == "in" and self.besides_attacker(i):
            return Chunk(AND, i, i + 3)
        if word in _BESIDE and t.words[i + 1 : i + len(_BESIDE[word])] == _BESIDE[word][1:]:
            return Chunk(AND, i, i + len(_BESIDE[word]))
        if bits & c.CONJUNCTION:
            return Chunk(CLAUSE if word == "but" else AND, i, i + 1)
        if word == "to" and i + 1 < self.stop and self.is_base_verb(i + 1):
            return self.verb(i)
        if word == "so" and t.words[i + 1 : i + 2] == ["far"]:
            return Chunk(ADVERB, i, i + 2)
        if bits & c.SUBORDINATOR and not bits & c.PREPOSITION or word == "that":
            return Chunk(CLAUSE, i, i + 1)
        if bits & c.PREPOSITION:
            return Chunk(PREP, i, i + 1)
        if bits & (c.SAID | c.VERB) and not self.adjectival(i, before) and not self.named(i):
            return self.noun(i) if self.an_attack(i, before) else self.verb(i)
        if word == "home" and self.classes(i + 1) & c.PLACE_NOUN:
            return self.noun(i)  # "his home town"
        if word == "never" and self.before_verb(i + 1):
            return self.verb(i)
        if bits & c.ADVERB or bits & c.HEDGE or (bits & c.NEGATION and word != "no"):
            return Chunk(ADVERB, i, i + 1)
        return self.unlisted(i, before)

    def past_clock(self, i: int) -> int:
        """The token behind the minutes and the half of the day that go on with an hour: "10:00 AM"."""
        t = self.t
        if t.words[i : i + 1] == [":"] and t.glued(i) and t.glued(i + 1) and i + 1 in self.taken:
            i = self.taken[i + 1]
        else:
            return i
        return i + (i < self.stop and t.words[i] in _HALVES)

    def opens_clause(self, i: int, before: Chunk | None) -> bool:
        quoted = self.t.words[i + 1 : i + 2] in _QUOTED
        return before is not None and (before.kind == VERB or quoted)

    def opened(self, i: int, word: str, before: Chunk | None) -> Chunk | None:
        """The chunk of two that are counted without a number, or of a word that floats between them and their verb."""
        two = None
        if word == "twin":
            two = self.twins(i)
        elif word == "both":
            two = self.pair(i)
        elif word == "couple" and before is None:
            two = self.couple(i)
        elif word == "parents" and before is None:
            two = self.parents(i)
        if two:
            return Chunk(COUNT, i, two.stop, two)
        if word == "crew" and before is not None and before.kind == AND and self.of_band(i + 2):
            # "12 passengers and CREW OF four"
            return Chunk(ADVERB, i, i + 2) if i + 2 in self.numbers else None
        if word == "all" and self.t.words[i + 1 : i + 3] in _OF_ALL and i + 3 in self.numbers:
            return Chunk(ADVERB, i, i + 2)  # "ALL OF the 60 passengers"
        floating = word in _FLOATING and self.before_verb(i + 1)
        return Chunk(ADVERB, i, i + 1) if floating else None

    def quoted(self, i: int, word: str, before: Chunk | None) -> Chunk | None:
        """The noun in quotation marks behind a preposition: "40 clerks from 'LOYAL FAMILIES' were killed"."""
        opens = before is not None and (
            before.kind == PREP or self.classes(i - 1) & _ARTICLE_OR_DETERMINER
        )
        if not opens or i + 1 >= self.stop or not self.t.words[i + 1][0].isalpha():
            return None
        noun = self.chunk(i + 1, before)
        closed = noun.stop if self.t.words[noun.stop - 1] == word else noun.stop + 1
        if noun.kind != NOUN or closed > self.stop or self.t.words[closed - 1] != word:
            return None
        return Chunk(NOUN, i, closed)

    def determined(self, i: int, word: str, bits: int) -> Chunk | None:
        """The chunk that an article, a determiner or a word for many opens, where it counts or stands apart."""
        t = self.t
        if bits & _ARTICLE_OR_DETERMINER and (stop := self.sum_of(i)):
            return Chunk(ADVERB, i, stop)  # "a total of" is no part of the quote
        if i + 1 in self.numbers and (
            bits & c.ARTICLE
            and self.crew_behind(self.numbers[i + 1].stop)
            or word == "many"
            and self.numbers[i + 1].qualifier == "vague"
        ):
            return Chunk(ADVERB, i, i + 1)  # "seized A nine-man crew", "MANY thousands of people"
        if bits & c.ARTICLE and (at := self.addition(i)):
            more = self.of_number(self.numbers[at])
            more.first, more.adding = i, True
            return Chunk(COUNT, i, more.stop, more, self.inside(at, more.stop))
        if word == "the" and t.words[i + 1 : i + 2] == ["couple"] and (two := self.couple(i)):
            return Chunk(COUNT, i, two.stop, two)
        if word == "the" and self.stands_for_the_rest(i + 1):
            return Chunk(ADVERB, i, i + 1)
        if word == "the" and t.words[i + 1 : i + 2] in _LAST and i + 2 in self.numbers:
            told = self.of_number(self.numbers[i + 2])
            if told.unit == "person" or told.head is None:  # "wounding the remaining six"
                return Chunk(ADVERB, i, i + 2)  # "the bodies of the last 12 miners"
        many = bits & (c.UNNUMBERED | c.ARTICLE) or i in self.large
        if many and (some := self.unnumbered(i)):
            return Chunk(COUNT, i, some.stop, some, self.inside(i, some.stop))
        if bits & c.ARTICLE and (one := self.article(i) or self.couple(i)):
            return Chunk(COUNT, i, one.stop, one, self.inside(i, one.stop))
        if word in OWNED and (counted := self.definite(i)):
            return Chunk(COUNT, i, counted.stop, counted)
        if bits & c.DETERMINER and i + 1 < self.stop:  # "all 20 passengers": the count begins after
            k = i + 1
            while k < self.stop and t.classes[k] & c.DETERMINER and k not in self.numbers:
                k += 1
            if k + 1 in self.numbers and t.words[k] == "other":
                k += 1  # "kidnapped the other two"
            if word == "that" and t.words[i - 1] == "and" and k in self.numbers:
                return Chunk(CLAUSE, i, k)  # "said that 12 died AND THAT nine were hurt"
            if k in self.numbers or t.words[k : k + 1] == ["twin"] and self.twins(k):
                return Chunk(ADVERB, i, k)
        return None

    def unlisted(self, i: int, before: Chunk | None) -> Chunk:
        """A chunk that begins with a word of no list, or of none that matters here."""
        if not self.t.words[i].endswith(("ly", "ed", "ing")):
            return self.noun(i)  # most words
        if self.manner(i):
            return Chunk(ADVERB, i, i + 1)  # "unlawfully"
        if self.past(i) and not self.adjectival(i, before):
            return self.verb(i)
        if before is not None and before.count is not None and self.acting(i):
            return Chunk(VERB, i, i + 1, main=i)  # "a soldier guarding the gate"
        return self.noun(i)

    def an_attack(self, i: int, before: Chunk | None) -> bool:
        """Is it the noun: "kidnapped in a train ATTACK were freed", but "gunmen ATTACK a village"?"""
        if self.t.words[i] not in _ATTACKS or before is None or before.kind != NOUN:
            return False
        after = self.t.classes[i + 1] if i + 1 < self.stop else c.PUNCTUATION
        return bool(after & (_NO_OBJECT | c.TRIGGER))

    def adjectival(self, i: int, before: Chunk | None) -> bool:
        """A participle that stands before a noun: "suspected militants", "armed men"."""
        t = self.t
        after = t.classes[i + 1] if i + 1 < self.stop else c.PUNCTUATION
        if t.words[i : i + 2] == ["reporting", "period"]:
            return True
        return bool(after & (c.PERSON | c.BUILDING | c.HOUSEHOLD)) and (
            before is None
            or before.kind in (PREP, COMMA, STOP)
            or before.kind == AND
            and not (t.classes[i] & c.VERB or t.words[i] in _SAYS)  # "and caused minor damage"
        )

    def inside(self, first: int, stop: int) -> tuple[tuple[int, int, Trigger], ...]:
        if first >= stop:
            return ()
        found = ((i, e, t) for i in range(first, stop) for e, t in self.triggers.get(i, ()))
        return tuple(x for x in found if not self.taker(x[1]))

    def taker(self, i: int) -> bool:
        """Do the tokens from i make a noun before them name who does it: "50 hostage-TAKERS"?"""
        t = self.t
        return t.words[i : i + 1] == ["-"] and t.words[i + 1 : i + 2] in _TAKERS

    def trigger(self, i: int, before: Chunk | None) -> Chunk:
        """A chunk that begins with a category's phrase: a verb group, or a noun or adjective alone."""
        here = tuple([(i, e, t) for e, t in self.triggers[i]])
        stop = max([e for _, e, _ in here])
        forms = {t.form for *_, t in here}
        if stop == i + 1 and (self.hyphened(i) or self.of_suspect(i)):
            return self.noun(i)
        if forms <= NOUN_FORMS:
            return Chunk(TRIGGER, i, stop, triggers=here)
        if stop == i + 1 and self.before_staff(i):
            return self.noun(i)
        if forms <= _SAME_AS_NOUN and self.thing(i, stop, before):
            return Chunk(NOUN, i, stop)
        if before is not None and before.kind == VERB and self.helped(i, stop):
            return self.noun(i)
        after = self.t.classes[stop] if stop < self.stop else c.PUNCTUATION
        if acts := self.acts_on(i, stop, before):
            here = tuple([x for x in here if x[2].form not in NOUN_FORMS])
        if (
            forms <= _NOUN_OR_ADJECTIVE
            or not acts
            and (
                not forms.isdisjoint(_SAME_AS_NOUN)
                and not forms.isdisjoint(NOUN_FORMS)
                and (before.kind in (NOUN, PREP, TRIGGER) if before else after & c.AUXILIARY)
            )
        ):
            return Chunk(TRIGGER, i, stop, triggers=here)
        if before is not None and before.kind == PREP and forms <= _SAME_AS_NOUN:
            if self.t.words[before.stop - 1] not in ("to", "aboard", "onboard"):
                return Chunk(NOUN, i, stop)  # "including shelter", "died of wounds she had"
        if (
            before is not None
            and (before.kind == PREP or before.kind == NOUN and self.t.words[i - 1] == "the")
            and forms <= {"past", "past_participle"}
            and not after & ~c.BUILDING
        ):
            if all(t.shape == "intransitive" for *_, t in here):
                return Chunk(NOUN, i, stop)  # "rescued from the COLLAPSED mine"
        if not after and self.t.words[i] == "affected" and self.t.words[i - 1] == "the":
            return Chunk(NOUN, i, stop)  # "in the affected regions"
        chunk = Chunk(VERB, i, stop, triggers=here, main=i)
        chunk.finite = not forms.isdisjoint(_FINITE)
        if (
            after & c.PERSON
            and self.t.words[i].endswith("ed")
            and before is not None
            and before.kind in (PREP, NOUN)
            and self.t.words[before.stop - 1] in OF_NOUN
        ):
            return Chunk(TRIGGER, i, stop, triggers=here)
        self.join(chunk)
        return chunk

    def thing(self, i: int, stop: int, before: Chunk | None) -> bool:
        """A verb's word that names a thing here, for nothing follows that it acts on: "in the floods"."""
        acts = all(t.shape in _ACTS for _, t in self.triggers[i])
        if stop in self.numbers or not acts or self.t.words[stop : stop + 1] == ["of"]:
            return False  # "the FLOODING of 40 homes"
        article = before is not None and self.t.classes[before.stop - 1] & (
            c.ARTICLE | c.DETERMINER
        )
        named = before is not None and before.kind in (NOUN, PREP, TRIGGER)
        after = self.t.classes[stop] if stop < self.stop else c.PUNCTUATION
        grows = self.t.words[stop : stop + 1] and self.t.words[stop] in load_words("verbs", "sizes")
        # "toll in Lesk strike climbs"
        return bool(article or named and (after & _NO_OBJECT or grows))

    def count(self, i: int, number: Number) -> Chunk:
        """The chunk of a number and what it counts."""
        if self.t.words[i : i + 4] == ["a", "couple", "and", "their"] and (two := self.couple(i)):
            return Chunk(COUNT, i, two.stop, two)
        band = self.of_band(i)
        if band == "governed":
            return Chunk(NOUN, i, number.stop)
        counted = self.of_number(number)
        twofold(self.t, counted)
        if counted.head is None and (band or self.t.words[number.stop - 1] == "couple"):
            counted.unit = "person"
        self.family(counted)
        if (noun := self.past_bracket(number)) is not None and counted.head is None:
            shared = self.of_number(number, noun)  # "1,200 (31) deaths": both count the noun behind
            counted.unit, counted.groups, counted.head = shared.unit, shared.groups, shared.head
            beside = self.t.words[max(self.first, i - 2) : i]
            counted.adding = beside[-1:] == ["("] and "%" not in beside
            counted.of_those = shared.of_those
            return Chunk(COUNT, i, number.stop, counted, self.inside(noun, shared.stop))
        stop = counted.stop
        if (
            counted.head is not None
            and not counted.of_those
            and self.past_share(number.stop) > number.stop
        ):
            counted.stop = number.stop  # "228 (72%) severe cases": the noun stands apart
        if counted.head is None and number.value is None and self.of_hurt(stop):
            stop += 1
        return Chunk(COUNT, i, stop, counted, self.inside(number.stop, stop))


def chunk(
    tokens: Tokens,
    first: int,
    stop: int,
    numbers: list[Number],
    phrases: Found | None = None,
) -> list[Chunk]:
    """The chunks of the sentence of tokens ``[first, stop)``; together they hold every token once.

    ``phrases`` are the categories' phrases in it, where they have been looked for already.
    """
    return _Reader(tokens, first, stop, numbers, phrases).chunks()
