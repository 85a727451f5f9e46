"""The database refuses wrong rows, stores whole documents, and keeps a journal nobody edits unseen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.errors import StoreError, in_words
from figures.extraction import extract_document
from figures.model import (
    Document,
    Extraction,
    Figure,
    Issue,
    Raw,
    Rejection,
    Replayed,
    Ruling,
    short_hash,
)
from figures.store import Store, log, schema

TEXT = "On Monday a boat sank off Lesk. At least 12 people drowned, including three children."


def read(text: str = TEXT, name: str = "a.txt") -> Extraction:
    content = text.encode()
    raw = Raw(sha256(content).hexdigest(), content, "text")
    return extract_document(
        Document(name, text, published="2024-05-01", published_on="2024-05-01", raw=raw)
    )


def begin(store: Store, examples: bool = False) -> int:
    return store.begin_run(
        version="1", rules="r1", codebook="default", command="test", examples=examples
    )


def made(text: str, quote: str, name: str = "made.txt", **fields: object) -> Extraction:
    """A reading made by hand: one figure whose sentence is the whole text."""
    document = Document(name, text)
    start = text.index(quote)
    end = start + len(quote)
    figure = Figure(
        id=short_hash("figure", document.id, str(start), "killed"), category="killed", quote=quote,
        start=start, end=end, reported=quote, number_start=start, number_end=end, sentence=text,
        sentence_start=0, sentence_end=len(text), value=12, low=12, high=12, qualifier="exact",
        counted="number", unit="person", subject=None, rule="killed/passive",
    )  # fmt: skip
    return Extraction(document, (replace(figure, **fields),), ())  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "f.db") as store:
        store.add([read()], begin(store))
        yield store


def dump(store: Store) -> list[str]:
    return list(store.connection.iterdump())


# -- what is written comes back ---------------------------------------------------------------


def test_a_document_comes_back_with_its_bytes(store: Store) -> None:
    assert list(store.documents(with_raw=True)) == [read().document]
    assert next(store.documents()).raw is None


def test_a_figure_comes_back_as_it_was_read(store: Store) -> None:
    extraction = read()
    assert extraction.figures, "the text tells a figure"
    (stored,) = store.figures().values()
    assert stored == [replace(f, evidence=()) for f in extraction.figures]
    for figure in extraction.figures:
        assert store.evidence(figure.id) == list(figure.evidence)
    by_place = sorted(extraction.rejections, key=lambda r: r.start)
    assert store.rejections(extraction.document.id) == by_place


def test_evidence_and_rejections_show_the_words_they_rest_on(store: Store) -> None:
    rows = [*store.query("SELECT * FROM evidence"), *store.query("SELECT * FROM rejection")]
    assert rows
    assert all(row["quote"] == TEXT[row["start"] : row["end"]] for row in rows)


def test_numbers_are_whole_where_they_are_whole(store: Store) -> None:
    store.add([made("12.0 dead", "12.0", value=12.0, low=12.0, high=None)], 1)
    store.add([made("1.5 million", "1.5", value=1.5, low=1.5, high=None)], 1)
    kinds = store.query(
        "SELECT typeof(value) AS kind FROM figure WHERE reported IN ('12.0', '1.5')"
    )
    assert sorted(row["kind"] for row in kinds) == ["integer", "real"]


def test_storing_twice_changes_nothing(store: Store) -> None:
    before = dump(store)
    assert store.add([read()], 1) == (0, [])
    assert dump(store) == before


def test_an_issue_is_said_once(store: Store) -> None:
    issue = Issue("b.pdf", "no text in it")
    assert store.add_issues([issue, issue], 1) == 1
    assert store.add_issues([issue], 1) == 0
    assert [row["what"] for row in store.query("SELECT * FROM issue")] == ["no text in it"]


def test_rows_do_not_depend_on_the_order_of_reading(tmp_path: Path) -> None:
    readings = [
        read(),
        read("Two men were shot dead. Nine hurt.", "b.txt"),
        read("No one died on 3 May 2020.", "c.txt"),
    ]
    contents = []
    for order in (readings, readings[::-1]):
        with Store(tmp_path / f"{order[0].document.name}.db") as store:
            run = begin(store)
            for extraction in order:
                store.add([extraction], run)
            contents.append({
                table: sorted(store.connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
                for table in ("raw", "document", "figure", "rule", "evidence_row", "rejection_row")
            })  # fmt: skip
    assert contents[0] == contents[1]
    assert all(contents[0].values())


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1),
    st.data(),
)
def test_a_quote_is_held_to_code_points_of_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    extraction = made(text, text)
    figure = replace(
        extraction.figures[0], quote=text[start:end], start=start, end=end,
        reported=text[start:end], number_start=start, number_end=end,
    )  # fmt: skip
    with Store(":memory:") as store:
        run = begin(store)
        assert store.add([replace(extraction, figures=(figure,))], run) == (1, [])
        with pytest.raises(sqlite3.IntegrityError):
            store.connection.execute("UPDATE figure SET quote = quote || 'x'")


# -- what is wrong is refused -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("quote = 'At least 99 people'", "quote does not stand"),
        ("start = start + 1", "quote does not stand"),
        ("reported = '99'", "reported quantity does not stand"),
        ("sentence = 'Nothing.'", "sentence does not stand"),
        ("sentence_start = 0", "sentence does not stand"),
        ("low = 13, high = 12", "CHECK"),
        ("low = 'twelve'", "CHECK"),
        ("low = -1", "CHECK"),
        ("high = 9e999", "CHECK"),
        ("value = 11", "CHECK"),
        ("status = 'certain'", "CHECK"),
        ("status = 'not_known'", "CHECK"),
        ("qualifier = 'maybe'", "CHECK"),
        ("scope = 'world'", "CHECK"),
        ("counted = 'guessed'", "CHECK"),
        ("basis = 'hearsay'", "CHECK"),
        ("attribution_kind = 'friend'", "CHECK"),
        ("groups = 'children'", "CHECK"),
        ("latitude = 91", "CHECK"),
        ("earliest = '2024-05-02', latest = '2024-05-01'", "CHECK"),
        ("part_of = id", "CHECK"),
        ("part_of = 'nosuchfigure'", "FOREIGN KEY"),
        ("document_id = 'nosuchdocument'", "sentence does not stand"),
    ],
)
def test_a_wrong_figure_is_refused(store: Store, change: str, says: str) -> None:
    before = dump(store)
    with pytest.raises(sqlite3.IntegrityError, match=says):
        store.connection.execute(f"UPDATE figure SET {change} WHERE low = 12")
    assert dump(store) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET text = 'another'",
        "UPDATE document SET published_on = '2024-05-02'",
        "DELETE FROM document",
        "DELETE FROM raw",
        "UPDATE evidence_row SET value = 'x'",
        "DELETE FROM evidence_row",
        "INSERT OR REPLACE INTO evidence_row SELECT figure_id, step, 'x', rule_id, 0, 1, 'x' FROM evidence_row",
        "UPDATE rejection_row SET start = start",
        "DELETE FROM rejection_row",
        'INSERT INTO rejection_row SELECT document_id, start, "end", rule_id FROM rejection_row',
        "UPDATE issue SET what = 'x'",
        "DELETE FROM issue",
        "UPDATE log SET event = 'x'",
        "DELETE FROM log",
        "INSERT OR REPLACE INTO log SELECT seq, at, 'x', details, previous, hash FROM log",
        "INSERT INTO log SELECT seq + 1, at, event, details, previous, 'x' || substr(hash, 2) FROM log",
    ],
)
def test_what_is_archived_cannot_be_changed(store: Store, statement: str) -> None:
    store.add([read("Nobody died on 3 May 2020.", "b.txt")], 1)
    store.log("note", words="hello")
    store.add_issues([Issue("c.txt", "empty")], 1)
    before = dump(store)
    with pytest.raises(sqlite3.IntegrityError):
        store.connection.execute(statement)
    assert dump(store) == before


def test_what_the_comparison_finds_about_a_document_may_change(store: Store) -> None:
    store.add([read("Two men were shot dead.", "b.txt")], 1)
    one, two = sorted(d.id for d in store.documents())
    store.connection.execute(
        "UPDATE document SET copy_of = ?, replaces = ? WHERE id = ?", (one, one, two)
    )
    assert store.one("SELECT copy_of FROM document WHERE id = ?", (two,)) == one


def test_a_refused_document_keeps_no_other_out(store: Store) -> None:
    good = [read("Two men were killed.", "b.txt"), read("Six men were killed.", "d.txt")]
    bad = made("Three men were killed.", "Three", low=5, high=4, value=None)
    new, [issue] = store.add([good[0], bad, good[1]], 1)
    assert (new, issue.where) == (2, "made.txt")
    assert "CHECK" in issue.what
    assert sorted(d.name for d in store.documents()) == ["a.txt", "b.txt", "d.txt"]
    assert store.one("SELECT documents FROM run") == 3


def test_of_a_refused_document_nothing_is_kept(store: Store) -> None:
    extraction = made("Three men were killed.", "Three")
    wrong = replace(extraction, rejections=(Rejection(0, 5, "a"), Rejection(0, 3, "b")))
    before = dump(store)
    assert store.add([wrong], 1)[0] == 0
    assert dump(store) == before


def test_hostile_names_and_texts_are_only_text(store: Store) -> None:
    name = "'); DROP TABLE figure; --\u202e.txt"
    store.add([read("<script>alert(1)</script> Two men were killed.", name)], 1)
    assert name in [d.name for d in store.documents()]
    assert store.one("SELECT count(*) FROM figure") >= 2


# -- the journal ------------------------------------------------------------------------------


def test_the_journal_shows_a_changed_row(store: Store) -> None:
    for n in range(3):
        store.log("note", n=n)
    assert log.broken_links(store.connection) == []
    store.connection.execute("DROP TRIGGER log_not_updated")
    store.connection.execute("UPDATE log SET details = '{}' WHERE seq = 2")
    assert log.broken_links(store.connection) == ["log row 2: its content does not give its hash"]


def test_the_journal_shows_a_missing_row(store: Store) -> None:
    for n in range(3):
        store.log("note", n=n)
    store.connection.execute("DROP TRIGGER log_not_deleted")
    store.connection.execute("DELETE FROM log WHERE seq = 2")
    assert any("log row 2 is missing" in line for line in log.broken_links(store.connection))


def test_search_finds_words_without_accents_and_endings(store: Store) -> None:
    store.add([read("Ana Peña said two men were killed.", "b.txt")], 1)
    found = store.query(
        "SELECT name FROM document WHERE rowid IN"
        " (SELECT rowid FROM document_fts WHERE document_fts MATCH 'pena killing')"
    )
    assert [row["name"] for row in found] == ["b.txt"]


# -- rulings ----------------------------------------------------------------------------------


def ruling(
    store: Store, seq: int, words: str, set: dict[str, object], stale: bool = False
) -> Replayed:
    figure = store.one("SELECT id FROM figure WHERE low = 12")
    made = Ruling(f"r{seq}", "2024-05-02T00:00:00Z", "Ana", "figure", ({},), words, set, {}, "list")
    return Replayed(seq, made, figure, None, stale)


def published(store: Store) -> dict[str, object]:
    [row] = store.query("SELECT * FROM published_figure WHERE machine_low = 12")
    return row


def test_a_correction_is_published_and_the_machines_reading_stays_beside(store: Store) -> None:
    assert published(store)["ruled"] is None
    store.write_rulings(
        [ruling(store, 1, "correct", {"low": 14, "high": 14, "category": "missing"})]
    )
    row = published(store)
    assert (row["category"], row["value"], row["low"], row["high"]) == ("missing", 14, 14, 14)
    assert (row["machine_category"], row["machine_value"], row["machine_high"]) == (
        "killed",
        12,
        None,
    )
    assert (row["ruled"], row["ruling_id"], row["ruled_by"]) == ("corrected", "r1", "Ana")
    assert [r.set for r in store.rulings()] == [{"low": 14, "high": 14, "category": "missing"}]


def test_a_bound_can_be_opened_by_a_ruling(store: Store) -> None:
    store.write_rulings([ruling(store, 1, "correct", {"low": None, "high": 12})])
    row = published(store)
    assert (row["value"], row["low"], row["high"]) == (None, None, 12)


def test_the_last_ruling_that_holds_stands(store: Store) -> None:
    store.write_rulings([
        ruling(store, 1, "correct", {"low": 14}),
        ruling(store, 2, "reject", {}),
        ruling(store, 3, "correct", {"low": 99}, stale=True),
    ])  # fmt: skip
    assert (published(store)["ruled"], published(store)["low"]) == ("rejected", 12)


# -- whose file it is -------------------------------------------------------------------------


def test_a_database_bears_our_marks(store: Store) -> None:
    assert store.one("PRAGMA application_id") == schema.APPLICATION_ID
    assert store.one("PRAGMA user_version") == schema.VERSION
    assert store.one("PRAGMA journal_mode") == "wal"
    assert store.one("PRAGMA integrity_check") == "ok"


def test_every_table_is_strict(store: Store) -> None:
    loose = store.query(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
    )
    assert {row["name"] for row in loose} == {"sqlite_schema"}


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(StoreError, match="another program"):
        Store(tmp_path / "other.db")


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    with Store(tmp_path / "f.db") as store:
        store.connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(StoreError, match="newer Figures"):
        Store(tmp_path / "f.db", older=True)


def test_an_older_schema_is_opened_only_to_be_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(tmp_path / "f.db").close()
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(StoreError, match="figures pipeline"):
        Store(tmp_path / "f.db", create=False)
    with Store(tmp_path / "f.db", older=True) as store:
        assert store.older


def test_a_text_file_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "f.db").write_text("not a database at all, only words" * 40)
    with pytest.raises(StoreError, match="not a SQLite database"):
        Store(tmp_path / "f.db")


def test_a_database_that_is_not_there_is_not_made_by_readers(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="figures pipeline"):
        Store(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_where_nothing_can_be_written_a_database_is_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(tmp_path / "f.db") as store:
        store.log("begun")
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with Store(tmp_path / "f.db", create=False) as store:
        assert store.one("SELECT count(*) FROM log") == 1
        with pytest.raises(sqlite3.OperationalError) as refused:
            store.log("more")
    assert "cannot be written to" in in_words(refused.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["f.db"]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (sqlite3.SQLITE_CANTOPEN, "cannot be written to"),
        (sqlite3.SQLITE_READONLY, "cannot be written to"),
        (sqlite3.SQLITE_BUSY, "another program is writing"),
        (sqlite3.SQLITE_IOERR_WRITE, "is the disk full"),
        (sqlite3.SQLITE_FULL, "free some space"),
    ],
)
def test_a_database_that_cannot_be_opened_is_not_called_another_kind_of_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, told: str
) -> None:
    class Failed(sqlite3.OperationalError):
        sqlite_errorcode = code

    class Closed:
        def execute(self, sql: str) -> None:
            raise Failed("words that tell nothing")

        def close(self) -> None:
            pass

    monkeypatch.setattr(sqlite3, "connect", lambda *_, **__: Closed())
    with pytest.raises(StoreError, match=told):
        Store(tmp_path / "f.db")


def test_indexes_of_lists_wait_while_a_new_database_is_filled(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as filled, Store(tmp_path / "b.db") as whole:
        every = schema.fingerprint(whole.connection)
        filled.begin_run(version="1", rules="r", codebook="default", command="pipeline")
        with filled.filling():
            waiting = every.keys() - schema.fingerprint(filled.connection).keys()
            assert "index figure_category_id" in waiting
            filled.add([extract_document(Document("a", "A blast in Odesa killed 12 people."))], 1)
        assert schema.fingerprint(filled.connection) == every
        with filled.filling():  # documents are there: their lists are kept in order
            assert schema.fingerprint(filled.connection) == every
        schema.drop_lists(filled.connection)  # as where a run was killed
        with filled.filling():
            pass
        assert schema.fingerprint(filled.connection) == every


def test_the_examples_are_known_until_something_else_is_stored(tmp_path: Path) -> None:
    with Store(tmp_path / "f.db") as store:
        assert not store.holds_only_examples()
        store.add([read()], begin(store, examples=True))
        begin(store)  # a run that stored nothing
        assert store.holds_only_examples()
        store.add([read("Two men were killed.", "b.txt")], begin(store))
        assert not store.holds_only_examples()


def test_an_older_database_gives_its_documents_though_it_knows_fewer_columns(
    tmp_path: Path,
) -> None:
    path = tmp_path / "f.db"
    with Store(path) as store:
        run = store.begin_run(version="1", rules="r", codebook="default", command="test")
        store.add([Extraction(Document("a", "Two died."), (), ())], run)
        store.connection.execute("DROP TRIGGER document_text_stays")
        store.connection.execute("ALTER TABLE document DROP COLUMN rights")
        store.connection.execute(f"PRAGMA user_version = {schema.VERSION - 1}")
    with Store(path, older=True) as store:
        [document] = store.documents()
    assert (document.name, document.rights) == ("a", None)
