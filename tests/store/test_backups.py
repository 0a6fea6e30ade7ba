"""The backups: what one keeps, which are kept, and what each holds."""

import errno
import os
import stat
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.backups import (
    backups,
    backups_folder,
    counted,
    keep_damaged,
    keep_unread,
    make_backup,
    newest_first,
    newest_good,
    newest_good_words,
    prune,
    superfluous,
)
from store.paths import beside, has_backup_of
from tests.store.broken_documents import BOOK, BROKEN

STAMP = "2026-11-22T09:30:00+00:00"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.json"
    path.write_bytes(BOOK)
    path.chmod(0o600)
    return path


def names(book: Path) -> list[str]:
    return sorted(os.listdir(backups_folder(str(book))))


def test_a_backup_is_named_by_when_and_why_and_is_private(book: Path) -> None:
    path = make_backup(str(book), "day", STAMP)
    assert path == str(Path(beside(str(book))) / "backups" / "2026-11-22T093000-day.json")
    assert Path(path).read_bytes() == BOOK
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(backups_folder(str(book))).st_mode) == 0o700
    assert stat.S_IMODE(os.stat(beside(str(book))).st_mode) == 0o700


def test_it_costs_no_room_where_the_file_system_has_links(book: Path) -> None:
    assert os.path.samefile(make_backup(str(book), "day", STAMP), book)


def test_a_symlink_to_the_book_keeps_the_book(book: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(book)
    path = make_backup(str(link), "day", STAMP)
    assert not os.path.islink(path)
    assert path.startswith(beside(str(book)))


def test_a_name_that_is_taken_gets_a_number(book: Path) -> None:
    for _ in range(11):
        make_backup(str(book), "bulk", STAMP)
    assert "2026-11-22T093000-bulk-11.json" in names(book)
    assert [os.path.basename(one.path) for one in backups(str(book))][:2] == [
        "2026-11-22T093000-bulk-11.json",
        "2026-11-22T093000-bulk-10.json",
    ]


@pytest.mark.parametrize("error", [errno.EPERM, errno.EMLINK, errno.EXDEV, errno.EOPNOTSUPP])
def test_where_there_are_no_links_it_is_copied(book: Path, monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    def link(source: str, target: str) -> None:
        raise OSError(error, os.strerror(error), target)

    monkeypatch.setattr(os, "link", link)
    path = make_backup(str(book), "day", STAMP)
    assert not os.path.samefile(path, book)
    assert Path(path).read_bytes() == BOOK
    assert names(book) == ["2026-11-22T093000-day.json"]


def test_another_error_is_raised_and_nothing_is_left(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(source: str, target: str) -> None:
        raise OSError(errno.EIO, "broken", target)

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(OSError, match="broken"):
        make_backup(str(book), "day", STAMP)
    assert names(book) == []


def test_a_copy_that_cannot_be_finished_leaves_nothing(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    backups_folder_made = Path(backups_folder(str(book)))
    backups_folder_made.mkdir(parents=True)
    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="full"):
        make_backup(str(book), "asked", STAMP, replaced_next=False)
    assert names(book) == []


def test_a_backup_stays_as_it_was_when_a_program_writes_a_later_book_in_place(book: Path) -> None:
    linked = make_backup(str(book), "day", STAMP)
    after = book.with_suffix(".new")
    after.write_bytes(BOOK.replace(b"Ana Lopez", b"Ben Ito"))
    after.replace(book)
    asked = make_backup(str(book), "asked", STAMP, replaced_next=False)
    with book.open("r+b") as file:
        file.truncate()
        file.write(b"written in place")
    assert Path(linked).read_bytes() == BOOK
    assert Path(asked).read_bytes() == BOOK.replace(b"Ana Lopez", b"Ben Ito")


def test_one_is_due_where_the_day_has_none(book: Path) -> None:
    assert not has_backup_of(str(book), "2026-11-22")
    make_backup(str(book), "import", STAMP)
    assert has_backup_of(str(book), "2026-11-22")
    assert not has_backup_of(str(book), "2026-11-23")


def test_they_come_newest_first_with_when_and_why(book: Path) -> None:
    make_backup(str(book), "asked", "2026-11-20T23:59:59+02:00")
    make_backup(str(book), "day", STAMP)
    Path(backups_folder(str(book)), "note.txt").write_text("mine")
    assert [(one.when, one.day, one.reason, one.said) for one in backups(str(book))] == [
        ("2026-11-22T09:30:00", "2026-11-22", "day", "22 Nov 2026 09:30"),
        ("2026-11-20T23:59:59", "2026-11-20", "asked", "20 Nov 2026 23:59"),
    ]


def test_a_book_without_a_folder_of_backups_has_none(tmp_path: Path) -> None:
    assert backups(str(tmp_path / "book.json")) == ()
    assert newest_good_words(str(tmp_path / "book.json")) == ""
    prune(str(tmp_path / "book.json"))


def test_what_a_backup_holds_is_counted(book: Path) -> None:
    make_backup(str(book), "day", STAMP)
    holds = counted(backups(str(book))[0])
    assert (holds.people, holds.interactions, holds.size, holds.problem) == (1, 0, len(BOOK), "")
    assert holds.words == "1 person, 0 interactions"


@pytest.mark.parametrize("name", BROKEN)
def test_a_backup_that_is_broken_says_so_and_is_passed_over(book: Path, name: str) -> None:
    make_backup(str(book), "day", "2026-11-21T10:00:00+00:00")
    Path(backups_folder(str(book)), "2026-11-22T093000-day.json").write_bytes(BROKEN[name])
    newest, older = backups(str(book))
    assert counted(newest).problem
    assert newest_good(str(book)) == older
    assert newest_good_words(str(book)) == "The newest good backup is of 21 Nov 2026 10:00: 1 person, 0 interactions."


def test_a_backup_that_is_gone_says_so(book: Path) -> None:
    make_backup(str(book), "day", STAMP)
    (backup,) = backups(str(book))
    os.unlink(backup.path)
    assert counted(backup).problem == "it cannot be read (No such file or directory)"


def test_a_damaged_book_and_what_could_not_be_read_are_kept_for_good(book: Path) -> None:
    book.write_bytes(b"\xff\0damaged")
    damaged = keep_damaged(str(book), STAMP)
    again = keep_damaged(str(book), STAMP)
    unread = keep_unread(str(book), STAMP, [b"one", b"t\xffwo"])
    for hour in range(20):
        make_backup(str(book), "bulk", f"2026-11-22T{hour:02}:00:00")
    prune(str(book))
    assert os.path.basename(damaged) == "damaged-2026-11-22T093000.json"
    assert os.path.basename(again) == "damaged-2026-11-22T093000-2.json"
    assert os.path.basename(unread) == "unread-2026-11-22T093000.txt"
    assert Path(damaged).read_bytes() == Path(again).read_bytes() == b"\xff\0damaged"
    assert Path(unread).read_bytes() == b"one\nt\xffwo\n"
    assert len(backups(str(book))) == 10


MOMENTS = st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2026, 12, 31))
BACKUPS = st.builds(
    lambda when, reason, number: f"{when:%Y-%m-%dT%H%M%S}-{reason}{number}.json",
    MOMENTS,
    st.sampled_from(["day", "import", "bulk"]),
    st.sampled_from(["", "-2", "-10"]),
)
OTHERS = st.sampled_from(
    ["damaged-2026-11-22T093000.json", "merged-x.json", "unread-2026.txt", ".x.new", "my copy.json"]
)


@given(st.lists(BACKUPS | OTHERS, unique=True, max_size=80))
def test_ten_newest_and_fourteen_days_and_twelve_months_are_kept(all_names: list[str]) -> None:
    gone = set(superfluous(all_names))
    ordered = newest_first(all_names)
    kept = [name for name in ordered if name not in gone]
    assert gone <= set(ordered)
    assert ordered[:10] == kept[:10]
    for length, most in ((10, 14), (7, 12)):
        periods = sorted({name[:length] for name in ordered}, reverse=True)[:most]
        newest = [next(name for name in ordered if name.startswith(period)) for period in periods]
        assert set(newest) <= set(kept)
    assert len(kept) <= 10 + 14 + 12
    assert superfluous(kept) == ()


@given(st.lists(BACKUPS, unique=True, max_size=40), st.data())
def test_the_order_of_the_names_does_not_matter(all_names: list[str], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(all_names))
    assert set(superfluous(shuffled)) == set(superfluous(all_names))
