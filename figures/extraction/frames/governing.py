"""Nouns that govern a count: "the deaths of 12 miners", "the remains of two men", "Reyes's murder"."""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger
from figures.extraction.frames.antecedents import bare_participle
from figures.extraction.frames.objects import objects
from figures.extraction.frames.ofthem import OfThem
from figures.extraction.groups.chunks import (
    AND,
    COMMA,
    COUNT,
    NOUN,
    PREP,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.lexicon import classes as c

WHEN: Final = c.TIME | c.WEEKDAY | c.MONTH
_REMAINS: Final = frozenset("body bodies corpse corpses remains".split())
_HURT: Final = frozenset(("adjective", "participle", "past_participle"))
LOST: Final = frozenset(  # what is done to lives
    "claimed claim claims claiming took take takes taken taking cost costs costing lost lose losing loss".split()
)
_FATES: Final = frozenset("killed injured missing abducted detained".split())
_LED_TO_DEATH: Final = frozenset(("injured", "casualties"))


class Governing(OfThem):
    """What nouns tell of a count that they take with "of", or of the one whose they are."""

    def owned(self, k: int, span: tuple[int, int], trigger: Trigger) -> bool:
        """ "Reyes's murder", "his body": the one whose it is."""
        before = self.chunks[k - 1] if k else None
        if before is None or before.owner is None or span[0] != self.chunks[k].first:
            return False
        if self.t.words[span[0]] in _REMAINS and self.of_the_living(k):
            return False
        if k > 2 and trigger.category == "injured" and self.chunks[k - 2].kind == PREP:
            if any(t.category == "killed" for *_, t in self.chunks[k - 3].triggers):
                return False  # "succumbed to his injuries"
        before.count = before.owner
        return self.add_all([k - 1], k, span, trigger)

    def of_the_living(self, k: int) -> bool:
        """ "Burns on parts of his body", "the officer's body camera"."""
        if k > 1 and self.chunks[k - 2].kind == PREP:
            return True
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        return after is not None and after.kind == NOUN and not self.t.classes[after.first]

    def past_phrases(self, at: int, particle: str) -> int:
        """The chunk of the particle, after days and phrases: "the murder last week in Lesk OF a judge"."""
        while at + 2 < len(self.chunks) and self.t.words[self.chunks[at].first] != particle:
            chunk = self.chunks[at]
            if chunk.kind == PREP and self.chunks[at + 1].kind in (NOUN, COUNT):
                at += 2
            elif chunk.kind == NOUN and self.t.classes[chunk.stop - 1] & WHEN:
                at += 1
            elif chunk.kind == NOUN and self.t.classes[self.chunks[at + 1].stop - 1] & WHEN:
                at += 1  # "during the past 72 hours"
            else:
                break
        return at

    def of(self, k: int, span: tuple[int, int], trigger: Trigger) -> bool:
        at = self.past_phrases(k + 1, trigger.particle)
        if at + 1 >= len(self.chunks) or self.t.words[self.chunks[at].first] != trigger.particle:
            return trigger.shape == "noun_of" and self.owned(k, span, trigger)
        if trigger.shape == "verb_noun":
            left = self.t.words[max(0, self.chunks[max(0, k - 2)].first) : self.chunks[k].first]
            if not LOST & set(left) and not LOST & set(
                self.t.words[self.chunks[k].first : self.chunks[-1].stop]
            ):
                return False
        # of whoever else is told of them: "of two men abducted"
        remains = trigger.words[0] in _REMAINS
        right = objects(self.t, self.chunks, at)
        right = [i for i in right if i == right[0] or not self.of_cases(i, trigger)]
        if remains and right:
            right += self.last_of_list(right[-1])
        died = trigger.category == "killed"
        free = [
            i
            for i in right
            if remains or i not in self.read or self.by_relative(i) or died and self.hurt_before(i)
        ]
        return self.add_all(free, k, span, trigger)

    def of_cases(self, at: int, trigger: Trigger) -> bool:
        """ "The death of 27 people and 567 NEW CASES", "the bodies of five boys and 19 WOUNDED MEN", "and 19 WOUNDED",
        "… and 19 men SUFFERING from burns": no more dead."""
        behind = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        if behind is not None and self.fate_apart(at, behind, trigger.category):
            return True
        if behind is not None and trigger.category == "killed" and behind.kind in (VERB, TRIGGER):
            bare = self.bare(at)
            if any(
                t.category == "injured" and (bare and t.form in _HURT or t.form == "ing")
                for *_, t in behind.triggers
            ):
                return True
        return any(
            t.category == "infected"
            and t.shape == "noun"
            or t.category == "injured" != trigger.category
            and t.form in _HURT
            for *_, t in self.chunks[at].triggers
        )

    def fate_apart(self, at: int, behind: Chunk, category: str) -> bool:
        """ "The deaths of 12 people, 30 OTHERS INJURED", "the abduction of 40 pupils, two men WOUNDED and loss": does a
        participle that ends there, or is told of others, tell another fate of the group at chunk ``at``?"""
        told = self.chunks[at].count
        participle = behind.kind in (VERB, TRIGGER) and behind.first == behind.main
        if not participle or told is None or told.counted != "number":
            return False
        fates = {t.category for *_, t in behind.triggers if t.form in _HURT}
        ends = self.chunks[at + 2].kind in (STOP, COMMA, AND) if at + 2 < len(self.chunks) else True
        others = "others" in self.t.words[told.first : told.stop]
        return bool(fates & _FATES) and category not in fates and (ends or others)

    def last_of_list(self, at: int) -> list[int]:
        """The end of a list in front of the verb of what they are of: "the bodies of two men, a boy AND SIX GIRLS had
        been found"."""
        kinds = [x.kind for x in self.chunks[at + 1 : at + 4]]
        if kinds != [AND, COUNT, VERB] or self.chunks[at - 1].kind != COMMA:
            return []
        told = {t.category for *_, t in self.chunks[at + 3].triggers}
        return [at + 2] if told <= {"killed"} else []

    def hurt_before(self, at: int) -> bool:
        """ "The death of a guard AFTER HE WAS SHOT": is the group of chunk ``at`` read by what led to its death?"""
        hurt = all(r.by > at and r.trigger.category in _LED_TO_DEATH for r in self.read[at])
        return hurt and self.t.words[self.chunks[at + 1].first] in ("after", "when", "who")

    def by_relative(self, at: int) -> bool:
        """Is the group of chunk ``at`` read by its relative clause alone, full or not: "the death of two men WHO WERE
        SEIZED", "the release of ten pupils SEIZED in May"?"""
        return all(
            any(x.kind == RELATIVE for x in self.chunks[at + 1 : r.by])
            or r.by == at + 1
            and bare_participle(self.chunks[r.by])
            for r in self.read[at]
        )
