"""The review in Datasette: signed in by a link that works once, every ruling a form, nothing without them."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner
from conftest import HOSTILE, ROOT
from web import Page

from figures.audit import rulings
from figures.audit.verify import verify
from figures.cli import main
from figures.conclusions import conclude
from figures.errors import FiguresError, WrongUsage
from figures.pipeline import run
from figures.review import server, session
from figures.review.queue import NAMES
from figures.store import Store

REPORTS = {
    "a.txt": "LESK, 2 May 2024 -- At least 12 people were killed when a bridge fell in Derna, Libya, police said.",
    "b.txt": "LESK, 2 May 2024 -- A bridge fell in Derna, Libya, and 40 people were killed, a hospital said.",
    "c.txt": "LESK, 9 June 2024 -- Dozens of farmers were feared dead in Herat.\n\nA miner and his\nbrothers never came"
    ". The miner's dog, and the miner and his brothers' mule, came.",
    "d.txt": "LESK, 11 July 2024 -- Three firefighters were injured in Lyon. Some 250 homes were destroyed.",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "in").mkdir()
    for name, text in REPORTS.items():
        (folder / "in" / name).write_text(text, "utf-8")
    (folder / "in" / "h.jsonl").write_text(json.dumps(HOSTILE) + "\n", "utf-8")
    run([str(folder / "in")], db=folder / "f.db")
    return folder / "f.db"


@pytest.fixture
def db(built: Path, tmp_path: Path) -> Path:
    shutil.copy(built, tmp_path / "f.db")
    return tmp_path / "f.db"


class Desk:
    """A server of the review, and the browsers that ask it."""

    def __init__(self, db: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self.db, self.audits = db, db.parent / "audits"
        self.datasette, self.review = server.site(db, self.audits)
        self.loop.run_until_complete(self.datasette.invoke_startup())
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, **more: Any) -> Any:
        more.setdefault("cookies", self.cookies)
        response = self.loop.run_until_complete(self.datasette.client.request(method, path, **more))
        if more["cookies"] is self.cookies:
            self.cookies.update(dict(response.cookies))
        return response

    def get(self, path: str, status: int = 200) -> Any:
        response = self.ask("GET", path)
        assert response.status_code == status, response.text
        return response

    def token(self) -> str:
        [found] = set(re.findall(r'name="csrftoken" value="([^"]+)"', self.get("/-/review").text))
        return str(found)

    def post(self, path: str, status: int = 303, /, **form: Any) -> Any:
        response = self.ask("POST", path, data={"csrftoken": self.token(), **form})
        assert response.status_code == status, response.text
        return response

    def sign_in(self, name: str | None = "Ana") -> None:
        self.cookies.clear()
        assert self.get(self.review.session.link(), 303).headers["location"] == "/-/review"
        if name:
            self.post("/-/review/name", name=name)

    def figure(self, quote: str) -> dict[str, Any]:
        [row] = self.rows("SELECT * FROM published_figure WHERE quote = ?", quote)
        return row

    def path(self, quote: str) -> str:
        return f"/-/review/figure/{self.figure(quote)['id']}"

    def rule(self, quote: str, ruling: str, status: int = 303, /, **form: Any) -> Any:
        """Send a figure's form as a browser would: all fields as they stand, some of them changed."""
        path = self.path(quote)
        sent = fields(self.get(path).text) | form | {"ruling": ruling}
        return self.post(path, status, **sent)

    def rows(self, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        self.loop.run_until_complete(self.review.settled())
        with Store(self.db) as store:
            return list(store.query(sql, parameters))

    def lines(self) -> list[Any]:
        return rulings.read(self.audits / rulings.FILE)

    def close(self) -> None:
        self.loop.run_until_complete(self.review.settled())
        self.review.close()
        self.datasette.executor.shutdown()
        for database in self.datasette.databases.values():
            database.close()
        self.loop.close()


def fields(html: str) -> dict[str, Any]:
    """What a browser would send of the form of a figure, without its buttons."""
    page, sent = Page(html), {}
    inside = select = ""
    for tag, found in page.elements:
        if tag == "form":
            inside = found.get("id") or ""
        if inside != "ruling" or not found.get("name"):
            if inside == "ruling" and tag == "option" and "selected" in found:
                sent[select] = found["value"]
            continue
        if tag == "select":
            select = str(found["name"])
            sent[select] = ""
        elif tag == "input" and (found.get("type") != "checkbox" or "checked" in found):
            sent[str(found["name"])] = found.get("value") or ""
    return sent


@pytest.fixture
def desk(db: Path) -> Iterator[Desk]:
    desk = Desk(db)
    yield desk
    desk.close()


@pytest.fixture
def ana(desk: Desk) -> Desk:
    desk.sign_in()
    return desk


HURT = "three firefighters"  # in the hostile report

# -- who may ------------------------------------------------------------------------------------

PATHS = [
    "/-/review",
    "/-/review/next",
    "/-/review/figure/{figure}",
    "/-/review/document/{document}",
]


@pytest.mark.parametrize("path", PATHS)
def test_nobody_reviews_who_is_not_signed_in(desk: Desk, path: str) -> None:
    [row] = desk.rows(
        "SELECT id AS figure, document_id AS document FROM figure ORDER BY id LIMIT 1"
    )
    assert "Open the link that" in desk.get(path.format(**row), 403).text
    for method in ("GET", "POST"):
        response = desk.ask(
            method, path.format(**row), data={"ruling": "confirm"} if method == "POST" else None
        )
        assert response.status_code in (403, 405)
    assert desk.lines() == []


def test_the_link_signs_in_once(desk: Desk) -> None:
    link = desk.review.session.link()
    assert desk.ask("HEAD", link, cookies={}).status_code == 403, (
        "a link that is looked at is not used"
    )
    first = desk.ask("GET", link, cookies={})
    assert first.status_code == 303
    cookie = next(c for c in first.headers.get_list("set-cookie") if c.startswith("ds_actor="))
    assert "httponly" in cookie.lower()
    assert "samesite=lax" in cookie.lower()
    second = desk.ask("GET", link, cookies={})
    assert second.status_code == 403
    assert "used already" in second.text
    assert "set-cookie" not in second.headers


def test_forged_expired_and_foreign_links_sign_nobody_in(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = desk.review.session.link()
    token = parse_qs(urlsplit(link).query)["token"][0]
    head, _, signature = token.rpartition(".")
    changed = f"{head}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}"
    other = desk.datasette.sign({"review": "x" * 32, "once": "y"}, session.NAMESPACE)
    actor = desk.datasette.sign({"review": "x", "once": "y"}, "actor")
    for forged in ("", "x", head, changed, other, actor):
        assert (
            desk.ask("GET", "/-/review/sign-in", params={"token": forged}, cookies={}).status_code
            == 403
        )
    monkeypatch.setattr(session, "LASTS", -1)
    assert desk.ask("GET", desk.review.session.link(), cookies={}).status_code == 403
    monkeypatch.undo()
    assert desk.ask("GET", link, cookies={}).status_code == 303


@pytest.mark.parametrize(
    "actor",
    [{"id": "root"}, {"id": "reviewer"}, {"id": "reviewer", "review": "0" * 32, "name": "Eve"}],
)
def test_a_cookie_of_another_server_is_no_cookie_of_this_one(
    desk: Desk, actor: dict[str, str]
) -> None:
    cookies = {"ds_actor": desk.datasette.sign({"a": actor}, "actor")}
    assert desk.ask("GET", "/-/review", cookies=cookies).status_code == 403


def test_a_post_without_the_token_of_a_form_is_refused(ana: Desk) -> None:
    path = ana.path("40 people")
    sent = fields(ana.get(path).text) | {"ruling": "confirm"}
    del sent["csrftoken"]
    assert ana.ask("POST", path, data=sent).status_code == 403
    assert ana.ask("POST", path, data={**sent, "csrftoken": "forged"}).status_code == 403
    headers = {"sec-fetch-site": "cross-site"}
    good = {**sent, "csrftoken": ana.token()}
    assert ana.ask("POST", path, data=good, headers=headers).status_code == 403
    assert ana.lines() == []
    assert (
        ana.ask("POST", path, data=good, headers={"sec-fetch-site": "same-origin"}).status_code
        == 303
    )


def test_a_get_changes_nothing(ana: Desk) -> None:
    ana.get(ana.path("40 people") + "?ruling=confirm&reason=x")
    assert ana.ask("GET", "/-/review/name?name=Eve").status_code == 405
    assert ana.lines() == []


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8001", "127.0.0.1.evil.example", ""]
)
def test_asked_by_another_name_it_does_not_answer(ana: Desk, host: str) -> None:
    for path in ("/", "/-/review"):
        response = ana.ask("GET", path, headers={"host": host})
        assert response.status_code == 403
        assert response.text == "The review answers on this machine only."
    for good in ("localhost:8001", "127.0.0.1:1", "[::1]:8001", "localhost"):
        assert ana.ask("GET", "/-/review", headers={"host": good}).status_code == 200


def test_the_plain_site_has_no_trace_of_it(desk: Desk, db: Path, tmp_path: Path) -> None:
    from web import Site

    folder = tmp_path / "plain"
    folder.mkdir()
    shutil.copy(db, folder / "figures.db")
    for part in ("metadata.yaml", "settings.json", "templates", "plugins", "static"):
        (folder / part).symlink_to(ROOT / "db" / part)
    site = Site(folder)  # while the review stands in the same process
    try:
        for path in ("/-/review", desk.review.session.link()):
            assert site.get(path, 404)
        [row] = desk.rows("SELECT id FROM figure ORDER BY id LIMIT 1")
        for path in ("/", f"/figures/figure/{row['id']}"):
            html = site.get(path).text
            assert "/-/review" not in html
            assert "review.js" not in html
    finally:
        site.close()


# -- where it may be started --------------------------------------------------------------------


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "example.org"])
def test_only_this_machine_is_answered(db: Path, host: str) -> None:
    with pytest.raises(WrongUsage, match="on this machine only"):
        server.check(db, db.parent, host)
    words = ["serve", "--review", "--host", host, "--db", str(db), "--audits", str(db.parent)]
    assert CliRunner().invoke(main, words).exit_code == 2


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_a_database_of_ones_own_may_be_reviewed(db: Path, host: str) -> None:
    assert server.check(db, db.parent, host) == db.parent


def test_a_published_or_immutable_database_is_refused(db: Path, tmp_path: Path) -> None:
    public = tmp_path / "public.db"
    with closing(sqlite3.connect(db)) as connection:
        connection.execute("VACUUM INTO ?", (str(public),))
    with pytest.raises(FiguresError, match="published"):
        server.check(public, tmp_path, "127.0.0.1")
    (tmp_path / "inspect-data.json").write_text("{}")
    with pytest.raises(FiguresError, match="published"):
        server.check(db, tmp_path, "127.0.0.1")


def test_a_folder_of_rulings_must_be_named(db: Path) -> None:
    with pytest.raises(WrongUsage, match="--audits FOLDER"):
        server.check(db, None, "127.0.0.1")
    with pytest.raises(FiguresError, match="no such database"):
        server.check(db.with_name("none.db"), db.parent, "127.0.0.1")


# -- the name -----------------------------------------------------------------------------------


def test_the_name_is_asked_once_and_offered_again(desk: Desk) -> None:
    desk.sign_in(name=None)
    path = desk.path("40 people")
    assert "Who reads?" in desk.get(path).text
    assert desk.post("/-/review/name", name="Ána Ruiz", path=path).headers["location"] == path
    assert "You read as <strong>Ána Ruiz</strong>" in desk.get(path).text
    kept = desk.cookies["figures_reviewer"]
    desk.sign_in(name=None)
    desk.cookies["figures_reviewer"] = kept
    assert 'value="Ána Ruiz"' in desk.get("/-/review").text
    assert 'value=""' in desk.post("/-/review/name", 200, change="1").text


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "A\u202eb", "A\x07"])
def test_what_is_no_name_is_asked_again(desk: Desk, name: str) -> None:
    desk.sign_in(name=None)
    assert "up to 80 characters" in desk.post("/-/review/name", 400, name=name).text


def test_a_name_leads_nowhere_else(desk: Desk) -> None:
    desk.sign_in(name=None)
    for path in ("https://evil.example/", "//evil.example", "/figures"):
        assert desk.post("/-/review/name", name="A", path=path).headers["location"] == "/-/review"


# -- ruling -------------------------------------------------------------------------------------


def test_the_queue_begins_with_conflicts_and_goes_on_figure_by_figure(ana: Desk) -> None:
    html = ana.get("/-/review").text
    assert Page(html).all("h2")[0].startswith("In an open conflict")
    seen: list[str] = []
    path = re.findall(r'id="next"[^>]*href="([^"]+)"', html)[0].replace("&amp;", "&")
    while "done=1" not in path:
        page = ana.get(path).text
        figure = path.split("/")[-1][:16]
        assert figure not in seen
        seen.append(figure)
        ana.post(path, **fields(page), ruling="confirm")
        path = ana.get(f"/-/review/next?after={figure}&{path.partition('?')[2]}", 303).headers[
            "location"
        ]
    assert len(seen) == len(ana.rows("SELECT id FROM figure"))
    assert len(ana.lines()) == len(seen)
    first = {ana.rows("SELECT quote FROM figure WHERE id = ?", f)[0]["quote"] for f in seen[:2]}
    assert first == {"At least 12 people", "40 people"}
    assert "Every figure has been read" in ana.get("/-/review").text
    assert "No figure waits for you" in ana.get("/-/review?which=read").text
    ana.sign_in("Ben")
    assert "Begin with the first" in ana.get("/-/review?which=read").text


@pytest.mark.parametrize(
    ("ruling", "ruled", "review"),
    [
        ("confirm", "confirmed", "read"),
        ("reject", "rejected", "read"),
        ("unsure", "unsure", "unsure"),
    ],
)
def test_a_ruling_is_one_line_and_stands_in_the_journal(
    ana: Desk, ruling: str, ruled: str, review: str
) -> None:
    response = ana.rule("40 people", ruling, reason="read twice")
    assert response.headers["location"].startswith("/-/review/next?after=")
    [line] = ana.lines()
    assert (line.by, line.ruling, line.reason, line.was["low"]) == ("Ana", ruling, "read twice", 40)
    row = ana.figure("40 people")
    assert (row["ruled"], row["review"], row["ruled_by"]) == (ruled, review, "Ana")
    [noted] = ana.rows("SELECT details FROM log WHERE event = 'rulings'")
    assert json.loads(noted["details"])["new"] == [line.id]


def test_every_field_is_corrected_and_the_machines_reading_stays_beside(ana: Desk) -> None:
    changed = {"low": "41", "high": "", "status": "feared", "place": "Benghazi, Libya", "caveat": "preliminary",
               "groups": ["civilian", "child"], "earliest": "2024-05-01", "attributed_to": "a nurse"}  # fmt: skip
    ana.rule("40 people", "correct", reason="the list", **changed)
    [line] = ana.lines()
    assert line.set["low"] == 41
    assert line.set["high"] is None
    assert line.set["groups"] == ["civilian", "child"]
    row = ana.figure("40 people")
    assert (row["status"], row["country"], row["caveat"]) == ("feared", "LY", "preliminary")
    html = ana.get(ana.path("40 people")).text
    for machine in ("machine: 40", "machine: asserted", "machine: Derna", "machine: hospital"):
        assert machine in html
    with Store(ana.db) as store:
        assert verify(store, ana.audits, conclude).differences == ()


def test_the_conflict_goes_with_the_correction_that_ends_it(ana: Desk) -> None:
    conflicts = "SELECT 1 FROM open_conflict"
    assert ana.rows(conflicts)
    ana.rule("40 people", "correct", low="12", high="12", value="12", reason="the list")
    assert ana.rows(conflicts) == []
    assert "At least 12 people" not in (ana.audits / "conflicts.csv").read_text("utf-8")


def test_another_person_seconds(ana: Desk) -> None:
    ana.rule("40 people", "correct", low="41", high="41", reason="the list")
    assert 'value="second"' not in ana.get(ana.path("40 people")).text
    ana.rule("40 people", "second", 400)
    ana.sign_in("Ben")
    assert "Second Ana" in ana.get(ana.path("40 people")).text
    ana.rule("40 people", "second")
    row = ana.figure("40 people")
    assert (row["review"], row["low"], json.loads(row["reviewed_by"])) == (
        "seconded",
        41,
        ["Ana", "Ben"],
    )
    assert [line.by for line in ana.lines()] == ["Ana", "Ben"]
    page = ana.get(f"/figures/figure/{row['id']}").text
    assert "held by Ana and Ben" in page
    assert "seconds the ruling before" in page


def test_two_people_who_disagree_are_both_shown_and_come_first(ana: Desk) -> None:
    ana.rule("Three firefighters", "confirm")
    ana.sign_in("Ben")
    ana.rule("Three firefighters", "reject", reason="an exercise")
    html = ana.get("/-/review").text
    assert "People disagree" in Page(html).all("h2")[0]
    page = ana.get(ana.path("Three firefighters")).text
    assert "<strong>Ana</strong> confirms it" in page
    assert "<strong>Ben</strong> rejects it" in page
    assert "contested" in page
    assert (
        "people disagree"
        in ana.get(f"/figures/figure/{ana.figure('Three firefighters')['id']}").text
    )


def test_a_ruling_made_meanwhile_is_shown_not_ruled_over(ana: Desk) -> None:
    path = ana.path("40 people")
    old = fields(ana.get(path).text)
    words = ["--by", "Ben", "--reason", "x", "--db", str(ana.db), "--audits", str(ana.audits)]
    assert (
        CliRunner().invoke(main, ["decide", path.split("/")[-1], "reject", *words]).exit_code == 0
    )
    page = ana.post(path, 409, **old, ruling="confirm")
    assert "Ben has ruled on it since you saw it" in page.text
    assert "<strong>Ben</strong> rejects it" in page.text
    assert len(ana.lines()) == 1
    ana.post(path, **fields(page.text), ruling="confirm")
    assert ana.figure("40 people")["contested"] == 1


def test_sent_twice_is_one_line(ana: Desk) -> None:
    ana.rule("40 people", "confirm")
    ana.rule("40 people", "confirm")
    assert len(ana.lines()) == 1


@pytest.mark.parametrize(
    ("ruling", "form", "says"),
    [
        ("", {}, "Choose what you rule"),
        ("destroy", {}, "Choose what you rule"),
        ("reject", {"reason": " "}, "say why"),
        ("correct", {"reason": "x"}, "no field is changed"),
        ("confirm", {"low": "41"}, "low: changed here"),
        ("correct", {"low": "many", "reason": "x"}, "low many: give a number"),
        ("correct", {"low": "50", "reason": "x"}, "low 50 is above high 40"),
        ("correct", {"earliest": "May", "reason": "x"}, "must be a day"),
        ("correct", {"status": "sure", "reason": "x"}, "cannot be &#39;sure&#39;"),
        ("correct", {"part_of": "0" * 16, "reason": "x"}, "no other figure of the same report"),
        ("second", {}, "nobody has ruled on it yet"),
    ],
)
def test_a_form_that_cannot_be_says_why_and_keeps_what_was_typed(
    ana: Desk, ruling: str, form: dict[str, str], says: str
) -> None:
    page = ana.rule("40 people", ruling, 400, **form).text
    assert says in page
    for name, value in form.items():
        if value.strip() and name in ("low", "earliest", "reason"):
            assert f'value="{value}"' in page
    assert ana.lines() == []


def test_while_the_pipeline_writes_nothing_is_written_and_that_is_said(
    ana: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **{**k, "timeout": 0.1}))
    path = ana.path("40 people")
    sent = fields(ana.get(path).text)
    with closing(connect(ana.db, isolation_level=None)) as pipeline:
        pipeline.execute("BEGIN IMMEDIATE")
        page = ana.post(path, 503, **sent, ruling="confirm").text
        assert "Nothing is written: another program is writing to it; try again" in page
        assert ana.lines() == []
        pipeline.execute("ROLLBACK")
    ana.post(path, **sent, ruling="confirm")
    assert len(ana.lines()) == 1


def test_where_the_disk_is_full_nothing_is_written_and_that_is_said(
    ana: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "decisions.jsonl")

    path = ana.path("40 people")
    sent = fields(ana.get(path).text)
    with monkeypatch.context() as patch:
        patch.setattr("figures.audit.rulings.append", full)
        page = ana.post(path, 503, **sent, ruling="confirm").text
    assert "Nothing is written: decisions.jsonl: No space left on device; free some space" in page
    assert ana.rows("SELECT count(*) AS n FROM ruling") == [{"n": 0}]
    ana.post(path, **sent, ruling="confirm")
    assert len(ana.lines()) == 1


# -- adding -------------------------------------------------------------------------------------


def report(desk: Desk, name: str = "c.txt") -> str:
    [row] = desk.rows("SELECT id FROM document WHERE name = ?", name)
    return f"/-/review/document/{row['id']}"


def test_a_figure_is_added_by_its_words(ana: Desk) -> None:
    told = {
        "words": "A miner and his brothers",
        "start": "",
        "category": "killed",
        "low": "3",
        "high": "open",
    }
    response = ana.post(report(ana), **told, reason="the rules miss it")
    row = ana.figure("A miner and his\nbrothers")
    assert response.headers["location"] == f"/-/review/figure/{row['id']}"
    assert (row["low"], row["high"], row["ruled"], row["place"]) == (3, None, "added", "Herat")
    [line] = ana.lines()
    assert (line.ruling, line.by, line.was["quote"]) == ("add", "Ana", "A miner and his\nbrothers")
    assert "a person added it by its words" in ana.get(f"/figures/figure/{row['id']}").text
    with Store(ana.db) as store:
        assert verify(store, ana.audits, conclude).differences == ()


def test_words_that_stand_there_twice_are_asked_after(ana: Desk) -> None:
    told = {
        "words": "miner and his brothers",
        "category": "killed",
        "low": "3",
        "high": "3",
        "reason": "x",
    }
    page = ana.post(report(ana), 400, **told).text
    starts = re.findall(r'type="radio" name="start" value="(\d+)"', page)
    assert len(starts) == 2
    ana.post(report(ana), **told, start=starts[1])
    [line] = ana.lines()
    assert str(line.was["start"]) == starts[1]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"words": "", "category": "killed"}, "select the words"),
        ({"words": "a duke", "category": "killed"}, "do not stand in its text"),
        ({"words": "brothers never", "category": ""}, "takes --category"),
        ({"words": "brothers never", "category": "killed"}, "no number can be read in it"),
        ({"words": "Dozens of farmers", "category": "killed"}, "stands there already"),
        ({"words": "brothers never", "category": "weather", "low": "1"}, "no such category"),
    ],
)
def test_what_cannot_be_added_says_why(ana: Desk, told: dict[str, str], says: str) -> None:
    assert says in ana.post(report(ana), 400, **told).text
    assert ana.lines() == []


def test_hostile_reports_and_names_are_shown_as_text(desk: Desk) -> None:
    desk.sign_in("<b>Ana</b>")
    pages = [desk.get(report(desk, "hostile")).text, desk.get("/-/review").text]
    desk.rule(HURT, "reject", reason="<script>alert(1)</script>")
    pages += [desk.get(desk.path(HURT)).text]
    pages += [desk.get(f"/figures/figure/{desk.figure(HURT)['id']}").text]
    for html in pages:
        assert "<script>alert" not in html
        assert "<b>Ana" not in html
        assert "<img src=x" not in html
        assert all(found.get("src") for tag, found in Page(html).elements if tag == "script")


@pytest.mark.parametrize("path", ["/-/review/figure/" + "0" * 16, "/-/review/document/" + "0" * 16])
def test_what_is_not_there_is_said(ana: Desk, path: str) -> None:
    assert "There is no such" in ana.get(path, 404).text


def test_pages_are_kept_by_no_cache_and_run_no_script_but_ours(ana: Desk) -> None:
    for path in ("/-/review", ana.path("40 people"), report(ana)):
        response = ana.get(path)
        assert response.headers["cache-control"] == "private, no-store"
        policy = response.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "script-src 'self'" in policy
        assert "form-action 'self'" in policy


def test_after_a_figure_that_is_gone_its_group_begins_anew(ana: Desk) -> None:
    for after in ("0" * 16, "x", "%00"):
        found = ana.get(f"/-/review/next?group=disputed&after={after}", 303)
        assert "/-/review/figure/" in found.headers["location"]


def test_previous_leads_back_within_the_group(ana: Desk) -> None:
    page = ana.get(ana.path("40 people") + "?group=disputed").text
    other = ana.get(ana.path("At least 12 people") + "?group=disputed").text
    assert ('id="previous"' in page) != ('id="previous"' in other)
    for name in NAMES:
        ana.get(ana.path("Three firefighters") + f"?group={name}")
    ana.get(ana.path("Three firefighters") + "?group=nonsense&which=nonsense")
