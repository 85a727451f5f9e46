"""What a count runs over that tells of several incidents: "in four separate shootings", "each of nine murders"."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import event_nouns
from figures.extraction.groups.chunks import CLAUSE, COMMA, RELATIVE, STOP, VERB
from figures.extraction.modifiers.crises import CrisisClause
from figures.extraction.modifiers.since import WORDS, Scope
from figures.lexicon import classes as c

_OTHERS: Final = frozenset("other others another more".split())
_APART: Final = 5  # tokens from "separate" to what happened
_STRETCHES: Final = frozenset("stretch span".split())
_LONG: Final = frozenset("hour day week month year".split())
_BLOWS: Final = frozenset(
    "strikes airstrikes attacks raids bombings bombardments storms floods".split()
)


class SeveralClause(CrisisClause):
    """The clause of one reading, asked whether it tells of several incidents."""

    def several(self) -> Scope | None:
        """ "In four separate shootings", "after a night of shootings", "over an eight-hour stretch": what several
        incidents come to."""
        words, counted = self.words, self.reading.counted
        told = self.by_the_count() or self.of_events()
        if told is not None:
            return told
        stop = self.after_events()
        for i in range(self.first + 1, stop):
            if words[i] in _STRETCHES and words[i - 1] in _LONG:
                return "period", None, (i - 1, i + 1)
            if words[i] in WORDS["violent"] and words[i - 1] != "most":
                timed = i + 1 < len(self.t) and self.t.classes[i + 1] & c.TIME
                if timed or "hours" in words[i + 2 : min(i + 3, stop)]:
                    return "period", None, (i, i + 2)
            if counted.first <= i < counted.stop:
                continue
            at_once = words[i] in ("overnight", "weekend")  # "overnight STRIKES", "weekend STORMS"
            if words[i] in WORDS["apart"]:
                for k in range(i + 1, min(stop, i + _APART)):
                    if words[k] in event_nouns()[1] and not (at_once and words[k] in _BLOWS):
                        return "period", None, (i, k + 1)
                    if self.t.classes[k] & (c.PREPOSITION | c.PUNCTUATION) and words[k] not in (
                        "-",
                        ".",
                    ):
                        break
            elif (
                words[i] in WORDS["crimes"]
                and self.apart(i)
                or (words[i] in WORDS["mishaps"] and self.of_a_year())
            ):
                return "period", None, (i, i + 1)
        return None

    def by_the_count(self) -> Scope | None:
        """ "Each OF NINE MURDERS", "nine HOMICIDES": deaths that are counted by their cases."""
        counted = self.reading.counted
        first, head = counted.first, counted.head
        if self.words[first - 2 : first] == ["each", "of"] and counted.value != 1:
            return "period", None, (first - 2, first)
        if head is not None and self.words[head] == "homicides":
            return "period", None, (head, head + 1)
        return None

    def of_events(self) -> Scope | None:
        """ "TWO SHOOTINGS that led to the deaths of two men"."""
        begin = max(self.chunks[0].first + 1, self.first - _APART)
        if "leaving" in self.words[self.first - 1 : self.first + 1] and (
            told := self.looked_into()
        ):
            return told
        for i in range(self.first - 1, begin - 1, -1):
            if self.words[i] in WORDS["crimes"]:
                several = self.t.classes[i - 1] & c.NUMERAL
                return ("period", None, (i - 1, i + 1)) if several else None
            if self.t.classes[i] & c.PUNCTUATION:
                return None
        return None

    def looked_into(self) -> Scope | None:
        """ "Police INVESTIGATE THREE overnight SHOOTINGS that came within hours, leaving five hurt"."""
        words = self.words
        for i in range(self.first - 1, self.chunks[0].first + 1, -1):
            if words[i] in WORDS["crimes"]:
                led = range(i - 1, max(self.chunks[0].first, i - _APART), -1)
                k = next((k for k in led if self.t.classes[k] & c.NUMERAL), 0)
                looked = k > 0 and words[k - 1].startswith("investigat")
                return ("period", None, (k, i + 1)) if looked else None
        return None

    def apart(self, i: int) -> bool:
        """ "In shootings ACROSS the city", "in THREE shootings", "after SEVERAL Lesk shootings"."""
        if not WORDS["everywhere"].isdisjoint(self.words[i + 1 : i + 2]):
            return True
        for k in range(i - 1, max(i - _APART, self.first), -1):
            if self.t.classes[k] & c.NUMERAL or self.words[k] in ("multiple", "several"):
                return self.words[k - 1] in WORDS["after"]
            if self.t.classes[k] and not self.t.capital(k):
                return False
        return False

    def after_events(self) -> int:
        """The end of the clause, with what it is told to have happened after, or together with more: "two are dead,
        and two others hurt, AFTER two separate shootings"."""
        stop, k = self.stop, self.end
        while k < len(self.chunks) and self.words[self.chunks[k].first] not in WORDS["after"]:
            if self.chunks[k].kind in (STOP, RELATIVE, CLAUSE):
                return stop
            k += 1
        between = self.words[stop : self.chunks[k].first] if k < len(self.chunks) else ["end"]
        if between and _OTHERS.isdisjoint(between):
            return stop
        for chunk in self.chunks[k:]:
            if chunk.kind in (STOP, COMMA) or chunk.kind == VERB and chunk.finite:
                break
            stop = chunk.stop
        return stop
