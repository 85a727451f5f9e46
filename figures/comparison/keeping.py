"""An account as the index keeps it: two lines of JSON, that give back an equal account."""

from __future__ import annotations

import json
from typing import Any

from figures.comparison.accounts import Account
from figures.comparison.places import Where
from figures.comparison.wording import Wording

_WORDLESS: tuple[Any, ...] = ({}, 0.0, (), (), {}, {})


def kept(one: Account) -> tuple[str, str]:
    """An account as two lines: what is told of it and why it is linked, and the words that linking compares."""
    told = one.wording
    return _line(
        one.id, one.document_id, one.figures, one.categories, one.scope, one.main, one.past,
        one.place, one.places,
        sorted(one.home), sorted(one.countries),
        one.span, one.published, one.days, one.printed, one.kinds,
        sorted(one.victims), sorted(one.told), sorted(one.counts), one.harmed, one.house,
        told.names, sorted(told.streets), sorted(told.addresses),
    ), _line(
        told.weights, told.length, [[*p, w] for p, w in told.phrases.items()], sorted(told.ages),
        dict(one.heart), dict(one.headline),
    )  # fmt: skip


def _line(*told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def read(line: str, words: str | None) -> Account:
    """The account that the lines keep; without its words where they are not given, which takes a third of the time."""
    (
        name, document, figures, categories, scope, main, past, place, places, home, countries, span,
        published, days, printed, kinds, victims, told, counts, harmed, house,
        names, streets, addresses,
    ) = json.loads(line)  # fmt: skip
    weights, length, phrases, ages, heart, headline = json.loads(words) if words else _WORDLESS
    wording = Wording(
        weights, length, names, {(a, b): worth for a, b, worth in phrases}, frozenset(streets),
        frozenset(map(tuple, addresses)), frozenset(ages),
    )  # fmt: skip
    return Account(
        name, document, tuple(figures), tuple(categories), scope, main, past,
        None if place is None else Where(*place), tuple(Where(*p) for p in places),
        frozenset(home), frozenset(countries),
        _pair(span), published, _pair(days), printed, tuple(kinds), wording,
        heart, headline, frozenset(victims), frozenset(told), frozenset(map(tuple, counts)),
        harmed, house,
    )  # fmt: skip


def _pair(told: list[Any] | None) -> Any:
    return None if told is None else tuple(told)
