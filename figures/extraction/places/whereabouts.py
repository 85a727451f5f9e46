"""The places of one document, found sentence by sentence as they are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from figures.extraction.events import eventful
from figures.extraction.once import Known, nothing, once
from figures.extraction.places.gazetteer import key, look_up
from figures.extraction.places.mentions import WHERE, find_places
from figures.extraction.places.names import LISTS, PlaceMention
from figures.extraction.places.relations import size
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_CLOSE: Final = 6  # tokens between a count and the place it was taken
_STORMS: Final = frozenset("hurricane typhoon cyclone storm".split())
_MANY: Final = 4  # places of a sentence that compares them ("up in X, down in Y")
# people of a town that is believed to be meant although its country is not told
LARGE: Final = 100_000


@dataclass(slots=True)
class Whereabouts:
    """The places of one document, and what has been asked of them; ``context`` is filled by resolving.py."""

    tokens: Tokens
    sentences: list[Sentence]
    title: str | None = None
    context: tuple[Counter[str], frozenset[str]] | None = None
    known: Known = field(default_factory=nothing)
    others: set[int] = field(default_factory=set)  # where the places of other incidents stand
    # sentence → the token ranges of those who speak in it
    said: Callable[[int], list[tuple[int, int]]] = lambda _: []

    @once
    def mentions(self, index: int) -> list[PlaceMention]:
        """The places named in sentence ``index``."""
        sentence = self.sentences[index]
        found = find_places(self.tokens, sentence.first, sentence.stop)
        named = [m for m in found if not (self._person(m) or self._storm(m) or self._acts(m))]
        if "outside" in self.tokens.words[sentence.first : sentence.stop]:
            named = [m for m in named if not self._outside(m)]
        return named

    @once
    def narrowest(self, index: int) -> list[PlaceMention]:
        """Those of them that hold no other one named beside them: the most specific of each chain."""
        mentions = self.mentions(index)
        if len(mentions) < 2:
            return mentions
        holders = {id(m.within) for m in mentions if m.within is not None}
        return [m for m in mentions if id(m) not in holders]

    def event_place(self, index: int, near: bool) -> PlaceMention | None:
        """The place of a sentence that tells of events or, where it stands ``near``, of whatever happened."""
        if (near or eventful(self.tokens, self.sentences[index])) and not self._describes(index):
            found = self._told(index)
            return None if found is not None and found.first in self.others else found
        return None

    @once
    def _told(self, index: int) -> PlaceMention | None:
        """The first place of a sentence, where it does not tell of several."""
        named = [m for m in self.narrowest(index) if m.cue != "seat"]
        told = [m for m in named if m.cue in WHERE and not (_street(m) or self.neighbour(m))]
        if not told:
            street = next((m for m in named if m.cue in WHERE and _street(m)), None)
            return street.within if street is not None else None
        told = past_heading(self.tokens, told)
        many = len(named) >= _MANY > len(told)
        many = many and (index > 0 or self._apart(named) >= _MANY)  # a lead tells of all it hit
        many = many and size(told[0]) <= max(size(m) for m in named if m is not told[0])
        return None if many or self._parts(index, told) else told[0]

    def _apart(self, named: list[PlaceMention]) -> int:
        """How many places are told, those of one list ("in Lesk, Orda and Hale") as one."""
        gaps = [self.tokens.words[a.stop : b.first] for a, b in pairwise(named)]
        return 1 + sum(gap not in _IN_LIST for gap in gaps)

    @once
    def several(self, index: int) -> bool:
        """Does sentence ``index`` tell of parts by place: "three died in Hale, two in Lesk"?"""
        told = [m for m in self.narrowest(index) if m.cue in WHERE]
        return len(told) > 1 and self._parts(index, told)

    def neighbour(self, mention: PlaceMention) -> bool:
        """Is the place named as the one beside that told of: "in NEIGHBOURING Lenia"?"""
        return self.tokens.words[mention.first - 1] in ("neighbouring", "neighboring")

    def _describes(self, index: int) -> bool:
        """ "Hale, HOME TO 6,500 people, IS LOCATED in the Lesk valley": does a sentence tell where a place lies, and
        nothing that happened?"""
        s, words = self.sentences[index], self.tokens.words
        said = words[s.first : s.stop]
        if "located" not in said and "home" not in said:
            return False
        if self.tokens.classes[s.first] & (c.ARTICLE | c.DETERMINER | c.PRONOUN):
            return False  # "The school is located in Hale"
        near = pairwise(said[:_LIES])
        at = next((k for k, two in enumerate(near) if two in _LYING), 0)
        return bool(at) and not any(
            self.tokens.classes[k] & c.NUMERAL for k in range(s.first, s.first + at)
        )

    def of_speakers(self, index: int, mention: PlaceMention) -> bool:
        """Is it where those are who care for the hurt, and who speak: "a nurse in HALE told the paper that 12 died", or
        where the next town's officials are: "the mayor in NEARBY HALE said"?"""
        words = self.tokens.words
        beside = words[mention.first - 1] == "nearby"
        return any(
            first <= mention.first < stop
            and (beside or not _ELSEWHERE.isdisjoint(words[first:stop]))
            for first, stop in self.said(index)
        )

    def _parts(self, index: int, told: list[PlaceMention]) -> bool:
        """Does the sentence tell shares by place ("57 in Hale, 24 in Orlo"), alone or with the one beside it?"""
        if any(
            share_in_words(self.tokens, m) or _set_beside(self.tokens, told[0], m) for m in told[1:]
        ):
            return True
        shares = sum(share(self.tokens, m) for m in self.narrowest(index))
        if shares != 1 or not self._opens_with_share(index):
            return shares > 1
        return self._opens_with_share(index - 1) or self._opens_with_share(index + 1)

    def _opens_with_share(self, index: int) -> bool:
        if not 0 <= index < len(self.sentences):
            return False
        opening = self.sentences[index].first + _CLOSE
        return any(m.first <= opening and share(self.tokens, m) for m in self.mentions(index)[:1])

    def _person(self, mention: PlaceMention) -> bool:
        """Is the name somebody's elsewhere in the text ("Bruce McArthur", "Austin Ramos")?"""
        if mention.kind or mention.stop - mention.first != 1:
            return False
        return self._names_person(self.tokens.words[mention.first])

    @once
    def _names_person(self, word: str) -> bool:
        place = next(iter(look_up(key(word))), None)
        area = place is not None and place.precision in ("country", "area", "admin1")
        big = area or place is not None and place.population >= LARGE
        at = self.tokens.standing[word]
        return (not big and _behind_first_name(self.tokens, word, at)) or (
            not area and _before_surname(self.tokens, at)
        )

    def _storm(self, mention: PlaceMention) -> bool:
        """Is it a storm's name elsewhere in the text ("Hurricane Florence"), where no word tells of a place?"""
        if mention.kind or mention.cue in WHERE or mention.stop - mention.first != 1:
            return False
        return self._names_storm(self.tokens.words[mention.first])

    @once
    def _names_storm(self, word: str) -> bool:
        return any(_behind_storm(self.tokens, i) for i in self.tokens.standing[word])

    def _outside(self, mention: PlaceMention) -> bool:
        """ "57 deaths in 46 countries OUTSIDE LENIA": is it a country where they were not?"""
        words = self.tokens.words
        if words[mention.first - 1] != "outside" or words[mention.stop : mention.stop + 1] == [
            "'s"
        ]:
            return False
        # "inside and outside Lenia"
        return is_country(mention) and words[mention.first - 2] != "and"

    def _fighters(self, at: int) -> bool:
        """Do two fight whom the "and" at token ``at`` joins: "the war between Freedonia and the rebels"?"""
        words = self.tokens.words[max(0, at - _ACT) : at]
        if "border" in words or "road" in words:
            return False  # "fighting along the BORDER BETWEEN Lenia and Freedonia"
        return "between" in words and not _FIGHTS.isdisjoint(words)

    def _acts(self, mention: PlaceMention) -> bool:
        """Is it who acts, elsewhere: "Freedonia's full-scale war against Lesk", "Freedonia's invasion of Lesk"?"""
        words = self.tokens.words[mention.stop : mention.stop + _ACT]
        before = self.tokens.words[max(0, mention.first - 4) : mention.first]
        if before[-1:] == ["and"] and self._fighters(mention.first - 1):
            return True
        if before[-1:] == ["between"] and not _FIGHTS.isdisjoint(before):
            if words[:1] == ["and"] and is_country(mention):
                return True  # "the war between Freedonia and the rebels"
            return not look_up(key(mention.name))  # "fighting between SPLM-N/Al-Lesk forces and …"
        if words[:1] != ["'s"]:
            return False
        at = next((i for i, word in enumerate(words[:-1]) if word in _ACTS), 0)
        if at and words[at + 1] in _UPON:
            return True
        between = words[1:at]
        if not at or not is_country(mention):
            return False
        # "Lenia's ATTACK", "Lenia's DRONE ATTACK", but "Lenia's church attack" was in Lenia
        return words[at] in _ABROAD or words[at] in _ANYWHERE and _ARMED.issuperset(between)


_IN_LIST: Final = ([","], ["and"], [",", "and"])
_LIES: Final = 8  # tokens in which a sentence begins to tell where a place lies
_LYING: Final = (("is", "located"), ("home", "to"))
# who may speak far from where it happened
_ELSEWHERE: Final = frozenset(
    "doctor doctors nurse nurses medic medics surgeon surgeons hospital national embassy headquarters".split()
)
_ACT: Final = 7  # tokens from a country's name to what it does to whom
# What a country does in another: "since Freedonia's INVASION".
_ABROAD: Final = frozenset(
    "invasion offensive aggression incursion shelling bombardment airstrike airstrikes".split()
)
_ANYWHERE: Final = frozenset("attack attacks strike strikes".split())
_ARMED: Final = frozenset(
    "drone missile rocket air aerial artillery military retaliatory cross border - overnight massive latest"
    " full scale".split()
)
_ACTS: Final = (
    _ABROAD
    | _ANYWHERE
    | frozenset("war operation operations campaign assault bombing siege blockade".split())
)
_FIGHTS: Final = frozenset("war fighting conflict hostilities clashes battles".split())
_UPON: Final = frozenset("against of on in into upon".split())


def _behind_storm(tokens: Tokens, i: int) -> bool:
    """ "Hurricane FLORENCE", "the cyclones Nika, OFEL and Pepito"."""
    if i and tokens.words[i - 1] in _STORMS:
        return tokens.capital(i - 1)
    k = i - 1
    while k > 0 and i - k < _LIST and (tokens.words[k] in (",", "and") or tokens.capital(k)):
        k -= 1
    return tokens.words[k].removesuffix("s") in _STORMS and tokens.words[k].endswith("s")


_LIST: Final = 8  # tokens from "cyclones" to the last of their names


def share(tokens: Tokens, mention: PlaceMention) -> bool:
    """Is the place that of a bare number ("57 in Hale", "Hale (57 homes)")?"""
    behind = mention.stop + 1
    while behind < len(tokens) and tokens.classes[behind] & c.QUALIFIER:
        behind += 1  # "Hale (over 57)"
    if tokens.words[mention.stop : mention.stop + 1] == ["("] and behind < len(tokens):
        if tokens.classes[behind] & c.DIGIT:
            return True
    i = mention.first - 1
    while i > 0 and tokens.words[i] in ("the", "in"):
        i -= 1
    return bool(tokens.classes[i] & c.DIGIT) and i < mention.first - 1


def share_in_words(tokens: Tokens, mention: PlaceMention) -> bool:
    """Is the place that of a number behind another place: "three died in Hale, TWO IN LESK", "and ONE CASE IN Lesk"?"""
    k = mention.first - 2
    if tokens.words[k + 1] != "in":
        return False
    low = max(0, k - _NOUNS)
    while k > low and not tokens.classes[k] & (c.NUMERAL | _NO_NOUN):
        k -= 1
    return bool(tokens.classes[k] & c.NUMERAL) and tokens.words[k - 1] in (",", "and")


_NOUNS: Final = 3  # tokens of what is counted: "two more cases"
_NO_NOUN: Final = c.VERB | c.TRIGGER | c.AUXILIARY | c.PREPOSITION | c.PUNCTUATION | c.CONJUNCTION


def _set_beside(tokens: Tokens, one: PlaceMention, two: PlaceMention) -> bool:
    """ "Twelve died in Hale, WHILE TWO more were shot IN LESK": does another count stand between two places?"""
    if "while" not in tokens.words[one.stop : two.first]:
        return False
    first = tokens.words.index("while", one.stop)
    counts = any(tokens.classes[k] & c.NUMERAL for k in range(first, two.first))
    before = range(max(0, one.first - _TELLS), one.first)
    return counts and any(tokens.classes[k] & c.NUMERAL for k in before)


_TELLS: Final = 20  # tokens from a count to the place of it


def past_heading(tokens: Tokens, told: list[PlaceMention]) -> list[PlaceMention]:
    """Without the place that opens a sentence ("LESK: Five died in Orlo") where one other tells where it was."""
    if len(told) != 2 or told[0].cue != "heading" or share(tokens, told[1]):
        return told
    return told[1:]


def _street(mention: PlaceMention) -> bool:
    return mention.kind == "spot" and key(mention.verbatim).split()[-1] in _STREETS


_STREETS: Final = frozenset(
    "street streets avenue avenues road roads boulevard boulevards highway lane drive st ave parkway expressway"
    " freeway turnpike motorway bypass roundabout".split()
)


def chain(mention: PlaceMention) -> list[PlaceMention]:
    """The mention and those that hold it, the narrowest first."""
    found = [mention]
    while found[-1].within is not None and len(found) < 6:
        found.append(found[-1].within)
    return found


def beside_count(tokens: Tokens, at: int, mention: PlaceMention) -> bool:
    """Does the place stand close behind the count at token ``at``: "196 in Hale", "43 people in Orlo"?"""
    if not 0 < mention.first - at <= _CLOSE:
        return False
    k = at + 1
    while k < mention.first and tokens.classes[k] & c.NUMERAL:
        k += 1
    return not any(
        tokens.classes[i] & (c.NUMERAL | c.PUNCTUATION | c.CONJUNCTION)
        for i in range(k, mention.first)
    )


def is_country(mention: PlaceMention) -> bool:
    found = look_up(key(mention.name))
    return bool(found) and found[0].precision == "country"


def _behind_first_name(tokens: Tokens, word: str, at: Sequence[int]) -> bool:
    for i in at:
        before = i - 1
        if i in tokens.breaks or before < 0 or not tokens.words[before].isalpha():
            continue
        first_name = tokens.quote(before, i)
        if not first_name.istitle() or tokens.classes[before] & ~c.PERSON & ~c.PERSON_ONE:
            continue
        if not look_up(key(first_name + " " + word)):
            return True
    return False


def _before_surname(tokens: Tokens, at: Sequence[int]) -> bool:
    """Does a surname and an age or "Jr." follow the word somewhere, and never a preposition stand before it?"""
    named = False
    for i in at:
        if i and tokens.classes[i - 1] & c.PREPOSITION and tokens.words[i - 1] in LISTS.at:
            return False
        after = tokens.words[i + 1 : i + 4]
        if len(after) == 3 and i + 1 not in tokens.breaks and tokens.quote(i + 1, i + 2).istitle():
            aged = after[1] == "," and after[2].isdecimal() and len(after[2]) < 3
            named |= aged or after[1] in ("jr", "sr")
    return named
