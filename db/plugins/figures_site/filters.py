"""Filters of the list of published figures, so asked that an index answers them.

A column as published is as the machine read it, but for the few figures that people ruled on: a filter by it
means one by what was read, or any of those. The condition that Datasette adds says which of them fit.
"""

from __future__ import annotations

from datasette import hookimpl
from datasette.filters import FilterArguments
from datasette.utils.asgi import Request

RULED_ON = "id IN (SELECT figure_id FROM review)"
AS_READ = {
    "category": "machine_category",
    "status": "machine_status",
    "country": "machine_country",
}
BY_PEOPLE = ("ruled", "ruled_by", "ruling_id", "review")


@hookimpl
def filters_from_request(request: Request, table: str) -> FilterArguments | None:
    """Conditions that follow from the filters, and that an index answers."""
    if table != "published_figure":
        return None
    parameters: dict[str, str] = {}
    as_read = []
    for column, machine in AS_READ.items():
        for value in asked(request, column):
            name = f"read_{len(parameters)}"
            as_read.append(f"{machine} = :{name}")
            parameters[name] = value
    conditions = [f"({' AND '.join(as_read)} OR {RULED_ON})"] if as_read else []
    if any(value != "unread" for column in BY_PEOPLE for value in asked(request, column)):
        conditions.append(RULED_ON)
    return FilterArguments(conditions, parameters)


def asked(request: Request, column: str) -> list[str]:
    """The values that a column is to have."""
    return [*request.args.getlist(column), *request.args.getlist(f"{column}__exact")]
