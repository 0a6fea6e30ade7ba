"""The spool beside the book: a captured line lands here first, as a maildir delivery does, and is filed from here once.

A delivery is written under `tmp`, synced, renamed into `new`, and the folder is synced: it takes no lock, reads no
book, and costs the same at any size. Whoever opens the book next files what is in `new`; what is no text goes to `bad`.
"""

import os
import time

from store.folders import forget, make_private, make_unsynced, sync_above, sync_folder
from store.paths import beside

HEAD = "swell capture 1"
"""The first line of every delivery of ours."""
STALE = 36 * 3600
"""Seconds after which an unfinished delivery is given up, as maildirs have it."""

_EXCLUSIVELY = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


def spool_of(book: str) -> str:
    """The spool of the book at that path."""
    return os.path.join(beside(book), "spool")


def deliver(book: str, key: str, line: str, **said: str) -> None:
    """Put a line into the spool, on disk before this returns; `key` is an id of 22 digits.

    What else is `said` of it (`at`, an ISO instant; `origin`; `session`; `shell`; `together`) stands above it, a word
    and a value a line. Raises OSError with nothing delivered.
    """
    head = "".join(f"{word} {' '.join(value.split())}\n" for word, value in said.items() if value)
    data = f"{HEAD}\n{head}\n{line}".encode("utf-8", "replace")
    spool = spool_of(book)
    unfinished, new = os.path.join(spool, "tmp", key), os.path.join(spool, "new")
    handle = _open(unfinished, spool)
    try:
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        _name(unfinished, os.path.join(new, key), spool)
        sync_folder(new)
    except BaseException:
        forget(unfinished)
        forget(
            os.path.join(new, key)
        )  # what the disk does not confirm is not kept: you will be told, and type it again
        raise


def none_kept(book: str, error: OSError, many: int) -> str:
    """Why several captured lines could not be kept."""
    return f"{spool_of(book)} cannot be written ({error.strerror}), so none of the {many} lines is kept."


def not_kept(book: str, error: OSError, line: str) -> str:
    """Why a captured line could not be kept, with the line, so that it is not lost with the window."""
    return f"{spool_of(book)} cannot be written ({error.strerror}), so this is not kept: {line}"


def waiting(book: str) -> list[str]:
    """The names of what waits to be filed, the oldest first; nothing where the spool cannot be read."""
    try:
        names = os.listdir(os.path.join(spool_of(book), "new"))
    except OSError:
        return []
    return sorted(name for name in names if not name.startswith("."))


def take_out(book: str, names: list[str]) -> None:
    """Remove what has been filed; what cannot be removed stays, and is not filed a second time."""
    for name in names:
        forget(os.path.join(spool_of(book), "new", name))


def set_aside(book: str, name: str) -> None:
    """Move what is no text to `bad`, where it stays as it is; what cannot be moved stays, and is not filed again."""
    bad = os.path.join(spool_of(book), "bad")
    try:
        make_private(bad)
        os.rename(os.path.join(spool_of(book), "new", name), os.path.join(bad, name))
    except OSError:
        return


def settle(book: str) -> None:
    """Make it last that what was filed is gone from the spool, and give up what was never finished."""
    spool = spool_of(book)
    sync_folder(os.path.join(spool, "new"))
    unfinished = os.path.join(spool, "tmp")
    try:
        names = os.listdir(unfinished)
    except FileNotFoundError:  # made when something is to be put there
        return
    for name in names:
        path = os.path.join(unfinished, name)
        try:
            old = time.time() - os.stat(path).st_mtime > STALE
        except FileNotFoundError:
            continue
        if old:
            forget(path)


def local_time(milliseconds: int) -> str:
    """An instant as ISO text with the offset of the machine's own zone."""
    return time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(milliseconds // 1000))


def _open(path: str, spool: str) -> int:
    """A new file in `tmp`; the folders are made when the first line of a book is captured."""
    try:
        return os.open(path, _EXCLUSIVELY, 0o600)
    except FileNotFoundError:
        _make_folders(spool)
        return os.open(path, _EXCLUSIVELY, 0o600)


def _name(unfinished: str, path: str, spool: str) -> None:
    """Move what is finished to `new`, which is made again where somebody has removed it."""
    try:
        os.rename(unfinished, path)
    except FileNotFoundError:
        _make_folders(spool)
        os.rename(unfinished, path)


def _make_folders(spool: str) -> None:
    new = os.path.join(spool, "new")
    make_unsynced(new)
    sync_above(new)
    make_unsynced(os.path.join(spool, "tmp"))  # the last one: where it is, the other was made too, and lasts
