"""Replacing a file so that a reader, or a crash at any moment, finds the old bytes or the new ones whole."""

import os
import stat
from collections.abc import Callable, Iterable

from store.folders import forget, sync_above, sync_folder

PRIVATE = 0o600


class UnconfirmedError(OSError):
    """The file is replaced, but the disk did not confirm that this will last."""


def _nothing() -> None:
    return


def replace_file(path: str, parts: Iterable[bytes | memoryview], at_last: Callable[[], None] = _nothing) -> None:
    """Put `parts` in the place of the file at `path`, on disk before this returns.

    A symlink stays and its target is replaced; mode and owner of an existing file are kept, a new one is private.
    `at_last` is called when nothing but the replacing is left to do, and may raise to stop it.
    Raises UnconfirmedError where only the last sync failed, any other OSError with the old file untouched and no
    temporary file left.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, f".{os.path.basename(target)}.{os.getpid()}.new")
    is_first = not os.path.lexists(target)
    handle = _create(temporary)
    try:
        try:
            for part in parts:
                _write_all(handle, part)
            _keep_mode_and_owner(handle, target)
            os.fsync(handle)
        finally:
            os.close(handle)
        at_last()
        os.replace(temporary, target)
    except BaseException:
        forget(temporary)
        raise
    try:
        sync_folder(folder)
        if is_first:
            sync_above(folder)
    except OSError as error:
        raise UnconfirmedError(error.errno, error.strerror, folder) from error


def _create(path: str) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        return os.open(path, flags, PRIVATE)
    except FileExistsError:
        forget(path)  # left by a process of the same number that died; the lock says that it is not at work
        return os.open(path, flags, PRIVATE)


def _write_all(handle: int, data: bytes | memoryview) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _keep_mode_and_owner(handle: int, target: str) -> None:
    try:
        old = os.stat(target)
    except FileNotFoundError:
        return
    os.fchmod(handle, stat.S_IMODE(old.st_mode))
    mine = os.fstat(handle)
    if (old.st_uid, old.st_gid) != (mine.st_uid, mine.st_gid):
        try:
            os.fchown(handle, old.st_uid, old.st_gid)
        except PermissionError:
            os.fchmod(handle, PRIVATE)
