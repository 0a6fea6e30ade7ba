"""Putting something whole in the place of a damaged book, which is kept byte for byte before anything is written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from domain.errors import BookError
from store import codec
from store.atomic import replace_file
from store.backups import backups_folder, keep_damaged, keep_unread
from store.folders import make_private
from store.health import Health, examine
from store.lock import locked
from store.migrations import FORMAT, META, format_of
from store.salvage import Salvaged, salvage
from store.storage import lock_path, read_bytes


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was done to a damaged book."""

    salvaged: Salvaged
    damaged: str
    """Where the damaged book is kept."""
    unread: str
    """Where the pieces are that could not be read; empty where there are none."""


def repair(book: str, stamp: str) -> Repaired | None:
    """Put what can be read of a damaged book in its place; None where it is whole, or not there.

    `stamp` is an ISO instant. Raises BookError, with nothing changed, where a newer Swell wrote it, where nothing can
    be read of it, and where it cannot be written.
    """
    if not _health(read_bytes(book)).fatal:
        return None  # where there is nothing to do, not even a lock file is made
    with _writing(book):
        data = read_bytes(book)
        health = _health(data)
        if data is None or not health.fatal:
            return None
        salvaged = salvage(data)
        newer = health.newer or _newer(salvaged)
        if newer:
            raise BookError(
                f"{book} was written by a newer Swell (format {newer}; this one knows {FORMAT}), "
                "so nothing was changed: update Swell."
            )
        layout = list(codec.layout(iter(salvaged.tables.items())))
        if not salvaged.records or examine(b"".join(layout)).fatal:
            raise BookError(
                f"No record can be read from {book}, so it is left as it is; "
                "swell restore puts a backup back, or move it away to start a new book."
            )
        damaged = keep_damaged(book, stamp)
        unread = keep_unread(book, stamp, salvaged.unread) if salvaged.unread else ""
        replace_file(book, layout)
    return Repaired(salvaged, damaged, unread)


def put_in_place(book: str, data: bytes, stamp: str) -> str:
    """Put a whole book in the place of one that is damaged or gone; gives where the damaged one is kept, if any.

    `stamp` is an ISO instant. Raises BookError with nothing changed.
    """
    with _writing(book):
        damaged = keep_damaged(book, stamp) if os.path.exists(book) else ""
        replace_file(book, [data])
    return damaged


def _newer(salvaged: Salvaged) -> int:
    """The format of a damaged book where a later Swell wrote it, else 0."""
    try:
        found = format_of({META: salvaged.tables.get(META, {})})
    except BookError:
        return 0
    return found if found > FORMAT else 0


def _health(data: bytes | None) -> Health:
    return Health() if data is None else examine(data)


@contextmanager
def _writing(book: str) -> Iterator[None]:
    """The lock of the book; what the disk refuses is said."""
    try:
        make_private(os.path.dirname(os.path.realpath(book)))
        with locked(lock_path(book)):
            yield
    except OSError as error:
        where = error.filename or backups_folder(book)
        raise BookError(f"{where} could not be written ({error.strerror}); the book is as it was.") from error
