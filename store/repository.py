"""The book in a TinyDB document, as the domain's Repository."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final, TypeVar, cast

import msgspec
from tinydb import TinyDB

from domain.book import Book, Change, Put, Work, table_of
from domain.errors import BookError, DamagedError
from domain.ports import Delivery, FiledDelivery, Filing, Operation, Step, Told, not_told
from store import codec, history, opening, spool
from store.filed import counted_meta, filed_in
from store.folders import make_private
from store.migrations import META, meta_of, rows_of
from store.paths import has_backup_of
from store.reader import Reader
from store.storage import ABSENT, BookStorage, BookTable, OvertakenError, RawTables, Signature, load, read_bytes

R = TypeVar("R")

BULK: Final = 50
"""Records from which on a step is preceded by a backup."""
SEVERAL: Final = 20
"""Changes from which on a table is taken apart at once: that costs less than to look for each id in the document."""
NEEDED: Final = ("migration", "merge", "restore", "repair")
"""Reasons for a backup without which nothing is written."""
TRIES: Final = 5
"""How often an operation is begun when somebody who takes no lock is faster."""


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
        self.reader = Reader(path, salvaging=salvaging)
        """What reads the book, and knows whether it can be written."""
        self.before = Book()
        """The book as the last operation found it."""
        self._origin = origin
        self._session = session
        self._stamp = stamp
        self._ids = ids
        self._storage = BookStorage(path, self._back_up)
        self._db = _BookDB(storage=lambda: self._storage)
        self._reason = ""
        """Why the commit under way is preceded by a backup; empty where it need not be."""
        self._passed_over: tuple[str, ...] = ()
        """What could not be done on the way and stopped nothing: a backup, the reading of a delivery."""

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong although the book can be read and written, a sentence each."""
        return self.reader.problems + self._passed_over

    @property
    def read_only(self) -> str:
        """Why nothing can be written, in paragraphs; empty where it can."""
        return self.reader.read_only

    @property
    def seen(self) -> Signature:
        """What told the file apart when it was last read or written here."""
        return self.reader.seen

    @property
    def found(self) -> Signature:
        """What told the file apart when it was last read to be changed, before the change."""
        return self._storage.found

    def book(self) -> Book:
        """The newest state, read again only when the file has changed; raises BookError."""
        return self.reader.book()

    def whole_book(self) -> Book:
        """The newest state with every table decoded, for who stays; raises BookError."""
        return self.reader.whole_book()

    def changed(self) -> bool:
        """Whether the file is another than the one last read or written here."""
        return self.reader.changed()

    def look_closely(self) -> str:
        """What is wrong with the book that reading does not show, in paragraphs; empty where it is sound."""
        return self.reader.look_closely()

    def apply(self, operation: Operation[R]) -> R:
        """Run the operation on fresh data and write what it decided as one step; raises BookError."""
        return self._with_retries(lambda: self._apply(operation))

    def _apply(self, operation: Operation[R]) -> R:
        with self._transaction() as tables:
            before = self.before = self.reader.fresh(tables)
            work = operation(before)
            if work.changes:
                changes, step = self._make(work)
                self._finish([step], work.backup, [])
        if work.changes:
            self.reader.take(self._storage.seen, before.with_changes(changes))
        return work.result

    def deliver(self, line: str, at: str, *, shell: bool = False) -> str:
        """Put a captured line into the spool, on disk; gives its key. Raises BookError with nothing kept."""
        key = self._ids()
        try:
            self._deliver(key, line, at=at, shell="yes" if shell else "")
        except OSError as error:
            raise BookError(spool.not_kept(self.path, error, line)) from error
        return key

    def deliver_together(self, lines: Sequence[str], at: str, *, shell: bool = False) -> list[str]:
        """Put several lines into the spool at once, to be filed as one step; gives the key of each.

        The first key is that of the delivery. Raises BookError with nothing kept.
        """
        from store.spooled import together

        keys = [self._ids() for _ in lines]
        text = together(keys, lines)
        try:
            self._deliver(keys[0], text, at=at, shell="yes" if shell else "", together="yes")
        except OSError as error:
            raise BookError(spool.none_kept(self.path, error, len(lines))) from error
        return keys

    def _deliver(self, key: str, text: str, **said: str) -> None:
        make_private(os.path.dirname(os.path.realpath(self.path)))
        spool.deliver(self.path, key, text, **said, origin=self._origin, session=self._session)

    def withdraw(self, key: str) -> None:
        """Take a delivery that is not filed yet out of the spool again."""
        spool.take_out(self.path, [key])

    def deliveries(self) -> bool:
        """Whether anything waits in the spool."""
        return bool(spool.waiting(self.path))

    def file_deliveries(self, filing: Filing[R], wait: float | None = None) -> list[FiledDelivery[R]]:
        """File all that waits, each delivery as a step of its own and once; raises BookError with nothing filed.

        `wait` is how many seconds another process may hold the lock meanwhile, where that is not as usual.
        """
        return self._with_retries(lambda: self._file(filing, wait)) if self.deliveries() else []

    def _file(self, filing: Filing[R], wait: float | None) -> list[FiledDelivery[R]]:
        filed: list[FiledDelivery[R]] = []
        with self._transaction(wait) as tables:
            book = self.reader.fresh(tables)
            known = set(filed_in(meta_of(tables)))
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
            self.reader.take(self._storage.seen, book)
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
            except OSError as error:  # it stays where it is, and stops no other
                path = os.path.join(spool.spool_of(self.path), "new", name)
                self._pass_over(f"{path} cannot be read ({error.strerror}); it stays there")

    def _pass_over(self, told: str) -> None:
        """Note, once, what could not be done and stops nothing."""
        if told not in self._passed_over:
            self._passed_over = (*self._passed_over, told)

    def undo(self, told: Told = not_told, *, anywhere: bool = False) -> Step:
        """Take back the last step made here, or made anywhere; raises NotFoundError or ChangedError.

        `told` is given the book as it was found, and what was changed in it; it is not called where that is not known.
        """
        return self._with_retries(lambda: self._exchange(told, undone=False, anywhere=anywhere))

    def redo(self, told: Told = not_told, *, anywhere: bool = False) -> Step:
        """Make again the step last taken back here, or anywhere, as `undo`; raises NotFoundError or ChangedError."""
        return self._with_retries(lambda: self._exchange(told, undone=True, anywhere=anywhere))

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
        self.reader.forget()
        return len(touched)

    def _with_retries(self, act: Callable[[], R]) -> R:
        for _ in range(TRIES - 1):
            try:
                return act()
            except OvertakenError:
                self.reader.forget()
        return act()

    @contextmanager
    def _transaction(self, wait: float | None = None) -> Iterator[RawTables]:
        folder = os.path.dirname(os.path.realpath(self.path))
        self._reason = ""
        try:
            make_private(folder)
            self.reader.refuse_gone()
            with self._storage.transaction(wait) as tables:
                opening.refuse_newer(self.path, tables)
                if opening.migrated(self.path, tables):
                    self._reason = "migration"
                yield tables
        except PermissionError as error:
            raise BookError(
                f"{folder} may not be written by you, so nothing was changed; choose another book with --file."
            ) from error
        except DamagedError as error:
            raise DamagedError(opening.with_backup(self.path, error)) from error
        except OSError as error:
            raise BookError(f"{self.path} could not be written ({error.strerror}); the book is as it was.") from error
        if self._reason:
            from store.backups import prune

            prune(self.path)

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
            self._pass_over(told)

    def _make(
        self, work: Work[Any], origin: str = "", session: str = ""
    ) -> tuple[tuple[Change, ...], history.StepRecord]:
        """Make the changes in the open transaction; gives them with the revisions they got, and their step."""
        touched: list[history.Touched] = []
        put: dict[str, dict[str, msgspec.Raw]] = {}
        gone: dict[str, list[str]] = {}
        numbered: list[Change] = []
        tables = [table_of(change) for change in work.changes]
        for name in set(tables):
            if tables.count(name) > SEVERAL:
                self._table(name).rows()
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
        counted = counted_meta(meta_of({META: table.rows()}), filed, self.path)
        table.put({"1": codec.encode(counted)})

    def _exchange(self, told: Told, *, undone: bool, anywhere: bool) -> Step:
        with self._transaction() as tables:
            before = self.before = self.reader.fresh(tables)
            step = history.choose(history.headlines(tables, self._session), undone=undone, anywhere=anywhere)
            table = self._table(history.TABLE)
            raw = tables[history.TABLE][step.id]
            exchanged = history.exchange(history.read_step(raw), self._table)
            changes = history.made_by(exchanged, self._table)
            table.put({step.id: codec.encode(exchanged)})
            self._count([])
        if changes is None:
            self.reader.forget()
        else:
            self.reader.take(self._storage.seen, before.with_changes(changes))
            told(before, changes)
        return step

    def _table(self, name: str) -> BookTable:
        return cast("BookTable", self._db.table(name))
