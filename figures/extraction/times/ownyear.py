"""The year that a date without one is of, in texts of unknown publication: an article on one year's event names other
years too, to compare with ("the warmest day since 1939. On 5 July two people died")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from figures.extraction.times.days import DateMention
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

# a year, but for the first of two ("the 2004-05 season") and a house number ("the 1900 block of Hale Street"); it
# begins with its first digit, by which it is found three times as fast
_YEAR: Final = re.compile(
    r"[12](?<![\w,.-].)(?:(?<=1)9|(?<=2)0)\d\d(?![\w-]|,\d| block)", re.DOTALL
)
_SEVERAL: Final = 3  # lines headed by a day that make a list
_NOTE: Final = 6  # sentences of a text that are no note any more
_LEAD: Final = 6  # sentences that the year of an article may stand in
_OPENING: Final = 3  # tokens of a sentence in which a date opens it: "In early July 2019"
_TELLING: Final = frozenset(("event", "arrest", "window", "as_of", "spoken"))


def chronicles(tokens: Tokens, sentences: Sequence[Sentence]) -> bool:
    """Is it a list of what happened in years that its lines tell, whenever it was published: "Timeline of the war in
    2009", or a line that is a year alone?"""
    for sentence in sentences[:_LEAD]:
        if not sentence.classes & c.DIGIT:
            continue
        words = tokens.words[sentence.first : sentence.stop]
        listed = not _LISTS.isdisjoint(words) or ("list", "of") in pairwise(words)
        if listed or len(words) == 1:
            if _YEAR.search(tokens.folded, sentence.start, sentence.end):
                return True
    return _titled(tokens, sentences)


def _titled(tokens: Tokens, sentences: Sequence[Sentence]) -> bool:
    """Does a title with a year head lines that a day opens: "Incidents, March 2009", then "4 March, Lesk: …"?"""
    title = sentences[0] if sentences else None
    if title is None or tokens.words[title.stop - 1] in (".", "!", "?"):
        return False
    if not _YEAR.search(tokens.folded, title.start, title.end):
        return False
    days = 0
    for s in sentences[1:]:
        if s.classes & c.MONTH and s.first in tokens.breaks and s.stop - s.first > 1:
            bits = tokens.classes[s.first] | tokens.classes[s.first + 1]
            days += bool(bits & c.MONTH and bits & c.DIGIT)
    return days >= _SEVERAL


# a whole date that opens a text: "2 August 2018: …", "On 2 August 2018, …", "August 2, 2018 - …", "2018-08-02: …"
_OPENS: Final = re.compile(
    r"(?P<on>on )?(?:\d{1,2} [a-z]{3,9}\.? (?P<a>(?:19|20)\d\d)|[a-z]{3,9}\.? \d{1,2}, (?P<b>(?:19|20)\d\d)"
    r"|(?P<c>(?:19|20)\d\d)-\d\d-\d\d|\d{1,2}/\d{1,2}/(?P<d>(?:19|20)\d\d))(?P<headed> ?[:–—-])?"
)


def dated_item(tokens: Tokens, sentences: Sequence[Sentence], published: date | None) -> bool:
    """Is it an item of a list, that the day it tells of opens: "2 August 2018: Gunmen seized nine. On August 4 …"?

    What "On 2 August 2018" opens is one only years before it was published.
    """
    found = _OPENS.match(tokens.folded, sentences[0].start) if sentences else None
    if found is None:
        return False
    headed = bool(found["headed"]) and not found["on"]
    return headed or published is None or published.year - _year(found) > 1


def headed_year(tokens: Tokens, sentences: Sequence[Sentence]) -> int | None:
    """The year of the whole date that heads a text, or opens a note: "2 August 2018: Gunmen seized nine", "On 2 August
    2018 gunmen seized nine"; None where none does."""
    found = _OPENS.match(tokens.folded, sentences[0].start) if sentences else None
    if found is None or not (found["headed"] or len(sentences) < _NOTE):
        return None
    return _year(found) if found["on"] or found["headed"] else None


def _year(opened: re.Match[str]) -> int:
    return next(int(year) for year in opened.group("a", "b", "c", "d") if year)


_LISTS: Final = frozenset("timeline timelines chronology chronologies".split())


def own_year(tokens: Tokens, sentences: Sequence[Sentence]) -> tuple[int | None, int]:
    """The year of what a text is about, and the sentence that tells it.

    It is the one year in the title, else one told in the lead that the text tells half again as often as any other
    (where the lead tells it, it counts twice).

    >>> from figures.extraction.words.sentences import split
    >>> from figures.extraction.words.tokens import tokenize
    >>> text = tokenize("Cyclone Orda (1985)\\n\\nIt was the worst since 1981. On 5 May two men died.")
    >>> own_year(text, split(text))
    (1985, 0)
    """
    if not sentences:
        return None, 0
    title = sentences[0]
    named = set(_YEAR.findall(tokens.folded, 0, title.end))
    if len(named) == 1 and tokens.words[title.stop - 1] not in (".", "!", "?"):
        return int(named.pop()), 0
    told = Counter(_YEAR.findall(tokens.folded))
    lead = sentences[min(_LEAD, len(sentences)) - 1].end
    in_lead = _YEAR.findall(tokens.folded, 0, lead)
    most = (told + Counter(in_lead)).most_common(2)
    if not most or most[0][0] not in in_lead or len(most) > 1 and 2 * most[0][1] < 3 * most[1][1]:
        return None, 0
    year = most[0][0]
    first = next(m.start() for m in _YEAR.finditer(tokens.folded) if m[0] == year)
    return int(year), next(n for n, s in enumerate(sentences) if first < s.end)


def of_another(mention: DateMention, sentence: Sentence, own: int | None) -> bool:
    """Is it another year than the text's ``own``, that only sets it beside: "first since Irma IN 1981"?"""
    if own is None or mention.year in (None, own) or mention.month is not None:
        return False  # "a fire in September 2015", which the text may go on about
    return not goes_on(mention, sentence, own)


def goes_on(mention: DateMention, sentence: Sentence, own: int | None) -> bool:
    """Are the dates behind one of the year it tells? In an article of its ``own`` year only behind a whole date or what
    opens a sentence ("In 2019, …"), and never behind what is compared with ("since 1939")."""
    if mention.year is None or mention.cue not in _TELLING:
        return sentence.stop - sentence.first == 1 and mention.year is not None
    return own is None or mention.day is not None or mention.first < sentence.first + _OPENING
