"""Filing what waits in the spool, as every command does that opens the book."""

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


def file_waiting(context: Context) -> dict[str, Kept]:
    """File all that waits in the spool; what became of each line, by its key. Raises BookError."""
    moment = context.moment()
    filed = context.repository.file_deliveries(
        lambda delivery: keep_delivery(delivery, moment, context.ids, context.settings)
    )
    return {one.delivery.key: Kept(one.result, one.before) for one in filed}


def keep_lines(context: Context, lines: list[str], moment: Moment) -> list[Kept]:
    """Deliver the lines, then file them all in one commit; raises BookError where one could not even be delivered."""
    keys = [context.repository.deliver(line, moment.stamp, shell=True) for line in lines]
    try:
        filed = file_waiting(context)
    except BookError as error:
        return [Kept(Filed(label=label_of(line), unfiled=True), Book(), str(error)) for line in lines]
    return [filed.get(key) or _filed_elsewhere(context, key, line) for key, line in zip(keys, lines, strict=True)]


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
