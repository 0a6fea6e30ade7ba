"""A quick look at the book for who waits at a prompt: each table is found by its lines, and decoded piece by piece.

It is for showing only. Nothing is locked or looked through for damage, and what is not laid out as Swell lays it out
is left to the reader of the whole book.
"""

from collections.abc import Iterator, Sequence
from io import FileIO
from typing import Any, Final

import msgspec

from domain.errors import BookError, DamagedError
from domain.model import TABLES
from store import codec

PIECE: Final = 250_000
"""Bytes that are read, and decoded, at a time."""
TAIL: Final = 40_000
"""Bytes at the end of a table in which its latest records are looked for."""


class Called(msgspec.Struct):
    """What somebody is called; all else of a contact takes four times as long to read."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


class _Said(msgspec.Struct):
    id: str = ""
    raw: str = ""
    line: str = ""


class Glimpse:
    """The book as it was when this was made; a file that is replaced meanwhile stays as it was."""

    def __init__(self, path: str) -> None:
        """Raises BookError where the file cannot be read."""
        self._path = path
        try:
            self._file: FileIO | None = FileIO(path)
        except FileNotFoundError:
            self._file = None
        except OSError as error:
            raise self._unreadable(error) from error
        self._data = bytearray()
        """The beginning of the file, as far as it was needed."""

    def pieces(self, name: str) -> Iterator[dict[str, Any]]:
        """The records of a table by id, some at a time; raises BookError where it is not laid out as ours are."""
        for rows in self._pieces(name):
            try:
                yield dict(codec.decode_table(name, msgspec.Raw(rows))[0])
            except BookError as error:
                raise self._strange() from error

    def called(self) -> Iterator[Sequence[Called]]:
        """What the people are called, some of them at a time; raises BookError."""
        decoder = msgspec.json.Decoder(dict[str, Called])
        for rows in self._pieces("contacts"):
            try:
                yield tuple(decoder.decode(rows).values())
            except codec.UNREADABLE as error:
                raise self._strange() from error

    def record(self, name: str, key: str) -> Any:
        """One record of a table; raises BookError."""
        start = self._opening(name)
        row = f'\n"{key}": '.encode()
        at = self._data.find(row, start - 1)
        end = self._data.find(b"\n", at + len(row))
        if at < 0 or end < 0:
            raise self._strange()
        rows = bytes(memoryview(self._data)[at:end]).rstrip(b",")
        return codec.decode_table(name, msgspec.Raw(b"{" + rows + b"}"))[0][key]

    def _pieces(self, name: str) -> Iterator[bytes]:
        """A table as JSON objects of some records each."""
        start, at = self._opening(name), 0
        size = PIECE
        while start >= 0:
            at = start + size
            self._read_to(at + 2)
            end = self._data.find(b"\n}", start, at + 2)
            last = end >= 0
            if not last:
                end = self._data.rfind(b"\n", start, at)
            if end <= start:
                if at >= len(self._data):
                    raise self._strange()
                size *= 2
                continue
            yield b"{" + bytes(memoryview(self._data)[start:end]).rstrip(b",\n") + b"}"
            start, size = (-1 if last else end), PIECE

    def table(self, name: str) -> dict[str, Any]:
        """The records of a table by id; raises BookError where it is not laid out as ours are."""
        found: dict[str, Any] = {}
        for piece in self.pieces(name):
            found |= piece
        return found

    def latest_lines(self, most: int) -> list[str]:
        """The lines that were captured last, the oldest first, as the end of each table tells; raises BookError."""
        said: dict[str, str] = {}
        for name in TABLES:
            start = self._opening(name)
            if start < 0:
                continue
            end = self._end(start)
            for row in bytes(memoryview(self._data)[max(start, end - TAIL) : end]).split(b"\n")[1:]:
                found = _said(row)
                if found is not None and (line := found.raw or found.line):
                    said[found.id] = line
        lines = dict.fromkeys(said[key] for key in sorted(said, reverse=True))
        return list(lines)[:most][::-1]

    def _opening(self, name: str) -> int:
        """Where the records of a table begin; -1 where there are none. Raises BookError where the file is another's."""
        opening = f'\n"{name}": {{'.encode()
        found, seen = -1, 0
        while found < 0:
            found = self._data.find(opening, seen)
            seen = max(0, len(self._data) - len(opening))
            if found < 0 and not self._read_to(len(self._data) + PIECE):
                break
        if len(self._data) and not self._data.startswith((b'{\n"', b"{}")):
            raise self._strange()
        start = found + len(opening)
        self._read_to(start + 1)
        return -1 if found < 0 or self._data[start : start + 1] == b"}" else start

    def _end(self, start: int) -> int:
        """Where the records of a table end that begin there."""
        while True:
            end = self._data.find(b"\n}", start)
            if end >= 0:
                return end
            start = max(start, len(self._data) - 2)
            if not self._read_to(len(self._data) + PIECE):
                raise self._strange()

    def _read_to(self, size: int) -> bool:
        """Have so many bytes of the file, where it has so many; whether any were read. Raises BookError."""
        before = len(self._data)
        try:
            while self._file is not None and len(self._data) < size:
                more = self._file.read(max(PIECE, size - len(self._data)))
                if more:
                    self._data += more
                else:
                    self._file.close()
                    self._file = None
        except OSError as error:
            raise self._unreadable(error) from error
        return len(self._data) > before

    def _strange(self) -> DamagedError:
        return DamagedError(f"{self._path} is not laid out as Swell lays it out.")

    def _unreadable(self, error: OSError) -> BookError:
        return BookError(f"{self._path} cannot be read ({error.strerror}); the book is unchanged.")


def _said(row: bytes) -> _Said | None:
    """What a line of a table says was captured; None where it cannot be told."""
    _, _, record = row.partition(b'": ')
    try:
        return msgspec.json.decode(record.rstrip(b","), type=_Said)
    except codec.UNREADABLE:
        return None
