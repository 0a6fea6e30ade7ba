"""Books of every format there ever was: read, left alone until there is something to write, then brought up to date."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest

from domain.book import Book, Put, Work
from domain.errors import BookError, DamagedError
from domain.model import TABLES, Contact
from store.backups import backups
from store.codec import split_book
from store.migrations import FORMAT, MIGRATIONS, format_of, migrate
from store.repository import TinyBook

GOLDEN: Final = Path(__file__).parent / "golden"
PAST: Final = range(1, FORMAT + 1)
SINCE: Final = {"taught"}
"""Tables that came without a new format: a book that has none yet is as it was."""
STAMP: Final = "2026-11-22T09:15:00+00:00"


def golden(name: str) -> bytes:
    return (GOLDEN / f"{name}.json").read_bytes()


def open_book(path: Path) -> TinyBook:
    numbers = iter(range(1, 10**6))
    return TinyBook(
        str(path), origin="test", session="later", stamp=lambda: STAMP, ids=lambda: f"2{next(numbers):021d}"
    )


def add_ben(_: Book) -> Work[None]:
    return Work("new Ben", (Put(Contact(id="3" * 22, name="Ben Okafor")),), None)


def records(data: bytes) -> dict[tuple[str, str], bytes]:
    """The bytes of every record but those of `meta`, by table and id."""
    return {
        (table, key): bytes(raw)
        for table, found in split_book(data).items()
        for key, raw in msgspec.json.decode(found, type=dict[str, msgspec.Raw]).items()
        if table != "meta"
    }


@pytest.fixture(params=PAST, ids="format {}".format)
def past(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A book that a Swell of that format wrote."""
    path = tmp_path / "book.json"
    path.write_bytes(golden(f"format-{request.param}"))
    return path


def test_there_is_a_golden_book_and_a_way_on_for_every_format() -> None:
    kept = {path.stem for path in GOLDEN.glob("format-*.json")}
    assert kept == {f"format-{number}" for number in PAST} | {f"format-{number}-migrated" for number in PAST[:-1]}
    assert set(MIGRATIONS) == set(PAST[:-1])
    for number in PAST:
        assert json.loads(golden(f"format-{number}"))["meta"]["1"]["format"] == number


def test_a_golden_book_holds_something_of_everything(past: Path) -> None:
    document = json.loads(past.read_text(encoding="utf-8"))
    assert {*TABLES, "steps", "meta", "plugin"} - SINCE == set(document)
    assert [name for name, table in document.items() if not table] == ["pauses"]
    assert any(step["undone"] for step in document["steps"].values())
    assert any("mood" in contact for contact in document["contacts"].values())


def test_every_format_is_read_and_left_as_it_is_by_reading(past: Path) -> None:
    before = past.read_bytes()
    book = open_book(past)
    for found in (book.book().load_all(), open_book(past).whole_book()):
        assert {one.name for one in found.contacts.values()} == {"Ana Lopez", "Łukasz Nowak", "Kim Ash", "Kim Birch"}
        assert [one.line for one in found.captures.values()] == ["called Kim about the flat"]
        assert [len(found.table(name)) for name in TABLES] == [4, 8, 1, 2, 1, 1, 1, 1, 1, 0, 0]
    assert book.problems == ()
    assert book.read_only == ""
    assert len(book.steps()) == 16
    book.apply(lambda _: Work("nothing to do", (), None))
    assert past.read_bytes() == before
    assert [one.name for one in past.parent.iterdir() if not one.name.startswith(".")] == ["book.json"]


@pytest.mark.parametrize("number", PAST[:-1])
def test_the_first_write_brings_an_old_book_up_to_date_after_a_backup(number: int, tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    path.write_bytes(golden(f"format-{number}"))
    open_book(path).apply(add_ben)
    assert path.read_bytes() == golden(f"format-{number}-migrated")
    (kept,) = backups(str(path))
    assert (kept.reason, Path(kept.path).read_bytes()) == ("migration", golden(f"format-{number}"))
    open_book(path).undo(anywhere=True)
    assert len(backups(str(path))) == 1


def test_whatever_else_is_written_the_records_of_an_old_book_keep_their_bytes(past: Path) -> None:
    before = records(past.read_bytes())
    open_book(past).apply(add_ben)
    after = records(past.read_bytes())
    gone = {key for table, key in before.keys() - after.keys()}
    assert gone == set()
    assert {place: after[place] for place in before} == before
    assert json.loads(past.read_text(encoding="utf-8"))["meta"]["1"]["format"] == FORMAT


def test_what_an_old_swell_did_can_still_be_taken_back(past: Path) -> None:
    book = open_book(past)
    assert book.undo(anywhere=True).label == "called Łukasz about the flat"
    assert {book.redo(anywhere=True).label for _ in range(2)} == {"a pause", "called Łukasz about the flat"}


def _without_meta(document: dict[str, Any]) -> None:
    del document["meta"]


def _with_empty_meta(document: dict[str, Any]) -> None:
    document["meta"] = {}


def _without_format(document: dict[str, Any]) -> None:
    del document["meta"]["1"]["format"]


@pytest.mark.parametrize("change", [_without_meta, _with_empty_meta, _without_format])
def test_a_book_that_does_not_say_its_format_is_of_the_first(
    change: Callable[[dict[str, Any]], None], tmp_path: Path
) -> None:
    path = tmp_path / "book.json"
    document = json.loads(golden("format-1"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    open_book(path).apply(add_ben)
    after = json.loads(path.read_text(encoding="utf-8"))
    assert after["meta"]["1"]["format"] == FORMAT
    assert {name: after[name] for name in document if name not in ("meta", "contacts", "steps")} == {
        name: document[name] for name in document if name not in ("meta", "contacts", "steps")
    }


@pytest.mark.parametrize("number", [FORMAT + 1, 99, 10**30])
def test_a_newer_format_is_read_and_its_bytes_stay(number: int, tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    path.write_bytes(golden(f"format-{FORMAT}").replace(b'"format":%d' % FORMAT, b'"format":%d' % number))
    before = path.read_bytes()
    book = open_book(path)
    assert len(book.whole_book().contacts) == 4
    assert "update Swell" in book.read_only
    for act in (lambda: book.apply(add_ben), book.undo, book.redo):
        with pytest.raises(BookError, match=f"newer Swell .format {number}; this one knows {FORMAT}."):
            act()
    key = book.deliver("called @Ana about the keys", STAMP)
    with pytest.raises(BookError, match="newer Swell"):
        book.file_deliveries(lambda _: lambda _: Work("never", (), None))
    assert key
    assert book.deliveries()
    assert path.read_bytes() == before
    assert backups(str(path)) == ()


@pytest.mark.parametrize("found", [b"0", b"-1", b"true", b'"2"', b"2.5", b"null", b"[]"])
def test_what_is_no_number_of_a_format_is_a_damage(found: bytes, tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    path.write_bytes(golden(f"format-{FORMAT}").replace(b'"format":%d' % FORMAT, b'"format":' + found))
    before = path.read_bytes()
    for act in (lambda: open_book(path).apply(add_ben), lambda: open_book(path).whole_book()):
        with pytest.raises(DamagedError, match="is no format"):
            act()
    assert path.read_bytes() == before


def test_a_migration_changes_nothing_but_what_is_said_of_the_book() -> None:
    for number in PAST[:-1]:
        tables = {
            name: msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
            for name, raw in split_book(golden(f"format-{number}")).items()
        }
        before = {name: dict(table) for name, table in tables.items() if name != "meta"}
        assert migrate(tables)
        assert {name: table for name, table in tables.items() if name != "meta"} == before
        assert format_of(tables) == FORMAT
        assert not migrate(tables)
