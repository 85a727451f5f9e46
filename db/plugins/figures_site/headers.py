"""Headers that forbid foreign scripts, frames and content: the text of articles is hostile.

Scripts come from our own static files alone; what they draw from stands in blocks of JSON, which no
browser runs, or is fetched from this site.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Awaitable, Callable
from functools import partial
from hashlib import sha256
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette

from figures_site.maps import tile_origin

Application = Callable[[Any, Any, Any], Awaitable[None]]

# The style element that Observable Plot writes into each chart, allowed by its hash and no other.
PLOT_STYLE = """:where(.plot-d6a7b5) {
  --plot-background: white;
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
}
:where(.plot-d6a7b5 text),
:where(.plot-d6a7b5 tspan) {
  white-space: pre;
}"""

KEPT = "public, max-age=31536000, immutable"  # the version is in the path of each vendored file


def policy(images: str = "") -> str:
    """The content security policy; ``images`` is the origin of map tiles, where there are any.

    >>> "script-src 'self';" in policy(), "unsafe" in policy()
    (True, False)
    >>> "img-src 'self' https://*.tiles.example;" in policy("https://*.tiles.example")
    True
    """
    plot = b64encode(sha256(PLOT_STYLE.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'sha256-{plot}'; "
        f"img-src {' '.join(filter(None, (chr(39) + 'self' + chr(39), images)))}; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Any:
    """Every response carries them."""
    headers = {
        "content-security-policy": policy(tile_origin(datasette)),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
    }
    vendored = re.compile(re.escape(datasette.urls.path("static/vendor/")))
    return partial(with_headers, headers, vendored)


def with_headers(
    headers: dict[str, str], vendored: re.Pattern[str], app: Application
) -> Application:
    """An ASGI application whose responses carry the headers, those of the same name replaced."""

    async def application(scope: Any, receive: Any, send: Any) -> None:
        async def send_with_headers(event: Any) -> None:
            if event["type"] == "http.response.start":
                kept = event["status"] == 200 and vendored.match(scope.get("path", ""))
                ours = {**headers, "cache-control": KEPT} if kept else headers
                theirs = [
                    (name, value)
                    for name, value in event.get("headers", [])
                    if name.lower().decode("latin-1") not in ours
                ]
                own = [(name.encode(), value.encode()) for name, value in ours.items()]
                event = {**event, "headers": theirs + own}
            await send(event)

        await app(scope, receive, send_with_headers)

    return application
