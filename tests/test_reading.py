"""Reading: names, ids, the text policy, raw bytes that give the same again, and bad input."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figures.errors import FiguresError, PathNotFound
from figures.model import Document, Issue
from figures.reading import FORMATS, read, read_again, read_bytes, read_with
from figures.reading.documents import LONGEST_TEXT, cut

ANY_FORMAT = st.sampled_from(FORMATS)


def found(content: bytes, name: str = "a.txt", format: str = "text") -> list[Document]:
    return [part for part in read_bytes(content, name, format) if isinstance(part, Document)]


def issues(content: bytes, name: str = "a.txt", format: str = "auto") -> list[Issue]:
    return [part for part in read_bytes(content, name, format) if isinstance(part, Issue)]


def only(content: bytes, name: str = "a.txt", format: str = "auto") -> Document:
    [part] = read_bytes(content, name, format)
    assert isinstance(part, Document), part
    return part


def in_folder(folder: Path, **options: str) -> tuple[list[Document], list[Issue]]:
    parts = list(read([str(folder)], **options))
    documents = [part for part in parts if isinstance(part, Document)]
    return documents, [part for part in parts if isinstance(part, Issue)]


def jsonl(*rows: object) -> bytes:
    return "\n".join(json.dumps(row) for row in rows).encode()


# --- the text policy


def test_text_loses_its_mark_and_carriage_returns_and_nothing_else() -> None:
    words = "  Two died.\r\n\r\n\tE\u0301t\u00e9 \u201ctwo\u201d\u2028\rend \n"
    for mark, encoding in [
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ]:
        assert only(mark + words.encode(encoding)).text == words.replace("\r\n", "\n")


def test_jsonl_text_is_kept_verbatim_but_for_what_cannot_be_stored() -> None:
    row = b'{"text": "\\ufeff Two\\r\\ndied.\\u0000 \\ud83d \\ud83d\\ude00"}'
    assert only(row, "a.jsonl").text == "\ufeff Two\r\ndied.\ufffd \ufffd \U0001f600"


@given(st.text())
def test_every_text_can_be_stored(text: str) -> None:
    for part in read_bytes(jsonl({"text": text}), "a.jsonl", "jsonl"):
        if isinstance(part, Document):
            part.text.encode("utf-8")
            assert "\0" not in part.text
            assert len(part.text) == len(text)


def test_windows_1252_is_read_only_where_it_looks_like_it() -> None:
    words = "Le préfet a parlé de « douze » morts à Québec, “au moins”"
    assert only(words.encode("cp1252")).text == words
    for other in (
        "Двенадцать человек погибли".encode("cp1251"),
        "日本語".encode("shift_jis"),
        "à é".encode()[:-1],  # UTF-8 that was cut
        b"caf\xc3\xa9 and \xe9",  # UTF-8 that was mixed
        b"\xff\xfa\xfb12",
    ):
        [issue] = issues(other)
        assert "save it as UTF-8" in issue.what


# --- names, ids, raw


def test_a_document_knows_its_bytes_and_what_read_them() -> None:
    document = only(b"KYIV, 30 March 2022 -- Two died.")
    assert document.raw is not None
    assert document.raw.content == b"KYIV, 30 March 2022 -- Two died."
    assert (document.raw.format, document.read_with) == ("text", read_with("text"))
    assert (document.published, document.published_on) == ("30 March 2022", "2022-03-30")
    assert document.published_at is None


def test_a_row_gives_all_its_fields() -> None:
    row = {
        "id": "x/1",
        "text": "Two died.",
        "title": "Two dead",
        "published": "2022-03-30T09:15:00+03:00",
        "date": "1999-01-01",
        "publisher": "Harbour Times",
        "url": "https://harbour.example/1",
        "retrieved_at": "2022-04-01T00:00:00Z",
        "rights": "CC BY 4.0",
        "access": "restricted",
        "tags": ["let be"],
    }
    document = only(jsonl(row), "a.jsonl")
    assert (document.name, document.title, document.publisher) == (
        "x/1",
        "Two dead",
        "Harbour Times",
    )
    assert document.published == document.published_at == "2022-03-30T09:15:00+03:00"
    assert document.published_on == "2022-03-30"
    assert document.url == "https://harbour.example/1"
    assert document.retrieved_at == "2022-04-01T00:00:00+00:00"
    assert (document.rights, document.access) == ("CC BY 4.0", "restricted")
    assert document.raw is not None
    assert document.raw.content == jsonl(row)


def test_an_id_may_be_any_scalar_and_keeps_its_digits() -> None:
    rows = [b'{"id": %s, "text": "Two died."}' % value for value in
            (b"7", b"7.50", b"true", b'"7a"', b"12345678901234567890123", b"null", b'""')]  # fmt: skip
    names = [document.name for document in found(b"\n".join(rows), "a.jsonl", "jsonl")]
    assert names == ["7", "7.50", "true", "7a", "12345678901234567890123", "a.jsonl:6", "a.jsonl:7"]


def test_a_published_of_ones_own_wins_then_the_option_then_the_dateline() -> None:
    text = "KYIV, 30 March 2022 -- Two died."
    own, given_one = read_bytes(
        jsonl({"text": text, "date": "31 March 2022"}, {"text": text}),
        "a.jsonl",
        "jsonl",
        "1 April 2022",
    )
    assert isinstance(own, Document)
    assert isinstance(given_one, Document)
    assert (own.published_on, given_one.published_on) == ("2022-03-31", "2022-04-01")
    assert only(text.encode()).published_on == "2022-03-30"


def test_a_published_that_cannot_be_read_is_kept_as_it_stands_and_told() -> None:
    issue, document = read_bytes(
        jsonl({"text": "Two died.", "published": "last week"}), "a.jsonl", "auto"
    )
    assert isinstance(issue, Issue)
    assert isinstance(document, Document)
    assert issue.what == "published 'last week': no date that can be read; read without it"
    assert (document.published, document.published_at, document.published_on) == (
        "last week",
        None,
        None,
    )


def test_names_in_folders_are_paths_below_it(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/two.txt", "one.txt", "Zero.txt", "cafe\u0301.txt"):
        (tmp_path / name).write_text(f"{name}: two died.")
    documents, left = in_folder(tmp_path)
    assert [document.name for document in documents] == [
        "Zero.txt",
        "b/two.txt",
        "caf\u00e9.txt",
        "one.txt",
    ]
    assert left == []
    [single] = read([str(tmp_path / "b" / "two.txt")])
    assert isinstance(single, Document)
    assert single.name == "two.txt"


@given(st.lists(st.text(alphabet="ab.# 12\n", max_size=30), min_size=1, max_size=4))
def test_raw_bytes_give_the_same_documents_again(texts: list[str]) -> None:
    rows = [{"text": text, "id": None if n % 2 else f"row#{n}"} for n, text in enumerate(texts)]
    for content, format in (
        (jsonl(*rows), "jsonl"),
        (texts[0].encode(), "text"),
        (json.dumps(rows).encode(), "json"),
    ):
        for document in found(content, "a.b#2", format):
            assert read_again(document) == document


# --- very long texts


@given(st.text(alphabet="ab \n", max_size=200), st.integers(1, 40))
def test_pieces_are_short_enough_and_join_to_the_text(text: str, longest: int) -> None:
    pieces = cut(text, longest)
    assert all(len(piece) <= longest for piece in pieces)
    rest = iter(text)
    assert all(mark in rest for piece in pieces for mark in piece), "in the order of the text"
    assert "".join("".join(pieces).split()) == "".join(text.split()), "nothing but blanks is lost"


def test_a_very_long_text_is_cut_at_paragraph_ends_and_says_so() -> None:
    paragraph = "Two people died in the flood. " * 30 + "\n\n"
    text = " date 2022-03-30 Kyiv — It rained.\n\n" + paragraph * (
        2 * LONGEST_TEXT // len(paragraph) + 10
    )
    parts = read_bytes(text.encode(), "long.txt")
    assert isinstance(parts[0], Issue)
    assert "3 documents" in parts[0].what
    documents = [part for part in parts if isinstance(part, Document)]
    assert [document.name for document in documents] == ["long.txt", "long.txt#2", "long.txt#3"]
    assert "".join(document.text for document in documents) == text
    assert all(document.text.endswith("\n\n") for document in documents)
    assert {document.published_on for document in documents} == {"2022-03-30"}
    assert len({document.raw.sha256 for document in documents if document.raw}) == 1
    last = documents[-1]
    assert read_again(last) == last


# --- twice in one run


def test_one_name_twice_is_an_issue_whatever_the_order() -> None:
    first, second = {"id": "a", "text": "Two died."}, {"id": "a", "text": "Three died."}
    kept = []
    for rows in ((first, second), (second, first)):
        parts = read_bytes(jsonl(*rows), "a.jsonl")
        [document] = [part for part in parts if isinstance(part, Document)]
        [issue] = [part for part in parts if isinstance(part, Issue)]
        assert "'a' comes twice" in issue.what
        assert issue.where in ("a.jsonl:1", "a.jsonl:2")
        kept.append(document)
    assert kept[0].text == kept[1].text


def test_one_address_and_text_twice_keeps_the_smallest_name() -> None:
    rows = [
        {"id": name, "text": "Two died.", "url": "https://x.example/1"} for name in ("b", "a", "B")
    ]
    parts = read_bytes(jsonl(*rows), "a.jsonl")
    assert [part.name for part in parts if isinstance(part, Document)] == ["B"]
    assert [part.where for part in parts if isinstance(part, Issue)] == ["a.jsonl:1", "a.jsonl:2"]


def test_the_same_name_in_two_paths_is_an_issue(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"In {folder} two died.")
    both = [list(read([str(tmp_path / one), str(tmp_path / two)])) for one, two in ("xy", "yx")]
    texts = [[part.text for part in parts if isinstance(part, Document)] for parts in both]
    assert len(texts[0]) == 1
    assert texts[0] == texts[1]


# --- bad input: an issue, and the run goes on


def test_a_broken_line_is_an_issue_and_the_others_are_read() -> None:
    lines = [b'{"text": "Two died."}'] * 6 + [b'{"text": "Two died.']
    lines += [
        b"[1]",
        b'{"title": "x"}',
        b'{"text": 5}',
        b'{"text": " "}',
        b'{"text": "\xff"}',
        b"",
        b"{}",
    ]
    lines += [b"[" * 100_000, b'{"text": "Three died.", "url": {"a": 1}}']
    parts = read_bytes(b"\n".join(lines), "file.jsonl")
    assert len([part for part in parts if isinstance(part, Document)]) == 7
    where = [part.where for part in parts if isinstance(part, Issue)]
    assert where == [f"file.jsonl:{n}" for n in (7, 8, 9, 10, 11, 12, 14, 15, 16)]
    [broken] = [part for part in parts if isinstance(part, Issue) and part.where == "file.jsonl:7"]
    assert broken.what.startswith("broken JSON: ")


@pytest.mark.parametrize(
    ("content", "name", "word"),
    [
        (b"", "a.txt", "empty"),
        (b" \n ", "a.txt", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.txt", "PNG"),
        (bytes(range(256)) * 4, "a.dat", "binary"),
        (bytes(range(256)) * 4, "a.jsonl", "binary"),
        (bytes(range(256)) * 4, "a.html", "binary"),
        (b"<html><body></body></html>", "a.html", "no article text"),
        (b"%PDF-1.4\nnothing", "a.pdf", "PDF"),
        (b"hello", "a.pdf", "PDF"),
        (b"[1, 2", "a.json", "broken JSON"),
        (b"{", "a.json", "broken JSON"),
        (b"PK\x03\x04zip", "a.docx", "DOCX"),
        (b"PK\x03\x04zip", "a.odt", "cannot be read yet"),
        (b"PK\x03\x04zip", "unknown", "cannot be read yet"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "x.xml", "feeds"),
        (codecs.BOM_UTF16_LE + b"\x00", "a.txt", "UTF-16"),
    ],
)
def test_what_cannot_be_read_is_one_issue(content: bytes, name: str, word: str) -> None:
    [issue] = read_bytes(content, name)
    assert isinstance(issue, Issue)
    assert issue.where == name
    assert word in issue.what
    assert "\n" not in issue.what


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.binary(max_size=400), ANY_FORMAT)
def test_no_bytes_crash_and_none_are_passed_over(content: bytes, format: str) -> None:
    parts = read_bytes(content, "a", format)
    assert parts or not content.strip() or format in ("jsonl", "json", "auto")
    for part in parts:
        assert isinstance(part, Document | Issue)


@settings(deadline=None)
@given(st.text(alphabet='<>/"=! abhtmlbodypscrit&;-[]{}:,1', max_size=300), ANY_FORMAT)
def test_no_markup_crashes(text: str, format: str) -> None:
    for part in read_bytes(text.encode(), "a", format):
        assert isinstance(part, Document | Issue)


def test_paths_that_are_not_there_and_formats_that_do_not_exist(tmp_path: Path) -> None:
    with pytest.raises(PathNotFound, match=r"nowhere\.txt: no such file"):
        read([str(tmp_path), str(tmp_path / "nowhere.txt")])
    with pytest.raises(PathNotFound, match="nothing is fetched"):
        read(["https://example.org/a.html"])
    with pytest.raises(FiguresError, match=r"warc: web archives .* cannot be read yet"):
        read([str(tmp_path)], format="warc")
    with pytest.raises(FiguresError, match=r"feeds .* cannot be read yet"):
        read([str(tmp_path)], format="rss")
    with pytest.raises(FiguresError, match="no such format"):
        read([str(tmp_path)], format="pictures")
    with pytest.raises(FiguresError, match="no date that can be read"):
        read([str(tmp_path)], published="soon")


def test_a_folder_without_reports_says_so(tmp_path: Path) -> None:
    for name in ("README.md", "LICENSE", "CHANGELOG.txt", ".hidden.txt"):
        (tmp_path / name).write_text("Two died.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("Two died.")
    documents, [issue] = in_folder(tmp_path)
    assert documents == []
    assert "no report in this folder" in issue.what


def test_links_pipes_and_locked_files_do_not_stop_a_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two died.")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    documents, left = in_folder(tmp_path)
    assert [document.name for document in documents] == ["a.txt"]
    assert [issue.where for issue in left] == ["loop", "broken.txt", "pipe.txt"]


def test_a_file_that_cannot_be_opened_is_an_issue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Two died.")
    (tmp_path / "b.txt").write_text("Three died.")
    really_open = Path.open

    def locked(path: Path, *rest: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return really_open(path, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", locked)
    documents, [issue] = in_folder(tmp_path)
    assert [document.name for document in documents] == ["b.txt"]
    assert issue == Issue("a.txt", "cannot be opened: Permission denied")


# --- formats


def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, names in (
        (b"Two died.", ["stdin"]),
        (jsonl({"text": "Two died."}, {"text": "Ten died.", "id": 4}), ["stdin:1", "4"]),
        (b'[\n {"text": "Two died."}\n]', ["stdin:1"]),
        (b'{\n "text": "Two died."\n}', ["stdin"]),
        (b"[TEXT] TWO DIED.", ["stdin"]),
        (b"<p>Two people died in the flood.</p>", ["stdin"]),
    ):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(content)))
        parts = list(read(["-"]))
        assert [part.name for part in parts if isinstance(part, Document)] == names
        assert not any(isinstance(part, Issue) for part in parts)


def test_json_lines_under_another_name_and_in_utf_16() -> None:
    rows = '{"text": "Two died."}\n{"text": "Ten died."}\n'
    assert [d.name for d in found(rows.encode(), "a.json", "auto")] == ["a.json:1", "a.json:2"]
    utf16 = codecs.BOM_UTF16_LE + rows.encode("utf-16-le")
    assert [d.text for d in found(utf16, "a.jsonl", "auto")] == ["Two died.", "Ten died."]


PAGE = """<!doctype html><html><head><meta charset="{charset}"><title>Ferry sinks | Harbour Times</title>
<meta property="og:site_name" content="Harbour Times">
<meta property="og:title" content="Ferry sinks">
<link rel="canonical" href="https://harbour.example/2021/05/ferry">
<meta property="article:published_time" content="2021-05-04T18:20:00+02:00"></head>
<body><nav><a href="/">Home</a> 14 stories today</nav><article><h1>Ferry sinks</h1>
<p>Nine people drowned when a ferry went down off the café pier on Tuesday, the coast guard said.</p>
<p>Rescuers pulled 31 passengers &amp; crew from the water &lt;alive&gt;.</p>
<script>var dead = 500;</script></article><footer>© 2019 Harbour Times</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1250"])
def test_a_web_page_gives_its_article(charset: str) -> None:
    document = only(PAGE.format(charset=charset).encode(charset), "ferry.html")
    assert document.text == (
        "Nine people drowned when a ferry went down off the café pier on Tuesday, the coast guard said."
        "\n\nRescuers pulled 31 passengers & crew from the water <alive>."
    )
    assert (document.title, document.publisher) == ("Ferry sinks", "Harbour Times")
    assert document.url == "https://harbour.example/2021/05/ferry"
    assert document.published == document.published_at == "2021-05-04T18:20:00+02:00"


def test_no_date_is_made_up_for_a_page() -> None:
    page = b"<html><body><p>Nine drowned on Tuesday, 5 May 2009.</p><footer>(c) 2019</footer></body></html>"
    assert only(page, "a.html").published is None


def test_a_date_in_json_ld_is_the_articles() -> None:
    site = {"@type": "WebSite", "datePublished": "2001-01-01"}
    story = {"@type": "NewsArticle", "datePublished": "2021-05-04"}
    script = json.dumps({"@graph": [site, story]})
    head = f"<script type='application/ld+json'>{script}</script>"
    page = f"<html><head>{head}</head><body><p>Nine drowned there.</p></body></html>"
    assert only(page.encode(), "a.html").published == "2021-05-04"


def test_a_page_of_tags_alone_is_refused_before_it_is_parsed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("figures.reading.html.MOST_TAGS", 100)
    page = b"<html><body><article><p>Nine people drowned off the coast there.</p></article></body></html>"
    assert only(page, "a.html").text
    [issue] = read_bytes(page.replace(b"<p>", b"<p>" + b"<br>" * 100), "a.html")
    assert isinstance(issue, Issue)
    assert "more than 100 tags" in issue.what


def test_a_tag_of_very_many_attributes_is_refused_before_it_is_parsed() -> None:
    page = b"<html><body><article><p%s>Nine people drowned off the coast there.</p></article></body></html>"
    picture = b' data-picture="%s"' % (b"1 0 2 5 " * 40_000)
    assert only(page % picture, "a.html").text, "one value may be long"
    [issue] = read_bytes(page % b"".join(b" a%d=1" % n for n in range(30_000)), "a.html")
    assert isinstance(issue, Issue)
    assert "more than 20,000 attributes" in issue.what


def test_stray_bytes_in_a_page_are_told() -> None:
    page = PAGE.format(charset="utf-8").encode().replace(b"caf\xc3\xa9", b"caf\xc3 \xd0\xb0")
    parts = read_bytes(page, "a.html")
    assert [type(part) for part in parts] == [Issue, Document]
    assert isinstance(parts[0], Issue)
    assert "U+FFFD" in parts[0].what


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "12 dead",
        "<table><tr><td>" * 20_000 + "12 dead",
        "<b><i>" * 50_000,
        "<!-- -->" * 50_000,
        "<a " + "b=c " * 100_000 + ">12 dead</a>",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script><p>12 people died.</p>",
    ],
)
def test_hostile_pages_do_not_crash(page: str) -> None:
    for part in read_bytes(f"<html><body>{page}</body></html>".encode(), "a.html"):
        assert isinstance(part, Document | Issue)


def pdf(*pages: str) -> bytes:
    """A small PDF file with one line of text a page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for n, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        stream = f"BT /F1 12 Tf 72 720 Td ({page}) Tj ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return (
        f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}".encode()
    )


def test_a_pdf_gives_the_text_of_its_pages() -> None:
    document = only(pdf("LIMA, 3 May 2019 - Two people died.", "Ten were hurt."), "a.pdf")
    assert document.text == "LIMA, 3 May 2019 - Two people died.\n\nTen were hurt."
    assert document.published_on == "2019-05-03"
    [issue] = issues(pdf(""), "a.pdf")
    assert "without text" in issue.what


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 600), st.binary(min_size=1, max_size=8))
def test_a_damaged_pdf_never_crashes(at: int, junk: bytes) -> None:
    whole = pdf("Two people died.")
    for part in read_bytes(whole[:at] + junk + whole[at + len(junk) :], "a.pdf"):
        assert isinstance(part, Document | Issue)


def test_a_format_given_wins_over_the_name() -> None:
    assert only(b"<p>Two died.</p>", "a.html", "text").text == "<p>Two died.</p>"


def test_reading_is_quiet_and_loads_no_library_before_it_is_needed() -> None:
    code = (
        "import sys; from figures.reading import read_bytes;"
        "read_bytes(b'KYIV, 3 May 2019 - Two died.', 'a.txt');"
        'read_bytes(b\'{"text": "Two died.", "date": "3 May 2019"}\', \'a.jsonl\');'
        "heavy = {'trafilatura', 'lxml', 'pypdf', 'dateparser'} & set(sys.modules);"
        "assert not heavy, heavy;"
        "read_bytes(b'%PDF-1.4 nothing', 'a.pdf'); read_bytes(b'<html>', 'a.html')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
