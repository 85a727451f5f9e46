"""Names of places in a sentence: where each stands, the words that tell its part, and what it lies within.

A name is known by the gazetteer, by the noun beside it ("the village of X", "X district", "X Bridge") or by
the preposition before it ("in X"). In text written all in capitals only a preposition or a noun can tell.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from figures.extraction.gazetteer import Place, is_common_word, key, look_up
from figures.extraction.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

# Cues that say that something happened there, rather than that somebody comes from, goes to or speaks there.
WHERE = frozenset(("at", "object", "heading"))
_LONGEST = 8  # tokens of one name
_WELL_KNOWN = 20_000  # people of a town that is believed to be meant where no word tells that a place is
_LARGE = 100_000  # people of a town whose name, common as it is, is no mere word
_BIG = 500_000  # people of a town that is meant whatever classes its name has
_NO_START = (
    c.PREPOSITION | c.ARTICLE | c.DETERMINER | c.PRONOUN | c.CONJUNCTION | c.SUBORDINATOR | c.AUXILIARY
    | c.MODAL | c.NEGATION | c.RELATIVE | c.ADVERB | c.NUMERAL | c.SAID
)  # fmt: skip
_DATE = c.MONTH | c.WEEKDAY
_ENGLISH_ENDINGS = ("tion", "tions", "ing", "ed", "ment", "ments", "ness", "ism", "ly", "ists", "ance", "ence")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named at tokens ``[first, stop)``.

    ``name`` is the part that is looked up ("Kunduz" of "Kunduz province"); ``cue`` is one of: at, object (of
    "struck", "hit"), heading, of, from, to, seat (where somebody speaks), office (whose officials speak),
    named (no word tells its part). ``kind`` is spot (a bridge, a hospital), division (a noun says which), part
    ("northern X") or "". ``within`` is the place named next that holds this one ("X, Y").
    """

    first: int
    stop: int
    name: str
    verbatim: str
    cue: str
    kind: str = ""
    within: PlaceMention | None = None


@dataclass(frozen=True, slots=True)
class _Lists:
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
    links: frozenset[str]
    articles_of_names: frozenset[str]


@cache
def _lists() -> _Lists:
    lists = load("places")
    return _Lists(**{name: frozenset(lists[name].split()) for name in _Lists.__slots__})


@cache
def event_words() -> frozenset[str]:
    """Words that tell that something happened: "blast", "flooded"."""
    return frozenset(load("places")["events"].split())


def find_places(tokens: Tokens, first: int, stop: int) -> list[PlaceMention]:
    """The places named in tokens ``[first, stop)``, in the order of the text.

    >>> from figures.extraction.tokens import tokenize
    >>> found = tokenize("A blast in the village of Orlivka, Kunduz province, hit buses from Kabul.")
    >>> [(m.verbatim, m.cue, m.within and m.within.verbatim) for m in find_places(found, 0, len(found))]
    [('Orlivka', 'at', 'Kunduz province'), ('Kunduz province', 'at', None), ('Kabul', 'from', None)]
    """
    if stop <= first:
        return []
    text = tokens.text[tokens.starts[first] : tokens.ends[stop - 1]]
    capitals = text.isupper() and stop - first > 3
    found: list[PlaceMention] = []
    i = first
    while i < stop:
        end = i + 1
        if capitals:
            mention = _in_capitals(tokens, first, i, stop, found)
        elif tokens.text[tokens.starts[i]].isupper() or tokens.words[i] in ("al", "el"):
            end = _run(tokens, i, stop)
            mention = _mention(tokens, first, i, end, stop)
        else:
            mention = None
        if mention is not None:
            found.append(mention)
            end = mention.stop
        i = end
    return _chained(tokens, found) if len(found) > 1 else found


def _run(tokens: Tokens, i: int, stop: int) -> int:
    """Where the run of capitalised words that begins at token i ends."""
    words, classes, text, starts = tokens.words, tokens.classes, tokens.text, tokens.starts
    links = _lists().links
    stop = min(stop, i + _LONGEST)
    j = i + 1
    while j < stop and j not in tokens.breaks:
        word = words[j]
        if text[starts[j]].isupper() and not classes[j] & _DATE:
            j += 1
        elif word == "-" and tokens.glued(j) and j + 1 < stop and tokens.glued(j + 1) and words[j + 1].isalpha():
            j += 2
        elif word in links and j + 1 < stop and text[starts[j + 1]].isupper() and word not in ("the", "and"):
            if word == "of" and not classes[j - 1] & c.PLACE_NOUN and words[j - 1] not in _OF_NAMES:
                break
            j += 2
        elif word == "." and words[j - 1] in ("st", "mt", "ft") and tokens.glued(j):
            j += 1
        elif word in ("and", "'s") and j + 1 < stop and text[starts[j + 1]].isupper():
            whole = _best(key(tokens.folded[starts[i] : tokens.ends[j + 1]]))
            if whole is None:
                break
            j += 2
        else:
            break
    return j


_OF_NAMES = frozenset("gulf bay strait horn sea isle republic cape university gate valley lake mount union states".split())


@lru_cache(maxsize=20_000)
def _best(folded: str) -> Place | None:
    """The best-known place of a folded name."""
    places = look_up(folded)
    return places[0] if places else None


def _known(tokens: Tokens, i: int, j: int) -> Place | None:
    """The best-known place named by tokens [i, j), if there is one; short names must be in capitals."""
    spelled = tokens.text[tokens.starts[i] : tokens.ends[j - 1]]
    if len(spelled) < 4 and not (spelled[:2].isupper() or len(spelled) == 3 and spelled.isalpha()):
        return None
    folded = key(spelled)
    if len(folded) == 2 and not spelled.replace(".", "").isupper():
        return None
    place = _best(folded)
    if place is not None and len(folded) < 4 and not spelled.isupper() and key(place.name) != folded:
        return None  # "Act" is no spelling of ACT
    if place is not None and place.precision not in ("country", "area") and len(folded) < 5:
        if spelled.isupper() and not tokens.text[: tokens.ends[-1]].isupper() and not _shouted(tokens, i, j):
            return None  # an abbreviation that is a town's name too
    return place


def _shouted(tokens: Tokens, i: int, j: int) -> bool:
    """Does the name stand among other words in capitals?"""
    text = tokens.text[tokens.starts[max(0, i - 2)] : tokens.ends[min(len(tokens), j + 2) - 1]]
    return text.isupper()


def _mere_word(tokens: Tokens, i: int, j: int, place: Place) -> bool:
    """Is the name an ordinary word too ("Reading", "Nice"), and the place not so big that it is meant?"""
    if j - i > 1 or place.precision in ("country", "area"):
        return False
    word = tokens.words[i]
    if word in _lists().words:
        return True
    if place.precision == "admin1" or place.population >= _BIG:
        return False
    return is_common_word(word) and place.population < _LARGE or bool(tokens.classes[i])


def _mention(tokens: Tokens, floor: int, i: int, end: int, stop: int) -> PlaceMention | None:
    """The place that the capitalised words [i, end) name, if they name one."""
    words, classes = tokens.words, tokens.classes
    lists = _lists()
    if not words[i][0].isalpha():
        return None
    if i > floor + 1 and words[i - 1] == "," and (state := _state(tokens, i)):
        stop_at = i + 2 if i + 1 < stop and words[i + 1] == "." and tokens.glued(i + 1) else i + 1
        return PlaceMention(i, stop_at, state, tokens.quote(i, stop_at), "named", "state")
    if all(words[k] in lists.directions or words[k] in lists.never or words[k] == "-" for k in range(i, end)):
        return None
    known = _known(tokens, i, end)
    if known is None or classes[i] & (_NO_START | _DATE):
        while i < end and (classes[i] & (_NO_START | _DATE | c.DEMONYM) or words[i] in lists.never):
            if words[i] in lists.directions and i + 1 < end:
                break
            i += 1  # "In Kunduz", "Syrian Golan Heights"
        if i == end:
            return None
        known = _known(tokens, i, end)
    last = words[end - 1]
    if known is None and last in lists.bodies and end - i > 1:
        # "Toronto Police", "Gaza Health Ministry": the place of an office
        for j in range(end - 1, i, -1):
            known = _known(tokens, i, j)
            if known is not None and _famous(known) and not _mere_word(tokens, i, j, known):
                return PlaceMention(i, j, tokens.quote(i, j), tokens.quote(i, j), "office")
        return None
    if known is None and (last in lists.bodies or classes[i] & c.TITLE or not words[i][0].isalpha()):
        return None
    name_stop, kind = end, ""
    if known is None and end - i > 1 and (last in lists.spots or last in lists.divisions):
        kind = "spot" if last in lists.spots and last not in lists.divisions else "division"
        if kind == "division":
            name_stop = end - 1
            known = _known(tokens, i, name_stop)
    elif end < stop and words[end] in lists.divisions and _names_division(tokens, end, stop):
        kind, end = "division", end + 1
    if not words[i][0].isalpha():
        return None
    name_first = i
    if known is None and not kind and end - i > 1 and _cue(tokens, floor, i) == "at":
        # a headline in capitals: "In Vallejo Multiple Shooting"
        for j in range(end - 1, i, -1):
            found = _known(tokens, i, j)
            if found is not None and _famous(found) and not _mere_word(tokens, i, j, found):
                known, end, name_stop = found, j, j
                break
    if i > floor and words[i - 1] in lists.directions and not kind:
        kind, i = "part", i - 1
    elif known is None and words[i] in lists.directions and end - i > 1:
        kind, name_first = kind or "part", i + 1
        known = _known(tokens, name_first, name_stop)
    cue = _cue(tokens, floor, i)
    if cue == "named":
        if end < stop and (words[end] in lists.offices or words[end] in lists.bodies):
            cue = "office"
        elif kind not in ("spot", "division") and (known is None or not _famous(known)):
            return None
        elif i == floor and end < stop and words[end] in (":", "-") and known is not None:
            cue = "heading"
    if known is None:
        if kind in ("", "part") and not _unknown_place(tokens, name_first, name_stop, cue):
            return None
        if kind and _plain_words(tokens, name_first, name_stop - (kind == "spot")):
            return None  # "Local Government Areas", "Field Hospital"
        if cue in ("of", "office", "named") and not kind:
            return None
    elif not kind and _mere_word(tokens, name_first, name_stop, known):
        if cue != "at" or not _unknown_place(tokens, name_first, name_stop, cue, named=True):
            return None
    elif known.precision == "city" and cue == "of" and not _famous(known):
        return None
    return PlaceMention(
        i, end, tokens.quote(name_first, name_stop), tokens.quote(i, end), cue, kind
    )


def _state(tokens: Tokens, i: int) -> str | None:
    """The US state that the word abbreviates: "Mo.", "CA"."""
    word = tokens.words[i].replace(".", "")
    state = _states().get(word)
    if state is None:
        return None
    if len(word) == 2 and word not in _SHORTENED:
        following = tokens.words[i + 1] if i + 1 < len(tokens) else "."
        return state if tokens.quote(i, i + 1).isupper() and not following.isalpha() else None
    return state if i + 1 < len(tokens) and tokens.words[i + 1] == "." else None


_SHORTENED = frozenset(("ga", "ky", "la", "md", "mo", "pa", "va", "vt"))


@cache
def _states() -> dict[str, str]:
    return dict(load("places")["states"])


def _names_division(tokens: Tokens, at: int, stop: int) -> bool:
    """Is the noun after a name its kind ("Kunduz province"), not the next word's ("Syria state television")?"""
    if tokens.words[at] in ("state", "city", "district") and at + 1 < stop:
        return tokens.words[at + 1] not in _OWNED
    return True


_OWNED = frozenset("media television tv radio news officials police council hall court attorney department court".split())


def _famous(place: Place) -> bool:
    return place.precision in ("country", "area", "admin1") or place.population >= _WELL_KNOWN


def _plain_words(tokens: Tokens, i: int, end: int) -> bool:
    """Are all the words ordinary English?"""
    return all(
        tokens.classes[k] or is_common_word(tokens.words[k]) and not _best(tokens.words[k])
        for k in range(i, end)
    )


def _unknown_place(tokens: Tokens, i: int, end: int, cue: str, named: bool = False) -> bool:
    """May words that no gazetteer knows name a place, as the preposition before them says?

    ``named``: a town bears the name, but it is an ordinary word too.
    """
    if cue not in ("at", "from", "to"):
        return False
    words, lists = tokens.words, _lists()
    if words[i] in lists.never or tokens.classes[i] & (c.TITLE | c.ROLE | c.DEMONYM | c.PERSON | c.SPEAKER):
        return False
    if not words[i].isalpha() or (end - i == 1 and len(words[i]) < 3):
        return False
    spelled = tokens.quote(i, end)
    if spelled.isupper() and end - i == 1 and len(spelled) <= 6 and not _shouted(tokens, i, end):
        return False  # an abbreviation
    if cue != "at" and (end - i > 1 or tokens.words[i - 1] == "by"):
        return False
    if end < len(tokens) and end not in tokens.breaks and not tokens.classes[end] and words[end].isalpha():
        return False  # "on the Richter scale", "at a Shell station": the noun after it is what is named
    if end - i == 1 and not named and is_common_word(key(spelled)):
        return False
    before = words[i - 1] if i else ""
    return before not in ("a", "an", "by", "with", "on", "into", "above", "behind", "along", "amid", "over", "between")


def _cue(tokens: Tokens, floor: int, i: int) -> str:
    """What the words before token i say of the place that is named there."""
    words, classes = tokens.words, tokens.classes
    lists = _lists()
    p = i - 1
    steps = 0
    while p >= floor and steps < 7:
        word = words[p]
        if word in lists.between or word in lists.directions or classes[p] & (c.DEMONYM | c.ORDINAL):
            p -= 1
        elif word == "of" and p > floor and (words[p - 1] in lists.divisions or words[p - 1] in lists.edges):
            p -= 2
        elif word in lists.divisions:
            p -= 1
        elif word == "-" and tokens.glued(p):
            p -= 1
        else:
            break
        steps += 1
    if p < floor:
        return "named"
    word = words[p]
    if word == "of":
        return "at" if p > floor and words[p - 1] in lists.directions else "of"
    if word == "from":
        return "at" if p > floor and words[p - 1] in _DISTANCES else "from"
    if word in ("into", "onto") and p > floor and words[p - 1] in _MOVING:
        return "to"
    if word in ("to", "toward", "towards", "for", "via"):
        return "at" if p > floor and words[p - 1] in ("close", "next", "adjacent", "damage") else "to"
    if word in lists.at:
        if word == "by" or (word in ("between", "over", "beside") and p == floor):
            return "named"
        before = words[p - 1] if p > floor else ""
        if p > floor and (before in lists.seats or (classes[p - 1] & c.SAID and before not in _TOLD_OF)):
            return "seat"
        return "office" if before in lists.offices else "at"
    if word in lists.strikes:
        return "object"
    return "named"


_DISTANCES = frozenset("km kilometers kilometres kilometer miles mile meters metres north south east west away far".split())
_MOVING = frozenset("fled flee fleeing crossed crossing cross moved moving poured pouring streamed streaming came".split())
# said-verbs that take a place as their object: "put 12 in hospital", "reported in Kabul" tells where it was
_TOLD_OF = frozenset("reported reporting reports recorded confirmed claimed put according".split())


def _in_capitals(tokens: Tokens, floor: int, i: int, stop: int, found: list[PlaceMention]) -> PlaceMention | None:
    """The place named at token i of a sentence that is all in capitals."""
    words, classes = tokens.words, tokens.classes
    lists = _lists()
    if not words[i][0].isalpha() or classes[i] & _DATE or words[i] in lists.between:
        return None
    if words[i] in lists.never or words[i] in lists.directions and _known(tokens, i, i + 2) is None:
        return None
    cue = _cue(tokens, floor, i)
    joined = bool(found) and found[-1].stop == i - 1 and words[i - 1] in (",", "and")
    if cue == "named" and joined:
        cue = found[-1].cue
    if cue == "named" or (cue == "object" and words[i] not in ("the",) and not _known(tokens, i, i + 1)):
        return None
    end = min(stop, i + 5)
    for j in range(i + 1, end + 1):  # up to the first mark or digit
        if j == end or not (words[j][0].isalpha() or (words[j] == "-" and tokens.glued(j))):
            end = j
            break
    known, j = None, end
    while j > i:
        known = _known(tokens, i, j)
        if known is not None and not (classes[j - 1] & (_NO_START | c.PERSON)):
            break
        known, j = None, j - 1
    kind = ""
    if known is not None and j + 1 < end and words[j] in ("de", "del", "la") and _strange(tokens, j + 1):
        known = None  # the first word of a longer name
    if known is None:
        j = i
        while j < end and (_strange(tokens, j) or (words[j] in lists.links - {"the", "and", "of"} and j + 1 < end)):
            j += 1
        while j > i and words[j - 1] in lists.links:
            j -= 1
        if j == i or (cue != "at" and not (j < stop and words[j] in lists.divisions)):
            return None
    elif _mere_word(tokens, i, j, known) and (known.population < 100_000 or cue != "at"):
        return None
    elif cue in ("of", "to", "from") and not _famous(known):
        return None
    name_stop = j
    if j < stop and words[j] in lists.divisions:
        kind, j = "division", j + 1
    elif j < stop and words[j] in lists.spots and known is None:
        kind, j = "spot", j + 1
        name_stop = j
    elif known is None and (j < stop and classes[j] & c.PERSON or joined and not kind):
        return None
    return PlaceMention(i, j, tokens.quote(i, name_stop), tokens.quote(i, j), cue, kind)


def _strange(tokens: Tokens, i: int) -> bool:
    """Is the word none that English knows, so that in capitals it must be a name?"""
    word = tokens.words[i]
    return (
        word.isalpha()
        and len(word) > 2
        and not tokens.classes[i]
        and not word.endswith(_ENGLISH_ENDINGS)
        and not is_common_word(word)
        and not (word[-1] == "s" and is_common_word(word[:-1]))
    )


def _chained(tokens: Tokens, found: list[PlaceMention]) -> list[PlaceMention]:
    """Join each name to the one next to it that holds it: "X, Y", "X in Y"; those take its cue."""
    words = tokens.words
    out = found[:]
    for n in range(len(found) - 1, 0, -1):
        held, holder = found[n - 1], out[n]
        gap = words[held.stop : holder.first]
        if gap and gap[0] == "'s" and len(gap) <= 5 and holder.cue == "named" and held.cue != "named":
            if not any(tokens.classes[i] & _NO_START for i in range(held.stop + 1, holder.first)):
                # "in Ukraine's besieged seaport Mariupol": here the first holds the second
                out[n] = replace(holder, cue=held.cue, within=holder.within or held)
            continue
        if len(gap) > 1 and gap[0] == "," and gap[1] in ("located", "situated"):
            gap = gap[2:]
        if not gap or len(gap) > 6 or gap[0] not in (",", "(", "in", "of", "at", "near", "on", "inside", "off"):
            continue
        lists = _lists()
        if not all(w in lists.between or w in lists.directions or w in lists.divisions or w in lists.edges or w in (",", "(", "in", "of", "at", "near", "on", "inside", "off", "from") for w in gap):
            continue
        if gap[0] in (",", "(") and not _holds(held, holder):
            continue
        out[n - 1] = replace(held, within=holder)
    for n in range(1, len(out)):
        before = out[n - 1]
        if before.within is not None and out[n].cue in ("named", "of"):
            out[n] = replace(out[n], cue=before.cue)
    # the holders were copied before their own cue was known: link the final ones
    for n in range(len(out) - 2, -1, -1):
        inner = out[n].within
        if inner is not None and inner.first > out[n].first:
            out[n] = replace(out[n], within=out[n + 1])
    return out


_SIZES = {"city": 1, "admin2": 2, "admin1": 3, "area": 4, "country": 5}


def _size(mention: PlaceMention) -> int:
    if mention.kind == "spot":
        return 0
    places = look_up(key(mention.name))
    if not places:
        return 2 if mention.kind == "division" else 1
    if mention.kind == "division":
        return next((_SIZES[p.precision] for p in places if p.precision.startswith("admin")), 1)
    return _SIZES[places[0].precision]


def _holds(held: PlaceMention, holder: PlaceMention) -> bool:
    """Can the place after a comma hold the one before it ("Reading, Berkshire"; not "Mali, Niger")?"""
    if holder.kind == "state":
        return True
    if _size(holder) > _size(held):
        return True
    inner, outer = look_up(key(held.name)), look_up(key(holder.name))
    areas = [p for p in outer if p.precision in ("admin1", "admin2", "country")]
    return any(
        p.country == a.country and (a.precision == "country" or p.admin1 == a.name or p.admin1 == a.admin1 != None)  # noqa: E711
        for p in inner if p.precision == "city" for a in areas
    )
