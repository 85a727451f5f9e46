"""What a count of the dead of a war, a siege or another crisis runs over."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from figures.extraction.events import event_words
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    COMMA,
    COUNT,
    NOUN,
    PREP,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
)
from figures.extraction.modifiers.outbreaks import OutbreakClause
from figures.extraction.modifiers.since import WORDS, YEAR, Scope
from figures.lexicon import classes as c

_SAW: Final = frozenset(("saw", "had"))
_DEATHS: Final = frozenset(
    "deaths fatalities murders homicides killings injuries casualties".split()
)
_SPANS: Final = frozenset("weeks months years decades".split())
# after a war: who fights it, and where
_PARTIES: Final = frozenset("between with against in".split())
_NAMED: Final = frozenset((PREP, NOUN, AND))
_APART: Final = 5  # tokens in which "months of clashes" stand at the beginning of a clause
_STANDOFFS: Final = frozenset(("siege", "crisis"))
# of one place, where no time is told that they took
_BLOWS: Final = frozenset(("bombardment", "crackdown"))
_REVOLTS: Final = frozenset(("revolt", "uprising", "siege"))  # of a prison, a hotel: hours
_ENDING: Final = frozenset("end ended ending ends lift lifted break broke".split())
_MANY: Final = 2000
_MOST_FLEE: Final = 100_000  # who are driven from home by one attack
_VERY_MANY: Final = 10_000
_TOLD_BEFORE: Final = 80  # tokens of the sentences before
_WARS: Final = frozenset("war wars conflict insurgency fighting".split())
_HARMS: Final = frozenset(("killed", "injured", "casualties"))
_HOSTAGES: Final = frozenset("hostage hostages captors captives".split())
_JOINED: Final = frozenset((AND, COUNT, VERB, ADVERB, TRIGGER))
_BOUNDS: Final = frozenset((STOP, COMMA, CLAUSE))
_ASIDE: Final = 10  # chunks between a crisis and its verb
_SITE: Final = 6  # tokens from a revolt to where it was
_LASTING: Final = frozenset(
    "course years year months decades weeks period duration height end".split()
)
_OVER_CRISIS: Final = _LASTING | {"result", "consequence"}
_BEFORE_CRISIS: Final = frozenset(
    "in during throughout through over of from by since course years".split()
)


def _describes(words: list[str]) -> bool:
    """Do the words before a crisis describe a place or somebody told before: ", THE TARGET OF months of shelling"?"""
    at = len(words) - words[::-1].index(",") if "," in words else len(words)
    return words[at : at + 1] in (["the"], ["a"]) and words[at + 2 : at + 3] == ["of"]


class CrisisClause(OutbreakClause):
    """The clause of one reading, asked whether it tells of a crisis."""

    def of_a_year_seen(self) -> Scope | None:
        """ "Lenia SAW 750 road deaths IN 2018", "2018 SAW 750 deaths", "the county HAD 9 murders IN 2018": what a year
        brought, where no one event is told."""
        words, counted = self.words, self.reading.counted
        if _SAW.isdisjoint(self.said) or self.reading.trigger.shape != "noun" or counted.value == 1:
            return None
        own = frozenset(words[slice(*self.reading.span)])
        if not (event_words() & self.said - own - _DEATHS).isdisjoint(self.said):
            return None
        for i in range(self.first, self.stop - 1):
            if words[i] == "in" and i >= counted.stop and YEAR.fullmatch(words[i + 1]):
                return "period", None, (i, i + 2)
            if words[i + 1] == "saw" and i < counted.first:
                if YEAR.fullmatch(words[i]) or words[i - 1 : i + 1] == ["last", "year"]:
                    return "period", None, (i, i + 2)
        return None

    def crisis(self) -> Scope | None:
        """ "In the war", "two years of protests", "the outbreak has killed"."""
        t, words = self.t, self.words
        if not _SPANS.isdisjoint(self.said) and any(
            x.have for x in self.chunks[self.begin : self.end]
        ):
            for i in range(self.first, min(self.stop - 1, self.first + _APART)):
                if words[i] in _SPANS and words[i + 1] == "of" and words[i - 1] != "after":
                    return "cumulative", None, (i, i + 2)  # "six MONTHS OF clashes have claimed"
        if (said := self.subject_apart()) is not None:
            return "cumulative", None, said
        if (
            self.of_a_war()
            or self.of_violence()
            and any(x.have for x in self.chunks[self.begin : self.end])
        ):
            return "cumulative", None, None
        if self.has("offensives") and self.chunks[self.reading.by].have:
            for i in range(self.first, self.stop):
                if words[i] in WORDS["offensives"] and self.began(i):
                    return "cumulative", None, (i, i + 3)
        if not self.has("crises"):
            return None
        for i in range(self.first, self.stop):
            if words[i] not in WORDS["crises"] or self.of_hours(i):
                continue
            if words[i] in _STANDOFFS and not _HOSTAGES.isdisjoint(self.said):
                continue  # "two hostages were killed during the siege": of one event
            after = t.classes[i + 1] if i + 1 < self.stop else c.PUNCTUATION
            if (
                words[i + 1 : i + 2] in (["-"], ["'s"])
                or not after
                or after & (c.PERSON | c.BUILDING)
            ):
                continue  # "a crisis meeting", "war veterans"
            near = words[max(self.first, i - 8) : i]  # "in a four-year-old uprising"
            if _describes(near):
                continue  # "five died in Lesk, the target of months of shelling"
            if near[-1:] in (["hour"], ["hours"]):
                continue  # "in a seven-hour siege": of one day
            of = "of" in near[-3:] and _OVER_CRISIS.isdisjoint(near)
            if words[i] in _BLOWS:
                of |= _LASTING.isdisjoint(near)  # "in the BOMBARDMENT of a mosque"
            if of or _BEFORE_CRISIS.isdisjoint(near) or {"veteran", "veterans"} & set(near):
                if not self.tells(i):
                    continue
            elif not {"the", "'s", "year", "long", "civil", "old", "its", "this"} & set(near):
                continue
            return "cumulative", None, (i, i + 1)
        return None

    def of_a_war(self) -> bool:
        """ "The WAR began in April 2023. TENS OF THOUSANDS HAVE died": so many, behind a sentence on a crisis?"""
        counted, first = self.reading.counted, self.chunks[0].first
        if (counted.low or 0) < _VERY_MANY or not self.chunks[self.reading.by].have:
            return False
        before = self.words[max(0, first - _TOLD_BEFORE) : first]
        return not _WARS.isdisjoint(before) and WORDS["sudden"].isdisjoint(before)

    def of_violence(self) -> bool:
        """ "VIOLENCE has killed more than 6,000", "has displaced 700,000": so many as no one attack does?"""
        counted, category = self.reading.counted, self.reading.trigger.category
        least = _MANY if category in _HARMS else _MOST_FLEE if category == "displaced" else 0
        return (
            bool(least) and (counted.value or counted.low or 0) >= least and self.has("offensives")
        )

    def began(self, i: int) -> bool:
        """ "Have been killed in the FIGHTING THAT BEGAN in May"."""
        return (
            self.words[i + 1 : i + 2] in (["that"], ["which"])
            and i + 2 < self.chunks[-1].stop
            and self.words[i + 2] in WORDS["beginnings"]
        )

    def of_hours(self, i: int) -> bool:
        """ "During the revolt AT ORDA PRISON", "the siege of THE HOTEL", "killed to END THE SIEGE"."""
        words, near = self.words, range(i + 1, min(self.stop, i + _SITE))
        if words[i] not in _REVOLTS:
            return False
        if not _ENDING.isdisjoint(words[max(self.first, i - 2) : i]):
            return True
        of = bool(near) and words[i + 1] in ("at", "of", "in")
        return of and any(
            self.t.classes[k] & c.BUILDING or words[k] in WORDS["sites"] for k in near
        )

    def subject_apart(self) -> tuple[int, int] | None:
        """The crisis that is the subject of what counts, but stands apart from its verb: "the WAR, now in its third
        year, has killed 900", "gripped by a WAR that has killed 900", "the offensive HAS SINCE killed 900"."""
        chunks, k = self.chunks, self.reading.by
        while k > 0 and chunks[k - 1].kind in _JOINED:
            k -= 1
        verb = chunks[k]
        if k < 1 or verb.kind != VERB or verb.passive:
            return None
        if (
            verb.have
            and self.words[verb.first + 1 : verb.stop][:1] == ["since"]
            and chunks[k - 1].kind == NOUN
        ):
            last = chunks[k - 1].stop - 1
            going = WORDS["crises"] | WORDS["offensives"]
            return (last, last + 1) if self.words[last] in going else None
        if verb.have and (last := self.that_began(k)):
            return last, last + 1
        if chunks[k - 1].kind == RELATIVE:
            last = k - 1 - (chunks[k - 2].kind == COMMA) if k > 1 else 0
            near = self.names_before(last)
        elif chunks[k - 1].kind == COMMA:
            aside = next(
                (j for j in range(k - 2, max(0, k - _ASIDE), -1) if chunks[j].kind == COMMA), 0
            )
            near = self.names_before(aside)
            alone = near and (near[-1] == 0 or chunks[near[-1] - 1].kind in _BOUNDS)
            # no "a man who fought in the war, police said, killed"
            near = near[-1:] if alone else []
        else:
            return None
        for j in near:
            last = chunks[j].stop - 1
            if self.words[last] in WORDS["crises"] and not self.of_hours(last):
                brief = self.words[last] in _BLOWS or self.words[last] in _STANDOFFS
                return (last, last + 1) if verb.have or not brief else None
        return None

    def that_began(self, k: int) -> int:
        """The crisis before the verb at chunk k, of which it is told when it began: "the WAR THAT BEGAN in May has"."""
        chunks = self.chunks
        for j in range(k - 1, max(0, k - _ASIDE), -1):
            last = chunks[j].first - 1
            if chunks[j].kind == RELATIVE:
                return last if self.words[last] in WORDS["crises"] and self.began(last) else 0
        return 0

    def names_before(self, k: int) -> list[int]:
        """The noun groups that stand together before chunk k, the last first: "a WAR since APRIL 2023 | , which"."""
        found = []
        for j in range(k - 1, max(-1, k - _ASIDE), -1):
            if self.chunks[j].kind == NOUN:
                found.append(j)
            elif self.chunks[j].kind not in (PREP, AND):
                break
        return found

    def tells(self, i: int) -> bool:
        """Is the crisis at token i the subject of what counts: "the outbreak has caused", "the war killed"?"""
        fought = False  # "a coalition FIGHTING AN INSURGENCY hit a hotel"
        between = False  # "the war BETWEEN THE ARMY AND THE REBELS has killed"
        for before, chunk in pairwise(self.chunks[self.begin : self.end]):
            if chunk.first <= i < chunk.stop:
                fought = before.kind == VERB
            if chunk.first == i + 1:
                subject = not any(x.kind == PREP and x.stop <= i for x in self.chunks[self.begin :])
                between = subject and self.words[chunk.first] in _PARTIES
            if chunk.first > i and chunk.kind != ADVERB and not (between and chunk.kind in _NAMED):
                return (
                    chunk.kind == VERB
                    and not fought
                    and not chunk.passive
                    and (chunk.have or bool(chunk.triggers))
                )
        return False
