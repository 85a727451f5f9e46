"""Who is at the review: a link that signs in once, a signed cookie, a name.

Datasette signs both, as it does for ``--root``. A session ends with the server that it was made by, even where
a secret is set that outlives it.
"""

from __future__ import annotations

import secrets
import time
import unicodedata
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

NAMESPACE = "figures-review"  # of the link's signature; that of the cookie is Datasette's "actor"
ACTOR = "ds_actor"
NAME = "figures_reviewer"  # a cookie that keeps the name for the next session
LASTS = 3600  # seconds that the link may be used
LONGEST = 80  # code points of a name
A_YEAR = 365 * 24 * 3600


@dataclass(slots=True)
class Session:
    """The sessions of one server. ``datasette`` signs and checks."""

    datasette: Any
    _id: str = field(default_factory=lambda: secrets.token_hex(16))
    _unused: dict[str, float] = field(default_factory=dict)  # links by their secret: when they end

    def link(self) -> str:
        """A path that signs in whoever opens it first, within the hour."""
        secret = secrets.token_hex(32)
        self._unused[secret] = time.time() + LASTS
        token = self.datasette.sign({"review": self._id, "once": secret}, NAMESPACE)
        return f"/-/review/sign-in?token={quote(token)}"

    def open(self, token: str) -> bool:
        """Whether a link's token signs in now; it never does again."""
        from itsdangerous import BadSignature

        try:
            told = self.datasette.unsign(token, NAMESPACE)
        except BadSignature:
            return False
        if not isinstance(told, dict) or told.get("review") != self._id:
            return False
        return self._unused.pop(str(told.get("once")), 0.0) > time.time()

    def sign_in(self, response: Any, name: str | None) -> None:
        """Let a response sign its reader in, under a name where one is given."""
        actor = {"id": "reviewer", "review": self._id, **({"name": name} if name else {})}
        cookie = self.datasette.sign({"a": actor}, "actor")
        response.set_cookie(ACTOR, cookie, httponly=True, samesite="lax")
        if name:
            response.set_cookie(NAME, quote(name), max_age=A_YEAR, httponly=True, samesite="lax")

    def is_signed_in(self, request: Any) -> bool:
        """Whether a request comes from who opened a link of this server."""
        actor = request.actor or {}
        return actor.get("id") == "reviewer" and secrets.compare_digest(
            str(actor.get("review")), self._id
        )

    @staticmethod
    def name(request: Any) -> str:
        """The name that a signed-in person goes by; "" before it was asked."""
        return str((request.actor or {}).get("name") or "")

    @staticmethod
    def remembered(request: Any) -> str:
        """The name that this browser's last reviewer went by, to be offered."""
        return clean(unquote(request.cookies.get(NAME) or "")) or ""


def clean(name: str) -> str | None:
    """A name as it is written down; None where it is none.

    >>> clean("  Ana   Ruiz "), clean("a\\u202eb"), clean(" ")
    ('Ana Ruiz', None, None)
    """
    name = " ".join(name.split())
    hidden = any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs", "Cn") for c in name)
    return name if name and len(name) <= LONGEST and not hidden else None
