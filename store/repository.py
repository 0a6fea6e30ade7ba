"""The book in a TinyDB document, as the domain's Repository."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread
from typing import Any, Final, TypeVar, cast

import msgspec
from tinydb import TinyDB

from domain.book import Book, Change, Put, Work, table_of
from domain.errors import BookError, DamagedError, NotFoundError
from domain.ports import Delivery, FiledDelivery, Filing, Operation, Step
from store import codec, history, spool
from store.folders import make_private
from store.migrations import FORMAT, META, format_of, meta_of, migrate, rows_of
from store.paths import beside
from store.storage import (
    ABSENT,
    BookStorage,
    BookTable,
    OvertakenError,
    RawTables,
    Signature,
    load,
    read_bytes,
    signature,
)

R = TypeVar("R")

BULK: Final = 50
"""Records from which on a step is preceded by a backup."""
NEEDED: Final = ("migration", "merge", "restore", "repair")
"""Reasons for a backup without which nothing is written."""
TRIES: Final = 5
"""How often an operation is begun when somebody who takes no lock is faster."""
REMEMBERED: Final = 1000
"""Deliveries that the book remembers to have filed; older ones are gone from the spool for good."""


class _BookDB(TinyDB):
    table_class = BookTable


class TinyBook:
    """A book that any number of processes share; every write is an operation on fresh data under the lock."""

    def __init__(
        self,
        path: str,
        *,
        origin: str,
        session: str,
        stamp: Callable[[], str],
        ids: Callable[[], str],
        salvaging: bool = False,
    ) -> None:
        """`origin` says in words who writes (`swell add`), `session` tells this process from every other.

        Where `salvaging`, a damaged book is opened with all that can still be read, and nothing is written.
        """
        self.path = path
        self.problems: tuple[str, ...] = ()
        """What is wrong with the book although it can be read, a sentence each."""
        self.read_only = ""
        """Why nothing can be written, in a sentence; empty where it can."""
        self._origin = origin
        self._session = session
        self._stamp = stamp
        self._ids = ids
        self._salvaging = salvaging
        self._storage = BookStorage(path, self._back_up)
        self._db = _BookDB(storage=lambda: self._storage)
        self.before = Book()
        """The book as the last operation found it."""
        self._book: Book | None = None
        self._seen: Signature = ABSENT
        self._unusable: Signature | None = None
        """The state of the file that could not be read; it is not tried again until the file changes."""
        self._ahead: Thread | None = None
        self._read: tuple[Signature, bytes | None] | None = None
        self._reason = ""
        """Why the commit under way is preceded by a backup; empty where it need not be."""

    def book(self) -> Book:
        """The newest state, read again only when the file has changed; raises BookError."""
        if self._book is None or self.changed():
            with self._reading() as (seen, data):
                self._open(seen, load(self.path, data))
        return cast("Book", self._book)

    def whole_book(self) -> Book:
        """The newest state with every table decoded, for who stays; raises BookError."""
        if self._book is None or self.changed():
            with self._reading() as (seen, data):
                tables = codec.decode_whole(data, META) if data else None
                if tables is not None and format_of({META: tables[META]}) == FORMAT:
                    del tables[META]
                    self._take(seen, Book(tables))
                else:
                    self._open(seen, load(self.path, data))
        return cast("Book", self._book).load_all()

    @contextmanager
    def _reading(self) -> Iterator[tuple[Signature, bytes | None]]:
        """The bytes of the file; what is wrong with them is said with what else there is. Raises BookError."""
        seen = signature(self.path)
        try:
            self._refuse_gone(seen)
            seen, data = self._bytes_read_ahead()
            yield seen, data
        except DamagedError as error:
            self._unusable = seen
            told = self._with_backup(error)
            if not self._salvaging or self._book is not None:
                raise DamagedError(told) from error
            self._open_what_is_left(seen, data or b"", told)
        except BookError:
            self._unusable = seen
            raise

    def _open(self, seen: Signature, tables: RawTables) -> None:
        newer = self._newer(tables)
        if not newer:
            self._migrate(tables)
        self._take(seen, self._view(tables))
        if newer:
            self.read_only = f"{self._of_newer(newer)}, so nothing was changed: update Swell."
            self.problems = (f"{self._of_newer(newer)}; what is shown may not be all, and nothing can be written",)

    def _open_what_is_left(self, seen: Signature, data: bytes, told: str) -> None:
        from store.salvage import salvage  # few books are damaged

        self._take(seen, self._view(RawTables(salvage(data).tables)))
        self.read_only = f"{told} Nothing is written until it is mended: swell doctor tells more."

    def _take(self, seen: Signature, book: Book) -> None:
        self._seen, self._unusable, self._book = seen, None, book
        self.problems, self.read_only = (), ""

    def _refuse_gone(self, now: Signature) -> None:
        if now == ABSENT and self._seen != ABSENT:
            raise BookError(
                f"{self.path} is gone; what is shown is the book as it was last read, and captures wait in the spool. "
                "Put it back, or take a backup with swell restore."
            )

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

    def look_closely(self) -> str:
        """What is wrong with the book that reading does not show, in a sentence; empty where it is sound."""
        try:
            tables = load(self.path, read_bytes(self.path))
        except BookError as error:
            return str(error)
        for name in tables:
            try:
                tables[name]
            except BookError as error:
                told = DamagedError(f"{self.path} is not whole: {error}. It is left as it is.")
                return self._with_backup(told)
        return ""

    def changed(self) -> bool:
        """Whether the file is another than the one last read or written here."""
        return signature(self.path) not in (self._seen, self._unusable)

    def apply(self, operation: Operation[R]) -> R:
        """Run the operation on fresh data and write what it decided as one step; raises BookError."""
        return self._with_retries(lambda: self._apply(operation))

    def _apply(self, operation: Operation[R]) -> R:
        with self._transaction() as tables:
            before = self.before = self._fresh(tables)
            work = operation(before)
            if work.changes:
                changes, step = self._make(work)
                self._finish([step], work.backup, [])
        if work.changes:
            self._committed(before.with_changes(changes))
        return work.result

    def deliver(self, line: str, at: str, *, shell: bool = False) -> str:
        """Put a captured line into the spool, on disk; gives its key. Raises BookError with nothing kept."""
        key = self._ids()
        said = {"at": at, "origin": self._origin, "session": self._session, "shell": "yes" if shell else ""}
        try:
            make_private(os.path.dirname(os.path.realpath(self.path)))
            spool.deliver(self.path, key, line, **said)
        except OSError as error:
            raise BookError(not_kept(spool.spool_of(self.path), error, line)) from error
        return key

    def withdraw(self, key: str) -> None:
        """Take a delivery that is not filed yet out of the spool again."""
        spool.take_out(self.path, [key])

    def deliveries(self) -> bool:
        """Whether anything waits in the spool."""
        return bool(spool.waiting(self.path))

    def file_deliveries(self, filing: Filing[R]) -> list[FiledDelivery[R]]:
        """File all that waits, each as a step of its own and each once; raises BookError with nothing filed."""
        return self._with_retries(lambda: self._file(filing)) if self.deliveries() else []

    def _file(self, filing: Filing[R]) -> list[FiledDelivery[R]]:
        filed: list[FiledDelivery[R]] = []
        with self._transaction() as tables:
            book = self._fresh(tables)
            known = set(_filed_in(meta_of(tables)))
            found = list(self._deliveries())
            steps = []
            for delivery in found:
                if delivery.key in known:
                    continue
                work = filing(delivery)(book)
                changes, step = self._make(work, delivery.origin, delivery.session or delivery.key)
                if changes:
                    steps.append(step)
                filed.append(FiledDelivery(delivery, work.result, book))
                book = book.with_changes(changes)
            if filed:
                self._finish(steps, "", [each.delivery.key for each in filed])
        if filed:
            self._committed(book)
        spool.take_out(self.path, [one.key for one in found if not one.rubbish])
        for one in found:
            if one.rubbish:
                spool.set_aside(self.path, one.key)
        return filed

    def _deliveries(self) -> Iterator[Delivery]:
        from store.spooled import read_delivery

        for name in spool.waiting(self.path):
            try:
                yield read_delivery(self.path, name)
            except FileNotFoundError:  # filed by somebody else, who had the lock before us
                continue

    def undo(self, *, anywhere: bool = False) -> Step:
        """Take back the last step made here, or made anywhere; raises NotFoundError or ChangedError."""
        return self._exchange(undone=False, anywhere=anywhere)

    def redo(self, *, anywhere: bool = False) -> Step:
        """Make again the step last taken back here, or anywhere; raises NotFoundError or ChangedError."""
        return self._exchange(undone=True, anywhere=anywhere)

    def steps(self) -> tuple[Step, ...]:
        """The undo history, newest first."""
        return history.headlines(load(self.path, read_bytes(self.path)), self._session)

    def replace_records(self, label: str, wanted: RawTables, backup: str) -> int:
        """Make the records those of another document, its history apart, as one step; gives how many differ.

        `backup` is the reason under which the book as it is now is kept.
        """
        return self._with_retries(lambda: self._replace_records(label, wanted, backup))

    def _replace_records(self, label: str, wanted: RawTables, backup: str) -> int:
        with self._transaction() as tables:
            touched: list[history.Touched] = []
            for name in sorted({*tables, *wanted} - {history.TABLE, META}):
                table = self._table(name)
                changed = history.differing(name, table.rows(), rows_of(wanted, name))
                table.put({one.id: one.after for one in changed if one.after is not None})
                table.take_out([one.id for one in changed if one.after is None])
                touched.extend(one.touched for one in changed)
            if touched:
                self._finish([self._step(label, touched)], backup, [])
        self._book = None
        return len(touched)

    def _with_retries(self, act: Callable[[], R]) -> R:
        for _ in range(TRIES - 1):
            try:
                return act()
            except OvertakenError:
                self._book = None
        return act()

    @contextmanager
    def _transaction(self) -> Iterator[RawTables]:
        folder = os.path.dirname(os.path.realpath(self.path))
        self._reason = ""
        try:
            make_private(folder)
            self._refuse_gone(signature(self.path))
            with self._storage.transaction() as tables:
                self._refuse_newer(tables)
                if self._migrate(tables):
                    self._reason = "migration"
                yield tables
        except PermissionError as error:
            raise BookError(
                f"{folder} may not be written by you, so nothing was changed; choose another book with --file."
            ) from error
        except DamagedError as error:
            raise DamagedError(self._with_backup(error)) from error
        except OSError as error:
            raise BookError(f"{self.path} could not be written ({error.strerror}); the book is as it was.") from error
        if self._reason:
            from store.backups import prune

            prune(self.path)

    def _with_backup(self, error: DamagedError) -> str:
        from store.backups import newest_good_words

        return f"{error} {newest_good_words(self.path)}".rstrip()

    def _back_up(self) -> None:
        """Keep the book as it still is, where the commit asks for that or is the first of its day."""
        if self._storage.seen == ABSENT:
            return
        stamp = self._stamp()
        reason = self._reason or ("" if has_backup_of(self.path, stamp[:10]) else "day")
        if not reason:
            return
        from store.backups import backups_folder, make_backup  # one write a day needs it

        self._reason = reason
        try:
            make_backup(self.path, reason, stamp)
        except OSError as error:
            told = f"no backup could be made in {backups_folder(self.path)} ({error.strerror})"
            if reason in NEEDED:
                raise BookError(f"{told}, so nothing was changed.") from error
            self.problems = (*self.problems, told)

    def _committed(self, book: Book) -> None:
        self._book, self._seen = book, self._storage.seen

    def _newer(self, tables: RawTables) -> int:
        """The format of the book where a later Swell wrote it, else 0; raises DamagedError where it is no number."""
        try:
            found = format_of(tables)
        except BookError as error:
            raise DamagedError(f"{self.path} cannot be opened: {error}. It is left as it is.") from error
        return found if found > FORMAT else 0

    def _migrate(self, tables: RawTables) -> bool:
        try:
            return migrate(tables)
        except BookError as error:
            raise DamagedError(f"{self.path} cannot be opened: {error}. It is left as it is.") from error

    def _of_newer(self, found: int) -> str:
        return f"{self.path} was written by a newer Swell (format {found}; this one knows {FORMAT})"

    def _refuse_newer(self, tables: RawTables) -> None:
        newer = self._newer(tables)
        if newer:
            raise BookError(f"{self._of_newer(newer)}, so nothing was changed: update Swell.")

    def _view(self, tables: RawTables) -> Book:
        undecoded = dict(tables.undecoded())
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

    def _make(
        self, work: Work[Any], origin: str = "", session: str = ""
    ) -> tuple[tuple[Change, ...], history.StepRecord]:
        """Make the changes in the open transaction; gives them with the revisions they got, and their step."""
        touched: list[history.Touched] = []
        put: dict[str, dict[str, msgspec.Raw]] = {}
        gone: dict[str, list[str]] = {}
        numbered: list[Change] = []
        for change in work.changes:
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
        return tuple(numbered), self._step(work.label, touched, origin, session)

    def _step(
        self, label: str, touched: list[history.Touched], origin: str = "", session: str = ""
    ) -> history.StepRecord:
        return history.StepRecord(
            at=self._stamp(),
            label=label,
            origin=origin or self._origin,
            session=session or self._session,
            size=len(touched),
            changes=touched,
        )

    def _finish(self, steps: list[history.StepRecord], backup: str, filed: list[str]) -> None:
        """Add the steps to the history, count the commit, and remember what was filed."""
        history.append(self._table(history.TABLE), {self._ids(): step for step in steps})
        bulk = any(step.size >= BULK for step in steps)
        self._reason = self._reason or backup or ("bulk" if bulk else "")
        self._count(filed)

    def _count(self, filed: list[str]) -> None:
        table = self._table(META)
        meta = meta_of({META: table.rows()})
        counted = {"app": "swell", **meta, "format": FORMAT, "rev": meta.get("rev", 0) + 1}
        if filed:
            counted["filed"] = self._remembered([*_filed_in(meta), *filed])
        table.put({"1": codec.encode(counted)})

    def _remembered(self, filed: list[str]) -> list[str]:
        """What was filed, without those that are gone from the spool for good where there are too many."""
        if len(filed) <= REMEMBERED:
            return filed
        spool.settle(self.path)
        there = set(spool.waiting(self.path))
        recent = set(filed[-REMEMBERED // 2 :])
        return [key for key in filed if key in there or key in recent]

    def _exchange(self, *, undone: bool, anywhere: bool) -> Step:
        with self._transaction() as tables:
            step = self._choose(history.headlines(tables, self._session), undone=undone, anywhere=anywhere)
            table = self._table(history.TABLE)
            raw = tables[history.TABLE][step.id]
            table.put({step.id: codec.encode(history.exchange(history.read_step(raw), self._table))})
            self._count([])
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


def not_kept(folder: str, error: OSError, line: str) -> str:
    """Why a captured line could not be kept, with the line, so that it is not lost with the window."""
    return f"{folder} cannot be written ({error.strerror}), so this is not kept: {line}"


def has_backup_of(book: str, day: str) -> bool:
    """Whether the book was backed up on that local day."""
    try:
        names = os.listdir(os.path.join(beside(book), "backups"))
    except OSError:
        return False
    return any(name.startswith(f"{day}T") for name in names)


def _filed_in(meta: dict[str, Any]) -> list[str]:
    found = meta.get("filed", [])
    return [key for key in found if isinstance(key, str)] if isinstance(found, list) else []
