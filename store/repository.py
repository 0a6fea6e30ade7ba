"""The book in a TinyDB document, as the domain's Repository."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread
from typing import Any, TypeVar, cast

import msgspec
from tinydb import TinyDB

from domain.book import Book, Change, Put, table_of
from domain.errors import BookError, NotFoundError
from domain.ports import Operation, Step
from store import codec, history
from store.storage import ABSENT, BookStorage, BookTable, RawTables, Signature, load, read_bytes, signature

R = TypeVar("R")

FORMAT = 1
"""The version of the format that this program writes."""

META = "meta"


class _Meta(msgspec.Struct, frozen=True):
    format: int = FORMAT


class _BookDB(TinyDB):
    table_class = BookTable


class TinyBook:
    """A book that any number of processes share; every write is an operation on fresh data under the lock."""

    def __init__(
        self, path: str, *, origin: str, session: str, stamp: Callable[[], str], ids: Callable[[], str]
    ) -> None:
        """`origin` says in words who writes (`swell add`), `session` tells this process from every other."""
        self.path = path
        self.problems: tuple[str, ...] = ()
        """What is wrong with the book although it can be read, a sentence each."""
        self._origin = origin
        self._session = session
        self._stamp = stamp
        self._ids = ids
        self._storage = BookStorage(path)
        self._db = _BookDB(storage=lambda: self._storage)
        self.before = Book()
        """The book as the last operation found it."""
        self._book: Book | None = None
        self._seen: Signature = ABSENT
        self._ahead: Thread | None = None
        self._read: tuple[Signature, bytes | None] | None = None

    def book(self) -> Book:
        """The newest state, read again only when the file has changed; raises BookError."""
        if self._book is None or self.changed():
            self._seen = signature(self.path)
            tables = load(self.path, read_bytes(self.path))
            newer = self._newer(tables)
            self._book = self._view(tables)
            if newer:
                self.problems = (f"{self._of_newer(newer)}; what is shown may not be all, and nothing can be written",)
        return self._book

    def whole_book(self) -> Book:
        """The newest state with every table decoded, for who stays; raises BookError."""
        if self._book is None or self.changed():
            seen, data = self._bytes_read_ahead()
            tables = codec.decode_whole(data, META) if data else None
            if tables is None or self._newer(RawTables({META: tables.pop(META)})):
                return self.book().load_all()
            self._seen, self._book, self.problems = seen, Book(tables).load_all(), ()
        return self._book.load_all()

    def read_ahead(self) -> None:
        """Begin to read the file in a thread, so that its bytes are there when `whole_book` is asked for."""
        self._ahead = Thread(target=self._read_for_later, daemon=True)
        self._ahead.start()

    def _read_for_later(self) -> None:
        try:
            self._read = (signature(self.path), read_bytes(self.path))
        except BookError:  # said where it is read in earnest
            self._read = None

    def _bytes_read_ahead(self) -> tuple[Signature, bytes | None]:
        """The bytes of the file with its signature, as they were read ahead where it has not changed since."""
        if self._ahead is not None:
            self._ahead.join()
        read, self._read, self._ahead = self._read, None, None
        seen = signature(self.path)
        return read if read is not None and read[0] == seen else (seen, read_bytes(self.path))

    @property
    def seen(self) -> Signature:
        """What told the file apart when it was last read or written here."""
        return self._seen

    def changed(self) -> bool:
        """Whether the file is another than the one last read or written here."""
        return signature(self.path) != self._seen

    def apply(self, operation: Operation[R]) -> R:
        """Run the operation on fresh data and write what it decided as one step; raises BookError."""
        with self._transaction() as tables:
            before = self.before = self._fresh(tables)
            work = operation(before)
            changes = self._write(work.label, work.changes) if work.changes else ()
        if changes:
            self._book = before.with_changes(changes)
            self._seen = signature(self.path)
        return work.result

    def undo(self, *, anywhere: bool = False) -> Step:
        """Take back the last step made here, or made anywhere; raises NotFoundError or ChangedError."""
        return self._exchange(undone=False, anywhere=anywhere)

    def redo(self, *, anywhere: bool = False) -> Step:
        """Make again the step last taken back here, or anywhere; raises NotFoundError or ChangedError."""
        return self._exchange(undone=True, anywhere=anywhere)

    def steps(self) -> tuple[Step, ...]:
        """The undo history, newest first."""
        return history.headlines(load(self.path, read_bytes(self.path)), self._session)

    @contextmanager
    def _transaction(self) -> Iterator[RawTables]:
        folder = os.path.dirname(os.path.realpath(self.path))
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            with self._storage.transaction() as tables:
                self._refuse_newer(tables)
                yield tables
        except PermissionError as error:
            raise BookError(
                f"{folder} may not be written by you, so nothing was changed; choose another book with --file."
            ) from error
        except OSError as error:
            raise BookError(f"{self.path} could not be written ({error.strerror}); the book is as it was.") from error

    def _newer(self, tables: RawTables) -> int:
        try:
            return newer_format(tables)
        except BookError as error:
            raise BookError(f"{self.path} cannot be opened: {error}. It is left as it is.") from error

    def _of_newer(self, found: int) -> str:
        return f"{self.path} was written by a newer Swell (format {found}; this one knows {FORMAT})"

    def _refuse_newer(self, tables: RawTables) -> None:
        newer = self._newer(tables)
        if newer:
            raise BookError(f"{self._of_newer(newer)}, so nothing was changed: update Swell.")

    def _view(self, tables: RawTables) -> Book:
        undecoded = {name: raw for name, raw in tables.undecoded() if isinstance(raw, msgspec.Raw)}
        self.problems = ()

        def decode(name: str) -> dict[str, Any]:
            if name not in undecoded:
                return {}
            good, bad = codec.decode_table(name, undecoded[name])
            self.problems += tuple(
                f"a record of the book cannot be read and is kept as it is: {name} {key}: {why}"
                for key, why in bad.items()
            )
            return good

        return Book(decode)

    def _fresh(self, tables: RawTables) -> Book:
        if self._book is None or self.changed():
            return self._view(tables)
        return self._book

    def _write(self, label: str, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Make the changes in the open transaction as one step; gives them back with the revisions they got."""
        touched: list[history.Touched] = []
        put: dict[str, dict[str, msgspec.Raw]] = {}
        gone: dict[str, list[str]] = {}
        numbered: list[Change] = []
        for change in changes:
            name = table_of(change)
            key = change.record.id if isinstance(change, Put) else change.id
            old = self._table(name).raw(key)
            other = old if old is not None else history.NULL
            if isinstance(change, Put):
                rev = (codec.rev_of(old) or 0) + 1
                record = replace(change.record, rev=rev)
                put.setdefault(name, {})[key] = codec.encode_record(record, old)
                touched.append(history.Touched(table=name, id=key, rev=rev, other=other))
                numbered.append(Put(record))
            else:
                gone.setdefault(name, []).append(key)
                touched.append(history.Touched(table=name, id=key, rev=None, other=other))
                numbered.append(change)
        for name, records in put.items():
            self._table(name).put(records)
        for name, keys in gone.items():
            self._table(name).take_out(keys)
        step = history.StepRecord(
            at=self._stamp(),
            label=label,
            origin=self._origin,
            session=self._session,
            size=len(touched),
            changes=touched,
        )
        history.append(self._table(history.TABLE), self._ids(), step)
        self._stamp_format()
        return tuple(numbered)

    def _stamp_format(self) -> None:
        meta = self._table(META)
        if meta.raw("1") is None:
            meta.put({"1": codec.encode({"app": "swell", "format": FORMAT})})

    def _exchange(self, *, undone: bool, anywhere: bool) -> Step:
        with self._transaction() as tables:
            step = self._choose(history.headlines(tables, self._session), undone=undone, anywhere=anywhere)
            table = self._table(history.TABLE)
            raw = tables[history.TABLE][step.id]
            table.put({step.id: codec.encode(history.exchange(history.read_step(raw), self._table))})
        self._book = None
        return step

    def _choose(self, steps: tuple[Step, ...], *, undone: bool, anywhere: bool) -> Step:
        candidates = [step for step in steps if step.undone == undone]
        mine = [step for step in candidates if step.here or anywhere]
        if mine:
            return mine[-1] if undone else mine[0]
        if undone or not candidates:
            raise NotFoundError("Nothing to make again." if undone else "Nothing to take back.")
        other = candidates[0]
        raise NotFoundError(
            f"Nothing more was done here; the last step is “{other.label}”, by {other.origin}: "
            "swell undo takes that one back."
        )

    def _table(self, name: str) -> BookTable:
        return cast("BookTable", self._db.table(name))


def newer_format(tables: RawTables) -> int:
    """The format of the book where a later Swell wrote it, else 0; raises BookError where it is no number."""
    if META not in tables or "1" not in tables[META]:
        return 0
    try:
        found = msgspec.json.decode(tables[META]["1"], type=_Meta).format
    except msgspec.DecodeError as error:
        raise BookError(f"its table “{META}” is damaged: {error}") from error
    return found if found > FORMAT else 0
