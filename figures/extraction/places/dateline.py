"""The place that opens a wire report: "QUITO, 11 APR 89 (ACAN) -- ..."."""

from __future__ import annotations

from typing import Final

from figures.extraction.once import once_a_text
from figures.extraction.places.gazetteer import key, look_up
from figures.extraction.places.names import PlaceMention, opens_report
from figures.extraction.places.whereabouts import Whereabouts
from figures.extraction.times.ownday import day_and_place
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

# sentences that a report's dateline may be; but a dash opens one of the first three
_HEAD: Final = 4
_LONGEST: Final = 18  # tokens of a line of a place and a day


def _told(tokens: Tokens, k: int) -> bool:
    """Is token k a word of a sentence ("Four nurses of Lesk – …"), not of a date or an agency's name?"""
    word = tokens.quote(k, k + 1)
    return word.isalpha() and word.islower() and not tokens.classes[k] & c.MONTH


def _parts(tokens: Tokens, k: int, first: int) -> bool:
    """Does the mark at token k part a dateline from its report: " - ", ".- ", or a colon behind a day or a name all in
    capitals: "3 MAY: ", "LESK: Gunmen …"?"""
    if tokens.words[k] == ":":
        if opens_report(tokens, first, k):
            return True
        day = tokens.classes[k - 2 : k]
        return len(day) == 2 and bool((day[0] | day[1]) & c.MONTH and (day[0] | day[1]) & c.DIGIT)
    if not tokens.glued(k) or tokens.words[k - 1] == "." and not tokens.glued(k + 1):
        return True
    # "LESK, Lenia—Nine people died"
    return tokens.quote(k, k + 1) == "—" and tokens.quote(first, first + 1).isupper()


def _line(where: Whereabouts, index: int) -> bool:
    """Is the sentence a line of its own of a place and a day: "HALE, May 3 (XYZ)"?"""
    tokens, sentence = where.tokens, where.sentences[index]
    words, classes = tokens.words, tokens.classes
    if not sentence.classes & c.MONTH or sentence.stop - sentence.first > _LONGEST:
        return False
    last = words[sentence.stop - 1]
    if last.isdecimal() or last == ")":
        after = where.sentences[index + 1 : index + 2]
        comma = next((k for k in range(sentence.first, sentence.stop) if not words[k].isalpha()), 0)
        apart = not after or after[0].paragraph != sentence.paragraph
        return apart and words[comma] in (",", "(", "|") and not classes[comma - 1] & c.MONTH
    return False


@once_a_text
def dateline(where: Whereabouts) -> PlaceMention | None:
    """The place before the dash that opens a wire report."""
    tokens = where.tokens
    words = tokens.words
    for index, sentence in enumerate(where.sentences[:_HEAD]):
        first = sentence.first
        if (dated := day_and_place(tokens, first, sentence.stop)) is not None:
            quote = tokens.quote(*dated)
            return PlaceMention(*dated, quote, quote, "dateline") if look_up(key(quote)) else None
        if not tokens.capital(first):
            continue
        opening = range(first + 1, min(first + 24, sentence.stop))
        i = next((k for k in opening if words[k] in ("-", ":") and _parts(tokens, k, first)), 0)
        if index == _HEAD - 1 or not i:
            i = sentence.stop if _line(where, index) else 0
        if not i:
            continue
        stop = first + 1
        while (
            stop < i
            and words[stop].isalpha()
            and tokens.capital(stop)
            and not tokens.classes[stop] & c.MONTH
        ):
            stop += 1
        if tokens.classes[first] & c.MONTH:
            continue  # "May 26: Four bodies were found"
        if any(_told(tokens, k) for k in range(stop, i)):
            continue
        quote = tokens.quote(first, stop)
        if look_up(key(quote)):
            return PlaceMention(first, stop, quote, quote, "dateline")
    return None
