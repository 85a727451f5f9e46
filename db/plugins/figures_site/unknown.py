"""What the reports of an incident leave open, in sentences: not told is not zero."""

from __future__ import annotations

from figures_site.database import Row
from figures_site.words import plain, toll_name


def not_known(incident: Row, tolls: list[Row], others: list[Row]) -> list[str]:
    """Sentences for the incident's page, the most important first."""
    whole = [toll for toll in tolls if not (toll["of_group"] or toll["area"])]
    told = {toll["category"] for toll in whole}
    undated = sum(not (c["as_of"] or c["first_said_at"]) for toll in tolls for c in toll["claims"])
    return [
        sentence
        for sentence in (
            *(
                f"{toll_name(toll)}: the reports contradict each other and nothing here settles which count holds."
                for toll in whole
                if toll["state"] == "disputed"
            ),
            *(
                f"{toll_name(toll)}: no report gives an upper bound; {toll['low']:,} is the least."
                for toll in whole
                if toll["low"] is not None and toll["high"] is None
            ),
            *(
                f"{name}: a report says that no count is known yet."
                for name in dict.fromkeys(
                    plain(figure["category"]).capitalize()
                    for figure in others
                    if figure["status"] == "not_known"
                )
            ),
            *(
                f"How many were {category} is not told."
                for category in ("killed", "injured")
                if category not in told and incident["scope"] == "incident"
            ),
            "Where it happened is not told." if not incident["place"] else "",
            "The place is told, but not known to the gazetteer."
            if incident["place"] and incident["latitude"] is None
            else "",
            "When it happened is not told." if not incident["earliest"] else "",
            f"{undated} count{'s are' if undated > 1 else ' is'} of no known date, so that "
            "what came first cannot be told."
            if undated
            else "",
        )
        if sentence
    ]
