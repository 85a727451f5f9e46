"""Statements told otherwise than by a verb of speech: "according to X", "X quoted Y", "released by X", "X's count"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from figures.extraction.events import event_nouns
from figures.extraction.places.gazetteer import key
from figures.extraction.places.names import best_known
from figures.extraction.speakers import groups as speakers
from figures.extraction.speakers.extent import content, past_time
from figures.extraction.speakers.naming import STATEMENT_NOUNS, Speaker, speech
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

BE: Final = frozenset("is are was were be been being".split())
_SHOWS: Final = frozenset("found finds".split())
_TAG: Final = 5  # tokens at a headline's end that may tell who says so
_DESPITE: Final = frozenset(("despite", "notwithstanding"))
_OF_PEOPLE_TOO: Final = frozenset(
    "issued released received provided claimed kept collected gathered".split()
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A speaker and a verb of speech; ``first``/``stop`` are the tokens of both together."""

    speaker: Speaker
    verb: int
    first: int
    stop: int
    rule: str
    leads: bool
    trails: bool
    via: tuple[int, int] | None = None


@cache
def source_lists() -> dict[str, frozenset[str]]:
    lists = load("sources")
    return {key: frozenset(lists[key]) for key in ("by", "tallies")}


@cache
def _list_words() -> frozenset[str]:
    return (
        source_lists()["tallies"] | STATEMENT_NOUNS | frozenset(("deaths", "cases", "information"))
    )


def plausible(speaker: Speaker | None) -> bool:
    return speaker is not None and (speaker.listed or speaker.named)


def next_speaker(tokens: Tokens, lead: Statement, at: int) -> Speaker | None:
    """ "Freedonia has confirmed 117 deaths, LENIA four and Orda 12": who tells the count at token ``at``, where a
    name follows another and leaves out the verb."""
    words, classes = tokens.words, tokens.classes
    stop = at
    while stop > lead.verb and classes[stop - 1] & c.QUALIFIER:
        stop -= 1
    first = stop
    while first > lead.verb and tokens.capital(first - 1) and words[first - 1].isalpha():
        first -= 1
    parted = first > lead.stop and words[first - 1] in (",", "and", ";")
    if first == stop or not parted or not (lead.speaker.named and not lead.speaker.listed):
        return None
    if not any(classes[k] & c.NUMERAL for k in range(lead.verb, first)):
        return None
    if any(classes[k] & (c.TIME | c.MONTH | c.WEEKDAY) for k in range(first, stop)):
        return None
    return Speaker(first, stop, None, first, stop, named=True)


def says_this(tokens: Tokens, first: int, statement: Statement) -> bool:
    """Does the statement of a sentence say what the one before told: "The mayor SAID THIS", "THIS WAS REPORTED BY the
    mayor", "THAT'S ACCORDING TO the mayor"?"""
    words = tokens.words
    if statement.speaker.pronoun:
        return False
    opens = words[first] in ("this", "that", "it")
    if statement.rule == "said_by":
        return opens and words[first + 1] in BE and statement.verb <= first + _THIS
    if statement.rule == "according_to":
        return opens and words[first + 1] in ("is", "'s") and statement.verb <= first + _THIS
    this = statement.verb + 1  # but "warned THIS WEEK"
    said = words[this : this + 1] == ["this"] and not any(
        bits & c.TIME for bits in tokens.classes[this + 1 : this + 2]
    )
    return statement.rule == "said" and said


_THIS: Final = 3  # tokens from "this" to "reported by"


def according(tokens: Tokens, first: int, i: int, stop: int) -> Statement | None:
    words = tokens.words
    at = i + 1
    if words[i] == "according":
        if words[at : at + 1] != ["to"]:
            return None
        at += 1
    elif words[i] == "per" and (i == first or words[i - 1] not in ("as", ",")):
        return None
    elif words[i] == "words":
        if words[at : at + 1] != ["of"] or words[i - 2 : i] != ["in", "the"]:
            return None
        at += 1
    at += words[at : at + 1] == ["what"]  # "according to WHAT survivors said"
    him = words[i] == "according" and at < stop and words[at] in _HIM
    speaker = (
        Speaker(at, at + 1, None, at, at + 1, pronoun=True)
        if him
        else speakers.after(tokens, at, stop)
    )
    if speaker is None:
        return None
    alone = speaker.stop - speaker.first == 1 and not plausible(speaker)
    if alone and words[speaker.first].endswith("ly") and not tokens.capital(speaker.first):
        return None  # "according to publicly reported figures"
    if words[i] in ("citing", "quoting") or words[i] == "per" and words[i - 1] == ",":
        if not plausible(speaker):
            return None
        return Statement(speaker, i, i, speaker.end, "citing", leads=True, trails=True)
    begin = i - (words[i - 1] == "as")
    opens = not content(tokens, first, begin) or words[i - 2 : i] == ["including", ","]
    end = past_time(tokens, speaker.end, stop)
    closes = not content(tokens, end, stop) or (words[i - 1] != "," and words[end] == ",")
    return Statement(
        speaker, i, i, speaker.end, "according_to", leads=opens or not closes, trails=not opens
    )


_HIM: Final = frozenset(("him", "her", "them"))


def quoted_by(tokens: Tokens, first: int, i: int, stop: int) -> Statement | None:
    """ "The agency quoted a doctor as saying": the doctor speaks, the agency passes it on."""
    if i == first:
        return None
    if tokens.words[i + 1 : i + 2] == ["by"] and tokens.words[i - 1] not in BE:
        return None  # "said, quoted by the agency"
    if tokens.words[i - 1] in BE:
        return _was_quoted(tokens, first, i, stop)
    speaker = speakers.after(tokens, i + 1, stop)
    if not plausible(speaker) or speaker is None:
        return None
    medium = speakers.before(tokens, first, i)
    via = (medium.first, medium.stop) if medium is not None and plausible(medium) else None
    ends = _ends_as_saying(tokens, speaker.end, stop)  # "12 died, the agency quoted him AS SAYING"
    begin = medium.begin if ends and via is not None and medium is not None else i
    return Statement(speaker, i, begin, speaker.end, "quoted", not ends, ends, via)


def reported_as_saying(tokens: Tokens, first: int, i: int, stop: int) -> Statement | None:
    """ "The agency REPORTED the doctor AS SAYING that 12 died"."""
    words = tokens.words
    if words[i] != "reported" or "saying" not in words[i : min(stop, i + _REPORTED)]:
        return None
    at = words.index("saying", i)
    found = quoted_by(tokens, first, i, stop) if words[at - 1] == "as" else None
    return found if found is not None and found.speaker.end == at - 1 else None


_REPORTED: Final = 12  # tokens from "reported" to "saying"


def _ends_as_saying(tokens: Tokens, k: int, stop: int) -> bool:
    """Does "as saying" or "as having said on Monday" stand at token k, and nothing told behind it?"""
    words = tokens.words
    if words[k : k + 1] != ["as"] or words[k + 1 : k + 2] not in (["saying"], ["having"]):
        return False
    k += 3 if words[k + 1] == "having" else 2
    return not content(tokens, past_time(tokens, k, stop), stop)


def _was_quoted(tokens: Tokens, first: int, i: int, stop: int) -> Statement | None:
    """ "The doctor was quoted by the agency as saying": the doctor speaks, the agency passes it on."""
    speaker = speakers.before(tokens, first, i)
    if not plausible(speaker) or speaker is None or "as" not in tokens.words[i : i + 12]:
        return None
    medium = speakers.after(tokens, i + 2, stop) if tokens.words[i + 1 : i + 2] == ["by"] else None
    told = tokens.words.index("as", i) + 2
    if medium is None and tokens.words[told : told + 1] == ["by"]:
        medium = speakers.after(tokens, told + 1, stop)  # "was quoted as saying BY RADIO NINE"
        told = medium.end if medium is not None else told
    via = (medium.first, medium.stop) if medium is not None and plausible(medium) else None
    leads = content(tokens, told, stop)
    return Statement(speaker, i, speaker.first, i + 1, "quoted", leads, not leads, via)


PUTS: Final = frozenset(("put", "placed", "estimated"))


def told_by(tokens: Tokens, i: int, stop: int) -> int:
    """The "by" before whoever it is that the verb at token i has speak: "released BY the ministry", "announced at a
    briefing BY Ana Ruiz"; 0 where none is told."""
    words = tokens.words
    if words[i + 1 : i + 2] == ["by"] and words[i] not in PUTS:
        return i + 1 if i + 2 < stop else 0
    if words[i] in PUTS:
        ends = range(i + 3, min(stop - 1, i + _BRIEFING)) if words[i + 1 : i + 2] == ["at"] else ()
        return next((k for k in ends if words[k] == "by"), 0)  # "was PUT AT 26 BY the governor"
    if words[i : i + 3] == ["confirmed", "dead", "by"]:
        return i + 2 if i + 3 < stop else 0
    if words[i + 1 : i + 2] not in (["at"], ["in"], ["during"]):
        return 0
    for k in range(i + 2, min(stop - 1, i + _BRIEFING)):
        if words[k] == "by":
            return k if words[k - 1] in STATEMENT_NOUNS else 0
    return 0


_BRIEFING: Final = 6  # tokens from "announced" to "by": "at a press conference"


def released_by(tokens: Tokens, first: int, i: int, by: int, stop: int) -> Statement | None:
    """ "Released by the ministry", the "by" at token ``by``."""
    speaker = speakers.after(tokens, by + 1, stop)
    if speaker is None or speaker.kind == "armed_group":
        return None
    if not speaker.listed and speaker.kind != "media" and not _by_name(tokens, i, speaker):
        return None
    if tokens.words[i] in _OF_PEOPLE_TOO and not _list_words().intersection(
        tokens.words[max(first, i - 6) : i]
    ):
        return None  # hostages are released, attacks are claimed, too
    if tokens.words[first] in _DESPITE:
        return None  # "despite the gains recorded by the army, gunmen killed 12"
    begin = by if tokens.words[i] in PUTS else i
    return Statement(speaker, i, begin, speaker.end, "said_by", leads=True, trails=True)


def _by_name(tokens: Tokens, i: int, speaker: Speaker) -> bool:
    """ "Nine deaths were CONFIRMED BY ANA RUIZ": is it somebody by a name of more than one word, no place's?"""
    if tokens.words[i] not in _NEWS or tokens.words[i - 1] not in BE:
        return False
    words = speaker.stop - speaker.first
    return (
        speaker.named
        and 1 < words <= _FULL
        and best_known(key(tokens.quote(speaker.first, speaker.stop))) is None
    )


_NEWS: Final = frozenset(("announced", "confirmed"))
_FULL: Final = 3  # words of a name


def count_of(tokens: Tokens, first: int, i: int, stop: int) -> Statement | None:
    """ "The mission's previous figures were 35", "data from the ministry"."""
    words = tokens.words
    for k in range(i - 1, max(first, i - 4), -1):
        if words[k] in ("'s", "'") and k > first:
            beside = (n + 1 for n in range(k - 1, first, -1) if words[n] in _BESIDE)
            speaker = speakers.before(tokens, next(beside, first), k)
            if not plausible(speaker) or speaker is None or speaker.stop != k or speaker.pronoun:
                return None
            if words[i] in ("toll", "tally") and not speaker.listed:
                return None  # "Lenia's toll stood at 53"
            said = i + 1 < stop and words[i + 1] in speech()
            trails = said and not content(tokens, i + 2, stop)  # "…, Radio Nine's report said"
            return Statement(speaker, i, speaker.first, i + 1, "count_of", not trails, trails)
    if words[i] == "toll" and words[i + 1 : i + 2] == ["from"]:
        return None  # "the toll from rebel attacks has risen"
    if i + 2 < stop and words[i + 1] in ("from", "by"):
        speaker = speakers.after(tokens, i + 2, stop)
        if plausible(speaker) and speaker is not None:
            shows = words[speaker.end : speaker.end + 1]
            shown = bool(shows) and (shows[0] in _SHOWS or shows[0] in speech())
            trails = shown and not content(tokens, speaker.end + 1, stop)
            return Statement(speaker, i, i, speaker.stop, "count_of", not trails, trails)
    return None


# "almost DOUBLE the agency's estimate"
_BESIDE: Final = frozenset(
    "double twice triple half above below beyond over under than near exceeds exceeded".split()
)
# "12 killed – PHOTO"
_SHOWN: Final = frozenset("photo photos video videos map live update updates".split())


def tagged(tokens: Tokens, first: int, stop: int) -> Statement | None:
    """Who says so at the end of a headline: "12 killed in blast - officials", "Blast kills 12: police"."""
    words = tokens.words
    end = stop - (words[stop - 1] == ".")
    k = next((k for k in range(end - 1, max(first, end - _TAG), -1) if words[k] in ("-", ":")), 0)
    if not k or k + 1 >= end or tokens.glued(k + 1) or words[k] == "-" and tokens.glued(k):
        return None
    if any(bits & c.NUMERAL for bits in tokens.classes[k + 1 : end]):
        return None  # "Killed: five soldiers, three police"
    speaker = speakers.after(tokens, k + 1, end)
    if speaker is None or not speaker.listed or speaker.end != end or words[k + 1] in _SHOWN:
        return None
    return Statement(speaker, k, k, speaker.end, "said_after", leads=False, trails=True)


def heading(tokens: Tokens, first: int, stop: int) -> Statement | None:
    """Who says so before the colon of a headline: "POLICE: 12 killed in blast", "Health ministry: 12 dead"."""
    words, classes = tokens.words, tokens.classes
    k = words.index(":", first)
    speaker = speakers.after(tokens, first, k)
    if speaker is None or not speaker.listed or (speaker.begin, speaker.end) != (first, k):
        return None
    if words[first] in _SHOWN:
        return None  # "Update: 12 killed"
    things = c.BUILDING | c.HOUSEHOLD | c.TRIGGER | c.PLACE_NOUN
    if (
        speaker.kind in (None, "armed_group")
        or classes[k - 1] & things
        or words[k - 1] in _SECTIONS
        or not event_nouns()[0].isdisjoint(words[first:k])
    ):
        return None  # "Hospitals: 12 damaged", "Health: …", "Hamas: 12 killed", "Hospital fire: 12 killed"
    if classes[k - 1] & (c.PERSON | c.PERSON_ONE) == c.PERSON and words[k - 1] not in _TELLERS:
        return None  # "Health workers: 12 killed in strikes"
    told = any(classes[i] & (c.PREPOSITION | c.AUXILIARY) for i in range(k + 1, stop))
    if not told and speaker.kind in ("police", "military"):
        return None  # "Soldiers: 12 killed, 30 hurt"
    return Statement(speaker, k, first, k + 1, "said", leads=True, trails=False)


def source_line(tokens: Tokens, first: int, stop: int) -> list[Statement]:
    """ "Source: Ana Ruiz, governor of Lesk, on Telegram" on a line before her words, "Quote from Ruiz:" before them."""
    quotes = tokens.words[first : first + 2] == ["quote", "from"]
    if not quotes and (tokens.words[first + 1 : first + 2] != [":"] or stop - first >= _LINE):
        return []
    speaker = speakers.after(tokens, first + 2, stop)
    if speaker is None or not (quotes or plausible(speaker)):
        return []
    return [
        Statement(speaker, first, first, speaker.end, "source_line", leads=quotes, trails=False)
    ]


_LINE: Final = 24  # tokens of a line that tells whose words follow
_TELLERS: Final = frozenset(
    "police officials sources witnesses authorities prosecutors officers".split()
)
_SECTIONS: Final = frozenset(
    "health defence defense media cluster society education interior".split()
)


def beyond_contrast(tokens: Tokens, at: int, statement: Statement) -> bool:
    """ "80 were hurt, ALTHOUGH 141 were hurt ACCORDING TO nurses": does it tell only of the count behind the contrast,
    not of the one at token ``at``?"""
    if statement.rule != "according_to" or tokens.words[statement.first - 1] == ",":
        return False
    between = range(at + 1, statement.first)
    contrasts = (k for k in between if tokens.words[k] in _CONTRASTS)
    k = next((k for k in contrasts if tokens.words[k] != "but" or tokens.words[k - 1] == ","), 0)
    return bool(k) and any(tokens.classes[n] & c.NUMERAL for n in range(k, statement.first))


_CONTRASTS: Final = frozenset("although though while whereas but".split())
CARRIED: Final = frozenset("quoted cited carried broadcast published reported".split())


def passes_on(words: list[str], i: int, statement: Statement) -> bool:
    """Is the statement at token ``i`` of a medium that only carried one: "said, quoted by Radio Nine"?"""
    if statement.rule != "said_by" or words[i] not in CARRIED:
        return False
    return statement.speaker.kind == "media" or words[i] in ("quoted", "cited")


def passed_on(words: list[str], carried: Statement, statement: Statement) -> bool:
    """Does the medium of the first statement carry the other: "the mayor, QUOTED BY RADIO NINE, said"?"""
    within = statement.speaker.begin < carried.first < statement.verb
    noted = words[carried.verb - 1] in _NOTES and carried.verb < statement.speaker.begin
    return (within or noted) and passes_on(words, carried.verb, carried)


_NOTES: Final = frozenset("statement communique message speech remarks bulletin".split())
