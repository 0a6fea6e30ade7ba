"""The TinyDB storage and table of Swell: undecoded records, a lock, and a commit that replaces the file whole."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

import msgspec
from tinydb.storages import Storage
from tinydb.table import Document, Table

from domain.errors import BookError, DamagedError
from domain.ids import is_id
from store import codec
from store.atomic import UnconfirmedError, replace_file
from store.elsewhere import network_file_system
from store.lock import locked
from store.migrations import META

Signature = tuple[int, int, int, int, int]
"""Device, inode, size, time of modification and of change: differs once anybody has written."""

ABSENT: Signature = (0, 0, 0, 0, 0)


def signature(path: str) -> Signature:
    """What tells one state of the file from the next; ABSENT where there is no file. Raises BookError."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return ABSENT
    except OSError as error:
        raise _unreadable(path, error) from error
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def read_bytes(path: str) -> bytes | None:
    """All of the file, or None where there is none; raises BookError where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: str, error: OSError) -> BookError:
    return BookError(f"{path} cannot be read ({error.strerror}); the book is unchanged.")


class RawTables(dict[str, Any]):
    """The document: each table by name, its records decoded no further than Raw, and not before they are asked for."""

    def __init__(self, tables: Mapping[str, Any] | None = None, source: bytes = b"") -> None:
        """`source` is the whole document that undecoded tables are of."""
        super().__init__(tables or {})
        self._source = source
        self._absent: set[str] = set()
        """Ids that stand nowhere in the source."""
        self._names = frozenset(self)
        self._ids: dict[str, frozenset[str]] = {}
        """The ids that each table had when it was first asked for."""
        self._taken_out: dict[str, set[str]] = {}
        self._appended: dict[str, codec.RawTable] = {}
        """What was added to tables that nobody has asked for."""

    def __getitem__(self, name: str) -> codec.RawTable:
        """The records of that table by id; raises KeyError where the book has no such table."""
        table = super().__getitem__(name)
        if isinstance(table, msgspec.Raw):
            table = codec.split_table(name, table)
            self._ids[name] = frozenset(table)
            table.update(self._appended.pop(name, {}))
            self[name] = table
        return cast("codec.RawTable", table)

    def undecoded(self) -> Iterator[tuple[str, codec.RawTable | msgspec.Raw]]:
        """Each table as it stands in memory."""
        yield from self.items()

    def layout(self) -> list[bytes | memoryview]:
        """The document as it is written, its format first: a file that is cut off still has that."""
        return list(codec.layout(sorted(self.undecoded(), key=_meta_first), self._appended))

    def mentions(self, words: bytes) -> bool:
        """Whether these bytes stand anywhere in the document as it was read."""
        return words in self._source

    def is_absent(self, name: str, key: str) -> bool:
        """Whether it is plain, without taking the table apart, that it has no such record."""
        if not self._source or not isinstance(self.get(name), msgspec.Raw) or key in self._appended.get(name, {}):
            return False
        if key not in self._absent and is_id(key) and f'"{key}"'.encode() not in self._source:
            self._absent.add(key)
        return key in self._absent

    def append(self, name: str, records: Mapping[str, msgspec.Raw]) -> bool:
        """Add new records at the end of a table that need not be taken apart for that; whether it could be done."""
        table = self.get(name)
        if not self._source or not isinstance(table, msgspec.Raw) or not codec.can_be_appended_to(table):
            return False
        if not all(self.is_absent(name, key) for key in records):
            return False
        self._appended.setdefault(name, {}).update(records)
        return True

    def note_taken_out(self, name: str, ids: Iterable[str]) -> None:
        """Note that these records are meant to go."""
        self._taken_out.setdefault(name, set()).update(ids)

    def lost(self) -> list[str]:
        """What the document had and has no longer although nobody took it out: tables, and ids of records."""
        missing = [name for name in self._names if name not in self]
        for name, ids in self._ids.items():
            table = super().get(name, {})
            if len(table) < len(ids) or not ids <= table.keys():
                missing.extend(ids - table.keys() - self._taken_out.get(name, set()))
        return missing


def _meta_first(table: tuple[str, object]) -> bool:
    return table[0] != META


class OvertakenError(BookError):
    """Somebody who takes no lock wrote the book between our reading and our writing."""


def load(path: str, data: bytes | None) -> RawTables:
    """The document in these bytes; raises DamagedError, worded with the path, where they hold none."""
    if data is None:
        return RawTables()
    if not data or data.isspace():
        raise DamagedError(f"{path} is empty, which no book is; it is left as it is. Move it away to start a new book.")
    try:
        return RawTables(codec.split_book(data), data)
    except BookError as error:
        raise DamagedError(f"{path} cannot be opened: {error}. It is left as it is.") from error


class BookStorage(Storage):
    """Keeps the document in one file that several processes share.

    Inside `transaction` the document is read fresh under the lock, `write` only notes the change, and the end of the
    transaction commits it once. Outside of it, `read` takes no lock and `write` is a transaction of its own.
    """

    def __init__(self, path: str, at_last: Callable[[], None] | None = None) -> None:
        """`path` is the file; its folder must exist once something is written. `at_last` is called before a replace."""
        self.path = path
        self.seen: Signature = ABSENT
        """What told the file apart when it was last read under the lock or written."""
        self.found: Signature = ABSENT
        """What told it apart when it was last read under the lock, before anything was written."""
        self._at_last = at_last
        self._working: RawTables | None = None
        self._data: bytes | None = None
        self._dirty = False

    def read(self) -> RawTables | None:
        """The document, or None where there is no file."""
        if self._working is not None:
            return self._working
        data = read_bytes(self.path)
        return None if data is None else load(self.path, data)

    def write(self, data: Mapping[str, Any]) -> None:
        """Note the document for the end of the transaction, or commit it now outside of one."""
        with self.transaction():
            tables = data if isinstance(data, RawTables) else RawTables(data)
            self._working = tables
            self._dirty = True

    def is_absent(self, table: str, key: str) -> bool:
        """Whether it is plain, inside a transaction, that the table has no such record."""
        return self._working is not None and self._working.is_absent(table, key)

    def note_taken_out(self, table: str, ids: Iterable[str]) -> None:
        """Note that these records are meant to go; to be called inside a transaction."""
        if self._working is not None:
            self._working.note_taken_out(table, ids)

    @contextmanager
    def transaction(self, wait: float | None = None) -> Iterator[RawTables]:
        """Hold the lock, give the fresh document, and commit what was written if nothing was raised.

        `wait` is how many seconds another process may hold the lock meanwhile, where that is not as usual. Raises
        OvertakenError, with the book as the other left it, where somebody wrote without the lock meanwhile.
        """
        if self._working is not None:
            yield self._working
            return
        with locked(lock_path(self.path), wait):
            self.seen = self.found = signature(self.path)
            self._data = read_bytes(self.path)
            self._working = load(self.path, self._data)
            self._dirty = False
            try:
                yield self._working
                if self._dirty:
                    self._commit(self._working)
            finally:
                self._working = self._data = None

    def _commit(self, tables: RawTables) -> None:
        lost = tables.lost()
        if lost:
            raise BookError(
                f"{len(lost)} records would have been lost, so nothing was written: a fault of Swell, not yours."
            )
        parts = tables.layout()
        try:
            replace_file(self.path, parts, self._check)
        except UnconfirmedError as error:
            raise BookError(
                f"{self.path} is written, but the disk did not confirm that it will last ({error.strerror})."
            ) from error
        except PermissionError:
            raise
        except OSError as error:
            raise BookError(f"{self.path} could not be written ({error.strerror}); the book is as it was.") from error
        self.seen = signature(self.path)

    def _check(self) -> None:
        """Nobody may have written since, which a writer without our lock could have; times alone may hide it."""
        if signature(self.path) != self.seen:
            raise OvertakenError("Another program changed the book at the same moment; nothing was changed, try again.")
        if network_file_system(self.path) and read_bytes(self.path) != self._data:
            raise OvertakenError("Another machine changed the book at the same moment; nothing was changed, try again.")
        if self._at_last is not None:
            self._at_last()


def lock_path(path: str) -> str:
    """The lock file of the book at `path`: beside the real file, so that a symlink and its target share one lock."""
    folder, name = os.path.split(os.path.realpath(path))
    return os.path.join(folder, f".{name}.lock")


class BookDocument(Document):
    """A document that may be given undecoded."""

    def __init__(self, value: Mapping[str, Any] | msgspec.Raw, doc_id: Any) -> None:
        """`value` is decoded here where it still is Raw."""
        plain = msgspec.json.decode(value, type=dict[str, Any]) if isinstance(value, msgspec.Raw) else value
        super().__init__(plain, doc_id)


class BookTable(Table):
    """A table whose ids are text, whose records may stay undecoded, and whose every update is a transaction."""

    document_class = BookDocument
    document_id_class = str  # type: ignore[assignment]  # TinyDB says int, and calls this class for every id

    def put(self, records: Mapping[str, msgspec.Raw]) -> None:
        """Write these records, new or changed, under their ids."""
        storage = cast("BookStorage", self._storage)
        with storage.transaction() as tables:
            if tables.append(self.name, records):
                storage.write(tables)
            else:
                self._update_table(lambda table: table.update(records))

    def take_out(self, ids: list[str]) -> None:
        """Remove the records with these ids, those that are there."""
        storage = cast("BookStorage", self._storage)

        def updater(table: dict[Any, Any]) -> None:
            storage.note_taken_out(self.name, ids)
            for key in ids:
                table.pop(key, None)

        self._update_table(updater)

    def raw(self, key: str) -> msgspec.Raw | None:
        """One record, undecoded."""
        if cast("BookStorage", self._storage).is_absent(self.name, key):
            return None
        return cast("msgspec.Raw | None", self._read_table().get(key))

    def rows(self) -> codec.RawTable:
        """All records, undecoded, by id."""
        return cast("codec.RawTable", self._read_table())

    def _update_table(self, updater: Callable[[dict[Any, Any]], None]) -> None:
        storage = cast("BookStorage", self._storage)
        with storage.transaction() as tables:
            try:
                table = tables[self.name]
            except KeyError:
                table = tables[self.name] = {}
            updater(table)
            storage.write(tables)
        self.clear_cache()
