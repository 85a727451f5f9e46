"""Places told elsewhere in the document: those carried over, the report's own, those that a word points back to."""

from __future__ import annotations

from figures.extraction.events import eventful
from figures.extraction.places.gazetteer import key, look_up
from figures.extraction.places.mentions import WHERE
from figures.extraction.places.names import PlaceMention
from figures.extraction.places.whereabouts import Whereabouts, chain, is_country, tops
from figures.lexicon import classes as c

_BACK = 12  # sentences that a place is carried over
_SCAN = 60  # sentences in which the only country is looked for
_NEXT = 5  # sentences back whose place is believed whatever they tell
_LEAD = 4  # sentences that a report's main place may stand in


def carried(where: Whereabouts, index: int) -> PlaceMention | None:
    """The place of the sentences before, else the report's own."""
    for back in range(index - 1, max(-1, index - _BACK), -1):
        found = where.event_place(back, index - back <= _NEXT)
        if found is not None:
            return more_exact(where, found) if back == 0 else found
    return main_place(where, index)


def country(where: Whereabouts, index: int) -> PlaceMention | None:
    """The country told last, up to sentence ``index``, as where things happened; else the only one named."""
    for back in range(index, max(-1, index - _BACK), -1):
        for m in reversed(where.mentions(back)):
            if m.cue in WHERE and not m.kind and is_country(m):
                return m
    return _only_country(where, index)


def more_exact(where: Whereabouts, mention: PlaceMention) -> PlaceMention:
    """For a place in a headline, the place within it that the sentences after the headline name."""
    outer = {key(m.name) for m in chain(mention)}
    for index in range(1, min(_LEAD, len(where.sentences))):
        for m in tops(where.mentions(index)):
            if (
                m.cue in WHERE
                and m.within is not None
                and eventful(where.tokens, where.sentences[index])
            ):
                names = [key(n.name) for n in chain(m)]
                if names[0] not in outer and outer.intersection(names[1:]):
                    return m
    return mention


def main_place(where: Whereabouts, index: int) -> PlaceMention | None:
    """The place of the document's first sentences, whatever its part in them; else its dateline's."""
    lead = min(_LEAD, len(where.sentences))
    for n in range(lead):
        found = where.event_place(n) if n != index else None
        if found is not None:
            return found
    for cues in (("named", "of", "office"), ("dateline",), ("from",)):
        if cues == ("dateline",):
            found = dateline(where)
            if found is not None:
                return found
        for n in range(lead):
            for m in tops(where.mentions(n)):
                if m.cue in cues:
                    return m
    return _only_country(where, index)


def _only_country(where: Whereabouts, index: int) -> PlaceMention | None:
    """The one country that the text names, where it names one only; in sentence ``index`` it is of parts."""
    first: PlaceMention | None = None
    for n in range(min(_SCAN, len(where.sentences))):
        for m in where.mentions(n):
            if n == index and m.cue in WHERE:
                continue
            if is_country(m) and not m.kind and m.cue != "seat":
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
