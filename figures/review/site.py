"""The review in the browser: a plugin of one Datasette, registered by `figures serve --review` and by nothing else.

No folder that a public site is served from holds it. Pages are forms that work without a script; every change is
a POST that Datasette's own CSRF protection checks, from a browser that a one-time link signed in.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

from figures.audit.added import Ambiguous, added_id
from figures.audit.decide import Decision, Overtaken, change
from figures.categories import categories
from figures.errors import FiguresError, database_in_words, in_words
from figures.review import work
from figures.review.queue import WHICH
from figures.review.session import Session, clean

PATH = "/-/review"
LARGEST = 200_000  # bytes of a form
HOSTS = ("127.0.0.1", "localhost", "[::1]")
RULINGS = ("confirm", "correct", "reject", "unsure", "second")
DONE = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected", "second": "seconded"}

_FAILURES = (FiguresError, sqlite3.Error, OSError)

Form = Mapping[str, Sequence[str]]
Handler = Callable[[Any], Awaitable[Any]]


class Review:
    """The pages of the review on one Datasette, database and folder of rulings."""

    def __init__(self, datasette: Any, db: Path, audits: Path) -> None:
        self.datasette, self.db, self.audits = datasette, db, audits
        self.session = Session(datasette)
        self._unsettled = 0  # rulings that the comparison does not count yet
        self._settling: asyncio.Task[None] | None = None
        self._trouble = ""
        self.plugin: Any = None

    def close(self) -> None:
        """Take the review away from Datasette."""
        from datasette.plugins import pm

        pm.unregister(self.plugin)

    # -- answers ------------------------------------------------------------------------------

    def routes(self) -> list[tuple[str, Any]]:
        """The paths below /-/review, each with what answers it."""
        signed, anyone = self._signed_in, self._answer
        return [
            (rf"^{PATH}/sign-in$", anyone(self.sign_in, "GET")),
            (rf"^{PATH}$", signed(self.queue, "GET")),
            (rf"^{PATH}/name$", signed(self.name, "POST")),
            (rf"^{PATH}/next$", signed(self.next, "GET")),
            (rf"^{PATH}/figure/(?P<id>[0-9a-f]{{16}})$", signed(self.figure, "GET", "POST")),
            (rf"^{PATH}/document/(?P<id>[0-9a-f]{{16}})$", signed(self.document, "GET", "POST")),
        ]

    def _answer(self, handler: Handler, *methods: str) -> Any:
        async def view(request: Any) -> Any:
            if request.method not in (*methods, "HEAD"):
                return await self._page(request, "review_message.html", 405, words="Not allowed.")
            response = await handler(request)
            response.headers["cache-control"] = "no-store"
            return response

        return view

    def _signed_in(self, handler: Handler, *methods: str) -> Any:
        async def checked(request: Any) -> Any:
            if not self.session.is_signed_in(request):
                words = "Open the link that `figures serve --review` printed when it began; it signs in once."
                return await self._page(request, "review_message.html", 403, words=words)
            if request.method == "POST" and request.headers.get("sec-fetch-site") not in (
                None, "same-origin", "none",
            ):  # fmt: skip
                return await self._page(request, "review_message.html", 403, words="Not from here.")
            if not self.session.name(request) and handler != self.name:
                return await self._page(
                    request, "review_name.html", name=self.session.remembered(request),
                    path=request.full_path if request.method == "GET" else PATH, error="",
                )  # fmt: skip
            return await handler(request)

        return self._answer(checked, *methods)

    async def _page(self, request: Any, template: str, status: int = 200, **told: Any) -> Any:
        from datasette.utils.asgi import Response

        context = {
            "me": self.session.name(request), "unsettled": self._unsettled, "trouble": self._trouble,
            "which": self._which(request), "review_path": self._path(), **told,
        }  # fmt: skip
        body = await self.datasette.render_template(template, context, request=request)
        return Response.html(body, status=status)

    def _path(self, rest: str = "", **query: str | None) -> str:
        """A path of the review; a query's words that are None are left out."""
        told = {name: words for name, words in query.items() if words is not None}
        found: str = self.datasette.urls.path(PATH + rest)
        return found + (f"?{urlencode(told)}" if told else "")

    def _to(self, path: str) -> Any:
        from datasette.utils.asgi import Response

        return Response.redirect(path, status=303)

    @staticmethod
    def _which(request: Any) -> str:
        which = request.args.get("which")
        return which if which in WHICH else WHICH[0]

    # -- pages --------------------------------------------------------------------------------

    async def sign_in(self, request: Any) -> Any:
        """Open the link: a signed cookie, once."""
        token = request.args.get("token") or ""
        if request.method != "GET" or not self.session.open(token):
            words = "This link is not valid, or was used already. Start `figures serve --review` again for a new one."
            return await self._page(request, "review_message.html", 403, words=words)
        response = self._to(self._path())
        self.session.sign_in(response, None)
        return response

    async def name(self, request: Any) -> Any:
        """Say who reads from now on."""
        form = await _form(request)
        path = form.get("path", [""])[0]
        if not path.startswith(self._path()):
            path = self._path()
        name = clean(form.get("name", [""])[0])
        if name is None:
            if "change" in form:
                return await self._page(request, "review_name.html", name="", path=path, error="")
            return await self._page(
                request, "review_name.html", 400, name="", path=path,
                error="Give the name that your rulings shall bear, up to 80 characters.",
            )  # fmt: skip
        response = self._to(path)
        self.session.sign_in(response, name)
        return response

    async def queue(self, request: Any) -> Any:
        """What there is to read."""
        me, which = self.session.name(request), self._which(request)
        found = await asyncio.to_thread(work.start, self.db, which, me)
        return await self._page(request, "review.html", **found)

    async def next(self, request: Any) -> Any:
        """On to the next figure of the queue; to the queue where nothing is left."""
        me, which = self.session.name(request), self._which(request)
        group = work.group_named(request.args.get("group"))
        after = request.args.get("after")
        found = await asyncio.to_thread(work.following_one, self.db, which, me, group, after)
        response = self._to(
            self._path(f"/figure/{found[0]}", group=found[1], which=which)
            if found
            else self._path(which=which, done="1")
        )
        for words, kind in self.datasette._show_messages(request):  # they go on with the reader
            self.datasette.add_message(request, words, kind)
        return response

    async def figure(self, request: Any) -> Any:
        """One figure to read, and the ruling on it."""
        figure_id, group = request.url_vars["id"], work.group_named(request.args.get("group"))
        if request.method != "POST":
            return await self._figure_page(request, figure_id, group)
        form = await _form(request)
        ruling, me = form.get("ruling", [""])[0], self.session.name(request)
        if ruling not in RULINGS:
            told = "Choose what you rule: the buttons are below the fields."
            return await self._figure_page(request, figure_id, group, form, told, 400)
        call = partial(work.decide_form, self.db, self.audits, figure_id, ruling, me, form)
        try:
            made = await asyncio.to_thread(call)
        except _FAILURES as error:
            status = 409 if isinstance(error, Overtaken) else 400
            status = 503 if isinstance(error, (sqlite3.Error, OSError)) else status
            return await self._figure_page(request, figure_id, group, form, _words(error), status)
        self._ruled(made)
        what = DONE.get(ruling, "marked unsure")
        self.datasette.add_message(request, f"{what.capitalize()}." if made else "Said before.")
        query = {"after": figure_id, "group": group, "which": self._which(request)}
        return self._to(self._path("/next", **query))

    async def _figure_page(
        self, request: Any, figure_id: str, group: str, form: Form | None = None, error: str = "",
        status: int = 200,
    ) -> Any:  # fmt: skip
        found = await asyncio.to_thread(work.figure, self.db, figure_id, group, form or {})
        if found is None:
            words = "There is no such figure."
            return await self._page(request, "review_message.html", 404, words=words)
        reason = (form or {}).get("reason", [""])[0]
        return await self._page(
            request, "review_figure.html", status, **found, error=error, group=group, reason=reason
        )

    async def document(self, request: Any) -> Any:
        """A report, to add a figure by its words."""
        document_id = request.url_vars["id"]
        if request.method != "POST":
            return await self._document_page(request, document_id)
        form = await _form(request)
        given = {
            name: form.get(name, [""])[0].strip()
            for name in ("words", "start", "category", "reason")
        }
        try:
            fields = {name: form.get(name, [""])[0].strip() or None for name in ("low", "high")}
            told = change(category=given["category"] or None, **fields)
            start = int(given["start"]) if given["start"].isdecimal() else None
            decision = Decision(
                document_id, "add", self.session.name(request), given["reason"] or "the rules miss it",
                told, words=given["words"], start=start,
            )  # fmt: skip
            made = await asyncio.to_thread(work.add, self.db, self.audits, decision)
        except Ambiguous as error:
            return await self._document_page(request, document_id, form, str(error), error.places)
        except _FAILURES as error:
            return await self._document_page(request, document_id, form, _words(error))
        self._ruled(made)
        self.datasette.add_message(
            request, "Added. See whether its place, date and speaker are right."
        )
        if made is None:  # sent twice
            return self._to(self._path(f"/document/{document_id}"))
        figure_id = added_id(document_id, made)
        return self._to(self._path(f"/figure/{figure_id}"))

    async def _document_page(
        self, request: Any, document_id: str, form: Form | None = None, error: str = "",
        places: Sequence[int] = (),
    ) -> Any:  # fmt: skip
        found = await asyncio.to_thread(work.document, self.db, document_id)
        if found is None:
            words = "There is no such report."
            return await self._page(request, "review_message.html", 404, words=words)
        text = found["document"]["text"]
        told = {name: (form or {}).get(name, [""])[0] for name in _ADDED}
        around = [(at, text[max(0, at - 60) : at], text[at : at + 120]) for at in places[:50]]
        options = [(name, rules.label) for name, rules in categories().items()]
        return await self._page(
            request, "review_document.html", 400 if error else 200, **found, error=error, given=told,
            places=around, categories=options,
        )  # fmt: skip

    # -- the comparison -----------------------------------------------------------------------

    def _ruled(self, made: Any) -> None:
        """Let the comparison follow a ruling, without letting its reader wait for it."""
        if made is None:
            return
        self._unsettled += 1
        if self._settling is None or self._settling.done():
            self._settling = asyncio.get_running_loop().create_task(self._settle())

    async def _settle(self) -> None:
        while self._unsettled:
            counted = self._unsettled
            try:
                await asyncio.to_thread(work.settle, self.db, self.audits)
                self._trouble = ""
            except _FAILURES as error:
                self._trouble = _words(error)
                logging.getLogger("figures").warning("comparing anew: %s", self._trouble)
                return  # the next ruling, or the pipeline, tries again
            self._unsettled -= counted

    async def settled(self) -> None:
        """Wait until the comparison counts every ruling."""
        if self._settling is not None:
            await self._settling


_ADDED = ("words", "start", "category", "low", "high", "reason")


def _words(error: BaseException) -> str:
    if isinstance(error, sqlite3.Error):
        return f"Nothing is written: {database_in_words(error)}."
    return f"Nothing is written: {in_words(error)}." if isinstance(error, OSError) else str(error)


async def _form(request: Any) -> Form:
    body = await request.post_body()
    if len(body) > LARGEST:
        return {}
    return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=500)


def plugin(review: Review) -> Any:
    """The plugin of one Datasette; another one in the same process has nothing of it."""
    from datasette import hookimpl

    def ours(datasette: Any) -> bool:
        return datasette is review.datasette

    class Plugin:
        __name__ = "figures-review"

        @hookimpl
        def register_routes(self, datasette: Any) -> list[tuple[str, Any]]:
            return review.routes() if ours(datasette) else []

        @hookimpl
        def extra_template_vars(self, datasette: Any) -> dict[str, Any]:
            return {"review_path": review._path()} if ours(datasette) else {}

        @hookimpl
        def asgi_wrapper(self, datasette: Any) -> Any:
            return only_local if ours(datasette) else lambda app: app

    return Plugin()


def only_local(app: Any) -> Any:
    """Answers only what was asked of this machine by one of its own names: no other site's name, made to
    lead here, can read or rule."""

    async def application(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            named = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
            if named.rpartition(":")[0] not in HOSTS and named not in HOSTS:
                headers = [(b"content-type", b"text/plain; charset=utf-8")]
                await send({"type": "http.response.start", "status": 403, "headers": headers})
                await send(
                    {
                        "type": "http.response.body",
                        "body": b"The review answers on this machine only.",
                    }
                )
                return
        await app(scope, receive, send)

    return application
