"""Where the thing counted by a figure happened: the place nearest to it that the text tells as a place of events."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import reach
from figures.extraction.places.arrests import beside_arrest
from figures.extraction.places.clauses import before_or_after, clause, told_last
from figures.extraction.places.counted import JOINTS, beside_number, counts_it
from figures.extraction.places.dateline import dateline
from figures.extraction.places.inherited import (
    carried,
    country,
    host_country,
    more_exact,
    only_country,
)
from figures.extraction.places.lists import first_row, holder_of_list
from figures.extraction.places.mentions import WHERE
from figures.extraction.places.names import PlaceMention
from figures.extraction.places.narrower import narrowed, not_of_its_nation
from figures.extraction.places.owntolls import (
    no_parts,
    of_its_own,
    of_share,
    of_those,
    told_by_land,
    whose_toll,
)
from figures.extraction.places.pointing import (
    elsewhere,
    opens_elsewhere,
    other_parts,
    pointed,
    points_behind,
    raised_for_all,
    there,
)
from figures.extraction.places.sums import sums_up
from figures.extraction.places.unknown import listed_place
from figures.extraction.places.whereabouts import (
    Whereabouts,
    beside_count,
    is_country,
    past_heading,
)
from figures.extraction.places.whose import by_whom, cases_from
from figures.extraction.places.widening import widened
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words


def place_of(
    where: Whereabouts,
    index: int,
    at: int,
    category: str = "killed",
    other: bool = False,
    verb: int = 0,
) -> PlaceMention | None:
    """Where the thing counted at token ``at`` of sentence ``index``, told by the ``verb`` there, happened; None where
    the text does not tell.

    What is of an ``other`` incident than the report's takes no place from other sentences.
    """
    for whole, of_land in (raised_for_all(where, index, at), other_parts(where, index, at)):
        if of_land:
            return whole
    mentions = beside_arrest(where, index, at, where.narrowest(index))
    here = _in_sentence(where, index, at, category, mentions, verb) if mentions else None
    if here is not None and here.first < at:
        stop = where.sentences[index].stop
        if elsewhere(where.tokens, at, stop):
            land = (m for m in mentions if m.first < at and m.cue in WHERE and is_country(m))
            here = next(land, None) if "elsewhere" in where.tokens.words[at:stop] else None
    if here is None and mentions:
        here = there(where, index, at)
    if here is not None and (before := not_of_its_nation(where, index, here)) is not None:
        return before
    if here is not None and here.first < at and points_behind(where, index, at):
        found, points = pointed(where, index)
        here = found if points else here
    if here is not None and index and where.of_speakers(index, here):
        before = carried(where, index)
        if before is not None and before.cue in WHERE and before.first < here.first:
            return before  # "a bomb hit the village of Lesk. Doctors IN ORDA said 12 had died"
    if here is not None:
        here = narrowed(where, index, at, category, holder_of_list(where, index, here))
        return more_exact(where, here) if index == 0 else here
    covers = reach(where, index)
    if covers == "world" or elsewhere(where.tokens, at, where.sentences[index].stop):
        return None
    found, points = pointed(where, index)
    if found is not None or points and not covers:
        return found
    if other and _POINTING.isdisjoint(where.tokens.words[slice(*_span(where, index))]):
        return None
    if category == "refugees":
        return host_country(where, index)
    if covers in ("country", "war"):
        return country(where, index)
    if sums_up(where, index):
        told = carried(where, index)
        return told if told is not None and is_country(told) else only_country(where, index)
    top = first_row(where, index)
    told = carried(where, top)
    first = where.sentences[top].first
    if told is not None and told.first < first and opens_elsewhere(where, top):
        return None
    if top < index and told is not None and told.first >= first:
        return None  # a row's place, or one told after the table
    return widened(where, index, at, told)


_OPENING: Final = 3  # sentences in which a report's dateline may stand
_POINTING: Final = frozenset(("same", "there", "here"))  # "a blast at the same gate in 2019"


def _span(where: Whereabouts, index: int) -> tuple[int, int]:
    sentence = where.sentences[index]
    return sentence.first, sentence.stop


def _in_sentence(
    where: Whereabouts,
    index: int,
    at: int,
    category: str,
    mentions: list[PlaceMention],
    verb: int,
) -> PlaceMention | None:
    tokens, sentence = where.tokens, where.sentences[index]
    if (listed := listed_place(tokens, at, mentions)) is not None:
        return listed
    if not JOINTS.isdisjoint(tokens.words[max(sentence.first, at - 3) : at]):
        close = next(
            (
                m
                for m in where.mentions(index)
                if m.stop < at
                and m.cue != "dateline"
                and counts_it(tokens, m.stop, at)
                and not (index == 0 and _filed_from(tokens, at, m, mentions))
            ),
            None,
        )
        if close is not None and not (
            tokens.words[at - 1] == "with" and any(beside_count(tokens, at, m) for m in mentions)
        ):
            return close  # but "in Beni, with two cases IN LESK"
    if tokens.capital(at - 1) and (pair := beside_number(tokens, at, where.mentions(index))):
        return pair
    if (owner := whose_toll(where, index, at)) is not None:
        return owner
    if (town := _where_it_was(where, index, at) or of_its_own(where, index, at)) is not None:
        return town
    if (land := told_by_land(tokens, mentions, at)) is not None:
        return land
    if (told_from := cases_from(tokens, at, mentions, category)) is not None:
        return told_from
    if category in _LEFT or category == "abducted" and all(m.cue not in WHERE for m in mentions):
        own = _next_count(tokens, at, sentence.stop)  # "900 left, with 400 FROM LESK"
        left = [
            m
            for m in mentions
            if m.cue == "from" and not _aside(tokens, at, m) and not at < own <= m.first
        ]
        if left:
            return next((m for m in left if m.first > at), left[0])
    if category == "refugees":
        reached = [m for m in mentions if m.cue == "to" and is_country(m)]
        if reached:
            return reached[0]  # "crossed INTO KENYA, fleeing the fighting in Sudan"
    told = [m for m in mentions if m.cue in WHERE and not of_share(tokens, m)]
    told = past_heading(tokens, no_parts(tokens, at, told, mentions))
    told = [m for m in told if m.first < at or not before_or_after(tokens, max(at, verb), m.first)]
    if tokens.words[sentence.first] == "of":
        told = [m for m in told if not of_those(tokens, sentence.first, at, m)]
    if len(told) > 1:
        told = _no_speakers(where, index, told)
        told = _by_verb(tokens, at, verb, told, sentence.stop)
    if told:
        stop, aside = clause(tokens, at, sentence.stop)
        near = (
            m
            for m in told
            if at <= m.first < stop and m.first not in aside and not _of_most(tokens, at, m)
        )
        last = _last_joined(tokens, at, stop)
        after = next(
            (
                m
                for m in near
                if beside_count(tokens, last, m) or not _opens(tokens, m, sentence.stop)
            ),
            None,
        )
        other = _next_count(tokens, last, stop)
        if after is not None and other in aside and aside.stop <= after.first:
            other = _next_count(tokens, aside.stop - 1, stop)
        if after is not None and after.first < other:
            return after
        before = [m for m in told if m.first < at and not _in_brackets(tokens, m, at)]
        if before:
            return before[-1]
        if after is not None and not _beside_another(tokens, at, after):
            return after
        if after is None and stop < sentence.stop and tokens.words[stop] == "while":
            return told_last(tokens, told, stop, sentence.stop)
        if after is not None or stop < sentence.stop:
            return None
        told = [m for m in told if m.first not in aside and not _of_most(tokens, at, m)]
        if not told:
            return None  # "27 people have died, including three IN HALE", "mostly IN HALE"
    line = dateline(where) if index < _OPENING else None
    named = [
        m
        for m in mentions
        if m.cue == "named" and m.first < at and (line is None or m.first != line.first)
        if not (m.kind == "spot" and _in_speaker(where, index, m))
        if not by_whom(tokens, sentence.first, m)
    ]
    return named[-1] if named else told[0] if told else None


def _by_verb(
    tokens: Tokens, at: int, verb: int, told: list[PlaceMention], stop: int
) -> list[PlaceMention]:
    """The places but those of what befell the same people before: "ten pupils seized in Lesk were freed IN ORDA"."""
    end = _next_count(tokens, at, stop)
    if not any(at < verb < m.first < end for m in told):
        return told

    def before(m: PlaceMention) -> bool:
        led = range(at + 1, m.first)
        return at < m.first < verb and any(tokens.classes[k] & c.TRIGGER for k in led)

    return [m for m in told if not before(m)]


def _where_it_was(where: Whereabouts, index: int, at: int) -> PlaceMention | None:
    """ "Its capital, LESK, WHERE 11,000 died": the place before the "where" in whose clause the count stands."""
    words, first = where.tokens.words, max(where.sentences[index].first, at - _WHERE)
    if "where" not in words[first:at]:
        return None
    k = at - 1 - words[first:at][::-1].index("where")
    stop = k - (words[k - 1] == ",")
    between = range(k + 1, at)
    if any(where.tokens.classes[i] & (c.NUMERAL | c.PUNCTUATION) for i in between):
        return None
    found = next((m for m in where.mentions(index) if m.stop == stop), None)
    if found is not None and words[found.first - 1] == "of":  # "LESK district NORTH OF Orda, where"
        off = found.first - 2
        lies = words[off] in load_words("places", "directions")
        found = next((m for m in where.mentions(index) if lies and m.stop == off), found)
    if found is None or words[stop - 1] in _CARE:
        return None
    if not load_words("places", "brought").isdisjoint(words[max(0, stop - _BROUGHT) : stop]):
        return None  # "was taken to a clinic IN LESK, WHERE he died"
    for m in where.mentions(index):
        if m.within is found:
            found = m  # "in LESK, Orda province, where"
    return found


_CARE: Final = frozenset("hospital hospitals clinic morgue mortuary centre center custody".split())
_BROUGHT: Final = 10  # tokens from the verb that brings somebody to where he is cared for
_WHERE: Final = 8  # tokens from "where" to the count of its clause
_LEFT: Final = frozenset(("displaced", "evacuated"))


def _filed_from(tokens: Tokens, at: int, first: PlaceMention, told: list[PlaceMention]) -> bool:
    """ "NEW ORDA: At least 12 died in Lesk": does a report open with where it was filed, and tell where it was?"""
    if tokens.words[first.stop : first.stop + 1] != [":"]:
        return False
    return any(m.cue in WHERE and m.first > at and m is not first for m in told)


def _aside(tokens: Tokens, at: int, mention: PlaceMention) -> bool:
    """Does another clause tell of the place: "displaced 900 WHEN unrest spread from Orlo"?"""
    return any(
        tokens.classes[k] & c.SUBORDINATOR and tokens.words[k] == "when"
        for k in range(at, mention.first)
    )


def _no_speakers(where: Whereabouts, index: int, told: list[PlaceMention]) -> list[PlaceMention]:
    """The places but those that tell where who speaks is: "rescuers IN HALE said 12 died in the blast in Orlo"."""
    free = [m for m in told if not _in_speaker(where, index, m)]
    return free or told


def _in_speaker(where: Whereabouts, index: int, mention: PlaceMention) -> bool:
    """ "The LENIA EMBASSY said two had died": is it who speaks?"""
    return any(first <= mention.first < stop for first, stop in where.said(index))


def _in_brackets(tokens: Tokens, mention: PlaceMention, at: int) -> bool:
    """Do brackets round the place close before token ``at``: "ten died (nine IN HALE) and 50 houses fell"?"""
    between = tokens.words[mention.stop : at]
    return ")" in between and "(" not in between[: between.index(")")]


def _of_most(tokens: Tokens, at: int, mention: PlaceMention) -> bool:
    """Do brackets or a comma tell only where most of them were: "33,000 people (MOST OF THEM IN HALE)", or "another"
    where others were: "killing three, and ANOTHER IN HALE"?"""
    between = tokens.words[at : mention.first]
    if between[-2:-1] == ["another"]:
        return True
    if "(" not in between:
        comma = len(between) - between[::-1].index(",") if "," in between else 0
        # "27, MOSTLY on Luzon"
        return bool(comma) and not _MOST.isdisjoint(between[comma : comma + 1])
    inner = between[len(between) - between[::-1].index("(") :]
    return ")" not in inner and not _MOST.isdisjoint(inner)


_MOST: Final = frozenset("most mostly mainly particularly especially largely".split())


def _beside_another(tokens: Tokens, at: int, mention: PlaceMention) -> bool:
    """Is the place that of another count than the one at ``at``: "708 dead - 541 IN MAULE"?"""
    first = max(at + 1, mention.first - _BESIDE)
    others = [k for k in range(first, mention.first) if tokens.classes[k] & c.NUMERAL]
    if not others:
        return False
    before = tokens.words[others[0] - 1]
    some = tokens.words[others[-1] + 1 : others[-1] + 3]
    if some and some[0] == "of" and some[-1] in ("them", "whom", "which", "those"):
        return True  # "40 died in three countries, 12 OF THEM IN HAITI"
    parted = before in (":", "(") or before == "-" and not tokens.glued(others[0])
    parted |= tokens.words[others[0] - 3 : others[0]] == ["as", "well", "as"]
    return parted and beside_count(tokens, others[0], mention)


_JOINED: Final = 12  # tokens that such a list of numbers takes
_PARTS: Final = c.PREPOSITION | c.AUXILIARY | c.PUNCTUATION | c.SUBORDINATOR  # counts apart
_BESIDE: Final = 4  # tokens from a count to its place


def _opens(tokens: Tokens, mention: PlaceMention, stop: int) -> bool:
    """Does the place open what follows ("in Germany 196 died, in Belgium 43")?"""
    j = mention.stop
    while j < stop and tokens.words[j] in (",", "at", "least", "about", "some"):
        j += 1
    if j >= stop or not tokens.classes[j] & c.NUMERAL:
        return False
    after = tokens.words[j + 1] if j + 1 < stop else ""
    # "35 in Hale, 11 IN ORDA", "in Hale, about 40 KM from Orda", "in Lenia, nine OF THEM in Hale"
    return after not in _NO_OTHER


_NO_OTHER: Final = frozenset(
    "in at near of km kilometres kilometers kilometre kilometer miles mile".split()
)


_FURTHER: Final = frozenset(("additional", "further", "extra"))


def _next_count(tokens: Tokens, at: int, stop: int) -> int:
    """Where the next number after the one at ``at`` stands."""
    i = at + 1 + (not _FURTHER.isdisjoint(tokens.words[at + 1 : at + 2]))  # "an ADDITIONAL 300"
    while i < stop and tokens.classes[i] & (c.NUMERAL | c.QUALIFIER | c.PUNCTUATION):
        if tokens.words[i] == "(" and tokens.words[i + 2 : i + 3] != [")"]:
            break  # "eight (ONE in Hale, two in Lesk)", but "eight (8) in Hale"
        i += 1
        if tokens.words[at] == "between" and tokens.words[i : i + 1] == ["and"]:
            i += 1  # "BETWEEN 2,000 AND 2,500 people"
    while i < stop and not tokens.classes[i] & c.NUMERAL:
        i += 1
    return i


def _last_joined(tokens: Tokens, at: int, stop: int) -> int:
    """The last of the numbers that "and" alone joins to the one at ``at``: "two women and FOUR MEN died in Hale"."""
    last, joint = at, False
    for i in range(at + 1, min(stop, at + _JOINED)):
        if tokens.words[i] == "and":
            joint = True
        elif joint and tokens.classes[i] & c.NUMERAL:
            last, joint = i, False
        elif tokens.classes[i] & _PARTS:
            break
    return last
