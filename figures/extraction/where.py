"""Where the thing counted by a figure happened: the place nearest to it that the text tells as a place of events."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from figures.extraction.gazetteer import Place, key, look_up
from figures.extraction.places import WHERE, PlaceMention, find_places
from figures.extraction.sentences import Sentence
from figures.extraction.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

_BACK = 12  # sentences that a place is carried over
_SCAN = 60  # sentences in which the only country is looked for
_LEAD = 4  # sentences that a report's main place may stand in


@dataclass(slots=True)
class Whereabouts:
    """The places of one document, found sentence by sentence as they are asked for."""

    tokens: Tokens
    sentences: list[Sentence]
    title: str | None = None
    _mentions: dict[int, list[PlaceMention]] = field(default_factory=dict)
    _countries: Counter[str] | None = None

    def mentions(self, index: int) -> list[PlaceMention]:
        """The places named in sentence ``index``."""
        found = self._mentions.get(index)
        if found is None:
            sentence = self.sentences[index]
            found = self._mentions[index] = find_places(self.tokens, sentence.first, sentence.stop)
        return found


def place_of(
    where: Whereabouts, index: int, at: int, category: str = "killed"
) -> PlaceMention | None:
    """Where the thing counted at token ``at`` of sentence ``index`` happened; None where the text does not tell."""
    here = _in_sentence(where, index, at, category)
    if here is not None:
        return _more_exact(where, here) if index == 0 else here
    reach = _reach(where, index)
    if reach == "world":
        return None
    if reach == "country":
        return _country(where, index)
    for back in range(index - 1, max(-1, index - _BACK), -1):
        found = _event_place(where, back)
        if found is not None:
            return _more_exact(where, found) if back == 0 else found
    return _main_place(where, index)


def _reach(where: Whereabouts, index: int) -> str:
    """Does the sentence count in the whole world or country, whatever place was told before?"""
    sentence = where.sentences[index]
    words = where.tokens.words[sentence.first : sentence.stop]
    if not _WORLD.isdisjoint(words):
        return "world"
    if not _NATION.isdisjoint(words):
        return "country"
    for i, word in enumerate(words[:-2]):
        if word in _ACROSS and words[i + 1] == "the" and words[i + 2] in _WHOLES:
            return "world" if words[i + 2] == "world" else "country"
    return ""


_WORLD = frozenset(("worldwide", "globally"))
_NATION = frozenset(("nationwide", "countrywide", "nationally"))
_ACROSS = frozenset(("across", "throughout", "around", "over"))
_WHOLES = frozenset(("country", "nation", "world"))


def _country(where: Whereabouts, index: int) -> PlaceMention | None:
    """The country named last before sentence ``index``, or in it."""
    for back in range(index, max(-1, index - _BACK), -1):
        for m in reversed(where.mentions(back)):
            if m.cue != "seat" and not m.kind and _is_country(m):
                return m
    return None


def _is_country(mention: PlaceMention) -> bool:
    found = look_up(key(mention.name))
    return bool(found) and found[0].precision == "country"


def _more_exact(where: Whereabouts, mention: PlaceMention) -> PlaceMention:
    """For a place in a headline, the place within it that the sentences after the headline name."""
    outer = {key(m.name) for m in _chain(mention)}
    for index in range(1, min(_LEAD, len(where.sentences))):
        for m in _tops(where.mentions(index)):
            if m.cue in WHERE and m.within is not None and _eventful(where, index):
                names = [key(n.name) for n in _chain(m)]
                if names[0] not in outer and outer.intersection(names[1:]):
                    return m
    return mention


def _chain(mention: PlaceMention) -> list[PlaceMention]:
    """The mention and those that hold it, the narrowest first."""
    chain = [mention]
    while chain[-1].within is not None and len(chain) < 6:
        chain.append(chain[-1].within)
    return chain


def _main_place(where: Whereabouts, index: int) -> PlaceMention | None:
    """The place of the document's first sentences, whatever its part in them; else its dateline's."""
    lead = min(_LEAD, len(where.sentences))
    for n in range(lead):
        found = _event_place(where, n)
        if found is not None:
            return found
    for cues in (("named", "of", "office"), ("dateline",), ("from",)):
        if cues == ("dateline",):
            found = dateline(where)
            if found is not None:
                return found
        for n in range(lead):
            for m in _tops(where.mentions(n)):
                if m.cue in cues and not _surname(where, m):
                    return m
    return _only_country(where)


def _only_country(where: Whereabouts) -> PlaceMention | None:
    """The one country that the text names, where it names one only."""
    first: PlaceMention | None = None
    for n in range(min(_SCAN, len(where.sentences))):
        for m in where.mentions(n):
            if _is_country(m) and not m.kind and m.cue != "seat":
                if first is not None and key(m.name) != key(first.name):
                    return None
                first = first or m
    return first


def dateline(where: Whereabouts) -> PlaceMention | None:
    """The place before the dash that opens a wire report: "QUITO, 11 APR 89 (ACAN) -- ..."."""
    tokens = where.tokens
    words = tokens.words
    for sentence in where.sentences[:3]:
        first = sentence.first
        if not tokens.capital(first):
            continue
        for i in range(first + 1, min(first + 24, sentence.stop)):
            if words[i] == "-" and not tokens.glued(i):
                break
        else:
            continue
        stop = first + 1
        while stop < i and words[stop].isalpha() and tokens.capital(stop) and not tokens.classes[stop] & c.MONTH:
            stop += 1
        quote = tokens.quote(first, stop)
        if look_up(key(quote)):
            return PlaceMention(first, stop, quote, quote, "dateline")
    return None


def _tops(mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions that hold no other one named beside them: the most specific of each chain."""
    holders = {id(m.within) for m in mentions if m.within is not None}
    return [m for m in mentions if id(m) not in holders]


def _in_sentence(where: Whereabouts, index: int, at: int, category: str) -> PlaceMention | None:
    tokens = where.tokens
    sentence = where.sentences[index]
    mentions = _tops(where.mentions(index))
    if not mentions:
        return None
    mentions = [m for m in mentions if not _surname(where, m)]
    if category in _LEFT:
        left = [m for m in mentions if m.cue == "from"]
        if left:
            return left[0]
    told = [m for m in mentions if m.cue in WHERE]
    named = [m for m in mentions if m.cue == "named" and m.first < at]
    if told:
        stop = _clause_end(tokens, at, sentence.stop)
        after = [m for m in told if at <= m.first < stop and not _opens(tokens, m, sentence.stop)]
        edge = _next_count(tokens, at, stop)
        for m in after:
            if m.first < edge:
                return m
        before = [m for m in told if m.first < at]
        if before:
            return before[-1]
        if after:
            return after[0]
        if stop < sentence.stop:
            return None
        return named[-1] if named else told[0]
    return named[-1] if named else None


_LEFT = frozenset(("displaced", "evacuated"))


def _clause_end(tokens: Tokens, at: int, stop: int) -> int:
    """Where what is said of the count at ``at`` ends: places behind "including" are those of its parts."""
    for i in range(at + 1, stop):
        if tokens.words[i] in _BREAKS:
            return i
    return stop


_BREAKS = frozenset(("including", "among", "whom", "besides", "while", "whereas", ";"))


def _opens(tokens: Tokens, mention: PlaceMention, stop: int) -> bool:
    """Does the place open what follows ("in Germany 196 died, in Belgium 43")?"""
    j = mention.stop
    while j < stop and tokens.words[j] in (",", "at", "least", "about", "some"):
        j += 1
    return j < stop and bool(tokens.classes[j] & c.NUMERAL)


def _next_count(tokens: Tokens, at: int, stop: int) -> int:
    """Where the next number after the one at ``at`` stands."""
    i = at + 1
    while i < stop and tokens.classes[i] & (c.NUMERAL | c.QUALIFIER | c.PUNCTUATION):
        i += 1
    while i < stop and not tokens.classes[i] & c.NUMERAL:
        i += 1
    return i


def _event_place(where: Whereabouts, index: int) -> PlaceMention | None:
    """The place of a sentence that tells of events."""
    mentions = where.mentions(index)
    if not mentions or not _eventful(where, index):
        return None
    told = [m for m in _tops(mentions) if m.cue in WHERE and not _surname(where, m)]
    return told[0] if told else None


def _eventful(where: Whereabouts, index: int) -> bool:
    """Does the sentence tell that something happened?"""
    sentence = where.sentences[index]
    if any(bits & c.TRIGGER for bits in where.tokens.classes[sentence.first : sentence.stop]):
        return True
    return not _events().isdisjoint(where.tokens.words[sentence.first : sentence.stop])


@cache
def _events() -> frozenset[str]:
    return frozenset(load("places")["events"].split())


def _surname(where: Whereabouts, mention: PlaceMention) -> bool:
    """Does the name stand behind a first name elsewhere in the text ("Bruce McArthur")?"""
    if mention.kind or mention.stop - mention.first != 1:
        return False
    tokens = where.tokens
    word = tokens.words[mention.first]
    if tokens.text[tokens.starts[mention.first] :][: len(word)].isupper():
        return False
    place = next(iter(look_up(key(word))), None)
    if place is not None and (place.precision in ("country", "area", "admin1") or place.population >= 100_000):
        return False
    i = -1
    for _ in range(tokens.words.count(word)):
        i = tokens.words.index(word, i + 1)
        if i and tokens.capital(i - 1) and tokens.words[i - 1].isalpha() and i not in tokens.breaks:
            if not tokens.classes[i - 1] & (c.PREPOSITION | c.DETERMINER | c.ARTICLE) and not look_up(key(tokens.words[i - 1] + " " + word)):
                return True
    return False


def countries(where: Whereabouts) -> Counter[str]:
    """How often the text names each country, a region of it or its people: what decides between namesakes."""
    if where._countries is None:
        where._countries = Counter()
    return where._countries


def resolve(where: Whereabouts, mention: PlaceMention) -> Place | None:
    """The gazetteer's place for a mention; that of the place which holds it where it is not known itself."""
    found = look_up(key(mention.name))
    return found[0] if found else None
