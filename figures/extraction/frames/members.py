"""Members: counts said to be among those of a category.

"Three soldiers were among the dead" — "12 boys were among 33 killed" — "59 victims, 12 children among them" — "Of the
30 dead, 12 were children".
"""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger
from figures.extraction.frames.asides import is_dash
from figures.extraction.frames.clauses import subject
from figures.extraction.frames.objects import objects, own_clause
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.tolls import Tolls
from figures.extraction.frames.topic import REPORTED
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    QUOTE,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
)
from figures.lexicon import adjective_groups, person_groups
from figures.lexicon import classes as c

_ONLY: Final = frozenset("only sole lone".split())
_AMONG: Final = frozenset("among amongst".split())
_THEM: Final = frozenset("them those whom these".split())
_NAMING: Final = frozenset("named identified listed".split())
_NAMING_REACH: Final = 5  # chunks before "as" in which the dead and the verb stand
_PEOPLE: Final = frozenset(("adjective", "noun", "nouns", "past_participle"))
_OF_PEOPLE: Final = frozenset(("adjective", "noun", "passive"))
_NEAR: Final = 16  # chunks back to those of whom some are told behind a semicolon
_WHILE: Final = 7  # chunks from a count to the "while" behind which the next stands
_SAID_OF: Final = frozenset((NOUN, COMMA, AND, PREP))
_OPENING: Final = frozenset(("of", "among", "amongst"))
_PER_CENT: Final = frozenset(("%", "percent"))
_TO_THOSE: Final = frozenset((NOUN, ADVERB, RELATIVE))
_BE: Final = frozenset("is are was were be been being".split())


class Members(Tolls):
    """Reads the counts that "among" makes members."""

    def members(self) -> None:
        """Every "among" of the sentence, every "as" behind which the dead are named, and the only survivors."""
        self.the_only()
        for k, chunk in self.of_kind[PREP]:
            word = self.t.words[chunk.first]
            if word in _AMONG:
                self.among_those(k)
            elif word == "as":
                self.named_as(k)

    def the_only(self) -> None:
        """ "Two cooks were THE ONLY SURVIVORS", "a guard was the only fatality"."""
        if _ONLY.isdisjoint(self.words):
            return
        for k, chunk in self.of_kind[TRIGGER]:
            found = [x for x in chunk.triggers if x[2].shape == "noun"]
            if not found or self.t.words[chunk.first - 1] not in _ONLY:
                continue
            verb = k - 1
            while verb > 0 and self.chunks[verb].kind in (NOUN, ADVERB):
                verb -= 1
            if verb < k - 1 and self.chunks[verb].kind == VERB and self.is_be(verb):
                left = [j for j in subject(self.t, self.chunks, verb) if j not in self.read]
                self.add_all(left, k, found[0][:2], found[0][2])

    def named_as(self, k: int) -> None:
        """ "Police named the dead as Ana Ruiz and Omar Belkin", "the dead were named as …"."""
        around = self.chunks[max(0, k - _NAMING_REACH) : k]
        verb = next((x for x in reversed(around) if x.kind == VERB), None)
        if verb is None or self.t.words[verb.stop - 1] not in _NAMING:
            return
        for chunk in reversed(around):
            for s, e, trigger in chunk.triggers:
                if chunk.kind == TRIGGER and trigger.form in _PEOPLE:
                    named = [j for j in objects(self.t, self.chunks, k) if j not in self.read]
                    self.add_all(named, k, (s, e), trigger)
                    return

    def among_those(self, k: int) -> None:
        after = self.chunks[k + 1 : k + 4]
        if not after:
            return
        words = self.t.words
        who = after[1].kind == RELATIVE if len(after) > 1 else False  # "among those WHO died"
        if after[0].kind == NOUN and words[after[0].first] in _THEM and not who:
            rest = after[1 : 2 + (after[1:2] != [] and after[1].kind == ADVERB)]  # "STILL missing"
            if after[0].stop - after[0].first == 1 and not any(x.triggers for x in rest):
                self.listed_before(k)
                return
        before = self.chunks[k - 1] if k else None
        if k == 1 and before is not None and before.kind == COUNT and (told := self.read.get(2)):
            reading = self.add(0, 2, told[0].span, told[0].trigger)
            if reading is not None:  # "Two journalists AMONG FIVE KILLED", in a headline
                reading.part_of = told[0]
        if before is None or before.kind not in (VERB, ADVERB):
            return
        verb = k - 1 if before.kind == VERB else k - 2
        if verb < 0 or self.chunks[verb].kind != VERB or self.chunks[verb].triggers:
            return
        be = words[self.chunks[verb].first : self.chunks[verb].stop]
        if _BE.isdisjoint(be) or self.chunks[verb].negated:
            return  # "the bomber was NOT among the dead"
        left = [j for j in subject(self.t, self.chunks, verb) if j not in self.read]
        if not left:
            return
        at = k + 1
        while at < len(self.chunks) and at < k + 5 and self.chunks[at].kind in _TO_THOSE:
            at += 1  # "among THOSE WHO TRAGICALLY lost their lives"
        if at >= len(self.chunks):
            return
        whole = self.read[at][0] if at in self.read else None
        if whole is not None:
            span, trigger = whole.span, whole.trigger
        else:
            shapes = _OF_PEOPLE | {"intransitive"} if who else _OF_PEOPLE
            found = [x for x in self.chunks[at].triggers if x[2].shape in shapes]
            if not found or self.chunks[at].kind not in (TRIGGER, VERB):
                return
            if who and self.chunks[at].kind == VERB and not self.befell(at, found[0][2]):
                return  # "among those who KILLED the guard"
            span, trigger = found[0][:2], found[0][2]
        for j in left:
            reading = self.add(j, at, span, trigger)
            if reading is not None:
                reading.part_of = whole

    def befell(self, k: int, trigger: Trigger) -> bool:
        """Does the verb at chunk k tell what its subject suffered: "died", "was killed", not "killed"?"""
        return trigger.shape == "intransitive" or self.chunks[k].passive

    def shared_out(self) -> None:
        """ "Of the 30 dead, 12 were children, nine women and two men", "Among the 16 hurt are two girls"."""
        if _OPENING.isdisjoint(self.words):
            return
        k = self.opening()
        if k is None:
            return
        whole: Reading | None = None
        told: tuple[int, tuple[int, int], Trigger] | None = None
        j = k + 1
        while j < len(self.chunks):
            chunk = self.chunks[j]
            found = [x for x in chunk.triggers if x[2].form in _PEOPLE]
            whole = whole or self.whole_who(j)
            if whole is not None and told is None:
                told = whole.by, whole.span, whole.trigger
            elif chunk.kind == COUNT and j in self.read and told is None:
                whole = self.read[j][0]
                told = whole.by, whole.span, whole.trigger
            elif chunk.kind in (TRIGGER, VERB) and found:
                told = told or (j, found[0][:2], found[0][2])
            elif chunk.kind not in (ADVERB, NOUN, PREP, COUNT, RELATIVE):
                if self.t.words[chunk.first] not in REPORTED:  # "of the 202 deaths CONFIRMED"
                    break
            j += 1
        if told is None:
            return
        colon = j < len(self.chunks) and self.colon(self.chunks[j])
        for at in self.listed_from(j + 1) if colon else self.shares_from(j):
            known = [r for r in self.read.get(at, []) if r.trigger.category == told[2].category]
            counted = self.chunks[at].count
            if counted is None or whole is not None and not self.fits(whole, [counted]):
                return
            if at in self.read and not known:
                return
            reading = known[0] if known else self.add(at, *told)
            if reading is not None:
                reading.part_of = whole
                self.of_kind_told(at)

    def opening(self) -> int | None:
        """Where the sentence opens with "of" or "among", or a clause with "of" before which nobody is counted: "Police
        said that OF the 12 dead …", "By its own account, OF the …"; None where none does."""
        first = True
        for k, chunk in enumerate(self.chunks):
            word = self.t.words[chunk.first]
            if word in _OPENING and (first or word == "of" and self.clause_opens(k)):
                return k
            first &= chunk.kind in (ADVERB, QUOTE)
            if chunk.count is not None and chunk.count.counted == "number":
                return None
        return None

    def clause_opens(self, k: int) -> bool:
        before, after = self.chunks[k - 1], self.chunks[k].stop
        if self.t.words[after : after + 1] not in (["the"], ["those"], ["these"]):
            return False  # "got reports OF eight missing men"
        said = before.kind == VERB and bool(self.t.classes[before.stop - 1] & c.SAID)
        return said or before.kind in (QUOTE, COMMA, CLAUSE)

    def of_kind_told(self, at: int) -> None:
        """Take over the group that "were" tells of a bare count: "12 WERE BOYS", "12 of those killed WERE GIRLS"."""
        counted, k = self.chunks[at].count, at + 1
        k += k < len(self.chunks) and self.chunks[k].kind == CLOSE  # "57% (499) were boys"
        while k < len(self.chunks) and not self.is_be(k):
            if self.chunks[k].kind not in (RELATIVE, VERB, TRIGGER) and not is_dash(
                self.t, self.chunks[k]
            ):
                return
            k += 1
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if counted is None or counted.groups or after is None or after.kind != NOUN:
            return
        noun = after.stop - 1
        told = adjective_groups().get(self.t.words[noun - 1], ()) if noun > after.first else ()
        counted.groups = tuple(dict.fromkeys(told + person_groups().get(self.t.words[noun], ())))

    def some_were(self) -> None:
        """ "Fifteen of the dead were clerks AND FIVE WERE GUARDS": the counts that go on with whom some were."""
        for k, chunk in self.of_kind[COUNT]:
            dashes = k and is_dash(self.t, self.chunks[k - 1])
            if k in self.read and chunk.count is not None and (chunk.count.of_those or dashes):
                self.of_kind_told(k)
            some = self.read.get(k, ())
            if not some or chunk.count is None or not chunk.count.of_those:
                continue
            if k + 4 >= len(self.chunks) or not self.is_be(k + 1):
                continue
            j = k + 2 + (self.chunks[k + 2].kind == TRIGGER)  # "were PATIENTS"
            while j < len(self.chunks) and self.chunks[j].kind in (NOUN, ADVERB, PREP):
                j += 1
            at = j + 1
            if at + 2 >= len(self.chunks) or self.chunks[j].kind not in (AND, COMMA):
                continue
            more, kind = self.chunks[at].count, self.chunks[at + 2]
            if more is None or more.counted != "number" or more.unit or at in self.read:
                continue
            if self.is_be(at + 1) and kind.kind in (NOUN, COUNT):
                reading = self.add(at, some[0].by, some[0].span, some[0].trigger)
                if reading is not None:
                    more.of_those, reading.part_of = True, some[0].part_of

    def spelled_by(self) -> None:
        """ "32 people died; 14 WERE CHILDREN and two were nurses": who some were of those counted before the mark."""
        for k, chunk in self.of_kind[COUNT]:
            told = chunk.count
            if k < 2 or k in self.read or told is None or told.head is not None or told.adding:
                continue
            mark = self.t.words[self.chunks[k - 1].first]
            if mark not in (";", ":") or k + 2 >= len(self.chunks) or not self.is_be(k + 1):
                continue
            who = self.chunks[k + 2]
            bits = self.t.classes[who.stop - 1]
            near = (r for at in range(max(0, k - _NEAR), k) for r in self.read.get(at, ()))
            before = [r for r in near if r.part_of is None and not r.absent]
            whole = before[-1] if before else None
            if whole is None or who.kind != NOUN or not bits & c.PERSON or bits & c.ATTACKER:
                continue
            if whole.counted.unit not in (None, "person") or not self.fits(whole, [told]):
                continue
            for at in self.shares_from(k):
                reading = (
                    None if at in self.read else self.add(at, whole.by, whole.span, whole.trigger)
                )
                if reading is not None:
                    reading.part_of = whole
                    self.of_kind_told(at)

    def whole_who(self, j: int) -> Reading | None:
        """ "Of the 15 WHO DIED": what the relative clause at chunk j tells of the count right before it."""
        if self.chunks[j].kind != RELATIVE or self.chunks[j - 1].kind != COUNT:
            return None
        verb = self.chunks[min(j + 1, len(self.chunks) - 1)]
        if verb.kind != VERB or not verb.finite or j - 1 in self.read:
            return None
        for s, e, trigger in verb.triggers:
            if trigger.shape in ("intransitive", "passive") and self.befell(j + 1, trigger):
                return self.add(j - 1, j + 1, (s, e), trigger)
        return None

    def listed_from(self, j: int) -> list[int]:
        """The counts of a list from chunk j on, with nothing else: "Among the hurt: NINE BOYS, FOUR WOMEN"."""
        rest = self.chunks[j:]
        if any(x.kind not in (COUNT, COMMA, AND, STOP) for x in rest):
            return []
        return [j + n for n, x in enumerate(rest) if x.kind == COUNT]

    def shares_from(self, j: int) -> list[int]:
        """The counts of a list from chunk j on: ", 12 were children, nine women", "are two girls and a boy"."""
        chunks = self.chunks
        j += chunks[j].kind == COMMA if j < len(chunks) else 0
        j = self.past_per_cent(j)
        while j < len(chunks) and chunks[j].kind == ADVERB:
            j += 1  # "there are"
        be = [self.past_share(j), j][chunks[j].kind == VERB] if j < len(chunks) else len(chunks)
        if be >= len(chunks) or chunks[be].kind != VERB or chunks[be].triggers:
            return []
        if be == j and not self.is_be(be):
            return []
        at = be + 1 if be == j else j
        ats: list[int] = []
        while at < len(chunks) and (told := chunks[at].count) is not None:
            again = at > be and at + 1 < len(chunks) and self.is_be(at + 1)  # "and two were nurses"
            own = at > be + 1 and not again and own_clause(self.t, chunks, at)
            if told.unit not in (None, "person") or own:
                break
            ats.append(at)
            at = max(at + again, be) + 1
            if at < len(chunks) and (kind := chunks[at].count) is not None:
                one = ats[-1] > be or told.value == 1  # "and one AN INFANT": what that one was
                at += one and kind.counted == "article"
            at = self.past_while(at)
            while at < len(chunks) and (chunks[at].kind in _SAID_OF or self.is_be(at - 1)):
                if (share := self.past_per_cent(at)) > at:
                    at = share
                    break
                at += 1  # "91 were IN LESK, 20 were PATIENTS"
        return ats

    def past_per_cent(self, j: int) -> int:
        """The count in brackets behind its share: "57% (499) were boys, and 30% (264) girls"; else chunk j."""
        k = j + (j < len(self.chunks) and self.chunks[j].kind == AND)
        per = [x.kind for x in self.chunks[k : k + 6]] == [NOUN, PREP, NOUN, OPEN, COUNT, CLOSE]
        if per and self.t.words[self.chunks[k + 1].first] == "per":
            return k + 4  # "57 PER CENT (499) were boys"
        share = [x.kind for x in self.chunks[k : k + 5]] == [NOUN, NOUN, OPEN, COUNT, CLOSE]
        if not share or self.t.words[self.chunks[k + 1].first] not in _PER_CENT:
            return j
        return k + 3

    def past_share(self, j: int) -> int:
        """The chunk behind the one at j and its share in brackets: "560 (47%) WERE boys"."""
        behind = self.chunks[j + 1 : j + 5]
        if behind and behind[0].kind == CLOSE:
            return j + 2  # "57% (499) WERE boys"
        if behind and behind[0].kind == OPEN:
            return next((i for i, x in enumerate(behind, j + 2) if x.kind == CLOSE), j + 1)
        return j + 1

    def past_while(self, at: int) -> int:
        """The count behind "while" that goes on a list ("five were under 12 WHILE 43 were adults"), else ``at``."""
        for k in range(at, min(len(self.chunks) - 2, at + _WHILE)):
            if self.t.words[self.chunks[k].first] == "while":
                goes_on = self.chunks[k + 1].kind == COUNT and self.is_be(k + 2)
                return k + 1 if goes_on else at
            if self.chunks[k].kind not in (NOUN, PREP, ADVERB):
                break
        return at

    def placed_from(self, j: int) -> list[int]:
        """The counts of a list of places from chunk j on: "of whom 12 IN LESK and nine IN ORDA"."""
        ats: list[int] = []
        while j + 2 < len(self.chunks) and self.placed(j) and self.chunks[j + 2].kind == NOUN:
            told = self.chunks[j].count
            if told is None or told.counted != "number" or told.unit not in (None, "person"):
                break
            ats.append(j)
            j += 3
            while j < len(self.chunks) and self.chunks[j].kind in (COMMA, AND, NOUN):
                j += 1
        return ats

    def is_be(self, k: int) -> bool:
        chunk = self.chunks[k]
        said = self.t.words[chunk.first : chunk.stop]
        return chunk.kind == VERB and not chunk.triggers and not _BE.isdisjoint(said)

    def listed_before(self, k: int) -> None:
        """ "60 dead, 14 boys and 31 girls among them": the counts right before are parts."""
        self.one_listed(k - 1)
        ats: list[int] = []
        told: list[Reading] = []
        j = k - 1
        while j >= 0 and self.chunks[j].kind in (COUNT, COMMA, AND, OPEN, ADVERB):
            if self.chunks[j].kind == COUNT:
                told = self.read.get(j, [])[:1] + told
                if told and ats:
                    break
                ats[:0] = [j] * (j not in self.read)
            j -= 1
        if len(told) > 1 and self.fits(told[0], [r.counted for r in told[1:]]):
            for r in told[1:]:
                if r.trigger.category == told[0].trigger.category:
                    r.part_of = r.part_of or told[0]
        before = [r for r in self.readings if ats and r.at < ats[0] and r.absent is None]
        if not before:
            return
        whole = max(before, key=lambda r: r.at)
        counts = [x for i in ats if (x := self.chunks[i].count) is not None]
        if self.fits(whole, counts):
            for i in ats:
                reading = self.add(i, whole.by, whole.span, whole.trigger)
                if reading is not None:
                    reading.part_of = whole
