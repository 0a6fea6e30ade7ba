"""Keeping a captured line: the same call from the shell, the hotkey prompt and the bar of the app."""

from collections.abc import Callable

from domain.book import Book, Work
from domain.capture.filing import Filed, file_line
from domain.capture.understanding import understand
from domain.moment import Moment
from domain.ports import Operation
from domain.settings import Settings


def keep_line(
    line: str, moment: Moment, ids: Callable[[], str], settings: Settings, *, shell: bool = False
) -> Operation[Filed]:
    """The operation that understands a line on fresh data and files what it makes, or keeps it unfiled."""

    def operation(book: Book) -> Work[Filed]:
        understood = understand(line, book, moment, shell=shell, settings=settings)
        return file_line(understood, book, moment, ids)

    return operation
