"""The use cases of paths: who led to whom and to what, and what became of a week."""

from datetime import date
from typing import TYPE_CHECKING

from domain.book import Book
from domain.tree import Paths
from domain.week import OLDEST, Week, week_in_review, week_of
from domain.words import iso

if TYPE_CHECKING:
    from domain.desk import Desk


class PathsDesk:
    """What can be asked about who led to whom, and about the weeks behind."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._paths: tuple[Book, date, Paths] | None = None

    def paths(self) -> Paths:
        """What led to what, gathered once for a book and a day."""
        book, today = self._desk.book, self._desk.moment().today
        known = self._paths
        if known is None or known[0] is not book or known[1] != today:
            known = self._paths = book, today, Paths(book, today)
        return known[2]

    def this_week(self) -> date:
        """The first day of the week that runs."""
        return week_of(self._desk.moment().today, self._desk.settings.week_start)

    def first_week(self) -> date:
        """The first day of the week in which the first thing happened; of this one where nothing has yet.

        What is dated before any week that has a name does not count.
        """
        desk, today = self._desk, self._desk.moment().today
        days = map(iso, {one.at[:10] for one in desk.book.interactions.values()})
        first = min((day for day in days if day is not None and day.year >= OLDEST), default=today)
        return week_of(min(first, today), desk.settings.week_start)

    def week(self, first: date) -> Week:
        """What became of the week that begins on that day."""
        return week_in_review(self._desk.index, first, self._desk.momentum(), self._desk.moment())
