"""The book on disk: what is acknowledged is there, what is not touched keeps its bytes, what is wrong is refused."""

import json
import multiprocessing
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import TinyDB

from domain.book import Book, Put, Remove, Work
from domain.errors import BookError, BusyError, ChangedError, NotFoundError
from domain.model import Contact, Interaction
from store.lock import locked
from store.migrations import FORMAT
from store.repository import TinyBook
from store.storage import lock_path

STAMP = "2026-11-22T09:00:00+00:00"


def counter(start: int = 1) -> Callable[[], str]:
    numbers = iter(range(start, 10**9))
    return lambda: f"2{next(numbers):021d}"


def open_book(path: Path, session: str = "one", start: int = 1000) -> TinyBook:
    return TinyBook(str(path), origin=f"window {session}", session=session, stamp=lambda: STAMP, ids=counter(start))


def person(number: int, name: str, **more: object) -> Contact:
    return Contact(id=f"1{number:021d}", name=name, **more)  # type: ignore[arg-type]


def put(*records: Contact | Interaction, label: str = "put") -> Callable[[Book], Work[None]]:
    return lambda _: Work(label, tuple(Put(record) for record in records), None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "book.json"


def test_what_is_written_is_there_for_the_next_process(path: Path) -> None:
    open_book(path).apply(put(person(1, "Ana Lopez", tags=("design",), circle="close")))
    found = open_book(path).book().contacts
    assert found == {person(1, "x").id: person(1, "Ana Lopez", tags=("design",), circle="close", rev=1)}


def test_an_operation_sees_what_another_process_wrote(path: Path) -> None:
    mine, other = open_book(path, "one"), open_book(path, "two", 2000)
    assert mine.book().contacts == {}
    other.apply(put(person(1, "Ana")))
    assert mine.changed()
    seen = mine.apply(lambda book: Work("look", (), [one.name for one in book.contacts.values()]))
    assert seen == ["Ana"]
    assert [one.name for one in mine.book().contacts.values()] == ["Ana"]


def test_the_book_is_private_and_its_folder_too(path: Path) -> None:
    open_book(path).apply(put(person(1, "Ana")))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_mode_of_an_existing_book_is_kept(path: Path) -> None:
    open_book(path).apply(put(person(1, "Ana")))
    path.chmod(0o640)
    open_book(path).apply(put(person(2, "Ben")))
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_symlink_stays_and_its_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    open_book(target).apply(put(person(1, "Ana")))
    link.symlink_to(target)
    open_book(link).apply(put(person(2, "Ben")))
    assert link.is_symlink()
    assert len(open_book(target).book().contacts) == 2
    assert lock_path(str(link)) == lock_path(str(target))


def test_no_temporary_file_is_left(path: Path) -> None:
    open_book(path).apply(put(person(1, "Ana")))
    assert sorted(os.listdir(path.parent)) == [".book.json.lock", "book.json"]


def test_one_record_a_line_and_other_records_keep_their_bytes(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana"), person(2, "Łukasz")))
    before = path.read_text().replace('"name":"Ana"', '"name" :  "Ana",   "later": {"x": [1, 2.50]}')
    path.write_text(before)
    open_book(path, "two", 2000).apply(put(person(3, "Cara")))
    lines = path.read_text().splitlines()
    kept = [line for line in before.splitlines() if '"Ana"' in line or "Łukasz" in line]
    assert len(kept) == 2
    assert kept[0] in lines
    assert kept[1] + "," in lines


def test_unknown_fields_and_tables_survive_an_edit_of_the_same_record(path: Path) -> None:
    open_book(path).apply(put(person(1, "Ana")))
    document = json.loads(path.read_text())
    document["contacts"][person(1, "").id]["mood"] = {"deep": [None, 1]}
    document["plugin"] = {"7": {"any": "thing"}}
    path.write_text(json.dumps(document))
    open_book(path).apply(lambda _: Work("edit", (Put(person(1, "Ana Lopez")),), None))
    after = json.loads(path.read_text())
    assert after["contacts"][person(1, "").id] == {
        "id": person(1, "").id,
        "name": "Ana Lopez",
        "rev": 2,
        "mood": {"deep": [None, 1]},
    }
    assert after["plugin"] == document["plugin"]


def test_plain_tinydb_reads_the_book_and_adds_to_it(path: Path) -> None:
    open_book(path).apply(put(person(1, "Ana")))
    with TinyDB(path) as plain:
        assert [record["name"] for record in plain.table("contacts").all()] == ["Ana"]
        added = plain.table("contacts").insert({"name": "Ben"})
    names = {key: one.name for key, one in open_book(path).book().contacts.items()}
    assert names == {person(1, "").id: "Ana", str(added): "Ben"}
    open_book(path).apply(put(person(3, "Cara")))
    assert len(open_book(path).book().contacts) == 3


def test_one_bad_record_hides_no_other_and_is_written_back(path: Path) -> None:
    open_book(path).apply(put(person(1, "Ana"), person(2, "Ben")))
    path.write_text(path.read_text().replace('"name":"Ana"', '"name":17'))
    book = open_book(path)
    assert [one.name for one in book.book().contacts.values()] == ["Ben"]
    assert len(book.problems) == 1
    book.apply(put(person(3, "Cara")))
    assert '"name":17' in path.read_text()


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"not json", b"[]", b"17", b'{"contacts": []}', b'{"contacts": {"1": {"name": "Ana"', b"\xff\xfe{}"],
)
def test_what_is_no_book_is_refused_and_keeps_its_bytes(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    book = open_book(path)
    with pytest.raises(BookError):
        book.apply(lambda book: Work("put", (Put(person(len(book.contacts) + 1, "Ana")),), None))
    assert path.read_bytes() == content
    with pytest.raises(BookError):
        open_book(path).book().load_all()


def test_a_newer_format_is_read_and_refused_for_writing(path: Path) -> None:
    open_book(path).apply(put(person(1, "Ana")))
    path.write_text(path.read_text().replace(f'"format":{FORMAT}', f'"format":{FORMAT + 1}'))
    before = path.read_bytes()
    book = open_book(path)
    assert len(book.book().contacts) == 1
    with pytest.raises(BookError, match="newer"):
        book.apply(put(person(2, "Ben")))
    assert path.read_bytes() == before


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(BookError):
        open_book(blocked / "book.json").apply(put(person(1, "Ana")))


def test_what_has_no_json_form_touches_nothing(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana")))
    before = path.read_bytes()
    with pytest.raises(BookError):
        book.apply(put(person(2, "lone \ud800 surrogate")))
    assert path.read_bytes() == before
    assert len(book.book().contacts) == 1


def test_an_operation_that_raises_changes_nothing(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana")))
    before = path.read_bytes()

    def fail(book: Book) -> Work[None]:
        raise NotFoundError("nobody")

    with pytest.raises(NotFoundError):
        book.apply(fail)
    assert path.read_bytes() == before


def test_undo_and_redo_go_back_and_forth_over_many_steps(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana"), label="new Ana"))
    book.apply(put(person(1, "Ana Lopez"), person(2, "Ben"), label="renamed Ana"))
    assert book.undo().label == "renamed Ana"
    assert [one.name for one in book.book().contacts.values()] == ["Ana"]
    assert book.undo().label == "new Ana"
    assert book.book().contacts == {}
    with pytest.raises(NotFoundError):
        book.undo()
    assert book.redo().label == "new Ana"
    assert book.redo().label == "renamed Ana"
    assert {one.name for one in book.book().contacts.values()} == {"Ana Lopez", "Ben"}
    with pytest.raises(NotFoundError):
        book.redo()


def test_undo_of_a_removal_brings_the_record_back_whole(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana", notes="kept")))
    stored = json.loads(path.read_text())["contacts"]
    book.apply(lambda _: Work("gone", (Remove("contacts", person(1, "").id),), None))
    assert book.book().contacts == {}
    book.undo()
    assert json.loads(path.read_text())["contacts"] == stored


def test_undo_declines_with_the_reason_where_the_record_has_changed_since(path: Path) -> None:
    mine, other = open_book(path, "one"), open_book(path, "two", 2000)
    mine.apply(put(person(1, "Ana"), label="new Ana"))
    other.apply(put(person(1, "Ana Lopez")))
    before = path.read_bytes()
    with pytest.raises(ChangedError, match="“new Ana” is not taken back: Ana Lopez has changed since"):
        mine.undo()
    assert path.read_bytes() == before


def test_undo_takes_back_what_was_done_here_and_names_the_origin_of_the_rest(path: Path) -> None:
    mine, other = open_book(path, "one"), open_book(path, "two", 2000)
    mine.apply(put(person(1, "Ana"), label="new Ana"))
    other.apply(put(person(2, "Ben"), label="new Ben"))
    assert mine.undo().label == "new Ana"
    with pytest.raises(NotFoundError, match="“new Ben”, by window two"):
        mine.undo()
    assert mine.undo(anywhere=True).label == "new Ben"
    assert [(step.label, step.undone, step.here) for step in mine.steps()] == [
        ("new Ben", True, False),
        ("new Ana", True, True),
    ]


def test_something_new_done_here_ends_what_could_be_made_again(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana")))
    book.undo()
    book.apply(put(person(2, "Ben")))
    with pytest.raises(NotFoundError):
        book.redo()


def test_the_history_keeps_a_hundred_steps(path: Path) -> None:
    book = open_book(path)
    for number in range(105):
        book.apply(put(person(number, f"P{number}"), label=f"step {number}"))
    labels = [step.label for step in book.steps()]
    assert len(labels) == 100
    assert (labels[0], labels[-1]) == ("step 104", "step 5")


def test_a_reader_keeps_the_book_it_was_given(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana")))
    held = book.book().load_all()
    book.apply(put(person(2, "Ben")))
    assert len(held.contacts) == 1
    assert len(book.book().contacts) == 2


def test_a_held_lock_is_said_and_nothing_is_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana")))
    before = path.read_bytes()
    with locked(lock_path(str(path))), pytest.raises(BusyError), locked(lock_path(str(path)), wait=0.02):
        pass
    assert path.read_bytes() == before


def _write_many(path: str, session: str, start: int, count: int) -> None:
    book = open_book(Path(path), session, start * 10)
    for number in range(start, start + count):
        book.apply(put(person(number, f"P{number}")))


def test_writers_at_the_same_time_lose_nothing(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    writers = [
        spawn.Process(target=_write_many, args=(str(path), f"w{start}", start, 25)) for start in (1000, 2000, 3000)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    assert len(open_book(path).book().contacts) == 75
