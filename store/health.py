"""What is wrong with the bytes of a book: each thing a clause with its line and column."""

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from domain.errors import BookError
from domain.model import TABLES, Record
from store import codec, history
from store.guess import KNOWN, meant_by
from store.links import dangling, impossible
from store.migrations import FORMAT, META, format_of
from store.strict import Entry, NoJsonError, first_half, walk

MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order marks, which JSON does not have, and the encoding that each tells."""

_WRONG_FIELD = re.compile(r"(.*) - at `\$\.(\w+)(.*)`")
_MISSING_FIELD = re.compile(r"Object missing required field `(\w+)`")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong."""

    what: str
    """A clause, such as `its table “contacts” is no object`."""
    line: int = 0
    """Counted from 1, as the column is, in characters; 0 where no place can be told."""
    column: int = 0

    @property
    def clause(self) -> str:
        """What is wrong and where, to go on a sentence with."""
        return f"{self.what} (line {self.line}, column {self.column})" if self.line else self.what

    @property
    def sentence(self) -> str:
        """The same as a sentence of its own."""
        return f"{self.clause[:1].upper()}{self.clause[1:]}."


@dataclass(frozen=True, slots=True)
class Health:
    """What an examination found."""

    fatal: tuple[Finding, ...] = ()
    """Why these bytes are no book that may be written."""
    odd: tuple[Finding, ...] = ()
    """Records that are passed over and kept, and what is strange in others."""
    counts: tuple[tuple[str, int], ...] = ()
    """Records by table, as far as they could be told apart."""
    newer: int = 0
    """The format, where a later Swell wrote the book; nothing else is examined then, and nothing may be mended."""

    def count(self, table: str) -> int:
        """How many records that table has."""
        return dict(self.counts).get(table, 0)


def examine(data: bytes) -> Health:
    """What is wrong with a book of these bytes, if anything; raises nothing, whatever they are."""
    if not data:
        return Health((Finding("it is empty, without a single byte"),))
    if not data.strip(b"\0"):
        return Health((Finding(f"it holds nothing but zero bytes ({len(data)} of them)"),))
    mark = next((name for mark, name in MARKS.items() if data.startswith(mark)), "")
    if mark:
        return Health((Finding(f"it begins with a byte order mark, as {mark.upper()} text does"),))
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return Health((_undecodable(data, error),))
    return _Examination(text, data).health()


def _undecodable(data: bytes, error: UnicodeDecodeError) -> Finding:
    before = data[: error.start]
    line, start = before.count(b"\n") + 1, before.rfind(b"\n") + 1
    column = len(before[start:].decode("utf-8", "replace")) + 1
    return Finding(f"it is no UTF-8 text, byte 0x{data[error.start]:02x} cannot stand here", line, column)


class _Examination:
    """Goes through the text of a book once."""

    def __init__(self, text: str, data: bytes) -> None:
        self._text = text
        self._data = data
        self._lines = list(accumulate(map(len, text.split("\n")), lambda at, length: at + length + 1, initial=0))
        self._fatal: list[Finding] = []
        self._odd: list[Finding] = []
        self._places: dict[str, dict[str, int]] = {}
        self._tables: dict[str, Entry] = {}
        self._raw: dict[str, msgspec.Raw] = {}

    def health(self) -> Health:
        """All that can be said."""
        self._walk()
        newer = 0 if self._fatal else self._format()
        if newer:
            self._fatal.append(Finding(f"it was written by a newer Swell (format {newer}; this one knows {FORMAT})"))
        if not self._fatal:
            self._examine_tables()
        if not self._fatal:
            self._examine_records()
        counts = tuple((table, len(places)) for table, places in self._places.items())
        return Health(tuple(self._fatal), tuple(self._odd), counts, newer)

    def _at(self, what: str, at: int) -> Finding:
        line = bisect_right(self._lines, at)
        return Finding(what, line, at - self._lines[line - 1] + 1)

    def _walk(self) -> None:
        """Whether it is JSON, and what stands twice."""
        try:
            for entry in walk(self._text):
                self._take(entry)
        except NoJsonError as error:
            self._fatal.append(self._at(error.reason, error.at) if error.reason != "it is empty" else _BLANK)
        half = -1 if self._fatal else first_half(self._text)
        if half >= 0:
            self._fatal.append(self._at("half of a character is escaped, without its other half", half))
        if not self._fatal:
            self._split()

    def _take(self, entry: Entry) -> None:
        if entry.key is None:
            if entry.table in self._tables:
                self._fatal.append(self._at(f"its table “{entry.table}” stands twice", entry.at))
            self._tables[entry.table] = entry
            self._places.setdefault(entry.table, {})
        else:
            places = self._places[entry.table]
            if entry.key in places:
                self._fatal.append(self._at(f"{entry.table} {entry.key} stands twice", entry.at))
            places[entry.key] = entry.at
        for name in entry.value.doubled:
            whose = entry.table if entry.key is None else f"{entry.table} {entry.key}"
            self._fatal.append(self._at(f"{whose} has the field “{name}” twice", entry.at))

    def _examine_tables(self) -> None:
        for name, entry in self._tables.items():
            if self._text[entry.value.start] != "{":
                found = self._at(f"its table “{name}” is no object", entry.at)
                (self._fatal if name in KNOWN else self._odd).append(found)
            meant = meant_by(name, self._tables)
            if meant:
                self._fatal.append(self._at(f"its table “{name}” seems to be “{meant}”, misspelt", entry.at))

    def _split(self) -> None:
        try:
            self._raw = codec.split_book(self._data)
        except BookError as error:
            self._fatal.append(Finding(str(error)))

    def _format(self) -> int:
        """The format, where it is newer than what is known, else 0."""
        try:
            found = format_of({META: self._table(META)})
        except BookError as error:
            self._fatal.append(self._at(str(error), self._tables[META].at))
            return 0
        return found if found > FORMAT else 0

    def _table(self, name: str) -> codec.RawTable:
        return codec.split_table(name, self._raw[name]) if name in self._raw else {}

    def _examine_records(self) -> None:
        try:
            decoded = {name: self._decoded(name) for name in TABLES}
            self._examine_history()
        except BookError as error:
            self._fatal.append(Finding(str(error)))
            return
        people, happened = self._places.get("contacts", {}), self._places.get("interactions", {})
        for name, records in decoded.items():
            for key, record in records.items():
                self._say(name, key, _strange(record, key, people, happened))

    def _decoded(self, name: str) -> dict[str, Record]:
        """The records of a known table that can be read; what is wrong with the others is noted."""
        if name not in self._raw:
            return {}
        good, bad = codec.decode_table(name, self._raw[name])
        for key, why in bad.items():
            self._say(name, key, iter([_wrong_shape(why)]))
        return good

    def _examine_history(self) -> None:
        for key, raw in self._table(history.TABLE).items():
            try:
                history.read_step(raw)
            except BookError:
                self._say(history.TABLE, key, iter(["is no step that could be taken back"]))

    def _say(self, table: str, key: str, clauses: Iterator[str]) -> None:
        self._odd += [self._at(f"{table} {key} {clause}", self._places[table][key]) for clause in clauses]


_BLANK = Finding("it is empty, nothing but blanks")


def _strange(record: Record, key: str, people: dict[str, int], happened: dict[str, int]) -> Iterator[str]:
    """What is strange in a record that can be read."""
    if record.id != key:
        yield f"says that its id is “{record.id}”"
    for field, value in impossible(record):
        yield f"has an impossible day in “{field}”: “{value}”" if value else f"has no day in “{field}”"
    for field, value in dangling(record, people, happened):
        yield f"names in “{field}” what is not there: {value}"


def _wrong_shape(why: str) -> str:
    """What msgspec says of a record, in words of ours."""
    missing = _MISSING_FIELD.match(why)
    if missing:
        return f"lacks the field “{missing[1]}”"
    wrong = _WRONG_FIELD.match(why)
    if wrong:
        return f"has a field “{wrong[2]}” that cannot be read ({wrong[1].replace('`', '')})"
    return "is no object" if "Expected `object`" in why else f"cannot be read ({why.replace('`', '')})"
