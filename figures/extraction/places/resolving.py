"""Which place of the world a mention names, told apart from its namesakes by what the document names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from figures.extraction.once import once
from figures.extraction.places.dateline import dateline
from figures.extraction.places.gazetteer import Place, country_names, country_words, key, look_up
from figures.extraction.places.names import SMALL_DIVISIONS, PlaceMention
from figures.extraction.places.whereabouts import LARGE, Whereabouts
from figures.lexicon import load

_REGIONS: Final = 8  # sentences whose regions tell namesakes apart in the whole text


@once
def resolve(where: Whereabouts, mention: PlaceMention) -> Place | None:
    """The gazetteer's place that a mention names; where it is not known, the place told to hold it.

    Namesakes are told apart by the place that holds them, by the countries and regions the document names,
    and by how many people live there. None where the text does not tell enough.
    """
    holder = resolve(where, mention.within) if mention.within is not None else None
    if mention.parts:
        return holder or _shared(where, mention.parts)
    found: Sequence[Place]
    last = where.tokens.words[mention.stop - 1]
    found = look_up(key(mention.verbatim)) if mention.kind == "division" else ()
    if not found and (mention.kind != "division" or last not in SMALL_DIVISIONS):
        found = look_up(key(mention.name))
    if holder is not None and not any(_lies_in(p, holder) for p in found):
        holder = _namesake(mention, found) or holder
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
    # a sea or a desert holds none for certain
    held = holder is not None and holder.country is not None
    if held or len(found) == 1 and not _small(found[0]):
        return max(found, key=lambda p: p.rank)
    told, regions = context(where)
    if mention.name.lower() in _both() and told["US"] > told[found[0].country or ""]:
        found = [p for p in found if p.country == "US"]
    first = max(
        found,
        key=lambda p: (
            p.rank + _told_bonus(p, told, found[0].rank) + 2.0 * (p.admin1 in regions),
            p.gazetteer_id,
        ),
    )
    if first.country in told or first.precision in ("country", "area"):
        return None if _ambiguous(first, found, regions) else first
    # a village of Turkey, in a text that tells of Burkina Faso alone, is another
    lone = len({p.country for p in found}) == 1 and not (told and _small(first))
    return first if lone or _first_meant([first, *found], frozenset(told)) else holder


# people of a town that a text may name without its country, although it names others
_TOWN: Final = 5_000


def _small(place: Place) -> bool:
    """Is it a town or village of which the world knows little?"""
    return place.precision == "city" and place.population < _TOWN


def _namesake(mention: PlaceMention, held: Sequence[Place]) -> Place | None:
    """Another place of the name of what holds a place, in which one of the name ``held`` lies: "Athens, GEORGIA"."""
    if mention.within is None or mention.within.within is not None:
        return None
    namesakes = look_up(key(mention.within.name))
    larger = (p for p in namesakes if p.precision in ("admin1", "country"))
    return next((p for p in larger if any(_lies_in(q, p) for q in held)), None)


def _shared(where: Whereabouts, parts: Sequence[PlaceMention]) -> Place | None:
    """The region or else the country in which all of several places lie, if it is one."""
    places = [place for part in parts if (place := resolve(where, part)) is not None]
    regions = {(place.country, place.admin1) for place in places}
    codes = {country for country, _ in regions}
    if len(places) < len(parts) or len(codes) != 1:
        return None
    code, region = regions.pop()
    if code is None:
        return None
    name, kind = (
        (country_names()[code], "country") if regions or region is None else (region, "admin1")
    )
    found = look_up(key(name))
    return next((p for p in found if p.precision == kind and p.country == code), None)


def _ambiguous(first: Place, found: Sequence[Place], regions: frozenset[str]) -> bool:
    """Are there towns as large of that name in other parts of the country, and is none of the parts told?"""
    if first.precision != "city" or first.population >= LARGE or first.admin1 in regions:
        return False
    return any(
        p.precision == "city"
        and p.country == first.country
        and p.admin1 != first.admin1
        and p.rank > first.rank - _ALIKE
        for p in found
    )


_ALIKE: Final = 0.5  # of rank: towns that have a third of the people and more


def _exact(found: Sequence[Place], mention: PlaceMention) -> bool:
    """Is the whole name of a spot in the gazetteer ("Mount Druitt")?"""
    return any(key(p.name) == key(mention.verbatim) for p in found)


def _lies_in(place: Place, holder: Place) -> bool:
    if holder.country is None:
        return True
    if place.country != holder.country or place.gazetteer_id == holder.gazetteer_id:
        return False
    return holder.precision not in ("admin1", "admin2") or place.admin1 == holder.admin1


def _told_bonus(place: Place, told: Counter[str], best: float) -> float:
    """What it adds to a namesake's rank that its country is told; one word alone ("three AMERICAN tourists") makes no
    village of a city that is far larger than it."""
    count = told.get(place.country or "", 0)
    if not count:
        return 0.0
    meant = count > _ONE_WORD or place.rank > best - _FAR_SMALLER
    return 4.0 if meant and count == max(told.values()) else 1.0


_ONE_WORD: Final = 2  # what one word that names a country adds to its count
_FAR_SMALLER: Final = 2.0  # of rank: a town of a hundredth of the people


def context(where: Whereabouts) -> tuple[Counter[str], frozenset[str]]:
    """The countries that the text names or whose people it names, counted, and the regions it opens with.

    Of those told as often the first comes first: what is read hangs on no order of a set.

    >>> from figures.extraction.words.sentences import split
    >>> from figures.extraction.words.tokens import tokenize
    >>> tokens = tokenize("Envoys of Togo, Peru, Kenya, Fiji and Chad met.")
    >>> list(context(Whereabouts(tokens, split(tokens)))[0])
    ['TG', 'PE', 'KE', 'FJ', 'TD']
    """
    if where.context is None:
        told: Counter[str] = Counter()
        regions: set[str] = set()
        codes, states, tell = country_words(), us_states(), _told_by_a_word()
        for words in (where.tokens.words, key(where.title or "").split()):
            # in the order of the text: of two told as often the first counts as told most
            named = [word for word in dict.fromkeys(words) if word in tell]
            american = not states.isdisjoint(named)
            for word in named:
                code = "US" if american and word in _both() else codes.get(word, "US")
                told[code] += 2 * words.count(word)
                if word in states:
                    regions.add(word.title())
        sure = frozenset(told)
        line = dateline(where)
        if line is not None and (first := _first_meant(look_up(key(line.name)), sure)):
            told[first] += 2
        for index in range(min(_REGIONS, len(where.sentences))):
            for mention in where.mentions(index):
                found = look_up(key(mention.name))
                if not found or found[0].precision == "country" and " " not in mention.name:
                    continue  # a word that is counted above
                if mention.kind == "state" or found[0].precision == "admin1":
                    admin = next((p for p in found if p.precision == "admin1"), None)
                    if admin is not None and admin.admin1:
                        regions.add(admin.admin1)
                        told[admin.country or ""] += 2
                elif found[0].precision == "country":
                    told[found[0].country or ""] += 2
                elif country := _first_meant(found, sure):
                    told[country] += 1
                    regions.add(found[0].admin1 or "")
        where.context = (told, frozenset(regions))
    return where.context


def _first_meant(found: Sequence[Place], told: frozenset[str]) -> str | None:
    """The country of a large town beside which its namesakes are nothing, the less where in a country ``told``."""
    first = found[0] if found else None
    if first is None or first.precision != "city" or first.population < LARGE:
        return None
    others = [p for p in found if p.country != first.country]
    least = {True: first.rank - _FAR_SMALLER, False: first.rank - _NOTHING}
    return None if any(p.rank > least[p.country in told] for p in others) else first.country


_NOTHING: Final = 1.2  # of rank: a town of a tenth of the people and less


@cache
def _told_by_a_word() -> frozenset[str]:
    """The words that name a country, its people or a state of the US."""
    return us_states().union(country_words())


@cache
def _both() -> frozenset[str]:
    """Countries that bear the name of a US state: Georgia, which is the state where another one is told."""
    states = frozenset(w.lower() for w in load("places")["states"].values())
    return states.intersection(country_words())


@cache
def us_states() -> frozenset[str]:
    """US states of one word that name no country and no seat of one: a town beside one of them is American."""
    return frozenset(
        name.lower() for name in load("places")["states"].values() if " " not in name
    ) - {"georgia", "washington"}
