"""The dates that a text tells, sentence by sentence, with the days they mean beside those told before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from figures.extraction.once import Known, nothing, once, once_a_text
from figures.extraction.times.dates import DATED, find_dates
from figures.extraction.times.days import (
    DateMention,
    Days,
    day_up_to,
    moved,
    resolve,
    weekday_near,
    weeks_before,
)
from figures.extraction.times.ownday import day_and_place
from figures.extraction.times.ownyear import chronicles, dated_item, goes_on, of_another, own_year
from figures.extraction.times.periods import months_of, of_same, of_year, preceding
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_DATELINES: Final = 4  # sentences that may begin with a dateline
_SOON: Final = 7  # days before publication in which a weekday is one of the week just past
_THEN: Final = 4  # sentences back whose date "the next day" counts from


@dataclass(slots=True)
class Times:
    """The dates of one document, found sentence by sentence as they are asked for."""

    tokens: Tokens
    sentences: list[Sentence]
    published: date | None = None
    known: Known = field(default_factory=nothing)
    others: set[int] = field(default_factory=set)  # where the dates of other incidents stand
    # the year told last up to the end of each sentence, and the paragraph it stands in
    _years: list[tuple[int | None, int]] = field(default_factory=list)

    def dated(self, stop: int) -> list[int]:
        """The sentences before ``stop`` in which dates may stand."""
        return [i for i, s in enumerate(self.sentences[:stop]) if s.classes & DATED]

    @once
    def mentions(self, index: int) -> list[tuple[DateMention, Days | None]]:
        """The dates told in sentence ``index``, with the days they mean."""
        sentence = self.sentences[index]
        if not sentence.classes & DATED:
            return []
        first = self._body(index) if index < _DATELINES else sentence.first
        told = find_dates(self.tokens, first, sentence.stop)
        if not told:
            return []
        moves = (
            any(map(_moves, told))
            or self.published is None
            and any(m.weekday is not None for m in told)
        )
        listed = self.published is None or self._chronicles()
        yearless = listed and any(m.year is None for m in told)
        if moves or yearless:
            self._read_before(index)
        year = self._year_before(index) if yearless else None
        then = self._then(index) if moves else None
        found: list[tuple[DateMention, Days | None]] = []
        for mention in told:
            if mention.back is not None and mention.back[0] == "then_event":
                days = moved(self._event_before(index, found), mention.back[1])
            elif _moves(mention) and mention.back is not None:
                if mention.back[0] == "then_day":
                    days = day_up_to(then, mention.back[1], self.published)
                else:
                    days = moved(then, mention.back[1])
            elif mention.back == ("the_year", 0) and found and found[-1][0].year:
                of_year = replace(mention, back=None, year=found[-1][0].year)
                # "than in 2016, when … in the half of THE YEAR"
                days = resolve(of_year, self.published)
            elif mention.back is not None and mention.back[0] == "preceding":
                days = self._preceding(index, mention.back[1], found)
            elif mention.back and mention.back[0] == "week" and self._precedes(mention):
                before = found[-1] if found else self._told_before(index)
                long = before is not None and before[1] is not None and before[1].precision
                if found or long in ("range", "week"):
                    days = weeks_before(before[1] if before else None, mention.back[1])
                else:
                    days = self._week_ago(mention, resolve(mention, self.published, year))
            else:
                of_list = year is not None and mention.month is not None and mention.back is None
                published = None if of_list else self.published
                days = self._week_ago(mention, resolve(mention, published, year))
            if mention.month is None and mention.weekday is None:
                days = self._of_same(index, sentence.first, mention, days, found)
            if found and mention.first == found[-1][0].stop + 1 and days == found[-1][1]:
                # "on Saturday (November 29)"
                if self.tokens.words[mention.first - 1] in (
                    "(",
                    ",",
                ):
                    mention = replace(mention, cue=found[-1][0].cue)
            if mention.weekday is not None and mention.back is None and (days is None or found):
                days = self._by_told_day(index, mention, found) or days
            then = days or then
            found.append((mention, days))
            if mention.cue != "since" or self.published is None:  # "since 2011 …, 12 since April"
                year = mention.year or year
        if any(m.back is None and m.cue == "event" for m, _ in found):
            # "in December a storm struck overnight": of that month, not of the night before the report
            found = [(m, d) for m, d in found if m.back != ("night", 0)]
        return found

    def _preceding(
        self, index: int, months: int, found: list[tuple[DateMention, Days | None]]
    ) -> Days | None:
        """ "In February 40 died, and 30 in THE PREVIOUS MONTH": the one before that, else before the report."""
        told = self._period(index, found, months)
        unit = {1: "month", 3: "quarter"}.get(months, "year")
        last = DateMention(0, 1, "", back=(unit, -1))
        return preceding(told, months) if told else resolve(last, self.published)

    def _of_same(
        self,
        index: int,
        floor: int,
        mention: DateMention,
        days: Days | None,
        found: list[tuple[DateMention, Days | None]],
    ) -> Days | None:
        """The days of a year, or those of the period told before it where they are THE SAME PERIOD of that year."""
        if mention.back is not None and mention.back[0] == "same":
            told = self._period(index, found)
            back = mention.back[1]
            return told if not back or told is None else of_year(told, told.latest.year + back)
        one = mention.year is not None or mention.back is not None and mention.back[0] == "year"
        if not one or mention.until is not None or not of_same(self.tokens, floor, mention.first):
            return days
        if (told := self._period(index, found)) is None:
            return days
        year = mention.year or told.latest.year - 1
        return days if mention.back == ("year", 0) else of_year(told, year) or days

    def _period(
        self, index: int, found: list[tuple[DateMention, Days | None]], months: int = 0
    ) -> Days | None:
        """The month, the year or the like told last before a date of sentence ``index``, but for those that others are
        compared with; of so many months, if any."""
        for back in range(index, max(-1, index - _THEN), -1):
            for mention, days in reversed(found if back == index else self.mentions(back)):
                if days is not None and mention.cue == "since" and self.published and not months:
                    return Days(days.earliest, max(days.earliest, self.published), "range")
                if days is not None and days.precision != "day" and mention.cue != "left":
                    if not months or months_of(days) == months:
                        return days
        return None

    def _week_ago(self, mention: DateMention, days: Days | None) -> Days | None:
        """ "LAST Friday" in a report of a Friday: the one before it."""
        if days is None or mention.weekday is None or days.earliest != self.published:
            return days
        last = "last" in self.tokens.words[max(0, mention.first - 1) : mention.stop]
        return moved(days, -7) if last and mention.until is None else days

    def _precedes(self, mention: DateMention) -> bool:
        """ "Between 13 and 19 May …, compared to 12 in THE PRECEDING WEEK": before the one told, not before today."""
        words = self.tokens.words
        return (
            words[mention.first] in ("preceding", "previous") or words[mention.stop - 1] == "before"
        )

    def _body(self, index: int) -> int:
        """Where a sentence begins behind the dateline of a wire report: "QUITO, 11 APR 89 (ACAN) --"."""
        sentence, words = self.sentences[index], self.tokens.words
        first = sentence.first
        if (dated := day_and_place(self.tokens, first, sentence.stop)) is not None:
            return dated[1] + 2  # "June 6, 2024 (LESK) - "
        if not (self.tokens.capital(first) or words[first] == "date"):
            return first
        for i in range(first + 1, min(first + 24, sentence.stop - 1)):
            if words[i] == "-" and not self.tokens.glued(i):
                if words[first].isalpha() and not self.tokens.classes[first] & (
                    c.MONTH | c.WEEKDAY | c.PREPOSITION
                ):
                    return (
                        i + 1
                        if words[first] == "date" or self.tokens.quote(first, first + 1).isupper()
                        else first
                    )
                return first
        return first

    def _event_before(
        self, index: int, found: list[tuple[DateMention, Days | None]]
    ) -> Days | None:
        """The day of the event told last, that "the raid came two days after" counts from."""
        for back in range(index, max(-1, index - _THEN), -1):
            for mention, days in reversed(found if back == index else self.mentions(back)):
                if days is not None and mention.cue in ("event", "attributive"):
                    return days
        return None

    def _then(self, index: int) -> Days | None:
        """The date told last before the sentence."""
        told = self._told_before(index)
        return told[1] if told is not None else None

    def _by_told_day(
        self, index: int, weekday: DateMention, found: list[tuple[DateMention, Days | None]]
    ) -> Days | None:
        """The day a weekday means beside a whole date, where the text's own day is not known or long after it."""
        if self.published is None:
            anchor = next((t for t in reversed(found) if t[1]), None) or self._told_before(index)
        else:
            anchor = next((t for t in found if t[0].year and t[0].day), None)
        told, days = anchor if anchor is not None else (None, None)
        if told is None or days is None:
            return None
        if self.published is not None and (self.published - days.latest).days < _SOON:
            return None
        between = self.tokens.classes[told.stop : weekday.first] if found else ()
        spoken = told.cue in ("spoken", "cited") or any(bits & c.SAID for bits in between)
        opens = weekday.first <= self.sentences[index].first + 1
        return weekday_near(weekday, days, spoken, opens or weekday.cue == "as_of")

    def _told_before(self, index: int) -> tuple[DateMention, Days | None] | None:
        """The date told last before the sentence, and what it is of."""
        for back in range(index - 1, max(-1, index - _THEN), -1):
            for told in reversed(self.mentions(back)):
                if told[1] is not None:
                    return told
        return None

    def of_another_year(self, index: int, mention: DateMention) -> bool:
        """Is a date of sentence ``index`` of a year that the text only names beside its own?"""
        if self.published is not None or mention.year is None:
            return False
        return of_another(mention, self.sentences[index], self._own_year(index))

    @once_a_text
    def _chronicles(self) -> bool:
        tokens, sentences = self.tokens, self.sentences
        return dated_item(tokens, sentences, self.published) or chronicles(tokens, sentences)

    @once_a_text
    def _own_year_told(self) -> tuple[int | None, int]:
        return own_year(self.tokens, self.sentences)

    def _own_year(self, index: int) -> int | None:
        """The year of what the text is about, where it was told by then."""
        year, told = self._own_year_told()
        return year if told <= index else None

    def _year_before(self, index: int) -> int | None:
        """The year of a date in the sentence that gives none: the one told last in its paragraph, else the text's own,
        else the one told last."""
        own = self._own_year(index)
        if not index:
            return own
        year, paragraph = self._years[index - 1]
        same = paragraph == self.sentences[index].paragraph
        holds = same or own is None or self._chronicles()
        return year if year is not None and holds else own

    def _read_before(self, index: int) -> None:
        """Read the sentences before ``index`` in their order, as what they tell counts from one to the next."""
        for n in range(len(self._years), index):
            self._years.append(self._years[-1] if n else (None, 0))
            for mention, _ in self.mentions(n):
                if goes_on(mention, self.sentences[n], self._own_year(n)):
                    self._years[n] = (mention.year, self.sentences[n].paragraph)


def _moves(mention: DateMention) -> bool:
    return mention.back is not None and mention.back[0] in ("then", "then_day", "then_event")
