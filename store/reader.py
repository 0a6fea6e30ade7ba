"""Reading the book: whole or table by table, as often as it changes, and what is left of it where it is damaged."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any, cast

import msgspec

from domain.book import Book, Put
from domain.errors import BookError, DamagedError
from domain.model import Record
from store import codec, opening
from store.migrations import META
from store.storage import ABSENT, RawTables, Signature, load, read_bytes, signature


class Reader:
    """The newest state of a book on disk. It takes no lock, since the file is only ever replaced whole."""

    def __init__(self, path: str, *, salvaging: bool = False) -> None:
        """Where `salvaging`, a damaged book is opened with all that can still be read of it."""
        self.path = path
        self.problems: tuple[str, ...] = ()
        """What is wrong with the book although it can be read, a sentence each."""
        self.read_only = ""
        """Why nothing can be written, in paragraphs; empty where it can."""
        self.seen: Signature = ABSENT
        """What told the file apart when it was last read or written here."""
        self._salvaging = salvaging
        self._book: Book | None = None
        self._unusable: Signature | None = None
        """The state of the file that could not be read; it is not tried again until the file changes."""
        self._ahead: Thread | None = None
        self._read: tuple[Signature, bytes | None] | None = None

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
                if tables is not None and opening.is_of_today(self.path, RawTables({META: tables[META]})):
                    del tables[META]
                    if self._book is not None:  # at the start that waits until everything else is there
                        tables["interactions"] |= _contested(load(self.path, data))
                    self.take(seen, Book(tables))
                else:
                    self._open(seen, load(self.path, data))
        return cast("Book", self._book).load_all()

    def changed(self) -> bool:
        """Whether the file is another than the one last read or written here."""
        return signature(self.path) not in (self.seen, self._unusable)

    def fresh(self, tables: RawTables) -> Book:
        """The book in this document, which was read under the lock; the known one where that is the same."""
        return self.view(tables) if self._book is None or signature(self.path) != self.seen else self._book

    def take(self, seen: Signature, book: Book) -> None:
        """Go on with a book that was read or written in this state of the file."""
        self.seen, self._unusable, self._book = seen, None, book
        self.problems, self.read_only = (), opening.not_writable(self.path)

    def forget(self) -> None:
        """Read the book anew when it is next asked for."""
        self._book = None

    def view(self, tables: RawTables) -> Book:
        """The book in a document, each table decoded when it is asked for; a bad record is passed over and told."""
        undecoded = dict(tables.undecoded())
        self.problems = ()

        def decode(name: str) -> dict[str, Any]:
            if name not in undecoded:
                return {}
            good, bad = codec.decode_table(name, undecoded[name])
            if codec.says_twice(undecoded[name], len(good) + len(bad)):
                raise DamagedError(
                    f"{self.path} is not whole: a record stands twice in its table “{name}”; swell doctor tells more."
                )
            self.problems += tuple(
                f"a record of the book cannot be read and is kept as it is: {name} {key}: {why}"
                for key, why in bad.items()
            )
            return good

        return Book(decode)

    def refuse_gone(self) -> None:
        """Raise BookError where there is no file and was one before: what is in memory is no reason to make another."""
        if self.seen != ABSENT and signature(self.path) == ABSENT:
            raise BookError(
                f"{self.path} is gone; what is shown is the book as it was last read, and captures wait in the spool. "
                "Put it back, or take a backup with swell restore."
            )

    def look_closely(self) -> str:
        """What is wrong with the book that reading does not show, in paragraphs; empty where it is sound.

        What two books say of an interaction is found here too, and is in the book from then on.
        """
        try:
            seen = signature(self.path)
            tables = load(self.path, read_bytes(self.path))
            found = _contested(tables) if seen == self.seen else {}
            if found and self._book is not None:
                self._book = self._book.with_changes(tuple(map(Put, found.values())))
        except BookError as error:
            return str(error)
        for name, raw in tables.undecoded():
            try:
                codec.split_table(name, cast("msgspec.Raw", raw))
            except BookError as error:
                told = DamagedError(f"{self.path} is not whole: {error}. It is left as it is.")
                return opening.damaged(opening.with_backup(self.path, told))
        return ""

    def read_ahead(self) -> None:
        """Begin to read the file in a thread, so that its bytes are there when `whole_book` is asked for."""
        self._ahead = Thread(target=self._read_for_later, daemon=True)
        self._ahead.start()

    def _read_for_later(self) -> None:
        try:
            self._read = (signature(self.path), read_bytes(self.path))
        except BookError:  # said where it is read in earnest
            self._read = None

    def _bytes(self) -> tuple[Signature, bytes | None]:
        """The bytes of the file with its signature, as they were read ahead where it has not changed since."""
        if self._ahead is not None:
            self._ahead.join()
        read, self._read, self._ahead = self._read, None, None
        seen = signature(self.path)
        return read if read is not None and read[0] == seen else (seen, read_bytes(self.path))

    @contextmanager
    def _reading(self) -> Iterator[tuple[Signature, bytes | None]]:
        """The bytes of the file; what is wrong with them is said with what else there is. Raises BookError."""
        seen, data = signature(self.path), None
        try:
            self.refuse_gone()
            seen, data = self._bytes()
            yield seen, data
        except DamagedError as error:
            self._unusable = seen
            told = opening.with_backup(self.path, error)
            if not self._salvaging or self._book is not None:
                raise DamagedError(told) from error
            self._open_what_is_left(seen, data or b"", told)
        except BookError:
            self._unusable = seen
            raise

    def _open(self, seen: Signature, tables: RawTables) -> None:
        newer = opening.newer(self.path, tables)
        if not newer:
            opening.migrated(self.path, tables)
        self.take(seen, self.view(tables))
        if newer:
            self.read_only = opening.of_newer(newer)
            self.problems = (f"{newer}; what is shown may not be all, and nothing can be written",)

    def _open_what_is_left(self, seen: Signature, data: bytes, told: str) -> None:
        from store.salvage import salvage  # few books are damaged

        self.take(seen, self.view(RawTables(salvage(data).tables)))
        self.read_only = opening.damaged(told)


def _contested(tables: RawTables) -> dict[str, Record]:
    """The interactions of a document about which two books say different things."""
    raw = tables.get("interactions") if tables.mentions(codec.RIVALS) else None
    return codec.contested(raw) if isinstance(raw, msgspec.Raw) else {}
