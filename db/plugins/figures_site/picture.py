"""An incident's picture: what static/picture.js draws, a panel for each toll and a bar for each claim.

Everything that the picture tells in words is worded here; the script places and colours it.
"""

from __future__ import annotations

from datasette import hookimpl
from jinja2 import Environment

from figures_site.database import Row
from figures_site.words import amount, moment, plain, toll_name, window

PANELS = 24  # of one picture: the tolls beyond them stand in the tables
CLAIMS = 60  # of one panel
LINKS = 8  # disputed pairs of one panel that are joined by a line; more would hide the bars

# Kinds of speakers that share a colour and a shape, and what the legend calls them.
KINDS: dict[str, tuple[str, set[str | None]]] = {
    "official": ("officials, police", {"official", "police"}),
    "armed": ("military, armed groups", {"military", "armed_group"}),
    "medical": ("hospitals, medics", {"medical"}),
    "aid": ("UN, aid and rights groups", {"un", "ngo"}),
    "witness": ("witnesses, local sources", {"witness", "local_source"}),
    "report": ("the report itself, or unnamed", {"media", "unnamed", None}),
}

# What the shape of a bar tells, by the qualifier of the words.
FORMS = {
    "at_least": "at_least",
    "more_than": "at_least",
    "up_to": "up_to",
    "less_than": "up_to",
    "nearly": "up_to",
    "about": "about",
    "vague": "vague",
}

FORM_WORDS = {  # for the legend, in its order
    "point": "one number",
    "about": "about",
    "at_least": "at least, more than: no upper bound",
    "up_to": "up to, nearly: no lower bound",
    "span": "from … to …",
    "vague": "a vague word, such as dozens",
}


def kind_of(attribution_kind: str | None) -> str:
    """The group of speakers that a kind of speaker belongs to.

    >>> kind_of("police"), kind_of("armed_group"), kind_of(None)
    ('official', 'armed', 'report')
    """
    return next((name for name, (_, kinds) in KINDS.items() if attribution_kind in kinds), "report")


def form(claim: Row) -> str:
    """How a claim's bounds are drawn: point, about, span, vague, at_least or up_to.

    >>> form({"low": 12, "high": None, "qualifier": "at_least"})
    'at_least'
    >>> form({"low": 24, "high": 99, "qualifier": "vague"}), form({"low": 5, "high": 5, "qualifier": "exact"})
    ('vague', 'point')
    """
    low, high = claim["low"], claim["high"]
    if low is None or high is None:
        return "at_least" if high is None else "up_to"
    told = FORMS.get(claim["qualifier"], "")
    if low != high:
        return "vague" if told == "vague" else "span"
    return "about" if told == "about" else "point"


def bar(claim: Row, category: str) -> Row:
    """One claim as its bar, with the words that a reader or a screen reader is given."""
    said = next((f for f in claim["figures"] if f["id"] == claim["first_figure_id"]), None)
    said = said or claim["figures"][0]
    clock = claim["as_of"] or claim["first_said_at"]
    told = ("as of " if claim["as_of"] else "first said ") + moment(clock) if clock else "not dated"
    who = said["attributed_to"] or said["publisher"] or said["document"] or "not told who"
    notes = [
        claim["share"] if claim["share"] != "whole" else "",
        claim["status"] if claim["status"] != "asserted" else "",
        claim["state"] if claim["state"] != "current" else "",
        "a sum of what the report tells apart" if claim["how"] == "summed" else "",
        "a side's count of its enemy" if claim["of_enemy"] else "",
        f"denied by {', '.join(claim['denied_by'])}" if claim["denied_by"] else "",
        f"{claim['sources']} independent sources" if claim["sources"] > 1 else "",
    ]
    return {
        "figure": said["id"],
        "low": claim["low"],
        "high": claim["high"],
        "form": form(claim),
        "amount": amount(claim["low"], claim["high"], claim["qualifier"]),
        "clock": clock,
        "kind": kind_of(said["attribution_kind"]),
        "state": claim["state"],
        "feared": claim["status"] == "feared",
        "denied": bool(claim["denied_by"]),
        "share": claim["share"],
        "who": who,
        "sources": claim["sources"],
        "quote": said["quote"],
        "told": told,
        "notes": [note for note in notes if note],
        "label": f"{plain(category)}, {amount(claim['low'], claim['high'], claim['qualifier'])}, {told}, "
        f"{who}: “{said['quote']}”",
    }


def panel(toll: Row) -> Row:
    """One toll: its claims as bars, the pairs that contradict each other, and the line of revisions."""
    claims = [claim for claim in toll["claims"] if claim["figures"]]
    disputed = {
        claim_id
        for relation in toll["relations"]
        if relation["open"]
        for claim_id in (relation["left_claim_id"], relation["right_claim_id"])
    }
    claims.sort(
        key=lambda claim: claim["id"] not in disputed
    )  # those first, should there be too many
    at = {claim["id"]: index for index, claim in enumerate(claims[:CLAIMS])}
    pairs = [
        (at[r["left_claim_id"]], at[r["right_claim_id"]], r)
        for r in toll["relations"]
        if r["left_claim_id"] in at and r["right_claim_id"] in at
    ]
    bars = [
        {**bar(claim, toll["category"]), "disputed": claim["id"] in disputed}
        for claim in claims[:CLAIMS]
    ]
    return {
        "id": toll["id"],
        "title": toll_name(toll),
        "main": not (toll["of_group"] or toll["area"]),
        "state": toll["state"],
        "claims": bars,
        "hidden": len(claims) - len(bars),
        "disputes": [[left, right, plain(r["kind"])] for left, right, r in pairs if r["open"]][
            :LINKS
        ],
        "revisions": steps([(a, b) for a, b, r in pairs if r["relation"] == "revision"]),
    }


def steps(revisions: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs without those that go by way of another: 9 → 47 → 63, not 9 → 63 as well.

    >>> steps([(0, 1), (1, 2), (0, 2)])
    [(0, 1), (1, 2)]
    """
    known = set(revisions)
    after: dict[int, set[int]] = {}
    for earlier, later in known:
        after.setdefault(earlier, set()).add(later)
    through = {(a, c) for a, b in known for c in after.get(b, ())}
    return sorted(known - through)


def picture(page: Row) -> Row | None:
    """What the picture of an incident's page is drawn from; None where no claim is put forward.

    Whole tolls stand before groups and areas, panels with something to compare before single counts.
    """
    panels = [panel(toll) for toll in page["tolls"]]
    panels = [found for found in panels if found["claims"]]
    panels.sort(key=lambda found: (not found["main"], len(found["claims"]) < 2))
    if not panels:
        return None
    bars = [claim for found in panels[:PANELS] for claim in found["claims"]]
    shown = {key: {claim[key] for claim in bars} for key in ("kind", "form", "feared", "state")}
    clocks = sorted(day_of for claim in bars if (day_of := (claim["clock"] or "")[:10]))
    return {
        "span": window(clocks[0], clocks[-1]) if clocks else "",
        "earliest": page["incident"]["earliest"],
        "latest": page["incident"]["latest"],
        "panels": panels[:PANELS],
        "hidden": len(panels) - len(panels[:PANELS]),
        "kinds": {name: words for name, (words, _) in KINDS.items() if name in shown["kind"]},
        "forms": {name: words for name, words in FORM_WORDS.items() if name in shown["form"]},
        "feared": True in shown["feared"],
        "past": shown["state"] != {"current"},
        "disputed": any(found["disputes"] for found in panels[:PANELS]),
    }


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """The filter ``{{ page|picture }}``."""
    env.filters["picture"] = picture
