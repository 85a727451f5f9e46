"""Headers that forbid scripts, frames and foreign content: the text of articles is hostile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl

Application = Callable[[Any, Any, Any], Awaitable[None]]

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


@hookimpl
def asgi_wrapper() -> Any:
    """Every response carries them."""
    return with_headers


def with_headers(app: Application) -> Application:
    """An ASGI application whose responses carry HEADERS, those of the same name replaced."""
    own = [(name.encode(), value.encode()) for name, value in HEADERS.items()]

    async def application(scope: Any, receive: Any, send: Any) -> None:
        async def send_with_headers(event: Any) -> None:
            if event["type"] == "http.response.start":
                theirs = [
                    (name, value)
                    for name, value in event.get("headers", [])
                    if name.lower().decode("latin-1") not in HEADERS
                ]
                event = {**event, "headers": theirs + own}
            await send(event)

        await app(scope, receive, send_with_headers)

    return application
