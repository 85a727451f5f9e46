"""Readings: a counted group under one category, and what must hold before it is taken for one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from figures.categories import Trigger, categories
from figures.extraction.frames.bodies import PULLED, REMAINS, of_the_dead, sought
from figures.extraction.frames.discounted import found_healthy, nobody_more
from figures.extraction.frames.machines import (
    counts_machines,
    label_of_things,
    owns,
    things_in_a_state,
)
from figures.extraction.frames.pronouns import antecedent
from figures.extraction.frames.rates import OFTEN, a_rate
from figures.extraction.frames.turned import neither, opposite
from figures.extraction.frames.units import noun_left_out
from figures.extraction.groups.chunks import (
    ADVERB,
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
    Counted,
)
from figures.extraction.groups.phrases import recalled, words_and_pairs
from figures.extraction.groups.services import by_initials
from figures.extraction.words.tokens import Tokens
from figures.extraction.words.vocabulary import dwellings, settlements, things
from figures.lexicon import classes as c
from figures.lexicon import phrase_nouns

# what is done to people, which only its own category counts
# people alone, of all that "which" may be
_BEFALLING: Final = frozenset(("killed", "injured", "missing"))
_HAPPENED: Final = {
    "abductions": "abducted",
    "kidnappings": "abducted",
    "arrests": "detained",
    "detentions": "detained",
    "disappearances": "missing",
    "rapes": "assaulted",
    "injuries": "injured casualties",
    "recoveries": "",  # "74 deaths and 40 RECOVERIES"
    "discharges": "",
    "massacres": "",  # "30 MASSACRES and 71 victims": nobody is counted
}
_THE_DEAD: Final = frozenset(
    "body bodies corpse corpses remains deaths fatalities skeletons cadavers".split()
)


_SPANS: Final = frozenset("day week month year hour".split())  # "12 hurt men A DAY"
# Behind "a day" they make it no rate: "12 hurt men a day EARLIER".
_FROM_THEN: Final = frozenset("earlier later ago before after".split())
_PER: Final = frozenset("per monthly daily weekly".split())  # behind a count of people: a rate
_UNITS: Final = frozenset("person household building elided".split())
_ALIVE: Final = frozenset(("survivor", "survivors"))
FLED: Final = frozenset(("displaced", "refugees"))
_HAD_BEEN: Final = ["who", "had", "been"]
_HURT: Final = frozenset("hurt injured injuries wounded wounds burns".split())
# attackers are not rescued
_SURVIVE: Final = frozenset("survive survives survived surviving".split())
_ASKED: Final = (COUNT, VERB, TRIGGER, RELATIVE, PREP)  # the kinds of chunk that are looked for


@cache
def diseases() -> frozenset[str]:
    """The names of diseases that are one word."""
    return frozenset(noun[0] for noun in phrase_nouns("disease") if len(noun) == 1)


@dataclass(slots=True, eq=False)
class Reading:
    """One counted group under one category, with the chunk and the trigger that told it."""

    counted: Counted
    at: int  # chunk of the counted group
    by: int  # chunk of the trigger
    trigger: Trigger
    span: tuple[int, int]  # tokens of the trigger
    part_of: Reading | None = None
    restates: Reading | None = None
    superseded: bool = False
    beside: tuple[int, int] | None = None  # tokens that set it against another: "compared with"
    absent: str | None = None  # "known": nobody; "unknown": not known yet


class Readings:
    """The readings of one sentence, added one by one; a group is read once in each category."""

    def __init__(self, tokens: Tokens, chunks: list[Chunk]) -> None:
        self.t, self.chunks = tokens, chunks
        self.readings: list[Reading] = []
        self.tolled: set[int] = set()  # chunks read as a toll, which no verb reads again
        self.told: frozenset[str] = frozenset()  # categories that the text has counted before
        self.read: dict[int, list[Reading]] = {}
        self.labelled: set[int] = set()  # chunks whose label said what they count
        # kind → the chunks of that kind, with their place
        of_kind: dict[str, list[tuple[int, Chunk]]] = {kind: [] for kind in _ASKED}
        self.last = 0  # the last chunk that counts somebody
        for k, chunk in enumerate(chunks):
            if chunk.kind in of_kind:
                of_kind[chunk.kind].append((k, chunk))
            if chunk.count is not None or chunk.owner is not None:
                self.last = k
        self.of_kind = of_kind
        self.words = words_and_pairs(tokens, chunks[0].first, chunks[-1].stop)

    def among_things(self, counted: Counted) -> bool:
        """Are things counted right before those of whom this counts some?"""
        before = [x for _, x in self.of_kind[COUNT] if x.stop <= counted.first]
        unit = before[-1].count.unit if before and before[-1].count is not None else None
        return unit not in (None, "person", "household", "building", "case")

    def accepts(self, counted: Counted, trigger: Trigger, elided: bool = True) -> bool:
        """May this category count this group's noun? An elided noun is taken for the category's first unit."""
        units = categories()[trigger.category].units
        if counted.counted == "named" and not categories()[trigger.category].named:
            return False
        if trigger.category != "killed" and counted.head is not None:
            if self.t.words[counted.head] in _THE_DEAD:
                return False  # "rescuers released 33 bodies", "12 deaths … missing": the dead are nothing else
            if trigger.category == "missing" and self.t.words[counted.head] in _ALIVE:
                return False  # "eight survivors, the others missing"
        if counted.head is not None and trigger.category not in _HAPPENED.get(
            self.t.words[counted.head], trigger.category
        ):
            return False  # "46 ABDUCTIONS, 59 villagers subjected to torture"
        if trigger.category == "injured" and counted.unit == "case":
            return False  # "one confirmed CASE remains in hospital"
        if counted.head is not None and self.t.words[counted.head - 1] == "unborn":
            return False
        which = counted.of_those and self.t.words[counted.stop - 1] == "which"
        if which and trigger.category in _BEFALLING and self.among_things(counted):
            return False  # "swept away several cars, ONE OF WHICH is missing"
        unit = counted.unit
        others = self._others(counted) in trigger.counts
        if counted.adding and unit is None and trigger.shape == "noun_of":
            others |= "person" in trigger.counts  # "searching for another nine"
        if trigger.counts and (unit or "elided") not in trigger.counts and not others:
            return False
        if trigger.many and counted.counted != "number":
            return False  # "a youth fled": one who runs away is not displaced
        if unit is None:
            return elided
        if unit in trigger.counts and unit not in _UNITS:
            return True  # "all 29 HANDS were lost": a word for people in that trigger alone
        head = self.t.words[counted.head] if counted.head is not None else ""
        if unit in units:
            return True
        if "settlement" in units and head in settlements():
            return True
        if unit == "building" and "dwelling" in units:
            both = self.t.words[(counted.head or 2) - 2 : counted.head]  # "40 HOMES AND shops"
            return head in dwellings() or both[1:] == ["and"] and both[0] in dwellings()
        if unit in ("household", "building", "person"):
            return False
        if (
            "person" not in units
            or head in things()
            or not categories()[trigger.category].open_nouns
        ):
            return False
        if head in self.t.words and self.t.classes[counted.head or 0] & (
            c.TIME | c.MONTH | c.WEEKDAY
        ):
            return False
        return (
            head.endswith(("s", "men", "women"))
            or trigger.shape in ("active", "adjective", "passive")
            and by_initials(self.t, counted)
            or trigger.shape in ("adjective", "active", "passive")
            and len(head) > 3
            and head.isalpha()
            and counted.value == 1
        )

    def _others(self, counted: Counted) -> str | None:
        """ "Four others": more of the people told of, or of the houses counted before."""
        if counted.unit is not None or "others" not in self.t.words[counted.first : counted.stop]:
            return None
        before = [x.count for _, x in self.of_kind[COUNT] if x.stop <= counted.first]
        return "building" if before and before[-1] and before[-1].unit == "building" else "person"

    def blocked(self, at: int, trigger: Trigger) -> bool:
        category = categories()[trigger.category]
        if category.not_with and not category.not_with.isdisjoint(self.words):
            return True
        chunk = self.chunks[at]
        one = category.not_with_one and chunk.count is not None and chunk.count.value == 1
        if one and not category.not_with_one.isdisjoint(self.words):
            return True
        if not category.not_after:
            return False
        # its next word, too: "rescued nine, as well as SEVEN DEAD bodies"
        return not category.not_after.isdisjoint(self.t.words[chunk.first : chunk.stop + 1])

    def add(
        self,
        at: int,
        by: int,
        span: tuple[int, int],
        trigger: Trigger,
        *,
        superseded: bool = False,
        whole: bool = False,
    ) -> Reading | None:
        """Read the group of chunk ``at``, or the ``whole`` of whom it counts some, by a trigger."""
        counted = self.chunks[at].count
        assert counted is not None
        if trigger.negated and (self.chunks[by].negated or neither(self.t, self.chunks, at)):
            trigger = opposite(trigger)
        elif trigger.negated == trigger.category:
            return None  # "all nine were ACCOUNTED FOR"
        if whole and counted.whole is not None:
            counted = counted.whole
        if counted.value is not None and counted.value % 1:
            return None  # "upgraded to 9.2": nobody is counted so
        if at in self.labelled or not self.accepts(counted, trigger) or self.blocked(at, trigger):
            return None
        counted.unit = counted.unit or noun_left_out(self.t, self.chunks, at, counted, trigger)
        if trigger.category == "missing" and self.t.words[span[0] - 3 : span[0]] == _HAD_BEEN:
            return None  # "fifty who had been missing were found"
        if trigger.words[0] in REMAINS and sought(self.t, counted.first if at == by else span[0]):
            return None
        if by < at and counted.unit is None:
            if things_in_a_state(self.t, self.chunks, at):
                return None
            if label_of_things(self.t, self.chunks, by, trigger):
                return None
        if counts_machines(self.t, counted, trigger) or by < at and owns(self.t, counted):
            return None
        if trigger.words[0] in _SURVIVE:
            outlived = self.t.words[span[1] : span[1] + 1] in (["him"], ["her"])
            if outlived or "attacker" in counted.groups:
                return None  # "two sons SURVIVE HER"
        behind = self.t.words[counted.stop : counted.stop + 3]
        a_day = len(behind) > 1 and behind[0] in ("a", "an") and behind[1] in _SPANS
        if behind and behind[0] in _PER or a_day and _FROM_THEN.isdisjoint(behind[2:]):
            return None
        if not OFTEN.isdisjoint(self.words) and a_rate(self.t, self.chunks, at, by):
            return None
        if nobody_more(self.t, self.words, counted, trigger.category, span):
            return None
        if trigger.category == "injured" and self.dead_before(at, by):
            return None
        if trigger.words[0] == "buried" and trigger.category == "trapped":
            if any(r.trigger.category == "killed" for r in self.read.get(at, ())):
                return None  # "the 12 men who died in the mine in May were buried"
        if trigger.category in FLED and self.t.words[counted.first - 1] == "by" and by > at:
            return None  # "a shop was robbed BY THREE MEN who fled"
        ill = trigger.category == "infected" and not whole
        if ill and found_healthy(self.t, self.words, counted):
            return None
        unnamed = counted.unit is None or self.t.classes[counted.stop - 1] & c.ORDINAL
        if trigger.words[0] in PULLED and unnamed and self.after_dead(counted):
            return None
        if not self.fitting(trigger):
            return None
        if at in self.tolled and not self.tells_more(at, trigger):
            return None
        if counted.high == 0 and counted.head is None and trigger.form == "base":
            return None  # "no escape hatch": a noun that looks like a verb
        before = self.read.setdefault(at, [])
        for r in before:
            if r.trigger.category == trigger.category and r.counted is counted:
                return None
        if counted.unit is not None and counted.unit not in _UNITS:
            if counted.unit in trigger.counts or by_initials(self.t, counted):
                counted.unit = "person"
        reading = Reading(counted, at, by, trigger, span)
        reading.superseded = superseded
        self.readings.append(reading)
        before.append(reading)
        return reading

    def tells_more(self, at: int, trigger: Trigger) -> bool:
        """ "Among the VICTIMS were two boys who WERE KILLED": does the trigger tell what became of them?"""
        told = self.read.get(at, ())
        return trigger.category in ("killed", "injured") and all(
            r.trigger.category == "casualties" for r in told
        )

    def apt(self, trigger: Trigger) -> bool:
        """Does a word that the trigger needs stand in the sentence, or in those just before where that will do?"""
        if not trigger.needs or not trigger.needs.isdisjoint(self.words):
            return True
        return recalled(self.t, self.chunks[0].first, trigger)

    def dead_before(self, at: int, by: int) -> bool:
        """ "The eight people KILLED on Tuesday had bullet wounds": are those hurt told to be dead before?"""
        return any(
            r.trigger.category == "killed" and at < r.by < by and not self.chunks[r.by].passive
            for r in self.read.get(at, ())
            if r.trigger.shape == "passive"
        )

    def fitting(self, trigger: Trigger) -> bool:
        """Does the sentence hold a word that the trigger needs, and none that it bars?"""
        if not (trigger.needs or trigger.without):
            return True
        # "88 new cases", where cholera was told of before
        known = trigger.shape == "noun" and trigger.category in self.told
        if not known and not self.apt(trigger):
            return False
        return trigger.without.isdisjoint(self.words) and not self.ill(trigger)

    def telling(self, chunk: Chunk) -> bool:
        """Does a chunk hold a category's word that tells something here: no "deaths TOOK PLACE"?"""
        return any(self.fitting(t) for *_, t in chunk.triggers)

    def owned_noun(self, k: int, chunk: Chunk) -> bool:
        """ "The man's HOUSE", "the recent FLOODING": a noun that is a verb elsewhere."""
        article = self.t.words[chunk.first - 1]
        if article != "'s":
            before, after = self.chunks[k - 1], self.chunks[min(k + 1, len(self.chunks) - 1)]
            told = before.kind == NOUN and self.t.classes[before.first] & (c.ARTICLE | c.DETERMINER)
            if told and after.kind == NOUN and article in ("a", "an"):
                return chunk.first == chunk.main  # "inside A COLLAPSED block"
            if told and article in ("a", "an") and chunk.first == chunk.main:
                if all(t.form == "base" for *_, t in chunk.triggers):
                    return True  # "used as A SHELTER for clerks"
            if not told or chunk.first != chunk.main or after.kind not in (COMMA, STOP):
                return False
            return all(t.form in ("ing", "noun") for *_, t in chunk.triggers)
        return all(t.form in ("base", "s") for *_, t in chunk.triggers)

    def event(self, k: int) -> bool:
        """Is "shooting" what happened, and not what somebody did: "two hurt in shooting Lesk police say"?"""
        before = self.chunks[k - 1] if k else None
        if before is None or before.kind not in (COMMA, AND, VERB, ADVERB, PREP):
            return True
        return before.kind == PREP and self.t.words[before.first] in ("in", "from", "at")

    def ill(self, trigger: Trigger) -> bool:
        """Is it of those told to be ill, and of nobody hurt, that some "are being treated"?"""
        ill = (
            trigger.category == "injured" and "infected" in self.told and "injured" not in self.told
        )
        return ill and diseases() <= trigger.without and _HURT.isdisjoint(self.words)

    def after_dead(self, counted: Counted) -> bool:
        """Do those counted without a noun go on with bodies: "recovered ten BODIES after TWO MORE were pulled out"?"""
        before = [x.count for _, x in self.of_kind[COUNT] if x.stop <= counted.first]
        return bool(before) and before[-1] is not None and of_the_dead(self.t, before[-1])

    def add_all(self, ats: list[int], by: int, span: tuple[int, int], trigger: Trigger) -> bool:
        told = [antecedent(self.t, self.chunks, at) for at in ats]
        none = [self.t.words[self.chunks[at].first] == "none" for at in told]
        if any(none):
            # "none of the four cooks and 12 clerks was hurt", "hurt 12 cooks, none of whom died"
            told = told[:1] if none[0] else told[: none.index(True)]
        read = [
            self.add(at, by, span, trigger) or self.persons(at, by, span, trigger) for at in told
        ]
        return read != [None] * len(ats)

    def bare(self, k: int) -> bool:
        """Does the count at chunk k stand without a noun?"""
        told = self.chunks[k].count
        return told is not None and told.head is None and told.counted != "named"

    def apart(self, ats: list[int]) -> list[int]:
        """Of groups in a list the last alone, where it has no noun and others have one: "12 clerks came in, and FOUR
        dead", "12 dead clerks, 40 hurt miners and 300 DISPLACED"."""
        last = ats[-1:]
        return last if last and self.bare(last[0]) and not all(map(self.bare, ats)) else ats

    def free(self, at: int) -> bool:
        """Is the group of chunk ``at`` not read yet, though the whole may be of which it counts some?"""
        return all(r.counted is not self.chunks[at].count for r in self.read.get(at, ()))

    def persons(self, at: int, by: int, span: tuple[int, int], trigger: Trigger) -> Reading | None:
        """Read the people said of households that the category does not count: "two families (11 people) died"."""
        counted = self.chunks[at].count
        if counted is None or counted.unit != "household" or self.accepts(counted, trigger):
            return None
        k = self.beside(at)
        return self.add(k, by, span, trigger) if k else None

    def beside(self, at: int) -> int:
        """The group that says the one at chunk ``at`` again; see Parts."""
        raise NotImplementedError

    def placed(self, at: int) -> bool:
        """Is it said right behind the group of chunk ``at`` where that was?"""
        after = self.chunks[min(at + 1, len(self.chunks) - 1)]
        return after.kind == PREP and self.t.words[after.first] in ("in", "at", "near")
