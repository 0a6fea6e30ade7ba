"""Replacing a file so that a reader, or a crash at any moment, finds the old bytes or the new ones whole."""

import os
import stat
from collections.abc import Iterable

PRIVATE = 0o600


def replace_file(path: str, parts: Iterable[bytes]) -> None:
    """Put `parts` in the place of the file at `path`, on disk before this returns.

    A symlink stays and its target is replaced; mode and owner of an existing file are kept, a new one is private.
    Raises OSError with the old file untouched and no temporary file left.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, f".{os.path.basename(target)}.{os.getpid()}.new")
    handle = _create(temporary)
    try:
        try:
            for part in parts:
                _write_all(handle, part)
            _keep_mode_and_owner(handle, target)
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(temporary, target)
    except BaseException:
        _forget(temporary)
        raise
    sync_folder(folder)


def sync_folder(folder: str) -> None:
    """Make a rename in `folder` last."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _create(path: str) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        return os.open(path, flags, PRIVATE)
    except FileExistsError:
        _forget(path)  # left by a process of the same number that died; the lock says that it is not at work
        return os.open(path, flags, PRIVATE)


def _write_all(handle: int, data: bytes) -> None:
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


def _forget(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
