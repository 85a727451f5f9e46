"""The day of a report's own event where the text names the event by it: "Monday's quake", "the quake struck on
Tuesday"."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import OTHER_EVENT, QUAKES, event_nouns
from figures.extraction.once import once_a_text
from figures.extraction.times.behind import BODIES, FOUND, JUST, of_bodies, search_for
from figures.extraction.times.days import DateMention, Days, moved
from figures.extraction.times.steps import days_after
from figures.extraction.times.telling import Times
from figures.extraction.words.sentences import Sentence

_SCAN: Final = 30  # sentences in which the day may be told
_OPENING: Final = 3  # sentences that tell what the report is of
_NOUN: Final = 4  # tokens from a day to the event that it names, with what describes it
_STRUCK: Final = 7  # tokens from an event to its day: "the quake struck before dawn on Tuesday"
_HAPPENED: Final = frozenset("struck hit rocked shook happened occurred erupted".split())
_AFTER: Final = frozenset("after following".split())
_BEHIND: Final = 8  # tokens from "following" to the day of what people search after
_SEARCHING: Final = frozenset(
    "search searching searched searches survivors rubble debris dug dig digging rescuers mourned buried".split()
)
_THAT: Final = frozenset(("that", "which", "when", "whose"))
_SAME: Final = {**dict.fromkeys(QUAKES, "quake"), "explosion": "blast"}
_LIKE: Final = OTHER_EVENT | {"second", "last"}


@once_a_text
def its_day(times: Times) -> tuple[DateMention, Days] | None:
    """The day by which the text names what it opens with.

    >>> from datetime import date
    >>> from figures.extraction.words.sentences import split
    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("The quake killed 12. All are sad. Few houses stood after Monday's quake.")
    >>> its_day(Times(t, split(t), date(2024, 5, 8)))[1].earliest
    datetime.date(2024, 5, 6)
    """
    words, nouns = times.tokens.words, event_nouns()[0]
    opening = times.sentences[:_OPENING]
    own = {_SAME.get(w, w) for s in opening for w in words[s.first : s.stop] if w in nouns}
    if not own:
        return None
    for index in times.dated(_SCAN):
        for mention, days in times.mentions(index):
            if days is None or days.precision != "day" or mention.first in times.others:
                continue
            noun = _named_by(times, times.sentences[index], mention)
            if _SAME.get(noun, noun) in own:
                return mention, days
    return None


def _named_by(times: Times, sentence: Sentence, mention: DateMention) -> str:
    """The event that a day names or of which it is told; "" where there is none."""
    words, k = times.tokens.words, mention.stop
    nouns = event_nouns()[0] - event_nouns()[1]  # one event, not "Monday's attacks"
    if mention.cue == "attributive" and words[k : k + 1] == ["'s"]:
        return next((w for w in words[k + 1 : min(sentence.stop, k + 1 + _NOUN)] if w in nouns), "")
    if mention.cue != "event":
        return ""
    if (
        words[mention.first - 1] in nouns
        and "the" in words[mention.first - 2 - _NOUN : mention.first]
    ):
        the = words[max(sentence.first, mention.first - 1 - _NOUN) : mention.first]
        # "THE QUAKE SUNDAY evening"
        return words[mention.first - 1] if _LIKE.isdisjoint(the) else ""
    for i in range(mention.first - 1, max(sentence.first, mention.first - _STRUCK), -1):
        if words[i] in nouns and words[i + 1] in _HAPPENED:
            the = words[max(sentence.first, i - _NOUN) : i]
            return words[i] if "the" in the and _LIKE.isdisjoint(the) else ""
    return ""


def which_struck(times: Times, at: int, mention: DateMention) -> bool:
    """ "On Sunday officials confirmed that 90 died in A QUAKE THAT STRUCK the previous day"."""
    words = times.tokens.words
    near = words[max(at, mention.first - _RELATED) : mention.first]
    struck = next((k for k, word in enumerate(near) if word in _HAPPENED), 0)
    return struck > 0 and near[struck - 1] in ("that", "which") and "," not in near[struck:]


_RELATED: Final = 6  # tokens from the event to its day


def day_before_search(
    times: Times, index: int, at: int, told: DateMention, days: Days
) -> tuple[DateMention, Days] | None:
    """The day of the event where sentence ``index`` tells one on which survivors were only searched for, or what came
    after the count at token ``at``: "Rescuers dug on SUNDAY for survivors of the quake. SATURDAY'S QUAKE …".
    """
    s, words = times.sentences[index], times.tokens.words
    said = words[s.first : s.stop]
    behind = not _AFTER.isdisjoint(words[told.stop : at])
    dead = not BODIES.isdisjoint(said) and not FOUND.isdisjoint(words[s.first : told.first])
    bodies = of_bodies(times, s, at)
    if days.precision != "day" and not (bodies and told.back == ("night", 0)):
        return None
    if not behind and not dead and not bodies and _SEARCHING.isdisjoint(said):
        return None
    if dead and (late := days_after(times.tokens, told.stop, s.stop)):
        before = moved(days, -late)
        return (told, before) if before else None
    for mention, its in times.mentions(index):
        if its is None or mention.cue != "event" or mention.first < told.stop:
            continue
        if 0 < (days.earliest - its.latest).days <= JUST:
            near = words[max(told.stop, mention.first - _BEHIND) : mention.first]
            if not _AFTER.isdisjoint(near) or bodies or dead and not _THAT.isdisjoint(near):
                # "searching FRIDAY for 50 people following a landslide THURSDAY"
                return (
                    mention,
                    its,
                )
    if bodies and (later := search_for(times, index)):
        return later
    named = its_day(times)
    if named is None or s.first <= named[0].first < s.stop:
        return None
    if (
        event_nouns()[0].isdisjoint(said)
        and not bodies
        or not 0 < (days.earliest - named[1].earliest).days <= JUST
    ):
        return None
    return named
