"""Counts behind places: "24 drowned in Lesk (12), Orda (n=9) and Hale (3)", "Lesk reported 12 dead, Orda nine"."""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger
from figures.extraction.frames.ofwhom import OfWhom
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.topic import REPORTED, Topic
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
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.lexicon import classes as c
from figures.lexicon import load_words, person_groups

_BE: Final = frozenset("is was were".split())
_ARE: Final = frozenset("are were include included".split())
_WHERE: Final = frozenset("in from at across as".split())
_SOME: Final = frozenset("with including included mostly mainly notably most".split())
_NAMELY: Final = ["namely"]  # "in five counties, NAMELY Lesk (12), …"
_REST: Final = frozenset(("others", "elsewhere"))
_BACK: Final = 12  # chunks from the first place back to what is counted
_FAR: Final = 28  # chunks from a count on to the first place
_AT_MOST: Final = 100  # places of a list
_SHARE: Final = 6  # chunks from a count to the bracket that closes behind its share
_PER_CENT: Final = frozenset(("%", "percent", "cent"))


class Placed(OfWhom):
    """Reads what is counted behind the names of places."""

    topic: Topic

    def by_place(self, whole: Reading) -> None:
        """Parts of a whole where they add up, or are said to be some of it ("WITH Lesk (40) and Orda (31) worst hit");
        the next in a row ("35 deaths, FOLLOWED BY Lesk (21)")."""
        # "OTHERS fled to Lesk (900) and Orda (450)"
        others = whole.counted.qualifier == "unspecified"
        if whole.counted.value is None and not others:
            return
        k = whole.at + 1
        if inside := self.inside_bracket(k):
            told = [x for at in inside if (x := self.chunks[at].count) is not None]
            people = all(map(self.behind_people, inside))
            if self.fits(whole, told, exactly=not people):
                self.add_parts(inside, whole)
            return
        while k < len(self.chunks) and not (self.place_count(k) or self.behind_place(k)):
            stops = self.chunks[k].kind == STOP and self.t.words[self.chunks[k].first] != ":"
            if stops or self.chunks[k].kind in (CLAUSE, RELATIVE) or k > whole.at + _FAR:
                return
            k += 1
        ats = self.run(k)
        counts = [x for at in ats if (x := self.chunks[at].count) is not None]
        if not ats:
            return
        between = self.t.words[self.chunks[whole.at].stop : self.chunks[k].first]
        if between[-2:] == ["followed", "by"]:
            for at in ats:
                self.add(at, whole.by, whole.span, whole.trigger)
        elif (
            len(ats) > 1
            and others
            or len(ats) > 1
            and self.fits(
                whole, counts, exactly=between[-1:] != [":"] and _SOME.isdisjoint(between[-3:])
            )
        ):
            self.add_parts(ats, whole)

    def behind_colon(self, whole: Reading) -> None:
        """ "14 people in three districts: LESK 7, ORDA 4 and HALE 3": parts that add up."""
        near = range(whole.at + 1, min(len(self.chunks) - 2, whole.at + _FAR))
        k = next((j for j in near if self.chunks[j].kind == STOP), 0)
        if not k or self.t.words[self.chunks[k].first] not in ":;" or not self.named_place(k + 1):
            return
        first = self.chunks[k + 2].count
        if first is None or first.head is not None or k + 2 in self.read:
            return
        ats = [k + 2, *self.behind_names(k + 3)]
        counts = [x for at in ats if (x := self.chunks[at].count) is not None]
        if len(ats) > 1 and self.fits(whole, counts, exactly=True):
            self.add_parts(ats, whole)

    def runners_up(self, first: Reading) -> None:
        """ "39 deaths, FOLLOWED BY Lesk WITH 34, Orda with 22": the counts of the places behind, in their order."""
        near = range(first.at + 1, min(len(self.chunks), first.at + _FAR))
        at = next((k for k in near if self.ends_followed_by(k)), 0)
        if at and self.chunks[at + 1 : at + 2] and self.chunks[at + 1].kind == COUNT:
            self.in_places(at + 1, first)
            return
        while at and at + 3 < len(self.chunks):
            place, joint, told = self.chunks[at + 1 : at + 4]
            named = place.kind == NOUN and self.t.capital(place.stop - 1)
            if not named or self.t.words[joint.first] != "with" or told.kind != COUNT:
                return
            if at + 3 not in self.read:
                self.add(at + 3, first.by, first.span, first.trigger)
            at += 4
            while at < len(self.chunks) - 1 and self.chunks[at].kind in (COMMA, AND, TRIGGER, VERB):
                at += 1
            at -= 1

    def in_places(self, k: int, first: Reading) -> None:
        """ "Followed by 147,995 PEOPLE IN ORDA and 41,036 IN HALE"."""
        while k + 2 < len(self.chunks) and self.chunks[k].kind == COUNT:
            if self.t.words[self.chunks[k + 1].first] not in _WHERE or not self.named_place(k + 2):
                return
            if k not in self.read:
                self.add(k, first.by, first.span, first.trigger)
            k += 3
            while k < len(self.chunks) and self.chunks[k].kind in (COMMA, AND):
                k += 1

    def ends_followed_by(self, k: int) -> bool:
        """Does chunk k end "followed by", and not "was followed by": what came next?"""
        first = self.chunks[k].first
        words = self.t.words[first - 2 : first + 1]
        return words[1:] == ["followed", "by"] and words[0] not in _BE

    def next_places(self, first: Reading) -> None:
        """ "Lesk (3,864 DISPLACED), Orda (2,046)": the category's word stands in the first bracket only."""
        k, end = first.at, len(self.chunks)
        if not 1 < k < end - 1 or self.chunks[k - 1].kind != OPEN:
            return
        closed = k + 1 + (first.by == k + 1)
        if closed >= end or self.chunks[closed].kind != CLOSE or not self.named_place(k - 2):
            return
        closed += 1
        while closed < end and self.chunks[closed].kind in (COMMA, AND):
            closed += 1
        whole = self.most_of(first)
        if whole is not None and self.fits(whole, [first.counted]):
            first.part_of = whole
        for at in self.run(closed):
            part = self.add(at, first.by, first.span, first.trigger)
            if part is not None:
                part.part_of = first.part_of
                self.nobody(at - 2)

    def next_colons(self, first: Reading) -> None:
        """ "Chad: 1,200 DEAD; NIGER: 300; MALI: 45": the category's word stands behind the first place only."""
        k = first.at + 1 + (first.by == first.at + 1)
        if (
            first.at < 2
            or not self.colon(self.chunks[first.at - 1])
            or not self.named_place(first.at - 2)
        ):
            return
        while k < len(self.chunks) and (
            self.chunks[k].kind in (COMMA, AND) or self.t.words[self.chunks[k].first] == ";"
        ):
            k += 1
        if k > first.at + 1:
            for at in self.run(k):
                self.add(at, first.by, first.span, first.trigger)

    def most_of(self, first: Reading) -> Reading | None:
        """The count before, of which a place's bracket tells some: "77 died, MOST OF THEM in Hale (39 deaths)"."""
        near = [r for r in self.readings if r.at < first.at and r.part_of is None]
        near = [r for r in near if r.trigger.category == first.trigger.category]
        if not near:
            return None
        whole = max(near, key=lambda r: r.at)
        between = self.t.words[self.chunks[whole.at].stop : self.chunks[first.at].first]
        return None if _SOME.isdisjoint(between) or ";" in between else whole

    def nobody(self, k: int) -> None:
        """Read nobody by the name at chunk k: it is a place's."""
        if self.read.pop(k, None):
            self.readings = [r for r in self.readings if r.at != k]

    def by_reporters(self) -> None:
        """ "Lesk HAS REPORTED 12 deaths, ORDA NINE and HALE THREE"; of what the sentence before counted in "Lesk has
        reported 678, Orda 306 and Hale 210"."""
        for k, chunk in self.of_kind[COUNT]:
            told, verb = chunk.count, self.chunks[k - 1]
            if k < 2 or told is None or self.t.words[verb.stop - 1] not in REPORTED:
                continue
            ats = self.behind_names(k + 1) if self.named_place(k - 2) else []
            if ats and k in self.read:
                first = self.read[k][0]
                for at in ats:
                    self.add(at, first.by, first.span, first.trigger)
            elif len(ats) > 1 and told.head is None and (last := self.of_last([k, *ats])):
                for at in (k, *ats):
                    self.add(at, k - 1, (verb.stop - 1, verb.stop), last)

    def of_last(self, ats: list[int]) -> Trigger | None:
        """What the sentence before counted, where all the counts can be of those."""
        topic = self.topic
        if topic.last is None or topic.age:
            return None
        known = topic.harm is not None and topic.harm.category == topic.last.category
        told = sum(x.low or 0 for at in ats if (x := self.chunks[at].count) is not None)
        return None if known and told > topic.most else topic.last

    def behind_names(self, k: int) -> list[int]:
        """The bare counts behind the names that commas and "and" join from chunk k on."""
        ats: list[int] = []
        while k < len(self.chunks) and self.chunks[k].kind == TRIGGER:
            k += 1
        while k + 2 < len(self.chunks) and self.chunks[k].kind in (COMMA, AND):
            while k + 2 < len(self.chunks) and self.chunks[k].kind in (COMMA, AND):
                k += 1
            told = self.chunks[k + 1].count
            if not self.named_place(k) or told is None or told.head is not None:
                return ats
            if k + 1 in self.read or len(ats) == _AT_MOST:
                return ats
            ats.append(k + 1)
            k += 2
        return ats

    def named_place(self, k: int) -> bool:
        return self.chunks[k].kind == NOUN and self.t.capital(self.chunks[k].stop - 1)

    def of_places(self) -> None:
        """ "Deaths were reported from Lesk (10), Orda (8) and Tarn (4)": what is counted is told without a number."""
        k = 0
        while k < len(self.chunks):
            ats = self.run(k)
            found = (self.counted_there(k) or self.places_are(k)) if len(ats) > 1 else None
            if found is not None:
                by, span, trigger = found
                for at in ats:
                    self.add(at, by, span, trigger)
            if not ats and self.colon(self.chunks[k]) and k + 2 < len(self.chunks):
                self.behind_head(k)
            k = ats[-1] + 1 if ats else k + 1

    def behind_head(self, k: int) -> None:
        """ "Deaths by country: CHAD 1,200, NIGER 300": the bare counts behind names that the colon at chunk k opens."""
        first = self.chunks[k + 2].count
        if (
            not self.named_place(k + 1)
            or first is None
            or first.head is not None
            or k + 2 in self.read
        ):
            return
        ats = [k + 2, *self.behind_names(k + 3)]
        head = self.chunks[max(0, k - _BACK) : k]
        if len(ats) < 2 or any(x.kind in (VERB, COUNT, STOP) for x in head):
            return
        for j, chunk in enumerate(head, k - len(head)):
            found = next((x for x in chunk.triggers if x[2].form == "nouns"), None)
            if found is not None:
                for at in ats:
                    self.add(at, j, found[:2], found[2])
                return

    def counted_there(self, k: int) -> tuple[int, tuple[int, int], Trigger] | None:
        """The noun, told without a count, of what happened in the place at chunk k; None where there is none."""
        if not self.said_where(k):
            return None
        found: tuple[int, tuple[int, int], Trigger] | None = None
        for j in range(k - 1, max(-1, k - _BACK), -1):
            chunk = self.chunks[j]
            if chunk.kind == TRIGGER:  # "DEATHS among confirmed cases were reported in": the first
                nouns = [x for x in chunk.triggers if x[2].form == "nouns"]
                found = (j, nouns[0][:2], nouns[0][2]) if nouns else found
            elif chunk.kind not in (PREP, NOUN, ADVERB, VERB) or self.telling(chunk):
                if not self.of_divisions(chunk):  # "in FIVE PROVINCES: Lesk: 12 people"
                    break
        return found

    def places_are(self, k: int) -> tuple[int, tuple[int, int], Trigger] | None:
        """ "Six deaths were told in three states. THE STATES ARE Lesk (3), Orda (2) and Hale (1)": what was counted."""
        verb, name = self.chunks[k - 1], self.chunks[k - 2]
        divisions = load_words("places", "divisions")
        named = k > 1 and name.kind == NOUN and self.t.words[name.stop - 1] in divisions
        if not named or verb.kind != VERB or self.t.words[verb.stop - 1] not in _ARE:
            return None
        if verb.main is not None and self.t.words[verb.main] not in _ARE:
            return None
        trigger = self.of_last(self.run(k))
        return None if trigger is None else (k - 1, (verb.first, verb.stop), trigger)

    def of_divisions(self, chunk: Chunk) -> bool:
        """Does it count parts of a country: "five provinces", or is it the colon behind them?"""
        if self.t.words[chunk.first] == ":" or self.t.words[chunk.stop : chunk.stop + 1] == _NAMELY:
            return True
        return chunk.count is not None and self.t.words[chunk.stop - 1] in load_words(
            "places", "divisions"
        )

    def said_where(self, k: int) -> bool:
        """Does "in", "from" or "in the districts of" stand before chunk k, or a colon?"""
        if k > 1 and self.t.words[self.chunks[k - 1].first] == ":":
            return self.behind_place(k) > 0
        if k > 1 and self.t.words[self.chunks[k - 1].first] in _NAMELY:
            return self.behind_place(k) > 0 or self.place_count(k) > 0
        if k < 3 or self.t.words[self.chunks[k - 1].first] != "of":
            return k > 0 and self.t.words[self.chunks[k - 1].first] in _WHERE
        of, where = self.chunks[k - 2], self.t.words[self.chunks[k - 3].first]
        return where in _WHERE and of.kind == NOUN and self.t.words[of.stop - 1].endswith("s")

    def run(self, k: int) -> list[int]:
        """The counts, none of them read, behind the places from chunk k on that commas and "and" join."""
        ats: list[int] = []
        while len(ats) < _AT_MOST:
            while k + 3 < len(self.chunks) and self.chunks[k + 1].kind == AND:
                if not (self.named_place(k) and self.named_place(k + 2)):
                    break
                k += 2  # "MORA AND Tarn (12)"
            if not (at := self.place_count(k) or self.behind_place(k)) or at in self.read:
                break
            ats.append(at)
            k = (self.closes(at) or at) + 1
            while k < len(self.chunks) and (
                self.chunks[k].kind in (COMMA, AND) or self.t.words[self.chunks[k].first] == ";"
            ):
                k += 1
            if k < len(self.chunks) and self.t.words[self.chunks[k].first] == "followed":
                k += 2  # "Kerala (374), FOLLOWED BY Bihar (137)"
        return ats

    def inside_bracket(self, k: int) -> list[int]:
        """The counts behind names alone in the bracket that opens at chunk k: "14 (LESK: 9, ORDA: 5)"."""
        ats: list[int] = []
        if k >= len(self.chunks) or self.chunks[k].kind != OPEN:
            return ats
        for j in range(k + 1, min(len(self.chunks), k + 4 * _AT_MOST)):
            chunk, before = self.chunks[j], self.chunks[j - 1]
            if chunk.kind == CLOSE:
                return ats if len(ats) > 1 else []
            if chunk.kind == COUNT:
                name = self.chunks[j - 2] if self.t.words[before.first] in (":", "-") else before
                named = name.kind == NOUN and self.t.capital(name.stop - 1)
                named |= self.behind_people(j)
                if (
                    not named
                    or chunk.count is None
                    or chunk.count.head is not None
                    or j in self.read
                ):
                    return []
                ats.append(j)
            elif chunk.kind not in (NOUN, COMMA, AND, STOP):
                return []
        return []

    def behind_people(self, j: int) -> bool:
        """ "1,739 (MEN 759, WOMEN 580)": does a noun for people alone stand before the bare count at chunk j?"""
        before, told = self.chunks[j - 1], self.chunks[j].count
        noun = before.stop - 1 == before.first and before.kind == NOUN
        if not noun or told is None or not self.t.classes[before.first] & c.PERSON:
            return False
        told.groups = told.groups or person_groups().get(self.t.words[before.first], ())
        return True

    def behind_place(self, k: int) -> int:
        """The count behind the name at chunk k and a colon: "Lesk: 12 people; Orda: nine"; 0 where there is none."""
        if k + 2 >= len(self.chunks) or self.t.words[self.chunks[k + 1].first] != ":":
            return 0
        told = self.chunks[k + 2].count if self.named_place(k) else None
        people = told is not None and told.unit in (None, "person", "household")
        return k + 2 if people and not self.chunks[k + 2].triggers else 0

    def place_count(self, k: int) -> int:
        """The count in brackets behind the name at chunk k: "Lesk (12)", "Lesk (n=12)"; 0 where there is none."""
        if k + 3 >= len(self.chunks) or self.chunks[k + 1].kind != OPEN:
            return 0
        rest = k and self.t.words[self.chunks[k].first] in _REST  # "Lesk (40) and OTHERS (12)"
        if not (rest or self.named_place(k)):
            return 0
        at = k + 2
        if self.t.words[self.chunks[at + 1].first] == "=" and at + 2 < len(self.chunks):
            at += 2
        told, closed = self.chunks[at].count, self.closes(at)
        people = told is not None and (told.head is None or told.unit in ("person", "household"))
        return at if people and closed and not self.chunks[at].triggers else 0

    def closes(self, at: int) -> int:
        """The chunk that closes the bracket of the count at ``at``, alone or with its share: "(12 OR 4%)"; else 0."""
        shared = False
        for k in range(at + 1, min(len(self.chunks), at + _SHARE)):
            chunk = self.chunks[k]
            if chunk.kind == CLOSE:
                return k if shared or k == at + 1 else 0
            if chunk.kind == COUNT or k == at + 1 and chunk.kind not in (AND, COMMA, STOP):
                return 0
            shared |= self.t.words[chunk.stop - 1] in _PER_CENT
        return 0
