"""Counted groups: which words after a number, an article or a possessive belong to what it counts.

"at least 12 Shia pilgrims", "five of those", "a woman and her two children", "33" with its noun left out.
"""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import QUOTES, Counted, Search, bare
from figures.extraction.groups.joined import JoinedNouns
from figures.extraction.groups.questions import COUNTABLE, ENDS, GRADES, NOUN_FORMS
from figures.extraction.groups.services import described, past_family, service, serving
from figures.extraction.numbers.exclusions import of_crew
from figures.extraction.words.vocabulary import not_people, things
from figures.lexicon import classes as c
from figures.lexicon import describing, person_groups
from figures.model import Number

_RANKS: Final = frozenset(("major", "general"))
_TIMELY: Final = frozenset("early late shortly soon".split())
_MARKS: Final = frozenset("mark milestone threshold involving".split())
_ADDING: Final = frozenset("else another other others more additional further new extra".split())
_LINKED: Final = frozenset("related linked associated attributed induced".split())  # "flu related"
_ALONE: Final = frozenset("else others other more".split())  # stand for the noun they leave out
OF_NOUN: Final = frozenset(
    "the those these them his her their its our whom which this that us".split()
)
_OF_PRONOUN: Final = frozenset("them whom us which".split())
_THOSE: Final = frozenset(("those", "these"))
_FUNCTION: Final = (
    c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION | c.AUXILIARY | c.DETERMINER | c.ARTICLE
)
_ADJECTIVES: Final = ("able", "ible", "ous", "ful", "less", "ical", "-related")
_VERBAL_FORMS: Final = frozenset(("adjective", "past_participle", "past", "participle"))
_THING: Final = c.COLLECTIVE | c.BUILDING | c.PLACE_NOUN | c.HOUSEHOLD | c.PHRASE | c.TELLING
_COMPOUND: Final = 3  # tokens of a word with a hyphen
_LONGEST: Final = 9  # tokens between a number and the end of its noun
_HOUSING: Final = frozenset("housing dwelling residential apartment living family".split())
_OWNER: Final = 5  # tokens of an owner's name, from "of" to "'s"
_STRANGE: Final = 4  # of them that no lexicon knows


class CountedGroups(JoinedNouns):
    """Reads the counted groups of one sentence, which ends at token ``stop``."""

    def of_number(self, number: Number, noun: int | None = None) -> Counted:
        """The group that a number counts; its noun may begin at token ``noun``, else right after it."""
        counted = bare(number)
        hedged = number.number_first - number.first > 1  # "at least ANOTHER 25"
        counted.adding = hedged and self.t.words[number.number_first - 1] in _ADDING
        self.head(counted, number.stop if noun is None else noun)
        return counted

    # -- the noun after a number ----------------------------------------------------------------

    def head(self, counted: Counted, k: int) -> None:
        """Find the counted noun from token k on; sets stop, head, unit and groups."""
        if k < self.stop and self.t.words[k] == "(":
            k = self.past_share(k)
        elif k < self.stop and self.t.words[k] == '"' and self.t.words[counted.first - 1] == '"':
            k += 1  # the “hundreds” of wounded
        elif k + 1 < self.stop and self.t.words[k] == "such" and self.t.words[k + 1] != "as":
            k += 1  # "212 SUCH deaths"
        if self.crew_behind(k):
            counted.head, counted.stop, counted.unit = k + 2, k + 3, "person"
            return
        at = self.of_those(counted, k)
        if at is None:
            return
        search = Search(counted)
        limit = min(self.stop, at + _LONGEST)
        while at is not None and at < limit:
            after = self.step(search, at)
            if after is not None and after - at > _COMPOUND:  # brackets do not count
                limit = min(self.stop, limit + after - at - _COMPOUND)
            at = after
        best = search.head
        if best is None:
            return
        unit = search.unit
        if counted.of_those and unit not in ("person", "household", "building", None):
            unit = unit if unit in not_people() else None
        closed = search.quoted and self.t.words[best + 1 : best + 2] == [search.quoted]
        counted.stop = max(best + 1 + bool(closed), counted.stop)
        if self.t.words[best] in ("nationals", "family")[: 1 + counted.of_those]:
            unit = "person"  # "four of her FAMILY were missing"
        counted.head = best
        counted.unit = None if self.t.words[best] in _ALONE else unit
        counted.groups = tuple(dict.fromkeys(search.groups)) or service(self.t, k, counted)

    def crew_behind(self, k: int) -> bool:
        """Does "-man crew" stand at token k?"""
        return k + 2 < self.stop and self.t.words[k] == "-" and of_crew(self.t, k + 1)

    def of_those(self, counted: Counted, k: int) -> int | None:
        """Where the noun may begin: after "of the", "of those"; None where nothing more can follow."""
        words = self.t.words
        if words[k : k + 2] == ["out", "of"]:  # "12 out of 30 passengers"
            k += 1
        if k + 1 >= self.stop or words[k] != "of":
            return k
        follow = words[k + 1]
        base = self.base(k + 1)
        if base is not None:  # "four of her 26 nurses": the second number is no count of its own
            whole = counted.whole = self.of_number(base)
            counted.of_those = True
            counted.stop, counted.head, counted.unit = whole.stop, whole.head, whole.unit
            counted.groups = whole.groups
            return None
        if follow in OF_NOUN or follow == "all":
            counted.of_those = True
            if follow in _OF_PRONOUN or follow in _THOSE and not self.classes(k + 2) & COUNTABLE:
                counted.stop, counted.head = k + 2, k + 1
                return None
            return k + 2
        return k + 1 if counted.value is None else k

    def base(self, k: int) -> Number | None:
        """The number of those of whom some are counted: of "the 26 nurses", "the village's 1,800 people"."""
        words = self.t.words
        if k in self.numbers:
            return self.numbers[k]
        if words[k] in OF_NOUN and k + 1 in self.numbers:
            return self.numbers[k + 1]
        for i in range(k + 1, min(k + _OWNER, self.stop - 1)):
            if words[i] == "'s":
                return self.numbers.get(i + 1)
            if self.t.classes[i] & ENDS or i in self.numbers:
                return None
        return None

    def step(self, search: Search, k: int) -> int | None:
        """The token to look at after token k; None where the group has ended."""
        t = self.t
        if k in self.ages:
            return self.past_age(k)
        if k in self.numbers or k in self.taken:
            return self.past_calibre(k) if k == search.counted.reported[1] else None
        word, bits = t.words[k], t.classes[k]
        if (
            k + 2 < self.stop
            and t.words[k + 1] == "-"
            and t.text[t.starts[k + 1]] not in "—–"
            and t.glued(k + 1)
            and t.glued(k + 2)
        ):
            return self.compound(search, k)
        if len(word) > 2 and word.isalpha() and self.classes(k + 1) & c.DIGIT:
            if t.glued(k + 1) and k + 1 not in self.numbers or word == "type" and self.open(search):
                return k + 2  # "eight cVDPV2 cases", no "200 m3"; "three poliovirus type 1 cases"
        if search.head is None and word in GRADES and (noun := self.past_grades(k)):
            return noun
        if word in ("last", "past") and self.classes(k + 1) & c.TIME:
            return None  # "down from 9,300 last week"
        if word in _MARKS or word == "nearby" and search.head is not None:
            return None  # "passed the 2,000 mark", "a driver nearby"
        if word == "/" and search.head is not None and k + 1 not in self.numbers:
            return k + 1  # "5,000 cholera / AWD cases"
        if word == "(":
            return self.past_brackets(k)
        if word in QUOTES and search.head is None and self.quoted_noun(k):
            search.quoted = word
            return k + 1
        if t.words[k : k + 2] == ["middle", "aged"]:
            return k + 2
        if word in "-/" and t.glued(k) and k + 1 < self.stop and t.glued(k + 1):
            return k + 2 if k + 1 not in self.numbers else None  # "15,392 households/45,835 people"
        if (self.open(search) or word in _LINKED) and self.reported(k):
            return k + 1
        if word in _RANKS and (self.classes(k + 1) & ENDS or k + 1 in self.triggers):
            search.head, search.unit = k, "person"  # "a police major was"
            return k + 1
        if word in _ADDING:
            search.counted.adding = True
            if word in _ALONE and search.head is None:
                search.head = k
            return k + 1
        if word == "heads" and (behind := past_family(t, k)):
            return self.countable(search, behind - 1)
        if bits & COUNTABLE and not self.troops(search, k):
            return self.countable(search, k)
        if search.head is not None and (
            word == "'s" or word == "'" and self.classes(k + 1) & c.PERSON
        ):
            search.head = search.unit = None  # "20 of the island's residents"
            return k + 1
        if t.of_place(k):
            search.head = search.unit = None  # "two ST. Hale deputies"
            return k + 1
        if word == "," and (last := self.listed(search, k)) is not None:
            return last
        if bits & ENDS:
            alleged = word in describing() and search.head is None  # "seven ALLEGED thieves"
            party = search.unit != "person" and self.party(search.head, k)
            return k + 1 if party or alleged and self.person_ahead(k + 1) else None
        if bits & c.CONJUNCTION:
            return self.joined(search, k)
        named = search.head is not None and self.named(k)  # "two Red Cross workers"
        if k in self.triggers and not named and not self.thing_word(search, k):
            return self.trigger_word(search, k)
        after = self.classes(k + 1)
        if (
            bits & (c.ADVERB | c.HEDGE | c.VERB)
            and not named
            or (len(word) > 3 and word.endswith("ed") and not bits & ~c.PHRASE)
        ):
            if search.head is None and (
                after & COUNTABLE
                or self.describes(search, k)
                or bits & c.ADVERB
                and self.graded(k + 1)
            ):
                return k + 1
            return k + 1 if search.head is not None and self.before_person(search, k) else None
        if search.unit is not None and not bits & c.DEMONYM and not after & (c.PERSON | c.BUILDING):
            if self.open(search) and self.before_case(k):
                return k + 1  # "two yellow fever cases"
            if self.before_person(search, k):
                return k + 1  # "one male national staff member": the noun that counts is the last
            if not self.before_thing(search, k):
                several = search.counted.value != 1 and not self.plural(search.head or 0)
                if several and self.t.capital(k) and self.plural(k):
                    search.head, search.unit = k, word  # "seven Christian Copts"
                    return k + 1
                return None  # a head is known, and this is another noun: "12 people Sunday"
            search.groups = ()  # "12 passenger trains": a noun that stands before another
        if bits & c.WEEKDAY and k == search.counted.reported[1] and word[-1] == "y":
            if search.counted.value != 1 or k > 1 and t.words[k - 2] in ("and", ","):
                return None  # "a blast killed 12 Sunday", "three died Sunday, TWO Monday"
        if word in _TIMELY and search.head is None and after & (c.WEEKDAY | c.TIME | c.PREPOSITION):
            return None  # "rose to 12 EARLY Sunday", "SHORTLY after noon"
        if bits & (c.MONTH | c.WEEKDAY | c.TIME):
            if bits & c.TIME and after & c.PERSON and not self.plural(k):
                return k + 1  # "12 night guards", "40 winter tourists"
            if search.head is None and not search.counted.of_those:
                search.head, search.unit = k, word
            return None
        if search.head is None and word.endswith(_ADJECTIVES):
            if not after & ENDS or t.words[k + 1 : k + 2] and t.words[k + 1] in GRADES:
                return k + 1  # "12 probable deaths", "two autochthonous confirmed cases"
        if self.manner(k) and (k + 1 in self.triggers or after & (c.AUXILIARY | c.VERB)):
            return None  # "one sadly died"
        search.strange += 1
        if search.strange > _STRANGE:
            return None
        search.groups += described(t, search.counted.reported[1], k)
        search.head, search.unit = k, "person" if bits & c.DEMONYM else word
        return k + 1

    def compound(self, search: Search, k: int) -> int | None:
        """The token after a word with hyphens: a noun ("passers-by"), or what stands before one ("off-duty")."""
        words, last = self.t.words, k + 2
        while last + 2 < self.stop and words[last + 1] == "-" and self.t.glued(last + 2):
            last += 2
        whole = "".join(words[k : last + 1])
        if whole in person_groups():
            search.head, search.unit = last, "person"
            search.groups += person_groups()[whole]
            return last + 1
        if self.classes(last) & COUNTABLE or last in self.triggers:
            return last
        if last in self.numbers or last in self.taken:
            if last != k + 2 or not (self.classes(k) & c.PHRASE or self.t.capital(k)):
                return None
            search.head, search.unit = last, words[k]  # "COVID-19", "five T-56 rifles"
            return last + 1
        if search.head is not None and search.unit in ("person", "household", "building"):
            return last + 1 if self.before_person(search, last + 1) else None
        search.head, search.unit = last, words[last]
        return last + 1

    def before_person(self, search: Search, k: int) -> bool:
        """Is what follows a singular head only a modifier of a later noun ("one female INGO staff member")?"""
        return search.head is not None and not self.plural(search.head) and self.person_ahead(k)

    def describes(self, search: Search, k: int) -> bool:
        """Does a word in -ed only describe the person told after it: "an unnamed brigade officer"?"""
        one = search.counted.counted == "article"
        if self.t.words[k + 1 : k + 2] and self.t.words[k + 1] in _RANKS:
            return one  # "a retired general"
        return (one or self.t.words[k] in describing()) and self.person_ahead(k + 1)

    def thing_word(self, search: Search, k: int) -> bool:
        """ "A passenger TRAIN": a word that is a verb elsewhere; "one soldier DEAD" tells what became of him."""
        if search.counted.value != 1 or not self.before_thing(search, k):
            return False
        return all(x.form not in _VERBAL_FORMS | NOUN_FORMS for _, x in self.triggers[k])

    def before_thing(self, search: Search, k: int) -> bool:
        """Is token k a noun that nobody counts as people, after a noun that only tells what kind it is?"""
        t = self.t
        return (
            search.head is not None
            and not self.plural(search.head)
            and (not t.classes[k] & ~_THING or t.words[k] in things())
            and t.words[k].isalpha()
            and (not t.capital(k) or self.letters(k) or bool(t.classes[k] & _THING))
            and not t.words[k].endswith(("ing", "ly"))
        )

    def troops(self, search: Search, k: int) -> bool:
        """Units of an army: "some Russian units", not "300 units" or "300 housing units"."""
        told = k == search.counted.reported[1] or self.t.words[k - 1] in _HOUSING
        return self.t.words[k] in ("unit", "units") and not told

    def countable(self, search: Search, k: int) -> int | None:
        """A known noun for people, households or buildings."""
        bits, word = self.t.classes[k], self.t.words[k]
        if word == "minor" and (search.counted.value != 1 or k + 1 in self.triggers):
            search.head, search.unit = k, word  # "three minor injuries": no child
            return k + 1
        known = search.unit in ("person", "building") and search.head is not None
        if known and self.plural(search.head or 0):
            # "five Armed Forces personnel": a name before the noun, as in "eight special forces troops"
            name = search.head == k - 1 and self.t.capital(k - 1) and not self.t.capital(k)
            name |= self.t.words[k - 1] == "forces"
            if self.t.words[k - 1] not in ("and", "or", ",") and not name:
                return None
        search.unit = (
            "person" if bits & c.PERSON else "household" if bits & c.HOUSEHOLD else "building"
        )
        search.head = k
        search.groups += described(self.t, search.counted.reported[1], k)
        search.groups += serving(self.t, search.counted.reported[1], k)
        return k + 1

    def trigger_word(self, search: Search, k: int) -> int | None:
        """A category's word: the counted noun itself ("12 deaths"), or what stands before it."""
        found = self.triggers[k]
        forms = {x.form for _, x in found}
        if forms & NOUN_FORMS:
            return self.trigger_noun(search, k, forms)
        if search.head is None and self.t.words[k + 1 : k + 2] in (["bodies"], ["corpses"]):
            return k + 1  # "five shot bodies"
        if search.head is None and search.counted.value != 1 and forms == {"s"}:
            search.head, search.unit = k, self.t.words[k]  # "three levels": a noun, no verb in "-s"
            return k + 1
        if search.head is not None:
            one = search.counted.counted == "article"  # "a motorbike killed journalist Ali"
            return k + 1 if not one and self.before_person(search, k) else None
        after = self.classes(k + 1)
        if search.counted.value != 1 and self.t.words[k + 1 : k + 2] == ["minor"]:
            return None  # "dozens suffered MINOR burns": no child
        if after & COUNTABLE:
            return k + 1
        if after & c.CONJUNCTION and k + 2 in self.triggers and self.classes(k + 3) & c.PERSON:
            return k + 1
        if "adjective" in forms and not after & ~c.PHRASE:
            follow = self.t.words[k + 1]
            if follow.isalpha() and follow.endswith("s"):
                return k + 1  # "12 hungry dogs"
        bits = self.classes(k + 2)
        # "40 hit PUBLIC schools"
        last = bits & c.PERSON or bits & c.BUILDING and self.plural(k + 2)
        return k + 1 if not after & _FUNCTION and last else None

    def trigger_noun(self, search: Search, k: int, forms: set[str]) -> int | None:
        stop = max(e for e, x in self.triggers[k] if x.form in NOUN_FORMS)
        after = self.classes(stop)
        one = "nouns" not in forms
        if one and search.counted.value != 1 and self.t.words[k].endswith("ing"):
            return None  # "two truck bombings killing 12"
        if search.head is not None and self.plural(search.head):
            if one and not self.t.capital(search.head) or search.unit == "person":
                return None  # "fired nine rounds killing her"
        noun = not after and self.t.words[stop].isalpha() and not self.t.words[stop].endswith("ed")
        if one and noun and not self.t.capital(stop):
            return stop  # "12 evacuation routes": it stands before the noun
        if not forms & _VERBAL_FORMS or search.counted.of_those and search.head is None:
            search.head, search.unit = stop - 1, "person"
            return stop
        # "12 dead": an adjective rather than a counted noun is left to the clause, but "12 IDP AND REFUGEE households"
        two = one and after & c.CONJUNCTION and self.classes(stop + 2) & c.HOUSEHOLD
        return stop if after & COUNTABLE or two else None
