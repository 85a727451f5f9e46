"""Places told elsewhere in the document: those carried over, the report's own, those that a word points back to."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import OTHER_EVENT, QUAKES, event_nouns, event_words, eventful
from figures.extraction.once import backwards, once, once_a_text
from figures.extraction.places.counted import paired
from figures.extraction.places.dateline import dateline
from figures.extraction.places.gazetteer import country_words, key, look_up
from figures.extraction.places.items import before_items, item_of
from figures.extraction.places.journeys import comes_from
from figures.extraction.places.lists import holder_of_list
from figures.extraction.places.mentions import WHERE
from figures.extraction.places.names import PlaceMention, best_known
from figures.extraction.places.owntolls import opens_with_part
from figures.extraction.places.resolving import context
from figures.extraction.places.seats import of_forces, of_foreign_body, passed_by
from figures.extraction.places.sums import of_some_told
from figures.extraction.places.whereabouts import Whereabouts, chain, is_country, share
from figures.extraction.places.whose import MEMBERS
from figures.lexicon import classes as c
from figures.lexicon import plural

_BACK: Final = 12  # sentences that a place is carried over
_SCAN: Final = 60  # sentences in which the only country is looked for
_NEXT: Final = 5  # sentences back whose place is believed whatever they tell
_ELSEWHERE: Final = frozenset("meanwhile likewise elsewhere separately".split())
_HEADING: Final = 8  # tokens of the heading of a section
_LIST: Final = 3  # places of a sentence that tells them one by one
_LEAD: Final = 4  # sentences that a report's main place may stand in


@once
def carried(where: Whereabouts, index: int) -> PlaceMention | None:
    """The place of the sentences before, else the report's own; for news of another kind, of the next one."""
    s = where.sentences[index]
    if where.tokens.words[s.first] in _ELSEWHERE and index + 1 < len(where.sentences):
        following = where.event_place(index + 1, True)
        if following is not None and where.sentences[index + 1].paragraph == s.paragraph:
            return following
    item, spoken = item_of(where, index), None
    if (head := _heads_labels(where, index)) is not None:
        return head
    for back in backwards(where, _places_events, index, _BACK - 1):
        if item is not None and back < item:
            break  # "March 9 - Gunmen …": none of the item before
        if _heading(where, back):
            named = where.narrowest(back)
            return named[0] if named else main_place(where, min(index, _SCAN))
        found = where.event_place(back, index - back <= _NEXT)
        if found is not None and back == 0 and _came_to(where, back, found):
            continue  # "Survivors ARRIVED IN Lesk on Monday", at the head of a report
        if found is not None and back and _vague(where, back, found):
            spoken = spoken or holder_of_list(where, back, found)
            continue
        if found is not None and _alone(where, found):
            continue  # "IN LESK ALONE, 34 died"
        if found is not None and back and of_some_told(where, back, found):
            spoken = spoken or holder_of_list(where, back, found)
            continue
        if found is not None:
            found = holder_of_list(where, back, found)
            return more_exact(where, found) if back == 0 else found
    main = main_place(where, min(index, _SCAN))
    if item is None:
        return spoken if main is None or spoken and spoken.first == main.first else main
    return before_items(where, main) or only_country(where, min(index, _SCAN))


def _vague(where: Whereabouts, index: int, found: PlaceMention) -> bool:
    """Was where it happened told better before: "doctors IN ORDA said so", "a road BETWEEN Hale and Orda", "ministers
    ARRIVED IN Lesk"?"""
    words = where.tokens.words
    if words[found.first - 1] == "between":
        return True
    if words[found.first - 2] in _CAME and not eventful(where.tokens, where.sentences[index]):
        return True
    return where.of_speakers(index, found) or _of_another(words, found.first)


def _came_to(where: Whereabouts, index: int, found: PlaceMention) -> bool:
    """ "SURVIVORS ARRIVED IN Lesk", where no count and nothing that happened is told behind?"""
    if where.tokens.words[found.first - 2] not in _CAME:
        return False
    s, words = where.sentences[index], where.tokens.words
    if s.classes & c.NUMERAL or _VISITORS.isdisjoint(words[s.first : found.first]):
        return False
    return event_words().isdisjoint(words[found.first : s.stop])


_VISITORS: Final = frozenset(
    "survivors survivor bodies body minister ministers president premier king pope envoy officials delegation team"
    " ship vessel rescuers".split()
)


def _of_another(words: list[str], first: int) -> bool:
    """ "It coincides with ANOTHER ATTACK in Lesk": is the place at token ``first`` that of another event?"""
    near = words[max(0, first - _ANOTHER) : first]
    return any(
        word in OTHER_EVENT and not event_nouns()[0].isdisjoint(near[k + 1 : k + 4])
        for k, word in enumerate(near)
    )


_ANOTHER: Final = 8  # tokens from "another" to the place
_CAME: Final = frozenset("arrived arrive arriving".split())


def _places_events(where: Whereabouts, index: int) -> bool:
    """May a place be carried over from a sentence, or its heading bar those before it?"""
    if _heading(where, index):
        return True
    return bool(where.mentions(index)) and where.event_place(index, True) is not None


def _heading(where: Whereabouts, index: int) -> bool:
    """Does the sentence head a section: a few words on a line of their own, not the text's first?"""
    sentences, tokens = where.sentences, where.tokens
    s = sentences[index]
    if not 2 <= index < len(sentences) - 1 or s.stop - s.first > _HEADING:
        return False
    if s.paragraph in (sentences[index - 1].paragraph, sentences[index + 1].paragraph):
        return False
    bits = 0
    for k in range(s.first, s.stop):
        day = tokens.classes[k] & c.DIGIT and any(
            b & c.MONTH for b in tokens.classes[k - 1 : k + 2 : 2]
        )
        bits |= 0 if day else tokens.classes[k]  # "8 January – Kenya"
    return (
        not bits & (c.VERB | c.AUXILIARY | c.MODAL | c.NUMERAL) and tokens.words[s.stop - 1] != "."
    )


def _heads_labels(where: Whereabouts, index: int) -> PlaceMention | None:
    """The place alone on the line that heads the labels of a section: "LENIA", "Beira was hit first.", "Killed: 12"."""
    s, tokens = where.sentences[index], where.tokens
    if s.stop - s.first > _LABEL or tokens.words[s.stop - 1] == "." or s.first not in tokens.breaks:
        return None
    if ":" not in tokens.words[s.first : s.stop]:
        return None
    for back in range(index - 1, max(-1, index - _BACK), -1):
        if _heading(where, back):
            named = where.narrowest(back)
            opens = len(named) == 1 and named[0].first == where.sentences[back].first
            return named[0] if opens else None
    return None


_LABEL: Final = 12  # tokens of a label and its number


@once
def country(where: Whereabouts, index: int) -> PlaceMention | None:
    """The country told last, up to sentence ``index``, as where things happened; else the only one named, or the one
    that the text is of."""
    for back in range(index, max(-1, index - _BACK), -1):
        for m in reversed(where.mentions(back)):
            if m.cue in WHERE and not m.kind and is_country(m):
                return m
    return only_country(where, min(index, _SCAN)) or own_country(where)


def own_country(where: Whereabouts) -> PlaceMention | None:
    """The country that the text tells of twice as often as of any other, where it is first named."""
    told = [n for code, n in context(where)[0].most_common(2) if code]
    if not told or len(told) > 1 and told[0] < 2 * told[1]:
        return None
    code = context(where)[0].most_common(1)[0][0]
    for index in range(min(_SCAN, len(where.sentences))):
        for m in where.mentions(index):
            place = best_known(key(m.name)) if not m.kind else None
            if place is not None and place.precision == "country" and place.country == code:
                return m
    return None


@once
def host_country(where: Whereabouts, index: int) -> PlaceMention | None:
    """The country to which people fled, as told last up to sentence ``index``; else the one of the events."""
    for back in range(index, max(-1, index - _BACK), -1):
        for m in reversed(where.mentions(back)):
            if m.cue == "to" and not m.kind and is_country(m):
                return m
    return country(where, index)


def more_exact(where: Whereabouts, mention: PlaceMention) -> PlaceMention:
    """For a place in a headline, the place within it that the sentences after the headline name."""
    inner = _held_in_lead(where)
    outer = {key(m.name) for m in chain(mention)} if inner else set()
    for m in inner:
        names = [key(n.name) for n in chain(m)]
        if names[0] not in outer and outer.intersection(names[1:]):
            return m
    return mention


@once_a_text
def _held_in_lead(where: Whereabouts) -> list[PlaceMention]:
    """The places of the events told after the headline that are named with what holds them."""
    lead = range(1, min(_LEAD, len(where.sentences)))
    return [
        m
        for index in lead
        if eventful(where.tokens, where.sentences[index])
        for m in where.narrowest(index)
        if m.cue in WHERE and m.within is not None and not _near(where, index, m)
        if where.tokens.words[m.first - 1] != "between" and holder_of_list(where, index, m) is m
    ]


def _near(where: Whereabouts, index: int, mention: PlaceMention) -> bool:
    """ "The QUAKE struck NEAR Lenia's capital of Orda": not all of it was there."""
    words, opening = where.tokens.words, where.sentences[0]
    near = any(words[m.first - 1] == "near" for m in chain(mention) if m.first)
    return near and not _QUAKES.isdisjoint(words[opening.first : where.sentences[index].stop])


_QUAKES: Final = QUAKES | set(map(plural, QUAKES)) | {"magnitude"}


def _of_the_world(where: Whereabouts, index: int) -> bool:
    s = where.sentences[index]
    return not _WORLD.isdisjoint(where.tokens.words[s.first : s.stop])


_WORLD: Final = frozenset(("worldwide", "globally"))


@once
def main_place(where: Whereabouts, index: int) -> PlaceMention | None:
    """The place of the document's first sentences, whatever its part in them; else its dateline's."""
    if any(_of_the_world(where, n) for n in range(max(0, index - 2), min(_LEAD, index + 1))):
        # "The virus has killed 900 WORLDWIDE. It came the day that Lenia told of its first case"
        told = context(where)[0].most_common(1)
        return own_country(where) if told and told[0][1] > 2 * _ONCE else None
    return _lead_place(where, min(index, _LEAD)) or only_country(where, index)


@once
def _lead_place(where: Whereabouts, index: int) -> PlaceMention | None:
    """The place that the first sentences tell for sentence ``index``, one of them or any behind them."""
    lead = min(_LEAD, len(where.sentences))
    line = filed = dateline(where)
    if line is not None and _filed_abroad(where, line):
        line = None
    for near in (False, True):
        for n in range(lead):
            if n == index + 1 and where.several(n):
                break  # "six were killed. Three died in Hale, two in Lesk"
            found = where.event_place(n, near) if n != index else None
            if found is not None and _came_to(where, n, found):
                continue  # "Survivors ARRIVED IN Lesk"
            if n > index and found is not None:
                if len(where.narrowest(n)) > _LIST:
                    continue  # "a curfew in Hale, Orlo, Lesk and Orda"
                if _alone(where, found) or _fronted(where, n, found):
                    continue  # "IN LESK ALONE, 34 died", told behind a count of all
                if _treats(where, found) and not _DIED.isdisjoint(_before(where, found)):
                    continue  # "nine of them DIED AT HALE HOSPITAL"
            if found is not None:
                return (line if 0 < index < n else None) or found
    for cues in (("title",), ("named", "of", "office"), ("dateline",), ("from",), ("way",)):
        if cues == ("dateline",) and line is not None:
            return line if _of_its_country(where, line) else None
        for n in range(lead):
            named = where.narrowest(n)
            if n > index and (len(named) >= _LIST or any(_of_some(where, m) for m in named)):
                continue  # "Hale reported most deaths, followed by Orlo and Lesk"
            for m in named:
                if filed is not None and m.first == filed.first:
                    continue
                if m.cue == "office" and is_country(m) and of_forces(where.tokens.words, m.stop):
                    continue  # "the LENIA Defence FORCES said": wherever they fight
                if m.cue == "office" and of_foreign_body(where.tokens.words, m.first):
                    if any(first <= m.first < stop for first, stop in where.said(n)):
                        continue  # "a U.N. spokeswoman in Lesk said"
                behind = where.tokens.words[m.stop : m.stop + 1]
                of_them = m.kind == "spot" and not MEMBERS.isdisjoint(behind)
                of_them |= is_country(m) or n == index and _included(where, m)
                if m.cue == "from" and (of_them or comes_from(where.tokens, m, named, n != index)):
                    continue  # "four workers FROM NEPAL", "two HALE SCHOOL pupils": of where they are
                part = m.cue == "named" and (
                    _treats(where, m) or share(where.tokens, m) or paired(where.tokens, m)
                )
                if m.cue in cues and not part:
                    return m
    return None


def _before(where: Whereabouts, mention: PlaceMention) -> list[str]:
    return where.tokens.words[max(0, mention.first - 3) : mention.first]


_DIED: Final = frozenset("died dead treated admitted hospitalised hospitalized succumbed".split())


def _included(where: Whereabouts, mention: PlaceMention) -> bool:
    """ "3,400 people fled, including 800 FROM LESK": is it where some of them are from?"""
    words = where.tokens.words[max(0, mention.first - _PART) : mention.first]
    return "including" in words


_PART: Final = 12  # tokens from "including" to where those are from


def _of_some(where: Whereabouts, mention: PlaceMention) -> bool:
    """Is it where some of those were who were told before: "IN LESK ALONE", "LESK (12)"?"""
    return _alone(where, mention) or share(where.tokens, mention)


def _of_its_country(where: Whereabouts, line: PlaceMention) -> bool:
    """Is the text of the country where it was filed, not "GENEVA – Some 900 Lenians have fled to Orda"?"""
    found = look_up(key(line.name))
    told = [(code, n) for code, n in context(where)[0].most_common(1) if code]
    return (
        not told or not found or told[0][1] <= _ONCE or any(p.country == told[0][0] for p in found)
    )


def _filed_abroad(where: Whereabouts, line: PlaceMention) -> bool:
    """ "ORDA - Lenian troops shot six people": does the opening name another country than that where it was filed, of
    which nothing is told?"""
    own = {p.country for p in look_up(key(line.name))[:1]}
    counts = context(where)[0]
    if not own or any(counts[code or ""] > _ONCE for code in own):
        return False
    s, codes = where.sentences[0], country_words()
    named = {codes[w] for w in where.tokens.words[s.first : s.stop] if w in codes}
    return bool(named) and named.isdisjoint(own)


_ONCE: Final = 2  # what one word that names a country counts


def _alone(where: Whereabouts, mention: PlaceMention) -> bool:
    return where.tokens.words[mention.stop : mention.stop + 1] == ["alone"]


def _fronted(where: Whereabouts, index: int, mention: PlaceMention) -> bool:
    """ "IN LESK, 98 people died" behind a count of all, or beside "IN ORDA, …": is it one place of more?"""
    if opens_with_part(where.tokens, where.sentences[index].first):
        return True
    if not _opens_in(where, index, mention):
        return False
    tokens, k = where.tokens, mention.stop
    while k < len(tokens) and (tokens.words[k] == "," or tokens.classes[k] & c.QUALIFIER):
        k += 1
    if k > mention.stop and k < len(tokens) and tokens.classes[k] & c.NUMERAL:
        return True
    for n in (index - 1, index + 1, index + 2):
        other = next(iter(where.mentions(n)), None) if 0 < n < len(where.sentences) else None
        if (
            other is not None
            and _opens_in(where, n, other)
            and key(other.name) != key(mention.name)
        ):
            return True
    return False


def _opens_in(where: Whereabouts, index: int, mention: PlaceMention) -> bool:
    """Does a sentence open with "in" and the place?"""
    s, words = where.sentences[index], where.tokens.words
    return words[s.first] == "in" and 0 < mention.first - s.first <= _OPENING


_OPENING: Final = 3  # tokens of "in the town of Lesk" before its name


def _treats(where: Whereabouts, mention: PlaceMention) -> bool:
    """Is it where the hurt are brought: "HALE HOSPITAL was treating four"?"""
    return where.tokens.words[mention.stop - 1] in ("hospital", "clinic", "morgue", "mortuary")


@once
def only_country(where: Whereabouts, index: int) -> PlaceMention | None:
    """The one country that the text names, where it names one only; in sentence ``index`` it is of parts."""
    first: PlaceMention | None = None
    for n in range(min(_SCAN, len(where.sentences))):
        for m in where.mentions(n):
            if n == index and m.cue in WHERE or where.neighbour(m):
                continue
            if is_country(m) and not m.kind and m.cue not in ("seat", "title", "from"):
                if first is not None and key(m.name) != key(first.name):
                    return None
                first = first or m
    if first is not None and first.cue in ("to", "office") and passed_by(where.tokens, first):
        return None
    return first
