"""What lies about the book: which file systems are networks, and which files a synchroniser left."""

from pathlib import Path
from typing import Final

import pytest

from store.elsewhere import conflict_copies, network_file_system, warnings

ROOT: Final = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw"


def kind_of(book: Path, *rows: str) -> str:
    """The network that the book is on where these are the mounts."""
    mounts = book.parent / "mountinfo"
    mounts.write_text("\n".join([ROOT, *rows]) + "\n", encoding="utf-8")
    return network_file_system(str(book), str(mounts))


def mount(point: object, kind: str, optional: str = "shared:9 master:1") -> str:
    return f"40 22 0:50 / {point} rw,nosuid {optional} - {kind} server:/export rw,vers=4.2,addr=192.0.2.1"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path.resolve() / "book.json"


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "9p", "davfs", "fuse.gvfsd-fuse", "ceph"]
)
@pytest.mark.parametrize("optional", ["", "shared:9", "shared:9 master:1 propagate_from:2"])
def test_a_network_is_told_by_its_kind(book: Path, kind: str, optional: str) -> None:
    assert kind_of(book, mount(book.parent, kind, optional)) == kind
    assert kind_of(book, mount(book.parent.parent, kind, optional)) == kind


@pytest.mark.parametrize(
    "kind", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "fuse.ntfs-3g", "fuseblk", "vfat", "nfsd"]
)
def test_a_local_disk_is_no_network(book: Path, kind: str) -> None:
    assert kind_of(book, mount(book.parent, kind)) == ""


def test_the_mount_nearest_to_the_book_counts_and_of_two_the_later(book: Path) -> None:
    above, here, below = book.parent.parent, book.parent, book.parent / "below"
    assert kind_of(book, mount(above, "nfs4"), mount(here, "ext4")) == ""
    assert kind_of(book, mount(here, "cifs"), mount(above, "ext4")) == "cifs"
    assert kind_of(book, mount(below, "nfs4")) == ""
    assert kind_of(book, mount(f"{here}-other", "nfs4")) == ""
    assert kind_of(book, mount(str(here)[:-1], "nfs4")) == ""
    assert kind_of(book, mount(here, "nfs4"), mount(here, "ext4")) == ""
    assert kind_of(book, mount(here, "ext4"), mount(here, "nfs4")) == "nfs4"
    assert kind_of(book, mount("/", "nfs4")) == "nfs4"


def test_a_folder_bound_from_a_network_is_on_it(book: Path) -> None:
    bound = f"41 22 0:50 /home/ana {book.parent} rw shared:9 - nfs4 server:/export rw"
    assert kind_of(book, bound) == "nfs4"


def test_the_escapes_of_the_mount_table_are_read(tmp_path: Path) -> None:
    book = tmp_path.resolve() / "a b\tc\nd\\e - f" / "book.json"
    book.parent.mkdir()
    escaped = (
        str(book.parent).replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011").replace("\n", "\\012")
    )
    assert kind_of(book, mount(escaped, "fuse.sshfs")) == "fuse.sshfs"


def test_a_symlink_is_where_its_target_is(tmp_path: Path) -> None:
    far, near = tmp_path.resolve() / "far", tmp_path.resolve() / "near"
    far.mkdir()
    near.mkdir()
    (near / "book.json").symlink_to(far / "book.json")
    (near / "folder").symlink_to(far)
    assert kind_of(near / "book.json", mount(far, "nfs4")) == "nfs4"
    assert kind_of(near / "folder" / "book.json", mount(far, "nfs4")) == "nfs4"
    assert kind_of(near / "book.json", mount(near, "nfs4")) == ""


def test_a_mount_table_that_is_not_there_or_strange_tells_nothing(book: Path) -> None:
    assert network_file_system(str(book), str(book.parent / "none")) == ""
    assert kind_of(book, "", "nonsense", "1 2 3 - ", f"40 22 0:50 / {book.parent}", "\x00 - nfs4") == ""


COPIES = [
    "book.sync-conflict-20261122-093000-ABCDEFG.json",
    "book.sync-conflict-20261122-093000.json",
    "book.sync-conflict-20261122-093000-ABCDEFG.sync-conflict-20261123-093000-HIJKLMN.json",
    "book (Ana's conflicted copy 2026-11-22).json",
    "book (Ana's conflicted copy 2026-11-22 (1)).json",
    "book (conflicted copy).json",
    "book (In Konflikt stehende Kopie von Ana 2026-11-22).json",
    "book (Copie en conflit de Ana 2026-11-22).json",
    "book (conflicted copy 2026-11-22 093000).json",
    "book (conflicted copy Ana 2026-11-22 093000).json",
    "book_conflict-20261122-093000.json",
    "book (SFConflict ana@example.org 2026-11-22-09-30-00).json",
    "book (Conflict).json",
    "book [conflicted].json",
    "book.conflict.json",
]
OTHERS = [
    "book.json.d",
    "book.json~",
    "book.json.bak",
    "book.json.orig",
    ".book.json.lock",
    ".book.json.1234.new",
    ".syncthing.book.json.tmp",
    "book-2025.json",
    "book-LAPTOP.json",
    "book (1).json",
    "book 2.json",
    "book-conflict-of-interest.json",
    "book_conflicts.json",
    "book (Ana).json",
    "booking.json",
    "booking (conflicted copy).json",
    "notebook.sync-conflict-20261122-093000-ABCDEFG.json",
    "book.sync-conflict-20261122-093000-ABCDEFG.json.d",
    "book.sync-conflict-notes.json",
]


def test_the_copies_of_synchronisers_are_found_and_nothing_else(book: Path) -> None:
    for name in (*COPIES, *OTHERS, "book.json"):
        (book.parent / name).write_bytes(b"{}\n")
    assert {Path(path).name for path in conflict_copies(str(book))} == set(COPIES)


def test_copies_lie_where_the_book_really_is(tmp_path: Path) -> None:
    far = tmp_path / "far"
    far.mkdir()
    (far / "people.json").write_bytes(b"{}\n")
    (far / "people (conflicted copy).json").write_bytes(b"{}\n")
    (tmp_path / "book.json").symlink_to(far / "people.json")
    assert conflict_copies(str(tmp_path / "book.json")) == [str(far.resolve() / "people (conflicted copy).json")]


@pytest.mark.parametrize("name", ["book", "my people.json", "Bücher (2026).json", "[a-z]*.json"])
def test_a_book_of_any_name_has_copies_of_its_own(tmp_path: Path, name: str) -> None:
    stem, dot, extension = name.partition(".")
    copy = f"{stem}.sync-conflict-20261122-093000-ABCDEFG{dot}{extension}"
    for one in (name, copy, "abc.json", "bookmarks"):
        (tmp_path / one).write_bytes(b"{}\n")
    assert [Path(path).name for path in conflict_copies(str(tmp_path / name))] == [copy]


def test_where_there_is_no_folder_there_are_no_copies(tmp_path: Path) -> None:
    assert conflict_copies(str(tmp_path / "none" / "book.json")) == []


def test_copies_are_said_as_long_as_they_lie_there(book: Path) -> None:
    for name in COPIES[:2]:
        (book.parent / name).write_bytes(b"{}\n")
    for _ in range(2):
        assert "2 conflict copies lie beside the book: swell merge takes" in " ".join(warnings(str(book)))
    for name in COPIES[:2]:
        (book.parent / name).unlink()
    assert "conflict" not in " ".join(warnings(str(book)))
