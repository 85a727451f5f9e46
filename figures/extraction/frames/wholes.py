"""Some of a whole: "THREE OF THE 12 DEAD were children" tells of twelve dead, and of three among them."""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger
from figures.extraction.frames.inseparable import Inseparable
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import (
    CLAUSE,
    COMMA,
    COUNT,
    NOUN,
    PREP,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Counted,
)
from figures.lexicon import classes as c
from figures.lexicon import person_groups

_DESCRIBING: Final = frozenset(("adjective", "participle", "past_participle"))
_BE: Final = frozenset("was were is are".split())
_NOUNS: Final = frozenset(("noun", "nouns"))
_MAKING_UP: Final = [
    [*verb.split()]
    for verb in (
        "account for",
        "accounted for",
        "accounts for",
        "accounting for",
        "make up",
        "made up",
        "makes up",
    )
]
_OF_THEM: Final = (["of", "which"], ["of", "whom"])
_NAMING: Final = frozenset(("identified", "named"))
_REACH: Final = 28  # chunks behind the whole in which they stand
_NEAR: Final = 8  # chunks from buildings to "including"
_OPENING: Final = 4  # chunks up to the whole that opens a sentence
# "of the 33 cases"
_COUNTED_NOUNS: Final = frozenset(("killed", "injured", "casualties", "infected"))

Found = tuple[int, tuple[int, int], Trigger]


class Wholes(Inseparable):
    """Reads those of whom some are counted, by the words that describe them."""

    def wholes(self) -> None:
        """Every "some of so many" of the sentence."""
        for k, chunk in self.of_kind[COUNT]:
            if chunk.count is not None and chunk.count.whole is not None:
                self.whole_of(k, chunk.count, chunk.count.whole)

    def out_of(self) -> None:
        """ "Of 988 DAMAGED HOUSES, 556 are partially and 432 completely destroyed", "900 houses, of which 20 are …, and
        88 are …": all that follow without a noun are of those."""
        for whole, k in self.divided():
            kind = whole.trigger.category.split("_")[0]  # "buildings"
            for at in range(k + 1, min(len(self.chunks), k + _REACH)):
                if self.chunks[at].kind in (STOP, CLAUSE):
                    break
                for r in self.read.get(at, ()):
                    bare = r.part_of is None and r.counted.head is None and not r.counted.adding
                    few = (r.counted.value or 0) <= (whole.counted.value or 0)
                    if bare and few and r.trigger.category.split("_")[0] == kind:
                        r.part_of = whole

    def divided(self) -> list[tuple[Reading, int]]:
        """The counts of which the sentence goes on to tell parts, each with the chunk behind which they stand."""
        found: list[tuple[Reading, int]] = []
        opening = self.t.words[self.chunks[0].first : self.chunks[0].first + 2]
        if opening[0] == "of" or opening == ["out", "of"]:
            first = next((k for k, _ in self.of_kind[COUNT]), 0)
            opens = first <= _OPENING and all(x.kind != COMMA for x in self.chunks[:first])
            found += [(r, r.at) for r in self.read.get(first, ())[:1] if opens]
        for k, chunk in self.of_kind[PREP] if "including" in self.words else ():
            built = [r for r in self.readings if r.at < k and r.part_of is None]
            if built and self.t.words[chunk.first] == "including":
                last = max(built, key=lambda r: r.at)
                if last.trigger.category.startswith("buildings"):
                    # "288 houses, INCLUDING 97 fully damaged and 191 partly"
                    found.append((last, k))
        for k, chunk in self.of_kind[RELATIVE]:
            if k > 1 and self.t.words[chunk.first - 1 : chunk.stop] in _OF_THEM:
                before = [r for r in self.readings if r.at < k and r.part_of is None]
                found += [(max(before, key=lambda r: r.at), k)] if before else []
        return found

    def told_as(self) -> None:
        """The groups of those whom the next noun describes: "two of them CHILDREN", "nine of the 40 were WOMEN"."""
        for k, chunk in self.of_kind[COUNT]:
            some = chunk.count
            if some is None or not some.of_those or some.groups or k + 2 >= len(self.chunks):
                continue
            at = k + 1
            while at < len(self.chunks) - 2 and self.links(at):
                at += 1
            noun, after = self.chunks[at], self.chunks[at + 1]
            if noun.kind == NOUN and not self.t.classes[after.first] & c.SAID:
                some.groups = person_groups().get(self.t.words[noun.stop - 1], ())

    def links(self, k: int) -> bool:
        """Does chunk k stand between some and what they are: "nine of the 40 KILLED WERE women"?"""
        chunk = self.chunks[k]
        be = chunk.main is None and self.t.words[chunk.first] in _BE
        return chunk.kind == TRIGGER or chunk.kind == VERB and (be or chunk.first == chunk.main)

    def whole_of(self, k: int, some: Counted, whole: Counted) -> None:
        """Read the whole of the group at chunk k, and make what tells the same of some a part of it."""
        reading = next((r for r in self.read.get(k, ()) if r.counted is whole), None)
        if reading is None:
            found = self.described(k, whole)
            if found is None or self.made_so(k, some, found):
                return
            reading = self.add(k, *found, whole=True)
            if reading is None:
                return
        own = [r for r in self.read[k] if r.counted is some]
        for r in own:
            if reading.trigger.category in (r.trigger.category, "casualties"):
                r.part_of = reading  # "three of the five people shot have died"
        if not own and (self.goes_on(reading.by, some) or self.known(k)):
            part = Reading(some, k, reading.by, reading.trigger, reading.span, part_of=reading)
            self.readings.append(part)
            self.read[k].append(part)

    def made_so(self, k: int, some: Counted, found: Found) -> bool:
        """ "Pirates TOOK five of its eight crew HOSTAGE": does the verb say so of some alone?"""
        word = self.t.words[found[1][0]]
        verbs = (r.trigger.words for r in self.read.get(k, ()) if r.counted is some)
        return any(len(words) > 1 and words[-1] == word for words in verbs)

    def described(self, k: int, whole: Counted) -> Found | None:
        """The category's word inside the whole, or right behind it: "the 150 DISPLACED families", "the 12 DEAD"."""
        for s, e, trigger in self.chunks[k].triggers:
            if s < whole.first:
                continue
            noun = whole.head is not None and s <= whole.head < e and trigger.form in _NOUNS
            if noun and trigger.category in _COUNTED_NOUNS or trigger.form in _DESCRIBING:
                return k, (s, e), trigger
        after = self.chunks[min(k + 1, len(self.chunks) - 1)]
        if after.kind == TRIGGER and after.first == whole.stop:
            for s, e, trigger in after.triggers:
                if trigger.form in _DESCRIBING and trigger.shape != "toll":
                    return k + 1, (s, e), trigger
        return None

    def known(self, k: int) -> bool:
        """ "Police have IDENTIFIED nine of the 12 killed": does a verb tell who those at chunk k are?"""
        verb = self.chunks[k - 1] if k else None
        return verb is not None and verb.kind == VERB and self.t.words[verb.stop - 1] in _NAMING

    def goes_on(self, k: int, some: Counted) -> bool:
        """Does the sentence go on to say who some of the whole, described by chunk k, are: "… WERE children"?"""
        if self.t.words[some.first - 2 : some.first] in _MAKING_UP:
            return True  # "women ACCOUNT FOR 21 of the 28 dead"
        be = ("was", "is") if some.value == 1 else ("were", "are")
        verb = next((x for x in self.chunks[k + 1 :] if x.kind == VERB), None)
        return verb is not None and verb.main is None and self.t.words[verb.first] in be
