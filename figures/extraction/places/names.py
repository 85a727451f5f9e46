"""What tells that words are the name of a place: the gazetteer, and the lists of lexicon/places.yaml."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Final

from figures.extraction.events import event_words
from figures.extraction.places.gazetteer import Place, is_common_word, key, look_up
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load, load_words
from figures.lexicon.frequencies import frequencies

_WELL_KNOWN: Final = 20_000  # people of a town that is meant where no word tells that a place is
LARGE_TOWN: Final = 100_000  # people of a town whose name, common as it is, is no mere word
_BIG: Final = 500_000  # people of a town that is meant whatever classes its name has
# kinds of place that bear names of their own: "San Francisco neighborhood" is not in California
SMALL_DIVISIONS: Final = frozenset(
    "neighborhood neighbourhood neighborhoods neighbourhoods camp valley block ward island islands suburb suburbs"
    " archipelago peninsula settlement colony".split()
)
_ENGLISH_ENDINGS: Final = tuple("tion tions ing ed ment ments ness ism ly ists ance ence".split())
# A name does not begin with such a word.
NO_START: Final = (
    c.PREPOSITION | c.ARTICLE | c.DETERMINER | c.PRONOUN | c.CONJUNCTION | c.SUBORDINATOR | c.AUXILIARY
    | c.MODAL | c.NEGATION | c.RELATIVE | c.ADVERB | c.NUMERAL | c.SAID
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named at tokens ``[first, stop)``.

    ``name`` is the part that is looked up ("Kunduz" of "Kunduz province"); ``cue`` is one of: at, object (of
    "struck", "hit"), heading, of, from, to, seat (where somebody speaks), office (whose officials speak), care
    (where the hurt are brought), way (whither or whence somebody went), near (another place's neighbour), title
    (in a report's title), dateline,
    named (no word tells its part). ``kind`` is spot (a bridge, a hospital), division (a noun says which), part
    ("northern X"), several ("X and Y", its ``parts``) or "". ``within`` is the place named next that holds this
    one ("X, Y").
    """

    first: int
    stop: int
    name: str
    verbatim: str
    cue: str
    kind: str = ""
    within: PlaceMention | None = None
    parts: tuple[PlaceMention, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceLists:
    at: frozenset[str]
    directions: frozenset[str]
    between: frozenset[str]
    divisions: frozenset[str]
    edges: frozenset[str]
    spots: frozenset[str]
    bodies: frozenset[str]
    never: frozenset[str]
    words: frozenset[str]
    seats: frozenset[str]
    offices: frozenset[str]
    strikes: frozenset[str]
    fled: frozenset[str]
    links: frozenset[str]
    care: frozenset[str]
    brought: frozenset[str]
    kin: frozenset[str]
    abroad: frozenset[str]
    adjectival: frozenset[str]
    papers: frozenset[str]
    deeds: frozenset[str]


LISTS: Final = PlaceLists(**{f.name: load_words("places", f.name) for f in fields(PlaceLists)})


@cache
def no_names() -> frozenset[str]:
    """Words that name no place alone or together: "North", "South-East", "God"."""
    return LISTS.directions | LISTS.never | {"-"}


@lru_cache(maxsize=20_000)
def best_known(folded: str) -> Place | None:
    """The best-known place of a folded name."""
    places = look_up(folded)
    return places[0] if places else None


def known_place(tokens: Tokens, i: int, j: int) -> Place | None:
    """The best-known place named by tokens [i, j), if there is one; short names must be in capitals."""
    spelled = tokens.text[tokens.starts[i] : tokens.ends[j - 1]]
    if len(spelled) < 4 and not (spelled[:2].isupper() or len(spelled) == 3 and spelled.isalpha()):
        return None
    folded = key(spelled)
    if len(folded) == 2 and not spelled.replace(".", "").isupper():
        return None
    place = best_known(folded)
    if (
        place is not None
        and len(folded) < 4
        and not spelled.isupper()
        and key(place.name) != folded
    ):
        return None  # "Act" is no spelling of ACT
    if place is not None and place.precision not in ("country", "area") and len(folded) < 5:
        if spelled in _acronyms():
            return place
        if spelled.isupper() and not tokens.shouted and not shouted(tokens, i, j):
            return None  # an abbreviation that is a town's name too
    return place


@cache
def _acronyms() -> frozenset[str]:
    """Parts of countries that are known by their first letters."""
    told = load("areas")["spellings"].values()
    return frozenset(n for part in told for names in part.values() for n in names if n.isupper())


def shouted(tokens: Tokens, i: int, j: int) -> bool:
    """Does the name stand among other words in capitals?"""
    text = tokens.text[tokens.starts[max(0, i - 2)] : tokens.ends[min(len(tokens), j + 2) - 1]]
    return text.isupper()


def mere_word(tokens: Tokens, i: int, j: int, place: Place) -> bool:
    """Is the name an ordinary word too ("Reading", "Nice"), and the place not so big that it is meant?"""
    if j - i > 1 or place.precision in ("country", "area"):
        return False
    word = tokens.words[i]
    if word in LISTS.words or tokens.classes[i] & c.DEMONYM:
        return True
    if place.precision == "admin1":
        return False
    if key(place.name) != word and (is_common_word(word) or _everyday(word, place)):
        return True  # a town's name in another language
    if place.population >= _BIG:
        return False
    return is_common_word(word) and place.population < LARGE_TOWN or bool(tokens.classes[i])


def _everyday(word: str, place: Place) -> bool:
    """Is the word more often heard than the town: "DRONE strikes killed 12", a spelling of Dronero, too?"""
    return place.population < LARGE_TOWN and frequencies().get(word, 0.0) >= _HEARD


# logarithm of how often a word of English at large stands in a thousand million
_HEARD: Final = 3.5


def famous(place: Place) -> bool:
    return place.precision in ("country", "area", "admin1") or place.population >= _WELL_KNOWN


def state_name(tokens: Tokens, i: int) -> str | None:
    """The US state that the word abbreviates: "Mo.", "CA"."""
    word = tokens.words[i].replace(".", "")
    state = _states().get(word)
    if state is None:
        return None
    if len(word) == 2 and word not in _SHORTENED:
        following = tokens.words[i + 1] if i + 1 < len(tokens) else "."
        return state if tokens.quote(i, i + 1).isupper() and not following.isalpha() else None
    return state if i + 1 < len(tokens) and tokens.words[i + 1] in (".", "(", ":", "-") else None


_SHORTENED: Final = frozenset(("ga", "ky", "la", "md", "mo", "pa", "va", "vt"))


@cache
def _states() -> dict[str, str]:
    return dict(load("places")["states"])


def plain_words(tokens: Tokens, i: int, end: int) -> bool:
    """Are all the words ordinary English?"""
    return all(
        tokens.classes[k] or is_common_word(tokens.words[k]) and not best_known(tokens.words[k])
        for k in range(i, end)
    )


def strange(tokens: Tokens, i: int) -> bool:
    """Is the word none that English knows, so that in capitals it must be a name?"""
    word = tokens.words[i]
    return (
        word.isalpha()
        and len(word) > 2
        and not tokens.classes[i]
        and not word.endswith(_ENGLISH_ENDINGS)
        and not is_common_word(word)
        and word not in event_words()
        and not (word[-1] == "s" and is_common_word(word[:-1]))
    )


_NAME: Final = 3  # tokens of a name in capitals


def opens_report(tokens: Tokens, first: int, k: int) -> bool:
    """Do the tokens from ``first`` to the mark at token k tell where a report was filed ("LESK: Gunmen killed …"), for
    they are all in capitals and the sentence behind the mark is not?

    >>> from figures.extraction.words.tokens import tokenize
    >>> opens_report(tokenize("NEW DELHI: A blast killed 12."), 0, 2), opens_report(tokenize("KABUL: 12 dead"), 0, 1)
    (True, False)
    """
    if not 0 < k - first <= _NAME or not tokens.quote(first, k).isupper():
        return False
    begin = k + 1 + (tokens.words[k + 1 : k + 2] == ["-"])  # "LESK -- Gunmen"
    after = [tokens.quote(i, i + 1) for i in range(begin, min(begin + 3, len(tokens)))]
    return bool(after) and after[0].istitle() and any(word.islower() for word in after)
