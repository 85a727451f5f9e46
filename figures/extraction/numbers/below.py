"""Amounts below zero."""

from __future__ import annotations

from dataclasses import replace

from figures.extraction.words.tokens import Tokens
from figures.model import Number


def signed(tokens: Tokens, number: Number) -> Number:
    """ "-1.3%", "minus 40 degrees": an amount below zero."""
    i = number.number_first
    if number.first != i or number.value is None or not i:
        return number
    if (
        tokens.words[i - 1] == "-"
        and tokens.glued(i)
        and (i > 1 and tokens.words[i - 2] == "minus")
    ):
        i -= 1
    elif tokens.words[i - 1] != "minus" and not (
        tokens.words[i - 1] == "-"
        and tokens.glued(i)
        and (not tokens.glued(i - 1) or tokens.words[i - 2] in "($")
    ):
        return number
    below = -number.value
    return replace(
        number, start=tokens.starts[i - 1], first=i - 1, value=below, low=below, high=below
    )
