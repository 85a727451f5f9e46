"""Groups: a sentence's tokens gathered into counted groups, noun groups, verb groups and the joints between.

The chunks of a sentence follow one another without gaps; later stages walk over chunks, never over tokens.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from figures.categories import Trigger, trigger_table
from figures.extraction.tokens import Tokens
from figures.extraction.vocabulary import not_people
from figures.lexicon import classes as c
from figures.lexicon import person_groups
from figures.model import Number

# Kinds of chunk.
COUNT, NOUN, VERB, PREP, COMMA, AND, RELATIVE, CLAUSE, STOP, OPEN, CLOSE, QUOTE, ADVERB, TRIGGER = (
    "count noun verb prep comma and relative clause stop open close quote adverb trigger".split()
)
_PUNCTUATION = {
    ",": COMMA, "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE, '"': QUOTE, ";": STOP, ":": STOP, "-": STOP,
    ".": STOP, "!": STOP, "?": STOP, "/": AND, "'": QUOTE, "*": STOP, "•": STOP, "…": STOP, "+": ADVERB,
}  # fmt: skip
_ADDING = frozenset("another other others more additional further new extra".split())
_POSSESSIVE = frozenset("his her their its my our".split())
_OF_NOUN = frozenset("the those these them his her their its our whom which this that us".split())


@dataclass(slots=True, eq=False)
class Counted:
    """A counted group: "at least 12 Shia pilgrims", "five of those", "a woman and her two children", "33".

    ``first``/``stop`` are the tokens of the quote, ``number`` what was read; ``unit`` is "person",
    "household", "building", a noun nobody counts as any of these, or None where no noun stands (elided).
    """

    first: int
    stop: int
    value: int | float | None
    low: int | float | None
    high: int | float | None
    qualifier: str
    reported: tuple[int, int]  # tokens of the quantity words
    counted: str = "number"
    unit: str | None = None
    head: int | None = None
    groups: tuple[str, ...] = ()
    adding: bool = False
    of_those: bool = False
    used: list[Trigger] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Chunk:
    """One chunk: its kind and token range, what it counts or which triggers stand in it."""

    kind: str
    first: int
    stop: int
    count: Counted | None = None
    triggers: tuple[tuple[int, int, Trigger], ...] = ()  # (first, stop, trigger)
    passive: bool = False
    finite: bool = False
    negated: bool = False
    modal: bool = False
    have: bool = False
    to: bool = False
    main: int | None = None  # token of the main verb


def find_triggers(tokens: Tokens, first: int, stop: int) -> dict[int, list[tuple[int, Trigger]]]:
    """Token index → the (stop, trigger) phrases that begin there; of each category and shape the longest."""
    table = trigger_table()
    words = tokens.words
    found: dict[int, list[tuple[int, Trigger]]] = {}
    for i in range(first, stop):
        if not tokens.classes[i] & c.TRIGGER:
            continue
        longest = 0
        for trigger in table.get(words[i], ()):
            n = len(trigger.words)
            if (
                n < longest
                and n == 1
                and longest > 1
                and any(t.category == trigger.category for _, t in found[i])
            ):
                continue
            if n == 1 or (i + n <= stop and tuple(words[i : i + n]) == trigger.words):
                found.setdefault(i, []).append((i + n, trigger))
                longest = max(longest, n)
        if longest > 1:  # "killed or injured" hides "killed": the longest phrase wins
            found[i] = [(e, t) for e, t in found[i] if e == i + longest]
    return found


class _Reader:
    """Reads the chunks of one sentence from left to right."""

    def __init__(self, tokens: Tokens, first: int, stop: int, numbers: list[Number]) -> None:
        self.t, self.first, self.stop = tokens, first, stop
        self.numbers = {n.first: n for n in numbers if n.kind == "count"}
        self.ages = {n.first: n.stop for n in numbers if n.kind in ("age", "ordinal")}
        self.taken = {n.first: n.stop for n in numbers if n.kind != "count"}
        self.triggers = find_triggers(tokens, first, stop)
        self.hidden = 0  # tokens before this one lie inside a longer phrase

    def chunks(self) -> list[Chunk]:
        out: list[Chunk] = []
        i = self.first
        while i < self.stop:
            chunk = self.chunk(i, out[-1] if out else None)
            out.append(chunk)
            i = chunk.stop
        return out

    def chunk(self, i: int, before: Chunk | None) -> Chunk:
        t = self.t
        word, bits = t.words[i], t.classes[i]
        if i in self.numbers:
            return self.count(i, self.numbers[i])
        if i in self.taken:
            return Chunk(NOUN, i, self.taken[i])
        if bits & c.PUNCTUATION:
            kind = _PUNCTUATION.get(word, NOUN)
            stop = i + 1
            while kind == STOP and stop < self.stop and t.words[stop] == word:
                stop += 1
            if kind == STOP and word == "-" and t.glued(i) and i + 1 < self.stop and t.glued(i + 1):
                return Chunk(NOUN, i, i + 1)
            return Chunk(kind, i, stop)
        if (
            word in ("a", "the")
            and "of" in t.words[i + 2 : i + 4]
            and "total" in t.words[i + 1 : i + 3]
        ):
            return Chunk(
                ADVERB, i, i + 3 + (t.words[i + 3] == "of")
            )  # "a total of" is no part of the quote
        if bits & c.ARTICLE:
            counted = self.article(i)
            if counted:
                return Chunk(COUNT, i, counted.stop, counted, self.inside(i, counted.stop))
        if word == "the" and i + 3 in self.numbers and t.words[i + 2] == "and" and t.classes[i + 1] & c.PERSON_ONE:
            counted = self.definite(i)  # "the driver and two passengers"
            if counted:
                return Chunk(COUNT, i, counted.stop, counted)
        if bits & c.DETERMINER and i + 1 < self.stop:  # "all 20 passengers": the count begins after
            k = i + 1
            while k < self.stop and t.classes[k] & c.DETERMINER and k not in self.numbers:
                k += 1
            if k in self.numbers:
                return Chunk(ADVERB, i, k)
        if bits & (c.AUXILIARY | c.MODAL):
            return self.verb(i)
        if i in self.triggers:
            return self.trigger(i, before)
        if bits & c.RELATIVE and not (
            word == "that" and before is not None and before.kind == VERB
        ):
            return Chunk(RELATIVE, i, i + 1)
        if bits & c.CONJUNCTION:
            return Chunk(CLAUSE if word == "but" else AND, i, i + 1)
        if word == "to" and i + 1 < self.stop and self.is_base_verb(i + 1):
            return self.verb(i)
        if bits & c.SUBORDINATOR and not bits & c.PREPOSITION or word == "that":
            return Chunk(CLAUSE, i, i + 1)
        if bits & c.PREPOSITION:
            return Chunk(PREP, i, i + 1)
        if bits & (c.SAID | c.VERB) and not self.adjectival(i, before):
            return self.verb(i)
        if bits & c.ADVERB or bits & c.HEDGE or (bits & c.NEGATION and word != "no"):
            return Chunk(ADVERB, i, i + 1)
        if word.endswith("ed") and not bits and len(word) > 4 and not self.adjectival(i, before):
            return self.verb(i)
        return self.noun(i)

    def is_base_verb(self, i: int) -> bool:
        return any(trigger.form == "base" for _, trigger in self.triggers.get(i, ())) or bool(
            self.t.classes[i] & (c.VERB | c.AUXILIARY)
        )

    def adjectival(self, i: int, before: Chunk | None) -> bool:
        """A participle that stands before a noun: "suspected militants", "armed men"."""
        t = self.t
        after = t.classes[i + 1] if i + 1 < self.stop else c.PUNCTUATION
        return bool(after & (c.PERSON | c.BUILDING | c.HOUSEHOLD)) and (
            before is None or before.kind in (PREP, AND, COMMA, STOP)
        )

    def inside(self, first: int, stop: int) -> tuple[tuple[int, int, Trigger], ...]:
        return tuple((i, e, t) for i in range(first, stop) for e, t in self.triggers.get(i, ()))

    def trigger(self, i: int, before: Chunk | None) -> Chunk:
        """A chunk that begins with a category's phrase: a verb group, or a noun or adjective alone."""
        found = self.triggers[i]
        stop = max(e for e, _ in found)
        here = tuple((i, e, t) for e, t in found)
        if all(t.form in ("noun", "nouns") for _, t in found):
            return Chunk(TRIGGER, i, stop, triggers=here)
        forms = {t.form for _, t in found}
        after = self.t.classes[stop] if stop < self.stop else c.PUNCTUATION
        if forms <= {"adjective", "noun", "nouns"} or (
            forms & {"base", "s"}
            and forms & {"noun", "nouns"}
            and before is not None
            and before.kind in (NOUN, PREP, TRIGGER)
        ):
            return Chunk(TRIGGER, i, stop, triggers=here)
        chunk = Chunk(VERB, i, stop, triggers=here, main=i)
        chunk.finite = bool(forms & {"past", "past_participle", "s", "base"})
        if (
            self.t.words[i].endswith("ed")
            and after & c.PERSON
            and before is not None
            and before.kind in (PREP, NOUN)
            and self.t.words[before.stop - 1] in _OF_NOUN
        ):
            return Chunk(TRIGGER, i, stop, triggers=here)
        self.join(chunk)
        return chunk

    def join(self, chunk: Chunk) -> None:
        """Take in coordinated verbs: "shot and killed", "killed or injured"."""
        t = self.t
        while (
            chunk.stop + 1 < self.stop
            and t.words[chunk.stop] in ("and", "or")
            and (t.classes[chunk.stop + 1] & c.VERB or chunk.stop + 1 in self.triggers)
            and chunk.stop + 1 not in self.numbers
            and any(
                t_.form.startswith("past") or t_.form == "participle"
                for _, t_ in self.triggers.get(chunk.stop + 1, ())
            )
            and chunk.main is not None
        ):
            here = [(chunk.stop + 1, e, x) for e, x in self.triggers[chunk.stop + 1]]
            chunk.triggers += tuple(here)
            chunk.stop = max(e for _, e, _ in here)

    def verb(self, i: int) -> Chunk:
        """A verb group from token i: auxiliaries, adverbs, negation, then the main verb."""
        t = self.t
        chunk = Chunk(VERB, i, i + 1)
        k = i
        be = False
        while k < self.stop:
            word, bits = t.words[k], t.classes[k]
            if k in self.numbers:
                break
            if bits & c.AUXILIARY:
                if word in (
                    "been",
                    "be",
                    "being",
                    "is",
                    "are",
                    "was",
                    "were",
                    "am",
                    "get",
                    "got",
                    "gets",
                    "wasn't",
                    "weren't",
                    "isn't",
                    "aren't",
                ) or word.startswith("remain"):
                    be = True
                chunk.finite |= word not in ("been", "be", "being", "having", "getting")
                chunk.have |= word in (
                    "has",
                    "have",
                    "had",
                    "having",
                    "hasn't",
                    "haven't",
                    "hadn't",
                )
                chunk.negated |= bool(bits & c.NEGATION)
            elif bits & c.MODAL:
                chunk.modal = chunk.finite = True
                chunk.negated |= word == "cannot"
            elif word == "to" and k + 1 < self.stop and self.is_base_verb(k + 1):
                chunk.to = True
            elif word in ("not", "never"):
                chunk.negated = True
            elif k in self.triggers and any(
                x.form not in ("noun", "nouns") for _, x in self.triggers[k]
            ):
                here = [(k, e, x) for e, x in self.triggers[k] if x.form not in ("noun", "nouns")]
                chunk.triggers = tuple(here)
                chunk.main, chunk.stop, chunk.passive = k, max(e for _, e, _ in here), be
                self.join(chunk)
                follow = chunk.stop  # "feared dead", "reported missing", "are feared to have died"
                if (
                    t.classes[k] & c.HEDGE
                    and follow < self.stop
                    and (t.words[follow] == "to" or follow in self.triggers)
                ):
                    k = follow
                    continue
                return chunk
            elif (
                bits & c.HEDGE and chunk.finite
            ):  # feared, believed, presumed: what follows tells more
                chunk.main = k
            elif bits & (c.ADVERB | c.HEDGE):
                pass
            elif (bits & (c.VERB | c.SAID) or word.endswith("ed")) and not bits & c.PREPOSITION:
                if chunk.main is not None and not t.classes[chunk.main] & c.HEDGE:
                    break
                chunk.main, chunk.stop, chunk.passive = k, k + 1, be
                chunk.finite |= not word.endswith("ing") and bool(
                    bits & c.SAID or (bits & c.VERB and not word.endswith("ed"))
                )
                if bits & c.HEDGE or word in (
                    "reported",
                    "said",
                    "left",
                    "found",
                    "listed",
                    "shot",
                    "believed",
                ):
                    k += 1
                    chunk.stop = k
                    continue
                self.join(chunk)
                return chunk
            else:
                break
            k += 1
            chunk.stop = k
        chunk.passive = chunk.passive or (be and chunk.main is not None)
        return chunk

    def noun(self, i: int) -> Chunk:
        """A noun group without a number, up to the next joint."""
        t = self.t
        k = i + 1
        while (
            k < self.stop
            and k not in self.numbers
            and k not in self.taken
            and k not in self.triggers
        ):
            bits, word = t.classes[k], t.words[k]
            if (
                word == "'s"
                or (word == "-" and t.glued(k))
                or (t.glued(k) and t.words[k - 1] == "-")
            ):
                k += 1
                continue
            if bits & (
                c.PUNCTUATION
                | c.AUXILIARY
                | c.MODAL
                | c.PREPOSITION
                | c.CONJUNCTION
                | c.RELATIVE
                | c.ARTICLE
                | c.SAID
                | c.SUBORDINATOR
                | c.ADVERB
                | c.HEDGE
            ):
                break
            if bits & c.VERB or (word.endswith("ed") and not bits and len(word) > 4):
                break
            k += 1
        return Chunk(NOUN, i, k)

    # -- counted groups ---------------------------------------------------------------------------------

    def count(self, i: int, number: Number) -> Chunk:
        t = self.t
        counted = Counted(
            number.first, number.stop, number.value, number.low, number.high, number.qualifier,
            (number.number_first, number.number_stop),
        )  # fmt: skip
        first = i
        if t.words[i - 1 : i] == ["another"] and i > self.first:
            counted.adding = True
        self.head(counted, number.stop)
        if t.words[number.first] == "both" and counted.head is None:
            return Chunk(ADVERB, i, number.stop)
        self.family(counted)
        return Chunk(COUNT, first, counted.stop, counted, self.inside(number.stop, counted.stop))

    def head(self, counted: Counted, k: int) -> None:
        """Find the counted noun after token k and set stop, head, unit and groups."""
        t = self.t
        groups = person_groups()
        if k < self.stop and t.words[k] == "of" and k + 1 < self.stop:
            follow = t.words[k + 1]
            vague = counted.qualifier == "vague" or counted.value is None
            if follow in _OF_NOUN or vague:
                counted.of_those = follow in _OF_NOUN
                k += 2 if follow in _OF_NOUN else 1
                if counted.of_those:
                    counted.stop = k
                    counted.head = k - 1
                    if follow in ("them", "whom", "those", "these", "us", "which"):
                        counted.unit = None
                        return
        best: int | None = None
        unit: str | None = None
        told: list[str] = []
        steps = 0
        limit = min(self.stop, k + 9)
        while k < limit:
            if k in self.ages:
                k = self.past_age(k)
                continue
            if k in self.numbers or k in self.taken:
                break
            word, bits = t.words[k], t.classes[k]
            if word == "-" and t.glued(k) and k + 1 < self.stop and t.glued(k + 1):
                k += 2
                continue
            if (
                best is None
                and word.endswith("ed")
                and (k + 1 in self.triggers or k + 2 in self.triggers)
                and any(
                    x.form in ("noun", "nouns")
                    for q in (k + 1, k + 2)
                    for _, x in self.triggers.get(q, ())
                )
                and k not in self.triggers
            ):
                k += 1  # "ten reported deaths"
                continue
            if word in _ADDING:
                counted.adding |= word not in ("new",) or True
                k += 1
                if word in ("others", "other", "more") and best is None:
                    best = k - 1
                    unit = unit or None
                continue
            if bits & (c.PERSON | c.HOUSEHOLD | c.BUILDING):
                if (
                    best is not None
                    and unit == "person"
                    and self.plural(best)
                    and t.words[k - 1] not in ("and", "or")
                ):
                    break
                if unit == "person" and bits & c.BUILDING and not bits & c.PERSON:
                    unit = None
                unit = (
                    "person"
                    if bits & c.PERSON
                    else "household"
                    if bits & c.HOUSEHOLD
                    else "building"
                )
                best = k
                told += groups.get(word, ())
                k += 1
                continue
            if (
                bits
                & (
                    c.AUXILIARY
                    | c.MODAL
                    | c.PREPOSITION
                    | c.RELATIVE
                    | c.PUNCTUATION
                    | c.ARTICLE
                    | c.SAID
                    | c.DETERMINER
                    | c.SUBORDINATOR
                )
                and word != "that"
            ):
                if word in ("'s",) and best is not None:
                    unit, best = None, None
                    k += 1
                    continue
                break
            if bits & c.CONJUNCTION:
                # "dead and wounded civilians", "women and children": one compound noun
                after = t.classes[k + 1] if k + 1 < self.stop else 0
                if (
                    word in ("and", "or")
                    and k + 1 not in self.numbers
                    and after & c.PERSON
                    and not after & c.ARTICLE
                    and (
                        best is not None
                        and not self.verb_soon(k + 2)
                        or k - 1 in self.triggers
                        and best is None
                    )
                ):
                    k += 1
                    continue
                if (
                    word in ("and", "or")
                    and best is None
                    and k - 1 in self.triggers
                    and k + 1 in self.triggers
                    and k + 2 < self.stop
                    and t.classes[k + 2] & c.PERSON
                ):
                    k += 1
                    continue
                break
            if k in self.triggers:
                forms = {x.form for _, x in self.triggers[k]}
                if forms & {"noun", "nouns"}:
                    stop = max(e for e, x in self.triggers[k] if x.form in ("noun", "nouns"))
                    # "12 dead": an adjective rather than a counted noun is left to the clause
                    after = t.classes[stop] if stop < self.stop else c.PUNCTUATION
                    if best is not None and unit == "person" and self.plural(best):
                        break
                    if (
                        not after
                        and stop < self.stop
                        and t.words[stop].isalpha()
                        and not t.capital(stop)
                    ):
                        k = stop  # "12 evacuation routes": it stands before the noun
                        continue
                    if not forms & {"adjective", "past_participle", "past", "participle"}:
                        best, unit, k = stop - 1, "person", stop
                        continue
                    if after & (c.PERSON | c.HOUSEHOLD | c.BUILDING):
                        k = stop
                        continue
                    break
                after = t.classes[k + 1] if k + 1 < self.stop else c.PUNCTUATION
                ahead = t.classes[k + 2] if k + 2 < self.stop else c.PUNCTUATION
                if (
                    after & (c.PERSON | c.BUILDING | c.HOUSEHOLD)
                    and best is None
                    or (
                        after & c.CONJUNCTION
                        and k + 2 in self.triggers
                        and k + 3 < self.stop
                        and t.classes[k + 3] & c.PERSON
                    )
                ):
                    k += 1
                    continue
                if (
                    best is None
                    and not after
                    and k + 1 < self.stop
                    and t.words[k + 1].isalpha()
                    and t.words[k + 1].endswith("s")
                    and not t.classes[k] & c.VERB
                    and any(x.form == "adjective" for _, x in self.triggers[k])
                ):
                    k += 1  # "12 hungry dogs"
                    continue
                if (
                    best is None
                    and ahead & c.PERSON
                    and not after
                    & (
                        c.PUNCTUATION
                        | c.PREPOSITION
                        | c.CONJUNCTION
                        | c.AUXILIARY
                        | c.DETERMINER
                        | c.ARTICLE
                    )
                ):
                    k += 1
                    continue
                break
            if bits & c.ADVERB or bits & c.HEDGE:
                if best is not None or not (
                    k + 1 < self.stop and t.classes[k + 1] & (c.PERSON | c.BUILDING)
                ):
                    break
                k += 1
                continue
            if bits & c.VERB or (word.endswith("ed") and not bits):
                after = t.classes[k + 1] if k + 1 < self.stop else c.PUNCTUATION
                if best is None and after & (c.PERSON | c.BUILDING | c.HOUSEHOLD):
                    k += 1
                    continue
                break
            if best is not None and not bits & c.DEMONYM and unit is not None:
                if k + 1 >= self.stop or not t.classes[k + 1] & (c.PERSON | c.BUILDING):
                    break  # a known head, then another noun: "12 people Sunday"
            if bits & (c.MONTH | c.WEEKDAY | c.TIME) and word != "may":
                if best is None and not counted.of_those:
                    unit, best = word, k
                    k += 1
                break
            steps += 1
            if steps > 4:
                break
            best, unit = k, "person" if bits & c.DEMONYM else word
            k += 1
        if best is None:
            return
        if counted.of_those and unit not in ("person", "household", "building"):
            unit = None if unit not in not_people() else unit
        counted.stop = max(best + 1, counted.stop)
        counted.head = best
        counted.unit = unit
        counted.groups = tuple(dict.fromkeys(told))
        if t.words[best] in ("others", "other", "more"):
            counted.unit = None

    def past_age(self, i: int) -> int:
        """The token after an age that stands before its noun: "14-year-old"."""
        words = self.t.words
        k = self.ages[i]
        while k < self.stop and words[k] in ("-", "year", "years", "yr", "month", "months", "week", "old"):
            k += 1
        return k

    def plural(self, i: int) -> bool:
        """Is this noun a plural, after which no other noun of its group follows?"""
        word = self.t.words[i]
        return (
            word.endswith(("s", "men", "women", "children", "people"))
            and not self.t.classes[i] & c.PERSON_ONE
        )

    def verb_soon(self, k: int) -> bool:
        """Does a finite verb follow at once, so that "and" joins clauses?"""
        return False

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
        more = Counted(number.first, number.stop, number.value, number.low, number.high,
                       number.qualifier, (number.number_first, number.number_stop))  # fmt: skip
        self.head(more, number.stop)
        if more.unit != "person" or number.value is None or number.qualifier != "exact" or more.adding:
            return None
        groups = person_groups().get(self.t.words[i + 1], ())
        counted = Counted(i, i + 2, 1, 1, 1, "exact", (i, i + 2), unit="person", head=i + 1, groups=groups)
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
                    more = Counted(
                        number.first,
                        number.stop,
                        number.value,
                        number.low,
                        number.high,
                        number.qualifier,
                        (number.number_first, number.number_stop),
                    )
                    self.head(more, number.stop)
                    if more.unit != "person":
                        return
                    self.widen(counted, more, number.value)
                elif t.classes[noun := self.past_age(k + 2) if k + 2 in self.ages else k + 2] & c.PERSON_ONE:
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


def chunk(tokens: Tokens, first: int, stop: int, numbers: list[Number]) -> list[Chunk]:
    """The chunks of the sentence of tokens ``[first, stop)``; together they hold every token once."""
    return _Reader(tokens, first, stop, numbers).chunks()
