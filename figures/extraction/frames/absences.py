"""Counts told without a numeral: nobody ("no reports of injuries") and nothing known yet ("no immediate reports").

Plain "no reports of injuries" tells 0; with a word for not-yet (immediate, yet, so far, unclear) nothing is known.
"""

from __future__ import annotations

from figures.categories import Trigger
from figures.extraction.groups.phrases import find_triggers
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_REPORTS = frozenset(
    "report reports word information news indication indications details sign signs record".split()
)
# forms that tell people's state: "no reports of deaths", "of anyone dying", not "on the shooting"
_TOLD = frozenset("noun nouns adjective past_participle participle".split())
_YET = frozenset("immediate immediately yet unclear unknown".split())


def absences(
    tokens: Tokens, first: int, stop: int
) -> list[tuple[int, int, int, int, Trigger, bool]]:
    """(first, stop of the quote, first, stop of the quantity words, trigger, known) of each absence told."""
    words = tokens.words
    found: list[tuple[int, int, int, int, Trigger, bool]] = []
    for i in range(first, stop):
        if words[i] != "no":
            continue
        k = i + 1
        while k < min(stop, i + 4) and words[k] not in _REPORTS:
            k += 1
        if (
            k >= min(stop, i + 4)
            or k + 1 >= stop
            or words[k + 1] not in ("of", "on", "about", "that")
        ):
            continue
        yet = bool(_YET & set(words[i:k])) or bool(
            {"yet", "far"} & set(words[k : min(stop, k + 14)])
        )
        end = min(stop, k + 10)
        done: set[str] = set()
        triggers = find_triggers(tokens, k + 2, end)
        for t in sorted(triggers):
            if any(tokens.classes[x] & c.PUNCTUATION and not tokens.glued(x) for x in range(k, t)):
                break
            for e, trigger in triggers[t]:
                told = (
                    trigger.form in _TOLD
                    or trigger.form == "ing"
                    and trigger.shape == "intransitive"
                )
                if trigger.category not in done and told:
                    done.add(trigger.category)
                    found.append((i, e, i, i + 1 if not yet else k + 1, trigger, not yet))
                    break
        if len(found) > 1:
            found = [f for f in found if f[4].shape in ("noun", "toll") or len(found) == 1] or found
    return found
