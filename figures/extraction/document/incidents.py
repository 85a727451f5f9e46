"""Incidents: which counts tell of another incident than the one a text mainly reports.

Words that say so are cues with a reach, as in medspaCy's ConText: "a similar blast in 2019" sets its whole sentence in
another incident, "in retaliation for …", "hours after …", "an attack that …" what follows. In a report on one attack
of a series, the toll of all of them is another incident's too. The sentence that a text opens with is about the main
incident, but for what such words set apart after them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from figures.extraction.document.apart import rules
from figures.extraction.document.cues import Cue, Place
from figures.extraction.document.followups import follows
from figures.extraction.document.lines import link, opening_of, teaser
from figures.extraction.document.series import is_serial
from figures.extraction.document.told import Told
from figures.extraction.times.ownyear import headed_year
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.model import Document

_NAME: Final = 10  # tokens behind a person in which his name stands


def set_apart(
    document: Document, tokens: Tokens, sentences: list[Sentence], told: Sequence[Told]
) -> None:
    """Mark the figures of other incidents with the words that set them there."""
    if not told:
        return
    year, serial = _own_year(document, tokens, sentences), is_serial(tokens)
    opening = opening_of(tokens, sentences, told[0].index)
    month, day = _own_month(document, sentences, opening)
    counted = sentences[opening] if any(t.index == opening for t in told) else None
    news = Place(tokens, sentences[opening], False, year, serial, month, day, counted)
    doubtful: list[Told] = []
    known: set[str] = set()  # names of the main incident's victims
    elsewhere: dict[str, Cue] = {}  # names of another's
    apart: tuple[int, Cue] | None = None  # a sentence that is set apart as a whole
    other: tuple[int, Cue] | None = None  # a paragraph that has gone over to another incident
    for index, group in groupby(told, key=lambda t: t.index):
        here = list(group)
        sentence = here[0].sentence
        cues = _cues(news, sentence, index <= opening)
        if not cues and index > opening + 1:
            cues = _of_year_before(news, sentences[index - 1], sentence)
            cues = cues or _gone_on(news, sentences[index - 1], sentence, index, apart)
        gone = next((q for q in cues if q.goes_on), None)
        if gone is not None:
            other = sentence.paragraph, gone
        elif other is not None and other[0] == sentence.paragraph:
            cues.append(replace(other[1], begin=sentence.first, end=sentence.stop))
        whole = next((q for q in cues if _whole(q, sentence)), None)
        if whole is not None:
            apart = index, whole
        for t in here:
            held = [q for q in cues if q.holds(t)]
            q = min(held, key=lambda q: q.anywhere) if held else None
            name = tokens.words[t.counted.stop - 1] if t.counted.counted == "named" else ""
            q = q or elsewhere.get(name)
            if q is None and (beside := t.reading.beside) is not None:
                q = Cue(*beside, *beside)  # "died in 2023, COMPARED WITH 412 in 2022"
            # "in the wake of Ruiz's death", which the text reports
            if q is None or name and name in known:
                known.add(name)
            else:
                t.background = (q.first, q.stop)
                elsewhere.update(dict.fromkeys(_named(tokens, t), q))
                if not q.strong and (index <= opening or q.anywhere):
                    doubtful.append(t)
    own = [t for t in told if t.background is None]
    if not own or any(_same(t, other) for t in doubtful for other in own):
        # "three days after a quake killed 300 people": the incident itself where no other is told of,
        # or where its count is told again
        for t in doubtful:
            t.background = None


def parts_apart(told: Sequence[Told]) -> None:
    """Put a part of a count of another incident there, too, and who are told behind it: "It comes after raiders seized
    300 pupils in May.
    SOME OF THEM escaped. THE REMAINING 130 were freed"."""
    by_id = {t.id: t for t in told}
    gone: Told | None = None
    for t in told:
        whole = by_id.get(t.part_of or "")
        if whole is not None and whole.background and t.background is None:
            if 0 < t.index - whole.index <= _NEXT and t.counted.of_those:
                t.background, gone = whole.background, t
        elif gone is not None and t.background is None:
            same = t.sentence.paragraph == gone.sentence.paragraph
            if same and t.index - gone.index <= 1:
                t.background = gone.background


_NEXT: Final = 2  # sentences from a count of another incident to some of those


def _of_year_before(news: Place, before: Sentence, sentence: Sentence) -> list[Cue]:
    """ "In 2013, pilgrims ran. At least 115 died": the year that opens the sentence before one that tells no time."""
    tokens = news.tokens
    if before.paragraph != sentence.paragraph or sentence.classes & (c.WEEKDAY | c.MONTH | c.TIME):
        return []
    opening = tokens.words[before.first + 1 : min(before.stop, before.first + _TO_YEAR)]
    if not any(map(str.isdecimal, opening)):
        return []  # most
    return [
        replace(q, begin=sentence.first, end=sentence.stop)
        for q in _cues(replace(news, serial=False, month=0, published=None), before, False)
        if q.first < before.first + 2 and tokens.words[q.stop - 1].isdecimal()
    ]


# tokens from the beginning of a sentence to the year: "In the early hours of 3 March 2013"
_TO_YEAR: Final = 12


def _gone_on(
    news: Place, before: Sentence, sentence: Sentence, index: int, apart: tuple[int, Cue] | None
) -> list[Cue]:
    """ "In May a bus fell. IT KILLED 12": the cue of the sentence before one that goes on with what that tells."""
    if not follows(news.tokens, before, sentence):
        return []
    if apart is not None and apart[0] == index - 1:
        told = [apart[1]]
    else:
        alone = replace(news, serial=False) if news.serial else news
        told = [q for q in _cues(alone, before, False) if _whole(q, before)]
        told = [q for q in told if q.first <= before.first + _HEAD or q.stop + 1 >= before.stop]
    return [replace(q, begin=sentence.first, end=sentence.stop) for q in told[:1]]


_THIS_DAY: Final = frozenset("this that same earlier".split())
_LONG_SINCE: Final = frozenset("year month week spring summer autumn fall winter".split())
_HEAD: Final = 3  # tokens in which a time opens a sentence


def _whole(cue: Cue, sentence: Sentence) -> bool:
    """Does a cue set all of a sentence apart?"""
    return cue.begin == sentence.first and cue.end >= sentence.stop


def _named(tokens: Tokens, t: Told) -> list[str]:
    """The surname of the one told, where it stands beside him: "another guard, 18-year-old Omar BELKIN, …"."""
    if t.counted.value != 1:
        return []
    first = t.counted.first
    span = range(first, min(t.sentence.stop, t.counted.stop + _NAME))
    full = [i for i in span if i > first and tokens.capital(i) and tokens.capital(i - 1)]
    return [tokens.words[i] for i in full[-1:] if not tokens.classes[i]]


def _same(one: Told, other: Told) -> bool:
    """Do the two tell the same number of one category?"""
    a, b = one.counted, other.counted
    stated = (a.value or a.low) == (b.value or b.low)
    stated &= "unspecified" not in (a.qualifier, b.qualifier)
    return stated and a.value != 1 and one.category == other.category


def _own_year(document: Document, tokens: Tokens, sentences: list[Sentence]) -> int | None:
    """The year a report is of: that of the date that heads it, of its publication, else the first year it names."""
    if (headed := headed_year(tokens, sentences)) is not None:
        return headed
    if document.published_on:
        return int(document.published_on[:4])
    for sentence in sentences[:4]:
        if not sentence.classes & c.DIGIT:
            continue
        for word in tokens.words[sentence.first : sentence.stop]:
            if len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2100:
                return int(word)
    return None


def _own_month(
    document: Document, sentences: list[Sentence], opening: int
) -> tuple[int, date | None]:
    """The month of a report that opens with a day of the week just past, years and months as one number, else 0, and
    the day on which it was published."""
    if not document.published_on:
        return 0, None
    published = date.fromisoformat(document.published_on[:10])
    day = published - timedelta(days=_JUST)
    week = any(s.classes & c.WEEKDAY for s in sentences[: opening + _NEWS])
    return (day.year * 12 + day.month) * week, published


_JUST: Final = 10  # days before a report whose month is its own
_NEWS: Final = 2  # sentences, with those that open a report, in which the day of its event stands


def _cues(news: Place, sentence: Sentence, opens: bool) -> list[Cue]:
    tokens, first, stop, words = news.tokens, sentence.first, sentence.stop, news.words
    after = link(tokens, sentence)
    if after is not None or not opens and teaser(tokens, sentence):
        return [Cue(first, after or stop, first, stop)]
    table = rules()
    told = [i for i in range(first, stop) if words[i] in table]
    if not told:
        return []  # most
    place = news.at(sentence, opens)
    return [cue for i in told for rule in table[words[i]] if (cue := rule(place, i)) is not None]
