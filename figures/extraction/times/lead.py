"""The date of what a report tells first, which is that of its counts where nothing nearer tells one."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from figures.extraction.events import OTHER_EVENT, QUAKES, event_nouns, eventful
from figures.extraction.once import once, once_a_text
from figures.extraction.times.days import DateMention, Days
from figures.extraction.times.itsday import its_day
from figures.extraction.times.ownday import titled
from figures.extraction.times.telling import Times
from figures.extraction.times.vocabulary import date_lists
from figures.extraction.words.sentences import Sentence
from figures.lexicon import classes as c
from figures.lexicon import load_words

BACK: Final = 20  # sentences that a date is carried over
LEAD: Final = 8  # sentences that the date of a report's event may stand in
_OPENING: Final = 3  # sentences whose date is the event's although they do not tell what happened
_OLD: Final = 60  # days before publication from which a month or a year is history
_SCAN: Final = 40  # sentences in which a report's title is looked for
_TITLE: Final = 6  # tokens of a line that says what a document is
_MONTH: Final = timedelta(31)
_WHICH: Final = frozenset(("the", "those", "that"))


def ahead(times: Times, days: Days) -> bool:
    return times.published is not None and days.earliest > times.published


def measures(times: Times, first: int, stop: int) -> bool:
    """ "29 died, SURPASSING THE 25 lost in 1991": is the date at token ``stop`` that of what is measured by? Not
    "winds EXCEEDING 100 mph"."""
    words, measured = times.tokens.words, load_words("incidents", "surpassed")
    return any(words[k] in measured and words[k + 1] in _WHICH for k in range(first, stop - 1))


def history(times: Times, days: Days) -> bool:
    """Is it a year before the report's own: what was told of then is not what the report is about?"""
    return (
        times.published is not None
        and (days.precision in ("year", "month") or days.latest - days.earliest > _MONTH)
        and days.latest.year < times.published.year
        and (times.published - days.latest).days > _OLD
    )


def _over(times: Times, days: Days) -> bool:
    """Is it a month that had ended when the report appeared, or longer than a month?"""
    if times.published is None:
        return False
    ended = days.latest < times.published and days.precision in ("year", "month")
    return ended or days.latest - days.earliest > _MONTH


def _long_ago(times: Times, days: Days) -> bool:
    """Is it so many days before the report that what is told of then behind the news is what came before it?"""
    return times.published is not None and (times.published - days.latest).days > _OLD


def within(inner: Days, outer: Days) -> bool:
    return outer.earliest <= inner.earliest <= outer.latest and inner.precision != outer.precision


def _elsewhere(times: Times, sentence: Sentence) -> bool:
    return times.tokens.words[sentence.first] in _ELSEWHERE


_ELSEWHERE: Final = frozenset(
    "additionally meanwhile separately elsewhere likewise similarly".split()
)


@once
def lead_date(times: Times, before: int) -> tuple[DateMention, Days] | None:
    """The first date of the report's first sentences that is not the line with its own date; of a year long past
    only one told ``before`` the sentence of that number."""
    looks_back = before < len(times.sentences) and _looks_back(times, before)
    for need_event, sentences in ((True, LEAD), (False, _OPENING)):
        for index in times.dated(sentences):
            sentence = times.sentences[index]
            counts = sentence.classes & c.TELLING and sentence.classes & c.NUMERAL
            other = counts and (
                index > max(before, _OPENING) or index > before and not _again(times, before, index)
            )
            back = looks_back and OTHER_EVENT.isdisjoint(
                times.tokens.words[sentence.first : sentence.stop]
            )
            for mention, days in times.mentions(index):
                if days is None or mention.cue not in ("event", "attributive"):
                    continue
                if mention.first in times.others or of_rite(times, days):
                    continue
                opens = mention.first <= sentence.first + 1
                if ahead(times, days) or other and (opens or _elsewhere(times, sentence)):
                    continue  # "On Tuesday shelling killed two", told behind it: of its own day
                behind = index > before and not (back and days.precision == "day")
                if behind and not _goes_back(times, before, index, days):
                    continue  # "A bomb was found in Lesk on 6 March", told behind a toll
                long = days.precision == "range"
                if history(times, days) and (not need_event or behind or long):
                    continue  # told behind it: "Floods last year left 54 dead"
                if behind and (_over(times, days) or _long_ago(times, days)):
                    continue  # "a similar attack last month left 10 dead"
                if index > before and _of_a_toll(times, mention):
                    continue
                if measures(times, sentence.first, mention.first):
                    continue
                if sentence.stop - sentence.first <= mention.stop - mention.first + 3:
                    continue
                if index == 0 and _dateline(sentence):
                    continue
                if not need_event or eventful(times.tokens, times.sentences[index]):
                    return _day_within(times, days) or (mention, days)
    return its_day(times)


def _dateline(sentence: Sentence) -> bool:
    """ "HALE, May 3, 2024, XYZ.": does the text's first sentence tell nothing but where and when it was written?"""
    tells = (
        c.VERB
        | c.AUXILIARY
        | c.MODAL
        | c.TRIGGER
        | c.PREPOSITION
        | c.PERSON
        | c.PERSON_ONE
        | c.ARTICLE
    )
    return sentence.stop - sentence.first < _LINE and not sentence.classes & tells


_LINE: Final = 14  # tokens of a dateline


def _goes_back(times: Times, before: int, index: int, days: Days) -> bool:
    """Does sentence ``index`` go on about what the one ``before`` it counts: "THE BLAST struck on Friday", "it happened
    in May"? A day may also be told by those hurt, or a name or number told before; a headline is told again."""
    words = times.tokens.words
    opening, s = times.sentences[before], times.sentences[index]
    if _headline(times, before):
        return True
    of_day = days.precision not in ("month", "year") and days.latest - days.earliest <= _MONTH
    if of_day and _same_disaster(words[s.first : s.stop], words[opening.first : opening.stop]):
        return True
    told = _named(times, opening) if of_day else frozenset()
    for k in range(s.first, s.stop - 1):
        if words[k] in told or words[k] == "it" and words[k + 1] in _HAPPENED:
            return True
        if words[k] not in _THE:
            continue
        if not event_nouns()[0].isdisjoint(words[k + 1 : k + 4]):
            return True
        if words[k + 1] in _BODIES and words[k + 2 : k + 4] != ["of", "a"]:
            return True
        if of_day and _people(times, k + 1, s.stop):
            return True
    return False


def _same_disaster(words: list[str], opening: list[str]) -> bool:
    """ "The toll of AN EARTHQUAKE rose to 12. … A MAGNITUDE 6.7 QUAKE struck on Monday", "a typhoon left three dead.
    … TYPHOON HALE struck Sunday": is it told how strong the quake was or what the storm is called of the opening?"""
    if not OTHER_EVENT.isdisjoint(words) or "aftershock" in words:
        return False
    if "magnitude" in words:
        return not (QUAKES.isdisjoint(words) or QUAKES.isdisjoint(opening))
    return any(storm in words and storm in opening for storm in _STORMS)


_STORMS: Final = ("typhoon", "cyclone", "hurricane")


def _people(times: Times, first: int, stop: int) -> bool:
    """Is the noun behind an article one for people: "the GUNMEN", "the injured 60-year-old western MAN"?"""
    words, classes = times.tokens.words, times.tokens.classes
    for k in range(first, min(stop, first + _PHRASE)):
        if classes[k] & c.PERSON:
            return True
        if classes[k] & c.NUMERAL and k > first and words[k + 1 : k + 2] != ["-"]:
            return False  # "in the same region EIGHT people"
        if words[k] != "-" and classes[k] & _ENDS_NOUN:
            return False
    return False


_PHRASE: Final = 8  # tokens of a noun with what stands before it
_ENDS_NOUN: Final = c.PUNCTUATION | c.PREPOSITION | c.AUXILIARY | c.CONJUNCTION | c.RELATIVE


def _headline(times: Times, index: int) -> bool:
    return not index and times.tokens.words[times.sentences[0].stop - 1] not in _STOPS


def _again(times: Times, before: int, index: int) -> bool:
    """Is a headline told again, or a number of sentence ``before`` with a name of it?"""
    if _headline(times, before):
        return True
    s, told = times.sentences[index], _named(times, times.sentences[before])
    same = [k for k in range(s.first, s.stop) if times.tokens.words[k] in told]
    numbers = sum(1 for k in same if times.tokens.classes[k] & c.NUMERAL)
    return 0 < numbers < len(same)


def _named(times: Times, s: Sentence) -> frozenset[str]:
    """The names and numbers of a sentence."""
    tokens = times.tokens
    return frozenset(
        word
        for k, word in enumerate(tokens.words[s.first : s.stop], s.first)
        if tokens.classes[k] & c.NUMERAL
        and word not in _ANY
        or k > s.first
        and tokens.capital(k)
        and len(word) > 2
        and word.isalpha()
        and not tokens.classes[k] & _NO_NAME
    )


_NO_NAME: Final = c.MONTH | c.WEEKDAY | c.ARTICLE | c.PREPOSITION | c.DETERMINER
_STOPS: Final = frozenset(".!?;'\"")
_THE: Final = frozenset("the this these both".split())
_BODIES: Final = frozenset(("body", "bodies"))
_HAPPENED: Final = frozenset("happened occurred struck took came was".split())
_ANY: Final = frozenset("a an one two no".split())


def _looks_back(times: Times, index: int) -> bool:
    """Does the sentence tell of a court or of remembrance, before it counts: the news is of what was long before?"""
    s = times.sentences[index]
    words, classes = times.tokens.words, times.tokens.classes
    court = next((k for k in range(s.first, s.stop) if words[k] in _AFTERWARDS), s.stop)
    return any(classes[k] & c.NUMERAL for k in range(court, s.stop))


_AFTERWARDS: Final = frozenset(
    "sentenced convicted trial trials verdict jury inquest acquitted guilty anniversary anniversaries memorial"
    " commemorated commemorate commemorates commemorating commemoration tribunal".split()
)


@once_a_text
def remembers(times: Times) -> bool:
    """ "Lesk is MARKING the first ANNIVERSARY of a fire": does a text open with what was long before, and nothing that
    befell anybody since? Not "a bomb killed 12 on the anniversary of"."""
    words, rites = times.tokens.words, date_lists()["ceremonies"]
    for s in times.sentences[:_REMEMBERED]:
        told = words[s.first : s.stop]
        later = told.index("later") if "later" in told[:_LATER] else 0
        if later and told[later - 1] in _YEARS and told[later + 1 : later + 2] == [","]:
            return True  # "HALE (XYZ) - A YEAR LATER, the pain is fresh"
        if "anniversary" not in told or len(rites.intersection(told)) < 2:  # itself and another
            continue
        before = range(s.first, s.first + told.index("anniversary"))
        return not any(times.tokens.classes[k] & c.TRIGGER for k in before)
    return False


def of_rite(times: Times, days: Days) -> bool:
    """Is it a day of the news in a text that remembers what was long before?"""
    published = times.published
    return published is not None and (published - days.latest).days < _OLD and remembers(times)


_YEARS: Final = frozenset(("year", "years", "decade", "decades"))
_LATER: Final = 14  # tokens to "later" behind a dateline
_REMEMBERED: Final = 2  # sentences in which an anniversary is told


def _of_a_toll(times: Times, mention: DateMention) -> bool:
    """ "THE TOLL OF 6 FEBRUARY has risen to 41,000": does it name another event, whose count is set beside?"""
    before = times.tokens.words[max(0, mention.first - 3) : mention.first]
    return before[-2:] == ["toll", "of"] or before == ["toll", "of", "the"]


def _day_within(times: Times, whole: Days) -> tuple[DateMention, Days] | None:
    """The first day within a year or month that the report tells of events."""
    if whole.precision not in ("year", "month"):
        return None
    for index in times.dated(LEAD + BACK):
        for mention, days in times.mentions(index):
            if days is not None and mention.cue == "event" and days.precision == "day":
                if within(days, whole) and eventful(times.tokens, times.sentences[index]):
                    return mention, days
    return None


@once_a_text
def report_period(times: Times) -> tuple[DateMention, Days] | None:
    """The month or days that a situation report covers, in its title: "Country Brief August 2020"."""
    for index in times.dated(_SCAN):
        for mention, days in times.mentions(index):
            if days is None or days.precision not in ("month", "range") or mention.cue == "other":
                continue
            s = times.sentences[index]
            if (
                titled(times.tokens, s)
                or mention.first == s.first
                and index
                and _names_report(times, index - 1)
            ):
                return mention, days
    return None


def _names_report(times: Times, index: int) -> bool:
    s = times.sentences[index]
    return s.stop - s.first <= _TITLE and titled(times.tokens, s)
