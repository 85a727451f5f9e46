"""Numbers behind a word for a sum or a band: "a total of 12", "a family of five", "an additional 12"."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.pairs import PairGroups
from figures.lexicon import classes as c

_ARTICLE_OR_DETERMINER: Final = c.ARTICLE | c.DETERMINER
_SUMS: Final = frozenset(
    "total figure number sum tally estimate count maximum minimum average".split()
)
_BANDS: Final = frozenset("family group party crew team squad band gang".split())
_FURTHER: Final = frozenset("further additional extra other".split())


class SumGroups(PairGroups):
    """What opens a count before its number."""

    def sum_of(self, i: int) -> int:
        """The token after "a total of", "the final figure of", "a family of", where a number follows; 0 where not."""
        words = self.t.words
        if "of" not in words[i + 2 : i + 5]:
            return 0
        for k in range(i + 1, min(i + 4, self.stop - 2)):
            if self.t.classes[k] & c.ARTICLE:
                return 0  # "at the mine A TOTAL of 12"
            if words[k + 1] == "of" and (words[k] in _SUMS or words[k] in _BANDS):
                band = words[k] in _BANDS and self.of_band(k + 2) == "governed"
                return k + 2 if k + 2 in self.numbers and not band else 0
        return 0

    def of_band(self, i: int) -> str:
        """Is the number at token i that of a band of people: "free" where it counts them ("a family of five"),
        "governed" where somebody is told of by it ("the father OF a family of five"), else ""."""
        words, k = self.t.words, i - 2
        if k < self.first or words[i - 1] != "of" or words[k] not in _BANDS:
            return ""
        while k > self.first and self.t.classes[k - 1] & _ARTICLE_OR_DETERMINER:
            k -= 1
        if k <= self.first + 1 or words[k - 1] not in ("of", "in", "from"):
            return "free"
        of = words[k - 1] == "of"  # "members of", "one of", but "the home of a family of five"
        told = self.t.classes[k - 2] & (c.PERSON | c.NUMERAL)
        return "free" if of and not told else "governed"

    def addition(self, i: int) -> int:
        """The number after "another", "a further", "an additional"; 0 where there is none."""
        at = i + 1 if self.t.words[i] == "another" else i + 2
        if at not in self.numbers or at == i + 2 and self.t.words[i + 1] not in _FURTHER:
            return 0
        return at
