"""The commit: nothing is lost that nobody took out, and who writes without the lock is seen."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.book import Book, Put, Remove, Work
from domain.errors import BookError, DamagedError
from domain.model import Contact, Interaction
from store.codec import encode, split_book, split_table
from store.repository import TinyBook
from store.storage import BookStorage, RawTables, load
from tests.store.test_repository import open_book, person, put


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "book.json"


def act(number: int, text: str = "") -> Interaction:
    return Interaction(
        id=f"3{number:021d}", at="2026-11-22T09:00:00+00:00", direction="gave", kind="call", text=text, people=("x",)
    )


def losing_one(tables: RawTables) -> None:
    del tables["contacts"][person(1, "").id]


def losing_two_for_one(tables: RawTables) -> None:
    tables["contacts"].clear()
    tables["contacts"][person(3, "").id] = encode({"id": "3", "name": "Cara"})


def losing_a_table(tables: RawTables) -> None:
    del tables["contacts"]


@pytest.mark.parametrize(("fault", "lost"), [(losing_one, 1), (losing_two_for_one, 2), (losing_a_table, 1)])
def test_a_record_that_nobody_took_out_may_not_be_missing(
    path: Path, fault: Callable[[RawTables], None], lost: int
) -> None:
    open_book(path).apply(put(person(1, "Ana"), person(2, "Ben")))
    before = path.read_bytes()
    storage = BookStorage(str(path))

    def write() -> None:
        with storage.transaction() as tables:
            fault(tables)
            storage.write(tables)

    with pytest.raises(BookError, match=f"{lost} records would have been lost"):
        write()
    assert path.read_bytes() == before


def test_what_is_taken_out_may_be_missing(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana"), person(2, "Ben")))
    book.apply(lambda _: Work("gone", (Remove("contacts", person(1, "").id),), None))
    assert [one.name for one in open_book(path).book().contacts.values()] == ["Ben"]


CHANGES = st.lists(
    st.tuples(st.sampled_from(["put", "remove"]), st.integers(1, 6), st.text(max_size=5)), min_size=1, max_size=8
)


@given(steps=st.lists(CHANGES, min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_the_document_says_what_was_put_however_it_was_laid_out(
    steps: list[list[tuple[str, int, str]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("commit") / "book.json"
    book = open_book(path)
    expected: dict[str, str] = {}
    for changes in steps:
        for kind, number, text in changes:
            key = act(number).id
            if kind == "put":
                book.apply(put(act(number, text)))
                expected[key] = text
            else:
                book.apply(lambda _, key=key: Work("gone", (Remove("interactions", key),), None))
                expected.pop(key, None)
    data = path.read_bytes() if path.exists() else b"{}"
    found = json.loads(data).get("interactions", {})
    assert {key: one.get("text", "") for key, one in found.items()} == expected
    assert b"\n\n" not in data
    tables = split_book(data)
    if "interactions" in tables:
        lines = [line for line in bytes(tables["interactions"]).split(b"\n") if line not in (b"{", b"}", b"{}")]
        assert len(lines) == len(expected)
    assert {key: one.text for key, one in open_book(path).book().interactions.items()} == expected


def test_a_new_record_leaves_a_table_in_which_it_is_new_undecoded(path: Path) -> None:
    book = open_book(path)
    book.apply(put(act(1), person(1, "Ana")))
    tables = load(str(path), path.read_bytes())
    assert tables.append("interactions", {act(2).id: encode({"id": act(2).id})})
    assert not tables.append("interactions", {act(2).id: encode({})})
    assert not tables.append("interactions", {act(1).id: encode({})})
    assert not tables.append("contacts", {"odd": encode({})})
    assert not tables.append("nowhere", {act(3).id: encode({})})
    assert dict(tables.undecoded())["interactions"] is not None
    written = b"".join(tables.layout())
    assert set(json.loads(written)["interactions"]) == {act(1).id, act(2).id}
    assert set(tables["interactions"]) == {act(1).id, act(2).id}
    assert b"".join(tables.layout()) == written


@pytest.mark.parametrize("text", [lambda book: json.dumps(book), lambda book: json.dumps(book, indent=4)])
def test_a_foreign_layout_takes_new_records_too(path: Path, text: Callable[[Any], str]) -> None:
    open_book(path).apply(put(act(1), person(1, "Ana")))
    path.write_text(text(json.loads(path.read_text())))
    open_book(path).apply(put(act(2)))
    assert set(open_book(path).book().interactions) == {act(1).id, act(2).id}
    assert set(json.loads(path.read_text())["interactions"]) == {act(1).id, act(2).id}


TWICE = {
    "a table": b'{"contacts": {}, "contacts": {}}',
    "a record": b'{"contacts": {"1": {"name": "Ana"}, "1": {"name": "Ben"}}}',
    "a record, as we lay it out": b'{\n"contacts": {\n"1": {"name":"Ana"},\n"1": {"name":"Ben"}\n}\n}\n',
}


@pytest.mark.parametrize("data", TWICE.values(), ids=TWICE)
def test_what_stands_twice_is_never_reduced_to_one(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    book = open_book(path)
    assert "twice" in book.look_closely()
    with pytest.raises(BookError, match="twice"):
        book.apply(lambda _: Work("gone", (Remove("contacts", "1"),), None))
    assert path.read_bytes().count(b'"name"') >= data.count(b'"name"')
    assert b"Ana" not in data or b"Ana" in path.read_bytes()


def test_a_book_like_any_other_is_sound(path: Path) -> None:
    open_book(path).apply(put(person(1, "Ana"), act(1)))
    assert open_book(path).look_closely() == ""
    path.write_text(json.dumps(json.loads(path.read_text()), indent=1))
    assert open_book(path).look_closely() == ""


def test_somebody_who_writes_without_the_lock_is_seen_and_the_operation_begun_again(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana")))
    seen: list[int] = []

    def operation(found: Book) -> Work[None]:
        seen.append(len(found.contacts))
        if len(seen) == 1:  # another program, which takes no lock, adds somebody just now
            document = json.loads(path.read_text())
            document["contacts"]["7"] = {"name": "Zoë"}
            path.write_text(json.dumps(document))
        return Work("put", (Put(person(2, "Ben")),), None)

    book.apply(operation)
    assert seen == [1, 2]
    assert {one.name for one in open_book(path).book().contacts.values()} == {"Ana", "Ben", "Zoë"}


def test_somebody_who_never_stops_writing_is_said(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana")))

    def operation(found: Book) -> Work[None]:
        path.write_text(path.read_text() + " ")
        return Work("put", (Put(person(2, "Ben")),), None)

    with pytest.raises(BookError, match="Another program changed the book at the same moment"):
        book.apply(operation)
    assert len(open_book(path).book().contacts) == 1


def test_a_restored_document_is_one_step_that_is_taken_back(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana"), person(2, "Ben"), act(1)))
    old = path.read_bytes()
    book.apply(put(person(1, "Ana Lopez"), person(3, "Cara")))
    book.apply(lambda _: Work("gone", (Remove("contacts", person(2, "").id),), None))
    newest = {key: one.name for key, one in book.book().contacts.items()}
    assert book.replace_records("restored", load(str(path), old), "restore") == 3
    assert {one.name for one in open_book(path).book().contacts.values()} == {"Ana", "Ben"}
    assert book.replace_records("again", load(str(path), old), "restore") == 0
    assert book.undo().label == "restored"
    assert {key: one.name for key, one in open_book(path).book().contacts.items()} == newest


def test_a_step_of_many_records_is_preceded_by_a_backup(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana")))
    book.apply(put(*(person(number, f"P{number}") for number in range(2, 60))))
    backups = sorted(one.name for one in (path.parent / "book.json.d" / "backups").iterdir())
    assert backups == ["2026-11-22T090000-bulk.json"]
    assert len(people_in(path.parent / "book.json.d" / "backups" / backups[0])) == 1


def people_in(path: Path) -> dict[str, Contact]:
    return open_book(path).book().contacts


def test_damage_is_told_with_the_newest_good_backup(path: Path) -> None:
    book = open_book(path)
    book.apply(put(person(1, "Ana")))
    book.apply(put(person(2, "Ben")))
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(DamagedError, match=r"backup is of 22 Nov 2026 09:00: 1 person, 0 interactions\."):
        open_book(path).book()
    with pytest.raises(DamagedError, match="The newest good backup"):
        book.apply(put(person(3, "Cara")))
    with pytest.raises(DamagedError, match="The newest good backup"):
        book.book()
    assert not book.changed()
    assert [one.name for one in book.book().contacts.values()] == ["Ana", "Ben"]


def test_a_damaged_book_is_opened_with_what_can_be_read_where_that_is_wanted(path: Path) -> None:
    open_book(path).apply(put(*(person(number, f"P{number}") for number in range(9))))
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b'"name":"P4"', b'"name":P4'))
    book = TinyBook(
        str(path), origin="o", session="s", stamp=lambda: "2026-11-22T09:00:00+00:00", ids=str, salvaging=True
    )
    assert {one.name for one in book.whole_book().contacts.values()} == {f"P{number}" for number in range(9)} - {"P4"}
    assert book.read_only.startswith(f"{path} cannot be opened")
    with pytest.raises(DamagedError):
        book.apply(put(person(1, "Ana")))
    path.write_bytes(whole)
    assert book.changed()
    assert len(book.whole_book().contacts) == 9
    assert book.read_only == ""


def test_tables_of_no_source_are_taken_apart() -> None:
    tables = RawTables({"contacts": encode({"1": {}})})
    assert not tables.append("contacts", {person(2, "").id: encode({})})
    assert list(split_table("contacts", encode({"1": {}}))) == ["1"]


def contested_book(path: Path) -> str:
    """A book in which one of two interactions has a rival, as a merge leaves it; gives its id."""
    open_book(path).apply(put(act(1, "the move"), act(2, "the till"), person(1, "Ana")))
    rival = '"text":"the till","rivals":[{"field":"text","value":"the tills","origin":"laptop"}]'
    path.write_text(path.read_text().replace('"text":"the till"', rival))
    return act(2).id


def test_an_interaction_about_which_two_books_differ_is_told_from_the_rest(path: Path) -> None:
    key = contested_book(path)
    found = open_book(path).book().interactions
    assert [one.value for one in found[key].rivals] == ["the tills"]
    assert found[act(1).id].rivals == ()


def test_who_stays_finds_it_once_everything_else_is_there_and_after_every_change(path: Path) -> None:
    key = contested_book(path)
    book = open_book(path)
    assert book.whole_book().interactions[key].rivals == ()
    assert book.look_closely() == ""
    assert len(book.whole_book().interactions[key].rivals) == 1
    open_book(path, "two", 2000).apply(put(person(2, "Ben")))
    assert len(book.whole_book().interactions[key].rivals) == 1


def test_a_rival_that_was_not_looked_for_stays_on_the_record(path: Path) -> None:
    key = contested_book(path)
    book = open_book(path)
    known = book.whole_book().interactions[key]
    book.apply(lambda _: Work("edit", (Put(replace(known, text="the new till")),), None))
    assert [one.value for one in open_book(path).book().interactions[key].rivals] == ["the tills"]


def test_an_operation_sees_what_another_wrote_even_where_that_could_not_be_read_at_first(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, other = open_book(path), open_book(path, "two", 2000)
    mine.apply(put(person(1, "Ana")))
    other.apply(put(person(1, "Ana Lopez")))

    def unreadable(_: str) -> bytes:
        raise BookError("the disk stutters")

    with monkeypatch.context() as stuttering:
        stuttering.setattr("store.reader.read_bytes", unreadable)
        with pytest.raises(BookError, match="stutters"):
            mine.book()
    seen = mine.apply(lambda book: Work("look", (), [one.name for one in book.contacts.values()]))
    assert seen == ["Ana Lopez"]
