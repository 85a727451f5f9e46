"""Where the thing counted by a figure happened: the place nearest to it that the text tells as a place of events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from figures.extraction.events import eventful, reach
from figures.extraction.places.gazetteer import Place, country_words, key, look_up
from figures.extraction.places.mentions import WHERE, find_places
from figures.extraction.places.names import PlaceMention
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_BACK = 12  # sentences that a place is carried over
_REGIONS = 8  # sentences whose regions tell namesakes apart in the whole text
_UNAIDED = 100_000  # people of a town that is believed to be meant although its country is not told
_SCAN = 60  # sentences in which the only country is looked for
_NEXT = 5  # sentences back whose place is believed whatever they tell
_LEAD = 4  # sentences that a report's main place may stand in


@dataclass(slots=True)
class Whereabouts:
    """The places of one document, found sentence by sentence as they are asked for."""

    tokens: Tokens
    sentences: list[Sentence]
    title: str | None = None
    _mentions: dict[int, list[PlaceMention]] = field(default_factory=dict)
    _told: dict[int, PlaceMention | None] = field(default_factory=dict)
    _surnames: dict[str, bool] = field(default_factory=dict)
    _context: tuple[Counter[str], frozenset[str]] | None = None

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
    covers = reach(where.tokens, where.sentences[index])
    if covers == "world":
        return None
    if covers == "country" or category == "refugees":
        return _country(where, index)
    for back in range(index - 1, max(-1, index - _BACK), -1):
        found = _event_place(where, back, index - back <= _NEXT)
        if found is not None:
            return _more_exact(where, found) if back == 0 else found
    return _main_place(where, index)


def _country(where: Whereabouts, index: int) -> PlaceMention | None:
    """The country told last, up to sentence ``index``, as where things happened; else the only one named."""
    for back in range(index, max(-1, index - _BACK), -1):
        for m in reversed(where.mentions(back)):
            if m.cue in WHERE and not m.kind and _is_country(m):
                return m
    return _only_country(where, index)


def _is_country(mention: PlaceMention) -> bool:
    found = look_up(key(mention.name))
    return bool(found) and found[0].precision == "country"


def _more_exact(where: Whereabouts, mention: PlaceMention) -> PlaceMention:
    """For a place in a headline, the place within it that the sentences after the headline name."""
    outer = {key(m.name) for m in _chain(mention)}
    for index in range(1, min(_LEAD, len(where.sentences))):
        for m in _tops(where.mentions(index)):
            if (
                m.cue in WHERE
                and m.within is not None
                and eventful(where.tokens, where.sentences[index])
            ):
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
        found = _event_place(where, n) if n != index else None
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
    return _only_country(where, index)


def _only_country(where: Whereabouts, index: int) -> PlaceMention | None:
    """The one country that the text names, where it names one only; in sentence ``index`` it is of parts."""
    first: PlaceMention | None = None
    for n in range(min(_SCAN, len(where.sentences))):
        for m in where.mentions(n):
            if n == index and m.cue in WHERE:
                continue
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
        while (
            stop < i
            and words[stop].isalpha()
            and tokens.capital(stop)
            and not tokens.classes[stop] & c.MONTH
        ):
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


def _event_place(where: Whereabouts, index: int, near: bool = False) -> PlaceMention | None:
    """The place of a sentence that tells of events or, where it stands ``near``, of whatever happened."""
    if index not in where._told:
        told = [
            m for m in _tops(where.mentions(index)) if m.cue in WHERE and not _surname(where, m)
        ]
        where._told[index] = told[0] if told else None
    found = where._told[index]
    if found is None or near or eventful(where.tokens, where.sentences[index]):
        return found
    return None


def _surname(where: Whereabouts, mention: PlaceMention) -> bool:
    """Does the name stand behind a first name elsewhere in the text ("Bruce McArthur")?"""
    if mention.kind or mention.stop - mention.first != 1:
        return False
    word = where.tokens.words[mention.first]
    if word not in where._surnames:
        place = next(iter(look_up(key(word))), None)
        big = place is not None and (
            place.precision in ("country", "area", "admin1") or place.population >= _UNAIDED
        )
        where._surnames[word] = not big and _behind_first_name(where.tokens, word)
    return where._surnames[word]


def _behind_first_name(tokens: Tokens, word: str) -> bool:
    i = -1
    for _ in range(tokens.words.count(word)):
        i = tokens.words.index(word, i + 1)
        before = i - 1
        if i in tokens.breaks or before < 0 or not tokens.words[before].isalpha():
            continue
        first_name = tokens.quote(before, i)
        if not first_name.istitle() or tokens.classes[before] & ~c.PERSON & ~c.PERSON_ONE:
            continue
        if not look_up(key(first_name + " " + word)):
            return True
    return False


def resolve(where: Whereabouts, mention: PlaceMention) -> Place | None:
    """The gazetteer's place that a mention names; where it is not known, the place told to hold it.

    Namesakes are told apart by the place that holds them, by the countries and regions the document names,
    and by how many people live there. None where the text does not tell enough.
    """
    holder = resolve(where, mention.within) if mention.within is not None else None
    found: Sequence[Place]
    last = where.tokens.words[mention.stop - 1]
    found = look_up(key(mention.verbatim)) if mention.kind == "division" else ()
    if not found and (mention.kind != "division" or last not in _SMALL_DIVISIONS):
        found = look_up(key(mention.name))
    found = [p for p in found if holder is None or _lies_in(p, holder)]
    if mention.kind == "spot" and not _exact(found, mention):
        return holder
    if mention.kind == "division" and last not in ("city", "town", "village"):
        found = [p for p in found if p.precision != "city"] or found
    elif mention.kind == "division":
        found = [p for p in found if p.precision == "city"] or found
    if mention.kind == "state":
        found = [p for p in found if p.precision == "admin1"]
    if not found:
        return holder
    if holder is not None:
        return max(found, key=lambda p: p.rank)
    told, regions = context(where)
    first = max(
        found,
        key=lambda p: (p.rank + _told_bonus(p, told) + 2.0 * (p.admin1 in regions), p.gazetteer_id),
    )
    if first.country in told or first.precision in ("country", "area"):
        return first
    lone = len({p.country for p in found}) == 1
    return first if lone or first.population >= _UNAIDED else None


# kinds of place that bear names of their own: "San Francisco neighborhood" is not in California
_SMALL_DIVISIONS = frozenset(
    "neighborhood neighbourhood neighborhoods neighbourhoods camp valley block ward island islands suburb suburbs"
    " archipelago peninsula settlement colony".split()
)


def _exact(found: Sequence[Place], mention: PlaceMention) -> bool:
    """Is the whole name of a spot in the gazetteer ("Mount Druitt")?"""
    return any(key(p.name) == key(mention.verbatim) for p in found)


def _lies_in(place: Place, holder: Place) -> bool:
    if holder.country is None:
        return True
    if place.country != holder.country or place.gazetteer_id == holder.gazetteer_id:
        return False
    return holder.precision not in ("admin1", "admin2") or place.admin1 == holder.admin1


def _told_bonus(place: Place, told: Counter[str]) -> float:
    count = told.get(place.country or "", 0)
    if not count:
        return 0.0
    return 4.0 if count == max(told.values()) else 2.0


def context(where: Whereabouts) -> tuple[Counter[str], frozenset[str]]:
    """The countries that the text names or whose people it names, counted, and the regions it opens with."""
    if where._context is None:
        told: Counter[str] = Counter()
        codes = country_words()
        for word in codes.keys() & set(where.tokens.words):
            told[codes[word]] += where.tokens.words.count(word)
        regions: set[str] = set()
        for index in range(min(_REGIONS, len(where.sentences))):
            for mention in where.mentions(index):
                found = look_up(key(mention.name))
                if found and found[0].precision == "country" and " " in mention.name:
                    told[found[0].country or ""] += 1
                elif found and found[0].precision == "admin1" or mention.kind == "state":
                    admin = next((p for p in found if p.precision == "admin1"), None)
                    if admin is not None and admin.admin1:
                        regions.add(admin.admin1)
                        told[admin.country or ""] += 1
        where._context = (told, frozenset(regions))
    return where._context
