"""Articles with sections: the lead tells the toll of the whole, the sections tell of places and days.

A count of the lead that has a label of its own ("Deaths: 187"), is said to be the total, or is bound to no place, is
the toll. Where the lead is silent, the sections' counts stand only where they are said to be the total, cover a
country, or where the article tells of few places: what happened in one place among many is no toll of the whole.

The dead and the missing are told of every place, so that places which lie apart are summed. Who was hurt, displaced
or affected is told of some places only: there a sum over places is no toll.
"""

from __future__ import annotations

import re
from bisect import bisect
from itertools import pairwise
from typing import Final

from figures.extraction.tally.counts import between, by_sentence, least, otherwise, together
from figures.extraction.words.vocabulary import dwellings
from figures.model import INFOBOX, Extraction, Figure

_HEADING: Final = 80  # characters of a line that may be a heading
_LONG: Final = 250  # characters of a section under a heading that only looks like one
# "Impact", and as pages and notes have it: "Impact[edit]", "## Impact", "== Impact =="
_HEAD: Final = re.compile(
    r"(?:(?:#|==)[#=]{0,5} ?)?([A-Z][^\d\[\]():;#*@.!?/|=]{1,60}(?<![,\s]))(?:\[edit\]| ?={2,6})?"
)
_USUAL: Final = re.compile(
    r"(?i)(?:background|history|meteorological|preparations?|impacts?|effects?|aftermath|casualties|damages?|causes?"
    r"|references|relief|responses?|overview|situation|highlights|synopsis|progression|prelude|context|origins?"
    r"|humanitarian|affected|events)\b[^\n.]{0,40}\n"
)
_SECTIONS: Final = 2  # headings that make a text an article with sections
_MANY: Final = 5  # places told of, from which on one of them is no measure of the whole
_MOST: Final = 50  # counts of one category that are laid beside each other
_STOP: Final = re.compile(r"[^.\s]\s{0,3}\.(?=\s)")
_NAME: Final = re.compile(r"[^\W\d_]{4,}")
_LINE: Final = re.compile(r"[^\n]+")
_TOTAL: Final = re.compile(
    r"(?i)\b(?:in total|a total of|total(?:l?ed|l?ing|s)?|in all|all told|altogether|overall|combined|death toll)\b"
)
_LABEL: Final = re.compile(r"(?:\| ?)?[A-Z][\w -]{2,30}[:|]\s*$")
# words that bind a count to a place named before
_POINTING: Final = re.compile(
    r"(?i)\b(?:(?:the|that|this|its) (?:\w+ )?(?:country|islands?|state|province|city|district|region|county|nation"
    r"|territory|village|town|municipality|capital|area|suburbs?|department|prefecture|community|former|latter)"
    r"|(?:nation|state|country|county|island|province|city|region|district)-?wide|locally|elsewhere|offshore"
    r"|there(?! (?:is|are|was|were|has|have|had)\b))\b"
)
_NAMING: Final = re.compile(
    r"\b(?:in|near|across|throughout|around|over|(?<!according )(?<!due )to|of) (?:the )?"
    r"(?!(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October|(?:\w+)day\b)[A-Z]\w+"
)
_WIDE: Final = re.compile(
    r"(?i)\b(?:throughout|across|nation-?wide|country-?wide|island-?wide|the (?:country|nation|island))\b"
)
# other times and events than the article's own
_GENERAL: Final = re.compile(
    r"(?i)(?<!of the )(?<!in a )\b(?:seasons?|century|centuries|decades|annually"
    r"|(?:each|per|every|ruinous|deadl\w+) year)\b"
)
# a part of the event in time, whose count is none of the whole
_ROUND: Final = re.compile(
    r"(?i)\b(?:first|second|third|fourth|initial|next|new|another|final|last) (?:round|wave|phase|spell|bout|stage)\b"
)
# sections that tell of other events, or of what was done before
_ASIDE: Final = re.compile(
    r"(?i)(?:background|history|meteorological history|climatology|context|origins?|causes?|records?"
    r"|see also|previous|comparison|retirement|naming|similar|climate|synopsis)\b"
    r"(?!.*(?:impact|effect|damage|casualt|aftermath))"
)
# what was done before the event: people leave for it then, but nobody dies of it
_BEFORE: Final = re.compile(
    r"(?i)(?:preparations?|forecasts?|warnings?)\b(?!.*(?:impact|effect|damage|casualt|aftermath))"
)
_LEAVING: Final = frozenset({"evacuated", "sheltered", "displaced"})
# people without a service are affected, but no measure of how many the event affected
_SERVICE: Final = re.compile(
    r"(?i)\b(?:power|electricity|gas|internet|phone|telephone|dark\w*|lights?)\b"
)
_EVERYWHERE: Final = frozenset({"killed", "missing"})  # told of every place
_ROUNDED: Final = 1.1  # "over 32,000" may be 32,191
_SMALL: Final = 100  # counts below it may lie as near to each other by chance
_NEAR: Final = 400  # characters back in which a place may be named that a sentence goes on about
_IN: Final = re.compile(
    r"\b(?i:in|near|across|throughout|around|over) (?i:the )?(?:[A-Z][\w'-]+ ?)+"
)
_JOINING: Final = re.compile(r"(?i);|\b(?:and|also)\b")
_WITHIN: Final = re.compile(
    r"(?i)\b(?:with|includ\w+|among|of (?:whom|which|them)|most(?:ly)?|while|after|before)\b"
)
_STORM: Final = frozenset("Hurricane Typhoon Cyclone Tropical Severe Storm Depression".split())
_UNITS: Final = {"person": 0, "household": 1, "building": 2}
_ANY_BUILDING: Final = frozenset("building buildings structure structures others more".split())
_DAMAGED: Final = re.compile(r"(?i)\bdamag")


class Article:
    """A text with sections: where its lead ends, which sections are asides, and of how many places it tells."""

    def __init__(self, extraction: Extraction) -> None:
        text = self.text = extraction.document.text
        self.headings = headings(text)
        self.lead = self.headings[0] if self.headings else len(text)
        self.box = text.rfind(INFOBOX)
        lines = {at: text[at : at + _HEADING].partition("\n")[0] for at in self.headings}
        self.asides = {at for at, line in lines.items() if _ASIDE.match(line)}
        self.before = {at for at, line in lines.items() if _BEFORE.match(line)}
        told = [f for f in extraction.figures if f.place]
        places: set[tuple[str | None, str | None]] = {
            (f.country, f.admin1) for f in told if f.country and not _several(f)
        }
        names = {f.place for f in told}
        firsts = {(f.country, _first(f)) for f in told if _several(f)}
        places |= {(country, name) for country, name in firsts if name not in names}
        self.many = len(places) >= _MANY
        self.one_country = len({country for country, _ in places}) == 1
        self.title = text.lstrip().partition("\n")[0]
        self.names = {w for w in _NAME.findall(self.title) if w.istitle()} - _STORM
        said = _STOP.search(text, text.find(self.title) + len(self.title))
        # where the sentence ends that says what happened, and where
        self.opening = said.end() if said else 0

    @property
    def sections(self) -> bool:
        """Has the text sections at all, with headings that articles have, or long enough under plain ones?"""
        count = len(self.headings)
        usual = any(_USUAL.match(self.text, at) for at in self.headings)
        long = count > _SECTIONS and len(self.text) - self.lead >= count * _LONG
        return count >= _SECTIONS and (usual or long)

    def covering(self, figures: list[Figure]) -> list[Figure]:
        """The figures of one category that tell the toll of the whole: one total, or counts of places apart."""
        ids = {f.id for f in figures}
        told = [f for f in figures if f.part_of not in ids and self.counts(f)]
        told = _without_rounds(told)
        exact = [f for f in told if f.qualifier != "unspecified"]
        opening = _alike([f for f in exact or told if f.sentence_start < self.lead])
        later = _alike([f for f in exact if self.lead <= f.sentence_start and not self.boxed(f)])
        boxed = _labelled([f for f in exact if self.boxed(f)])
        said, said_later = boxed or _labelled(opening) or _said(opening), _said(later)
        fresh = [f for f in opening if not self.carried(f)]
        every = all(map(_everywhere, figures))
        toll = _free(fresh)
        parts = filter(_bound, opening)
        if not toll or together(toll) < max(map(least, parts), default=0):  # then it is no whole
            toll = _apart(opening if every else fresh)
        toll = said or toll + _besides(toll, opening)
        largest = max(map(least, later), default=0)
        if said_later and not said and together(toll) < together(said_later) >= largest:
            return said_later
        wide = [f for f in later if not self.many or self.wide(f)]
        free = [f for f in wide if least(f) == largest and not f.groups and not self.bound(f)]
        known = _apart([f for f in wide if f.country]) or sorted(wide, key=least)[-1:]
        return _precise(_whole(toll or free[:1] or known), later)

    def wide(self, figure: Figure) -> bool:
        """Does a count cover a country, and the event with it?"""
        if self.titled(figure):
            return True  # "2017 Orda floods": what is told of Orda is told of the whole
        if self.names.intersection(_NAME.findall(figure.sentence)) and not _bound(figure):
            return True  # "Some 600,000 people were affected by Berta"
        country = figure.place_precision == "country"
        if _everywhere(figure):
            return country or _WIDE.search(figure.sentence) is not None
        return country and self.one_country

    def bound(self, figure: Figure) -> bool:
        """Does its own sentence bind the count to a place, other than the one that the title names?"""
        if not self.titled(figure):
            return _bound(figure)
        return _binds(figure.sentence.replace(figure.place or "", ""))

    def titled(self, figure: Figure) -> bool:
        """Does the title name the count's place: Niger, but not in "Nigeria floods"?"""
        place = figure.place
        return place is not None and bool(re.search(rf"\b{re.escape(place)}\b", self.title))

    def carried(self, figure: Figure) -> bool:
        """Does the sentence go on about a place named before it ("In Chile, 30 died. Some 200 were hurt")?"""
        place, start = figure.place, figure.sentence_start
        if place is None or figure.place_precision == "area" or _bound(figure):
            return False
        if self.titled(figure) or self.names.intersection(_NAME.findall(figure.sentence)):
            return False  # "Berta left 300 homeless"
        before = self.text[max(self.opening, start - _NEAR) : start]
        return any(place in m[0] for m in _IN.finditer(before))

    def boxed(self, figure: Figure) -> bool:
        """Does it stand in the box that the text ends with?"""
        return 0 <= self.box < figure.start

    def jointly(self, destroyed: list[Figure]) -> bool:
        """Does the toll of destroyed buildings count the damaged ones too ("damaged or destroyed")?"""
        return any(self.read_by(f, _DAMAGED) for f in self.covering(destroyed))

    def counts(self, figure: Figure) -> bool:
        """Can this figure tell the toll: no aside, nobody known by name only, people rather than families?"""
        return not (
            figure.counted == "named"
            or _GENERAL.search(figure.sentence)
            or self.section(figure.start) in self.asides
            or figure.category not in _LEAVING
            and self.section(figure.start) in self.before
            or figure.category == "affected"
            and (figure.unit == "building" or self.read_by(figure, _SERVICE))
            or figure.unit == "household"
            and not figure.category.startswith("buildings")
        )

    def section(self, offset: int) -> int | None:
        """Where the heading of the section that holds an offset starts; None in the lead."""
        at = bisect(self.headings, offset) - 1
        return self.headings[at] if at >= 0 else None

    def read_by(self, figure: Figure, words: re.Pattern[str]) -> bool:
        """Do the words that told the figure's category match?"""
        told = (e for e in figure.evidence if e.field == "category")
        return any(words.search(self.text[e.start : e.end]) for e in told)


def headings(text: str) -> list[int]:
    """Offsets of the lines that head a section: short, no sentence, after a blank line; the title aside.

    >>> headings("Flood of 1952\\nIt killed 34.\\n\\nCauses\\nIt had rained.\\n\\nImpact\\nA bridge fell.\\n")
    [29, 52]
    """
    found: list[int] = []
    lines = [(m.start(), m[0].strip()) for m in _LINE.finditer(text)]
    for (start, line), (_, after) in pairwise(lines[1:]):
        blank = text[max(0, start - 2) : start] == "\n\n"
        head = _HEAD.fullmatch(line) if blank else None
        if head and not head[1].isupper() and len(after) > len(head[1]):
            found.append(start + head.start(1))
    return found


def _alike(figures: list[Figure]) -> list[Figure]:
    """Those of one unit: people before families, houses before bridges, numbers before "many"."""
    ranks = {f.sentence_start: min(map(_rank, fs)) for f, fs in _in_sentence(figures)}
    best = min(ranks.values(), default=0)
    return [
        f
        for f in figures
        if ranks[f.sentence_start] == best and (f.unit == "building" or _rank(f) == best)
    ]


def _in_sentence(figures: list[Figure]) -> list[tuple[Figure, list[Figure]]]:
    """Each figure with those of its sentence."""
    sentences = by_sentence(figures)
    return [(f, sentences[f.sentence_start]) for f in figures]


def _rank(figure: Figure) -> int:
    if figure.qualifier == "unspecified":
        return 9
    if figure.category.startswith("buildings"):
        noun = figure.subject.lower().split()[-1] if figure.subject else "buildings"
        return 0 if noun in dwellings() or noun in _ANY_BUILDING else 1
    return _UNITS.get(figure.unit or "person", 3)


def _several(figure: Figure) -> bool:
    """Does it count over places that "and" joins: "in Lesk and Orda"?"""
    return " and " in (figure.place or "") and figure.place != figure.place_name


def _first(figure: Figure) -> str:
    """The first place of those it counts over."""
    return re.split(r", | and ", figure.place or "")[0]


def _bound(figure: Figure) -> bool:
    """Does its own sentence bind the count to a place?"""
    named = figure.place is not None and figure.place in figure.sentence
    return named or _binds(figure.sentence)


def _binds(sentence: str) -> bool:
    return bool(_NAMING.search(sentence) or _POINTING.search(sentence))


def _everywhere(figure: Figure) -> bool:
    return figure.category in _EVERYWHERE


def _whole(figures: list[Figure]) -> list[Figure]:
    """Figures that tell the whole: no sum over places of what is told of some places only."""
    summed = len({f.place for f in figures}) > 1
    return [] if summed and not _everywhere(figures[0]) else figures


def _precise(told: list[Figure], later: list[Figure]) -> list[Figure]:
    """The exact count that a rounded one stands for, where just one is told: "over 32,000", "32,191"."""
    if len(told) != 1 or told[0].qualifier != "more_than":
        return told
    rounded = least(told[0])
    exact = [
        f
        for f in later
        if f.qualifier == "exact"
        and f.unit == told[0].unit
        and _SMALL <= rounded < least(f) <= _ROUNDED * rounded
    ]
    return exact[:1] if len({least(f) for f in exact}) == 1 else told


def _said(figures: list[Figure]) -> list[Figure]:
    """The largest count that is said to be the total, and not of one place: "in Japan, a total of 11"."""
    said = [f for f in figures if _TOTAL.search(f.sentence) and not _placed(f)]
    return sorted(said, key=least)[-1:]


def _labelled(figures: list[Figure]) -> list[Figure]:
    """Counts of a line with a label, as the box at the head of an article has it: "Deaths: 3 direct, 2 indirect"."""
    labelled = (f for f in figures if _LABEL.match(f.sentence[: f.start - f.sentence_start]))
    first = next(labelled, None)
    if first is None:
        return []
    return [
        f for f in figures if f.sentence_start == first.sentence_start and f.start >= first.start
    ]


def _without_rounds(figures: list[Figure]) -> list[Figure]:
    """The figures without those of rounds of the event, where another tells as many as all of them or more."""
    rounds = [f for f in figures if _ROUND.search(f.sentence)]
    rest = [f for f in figures if f not in rounds]
    return rest if max(map(least, rest), default=0) >= together(rounds) else figures


def _placed(figure: Figure) -> bool:
    before = figure.sentence[: figure.start - figure.sentence_start]
    return bool(figure.place and figure.place in before or _POINTING.search(figure.sentence))


def _free(figures: list[Figure]) -> list[Figure]:
    """Of the sentences that count without binding to a place, the one that counts most."""
    sentences: dict[int, dict[tuple[object, ...], Figure]] = {}
    for f in figures:
        if not _bound(f) and f.adds_to is None:
            key = (least(f), f.subject)  # "27 lakh people", "more than 2.7 million people"
            told = sentences.setdefault(f.sentence_start, {})
            if not any(otherwise(known, f) for known in told.values()):
                told[key] = f
    return max(([*found.values()] for found in sentences.values()), key=together, default=[])


def _apart(figures: list[Figure]) -> list[Figure]:
    """Counts of places that lie apart, of each place the largest."""
    found: list[Figure] = []
    for figure in sorted(figures, key=least, reverse=True)[:_MOST]:
        if all(_elsewhere(figure, other) for other in found):
            found.append(figure)
    return found


def _besides(toll: list[Figure], opening: list[Figure]) -> list[Figure]:
    """The dead whom the lead adds to those of the toll, or tells beside them in one sentence of one place."""
    ids = {f.id for f in toll}
    others = [f for f in opening if f.id not in ids and _everywhere(f)]
    beside = [f for f in others if f.adds_to is None and any(_beside(f, known) for known in toll)]
    if together(beside) >= max(map(least, toll), default=0) and len(beside) > 1:
        beside = []  # "killed 34: 20 drowned and 14 froze to death"
    return [f for f in others if f.adds_to in ids] + beside


def _beside(one: Figure, other: Figure) -> bool:
    """Does one sentence count both, of one place and by one speaker, joined and not the one within the other?"""
    words = between(one, other)
    return (
        one.sentence_start == other.sentence_start
        and one.place == other.place
        and one.attributed_to == other.attributed_to
        and _JOINING.search(words) is not None
        and _WITHIN.search(words) is None
    )


def _vast(figure: Figure) -> bool:
    """Is it told of a continent, a sea or several countries, which may hold the other place?"""
    vast = figure.place_precision == "area" or _several(figure) and figure.country is None
    return vast and (figure.place or "") in figure.sentence


def _elsewhere(one: Figure, other: Figure) -> bool:
    """Do two places lie apart: in different countries, or in different parts of one?"""
    if one.place == other.place or _vast(one) or _vast(other):
        return False
    if one.country is None or other.country is None or one.country != other.country:
        return True
    return one.admin1 is not None and other.admin1 is not None and one.admin1 != other.admin1
