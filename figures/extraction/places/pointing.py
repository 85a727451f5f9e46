"""Words that point to places named before: "in the city", "the former country", "in both provinces"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from figures.extraction.once import once
from figures.extraction.places.dateline import dateline
from figures.extraction.places.gazetteer import key, look_up
from figures.extraction.places.inherited import carried, country, own_country
from figures.extraction.places.lists import above
from figures.extraction.places.mentions import WHERE
from figures.extraction.places.names import LISTS, PlaceMention, best_known
from figures.extraction.places.relations import size
from figures.extraction.places.whereabouts import Whereabouts
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_SCAN: Final = 60  # sentences in which the text's own country is looked for
_BACK: Final = 12  # sentences in which what is pointed to is looked for
_FRONT: Final = frozenset(
    "the this that his her their my our same whole entire besieged port border coastal northern southern".split()
)
_WHOSE: Final = frozenset("his her their my our".split())
_SEVERAL: Final = frozenset(
    "both two three four five six seven eight several many various these those affected".split()
)
# What a noun can point to, as precisions of the gazetteer.
_POINTERS: Final = {
    **dict.fromkeys("city town village hamlet".split(), ("city",)),
    **dict.fromkeys(
        "province region governorate department prefecture oblast".split(), ("admin1", "admin2")
    ),
    "state": ("admin1",),
    **dict.fromkeys("county district municipality regency".split(), ("admin2",)),
    **dict.fromkeys("country nation".split(), ("country",)),
    **dict.fromkeys("island archipelago peninsula".split(), ("area", "admin1", "admin2")),
}  # fmt: skip
# "… from the country"
_REPORTED: Final = frozenset("reported recorded registered confirmed".split())
_PLURALS: Final = {
    "cities": "city",
    "countries": "country",
    "counties": "county",
    **{noun + "s": noun for noun in _POINTERS if not noun.endswith("y")},
}
_NOUNS: Final = _POINTERS.keys() | _PLURALS.keys()
_WIDE: Final = {
    noun + "wide": noun for noun in "state province region county district country nation".split()
}
_ADJECTIVES: Final = {
    "provincial": "province",
    "regional": "region",
    "state": "state",
    "county": "county",
}
_POINTING: Final = _NOUNS | _WIDE.keys() | _ADJECTIVES.keys() | {"wide"}
_TOWNS: Final = frozenset("city town village hamlet island archipelago peninsula".split())
_LARGE: Final = frozenset(
    "country nation province state governorate department prefecture oblast".split()
)
_TOLLS: Final = frozenset("toll tally total count deaths caseload".split())
_OF_TOLL: Final = frozenset("'s death overall cumulative confirmed total official".split())


@once
def pointed(where: Whereabouts, index: int) -> tuple[PlaceMention | None, bool]:
    """The place that sentence ``index`` points to, and whether it points to any."""
    tokens = where.tokens
    words, classes = tokens.words, tokens.classes
    sentence = where.sentences[index]
    for i in [k for k in range(sentence.first, sentence.stop) if words[k] in _POINTING]:
        word = words[i]
        if (noun := _of_all(words, i)) is not None:
            return _last(where, index, i, noun), True
        if word not in _NOUNS or i == sentence.first:
            continue
        if word in _LARGE and words[i - 1] == "the" and _has_seen(words, i + 1):
            found = _last(where, index, i, word)
            return found, found is not None or _within_it(where, index)
        after = classes[i + 1] if i + 1 < sentence.stop else c.PUNCTUATION
        if not after & _ENDS or words[i + 1 : i + 2] in (["of"], ["'s"]):
            continue  # "the city council", "the city of X"
        if words[i + 1 : i + 2] == ["-"] and tokens.glued(i + 1):
            continue  # "in the STATE-run clinic"
        if word in ("country", "nation") and words[i - 1] in _WHOSE:
            continue  # "in HIS country": that of who speaks
        k = i - 1
        while k > sentence.first and (words[k] in _FRONT or words[k] in ("former", "latter")):
            k -= 1
        if words[k] in _SEVERAL:
            while k > sentence.first and (words[k] in _SEVERAL or words[k] in _FRONT):
                k -= 1
            if words[k] in LISTS.at or words[k] == "of":
                return _all_of(where, index, word), True
            continue
        reported = words[k] == "from" and words[k - 1] in _REPORTED
        if k == i - 1 or not (words[k] in LISTS.at or words[k] == "of" or reported):
            continue
        if word in _PLURALS:
            return _all_of(where, index, word), True
        if words[i - 1] in ("former", "latter"):
            return _of_two(where, index, word, words[i - 1] == "latter"), True
        if word == "city" and "this" in words[k:i] and (line := dateline(where)) is not None:
            return line, True
        found = _last(where, index, i, word)
        whole = word in _LARGE and (words[k] != "of" or words[k - 1] in _parts())
        return found, found is not None or whole and _within_it(where, index)
    return None, False


def _of_all(words: list[str], i: int) -> str | None:
    """What is counted all over, as the word at token i tells: "STATEWIDE", "region-WIDE", "the PROVINCIAL death toll",
    "the COUNTY's total", "the REGION as a whole"; None where it tells nothing of the kind."""
    word, behind = words[i], words[i + 1 : i + 4]
    if word in _WIDE:
        return _WIDE[word]
    if word == "wide":
        noun = words[i - 2] if words[i - 1] == "-" else ""
        return noun if noun in _POINTERS and noun not in _TOWNS else None
    if behind == ["as", "a", "whole"]:
        return word if word in _POINTERS else None
    noun = _ADJECTIVES.get(word, word if behind[:1] == ["'s"] else "")
    if noun not in _POINTERS or noun in _TOWNS or words[i - 1] != "the":
        return None
    tolls = [k for k, w in enumerate(behind) if w in _TOLLS]
    return noun if tolls and set(behind[: tolls[0]]) <= _OF_TOLL else None


def _has_seen(words: list[str], k: int) -> bool:
    """ "The country HAS WITNESSED 910 deaths": does a land tell from token k on what it went through?"""
    k += words[k : k + 1] in (["has"], ["had"], ["have"])
    return not _SEEN.isdisjoint(words[k : k + 1])


_SEEN: Final = frozenset("witnessed recorded reported registered seen saw suffered counted".split())


@cache
def _parts() -> frozenset[str]:
    """Nouns for parts of a land: "in the north of the country", "in two REGIONS of the country"."""
    return LISTS.edges | LISTS.divisions | {"sector", "sectors", "corners"}


def _within_it(where: Whereabouts, index: int) -> bool:
    """Is the place told before one that a province or a country holds, and is told to be none itself?"""
    before = carried(where, index)
    return before is not None and size(before) < _PROVINCE


_PROVINCE: Final = 2  # the size of the least of them


def points_behind(where: Whereabouts, index: int, at: int) -> bool:
    """ "Ministers came to Lesk after 12 people were killed IN THE STATE": does what stands behind the count point to
    where it was?"""
    words = where.tokens.words
    stop = min(where.sentences[index].stop, at + _BEHIND)
    return any(
        words[k] in ("in", "across") and words[k + 1] == "the" and words[k + 2] in _DIVISIONS
        for k in range(at, stop - 3)
    ) and not any(where.tokens.classes[k] & c.NUMERAL for k in range(at + 1, stop))


def there(where: Whereabouts, index: int, at: int) -> PlaceMention | None:
    """The place to which somebody went, and where those at token ``at`` were counted: "they rode to LESK and killed
    nine THERE"."""
    tokens, s = where.tokens, where.sentences[index]
    words = tokens.words
    near = words[at + 1 : min(s.stop, at + _THERE)]
    if "there" not in near:
        return None
    k = at + 1 + near.index("there")
    if k + 1 < s.stop and not tokens.classes[k + 1] & _ENDS:
        return None
    if k + 1 < s.stop and tokens.classes[k + 1] & (c.AUXILIARY | c.VERB):
        return None  # "there were"
    return next(
        (m for m in reversed(where.mentions(index)) if m.first < at and m.cue == "to"), None
    )


_THERE: Final = 8  # tokens from a count to "there"


def elsewhere(tokens: Tokens, at: int, stop: int) -> bool:
    """ "41 cases in China, and four IN OTHER COUNTRIES": were those at token ``at`` in no place that is named?"""
    words = tokens.words
    if _ELSEWHERE.isdisjoint(words[at : min(stop, at + 2 * _NEAR)]):
        return False  # most
    while at + 1 < stop and tokens.classes[at + 1] & (c.NUMERAL | c.QUALIFIER):
        at += 1
    for k in range(at + 1, min(stop, at + _NEAR)):
        if tokens.classes[k] & c.NUMERAL:
            break
        if words[k] in ("worldwide", "globally"):
            return True  # "killed 12 in Lesk and infected 900 WORLDWIDE"
        if words[k] == "elsewhere":
            return words[k + 1 : k + 2] != ["in"] and words[k - 1] not in _MOVED
        if _in_others(words, k):
            return True
    return False


def other_parts(where: Whereabouts, index: int, at: int) -> tuple[PlaceMention | None, bool]:
    """ "Nine died in Lesk, four IN OTHER PARTS OF THE COUNTY": the land in other parts of which those at token ``at``
    were, and whether such parts are told."""
    words, stop = where.tokens.words, min(where.sentences[index].stop, at + 2 * _NEAR)
    if "other" not in words[at:stop]:
        return None, False
    k = words.index("other", at)
    if words[k + 2 : k + 3] in (["of"], ["in"]) and words[k + 1] in _OTHERS:
        named = next((m for m in where.mentions(index) if m.first == k + 3), None)
        if named is not None and not any(
            where.tokens.classes[n] & c.NUMERAL for n in range(at + 1, k)
        ):
            return named, True  # "in OTHER PARTS OF LESK"
    noun = words[k + 4 : k + 5]
    if words[k + 2 : k + 4] not in (["of", "the"], ["in", "the"]) or words[k + 1] not in _OTHERS:
        return None, False
    if any(where.tokens.classes[n] & c.NUMERAL for n in range(at + 1, k)):
        return None, False
    return (
        (_last(where, index, k, noun[0]), True) if noun and noun[0] in _POINTERS else (None, False)
    )


def raised_for_all(where: Whereabouts, index: int, at: int) -> tuple[PlaceMention | None, bool]:
    """ "…, bringing the NATIONAL TOLL TO 60": the land whose toll the count at token ``at`` is, and whether it is a
    land's."""
    words = where.tokens.words
    if words[at - 1] != "to":
        return None, False
    near = words[max(where.sentences[index].first, at - _RAISED) : at]
    tolls = [k for k, word in enumerate(near) if word in _TOLLS]
    if not tolls:
        return None, False
    for word in near[max(0, tolls[-1] - 4) : tolls[-1]]:
        noun = "country" if word in _NATIONAL else _ADJECTIVES.get(word) or _WIDE.get(word)
        if noun is not None:
            return _last(where, index, at, noun), True
    return None, False


_RAISED: Final = 9  # tokens from "bringing the national toll" to its count
_NATIONAL: Final = frozenset(("national", "nationwide", "countrywide", "country"))


def opens_elsewhere(where: Whereabouts, index: int) -> bool:
    """ "ELSEWHERE, four died", "IN OTHER TOWNS, four died": is what a sentence tells in no place told before?"""
    first = where.sentences[index].first
    words = where.tokens.words
    if words[first] == "elsewhere":
        return words[first + 1 : first + 2] != ["in"]
    return _in_others(words, first)


def _in_others(words: list[str], k: int) -> bool:
    """Do the words from token k on tell of other places, and not of whose: "IN OTHER TOWNS"?"""
    others = words[k : k + 2] == ["in", "other"] and not _OTHERS.isdisjoint(words[k + 2 : k + 3])
    return others and words[k + 3 : k + 4] not in (["of"], ["in"])


_OTHERS: Final = _PLURALS.keys() | {"parts", "areas", "places", "locations"}
_MOVED: Final = frozenset(
    "relocated moved evacuated resettled shifted taken living live shelter".split()
)
_ELSEWHERE: Final = frozenset("worldwide globally other elsewhere".split())
_LARGE_TOWN: Final = 300_000  # people of a town that nobody takes for another of its name
_NEAR: Final = 6  # tokens from a count to "in other countries"
_BEHIND: Final = 8  # tokens from a count to "in the state"
_DIVISIONS: Final = frozenset("state province region district county".split())
_ENDS: Final = (
    c.PUNCTUATION | c.PREPOSITION | c.AUXILIARY | c.MODAL | c.VERB | c.CONJUNCTION | c.ADVERB | c.RELATIVE
    | c.SUBORDINATOR | c.TIME | c.WEEKDAY | c.NUMERAL | c.QUALIFIER | c.ARTICLE | c.DETERMINER | c.PRONOUN
)  # fmt: skip


def _fits(where: Whereabouts, mention: PlaceMention, noun: str) -> bool:
    """Can the mention be what "the ``noun``" points to?"""
    last = where.tokens.words[mention.stop - 1]
    if mention.kind == "division":
        return last == noun or where.tokens.words[mention.first - 1] == noun
    if mention.kind or mention.cue in ("seat", "care"):
        return False
    place = best_known(key(mention.name))
    if place is None:
        return noun in ("village", "town", "hamlet")
    if place.precision == "city" and noun in ("district", "municipality", "regency"):
        return any(p.precision == "admin2" for p in look_up(key(mention.name)))
    return place.precision in _POINTERS[noun]


def _last(where: Whereabouts, index: int, at: int, noun: str) -> PlaceMention | None:
    """The place of that kind named last before token ``at``, rather as where something happened.

    "The country" is rather the one that the text is of.
    """
    if noun in ("country", "nation") and (own := own_country(where)) is not None:
        return None if _left(where, index, at, own) else own
    named: PlaceMention | None = None
    for back in range(index, max(-1, index - _BACK), -1):
        for m in reversed(where.mentions(back)):
            if m.first < at and _fits(where, m, noun):
                if m.cue in WHERE or m.within is not None:
                    return m
                if named is None or named.cue == "from" != m.cue:
                    named = m  # rather than whence somebody came
    return named


def _left(where: Whereabouts, index: int, at: int, country: PlaceMention) -> bool:
    """Does the large town told last before token ``at`` lie in another country, which the text does not name: "Two died
    in Nepal. In Patna, roads were flooded. NATIONWIDE, …"?"""
    own = best_known(key(country.name))
    for back in range(index, max(-1, index - _BACK), -1):
        for m in reversed(where.mentions(back)):
            place = best_known(key(m.name)) if m.first < at else None
            if place is None or own is None or m.first == country.first:
                continue
            if place.precision == "city" and place.population >= _LARGE_TOWN:
                return place.country != own.country
    return False


def _of_two(where: Whereabouts, index: int, noun: str, latter: bool) -> PlaceMention | None:
    """The first or second of two places named together ("in Chad and Niger")."""
    for back in range(index, max(-1, index - _BACK), -1):
        found = [m for m in where.mentions(back) if _fits(where, m, noun)]
        for one, two in reversed(list(pairwise(found))):
            if "and" in where.tokens.words[one.stop : two.first] and two.first - one.stop <= 3:
                return two if latter else one
    return None


def _all_of(where: Whereabouts, index: int, noun: str) -> PlaceMention | None:
    """What holds all the cities, provinces or countries that a plural points to."""
    found = above(where, index, where.sentences[index].first, _least(noun))
    return found if found is not None or noun == "countries" else country(where, index)


def _least(noun: str) -> int:
    """The size of what the plural noun counts."""
    kinds = _POINTERS[_PLURALS.get(noun, noun)]
    return {"city": 1, "admin1": 3, "country": 5}.get(kinds[0], 2)
