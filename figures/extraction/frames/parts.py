"""Parts: counted groups that a figure is said to include, or that spell it out."""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger
from figures.extraction.frames.antecedents import bare_participle
from figures.extraction.frames.asides import in_persons, is_dash, said_as, said_elsewhere, speaks
from figures.extraction.frames.beside import place_listed
from figures.extraction.frames.including import (
    MAJORITY,
    MOST,
    by_nation,
    by_others,
    clause_ends,
    died_since,
    goes_on,
    last_part,
    of_kin,
    of_most,
    one_included,
    parted_from,
    up_to_whole,
)
from figures.extraction.frames.joined import graded
from figures.extraction.frames.objects import objects, own_clause
from figures.extraction.frames.pronouns import PRONOUNS
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.respectively import Respective
from figures.extraction.frames.same import a_kind, is_name, one_who
from figures.extraction.frames.turned import FATALLY, fatal
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    QUOTE,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
    Counted,
    of_other_kind,
)
from figures.lexicon import classes as c

_INCLUDING: Final = frozenset(
    "including included among include includes mostly comprise comprises comprised comprising consist consists"
    " consisted consisting inclusive composed".split()
)
_INCLUDE: Final = ["include"], ["included"], ["includes"]
_AGAINST: Final = frozenset(("while", "whereas"))
_MOSTLY: Final = frozenset("most mostly mainly many".split())
REACH: Final = 14  # chunks behind a whole in which its parts stand

# What befalls people, and the categories whose nouns tell what sort of people they are.
_FATES: Final = frozenset(
    "killed injured casualties missing rescued returned freed infected".split()
)
_STANDINGS: Final = frozenset("refugees displaced returned detained abducted".split())
_PEOPLE: Final = frozenset(("person", "household"))


class Parts(Respective):
    """Finds the parts of the readings of one sentence."""

    def said_again(self, whole: Reading) -> None:
        """ "900 families (4,500 people)", "900 families, or 4,500 people": the same count in another unit."""
        k = self.beside(whole.at) or said_elsewhere(self.t, self.chunks, whole.at, whole.by)
        other = self.chunks[k].count if k is not None else None
        if other is None or k is None:
            return
        of = whole.counted
        unit = of.unit or ("person" if other.unit == "household" else None)
        if other.unit in _PEOPLE and unit in _PEOPLE and other.unit != unit:
            reading = self.add(k, whole.by, whole.span, whole.trigger) or self.reading_of(k, whole)
            if reading is not None and whole.restates is None:
                reading.restates = whole
                self.parts(reading)  # "5 households (32 people, 14 OF THEM CHILDREN)"
        elif k in self.read or other.value is None or other.value >= (of.value or 0):
            return
        elif self.t.words[self.chunks[k - 1].first] == "or":
            return  # "900 or 850 people"
        elif other.unit is None and of.unit is None:
            if self.add(k, whole.by, whole.span, whole.trigger):
                other.adding = True  # "13,609 (118)": the new among them
        elif of.unit in (None, other.unit) and set(other.groups) - set(of.groups):
            part = self.add(k, whole.by, whole.span, whole.trigger)
            if part is not None:
                part.part_of = whole  # "20 people (eight women)"

    def beside(self, at: int) -> int:
        """The counted group that stands in brackets, dashes or after "or" beside the one at chunk ``at``; else 0."""
        chunks = self.chunks[at + 1 : at + 4]
        if len(chunks) < 2:
            return 0
        joint, second, third = [*(ch.kind for ch in chunks), STOP][:3]
        if second == COUNT:
            if joint == OPEN and (third == CLOSE or third == COMMA and self.persons_in(at)):
                return at + 2
            persons = in_persons(self.chunks[at].count, chunks[1].count)
            if is_dash(self.t, chunks[0]) and (persons or is_dash(self.t, chunks[-1])):
                return at + 2
            if joint == AND and self.t.words[chunks[0].first] in ("or", "/"):
                return at + 2  # "900 families or 4,500 people"
            if joint == COMMA and persons:
                # "…, 11 people in all,"
                return 0 if own_clause(self.t, self.chunks, at + 2) else at + 2
        elif (joint, second, third) == (COMMA, AND, COUNT):
            if self.t.words[chunks[1].first] == "or":
                return at + 3
        return self.equivalent(at)

    def equivalent(self, at: int) -> int:
        """The group behind "equivalent to" ("900 families, equivalent to 4,500 people"); else 0."""
        for k in range(at + 2, min(at + 6, len(self.chunks))):
            if self.chunks[k].kind == COUNT:
                return k if said_as(self.t, self.chunks, k) == at else 0
        return 0

    def reading_of(self, k: int, whole: Reading) -> Reading | None:
        """The reading that chunk k has in the category of another."""
        found = self.read.get(k, [])
        return next((r for r in found if r.trigger.category == whole.trigger.category), None)

    def persons_in(self, at: int) -> bool:
        """Are the households of chunk ``at`` said in persons right behind the bracket?"""
        return in_persons(self.chunks[at].count, self.chunks[at + 2].count)

    def on_top(self, k: int) -> bool:
        """ "15 (PLUS two attackers) died", "15 (+2 attackers)": does the bracket at chunk k tell of more?"""
        first = self.chunks[k].stop
        return self.t.words[first : first + 1] in (["plus"], ["+"])

    def parts(self, whole: Reading) -> None:
        """Counted groups that a figure is said to include, or that spell it out."""
        if whole.counted.value == 1 or whole.counted.of_those and goes_on(self.chunks, whole.at):
            return  # "one man, a baker": the same person described; "two of them captains, and two cooks"
        j = whole.at + 1
        # a joint crossed, "including" said, a part found, a speaker's verb crossed
        crossed = said = listed = spoken = False
        for _ in range(REACH):
            if j >= len(self.chunks):
                return
            chunk, word = self.chunks[j], self.t.words[self.chunks[j].first]
            killer = chunk.count is not None and "attacker" in chunk.count.groups
            if spoken and chunk.count and chunk.count.counted == "article":
                return  # "were among the dead, said A NURSE"
            if chunk.kind == COUNT or said and killer and j in self.read:
                if self.chunks[j - 1].kind == OPEN and chunk.count and chunk.count.adding:
                    after: int | None = j + 1  # "1,200 (31) cases, including …"
                elif j in self.read:
                    after = self.known_part(j, whole, said)
                else:
                    after = self.new_parts(j, whole, said, crossed)
                    listed = True
                if after is None:
                    return
                j = after
                continue
            if (said or crossed) and not spoken and (named := self.names(j, whole)):
                self.add_parts(named, whole)
                j = named[-1] + 1
                continue
            if word == "but" and self.t.words[chunk.first + 1 : chunk.first + 2] == ["also"]:
                said |= not _MOSTLY.isdisjoint(self.words)
            spoken |= chunk.kind == VERB and bool(self.t.classes[chunk.stop - 1] & c.SAID)
            if word in _INCLUDING:
                if self.t.words[chunk.first - 1] == "not":
                    return  # "40 dead, NOT INCLUDING 12 attackers"
                said, spoken = True, False  # but "…, including pupils, said Col. Rey" ends it
            elif chunk.kind == OPEN and self.on_top(j):
                return
            elif chunk.kind == OPEN and of_most(self.t, self.chunks[j]):
                said = True
            elif chunk.kind == OPEN and (closed := self.other_bracket(j, whole)):
                j = closed  # "773 casualties (581 DEATHS AND 192 INJURED), including 182 women"
            elif (
                chunk.kind in (COMMA, OPEN)
                or word == "with"
                or is_dash(self.t, chunk)
                or self.colon(chunk)
            ):
                crossed = True
            elif listed and j == whole.by:
                said = crossed = listed = False  # "12, three of them guards, WERE HURT, two badly"
            elif chunk.kind == CLOSE:
                if not crossed and whole.part_of is not None:
                    return  # "773 casualties (581 dead, 192 HURT), including 182 women"
                crossed = False
            elif self.ends_list(j, whole, crossed, said, listed):
                return
            j += 1

    def other_bracket(self, j: int, whole: Reading) -> int:
        """The end of the bracket that opens at chunk j, where it tells counts of other categories; else 0."""
        inside = self.read.get(j + 1, ())
        if not inside or any(r.trigger.category == whole.trigger.category for r in inside):
            return 0
        near = range(j + 1, min(len(self.chunks), j + REACH))
        return next((k for k in near if self.chunks[k].kind == CLOSE), 0)

    def known_part(self, j: int, whole: Reading, said: bool) -> int | None:
        """Where to look on after a count that was read already; None where the list has ended."""
        if not said and (self.colon(self.chunks[j - 1]) or by_nation(self.t, self.chunks, j)):
            return self.spelled_out(j, whole)
        if said and self.of_a_standing(j, whole):
            for reading in self.read[j]:
                reading.trigger, reading.by, reading.span = whole.trigger, whole.by, whole.span
                reading.part_of = whole
            return j + 1
        if said and parted_from(self.chunks, j):
            return None
        for reading in self.read[j]:
            same = said and reading.trigger.category == whole.trigger.category
            if reading is whole or not same or reading.part_of is not None:
                continue
            if reading.counted.adding or died_since(self.chunks, reading):
                return None  # "12 people, mostly women, died, and TWO MORE died in hospital"
            if self.fits(whole, [reading.counted]):
                reading.part_of = whole
                return j + 1
        return None

    def of_a_standing(self, j: int, whole: Reading) -> bool:
        """ "Forty were killed, including 12 REFUGEES": is only told what sort of people the part were?"""
        told = self.chunks[j].count
        if told is None or told.unit != "person" or not self.fits(whole, [told]):
            return False
        return whole.trigger.category in _FATES and all(
            r.trigger.category in _STANDINGS and r.by == j and r.trigger.form in ("noun", "nouns")
            for r in self.read[j]
        )

    def spelled_out(self, j: int, whole: Reading) -> int | None:
        """ "The dead were four foreigners: two Italians, a Swede and a Briton": a list, read already, that adds up."""
        ats: list[int] = []
        while j < len(self.chunks) and self.chunks[j].kind in (COUNT, COMMA, AND):
            ats += [j] * (self.chunks[j].kind == COUNT)
            j += 1
        counts = [x for at in ats if (x := self.chunks[at].count) is not None]
        if self.fits(whole, counts, exactly=True):
            for at in ats:
                reading = self.reading_of(at, whole)
                if reading is not None:
                    reading.part_of = whole
            self.add_parts([at for at in ats if at not in self.read], whole)
        return j

    def colon(self, chunk: Chunk) -> bool:
        return self.t.words[chunk.first] == ":"

    def new_parts(self, j: int, whole: Reading, said: bool, crossed: bool) -> int | None:
        """Read the counts from chunk j on as parts; where to look on, or None where they are none."""
        named = self.t.words[self.chunks[j - 1].first] == "including"  # whatever follows
        own = not named and own_clause(self.t, self.chunks, j) and not self.of_a_kind(j)
        if own or not (said or crossed) or of_kin(self.t, self.chunks, j):
            return None
        ats = [i for i in objects(self.t, self.chunks, j - 1) if i not in self.read]
        last = last_part(self.chunks, ats[-1] if ats else j, whole.by)
        ats += [last] if last and last not in self.read else []
        ats, beside = up_to_whole(self.t, self.chunks, ats, whole.counted)
        counts = [x for i in ats if (x := self.chunks[i].count) is not None]
        words = [graded(self.t, self.chunks[i]) for i in ats]
        told = said or all(words) or all(map(self.of_a_kind, ats))
        if not told and self.chunks[j - 1].kind == AND:
            return None  # "two died in Lesk, and one each in Orda and Hale"
        if not ats or not self.fits(whole, counts, exactly=not told):
            return None
        if not said and by_others(self.t, self.chunks, whole.at, *ats):
            return None  # "46 killings by rebels, 12 by the army": others
        if not told and all(map(self.dated, (whole.by, *ats))):
            return None  # "three died Sunday, two Monday and one Tuesday"
        there = self.placed(whole.at) or self.placed(whole.by)
        if not told and there and all(map(self.placed, ats)):
            return None  # "three in Lesk, two in Orda and one in Hale": nobody is counted twice
        for at, word in zip(ats, words, strict=True):
            self.add_parts([at], whole, fatal(whole.trigger) if word in FATALLY else None)
        for at in beside:
            self.add(at, whole.by, whole.span, whole.trigger)
        after = (beside or ats)[-1] + 1
        return after + (counts[-1].of_those and any(map(a_kind, self.chunks[after : after + 1])))

    def dated(self, at: int) -> bool:
        """Is a day of the week told right behind chunk ``at``?"""
        after = self.chunks[min(at + 1, len(self.chunks) - 1)]
        return bool(self.t.classes[after.first] & c.WEEKDAY)

    def of_a_kind(self, at: int) -> bool:
        """ "…, THREE OF THEM CLERKS, were killed": of what kind some were of those just told."""
        told, after = self.chunks[at], self.chunks[min(at + 1, len(self.chunks) - 1)]
        if told.count is not None and told.count.high == 0:
            return False  # "none of whom is in danger": of what else is not so
        if one_who(self.chunks, at):
            return True
        of_them = self.t.words[told.stop - 1] in ("them", "whom")
        are = after.kind == VERB and after.main is None and not after.triggers
        return of_them and (are or after.kind in (PREP, ADVERB) or a_kind(after))

    def one_listed(self, at: int) -> None:
        """ "Killed 13 people, THE BOMBER among them": the one told by the noun at chunk ``at`` is a part."""
        for r in self.read.get(at, ()) if self.chunks[at].kind == NOUN else ():
            earlier = [x for x in self.readings if x.at < r.at and x.by == r.by]
            r.part_of = earlier[-1] if earlier else None

    def add_parts(self, ats: list[int], whole: Reading, trigger: Trigger | None = None) -> None:
        for at in ats:
            told = self.chunks[at].count
            if whole.trigger.counts and told is not None and told.unit is None:
                told.unit = whole.counted.unit  # "stabbed three people, one of them fatally"
            reading = self.add(at, whole.by, whole.span, trigger or whole.trigger)
            if reading is not None:
                reading.part_of = whole

    def ends_list(self, j: int, whole: Reading, crossed: bool, said: bool, listed: bool) -> bool:
        """Does chunk j end the reach of "including", or of a joint?"""
        chunk = self.chunks[j]
        by = self.chunks[j - 1].kind == PREP  # "186 BY LIVE ammunition and 965 by …"
        if chunk.kind == STOP or listed and chunk.kind == VERB and not by:
            return True
        if chunk.kind == QUOTE and self.chunks[j - 1].kind == COMMA:
            return True  # '… and four are hurt," Brig. Omar Said said'
        if said and chunk.kind == VERB and j != whole.by and self.chunks[j - 1].kind == AND:
            return True  # "killed 40 people, mostly clerks, AND TOOK 12 hostages"
        if said:
            behind = self.chunks[min(j + 1, len(self.chunks) - 1)].kind
            own = behind == COUNT or self.t.words[chunk.first] in _AGAINST
            return chunk.kind == CLAUSE and own  # "…, when A CAR hit them"
        after = self.t.words[chunk.stop : chunk.stop + 2]
        if chunk.kind == RELATIVE and after[:1] in _INCLUDE:
            return False  # "47 people, WHICH INCLUDE 12 women"
        if chunk.kind == NOUN and self.t.words[chunk.stop - 1] in MAJORITY:
            return False
        if after[:1] == ["also"] and self.t.words[chunk.first] == "but":
            return self.chunks[j - 1].kind != NOUN  # "most of them rebels BUT ALSO 12 clerks"
        if after in (["of", "them"], ["of", "whom"]) and self.t.words[chunk.first] in MOST:
            return False  # "40 people, MOST of them women, including 12 nurses"
        if chunk.kind in (CLAUSE, RELATIVE):
            return not clause_ends(self.t, self.chunks, j)
        if chunk.kind == VERB:  # but "743 died trying TO CROSS the sea, including 538 …"
            aim = chunk.to and self.chunks[min(j + 1, len(self.chunks) - 1)].kind != COUNT
            # "40 people missing AND TRAPPED under rubble, including 12 children"
            aim |= j == whole.by + 2 and self.chunks[j - 1].kind == AND and bare_participle(chunk)
            return bool(chunk.triggers) and j != whole.by and not aim
        return chunk.kind == NOUN and crossed and self.chunks[j - 1].kind != PREP

    def names(self, j: int, whole: Reading) -> list[int]:
        """The names, from chunk j on, of those that a figure counts: "three reporters: Ana Ruiz, Omar Belkin and …"."""
        told = self.chunks[j].count
        if told is None:
            return []
        if not is_name(told):
            one = one_included(self.t, self.chunks, j, told) and j not in self.read
            return [j] if one else []  # "five dead, including the gunman"
        if own_clause(self.t, self.chunks, j) or self.t.words[told.first] in PRONOUNS:
            return []
        if place_listed(self.t, self.chunks, j):  # "217 died in Lesk, CASTILE-LA HALE and Orda"
            return []
        if self.t.classes[told.first] & c.SAID or speaks(self.t, self.chunks, j):
            return []  # "…, said nurse Ana Ruiz", "in what the mayor, ANA RUIZ, SAID was a raid"
        last = objects(self.t, self.chunks, j - 1)[-1:] or [j]
        found = [
            i
            for i in range(j, last[0] + 1)
            if (x := self.chunks[i].count) is not None
            and is_name(x)
            and (
                self.chunks[i - 1].kind != PREP
                or self.t.words[self.chunks[i - 1].first] in _INCLUDING
            )
            and (i + 1 == len(self.chunks) or self.chunks[i + 1].kind not in (NOUN, TRIGGER))
            and i not in self.read
        ]
        return found if len(found) <= (whole.counted.value or whole.counted.low or 0) else []

    def fits(self, whole: Reading, parts: list[Counted], exactly: bool = False) -> bool:
        """Can these groups be parts of that whole: of one unit, and together no more than it?"""
        if exactly and all(of_other_kind(whole.counted, p) for p in parts):
            return False  # "three children, two women and a nurse": a list, not what it is made of
        limit = whole.counted.high if whole.counted.high is not None else whole.counted.value
        if any(p.unit not in (None, "person", whole.counted.unit) for p in parts):
            if any(not self.accepts(p, whole.trigger) for p in parts):
                return False
        total = sum(p.value or p.low or 0 for p in parts)
        if exactly:
            return whole.counted.value is not None and total == whole.counted.value
        return whole.counted.high is None or limit is None or total <= limit
