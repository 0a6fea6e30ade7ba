"""`swell backup` and `swell restore`: what is kept, what is put back, and that it can be taken back."""

import json
import os
from pathlib import Path

import pytest

from store.backups import backups_folder
from store.migrations import FORMAT
from tests.cli.command_line import Swell
from tests.store.broken_documents import BROKEN

SHAPE = {"path": str, "at": str, "reason": str, "people": int, "interactions": int, "bytes": int, "problem": str}


def records(book: bytes) -> dict[str, dict[str, dict[str, object]]]:
    """All of a book but its history and what it says of itself, revisions apart."""
    return {
        name: {key: {field: value for field, value in one.items() if field != "rev"} for key, one in table.items()}
        for name, table in json.loads(book).items()
        if name not in ("steps", "meta")
    }


def kept(swell: Swell) -> list[str]:
    """The names of the files among the backups."""
    return sorted(os.listdir(backups_folder(str(swell.book))))


def test_a_backup_is_made_and_told(sample: Swell) -> None:
    answer = sample("backup")
    path = Path(backups_folder(str(sample.book)), "2026-11-22T093000-asked.json")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"{path}: 62 people, 454 interactions.\n"
    assert path.read_bytes() == sample.bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert not path.samefile(sample.book)


def test_a_backup_as_json(sample: Swell) -> None:
    told = sample("backup", "--json").json
    assert {key: type(told[key]) for key in SHAPE} == SHAPE
    assert (told["ok"], told["reason"], told["people"]) == (True, "asked", 62)


def test_without_a_book_there_is_nothing_to_keep(swell: Swell) -> None:
    answer = swell("backup")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == f"swell: There is no book at {swell.book} yet, so there is nothing to keep.\n"
    assert not swell.book.exists()
    assert os.listdir(swell.folder) == []


def test_a_damaged_book_is_kept_as_it_is(swell: Swell) -> None:
    swell.book.write_bytes(b"\xffdamaged")
    assert swell("backup").status == 0
    assert Path(backups_folder(str(swell.book)), kept(swell)[0]).read_bytes() == b"\xffdamaged"


def test_a_folder_that_cannot_be_made_is_said(sample: Swell) -> None:
    Path(f"{sample.book}.d").write_text("in the way")
    answer = sample("backup")
    assert (answer.status, answer.out) == (1, "")
    assert "so no backup was made." in answer.err
    assert answer.err.count("\n") == 1


def test_the_backups_are_listed_newest_first(sample: Swell) -> None:
    sample("backup")
    sample.later(days=1)
    sample("add", "called Ana Lopez")
    sample("backup")
    Path(backups_folder(str(sample.book)), "2026-11-01T080000-import.json").write_text("broken")
    lines = sample("backup", "--list").lines
    assert [line[:27].rstrip() for line in lines] == [
        "2026-11-23 09:30  day",
        "2026-11-23 09:30  asked",
        "2026-11-22 09:30  asked",
        "2026-11-01 08:00  import",
    ]
    assert "62 people, 455 interactions" in lines[1]
    assert "62 people, 454 interactions" in lines[2]
    assert "it is not a book" in lines[3]
    listed = sample("backup", "--list", "--json").json
    assert [one["at"] for one in listed][-1] == "2026-11-01T08:00:00"
    assert all({key: type(one[key]) for key in SHAPE} == SHAPE for one in listed)


def test_without_backups_the_list_is_empty(swell: Swell) -> None:
    for words in (("backup", "--list"), ("restore",)):
        assert swell(*words).out == "There is no backup yet; swell backup makes one.\n"
        assert swell(*words, "--json").json == []


def test_restore_without_a_name_numbers_the_list_and_changes_nothing(sample: Swell) -> None:
    sample("backup")
    before = sample.bytes()
    assert sample("restore").lines[0].startswith("1   2026-11-22 09:30  asked")
    assert sample.bytes() == before


@pytest.mark.parametrize("by", ["number", "day", "path", "name"])
def test_a_backup_is_put_back_and_that_is_taken_back(sample: Swell, by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sample.bytes()
    path = sample("backup", "--json").json["path"]
    sample.later(days=1)
    sample("add", "met @Zara Quist at the fair")
    sample("add", "called Ana Lopez about the move")
    changed = sample.bytes()
    monkeypatch.chdir(backups_folder(str(sample.book)))
    number = str(1 + [one["path"] for one in sample("restore", "--json").json].index(path))
    word = {"number": number, "day": "2026-11-22", "path": path, "name": os.path.basename(path)}[by]
    answer = sample("restore", word)
    assert (answer.status, answer.err) == (0, "")
    assert answer.lines == [
        f"{path} is put back.",
        "before: 63 people, 456 interactions",
        "after:  62 people, 454 interactions",
        "3 records changed; swell undo takes it back.",
    ]
    assert records(sample.bytes()) == records(before)
    assert sample("undo", "--list").lines[0].endswith("restored the backup of 22 Nov 2026 09:30  (swell restore)")
    assert sample("undo").out.startswith("Taken back: restored the backup of 22 Nov 2026 09:30")
    assert records(sample.bytes()) == records(changed)


def test_what_is_put_back_has_its_unknown_tables_and_fields(sample: Swell) -> None:
    document = json.loads(sample.bytes())
    document["plugin"] = {"7": {"any": "thing"}}
    next(iter(document["contacts"].values()))["mood"] = {"deep": [None, 1]}
    sample.book.write_text(json.dumps(document))
    before = sample.bytes()
    sample("backup")
    for name in ("plugin", "contacts"):
        document[name] = dict(list(document[name].items())[1:])
    sample.book.write_text(json.dumps(document))
    assert sample("restore", "1").status == 0
    assert records(sample.bytes()) == records(before)


def test_the_book_before_it_is_kept(sample: Swell) -> None:
    sample("backup")
    sample("add", "called Ana Lopez")
    before = sample.bytes()
    sample("restore", "2026-11-22")
    (path,) = Path(backups_folder(str(sample.book))).glob("*-restore.json")
    assert path.read_bytes() == before


def test_a_restore_as_json(sample: Swell) -> None:
    path = sample("backup", "--json").json["path"]
    sample("add", "called Ana Lopez")
    told = sample("restore", path, "--json").json
    assert (told["ok"], told["restored"], told["changed"], told["undoable"]) == (True, path, 1, True)
    assert (told["before"]["interactions"], told["after"]["interactions"]) == (455, 454)


def test_what_is_the_same_already_is_said(sample: Swell) -> None:
    path = sample("backup", "--json").json["path"]
    before = sample.bytes()
    assert sample("restore", path).out == f"The book holds what {path} holds; nothing was changed.\n"
    assert records(sample.bytes()) == records(before)


@pytest.mark.parametrize("damage", [b"", b"\0" * 400, b"not json", b'{"contacts": {"1'])
def test_a_damaged_book_is_kept_and_replaced_whole(sample: Swell, damage: bytes) -> None:
    sample("backup")
    before = sample.bytes()
    sample.book.write_bytes(damage)
    answer = sample("restore", "1")
    assert answer.status == 0
    assert answer.lines[-1].startswith("The damaged book is kept as ")
    assert sample.bytes() == before
    assert Path(answer.lines[-1].removeprefix("The damaged book is kept as ").rstrip(".")).read_bytes() == damage


def test_a_book_that_is_gone_is_put_back(sample: Swell) -> None:
    sample("backup")
    before = sample.bytes()
    sample.book.unlink()
    answer = sample("restore", "1")
    assert answer.lines[1:] == ["before: no book", "after:  62 people, 454 interactions"]
    assert sample.bytes() == before
    assert sample.book.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("2", "There is no backup 2; swell restore lists them."),
        ("0", "There is no backup 0; swell restore lists them."),
        ("2026-11-20", "There is no backup of 2026-11-20; swell restore lists them."),
        ("2026-99-99", "There is no backup of 2026-99-99; swell restore lists them."),
        ("yesterday", "There is no backup “yesterday”; swell restore lists them."),
        ("", "There is no backup “”; swell restore lists them."),
        (".", "There is no backup “.”; swell restore lists them."),
    ],
)
def test_a_backup_that_is_not_there_is_said(sample: Swell, word: str, told: str) -> None:
    sample("backup")
    before = sample.bytes()
    answer = sample("restore", word)
    assert (answer.status, answer.out, answer.err) == (1, "", f"swell: {told}\n")
    assert sample.bytes() == before


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_book_is_not_put_back(swell: Swell, name: str) -> None:
    swell.book.write_bytes(b"{}\n")
    broken = swell.folder / "broken.json"
    broken.write_bytes(BROKEN[name])
    answer = swell("restore", str(broken))
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"swell: {broken} cannot be put back: ")
    assert answer.err.count("\n") == 1
    assert swell.bytes() == b"{}\n"


def test_neither_a_newer_backup_nor_one_over_a_newer_book_is_put_back(sample: Swell) -> None:
    sample("backup")
    newer = f'{{"meta": {{"1": {{"format": {FORMAT + 1}}}}}}}'.encode()
    other = sample.folder / "newer.json"
    other.write_bytes(newer)
    before = sample.bytes()
    assert "written by a newer Swell" in sample("restore", str(other)).err
    assert sample.bytes() == before
    sample.book.write_bytes(newer)
    answer = sample("restore", "1")
    assert answer.err.endswith("so nothing was changed: update Swell.\n")
    assert sample.bytes() == newer


def test_hostile_names_are_shown_inert(sample: Swell) -> None:
    answer = sample("restore", "\x1b[31mred\u202e")
    assert answer.err == "swell: There is no backup “␛[31mred\ufffd”; swell restore lists them.\n"
