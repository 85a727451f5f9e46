"""Frames: the categories' shapes laid on the clauses of a sentence; each reading is a figure to be.

A counted group is read by a verb before it is read by the noun it stands on, so that "40 refugees drowned"
counts the dead and not the refugees.
"""

from __future__ import annotations

from dataclasses import dataclass

from figures.categories import Trigger, categories
from figures.extraction.clauses import (
    conjuncts_left,
    governed,
    is_dash,
    objects,
    own_clause,
    subject,
)
from figures.extraction.groups import (
    ADVERB,
    AND,
    CLAUSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
    Counted,
)
from figures.extraction.named import named_objects, named_subjects
from figures.extraction.tokens import Tokens
from figures.extraction.vocabulary import not_people
from figures.lexicon import classes as c

_LIVES = frozenset(
    "claimed claim claims claiming took take takes taken taking cost costs costing lost lose losing".split()
)
_TOLL_LINKS = frozenset("to at of as than past from by with over above".split())
_BE = frozenset("was were is are include includes included".split())


@dataclass(slots=True, eq=False)
class Reading:
    """One counted group under one category, with the chunk and the trigger that told it."""

    counted: Counted
    at: int  # chunk of the counted group
    by: int  # chunk of the trigger
    trigger: Trigger
    span: tuple[int, int]  # tokens of the trigger
    part_of: Reading | None = None
    superseded: bool = False
    absent: str | None = None  # "known": nobody; "unknown": not known yet


class Framer:
    """Lays the shapes on one sentence's chunks."""

    def __init__(self, tokens: Tokens, chunks: list[Chunk]) -> None:
        self.t, self.chunks = tokens, chunks
        self.readings: list[Reading] = []
        self.read: dict[int, list[Reading]] = {}
        first, stop = chunks[0].first, chunks[-1].stop
        words = tokens.text[tokens.starts[first] : tokens.ends[stop - 1]]
        self.shouted = words.isupper()

    def frames(self) -> list[Reading]:
        """Every reading of the sentence, in the order of the text."""
        for k, chunk in enumerate(self.chunks):
            for s, e, trigger in chunk.triggers:
                if trigger.shape == "toll" and self.toll(k, (s, e), trigger):
                    break
        for k, chunk in enumerate(self.chunks):
            if chunk.kind == VERB and chunk.triggers:
                self.verb(k, chunk)
        for k, chunk in enumerate(self.chunks):
            if chunk.kind == TRIGGER:
                self.word(k, chunk)
        for k, chunk in enumerate(self.chunks):
            if chunk.kind == COUNT and chunk.triggers and k not in self.read:
                self.inside(k, chunk)
            elif chunk.kind == VERB and not chunk.triggers:
                self.inverted(k)
        for reading in list(self.readings):
            self.parts(reading)
        for found in self.read.values():
            over = {name for r in found for name in categories()[r.trigger.category].overrides}
            self.readings = [
                r for r in self.readings if r not in found or r.trigger.category not in over
            ]
        self.readings.sort(key=lambda r: (r.counted.first, r.by))
        return self.readings

    # -- what a reading needs -----------------------------------------------------------------------------

    def accepts(self, counted: Counted, trigger: Trigger, elided: bool = True) -> bool:
        """May this category count this group's noun? An elided noun is taken for the category's first unit."""
        units = categories()[trigger.category].units
        unit = counted.unit
        if unit is None:
            return elided
        if unit in units:
            return True
        if unit in ("household", "building", "person"):
            return False
        head = self.t.words[counted.head] if counted.head is not None else ""
        if (
            "person" not in units
            or head in not_people()
            or not categories()[trigger.category].open_nouns
        ):
            return False
        if head in self.t.words and self.t.classes[counted.head or 0] & (
            c.TIME | c.MONTH | c.WEEKDAY
        ):
            return False
        return (
            head.endswith("s")
            or trigger.shape in ("adjective", "active", "passive")
            and len(head) > 3
            and head.isalpha()
            and counted.value == 1
        )

    def blocked(self, at: int, trigger: Trigger) -> bool:
        category = categories()[trigger.category]
        words = category.not_after
        if category.not_with and category.not_with.intersection(
            self.t.words[self.chunks[0].first : self.chunks[-1].stop]
        ):
            return True
        if not words:
            return False
        chunk = self.chunks[at]
        return any(w in words for w in self.t.words[chunk.first : chunk.stop])

    def add(
        self, at: int, by: int, span: tuple[int, int], trigger: Trigger, **more: object
    ) -> Reading | None:
        counted = self.chunks[at].count
        assert counted is not None
        if not self.accepts(counted, trigger) or self.blocked(at, trigger):
            return None
        if counted.stop < len(self.t) and self.t.words[counted.stop] == "per":
            return None  # a rate
        if trigger.needs and not trigger.needs.intersection(
            self.t.words[self.chunks[0].first : self.chunks[-1].stop]
        ):
            return None
        before = self.read.get(at, [])
        if any(r.trigger.category == trigger.category for r in before):
            return None
        reading = Reading(counted, at, by, trigger, span)
        reading.superseded = bool(more.get("superseded"))
        self.readings.append(reading)
        self.read.setdefault(at, []).append(reading)
        return reading

    def add_all(self, ats: list[int], by: int, span: tuple[int, int], trigger: Trigger) -> bool:
        return any([self.add(at, by, span, trigger) is not None for at in ats])

    # -- verbs -------------------------------------------------------------------------------------------

    def verb(self, k: int, chunk: Chunk) -> None:
        categories_here = {t.category for *_, t in chunk.triggers}
        if categories_here & {"killed", "injured"} and not any(
            len(t.words) > 1 for *_, t in chunk.triggers if t.category == "casualties"
        ):
            categories_here.discard("casualties")
        for category in sorted(
            categories_here,
            key=lambda n: -max(e - s for s, e, t in chunk.triggers if t.category == n),
        ):
            found = {t.shape: (s, e, t) for s, e, t in chunk.triggers if t.category == category}
            self.verb_of(k, chunk, found)

    def verb_of(self, k: int, chunk: Chunk, found: dict[str, tuple[int, int, Trigger]]) -> None:
        if "noun_of" in found and self.of(k, found["noun_of"][:2], found["noun_of"][2]):
            return
        if "active" in found and not chunk.passive:
            s, e, t = found["active"]
            right = objects(self.t, self.chunks, k)
            if right and self.add_all(right, k, (s, e), t):
                return
            if not right and self.add_named(named_objects(self.t, self.chunks, k, self.shouted), k, (s, e), t):
                return
            if t.form in ("ing", "base", "s") and "intransitive" not in found:
                return
        if "passive" in found:
            s, e, t = found["passive"]
            if t.form in ("participle", "past_participle") and not (
                chunk.have and not chunk.passive
            ):
                if chunk.passive or self.reduced(k):
                    left = subject(self.t, self.chunks, k)
                    if left:
                        self.add_all(left, k, (s, e), t)
                        return
                    if self.after_be(k, (s, e), t):
                        return
                    if chunk.passive and self.named_subject(k, (s, e), t):
                        return
        if "intransitive" in found:
            s, e, t = found["intransitive"]
            left = subject(self.t, self.chunks, k)
            if left and (t.form != "ing" or self.reduced(k)):
                self.add_all(left, k, (s, e), t)
                return
            if t.form in ("past", "past_participle", "s") and self.named_subject(k, (s, e), t):
                return
        if "adjective" in found:
            s, e, t = found["adjective"]
            left = (
                subject(self.t, self.chunks, k)
                if chunk.passive or chunk.finite and chunk.first != s or self.reduced(k)
                else []
            )
            if left:
                self.add_all(left, k, (s, e), t)
                return
            if not self.after_be(k, (s, e), t) and chunk.passive:
                self.named_subject(k, (s, e), t)

    def named_subject(self, k: int, span: tuple[int, int], trigger: Trigger) -> bool:
        found = named_subjects(self.t, self.chunks, k, self.shouted)
        return self.add_named(found, k, span, trigger)

    def add_named(self, found: list[tuple[int, Counted]], by: int, span: tuple[int, int], trigger: Trigger) -> bool:
        """Read victims known by name, in the categories that keep them."""
        if not categories()[trigger.category].named:
            return False
        for at, person in found:
            if self.chunks[at].count is None:
                self.chunks[at].count = person
            self.add(at, by, span, trigger)
        return bool(found)

    def reduced(self, k: int) -> bool:
        """Does a participle without an auxiliary stand by a counted group ("12 people killed in …")?"""
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if (
            after is not None
            and after.kind == NOUN
            and not self.t.classes[after.first] & (c.WEEKDAY | c.TIME | c.MONTH)
        ):
            return False  # it has an object: "the shooting that killed a teen"
        j = k - 1
        while j >= 0:
            kind = self.chunks[j].kind
            if kind == COUNT:
                return True
            if kind in (ADVERB, RELATIVE) or kind == VERB and not self.chunks[j].finite:
                j -= 1
            elif kind == NOUN and j and self.chunks[j - 1].kind == PREP:
                j -= 2
            elif kind == AND and j and self.chunks[j - 1].kind == VERB:
                j -= 1
            elif kind == VERB and self.chunks[j].passive and j == k - 2:
                return True
            else:
                break
        nxt = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        return nxt is not None and nxt.kind == VERB and self.t.words[nxt.first] in _BE

    def after_be(self, k: int, span: tuple[int, int], trigger: Trigger) -> bool:
        """ "Killed were 12 villagers", "Also injured was a citizen"."""
        if (
            k + 2 < len(self.chunks)
            and self.chunks[k + 1].kind == VERB
            and self.t.words[self.chunks[k + 1].first] in _BE
        ):
            right = objects(self.t, self.chunks, k + 1)
            return bool(right) and self.add_all(right, k, span, trigger)
        return False

    def inverted(self, k: int) -> None:
        """ "Among the dead were three children", "The victims included a nurse"."""
        if self.t.words[self.chunks[k].stop - 1] not in _BE:
            return
        j = k - 1
        while j >= 0 and self.chunks[j].kind == ADVERB:
            j -= 1
        if j < 0 or not self.chunks[j].triggers or self.chunks[j].kind not in (TRIGGER, VERB):
            return
        lead = self.t.words[self.chunks[max(0, j - 2)].first : self.chunks[j].first]
        if not {"among", "the", "those"} & set(lead):
            return
        found = [
            x for x in self.chunks[j].triggers if x[2].shape in ("noun", "adjective", "passive")
        ]
        right = objects(self.t, self.chunks, k)
        if found and right:
            s, e, t = found[0]
            self.add_all(right, j, (s, e), t)

    # -- nouns and adjectives ----------------------------------------------------------------------------

    def word(self, k: int, chunk: Chunk) -> None:
        done: set[str] = set()
        for s, e, trigger in chunk.triggers:
            if trigger.category in done:
                continue
            took = False
            if trigger.shape == "toll":
                continue
            if trigger.shape in ("noun_of", "verb_noun"):
                took = self.of(k, (s, e), trigger)
            elif (
                trigger.form in ("adjective", "past_participle", "participle")
                or trigger.shape == "adjective"
            ):
                took = self.adjective(k, (s, e), trigger)
            if took:
                done.add(trigger.category)

    def adjective(self, k: int, span: tuple[int, int], trigger: Trigger) -> bool:
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if (
            after is not None
            and after.kind == NOUN
            and self.t.classes[after.first] == 0
            and not self.t.capital(after.first)
        ):
            return False  # it stands before a noun: "hungry dogs"
        j = k - 1
        while j >= 0 and (
            self.chunks[j].kind == ADVERB
            or self.chunks[j].kind == VERB
            and not self.chunks[j].triggers
            and self.chunks[j].passive
        ):
            j -= 1
        if (
            j >= 0
            and self.chunks[j].kind == COUNT
            and not (
                governed(self.t, self.chunks, j)
                and self.t.words[self.chunks[j - 1].first] in ("in", "at", "on", "from")
                and not (
                    j > 1
                    and {"resulted", "ended", "result"}
                    & set(self.t.words[self.chunks[j - 2].first : self.chunks[j - 2].stop])
                )
            )
        ):
            if j not in self.read:
                ats = [i for i in conjuncts_left(self.t, self.chunks, j) if i not in self.read]
                return self.add_all(ats, k, span, trigger)
            return False
        if j >= 0 and self.chunks[j].kind == VERB:
            left = [i for i in subject(self.t, self.chunks, j) if i not in self.read]
            return self.add_all(left, k, span, trigger)
        left = (
            [i for i in subject(self.t, self.chunks, k) if i not in self.read]
            if j >= 0 and self.chunks[j].kind != AND
            else []
        )
        return self.add_all(left, k, span, trigger)

    def of(self, k: int, span: tuple[int, int], trigger: Trigger) -> bool:
        if k + 2 >= len(self.chunks) or self.t.words[self.chunks[k + 1].first] != "of":
            return False
        if trigger.shape == "verb_noun":
            left = self.t.words[max(0, self.chunks[max(0, k - 2)].first) : self.chunks[k].first]
            if not _LIVES & set(left) and not _LIVES & set(
                self.t.words[self.chunks[k].first : self.chunks[-1].stop]
            ):
                return False
        right = [i for i in objects(self.t, self.chunks, k + 1) if i not in self.read]
        return self.add_all(right, k, span, trigger)

    def toll(self, k: int, span: tuple[int, int], trigger: Trigger) -> bool:
        """ "the death toll from the floods rose to 12 from 7": the new count, and the one left behind."""
        took = False
        j = k + 1
        while j < min(len(self.chunks), k + 16):
            chunk = self.chunks[j]
            if (
                chunk.kind == CLAUSE
                or chunk.kind == STOP
                and self.t.words[chunk.first] not in (":", "-")
            ):
                break
            if chunk.kind == VERB and chunk.triggers and took:
                break
            if chunk.kind == COUNT and chunk.count is not None and j not in self.read:
                before = j - 1
                while before > k and self.chunks[before].kind == ADVERB:
                    before -= 1
                link = self.t.words[self.chunks[before].stop - 1]
                linked = (
                    took
                    and self.chunks[before].kind == AND
                    or before == k
                    or self.chunks[before].kind in (VERB, STOP)
                    or link in _TOLL_LINKS
                )
                if (
                    linked
                    and not own_clause(self.t, self.chunks, j)
                    and chunk.count.unit in (None, "person")
                ):
                    if link == "by":  # rose by 12: an addition, no toll
                        j += 1
                        continue
                    old = link == "from"
                    took |= self.add(j, k, span, trigger, superseded=old) is not None
                elif took:
                    break
            j += 1
        return took

    def inside(self, k: int, chunk: Chunk) -> None:
        """A counted group that holds its own trigger: "12 deaths", "three wounded soldiers", "12 lives"."""
        counted = chunk.count
        assert counted is not None
        done = False
        for s, e, trigger in sorted(
            chunk.triggers, key=lambda x: (-(x[1] - x[0]), x[2].form not in ("noun", "nouns"))
        ):
            if trigger.shape == "verb_noun":
                around = self.t.words[
                    self.chunks[max(0, k - 2)].first : self.chunks[
                        min(len(self.chunks), k + 2) - 1
                    ].stop
                ]
                if _LIVES & set(around):
                    done |= self.add(k, k, (s, e), trigger) is not None
            elif (
                trigger.shape == "noun"
                and trigger.form in ("noun", "nouns")
                and counted.head is not None
                and s <= counted.head < e
            ):
                if (
                    trigger.words[-1] == "victims"
                    and counted.of_those
                    or trigger.words[-1] == "victim"
                ):
                    continue  # "one of the victims" tells nothing of what became of them
                done |= self.add(k, k, (s, e), trigger) is not None
            elif trigger.shape in ("adjective", "passive") and trigger.form in (
                "adjective",
                "past_participle",
                "participle",
            ):
                if counted.head is not None and e <= counted.head:
                    done |= self.add(k, k, (s, e), trigger) is not None
            if done:
                return

    # -- parts -------------------------------------------------------------------------------------------

    def parts(self, whole: Reading) -> None:
        """Counted groups that a figure is said to include, or that spell it out."""
        j = whole.at + 1
        crossed = False
        said_including = False
        steps = 0
        while j < len(self.chunks) and steps < 14:
            steps += 1
            chunk = self.chunks[j]
            word = self.t.words[chunk.first]
            if chunk.kind == COUNT:
                if j in self.read:
                    if any(
                        r.trigger.category == whole.trigger.category and r is not whole
                        for r in self.read[j]
                    ):
                        reading = self.read[j][0]
                        if (
                            said_including
                            and reading.part_of is None
                            and self.fits(whole, [reading.counted])
                        ):
                            reading.part_of = whole
                            j += 1
                            continue
                    return
                if own_clause(self.t, self.chunks, j):
                    return
                if not (said_including or crossed):
                    return
                ats = objects(self.t, self.chunks, j - 1)
                ats = [i for i in ats if i not in self.read]
                counts = [x for i in ats if (x := self.chunks[i].count) is not None]
                if not ats or not self.fits(whole, counts, exactly=not said_including):
                    return
                for i in ats:
                    reading_ = self.add(i, whole.by, whole.span, whole.trigger)
                    if reading_ is not None:
                        reading_.part_of = whole
                j = ats[-1] + 1
                continue
            if word in ("including", "included", "among", "include", "includes", "mostly"):
                said_including = True
            elif chunk.kind in (COMMA, OPEN) or is_dash(self.t, chunk):
                crossed = True
            elif chunk.kind == STOP or chunk.kind in (CLAUSE, RELATIVE) and not said_including or chunk.kind == VERB and chunk.triggers and j != whole.by and not said_including or (
                chunk.kind == NOUN
                and crossed
                and not said_including
                and not (j and self.chunks[j - 1].kind == PREP)
            ):
                return
            j += 1

    def fits(self, whole: Reading, parts: list[Counted], exactly: bool = False) -> bool:
        """Can these groups be parts of that whole: of one unit, and together no more than it?"""
        limit = whole.counted.high if whole.counted.high is not None else whole.counted.value
        if any(p.unit not in (None, "person", whole.counted.unit) for p in parts):
            if any(not self.accepts(p, whole.trigger) for p in parts):
                return False
        total = sum(p.value or p.low or 0 for p in parts)
        if exactly:
            return whole.counted.value is not None and total == whole.counted.value
        return whole.counted.high is None or limit is None or total <= limit


def frames(tokens: Tokens, chunks: list[Chunk]) -> list[Reading]:
    """The readings of one sentence."""
    return Framer(tokens, chunks).frames()
