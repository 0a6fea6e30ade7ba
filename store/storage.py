"""The TinyDB storage and table of Swell: undecoded records, a lock, and a commit that replaces the file whole."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

import msgspec
from tinydb.storages import Storage
from tinydb.table import Document, Table

from domain.errors import BookError
from store import codec
from store.atomic import replace_file
from store.lock import locked

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

    def __getitem__(self, name: str) -> codec.RawTable:
        """The records of that table by id; raises KeyError where the book has no such table."""
        table = super().__getitem__(name)
        if isinstance(table, msgspec.Raw):
            table = codec.split_table(name, table)
            self[name] = table
        return cast("codec.RawTable", table)

    def undecoded(self) -> Iterator[tuple[str, codec.RawTable | msgspec.Raw]]:
        """Each table as it stands in memory."""
        yield from self.items()


def load(path: str, data: bytes | None) -> RawTables:
    """The document in these bytes; raises BookError, worded with the path, where they hold none."""
    if data is None:
        return RawTables()
    if not data or data.isspace():
        raise BookError(f"{path} is empty, which no book is; it is left as it is. Move it away to start a new book.")
    try:
        return RawTables(codec.split_book(data))
    except BookError as error:
        raise BookError(f"{path} cannot be opened: {error}. It is left as it is.") from error


class BookStorage(Storage):
    """Keeps the document in one file that several processes share.

    Inside `transaction` the document is read fresh under the lock, `write` only notes the change, and the end of the
    transaction commits it once. Outside of it, `read` takes no lock and `write` is a transaction of its own.
    """

    def __init__(self, path: str) -> None:
        """`path` is the file; its folder must exist once something is written."""
        self.path = path
        self._working: RawTables | None = None
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

    @contextmanager
    def transaction(self) -> Iterator[RawTables]:
        """Hold the lock, give the fresh document, and commit what was written if nothing was raised."""
        if self._working is not None:
            yield self._working
            return
        with locked(lock_path(self.path)):
            self._working = load(self.path, read_bytes(self.path))
            self._dirty = False
            try:
                yield self._working
                if self._dirty:
                    self._commit(self._working)
            finally:
                self._working = None

    def _commit(self, tables: RawTables) -> None:
        parts = list(codec.layout(tables.undecoded()))
        try:
            replace_file(self.path, parts)
        except OSError as error:
            raise BookError(f"{self.path} could not be written ({error.strerror}); the book is as it was.") from error


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
        self._update_table(lambda table: table.update(records))

    def take_out(self, ids: list[str]) -> None:
        """Remove the records with these ids, those that are there."""

        def updater(table: dict[Any, Any]) -> None:
            for key in ids:
                table.pop(key, None)

        self._update_table(updater)

    def raw(self, key: str) -> msgspec.Raw | None:
        """One record, undecoded."""
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
