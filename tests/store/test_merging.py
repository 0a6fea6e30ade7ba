"""Merging books in files: under the lock where it is the book, with the bytes of what neither side touched."""

import itertools
import json
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.book import Book, Put, Remove, Work
from domain.errors import BadInputError, BookError, BusyError, ChangedError, NotFoundError
from domain.merge import Merged
from domain.model import Contact, Rival
from store.backups import backups
from store.codec import RawTable
from store.common_past import common_past
from store.lock import locked
from store.merging import merge_copy, merge_files
from store.migrations import FORMAT
from store.paths import beside
from store.repository import TinyBook
from store.storage import load, lock_path
from tests.store.test_repository import STAMP, open_book, person, put

STARTS = itertools.count(1000, 1000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "here" / "book.json"
    here(path).apply(put(person(1, "Ana Lopez", organisation="Acme"), person(2, "Ben Okafor"), label="two people"))
    return path


def fork(path: Path, name: str = "book.sync-conflict-20261122-090000-ABCDEFG.json") -> Path:
    """A copy beside the book, as it is now."""
    copy = path.with_name(name)
    copy.write_bytes(path.read_bytes())
    return copy


def here(path: Path) -> TinyBook:
    """The Swell of this machine, opened anew; ids only rise."""
    return open_book(path, "here", next(STARTS))


def there(copy: Path) -> TinyBook:
    """The Swell of the other machine."""
    return open_book(copy, "there", next(STARTS))


def merged_into(path: Path, copy: Path) -> tuple[Merged, str]:
    return merge_copy(str(path), str(copy), STAMP)


def tables_of(path: Path) -> dict[str, RawTable]:
    document = load(str(path), path.read_bytes())
    return {name: document[name] for name in document}


def change(book: TinyBook, number: int, **fields: object) -> None:
    """Change a person in a step of its own."""
    name = book.book().contacts[person(number, "").id].name
    fields = {"name": name, **fields}
    book.apply(put(person(number, str(fields.pop("name")), **fields), label="changed"))


def test_two_books_that_went_on_after_a_fork_lose_nothing(path: Path) -> None:
    copy = fork(path)
    here(path).apply(put(person(3, "Cara Diaz")))
    change(there(copy), 2, place="Leeds")
    there(copy).apply(put(person(4, "Dee Ito")))
    merged, _ = merged_into(path, copy)
    found = here(path).book().contacts.values()
    assert [(one.name, one.place) for one in found] == [
        ("Ana Lopez", ""),
        ("Ben Okafor", "Leeds"),
        ("Cara Diaz", ""),
        ("Dee Ito", ""),
    ]
    assert (merged.conflicts, merged.taken) == ((), 2)
    assert [one.label for one in here(path).steps()] == ["put", "changed", "put", "two people"]


def test_what_one_side_removed_is_gone_because_the_histories_tell_what_they_had_in_common(path: Path) -> None:
    copy = fork(path)
    there(copy).apply(lambda _: Work("forgot Ben", (Remove("contacts", person(2, "").id),), None))
    change(here(path), 1, organisation="Acme Ltd")
    merged_into(path, copy)
    assert [(one.name, one.organisation) for one in here(path).book().contacts.values()] == [("Ana Lopez", "Acme Ltd")]


def test_what_both_changed_differently_is_kept_twice_and_can_be_read_again(path: Path) -> None:
    copy = fork(path)
    change(here(path), 1, organisation="Acme Ltd")
    change(there(copy), 1, organisation="Acme Inc", role="designer")
    merged, _ = merged_into(path, copy)
    assert len(merged.conflicts) == 1
    found = here(path).book().contacts[person(1, "").id]
    assert (found.organisation, found.role) == ("Acme Ltd", "designer")
    assert found.rivals == (Rival(field="organisation", value="Acme Inc", origin=copy.name),)


def test_a_merged_copy_lies_among_the_backups_byte_for_byte(path: Path) -> None:
    copy = fork(path)
    there(copy).apply(put(person(4, "Dee Ito")))
    data = copy.read_bytes()
    _, place = merged_into(path, copy)
    assert not copy.exists()
    assert Path(place) == Path(beside(str(path))) / "backups" / f"merged-{copy.name}"
    assert Path(place).read_bytes() == data
    assert stat.S_IMODE(os.stat(os.path.dirname(place)).st_mode) == 0o700
    _, again = merged_into(path, fork(path))
    assert Path(again).name == f"merged-{copy.stem}-2.json"


def test_the_book_as_it_was_is_backed_up_first(path: Path) -> None:
    copy = fork(path)
    there(copy).apply(put(person(4, "Dee Ito")))
    before = path.read_bytes()
    merged_into(path, copy)
    (backup,) = (one for one in backups(str(path)) if one.reason == "merge")
    assert Path(backup.path).read_bytes() == before


def test_without_a_backup_nothing_is_merged(path: Path) -> None:
    copy = fork(path)
    there(copy).apply(put(person(4, "Dee Ito")))
    shutil.rmtree(beside(str(path)), ignore_errors=True)
    Path(beside(str(path))).write_text("in the way")
    before = path.read_bytes(), copy.read_bytes()
    with pytest.raises(BookError, match="No backup could be made"):
        merged_into(path, copy)
    assert (path.read_bytes(), copy.read_bytes()) == before


def test_a_step_that_was_undone_since_the_fork_is_no_part_of_what_was_in_common(path: Path) -> None:
    copy = fork(path)
    book = here(path)
    change(book, 1, organisation="Acme Ltd")
    book.undo()
    change(there(copy), 1, organisation="Acme Inc")
    merged, _ = merged_into(path, copy)
    assert merged.conflicts == ()
    assert here(path).book().contacts[person(1, "").id].organisation == "Acme Inc"


def test_what_a_window_took_back_after_the_fork_does_not_go_again(path: Path) -> None:
    window = here(path)
    window.apply(partial(removed, person(2, "").id))
    copy = fork(path)
    window.undo()
    window.apply(put(person(3, "Cara Diaz")))
    there(copy).apply(put(person(4, "Dee Ito")))
    merged_into(path, copy)
    assert len(here(path).book().contacts) == 4


def test_an_edit_that_no_history_knows_is_not_taken_for_a_common_past(path: Path) -> None:
    copy = fork(path)
    path.write_text(path.read_text().replace('"name":"Ben Okafor"', '"name":"Ben Okafor","place":"Leeds"'))
    here(path).apply(put(person(3, "Cara Diaz")))
    there(copy).apply(put(person(4, "Dee Ito")))
    merged_into(path, copy)
    found = here(path).book().contacts
    assert found[person(2, "").id].place == "Leeds"
    assert len(found) == 4


def test_books_without_a_common_step_have_no_common_past(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    there(other).apply(put(person(1, "Ana Lopez", organisation="Acme Ltd"), person(4, "Dee Ito")))
    assert common_past(tables_of(path), tables_of(other)) == {}
    merged, _ = merged_into(path, other)
    assert [one.field for one in merged.conflicts] == ["organisation"]
    assert len(here(path).book().contacts) == 3


def test_records_that_the_merge_did_not_touch_keep_their_bytes(path: Path) -> None:
    odd = path.read_text().replace('"name":"Ana Lopez"', '"name" :  "Ana Lopez",   "later": {"x": [1, 2.50]}')
    path.write_text(odd)
    (line,) = (line for line in odd.splitlines() if "later" in line and "contacts" not in line)
    copy = fork(path)
    there(copy).apply(put(person(4, "Dee Ito")))
    here(path).apply(put(person(3, "Cara Diaz")))
    merged_into(path, copy)
    assert line in path.read_text().splitlines()


def test_a_copy_with_nothing_new_leaves_the_bytes_of_the_book(path: Path) -> None:
    copy = fork(path)
    here(path).apply(put(person(3, "Cara Diaz")))
    before = path.read_bytes()
    merged, _ = merged_into(path, copy)
    assert path.read_bytes() == before
    assert merged.taken == 0


def test_the_book_is_merged_under_its_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = fork(path)
    monkeypatch.setattr("store.lock.WAIT", 0.0)
    before = path.read_bytes(), copy.read_bytes()
    with locked(lock_path(str(path))), pytest.raises(BusyError):
        merged_into(path, copy)
    assert (path.read_bytes(), copy.read_bytes()) == before


BROKEN = {
    "no JSON": "{",
    "nothing": "",
    "no object": "[]",
    "a table that is a list": '{"contacts": []}',
    "a record that is a number": '{"contacts": {"1": 5}}',
    "a newer format": f'{{"meta": {{"1": {{"format": {FORMAT + 1}}}}}}}',
    "a format that is no number": '{"meta": {"1": {"format": "x"}}}',
}


@pytest.mark.parametrize("which", ["copy", "book"])
@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_damaged_or_newer_is_refused_and_nothing_is_touched(path: Path, text: str, which: str) -> None:
    copy = fork(path)
    (copy if which == "copy" else path).write_text(text)
    before = path.read_bytes(), copy.read_bytes()
    with pytest.raises(BookError):
        merged_into(path, copy)
    assert (path.read_bytes(), copy.read_bytes()) == before


def test_the_book_is_no_copy_of_itself(path: Path) -> None:
    link = path.with_name("link.json")
    link.symlink_to(path)
    with pytest.raises(BadInputError, match="is the book itself"):
        merged_into(path, link)
    with pytest.raises(BookError, match="There is no file"):
        merged_into(path, path.with_name("missing.json"))
    with pytest.raises(BookError, match="There is no book"):
        merged_into(path.with_name("missing.json"), path)


def test_three_files_are_merged_into_ours_with_nothing_left_behind(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lent"
    folder.mkdir()
    files = [folder / name for name in ("base", "ours", "theirs")]
    for file in files:
        file.write_bytes(path.read_bytes())
    change(here(path), 1, organisation="Acme Ltd")
    files[1].write_bytes(path.read_bytes())
    files[2].write_text(files[2].read_text().replace('"name":"Ben Okafor"', '"name":"Ben Okafor","place":"Leeds"'))
    base, ours, theirs = map(str, files)
    kept = files[0].read_bytes(), files[2].read_bytes()
    merged = merge_files(base, ours, theirs, book=str(path), stamp=STAMP)
    assert sorted(os.listdir(folder)) == ["base", "ours", "theirs"]
    assert (files[0].read_bytes(), files[2].read_bytes()) == kept
    found = json.loads(files[1].read_bytes())["contacts"]
    assert (found[person(1, "").id]["organisation"], found[person(2, "").id]["place"]) == ("Acme Ltd", "Leeds")
    assert merged.conflicts == ()


@pytest.mark.parametrize("base", ["empty", "absent"])
def test_without_a_base_the_histories_are_asked(path: Path, base: str) -> None:
    copy = fork(path, "theirs")
    there(copy).apply(lambda _: Work("forgot Ben", (Remove("contacts", person(2, "").id),), None))
    nothing = path.with_name("base")
    if base == "empty":
        nothing.write_bytes(b"")
    merge_files(str(nothing), str(path), str(copy), book=str(path), stamp=STAMP)
    assert [one.name for one in here(path).book().contacts.values()] == ["Ana Lopez"]


def test_a_book_of_an_older_format_is_brought_to_todays(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text(
        '{"contacts": {"7": {"id": "7", "name": "Eve Novak"}}, "meta": {"1": {"app": "swell", "format": 1}}}'
    )
    merged_into(path, old)
    assert "Eve Novak" in {one.name for one in here(path).book().contacts.values()}
    assert json.loads(path.read_bytes())["meta"]["1"]["format"] == FORMAT


def test_records_that_swell_cannot_read_are_merged_all_the_same(path: Path) -> None:
    copy = fork(path)
    there(copy).apply(lambda _: Work("put", (Put(Contact(id="9", name="Dee")),), None))
    copy.write_text(copy.read_text().replace('"name":"Dee"', '"name":["Dee"]'))
    merged_into(path, copy)
    assert json.loads(path.read_bytes())["contacts"]["9"]["name"] == ["Dee"]


_DOINGS = st.lists(
    st.tuples(
        st.sampled_from(["add", "organisation", "role", "remove", "undo"]), st.integers(1, 3), st.sampled_from("xyz")
    ),
    max_size=5,
)


def do(path: Path, doings: list[tuple[str, int, str]], book: Callable[[Path], TinyBook]) -> None:
    """What somebody does on one machine; what cannot be done is left."""
    for what, number, word in doings:
        one = book(path)
        known = one.book().contacts.get(person(number, "").id)
        if what == "undo":
            with suppress(NotFoundError, ChangedError):
                one.undo(anywhere=True)
        elif what == "add":
            start = next(STARTS)
            one.apply(put(person(start, f"Person {start}", role=word)))
        elif known is not None and what == "remove":
            one.apply(partial(removed, known.id))
        elif known is not None:
            one.apply(put(replace(known, role=word) if what == "role" else replace(known, organisation=word)))


def removed(contact: str, _: Book) -> Work[None]:
    return Work("removed", (Remove("contacts", contact),), None)


def said(contact: Contact, field: str) -> set[object]:
    """What a contact says in a field, rivals and all."""
    return {getattr(contact, field), *(rival.value for rival in contact.rivals if rival.field == field)}


@settings(max_examples=40, deadline=None)
@given(_DOINGS, _DOINGS, _DOINGS)
def test_whatever_two_machines_do_after_a_fork_nothing_is_lost(
    before: list[tuple[str, int, str]], mine: list[tuple[str, int, str]], theirs: list[tuple[str, int, str]]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.json"
        here(path).apply(put(*(person(number, f"Person {number}") for number in (1, 2, 3)), label="begun"))
        past = [here(path).book().contacts]
        for doing in before:
            do(path, [doing], here)
            past.append(here(path).book().contacts)
        copy = fork(path)
        do(path, mine, here)
        do(copy, theirs, there)
        sides = [here(path).book().contacts, there(copy).book().contacts]
        merged_into(path, copy)
        merged = here(path).book().contacts
        for side, other in (sides, sides[::-1]):
            for key, contact in side.items():
                earlier = [book[key] for book in past if key in book]
                as_it_was = any(replace(one, rev=contact.rev) == contact for one in earlier)
                assert key in merged or (as_it_was and key not in other)
                for field in ("organisation", "role") if key in merged else ():
                    value = getattr(contact, field)
                    assert value in said(merged[key], field) or value in {getattr(one, field) for one in earlier}
