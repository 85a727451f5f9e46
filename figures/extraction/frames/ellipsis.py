"""Ellipsis: a later conjunct takes its verb and noun from an earlier one.

"…, including 96 in Spain, 33 in France and one in Malta" — "60 were hurt, as were eleven from the army" —
"88 bodies are identified, 12 not yet". One mechanism: a count whose own clause has no verb of its own
(only a place, a day, an adverb, an auxiliary) joined to a count that was read.
"""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.asides import is_dash
from figures.extraction.frames.beside import in_a_place, of_things
from figures.extraction.frames.including import past_parts
from figures.extraction.frames.joined import otherwise_hurt
from figures.extraction.frames.madeup import MadeUp
from figures.extraction.frames.objects import objects
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.saying import says, says_another
from figures.extraction.frames.subjects import of_another, put_by_others
from figures.extraction.frames.turned import opposite
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
    Chunk,
    Counted,
)
from figures.lexicon import classes as c

_DID: Final = frozenset(("did", "didn't"))
_NOT: Final = frozenset(("not", "didn't"))
# no subject, nouns to no list
_REMNANTS: Final = frozenset("each elsewhere apiece yet either".split())
_PLACED: Final = frozenset(
    "in at on from near across inside outside among around throughout within under over during since by off".split()
)
_CAUSES: Final = frozenset(("of", "due", "for"))
_WAYS: Final = frozenset("way road highway".split())  # "one on the WAY to the hospital"
_TOLD: Final = frozenset(
    "recorded reported confirmed registered identified counted documented added announced notified".split()
)
KNOWN: Final = frozenset(("identified", "named"))
_ROUND: Final = (0.9, 1.1)  # how far off a round number may be
_HIT_IN: Final = frozenset(
    "leg legs foot feet arm arms hand hands shoulder knee thigh ankle wrist calf hip back head neck chest stomach"
    " abdomen face torso buttocks side".split()
)
_WHEN: Final = c.WEEKDAY | c.TIME
_FAR: Final = 40  # chunks between a conjunct and the one it takes its verb from


class Ellipsis(MadeUp):
    """Reads the conjuncts that leave out their verb."""

    def gapped(self) -> None:
        """Every count that stands for "so many more were the same"."""
        if "as" in self.words:
            self.as_were()
        if not _DID.isdisjoint(self.words) and not _NOT.isdisjoint(self.words):
            self.did_not()
        for k, chunk in self.of_kind[COUNT]:
            if k not in self.read and self.may_be_gapped(k, chunk):
                whole = self.antecedent(k)
                if whole is None and self.t.words[self.chunks[k - 1].first] == "including":
                    self.of_uncounted(k)
                elif whole is not None:
                    if whole.trigger.counts and chunk.count and chunk.count.unit is None:
                        chunk.count.unit = whole.counted.unit  # that of the noun left out
                    by, span = whole.by, whole.span
                    if says_another(self.t, self.chunks, k):  # which tells who says it
                        by, span = k - 1, (self.chunks[k - 1].stop - 1, self.chunks[k - 1].stop)
                    reading = self.add(k, by, span, whole.trigger)
                    if reading is None:
                        continue
                    if self.rounded(whole, k):
                        whole.restates = reading
                    elif self.is_part(whole, reading, k):
                        reading.part_of = whole.part_of or whole
                    self.parts(reading)

    def as_were(self) -> None:
        """ "All the raiders were killed, AS WERE THREE CLERKS and a guard": the verb is that of the clause before."""
        for k, chunk in self.of_kind[VERB]:
            if k < 3 or chunk.main is not None or self.t.words[self.chunks[k - 1].first] != "as":
                continue
            ats = [at for at in objects(self.t, self.chunks, k) if self.unnamed(at)]
            by = next((j for j in range(k - 2, -1, -1) if self.chunks[j].kind == VERB), k)
            did = self.t.words[chunk.first] == "did"  # "suffered burns, AS DID two guards"
            shapes = ("intransitive",) if did else ("passive", "adjective")
            for s, e, trigger in self.chunks[by].triggers if self.chunks[by].passive or did else ():
                if trigger.shape in shapes:
                    self.add_all(ats, by, (s, e), trigger)
                    break

    def did_not(self) -> None:
        """ "He survived, but HIS WIFE AND TWO SONS DID NOT": of them the opposite of the clause before is told."""
        for k, chunk in self.of_kind[VERB]:
            if k < 3 or chunk.main is not None or not chunk.negated or not self.cut_short(k):
                continue
            told = self.chunks[k - 1].count
            if (
                told is None
                or k - 1 in self.read
                or _DID.isdisjoint(self.t.words[chunk.first : chunk.stop])
            ):
                continue
            by = next((j for j in range(k - 2, -1, -1) if self.chunks[j].triggers), k)
            verb = self.chunks[by]
            for s, e, trigger in () if verb.negated or verb.passive else verb.triggers:
                if trigger.shape == "intransitive" and trigger.negated:
                    told.unit = told.unit or "person"
                    self.add(k - 1, by, (s, e), opposite(trigger))
                    break

    def cut_short(self, k: int) -> bool:
        """Does nothing follow the auxiliary at chunk k in its clause?"""
        return k + 1 >= len(self.chunks) or self.chunks[k + 1].kind in (COMMA, STOP, CLAUSE)

    def unnamed(self, at: int) -> bool:
        """Is the group at chunk ``at`` not read yet, and counted by a number or an article?"""
        told = self.chunks[at].count
        return at not in self.read and told is not None and told.counted != "named"

    def rounded(self, whole: Reading, k: int) -> bool:
        """ "Nearly 3,000 people — 2,946 at the last count": does a dash lead from a round number to the exact one?"""
        near, exact = whole.counted, self.chunks[k].count
        assert exact is not None
        if (
            near.adding
            or near.qualifier in ("exact", "range")
            or exact.qualifier != "exact"
            or not exact.value
        ):
            return False
        low, high = near.value or near.low or 0, near.value or near.high or 0
        within = _ROUND[0] * low <= exact.value <= _ROUND[1] * high
        return within and is_dash(self.t, self.chunks[k - 1])

    def may_be_gapped(self, k: int, chunk: Chunk) -> bool:
        counted = chunk.count
        assert counted is not None
        if counted.counted == "article" and counted.unit == "person" and not chunk.triggers:
            return self.so_was(k) or self.in_limb(k)
        if counted.counted != "number" or chunk.triggers or self.t.words[chunk.first] == "both":
            return False
        if counted.unit not in (None, "person", "household", "building"):
            return False
        if self.t.words[chunk.first - 1] == "not":
            return False  # "killed 40 people, not 12"
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else chunk
        if after.negated and after.main is None and self.t.words[after.first] in _DID:
            return False  # "five made it out; SEVEN DID NOT"
        if "so" in self.words and self.so_was(k - (self.chunks[k - 1].kind == ADVERB)):
            return True
        if counted.value is None and self.t.words[chunk.first] == "others" and "some" in self.words:
            return False  # "40 were killed, some by gunfire and OTHERS in a crush"
        if counted.high == 0 and counted.of_those:
            return False  # "46 pupils, none of whom is in danger"
        if counted.high == 0 and not self.placed_at(k + 2):
            # "several dead men, none in uniform", but "two died in Lesk, none in Orda"
            return False
        apart = self.fronted(k) or counted.unit is None and of_another(self.t, self.chunks, k)
        more = apart or counted.adding and past_parts(self.t, self.chunks, k) > k + 1
        return (apart or self.joined(k)) and self.remnant(k, counted.unit, more)

    def placed_at(self, k: int) -> bool:
        """Does the noun at chunk k name a place or tell a day?"""
        noun = self.chunks[k].first if k < len(self.chunks) else None
        named = noun is None or self.t.capital(noun) or self.t.words[noun] in ("the", "a")
        return named or bool(self.t.classes[noun or 0] & (c.TIME | c.PLACE_NOUN | c.DIGIT))

    def so_was(self, k: int) -> bool:
        """ "Two were hurt, and SO WAS A COOK"."""
        verb = self.chunks[k - 1] if k > 1 else None
        if verb is None or verb.kind != VERB or verb.main is not None:
            return False
        return self.t.words[self.chunks[k - 2].first] == "so"

    def in_limb(self, k: int) -> bool:
        """ "A boy was shot in the leg, A GIRL IN THE ARM and a cook in the neck"."""
        if k + 2 >= len(self.chunks) or self.chunks[k - 1].kind not in (COMMA, AND):
            return False
        if self.t.words[self.chunks[k + 1].first] != "in" or self.chunks[k + 2].kind != NOUN:
            return False
        return self.t.words[self.chunks[k + 2].stop - 1] in _HIT_IN

    def fronted(self, k: int) -> bool:
        """ "In Lesk, 14 people died; IN ORDA, NINE": does the place stand before the count?"""
        at = k - 1 - (self.chunks[k - 1].kind == COMMA)
        if at < 2 or self.chunks[at].kind != NOUN or self.chunks[at - 1].kind != PREP:
            return False
        if self.t.words[self.chunks[at - 1].first] not in _PLACED:
            return False
        return self.chunks[at - 2].kind in (COMMA, STOP, AND)

    def joined(self, k: int) -> bool:
        """Does a joint of a list stand before chunk k?"""
        j = k - 1
        if j > 1 and self.chunks[j].kind == VERB and self.chunks[j].main is None:
            j -= 1  # "as were eleven", "so did two"
            return self.t.words[self.chunks[j].first] in ("as", "so")
        while j > 0 and self.chunks[j].kind in (ADVERB, QUOTE):
            j -= 1
        kind = self.chunks[j].kind
        if kind == PREP:
            word = self.t.words[self.chunks[j].first]
            return word == "including" or word == "with" and self.told_after(k)
        return j > 0 and (
            kind in (COMMA, AND, CLAUSE)
            or kind == STOP
            and (
                self.t.words[self.chunks[j].first] in (";", ":") or is_dash(self.t, self.chunks[j])
            )
        )

    def told_after(self, k: int) -> bool:
        """ "with 198 recorded in a day": a participle of telling, the noun left out."""
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        words = self.t.words[after.first : after.stop] if after is not None else []
        return "to" not in words and not _TOLD.isdisjoint(words)  # "were confirmed TO BE safe"

    def remnant(self, k: int, unit: str | None, placed: bool = False) -> bool:
        """Is what follows chunk k, and the parts told of it, up to the next joint no clause of its own, but a place or
        a day, unless ``placed`` before?"""
        j = past_parts(self.t, self.chunks, k)
        while j < len(self.chunks):
            chunk = self.chunks[j]
            kind, word = chunk.kind, self.t.words[chunk.first]
            if kind in (COMMA, AND, STOP, CLOSE, CLAUSE) or kind == OPEN and placed:
                break
            day = chunk.first + (word == "this")
            if kind == VERB and word == "according":
                break
            if kind == VERB:
                if j == k + 1 and self.told_after(k):
                    return True
                if chunk.main is not None or chunk.triggers or j > k + 2:
                    return False
                if not (placed or chunk.negated) and self.stays(j):
                    return False  # "200 pupils are in class", "and four are in a coma"
                placed |= chunk.negated
            elif kind == PREP and placed and self.t.classes[chunk.first] & c.SUBORDINATOR:
                break  # "65 in a day before schools closed"
            elif kind == PREP:
                if word == "with" and not placed and self.with_before(k):
                    return True
                if word in _CAUSES and not placed and self.cause_before(k, word):
                    return True
                of_place = word == "of" and placed and self.chunks[j - 1].kind == NOUN
                there = unit is None and j == k + 1 and self.placed_at(j + 1)  # "400 TO LESK"
                way = word == "to" and (there or self.t.words[chunk.first - 1] in _WAYS)
                if word not in _PLACED and word != "according" and not (of_place or way):
                    return False  # but "271 in the province OF Lesk"
                placed = True
                j += 1
                told = self.chunks[j : j + 1]  # "killed seven in six raids, and ten in NINE RAIDS"
                if told and told[0].kind not in (NOUN, ADVERB) and not of_things(told[0]):
                    return False
                while j + 1 < len(self.chunks) and self.chunks[j + 1].kind == NOUN:
                    j += 1  # "on the second": an ordinal is a chunk of its own
            elif kind == NOUN and any(bits & _WHEN for bits in self.t.classes[day : day + 1]):
                placed = True  # "three died Sunday, two Monday", "two THIS MORNING"
            elif kind == NOUN:
                if not _REMNANTS.intersection(self.t.words[chunk.first : chunk.stop]):
                    return False
                placed = True
            elif kind == ADVERB:
                placed |= (
                    word in _REMNANTS or word == "not" or otherwise_hurt(self.t, self.chunks, k)
                )
            elif kind in (RELATIVE, TRIGGER, COUNT, OPEN):
                return False
            j += 1
        return placed

    def with_before(self, k: int) -> bool:
        """ "Reached 900 people WITH FOOD and 300 with water": is the count before told with something, too?"""
        j = k - 2
        while j > 0 and self.chunks[j].kind in (NOUN, TRIGGER, ADVERB):
            j -= 1
        told = self.t.words[self.chunks[j].first] == "with"
        return told and self.chunks[k - 1].kind in (AND, COMMA) and j - 1 in self.read

    def cause_before(self, k: int, word: str) -> bool:
        """ "Fourteen died OF heatstroke and nine OF burns": is a cause told of the count before, in the same words?"""
        if self.chunks[k - 1].kind not in (AND, COMMA):
            return False
        if self.chunks[k - 2].kind not in (NOUN, TRIGGER):
            return False  # "treated FOR burns, nine FOR other INJURIES"
        j = k - 3
        while j > 0 and self.chunks[j].kind in (NOUN, TRIGGER, PREP):
            if self.t.words[self.chunks[j].first] == word:
                died = self.chunks[j - 1].triggers or j - 1 in self.read
                cause = self.chunks[k + 2].first if k + 2 < len(self.chunks) else k
                return bool(died) and not self.t.classes[cause] & (c.ARTICLE | c.DETERMINER)
            j -= 1
        return False

    def stays(self, j: int) -> bool:
        """Does the bare verb at chunk j tell where somebody is or was, not what ("three were FROM Lesk")?"""
        after = self.chunks[j + 1] if j + 1 < len(self.chunks) else None
        return after is not None and after.kind == PREP and self.t.words[after.first] != "from"

    def antecedent(self, k: int) -> Reading | None:
        """The reading that chunk k takes its verb from: the nearest, in a clause that no other verb parts from it."""
        before = [r for r in self.readings if r.at < k and r.absent is None]
        if not before:
            return None
        near = max(before, key=lambda r: (r.at, not r.superseded))
        counted = self.chunks[k].count
        assert counted is not None
        other = counted.unit not in (None, near.counted.unit or "person")
        if not other and (main := self.before_where(near, before, k)) is not None:
            return main
        if k - near.at > _FAR or other:
            return None
        alone = counted.value == 1 and near.part_of is None and near.counted.head is not None
        own = near.by  # the verb of its clause, which the conjunct takes over
        if self.chunks[own].kind != VERB:
            own = next((j for j in range(near.at + 1, k) if self.chunks[j].kind == VERB), near.by)
        depth = 0
        for chunk in self.chunks[near.at + 1 : k]:
            depth += (chunk.kind == OPEN) - (chunk.kind == CLOSE and depth > 0)
            if chunk is self.chunks[own] or depth:
                continue  # what a bracket says of the count before is its own affair
            if chunk.kind == COUNT and not self.a_place(chunk, counted):
                if chunk is not self.chunks[k - 2] or not put_by_others(self.t, self.chunks, k):
                    return None  # another count, of other things, stands between
            if chunk.kind == VERB and chunk.main is not None and (chunk.finite or chunk.triggers):
                if not says(self.t, chunk):
                    return None
            if chunk.kind == NOUN and alone:
                word = self.t.words[chunk.stop - 1]
                if word.endswith("s") and not self.t.capital(chunk.stop - 1):
                    return None  # "died in two attacks, one in the north"
        return near

    def before_where(self, near: Reading, before: list[Reading], k: int) -> Reading | None:
        """ "Two died in Lesk, WHERE nine were hurt, and one in Orda": the reading before the clause set apart by commas
        in which the nearest stands, for the count at chunk k."""
        if [x.kind for x in self.chunks[k - 2 : k]] != [COMMA, AND] or near.by > k:
            return None
        for j in range(near.at - 1, max(0, near.at - _FAR), -1):
            if self.chunks[j].kind == CLAUSE and self.t.words[self.chunks[j].first] == "where":
                return max((r for r in before if r.at < j), key=lambda r: r.at, default=None)
            if self.chunks[j].kind in (COMMA, VERB):
                break
        return None

    def a_place(self, chunk: Chunk, more: Counted) -> bool:
        """ "Twelve drowned in ONE BOAT, nine in the other", "900 died in 12 COUNTRIES, 40 in Lenia": is what the chunk
        counts where that was?"""
        one = chunk.count
        if one is None or one.value is None or one.value != 1 and one.value >= (more.value or 0):
            return False  # "died in two blasts, one in the harbour"
        told = one.unit not in (None, "person")
        return told and self.t.words[chunk.first - 1] in _PLACED

    def of_uncounted(self, k: int) -> None:
        """ "More cases of measles, including 65 in a day": of a category's noun that no number counts."""
        j = k - 2
        while j >= 0 and self.chunks[j].kind in (COMMA, NOUN, PREP, ADVERB):
            j -= 1
        for s, e, trigger in self.chunks[j].triggers if j >= 0 else ():
            if trigger.form == "nouns" and trigger.shape == "noun":
                self.add(k, j, (s, e), trigger)
                return

    def is_part(self, whole: Reading, reading: Reading, k: int) -> bool:
        """Is the conjunct a part: one more of a list of parts, of what a colon opens, or those who are known?"""
        if whole.part_of is not None:
            return self.fits(whole.part_of, [reading.counted])
        j = k - 1
        while j > 0 and self.chunks[j].kind in (ADVERB, QUOTE):
            j -= 1
        word = self.t.words[self.chunks[j].first]
        opens = word in (":", "including", "with") or word == "," and self.in_one_place(k)
        opens |= is_dash(self.t, self.chunks[j]) and in_a_place(self.t, self.chunks, k)
        verb = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        # "217 died, but only 133 HAVE BEEN IDENTIFIED"
        opens |= bool(verb and verb.main and verb.passive and self.t.words[verb.main] in KNOWN)
        return opens and self.fits(whole, [reading.counted])

    def in_one_place(self, k: int) -> bool:
        """ "40 dead, 12 IN LESK": is a place told of these, and none of those before?"""
        return all(chunk.kind != PREP for chunk in self.chunks[:k]) and in_a_place(
            self.t, self.chunks, k
        )
