"""Filing what waits in the spool, as every command does that opens the book."""

from collections.abc import Sequence
from dataclasses import dataclass

from cli.context import Context
from domain.book import Book
from domain.capture.filing import Filed, label_of
from domain.capture.keeping import keep_delivery
from domain.errors import BookError
from domain.ids import ids_from
from domain.model import TABLES, Capture, Record
from domain.moment import Moment

MOST_RECORDS = 50
"""Records that one line may make."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a captured line."""

    filed: Filed
    before: Book
    """The book as it was before."""
    spooled: str = ""
    """Why the line still waits in the spool; empty where it is filed."""
    lost: str = ""
    """Why it could not even be spooled, with the line; empty where it was."""


def file_waiting(context: Context, wait: float | None = None) -> dict[str, Kept]:
    """File all that waits in the spool; what became of each line, by its key.

    `wait` is how many seconds another process may hold the lock meanwhile. Raises BookError.
    """
    moment = context.moment()
    filed = context.repository.file_deliveries(
        lambda delivery: keep_delivery(delivery, moment, context.ids, context.settings), wait
    )
    return {one.delivery.key: Kept(one.result, one.before) for one in filed}


def spool_lines(context: Context, lines: Sequence[str], moment: Moment) -> list[str | BookError]:
    """Deliver each line; gives its key, or why it could not be delivered, which stops no other."""
    delivered: list[str | BookError] = []
    for line in lines:
        try:
            delivered.append(context.repository.deliver(line, moment.stamp, shell=True))
        except BookError as error:
            delivered.append(error)
    return delivered


def keep_lines(context: Context, lines: Sequence[str], moment: Moment) -> list[Kept]:
    """Deliver the lines, then file them all in one commit; what became of each."""
    delivered = spool_lines(context, lines, moment)
    waits = ""
    filed: dict[str, Kept] = {}
    try:
        filed = file_waiting(context)
    except BookError as error:
        waits = str(error)
    return [_kept(context, filed, key, line, waits) for key, line in zip(delivered, lines, strict=True)]


def _kept(context: Context, filed: dict[str, Kept], key: str | BookError, line: str, waits: str) -> Kept:
    unfiled = Filed(label=label_of(line), unfiled=True)
    if isinstance(key, BookError):
        return Kept(unfiled, Book(), lost=str(key))
    if waits:
        return Kept(unfiled, Book(), spooled=waits)
    return filed.get(key) or _filed_elsewhere(context, key, line)


def _filed_elsewhere(context: Context, key: str, line: str) -> Kept:
    """What another process made of a line that it filed before us: its records have the ids that follow the key."""
    book = context.repository.book()
    tables = [book.table(name) for name in TABLES]
    made: list[Record] = []
    next_id = ids_from(key)
    for _ in range(MOST_RECORDS):
        id_ = next_id()
        made.extend(table[id_] for table in tables if id_ in table)
    unfiled = next((one for one in made if isinstance(one, Capture)), None)
    filed = Filed(
        label=label_of(line),
        made=tuple(made),
        unfiled=unfiled is not None,
        reason=unfiled.why if unfiled else "",
        candidates=unfiled.candidates if unfiled else (),
    )
    return Kept(filed, book)
