"""Counts of what a bare plural tells: "deaths rose to 12", "deaths fell by seven per cent (from 321 to 299)"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from figures.extraction.frames.placed import Placed
from figures.extraction.frames.tolls import HEADS, LINKS, SIZES, WINDOW, toll_of
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.lexicon import classes as c

_PUT: Final = frozenset(
    "put puts putting set raised raises lowered estimated estimates revised place places placed placing".split()
)
_NUMBERED: Final = frozenset(("numbered", "number"))

_WHEN: Final = WINDOW | {"now", "currently", "already"}
_PER_CENT: Final = frozenset(("percent", "per", "cent", "%"))
_MOST: Final = frozenset(("most", "highest"))
_PUT_AT: Final = frozenset(("to", "at"))
_THAT_OF: Final = frozenset("the that of number".split())
_CHANGES: Final = frozenset("drop decline decrease fall reduction rise increase surge jump".split())


class Sized(Placed):
    """Reads the size that a verb tells of a category's noun."""

    def heads(self) -> None:
        """Every toll: a toll's own words, "the number of" with a category's word, "put the injuries at"."""
        for k, chunk in enumerate(self.chunks):
            for s, e, trigger in chunk.triggers:
                if trigger.shape != "toll" or self.dead_man(k, s):
                    continue
                if self.toll(k, (s, e), trigger):
                    break
        if not _NUMBERED.isdisjoint(self.words):
            self.numbered()
        none = HEADS.isdisjoint(self.words)  # no "the number of"
        for k, chunk in self.of_kind[TRIGGER] if none else enumerate(self.chunks):
            if chunk.kind == NOUN:
                self.number_of(k, chunk)
            elif chunk.kind == TRIGGER:
                self.sized(k, chunk)
        for k in sorted(self.tolled):
            self.next_toll(k)

    def next_toll(self, k: int) -> None:
        """ "The death toll rose TO 34 AND THE WOUNDED TO 112", "… and that of the missing to 12": its verb left out."""
        words, j = self.t.words, k + 1
        while j < len(self.chunks) and self.chunks[j].kind in (COMMA, AND):
            j += 1
        if j == k + 1:
            return
        while j + 2 < len(self.chunks) and not self.chunks[j].triggers:
            if not _THAT_OF.issuperset(words[self.chunks[j].first : self.chunks[j].stop]):
                return
            j += 1
        link = self.chunks[j + 1 : j + 2]
        if not link or words[link[0].first] != words[self.chunks[k].first - 1]:
            return
        if words[link[0].first] not in _PUT_AT or self.chunks[j + 2 : j + 3] == []:
            return
        told = self.chunks[j + 2].count
        if told is None or told.counted != "number" or told.unit is not None:
            return
        for s, e, trigger in self.chunks[j].triggers:
            if trigger.form in ("noun", "nouns") and trigger.shape in ("noun", "toll"):
                if self.add(j + 2, j, (s, e), toll_of(trigger)) is not None:
                    self.tolled.add(j + 2)
                return

    def sized(self, k: int, chunk: Chunk) -> None:
        """ "Put the injuries at 1,175", "deaths rose to 12", "the dead could surpass 20,000"."""
        found = [x for x in chunk.triggers if x[2].form in ("nouns", "adjective")]
        if not found or k + 1 >= len(self.chunks):
            return
        if len(found) > 1:  # "arrivals" of refugees, or of those displaced
            found = [x for x in found if self.fitting(x[2])] or found
        words = self.t.words
        k_after = self.past_people(k, self.past_window(k + 1))
        after = self.chunks[k_after]
        at = k + 1
        while at + 1 < len(self.chunks) and self.chunks[at].kind in (PREP, NOUN) and at < k + 4:
            if words[self.chunks[at].stop - 1] == "number" and self.chunks[at + 1].kind == COUNT:
                # "deaths from landmines number 4,000"
                self.add(at + 1, k, found[0][:2], found[0][2])
                return
            at += 1
        told = after
        if after.kind == VERB and after.main is None and k_after + 1 < len(self.chunks):
            told = self.chunks[k_after + 1]  # "cases HAVE NOW EXCEEDED 380"
        if told.count is not None and words[told.count.reported[0] - 1] in SIZES:
            self.toll(k, found[0][:2], found[0][2])  # "deaths EXCEEDED 380"
            return
        if words[after.first] == "with" and words[chunk.first - 1] in _MOST:
            most = self.chunks[k_after + 1 : k_after + 2]  # "Lesk had THE MOST deaths WITH 39"
            if most and most[0].count is not None and most[0].count.head is None:
                self.add(k_after + 1, k, found[0][:2], found[0][2])
            return
        if words[after.first] == "from" and self.change_of(k):
            self.toll(k, found[0][:2], found[0][2])
            return
        of_whom = words[after.first] in ("of", "to") and self.chunks[k_after + 1 :][:1]
        if after.kind == PREP and (
            words[after.first] not in ("of", "at", "to")
            or of_whom
            and of_whom[0].kind == NOUN  # "the casualties of the region reached 40"
        ):
            size = self.its_verb(k + 1)  # "deaths from the heat have risen to 44"
            if size > k + 1 and SIZES & set(
                words[self.chunks[size].first : self.chunks[size].stop]
            ):
                self.toll(k, found[0][:2], found[0][2])
            return
        if after.kind == PREP:
            before = words[self.chunks[max(0, k - 2)].first : chunk.first]
            of = words[after.first] == "of" and found[0][2].form == "nouns"
            if not of and (words[after.first] not in ("at", "to") or not _PUT.intersection(before)):
                return
        elif (
            after.kind != VERB
            and not (after.kind == NOUN and after.stop == after.first + 1)  # "deaths RISE to 12"
            or not (LINKS & set(words[after.first : after.stop]))
            or "there" in words[after.first : after.stop]  # "survivors said there were 700"
            or after.triggers
            and not SIZES & set(words[after.first : after.stop])  # "deaths REACHED 40"
        ):
            return
        if after.kind == VERB and found[0][2].form == "adjective":
            if words[chunk.first - 1] not in ("the", "of"):
                return  # "12 dead were": an adjective, not what is counted
        at = k_after + 1
        while at < len(self.chunks) and (
            self.chunks[at].kind in (ADVERB, PREP) or self.by_how_much(at)
        ):
            at += 1
        count = self.chunks[at].count if at < len(self.chunks) else None
        people = after.kind == VERB and count is not None and count.unit == "person"
        if count is None or count.of_those or count.value == 1:
            return
        if count.unit is not None and not people:
            return
        if people and self.own_participle(at):
            return
        s, e, trigger = found[0]
        if words[after.first] == "of":
            self.add(at, k, (s, e), trigger)
        else:
            self.toll(k, (s, e), trigger)

    def own_participle(self, at: int) -> bool:
        """ "Casualties were 12 OFFICERS AND 340 men KILLED, and …": is it told behind a pair what became of them?"""
        behind = self.chunks[at + 1 : at + 4]
        if [x.kind for x in behind] != [AND, COUNT, VERB]:
            return False
        return bool(behind[2].triggers) and behind[2].first == behind[2].main

    def numbered(self) -> None:
        """ "THE KILLED NUMBERED 369, the wounded outright 1,483": participles that stand for people."""
        for k, chunk in self.of_kind[VERB]:
            found = [x for x in chunk.triggers if x[2].form in ("past_participle", "participle")]
            if not found or chunk.first != chunk.main or self.t.words[chunk.first - 1] != "the":
                continue
            after = self.chunks[k + 1 : k + 3]
            if after[:1] and after[0].kind == ADVERB:
                after = after[1:]
            if after[:1] and self.t.words[after[0].first] in _NUMBERED:
                self.toll(k, found[0][:2], replace(found[0][2], shape="toll"))

    def estimated(self) -> None:
        """ "The death of all residents, ESTIMATED TO BE more than 900": how many those just told are."""
        words = self.t.words
        for k, _ in self.of_kind[COUNT]:
            j = k - 1
            while j > 2 and self.chunks[j].kind == VERB:
                j -= 1
            if words[self.chunks[j + 1].first] != "estimated" or self.chunks[j].kind != COMMA:
                continue
            group, before = self.chunks[j - 1], self.chunks[j - 2]
            people = group.kind == NOUN and self.t.classes[group.stop - 1] & c.PERSON
            if not people or group.count is not None or k in self.read:
                continue
            shape = "noun_of" if words[before.first] == "of" else "active"
            by = j - 3 if shape == "noun_of" else j - 2
            for s, e, trigger in self.chunks[by].triggers:
                if trigger.shape == shape and not self.chunks[by].passive:
                    self.add(k, by, (s, e), trigger)
                    break

    def by_how_much(self, at: int) -> bool:
        """Is it told at chunk ``at`` by how much a size changed: "fell BY SEVEN PER CENT (from 321 to 299)"?"""
        chunk, words = self.chunks[at], self.t.words
        if chunk.kind == OPEN:
            return words[chunk.stop : chunk.stop + 1] == ["from"]
        if chunk.kind != NOUN:
            return False
        return not _PER_CENT.isdisjoint(words[chunk.first : chunk.stop + 1])

    def change_of(self, k: int) -> bool:
        """ "A DROP IN deaths from 1,706 to 1,443": does a noun tell that the size of chunk k changed?"""
        first = self.chunks[k].first
        while first > self.chunks[0].first and self.t.classes[first - 1] & c.PERSON:
            first -= 1  # "in civilian deaths"
        words = self.t.words[max(0, first - 2) : first]
        return words[1:] == ["in"] and words[0] in _CHANGES

    def past_people(self, k: int, at: int) -> int:
        """The chunk behind the people whom an article's adjective tells of: "THE affected PEOPLE are 300,000"."""
        noun, verb = [*self.chunks[at : at + 2], None, None][:2]
        if noun is None or verb is None or noun.kind != NOUN or verb.kind != VERB:
            return at
        people = noun.stop == noun.first + 1 and self.t.classes[noun.first] & c.PERSON
        return at + (bool(people) and self.t.words[self.chunks[k].first - 1] == "the")

    def past_window(self, k: int) -> int:
        """The chunk after "this quarter", "last year" at chunk k, where a noun for what is counted stands before."""
        at = k
        while at + 1 < len(self.chunks) and self.chunks[at].kind in (NOUN, ADVERB):
            first = self.chunks[at].first
            if k < at and self.t.words[first] in LINKS and self.chunks[at].stop == first + 1:
                return at  # "deaths now STAND at 12"
            for i in range(first, self.chunks[at].stop):
                if self.t.words[i] not in _WHEN and not self.t.classes[i] & (c.TIME | c.MONTH):
                    return k
            at += 1
        return at if self.chunks[at].kind == VERB else k
