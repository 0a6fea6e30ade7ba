"""Reading what waits in the spool, whoever put it there."""

import errno
import os
import stat
import zlib
from collections.abc import Iterable
from typing import Final

from domain.ids import is_id
from domain.ports import Delivery
from store.spool import HEAD, spool_of

MOST: Final = 100_000
"""Bytes of a file of another make; a larger one is no line that anybody typed."""
_NOT_TO_BE_READ: Final = (errno.EISDIR, errno.ELOOP, errno.ENXIO, errno.EACCES)
"""Errors of what never will be a line, however often it is tried."""


def read_delivery(book: str, name: str) -> Delivery:
    """One delivery; a file of another make is a line of plain text, or rubbish. Raises OSError.

    A name that is no id becomes one, because the same name may come again with another line.
    """
    path = os.path.join(spool_of(book), "new", name)
    data, rubbish = _bytes_of(path)
    if not is_id(name):
        name = _id_of(name, data, os.lstat(path).st_mtime_ns)
        os.rename(path, os.path.join(spool_of(book), "new", name))
    return Delivery(name, "", rubbish=rubbish) if rubbish else _understood(name, data)


def _bytes_of(path: str) -> tuple[bytes, str]:
    """What is in a file, as far as it matters, and why it is none; a pipe that nobody writes to is not waited for."""
    try:
        with open(path, "rb", opener=lambda path, flags: os.open(path, flags | os.O_NONBLOCK)) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return b"", "it is no file"
            data = file.read(MOST + 1)
            if data.startswith(f"{HEAD}\n".encode()):  # a line of ours is kept, however long it is
                data += file.read()
            return data, ""
    except OSError as error:
        if error.errno in _NOT_TO_BE_READ or os.path.islink(path):
            return b"", f"it cannot be read ({error.strerror})"
        raise


def _id_of(name: str, data: bytes, modified: int) -> str:
    """The id of a file of another make: the same for the same file, however often it is read."""
    return f"{max(0, modified) // 10**6:013d}{zlib.crc32(name.encode('utf-8', 'replace') + data) % 10**9:09d}"


def _understood(name: str, data: bytes) -> Delivery:
    if len(data) > MOST and not data.startswith(f"{HEAD}\n".encode()):
        return Delivery(name, data[:MOST].decode("utf-8", "replace"), rubbish="it is too long for a line")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Delivery(name, data.decode("utf-8", "replace"), rubbish="it is not UTF-8 text")
    head, found, line = text.partition("\n\n")
    first, *said = head.split("\n")
    if first != HEAD or not found:
        return _of_another_make(name, text)
    values = dict(part.split(" ", 1) for part in said if " " in part)
    return Delivery(
        name,
        line,
        at=values.get("at", ""),
        origin=values.get("origin", ""),
        session=values.get("session", ""),
        shell="shell" in values,
        together=_parted(line) if "together" in values else (),
    )


def together(keys: Iterable[str], lines: Iterable[str]) -> str:
    """Several lines as one delivery, each after a key of its own."""
    return "\n".join(f"{key} {line.replace(chr(10), ' ')}" for key, line in zip(keys, lines, strict=True))


def _parted(text: str) -> tuple[tuple[str, str], ...]:
    """The lines of a delivery of several, each with its key; none where it is no such text."""
    found = []
    for line in text.split("\n"):
        key, _, typed = line.partition(" ")
        if not is_id(key):
            return ()
        found.append((key, typed))
    return tuple(found)


def _of_another_make(name: str, text: str) -> Delivery:
    """A file that somebody else put there, such as a note from a telephone."""
    line = " ".join(text.split())
    if not line:
        return Delivery(name, text, rubbish="there is nothing in it")
    if "\0" in line:
        return Delivery(name, line, rubbish="it is not text")
    return Delivery(name, line, shell=True)
