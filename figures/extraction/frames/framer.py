"""Frames: the categories' shapes laid on the clauses of a sentence; each reading is a figure to be.

A counted group is read by a verb before it is read by the noun it stands on, so that "40 refugees drowned"
counts the dead and not the refugees.

The shapes of one kind stand in one module, as a class on top of those it may ask: one chain from `Readings`, which
holds what was read so far, up to the `Framer`. No two define a method of one name.
"""

from __future__ import annotations

from typing import Final

from figures.categories import categories
from figures.extraction.frames.bracketed import Bracketed
from figures.extraction.frames.degrees import DEGREES, WOUNDS
from figures.extraction.frames.either import none_of_them
from figures.extraction.frames.ranks import ranks
from figures.extraction.frames.readings import FLED, Reading
from figures.extraction.frames.remains import BODIES
from figures.extraction.frames.sharing import share
from figures.extraction.frames.topic import REPORTED, Topic
from figures.extraction.frames.updated import FIRST
from figures.extraction.groups.chunks import COUNT, RELATIVE, TRIGGER, VERB, Chunk
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_ALIVE: Final = frozenset("evacuated rescued freed".split())
_HARMED: Final = frozenset(("killed", "injured", "missing", "casualties"))
_DOUBT: Final = frozenset(
    "feared presumed believed thought may might could possibly probably".split()
)
_FOUND: Final = BODIES | {"found"}
_BODIES: Final = frozenset("body bodies corpse corpses".split())
_CARED_FOR: Final = frozenset("receiving received receive receives".split())


class Framer(Bracketed):
    """Lays the shapes on one sentence's chunks."""

    def __init__(self, tokens: Tokens, chunks: list[Chunk], topic: Topic) -> None:
        share(tokens, chunks)
        ranks(tokens, chunks)
        super().__init__(tokens, chunks)
        self.topic = topic
        self.told = topic.told

    def frames(self) -> list[Reading]:
        """Every reading of the sentence, in the order of the text."""
        self.told_as()
        self.heads()
        for k, _ in self.of_kind[COUNT]:
            self.label(k)
        for k, chunk in self.of_kind[VERB]:
            if chunk.triggers:
                self.verb(k, chunk)
        for k, chunk in self.of_kind[TRIGGER]:
            self.word(k, chunk)
        for k, chunk in enumerate(self.chunks):
            if chunk.kind == VERB and not chunk.triggers:
                self.inverted(k)
            elif chunk.kind == COUNT and chunk.triggers and self.alive(k):
                self.inside(k, chunk)
        if "estimated" in self.words:
            self.estimated()
        self.give_way()  # before parts are read by them
        self.wholes()
        self.all_lost()
        self.more_remains()
        self.members()
        self.shared_out()
        self.of_whom()
        self.topical()
        self.of_them()
        self.some_were()
        self.spelled_by()
        if not REPORTED.isdisjoint(self.words):
            self.by_reporters()
        self.made_up()
        self.certain()
        if "respectively" in self.words:
            self.in_turn()
            self.respective()
        if not FIRST.isdisjoint(self.words):
            self.before_now()
        brackets, followed = "(" in self.words, "followed" in self.words
        if "or" in self.words or "/" in self.words:
            for reading in [*self.readings]:
                self.families_before(reading)
        colon = ":" in self.words
        for reading in [r for r in self.readings if r.at < self.last]:
            self.said_again(reading)
            self.elsewhere(reading)
            self.bracketed(reading)
            if followed:
                self.runners_up(reading)
            if brackets or colon:
                self.by_place(reading)
            if brackets:
                self.next_places(reading)
            if colon or ";" in self.words:
                self.behind_colon(reading)
            if colon:
                self.next_colons(reading)
            self.updated(reading)
            self.corrected(reading)
            self.not_but(reading)
            if reading.part_of is None:
                self.compared(reading)
                self.at_most(reading)
            self.parts(reading)
        for reading in [r for r in self.readings if r.at == self.last]:
            self.said_again(reading)
        self.out_of()
        if len(self.of_kind[COUNT]) > 2:
            self.broken_down()
        if brackets or colon:
            self.of_places()
        if brackets:
            self.behind_plurals()
        self.separate()
        self.together()
        self.thresholds()
        if not DEGREES.isdisjoint(self.words):
            self.by_degree()
            if brackets:
                self.within_bracket()
        if not WOUNDS.isdisjoint(self.words):
            self.by_wounds()
        if "along" in self.words or "together" in self.words or "well" in self.words:
            self.alongside()
        self.gapped()
        if "alone" in self.words:
            self.there_alone()
        if len(self.readings) > 1:
            self.included()
            self.made_up()
            self.give_way()
            self.readings.sort(key=lambda r: (r.counted.first, r.by))
        return self.readings

    def alive(self, k: int) -> bool:
        """Is the group of chunk k not read yet, or are they hurt and saved: "evacuated three WOUNDED clerks"?"""
        told = self.read.get(k, ())
        for *_, t in self.chunks[k].triggers if told else ():
            stands_over = categories()[t.category].overrides
            if t.shape == "passive" and all(r.trigger.category in stands_over for r in told):
                return True  # "900 DESTROYED houses are in need of repair"
        hurt = not told or all(t.category == "injured" for *_, t in self.chunks[k].triggers)
        return hurt and all(r.trigger.category in _ALIVE for r in told)

    def give_way(self) -> None:
        """Drop the readings of a count that another of it overrides: "shot and injured" tells of the injured."""
        for at, found in self.read.items():
            if len(found) == 1:
                continue
            if found[0].counted.unit is None:
                self.burnt(found)
            self.in_care(found)
            self.no_longer_missing(found)
            self.in_flight(found)
            over = {
                (id(r.counted), name)
                for r in found
                if not none_of_them(self.t, self.chunks, r)
                for name in categories()[r.trigger.category].overrides
            }
            gone = [r for r in found if (id(r.counted), r.trigger.category) in over]
            if gone:
                self.read[at] = [r for r in found if r not in gone]
                self.readings = [r for r in self.readings if r not in gone]

    def in_care(self, found: list[Reading]) -> None:
        """Who was killed "while receiving treatment" was hurt or ill before: not by what killed him."""
        if all(r.trigger.category != "killed" for r in found):
            return
        hurt = [r for r in found if r.trigger.category == "injured"]
        found_dead = any(r.trigger.words[0] in _BODIES for r in found)
        gone = [
            r
            for r in hurt
            if self.t.words[r.span[0]] in _CARED_FOR
            or self.while_being(r.by)
            or found_dead
            and r.trigger.words[0] == "with"  # "the bodies of three men WITH BULLET WOUNDS"
        ]
        self.readings = [r for r in self.readings if r not in gone]
        found[:] = [r for r in found if r not in gone]

    def while_being(self, k: int) -> bool:
        """ "Died WHILE BEING taken to hospital"."""
        verb = self.chunks[k]
        first = verb.first - (self.t.words[verb.first] == "being")
        return first > 0 and self.t.words[first : first + 2] == ["while", "being"]

    def no_longer_missing(self, found: list[Reading]) -> None:
        """Of those WHO WENT MISSING and whose bodies were found, none is missing any more; nor is one person who was
        reported so and is told dead, without a word of doubt."""
        dead = [r for r in found if r.trigger.category == "killed"]
        one = bool(dead) and found[0].counted.value == 1
        one = one and not self.t.holds(_DOUBT, self.chunks[0].first, self.chunks[-1].stop)
        if one or any(r.trigger.words[0] in _FOUND for r in dead):
            gone = [
                r for r in found if r.trigger.category == "missing" and (one or self.in_clause(r))
            ]
            self.readings = [r for r in self.readings if r not in gone]
            found[:] = [r for r in found if r not in gone]

    def in_flight(self, found: list[Reading]) -> None:
        """Of the drowned who were FLEEING Lenia drop those who fled, and of the displaced those SEEKING shelter."""
        told = {r.trigger.category for r in found}
        if _HARMED.isdisjoint(told) and "sheltered" not in told:
            return
        fled = FLED | {"sheltered"} if _HARMED & told else frozenset()
        gone = [
            r
            for r in found
            if r.trigger.category in fled
            and (r.trigger.form == "ing" or self.in_clause(r))
            or r.trigger.words[0] == "seeking"
            and told & FLED
        ]
        self.readings = [r for r in self.readings if r not in gone]
        found[:] = [r for r in found if r not in gone]

    def in_clause(self, r: Reading) -> bool:
        """Is it told in a relative clause behind those counted: "two people WHO HAD FLED to Chad were killed"?"""
        return r.by > r.at and self.chunks[r.at + 1].kind == RELATIVE

    def burnt(self, found: list[Reading]) -> None:
        """Of a bare count drop the buildings or the people: "26 were burned" are houses where these are told of."""
        told = {r.trigger.category for r in found}
        if "injured" not in told or "buildings_destroyed" not in told:
            return
        houses = any(
            self.t.classes[i] & c.BUILDING
            for i in range(self.chunks[0].first, self.chunks[-1].stop)
        )
        houses |= any(name.startswith("buildings") for name in self.told)
        gone = "injured" if houses else "buildings_destroyed"
        self.readings = [r for r in self.readings if r not in found or r.trigger.category != gone]
        found[:] = [r for r in found if r.trigger.category != gone]


def frames(tokens: Tokens, chunks: list[Chunk], topic: Topic | None = None) -> list[Reading]:
    """The readings of one sentence, in the order of the text; ``topic`` is what the text counted before it."""
    if not any(chunk.count or chunk.owner for chunk in chunks):
        return []  # nobody is counted
    return Framer(tokens, chunks, topic or Topic()).frames()
