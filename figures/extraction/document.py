"""The document stage: sentences read one by one, then what only the whole text tells.

Parts and additions across sentences, background incidents kept apart, who, where and when for each figure,
and a rejection for every numeral that gave no figure its value.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from figures.categories import Trigger
from figures.extraction.frames import absences as absence_stage
from figures.extraction.frames.framer import frames
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunking import chunk
from figures.extraction.groups.chunks import COUNT, Chunk, Counted
from figures.extraction.modifiers.background import background_words
from figures.extraction.modifiers.scope import basis_of, scope_of, stock_or_flow
from figures.extraction.modifiers.status import status_of
from figures.extraction.numbers.exclusions import numerals
from figures.extraction.numbers.grammar import read as read_numbers
from figures.extraction.numbers.measures import may_measure, measured
from figures.extraction.setting import Setting, settings
from figures.extraction.words.sentences import Sentence, split
from figures.extraction.words.tokens import Tokens, tokenize
from figures.lexicon import classes as c
from figures.model import Document, Evidence, Extraction, Figure, Number, Rejection, short_hash

_MOST_NEAR = 50  # figures looked at, so that a text of many thousands stays quick
_OTHERS = frozenset(("other", "others"))
_NEAR = 3  # sentences back in which "of them" finds its whole
_COUNTS = c.NUMERAL | c.ARTICLE | c.NEGATION


@dataclass(slots=True)
class Told:
    """One figure in the making: the reading and what the later stages found about it."""

    index: int  # of its sentence
    sentence: Sentence
    chunks: list[Chunk]
    reading: Reading
    id: str
    evidence: list[Evidence] = field(default_factory=list)
    status: str = "asserted"
    part_of: str | None = None
    adds_to: str | None = None
    restates: str | None = None
    background: tuple[int, int] | None = None  # tokens that set it in another incident

    @property
    def counted(self) -> Counted:
        return self.reading.counted

    @property
    def category(self) -> str:
        return self.reading.trigger.category


def sift(tokens: Tokens, sentence: Sentence) -> bool:
    """Can this sentence hold a figure: a category's word, and a numeral, an article, a negation,
    or a verb that can tell of a victim known by name alone?"""
    bits = 0
    for value in tokens.classes[sentence.first : sentence.stop]:
        bits |= value
    return bool(bits & c.TELLING and bits & (_COUNTS | c.VICTIM))


def read(document: Document) -> Extraction:
    """All figures and rejections of a document."""
    tokens = tokenize(document.text)
    sentences = split(tokens)
    told: list[Told] = []
    rejected: list[tuple[int, int, str]] = []  # token ranges
    for index, sentence in enumerate(sentences):
        measures = may_measure(tokens, sentence.first, sentence.stop)
        if not measures and not sift(tokens, sentence):
            rejected += [
                (a, b, "no_category_words")
                for a, b in numerals(tokens, sentence.first, sentence.stop)
            ]
            continue
        numbers = read_numbers(tokens, sentence.first, sentence.stop)
        chunks = chunk(tokens, sentence.first, sentence.stop, numbers)
        readings = frames(tokens, chunks)
        readings += _absences(tokens, sentence, chunks, readings)
        if measures:
            readings += _measures(tokens, sentence, chunks, numbers, readings)
        for reading in readings:
            start = tokens.starts[reading.counted.reported[0]]
            identity = short_hash("figure", document.id, str(start), reading.trigger.category)
            told.append(Told(index, sentence, chunks, reading, identity))
        rejected += _rejections(tokens, sentence, numbers, chunks, readings)
    opening = told[0].index if told else 0
    years = _own_years(document, tokens, sentences)
    for t in told:
        t.background = background_words(
            tokens, t.sentence.first, t.sentence.stop, years, t.index in (0, opening)
        )
    _link(tokens, told)
    where = settings(
        document, tokens, sentences, [(t.index, t.counted, t.reading, t.chunks) for t in told]
    )
    figures = [_figure(tokens, t, s) for t, s in zip(told, where, strict=True)]
    figures.sort(key=lambda f: f.number_start)
    rejections = sorted(
        (Rejection(tokens.starts[a], tokens.ends[b - 1], rule) for a, b, rule in rejected),
        key=lambda r: r.start,
    )
    return Extraction(document, tuple(figures), tuple(rejections))


def _own_years(document: Document, tokens: Tokens, sentences: list[Sentence]) -> str | None:
    """The year a report is of: that of its publication, else the first year it names."""
    if document.published_on:
        return document.published_on
    for sentence in sentences[:4]:
        for i in range(sentence.first, sentence.stop):
            word = tokens.words[i]
            if len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2100:
                return word
    return None


def _absences(
    tokens: Tokens, sentence: Sentence, chunks: list[Chunk], readings: list[Reading]
) -> list[Reading]:
    """Readings of "no reports of injuries" and "no immediate reports of casualties"."""
    if "no" not in tokens.words[sentence.first : sentence.stop]:
        return []
    out: list[Reading] = []
    taken = {(r.counted.reported[0], r.trigger.category) for r in readings}
    for first, stop, n_first, n_stop, trigger, known in absence_stage.absences(
        tokens, sentence.first, sentence.stop
    ):
        if (n_first, trigger.category) in taken:
            continue
        taken.add((n_first, trigger.category))
        zero = 0 if known else None
        counted = Counted(first, stop, zero, zero, zero, "exact", (n_first, n_stop), unit="person")
        at = next(i for i, ch in enumerate(chunks) if ch.stop > first)
        reading = Reading(counted, at, at, trigger, (stop - len(trigger.words), stop))
        reading.absent = "known" if known else "unknown"
        out.append(reading)
    return out


def _measures(
    tokens: Tokens,
    sentence: Sentence,
    chunks: list[Chunk],
    numbers: list[Number],
    readings: list[Reading],
) -> list[Reading]:
    """Readings of tonnes of aid, hectares of land and money, where no count was read."""
    taken = {i for r in readings for i in range(*r.counted.reported)}
    out: list[Reading] = []
    for m in measured(tokens, sentence.first, sentence.stop, numbers):
        if m.number_first in taken:
            continue
        counted = Counted(
            m.first, m.stop, m.value, m.low, m.high, m.qualifier,
            (m.number_first, m.number_stop), unit=m.unit,
        )  # fmt: skip
        trigger = Trigger((tokens.words[m.word],), m.category, "measure", "noun", m.rule)
        at = next(i for i, ch in enumerate(chunks) if ch.stop > m.number_first)
        out.append(Reading(counted, at, at, trigger, (m.word, m.word + 1)))
    return out


def _rejections(
    tokens: Tokens,
    sentence: Sentence,
    numbers: list[Number],
    chunks: list[Chunk],
    readings: list[Reading],
) -> list[tuple[int, int, str]]:
    """The numerals of a sentence that no figure took, each with the rule that says why."""
    used: set[int] = set()
    for reading in readings:
        used.update(range(*reading.counted.reported))
    measured_numbers = {r.counted.reported[0] for r in readings if r.trigger.shape == "measure"}
    for number in numbers:  # an age inside "a 51-year-old woman and her child" counts nobody
        if number.kind != "count" and number.number_first not in measured_numbers:
            used.difference_update(range(number.first, number.stop))
    by_token: dict[int, Number] = {}
    for number in numbers:
        for i in range(number.first, number.stop):
            by_token[i] = number
    counted = {ch.first: ch.count for ch in chunks if ch.kind == COUNT}
    out: list[tuple[int, int, str]] = []
    done: set[int] = set()
    for first, stop in numerals(tokens, sentence.first, sentence.stop):
        found = by_token.get(first)
        if found is None:
            if not used.issuperset(range(first, stop)):
                out.append((first, stop, "unread_numeral"))
            continue
        if found.first in done:
            continue
        done.add(found.first)
        if found.kind == "count" and any(
            i in used for i in range(found.number_first, found.number_stop)
        ):
            continue
        rule = found.kind
        if rule == "count":
            group = counted.get(found.first)
            rule = (
                "other_things"
                if group is not None and group.unit not in (None, "person", "household", "building")
                else "no_shape"
            )
        out.append((found.number_first, found.number_stop, rule))
    return out


def _link(tokens: Tokens, told: list[Told]) -> None:
    """Parts and additions: inside a sentence from the frames, across sentences from "of them", "another"."""
    by_reading = {id(t.reading): t for t in told}
    before: dict[tuple[str, bool], list[Told]] = {}  # of one category and incident, in order
    for n, t in enumerate(told):
        key = (t.category, t.background is None)
        earlier = before.setdefault(key, [])
        if n and told[n - 1].counted.high != 0:
            last = told[n - 1]
            before.setdefault((last.category, last.background is None), []).append(last)
        status = status_of(tokens, t.chunks, t.reading)
        if t.reading.absent == "unknown":
            t.status = "not_known"
        elif t.reading.absent is None and status is not None and t.counted.high != 0:
            t.status = status[0]
            t.evidence.append(
                _evidence(tokens, "status", status[1], status[2], status[3], status[0])
            )
        same = t.reading.restates
        if same is not None and id(same) in by_reading:
            t.restates = by_reading[id(same)].id
        whole = t.reading.part_of
        if whole is not None and id(whole) in by_reading:
            t.part_of = by_reading[id(whole)].id
        if t.part_of is not None:
            continue
        if t.counted.of_those:
            near = (e for e in reversed(earlier[-_MOST_NEAR:]) if t.index - e.index <= _NEAR)
            fits = (e.id for e in near if e.part_of is None and _size(e) >= _size(t))
            t.part_of = next(fits, None)
        elif t.counted.adding and not (n and _elided(told[n - 1], t)):
            if earlier:
                wholes = (e.id for e in reversed(earlier[-_MOST_NEAR:]) if e.part_of is None)
                t.adds_to = next(wholes, earlier[-1].id)
            elif not _OTHERS.intersection(tokens.words[t.counted.first : t.counted.stop]):
                # "three more deaths, … the toll is now 600": the total may come after
                later = [e for e in told[n + 1 : n + _MOST_NEAR] if e.category == t.category]
                t.adds_to = next((e.id for e in later if _size(e) > _size(t)), None)


def _elided(before: Told, told: Told) -> bool:
    """ "Killed 12 and injured 20 more": more than those of the other category, no addition."""
    joined = before.index == told.index and before.category != told.category
    return joined and not before.counted.adding


def _size(told: Told) -> int | float:
    return told.counted.value or told.counted.low or 0


def _evidence(
    tokens: Tokens, name: str, rule: str, first: int, stop: int, value: object = None
) -> Evidence:
    return Evidence(
        name,
        rule,
        tokens.starts[first],
        tokens.ends[stop - 1],
        None if value is None else str(value),
    )


def _figure(tokens: Tokens, told: Told, setting: Setting) -> Figure:
    counted, reading, sentence = told.counted, told.reading, told.sentence
    trigger = reading.trigger
    start, end = tokens.starts[counted.first], tokens.ends[counted.stop - 1]
    number_start, number_end = (
        tokens.starts[counted.reported[0]],
        tokens.ends[counted.reported[1] - 1],
    )
    scope, since, scope_span = scope_of(tokens, sentence.first, sentence.stop, reading)
    basis = basis_of(tokens, told.chunks, reading)
    evidence = [
        _evidence(
            tokens,
            "number",
            "number/" + counted.qualifier,
            counted.first,
            counted.reported[1],
            counted.value if counted.value is not None else f"{counted.low}..{counted.high}",
        ),
        _evidence(tokens, "category", trigger.rule, *reading.span, trigger.category),
        _evidence(tokens, "quote", "group/" + counted.counted, counted.first, counted.stop),
        *told.evidence,
    ]
    if scope_span:
        evidence.append(_evidence(tokens, "scope", "scope/" + scope, *scope_span, scope))
    if basis:
        evidence.append(
            _evidence(tokens, "basis", "basis/" + basis[0], basis[1], basis[1] + 1, basis[0])
        )
    if told.background:
        evidence.append(_evidence(tokens, "background", "background/words", *told.background))
    evidence += setting.evidence
    noun_from = max(counted.reported[1], counted.first)
    subject = (
        tokens.quote(noun_from, counted.stop)
        if counted.head is not None and counted.stop > noun_from
        else None
    )
    unit = counted.unit or _unit(trigger.category)
    return Figure(
        id=told.id,
        category=trigger.category,
        quote=tokens.text[start:end],
        start=start,
        end=end,
        reported=tokens.text[number_start:number_end],
        number_start=number_start,
        number_end=number_end,
        sentence=tokens.text[sentence.start : sentence.end],
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        value=counted.value,
        low=counted.low,
        high=counted.high,
        qualifier=counted.qualifier,
        counted=counted.counted,
        unit=unit,
        subject=subject,
        rule=trigger.rule,
        groups=counted.groups,
        status=told.status,
        scope=scope,
        since=since,
        stock_or_flow=stock_or_flow(tokens, told.chunks, reading),
        basis=basis[0] if basis else None,
        part_of=told.part_of,
        adds_to=told.adds_to,
        restates=told.restates,
        background=tokens.quote(*told.background) if told.background else None,
        evidence=tuple(evidence),
        **setting.fields,
    )


def _unit(category: str) -> str:
    return "building" if category.startswith("buildings") else "person"
