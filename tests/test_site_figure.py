"""A figure's page: its words marked in the article, the steps that read it, how to cite it; long texts."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from conftest import ROOT
from figures_site import cite, document, marking
from figures_site.figure import LEGEND
from hypothesis import given
from hypothesis import strategies as st
from web import Page, Rows, Site

from figures.pipeline import run


def test_a_figures_page_marks_its_quote_where_it_stands(site: Site, rows: Rows) -> None:
    figures = rows(
        "SELECT f.*, d.text FROM figure f JOIN document d ON d.id = f.document_id"
        " GROUP BY f.document_id, f.category, f.qualifier"  # one of each kind in each report
    )
    assert len(figures) > 40
    for figure in figures:
        html = site.get(f"/figures/figure/{figure['id']}").text
        page = Page(html)
        assert figure["quote"] in page.all("mark")
        [article] = page.all("div", class_="article", dir="auto")
        assert article == figure["text"]
        [shown] = re.findall(r'<div class="article" dir="auto">(.*?)</div>', html, re.DOTALL)
        before, mark, _ = shown.partition('<mark class="quote" id="m-quote">')
        assert mark, "the quote itself is marked"
        assert len(unescape(re.sub(r"<[^>]*>", "", before))) == figure["start"]
        evidence = rows("SELECT * FROM evidence WHERE figure_id = ?", figure["id"])
        [steps] = re.findall(r'<ol class="steps">(.*?)</ol>', html, re.DOTALL)
        told = Page(f"<ol>{steps}</ol>").all("li")
        assert len(told) == len(evidence)
        for step, words in zip(evidence, told, strict=True):
            assert step["rule"] in words
            assert step["quote"] in words


@pytest.mark.parametrize("field", list(marking.ROLES))
def test_what_a_figure_was_read_from_is_marked_in_the_article(
    site: Site, rows: Rows, field: str
) -> None:
    role = marking.ROLES[field]
    steps = rows("SELECT * FROM evidence WHERE field = ?", field)
    assert len(steps) > 0 or field == "since"
    for step in steps[:8]:
        html = site.get(f"/figures/figure/{step['figure_id']}").text
        [article] = re.findall(r'<div class="article" dir="auto">(.*?)</div>', html, re.DOTALL)
        words = []  # as marked, with where they stand
        for found in re.finditer(
            r'<span class="role ([\w ]+)"[^>]*>(.*?)</span>', article, re.DOTALL
        ):
            if role in found[1].split():
                before = unescape(re.sub(r"<[^>]*>", "", article[: found.start()]))
                words.append((len(before), unescape(found[2])))
        marked = {at for start, piece in words for at in range(start, start + len(piece))}
        assert set(range(step["start"], step["end"])) <= marked
        [legend, *_] = Page(html).all("p", class_="legend")
        assert dict(LEGEND)[role] in legend


TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&\"'\r\n\U0001f3ed"))


@given(TEXT, st.data())
def test_marking_changes_nothing_but_adds_marks(text: str, data: st.DataObject) -> None:
    offsets = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    figures = [
        {"id": str(index), "start": start, "end": end, "low": 1, "high": None}
        | {"qualifier": "at_least", "category": "<killed>"}
        for index, (start, end) in enumerate(data.draw(st.lists(offsets, max_size=5)))
    ]
    roles = st.sampled_from(sorted(set(marking.ROLES.values())))
    spans = [
        marking.Span(*found, role)
        for found, role in data.draw(st.lists(st.tuples(offsets, roles), max_size=4))
        if found[0] < found[1]
    ]
    main = figures[-1] if figures and figures[-1]["start"] < figures[-1]["end"] else None
    marks = marking.Marks(figures, "/figures/figure", main and main["id"], spans, anchors=True)
    html = str(marks.html(text))
    page = Page(f"<p>{html}</p>")
    assert page.all("p") == [text]
    quotes = [text[f["start"] : f["end"]] for f in figures]
    assert all(mark in quotes for mark in page.all("mark"))
    ids = [found["id"] for _, found in page.elements if "id" in found]
    assert len(ids) == len(set(ids))
    for role in {span.role for span in spans}:
        told = sorted({at for s in spans if s.role == role for at in range(s.start, s.end)})
        shown = [
            words
            for (tag, found), words in zip(page.elements, page.texts, strict=True)
            if tag == "span" and role in (found["class"] or "").split()
        ]
        assert "".join(shown) == "".join(text[at] for at in told)
    if main:
        before = html.partition('<mark class="quote"')[0]
        assert len(unescape(re.sub(r"<[^>]*>", "", before))) == main["start"]
        assert page.all("mark", class_="quote") == [text[main["start"] : main["end"]]]


def test_a_long_article_is_shown_around_the_sentence() -> None:
    filler = "word " * 4_000
    text = f"{filler}Rain fell. The flood killed 12 people. It ebbed. {filler}"
    start = text.index("12 people")
    sentence = text.index("The flood")
    figure = {"id": "1", "start": start, "end": start + len("12 people"), "category": "killed"}
    figure |= {"sentence_start": sentence, "sentence_end": text.index(" It ebbed")}
    page = Page(f"<p>{marking.mark_around(text, [figure], '', figure)}</p>")
    [shown] = page.all("p")
    assert page.all("mark") == ["12 people"]
    assert page.all("span", class_="sentence") == ["The flood killed 12 people."]
    assert shown.startswith("… word ")
    assert shown.endswith(" word …")
    assert shown.strip("… ") in text
    assert len(shown) < 2 * marking.WINDOW + 100


def test_a_figure_shows_what_contradicts_it_a_sum_too(site: Site, rows: Rows) -> None:
    for conflict in rows("SELECT * FROM open_conflict"):
        pair = f"/figures/claim_relation/{conflict['left_claim_id']},{conflict['right_claim_id']}"
        page = site.page(f"/figures/figure/{conflict['left_figure_id']}")
        cards = page.all("div", class_="card conflict")
        assert any(conflict["right_quote"] in card for card in cards) or pair in page.links()


# --- Cited ----------------------------------------------------------------------------------


def test_the_annotation_finds_the_words_in_the_archived_text(site: Site, rows: Rows) -> None:
    figures = rows(
        "SELECT f.*, d.text, d.url FROM figure f JOIN document d ON d.id = f.document_id"
    )
    for figure in figures:
        response = site.get(f"/figures/figure/{figure['id']}/annotation.json")
        assert response.headers["content-type"].startswith("application/ld+json")
        found = json.loads(response.text)
        assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert found["type"] == "Annotation"
        assert found["id"].endswith(f"/figures/figure/{figure['id']}/annotation.json")
        here, *elsewhere = found["target"]
        assert here["source"].endswith(f"/figures/document/{figure['document_id']}")
        quote, position = here["selector"]
        assert (
            figure["text"][position["start"] : position["end"]] == quote["exact"] == figure["quote"]
        )
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in figure["text"]
        sources = [target["source"] for target in elsewhere]
        assert sources == ([figure["url"]] if (figure["url"] or "").startswith("http") else [])
    site.get("/figures/figure/0000000000000000/annotation.json", 404)


def test_a_figure_is_cited_in_words_and_as_bibtex(site: Site, rows: Rows) -> None:
    [figure] = rows("SELECT * FROM published_figure WHERE quote = 'at least 11 dead policemen'")
    page = site.page(f"/figures/figure/{figure['id']}")
    [words] = page.all("p", class_="citation")
    for part in (figure["quote"], "at least 11", "tribal elder", "Harbour Times", "2018-11-19"):
        assert part in words
    address = f"http://localhost/figures/figure/{figure['id']}"
    assert words.endswith(address)
    assert f"/figures/figure/{figure['id']}/annotation.json" in page.links()
    [entry] = [text for text in page.all("pre") if text.startswith("@misc")]
    assert "author = {{Harbour Times}}" in entry
    assert "year = {2018}" in entry
    assert f"\\url{{{address}}}" in entry
    assert entry.count("{") == entry.count("}")


@given(st.text())
def test_latex_is_told_nothing(text: str) -> None:
    left = cite.latex(text)
    for escaped in sorted(cite.LATEX.values(), key=len, reverse=True):
        left = left.replace(escaped, "")
    assert not set(left) & set("\\{}%$#&_~^")


# --- Long texts -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def long_text(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """A site on one report of many parts; with the id of its document."""
    folder = tmp_path_factory.mktemp("long")
    sentence = (
        "The wind turned at noon and the ferry waited in the bay for the tide to rise again. "
    )
    toll = "In village {n}, at least {n} people were killed when the river burst its banks. "
    text = "".join(sentence * 40 + toll.format(n=n) for n in range(20, 70))
    (folder / "long.txt").write_text(text, "utf-8")
    run([str(folder / "long.txt")], db=folder / "figures.db")
    for part in ("metadata.yaml", "settings.json", "templates", "plugins", "static"):
        (folder / part).symlink_to(ROOT / "db" / part)
    with closing(sqlite3.connect(folder / "figures.db")) as connection:
        [(identity,)] = connection.execute("SELECT id FROM document")
    site = Site(folder)
    yield site, identity
    site.close()


def asked(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "figures.db")) as connection:
        return connection.execute(sql).fetchall()


def test_a_long_document_is_shown_in_parts_that_make_up_the_whole(
    long_text: tuple[Site, str],
) -> None:
    site, identity = long_text
    path, texts, linked = f"/figures/document/{identity}", [], []
    for _ in range(20):
        response = site.get(path)
        page = Page(response.text)
        [shown] = page.all("div", class_="article")
        assert len(shown) <= document.PART + 500
        texts.append(shown)
        figures = set(re.findall(r'class="other" id="f-(\w+)"', response.text))
        assert figures
        assert all(f"/figures/figure/{figure}" in page.links() for figure in figures)
        linked += figures
        following = re.search(r'href="(\?part=\d+)#article" rel="next"', response.text)
        if not following:
            break
        path = f"/figures/document/{identity}{following[1]}"
    assert len(texts) > 2
    [(text,)] = asked(Path(site.datasette.config_dir), "SELECT text FROM document")
    assert "".join(texts) == text
    [(count,)] = asked(Path(site.datasette.config_dir), "SELECT count(*) FROM figure")
    assert len(linked) == len(set(linked)) == count


@pytest.mark.parametrize("part", ["0", "-3", "999999", "x", "9" * 5000, "²"])
def test_a_part_that_is_not_there_is_answered(long_text: tuple[Site, str], part: str) -> None:
    site, identity = long_text
    assert site.page(f"/figures/document/{identity}?part={part}").all("div", class_="article")


def test_a_figure_deep_in_a_text_leads_to_its_part(long_text: tuple[Site, str]) -> None:
    site, _ = long_text
    folder = Path(site.datasette.config_dir)
    [(figure, quote)] = asked(folder, "SELECT id, quote FROM figure ORDER BY start DESC LIMIT 1")
    page = site.page(f"/figures/figure/{figure}")
    assert page.all("mark", class_="quote")[-1] == quote
    [whole] = [link for link in page.links() if "?part=" in link]
    assert quote in site.page(whole).all("mark")
    assert len(page.all("div", class_="article")[0]) < 2 * marking.WINDOW + 1000
