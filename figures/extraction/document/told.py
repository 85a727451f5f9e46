"""One figure in the making, and the record it becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from figures.extraction.document.setting import Setting
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import Chunk, Counted
from figures.extraction.modifiers.cues import Modifier
from figures.extraction.modifiers.since import INCIDENT, Scope
from figures.extraction.modifiers.states import stock_or_flow
from figures.extraction.modifiers.status import basis_of
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.model import Evidence, Figure


@dataclass(slots=True)
class Told:
    """One figure in the making: the reading and what the later stages found about it."""

    index: int  # of its sentence
    sentence: Sentence
    chunks: list[Chunk]
    reading: Reading
    id: str
    modifiers: Mapping[str, Sequence[Modifier]]  # of its sentence, by field
    evidence: list[Evidence] = field(default_factory=list)
    status: str = "asserted"
    scope: Scope = INCIDENT
    part_of: str | None = None
    adds_to: str | None = None
    restates: str | None = None
    background: tuple[int, int] | None = None  # tokens that set it in another incident
    # of its reading, as is the category: they are often asked for
    counted: Counted = field(init=False)
    category: str = field(init=False)

    def __post_init__(self) -> None:
        self.counted, self.category = self.reading.counted, self.reading.trigger.category

    def attack(self) -> None:
        """Make those counted attackers."""
        groups = (*self.counted.groups, "attacker")
        self.counted = self.reading.counted = replace(self.counted, groups=groups)

    def suffer(self, fate: str) -> None:
        """Move those counted to another category, by the shape that told them."""
        trigger = self.reading.trigger
        self.category = fate
        self.reading.trigger = replace(trigger, category=fate, rule=f"{fate}/{trigger.shape}")


def evidence_of(
    tokens: Tokens, name: str, rule: str, first: int, stop: int, value: object = None
) -> Evidence:
    return Evidence(
        name,
        rule,
        tokens.starts[first],
        tokens.ends[stop - 1],
        None if value is None else str(value),
    )


def figure_of(tokens: Tokens, told: Told, setting: Setting) -> Figure:
    counted, reading, sentence = told.counted, told.reading, told.sentence
    trigger = reading.trigger
    start, end = tokens.starts[counted.first], tokens.ends[counted.stop - 1]
    number_first, number_stop = counted.reported
    number_start, number_end = tokens.starts[number_first], tokens.ends[number_stop - 1]
    scope, since, scope_span = told.scope
    basis = basis_of(tokens, told.chunks, reading, told.modifiers["basis"])
    value = counted.value if counted.value is not None else f"{counted.low}..{counted.high}"
    number_rule, group_rule = "number/" + counted.qualifier, "group/" + counted.counted
    evidence = [
        evidence_of(tokens, "number", number_rule, counted.first, number_stop, value),
        evidence_of(tokens, "category", trigger.rule, *reading.span, trigger.category),
        evidence_of(tokens, "quote", group_rule, counted.first, counted.stop),
        *told.evidence,
    ]
    if scope_span:
        evidence.append(evidence_of(tokens, "scope", "scope/" + scope, *scope_span, scope))
    if basis:
        evidence.append(evidence_of(tokens, "basis", "basis/" + basis[0], *basis[1:], basis[0]))
    if told.background:
        evidence.append(evidence_of(tokens, "background", "background/words", *told.background))
    evidence += setting.evidence
    noun_from = max(number_stop, counted.first)
    subject = (
        tokens.quote(noun_from, counted.stop)
        if counted.head is not None and counted.stop > noun_from
        else None
    )
    return Figure(
        told.id, trigger.category,
        tokens.text[start:end], start, end,
        tokens.text[number_start:number_end], number_start, number_end,
        tokens.text[sentence.start : sentence.end], sentence.start, sentence.end,
        counted.value, counted.low, counted.high, counted.qualifier, counted.counted,
        counted.unit or _unit(trigger.category), subject, trigger.rule, counted.groups,
        told.status, scope, since, stock_or_flow(tokens, told.chunks, reading),
        basis[0] if basis else None, told.part_of, told.adds_to, told.restates,
        background=tokens.quote(*told.background) if told.background else None,
        evidence=tuple(evidence),
        **setting.fields,
    )  # fmt: skip


def _unit(category: str) -> str:
    return "building" if category.startswith("buildings") else "person"
