"""Filing what waits in the spool, as every command does that opens the book."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cli.context import Context
from domain.book import Book, Change, Put, Work
from domain.capture.filing import Filed, label_of
from domain.capture.keeping import keep_delivery
from domain.errors import BookError
from domain.ids import ids_from
from domain.model import TABLES, Capture, Contact, Record
from domain.moment import Moment
from domain.ports import Delivery, FiledDelivery, Operation
from store.kept_gauge import keeps_gauge

MOST_RECORDS = 50
"""Records that one line may make."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a captured line."""

    filed: Filed
    before: Book
    """The book as it was before, with the people that the lines kept with it have made."""
    spooled: str = ""
    """Why the line still waits in the spool; empty where it is filed."""
    lost: str = ""
    """Why it could not even be spooled, with the line; empty where it was."""


def unfiled_words(filed: Filed) -> str:
    """What is said after *kept* of a line that is unfiled."""
    stop = "" if filed.reason.endswith("?") else "."
    return f"unfiled: {filed.reason}{stop} It waits in the inbox."


def file_waiting(context: Context, wait: float | None = None) -> dict[str, Kept]:
    """File all that waits in the spool; what became of each line, by its key.

    `wait` is how many seconds another process may hold the lock meanwhile. Raises BookError.
    """
    moment = context.moment()
    made: list[tuple[Change, ...]] = []

    def filing(delivery: Delivery) -> Operation[Filed]:
        operation = keep_delivery(delivery, moment, context.ids, context.settings)

        def watched(book: Book) -> Work[Filed]:
            work = operation(book)
            made.append(work.changes)
            return work

        return watched

    filed = context.repository.file_deliveries(filing, wait)
    if filed and keeps_gauge(context.path):
        from cli.following import follow  # only where somebody has asked for the gauge

        follow(context, [change for changes in made[-len(filed) :] for change in changes])
    return {key: kept for one in filed for key, kept in _kept_of(one)}


def _kept_of(filed: FiledDelivery[Filed]) -> Iterator[tuple[str, Kept]]:
    """What became of a delivery, by its key; of several lines together, what became of each."""
    if not filed.delivery.together:
        yield filed.delivery.key, Kept(filed.result, filed.before)
        return
    people = tuple(Put(record) for record in filed.result.made if isinstance(record, Contact))
    named = filed.before.with_changes(people)
    for (key, _), one in zip(filed.delivery.together, filed.result.each, strict=True):
        yield key, Kept(one, named)


def spool_lines(context: Context, lines: Sequence[str], moment: Moment, *, shell: bool = True) -> list[str | BookError]:
    """Deliver the lines, several of them together; gives the key of each, or why it could not be delivered.

    Where they cannot be delivered together, each is delivered by itself, so that one stops no other.
    """
    if len(lines) > 1:
        try:
            return [*context.repository.deliver_together(lines, moment.stamp, shell=shell)]
        except BookError:
            pass  # said of each line that cannot be kept alone either
    return [_spooled(context, line, moment, shell=shell) for line in lines]


def _spooled(context: Context, line: str, moment: Moment, *, shell: bool) -> str | BookError:
    try:
        return context.repository.deliver(line, moment.stamp, shell=shell)
    except BookError as error:
        return error


def keep_lines(context: Context, lines: Sequence[str], moment: Moment, *, shell: bool = True) -> list[Kept]:
    """Deliver the lines, then file them all as one step; what became of each.

    `shell` says that nobody can be asked what they mean.
    """
    keys = spool_lines(context, lines, moment, shell=shell)
    waits = ""
    filed: dict[str, Kept] = {}
    try:
        filed = file_waiting(context)
    except BookError as error:
        waits = str(error)
    return [_kept(context, filed, key, line, waits) for key, line in zip(keys, lines, strict=True)]


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
