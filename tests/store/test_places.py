"""Where a book may be: behind links, under any name, with any mode and owner, in a folder that may not be written."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from domain.errors import BookError
from domain.model import Contact
from store.backups import backups
from store.spool import waiting
from store.storage import lock_path
from tests.tui.desk_host import book_in, process

ROOT: Final = os.geteuid() == 0
NOBODY: Final = 65534
LINE: Final = "called @Ana about the move"


def ana() -> Contact:
    return Contact(id="1" * 22, name="Ana Lopez")


def ben() -> Contact:
    return Contact(id="2" * 22, name="Ben Okafor")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def live(path: Path) -> None:
    """A day with that book: two people, a captured line, a step taken back and made again, all of it there after."""
    one = process(path)
    one.put("Ana", ana())
    one.desk.keep(LINE)
    process(path).put("Ben", ben())
    one.desk.undo()
    one.desk.redo()
    found = book_in(path)
    assert {"Ana Lopez", "Ben Okafor"} <= {one.name for one in found.contacts.values()}
    assert [one.raw for one in found.interactions.values()] == [LINE]
    assert waiting(str(path)) == []


NAMES = [
    "my book.json",
    "Bücher – 山田.json",
    "say \"x\" and 'y'.json",
    "two\nlines\t.json",
    "-rf.json",
    "book",
    ".hidden",
    "*?[a].json",
    "\udcff\udcfe.json",
    "$(HOME);&.json",
    "b" * 231 + ".json",
    "ü" * 115 + ".json",
]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name[:20]))
def test_a_book_of_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / f"in {name[:80]}"
    live(folder / name)
    assert sorted(os.listdir(folder)) == sorted([name, f"{name}.d", f".{name}.lock"])


@pytest.mark.parametrize("length", [249, 250])
def test_a_name_from_which_no_other_can_be_made_is_said_and_what_was_captured_waits(
    tmp_path: Path, length: int
) -> None:
    path = tmp_path / ("b" * length)
    path.write_bytes(b"{}\n")
    one = process(path)
    with pytest.raises(BookError, match=r"could not be written \(File name too long\); the book is as it was"):
        one.put("Ana", ana())
    filed = one.desk.keep(LINE)
    assert "kept in the spool" in filed.reason
    assert path.read_bytes() == b"{}\n"
    path.rename(tmp_path / "book.json")
    Path(f"{path}.d").rename(tmp_path / "book.json.d")
    process(tmp_path / "book.json").desk.file_deliveries()
    assert [one.raw for one in book_in(tmp_path / "book.json").interactions.values()] == [LINE]


def test_a_name_that_is_too_long_for_anything_is_said_with_the_line(tmp_path: Path) -> None:
    with pytest.raises(BookError, match=f"File name too long.*so this is not kept: {LINE}"):
        process(tmp_path / ("b" * 255)).desk.keep(LINE)


def test_a_relative_path_is_the_same_book_from_wherever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    live(Path("book.json"))
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path / "folder")
    one = process(Path("../book.json"))
    assert len(one.desk.book.interactions) == 1
    assert lock_path("../book.json") == lock_path(str(tmp_path / "book.json"))


def test_a_symlink_stays_and_everything_is_beside_its_target(tmp_path: Path) -> None:
    far = tmp_path / "far"
    far.mkdir()
    link = tmp_path / "link.json"
    link.symlink_to("far/people.json")
    live(link)
    assert link.readlink() == Path("far/people.json")
    assert sorted(os.listdir(tmp_path)) == ["far", "link.json"]
    assert sorted(os.listdir(far)) == [".people.json.lock", "people.json", "people.json.d"]
    one, other = process(link), process(far / "people.json")
    one.desk.keep("thanked @Ana for the lead")
    other.desk.read_again()
    other.desk.catch_up()
    assert len(other.desk.book.interactions) == 2


def test_a_chain_of_links_and_a_linked_folder_lead_to_one_book(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (tmp_path / "folder").symlink_to(real, target_is_directory=True)
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to(tmp_path / "folder" / "book.json")
    live(tmp_path / "one")
    assert (tmp_path / "one").is_symlink()
    assert (tmp_path / "two").is_symlink()
    assert len(book_in(real / "book.json").interactions) == 1
    assert len({lock_path(str(path)) for path in (tmp_path / "one", tmp_path / "folder/book.json")}) == 1


def test_the_target_of_a_dangling_link_is_made_with_its_folder(tmp_path: Path) -> None:
    link = tmp_path / "book.json"
    link.symlink_to(tmp_path / "not" / "there" / "yet.json")
    live(link)
    assert link.is_symlink()
    assert mode(tmp_path / "not" / "there") == 0o700
    assert mode(tmp_path / "not" / "there" / "yet.json") == 0o600


def test_a_link_to_itself_is_said(tmp_path: Path) -> None:
    link = tmp_path / "book.json"
    link.symlink_to("book.json")
    with pytest.raises(BookError, match="Too many levels of symbolic links"):
        process(link)


def test_another_name_of_the_file_keeps_the_book_as_it_was(tmp_path: Path) -> None:
    path, other = tmp_path / "book.json", tmp_path / "other.json"
    process(path).put("Ana", ana())
    before = path.read_bytes()
    other.hardlink_to(path)
    process(path).put("Ben", ben())
    assert other.read_bytes() == before
    assert len(book_in(path).contacts) == 2
    assert lock_path(str(other)) != lock_path(str(path))


@pytest.mark.parametrize("kept", [0o600, 0o640, 0o644, 0o660, 0o400])
def test_the_mode_stays_and_a_backup_has_it_too(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "book.json"
    process(path).put("Ana", ana())
    path.chmod(kept)
    live(path)
    assert mode(path) == kept
    assert mode(tmp_path / "book.json.d") == 0o700
    assert [one.reason for one in backups(str(path))] == ["day"]


@pytest.mark.skipif(not ROOT, reason="only root may give a file away")
def test_owner_and_group_stay(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    process(path).put("Ana", ana())
    os.chown(path, NOBODY, NOBODY)
    path.chmod(0o640)
    live(path)
    assert (path.stat().st_uid, path.stat().st_gid, mode(path)) == (NOBODY, NOBODY, 0o640)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Do this as somebody whom modes hold back."""
    if not ROOT:
        yield
        return
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that everybody may reach; a whole day has been lived before, so that nothing is left to import."""
    live(tmp_path / "another.json")
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place).resolve()
        Path(place).chmod(0o755)


def closed(folder: Path) -> bytes:
    """Put a book there that everybody may write, in a folder that nobody may; its bytes."""
    path = folder / "book.json"
    process(path).put("Ana", ana())
    path.chmod(0o666)
    (folder / ".book.json.lock").chmod(0o666)
    folder.chmod(0o555)
    return path.read_bytes()


def test_a_folder_that_may_not_be_written_is_refused_with_the_reason(folder: Path) -> None:
    path, before = folder / "book.json", closed(folder)
    with unprivileged():
        one = process(path)
        assert [contact.name for contact in one.desk.book.contacts.values()] == ["Ana Lopez"]
        with pytest.raises(BookError) as refused:
            one.put("Ben", ben())
        with pytest.raises(BookError) as lost:
            one.desk.keep(LINE)
    assert str(refused.value).startswith(f"{folder} may not be written by you, so nothing was changed")
    assert str(lost.value).endswith(f"cannot be written (Permission denied), so this is not kept: {LINE}")
    assert path.read_bytes() == before
    assert sorted(os.listdir(folder)) == [".book.json.lock", "book.json"]


def test_where_only_the_spool_may_be_written_what_is_captured_waits(folder: Path) -> None:
    path = folder / "book.json"
    (folder / "book.json.d").mkdir()
    (folder / "book.json.d").chmod(0o777)
    before = closed(folder)
    with unprivileged():
        filed = process(path).desk.keep(LINE)
    assert filed.reason.startswith("kept in the spool, to be filed later: ")
    assert "may not be written by you" in filed.reason
    assert path.read_bytes() == before
    folder.chmod(0o755)
    process(path).desk.file_deliveries()
    assert [one.raw for one in book_in(path).interactions.values()] == [LINE]


def test_a_book_that_may_not_be_read_is_said_and_left(folder: Path) -> None:
    path = folder / "book.json"
    process(path).put("Ana", ana())
    path.chmod(0)
    with unprivileged(), pytest.raises(BookError, match=r"book\.json cannot be read \(Permission denied\)"):
        process(path)


def test_a_book_that_becomes_unreadable_under_an_open_window_loses_no_capture(folder: Path) -> None:
    path = folder / "book.json"
    process(path).put("Ana", ana())
    path.chmod(0o644)
    (folder / "book.json.d").mkdir()
    (folder / "book.json.d").chmod(0o777)
    with unprivileged():
        one = process(path)
    path.chmod(0)
    with unprivileged():
        with pytest.raises(BookError, match="Permission denied"):
            one.desk.read_again()
        filed = one.desk.keep(LINE)
    assert filed.reason.startswith("kept in the spool, to be filed later: ")
    assert [contact.name for contact in one.desk.book.contacts.values()] == ["Ana Lopez"]
    path.chmod(0o600)
    process(path).desk.file_deliveries()
    assert [one.raw for one in book_in(path).interactions.values()] == [LINE]
