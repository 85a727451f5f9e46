"""What goes wrong on a page, told to the visitor in a sentence and to the owner in a traceback."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import datasette.handle_exception as handling
from datasette import hookimpl
from datasette.app import Datasette
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Request, Response

TOO_LONG = "This took longer than a page may take. Ask for less at a time, or try again later."
NOTHING = (
    "Nothing is at this address. What stood here may have another id since reports were added."
)


@hookimpl
def startup() -> None:
    """Datasette prints every error, a page not found too, with the values of all variables, articles
    among them: that takes minutes in which it answers nobody. Its plain traceback stays."""
    handling.rich = None


@hookimpl
def handle_exception(
    datasette: Datasette, request: Request, exception: Exception
) -> Callable[[], Awaitable[Response]] | None:
    """A query that was stopped says so, and an address that leads nowhere shows the way to the pages."""
    if isinstance(exception, QueryInterrupted):
        told = {"title": "Too long", "status": 503, "error": TOO_LONG}
    elif getattr(exception, "status", None) == 404 and not request.path.endswith(".json"):
        told = {"title": "Not found", "status": 404, "error": NOTHING}
    else:
        return None

    async def response() -> Response:
        status = told["status"]
        if request.path.endswith(".json"):
            return Response.json({"ok": False, **told}, status=status)
        html = await datasette.render_template("error.html", told, request=request)
        return Response.html(html, status=status)

    return response
