"""Reading line after line, each on the book as it will be once the lines before it are kept."""

from collections.abc import Callable
from typing import Any

from domain.book import Book, Change, Put, Work, table_of
from domain.capture.filing import Filed, file_line
from domain.capture.names import Names
from domain.capture.understanding import Understood, understand
from domain.model import Contact
from domain.moment import Moment
from domain.settings import Settings


class GrowingBook(Book):
    """A book of one's own that takes changes in place; the one it grows from stays as it is."""

    def __init__(self, before: Book) -> None:
        super().__init__(before.table)
        self._own: dict[str, dict[str, Any]] = {}
        self._waiting: dict[str, list[Change]] = {}

    def table(self, name: str) -> dict[str, Any]:
        """The table of that name as it has grown."""
        own = self._own.get(name)
        if own is None:
            own = self._own[name] = dict(super().table(name))
        for change in self._waiting.pop(name, ()):
            if isinstance(change, Put):
                own[change.record.id] = change.record
            else:
                own.pop(change.id, None)
        return own

    def take(self, changes: tuple[Change, ...]) -> None:
        """Make these changes; no table is loaded for them."""
        for change in changes:
            self._waiting.setdefault(table_of(change), []).append(change)


class Ahead:
    """What the book will say after the lines read so far."""

    def __init__(self, book: Book, moment: Moment, settings: Settings, *, shell: bool = False) -> None:
        """The book stays as it is."""
        self.book = GrowingBook(book)
        self.moment = moment
        self._settings = settings
        self._shell = shell
        self._names = Names(self.book.contacts)
        self._read = 0

    def understand(self, line: str) -> Understood:
        """What a line says after those read so far."""
        return understand(line, self.book, self.moment, shell=self._shell, settings=self._settings, names=self._names)

    def read(self, line: str) -> Understood:
        """What a line says; those after it are read as if it were kept."""
        understood = self.understand(line)
        self._take(file_line(understood, self.book, self.moment, self._next_id))
        return understood

    def file(self, line: str, ids: Callable[[], str], *, settles: bool = True) -> Work[Filed]:
        """The work of keeping a line after those read so far; those after it are read as if it were done."""
        work = file_line(self.understand(line), self.book, self.moment, ids, settles=settles)
        self._take(work)
        return work

    def _take(self, work: Work[Filed]) -> None:
        before = self.book.contacts
        new = [one for one in work.result.made if isinstance(one, Contact) and one.id not in before]
        self.book.take(work.changes)
        self.book.table("contacts")
        for contact in new:
            self._names.add(contact)

    def _next_id(self) -> str:
        """An id that no record of the book has."""
        self._read += 1
        return f"ahead {self._read}"
