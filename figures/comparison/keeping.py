"""An account as the index keeps it: one line of JSON, that gives back an equal account."""

from __future__ import annotations

import json
from typing import Any

from figures.comparison.accounts import Account
from figures.comparison.places import Where
from figures.comparison.wording import Wording


def kept(one: Account) -> str:
    """An account as a line."""
    told = one.wording
    return json.dumps(
        (
            one.id, one.document_id, one.figures, one.categories, one.scope, one.main, one.past,
            None if one.place is None else _place(one.place), [_place(p) for p in one.places],
            sorted(one.home), sorted(one.countries),
            one.span, one.published, one.days, one.printed, one.kinds,
            (
                told.weights, told.length, told.names, [[*p, w] for p, w in told.phrases.items()],
                sorted(told.streets), sorted(told.addresses), sorted(told.ages),
            ),
            dict(one.heart), dict(one.headline), sorted(one.victims), sorted(one.told),
            sorted(one.counts), one.harmed, one.house,
        ),
        ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip


def read(line: str) -> Account:
    """The account that a line keeps."""
    (
        name, document, figures, categories, scope, main, past, place, places, home, countries, span,
        published, days, printed, kinds, (weights, length, names, phrases, streets, addresses, ages), heart,
        headline, victims, told, counts, harmed, house,
    ) = json.loads(line)  # fmt: skip
    return Account(
        name, document, tuple(figures), tuple(categories), scope, main, past,
        None if place is None else Where(*place), tuple(Where(*p) for p in places),
        frozenset(home), frozenset(countries),
        _pair(span), published, _pair(days), printed, tuple(kinds),
        Wording(
            weights, length, names, {(a, b): worth for a, b, worth in phrases}, frozenset(streets),
            frozenset(map(tuple, addresses)), frozenset(ages),
        ),
        heart, headline, frozenset(victims), frozenset(told), frozenset(map(tuple, counts)),
        harmed, house,
    )  # fmt: skip


def _place(one: Where) -> tuple[Any, ...]:
    return (
        one.name, one.admin1, one.country, one.latitude, one.longitude, one.precision, one.gazetteer_id,
    )  # fmt: skip


def _pair(told: list[Any] | None) -> Any:
    return None if told is None else tuple(told)
