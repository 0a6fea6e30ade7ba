"""The backups beside a book: whole files named by when and why, of which old ones go by themselves."""

import errno
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

from domain.errors import BookError
from store import codec
from store.folders import forget, make_private, sync_folder
from store.paths import beside

LATEST, DAYS, MONTHS = 10, 14, 12
"""How many of the newest are kept, of how many days the newest one, and of how many months."""
REASONS: Final = ("day", "import", "migration", "bulk", "merge", "restore", "repair", "asked")

_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)-([a-z]+)(?:-(\d+))?\.json")
_PIECE: Final = 1 << 20
_NO_LINKS: Final = (
    errno.EPERM,
    errno.EACCES,
    errno.EMLINK,
    errno.EXDEV,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EINVAL,
)
_MONTH_NAMES: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, as its name tells."""

    path: str
    when: str
    """The local time, `2026-11-22T09:30:00`."""
    reason: str

    @property
    def day(self) -> str:
        """The local day."""
        return self.when[:10]

    @property
    def said(self) -> str:
        """When it was made, as one says it: `22 Nov 2026 09:30`."""
        return f"{int(self.when[8:10])} {_MONTH_NAMES[int(self.when[5:7]) - 1]} {self.when[:4]} {self.when[11:16]}"


@dataclass(frozen=True, slots=True)
class Counted:
    """What is in a book."""

    people: int = 0
    interactions: int = 0
    size: int = 0
    """Bytes."""
    problem: str = ""
    """Why it cannot be read, in a clause; empty where it can."""

    @property
    def words(self) -> str:
        """`60 people, 812 interactions`, or why that is not known."""
        return self.problem or people_and_interactions(self.people, self.interactions)


def backups_folder(book: str) -> str:
    """Where the backups of a book are."""
    return os.path.join(beside(book), "backups")


def make_backup(book: str, reason: str, stamp: str, *, replaced_next: bool = True) -> str:
    """Keep the book as it is now, on disk before this returns; gives the path of the backup.

    The backup is another name of the present file where that can be, which costs nothing because the book is about to
    be replaced by a new one. Where it is not `replaced_next`, it is a copy, since a program that writes in place would
    change both. `stamp` is an ISO instant. Raises OSError.
    """
    return _keep(book, f"{compact(stamp)}-{reason}", link=replaced_next)


def keep_damaged(book: str, stamp: str) -> str:
    """Copy a damaged book byte for byte to where nothing removes it, and give the path; raises OSError."""
    return _keep(book, f"damaged-{compact(stamp)}", link=False)


def keep_unread(book: str, stamp: str, pieces: Iterable[bytes]) -> str:
    """Write what could not be read of a damaged book, a piece a line; gives the path. Raises OSError."""
    folder = _made_folder(book)
    path = _write(folder, f"unread-{compact(stamp)}", ".txt", (piece + b"\n" for piece in pieces))
    sync_folder(folder)
    return path


def _keep(book: str, stem: str, *, link: bool) -> str:
    folder, source = _made_folder(book), os.path.realpath(book)
    path = _link(source, folder, stem) if link else None
    if path is None:
        path = _copy(source, folder, stem)
    sync_folder(folder)
    return path


def _made_folder(book: str) -> str:
    folder = backups_folder(book)
    make_private(folder)
    return folder


def backups(book: str) -> tuple[Backup, ...]:
    """The backups of a book, newest first; none where the folder cannot be read."""
    folder = backups_folder(book)
    try:
        names = os.listdir(folder)
    except OSError:
        return ()
    return tuple(_of_name(folder, name) for name in newest_first(names))


def prune(book: str) -> None:
    """Remove the backups that are not kept any longer; one that cannot be removed stays."""
    folder = backups_folder(book)
    for name in superfluous(os.path.basename(backup.path) for backup in backups(book)):
        forget(os.path.join(folder, name))


def superfluous(names: Iterable[str]) -> tuple[str, ...]:
    """Those names of files that are backups and need not be kept; anything else is left alone."""
    ordered = newest_first(names)
    of_days: dict[str, str] = {}
    of_months: dict[str, str] = {}
    for name in ordered:
        of_days.setdefault(name[:10], name)
        of_months.setdefault(name[:7], name)
    kept = {*ordered[:LATEST], *list(of_days.values())[:DAYS], *list(of_months.values())[:MONTHS]}
    return tuple(name for name in ordered if name not in kept)


def newest_first(names: Iterable[str]) -> list[str]:
    """The names that are those of backups, in the order of time."""
    return sorted(filter(_NAME.fullmatch, names), key=_order, reverse=True)


def counted(backup: Backup) -> Counted:
    """What is in a backup, or why it cannot be read."""
    return counted_file(backup.path)


def counted_file(path: str) -> Counted:
    """What is in the book at that path, or why it cannot be read."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        return Counted(problem=f"it cannot be read ({error.strerror})")
    return counted_bytes(data)


def counted_bytes(data: bytes) -> Counted:
    """What is in a book of these bytes, or why it cannot be read; its records are not looked into."""
    if not data.strip(b"\0 \t\r\n"):
        return Counted(size=len(data), problem="it is empty")
    try:
        data.decode()
        sizes = {name: len(codec.split_table(name, raw)) for name, raw in codec.split_book(data).items()}
    except UnicodeDecodeError:
        return Counted(size=len(data), problem="it is no UTF-8 text")
    except BookError as error:
        return Counted(size=len(data), problem=str(error))
    return Counted(sizes.get("contacts", 0), sizes.get("interactions", 0), len(data))


def newest_good(book: str) -> Backup | None:
    """The newest backup that opens whole, if there is one."""
    return next((backup for backup in backups(book) if not counted(backup).problem), None)


def newest_good_words(book: str) -> str:
    """What the newest good backup holds, in a sentence; empty where there is none."""
    backup = newest_good(book)
    return f"The newest good backup is of {backup.said}: {counted(backup).words}." if backup else ""


def people_and_interactions(people: int, interactions: int) -> str:
    """`60 people, 812 interactions`."""
    many = "" if interactions == 1 else "s"
    return f"{people} {'person' if people == 1 else 'people'}, {interactions} interaction{many}"


def compact(stamp: str) -> str:
    """An ISO instant as it stands in the name of a file: `2026-11-22T093000`."""
    return stamp[:19].replace(":", "")


def _order(name: str) -> tuple[str, int, str]:
    found = _NAME.fullmatch(name)
    assert found is not None
    return name[:17], int(found[6] or 1), name


def _of_name(folder: str, name: str) -> Backup:
    found = _NAME.fullmatch(name)
    assert found is not None
    return Backup(os.path.join(folder, name), f"{found[1]}T{found[2]}:{found[3]}:{found[4]}", found[5])


def _link(source: str, folder: str, stem: str) -> str | None:
    """Give the file another name, or None where the file system has no such thing."""
    handle = os.open(source, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)  # another program may have written it, and may not have waited for the disk
    finally:
        os.close(handle)
    for path in _paths(folder, stem, ".json"):
        try:
            os.link(source, path)
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno in _NO_LINKS:
                return None
            raise
        return path
    return None


def _copy(source: str, folder: str, stem: str) -> str:
    """Copy the file, whole and on disk before it gets its name."""
    with open(source, "rb") as file:
        return _write(folder, stem, ".json", iter(lambda: file.read(_PIECE), b""))


def _write(folder: str, stem: str, extension: str, pieces: Iterable[bytes]) -> str:
    """Write a private file, and name it once it is on disk."""
    temporary = os.path.join(folder, f".{stem}.{os.getpid()}.new")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        with open(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(handle)
        path = next(path for path in _paths(folder, stem, extension) if not os.path.lexists(path))
        os.rename(temporary, path)
    except BaseException:
        forget(temporary)
        raise
    return path


def _paths(folder: str, stem: str, extension: str) -> Iterator[str]:
    """The path of that name, then those with a number after it."""
    yield os.path.join(folder, stem + extension)
    yield from (os.path.join(folder, f"{stem}-{number}{extension}") for number in count(2))
