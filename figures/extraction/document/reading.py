"""The document stage: sentences read one by one, then what only the whole text tells.

Parts and additions across sentences, background incidents kept apart, who, where and when for each figure,
and a rejection for every numeral that gave no figure its value.
"""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger
from figures.extraction.document.aboard import all_lost, company, none_survived
from figures.extraction.document.attackers import mark_attackers
from figures.extraction.document.box import parts
from figures.extraction.document.captives import seized, told_dead
from figures.extraction.document.fates import settle_fates
from figures.extraction.document.incidents import parts_apart, set_apart
from figures.extraction.document.linking import link
from figures.extraction.document.listing import Lists
from figures.extraction.document.rejections import rejections
from figures.extraction.document.saying import say, share_status
from figures.extraction.document.setting import settings
from figures.extraction.document.tables import Tables
from figures.extraction.document.told import Told, figure_of
from figures.extraction.document.units import share_units
from figures.extraction.document.windows import share_scope, share_times
from figures.extraction.frames.framer import frames
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.suicides import (
    OWN_HAND,
    after_attack,
    of_himself,
    own_hand,
    own_shot,
    suicides,
)
from figures.extraction.frames.suicides import TRIGGER as SUICIDE
from figures.extraction.frames.topic import Topic
from figures.extraction.groups.chunking import chunk
from figures.extraction.groups.chunks import Chunk, Counted
from figures.extraction.groups.phrases import Found
from figures.extraction.modifiers.absences import absences
from figures.extraction.modifiers.cues import modifiers
from figures.extraction.numbers.grammar import NUMBERED
from figures.extraction.numbers.grammar import read as read_numbers
from figures.extraction.numbers.measures import Measured, may_measure, measured
from figures.extraction.numbers.numerals import numerals
from figures.extraction.sifting import sift
from figures.extraction.words.sentences import Sentence, split
from figures.extraction.words.tokens import Tokens, tokenize
from figures.lexicon import classes as c
from figures.model import Document, Extraction, Figure, Number, Rejection, short_hash


def read(document: Document) -> Extraction:
    """All figures and rejections of a document."""
    tokens = tokenize(document.text)
    figures: list[Figure] = []
    rejected: list[tuple[int, int, str]] = []  # token ranges
    for part in parts(tokens, split(tokens)):
        told = _told(document, tokens, part, rejected)
        figures += _figures(document, tokens, part, told) if told else []
    found = [Rejection(tokens.starts[a], tokens.ends[b - 1], rule) for a, b, rule in rejected]
    found += [Rejection(a, b, "citation") for a, b in tokens.marks]
    reasons = sorted(found, key=lambda r: r.start)
    return Extraction(document, tuple(figures), tuple(reasons))


def _told(
    document: Document,
    tokens: Tokens,
    sentences: list[Sentence],
    rejected: list[tuple[int, int, str]],
) -> list[Told]:
    """What the sentences tell one by one; the numerals they give no figure for join the ``rejected``."""
    told: list[Told] = []
    topic, document_id = Topic(), document.id
    board = "board" in document.text
    tables = Tables(tokens) if "|" in tokens.folded else None
    lists = Lists(tokens)
    for index, sentence in enumerate(sentences):
        phrases = sift(tokens, sentence, topic)
        measures = may_measure(tokens, sentence)
        numbers = (
            read_numbers(tokens, sentence.first, sentence.stop)
            if (phrases is not None or measures) and sentence.classes & NUMBERED
            else []
        )
        quantities = measured(tokens, sentence.first, sentence.stop, numbers) if measures else []
        if board and (trigger := all_lost(tokens, sentence)):
            _tell_lost(tokens, sentences, index, trigger, told, rejected, document_id)
        ends = bool(told) and _ends_himself(tokens, sentence, index, told)
        if (
            tables is not None
            and (row := tables.row(sentence)) is not None
            or (row := lists.row(sentence)) is not None
        ):
            numbers, chunks, readings = row
            topic = topic.after(readings)
        elif phrases is None and not (quantities or ends):
            topic = topic.after(())
            lists.head(sentence)
            if told:
                _tell_dead(tokens, sentence, index, told, document_id)
            passed_over = numerals(tokens, sentence)
            rejected += [(a, b, "no_category_words") for a, b in passed_over]
            continue
        else:
            chunks = chunk(tokens, sentence.first, sentence.stop, numbers, phrases)
            readings = frames(tokens, chunks, topic)
            if not readings:
                lists.head(sentence)
            else:
                lists.under(sentence, readings)
            topic = topic.after(readings, None if readings else _toll_in(phrases))
            readings = absences(tokens, chunks, readings, phrases or {})
        survived = sentence.classes & c.NEGATION and none_survived(tokens, sentence, readings)
        if (none := survived) and index:
            if _tell_lost(tokens, sentences, index, none.trigger, told, rejected, document_id):
                readings.remove(none)
        readings += _suicides(tokens, sentence, chunks, numbers, readings, ends)
        readings += _measures(tokens, chunks, quantities, readings)
        said = modifiers(tokens, chunks) if readings else {}
        for reading in readings:
            identity = _id(tokens, document_id, reading)
            told.append(Told(index, sentence, chunks, reading, identity, said))
        if told:
            _tell_dead(tokens, sentence, index, told, document_id)
        rejected += rejections(tokens, sentence, numbers, chunks, readings)
    return told


def _toll_in(phrases: Found | None) -> Trigger | None:
    """The trigger of the toll that a sentence speaks of, if any; "the dead" are none."""
    found = (t for phrase in (phrases or {}).values() for _, t in phrase if t.shape == "toll")
    return next((t for t in found if t.words != ("dead",)), None)


def _id(tokens: Tokens, document_id: str, reading: Reading) -> str:
    """The id of the figure that a reading becomes."""
    start = tokens.starts[reading.counted.reported[0]]
    return short_hash("figure", document_id, str(start), reading.trigger.category)


def _tell_lost(
    tokens: Tokens,
    sentences: list[Sentence],
    index: int,
    trigger: Trigger,
    told: list[Told],
    rejected: list[tuple[int, int, str]],
    document_id: str,
) -> bool:
    """Tell those dead who were on board in a sentence before, where nothing was read of them there."""
    found = company(tokens, sentences, index, trigger)
    if found is None:
        return False
    before, chunks, readings = found
    firsts = [reading.counted.reported[0] for reading in readings]
    at = len(told)  # where they belong: a few from the end, however much was told
    while at and told[at - 1].index >= before:
        if told[at - 1].counted.reported[0] in firsts:
            return False
        if (told[at - 1].index, told[at - 1].counted.first) < (before, firsts[0]):
            break
        at -= 1
    said = modifiers(tokens, chunks)
    told[at:at] = [
        Told(before, sentences[before], chunks, r, _id(tokens, document_id, r), said)
        for r in readings
    ]
    for i in range(len(rejected) - 1, -1, -1):
        if rejected[i][0] < sentences[before].first:
            break
        if rejected[i][0] in firsts:
            del rejected[i]
    return True


def _tell_dead(
    tokens: Tokens, sentence: Sentence, index: int, told: list[Told], document_id: str
) -> None:
    """Tell those seized dead too, where the words behind do."""
    at = seized(told, index)
    trigger = told_dead(tokens, sentence, told[at], index) if at is not None else None
    if at is None or trigger is None:
        return
    t = told[at]
    reading = Reading(t.counted, t.reading.at, t.reading.at, trigger, t.counted.reported)
    identity = _id(tokens, document_id, reading)
    told.insert(at + 1, Told(t.index, t.sentence, t.chunks, reading, identity, t.modifiers))


def _figures(
    document: Document, tokens: Tokens, sentences: list[Sentence], told: list[Told]
) -> list[Figure]:
    """The figures in the making, with what only the whole text tells of them."""
    mark_attackers(tokens, sentences, told)
    settle_fates(document.id, tokens, told)
    set_apart(document, tokens, sentences, told)
    say(tokens, told)
    link(tokens, told)
    parts_apart(told)
    share_units(told)
    share_scope(tokens, told)
    share_status(told)
    where = settings(
        document,
        tokens,
        sentences,
        [(t.index, t.counted, t.reading, t.background) for t in told],
    )
    share_times(tokens, told, where)
    figures = [figure_of(tokens, t, s) for t, s in zip(told, where, strict=True)]
    return sorted(figures, key=lambda f: f.number_start)


_HARMED: Final = frozenset(("killed", "injured", "casualties"))


def _ends_himself(tokens: Tokens, sentence: Sentence, index: int, told: list[Told]) -> bool:
    """Does a sentence behind one that tells what somebody did to others go on with him, and with his own death?"""
    last = told[-1]
    if last.index != index - 1 or last.reading.trigger.shape not in ("active", "suicide"):
        return False
    return last.category in _HARMED and of_himself(tokens, sentence.first, sentence.stop)


def _suicides(
    tokens: Tokens,
    sentence: Sentence,
    chunks: list[Chunk],
    numbers: list[Number],
    readings: list[Reading],
    ends: bool,
) -> list[Reading]:
    """Readings of attackers who died by their own attack, where no other reading counts them. ``ends``: is the
    sentence about who hurt others in the one before?"""
    told = (
        [(*one, SUICIDE) for one in suicides(tokens, sentence.first, sentence.stop, numbers)]
        if sentence.classes & c.SUICIDE
        else []
    )
    harmed = [
        (r.counted.stop - 1, r.trigger.category)
        for r in readings
        if r.trigger.shape == "active" and r.trigger.category in _HARMED
    ]
    if harmed and not told:
        others = any(category == "killed" for _, category in harmed)
        found = own_hand(tokens, min(harmed)[0], sentence.stop, others)
        told = [(*one, OWN_HAND) for one in found]
    elif ends and not told:
        told = [(*one, OWN_HAND) for one in own_hand(tokens, sentence.first, sentence.stop, True)]
    elif sentence.classes & c.SUICIDE and not told:
        told = [(*one, OWN_HAND) for one in after_attack(tokens, sentence.first, sentence.stop)]
    if not readings and not told:
        told = list(own_shot(tokens, sentence.first, sentence.stop))
    if not told:
        return []
    taken = {
        i for r in readings if r.trigger.category == "killed" for i in range(*r.counted.reported)
    }
    out: list[Reading] = []
    for counted, span, trigger in told:
        if taken.isdisjoint(range(counted.first, counted.stop)):
            at = next(i for i, ch in enumerate(chunks) if ch.stop > counted.first)
            one = Reading(counted, at, at, trigger, span)
            if tokens.words[counted.first - 1] == "including":
                one.part_of = max(
                    (r for r in readings if r.at < at), key=lambda r: r.at, default=None
                )
                if one.part_of is None or one.part_of.trigger.category != "killed":
                    continue  # "killed 12 and hurt 40, including himself"
            out.append(one)
    return out


def _measures(
    tokens: Tokens,
    chunks: list[Chunk],
    quantities: list[Measured],
    readings: list[Reading],
) -> list[Reading]:
    """Readings of tonnes of aid, hectares of land and money, where no count was read."""
    if not quantities:
        return []
    taken = {i for r in readings for i in range(*r.counted.reported)}
    out: list[Reading] = []
    for m in quantities:
        if m.number_first in taken:
            continue
        counted = Counted(
            m.first, m.stop, m.value, m.low, m.high, m.qualifier,
            (m.number_first, m.number_stop), unit=m.unit,
        )  # fmt: skip
        trigger = Trigger((tokens.words[m.word],), m.category, "measure", "noun", m.rule)
        at = next(i for i, ch in enumerate(chunks) if ch.stop > m.number_first)
        reading = Reading(counted, at, at, trigger, (m.word, m.word + 1))
        if out and tokens.words[out[-1].counted.stop : m.first] in (["("], ["or"]):
            reading.restates = out[-1]  # "7,100 acres (2,873 hectares)"
        out.append(reading)
    return out
