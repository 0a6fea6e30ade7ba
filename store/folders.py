"""Folders that only you may read, made so that they last."""

import errno
import os

PRIVATE = 0o700


def make_private(folder: str) -> None:
    """Make the folder and those above it that are not there, and make them last; raises OSError."""
    if folder and not os.path.isdir(folder):
        make_unsynced(folder)
        sync_above(folder)


def make_unsynced(folder: str) -> None:
    """Make the folder and those above it that are not there; raises OSError."""
    if not folder or os.path.isdir(folder):
        return
    make_unsynced(os.path.dirname(folder))
    try:
        os.mkdir(folder, PRIVATE)
    except FileExistsError:
        return


def sync_above(path: str) -> None:
    """Make it last that there is a folder for this path: whoever made it and those above may have died before that."""
    folder = os.path.dirname(os.path.realpath(path))
    try:
        sync_folder(folder)
    except PermissionError:  # it may be passed through but not read, so it was there before us
        return
    if not os.path.ismount(folder):
        sync_above(folder)


def sync_folder(folder: str) -> None:
    """Make the names in a folder last, where its file system can promise that."""
    handle = os.open(folder or ".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network file systems know no such thing
            raise
    finally:
        os.close(handle)


def forget(path: str) -> None:
    """Remove a file, if it is there and may be removed."""
    try:
        os.unlink(path)
    except OSError:
        return
