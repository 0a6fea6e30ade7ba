"""The most that can be read from a damaged book: each record whole or not at all, and nothing dropped."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from store import codec
from store.guess import KNOWN, home_of
from store.health import MARKS
from store.rescued import Rescued, is_text
from store.strict import Entry, NoJsonError, records, value_at, walk

UNPLACED = "salvaged"
"""The table of records whose own table cannot be told any more."""

_NAME = r'"(?:[^"\\\n]|\\.)*"[ \t]*:[ \t]*'
_OURS = re.compile(rf"^{_NAME}\{{", re.MULTILINE)
"""The beginning of a line as Swell lays it out."""
_MEMBER = re.compile(r'("(?:[^"\\]|\\.)*")\s*:\s*')
_AGAIN = re.compile(r'"(?:\d{1,22}|' + "|".join(map(re.escape, KNOWN)) + r')"\s*:\s*(?=\{)')
"""Where one may begin to read again after a damage."""
_NUMBERED = re.compile(r'"\d{1,22}"\s*:\s*\{')
_BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was read from a damaged book."""

    tables: dict[str, codec.RawTable | msgspec.Raw]
    """Every table, with the records that could be read; a value that is no table stays undecoded."""
    notes: tuple[str, ...]
    """What had to be decided, a sentence each."""
    unread: tuple[bytes, ...]
    """The pieces that could not be read or had to be mended, as they stood, mostly a line each."""

    def count(self, table: str) -> int:
        """How many records of that table were read."""
        records = self.tables.get(table)
        return len(records) if isinstance(records, dict) else 0

    @property
    def records(self) -> int:
        """How many records were read in all."""
        return sum(map(self.count, self.tables))


def salvage(data: bytes) -> Salvaged:
    """Read what can be read; raises nothing, whatever the bytes are."""
    text = _text(data)
    rescued = _whole(text)
    if rescued is None:
        reader = _Reader()
        (reader.read_lines if _OURS.search(text) else reader.read_stream)(text)
        rescued = reader.rescued
    tables = rescued.tables()
    return Salvaged(tables, tuple(rescued.notes), tuple(rescued.unread))


def _text(data: bytes) -> str:
    """The bytes as text, without a byte order mark and without the zeros that a power cut leaves at the end."""
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            errors = "surrogateescape" if encoding == "utf-8" else "replace"
            return data.removeprefix(mark).decode(_of_mark(mark, encoding), errors).rstrip("\0")
    return data.decode("utf-8", "surrogateescape").rstrip("\0")


def _of_mark(mark: bytes, encoding: str) -> str:
    """The encoding with the order of bytes that the mark tells."""
    if encoding == "utf-8":
        return encoding
    return f"{encoding}-{'le' if mark[:1] == bytes([0xFF]) else 'be'}"


def _whole(text: str) -> Rescued | None:
    """All of it, where it is JSON from end to end."""
    rescued = Rescued()
    try:
        for entry in walk(text):
            _take(rescued, text, entry)
    except NoJsonError:
        return None
    return rescued


def _take(rescued: Rescued, text: str, entry: Entry) -> None:
    piece = text[entry.value.start : entry.value.end]
    if entry.key is not None:
        rescued.record(entry.table, entry.key, piece, entry.value.doubled)
    elif piece == "{":
        rescued.table(entry.table)
    else:
        rescued.value(entry.table, piece)


class _Reader:
    """Reads on after each damage; `table` is the one that was opened last, empty where that cannot be told."""

    def __init__(self) -> None:
        self.rescued = Rescued()
        self._table = ""
        self._sure = True
        """Whether nothing was damaged since the line that opened the table."""

    def read_lines(self, text: str) -> None:
        """Read a book that Swell laid out: a line is a record, or opens or closes a table."""
        self.rescued.seen.update(_opened(text))
        at = 0
        while at < len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            after = self._intact_table(text, at, end)
            if not after:
                self._line(text[at:end])
            at = after or end + 1

    def _intact_table(self, text: str, at: int, end: int) -> int:
        """Take the table that this line opens, if nothing in it is damaged: where the next line begins, else 0."""
        name = _opening(text[at:end])
        if name is None:
            return 0
        try:
            entries, after = _all(records(text, name, text.rindex("{", at, end) + 1))
        except NoJsonError:
            return 0
        pieces = [text[entry.value.start : entry.value.end] for entry in entries]
        if any(entry.key in KNOWN or '\n"' in piece for entry, piece in zip(entries, pieces, strict=True)):
            return 0  # what lacks its closing bracket has swallowed what follows
        self.rescued.table(name)
        for entry in entries:
            _take(self.rescued, text, entry)
        self._table, self._sure = "", True
        return _between(text, after)

    def _line(self, line: str) -> None:
        opened = _opening(line)
        if opened is not None:
            self._open(opened)
        elif line.strip():
            self.read_stream(line)
        else:
            self._sure = False  # a line has gone, and it may have opened a table

    def _open(self, name: str) -> None:
        self._table, self._sure = name, True
        self.rescued.table(name)

    def read_stream(self, text: str) -> None:
        """Read one member after another, from wherever that is possible again after a damage."""
        at = 1 if text[:1] == "{" else 0
        while (at := _between(text, at)) < len(text):
            if text[at] in "{}":
                self._table = "" if text[at] == "}" else self._table
                at += 1
                continue
            after = self._member(text, at)
            if not after:
                again = _AGAIN.search(text, at + 1)
                after = again.start() if again else len(text)
                self.rescued.unread.append(_bytes(text[at:after].strip()))
                self._sure = False
            at = after

    def _member(self, text: str, at: int) -> int:
        """Take the table or record that begins here: where it ends, or 0 where it is damaged."""
        found = _MEMBER.match(text, at)
        if found is None:
            return 0
        start = found.end()
        try:
            name = str(json.loads(found[1]))
            if text[start : start + 1] == "{" and self._is_table(name):
                self._open(name)
                return start + 1
            value = value_at(text, start)
        except ValueError:
            return 0
        piece = text[start : value.end]
        if _NUMBERED.search(piece):
            return 0  # it lacks its closing bracket and has swallowed what follows
        if self._table in KNOWN and piece[:1] != "{" and not name.isdigit():
            return 0  # a field that lost its record
        if self._table or piece[:1] == "{":
            self.rescued.record(self._home(piece), name, piece, value.doubled)
        else:
            self.rescued.value(name, piece)
        return value.end

    def _is_table(self, name: str) -> bool:
        return name in KNOWN or (not self._table and not name.isdigit() and is_text(name))

    def _home(self, piece: str) -> str:
        if self._table and self._sure:
            return self._table
        return home_of(_bytes(piece), self._table, self.rescued.seen) or UNPLACED


def _opened(text: str) -> Iterable[str]:
    """The tables that lines of the book open."""
    names = (_opening(text[match.start() : text.find("\n", match.start())]) for match in _OURS.finditer(text))
    return (name for name in names if name is not None)


def _opening(line: str) -> str | None:
    """The name of the table that a line opens and leaves open."""
    found = _MEMBER.match(line)
    if found is None or line[found.end() :].rstrip() != "{":
        return None
    try:
        name = str(json.loads(found[1]))
    except ValueError:
        return None
    return name if is_text(name) and not name.isdigit() else None  # a record cut off looks the same


def _all(entries: Iterable[Entry]) -> tuple[list[Entry], int]:
    """The entries, and where the table ends."""
    found: list[Entry] = []
    walker = iter(entries)
    while True:
        try:
            found.append(next(walker))
        except StopIteration as ended:
            return found, int(ended.value)


def _between(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    assert found is not None
    return found.end()


def _bytes(text: str) -> bytes:
    """The bytes of which the text was read."""
    return text.encode("utf-8", "surrogateescape")
