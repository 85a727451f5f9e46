"""Statements of a sentence: who says what, told by "X said", "said X", "according to X", "X's count".

A statement covers what follows its verb (``leads``), what stands before its speaker (``trails``), or both.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from figures.extraction.speakers import groups as speakers
from figures.extraction.speakers.citing import (
    BE,
    CARRIED,
    Statement,
    according,
    count_of,
    heading,
    passes_on,
    plausible,
    quoted_by,
    released_by,
    reported_as_saying,
    source_line,
    source_lists,
    tagged,
    told_by,
)
from figures.extraction.speakers.extent import (
    TOLD,
    behind_toll,
    beside_speech,
    content,
    declares,
    determined,
    found_at_end,
    knows_nothing,
    nobody,
    past_time,
    puts,
    ranks,
    says_nothing,
    shows_up,
    via,
    warns_of,
)
from figures.extraction.speakers.naming import Speaker, speech
from figures.extraction.speakers.openings import opening
from figures.extraction.speakers.participles import PARTICIPLES, by_participle
from figures.extraction.speakers.passing import PASSING, carries, embedded, handed_on, shown_to
from figures.extraction.speakers.recording import (
    RECORDING,
    grades_cases,
    is_country,
    is_town,
    passive_at_end,
)
from figures.extraction.speakers.spelling import mixed_case
from figures.extraction.speakers.within import acted_on, at_end
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_TAGS: Final = frozenset("-:")
_HEAD: Final = 8  # tokens before the colon of a headline
_TIMELY: Final = c.TIME | c.WEEKDAY | c.MONTH | c.DIGIT | c.ADVERB


@cache
def _heard() -> frozenset[str]:
    """Every word at which a statement may be found."""
    lists = source_lists()
    more = ("according", "per", "citing", "quoting", "words", "quoted", "quotes", "cited", "cites")
    return frozenset((*speech(), *lists["by"], *lists["tallies"], *more))


def find(tokens: Tokens, first: int, stop: int, quoted: frozenset[int]) -> list[Statement]:
    """The statements of the sentence at tokens ``[first, stop)``, in order; ``quoted`` tokens are silent.

    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("Two men drowned, the mayor of Hale told Radio Nine on Friday.")
    >>> [(t.quote(s.speaker.first, s.speaker.stop), s.trails) for s in find(t, 0, len(t), frozenset())]
    [('the mayor of Hale', True)]
    """
    words = tokens.words
    heard = _heard()
    if words[first] in ("source", "quote") and (line := source_line(tokens, first, stop)):
        return line
    if heard.isdisjoint(tokens.said(first, stop)):
        return _tags(tokens, first, stop)
    found: list[Statement] = []
    cited: list[Statement] = []  # "citing doctors": only where nobody else speaks
    verbs, lists = speech(), source_lists()
    for i in [k for k in range(first, stop) if words[k] in heard]:
        word = words[i]
        if (
            i in quoted
            and word != "according"
            or (i > first and tokens.capital(i) and mixed_case(tokens, i))
        ):
            continue
        statement: Statement | None = None
        if word in ("according", "per", "citing", "quoting", "words"):
            statement = according(tokens, first, i, stop)
        elif word in ("quoted", "quotes", "cited", "cites"):
            statement = quoted_by(tokens, first, i, stop)
        elif word == "reported":
            statement = reported_as_saying(tokens, first, i, stop)
        if statement is None and word in lists["by"] and (by := told_by(tokens, i, stop)):
            statement = released_by(tokens, first, i, by, stop)
        elif statement is None and word in verbs:
            carried = found and CARRIED.isdisjoint(words[found[-1].verb : found[-1].verb + 1])
            earlier = found if carried else found[:-1]
            statement = _verb(tokens, first, i, stop, verbs[word], earlier, quoted)
        if statement is None and word in lists["tallies"]:
            statement = count_of(tokens, first, i, stop)
        if statement is not None and found and passes_on(words, i, statement):
            found[-1] = replace(found[-1], via=(statement.speaker.first, statement.speaker.stop))
        elif statement is not None and found and carries(tokens, found[-1], statement):
            medium = found[-1].speaker
            found[-1] = replace(statement, via=(medium.first, medium.stop))
        elif statement is not None and statement.rule == "citing":
            cited.append(statement)
        elif statement is not None and not (found and embedded(tokens, found[-1], statement)):
            found.append(statement)
    found = found or cited
    if found and not PASSING.isdisjoint(words[first:stop]):
        return shown_to(tokens, first, stop, found)
    return found or _tags(tokens, first, stop)


def _tags(tokens: Tokens, first: int, stop: int) -> list[Statement]:
    """Who says so without a verb, at the end of a headline or before its colon."""
    tag, words = None, tokens.words
    if not _TAGS.isdisjoint(words[max(first, stop - 5) : stop]):
        tag = tagged(tokens, first, stop)
    if tag is None and ":" in words[first + 1 : min(stop, first + _HEAD)]:
        tag = heading(tokens, first, stop)
    return [tag] if tag is not None else []


def _verb(
    tokens: Tokens,
    first: int,
    i: int,
    stop: int,
    group: str,
    earlier: list[Statement],
    quoted: frozenset[int],
) -> Statement | None:
    words, classes = tokens.words, tokens.classes
    word = words[i]
    if word in ("believed", "thought") and words[i + 1 : i + 2] == ["to"]:
        return None  # "a convoy believed to have hit a mine"
    if grades_cases(tokens, i) or word == "saw" and words[i - 1] == "which":
        return None  # "an attack in May, WHICH SAW dozens kidnapped"
    if word == "accused" and i > first and classes[i - 1] & (c.NUMERAL | c.ARTICLE):
        return None  # "four of the 12 ACCUSED"
    if word[:8] == "identifi" and words[i + 1 : i + 2] == ["as"]:
        return None  # "a man identified as Ali Umar"
    if word[:7] == "declare" and declares(tokens, i, stop) or warns_of(tokens, i, stop):
        return None  # "declared a state of emergency", "warned of violence after 12 died"
    if word[:5] == "claim" and says_nothing(tokens, i, stop):
        return None  # "the attack claimed nine lives", "the group claimed an attack"
    if knows_nothing(tokens, i, stop):
        return None  # "said she HAD NO INFORMATION ABOUT REPORTS that 12 died"
    if word[:3] == "add" and words[i + 1 : i + 2] == ["to"]:
        if "that" not in words[i + 2 : min(stop, i + _OBJECT)]:
            return None  # "deaths that add to the toll", but "added to the paper THAT 12 died"
    if group == "of" and words[i + 1 : i + 2] != ["of"]:
        return None
    if group == "reporting" and ranks(tokens, i, stop):
        return None  # "Freedonia reported the third-highest number"
    if group == "at" and not puts(tokens, i, stop):
        return None
    if group == "that" and not " ".join(words[i + 1 : i + 4]).startswith(_THAT):
        if not found_at_end(tokens, i, stop):
            return None
    if group == "toll" and _TOLLS.isdisjoint(words[i + 1 : min(stop, i + _OBJECT)]):
        if words[i + 1 : i + 2] != ["it"] or "to" not in words[i + 2 : min(stop, i + 4)]:
            return None  # but "the mayor later revised it down to 17"
    previous = words[i - 1] if i > first else ""
    if previous in ("if", "until", "unless", "once"):
        return None  # "the deaths, if confirmed, would"
    k = i - 1
    while k > first and classes[k] & c.ADVERB:
        k -= 1
    doing = k >= first and words[k] in BE and word.endswith("ing")  # "police are reporting"
    if k >= first and words[k] in BE and not doing:
        return None  # "it was also reported"
    if group != "plain" and (previous in BE and not doing or previous in _NOUN_NEXT):
        return None
    ends = i + 1 >= stop or bool(classes[i + 1] & c.PUNCTUATION)
    # "…, Radio Nine reports with reference to"
    ends |= words[i + 1 : i + 3] == [
        "with",
        "reference",
    ]
    if shows_up(words, i):
        return None  # "900 refugees have registered in Hale"
    if (
        word in _NOUN_TOO
        and words[i + 1 : i + 3] != ["to", "have"]
        and (
            ends
            and not (word in _CLOSING and _closes(tokens, first, i, earlier))
            or not ends
            and classes[i + 1] & (c.PREPOSITION | c.VERB | c.AUXILIARY)
            or not ends
            and (words[i + 1] in speech() or word in ("states", "state") and words[i + 1] != "that")
        )
    ):
        return None
    if word in PARTICIPLES and not doing:
        return by_participle(tokens, first, i, earlier[-1] if earlier else None)
    if previous in (",", '"', "'", "") and group in ("plain", "reporting"):
        speaker = _inverted(tokens, i, stop)
        if speaker is not None:
            end = past_time(tokens, speaker.end, stop)
            more = content(tokens, end, stop) and not beside_speech(tokens, end)
            return Statement(speaker, i, i, speaker.end, "said_after", leads=more, trails=True)
    speaker = speakers.before(tokens, _clause_low(first, i, earlier, quoted), i)
    if speaker is None and previous in ("and", "but", "also") and earlier:
        speaker = earlier[-1].speaker
    elif speaker is None and previous in ("and", "but"):
        speaker = speakers.after(tokens, opening(tokens, first, i), i)
        speaker = speaker if plausible(speaker) else None
    speaker = behind_toll(tokens, speaker) if speaker else None
    given = handed_on(tokens, speaker, i) if speaker else None
    speaker = given[0] if given else speaker
    if speaker is None or passive_at_end(tokens, first, i, stop, speaker):
        return None
    if group == "toll" and speaker.begin > first and classes[speaker.begin - 1] & c.VERB:
        return None  # "deaths from floods that have HIT HALE raise the toll"
    lone = speaker.stop - speaker.first == 1 and not speaker.listed
    if lone and words[speaker.first].endswith("ly"):
        return None  # "he publicly stated"
    if word in _COUNTING and speaker.named and is_country(tokens, speaker):
        return None  # "The USA has counted 12 deaths"
    known = speaker.kind is not None  # "Xinhua" is a town, too
    opens = speaker.first == first or words[speaker.begin - 1] in _OPEN_CLAUSE
    if word in RECORDING and opens and not known and is_town(tokens, speaker):
        return None  # "Blantyre reported 12 deaths": where, not who
    told = speaker.listed or speaker.named or speaker.pronoun
    if not told and (group != "plain" or not determined(tokens, speaker.begin)):
        return None
    if group == "toll" and classes[speaker.stop - 1] & c.TRIGGER and speaker.kind is None:
        return None  # "her death brings to 18 the number of victims"
    if word[:5] == "admit" and speaker.kind == "medical":
        return None  # patients, not facts
    led = words[speaker.begin - 1] if speaker.begin > first else ""
    said_as = led == "as" and words[speaker.begin - 2] not in ("well", "such")
    if "what" in (led, words[speaker.first]) or words[speaker.begin] in ("of", "no", "any"):
        return None  # "what one witness described", "690 OF THE MOVES recorded", "NO reports"
    if (
        led
        and not said_as
        and led != "after"
        and not given
        and classes[speaker.begin - 1] & c.PREPOSITION
    ):
        return None  # "we learned from public reports that"
    if words[speaker.first] in _TOLLS and word in RECORDING:
        return None  # "the TALLY of homes … topped 1,000 after crews COUNTED another 250"
    if words[speaker.first] in _EARLIER or words[speaker.begin] in _EARLIER:
        return None  # "an earlier count put it at 7": whose?
    if word in TOLD and i + 1 < stop and _counts(classes[i + 1]):
        return None  # "told more than 900 villagers to leave"
    listener = via(tokens, i, stop)
    end = past_time(tokens, listener[1] if listener else i + 1, stop)
    count = i + 1 < stop and _counts(classes[i + 1])  # "witnesses said 40": no day
    leads = content(tokens, i + 1 if count else end, stop)
    begin = min(speaker.begin, i)
    if said_as and (end >= stop or classes[end] & c.PUNCTUATION):
        begin -= 1  # "12 died, as police reported"
    trails = (
        begin > first
        and words[begin - 1] in _OPENERS
        and _clause_before(tokens, first, begin - 1, earlier)
        or begin > first + 1
        and classes[begin - 1] & (c.ARTICLE | c.DETERMINER)
        and words[begin - 2] in _OPENERS
        and _clause_before(tokens, first, begin - 2, earlier)
        or begin > first
        and not leads
    )
    if count and (i + 2 >= stop or classes[i + 2] & c.PUNCTUATION):
        trails = False  # "police said 12 died, HAMAS SAID 30"
    via_span = listener if listener and not nobody(tokens, listener) else None
    via_span = given[1] if given else via_span
    rule = "toll_moved" if group == "toll" else "said"
    leads &= not (trails and beside_speech(tokens, end))
    return Statement(speaker, i, begin, i + 1, rule, leads or not trails, bool(trails), via_span)


def _counts(bits: int) -> bool:
    """Is it a word that begins a count, no article?"""
    return bool(bits & (c.NUMERAL | c.QUALIFIER)) and not bits & (c.ARTICLE | c.DETERMINER)


def _closes(tokens: Tokens, first: int, i: int, earlier: list[Statement]) -> bool:
    """Does a speaker between a comma and the verb at token ``i`` close what is told: "12 died, THE BBC REPORTS"?"""
    comma = next(
        (k for k in range(i - 1, max(first, i - _OBJECT), -1) if tokens.words[k] in _OPENERS), 0
    )
    if not comma or not _clause_before(tokens, first, comma, earlier):
        return False
    speaker = speakers.before(tokens, comma + 1, i)
    if not plausible(speaker) or speaker is None or speaker.begin > comma + 2:
        return False
    return tokens.words[i][-1] == "s" or tokens.words[speaker.stop - 1].endswith(("s", "police"))


_OPEN_CLAUSE: Final = frozenset((",", ";", "and", "but", "while", "whereas"))
_COUNTING: Final = frozenset(
    "recorded records record registered registers counted counts saw".split()
)


# "the mayor's alleged part"
_NOUN_NEXT: Final = frozenset(("a", "an", "the", "to", "of", "no", "'s", "'"))


# "pointed OUT THAT", "has GROUNDS TO BELIEVE"
_THAT: Final = ("that ", "out that ", "grounds to believe")
_TOLLS: Final = frozenset("toll count tally number figure figures estimate total".split())
_OBJECT: Final = 8  # tokens between a verb and the toll that it moves
_NOUN_TOO: Final = frozenset(
    "states state records counts documents lists claims estimates note notes reports report claim estimate "
    "shows show tells posts".split()
)
_CLOSING: Final = frozenset("reports report estimates estimate claims claim".split())


_EARLIER: Final = frozenset("earlier previous initial first preliminary".split())
_OPENERS: Final = frozenset((",", '"', "-", "'"))


def _clause_low(first: int, i: int, earlier: list[Statement], quoted: frozenset[int]) -> int:
    """The first token that the subject of the verb at ``i`` may hold."""
    low = first
    if earlier:
        low = max(low, earlier[-1].stop)
    for k in range(i - 1, low - 1, -1):
        if k in quoted:
            return k + 1
    return low


def _clause_before(tokens: Tokens, first: int, stop: int, earlier: list[Statement]) -> bool:
    """Is what stands before the speaker a statement of its own, no mere "On Monday,"?"""
    begin = max(first, earlier[-1].stop if earlier else first)
    bits = 0
    for k in range(begin, stop):
        bits |= tokens.classes[k]
    if not bits & (c.VERB | c.TRIGGER | c.AUXILIARY | c.NUMERAL):
        return False
    return not (tokens.classes[begin] & c.PREPOSITION and not bits & (c.TRIGGER | c.AUXILIARY))


def _inverted(tokens: Tokens, i: int, stop: int) -> Speaker | None:
    """The speaker after the verb: ", said the mayor, who ..."."""
    if tokens.words[i] == "reports" and (paper := at_end(tokens, i + 1, stop)):
        return paper
    if i + 1 >= stop or tokens.classes[i + 1] & (_TIMELY | c.PREPOSITION | c.RELATIVE):
        return None
    if tokens.classes[i + 1] & c.NUMERAL:  # "said TWO officials.", but "said 12 people died"
        told = speakers.after(tokens, i + 2, stop) if i + 2 < stop else None
        ends = told and (told.end >= stop or tokens.classes[told.end] & c.PUNCTUATION)
        return told if told and told.listed and ends else None
    if tokens.words[i] in TOLD or tokens.words[i + 1] in ("most", "many", "some", "all", "there"):
        return None
    speaker = speakers.after(tokens, i + 1, stop)
    if speaker is None or not (speaker.listed or speaker.named or speaker.pronoun):
        return None
    end = speaker.end
    if end >= stop:
        return speaker
    if acted_on(tokens, end, stop):
        return None
    bits = tokens.classes[end]
    # "said the army and the council are ready", "said men DIGGING in Lesk found": what they said, not who
    if bits & c.CONJUNCTION or tokens.words[speaker.stop - 1].endswith("ing"):
        for k in range(end, min(stop, end + 7)):
            if tokens.classes[k] & c.PUNCTUATION:
                break
            if tokens.classes[k] & (c.AUXILIARY | c.MODAL | c.VERB):
                return None
    stands = bits & (
        c.CONJUNCTION
        | c.PUNCTUATION
        | c.PREPOSITION
        | c.WEEKDAY
        | c.TIME
        | c.SUBORDINATOR
        | c.RELATIVE
    )
    return speaker if (stands or bits & c.ADVERB) and tokens.words[end] != "to" else None
