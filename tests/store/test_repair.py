"""Putting something whole in the place of a damaged book: the damaged one is kept first, whatever happens then."""

import errno
import os
from pathlib import Path

import pytest

from domain.errors import BookError
from store.backups import backups_folder
from store.health import examine
from store.migrations import FORMAT
from store.repair import put_in_place, repair
from tests.store.broken_documents import BOOK

STAMP = "2026-11-22T09:30:00+00:00"
DAMAGED = BOOK + b"\0\0rest"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.json"
    path.write_bytes(DAMAGED)
    return path


def damaged_ones(book: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(Path(backups_folder(str(book))).glob("damaged-*.json"))]


def test_what_can_be_read_is_the_book_and_the_damaged_one_is_kept(book: Path) -> None:
    done = repair(str(book), STAMP)
    assert done is not None
    assert not examine(book.read_bytes()).fatal
    assert Path(done.damaged).read_bytes() == DAMAGED
    assert Path(done.unread).read_bytes() == b"\0\0rest\n"


def test_a_whole_book_and_none_are_left(book: Path, tmp_path: Path) -> None:
    book.write_bytes(BOOK)
    assert repair(str(book), STAMP) is None
    assert book.read_bytes() == BOOK
    assert repair(str(tmp_path / "none.json"), STAMP) is None
    assert not (tmp_path / "none.json").exists()


@pytest.mark.parametrize("rest", [b"\0\0rest", b"", b"}"])
def test_a_book_of_a_newer_swell_is_left_even_where_it_is_damaged(book: Path, rest: bytes) -> None:
    newer = BOOK.replace(b'"format":1', b'"format":%d' % (FORMAT + 1)) + rest
    book.write_bytes(newer)
    with pytest.raises(BookError, match=r"written by a newer Swell .* so nothing was changed: update Swell\."):
        repair(str(book), STAMP)
    assert book.read_bytes() == newer
    assert damaged_ones(book) == []


def test_a_symlink_stays_and_the_mode_is_kept(book: Path, tmp_path: Path) -> None:
    book.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(book)
    repair(str(link), STAMP)
    assert link.is_symlink()
    assert not examine(book.read_bytes()).fatal
    assert book.stat().st_mode & 0o777 == 0o640


def failing(number: int, *_: object) -> None:
    raise OSError(number, os.strerror(number))


@pytest.mark.parametrize("step", ["replace", "fsync", "rename"])
def test_where_the_disk_refuses_the_book_is_as_it_was(book: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    Path(backups_folder(str(book))).mkdir(parents=True)
    with monkeypatch.context() as disk:
        disk.setattr(os, step, lambda *_: failing(errno.ENOSPC))
        for act in (lambda: repair(str(book), STAMP), lambda: put_in_place(str(book), BOOK, STAMP)):
            with pytest.raises(BookError, match=r"could not be written \(No space left on device\)"):
                act()
    assert book.read_bytes() == DAMAGED
    assert all(kept == DAMAGED for kept in damaged_ones(book))
    assert len(damaged_ones(book)) == (2 if step == "replace" else 0)
    assert [name for name in os.listdir(book.parent) if name.endswith(".new")] == []
    assert repair(str(book), STAMP) is not None


def test_the_damaged_book_is_on_disk_before_anything_is_written(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[list[bytes]] = []
    replace = os.replace

    def watched(source: str, target: str) -> None:
        kept.append(damaged_ones(book))
        replace(source, target)

    monkeypatch.setattr(os, "replace", watched)
    repair(str(book), STAMP)
    put_in_place(str(book), BOOK, STAMP)
    assert kept[0] == [DAMAGED]
    assert len(kept[1]) == 2
    assert book.read_bytes() == BOOK


def test_a_book_that_is_gone_is_put_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "new" / "book.json"
    assert put_in_place(str(path), BOOK, STAMP) == ""
    assert path.read_bytes() == BOOK
    assert path.stat().st_mode & 0o777 == 0o600
