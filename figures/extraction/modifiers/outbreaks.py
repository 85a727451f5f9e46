"""What a count of an outbreak's cases or dead runs over."""

from __future__ import annotations

from typing import Final

from figures.extraction.modifiers.since import WORDS, Clause
from figures.lexicon import classes as c

_CASES: Final = frozenset(("cases", "infections"))
_GRADES: Final = frozenset(("suspected", "confirmed", "probable"))
_ILL: Final = frozenset("ill sick sicken".split())
_POISONS: Final = frozenset(
    "liquor hooch alcohol moonshine methanol food meal lunch dinner breakfast buffet poisoning poisoned poison gas"
    " fumes leak smoke mushrooms".split()
)
_BACK: Final = 60  # tokens before a sentence in which a disease is named that "have died" is about


class OutbreakClause(Clause):
    """The clause of one reading, asked whether it tells of an outbreak."""

    def of_a_disease(self) -> bool:
        """An outbreak's dead are counted through it."""
        told = WORDS["disease"].intersection(self.said)
        named = {word for word in told if word == "cases" or not self.of_helpers(word)}
        if named and not (named == {"cases"} and self.serious_cases()):
            return True
        begin = self.chunks[0].first
        counts = [x.count for x in self.chunks if x.count is not None and x.count.head is not None]
        if any(
            self.words[x.head or 0] in _CASES
            and self.words[x.first - 1] != "in"
            and self.words[(x.head or 0) - 1] not in WORDS["degrees"]
            for x in counts
        ):
            return True  # but "in two cases guards fired"
        before = self.words[max(0, begin - _BACK) : begin]
        sentence = self.words[begin : self.chunks[-1].stop]
        if "cases" in sentence and {*before, *sentence} & (_GRADES | WORDS["disease"]) - _CASES:
            return True  # "the number of suspected cases reached 246, with seven deaths"
        # "Lesk HAS counted 12 deaths"
        have = any(x.have for x in self.chunks[self.begin : self.end])
        return have and not WORDS["disease"].isdisjoint(before)

    def of_a_poison(self) -> bool:
        """ "63 pupils FELL ILL after a MEAL", "a gas leak": are they ill of one thing, and of no disease?"""
        trigger = self.reading.trigger
        if _ILL.isdisjoint(trigger.words) or self.has("disease"):
            return False
        return not _POISONS.isdisjoint(self.words[self.chunks[0].first : self.chunks[-1].stop])

    def of_helpers(self, disease: str) -> bool:
        """ "A soldier guarding POLIO TEAMS was shot": does the disease only tell what others were at?"""
        at = [i for i in range(self.first, self.stop) if self.words[i] == disease]
        return all(self.words[i + 1 : i + 2] and self.words[i + 1] in WORDS["helpers"] for i in at)

    def serious_cases(self) -> bool:
        """ "Nine dead and many wounded, including SERIOUS CASES": the wounded."""
        at = [i for i in range(self.first, self.stop) if self.words[i] == "cases"]
        return all(self.words[i - 1] in WORDS["degrees"] for i in at)

    def of_a_day(self) -> bool:
        """Is a count of cases that of one day: "114 cases on 14 October", "five new deaths"?"""
        counted = self.reading.counted
        first, stop = counted.reported
        if self.words[first - 1] == "(" and self.words[stop : stop + 1] == [")"]:
            return True  # "as of Friday 13,609 (118) cases": the new among them
        if "as" in self.said:
            return False
        if "new" in self.words[counted.first : counted.stop] or "yesterday" in self.said:
            return True
        if "before" in self.said and "day" in self.said:
            return True  # "following 45 deaths the day before"
        days = c.DIGIT | c.WEEKDAY | c.MONTH
        said = range(self.first, self.stop - 1)
        return any(self.words[i] == "on" and self.t.classes[i + 1] & days for i in said)
