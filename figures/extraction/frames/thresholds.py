"""Numbers that say from how many on something counts, and so count nobody: "a list of accidents with at least 50
deaths", "the law defines mass murder as the killing of four or more people", "attacks that kill ten are rare"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.readings import Reading
from figures.extraction.frames.remains import Remains
from figures.extraction.groups.chunks import COUNT, VERB
from figures.lexicon import classes as c
from figures.lexicon import load_words

_DEFINING: Final = frozenset("define defines defined defining definition".split())
_CLASSING: Final = frozenset(
    "characterise characterises characterize characterizes classify classifies categorise categorises categorize"
    " categorizes regard regards".split()
)
_LISTING: Final = frozenset(("list", "lists"))
_ANY: Final = frozenset("any every each all".split())
_BASE: Final = "base"
_HAVING: Final = frozenset("involved had involve have".split())
_OPEN: Final = frozenset(("at_least", "more_than"))
_THAT: Final = frozenset(("that", "which"))
_SIGNS: Final = _DEFINING | _CLASSING | _LISTING | _ANY | _HAVING | _THAT
_PLACES: Final = frozenset(
    "wards districts counties countries provinces states municipalities villages towns cities areas zones regions"
    " facilities hospitals schools camps sites health-zones".split()
)
_NOUN: Final = 6  # tokens from "list" to the noun for what is listed
_FEW: Final = 1000  # from how many on something is listed


class Thresholds(Remains):
    """Takes back the readings of such numbers."""

    def thresholds(self) -> None:
        """Drop every reading of the sentence whose number is a threshold."""
        if _SIGNS.isdisjoint(self.words):
            return  # most
        self.readings = [r for r in self.readings if not self.threshold(r)]

    def threshold(self, r: Reading) -> bool:
        """Is the number of the reading one from which on something counts?"""
        if r.counted.counted != "number" or (r.counted.low or 0) > _FEW:
            return False
        if self.those_that(r):
            return True
        before = self.t.words[self.chunks[0].first : r.counted.first]
        if not _DEFINING.isdisjoint(before):
            return True
        if r.counted.qualifier not in _OPEN or len(before) < 2:
            return False
        if not _CLASSING.isdisjoint(before) and "as" in self.words:
            return True  # "CLASSIFIES attacks in which four or more people die AS massacres"
        if self.settlements_that(before):
            return True
        return self.listed(before) or self.any_event(before) or self.of_events(r)

    def those_that(self, r: Reading) -> bool:
        """ "Attacks THAT KILL more than ten people are rare": a verb in the present of no single one."""
        if r.trigger.form != _BASE or r.trigger.shape != "active" or r.by < 1:
            return False
        verb, words = self.chunks[r.by], self.t.words
        bare = verb.first == verb.main and verb.first > 1
        return bare and words[verb.first - 1] in _THAT and words[verb.first - 2].endswith("s")

    def settlements_that(self, before: list[str]) -> bool:
        """ "The NUMBER OF WARDS WHICH reported at least one case is 17": it is places that are counted."""
        that = next((i for i, word in enumerate(before) if word in _THAT or word == "with"), 0)
        counted = before[max(0, that - _NOUN) : that - 1]
        return that > 1 and before[that - 1] in _PLACES and "number" in counted

    def listed(self, before: list[str]) -> bool:
        """ "A LIST OF ACCIDENTS that resulted in at least 50 deaths"."""
        events = load_words("incidents", "events")
        for i, word in enumerate(before[:-1]):
            if word in _LISTING and before[i + 1] == "of":
                return any(w.removesuffix("s") in events for w in before[i + 2 : i + _NOUN])
        return False

    def any_event(self, before: list[str]) -> bool:
        """ "ANY ATTACK IN WHICH at least four people are killed"."""
        events = load_words("incidents", "events")
        for i, word in enumerate(before[:-1]):
            if word in _ANY and before[i + 1].removesuffix("s") in events:
                return not {"which", "that", "where", "with"}.isdisjoint(before[i + 2 :])
        return False

    def of_events(self, r: Reading) -> bool:
        """ "Of these crashes, 204 HAVE INVOLVED at least 100 fatalities": so many events, each with so many dead."""
        if r.at < 2 or r.trigger.shape != "noun":
            return False
        verb, events = self.chunks[r.at - 1], self.chunks[r.at - 2]
        if verb.kind != VERB or events.kind != COUNT or events.count is None:
            return False
        held = self.t.words[verb.stop - 1] in _HAVING
        several = (events.count.low or 0) > 1 and events.count.unit != "person"
        return held and several and not self.t.classes[events.stop - 1] & c.PERSON
